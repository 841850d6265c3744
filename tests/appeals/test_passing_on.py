"""An appeal is passed on to a unit, to the leadership for report, to heads of several units (29I.26, 33)."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.models import Passing
from nadzor.casework.models import Assignment, Notice, Proceeding, Term
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, WrongState
from nadzor.organs.models import Absence, Unit
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db


def unit(code: str, body: str = "750000-oblast") -> int:
    return Unit.objects.get(body__code=body, code=code).pk


def passing_term(number: str) -> tuple[str, str]:
    term = Term.objects.get(proceeding__number=number, clock="passing_on")
    return term.norm, str(term.state)


# registered on Thursday 5 March: passed on the same day it is in time, on the next one late
@pytest.mark.norm("29I.26.2")
@pytest.mark.parametrize(("day", "ended"), [("2026-03-05", "kept"), ("2026-03-06", "late")])
@pytest.mark.parametrize("step", ["pass_to_unit", "report"])
def test_on_the_day_of_receipt(house: House, step: str, day: str, ended: str) -> None:
    number = house.register().number
    leader = house.people["almaty.deputy"].pk
    data: dict[str, Any] = {"unit": unit("public-interests")} if step == "pass_to_unit" else {"leader": leader}
    with clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz())):
        house.step("almaty.registrar", step, number, studied="Надзорное производство № 7", **data)
    assert passing_term(number) == ("29I.26.2", ended)
    row = Passing.objects.get(appeal__proceeding__number=number)
    assert (row.studied, row.passed_on) == ("Надзорное производство № 7", dt.date.fromisoformat(day))
    told = Notice.objects.get(proceeding__number=number, to="staff")
    if step == "pass_to_unit":
        assert (row.unit_id, row.leader_id) == (unit("public-interests"), None)
        assert (told.template, told.person_id) == ("passed_to_unit", house.people["almaty.interests.head"].pk)
    else:
        assert (row.unit_id, row.leader_id) == (None, leader)
        assert (told.template, told.person_id) == ("reported", leader)


@pytest.mark.norm("29I.26.2")
def test_the_head_of_the_unit_assigns_inside_it(house: House) -> None:
    number = house.register().number
    house.step("almaty.registrar", "pass_to_unit", number, unit=unit("public-interests"))
    case = Proceeding.objects.get(number=number)
    assert (case.state, case.unit_id) == ("registered", unit("public-interests"))
    with pytest.raises(ForbiddenByLaw) as refused:  # of another unit
        house.step("almaty.interests.head", "assign", number, executor=house.people["almaty.assistant"].pk)
    assert refused.value.cites == ("29I.33.1",)
    house.step("almaty.interests.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    assert Proceeding.objects.get(number=number).state == "under_review"
    assert passing_term(number) == ("29I.26.2", "kept")  # stopped when it was passed to the unit, not again
    with pytest.raises(WrongState):
        house.step("almaty.registrar", "pass_to_unit", number, unit=unit("appeals"))


@pytest.mark.norm("29I.26.1")
@pytest.mark.parametrize(("studied", "taken"), [("", False), ("Надзорных производств нет", True)])
def test_the_general_office_studies_before_it_passes_on(house: House, studied: str, taken: bool) -> None:
    number = house.register("gpo.registrar", addressed_to="000000-gpo").number
    data = {"unit": unit("public-interests", "000000-gpo"), "studied": studied}
    if taken:
        house.step("gpo.registrar", "pass_to_unit", number, **data)
        assert passing_term(number) == ("29I.26.1", "kept")
        assert Proceeding.objects.get(number=number).unit_id == data["unit"]
        return
    with pytest.raises(Invalid) as refused:
        house.step("gpo.registrar", "pass_to_unit", number, **data)
    assert set(refused.value.fields) == {"studied"}
    with pytest.raises(Invalid) as refused:
        house.step("gpo.registrar", "report", number, leader=house.people["gpo.deputy"].pk)
    assert set(refused.value.fields) == {"studied"}
    assert passing_term(number) == ("29I.26.1", "running")


WHO = [
    ("almaty.registrar", True),
    ("almaty.head", True),
    ("almaty.deputy", True),
    ("almaty.reception", False),  # sees the whole office, but is not charged with passing on
]


@pytest.mark.norm("29I.26.2")
@pytest.mark.parametrize(("login", "may"), WHO)
def test_who_passes_on(house: House, login: str, may: bool) -> None:
    number = house.register().number
    if may:
        house.step(login, "pass_to_unit", number, unit=unit("appeals"))
        assert Passing.objects.count() == 1
    else:
        with pytest.raises(NoRight):
            house.step(login, "pass_to_unit", number, unit=unit("appeals"))


def test_not_to_a_unit_of_another_office_nor_to_one_without_a_head(house: House) -> None:
    number = house.register().number
    for code, body in (("public-interests", "000000-gpo"), ("prosecution", "750000-oblast")):
        with pytest.raises(Invalid) as refused:
            house.step("almaty.registrar", "pass_to_unit", number, unit=unit(code, body))
        assert set(refused.value.fields) == {"unit"}
    with pytest.raises(Invalid) as refused:
        house.step("almaty.registrar", "report", number, leader=house.people["almaty.executor1"].pk)
    assert set(refused.value.fields) == {"leader"}
    with pytest.raises(Invalid):
        house.step("almaty.registrar", "report", number, leader=house.people["gpo.head"].pk)
    assert not Passing.objects.exists()


@pytest.mark.norm("29I.33.1")
@pytest.mark.norm("29I.33.2")
@pytest.mark.parametrize("order", [("public-interests", "appeals"), ("appeals", "public-interests")])
def test_the_heads_of_all_units_and_the_first_answers(house: House, order: tuple[str, str]) -> None:
    heads = {"public-interests": "almaty.interests.head", "appeals": "almaty.appeals.head"}
    number = house.register().number
    first, second = order
    house.step("almaty.head", "assign_units", number, first=unit(first), others=[unit(second)])
    case = Proceeding.objects.get(number=number)
    assert (case.state, case.unit_id, case.executor_id) == ("under_review", unit(first), house.people[heads[first]].pk)
    people = dict(Assignment.objects.filter(proceeding=case).values_list("person_id", "role"))
    assert people == {
        house.people[heads[first]].pk: "executor",
        house.people[heads[second]].pk: "co_executor",
    }
    assert list(Passing.objects.order_by("place").values_list("place", "unit")) == [(1, unit(first)), (2, unit(second))]
    # the answer is due on 1 April, so the second unit owes its part on 27 March (29I.33.3)
    parts = Term.objects.get(proceeding=case, clock="parts")
    assert (parts.due_day, parts.state) == (dt.date(2026, 3, 27), "running")
    assert passing_term(number) == ("29I.26.2", "kept")
    with pytest.raises(NoRight):  # the first owes no part: he answers for the whole
        house.step(heads[first], "give_part", number, text="Часть")
    house.step(heads[second], "give_part", number, text="Часть")
    parts.refresh_from_db()
    assert parts.state == "kept"


@pytest.mark.norm("29I.33.1")
@pytest.mark.parametrize("login", ["almaty.registrar", "almaty.reception"])
def test_only_the_leadership_assigns_to_several_units(house: House, login: str) -> None:
    number = house.register().number
    with pytest.raises(NoRight):
        house.step(login, "assign_units", number, first=unit("appeals"), others=[unit("public-interests")])


def test_several_units_are_several_and_each_has_a_head_at_work(house: House) -> None:
    number = house.register().number
    here = unit("appeals")
    for others in ([], [here], [unit("prosecution")]):
        with pytest.raises(Invalid):
            house.step("almaty.head", "assign_units", number, first=here, others=others)
    Absence.objects.create(
        person=house.people["almaty.interests.head"],
        kind="leave",
        since="2026-03-01",
        until="2026-03-20",
        order_number="1",
        order_day="2026-02-20",
    )
    with pytest.raises(Invalid) as refused:
        house.step("almaty.head", "assign_units", number, first=here, others=[unit("public-interests")])
    assert set(refused.value.fields) == {"others"}
    assert Proceeding.objects.get(number=number).state == "registered"


@pytest.mark.norm("29I.61.2")
def test_not_to_the_head_complained_of(house: House) -> None:
    name = house.people["almaty.interests.head"].full_name
    number = house.register(complained_of=[{"name": name}]).number
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.head", "assign_units", number, first=unit("appeals"), others=[unit("public-interests")])
    assert refused.value.cites == ("29I.61.2",)
