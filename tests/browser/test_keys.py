"""Keys of the workplace: in every layout, only while a list has the focus, off by a switch; digits in the Kazakh."""

from typing import Any

import pytest

from tests.browser.conftest import Enter
from tests.browser.visits import Site

pytestmark = pytest.mark.django_db
# what the place of a key types in the Kazakh layout
KAZAKH = {
    "KeyJ": "о",
    "KeyK": "л",
    "KeyX": "ч",
    "KeyA": "ф",
    "KeyF": "а",
    "KeyW": "ц",
    "KeyG": "п",
    "KeyI": "ш",
    "KeyC": "с",
}
_AT = "() => document.activeElement.getAttribute('href') || document.activeElement.id"


def press(page: Any, code: str, text: str | None = None, **more: Any) -> None:
    """Press a key by its place, typing what the Kazakh layout types there."""
    session = page.context.new_cdp_session(page)
    typed = KAZAKH.get(code, "") if text is None else text
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", "code": code, "key": typed, "text": typed, **more})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", "code": code, "key": typed, **more})
    session.detach()


def inbox(site: Site, enter: Enter, who: str = "almaty.head") -> tuple[Any, list[str]]:
    """The list with the focus on it, and the addresses of its rows."""
    page = enter("en", who=who).new_page()
    page.goto(f"{site.url}/work/", timeout=60_000)
    rows = [each.get_attribute("href") for each in page.locator("main tbody th a").all()]
    assert len(rows) > 2
    page.locator("main .n-scroll").focus()
    return page, rows


def test_up_and_down_choose_and_open(site: Site, enter: Enter) -> None:
    page, rows = inbox(site, enter)
    for code, at in (("KeyJ", 0), ("KeyJ", 1), ("KeyK", 0), ("KeyK", 0)):
        press(page, code)
        assert page.evaluate(_AT) == rows[at], code
    boxes = page.locator("main tbody tr").first.locator("input[type=checkbox]")
    for ticked in (True, False):
        press(page, "KeyX")
        assert boxes.is_checked() is ticked
        assert page.locator("#live").inner_text().endswith(": chosen" if ticked else ": not chosen")
    press(page, "KeyJ")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{rows[1]}")


def test_enter_on_a_box_opens_and_sends_nothing(site: Site, enter: Enter) -> None:
    page, rows = inbox(site, enter)
    page.locator("main tbody tr").first.locator("input[type=checkbox]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{rows[0]}")


def test_assign_leads_to_the_executor_and_forward_to_its_form(site: Site, enter: Enter) -> None:
    page, _ = inbox(site, enter)
    press(page, "KeyJ")
    press(page, "KeyA")
    assert page.evaluate(_AT) == "id_executor"
    assert page.locator("main tbody input:checked").count() == 1
    page.locator("main .n-scroll").focus()
    press(page, "KeyF")
    page.wait_for_url("**/work/forward/")
    assert page.locator("#id_reason").is_visible()
    assert page.locator("main tbody input:checked").count() == 1
    page.keyboard.press("Control+Enter")  # a step that cannot be undone is sent by no key
    page.wait_for_timeout(300)
    assert page.locator(".n-summary").count() == 0


def test_why_opens_the_reckoning_of_the_case(site: Site, enter: Enter) -> None:
    page, rows = inbox(site, enter)
    press(page, "KeyJ")
    press(page, "KeyW")
    page.wait_for_url(f"**{rows[0]}#first-why")
    assert page.locator(".n-terms details.n-why").first.get_attribute("open") is not None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


@pytest.mark.parametrize(("code", "where"), [("KeyC", "/work/control/"), ("KeyI", "/work/")])
def test_g_goes(site: Site, enter: Enter, code: str, where: str) -> None:
    page, _ = inbox(site, enter)
    page.evaluate("history.replaceState(null, '', '?x')")
    press(page, "KeyG")
    press(page, code)
    page.wait_for_url(site.url + where)


def test_letters_do_nothing_elsewhere(site: Site, enter: Enter) -> None:
    page, rows = inbox(site, enter)
    page.locator("#bar-search").focus()
    for code in KAZAKH:
        press(page, code)
    assert page.locator("#bar-search").input_value() == "".join(KAZAKH.values())
    page.locator("main h1").click()
    for code in KAZAKH:
        press(page, code)
    page.wait_for_timeout(300)
    assert page.url == f"{site.url}/work/"
    assert page.evaluate(_AT) not in rows


