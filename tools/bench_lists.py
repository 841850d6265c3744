"""Lists and search in a house of 1,000,000 cases against one of 10,000, and against bare SQL on the same index.

One embedded cluster with two databases, filled by SQL with what `perform` would have left; pages are asked through the
whole of Django. Rounds alternate; the figure of a line is the median of the rounds' ratios. NADZOR_BENCH_DATA: a folder
that keeps the filled databases for the next run.
"""

import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROUNDS, CALLS, QUESTIONS = 5, 10, 60
SMALL, LARGE = 10_000, 1_000_000
RATIO_AIM, NAME_AIM_MS, TEXT_AIM = 2.0, 5.0, 2.0
_OBLAST, _DISTRICT = "750000-oblast", "751110-district"
_PEOPLE_OF = {"gpo": 30, "oblast": 20, "district": 6}
_SHARES = {"gpo": 30, "oblast": 12, "district": 8}  # of letters, for each of the people


@dataclass
class House:
    """A filled database: its name in the report, its connection, who asks in it."""

    title: str
    name: str
    rows: int
    wrapper: Any = None
    browsers: dict[str, Any] = field(default_factory=dict)
    seconds_in_database: float = 0.0


def main() -> None:
    """Make or take the folder, fill what is not filled, measure."""
    kept = os.environ.get("NADZOR_BENCH_DATA")
    folder = Path(kept) if kept else Path(tempfile.mkdtemp(prefix="nadzor-bench-", dir="/tmp"))
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)
    if os.geteuid() == 0:
        os.environ.setdefault("NADZOR_SERVER_USER", "nobody")
    from nadzor.embedded import Cluster  # noqa: PLC0415

    unsafe = {"fsync": "off", "full_page_writes": "off", "max_wal_size": "8GB", "autovacuum": "off"}
    cluster = Cluster(folder / "var", extra=unsafe, sync=False)
    cluster.start()
    try:
        os.environ |= {
            "DATABASE_URL": cluster.dsn(),
            "NADZOR_DATA": str(folder / "var"),
            "DJANGO_SETTINGS_MODULE": "nadzor.web.settings",
        }
        print(f"filled databases in {folder}{'' if kept else ' (set NADZOR_BENCH_DATA to keep them)'}", flush=True)
        houses = _houses(cluster)
        _pages(*houses)
        _names(houses[1])
        _words(houses[1])
    finally:
        cluster.stop()
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def _houses(cluster: Any) -> tuple[House, House]:
    """The two databases, filled and of today's schema."""
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection, connections  # noqa: PLC0415
    from django.db.backends.postgresql.base import DatabaseWrapper  # noqa: PLC0415

    from tools.bench_filling import fill, is_filled  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    places, special, client = _people()
    houses = House("10,000", "bench_small", SMALL), House("1,000,000", "bench_large", LARGE)
    for house in houses:
        if not _exists(house.name) or not is_filled(cluster.dsn(house.name, superuser=True), house.rows):
            begun = time.perf_counter()
            with connection.cursor() as cursor:
                cursor.execute(f"DROP DATABASE IF EXISTS {house.name}")
            connection.close()
            _template(cluster, house.name)
            fill(cluster.dsn(house.name, superuser=True), house.rows, places, special, client)
            print(f"{house.title} cases filled in {time.perf_counter() - begun:.0f} s", flush=True)
        house.wrapper = DatabaseWrapper({**connections.databases["default"], "NAME": house.name}, "default")
        with _in(house):
            call_command("migrate", verbosity=0)
            _settle(house)
    return houses


def _template(cluster: Any, name: str) -> None:
    """Make a database as a copy of the empty house with its people, so that ids are the same in both."""
    import psycopg  # noqa: PLC0415

    with psycopg.connect(cluster.dsn("postgres", superuser=True), autocommit=True) as conn:
        conn.execute(f"CREATE DATABASE {name} TEMPLATE nadzor OWNER nadzor")  # type: ignore[arg-type]


def _exists(name: str) -> bool:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


