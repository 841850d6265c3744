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


def with_password(said: str) -> Callable[[Page, dict[str, str]], None]:
    """Sign: tick what there is to tick, give a password, send."""

    def signed(page: Page, _data: dict[str, str]) -> None:
        for box in page.locator("main form input[name=sign]").all():
            box.check()
        page.locator("#id_password").fill(said)
        page.locator("main form button.btn-primary").last.click()
        page.wait_for_load_state()

    return signed


def _open_left_out(page: Page, _data: dict[str, str]) -> None:
    page.locator("main details.n-why summary").first.click()


def _first_step(page: Page, data: dict[str, str]) -> None:
    page.locator("#id_username").fill(data["second"])
    page.locator("#id_password").fill("a long made-up phrase")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/sign-in/second/**")


def _wrong_code_twice(page: Page, data: dict[str, str]) -> None:
    _first_step(page, data)
    page.locator("#id_code").fill("000000")
    send(page, data)
    page.wait_for_selector("#id_code_error")


def _app(page: Page, _data: dict[str, str]) -> None:
    page.locator("button[name=begin]").click()
    page.wait_for_url("**/second/app/")


def _app_wrong(page: Page, data: dict[str, str]) -> None:
    _app(page, data)
    send(page, data)
    page.wait_for_selector("#id_code_error")


def _sent_wrong(page: Page, _data: dict[str, str]) -> None:
    page.locator("#id_sent_on").fill("yesterday")
    page.locator("main form button.btn-primary").last.click()
    page.wait_for_load_state()


def _number_wrong(page: Page, _data: dict[str, str]) -> None:
    page.locator("main input[name^=tracking_]").first.fill("RR123456784KZ")
    page.locator("main form button.btn-primary").last.click()
    page.wait_for_selector(".n-summary")


def _courier_wrong(page: Page, _data: dict[str, str]) -> None:
    page.locator("main details summary").first.click()
    page.locator("main details form button").first.click()
    page.wait_for_selector(".n-summary")


def _other_way_wrong(page: Page, _data: dict[str, str]) -> None:
    page.locator("main select[name=way]").first.select_option("phone")
    page.locator("main input[name=address]").first.fill("+7 700 000 00 00")
    page.locator("main form button.btn-primary").first.click()
    page.wait_for_selector(".n-summary")


def _more_rows(page: Page, _data: dict[str, str]) -> None:
    page.locator("#id_argument_1").fill("Света нет третий месяц.")
    page.locator("button[name=more]").click()
    page.wait_for_selector("#id_argument_4")


def _more_people(page: Page, _data: dict[str, str]) -> None:
    page.locator("button[name=more]").click()
    page.wait_for_selector("#id_agreers_4")


def _draft_wrong(page: Page, _data: dict[str, str]) -> None:
    page.locator("#id_argument_1").fill("")
    page.locator("#id_facts_1").fill("Осмотр двора.")
    page.locator("main form button.btn-primary").last.click()
    page.wait_for_selector(".n-summary")


