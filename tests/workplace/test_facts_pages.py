"""What raises a matter, through pages: said at the intake, shown with the case, marked later by its executor."""

import datetime as dt

import pytest
from django.urls import reverse

from nadzor.appeals.models import Appeal, Timed
from tests.house import House
from tests.workplace.conftest import SignedIn
from tests.workplace.test_pages import INTAKE, hidden

pytestmark = pytest.mark.django_db
FACTS = {
    "control_by": "gpo",
    "answered_by": "oblast_body_head",
    "contested_by": "oblast:deputy_head",
    "reception_of": "oblast:head",
}


@pytest.mark.norm("29I.29.2", "29I.29.4", "29I.88.8")
def test_said_at_the_intake_and_shown_with_the_case(house: House, enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    checked = registrar.post(reverse("intake"), {**INTAKE, **FACTS, "act": "check", "key": "k"}).content.decode()
    for name, chosen in FACTS.items():
        assert f'<option value="{chosen}" selected>' in checked, name
    assert registrar.post(reverse("intake"), {**INTAKE, **FACTS, "key": "k"}).status_code == 302
    facts = Appeal.objects.get()
    assert {name: getattr(facts, name) for name in FACTS} == FACTS
    text = registrar.get(reverse("proceeding", args=[facts.proceeding.number])).content.decode()
    assert "Oblast office: Deputy" in text
    assert "the head of an administrative body of the oblast" in text


@pytest.mark.parametrize(("name", "value"), [("contested_by", "district:apparatus_head"), ("control_by", "me")])
def test_what_is_not_in_the_list_is_asked_again(house: House, enter: SignedIn, name: str, value: str) -> None:
    answer = enter("almaty.registrar").post(reverse("intake"), {**INTAKE, name: value, "key": "k"})
    assert (answer.status_code, Appeal.objects.count()) == (422, 0)
    assert f'href="#id_{name}"' in answer.content.decode()


@pytest.mark.norm("29I.88.8")
def test_marked_later_with_what_stood_there(house: House, enter: SignedIn) -> None:
    number = house.register(answered_by="oblast_body_head").number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    executor, page = enter("almaty.executor1"), reverse("step", args=[number, "mark_facts"])
    body = executor.get(page).content.decode()
    assert '<option value="oblast_body_head" selected>' in body
    said = {"version": hidden(body, "version"), "key": hidden(body, "key"), "contested_by": "district:head"}
    assert executor.post(page, said).status_code == 302
    facts = Appeal.objects.get()
    assert (facts.answered_by, facts.contested_by) == ("", "district:head")


@pytest.mark.norm("29I.29.2", "29I.53")
def test_controlled_from_the_intake_on_with_its_letter_and_term(house: House, enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    said = {**INTAKE, "control_by": "gpo", "control_document": "№ 7-12", "control_until": "20.03.2026", "key": "k"}
    wrong = registrar.post(reverse("intake"), {**said, "control_until": "в марте"})
    assert (wrong.status_code, Appeal.objects.count()) == (422, 0)
    assert 'href="#id_control_until"' in wrong.content.decode()
    assert registrar.post(reverse("intake"), said).status_code == 302
    control = Timed.objects.get()
    assert (control.authority, control.document, control.until) == ("gpo", "№ 7-12", dt.date(2026, 3, 20))
    assert control.by is None
