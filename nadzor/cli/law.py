"""The law on the command line: `nadzor ask`, `nadzor norms`, `nadzor readings`, `nadzor calendar`."""

import datetime as dt
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import click

from nadzor.casework import yearfiles
from nadzor.cli.root import cli
from nadzor.law import calendar as kz
from nadzor.law import catalogue
from nadzor.law.ask import LONGEST_LINE, QUESTIONS, answer_line, ask
from nadzor.law.calendar.years import YearRefusal
from nadzor.law.catalogue import coverage
from nadzor.law.citations import period, timeline
from nadzor.law.explain import amount_text
from nadzor.law.periods import Duty
from nadzor.law.readings import DEFAULT
from nadzor.law.sources import AMENDMENTS, SOURCES
from nadzor.law.tables import DUTIES, TERMS
from nadzor.law.words import LANGUAGES, Lang, Phrase

_PROMPT = Phrase(
    "Сұрақты JSON түрінде жазып, Enter басыңыз; Ctrl-D аяқтайды.",
    "Наберите вопрос как JSON и нажмите Enter; Ctrl-D заканчивает.",
    "Type a question as JSON and press Enter; Ctrl-D ends.",
)
_WORKED = Phrase("жұмыс күні, орнына демалады:", "рабочий день вместо", "worked instead of")
_YEAR = Phrase(
    "жұмыс күндері: {worked}; күнтізбе нұсқасы: {version}",
    "рабочих дней: {worked}; версия календаря: {version}",
    "working days: {worked}; calendar version: {version}",
)
_PROVISIONAL = Phrase(
    "алдын ала: бұл жылдың ауыстырулары әлі жарияланған жоқ",
    "предварительно: решения этого года еще не объявлены",
    "provisional: decrees of this year are not announced yet",
)
_NO_YEAR = Phrase(
    "Бұл жылдың күнтізбесі жоқ: {first}–{last} жылдары бар.",
    "Календаря этого года нет: есть {first}–{last} годы.",
    "There is no calendar of this year: the years {first}–{last} are held.",
)
_LANG = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="ru", show_default=True, help="Language of messages."
)