def _settle(house: House) -> None:
    """Statistics as of now: a migration may have changed indexes."""
    with house.wrapper.cursor() as cursor:
        cursor.execute("ANALYZE casework_proceeding, casework_assignment, casework_searchrow, casework_tally")


@contextmanager
def _in(house: House) -> Iterator[None]:
    """Let Django's one database be this one."""
    from django.db import connections  # noqa: PLC0415

    before = connections["default"]
    connections["default"] = house.wrapper
    try:
        yield
    finally:
        connections["default"] = before


def _people() -> tuple[list[tuple[Any, ...]], tuple[Any, ...], int]:
    """Lay the structure with people in every office; return the places of the filling, and the client of the portal."""
    from nadzor.accounts.models import Account, Client, digest_of  # noqa: PLC0415
    from nadzor.organs.laying import lay_structure  # noqa: PLC0415
    from nadzor.organs.models import Body  # noqa: PLC0415

    if lay_structure():
        for body in Body.objects.order_by("pk"):
            _staff(body)
        Client.objects.create(name="portal", token_digest=digest_of("portal"), made_at=_now())
        for login, person in _askers().items():
            Account.objects.make(login, person, None)
            Client.objects.create(
                name=login,
                person=person,
                token_digest=digest_of(login),
                scopes=["proceedings:read"],
                made_at=_now(),
            )
    return *_places(), Client.objects.get(name="portal").pk


def _now() -> Any:
    from nadzor import clock  # noqa: PLC0415

    return clock.now()


def _staff(body: Any) -> None:
    """A head, a registrar and executors spread over the units, and the register of an office."""
    from nadzor.casework.models import Register  # noqa: PLC0415
    from nadzor.law.posts import Post  # noqa: PLC0415
    from nadzor.organs.models import Appointment, Duty, Person, Unit  # noqa: PLC0415

    units = list(Unit.objects.filter(body=body).exclude(code="leadership")) or [None]
    top = Post.PROSECUTOR_GENERAL if body.kind == "gpo" else Post.HEAD
    order = {"since": body.since, "order_number": "1-Д", "order_day": body.since}
    count = _PEOPLE_OF.get(body.kind, 10)
    for place in range(count + 2):
        person = Person.objects.create(surname=f"Пробный{body.code[:4]}", given_name=f"П{place}", sort_key="п")
        unit = units[place % len(units)] if place > 1 else None
        post = top if place == 0 else Post.PROSECUTOR
        Appointment.objects.create(person=person, body=body, unit=unit, post=post, **order)
        if place == 1:
            Duty.objects.create(person=person, body=body, role="registrar", **order)
    empty = bytes(32)
    Register.objects.create(
        body=body, book="appeals", year=2026, first_head=empty, previous=empty, head=empty, last_number=LARGE
    )


def _askers() -> dict[str, Any]:
    """Who asks: an executor, an oblast head, one who sees all, registrars."""
    from nadzor.organs.models import Appointment, Duty  # noqa: PLC0415

    of = Appointment.objects.select_related("person")
    return {
        "executor": of.filter(body__code=_OBLAST, post="prosecutor", unit__isnull=False).order_by("pk")[0].person,
        "head": of.get(body__code=_OBLAST, post="head").person,
        "all": of.get(post="prosecutor_general").person,
        "registrar": Duty.objects.select_related("person").get(body__code=_OBLAST, role="registrar").person,
        "district": Duty.objects.select_related("person").get(body__code=_DISTRICT, role="registrar").person,
    }


def _places() -> tuple[list[tuple[Any, ...]], tuple[Any, ...]]:
    """Each executor as often as their share of the letters; the capital's offices get four times as many."""
    from nadzor.casework.models import Register  # noqa: PLC0415
    from nadzor.organs.models import Appointment, Duty  # noqa: PLC0415

    registrars = dict(Duty.objects.filter(role="registrar").values_list("body_id", "person_id"))
    registers = dict(Register.objects.values_list("body_id", "pk"))
    held = list(Appointment.objects.filter(post="prosecutor", unit__isnull=False).select_related("body").order_by("pk"))
    places: list[tuple[Any, ...]] = []
    special: tuple[Any, ...] = ()
    mine = _askers()["executor"].pk
    for number, each in enumerate(held):
        body = each.body
        place = (
            *(body.pk, body.branch_id, each.unit_id, each.person_id, held[number - 1].person_id),
            *(registrars[body.pk], registers[body.pk], body.code[:2]),
        )
        share = _SHARES.get(body.kind, 4) * (4 if body.code == _OBLAST else 1)
        places += [place] * share
        special = place if each.person_id == mine else special
    return places, special


