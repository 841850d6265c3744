"""The page of statistics: every figure opens its list; workbook and paper say the same; what is wrong is said."""

import datetime as dt
import io
import re
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from nadzor import clock
from nadzor.appeals.statistics import Figure
from nadzor.casework.looks import readable
from nadzor.casework.models import Look
from nadzor.organs.actor import actor_of
from nadzor.organs.directory import directory
from nadzor.organs.roles import Role
from nadzor.workplace.statistics_words import FIGURE_MEANS, FIGURE_TITLES, month_title
from tests.house import TODAY, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
ALMATY = dt.timezone(dt.timedelta(hours=5))
_FIGURE = re.compile(r'<a href="([^"]*statistics/list/[^"]*)">(?:<span[^>]*>.*?</svg>)?\s*(?:<span>)?(\d+)', re.S)


def at(day: str) -> Any:
    return clock.standing_at(dt.datetime.fromisoformat(f"{day} 10:00").replace(tzinfo=ALMATY))


def register(house: House, day: str, *, district: bool = False, **letter: Any) -> str:
    where = {"addressed_to": "751110-district"} if district else {}
    with at(day):
        registrar = "almaly.registrar" if district else "almaty.registrar"
        return house.register(registrar, received_at=f"{day}T09:00:00+05:00", **where, **letter).number


def fill(house: House) -> list[str]:
    """Of five letters two are answered, one of them late; one is forwarded to the district, one is open and overdue."""
    late, soon = register(house, "2026-01-12", topic="land"), register(house, "2026-02-10", topic="land", kind=None)
    for number, day in ((late, "2026-02-20"), (soon, "2026-02-12")):
        with at(day):
            house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
            house.answer(number, outcome="refuse")
    sent = register(house, "2026-02-17", channel="email")
    with at("2026-02-18"):
        house.step("almaty.head", "forward", sent, office="751110-district", reason="По подведомственности.")
    return [late, soon, sent, register(house, "2026-01-28", topic="taxes"), register(house, "2026-03-04")]


