"""Co-executors owe their part five calendar days before the answer is due (29I.33)."""

import datetime as dt

import pytest

from nadzor import clock
from nadzor.appeals.models import Part
from nadzor.casework.models import Notice, Proceeding, Term
from nadzor.casework.refusals import NoRight
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db


def assigned(house: House) -> str:
    """Return the number of an appeal under review: one executor, two who owe a part."""
    number = house.register().number
    people = [house.people[f"almaty.{login}"].pk for login in ("executor1", "assistant", "executor2")]
    house.step("almaty.head", "assign", number, executor=people[0], co_executors=people[1:])
    return number


# the answer is due on 1 April, so the parts on 27 March
@pytest.mark.norm("29I.33.2")
@pytest.mark.norm("29I.33.3")
@pytest.mark.parametrize(("day", "ended"), [("2026-03-27", "kept"), ("2026-03-28", "late")])
def test_the_last_part_ends_the_term(house: House, day: str, ended: str) -> None:
    number = assigned(house)
    house.step("almaty.assistant", "give_part", number, text="Первая часть")
    term = Term.objects.get(proceeding__number=number, clock="parts")
    assert (term.due_day, term.state) == (dt.date(2026, 3, 27), "running")
    with clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz())):
        house.step("almaty.executor2", "give_part", number, text="Вторая часть")
    term.refresh_from_db()
    assert (term.state, term.ended_on) == (ended, dt.date.fromisoformat(day))
    late = dict(Part.objects.values_list("text", "late"))
    assert late == {"Первая часть": False, "Вторая часть": ended == "late"}
    told = Notice.objects.filter(template="part_given", person=house.people["almaty.executor1"])
    assert told.count() == 2
    house.answer(number, signatory="almaty.deputy", outcome="answer", text="Ответ.")
    term.refresh_from_db()
    assert term.state == ended


def test_the_same_part_twice_does_not_stand_for_another(house: House) -> None:
    number = assigned(house)
    for text in ("Часть", "Ещё"):
        house.step("almaty.assistant", "give_part", number, text=text)
    assert Term.objects.get(proceeding__number=number, clock="parts").state == "running"


@pytest.mark.parametrize("login", ["almaty.executor1", "almaty.head", "almaty.registrar"])
def test_only_those_give_a_part_who_owe_one(house: House, login: str) -> None:
    number = assigned(house)
    with pytest.raises(NoRight):
        house.step(login, "give_part", number, text="Часть")
    assert Proceeding.objects.get(number=number).version == 2
