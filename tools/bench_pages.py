"""The pages: queries at 1,000 and 100,000 proceedings, time under eight users, weight over the wire, memory.

One embedded cluster with two databases filled by SQL. A page whose number of queries grows with the house, and a visit
heavier than the budget of the looks, end this with code 1. A part may be named: queries, crowd.
NADZOR_BENCH_DATA: a folder that keeps the filled databases.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.bench_lists import House, _exists, _in, _people, _template

SMALL, LARGE = 1_000, 100_000
_WORKS = ("call_centre_operator", "reception_prosecutor", "administrator", "security", "analyst")
_OBLAST = "750000-oblast"
_Address = Callable[[dict[str, str]], str] | str


def main() -> None:
    """Make or take the folder, fill what is not filled, measure."""
    kept = os.environ.get("NADZOR_BENCH_DATA")
    folder = Path(kept) if kept else Path(tempfile.mkdtemp(prefix="nadzor-bench-", dir="/tmp"))
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)
    if os.geteuid() == 0:
        os.environ.setdefault("NADZOR_SERVER_USER", "nobody")
    from nadzor.embedded import Cluster  # noqa: PLC0415
    from tools.bench_crowd import under_eight  # noqa: PLC0415

    cluster = Cluster(folder / "var", extra={"fsync": "off", "autovacuum": "off", "max_wal_size": "4GB"}, sync=False)
    cluster.start()
    try:
        os.environ |= {
            "DATABASE_URL": cluster.dsn(),
            "NADZOR_DATA": str(folder / "var"),
            "DJANGO_SETTINGS_MODULE": "nadzor.web.settings",
        }
        houses = _houses(cluster)
        parts = sys.argv[1:] or ["queries", "crowd"]
        good = "queries" not in parts or _queries(*houses)
        visited = [(who, address) for _, who, address in PAGES]
        if "crowd" in parts:
            good = under_eight(cluster.dsn(houses[1].name), _sessions(houses[1]), _known(houses[1]), visited) and good
    finally:
        cluster.stop()
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(0 if good else 1)


def _houses(cluster: Any) -> tuple[House, House]:
    """The two databases, filled and of today's schema."""
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415
    from django.db.backends.postgresql.base import DatabaseWrapper  # noqa: PLC0415

    from tools.bench_filling import fill  # noqa: PLC0415
    from tools.bench_house import furnish, keep_own  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    places, special, client = _people()
    _works()
    houses = House("1,000", "bench_pages_small", SMALL), House("100,000", "bench_pages_large", LARGE)
    for house in houses:
        fresh = not _exists(house.name)
        if fresh:
            connections["default"].close()
            _template(cluster, house.name)
            fill(cluster.dsn(house.name, superuser=True), house.rows, places, special, client)
            furnish(cluster.dsn(house.name, superuser=True))
        house.wrapper = DatabaseWrapper({**connections.databases["default"], "NAME": house.name}, "default")
        with _in(house):
            call_command("migrate", verbosity=0)
            if fresh:
                keep_own(_by_login(), 2 if house.rows == SMALL else 12)
    return houses


def _works() -> None:
    """People of the oblast office with each of the works, and the head of the executor's unit, with accounts."""
    from nadzor.accounts.models import Account  # noqa: PLC0415
    from nadzor.organs.models import Appointment, Body, Duty, Person  # noqa: PLC0415

    if Account.objects.filter(login="unit_head").exists():
        return
    body = Body.objects.get(code=_OBLAST)
    unit = Account.objects.get(login="executor").person.appointments.get().unit  # type: ignore[union-attr]
    order = {"since": body.since, "order_number": "1-Д", "order_day": body.since}
    for work in (*_WORKS, "unit_head"):
        person = Person.objects.create(surname=f"Пробный{work}", given_name="П", sort_key="п")
        post = "unit_head" if work == "unit_head" else "prosecutor"
        Appointment.objects.create(
            person=person, body=body, unit=unit if work == "unit_head" else None, post=post, **order
        )
        if work != "unit_head":
            Duty.objects.create(person=person, body=body, role=work, **order)
        Account.objects.make(work, person, None)


def _by_login() -> dict[str, Any]:
    from nadzor.accounts.models import Account  # noqa: PLC0415

    return {each.login: each.person for each in Account.objects.select_related("person")}


