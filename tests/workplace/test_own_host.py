"""Every page that can be reached by links loads from its own host alone, and keeps the policy the browser is told."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from nadzor.web import assets
from nadzor.web.middleware import POLICY
from tests.house import House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db

POINTS = ("href", "src", "action", "formaction", "srcset", "poster", "data", "hx-get", "hx-post")
OF_A_FILE = "default-src 'none'; sandbox"  # narrower still: a file that is downloaded does nothing at all
KINDS = {"": True, "mailto": True, "tel": True, "data": True}
"""Schemes that lead to no other host."""


class Page(HTMLParser):
    """Where a page points, and what the policy forbids in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.points: list[str] = []
        self.links: list[str] = []
        self.forbidden: list[str] = []
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.points += [value for name, value in attrs if name in POINTS and value]
        if tag == "a" and told.get("href"):
            self.links.append(str(told["href"]))
        if tag == "style" or "style" in told or any(name.startswith("on") for name in told):
            self.forbidden.append(f"<{tag} {told}>")
        if tag == "script" and "src" not in told and told.get("type") != "application/json":
            self.forbidden.append("<script> with its text in the page")


def another_host(point: str) -> bool:
    parts = urlsplit(point)
    return bool(parts.netloc) or parts.scheme not in KINDS


def crawled(browser: Client, begin: list[str]) -> dict[str, Page]:
    """Open pages and what they link to, each address once, whatever its question."""
    pages: dict[str, Page] = {}
    seen, waiting = set(begin), list(begin)
    while waiting:
        address = waiting.pop(0)
        answer = browser.get(address)
        allowed = {POLICY} if answer.get("Content-Type", "text/html").startswith("text/html") else {POLICY, OF_A_FILE}
        assert answer.headers["Content-Security-Policy"] in allowed, address
        if answer.status_code in {301, 302}:
            links = [str(answer["Location"])]
        elif answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            page = pages[address] = Page(answer.content.decode())
            links = page.links
        else:
            assert answer.status_code in {200, 403, 404, 409}, (address, answer.status_code)
            continue
        for link in links:
            found = urldefrag(urljoin(address, link))[0].partition("?")[0]
            if found.startswith("/") and not found.startswith("/static/") and found not in seen:
                seen.add(found)
                waiting.append(found)
    return pages


@pytest.mark.parametrize("login", ["almaty.registrar", "almaty.executor1", "almaty.head", "gpo.admin"])
def test_pages_of_staff_refer_to_no_other_host(house: House, enter: SignedIn, login: str) -> None:
    number = house.register().number
    house.step("almaty.deputy", "assign", number, executor=house.people["almaty.executor1"].pk)
    pages = crawled(enter(login), ["/work/", f"/work/case/{number}/", "/work/no-such-page/", "/gallery/"])
    assert {"/work/", "/"} <= set(pages)
    for address, page in pages.items():
        assert [point for point in page.points if another_host(point)] == [], address
        assert page.forbidden == [], address


def test_pages_of_the_public_and_of_programs_refer_to_no_other_host() -> None:
    pages = crawled(Client(), ["/", "/follow/", "/work/", "/api/v1/docs"])
    assert {"/", "/follow/", "/api/v1/docs", "/work/sign-in/"} <= set(pages)
    for address, page in pages.items():
        assert [point for point in page.points if another_host(point)] == [], address
        assert page.forbidden == [], address


def test_the_description_of_the_interface_is_drawn_by_what_we_serve() -> None:
    text = Client().get("/api/v1/docs").content.decode()
    told = [point.removeprefix("/static/") for point in Page(text).points if point.startswith("/static/")]
    assert any(name.endswith("swagger-ui-bundle.js") for name in told)
    assert [name for name in told if finders.find(name) is None] == []
    assert '"validatorUrl": null' in text  # else the browser would show our address to a validator on the Internet


def test_style_sheets_load_nothing_from_elsewhere() -> None:
    assets.build()
    sheets = [*assets.BUILT.glob("*.css"), assets.OWN_SHEET, Path(str(finders.find("ninja/swagger-ui.css")))]
    assert len(sheets) == 4
    for sheet in sheets:
        loaded = re.findall(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", sheet.read_text(encoding="utf-8"))
        assert [point for pair in loaded for point in pair if another_host(point)] == [], sheet.name
