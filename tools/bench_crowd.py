"""The site as `nadzor run` runs it under eight users, beside a view that does nothing; what a visit weighs; memory.

Each user presses, waits for the page and reads it: half a second on the average. Rounds alternate between pages, a
figure is the median of the rounds. Then eight who never read, for the rate.
"""

import http.client
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

USERS, ROUNDS, PRESSES = 8, 3, 8
AIM_MS = 60.0
_READS = 0.5  # seconds
_NOTHING = "/bench/nothing/"
_PAGES = (
    ("a view that does nothing", None, _NOTHING),
    ("portal, first page", None, "/"),
    ("portal, an appeal followed", "code", "/follow/"),
    ("inbox, an executor", "executor", "/work/"),
    ("inbox, an oblast head", "head", "/work/"),
    ("a case", "executor", "/work/case/{review}/"),
    ("board, an oblast head", "head", "/work/control/"),
    ("board, one who sees all", "all", "/work/control/"),
)
_KB = 1000
_VISITS = (
    ("portal, first page", None, "/", 100 * _KB, 15 * _KB),
    ("portal, follow", "code", "/follow/", 100 * _KB, 15 * _KB),
    ("portal, filing", None, "/file/", 100 * _KB, 15 * _KB),
    ("portal, words", None, "/words/", 100 * _KB, 15 * _KB),
    ("portal, memo", None, "/can-help/", 100 * _KB, 15 * _KB),
    ("portal, an office", None, "/offices/750000-oblast/", 100 * _KB, 15 * _KB),
    ("inbox", "head", "/work/", 250 * _KB, 40 * _KB),
    ("a case", "executor", "/work/case/{review}/", 250 * _KB, 40 * _KB),
    ("board", "all", "/work/control/", 250 * _KB, 40 * _KB),
    ("to sign", "head", "/work/to-sign/", 250 * _KB, 40 * _KB),
    ("dispatch book", "head", "/work/dispatch/", 250 * _KB, 40 * _KB),
    ("a register", "head", "/work/registers/750000-oblast/appeals/{year}/", 250 * _KB, 40 * _KB),
    ("access log", "security", "/work/looks/", 250 * _KB, 40 * _KB),
    ("intake", "registrar", "/work/intake/", 250 * _KB, 40 * _KB),
    ("statistics", "head", "/work/statistics/?office=all", 250 * _KB, 40 * _KB),
)
_MOST_REQUESTS = 12  # of a first visit to the portal


@dataclass(frozen=True)
class Answer:
    """What came: the text, and the bytes that it took over the wire with its heads."""

    text: str
    wire: int


class Site:
    """The server on a free port, and what each user holds: a cookie."""

    def __init__(self, cookies: dict[str, str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self._cookies = cookies

    def heads(self, who: str | None) -> dict[str, str]:
        cookie = {"Cookie": f"sessionid={self._cookies[who]}; django_language=ru"} if who is not None else {}
        return {**cookie, "Accept-Encoding": "gzip, br", "Accept-Language": "ru"}

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)


def under_eight(
    url: str, cookies: dict[str, str], named: dict[str, str], visited: Iterable[tuple[str | None, str]]
) -> bool:
    """Measure the site on a database; return whether weights are within the budget."""
    site = Site(cookies)
    with _running(site, url) as server:
        good = _weights(site, named)
        _times(site, named)
        _memory(site, server, [(who, path.format(**named)) for who, path in visited])
    return good


@contextmanager
def _running(site: Site, url: str) -> Iterator[int]:
    """The web server with the pages' files gathered; yields its process id."""
    from django.core.management import call_command  # noqa: PLC0415

    from nadzor.supervisor.run import web_command  # noqa: PLC0415

    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["redoc.*"])
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tools.bench_settings"}
    server = subprocess.Popen(web_command(site.port), env=environment, cwd=Path(__file__).parents[1])
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                _get(site.connection(), _NOTHING, site.heads(None))
                break
            except OSError:
                if time.monotonic() > deadline or server.poll() is not None:
                    sys.exit("the web server does not answer")
                time.sleep(0.2)
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def _get(connection: http.client.HTTPConnection, path: str, heads: dict[str, str]) -> Answer:
    connection.request("GET", quote(path, safe="/?&="), headers=heads)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        sys.exit(f"{path}: {answer.status}")
    head = sum(len(name) + len(value) + 4 for name, value in answer.getheaders()) + 17
    return Answer(_unpacked(body, answer.getheader("Content-Encoding")), len(body) + head)


def _unpacked(body: bytes, coding: str | None) -> str:
    import gzip  # noqa: PLC0415

    if coding == "gzip":
        body = gzip.decompress(body)
    elif coding == "br":
        return ""  # files alone: styles are read from the disk
    return body.decode(errors="replace")


def _user(site: Site, who: str | None, path: str, reads: float, presses: int) -> list[float]:
    """Milliseconds of each press of one user, who keeps the connection."""
    connection, heads, rng = site.connection(), site.heads(who), random.Random(path)  # noqa: S311
    took = []
    for _ in range(presses):
        time.sleep(rng.uniform(0, 2 * reads))
        begun = time.perf_counter()
        _get(connection, path, heads)
        took.append(1000 * (time.perf_counter() - begun))
    connection.close()
    return took


