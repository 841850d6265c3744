"""When the term of a registered case begins and on which day it ends (29I.51, 68.2)."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.casework.models import Term
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
ALMATY = dt.timezone(dt.timedelta(hours=5))


def at(text: str) -> Any:
    return clock.standing_at(dt.datetime.fromisoformat(text).replace(tzinfo=ALMATY))


def consideration(number: str) -> Term:
    return Term.objects.get(proceeding__number=number, clock="consideration")


# In working time the procedure begins on the day of arrival; after its end, and on a day off, on the next working day
# (R1). 8 March 2026 is a Sunday, so Monday the 9th is off; of 21-23 March the 24th and 25th stand in for days off.
BEGUN = [
    ("application", "2026-03-05T10:00", "2026-03-05", "2026-04-01"),
    ("complaint", "2026-03-05T10:00", "2026-03-05", "2026-04-08"),
    ("application", "2026-03-06T19:30", "2026-03-10", "2026-04-03"),
    ("complaint", "2026-03-06T19:30", "2026-03-10", "2026-04-10"),
    ("application", "2026-03-07T11:00", "2026-03-10", "2026-04-03"),
]


@pytest.mark.norm("29I.51")
@pytest.mark.parametrize(("kind", "came", "begun", "due"), BEGUN)
def test_the_term_runs_from_the_opening_of_the_procedure(
    house: House, kind: str, came: str, begun: str, due: str
) -> None:
    with at(came):
        number = house.register(kind=kind, received_at=f"{came}:00+05:00").number
    term = consideration(number)
    assert (term.started_on.isoformat(), term.due_day.isoformat()) == (begun, due)


@pytest.mark.norm("29I.51")
def test_mending_an_application_gives_no_new_time(house: House) -> None:
    number = house.register(kind="application", applicant={"type": "person", "surname": "Пробная"}).number
    house.step("almaty.registrar", "ask_to_cure", number, missing=["postal_address"], due="2026-03-12")
    with at("2026-03-11T10:00"):
        house.step("almaty.registrar", "cured", f"{number}.1", procedure="cure_request", came="улица Примерная, 1")
    term = consideration(number)
    assert (term.started_on, term.due_day, term.state) == (dt.date(2026, 3, 5), dt.date(2026, 4, 1), "running")


# The fifteenth day would fall on a day off: on Saturday 9 May after Friday the 8th (Sunday and, for Victory Day,
# Monday the 11th are off too), on Saturday 21 March after Friday the 20th (Nauryz to the 25th), on a plain
# Saturday 27 June.
ENDS = [
    ("2026-04-16", "2026-05-12", "2026-05-13"),
    ("2026-02-27", "2026-03-26", "2026-03-27"),
    ("2026-06-08", "2026-06-29", "2026-06-30"),
]


@pytest.mark.norm("29I.68.2")
@pytest.mark.parametrize(("registered", "last", "after"), ENDS)
@pytest.mark.parametrize("in_time", [True, False])
def test_a_term_never_ends_on_a_day_off(house: House, registered: str, last: str, after: str, in_time: bool) -> None:
    with clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(registered), MORNING.timetz())):
        number = house.register(received_at=f"{registered}T09:00:00+05:00").number
        house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    assert consideration(number).due_day.isoformat() == last
    day = last if in_time else after
    with clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz())):
        house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")
    assert consideration(number).state == ("kept" if in_time else "late")
