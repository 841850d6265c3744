"""Who signs the answer in an office of an oblast and of a district: point 88, level by level, read off the order."""

import datetime as dt

import pytest
from django.db import transaction

from nadzor.casework.refusals import NoRight, WrongState
from nadzor.organs.models import Acting
from nadzor.papers.models import IssuedPaper
from tests.house import TODAY, House

pytestmark = pytest.mark.django_db

# Level 5: the head; level 6: deputies; level 7: the district prosecutor alone (88.5-88.7). What 88.5 does not list and
# 88.6 does, the head signs as well (R6: level 5 signs whatever level 6 may).
OBLAST: dict[str, set[str]] = {
    "refuse": {"head"},  # 88.5.c, nowhere in 88.6
    "adopt_act": {"head"},  # 88.5.f
    "perform_action": {"head", "deputy"},  # 88.5.e, 88.6.a
    "send_to_body": {"head", "deputy"},  # 88.5.d, 88.6.c
    "answer": {"head", "deputy"},  # 88.6.f
    "leave_without_consideration": {"head", "deputy"},  # 88.6.e
    "take_note": {"head", "deputy"},  # 88.6.h
    "send_down": {"head", "deputy"},  # 88.6.b
}
DISTRICT = ("refuse", "adopt_act", "perform_action", "send_to_body", "answer", "take_note")  # 88.7


# Decisions of an administrative case (29I.46.1); the others are asked of a message (29I.69).
OF_APPLICATIONS = {"adopt_act", "perform_action"}


def to_be_signed(house: House, office: str, addressed_to: str, outcome: str) -> str:
    """A case whose draft waits for the head's signature."""
    kind = "application" if outcome in OF_APPLICATIONS else "message"
    number = house.register(f"{office}.registrar", addressed_to=addressed_to, kind=kind).number
    executor = next(login for login in ("almaty.executor1", "almaly.executor") if login.startswith(office))
    house.step(f"{office}.head", "assign", number, executor=house.people[executor].pk)
    character = "favourable" if outcome == "adopt_act" else None
    house.to_sign(house.draft(number, outcome=outcome, character=character), signatory=f"{office}.head")
    return number


def may_sign(house: House, login: str, number: str) -> bool:
    """Whether somebody signs, in a transaction of its own that is taken back."""
    try:
        with transaction.atomic():
            house.sign(number, login)
            transaction.set_rollback(True)
    except NoRight:
        return False
    return True


@pytest.mark.norm("29I.88.5", "29I.88.6")
def test_oblast(house: House) -> None:
    logins = {"head": "almaty.head", "deputy": "almaty.deputy", "executor": "almaty.executor1", "above": "gpo.head"}
    for outcome, expected in OBLAST.items():
        number = to_be_signed(house, "almaty", "750000-oblast", outcome)
        found = {name for name, login in logins.items() if may_sign(house, login, number)}
        assert found == expected, outcome


@pytest.mark.norm("29I.88.7")
def test_district(house: House) -> None:
    logins = {"head": "almaly.head", "deputy": "almaly.deputy", "executor": "almaly.executor", "above": "almaty.head"}
    for outcome in DISTRICT:
        number = to_be_signed(house, "almaly", "751110-district", outcome)
        found = {name for name, login in logins.items() if may_sign(house, login, number)}
        assert found == {"head"}, outcome


@pytest.mark.norm("29I.88.7")
def test_the_one_who_stands_in_for_the_district_prosecutor_signs(house: House) -> None:
    number = house.register("almaly.registrar", addressed_to="751110-district").number
    house.step("almaly.head", "assign", number, executor=house.people["almaly.executor"].pk)
    Acting.objects.create(
        person=house.people["almaly.deputy"],
        body=house.people["almaly.deputy"].appointments.get().body,
        post="head",
        since=TODAY,
        until=TODAY + dt.timedelta(days=3),
        order_number="77-Д",
        order_day=TODAY,
    )
    house.answer(number, signatory="almaly.deputy", outcome="refuse", text="Отказано.")
    assert IssuedPaper.objects.get(paper="answer").power == {
        "body": "751110-district",
        "post": "head",
        "acting": True,
        "order": "77-Д, 2026-03-05",
        "since": "2026-03-05",
        "until": "2026-03-08",
        "point": "29I.88.7",
    }
    with pytest.raises(WrongState):
        house.draft(number)
