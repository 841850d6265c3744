"""The covering letter of a forwarding stands among the papers of the appeal in the office that receives it (29I.31)."""

import pytest

from nadzor.appeals.came_along import came_along
from nadzor.casework.models import Proceeding
from nadzor.papers.models import IssuedPaper
from tests.house import House

pytestmark = pytest.mark.django_db
WHY = "Вопрос о работе отдела полиции района решает районная прокуратура."


def test_the_signed_letter_goes_along(house: House) -> None:
    number = house.register().number
    house.step("almaty.head", "forward", number, office="751110-district", reason=WHY)
    letter = IssuedPaper.objects.get(proceeding__number=number, paper="forwarding_letter")
    received = Proceeding.objects.get(number=f"{number}-2")
    (along,) = came_along(received)
    assert (along.paper, along.file.sha256, along.file.proceeding_id) == (letter, letter.sha256, received.pk)
    assert along.file.pk != letter.file_id  # a file of its own: erasing one case leaves the other whole
    assert along.title.ru == "Сопроводительное письмо"
    assert came_along(Proceeding.objects.get(number=number)) == []


def test_what_the_office_before_had_issued_comes_too(house: House) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.step("almaty.executor1", "ask_to_cure", number, missing=["signature"], due="2026-03-20")
    cure = Proceeding.objects.get(parent__number=number)
    house.step("almaty.registrar", "cured", cure.number, procedure=cure.procedure, came="Подписано")
    house.step("almaty.head", "forward", number, office="751110-district", reason=WHY)
    received = Proceeding.objects.get(number=f"{number}-2")
    assert [each.paper.paper for each in came_along(received)] == ["forwarding_letter", "request_to_cure"]


def test_another_body_receives_nothing_in_the_house(house: House) -> None:
    number = house.register().number
    house.step("almaty.head", "forward", number, body="Акимат", reason=WHY)
    assert IssuedPaper.objects.filter(proceeding__number=number, paper="forwarding_letter").exists()
    assert not Proceeding.objects.filter(number=f"{number}-2").exists()
