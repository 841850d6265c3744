"""Saved views: kept under a name with their filters, counted, one's own or a unit's, renamed and removed."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nadzor.casework.access import counted_each
from nadzor.casework.models import Proceeding
from nadzor.organs.models import Appointment
from nadzor.workplace import lists, saved_views
from nadzor.workplace.models import SavedView
from tests.house import House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db


def save(client: Client, name: str, **said: Any) -> Any:
    return client.post(reverse("saved-views"), {"name": name, **said})


def unit_head(house: House) -> str:
    """The executor becomes the head of the unit; the name of the login."""
    held = Appointment.objects.get(person=house.people["almaty.executor1"])
    held.post = "unit_head"
    held.save()
    return "almaty.executor1"


def test_the_filters_come_back_under_a_name_with_a_count(house: House, enter: SignedIn) -> None:
    house.register()
    house.register()
    head = enter("almaty.head")
    answer = save(head, "Late ones", view="office", due="late")
    assert answer["Location"] == f"{reverse('inbox')}?view=office&due=late"
    save(head, "All", view="office")
    shown = {each.name: (each.count, each.url) for each in head.get(reverse("inbox")).context["saved"][1:]}
    assert shown == {"Late ones": (0, "?view=office&due=late"), "All": (2, "?view=office")}
    here = head.get(answer["Location"]).context["saved"]
    assert [each.name for each in here if each.here] == ["Late ones"]
    assert [each.name for each in enter("almaty.deputy").get(reverse("inbox")).context["saved"][1:]] == []


def test_counts_go_no_further_than_a_thousand(house: House, enter: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        house.register()
    head = enter("almaty.head")
    save(head, "Office", view="office")
    for most, count, more in ((2, 2, True), (3, 3, False)):
        monkeypatch.setattr(lists, "COUNTED", most)
        _, shown = head.get(reverse("inbox")).context["saved"]
        assert (shown.count, shown.more) == (count, more)


def test_the_number_of_questions_does_not_grow_with_the_views(house: House, enter: SignedIn) -> None:
    house.register()
    head = enter("almaty.head")
    asked = []
    for name in ("one", "two", "three"):
        save(head, name, view="office", due="week", office="750000-oblast")
        head.get(reverse("inbox"))
        with CaptureQueriesContext(connection) as queries:
            head.get(reverse("inbox"))
        asked.append(len(queries))
    assert len(set(asked)) == 1


def test_several_lists_are_counted_as_each_alone(house: House) -> None:
    numbers = [house.register().number for _ in range(3)]
    executor = house.people["almaty.executor1"].pk
    house.step("almaty.head", "assign", numbers[0], executor=executor)
    rows = Proceeding.objects.filter(open=True)
    office = lists.shown_in(house.actor("almaty.head"), lists.OFFICE).arms(open_ones=True)
    mine = lists.shown_in(house.actor("almaty.executor1"), lists.MINE).arms(open_ones=True)
    asked = [(rows, office), (rows, mine), (rows.filter(pk__in=()), office), (rows, []), (rows, office)]
    assert counted_each(asked, 2) == [2, 1, 0, 0, 2]
    assert counted_each([(rows, [])], 2) == [0]


def test_the_head_of_a_unit_saves_for_the_unit(house: House, enter: SignedIn) -> None:
    head = enter(unit_head(house))
    unit = Appointment.objects.get(person=house.people["almaty.executor1"]).unit_id
    assert 'name="unit_of"' in head.get(f"{reverse('saved-views')}?view=unit").content.decode()
    assert save(head, "Ours", view="unit", unit_of=str(unit)).status_code == 302
    for held in Appointment.objects.filter(body__code="750000-oblast").exclude(person__appointments=None):
        login = next((name for name, person in house.people.items() if person.pk == held.person_id), None)
        if login is None or login == "almaty.executor1":
            continue
        seen = [each.name for each in enter(login).get(reverse("inbox")).context["saved"][1:]]
        assert seen == (["Ours"] if held.unit_id == unit else []), login
    row = SavedView.objects.get()
    stranger = enter("almaty.head")
    assert stranger.post(reverse("saved-view", args=[row.pk]), {"remove": "true"}).status_code == 404
    assert head.post(reverse("saved-view", args=[row.pk]), {"remove": "true"}).status_code == 302
    assert not SavedView.objects.exists()


def test_nobody_else_saves_for_a_unit(house: House, enter: SignedIn) -> None:
    unit = Appointment.objects.get(person=house.people["almaty.executor1"]).unit_id
    answer = save(enter("almaty.executor1"), "Ours", view="mine", unit_of=str(unit))
    assert answer.status_code == 422
    assert "saved by its head" in answer.content.decode()
    assert not SavedView.objects.exists()


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "Twice"])
def test_a_bad_name_is_refused_and_nothing_is_lost(enter: SignedIn, name: str) -> None:
    head = enter("almaty.head")
    save(head, "Twice", view="office")
    answer = save(head, name, view="office", due="late")
    body = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_name"' in body
    assert 'name="due" value="late"' in body
    assert f'value="{name.strip()}"' in body
    assert SavedView.objects.count() == 1


def test_a_view_is_renamed_and_removed_by_post_alone(enter: SignedIn) -> None:
    head = enter("almaty.head")
    save(head, "One", view="office")
    save(head, "Two", view="office", due="late")
    one = SavedView.objects.get(name="One")
    page = reverse("saved-view", args=[one.pk])
    assert head.get(page, {"remove": "true"}).status_code == 302
    assert SavedView.objects.count() == 2
    for name, told in (("Two", "such a name"), (" ", "Write the name")):
        answer = head.post(page, {"name": name})
        assert answer.status_code == 422
        assert told in answer.content.decode()
        assert f"#id_name_{one.pk}" in answer.content.decode()
    head.post(page, {"name": "First"})
    assert set(SavedView.objects.values_list("name", flat=True)) == {"First", "Two"}
    assert head.post(page, {"remove": "true"}).status_code == 302
    assert set(SavedView.objects.values_list("name", flat=True)) == {"Two"}


def test_the_thirteenth_is_refused(enter: SignedIn) -> None:
    head = enter("almaty.head")
    for place in range(saved_views.MOST):
        assert save(head, f"{place}", view="office").status_code == 302
    assert "At most 12 views" in save(head, "one more", view="office").content.decode()
    assert SavedView.objects.count() == 12


def test_what_is_saved_are_known_filters_alone(enter: SignedIn) -> None:
    head = enter("almaty.head")
    save(head, "Odd", view="no-such", due="late", after="x", q="y")
    assert SavedView.objects.get().asks == {"view": "office", "due": "late"}
