"""The one place of the browser tests that knows by which pages an answer is drafted, signed and sent."""

from typing import Any

from tests.browser.conftest import PASSWORD


def _send(page: Any, url: str) -> None:
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(url)


def draft(executor: Any, url: str, number: str, *, text: str, outcome: str = "answer") -> str:
    """Draft an answer and send it to the head of the office; return the number of the draft.

    `executor`: a page in which the one who considers the case is signed in.
    """
    executor.goto(f"{url}/work/case/{number}/draft_answer/")
    executor.locator("#id_outcome").select_option(outcome)
    executor.locator("#id_argument_1").fill("Свет не горит.")
    executor.locator("#id_finding_1").select_option("confirmed")
    executor.locator("#id_facts_1").fill("Осмотр: из шести светильников горит один.")
    executor.locator("#id_text").fill(text)
    executor.locator("#id_norms").fill("Инструкция, пункт 85")
    _send(executor, f"**/work/case/{number}.*/")
    child = executor.url.split("/")[-2]
    executor.goto(f"{url}/work/case/{child}/send_to_sign/")
    executor.locator("#id_signatory").select_option(label=_head_in(executor))
    _send(executor, f"**/work/case/{child}/")
    return str(child)


def _head_in(page: Any) -> str:
    """The choice of the head of the office among those who may sign."""
    labels = page.locator("#id_signatory option").all_inner_texts()
    return next(str(each) for each in labels if "Сынақбаев" in each)


def sign(head: Any, url: str, number: str, *, wrong_first: bool = False) -> None:
    """Read the letter and sign it with the password given again. `head`: a page of the one it waits for."""
    head.goto(f"{url}/work/case/{number}/answer/")
    if wrong_first:
        head.locator("#id_password").fill("not the password")
        head.locator("main form button[type=submit]").last.click()
        head.wait_for_selector("#id_password_error")
    for box in head.locator("#id_vouched input").all():
        box.check()
    head.locator("#id_password").fill(PASSWORD)
    _send(head, f"**/work/case/{number}/")


def dispatch(executor: Any, url: str, number: str) -> None:
    """Enter into the dispatch book that a signed answer went by post."""
    executor.goto(f"{url}/work/case/{number}/dispatch/")
    executor.locator("#id_way").select_option("post")
    _send(executor, f"**/work/case/{number}/")