def _named(house: House) -> dict[str, str]:
    """What addresses name: cases of this house in each state, its days, people."""
    from nadzor import clock  # noqa: PLC0415
    from nadzor.casework.models import Proceeding  # noqa: PLC0415
    from tools.bench_house import CALENDAR_TOKEN, FOLLOWED_CODE  # noqa: PLC0415

    with _in(house):
        people = _by_login()
        mine = Proceeding.objects.filter(executor=people["executor"], procedure="appeal").order_by("pk")
        drafted = Proceeding.objects.filter(executor=people["executor"], procedure="answer_draft", state="to_sign")
        there = Proceeding.objects.filter(body__code=_OBLAST, procedure="appeal").order_by("-pk")
        waiting = drafted.order_by("pk")[0]
        return {
            "review": mine.filter(state="under_review", children=None)[0].number,
            "ready": str(waiting.parent.number),  # type: ignore[union-attr]
            "draft": waiting.number,
            "registered": there.filter(state="registered", registrar__isnull=False)[0].number,
            "closed": there.filter(state="closed")[0].number,
            "signed": there.filter(state="signed", registrar__isnull=False)[0].number,
            "year": str(clock.now().year),
            "person": str(people["executor"].pk),
            "code": FOLLOWED_CODE,
            "calendar": CALENDAR_TOKEN,
        }


PAGES = (
    ("first page", None, "/"),
    ("whom to write to", None, "/who-considers/"),
    ("memo", None, "/can-help/"),
    ("follow", None, "/follow/"),
    ("followed", "code", "/follow/"),
    ("add to what is followed", "code", "/follow/add/"),
    ("words", None, "/words/"),
    ("offices", None, "/offices/"),
    ("an office", None, "/offices/750000-oblast/"),
    ("the system", None, "/system/"),
    ("filing", None, "/file/"),
    ("sign in", None, "/work/sign-in/"),
    *((f"inbox, {who}", who, "/work/") for who in ("executor", "unit_head", "registrar", "head", "all", "security")),
    *((f"inbox by name, {who}", who, "/work/?view=all") for who in ("head", "all")),
    ("inbox as a table", "executor", "/work/list.xlsx"),
    ("search by name", "head", "/work/find/?q=б"),
    ("search by words", "head", "/work/find/?q=пробатак бадагак"),
    ("saved views", "head", "/work/views/"),
    ("settings", "executor", "/work/my/"),
    ("keys", "executor", "/work/my/keys/"),
    ("own lists", "executor", "/work/my/lists/"),
    ("calendar", "executor", "/work/my/calendar/"),
    ("calendar feed", None, "/work/calendar/{calendar}.ics"),
    ("templates", "executor", "/work/templates/"),
    ("templates, a head", "head", "/work/templates/"),
    ("a new template", "unit_head", "/work/templates/new/"),
    *((f"board, {who}", who, "/work/control/") for who in ("executor", "unit_head", "head", "all")),
    ("board, one office", "all", "/work/control/?office=750000-oblast"),
    *((f"statistics, {who}", who, "/work/statistics/?office=all") for who in ("unit_head", "head", "analyst", "all")),
    ("list of statistics", "head", "/work/statistics/list/?figure=received&office=all"),
    ("intake", "registrar", "/work/intake/"),
    ("a call", "call_centre_operator", "/work/call/"),
    ("access log", "security", "/work/looks/"),
    ("roots of the journal", "head", "/work/journal/"),
    ("registers", "registrar", "/work/registers/"),
    ("registers, a head", "head", "/work/registers/"),
    ("a register", "head", "/work/registers/750000-oblast/appeals/{year}/"),
    ("a register, masked", "security", "/work/registers/750000-oblast/appeals/{year}/"),
    ("the book of dispatches", "head", "/work/registers/750000-oblast/outgoing/{year}/"),
    ("structure", "administrator", "/work/structure/"),
    ("an office of the structure", "administrator", "/work/structure/body/750000-oblast/"),
    ("a person", "administrator", "/work/structure/person/{person}/"),
    *((f"dispatch book, {who}", who, "/work/dispatch/") for who in ("executor", "registrar", "head", "all")),
    *((f"to sign, {who}", who, "/work/to-sign/") for who in ("executor", "unit_head", "head", "all")),
    *((f"a case, {who}", who, "/work/case/{review}/") for who in ("executor", "unit_head", "head", "all")),
    ("a case with its draft", "executor", "/work/case/{ready}/"),
    ("a draft", "executor", "/work/case/{draft}/"),
    ("a registered case", "registrar", "/work/case/{registered}/"),
    ("a closed case", "head", "/work/case/{closed}/"),
    ("a signed case", "head", "/work/case/{signed}/"),
    ("the answer to be signed", "head", "/work/case/{ready}/answer/"),
    ("the draft as a PDF", "executor", "/work/case/{draft}/draft.pdf"),
    ("a case as a PDF", "head", "/work/case/{review}/case.pdf"),
    ("receipt", "registrar", "/work/case/{registered}/receipt/"),
    ("step: assign", "head", "/work/case/{registered}/assign/"),
    ("step: sort", "registrar", "/work/case/{registered}/sort/"),
    ("step: draft the answer", "executor", "/work/case/{review}/draft_answer/"),
    ("step: note", "executor", "/work/case/{review}/note/"),
    ("step: ask for materials", "executor", "/work/case/{review}/ask_for_materials/"),
)
"""Title, who (a login; "code": whoever follows an appeal; none: the public), address."""


