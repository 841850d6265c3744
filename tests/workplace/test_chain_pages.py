"""The chain of repeats and texts like a case's own on its page; what the intake finds by the text, with its reason.

Source: 29I.2.10, 2.12, 35.1. Nothing is merged by being shown, and nobody is told of a case that he may not see.
"""

from typing import Any

import pytest
from django.urls import reverse

from nadzor.casework.models import Look, Proceeding
from tests.house import House
from tests.workplace.conftest import SignedIn
from tests.workplace.test_intake_pages import sent

pytestmark = pytest.mark.django_db
_TEXT = (
    "Сообщаю, что на улице Примерной третий месяц не горят фонари, управляющая компания на заявления жильцов не "
    "отвечает, акимат переслал письмо в ту же компанию, прошу провести проверку и обязать починить освещение двора"
)
_RETYPED = _TEXT.replace("фонари", "фанари").replace("компания", "фирма").replace("акимат", "акиммат")
_OTHER: dict[str, Any] = {
    "applicant": {"type": "person", "surname": "Другая", "name": "Соседка", "postal_address": "улица Примерная, 2"}
}


def test_the_chain_is_one_line_of_time(house: House, enter: SignedIn) -> None:
    first = house.register(text="Первое письмо о фонарях.").number
    second = house.register(text="Второе.", repeat_of=first, repeat_reason="faults").number
    page = enter("almaty.head").get(reverse("proceeding", args=[second]))
    assert [(each["number"], each["here"]) for each in page.context["chain"]] == [(first, False), (second, True)]
    body = page.content.decode()
    assert f'<a class="n-nowrap" href="{reverse("proceeding", args=[first])}">№ {first}</a>' in body
    assert "repeated: points to other faults" in body


def test_a_text_like_its_own_is_offered_with_the_reason_and_not_merged(house: House, enter: SignedIn) -> None:
    first = house.register(text=_TEXT).number
    second = house.register(text=_RETYPED, **_OTHER).number
    page = enter("almaty.head").get(reverse("proceeding", args=[second]))
    assert [each["number"] for each in page.context["alike"]] == [first]
    assert "words in common: «" in page.content.decode()
    row = Proceeding.objects.select_related("appeal").get(number=second)
    assert (row.appeal.repeat_of_id, row.appeal.duplicate_of_id, row.state) == (None, None, "registered")


def test_a_case_that_one_may_not_see_is_not_told_of(house: House, enter: SignedIn) -> None:
    house.register("almaly.registrar", text=_TEXT, addressed_to="751110-district")
    here = house.register(text=_RETYPED, **_OTHER).number
    page = enter("almaty.registrar").get(reverse("proceeding", args=[here]))
    assert page.context["alike"] == []


def test_the_intake_finds_a_retyped_text_of_whoever_wrote_it(house: House, enter: SignedIn) -> None:
    first = house.register(text=_TEXT).number
    answer = sent(enter("almaty.registrar"), "check", text=_RETYPED, iin="", surname="Другая")
    body = answer.content.decode()
    assert (answer.status_code, Proceeding.objects.count()) == (200, 1)
    assert "of whoever wrote them" in body
    for act in ("same", "repeat"):
        assert f'value="{act}:{first}"' in body
    assert "words in common: «" in body
    assert Look.objects.filter(proceeding__number=first).exists()


def test_the_same_person_is_told_once_with_the_reason(house: House, enter: SignedIn) -> None:
    first = house.register(text=_TEXT).number
    body = sent(enter("almaty.registrar"), "check", text=_RETYPED).content.decode()
    assert body.count(f'value="same:{first}"') == 1
    assert "words in common: «" in body
    assert "of whoever wrote them" not in body