def _compare(page: Page, _data: dict[str, str]) -> None:
    file = {"name": "жауап.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    page.locator("#id_file").set_input_files([file])
    page.locator("main form button").last.click()
    page.wait_for_selector("main [role=status] .n-tone")


def _wrong_surname(page: Page, _data: dict[str, str]) -> None:
    page.locator("#id_surname").fill("Басқа")
    page.locator("form[action$='answer.pdf'] button").click()
    page.wait_for_selector(".n-summary")


def _wrong_name_for_a_paper(page: Page, _data: dict[str, str]) -> None:
    page.locator("#id_paper_surname").fill("Басқа")
    page.locator("form[action$='paper.pdf'] button").click()
    page.wait_for_selector(".n-summary")


def _right_surname(page: Page, _data: dict[str, str]) -> None:
    page.locator("#id_surname").fill("Пробная")
    page.locator("#id_surname").press("Enter")
    page.wait_for_load_state()


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


def _check_intake(page: Page, _data: dict[str, str]) -> None:
    page.locator("#id_iin").fill("960101500101")
    page.locator("#id_surname").fill("Константинопольская-Примерова")
    page.locator("#id_text").fill("Пишу снова о том же.")
    page.locator("#id_kind_complaint").check()
    scan = {"name": "жалоба.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    page.locator("#id_files").set_input_files([scan])
    page.locator("button[value=check]").last.click()
    page.wait_for_selector("#found-title")


def _next_paper(page: Page, _data: dict[str, str]) -> None:
    page.locator("#id_surname").fill("Константинопольская-Примерова")
    page.locator("#id_text").fill("Первая бумага.")
    page.locator("button[value=next]").click()
    page.wait_for_url("**?done=*")


def call_to(*buttons: str) -> Callable[[Page, dict[str, str]], None]:
    """Take a call: look up, write down, and press buttons in turn."""

    def called(page: Page, _data: dict[str, str]) -> None:
        page.locator("#id_iin").fill("960101500101")
        page.locator("button[value=find]").click()
        page.wait_for_selector("#found-title")
        if buttons:
            page.locator("#id_surname").fill("Константинопольская-Примерова")
            page.locator("#id_addressed_to").select_option("750000-oblast")
            page.locator("#id_text").fill("Во дворе не горит свет.")
        for name in buttons:
            page.locator(f"button[value={name}]").click()
            page.wait_for_load_state()

    return called


def _call_without_words(page: Page, _data: dict[str, str]) -> None:
    page.locator("button[value=change]").click()
    page.wait_for_selector("#id_text")
    send(page, {})


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
    page.locator("main form button.btn:not([name])").last.click()
    page.wait_for_load_state()


def _save_view(page: Page, data: dict[str, str]) -> None:
    page.locator("#id_name").fill(f"Later, {page.evaluate('document.documentElement.lang')}")
    page.locator("form[data-act] button").click()
    page.wait_for_load_state()


def _forward_ticked(page: Page, _data: dict[str, str]) -> None:
    page.locator("main input[name=number]").first.check()
    page.locator("button[name=ask]").click()
    page.wait_for_load_state()


def _forward_wrong(page: Page, data: dict[str, str]) -> None:
    _forward_ticked(page, data)
    send(page, data)


_PAPERS = "Фамилия или организация\tТекст\nКонстантинопольская-Примерова\tНе горит свет.\n\tНет фамилии."


def _many_papers(pasted: str) -> Callable[[Page, dict[str, str]], None]:
    """Begin a batch of papers and paste rows."""

    def brought(page: Page, _data: dict[str, str]) -> None:
        page.locator("main form button.btn-primary").click()
        page.wait_for_selector("#id_pasted")
        if pasted:
            page.locator("#id_pasted").fill(pasted)
            page.locator("button[name=add]").click()
            page.wait_for_load_state()

    return brought


def _one_paper(page: Page, data: dict[str, str]) -> None:
    """Open the row that is wrong."""
    _many_papers(_PAPERS)(page, data)
    page.locator("#row-2 th a").click()
    page.wait_for_selector("#id_surname")


def _many_registered(page: Page, data: dict[str, str]) -> None:
    """Press to register: no worker runs here, so the bar waits."""
    _many_papers(_PAPERS)(page, data)
    page.locator("button[name=register]").click()
    page.wait_for_selector("#batch-bar")


def _forward_checked(page: Page, data: dict[str, str]) -> None:
    """Tell which of the ticked may go, one of them to a body of its own."""
    _forward_ticked(page, data)
    page.locator("#id_body").fill("Акимат района")
    page.locator("#id_reason").fill("Вопрос решает акимат.")
    page.locator("#each details").first.evaluate("each => each.open = true")
    page.locator("#each input").first.fill("Департамент полиции")
    page.locator("button[name=check]").click()
    page.wait_for_load_state()


def _make_calendar(page: Page, _data: dict[str, str]) -> None:
    page.locator("button[name=make]").click()
    page.wait_for_load_state()


def _write_template(page: Page, data: dict[str, str]) -> None:
    page.locator("#id_of input").first.check()
    page.locator("#id_title").fill(f"Разъяснение, {page.evaluate('document.documentElement.lang')}")
    page.locator("#id_language input").first.check()
    page.locator("#id_text").fill("Өтініш беруші: {applicant}.")
    page.locator("form[data-act] button[type=submit]").click()
    page.wait_for_load_state()


def _first_template(page: Page, _data: dict[str, str]) -> None:
    page.locator("main h2 a").first.click()
    page.wait_for_load_state()


def _show_keys(page: Page, _data: dict[str, str]) -> None:
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open]")


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


def _add_wrong(page: Page, _data: dict[str, str]) -> None:
    """Add a file that is not taken beside one that is."""
    page.locator("#id_words").fill("Свет так и не горит.")
    bad = {"name": "run.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"}
    good = {"name": "снимок.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    page.locator("#id_files").set_input_files([good, bad])
    page.wait_for_selector(".n-summary")


def _wrong_files(page: Page, data: dict[str, str]) -> None:
    bad = {"name": "run.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"}
    good = {"name": "объяснение.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    page.locator("#id_attachments").set_input_files([good, bad])
    send(page, data)
    page.wait_for_selector(".n-summary")


OPERATOR = "gpo.operator"
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
    Visit("follow-add", None, "/follow/add/"),  # of the appeal just followed
    Visit("follow-add-wrong", None, "/follow/add/", _add_wrong),
    Visit("follow-mend", None, "/follow/mend/"),
    Visit("follow-mend-nothing", None, "/follow/mend/", send),
    Visit("follow-withdraw", None, "/follow/withdraw/"),
    Visit("follow-access", None, "/follow/access/"),
    Visit("follow-withdraw-nothing", None, "/follow/withdraw/", send),
    Visit("follow-complain", None, "/follow/complain/"),
    Visit("follow-complain-nothing", None, "/follow/complain/", send),
    Visit("follow-linked", None, "/follow/?code={answered_code}"),
    Visit("followed-answered", None, "/follow/?code=", follow("answered_code")),
    Visit("followed-wrong-surname", None, "/follow/", _wrong_surname),  # of the same
    Visit("followed-wrong-name", None, "/follow/", _wrong_name_for_a_paper),
    Visit("confirm-paper", None, "/confirm/{paper_code}/"),
    Visit("kept-ask", None, "/follow/kept/"),  # of the same
    Visit("kept-wrong", None, "/follow/kept/", send),
    Visit("kept", None, "/follow/kept/", _right_surname),
    Visit("confirm", None, "/confirm/{code}/"),
    Visit("confirm-no-file", None, "/confirm/{code}/", send),
    Visit("confirm-compared", None, "/confirm/{code}/", _compare),
    Visit("confirm-unknown", None, "/confirm/AAAA-BBBB-CCCC-DDDD/", status=404),
    Visit("memo", None, "/can-help/"),
    Visit("memo-no-answer", None, "/can-help/?matter=no", send),
    Visit("memo-body", None, "/can-help/?matter=no&danger=no&whose=own&business=no&order=no"),
    Visit("memo-yes", None, "/can-help/?matter=no&danger=yes"),
    Visit("memo-no", None, "/can-help/?matter=no&danger=no&whose=own&business=no&order=no&body=not_asked"),
    Visit("memo-open", None, "/can-help/?matter=no&danger=unsure&whose=own&business=no&order=no&body=decided"),
    Visit("memo-exempt", None, "/can-help/?matter=yes"),
    Visit("memo-assets", None, "/can-help/?matter=assets"),
    Visit("guide", None, "/who-considers/"),
    Visit("words", None, "/words/"),
    Visit("words-nothing", None, "/words/?q=zzz"),
    Visit("offices", None, "/offices/"),
    Visit("offices-found", None, "/offices/?q=Алматы"),
    Visit("offices-nothing", None, "/offices/?q=zzz"),
    Visit("office", None, "/offices/000000-military/"),
    Visit("office-territorial", None, "/offices/750000-oblast/"),
    Visit("system", None, "/system/"),
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
    Visit("saved-views", HEAD, "/work/views/"),
    Visit("saved-views-save", HEAD, "/work/views/?view=office&due=late"),
    Visit("saved-views-wrong", HEAD, "/work/views/?view=office&due=late", send),
    Visit("inbox-saved", HEAD, "/work/views/?view=office&due=later", _save_view),
    Visit("saved-views-kept", HEAD, "/work/views/"),
    Visit("inbox-changed", HEAD, "/work/?view=office&changed=yes"),
    Visit("forward-ticked", HEAD, "/work/", _forward_ticked),
    Visit("forward-ticked-wrong", HEAD, "/work/", _forward_wrong),
    Visit("forward-checked", HEAD, "/work/", _forward_checked),
    Visit("my-calendar", EXECUTOR, "/work/my/calendar/"),
    Visit("my-calendar-made", EXECUTOR, "/work/my/calendar/", _make_calendar),
    Visit("my-calendar-kept", EXECUTOR, "/work/my/calendar/"),
    Visit("my-settings", EXECUTOR, "/work/my/"),
    Visit("my-data", EXECUTOR, "/work/my/data/"),
    Visit("my-keys", EXECUTOR, "/work/my/keys/"),
    Visit("keys-shown", EXECUTOR, "/work/control/", _show_keys),
    Visit("my-lists", EXECUTOR, "/work/my/lists/"),
    Visit("templates-empty", EXECUTOR, "/work/templates/"),
    Visit("template-new", HEAD, "/work/templates/new/"),
    Visit("template-new-wrong", HEAD, "/work/templates/new/", send),
    Visit("template-refused", EXECUTOR, "/work/templates/new/", status=403),
    Visit("template", HEAD, "/work/templates/new/", _write_template),
    Visit("template-read", "almaty.assistant", "/work/templates/", _first_template),
    Visit("templates", EXECUTOR, "/work/templates/"),
    Visit("search", REGISTRAR, "/work/find/?q=Пробная"),
    Visit("search-nothing", REGISTRAR, "/work/find/?q=Ешкім"),
    Visit("intake", REGISTRAR, "/work/intake/"),
    Visit("intake-wrong", REGISTRAR, "/work/intake/", _half_an_intake),
    Visit("intake-checked", REGISTRAR, "/work/intake/", _check_intake),
    Visit("intake-next", REGISTRAR, "/work/intake/", _next_paper),
    Visit("call", OPERATOR, "/work/call/"),
    Visit("call-found", OPERATOR, "/work/call/", call_to()),
    Visit("call-wrong", OPERATOR, "/work/call/", _call_without_words),
    Visit("call-read", OPERATOR, "/work/call/", call_to("read")),
    Visit("call-receipt", OPERATOR, "/work/call/", call_to("read", "register")),
    Visit("call-refused", REGISTRAR, "/work/call/", status=403),
    Visit("case-oral", REGISTRAR, "/work/case/{oral}/"),
    Visit("case-alike", HEAD, "/work/case/{alike}/"),
    Visit("case-file-access", EXECUTOR, "/work/case/{to_be_shown}/"),
    Visit("step-ask-access", REGISTRAR, "/work/case/{open}/ask_access/"),
    Visit("step-show-file", EXECUTOR, "/work/case/{to_be_shown}/give/"),
    Visit("step-appoint-access-wrong", EXECUTOR, "/work/case/{to_be_shown}/appoint/", send),
    Visit("case-withdrawal", HEAD, "/work/case/{withdrawal}/"),
    Visit("step-consider-on", HEAD, "/work/case/{withdrawal}/consider_on/"),
    Visit("step-withdraw-appeal-wrong", REGISTRAR, "/work/case/{open}/withdraw_appeal/", send),
    Visit("step-write-termination", EXECUTOR, "/work/case/{checked}/write_termination_decision/"),
    Visit("terminate", HEAD, "/work/case/{ending}/terminate/"),
    Visit("terminate-wrong", HEAD, "/work/case/{ending}/terminate/", with_password("wrong")),
    Visit("receipt-oral", REGISTRAR, "/work/case/{oral}/receipt/"),
    Visit("step-sort", REGISTRAR, "/work/case/{open}/sort/"),
    Visit("step-sort-wrong", REGISTRAR, "/work/case/{open}/sort/", send),
    Visit("step-draw-protocol", REGISTRAR, "/work/case/{oral}/draw_protocol/"),
    Visit("receipt", REGISTRAR, "/work/case/{open}/receipt/"),
    Visit("step-assign", REGISTRAR, "/work/case/{open}/assign/"),
    Visit("step-assign-wrong", REGISTRAR, "/work/case/{open}/assign/", send),
    Visit("step-pass-to-unit", REGISTRAR, "/work/case/{open}/pass_to_unit/"),
    Visit("step-report", REGISTRAR, "/work/case/{open}/report/"),
    Visit("step-correct", REGISTRAR, "/work/case/{open}/correct/"),
    Visit("step-not-now", REGISTRAR, "/work/case/{open}/close/", status=409),
    Visit("intake-refused", EXECUTOR, "/work/intake/", status=403),
    Visit("access-log-refused", EXECUTOR, "/work/looks/", status=403),
    Visit("case-foreign", EXECUTOR, "/work/case/{open}/", status=404),
    Visit("case-open", HEAD, "/work/case/{open}/"),
    Visit("case-answered", HEAD, "/work/case/{answered}/?journal=all"),
    Visit("case-child", HEAD, "/work/case/{child}/"),
    Visit("party-no-reason", HEAD, "/work/case/{open}/", _open_party),
    Visit("party-opened", HEAD, "/work/case/{open}/", _opened_party),
    Visit("sign", HEAD, "/work/case/{waits}/answer/"),
    Visit("sign-wrong", HEAD, "/work/case/{waits}/answer/", with_password("wrong")),
    Visit("sign-no-draft", HEAD, "/work/case/{ready}/answer/", status=409),
    Visit("sign-refused", EXECUTOR, "/work/case/{waits}/answer/", status=409),
    Visit("sign-unconfirmed", HEAD, "/work/case/{waits}/answer/", with_password("a long made-up phrase")),
    Visit("step-assign-left-out", HEAD, "/work/case/{barred}/assign/", _open_left_out),
    Visit("step-report-left-out", REGISTRAR, "/work/case/{barred}/report/", _open_left_out),
    Visit("step-forward", REGISTRAR, "/work/case/{barred}/forward/"),
    Visit("step-forward-part", REGISTRAR, "/work/case/{parted}/forward_part/"),
    Visit("step-forward-part-wrong", REGISTRAR, "/work/case/{parted}/forward_part/", send),
    Visit("step-consider-as-message", REGISTRAR, "/work/case/{open}/consider_as_message/", status=409),
    Visit("case-part", HEAD, "/work/case/{part}/"),
    Visit("case-parted", HEAD, "/work/case/{parted}/"),
    Visit("case-part-there", HEAD, "/work/case/{there}/"),
    Visit("case-vouched", HEAD, "/work/case/{answered}/"),
    Visit("to-sign", HEAD, "/work/to-sign/"),
    Visit("to-sign-nothing", HEAD, "/work/to-sign/", send),
    Visit("to-sign-wrong", HEAD, "/work/to-sign/", with_password("wrong")),
    Visit("to-sign-empty", SECURITY, "/work/to-sign/"),
    Visit("to-sign-foreign", EXECUTOR, "/work/to-sign/"),
    Visit("letters-new", REGISTRAR, "/work/letters/new/?view=office"),
    Visit("letters-nobody", HEAD, "/work/letters/new/?q=Ешкім", status=422),
    Visit("letters-going-on", REGISTRAR, "/work/letters/new/?view=office", send),
    Visit("letters-made", REGISTRAR, "/work/letters/"),
    Visit("letters-none", SECURITY, "/work/letters/"),
    Visit("dispatch", REGISTRAR, "/work/dispatch/"),
    Visit("dispatch-wrong", REGISTRAR, "/work/dispatch/", _sent_wrong),
    Visit("dispatch-empty", SECURITY, "/work/dispatch/"),
    Visit("letters", REGISTRAR, "/work/dispatch/letters/"),
    Visit("letters-refused", EXECUTOR, "/work/dispatch/letters/", status=403),
    Visit("post-list", REGISTRAR, "/work/dispatch/letters/{letters}/"),
    Visit("post-list-wrong", REGISTRAR, "/work/dispatch/letters/{letters}/", _number_wrong),
    Visit("courier-book", REGISTRAR, "/work/dispatch/courier/"),
    Visit("courier-book-wrong", REGISTRAR, "/work/dispatch/courier/", _courier_wrong),
    Visit("undelivered", REGISTRAR, "/work/dispatch/undelivered/"),
    Visit("undelivered-wrong", REGISTRAR, "/work/dispatch/undelivered/", _other_way_wrong),
    Visit("undelivered-empty", SECURITY, "/work/dispatch/undelivered/"),
    Visit("mail-server", ADMIN, "/work/mail/"),
    Visit("mail-server-refused", HEAD, "/work/mail/", status=403),
    Visit("draft", EXECUTOR, "/work/case/{draft}/"),
    Visit("step-draft-answer", EXECUTOR, "/work/case/{ready}/draft_answer/"),
    Visit("step-draft-answer-rows", EXECUTOR, "/work/case/{ready}/draft_answer/", _more_rows),
    Visit("step-draft-answer-wrong", EXECUTOR, "/work/case/{ready}/draft_answer/", _draft_wrong),
    Visit("step-rewrite", EXECUTOR, "/work/case/{draft}/rewrite/"),
    Visit("step-send-to-sign-gaps", EXECUTOR, "/work/case/{gaps}/send_to_sign/", status=409),
    Visit("step-send-to-sign-wrong", EXECUTOR, "/work/case/{draft}/send_to_sign/", send),
    Visit("step-send-for-agreement", EXECUTOR, "/work/case/{draft}/send_for_agreement/"),
    Visit("step-send-for-agreement-rows", EXECUTOR, "/work/case/{draft}/send_for_agreement/", _more_people),
    Visit("step-send-for-agreement-wrong", EXECUTOR, "/work/case/{draft}/send_for_agreement/", send),
    Visit("draft-agreeing", HEAD, "/work/case/{agreeing}/"),
    Visit("step-comment", HEAD, "/work/case/{agreeing}/comment/"),
    Visit("step-answer-comment-wrong", EXECUTOR, "/work/case/{agreeing}/answer_comment/", send),
    Visit("versions", EXECUTOR, "/work/case/{sent}/versions/"),
    Visit("versions-one", EXECUTOR, "/work/case/{draft}/versions/"),
    Visit("draft-back", EXECUTOR, "/work/case/{draft}/draft-back/"),
    Visit("draft-back-wrong", EXECUTOR, "/work/case/{draft}/draft-back/", send),
    Visit("draft-back-refused", EXECUTOR, "/work/case/{sent}/draft-back/", status=409),
    Visit("step-correct-slip", EXECUTOR, "/work/case/{answered}/correct_slip/", status=409),
    Visit("sign-slip", HEAD, "/work/case/{answered}/sign_slip/"),
    Visit("sign-slip-wrong", HEAD, "/work/case/{answered}/sign_slip/", with_password("wrong")),
    Visit("sign-slip-refused", EXECUTOR, "/work/case/{answered}/sign_slip/", status=409),
    Visit("sign-paper", HEAD, "/work/case/{review}/sign_paper/"),
    Visit("sign-paper-wrong", HEAD, "/work/case/{review}/sign_paper/", with_password("wrong")),
    Visit("sign-paper-refused", EXECUTOR, "/work/case/{review}/sign_paper/", status=409),
    Visit("complaint", EXECUTOR, "/work/case/{contested}/"),
    Visit("complaint-matter", EXECUTOR, "/work/case/{matter}/"),
    Visit("complaint-tree", HEAD, "/work/case/{contested}/complaints/"),
    Visit("complaint-decision", EXECUTOR, "/work/case/{decision}/"),
    Visit("decide-complaint", HEAD, "/work/case/{contested}/decide_complaint/"),
    Visit("decide-complaint-wrong", HEAD, "/work/case/{contested}/decide_complaint/", with_password("wrong")),
    Visit("sign-paper-nothing", HEAD, "/work/case/{ready}/sign_paper/", status=409),
    Visit("step-write-memo", "almaty.interests.head", "/work/case/{review}/write_control_memo/"),
    Visit("step-extend", HEAD, "/work/case/{review}/extend_term/"),
    Visit("step-extend-wrong", HEAD, "/work/case/{review}/extend_term/", send),
    Visit("step-refuse-extension", HEAD, "/work/case/{review}/refuse_extension/"),
    Visit("step-order-inspection", HEAD, "/work/case/{review}/order_inspection/"),
    Visit("step-order-inspection-wrong", HEAD, "/work/case/{review}/order_inspection/", send),
    Visit("step-undo-timed", HEAD, "/work/case/{review}/undo_timed/"),
    Visit("step-undo-timed-wrong", HEAD, "/work/case/{review}/undo_timed/", send),
    Visit("under-control", HEAD, "/work/control/mine/"),
    Visit("under-control-none", EXECUTOR, "/work/control/mine/"),
    Visit("step-take-under-control", HEAD, "/work/case/{review}/take_under_control/"),
    Visit("step-release", HEAD, "/work/case/{review}/release_from_control/"),
    Visit("step-choose-regime", EXECUTOR, "/work/case/{review}/choose_regime/"),
    Visit("step-choose-regime-wrong", EXECUTOR, "/work/case/{review}/choose_regime/", send),
    Visit("case-memo", HEAD, "/work/case/{memo}/"),
    Visit("step-report-harm", EXECUTOR, "/work/case/{ready}/report_harm/"),
    Visit("step-end-harm-wrong", HEAD, "/work/case/{review}/end_harm/", send),
    Visit("step-mark-assets", EXECUTOR, "/work/case/{ready}/mark_assets/"),
    Visit("step-lift-interest", HEAD, "/work/case/{review}/lift_interest/"),
    Visit("case-gathered", HEAD, "/work/case/{review}/"),
    Visit("step-assign-units", HEAD, "/work/case/{open}/assign_units/"),
    Visit("step-assign-units-wrong", HEAD, "/work/case/{open}/assign_units/", send),
    Visit("step-record-interest", HEAD, "/work/case/{review}/record_interest/"),
    Visit("step-declare-interest", EXECUTOR, "/work/case/{ready}/declare_interest/"),
    Visit("step-ask-for-materials", EXECUTOR, "/work/case/{ready}/ask_for_materials/"),
    Visit("step-take-explanation", EXECUTOR, "/work/case/{ready}/take_explanation/"),
    Visit("step-take-explanation-wrong", EXECUTOR, "/work/case/{ready}/take_explanation/", _wrong_files),
    Visit("step-add-materials-nothing", EXECUTOR, "/work/case/{ready}/add_materials/", send),
    Visit("step-record-breach", EXECUTOR, "/work/case/{ready}/record_breach/"),
    Visit("step-pass-crime", EXECUTOR, "/work/case/{ready}/pass_crime/"),
    Visit("step-enter-in-book", EXECUTOR, "/work/case/{ready}/enter_in_book/"),
    Visit("case-checked", HEAD, "/work/case/{checked}/"),
    Visit("case-hearing", EXECUTOR, "/work/case/{of_hearing}/"),
    Visit("case-instruction", HEAD, "/work/case/{of_instruction}/"),
    Visit("case-visit", EXECUTOR, "/work/case/{of_visit}/"),
    Visit("case-transfer-request", "almaty.appeals.head", "/work/case/{of_transfer_request}/"),
    Visit("step-offer-hearing", EXECUTOR, "/work/case/{checked}/offer_hearing/", status=409),
    Visit("step-received", EXECUTOR, "/work/case/{of_hearing}/received/"),
    Visit("step-received-wrong", EXECUTOR, "/work/case/{of_hearing}/received/", send),
    Visit("step-instruct", HEAD, "/work/case/{ready}/instruct/"),
    Visit("step-instruct-wrong", HEAD, "/work/case/{ready}/instruct/", send),
    Visit("step-report-check", EXECUTOR, "/work/case/{of_instruction}/report/"),
    Visit("step-transfer", HEAD, "/work/case/{ready}/transfer/"),
    Visit("step-transfer-wrong", HEAD, "/work/case/{ready}/transfer/", send),
    Visit("step-ask-transfer", HEAD, "/work/case/{ready}/ask_transfer/"),
    Visit("step-decline", "almaty.appeals.head", "/work/case/{of_transfer_request}/decline/"),
    Visit("step-write-check-plan", EXECUTOR, "/work/case/{checked}/write_check_plan/"),
    Visit("step-begin-visit-refused", EXECUTOR, "/work/case/{ready}/begin_visit/", status=409),
    Visit("step-note-registered-refused", EXECUTOR, "/work/case/{ready}/note_registered/", status=409),
    Visit("step-note", HEAD, "/work/case/{review}/note/"),
    Visit("notices", EXECUTOR, "/work/notices/"),
    Visit("notices-empty", SECURITY, "/work/notices/"),
    Visit("step-mark-facts", EXECUTOR, "/work/case/{ready}/mark_facts/"),
    Visit("control", HEAD, "/work/control/"),
    Visit("control-empty", SECURITY, "/work/control/"),
    Visit("statistics", HEAD, "/work/statistics/?office=all&since=2026-01-01"),
    Visit("statistics-wrong", HEAD, "/work/statistics/?since=yesterday&office=nowhere", status=422),
    Visit("statistics-list", HEAD, "/work/statistics/list/?figure=received&office=all"),
    Visit("statistics-list-empty", HEAD, "/work/statistics/list/?figure=returned&kind="),
    Visit("statistics-refused", EXECUTOR, "/work/statistics/", status=403),
    Visit("access-log", SECURITY, "/work/looks/"),
    Visit("sign-ins", SECURITY, "/work/looks/sign-ins/"),
    Visit("sign-ins-empty", SECURITY, "/work/looks/sign-ins/?who=Никтова"),
    Visit("access-log-whose", SECURITY, "/work/looks/?whose=Пробная"),
    Visit("approve-destruction", HEAD, "/work/case/{destruction}/approve/", status=409),
    Visit("destruction", HEAD, "/work/case/{destruction}/"),
    Visit("step-name-commission", HEAD, "/work/case/{destruction}/name_commission/"),
    Visit("step-name-commission-wrong", HEAD, "/work/case/{destruction}/name_commission/", send),
    Visit("step-seal", HEAD, "/work/case/{review}/seal/"),
    Visit("step-seal-wrong", HEAD, "/work/case/{review}/seal/", send),
    Visit("set-retention", ADMIN, "/work/structure/set_retention/750000-oblast/"),
    Visit("set-retention-wrong", ADMIN, "/work/structure/set_retention/750000-oblast/", send),
    Visit("access-log-empty", SECURITY, "/work/looks/?who=Ешкім&case=1"),
    Visit("access-log-wrong", SECURITY, "/work/looks/?day=yesterday", status=422),
    Visit("registers", REGISTRAR, "/work/registers/"),
    Visit("registers-refused", EXECUTOR, "/work/registers/", status=403),
    Visit("register", HEAD, "/work/registers/750000-oblast/appeals/{year}/"),
    Visit("register-empty", HEAD, "/work/registers/750000-oblast/appeals/{year}/?period={other_month}"),
    Visit("register-masked", SECURITY, "/work/registers/750000-oblast/appeals/{year}/"),
    Visit("roots", HEAD, "/work/journal/"),
    Visit("root", HEAD, "/work/journal/{day}/"),
    Visit("password", "new.person", "/work/password/"),
    Visit("password-wrong", "new.person", "/work/password/", send),
    Visit("password-change", HEAD, "/work/password/"),
    Visit("password-change-wrong", HEAD, "/work/password/", send),
    Visit("second-factor", None, "/work/sign-in/", _first_step),
    Visit("second-factor-wrong", None, "/work/sign-in/", _wrong_code_twice),
    Visit("my-factors", EXECUTOR, "/work/my/second/"),
    Visit("my-factors-held", "bostandyk.registrar", "/work/my/second/"),
    Visit("my-app", EXECUTOR, "/work/my/second/", _app),
    Visit("my-app-wrong", EXECUTOR, "/work/my/second/", _app_wrong),
    Visit("my-key", EXECUTOR, "/work/my/second/key/"),
    Visit("my-sessions", EXECUTOR, "/work/my/sessions/"),
    Visit("left", HEAD, "/work/left/"),
    Visit("left-person", HEAD, "/work/left/{gone}/"),
    Visit("left-refused", EXECUTOR, "/work/left/", status=403),
    Visit("cabinet-enter", None, "/my/"),
    Visit("cabinet-away", None, "/my/", send),
    Visit("cabinet", "citizen", "/my/"),
    Visit("ask-second-factor", ADMIN, "/work/structure/ask_second_factor/750000-oblast/"),
    Visit("tie-identity", ADMIN, "/work/structure/tie_identity/{person}/"),
    Visit("structure", ADMIN, "/work/structure/"),
    Visit("structure-body", ADMIN, "/work/structure/body/750000-oblast/"),
    Visit("structure-person", ADMIN, "/work/structure/person/{person}/"),
    Visit("many-papers", REGISTRAR, "/work/intake/many/"),
    Visit("many-papers-none", REGISTRAR, "/work/intake/many/", _many_papers("")),
    Visit("many-papers-unread", REGISTRAR, "/work/intake/many/", _many_papers("Цвет\nсиний")),
    Visit("many-papers-rows", REGISTRAR, "/work/intake/many/", _many_papers(_PAPERS)),
    Visit("many-papers-row", REGISTRAR, "/work/intake/many/", _one_paper),
    Visit("many-papers-moving", REGISTRAR, "/work/intake/many/", _many_registered),
    Visit("bulk-of-one", HEAD, "/work/assign/?person={person}"),
    Visit("bulk-of-one-nobody", HEAD, "/work/assign/?person={person}", send),
    Visit("session-ended", "almaty.deputy", "/work/case/{review}/note/", _session_ends),
    Visit("bulk", REGISTRAR, "/work/", _pass_on),  # the last one: it changes what the others show
)
