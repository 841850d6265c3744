"""Access to the file: until when it is shown, what it does not stand in the way of (29I.78; APPK 75)."""

import datetime as dt
import json

import pytest

from nadzor import clock
from nadzor.casework.models import Proceeding, Term
from nadzor.papers.models import IssuedPaper
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db


def asked(house: House) -> tuple[str, str]:
    """An appeal under review since Thursday 5 March 2026, and the request to see its file of the same day."""
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.step("almaty.registrar", "ask_access", number)
    return number, Proceeding.objects.get(parent__number=number, procedure="file_access").number


# three working days from the 5th: the 6th; the 7th to the 9th are off (8 March moved to Monday); the 10th, the 11th
@pytest.mark.norm("29I.78")
@pytest.mark.parametrize(("day", "kept"), [("2026-03-11", "kept"), ("2026-03-12", "late")])
def test_the_file_is_shown_in_three_working_days(house: House, day: str, kept: str) -> None:
    _, child = asked(house)
    assert str(Term.objects.get(proceeding__number=child).due_day) == "2026-03-11"
    with clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz())):
        seen = {"person": "Пробная З.", "shown": "Обращение\nОтвет", "kept_back": "Врачебная тайна"}
        house.step("almaty.executor1", "give", child, procedure="file_access", **seen)
    assert Term.objects.get(proceeding__number=child).state == kept
    row = IssuedPaper.objects.get(proceeding__number=child)
    assert row.paper == "access_record"
    assert "Врачебная тайна" in json.dumps(row.data, ensure_ascii=False)


@pytest.mark.norm("29I.78")
def test_a_request_stands_in_nobody_s_way(house: House) -> None:
    number, child = asked(house)
    house.answer(number)
    house.step("almaty.executor1", "close", number)
    assert Proceeding.objects.get(number=child).open


def test_an_appeal_goes_to_another_office_while_access_is_asked_for(house: House) -> None:
    number, child = asked(house)
    reason = "Вопрос относится к компетенции района."
    house.step("almaty.head", "forward", number, office="751110-district", reason=reason)
    assert Proceeding.objects.get(number=child).open
