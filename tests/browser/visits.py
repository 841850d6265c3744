"""Every page of the site in each of its states: who opens it, where, and what is done there first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Page = Any  # playwright's page; the package is of the development set alone


@dataclass(frozen=True)
class Site:
    """A running site with two appeals: an open one and one that was answered; `data` names what addresses need."""

    url: str
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Visit:
    """A page in a state. `who`: a login of the demo, none for the public. `leads` is done after opening it."""

    name: str
    who: str | None
    address: str
    leads: Callable[[Page, dict[str, str]], None] | None = None
    status: int = 200


def send(page: Page, _data: dict[str, str]) -> None:
    """Send the page's own form as it stands."""
    page.locator("main form button[type=submit]").last.click()


def follow(code: str) -> Callable[[Page, dict[str, str]], None]:
    """Enter a code."""

    def entered(page: Page, data: dict[str, str]) -> None:
        page.locator("#id_code").fill(data.get(code, code))
        page.locator("#id_code").press("Enter")
        page.wait_for_load_state()

    return entered


def _wrong_password(page: Page, _data: dict[str, str]) -> None:
    page.locator("#id_username").fill("almaty.head")
    page.locator("#id_password").fill("wrong")
    page.locator("#id_password").press("Enter")
    page.wait_for_load_state()


def _half_an_intake(page: Page, data: dict[str, str]) -> None:
    page.locator("#id_surname").fill("Константинопольская-Примерова")
    page.locator("#id_received_at").fill("yesterday")
    page.locator("details.n-more").first.evaluate("each => each.open = true")
    page.locator("#id_sender").select_option("deputy")
    send(page, data)


def _open_party(page: Page, _data: dict[str, str]) -> None:
    page.locator("details.n-why summary", has=page.locator("xpath=../div/form")).first.click()
    page.locator("details.n-why form button").first.click()
    page.wait_for_load_state()


def _opened_party(page: Page, _data: dict[str, str]) -> None:
    page.locator("details.n-why summary", has=page.locator("xpath=../div/form")).first.click()
    page.locator("details.n-why form input[name=reason]").first.fill("call")
    page.locator("details.n-why form button").first.click()
    page.wait_for_load_state()


def _pass_on(page: Page, _data: dict[str, str]) -> None:
    for box in page.locator("main input[name=number]").all():
        box.check()
    page.locator("#id_executor").select_option(index=1)
    send(page, {})


def _session_ends(page: Page, data: dict[str, str]) -> None:
    page.locator("#id_text").fill("Typed at length")
    page.context.clear_cookies(name="sessionid")
    send(page, data)


_TYPED = {
    "what": {"#id_text": "Во дворе третий месяц не горит свет.", "#id_demands": "Обязать починить."},
    "about": {"#id_surname": "Константинопольская-Примерова", "#id_iin": "960101500102"},
}