def shown(client: Client, query: str = "?office=all") -> str:
    answer = client.get(reverse("statistics") + query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def figures(page: str) -> list[tuple[str, int]]:
    found = [(address.replace("&amp;", "&"), int(count)) for address, count in _FIGURE.findall(page)]
    assert len(found) == page.count("/statistics/list/?")
    return found


def summary(page: str) -> dict[str, int]:
    """The figures of all that are not 0, by name."""
    first = page.partition("</table>")[0]
    return {parse_qs(urlsplit(address).query)["figure"][0]: count for address, count in figures(first)}


def test_every_figure_of_the_page_opens_as_many_cases(house: House, enter: SignedIn) -> None:
    fill(house)
    client = enter("almaty.head")
    found = figures(shown(client))
    asked = {figure for address, _ in found for figure in parse_qs(urlsplit(address).query)["figure"]}
    assert asked == {"received", "answered", "forwarded", "open", "late", "overdue"}
    assert len(found) > 40
    for address, count in found:
        answer = client.get(address)
        assert (address, answer.status_code) == (address, 200)
        assert (address, answer.content.decode().count('<th scope="row">')) == (address, count)


def test_what_stands_in_the_summary(house: House, enter: SignedIn) -> None:
    fill(house)
    said = summary(shown(enter("almaty.head"), "?office=750000-oblast"))
    assert said == {"received": 5, "answered": 2, "forwarded": 1, "open": 2, "late": 1, "overdue": 1}


@pytest.mark.parametrize(
    ("query", "received"),
    [
        ("", 5),
        ("?office=all", 6),
        ("?office=751110-district", 1),
        ("?since=2026-02-10&until=2026-02-17", 2),
        ("?since=10.02.2026&until=16.02.2026", 1),
        ("?since=11022026&until=4,3,26", 2),
        ("?since=2026-03-05", 0),
    ],
)
def test_period_and_office_are_chosen_in_the_address(house: House, enter: SignedIn, query: str, received: int) -> None:
    fill(house)
    assert summary(shown(enter("almaty.head"), query)).get("received", 0) == received


@pytest.mark.parametrize(
    ("query", "field", "said"),
    [
        ("?since=yesterday", "since", "Write the day as 01.04.2026."),
        ("?until=31.02.2026", "until", "Write the day as 01.04.2026."),
        ("?since=2026-03-02&until=2026-03-01", "until", "The period cannot end before it begins."),
        ("?until=2026-03-06", "until", "The period cannot end later than today."),
        ("?office=100000-oblast", "office", "The figures of this office are not visible to you."),
        ("?unit=999999", "unit", "The chosen office has no such unit."),
        ("?unit=%C2%B2", "unit", "The chosen office has no such unit."),
    ],
)
def test_what_is_wrong_is_said_and_stays(house: House, enter: SignedIn, query: str, field: str, said: str) -> None:
    fill(house)
    client = enter("almaty.head")
    answer = client.get(reverse("statistics") + query)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in page
    assert said in page
    if field in {"since", "until"}:
        assert f'value="{query.rpartition("=")[2]}"' in page
    for name in ("statistics-book", "statistics-paper"):
        assert client.get(reverse(name) + query).status_code == 422
    assert client.get(reverse("statistics-list") + query + "&figure=open").status_code == 422
    assert client.get(reverse("statistics-list-table") + query + "&figure=open").status_code == 404


def test_no_such_figure(house: House, enter: SignedIn) -> None:
    assert enter("almaty.head").get(reverse("statistics-list") + "?figure=bribes").status_code == 404


@pytest.mark.parametrize("name", ["statistics", "statistics-list", "statistics-list-table", "statistics-book"])
def test_only_those_who_lead_or_analyse(house: House, enter: SignedIn, name: str) -> None:
    fill(house)
    query = "?figure=received"
    assert Client().get(reverse(name) + query).status_code == 302
    for login, status in (("almaty.registrar", 403), ("almaty.executor1", 403), ("almaty.analyst", 200)):
        client = enter(login)
        assert (login, client.get(reverse(name) + query).status_code) == (login, status)
        assert (reverse("statistics") in client.get(reverse("inbox")).content.decode()) == (status == 200)


def test_the_head_of_a_unit_counts_the_unit(house: House, enter: SignedIn) -> None:
    fill(house)
    found = figures(shown(enter("almaty.interests.head"), ""))
    assert {count for address, count in found if "figure=answered" in address} == {1, 2}
    assert not any("figure=forwarded" in address for address, _ in found)


def test_as_many_questions_for_many_as_for_few(house: House, enter: SignedIn) -> None:
    client = enter("almaty.head")

    def asked(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    fill(house)
    listed = f"{reverse('statistics-list')}?figure=received&office=all"
    few = asked(reverse("statistics")), asked(listed)
    for day in range(2, 6):
        register(house, f"2026-03-0{day}")
        register(house, f"2026-03-0{day}", kind="complaint", channel="oral", topic="minors")
    assert (asked(reverse("statistics")), asked(listed)) == few


def test_the_list_goes_on_and_is_taken_along(house: House, enter: SignedIn) -> None:
    numbers = {register(house, "2026-03-04") for _ in range(51)}
    client = enter("almaty.head")
    first = client.get(reverse("statistics-list") + "?figure=received").content.decode()
    assert "page=2" in first
    second = client.get(reverse("statistics-list") + "?figure=received&page=2").content.decode()
    assert second.count('<th scope="row">') == 1
    assert "page=3" not in second
    answer = client.get(reverse("statistics-list-table") + "?figure=received")
    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(min_row=3, values_only=True))
    assert {row[2] for row in rows} == numbers
    assert Look.objects.filter(way="table", proceeding__number__in=numbers).count() == 51


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_workbook_says_what_the_page_says(house: House, enter: SignedIn, language: str) -> None:
    fill(house)
    client = enter("almaty.head", language)
    answer = client.get(reverse("statistics-book") + "?office=all")
    assert answer["Content-Disposition"] == 'attachment; filename="nadzor-statistics-2026-01-01-2026-03-05.xlsx"'
    book = load_workbook(io.BytesIO(answer.content))
    first = [[cell for cell in row if cell is not None] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert any("05.03.2026 10:00" in str(row[0]) for row in first if row)
    assert any(house.people["almaty.head"].full_name in str(row[0]) for row in first if row)
    place = ("kk", "ru", "en").index(language)
    said = {row[0]: row[1:] for row in first if len(row) == 3}
    for figure, count in {"received": 6, "answered": 2, "forwarded": 1, "open": 3, "late": 1, "overdue": 1}.items():
        expected = [count, FIGURE_MEANS[Figure(figure)][place]]
        assert said[FIGURE_TITLES[Figure(figure)][place]] == expected
    months = {row[0]: row[1:] for row in book.worksheets[1].iter_rows(min_row=2, values_only=True)}
    assert months == {  # received, answered, forwarded, returned, otherwise, late
        month_title("2026-01")[place]: (2, 0, 0, 0, 0, 0),
        month_title("2026-02")[place]: (3, 2, 1, 0, 0, 1),
        month_title("2026-03")[place]: (1, 0, 0, 0, 0, 0),
    }
    assert len(book.worksheets) == 7
    look = Look.objects.get(way="table")
    assert (look.person, look.proceeding) == (house.people["almaty.head"], None)
    assert "office=all" in look.what


@pytest.mark.parametrize(("language", "others"), [("kk", ()), ("ru", ("ru",)), ("en", ("en",))])
def test_the_paper_is_in_the_state_language_and_that_of_the_page(
    house: House, enter: SignedIn, language: str, others: tuple[str, ...]
) -> None:
    fill(house)
    answer = enter("almaty.head", language).get(reverse("statistics-paper") + "?office=all")
    assert answer["Content-Type"] == "application/pdf"
    paper = pypdfium2.PdfDocument(answer.content)
    text = " ".join("".join(each.get_textpage().get_text_range() for each in paper).split())
    for title in FIGURE_TITLES.values():
        for place, lang in enumerate(("kk", "ru", "en")):
            assert (title[place] in text) == (lang == "kk" or lang in others), title[place]
    assert "2026 жылғы 1 қаңтар – 2026 жылғы 5 наурыз" in text
    assert "05.03.2026 10:00" in text
    assert house.people["almaty.head"].full_name in text
    width, height = paper[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    assert Look.objects.filter(way="table", proceeding=None).count() == 1


def test_charts_say_their_finding_and_are_silent_beside_it(house: House, enter: SignedIn) -> None:
    fill(house)
    page = shown(enter("almaty.head", "ru"))
    assert "Остаток вырос: был 0, стал 3" in page
    assert "По месяцам: поступило 6, дан ответ 2. Больше всего поступило: февраль 2026 (3)." in page
    assert "Чаще всего: земля, недра, экология, 2 из 6" in page
    assert page.count('<div aria-hidden="true"><svg') == 2
    assert "style=" not in page  # the policy of the site lets no style be written into a page
    one = shown(enter("almaty.head", "ru"), "?since=2026-03-01&office=all")
    assert "По месяцам" in one
    assert "<svg xmlns" not in one.partition("<figure")[2]  # one month is no line, and no topic came in it


@pytest.mark.parametrize(
    ("login", "reads"), [("almaty.security", True), ("gpo.security", True), ("abai.security", False)]
)
def test_the_security_officer_reads_who_took_figures_along(
    house: House, enter: SignedIn, login: str, reads: bool
) -> None:
    assert enter("almaty.head").get(reverse("statistics-book")).status_code == 200
    if login in house.people:
        page = enter(login).get(reverse("access-log")).content.decode()
        assert (">statistics<" in page and "since=2026-01-01&amp;until" in page) == reads
    else:
        foreign = actor_of(house.people["abai.executor"], TODAY)
        role = frozenset({(Role.SECURITY, directory().by_code["100000-oblast"].id)})
        assert not readable(replace(foreign, roles=role)).exists()


def test_as_many_questions_for_many_offices_as_for_one(house: House, enter: SignedIn) -> None:
    client = enter("almaty.head")

    def asked() -> int:
        client.get(reverse("statistics") + "?office=all")
        with CaptureQueriesContext(connection) as queries:
            shown(client)
        return len(queries)

    register(house, "2026-03-04")
    one = asked()
    register(house, "2026-03-04", district=True)
    with at("2026-03-04"):
        house.register("bostandyk.registrar", addressed_to="751410-district", received_at="2026-03-04T09:00:00+05:00")
    assert asked() == one