def _queries(small: House, large: House) -> bool:
    """Count the queries of every page in both houses; return whether they are the same everywhere."""
    from django.test import override_settings  # noqa: PLC0415

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    good = True
    print(f"{'queries of a page':<40}{small.title:>10}{large.title:>10}{'ms':>8}{'in the database':>18}")
    with override_settings(STORAGES={"default": plain, "staticfiles": plain}):
        for title, who, address in PAGES:
            told = [_asked(house, who, address) for house in (small, large)]
            (few, *_), (many, took, waited) = told
            same = few == many
            good = good and same
            line = f"{title:<40}{few:>10}{many:>10}{took:>8.0f}{waited:>18.0f}"
            print(line + ("" if same else "   DIFFERENT"), flush=True)
    return good


def _asked(house: House, who: str | None, address: str) -> tuple[int, float, float]:
    """Queries of a page that was asked for before; milliseconds it took, and those of them waited for the database."""
    import time  # noqa: PLC0415

    from nadzor.organs import directory  # noqa: PLC0415

    directory.forget()
    with _in(house):
        browser, path = _browser(house, who), address.format(**_known(house))
        found: list[str] = []
        waited = 0.0

        def watch(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
            nonlocal waited
            begun = time.perf_counter()
            try:
                return execute(sql, *rest)
            finally:
                waited += time.perf_counter() - begun
                found.append(sql)

        for _ in range(2):
            found.clear()
            waited, begun = 0.0, time.perf_counter()
            with house.wrapper.execute_wrapper(watch):
                answer = browser.get(path)
                content = answer.getvalue()
            took = time.perf_counter() - begun
            if answer.status_code != 200 or not content:
                sys.exit(f"{path}, {who}: {answer.status_code}")
    return len(found), 1000 * took, 1000 * waited


_names: dict[str, dict[str, str]] = {}


def _known(house: House) -> dict[str, str]:
    if house.name not in _names:
        _names[house.name] = _named(house)
    return _names[house.name]


def _browser(house: House, who: str | None) -> Any:
    from django.test import Client as Browser  # noqa: PLC0415

    from nadzor.accounts.models import Account  # noqa: PLC0415

    if str(who) not in house.browsers:
        browser = house.browsers[str(who)] = Browser(SERVER_NAME="localhost")
        if who == "code":
            browser.post("/follow/", {"code": _known(house)["code"]})
        elif who is not None:
            browser.force_login(Account.objects.get(login=who))
    return house.browsers[str(who)]


def _sessions(house: House) -> dict[str, str]:
    """The cookie of everybody who asks, by login."""
    with _in(house):
        for who in {who for _, who, _ in PAGES if who is not None}:
            _browser(house, who)
        cookies = {who: each.cookies.get("sessionid") for who, each in house.browsers.items()}
    return {who: cookie.value for who, cookie in cookies.items() if cookie is not None}


if __name__ == "__main__":
    main()
