"""Pages of the inbox: in order of the soonest term, nothing twice, nothing lost; requests told apart from cases."""

import pytest
from django.urls import reverse

from nadzor.casework.models import Proceeding, Tally
from nadzor.workplace import lists
from tests.house import TODAY, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db


def test_pages_lose_and_double_nothing_while_cases_arrive(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The executor answers for the first three and owes a part of the next two; the last comes between two pages."""
    monkeypatch.setattr(lists, "PAGE", 2)
    executor, other = (house.people[f"almaty.{name}"].pk for name in ("executor1", "assistant"))
    actor = house.actor("almaty.executor1")

    def given(*, beside: bool = False, kind: str = "message") -> str:
        number = house.register(kind=kind).number
        people = {"executor": other, "co_executors": [executor]} if beside else {"executor": executor}
        house.step("almaty.head", "assign", number, **people)
        return number

    wanted = [given(), given(), given(), given(beside=True), given(beside=True)]
    soonest = {number: Proceeding.objects.get(number=number).next_due for number in wanted}
    seen: list[str] = []
    after, arrived = "", ""
    while True:
        page = lists.page_of(Proceeding.objects.all(), lists.shown_in(actor, lists.MINE), after)
        seen += [row.number for row in page.rows]
        if not arrived:
            assert page.count == 5
            arrived = given()
            soonest[arrived] = Proceeding.objects.get(number=arrived).next_due
        after = page.after
        if not after:
            break
    order = sorted([*wanted, arrived], key=lambda number: (soonest[number], number))
    behind = [number for number in order if number != arrived or order.index(arrived) >= 2]
    assert seen == behind
    assert len(seen) == len(set(seen)) >= 5


@pytest.mark.parametrize("after", ["", "x", "2026-03-05", "2026-03-05_x", "_", "2026-03-05_1e5"])
def test_a_broken_cursor_gives_the_first_page(house: House, after: str) -> None:
    number = house.register().number
    page = lists.page_of(Proceeding.objects.all(), lists.shown_in(house.actor("almaty.head"), lists.OFFICE), after)
    assert [row.number for row in page.rows] == [number]


def test_a_request_stands_in_the_inbox_as_one_and_is_no_case_of_the_board(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.step("almaty.executor1", "ask_for_materials", number, addressee="А", asked="Договор", due=str(TODAY))
    assert sum(Tally.objects.values_list("count", flat=True)) == 2
    mine = enter("almaty.executor1").get(reverse("inbox")).content.decode()
    assert "Request for materials: Договор" in mine
    head = enter("almaty.head")
    board = head.get(reverse("control"))
    assert board.context["total"] == 1
    drilled = head.get(board.context["rows"][0]["total_url"])
    assert [row["number"] for row in drilled.context["rows"]] == [number]


def test_a_cell_of_the_tally_goes_with_its_last_case(house: House) -> None:
    first, second = house.register().number, house.register().number
    executor = house.people["almaty.executor1"].pk
    house.step("almaty.head", "assign", first, executor=executor)
    assert sorted(Tally.objects.values_list("unit_key", "count")) == sorted(
        [(0, 1), (Proceeding.objects.get(number=first).unit_id, 1)]
    )
    house.step("almaty.head", "assign", second, executor=executor)
    assert list(Tally.objects.values_list("count", flat=True)) == [2]
