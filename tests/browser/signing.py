"""The one place of the browser tests that knows by which pages an answer is signed."""

from typing import Any


def sign(head: Any, url: str, number: str, *, text: str, outcome: str = "answer") -> None:
    """Sign an answer and send it. `head`: a page in which one who may sign is signed in; it ends on the case."""
    head.goto(f"{url}/work/case/{number}/answer/")
    head.locator("#id_outcome").select_option(outcome)
    head.locator("#id_text").fill(text)
    head.locator("#id_confirmed").check()
    head.locator("main form button[type=submit]").last.click()
    head.wait_for_url(f"**/work/case/{number}/")