def test_the_switch_turns_single_keys_off(site: Site, enter: Enter) -> None:
    page = enter("en", who="almaty.deputy").new_page()
    page.goto(f"{site.url}/work/my/keys/")
    page.locator("#id_letters").uncheck()
    page.locator("main form button").click()
    page.goto(f"{site.url}/work/", timeout=60_000)
    page.locator("main .n-scroll").focus()
    for code in KAZAKH:
        press(page, code)
    page.keyboard.press("?")
    page.wait_for_timeout(300)
    assert page.url == f"{site.url}/work/"
    assert page.locator("dialog").count() == 0
    assert page.evaluate("document.activeElement.className") == "n-scroll"
    page.keyboard.press("Control+k")
    assert page.evaluate(_AT) == "bar-search"


def test_the_list_of_keys_opens_over_what_was_typed(site: Site, enter: Enter) -> None:
    page = enter("kk", who="almaty.head").new_page()
    page.goto(f"{site.url}/work/case/{site.data['open']}/note/")
    page.locator("#id_text").fill("Жазылып жатыр")
    page.locator("main button[type=submit]").focus()
    page.keyboard.press("?")
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    assert "Ctrl + K" in dialog.inner_text()
    assert "келесі, алдыңғы" in dialog.inner_text()
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")  # it goes once its closing is told
    assert page.locator("#id_text").input_value() == "Жазылып жатыр"
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    page.locator("#id_text").focus()
    page.keyboard.press("?")
    page.wait_for_timeout(200)
    assert page.locator("#id_text").input_value().endswith("?")


def test_ctrl_k_finds_and_ctrl_s_saves_what_can_be_saved(site: Site, enter: Enter) -> None:
    page = enter("en", who="almaty.head").new_page()
    page.goto(f"{site.url}/work/control/")
    press(page, "KeyK", "л", modifiers=2)
    assert page.evaluate(_AT) == "bar-search"
    page.evaluate("""() => { const saved = document.createElement("button");
        saved.dataset.save = ""; saved.type = "button";
        saved.onclick = () => { document.title = "kept" }; document.querySelector("main").append(saved) }""")
    press(page, "KeyS", "ы", modifiers=2)
    assert page.title() == "kept"


def test_a_range_of_boxes(site: Site, enter: Enter) -> None:
    page, _ = inbox(site, enter)
    boxes = page.locator("main tbody input[type=checkbox]")
    boxes.nth(0).click()
    boxes.nth(2).click(modifiers=["Shift"])
    assert [boxes.nth(place).is_checked() for place in range(3)] == [True, True, True]


# the row of digits of the standard Kazakh layout (RST KazSSR 903-90), from 1 to 0
@pytest.mark.parametrize(
    ("who", "address", "field"),
    [
        ("almaty.registrar", "/work/intake/", "#id_iin"),
        ("almaty.registrar", "/work/intake/", "#id_received_at"),
        (None, "/follow/", "#id_code"),
    ],
)
def test_digits_in_the_kazakh_layout(site: Site, enter: Enter, who: str | None, address: str, field: str) -> None:
    page = enter("kk", who=who).new_page()
    page.goto(site.url + address)
    page.locator(field).fill("")
    page.locator(field).focus()
    for digit, letter in zip("1234567890", '"әіңғ,.үұқ', strict=True):
        press(page, f"Digit{digit}", letter)
    assert page.locator(field).input_value() == "1234567890"
    press(page, "Digit2", "Ә", modifiers=8)  # with Shift the key types its letter
    assert page.locator(field).input_value() == "1234567890Ә"


def test_names_keep_their_letters(site: Site, enter: Enter) -> None:
    page = enter("kk", who="almaty.registrar").new_page()
    page.goto(f"{site.url}/work/intake/")
    page.locator("#id_surname").focus()
    for code, letter in (("Digit2", "ә"), ("Digit9", "ұ")):
        press(page, code, letter)
    assert page.locator("#id_surname").input_value() == "әұ"


def test_no_keys_on_the_portal(site: Site, enter: Enter) -> None:
    page = enter("en").new_page()
    page.goto(f"{site.url}/")
    assert page.locator("script[src*='keys']").count() == 0
