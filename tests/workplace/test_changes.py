"""What changed since one looked: a word in the list, marks in the journal, a filter; one's own steps are no news."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nadzor import clock
from nadzor.casework.models import Proceeding
from nadzor.organs.models import Person
from nadzor.workplace.changes import SITTING
from nadzor.workplace.models import SeenCase
from tests.house import MORNING, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
LATER = MORNING + SITTING + dt.timedelta(minutes=1)


def look(client: Client, number: str) -> Any:
    answer = client.get(reverse("proceeding", args=[number]))
    assert answer.status_code == 200
    return answer


def new_in(answer: Any) -> list[str]:
    return [each["what"].en for each in answer.context["events"] if each["new"]]


def changed_in(client: Client, query: str = "") -> set[str]:
    """Numbers that the list marks."""
    rows = client.get(reverse("inbox") + query).context["rows"]
    return {row["number"] for row in rows if row["cells"][1]["note"] is not None}


def shown_in(client: Client, query: str) -> set[str]:
    return {row["number"] for row in client.get(reverse("inbox") + query).context["rows"]}


def test_what_others_did_since_is_marked_and_counted(house: House, enter: SignedIn) -> None:
    number, other = house.register().number, house.register().number
    head = enter("almaty.head")
    assert changed_in(head) == set()  # never looked at: nothing has changed since
    first = look(head, number)
    assert (new_in(first), first.context["since"]) == ([], None)
    look(head, other)
    with clock.standing_at(LATER):
        house.step("almaty.registrar", "note", number, text="came by")
        house.step("almaty.registrar", "assign", number, executor=house.people["almaty.executor1"].pk)
        assert changed_in(head) == {number}
        assert shown_in(head, "?view=office&changed=yes") == {number}
        assert "changed since I looked" in head.get(reverse("inbox") + "?view=office&changed=yes").content.decode()
        answer = look(head, number)
        assert len(new_in(answer)) == 2
        assert answer.context["since"].en == "You looked on 5 March 2026, 10:00. New entries since then: 2."
        assert answer.context["since"].ru == "Вы смотрели дело: 5 марта 2026 г., 10:00. Новых записей с тех пор: 2."
        assert changed_in(head) == set()
        assert shown_in(head, "?view=office&changed=yes") == set()


@pytest.mark.parametrize(("after", "kept"), [(SITTING, True), (SITTING + dt.timedelta(seconds=1), False)])
def test_marks_stay_for_one_sitting(house: House, enter: SignedIn, after: dt.timedelta, kept: bool) -> None:
    number = house.register().number
    head = enter("almaty.head")
    look(head, number)
    with clock.standing_at(LATER):
        house.step("almaty.registrar", "note", number, text="came by")
        assert len(new_in(look(head, number))) == 1
    with clock.standing_at(LATER + after):
        assert (len(new_in(look(head, number))) == 1) is kept


def test_what_comes_during_the_first_sitting_is_marked_too(house: House, enter: SignedIn) -> None:
    """The list says "changed" at once: the page must then show what."""
    number = house.register().number
    head = enter("almaty.head")
    look(head, number)
    with clock.standing_at(MORNING + dt.timedelta(minutes=5)):
        house.step("almaty.registrar", "note", number, text="came by")
        assert changed_in(head) == {number}
        for _ in range(2):
            assert len(new_in(look(head, number))) == 1


def test_ones_own_steps_are_no_news(house: House, enter: SignedIn) -> None:
    number = house.register().number
    head = enter("almaty.head")
    look(head, number)
    with clock.standing_at(LATER):
        house.step("almaty.head", "note", number, text="mine")
        assert changed_in(head) == set()
        house.step("almaty.registrar", "note", number, text="theirs")
        house.step("almaty.head", "note", number, text="mine again")
        assert changed_in(head) == {number}
        assert len(new_in(look(head, number))) == 1


def test_each_has_their_own(house: House, enter: SignedIn) -> None:
    number = house.register().number
    head, deputy = enter("almaty.head"), enter("almaty.deputy")
    look(head, number)
    look(deputy, number)
    with clock.standing_at(LATER):
        house.step("almaty.registrar", "note", number, text="came by")
        look(deputy, number)
        assert (changed_in(head), changed_in(deputy)) == ({number}, set())


def test_other_ways_of_looking_leave_the_mark(house: House, enter: SignedIn) -> None:
    """The list, the search, the page of a step and the table show no journal."""
    number = house.register().number
    head = enter("almaty.head")
    look(head, number)
    with clock.standing_at(LATER):
        house.step("almaty.registrar", "note", number, text="came by")
        for page in (reverse("inbox"), reverse("step", args=[number, "note"]), reverse("inbox-table")):
            assert head.get(page).status_code == 200
        head.get(reverse("search"), {"q": "Пробная"})
        assert changed_in(head) == {number}


def test_the_filter_shows_no_more_than_is_seen(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    executor = enter("almaty.executor1")
    look(executor, number)
    with clock.standing_at(LATER):
        house.step("almaty.head", "reassign", number, executor=house.people["almaty.assistant"].pk)
        assert shown_in(executor, "?changed=yes") == set()
        assert number not in executor.get(reverse("inbox") + "?changed=yes").content.decode()


def test_a_filter_that_is_counted_and_saved(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.register()
    head = enter("almaty.head")
    look(head, number)
    with clock.standing_at(LATER):
        house.step("almaty.registrar", "note", number, text="came by")
        first = head.get(reverse("inbox") + "?view=office").context["saved"][0]
        assert (first.url, first.count, first.here) == ("?view=office&changed=yes", 1, False)
        assert (
            head.post(reverse("saved-views"), {"name": "News", "view": "office", "changed": "yes"}).status_code == 302
        )
        assert [each.count for each in head.get(reverse("inbox")).context["saved"]] == [1, 1]


def test_the_number_of_questions_stays(house: House, enter: SignedIn) -> None:
    head = enter("almaty.head")
    asked: dict[str, list[int]] = {"list": [], "case": []}
    for place in range(3):
        # of nobody by name: the same letter of the same person would be a duplicate, and say of which
        numbers = [house.register(applicant={"type": "anonymous"}, text=f"{place} {n}").number for n in range(2)]
        for number in numbers:
            look(head, number)
        with clock.standing_at(LATER):
            for number in numbers:
                for _ in range(place + 1):
                    house.step("almaty.registrar", "note", number, text="came by")
            head.get(reverse("inbox"))  # the session begins anew
            for name, page in (("list", reverse("inbox")), ("case", reverse("proceeding", args=[numbers[0]]))):
                with CaptureQueriesContext(connection) as queries:
                    head.get(page)
                asked[name].append(len(queries))
    assert len(set(asked["list"])) == 1, asked
    assert len(set(asked["case"])) == 1, asked


def test_one_row_a_person_and_case(house: House, enter: SignedIn) -> None:
    number = house.register().number
    head = enter("almaty.head")
    for _ in range(3):
        look(head, number)
    row = SeenCase.objects.get()
    assert (row.person, row.proceeding) == (
        Person.objects.get(pk=house.people["almaty.head"].pk),
        Proceeding.objects.get(),
    )
    assert (row.version, row.since_version) == (1, 1)
