"""What was signed without right is named by one query; nothing that the steps let through is (29I.31, 32, 62, 88)."""

from typing import Any

import pytest

from nadzor.appeals.lives import lives, player
from nadzor.appeals.signed_rights import rights, signed_without_right
from nadzor.casework.models import Assignment
from nadzor.organs.models import Appointment, Body, Duty
from nadzor.organs.roles import Role
from nadzor.papers.models import IssuedPaper
from tests.house import House, papers_may_change

pytestmark = pytest.mark.django_db


def answered(house: House) -> str:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.answer(number)
    return number


PLAYED = ["forwarded_upwards", "forwarded_to_a_district", "visit", "instruction", "signatory", "transfer", "who_writes"]


@pytest.mark.parametrize("life", PLAYED)
@pytest.mark.usefixtures("house")
def test_nothing_that_the_steps_let_through_is_named(life: str) -> None:
    player(lives()[life]).play()
    assert signed_without_right() == []


@pytest.mark.parametrize("how", ["ended", "lowered"])
def test_a_signature_without_the_post_is_named(house: House, how: str) -> None:
    number = answered(house)
    assert signed_without_right() == []
    held = Appointment.objects.filter(person=house.people["almaty.head"])
    if how == "ended":
        held.update(until="2026-03-01")
    else:
        held.update(post="prosecutor")
    assert [row[0] for row in signed_without_right()] == [number]
    assert [fault.check for fault in rights()] == ["signature"]


# Who signed in fact, and who it is made to be by force: outside the lists of the point each names.
FORCED = [
    pytest.param("answer", "almaty.executor1", id="88.5: a prosecutor signs the answer"),
    pytest.param("forwarding_letter", "almaty.executor1", id="31.5: a prosecutor signs the covering letter"),
    pytest.param("assignment", "almaty.executor1", id="66.1: a prosecutor assigns a check"),
    pytest.param("request_for_materials", "almaty.executor2", id="62.1: one who does not consider it asks"),
]


def made(house: House, paper: str) -> str:
    number = house.register().number
    if paper == "forwarding_letter":
        house.step("almaty.head", "forward", number, body="Акимат района", reason="Вопрос акимата.")
        return number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    if paper == "answer":
        house.answer(number)
    elif paper == "assignment":
        check: dict[str, Any] = {"circumstances": "Кто", "due": "2026-03-20", "reckoned": "Район в городе."}
        house.step("almaty.head", "instruct", number, office="751110-district", **check)
    else:
        asked = {"calls_for": "materials", "addressee": "Управление", "asked": "Материалы", "due": "2026-03-12"}
        house.step("almaty.executor1", "ask_for_materials", number, **asked)
    return number


@pytest.mark.parametrize(("paper", "by"), FORCED)
def test_a_signature_made_by_force_is_found(house: House, paper: str, by: str) -> None:
    number = made(house, paper)
    assert signed_without_right() == []
    other = house.people[by]
    with papers_may_change():
        row = IssuedPaper.objects.get(paper=paper)
        power = {**row.power, "post": "prosecutor"} if row.power else {}
        IssuedPaper.objects.filter(pk=row.pk).update(signer=other, power=power)
    found = signed_without_right()
    assert [(case, name) for case, _, name, _ in found] == [(number, paper)]
    assert [fault.check for fault in rights()] == ["signature"]


def test_a_letter_upwards_that_a_deputy_signs_is_found(house: House) -> None:
    number = house.register("almaly.registrar", addressed_to="751110-district").number
    house.step("almaly.head", "forward", number, office="750000-oblast", reason="Вопрос области.")
    assert signed_without_right() == []
    with papers_may_change():
        IssuedPaper.objects.filter(paper="forwarding_letter").update(signer=house.people["almaly.deputy"])
    assert [row[2] for row in signed_without_right()] == ["forwarding_letter"]


def test_who_may_ask_by_an_order_is_not_named(house: House) -> None:
    made(house, "request_for_materials")
    Assignment.objects.update(person=house.people["almaty.executor2"])
    assert [row[2] for row in signed_without_right()] == ["request_for_materials"]
    office = Body.objects.get(code="750000-oblast")
    Duty.objects.create(
        person=house.people["almaty.executor1"],
        body=office,
        role=Role.SIGNS_TO_OBLAST,
        since="2026-01-01",
        order_number="1",
        order_day="2026-01-01",
    )
    assert signed_without_right() == []
