"""The keyboard alone from signing in to a step made; the same with JavaScript off; print."""

from typing import Any

import pytest

from tests.browser.conftest import PASSWORD, Enter
from tests.browser.visits import Site

pytestmark = pytest.mark.django_db
_FOCUS = """() => { const at = document.activeElement, drawn = getComputedStyle(at);
    return {id: at.id, link: at.getAttribute("href"), text: at.innerText.trim(), body: at === document.body,
            seen: drawn.outlineStyle !== "none" || drawn.boxShadow !== "none"} }"""
_HIDDEN = """() => { const at = document.activeElement, box = at.getBoundingClientRect();
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 10));
    return over !== null && !at.contains(over) && !over.contains(at) && !at.labels?.[0]?.contains(over) }"""
MOST = 80


def tab_to(page: Any, *, field: str = "", text: str = "", link: str = "") -> None:
    """Press Tab until the focus is on a field by its id, on a link by its address, on a button by its words."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        at = page.evaluate(_FOCUS)
        assert not at["body"], "the focus is on the body"
        assert at["seen"], f"the focus cannot be seen on {at}"
        assert not page.evaluate(_HIDDEN), f"the focus is hidden on {at}"
        if (field and at["id"] == field) or (text and at["text"] == text) or (link and at["link"] == link):
            return
    pytest.fail(f"Tab does not reach {field or text or link}")


def test_the_line_by_keyboard(site: Site, enter: Enter) -> None:
    page = enter("en").new_page()
    page.goto(f"{site.url}/work/")
    tab_to(page, field="id_username")
    page.keyboard.type("almaty.head")
    tab_to(page, field="id_password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}/work/")
    page.evaluate("document.cookie = 'django_language=en;path=/'")
    page.reload()
    tab_to(page, link=f"/work/case/{site.data['open']}/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/work/case/**")
    tab_to(page, text="Add a note")
    page.keyboard.press("Enter")
    page.wait_for_url("**/note/")
    tab_to(page, field="id_text")
    page.keyboard.type("Written without a mouse")
    tab_to(page, text="Add a note")
    page.keyboard.press("Space")
    page.wait_for_url("**/work/case/*/")
    assert "Written without a mouse" in page.locator(".n-timeline").last.inner_text()


def test_the_same_without_script(site: Site, enter: Enter) -> None:
    page = enter("ru", script=False, width=360).new_page()
    page.goto(f"{site.url}/work/")
    page.locator("#id_username").fill("almaty.head")
    page.locator("#id_password").fill("no such password")
    page.locator("main button.btn-primary").click()
    assert page.locator("#id_username").input_value() == "almaty.head"
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main button.btn-primary").click()
    page.goto(f"{site.url}/work/case/{site.data['open']}/note/")
    page.locator("main button[type=submit]").click()
    assert page.locator(".n-summary a").get_attribute("href") == "#id_text"
    page.locator("#id_text").fill("Без сценариев")
    page.locator("main button[type=submit]").click()
    assert "Без сценариев" in page.locator(".n-timeline").last.inner_text()
    page.locator(".n-lang button[lang=kk]").click()
    assert page.locator("html").get_attribute("lang") == "kk"
    page.locator(".n-why summary").first.click()
    assert page.locator(".n-why[open]").count() == 1


def test_a_session_that_ended_costs_nothing_that_was_typed(site: Site, enter: Enter) -> None:
    page = enter("ru", who="almaty.deputy", script=False).new_page()
    page.goto(f"{site.url}/work/case/{site.data['open']}/note/")
    page.locator("#id_text").fill("Первая строка\n«Вторая» <строка>")
    page.context.clear_cookies(name="sessionid")
    page.locator("main button[type=submit]").click()
    page.locator("#id_username").fill("almaty.head")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    assert page.locator("main dd").inner_text() == "Первая строка\n«Вторая» <строка>"
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/work/case/*/")
    assert "«Вторая» <строка>" in page.locator(".n-timeline").last.inner_text()


def test_a_sheet_of_the_journal_prints_on_white(site: Site, enter: Enter) -> None:
    page = enter("kk", who="almaty.head").new_page()
    page.emulate_media(media="print")
    page.goto(f"{site.url}/work/journal/{site.data['day']}/")
    assert not page.locator(".n-bar nav").is_visible()
    assert not page.locator("footer").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.set_viewport_size({"width": 672, "height": 980})  # A4 between its margins
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_refusals_take_the_focus(site: Site, enter: Enter) -> None:
    page = enter("en", who="almaty.registrar").new_page()
    page.goto(f"{site.url}/work/case/{site.data['open']}/assign/")
    page.locator("main button[type=submit]").click()
    assert page.title().startswith("Error:")
    assert "n-summary" in page.evaluate("document.activeElement.className")