@cli.command("ask")
@_LANG
@click.option("--examples", is_flag=True, help="First show one question of each kind with its answer.")
def ask_command(lang: Lang, *, examples: bool) -> None:
    """Answer questions to the law: JSON Lines in, one answer line for each question line, in order.

    The exit status is 1 if any line was answered with an error. Questions and fields: docs/ask.md.
    """
    _install_years(lang)
    if examples:
        _show_examples(lang)
    typed_in = sys.stdin.isatty()
    if typed_in:
        click.echo(_PROMPT.into(lang), err=True)
    failed = False
    for line in _lines(sys.stdin.buffer):
        if typed_in and not line.strip():
            continue
        answer = answer_line(line, lang)
        failed = failed or "error" in answer
        _print_json(answer)
    sys.exit(1 if failed else 0)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines without their ends. Of a line too long to answer only as much is kept as shows that it is."""
    while line := stream.readline(LONGEST_LINE + 2):
        kept = line.rstrip(b"\r\n")
        while not line.endswith(b"\n") and (line := stream.readline(LONGEST_LINE)):
            kept = kept if len(kept) > LONGEST_LINE else kept + line.rstrip(b"\r\n")
        yield kept


def _show_examples(lang: Lang) -> None:
    for question in QUESTIONS.values():
        click.echo(json.dumps(question.example, ensure_ascii=False))
        _print_json(ask(dict(question.example), lang))
        click.echo()


def _print_json(value: dict[str, Any]) -> None:
    text = json.dumps(value, ensure_ascii=False)
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair in an echoed id
        data = json.dumps(value).encode("ascii")
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


@cli.group()
def norms() -> None:
    """The catalogue of norms: what each point asks, since when, where it is carried out."""


@norms.command()
@click.argument("address")
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), help="The wording on a day.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(address: str, on: dt.datetime | None, *, as_json: bool) -> None:
    """Show a row of the catalogue, such as 29I.50."""
    row_id = coverage.row_of(address)
    if row_id is None:
        inside = [row for row in catalogue.rows().values() if row.id.startswith(f"{address}.")]
        if not inside or as_json:
            known = address.partition(".")[0]
            order = known if known in SOURCES else "29I"
            _fail(f"There is no norm {address}. `nadzor norms list {order}` lists the rows of an order.")
        for row in inside:
            click.echo(f"{row.id:<12} {row.kind:<11} {row.title}")
        return
    wordings = _wordings(row_id, None if on is None else on.date())
    row = catalogue.rows()[row_id]
    standing = next(s for s in coverage.standings() if s.row.id == row_id)
    doubts = {key: reading.default for key, reading in DEFAULT.items() if reading.touches(row_id)}
    if as_json:
        said = {"title": row.title, "rule": row.rule, **_said(row), "wordings": wordings, "readings": doubts}
        click.echo(json.dumps({**standing.as_json(), **said}, ensure_ascii=False, indent=1, default=str))
        return
    click.echo(f"{row.id}  {row.title}")
    click.echo(f"{SOURCES[row.order].title.en} / {SOURCES[row.order].title.ru}")
    click.echo(f"\n{row.rule}\n")
    for key, value in {"kind": row.kind, "area": row.area, **_said(row)}.items():
        click.echo(f"{key}: {_plain(value)}")
    for told in wordings:
        until = f"{told['first'] or 'from the beginning'} to {told['last'] or 'today'}"
        click.echo(f"wording: {until}: {told['state']} (order {told['order']})")
    for line in _reckoned(row_id):
        click.echo(line)
    for key, default in doubts.items():
        click.echo(f"reading {key}: {default}")
    click.echo(f"status: {standing.status}" + (f" ({standing.reason})" if standing.reason else ""))
    for place in [*(f"code: {code}" for code in standing.code), *(f"tests: {test}" for test in standing.tests)]:
        click.echo(place)


def _said(row: catalogue.NormRow) -> dict[str, Any]:
    return {key: value for key, value in row.facts.items() if value}


def _wordings(row_id: str, on: dt.date | None) -> list[dict[str, str | None]]:
    """The wordings of a point one after the other, or the one of a day."""
    found: list[dict[str, str | None]] = [
        {
            "first": str(s.first) if s.first else None,
            "last": str(s.last) if s.last else None,
            "state": str(s.state),
            "order": s.changed_by,
        }
        for s in timeline(row_id)
        if on is None or s.covers(on)
    ]
    if found or on is None:
        return found
    order = SOURCES[catalogue.rows()[row_id].order].order
    return [{"first": str(on), "last": str(on), "state": "not_in_force", "order": order}]


def _reckoned(row_id: str) -> Iterator[str]:
    """How the tables reckon a row: its term in three languages, or its standing duty."""
    if row_id in TERMS:
        for lang in LANGUAGES:
            yield f"term ({lang}): {amount_text(TERMS[row_id], lang)}, {TERMS[row_id].event.into(lang)}"
    if row_id in DUTIES:
        yield f"duty: {_duty_text(DUTIES[row_id])}"


def _duty_text(duty: Duty) -> str:
    """How often a standing duty is owed, and by which day."""
    told = f"at least {duty.times} every {duty.every.replace('_', ' ')}"
    if duty.next_month_day is not None:
        return f"{told}, by day {duty.next_month_day} of the month after it"
    return told if duty.last_month_day is None else f"{told}, by day {duty.last_month_day} of its last month"


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_plain(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return "; ".join(_plain(inner) for inner in value)
    return str(value)


@norms.command("list")
@click.argument("order", type=click.Choice(("29O", "29A3", *catalogue.KEYS)))
def list_command(order: str) -> None:
    """List the rows of an order: id, kind, title."""
    for row in catalogue.rows().values():
        if row.order == order:
            click.echo(f"{row.id:<12} {row.kind:<11} {row.title}")


@norms.command("orders")
def orders_command() -> None:
    """List the orders: when adopted, registered, in force, amended, repealed; and what is no law."""
    for key, source in SOURCES.items():
        first, last = period(key)
        click.echo(f"{key:<5} {source.title.ru} / {source.title.en}")
        click.echo(f"      rank: {source.rank}" + (f"; adopted {source.adopted}" if source.adopted else ""))
        if source.registered:
            click.echo(f"      registered {source.registered[0]} No. {source.registered[1]}")
        if source.period:
            until = f"to {last}, repealed by order {source.repealed_by}" if last else "to this day"
            unconfirmed = "" if DEFAULT[source.period].confirmed else f" (days unconfirmed, {source.period})"
            click.echo(f"      in force {first} {until}{unconfirmed}")
        for amendment in AMENDMENTS:
            for change, points in amendment.points.get(key, {}).items():
                told = f"{amendment.first_day(DEFAULT)}: order {amendment.order}, {change.replace('_', ' ')}"
                click.echo(f"      {told}: {', '.join(points)}")


@norms.command("coverage")
@click.option("--json", "as_json", is_flag=True, help="Print every row as JSON.")
def coverage_command(*, as_json: bool) -> None:
    """Show which rows are carried out, by order and kind; with --json every row with its code and tests."""
    standings = coverage.standings()
    if as_json:
        click.echo(json.dumps({"rows": [s.as_json() for s in standings]}, ensure_ascii=False))
        return
    if not coverage.TEST_INDEX.exists():
        click.echo("The index of tests is not in this installation, so no row counts as tried.", err=True)
    click.echo(f"{'order':<6}{'kind':<12}{'carried out':>12}{'not for software':>18}{'open':>7}")
    groups: dict[tuple[str, str], Counter[str]] = {}
    totals: dict[str, Counter[str]] = {}
    for standing in standings:
        key = (standing.row.order, standing.row.kind)
        groups.setdefault(key, Counter())[standing.status] += 1
        totals.setdefault(standing.row.order, Counter())[standing.status] += 1
    for (order, kind), counts in groups.items():
        click.echo(_counts_line(order, kind, counts))
    click.echo()
    for order, counts in totals.items():
        click.echo(_counts_line(order, "all", counts))
    click.echo(_counts_line("all", "all", sum(totals.values(), Counter())))


def _counts_line(order: str, kind: str, counts: Counter[str]) -> str:
    done, never, still = (counts[s] for s in (coverage.CARRIED_OUT, coverage.NOT_FOR_SOFTWARE, coverage.OPEN))
    return f"{order:<6}{kind:<12}{done:>12}{never:>18}{still:>7}"


@norms.command("check")
def check_command() -> None:
    """Check that every citation names a norm that exists, and that what is tried is carried out."""
    found = coverage.faults()
    for fault in found:
        click.echo(fault, err=True)
    if found:
        sys.exit(1)
    click.echo(f"{len(catalogue.rows())} norms, every citation exists")


@cli.command("calendar")
@click.argument("year", type=int)
@_LANG
@click.option("--known-on", type=click.DateTime(["%Y-%m-%d"]), help="As it was known on a day.")
def calendar_command(year: int, lang: Lang, known_on: dt.datetime | None) -> None:
    """Show holidays, days off and days worked by a decree in a year, each with its reason."""
    _install_years(lang)
    days = kz.current() if known_on is None else kz.calendar_known_on(known_on.date())
    if not kz.FIRST_DAY.year <= year <= days.last_day.year:
        raise click.BadParameter(_NO_YEAR.into(lang).format(first=kz.FIRST_DAY.year, last=days.last_day.year))
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    worked_instead = {off.instead_of: day for day, off in days.offs.items() if off.reason == "transfer"}
    for day in (first + dt.timedelta(days=k) for k in range((last - first).days + 1)):
        off = days.offs.get(day)
        if off is not None and off.reason != "weekend":
            instead = f" ({off.instead_of})" if off.instead_of else ""
            click.echo(f"{day} {day:%a}  -  {off.name.into(lang)}{instead}")
        elif day in worked_instead:
            click.echo(f"{day} {day:%a}  +  {_WORKED.into(lang)} {worked_instead[day]}")
    worked = days.between(first, last) + days.is_workday(first)
    click.echo(_YEAR.into(lang).format(worked=worked, version=days.version))
    if year in days.provisional_years:
        click.echo(_PROVISIONAL.into(lang))


@cli.command("readings")
@click.argument("reading_id", required=False)
def readings_command(reading_id: str | None) -> None:
    """Show what was decided where an order leaves a doubt: all readings, or one."""
    if reading_id is not None and reading_id not in DEFAULT:
        _fail(f"There is no reading {reading_id}. `nadzor readings` lists them.")
    for reading in DEFAULT.values() if reading_id is None else [DEFAULT[reading_id]]:
        click.echo(f"{reading.id}  {reading.doubt}\n    default: {reading.default}\n    why: {reading.why}")
        for setting in reading.settings:
            since = f" since {setting.since}" if setting.since else ""
            click.echo(f"    setting: {setting.value}{since}" + ("" if reading.confirmed else " (day unconfirmed)"))


def _install_years(lang: Lang) -> None:
    """Go by the years that the data folder holds beside those of the package, as the house itself does."""
    try:
        yearfiles.start(Path(os.environ.get("NADZOR_DATA", "var")))
    except YearRefusal as refusal:
        _fail(refusal.phrase.into(lang))


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)