def _browser(house: House, login: str) -> Any:
    """Somebody signed in, and with a token for the API."""
    from django.test import Client as Browser  # noqa: PLC0415

    from nadzor.accounts.models import Account  # noqa: PLC0415

    if login not in house.browsers:
        browser = Browser(SERVER_NAME="localhost", headers={"Authorization": f"Bearer {login}"})
        browser.force_login(Account.objects.get(login=login))
        house.browsers[login] = browser
    return house.browsers[login]


_PAGES = (
    ("inbox, an executor", "executor", "/workplace/"),
    ("inbox, an oblast head: the office", "head", "/workplace/"),
    ("inbox, an oblast head: all", "head", "/workplace/?view=all"),
    ("inbox, one who sees all: all", "all", "/workplace/?view=all"),
    ("board, an executor", "executor", "/board/"),
    ("board, an oblast head", "head", "/board/"),
    ("board, one who sees all", "all", "/board/"),
    ("API, open ones, an executor", "executor", "/api/v1/proceedings?open=true"),
    ("API, open ones, an oblast head", "head", "/api/v1/proceedings?open=true"),
    ("API, open ones, one who sees all", "all", "/api/v1/proceedings?open=true"),
    ("API, no filter, an executor", "executor", "/api/v1/proceedings"),
    ("API, no filter, an oblast head", "head", "/api/v1/proceedings"),
    ("API, no filter, one who sees all", "all", "/api/v1/proceedings"),
    ("API, closed ones, an oblast head", "head", "/api/v1/proceedings?open=false"),
    ("API, closed ones, a district's registrar", "district", "/api/v1/proceedings?open=false"),
)


def _pages(small: House, large: House) -> None:
    """Every page in both houses in turn."""
    from django.test import override_settings  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    named = {"/workplace/": reverse("inbox"), "/board/": reverse("control")}
    print(f"{'page':<44}{small.title:>10}{large.title:>12}{'ratio':>8}   of it in the database")
    with override_settings(STORAGES={"default": plain, "staticfiles": plain}):
        for title, login, path in _PAGES:
            start, mark, query = path.partition("?")
            address = named.get(start, start) + mark + query
            figures: list[tuple[float, float]] = []
            inside: list[tuple[float, float]] = []
            for number in range(ROUNDS):
                order = (small, large) if number % 2 == 0 else (large, small)
                taken = {house.title: _seconds(house, login, address) for house in order}
                figures.append((taken[small.title][0], taken[large.title][0]))
                inside.append((taken[small.title][1], taken[large.title][1]))
            ratio = statistics.median(b / a for a, b in figures)
            a, b = (1000 * statistics.median(each) for each in zip(*figures, strict=True))
            c, d = (1000 * statistics.median(each) for each in zip(*inside, strict=True))
            told = f"{a:>7.1f} ms{b:>9.1f} ms{ratio:>8.2f}   {c:.1f} ms, {d:.1f} ms"
            print(f"{title:<44}{told}   at most {RATIO_AIM:g}: {_verdict(ratio <= RATIO_AIM)}", flush=True)


def _seconds(house: House, login: str, address: str) -> tuple[float, float]:
    """Seconds of one asking, and those of it spent waiting for the database."""
    with _in(house):
        browser = _browser(house, login)

        def ask() -> None:
            answer = browser.get(address)
            if answer.status_code != 200:
                sys.exit(f"{address}: {answer.status_code}")

        ask()
        waited = 0.0

        def watch(execute: Callable[..., Any], *rest: Any) -> Any:
            nonlocal waited
            begun = time.perf_counter()
            try:
                return execute(*rest)
            finally:
                waited += time.perf_counter() - begun

        with house.wrapper.execute_wrapper(watch):
            begun = time.perf_counter()
            for _ in range(CALLS):
                ask()
            return (time.perf_counter() - begun) / CALLS, waited / CALLS


