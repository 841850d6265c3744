"""An appeal from its registration to the file, with what runs beside it."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.models import Appeal, MaterialsRequest
from nadzor.casework.act import Act
from nadzor.casework.models import Assignment, Entry, Notice, Proceeding, SearchRow, Tally, Term
from nadzor.casework.perform import perform
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, Refusal, WrongState
from nadzor.organs.models import Absence
from tests.house import House

pytestmark = pytest.mark.django_db

ALMATY = dt.timezone(dt.timedelta(hours=5))


def at(text: str) -> Any:
    """The clock at an instant of Almaty: "2026-03-06 10:00"."""
    return clock.standing_at(dt.datetime.fromisoformat(text).replace(tzinfo=ALMATY))


def terms(number: str) -> dict[str, tuple[str, str, str]]:
    """Clock → row, last day, state; of a clock that ran twice the last one."""
    rows = Term.objects.filter(proceeding__number=number).order_by("pk")
    return {row.clock: (row.norm, row.due_day.isoformat(), str(row.state)) for row in rows}


def cells(house: House) -> dict[tuple[str | None, str], int]:
    found = Tally.objects.exclude(count=0).values_list("unit_key", "procedure", "due_day", "count")
    return {(procedure, day.isoformat()): count for _, procedure, day, count in found}


@pytest.mark.norm("29I.23.1", "29I.26.2", "29I.33.3", "29I.62.1", "29I.68.1")
def test_the_whole_line(house: House) -> None:  # noqa: PLR0915  # one life, in its order
    executor, helper = house.people["almaty.executor1"], house.people["almaty.assistant"]
    number = house.register().number
    # Fifteen working days from Thursday 5 March 2026: the 9th and the 23rd to 25th are off, so 1 April.
    assert terms(number) == {
        "consideration": ("29I.54", "2026-04-01", "running"),
        "passing_on": ("29I.26.2", "2026-03-05", "running"),
    }
    assert cells(house) == {("appeal", "2026-03-05"): 1}

    house.step("almaty.head", "assign", number, executor=executor.pk, co_executors=[helper.pk])
    # Five calendar days before Wednesday 1 April: Friday 27 March.
    assert terms(number) == {
        "consideration": ("29I.54", "2026-04-01", "running"),
        "passing_on": ("29I.26.2", "2026-03-05", "kept"),
        "parts": ("29I.33.3", "2026-03-27", "running"),
    }
    row = Proceeding.objects.get(number=number)
    parts = Term.objects.get(proceeding=row, clock="parts")
    assert parts.hangs_on is not None
    assert parts.hangs_on.clock == "consideration"
    assert (row.state, row.executor_id, row.unit.code if row.unit else "") == (
        "under_review",
        executor.pk,
        "public-interests",
    )
    assert set(Assignment.objects.filter(proceeding=row).values_list("person_id", "role")) == {
        (executor.pk, "executor"),
        (helper.pk, "co_executor"),
    }
    assert cells(house) == {("appeal", "2026-03-27"): 1}

    asked = house.step(
        "almaty.executor1", "ask_for_materials", number, addressee="Акимат", asked="Копии", due="2026-03-16"
    )
    child = f"{number}.1"
    assert asked.answers[0]["children"] == [child]
    assert terms(child) == {"materials": ("29I.62.1", "2026-03-16", "running")}
    assert MaterialsRequest.objects.get(proceeding__number=child).addressee == "Акимат"
    entry = Entry.objects.get(proceeding__number=child)
    assert (entry.register_id, entry.register_number, entry.step) == (row.register_id, None, "send")
    assert cells(house) == {("appeal", "2026-03-27"): 1, ("materials_request", "2026-03-16"): 1}

    draft = house.draft(number, text="Проверено.")
    with pytest.raises(ForbiddenByLaw) as refused:
        house.to_sign(draft)
    assert child in refused.value.message.ru
    assert refused.value.cites

    with at("2026-03-17 10:00"):  # a day late
        house.step("almaty.executor1", "receive", child, procedure="materials_request", received="Копии на 3 листах")
        assert terms(child) == {"materials": ("29I.62.1", "2026-03-16", "late")}
        assert house.step(
            "almaty.executor1", "ask_for_materials", number, addressee="Акимат", asked="Ещё", due="2026-03-20"
        )
        second = f"{number}.3"
        house.step("almaty.executor1", "withdraw", second, procedure="materials_request", reason="Не нужно")
        assert terms(second)["materials"][2] == "called_off"
        house.to_sign(draft)
        with pytest.raises(NoRight):
            house.sign(number, "almaty.executor1")
        house.sign(number, "almaty.deputy")
        assert terms(number)["consideration"][2] == "running"  # 68.1: until the answer is sent
        house.step("almaty.registrar", "dispatch", number, way="post", remark="RR 1")
    assert {name: term[2] for name, term in terms(number).items()} == {
        "consideration": "kept",
        "passing_on": "kept",
        "asking": "kept",
        "parts": "called_off",  # nobody noted when the part came: the answer is no ground to call it late or in time
    }
    facts = Appeal.objects.get(proceeding=row)
    assert (facts.outcome, facts.answer, facts.answered_on) == ("answer", "Проверено.", dt.date(2026, 3, 17))
    assert "Макетова Модель Примеровна" in facts.signed_by
    assert cells(house) == {("appeal", "9999-12-31"): 1}

    with at("2026-03-18 10:00"):
        house.step("almaty.executor1", "close", number)
    row.refresh_from_db()
    assert (row.state, row.open, row.version) == ("closed", False, 8)
    assert cells(house) == {}
    steps = Entry.objects.filter(proceeding=row).order_by("seq").values_list("step", "from_state", "to_state")
    assert list(steps) == [
        ("register", "", "registered"),
        ("assign", "registered", "under_review"),
        ("ask_for_materials", "under_review", "under_review"),
        ("draft_answer", "under_review", "under_review"),
        ("ask_for_materials", "under_review", "under_review"),
        ("answer", "under_review", "signed"),
        ("dispatch", "signed", "answered"),
        ("close", "answered", "closed"),
    ]
    told = Notice.objects.filter(proceeding=row, to="applicant").order_by("pk").values_list("template", flat=True)
    assert list(told) == ["registered", "executor_named", "answered"]
    assert "answer" not in Entry.objects.get(proceeding=row, step="answer").data
    assert "Проверено" not in str(Entry.objects.get(proceeding=row, step="answer").data), "the journal seals a digest"
    assert "stclosed" in SearchRow.objects.get(proceeding=row).vector


MATERIALS: list[tuple[str, str, str]] = [
    ("yesterday", "2026-03-04", "due"),
    ("after the answer to the applicant is due", "2026-04-02", "due"),
]


@pytest.mark.parametrize(("due", "field"), [pytest.param(*row[1:], id=row[0]) for row in MATERIALS])
def test_a_request_is_due_between_today_and_the_answer(house: House, due: str, field: str) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    with pytest.raises(Invalid) as refused:
        house.step("almaty.executor1", "ask_for_materials", number, addressee="Акимат", asked="Копии", due=due)
    assert field in refused.value.fields
    for day in ("2026-03-05", "2026-04-01"):
        house.step("almaty.executor1", "ask_for_materials", number, addressee="Акимат", asked="Копии", due=day)


# kind, its row, the last day counted by hand from Thursday 5 March 2026 (off: 9, 23, 24, 25 March and weekends)
KINDS: list[tuple[str | None, str, str]] = [
    ("application", "29I.50", "2026-04-01"),  # the fifteenth working day
    ("message", "29I.54", "2026-04-01"),
    ("proposal", "29I.54", "2026-04-01"),
    ("feedback", "29I.54", "2026-04-01"),
    ("request", "29I.54", "2026-04-01"),
    ("complaint", "29I.79", "2026-04-08"),  # the twentieth working day
    ("interpellation", "29I.12.1", "2026-04-05"),  # one month; a Sunday, which a ceiling does not leave
    (None, "29I.54", "2026-04-01"),  # not decided yet
]


@pytest.mark.norm("29I.50", "29I.54", "29I.79", "29I.12.1")
def test_the_term_of_each_kind(house: House) -> None:
    for kind, norm, due in KINDS:
        assert terms(house.register(kind=kind).number)["consideration"] == (norm, due, "running"), kind


@pytest.mark.norm("29I.26.1", "29I.26.2")
def test_who_passes_on_and_by_which_row(house: House) -> None:
    for login, office, norm in (
        ("gpo.registrar", "000000-gpo", "29I.26.1"),
        ("almaty.registrar", "750000-oblast", "29I.26.2"),
        ("almaly.registrar", "751110-district", "29I.26.2"),
    ):
        number = house.register(login, addressed_to=office).number
        assert terms(number)["passing_on"] == (norm, "2026-03-05", "running")


def test_a_kind_decided_later_starts_its_own_term_from_registration(house: House) -> None:
    number = house.register(kind=None).number
    with at("2026-03-06 10:00"):
        executor, helper = house.people["almaty.executor1"].pk, house.people["almaty.assistant"].pk
        house.step("almaty.head", "assign", number, executor=executor, co_executors=[helper], kind="complaint")
    states = [
        (row.norm, row.state)
        for row in Term.objects.filter(proceeding__number=number, clock="consideration").order_by("pk")
    ]
    assert states == [("29I.54", "called_off"), ("29I.79", "running")]
    # Twenty working days from 5 March: 8 April; five calendar days earlier: Friday 3 April.
    assert terms(number)["consideration"] == ("29I.79", "2026-04-08", "running")
    assert terms(number)["parts"] == ("29I.33.3", "2026-04-03", "running")
    parts = Term.objects.get(proceeding__number=number, clock="parts")
    assert parts.hangs_on is not None
    assert parts.hangs_on.norm == "29I.79"
    assert terms(number)["passing_on"][2] == "late", "passed on a day after its receipt"


def test_a_kind_decided_once_stands(house: House) -> None:
    number = house.register(kind="message").number
    with pytest.raises(Invalid) as refused:
        house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk, kind="complaint")
    assert "kind" in refused.value.fields


# received, the clock, registration, the last day of a message's fifteen working days; worked out from the calendar
ARRIVALS: list[tuple[str, str, str, str, str]] = [
    ("within hours", "2026-03-03T18:29:59+05:00", "2026-03-03 18:31", "2026-03-03", "2026-03-30"),
    ("the working day is over", "2026-03-03T18:30:00+05:00", "2026-03-03 18:31", "2026-03-04", "2026-03-31"),
    ("before it begins", "2026-03-04T00:05:00+05:00", "2026-03-04 00:06", "2026-03-04", "2026-03-31"),
    (
        "a Saturday before a shifted holiday",
        "2026-03-07T11:00:00+05:00",
        "2026-03-07 11:01",
        "2026-03-10",
        "2026-04-03",
    ),
    ("a holiday", "2026-03-09T11:00:00+05:00", "2026-03-09 11:01", "2026-03-10", "2026-04-03"),
    ("Friday evening before Nauryz", "2026-03-20T19:00:00+05:00", "2026-03-20 19:01", "2026-03-26", "2026-04-16"),
    ("told in UTC, evening here", "2026-03-03T14:00:00+00:00", "2026-03-03 19:31", "2026-03-04", "2026-03-31"),
    ("told in UTC, the next day here", "2026-03-03T20:00:00+00:00", "2026-03-04 01:01", "2026-03-04", "2026-03-31"),
]


@pytest.mark.norm("29I.24", "29I.54")
@pytest.mark.parametrize(
    ("received", "now", "registered", "due"), [pytest.param(*row[1:], id=row[0]) for row in ARRIVALS]
)
def test_the_day_of_registration(house: House, received: str, now: str, registered: str, due: str) -> None:
    with at(now):
        done = house.register(received_at=received)
    assert done.answers[0]["registered_on"] == registered
    assert terms(done.number)["consideration"] == ("29I.54", due, "running")
    assert terms(done.number)["passing_on"][1] == registered


@pytest.mark.norm("29I.12.1")
def test_an_interpellation_counts_from_its_receipt_here(house: House) -> None:
    """It came on Saturday 28 February at 01:00 here, which is still Friday in UTC; a month ends on 28 March."""
    done = house.register(kind="interpellation", received_at="2026-02-27T20:00:00+00:00")
    assert done.answers[0]["registered_on"] == "2026-03-02"
    assert terms(done.number)["consideration"] == ("29I.12.1", "2026-03-28", "running")


NAMING: list[tuple[str, list[dict[str, str]], type[Refusal] | None]] = [
    ("surname and initial", [{"name": "Орындаев С."}], ForbiddenByLaw),
    ("in full, in the other order", [{"name": "Сынақ Үлгіұлы Орындаев"}], ForbiddenByLaw),
    ("typed without Kazakh letters", [{"name": "ОРЫНДАЕВ СЫНАК"}], ForbiddenByLaw),
    ("the surname alone", [{"post": "прокурор", "name": "Орындаев"}], ForbiddenByLaw),
    ("the second of two", [{"name": "Иной И."}, {"name": "Орындаев"}], ForbiddenByLaw),
    ("another first name", [{"name": "Орындаев Б."}], None),
    ("another surname", [{"name": "Орындаева С."}], None),
    ("only the office", [{"body": "Прокуратура города"}], None),
]


@pytest.mark.norm("29I.61.2")
@pytest.mark.parametrize(("complained_of", "refusal"), [pytest.param(*row[1:], id=row[0]) for row in NAMING])
def test_the_one_complained_of_never_considers(
    house: House, complained_of: list[dict[str, str]], refusal: type[Refusal] | None
) -> None:
    """Not as executor, not as one of several, not in place of another later on."""
    accused, other = house.people["almaty.executor1"].pk, house.people["almaty.assistant"].pk
    number = house.register(complained_of=complained_of).number
    if refusal is None:
        house.step("almaty.head", "assign", number, executor=accused)
        return
    for data in ({"executor": accused}, {"executor": other, "co_executors": [accused]}):
        with pytest.raises(refusal) as refused:
            house.step("almaty.head", "assign", number, **data)
        assert refused.value.cites == ("29I.61.2",)
    house.step("almaty.head", "assign", number, executor=other)
    with pytest.raises(refusal) as refused:
        house.step("almaty.head", "reassign", number, executor=accused)
    assert refused.value.cites == ("29I.61.2",)


def test_somebody_away_is_not_named(house: House) -> None:
    person, other = house.people["almaty.executor1"], house.people["almaty.assistant"]
    order = {"order_number": "9-Д", "order_day": dt.date(2026, 3, 1), "kind": "leave", "person": person}
    number = house.register().number
    for since, until, away in (
        (dt.date(2026, 3, 1), dt.date(2026, 3, 5), True),  # the last day is a day away
        (dt.date(2026, 3, 5), None, True),
        (dt.date(2026, 3, 1), dt.date(2026, 3, 4), False),
        (dt.date(2026, 3, 6), dt.date(2026, 3, 9), False),
    ):
        Absence.objects.all().delete()
        Absence.objects.create(since=since, until=until, **order)
        for data in ({"executor": person.pk}, {"executor": other.pk, "co_executors": [person.pk]}):
            act = Act("appeal", "assign", house.actor("almaty.head"), data, on=(number,))
            if away:
                with pytest.raises(Invalid) as refused:
                    perform(act)
                assert "Орындаев" in "".join(each.ru for each in refused.value.fields.values())
            else:
                perform(act)
                number = house.register().number


def test_who_assigns(house: House) -> None:
    """The leadership, or the employee charged; not another office, an executor, a head whose unit does not have it."""
    for login, may in (
        ("almaty.head", True),
        ("almaty.deputy", True),
        ("almaty.registrar", True),
        ("almaty.analyst", False),
        ("gpo.head", False),
    ):
        number = house.register().number
        data = {"executor": house.people["almaty.executor1"].pk}
        if may:
            house.step(login, "assign", number, **data)
        else:
            with pytest.raises(NoRight):
                house.step(login, "assign", number, **data)


def test_what_is_answered_is_not_answered_again(house: House) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.answer(number, signatory="almaty.head", outcome="answer", text="Да.")
    with pytest.raises(WrongState):
        house.answer(number, signatory="almaty.head", outcome="refuse", text="Нет.")
    assert Appeal.objects.get(proceeding__number=number).outcome == "answer"


def test_a_co_executor_asks_for_himself(house: House) -> None:
    """The request is his; the one who answers for the appeal may note its answer too, a third may not."""
    first, second = house.people["almaty.executor1"].pk, house.people["almaty.assistant"].pk
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=first, co_executors=[second])
    for place, (notes, due) in enumerate((("almaty.assistant", "2026-03-16"), ("almaty.executor1", "2026-03-17")), 1):
        house.step("almaty.assistant", "ask_for_materials", number, addressee="Акимат", asked="Копии", due=due)
        request = Proceeding.objects.get(number=f"{number}.{place}")
        assert request.executor_id == second
        with pytest.raises(Refusal):
            house.step("almaty.executor2", "receive", request.number, procedure="materials_request", received="Ответ")
        house.step(notes, "receive", request.number, procedure="materials_request", received="Ответ")
