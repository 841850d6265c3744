"""Lists, their pages and the search: what is shown, to whom, in which order."""

from typing import Any

import pytest

from nadzor.casework.search import by_name, found
from nadzor.organs.actor import HOUSE
from tests.api.callers import Callers
from tests.house import LETTER, House

pytestmark = pytest.mark.django_db


def _named(surname: str, text: str = "Не горит свет.") -> dict[str, Any]:
    return {"text": text, "applicant": {"type": "person", "surname": surname, "name": "Проба"}}


def test_pages_follow_each_other_without_gap_or_repeat(callers: Callers) -> None:
    caller = callers.of()
    numbers = [caller.post("/appeals", LETTER).json()["number"] for _ in range(7)]
    seen: list[str] = []
    cursor: dict[str, str] = {}
    sizes = []
    while True:
        page = caller.get("/proceedings", limit=3, **cursor).json()
        seen += [row["number"] for row in page["items"]]
        sizes.append(len(page["items"]))
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert (seen, sizes) == (numbers, [3, 3, 1])


def test_the_soonest_term_comes_first_and_filters_narrow(callers: Callers, house: House) -> None:
    caller = callers.of("almaty.head")
    first, second = (house.register().number for _ in range(2))
    executor = house.people["almaty.executor1"].pk
    assert caller.post(f"/proceedings/{first}/steps/assign", {"executor": executor}).status_code == 200

    def numbers(**query: Any) -> list[str]:
        return [row["number"] for row in caller.get("/proceedings", **query).json()["items"]]

    # the first waits for its answer until 31 March, the second must be passed on today
    assert numbers() == [second, first]
    assert numbers(state="under_review") == [first]
    assert numbers(executor=executor) == [first]
    assert numbers(due_before="2026-03-06") == [second]
    assert numbers(overdue="true") == []
    assert numbers(body="710000-oblast") == []
    assert numbers(q="горит свет") == [second, first]
    assert numbers(q="вода") == []


def test_the_search_finds_words_newest_first_and_only_what_may_be_seen(house: House) -> None:
    texts = ("Во дворе не горит свет.", "Света нет, горит одна лампа.", "Нет воды. of1 of2 br1 stopen")
    first, second, third = (house.register(text=text).number for text in texts)

    def words(login: str, text: str, limit: int = 50) -> list[str]:
        return [row.number for row in found(house.actor(login), text, limit)]

    assert words("almaty.registrar", "свет горит") == [second, first]
    assert words("almaty.registrar", "СВЕТ", limit=1) == [second]
    assert words("almaty.executor1", "свет") == []
    assert words("almaty.registrar", "и не во") == []
    assert words("almaty.registrar", "\x00 ' | & !") == []
    assert [row.number for row in found(HOUSE, "воды")] == [third]


@pytest.mark.parametrize(
    ("login", "prefix", "names"),
    [
        ("almaty.registrar", "пробн", ["Пробная Проба", "Пробнов Проба"]),
        ("almaty.registrar", "ӨЗБЕК", ["Өзбекова Проба"]),
        ("almaty.registrar", "озбек", ["Өзбекова Проба"]),
        ("almaty.head", "пробная", ["Пробная Проба"]),
        ("almaty.executor1", "пробн", []),
        ("almaty.registrar", "%", []),
        ("almaty.registrar", "", []),
    ],
)
def test_names_are_found_by_their_beginning(house: House, login: str, prefix: str, names: list[str]) -> None:
    for surname in ("Пробнов", "Пробная", "Өзбекова"):
        house.register(**_named(surname))
    assert [row.applicant for row in by_name(house.actor(login), prefix)] == names
    assert len(by_name(HOUSE, "про", limit=1)) == 1


@pytest.mark.parametrize("query", [{"open": "true"}, {}])
def test_pages_lose_and_double_nothing_while_letters_arrive(
    callers: Callers, house: House, query: dict[str, str]
) -> None:
    """Open ones by term, then closed ones by age. The arrivals of the day stand behind those of the same day."""
    caller = callers.of("almaty.head")
    numbers = [house.register().number for _ in range(6)]
    gone = [numbers.pop(place) for place in (1, 3)]
    for number in gone:
        house.step("almaty.head", "annul", number, reason="Ошибка")
    seen: list[str] = []
    arrived: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = caller.get("/proceedings", limit=1, **query, **cursor).json()
        seen += [row["number"] for row in page["items"]]
        if len(arrived) < 2:
            arrived.append(house.register().number)
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert seen == [*numbers, *arrived, *([] if query else gone)]


def test_closed_ones_alone(callers: Callers, house: House) -> None:
    caller = callers.of("almaty.head")
    first, second = house.register().number, house.register().number
    house.step("almaty.head", "annul", first, reason="Ошибка")

    def numbers(**query: Any) -> list[str]:
        return [row["number"] for row in caller.get("/proceedings", **query).json()["items"]]

    assert numbers(open="false") == numbers(state="annulled") == [first]
    assert numbers(open="false", overdue="true") == numbers(open="false", due_before="2030-01-01") == []
    assert numbers() == numbers(overdue="false") == numbers(q="горит свет") == [second, first]