def _round(site: Site, who: str | None, path: str, *, reads: float, presses: int) -> list[float]:
    with ThreadPoolExecutor(USERS) as users:
        each = [users.submit(_user, site, who, path, reads, presses) for _ in range(USERS)]
        return [one for user in each for one in user.result()]


def _late(took: Sequence[float]) -> float:
    return statistics.quantiles(took, n=20)[-1]


def _times(site: Site, named: dict[str, str]) -> None:
    pages = [(title, who, path.format(**named)) for title, who, path in _PAGES]
    for _, who, path in pages:  # both workers have read their templates before anything is measured
        _round(site, who, path, reads=0, presses=3)
    medians: dict[str, list[float]] = {title: [] for title, *_ in pages}
    lates: dict[str, list[float]] = {title: [] for title, *_ in pages}
    rates: dict[str, list[float]] = {title: [] for title, *_ in pages}
    for number in range(ROUNDS):
        for title, who, path in pages if number % 2 == 0 else reversed(pages):
            took = _round(site, who, path, reads=_READS, presses=PRESSES)
            medians[title].append(statistics.median(took))
            lates[title].append(_late(took))
            begun = time.perf_counter()
            count = len(_round(site, who, path, reads=0, presses=PRESSES))
            rates[title].append(count / (time.perf_counter() - begun))
    print(
        f"{'eight users who read half a second':<40}{'median':>9}{'95th':>9}{'to nothing':>12}   eight who never read"
    )
    idle = medians[_PAGES[0][0]]
    for title, *_ in pages:
        ratio = statistics.median(a / b for a, b in zip(medians[title], idle, strict=True))
        middle, late, rate = (statistics.median(each[title]) for each in (medians, lates, rates))
        told = f"{title:<40}{middle:>6.1f} ms{late:>6.1f} ms{ratio:>12.1f}{rate:>10.0f} pages a second"
        print(f"{told}   at most {AIM_MS:g} ms: {'held' if late <= AIM_MS else 'MISSED'}", flush=True)


_FILES = re.compile(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"[^>]*>')
_FACE = re.compile(r"@font-face\s*{([^}]*)}")


def _weights(site: Site, named: dict[str, str]) -> bool:
    good = True
    print(f"{'visit':<24}{'first':>10}{'requests':>10}{'next':>10}")
    for title, who, path, first_most, next_most in _VISITS:
        connection, heads = site.connection(), site.heads(who)
        page = _get(connection, path.format(**named), heads)
        files = dict.fromkeys(each for each in _FILES.findall(page.text) if each.startswith("/") and "/static/" in each)
        for sheet in [each for each in files if each.endswith(".css")]:
            plain = _get(connection, sheet, {**heads, "Accept-Encoding": "identity"}).text
            files |= dict.fromkeys(_letters(plain, page.text, sheet))
        first = page.wire + sum(_get(connection, each, heads).wire for each in files)
        asked = 1 + len(files)
        within = first <= first_most and page.wire <= next_most and (who or asked <= _MOST_REQUESTS)
        good = good and bool(within)
        told = f"{title:<24}{first / _KB:>7.1f} KB{asked:>10}{page.wire / _KB:>7.1f} KB"
        print(f"{told}   {'within the budget' if within else 'ABOVE THE BUDGET'}", flush=True)
        connection.close()
    return good


def _letters(sheet: str, page: str, at: str) -> Iterator[str]:
    """The files of letters that a browser takes for a page: those whose range holds one of its signs."""
    signs = {ord(each) for each in re.sub(r"<[^>]*>", "", page)}
    for face in _FACE.findall(sheet):
        ranges = re.search(r"unicode-range:([^;}]+)", face)
        source = re.search(r"url\(['\"]?([^'\")]+)", face)
        if source and (ranges is None or any(_holds(part, signs) for part in ranges[1].split(","))):
            yield source[1] if source[1].startswith("/") else f"{at.rpartition('/')[0]}/{source[1]}"


def _holds(part: str, signs: set[int]) -> bool:
    low, _, high = part.strip().removeprefix("U+").removeprefix("u+").partition("-")
    low, high = low.replace("?", "0"), (high or low).replace("?", "F")
    return any(int(low, 16) <= sign <= int(high, 16) for sign in signs)


def _memory(site: Site, server: int, visited: Sequence[tuple[str | None, str]]) -> None:
    """Megabytes of the workers before and after every page was opened in each of them."""
    before = _resident(server)
    for _ in range(2):
        for who, path in visited:
            connection = site.connection()  # a new one, so that either worker may get it
            _get(connection, path, site.heads(who))
            connection.close()
    told = ", ".join(f"{a} MB, then {b} MB" for a, b in zip(before, _resident(server), strict=True))
    print(f"memory of the web workers before and after every page: {told}")


def _resident(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    found = []
    for each in children:
        said = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{each}/status").read_text(encoding="ascii"))
        found.append(int(said[1]) // 1024 if said else 0)
    return sorted(found)