def _actor(login: str) -> Any:
    from nadzor import clock  # noqa: PLC0415
    from nadzor.accounts.models import Account  # noqa: PLC0415
    from nadzor.organs.actor import actor_of  # noqa: PLC0415

    person = Account.objects.get(login=login).person
    assert person is not None  # noqa: S101  # made so
    return actor_of(person, clock.today("Asia/Almaty"))


def _late(times: list[float]) -> float:
    """The 95th percentile, in milliseconds."""
    return 1000 * statistics.quantiles(times, n=20)[-1]


def _names(house: House) -> None:
    """Names by their beginning, of two to five letters."""
    from nadzor.casework.search import by_name  # noqa: PLC0415
    from tools.bench_filling import surnames  # noqa: PLC0415

    rng = random.Random(5)  # noqa: S311
    asked = [surname[: rng.choice((2, 3, 4, 5))] for surname in rng.sample(surnames(), QUESTIONS)]
    with _in(house), house.wrapper.cursor() as cursor:

        def nothing() -> None:
            """What the machine itself takes: how far to trust a figure in milliseconds."""
            cursor.execute("SELECT 1")
            cursor.fetchall()

        for login in ("executor", "registrar", "head", "all"):
            actor = _actor(login)
            rounds, idle = [], []
            for _ in range(ROUNDS):
                pairs = [(_timed(by_name, actor, each), _timed(nothing)) for each in asked]
                mine, other = (_late(list(each)) for each in zip(*pairs, strict=True))
                rounds.append(mine)
                idle.append(other)
            late = statistics.median(rounds)
            told = f"95 of 100 within {late:.1f} ms, SELECT 1 within {statistics.median(idle):.1f} ms"
            print(
                f"name by its beginning, {login:<20} {told}   at most {NAME_AIM_MS:g}: {_verdict(late <= NAME_AIM_MS)}"
            )


def _words(house: House) -> None:
    """Two words in one's own office, newest first, against the bare statement on the same index."""
    from nadzor.casework.search import found  # noqa: PLC0415
    from nadzor.organs.models import Body  # noqa: PLC0415
    from tools.bench_filling import fragments  # noqa: PLC0415

    rng = random.Random(6)  # noqa: S311
    asked = [" ".join(rng.sample(text.split(), 2)) for text in rng.sample(list(fragments()), QUESTIONS)]
    bare = (
        "SELECT proceeding_id FROM casework_searchrow WHERE vector @@ (plainto_tsquery('russian', %s) && %s::tsquery) "
        "ORDER BY registered_on DESC, proceeding_id DESC LIMIT 50"
    )
    with _in(house), house.wrapper.cursor() as cursor:
        for login, code in (("registrar", _OBLAST), ("district", _DISTRICT)):
            actor, office = _actor(login), f"of{Body.objects.get(code=code).pk}"

            def ours(text: str, actor: Any = actor) -> None:
                found(actor, text)

            def theirs(text: str, office: str = office) -> None:
                cursor.execute(bare, [text, office])
                cursor.fetchall()

            rounds, shown = [], []
            for _ in range(ROUNDS):
                pairs = [(_timed(ours, text), _timed(theirs, text)) for text in asked]
                mine, other = (_late(list(each)) for each in zip(*pairs, strict=True))
                rounds.append(mine / other)
                shown.append((mine, other))
            mine, other = (statistics.median(each) for each in zip(*shown, strict=True))
            ratio = statistics.median(rounds)
            told = f"95 of 100 within {mine:.1f} ms, bare {other:.1f} ms, ratio {ratio:.2f}"
            print(f"two words, own office, {login:<20} {told}   at most {TEXT_AIM:g}: {_verdict(ratio <= TEXT_AIM)}")


def _timed(work: Callable[..., object], *asked: object) -> float:
    begun = time.perf_counter()
    work(*asked)
    return time.perf_counter() - begun


def _verdict(met: object) -> str:
    return "ok" if met else "over"


if __name__ == "__main__":
    main()
