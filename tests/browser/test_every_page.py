"""Every page in every language at two widths: no violation of WCAG 2.2 AA, no sideways scrolling, one heading."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Error

from tests.browser.conftest import Enter
from tests.browser.visits import VISITS, Site

pytestmark = pytest.mark.django_db
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDEST = 1280
# Looked at from the top: what the bar covers after a jump to a field can be scrolled to. A field with the focus would
# be scrolled to again by a new width. At once: the page's own scrolling is smooth, and would still be on its way.
_AXE = """async ([tags, contrast]) => (document.activeElement?.blur(), scrollTo({top: 0, behavior: "instant"}),
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    scrollTo({top: 0, behavior: "instant"}),
    await axe.run(document, {runOnly: {type: "tag", values: tags},
    rules: {"color-contrast": {enabled: contrast}}, resultTypes: ["violations"]}))
    .violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.target.join(" ")}`))"""
_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Spacing of text that a reader may set (WCAG 1.4.12). 640 px is a window of 1280 at 200 %, 320 px at 400 %.
_SPACED = """(spaced) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`* { line-height: 1.5 !important;
    letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = spaced ? [sheet] : [] }"""
_SEEN = """() => ({lang: document.documentElement.lang, title: document.title,
    headings: document.querySelectorAll("h1").length, focus: document.activeElement.className})"""


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_page_is_open_to_everybody(site: Site, enter: Enter, axe: Path, language: str) -> None:
    rules = axe.read_text(encoding="utf-8")
    wrong: list[str] = []
    titles: dict[str, str] = {}
    windows: dict[str | None, Any] = {}
    for visit in VISITS:
        if language != "en" and visit.name == "bulk":
            continue  # it changes what it shows: once is enough
        if visit.who not in windows:
            windows[visit.who] = enter(language, who=visit.who).new_page()
        page = windows[visit.who]
        page.set_viewport_size({"width": 1280, "height": 900})
        answer = page.goto(site.url + quote(visit.address.format(**site.data), safe="/?=&%"))
        if visit.leads is None:
            if answer.status != visit.status:
                wrong.append(f"{visit.name}: answered {answer.status}")
        else:
            try:
                visit.leads(page, site.data)
                page.wait_for_load_state()
            except Error as error:
                wrong.append(f"{visit.name}: {error.message.splitlines()[0]}")
                continue
        seen = page.evaluate(_SEEN)
        if seen["lang"] != language:
            wrong.append(f"{visit.name}: speaks {seen['lang']}")
        if seen["headings"] != 1:
            wrong.append(f"{visit.name}: {seen['headings']} h1")
        titles[visit.name] = seen["title"]
        page.evaluate(rules)
        for width in (WIDEST, 360):  # colours are the same at each width, and cost half of the time
            page.set_viewport_size({"width": width, "height": 900})
            wrong += [f"{visit.name} {width}: {each}" for each in page.evaluate(_AXE, [TAGS, width == WIDEST])]
        for width, spaced in ((320, False), (360, False), (640, False), (640, True), (360, True)):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(_SPACED, spaced)
            over = page.evaluate(_WIDE)
            if over > 0:
                wrong.append(f"{visit.name} {width}{', spaced' * spaced}: {over} px wider than the window")
    wrong += [f"title twice: {title}" for title in _doubled(titles)]
    assert not wrong, "\n".join(wrong)


def _doubled(titles: dict[str, str]) -> set[str]:
    """Titles of different addresses that are the same; states of one page may share theirs."""
    by_address: dict[str, set[str]] = {}
    for visit in VISITS:
        if visit.name in titles and visit.leads is None and visit.status == 200:
            by_address.setdefault(titles[visit.name], set()).add(visit.address.partition("?")[0])
    return {title for title, addresses in by_address.items() if len(addresses) > 1}
