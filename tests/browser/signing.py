"""The one place of the browser tests that knows by which pages an answer is drafted, signed and sent."""

from typing import Any

from tests.browser.conftest import PASSWORD


def draft(executor: Any, url: str, number: str, *, text: str, outcome: str = "answer") -> None:
    """Draft the answer and send it to the head. `executor`: a page in which the executor is signed in."""
    executor.goto(f"{url}/work/case/{number}/draft_answer/")
    executor.locator("#id_outcome").select_option(outcome)
    executor.locator("#id_language").select_option("ru")
    executor.locator("#id_argument_1").fill("Света нет.")
    executor.locator("#id_finding_1").select_option("confirmed")
    executor.locator("#id_facts_1").fill("Осмотр двора.")
    executor.locator("#id_text").fill(text)
    executor.locator("#id_norms").fill("Закон «О прокуратуре», статья 24")
    executor.locator("#id_contest").fill("Ответ можно обжаловать вышестоящему прокурору или в суд.")
    _send(executor)
    executor.wait_for_url(f"**/work/case/{number}/")
    executor.locator("a", has_text="-draft").or_(executor.locator(".n-cols-content li a")).first.click()
    executor.wait_for_load_state()
    at = executor.url
    executor.goto(f"{at}send_to_sign/")
    executor.locator("#id_signatory").select_option(index=1)
    _send(executor)
    executor.wait_for_url(at)


def sign(head: Any, url: str, number: str) -> None:
    """Sign the answer that waits. `head`: a page in which one who may sign is signed in; it ends on the case."""
    head.goto(f"{url}/work/case/{number}/answer/")
    head.locator("#id_password").fill(PASSWORD)
    _send(head)
    head.wait_for_url(f"**/work/case/{number}/")


def _send(page: Any) -> None:
    page.locator("main form button.btn-primary").last.click()
