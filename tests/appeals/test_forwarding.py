"""Forwarding by competence: whole, in three working days, by the right signature, never to the one complained of."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.following import followed
from nadzor.appeals.models import Appeal
from nadzor.casework.act import Act
from nadzor.casework.files import store
from nadzor.casework.journal import verify
from nadzor.casework.models import Entry, Notice, Party, Proceeding, StoredFile, Term
from nadzor.casework.perform import perform
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, NotFound, WrongState
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
WHY = "Вопрос о работе отдела полиции района решает районная прокуратура."
DISTRICT, GPO, OBLAST = "751110-district", "000000-gpo", "750000-oblast"


def on(day: str) -> Any:
    return clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz()))


def row(number: str) -> Proceeding:
    return Proceeding.objects.get(number=number)


@pytest.mark.norm("29I.31.1")
@pytest.mark.norm("29I.31.2")
def test_to_another_body_with_notice_at_the_same_time(house: House) -> None:
    number = house.register().number
    house.step("almaty.registrar", "forward", number, body="Управление энергетики города", reason=WHY)
    assert (row(number).state, row(number).open) == ("forwarded", False)
    assert Appeal.objects.get(proceeding__number=number).forwarded_to == "Управление энергетики города"
    notice = Notice.objects.get(template="forwarded")
    assert (notice.to, notice.data["to"]["ru"], notice.data["reason"]) == (
        "applicant",
        "Управление энергетики города",
        WHY,
    )
    entry = Entry.objects.get(step="forward")
    assert (notice.made_at, entry.data["to"]) == (entry.recorded_at, "Управление энергетики города")
    found = followed(row(number).track or "")
    assert found is not None
    assert (found.state.name, found.events[0]["detail"].ru) == (
        "forwarded",
        f"Управление энергетики города. {WHY}",
    )
    with pytest.raises(WrongState):
        house.step("almaty.registrar", "forward", number, body="Акимат", reason=WHY)


# registered on Thursday 5 March; three working days: 6, 10 (9 is off for Women's Day), 11 March
@pytest.mark.norm("29I.31.1")
@pytest.mark.norm("29I.27.6")
@pytest.mark.parametrize(("day", "kept"), [("2026-03-05", "kept"), ("2026-03-11", "kept"), ("2026-03-12", "late")])
def test_three_working_days(house: House, day: str, kept: str) -> None:
    number = house.register().number
    with on(day):
        house.step("almaty.registrar", "forward", number, body="Акимат города", reason=WHY)
    term = Term.objects.get(proceeding__number=number, clock="forwarding")
    assert (term.norm, term.due_day, term.state, term.ended_on) == (
        "29I.31.1",
        dt.date(2026, 3, 11),
        kept,
        dt.date.fromisoformat(day),
    )
    others = set(Term.objects.filter(proceeding__number=number).exclude(pk=term.pk).values_list("clock", "state"))
    assert others == {("consideration", "called_off"), ("passing_on", "called_off")}


def test_to_an_office_of_the_house_it_is_registered_there_with_number_and_code(house: House) -> None:
    kept = store(
        [b"%PDF-1.4"], name="a.pdf", content_type="application/pdf", space=house.actor("almaty.registrar").key_space
    )
    number = house.register(attachments=[{"id": str(kept.public_id)}]).number
    track = row(number).track
    house.step("almaty.registrar", "forward", number, office=DISTRICT, reason=WHY)
    there = row(f"{number}-2")
    assert (there.state, there.body.code, there.register_number, there.track) == ("registered", DISTRICT, 1, track)
    assert row(number).track is None
    facts = Appeal.objects.get(proceeding=there)
    assert (facts.forwarded_from_id, facts.text) == (row(number).pk, Appeal.objects.get(proceeding__number=number).text)
    assert Party.objects.filter(proceeding=there).values_list("iin", flat=True).get() == "960101500101"
    brought = StoredFile.objects.filter(name="a.pdf")  # beside them the letter and the notice that were issued
    assert list(brought.order_by("pk").values_list("proceeding", "sha256")) == [
        (row(number).pk, kept.sha256),
        (there.pk, kept.sha256),
    ]
    running = set(Term.objects.filter(proceeding=there, state="running").values_list("clock", "started_on"))
    assert running == {("consideration", MORNING.date()), ("passing_on", MORNING.date())}
    found = followed(track or "")
    assert found is not None
    assert (found.number, found.body.code) == (f"{number}-2", DISTRICT)
    assert [each["what"].en for each in found.events] == [
        "The appeal was registered",
        "The appeal was forwarded",
        "The appeal was registered",
    ]
    house.step("almaly.registrar", "note", there.number, text="Поступило")
    with pytest.raises(NotFound):
        house.step("almaly.registrar", "note", number, text="Чужое")
    assert not [finding for book in verify() for finding in book.findings]


def test_it_may_be_forwarded_on(house: House) -> None:
    number = house.register().number
    house.step("almaty.registrar", "forward", number, office=DISTRICT, reason=WHY)
    house.step("almaly.head", "forward", f"{number}-2", office="751410-district", reason=WHY)
    assert row(f"{number}-3").body.code == "751410-district"


WHO: list[tuple[str, dict[str, str], bool]] = [
    ("almaty.head", {"office": DISTRICT}, True),
    ("almaty.deputy", {"office": DISTRICT}, True),
    ("almaty.registrar", {"office": DISTRICT}, True),  # assistant for work with appeals
    ("almaty.interests.head", {"office": DISTRICT}, False),
    ("almaty.executor1", {"office": DISTRICT}, False),
    ("almaty.executor1", {"body": "Акимат города"}, False),
    ("almaty.head", {"office": GPO}, True),
    ("almaty.deputy", {"office": GPO}, False),  # upwards the head alone signs (29I.32)
    ("almaty.registrar", {"office": GPO}, False),
]


@pytest.mark.norm("29I.31.5")
@pytest.mark.norm("29I.32")
@pytest.mark.parametrize(("login", "to", "may"), WHO)
def test_who_signs_the_letter(house: House, login: str, to: dict[str, str], may: bool) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    act = Act("appeal", "forward", house.actor(login).again(), {**to, "reason": WHY}, on=(number,))
    if may:
        assert perform(act).answers[0]["state"] == "forwarded"
        return
    with pytest.raises((NoRight, NotFound)) as refused:
        perform(act)
    if "office" in to and to["office"] == GPO:
        assert isinstance(refused.value, NoRight)
        assert "29I.32" in refused.value.cites


ACCUSED: list[tuple[dict[str, str], dict[str, str], bool]] = [
    ({"body": "Акимат Примерного района"}, {"body": "Акимат Примерного района"}, True),
    ({"body": "АКИМАТ ПРИМЕРНОГО РАЙОНА"}, {"body": "акимат примерного района"}, True),
    ({"body": "акимат Примерного района города"}, {"body": "Акимат Примерного района"}, True),
    ({"body": "Прокуратура Алмалинского района города Алматы"}, {"office": DISTRICT}, True),
    ({"body": "Акимат"}, {"body": "Акимат Другого района"}, False),
    ({"name": "Иванов"}, {"body": "Акимат Примерного района"}, False),
]


@pytest.mark.norm("29I.61.2")
@pytest.mark.parametrize(("accused", "to", "forbidden"), ACCUSED)
def test_never_to_the_one_complained_of(
    house: House, accused: dict[str, str], to: dict[str, str], forbidden: bool
) -> None:
    number = house.register(complained_of=[accused]).number
    if not forbidden:
        house.step("almaty.registrar", "forward", number, reason=WHY, **to)
        return
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.registrar", "forward", number, reason=WHY, **to)
    assert refused.value.cites == ("29I.61.2",)


WRONG: list[tuple[dict[str, str], str]] = [
    ({}, "form"),
    ({"office": DISTRICT, "body": "Акимат"}, "form"),
    ({"office": "nowhere"}, "office"),
    ({"office": OBLAST}, "office"),
    ({"body": "Акимат", "reason": " "}, "reason"),
]


@pytest.mark.parametrize(("data", "field"), WRONG)
def test_one_addressee_and_a_reason(house: House, data: dict[str, str], field: str) -> None:
    number = house.register().number
    with pytest.raises(Invalid) as refused:
        house.step("almaty.head", "forward", number, **{"reason": WHY, **data})
    assert set(refused.value.fields) == {field}


def test_nothing_arrives_but_by_forwarding(house: House) -> None:
    with pytest.raises((NoRight, Invalid)):
        perform(Act("appeal", "arrive", house.actor("almaty.registrar"), {"office": DISTRICT}))


def test_open_child_matters_come_first(house: House) -> None:
    number = house.register().number
    house.step("almaty.registrar", "ask_to_cure", number, missing=["signature"], due="2026-03-12")
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.registrar", "forward", number, body="Акимат города", reason=WHY)
    assert f"{number}.1" in refused.value.message.ru


STAYS: list[tuple[dict[str, Any], str, bool]] = [
    ({"kind": "message"}, "29I.27.6", True),
    ({"kind": "petition"}, "29I.28.7", False),
    ({"kind": "message", "sender": "central_body", "report_due": True}, "29I.29.1", False),
    ({"kind": "message", "sender": "central_body"}, "29I.27.6", True),
]


@pytest.mark.norm("29I.28.13")
@pytest.mark.norm("29I.28.7")
@pytest.mark.norm("29I.29.1")
@pytest.mark.parametrize(("letter", "point", "may"), STAYS)
def test_what_is_kept_above_is_not_passed_down(house: House, letter: dict[str, Any], point: str, may: bool) -> None:
    number = house.register(**letter).number
    act = Act(
        "appeal", "forward", house.actor("almaty.head").again(), {"office": DISTRICT, "reason": WHY}, on=(number,)
    )
    if may:
        assert perform(act).answers[0]["state"] == "forwarded"
        return
    with pytest.raises(ForbiddenByLaw) as refused:
        perform(act)
    assert refused.value.cites[0] == point
