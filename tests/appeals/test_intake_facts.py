"""What is kept at the intake: primary or repeated, duplicates, anonymous, what is missing, who is handed a call."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.forms import Applicant
from nadzor.appeals.models import Appeal
from nadzor.casework.act import Act
from nadzor.casework.models import Entry, Notice, Proceeding
from nadzor.casework.perform import perform
from nadzor.casework.refusals import Invalid, NoRight
from nadzor.organs.actor import Actor
from nadzor.organs.models import Unit
from tests.house import LETTER, MORNING, House

pytestmark = pytest.mark.django_db
PERSON: dict[str, Any] = LETTER["applicant"]


def on(day: str) -> Any:
    return clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz()))


def facts(number: str) -> Appeal:
    return Appeal.objects.get(proceeding__number=number)


def answered(house: House, **more: Any) -> str:
    """Return the number of an appeal with an answer."""
    number = house.register(**more).number
    house.step("almaty.deputy", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.answer(number, signatory="almaty.head", outcome="answer", text="Проверено, освещение восстановлено.")
    return number


@pytest.mark.norm("29I.2.6")
def test_the_first_one_is_primary(house: House) -> None:
    done = house.register()
    assert (facts(done.number).standing, facts(done.number).repeat_of) == ("primary", None)
    assert done.answers[0]["standing"] == "primary"
    assert done.answers[0]["standing_cites"] == ["29I.2.6"]


@pytest.mark.norm("29I.2.10")
def test_the_same_text_from_the_same_person_is_a_duplicate(house: House) -> None:
    first = house.register().number
    second = house.register().number
    done = house.register()  # of the first, which is the main one
    kept = facts(done.number)
    assert (kept.standing, kept.duplicate_of.number, kept.repeat_of) == ("duplicate", first, None)
    assert done.answers[0]["duplicate_of"] == first
    assert set(done.answers[0]["repeats"]) == {first, second}
    assert Proceeding.objects.get(number=done.number).state == "registered"  # offered, never merged


@pytest.mark.norm("29I.2.10")
def test_the_same_text_of_another_person_is_none(house: House) -> None:
    house.register()
    other = house.register(applicant={**PERSON, "iin": "850505300506", "surname": "Другая"})
    assert (facts(other.number).standing, other.answers[0]["repeats"]) == ("primary", [])


@pytest.mark.norm("29I.2.10")
def test_a_retyped_paper_is_a_duplicate_by_the_registrars_word(house: House) -> None:
    first = house.register().number
    done = house.register(text="Во дворе третий месяц не горит свет (перепечатано).", duplicate_of=first)
    assert (facts(done.number).standing, done.answers[0]["duplicate_of"]) == ("duplicate", first)


# How the earlier one stands, the day of the new one, the reason given, whether the facts bear it out. The term of
# fifteen working days from Thursday, 5 March 2026 ends on 1 April.
REPEATS = (
    ("answered", "2026-03-20", "contests", True),
    ("open", "2026-03-20", "contests", False),
    ("open", "2026-04-01", "late", False),
    ("open", "2026-04-02", "late", True),
    ("answered", "2026-04-02", "late", False),
    ("open", "2026-03-20", "faults", True),
    ("answered", "2026-03-20", "faults", True),
)


@pytest.mark.norm("29I.2.12")
@pytest.mark.parametrize(("earlier", "day", "reason", "taken"), REPEATS)
def test_a_repeat_is_one_by_facts(house: House, earlier: str, day: str, reason: str, taken: bool) -> None:
    first = answered(house) if earlier == "answered" else house.register().number
    said = {"text": "Пишу повторно.", "repeat_of": first, "repeat_reason": reason}
    with on(day):
        if not taken:
            with pytest.raises(Invalid) as refused:
                house.register(**said, received_at=f"{day}T09:00:00+05:00")
            assert first in refused.value.fields["repeat_reason"].ru
            return
        done = house.register(**said, received_at=f"{day}T09:00:00+05:00")
    kept = facts(done.number)
    assert (kept.standing, kept.repeat_of.number, kept.repeat_reason) == ("repeated", first, reason)
    assert (done.answers[0]["repeat_of"], done.answers[0]["standing_cites"]) == (first, ["29I.2.12"])


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"repeat_of": "2026-75-999999", "repeat_reason": "faults"}, "repeat_of"),
        ({"duplicate_of": "2026-75-999999"}, "duplicate_of"),
        ({"repeat_reason": "faults"}, "repeat_of"),
        ({"repeat_of": "FIRST"}, "repeat_reason"),
        ({"repeat_of": "FIRST", "repeat_reason": "faults", "duplicate_of": "FIRST"}, "repeat_of"),
    ],
)
def test_a_word_that_does_not_fit_is_asked_again(house: House, said: dict[str, str], field: str) -> None:
    first = house.register().number
    before = Proceeding.objects.count()
    with pytest.raises(Invalid) as refused:
        house.register(text="Иное.", **{name: first if value == "FIRST" else value for name, value in said.items()})
    assert list(refused.value.fields) == [field]
    assert Proceeding.objects.count() == before


@pytest.mark.norm("29I.2.12", "29I.2.6")
def test_what_an_appeal_is_can_be_said_later(house: House) -> None:
    first, second = answered(house), house.register(text="Ответ неверный, свет не горит.").number
    assert facts(second).standing == "primary"
    said = {"standing": "repeated", "earlier": first, "reason": "contests", "governed_by": "criminal"}
    house.step("almaty.registrar", "sort", second, **said)
    kept = facts(second)
    assert (kept.standing, kept.repeat_of.number, kept.governed_by) == ("repeated", first, "criminal")
    house.step("almaty.registrar", "sort", second, standing="primary")
    kept = facts(second)
    assert (kept.standing, kept.repeat_of, kept.repeat_reason, kept.governed_by) == ("primary", None, "", "")
    for wrong, field in (
        ({"standing": "primary", "earlier": first}, "standing"),
        ({"standing": "repeated"}, "earlier"),
        ({"standing": "repeated", "earlier": first}, "reason"),
        ({"standing": "repeated", "earlier": second, "reason": "faults"}, "earlier"),
        ({"standing": "duplicate", "earlier": "1"}, "earlier"),
        ({"standing": "repeated", "earlier": first, "reason": "late"}, "reason"),
    ):
        with pytest.raises(Invalid) as refused:
            house.step("almaty.registrar", "sort", second, **wrong)
        assert list(refused.value.fields) == [field]
    with pytest.raises(NoRight):
        house.step("almaty.analyst", "sort", second, standing="primary")


# What is said; what is missing, and the flags. A flag, never a refusal (APPK 64).
MISSING: tuple[tuple[dict[str, Any], list[str], list[str]], ...] = (
    ({}, [], []),
    ({"signature": "own_hand"}, [], []),
    ({"signature": "eds"}, [], []),
    ({"signature": "none"}, ["signature"], ["anonymous", "incomplete"]),
    ({"signature_cms": "MIIB"}, [], []),
    ({"demands": None}, [], []),
    ({"also_missing": ["demands", "officials"]}, ["demands", "officials"], ["incomplete"]),
    ({"applicant": {**PERSON, "iin": None}}, [], []),
    ({"applicant": {**PERSON, "postal_address": None}}, ["postal_address"], ["incomplete"]),
    ({"applicant": {"type": "person", "surname": "Пробная"}}, ["full_name", "postal_address"], ["incomplete"]),
    ({"applicant": {"type": "anonymous"}}, ["applicant"], ["anonymous", "incomplete"]),
    ({"representative": {"type": "person", "surname": "Иная"}}, [], []),
    ({"representative": {"type": "person", "surname": "Иная"}, "authority_document": True}, [], []),
    (
        {"representative": {"type": "person", "surname": "Иная"}, "authority_document": False},
        ["authority"],
        ["incomplete"],
    ),
    ({"authority_document": False}, [], []),
)


@pytest.mark.norm("29I.39", "29I.40.1", "29I.40.2", "29I.40.3", "29I.2.11")
@pytest.mark.parametrize(("said", "missing", "flags"), MISSING)
def test_what_is_missing_is_a_flag(house: House, said: dict[str, Any], missing: list[str], flags: list[str]) -> None:
    done = house.register(**said)
    assert (done.answers[0]["missing"], done.answers[0]["flags"]) == (missing, flags)
    assert facts(done.number).missing == missing


@pytest.mark.norm("29I.61.6")
@pytest.mark.parametrize("field", ["iin", "patronymic", "postal_address", "email", "phone", "name"])
def test_no_datum_about_a_person_is_demanded(house: House, field: str) -> None:
    applicant = {name: value for name, value in PERSON.items() if name != field}
    assert house.register(applicant=applicant).number


@pytest.mark.norm("29I.61.6")
def test_data_that_have_nothing_to_do_with_it_have_no_place() -> None:
    asked = {"type", "iin", "bin", "surname", "name", "patronymic", "postal_address", "email", "phone", "members"}
    asked |= {"contacts_confirmed"}  # APPK 66: the participant signs that the contacts are true
    assert set(Applicant.model_fields) == asked
    with pytest.raises(ValueError, match="birth_date"):
        Applicant.model_validate({"type": "person", "surname": "Пробная", "birth_date": "1996-01-01"})


@pytest.mark.norm("29I.38")
def test_the_addressee_is_kept(house: House) -> None:
    number = house.register(addressee="Прокурору города Алматы").number
    row = Proceeding.objects.get(number=number)
    assert (row.body.code, facts(number).addressee) == ("750000-oblast", "Прокурору города Алматы")
    assert facts(house.register(also_missing=["addressee"]).number).missing == ["addressee"]


def call(house: House, office: str) -> str:
    operator = house.actor("gpo.operator")
    said = {**LETTER, "channel": "call_centre", "addressed_to": office}
    return perform(Act("appeal", "register", operator, said)).number


@pytest.mark.norm("29I.23.2", "29I.23.3")
def test_a_call_to_a_lower_office_is_handed_to_its_charged_employees(house: House) -> None:
    number = call(house, "750000-oblast")
    row = Proceeding.objects.get(number=number)
    notices = Notice.objects.filter(proceeding=row, template="handed_on")
    assert [notice.person_id for notice in notices] == [house.people["almaty.registrar"].pk]
    assert row.unit_id is None
    entry = Entry.objects.get(proceeding=row, step="register")
    assert entry.data["handed_on"]["people"] == [house.people["almaty.registrar"].pk]
    assert dt.datetime.fromisoformat(entry.data["handed_on"]["at"]) == MORNING  # with the registration itself


@pytest.mark.norm("29I.23.3")
def test_a_call_to_the_general_prosecutors_office_is_handed_to_its_appeals_unit(house: House) -> None:
    row = Proceeding.objects.get(number=call(house, "000000-gpo"))
    assert row.unit == Unit.objects.get(body__code="000000-gpo", code="appeals")


def test_a_paper_is_not_handed_on(house: House) -> None:
    number = house.register().number
    assert not Notice.objects.filter(proceeding__number=number, template="handed_on").exists()


def test_a_forwarded_one_keeps_what_it_is(house: House) -> None:
    first = house.register().number
    number = house.register(
        text="Снова о том же.", repeat_of=first, repeat_reason="faults", signature="own_hand"
    ).number
    house.step("almaty.head", "forward", number, office="751110-district", reason="Решать по месту")
    kept = facts(f"{number}-2")
    assert (kept.standing, kept.repeat_of.number, kept.signature) == ("repeated", first, "own_hand")


def test_who_may_not_see_the_earlier_one_is_not_told_of_it(house: House) -> None:
    first = house.register().number
    client = Actor(name="bridge", client_id=None, scopes=frozenset({"appeals:write"}), key_space="x")
    done = perform(Act("appeal", "register", client, LETTER))
    assert facts(done.number).duplicate_of.number == first
    assert (done.answers[0]["duplicate_of"], done.answers[0]["repeats"]) == (None, [])
