"""The whole line of an appeal by Tab, Enter, Space, arrows and typing: filed, registered, given out, answered, read."""

import re
from typing import Any

import pytest

from tests.browser.conftest import PASSWORD, Enter
from tests.browser.test_by_hand import tab_to
from tests.browser.visits import Site

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r"\d{4}-\d{2}-\d{6}")
ANSWER = "Ауладағы шам 3 наурызда жөнделді, енді жарық бар."  # an appeal in English is answered in Kazakh


def type_in(page: Any, fields: dict[str, str]) -> None:
    """Go to each field by Tab and type; a choice is made by typing its beginning, as the browser has it."""
    for name, text in fields.items():
        tab_to(page, field=f"id_{name}")
        page.keyboard.type(text)


def press(page: Any, text: str, where: str) -> None:
    """Go to a button by its words and press it; wait for an address."""
    tab_to(page, text=text)
    page.keyboard.press("Enter")
    page.wait_for_url(where, timeout=30_000)


def follow_link(page: Any, link: str) -> None:
    tab_to(page, link=link)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{link}", timeout=30_000)


def choose(page: Any, name: str, words: str) -> None:
    """Go to a list and go down it by the arrow until the words stand there."""
    tab_to(page, field=f"id_{name}")
    at = f"document.getElementById('id_{name}').selectedOptions[0].innerText"
    page.keyboard.press("Home")
    for _ in range(120):
        if words in page.evaluate(at):
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"the arrow does not reach {words}")


def test_the_line_of_an_appeal_without_a_mouse(site: Site, enter: Enter) -> None:  # noqa: PLR0915  # one line
    citizen = enter("en").new_page()
    citizen.goto(f"{site.url}/")
    follow_link(citizen, "/file/")
    press(citizen, "Begin an appeal", "**/to/")
    choose(citizen, "area", "City of Almaty")
    press(citizen, "Continue", "**/office/")
    press(citizen, "Continue", "**/what/")
    type_in(citizen, {"text": "There is no light in the yard.", "demands": "Mend it."})
    press(citizen, "Continue", "**/files/")
    press(citizen, "Continue", "**/about/")
    type_in(citizen, {"surname": "Keyboardova", "given_name": "Proba", "postal_address": "1 Example Street"})
    press(citizen, "Continue", "**/answer/")
    press(citizen, "Continue", "**/check/")
    press(citizen, "Send", "**/receipt/")
    number = NUMBER.search(citizen.locator("h1").inner_text()).group()  # type: ignore[union-attr]
    code = citizen.locator("dl strong").first.inner_text()
    case = f"/work/case/{number}/"

    registrar = enter("en", who="almaty.registrar").new_page()
    registrar.goto(f"{site.url}/work/")
    tab_to(registrar, field="bar-search")
    registrar.keyboard.type(number)
    registrar.keyboard.press("Enter")
    registrar.wait_for_url(lambda url: "/find/" in url or url.endswith(case))
    if not registrar.url.endswith(case):  # a whole number leads to its case at once
        follow_link(registrar, case)
    follow_link(registrar, f"{case}assign/")
    choose(registrar, "executor", site.data["executor"])
    press(registrar, "Pass on for consideration", f"**{case}")

    executor = enter("en", who="almaty.executor1").new_page()
    executor.goto(f"{site.url}{case}")
    follow_link(executor, f"{case}draft_answer/")
    choose(executor, "outcome", "answer on the merits")
    choose(executor, "language", "Kazakh")
    tab_to(executor, field="id_argument_1")
    if not executor.locator("#id_argument_1").input_value():
        executor.keyboard.type("No light.")
    choose(executor, "finding_1", "confirmed")
    type_in(executor, {"facts_1": "Seen on 3 March.", "text": ANSWER, "norms": "Law, article 24"})
    tab_to(executor, field="id_contest")
    if not executor.locator("#id_contest").input_value():
        executor.keyboard.type("Жоғары тұрған прокурорға үш ай ішінде шағымдана аласыз.")
    press(executor, "Save the draft", f"**{case[:-1]}.*/")
    child = f"/work/case/{executor.url.split('/')[-2]}/"
    follow_link(executor, f"{child}send_to_sign/")
    choose(executor, "signatory", site.data["head"])
    press(executor, "Send for signing", f"**{child}")

    head = enter("en", who="almaty.head").new_page()
    head.goto(f"{site.url}/work/")
    follow_link(head, "/work/to-sign/")
    follow_link(head, f"{case}answer/")
    for name in ("harm", "interest", "disclosure", "identity"):
        tab_to(head, field=f"id_vouched_{name}")
        head.keyboard.press("Space")
    type_in(head, {"password": PASSWORD})
    press(head, "Sign", f"**{case}")

    # this one went out by the portal with the signature; a signed paper is entered in the dispatch book
    registrar.goto(f"{site.url}/work/dispatch/")
    tab_to(registrar, field="send_1")
    registrar.keyboard.press("Space")
    choose(registrar, "way", "by post")
    tab_to(registrar, text="Enter the ticked ones as sent")
    registrar.keyboard.press("Enter")
    registrar.wait_for_selector("text=Done: 1")

    citizen.goto(f"{site.url}/follow/")
    if citizen.locator("#id_code").count():
        type_in(citizen, {"code": code})
        citizen.keyboard.press("Enter")
        citizen.wait_for_selector(f"text={ANSWER}")
    assert ANSWER in citizen.locator("main").inner_text()