def file_to(step: str, *buttons: str) -> Callable[[Page, dict[str, str]], None]:
    """Begin a draft, fill its steps up to one, and press buttons there; each by its name."""

    def filed(page: Page, _data: dict[str, str]) -> None:
        page.locator("button[name=begin]").click()
        page.wait_for_url("**/to/")
        for each in ("to", "office", "what", "files", "about", "answer", "check"):
            if each == step:
                break
            if each == "to":
                page.locator("#id_area").select_option("750000-oblast")
            for place, text in _TYPED.get(each, {}).items():
                page.locator(place).fill(text)
            page.locator("button[name=go]").click()
            page.wait_for_url(lambda url, each=each: f"/{each}/" not in url)
        for name in buttons:
            if name == "files":
                bad = {"name": "run.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"}
                good = {"name": "жалоба.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
                page.locator("#id_files").set_input_files([good, bad])
                page.wait_for_selector(".n-summary")
            else:
                page.locator(f"main {name}").last.click()
                page.wait_for_load_state()

    return filed


REGISTRAR, HEAD, EXECUTOR, SECURITY, ADMIN = (
    "almaty.registrar",
    "almaty.head",
    "almaty.executor1",
    "almaty.security",
    "almaty.admin",
)
VISITS = (
    Visit("home", None, "/"),
    Visit("follow", None, "/follow/"),
    Visit("follow-no-code", None, "/follow/", follow("")),
    Visit("follow-wrong-code", None, "/follow/", follow("AAAA-BBBB-CCCC-DDDD")),
    Visit("followed-open", None, "/follow/", follow("open_code")),
    Visit("followed-answered", None, "/follow/?code={answered_code}"),
    Visit("memo", None, "/can-help/"),
    Visit("memo-no-answer", None, "/can-help/?matter=no", send),
    Visit("memo-body", None, "/can-help/?matter=no&danger=no&whose=own&business=no&order=no"),
    Visit("memo-yes", None, "/can-help/?matter=no&danger=yes"),
    Visit("memo-no", None, "/can-help/?matter=no&danger=no&whose=own&business=no&order=no&body=not_asked"),
    Visit("memo-open", None, "/can-help/?matter=no&danger=unsure&whose=own&business=no&order=no&body=decided"),
    Visit("memo-exempt", None, "/can-help/?matter=yes"),
    Visit("file", None, "/file/"),
    Visit("file-wrong-code", None, "/file/", follow("AAAA-BBBB-CCCC-DDDD")),
    Visit("file-to", None, "/file/", file_to("to")),
    Visit("file-office", None, "/file/", file_to("office")),
    Visit("file-what", None, "/file/", file_to("what")),
    Visit("file-no-text", None, "/file/", file_to("what", "button[name=go]")),
    Visit("file-files-wrong", None, "/file/", file_to("files", "files")),
    Visit("file-about", None, "/file/", file_to("about")),
    Visit("file-answer", None, "/file/", file_to("answer")),
    Visit("file-check", None, "/file/", file_to("check")),
    Visit("file-later", None, "/file/", file_to("what", "button[name=later]")),
    Visit("file-receipt", None, "/file/", file_to("check", "form button[type=submit]")),
    Visit("sign-in", None, "/work/sign-in/"),
    Visit("sign-in-wrong", None, "/work/sign-in/", _wrong_password),
    Visit("no-such-page", None, "/nothing/here/", status=404),
    Visit("inbox", REGISTRAR, "/work/"),
    Visit("inbox-empty", REGISTRAR, "/work/?due=none"),
    Visit("bulk-nothing", REGISTRAR, "/work/", send),
    Visit("search", REGISTRAR, "/work/find/?q=Пробная"),
    Visit("search-nothing", REGISTRAR, "/work/find/?q=Ешкім"),
    Visit("intake", REGISTRAR, "/work/intake/"),
    Visit("intake-wrong", REGISTRAR, "/work/intake/", _half_an_intake),
    Visit("receipt", REGISTRAR, "/work/case/{open}/receipt/"),
    Visit("step-assign", REGISTRAR, "/work/case/{open}/assign/"),
    Visit("step-assign-wrong", REGISTRAR, "/work/case/{open}/assign/", send),
    Visit("step-correct", REGISTRAR, "/work/case/{open}/correct/"),
    Visit("step-not-now", REGISTRAR, "/work/case/{open}/answer/", status=409),
    Visit("intake-refused", EXECUTOR, "/work/intake/", status=403),
    Visit("access-log-refused", EXECUTOR, "/work/looks/", status=403),
    Visit("case-foreign", EXECUTOR, "/work/case/{open}/", status=404),
    Visit("case-open", HEAD, "/work/case/{open}/"),
    Visit("case-answered", HEAD, "/work/case/{answered}/?journal=all"),
    Visit("case-child", HEAD, "/work/case/{child}/"),
    Visit("party-no-reason", HEAD, "/work/case/{open}/", _open_party),
    Visit("party-opened", HEAD, "/work/case/{open}/", _opened_party),
    Visit("step-answer", HEAD, "/work/case/{ready}/answer/"),
    Visit("step-answer-wrong", HEAD, "/work/case/{ready}/answer/", send),
    Visit("step-note", HEAD, "/work/case/{review}/note/"),
    Visit("control", HEAD, "/work/control/"),
    Visit("control-empty", SECURITY, "/work/control/"),
    Visit("statistics", HEAD, "/work/statistics/?office=all&since=2026-01-01"),
    Visit("statistics-wrong", HEAD, "/work/statistics/?since=yesterday&office=nowhere", status=422),
    Visit("statistics-list", HEAD, "/work/statistics/list/?figure=received&office=all"),
    Visit("statistics-list-empty", HEAD, "/work/statistics/list/?figure=returned&kind="),
    Visit("statistics-refused", EXECUTOR, "/work/statistics/", status=403),
    Visit("access-log", SECURITY, "/work/looks/"),
    Visit("access-log-empty", SECURITY, "/work/looks/?who=Ешкім&case=1"),
    Visit("access-log-wrong", SECURITY, "/work/looks/?day=yesterday", status=422),
    Visit("roots", HEAD, "/work/journal/"),
    Visit("root", HEAD, "/work/journal/{day}/"),
    Visit("password", "new.person", "/work/password/"),
    Visit("password-wrong", "new.person", "/work/password/", send),
    Visit("password-change", HEAD, "/work/password/"),
    Visit("password-change-wrong", HEAD, "/work/password/", send),
    Visit("structure", ADMIN, "/work/structure/"),
    Visit("structure-body", ADMIN, "/work/structure/body/750000-oblast/"),
    Visit("structure-person", ADMIN, "/work/structure/person/{person}/"),
    Visit("bulk-of-one", HEAD, "/work/assign/?person={person}"),
    Visit("bulk-of-one-nobody", HEAD, "/work/assign/?person={person}", send),
    Visit("session-ended", "almaty.deputy", "/work/case/{review}/note/", _session_ends),
    Visit("bulk", REGISTRAR, "/work/", _pass_on),  # the last one: it changes what the others show
)
