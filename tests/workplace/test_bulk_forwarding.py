"""Many appeals to one body in one covering form: each answered by itself, each with its own notice."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nadzor.casework.models import Entry, Notice, Proceeding
from nadzor.papers.models import IssuedPaper
from tests.house import House
from tests.workplace.conftest import PASSWORD, SignedIn
from tests.workplace.test_pages import hidden

pytestmark = pytest.mark.django_db
PAGE = "forward-chosen"
WHY = "Вопрос о свете во дворе решает акимат района."
ADDRESSEE = "Акимат района"


def forward(client: Client, *numbers: str, **more: Any) -> Any:
    said = {
        "number": list(numbers),
        "body": ADDRESSEE,
        "reason": WHY,
        "confirmed": "true",
        "key": "k",
        "password": PASSWORD,
    }
    return client.post(reverse(PAGE), {**said, **more})


def told(answer: Any) -> dict[str, str]:
    """What became of each number: "done", or why it was refused, in English."""
    assert answer.status_code == 200, answer.content.decode()
    return {each.number: "done" if each.refusal is None else each.said.en for each in answer.context["results"]}


@pytest.mark.norm("29I.31.1")
@pytest.mark.norm("29I.31.2")
def test_each_goes_with_its_own_notice(house: House, enter: SignedIn) -> None:
    numbers = [house.register().number for _ in range(3)]
    head = enter("almaty.head")
    asked = head.post(reverse(PAGE), {"number": numbers, "ask": "true"})
    assert asked.status_code == 200
    assert {row["number"] for row in asked.context["rows"]} == set(numbers)
    key = hidden(asked.content.decode(), "key")
    assert told(forward(head, *numbers, key=key)) == dict.fromkeys(numbers, "done")
    rows = Proceeding.objects.filter(number__in=numbers)
    assert set(rows.values_list("state", flat=True)) == {"forwarded"}
    notices = Notice.objects.filter(template="forwarded", to="applicant")
    assert sorted(notices.values_list("proceeding__number", flat=True)) == sorted(numbers)
    assert {notice.data["reason"] for notice in notices} == {WHY}


@pytest.mark.norm("29I.61.2")
def test_one_refused_never_stops_the_others(house: House, enter: SignedIn) -> None:
    free = house.register().number
    accused = house.register(complained_of=[{"body": ADDRESSEE}]).number
    waiting = house.register().number
    house.step("almaty.head", "assign", waiting, executor=house.people["almaty.executor1"].pk)
    house.step("almaty.executor1", "ask_for_materials", waiting, addressee="А", asked="Договор", due="2026-03-06")
    gone = house.register().number
    house.step("almaty.head", "forward", gone, body="Другой орган", reason=WHY)
    last = house.register().number
    found = told(forward(enter("almaty.head"), accused, free, waiting, gone, "0000-00-000000", last))
    assert (found[free], found[last]) == ("done", "done")
    assert "may not go to the body it complains of" in found[accused]
    for number in (waiting, gone, "0000-00-000000"):
        assert found[number] != "done"
    states = dict(Proceeding.objects.filter(parent=None).values_list("number", "state"))
    assert states == {
        free: "forwarded",
        accused: "registered",
        waiting: "under_review",
        gone: "forwarded",
        last: "forwarded",
    }


@pytest.mark.norm("29I.31.5")
@pytest.mark.parametrize(
    ("login", "offered"),
    [("almaty.head", True), ("almaty.deputy", True), ("almaty.registrar", True), ("almaty.executor1", False)],
)
def test_offered_to_those_who_sign_covering_letters(house: House, enter: SignedIn, login: str, offered: bool) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    browser = enter(login)
    assert (reverse(PAGE) in browser.get(reverse("inbox")).content.decode()) is offered
    found = told(forward(browser, number))[number]
    assert (found == "done") is offered
    assert Entry.objects.filter(step="forward").exists() is offered


def test_a_second_click_makes_nothing_twice(house: House, enter: SignedIn) -> None:
    numbers = [house.register().number for _ in range(2)]
    head = enter("almaty.head")
    first, second = told(forward(head, *numbers)), told(forward(head, *numbers))
    assert first == second == dict.fromkeys(numbers, "done")
    assert Entry.objects.filter(step="forward").count() == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"confirmed": ""}, "id_confirmed"),
        ({"reason": " "}, "id_reason"),
        ({"reason": "x" * 2001}, "id_reason"),
        ({"body": "", "office": ""}, "Choose an office or write another body"),
        ({"office": "751110-district"}, "Choose an office or write another body"),
    ],
)
def test_a_form_with_a_gap_keeps_all_and_forwards_nothing(
    house: House, enter: SignedIn, change: dict[str, str], field: str
) -> None:
    numbers = [house.register().number for _ in range(2)]
    answer = forward(enter("almaty.head"), numbers[0], **change)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert field in body
    assert body.count("checked") >= 1
    assert f'value="{numbers[0]}"' in body
    assert answer.context["ticked"] == [numbers[0]]
    assert not Entry.objects.filter(step="forward").exists()


def test_nothing_ticked_and_nothing_seen(house: House, enter: SignedIn) -> None:
    number = house.register().number
    head, stranger = enter("almaty.head"), enter("bostandyk.deputy")
    assert "Tick the appeals" in head.post(reverse(PAGE), {"ask": "true"}).content.decode()
    asked = stranger.post(reverse(PAGE), {"number": [number], "ask": "true"})
    assert asked.status_code == 422
    assert number not in asked.content.decode().replace(f'value="{number}"', "")
    assert told(forward(stranger, number))[number] != "done"
    assert head.get(reverse(PAGE)).status_code == 302
    assert Client().post(reverse(PAGE), {"number": [number]}).status_code in {302, 403}


@pytest.mark.norm("29I.31.1")
def test_each_may_have_its_own_addressee_and_has_its_own_letter(house: House, enter: SignedIn) -> None:
    first, second, third = (house.register().number for _ in range(3))
    head = enter("almaty.head")
    own = {f"body_{second}": "Департамент полиции", f"reason_{second}": "Это дело полиции."}
    answer = forward(head, first, second, third, **own, **{f"office_{third}": "751110-district"})
    assert told(answer) == dict.fromkeys((first, second, third), "done")
    went = dict(Proceeding.objects.filter(parent=None).values_list("number", "appeal__forwarded_to"))
    assert (went[first], went[second]) == (ADDRESSEE, "Департамент полиции")
    assert went[third] not in {ADDRESSEE, ""}
    letters = IssuedPaper.objects.filter(paper="forwarding_letter")
    assert sorted(letters.values_list("proceeding__number", flat=True)) == sorted([first, second, third])

    shown = answer.content.decode()
    assert "Print the covering letters: 3" in shown
    said = {"number": [first, second, third], "ticked": "yes", "kind": "issued:forwarding_letter"}
    assert head.post(reverse("new-batch"), said).context["kind"] == "issued:forwarding_letter"


@pytest.mark.norm("29I.61.2")
def test_what_may_not_go_is_told_before_and_nothing_is_sent(house: House, enter: SignedIn) -> None:
    free, accused = house.register().number, house.register(complained_of=[{"body": ADDRESSEE}]).number
    answer = forward(enter("almaty.head"), free, accused, check="1")
    rows = {each["number"]: each["refusal"] for each in answer.context["each"]}
    assert rows[free] is None
    assert rows[accused].cites == ("29I.61.2",)
    body = answer.content.decode()
    assert "may not go to the body it complains of" in body
    assert WHY in body  # what was typed stays
    assert not Entry.objects.filter(step="forward").exists()


def test_an_addressee_too_many_for_one_is_told_beside_it(house: House, enter: SignedIn) -> None:
    number = house.register().number
    wrong = {f"body_{number}": "Акимат", f"office_{number}": "751110-district"}
    answer = forward(enter("almaty.head"), number, **wrong)
    assert answer.status_code == 422
    assert f'id="id_form_{number}"' in answer.content.decode()
    assert not Entry.objects.filter(step="forward").exists()
