"""Plays a scenario in a browser: who acts opens the page of the step, fills in what the file gives, presses the button.

What must be refused is looked for on the page, in the words of the file; what follows is compared with the file as by
the player of `perform`. The clock of the server stands at each event: its threads share it.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.applicant.doings import DOINGS
from nadzor.appeals.lives import company, issued, lives, papers
from nadzor.casework.models import Notice, Proceeding
from nadzor.casework.perform import Done
from nadzor.casework.playing import NotAsTold, Player
from nadzor.casework.scenarios import Event, instant
from tests.browser.conftest import PASSWORD

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d).*)?")
_REGISTERED = re.compile(r"/work/case/([^/]+)/receipt/")
PageOf = Callable[[str], Any]


@dataclass
class Browsing(Player):
    """`url`: of the site. `page_of`: a page of the browser in which the owner of a login is signed in, in Russian."""

    url: str = ""
    page_of: PageOf = lambda _login: None
    stand: Callable[[dt.datetime], None] = lambda _at: None
    surnames: dict[str, str] = field(default_factory=dict)

    def _play(self, event: Event) -> None:
        self.stand(self.moved(event.at))
        before, told = _last(Proceeding), event.expects
        notices, on_paper = _last(Notice), max((row for row, _ in issued(0)), default=0)
        if event.who in {"portal", "house"}:
            self._by_the_code(event)
        elif event.label is not None and not event.on:
            self._register(event)
        else:
            self._step(event)
        if event.refused is None:
            answer = {"number": self.numbers[event.on[0]] if event.on else self.numbers[event.label or ""]}
            self._label(event, Done((answer,)), before)
        self._look(told, notices)
        if told.issues is not None:
            came = sorted(name for _, name in issued(on_paper))
            if came != sorted(told.issues):
                raise NotAsTold(f"the papers issued: told {told.issues}, came {came}")

    def _page(self, name: str) -> Any:
        return self.page_of(self.person(name).account.login)

    def _step(self, event: Event) -> None:
        table, step = event.deed(self.scenario.table)
        page, number = self._page(event.who), self.on(event)[0]
        opened = page.goto(f"{self.url}/work/case/{number}/{step}/")
        if event.refused is not None and event.refused.kind in {"no_right", "not_found"}:
            if opened.status == 200:
                raise NotAsTold(f"{step} is open to {event.who}: {page.url}")
            return
        if page.locator("main form[method=post] button.btn-primary").count():
            data = self.data_of(event)
            offered = self.fill(page, data, refused=event.refused is not None)
            if "vouched" not in data:  # confirmed unless the file says what is
                for box in page.locator("#id_vouched input").all():
                    box.check()
            self._send(page)
        else:
            offered = True
        if event.refused is not None:
            self._refused_on(page, event, as_told=offered)
        elif page.locator(".n-refusal, .n-summary").count() or f"/{step}/" in page.url:
            raise NotAsTold(f"{step} of {table}: {page.locator('main').inner_text()[:600]}")

    def _send(self, page: Any) -> None:
        if page.locator("#id_confirmed").count():
            page.locator("#id_confirmed").check()
        if page.locator("main #id_password").count():
            page.locator("main #id_password").fill(PASSWORD)
        page.locator("main form[method=post] button.btn-primary").last.click()
        page.wait_for_load_state()

    def _refused_on(self, page: Any, event: Event, *, as_told: bool) -> None:
        told = event.refused
        assert told is not None
        at = f"#id_{told.field}_error" if told.field else ".n-refusal"
        if not as_told:
            at = ".n-refusal, .n-summary"
        said = page.locator(at)
        words = " ".join(said.first.inner_text().split()) if said.count() else ""
        expected = told.says.format(**self.numbers) if told.says else ""
        if not words or (as_told and expected not in words):
            raise NotAsTold(f"refused {told.kind}: told {expected!r}, the page says {words!r} ({page.url})")

    def _register(self, event: Event) -> None:
        page, data = self._page(event.who), dict(self.data_of(event))
        page.goto(f"{self.url}/work/intake/")
        who = data.pop("applicant")
        data |= {"given_name" if name == "name" else name: value for name, value in who.items()}
        self.fill(page, data)
        page.locator("main form[method=post] button[name=act][value=open]").click()
        page.wait_for_load_state()
        found = re.search(r"/work/case/([^/]+)/$", page.url)
        if found is None:
            raise NotAsTold(f"not registered: {page.locator('main').inner_text()[:600]}")
        self.numbers[event.label or ""] = found.group(1)
        self.surnames[found.group(1)] = who["surname"]

    def _by_the_code(self, event: Event) -> None:
        """Whoever has the code of the letter does it on its page."""
        number = self.on(event)[0]
        name = next(each.name for each in DOINGS if each.step == event.deed(self.scenario.table)[1])
        page = self.page_of("")
        page.context.clear_cookies(name="sessionid")
        page.goto(f"{self.url}/follow/")
        page.locator("#id_code").fill(Proceeding.objects.values_list("track", flat=True).get(number=number))
        page.locator("#id_code").press("Enter")
        page.wait_for_load_state()
        link = page.locator(f"main a[href='/follow/{name}/']")
        if event.refused is not None:
            if link.count():
                raise NotAsTold(f"{name} is offered: {page.locator('main').inner_text()[:600]}")
            return
        link.first.click()
        page.wait_for_load_state()
        self.fill(page, {**self.data_of(event), "surname": self.surnames[number]})
        page.locator("main form[method=post] button[type=submit]").last.click()
        page.wait_for_load_state()
        if page.locator(".n-refusal, .n-summary").count() or not page.url.endswith("/follow/"):
            raise NotAsTold(f"{name}: {page.locator('main').inner_text()[:600]}")

    def fill(self, page: Any, data: dict[str, Any], *, refused: bool = False) -> bool:
        """Fill in the fields of a form by their names. Raises NotAsTold where the page asks for no such thing.

        False: what must be refused cannot be said on the page at all, since a list does not offer it.
        """
        offered = True
        for name, value in data.items():
            found = page.locator(f"main form [name='{name}']")
            if not found.count():
                raise NotAsTold(f"the page has no field {name}: {page.url}")
            for details in page.locator(f"main details:not([open]):has([name='{name}'])").all():
                details.locator("summary").first.click()
            if refused and not _is_offered(page, name, found, value):
                offered = False
                continue
            _put(page, name, found, value)
        return offered


def _is_offered(page: Any, name: str, found: Any, value: Any) -> bool:
    tag, kind = found.first.evaluate("at => [at.tagName, at.type]")
    if tag == "SELECT":
        return bool(found.first.locator(f"option[value='{value}']").count())
    several = value if isinstance(value, list) else [value]
    asked = (f"main form [name='{name}'][value='{'true' if each is True else each}']" for each in several)
    return kind not in {"checkbox", "radio"} or all(page.locator(each).count() for each in asked)


def _put(page: Any, name: str, found: Any, value: Any) -> None:
    tag, kind = found.first.evaluate("at => [at.tagName, at.type]")
    if tag == "SELECT":
        found.first.select_option(str(value))
    elif kind in {"checkbox", "radio"}:
        several = value if isinstance(value, list) else [value]
        for each in several:
            one = "true" if each is True else str(each)
            page.locator(f"main form [name='{name}'][value='{one}']").check()
    else:
        found.first.fill(_typed(value))


def _typed(value: Any) -> str:
    """A value as a person types it: days as 05.03.2026."""
    found = _ISO.fullmatch(str(value))
    if found is None:
        return str(value)
    year, month, day, time = found.groups()
    return f"{day}.{month}.{year}" + (f" {time}" if time else "")


def _last(model: type[Proceeding] | type[Notice]) -> int:
    return model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


@contextmanager
def standing(patched: pytest.MonkeyPatch) -> Iterator[Callable[[dt.datetime], None]]:
    """Set the clock of all threads: the server's and the test's."""
    at: list[dt.datetime] = [instant(dt.datetime.now(dt.UTC))]
    patched.setattr(clock, "now", lambda: at[0])

    def stand(moment: dt.datetime) -> None:
        at[0] = moment.astimezone(dt.UTC)

    yield stand


def browsing(name: str, **how: Any) -> Browsing:
    """The player of a file. `how`: the fields of `Browsing`."""
    return Browsing(lives()[name], company(), papers=papers, issued=issued, **how)
