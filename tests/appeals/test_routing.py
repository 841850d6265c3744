"""Where an appeal is given to somebody and where it goes in parts: levels, units, parts with terms of their own."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.following import followed
from nadzor.appeals.models import Appeal
from nadzor.appeals.routing.models import ForwardedPart
from nadzor.appeals.routing.told import rows_of, texts_of_part
from nadzor.casework.act import Act
from nadzor.casework.journal import verify
from nadzor.casework.loading import case_of
from nadzor.casework.models import Notice, Proceeding, StoredFile, Term
from nadzor.casework.perform import perform
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, Refusal
from nadzor.papers.models import IssuedPaper
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
DISTRICT, OTHER, GPO, OBLAST = "751110-district", "751410-district", "000000-gpo", "750000-oblast"
WHY, PART = "Это решает другой орган.", "Участковый не принимает заявление."


def on(day: str) -> Any:
    return clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz()))


# at a district: what points 28 and 29 place above it is given to nobody there
LEVELS: list[tuple[dict[str, Any], str | None]] = [
    ({"kind": "message"}, None),
    ({"control_by": "oblast"}, None),  # 30.1
    ({"answered_by": "district_body_head"}, None),  # 30.2
    ({"control_by": "gpo"}, "29I.29.2"),
    ({"sender": "deputy", "report_due": True}, "29I.29.1"),
    ({"answered_by": "oblast_body_head"}, "29I.29.4"),
    ({"control_by": "prosecutor_general"}, "29I.28.5"),
    ({"answered_by": "central_body_head"}, "29I.28.8"),
    ({"contested_by": "district:deputy_head"}, "29I.29.3"),
    ({"kind": "petition"}, None),  # looked through where it came: what is wrong with it is returned (28.10, 28.12)
]


@pytest.mark.norm("29I.28.5", "29I.28.8", "29I.29.1", "29I.29.2", "29I.29.3", "29I.29.4", "29I.30.1", "29I.61.2")
@pytest.mark.parametrize(("letter", "point"), LEVELS)
def test_an_office_below_the_level_gives_it_to_nobody(house: House, letter: dict[str, Any], point: str | None) -> None:
    number = house.register("almaly.registrar", addressed_to=DISTRICT, **letter).number
    data = {"executor": house.people["almaly.executor"].pk}
    if point is None:
        house.step("almaly.head", "assign", number, **data)
        return
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaly.head", "assign", number, **data)
    assert (refused.value.cites[0], refused.value.cites[-1]) == (point, "29I.61.2")
    house.step("almaly.head", "forward", number, office=GPO if point.startswith("29I.28") else OBLAST, reason=WHY)


UNITS: list[tuple[dict[str, Any], str, str, str | None]] = [
    ({"kind": "interpellation"}, "", "gpo.appeals.head", "29I.28.4"),
    ({"kind": "interpellation"}, "", "gpo.executor", None),
    ({"kind": "message"}, "", "gpo.appeals.head", None),  # 28.9: the Appeals Unit is a unit too
    ({"kind": "message"}, "president_instruction", "gpo.appeals.head", "29I.28.1"),
    ({"kind": "request"}, "explain_procedure", "gpo.executor", "29I.27.3"),
    ({"kind": "request"}, "explain_procedure", "gpo.appeals.head", None),
    ({"kind": "complaint"}, "staff_breach", "gpo.executor", "29I.27.4"),
]


@pytest.mark.norm("29I.27.3", "29I.27.4", "29I.28.1", "29I.28.4")
@pytest.mark.parametrize(("letter", "matter", "who", "point"), UNITS)
def test_in_the_general_office_the_unit_is_the_right_one(
    house: House, letter: dict[str, Any], matter: str, who: str, point: str | None
) -> None:
    number = house.register("gpo.registrar", addressed_to=GPO, **letter).number
    if matter:
        house.step("gpo.registrar", "mark_facts", number, matter=matter)
    data = {"executor": house.people[who].pk}
    if point is None:
        house.step("gpo.deputy", "assign", number, **data)
        return
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("gpo.deputy", "assign", number, **data)
    assert refused.value.cites == (point,)


@pytest.mark.norm("29I.27.3", "29I.34.1")
@pytest.mark.parametrize(("step", "ground"), [("transfer", {"ground": "instructed"}), ("ask_transfer", {})])
def test_no_transfer_leads_to_a_unit_that_may_not_consider_it(house: House, step: str, ground: dict[str, str]) -> None:
    """What the Appeals Unit explains goes to no other unit; without that mark the same transfer is made."""
    number = house.register("gpo.registrar", addressed_to=GPO, kind="request").number
    house.step("gpo.deputy", "assign", number, executor=house.people["gpo.appeals.head"].pk)
    held = house.people["gpo.executor"].appointments.get()
    data = {"unit": held.unit_id, "reasons": "Вопрос другого подразделения.", **ground}
    house.step("gpo.registrar", "mark_facts", number, matter="explain_procedure")
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("gpo.deputy", step, number, **data)
    assert refused.value.cites == ("29I.27.3",)
    house.step("gpo.registrar", "mark_facts", number, matter="")
    house.step("gpo.deputy", step, number, **data)


@pytest.mark.norm("29I.27.3")
def test_what_it_is_about_is_marked_changed_and_taken_off(house: House) -> None:
    number = house.register().number
    for matter, flags in (("explain_procedure", ["explain_procedure"]), ("staff_breach", ["staff_breach"]), ("", [])):
        house.step("almaty.registrar", "mark_facts", number, matter=matter)
        assert Appeal.objects.get(proceeding__number=number).flags == flags
    with pytest.raises(Invalid):
        house.step("almaty.registrar", "mark_facts", number, matter="weather")


def part(house: House, number: str, login: str = "almaty.registrar", **to: Any) -> str:
    house.step(login, "forward_part", number, **{"part": PART, "reason": WHY, **to})
    return str(Proceeding.objects.filter(parent__number=number, procedure="forwarded_part").latest("pk").number)


# registered on Thursday 5 March; three working days: 6, 10 (9 is off for Women's Day), 11 March
@pytest.mark.norm("29I.31.1", "29I.27.5", "29I.27.6")
@pytest.mark.parametrize(("day", "ended"), [("2026-03-11", "kept"), ("2026-03-12", "late")])
def test_each_part_has_three_working_days_of_its_own(house: House, day: str, ended: str) -> None:
    number = house.register().number
    first = part(house, number, body="Акимат города")
    with on(day):
        second = part(house, number, body="Водоканал")
    terms = {term.proceeding.number: term for term in Term.objects.filter(clock="forwarding")}
    assert {each: (term.norm, str(term.due_day), term.state) for each, term in terms.items()} == {
        first: ("29I.31.1", "2026-03-11", "kept"),
        second: ("29I.31.1", "2026-03-11", ended),
    }
    row = Proceeding.objects.get(number=number)
    assert (row.state, row.open) == ("registered", True), "the rest is considered here"
    assert Term.objects.get(proceeding=row, clock="consideration").state == "running"
    assert not [finding for book in verify() for finding in book.findings if finding.fault]


@pytest.mark.norm("29I.31.1", "29I.31.2")
def test_at_an_office_of_the_house_the_part_is_an_appeal_of_its_own(house: House) -> None:
    number = house.register(language="kk").number
    child = part(house, number, office=DISTRICT)
    row = ForwardedPart.objects.get(proceeding__number=child)
    there = row.arrived
    assert there is not None
    assert (there.body.code, there.state, there.parent_id) == (DISTRICT, "registered", None)
    assert there.number != number
    origin = Proceeding.objects.get(number=number)
    assert there.track
    assert there.track != origin.track
    facts = Appeal.objects.get(proceeding=there)
    assert (facts.text, facts.language, facts.forwarded_from_id) == (PART, "kk", None)
    assert {term.clock: term.state for term in there.terms.all()} == {
        "consideration": "running",
        "passing_on": "running",
    }
    # the applicant is told at the same time, and follows each
    told = Notice.objects.get(template="part_forwarded")
    assert (told.to, told.data["number"], told.data["part"]) == ("applicant", child, PART)
    page = followed(origin.track or "")
    assert page is not None
    said = page.events[0]["detail"].ru
    assert all(each in said for each in (PART, WHY, there.number, there.track))
    beside = followed(there.track or "")
    assert beside is not None
    assert beside.number == there.number
    # the letter goes along with the part, the papers are in the language of the appeal
    papers = {paper.paper: paper for paper in IssuedPaper.objects.filter(proceeding=origin)}
    assert {name: paper.language for name, paper in papers.items() if name.startswith("forwarding")} == {
        "forwarding_letter": "kk",
        "forwarding_notice": "kk",
    }
    letter = papers["forwarding_letter"]
    assert StoredFile.objects.filter(proceeding=there, sha256=letter.sha256).exists()
    assert PART in str(letter.data)
    assert PART in str(papers["forwarding_notice"].data)
    house.step("almaly.head", "assign", there.number, executor=house.people["almaly.executor"].pk)
    house.answer(there.number, "almaly.executor", "almaly.head", language="kk")
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.answer(number, language="kk")
    assert not [finding for book in verify() for finding in book.findings if finding.fault]


REFUSED: list[tuple[dict[str, Any], dict[str, Any], str, type[Refusal], str]] = [
    ({}, {"body": "Акимат"}, "almaty.executor1", NoRight, "29I.32"),
    ({}, {"office": GPO}, "almaty.registrar", NoRight, "29I.32"),
    ({}, {"body": "Министерство юстиции"}, "almaty.registrar", NoRight, "29I.32"),
    ({}, {"body": "Палата", "higher": True}, "almaty.registrar", NoRight, "29I.32"),
    ({"complained_of": [{"body": "Акимат"}]}, {"body": "Акимат"}, "almaty.registrar", ForbiddenByLaw, "29I.61.2"),
    ({"control_by": "gpo"}, {"office": DISTRICT}, "almaty.registrar", ForbiddenByLaw, "29I.29.2"),
    ({"text": PART, "demands": ""}, {"body": "Акимат"}, "almaty.registrar", ForbiddenByLaw, "29I.31.1"),
]


@pytest.mark.norm("29I.31.1", "29I.32", "29I.61.2", "29I.29.2")
@pytest.mark.parametrize(("letter", "to", "login", "kind", "point"), REFUSED)
def test_a_part_is_refused_as_the_whole_is(  # noqa: PLR0917  # the columns of the table
    house: House, letter: dict[str, Any], to: dict[str, Any], login: str, kind: type[Refusal], point: str
) -> None:
    number = house.register(**letter).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    data = {"part": PART, "reason": WHY, **to}
    with pytest.raises(kind) as refused:
        perform(Act("appeal", "forward_part", house.actor(login).again(), data, on=(number,)))
    assert point in refused.value.cites
    assert not ForwardedPart.objects.exists()


@pytest.mark.norm("29I.32")
@pytest.mark.parametrize("to", [{"body": "Министерство юстиции"}, {"body": "Палата", "higher": True}, {"office": GPO}])
def test_upwards_the_head_alone_signs(house: House, to: dict[str, Any]) -> None:
    for login in ("almaty.deputy", "almaty.registrar"):
        number = house.register().number
        with pytest.raises(NoRight) as refused:
            house.step(login, "forward", number, reason=WHY, **to)
        assert "29I.32" in refused.value.cites
        house.step("almaty.head", "forward", number, reason=WHY, **to)
        assert Proceeding.objects.get(number=number).state == "forwarded"


def test_a_part_is_told_on_both_sides(house: House) -> None:
    number = house.register().number
    child = Proceeding.objects.get(number=part(house, number, office=DISTRICT))
    there = ForwardedPart.objects.get(proceeding=child).arrived
    assert there is not None
    case = case_of(child, parent=child.parent)
    assert there.number in {str(value) for _title, value in rows_of(case)}
    assert [each["text"] for each in texts_of_part(case)] == [PART, WHY]
    ((_title, said),) = rows_of(case_of(there))
    assert number in said.ru
