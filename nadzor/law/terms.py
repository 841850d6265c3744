"""Terms: an amount of time from an event, and what may move its end. `reckon` answers with the day and the reckoning.

A `Term` is a row of an order's table. Counting starts on the day after the event (R1), except where R19 says that the
first day is day one. Source of the rules of counting: 29I.24, 50-52, 68; 102I.16-17; APPK 76; readings R1-R5, R11, R19.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from nadzor.law.calendar import Calendar, CalendarUnknown, current
from nadzor.law.citations import LawRefusal, Wording, wording
from nadzor.law.readings import DEFAULT, Readings
from nadzor.law.words import Phrase
from nadzor.law.zones import local_time

Interval = tuple[dt.date, dt.date]
_ONE_DAY = dt.timedelta(days=1)


class Unit(StrEnum):
    """Units in which the orders state a term."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"
    AT_ONCE = "at_once"


class Basis(StrEnum):
    """What an extension is added to: the first term, or as R4 reads 29I.52.1."""

    FIRST_TERM = "first_term"
    R4 = "r4"


@dataclass(frozen=True, slots=True)
class Extension:
    """How far a term may be extended at the most, by which point.

    `rolls`: a furthest day that is a non-working day moves to the next working day (R44); else it is a ceiling (R3).
    """

    norm: str
    amount: int
    unit: Unit
    basis: Basis
    rolls: bool = False
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One clock of an order.

    `event`: what starts it (or what it counts back from). `back`: counts back from the event. `rolls`: an end on a
    non-working day moves to the next working day, `rolls_by` these points (none: by the code, R3). `event_counts`: the
    day of the event is day one (R19).
    `suspended_by`: the points that let the clock stand; none: it never stands. `not_extended_by`: the reading that
    closes an extension which the order's words seem to open. `extends`: the first term, where the row is the extension
    itself. `of`: the terms whose end is the event, for a term that hangs on another.
    """

    norm: str
    amount: int
    unit: Unit
    event: Phrase
    back: bool = False
    rolls: bool = False
    rolls_by: tuple[str, ...] = ()
    event_counts: bool = False
    suspended_by: tuple[str, ...] = ()
    extension: Extension | None = None
    not_extended_by: str | None = None
    extends: "Term | None" = None
    of: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A due day and how it came about, as data. `explain` in `explain.py` turns it into a sentence.

    `skipped`: days that were not counted, in order. `unrolled`: the end before it moved to a working day.
    `first_end`: the end of the first term where it was extended. `due` is an instant for a term in hours.
    """

    term: Term
    start: dt.date
    due: dt.date
    skipped: tuple[dt.date, ...]
    wording: Wording
    calendar_version: dt.date
    provisional: bool
    unrolled: dt.date | None = None
    suspended: tuple[Interval, ...] = ()
    extended_on: dt.date | None = None
    first_end: dt.date | None = None
    readings: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()


class TermRefusal(Exception):  # noqa: N818  # what was asked is against the order, not a fault of the program
    """The order does not allow what was asked of the term. `field` is the part of the question, `why` the reason."""

    def __init__(self, field: str, why: str, **details: object) -> None:
        super().__init__(why)
        self.field = field
        self.why = why
        self.details = details


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day of a later month, or that month's last day. Raises CalendarUnknown past the year 9999."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    if year > dt.MAXYEAR:
        raise CalendarUnknown
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def bare(term: Term, calendar: Calendar) -> Callable[[dt.date], dt.date]:
    """Return the function day → due day of a term, without reckoning, wording or checks of the question.

    For terms in hours the function takes and gives an instant. Raises CalendarUnknown outside the known years.
    """
    if term.unit is Unit.WORKING_DAYS:
        return calendar.answers(-term.amount if term.back else term.amount).__getitem__
    if term.rolls:
        return lambda day: calendar.roll(_raw_end(term, day))
    return lambda day: _raw_end(term, day)


def _raw_end(term: Term, start: dt.date) -> dt.date:
    """The end of a term that needs no calendar, before it rolls."""
    if term.unit is Unit.CALENDAR_DAYS:
        distance = dt.timedelta(days=term.amount - 1 if term.event_counts else term.amount)
        return _shifted(start, -distance if term.back else distance)
    if term.unit is Unit.MONTHS:
        return add_months(start, term.amount)
    if term.unit is Unit.YEARS:
        return add_months(start, 12 * term.amount)
    if term.unit is Unit.HOURS:
        return _shifted(start, dt.timedelta(hours=term.amount))
    return start


def _shifted(day: dt.date, delta: dt.timedelta) -> dt.date:
    try:
        return day + delta
    except OverflowError:
        raise CalendarUnknown from None


def reckon(  # noqa: PLR0913  # the parts of one question
    term: Term,
    start: dt.date,
    *,
    on: dt.date | None = None,
    suspended: Sequence[Interval] = (),
    extended_on: dt.date | None = None,
    calendar: Calendar | None = None,
    readings: Readings = DEFAULT,
) -> Reckoning:
    """Reckon a term from its event and keep every step.

    `start`: the day of the event, an instant for a term in hours. `on`: the day whose edition is asked (default: the
    day of the event). `suspended`: days on which the clock stood, both ends inclusive. `extended_on`: the day of the
    decision to extend; the answer is then the furthest day allowed. `calendar`: as known on some day (default: now).

    Raises NotInForce, WordingNotHeld, CalendarUnknown, or TermRefusal where the order does not allow what is asked.
    """
    days = current() if calendar is None else calendar
    event_day = local_time(start).date() if isinstance(start, dt.datetime) else start
    held = wording(term.norm, event_day if on is None else on, readings)
    stood = _merged(term, suspended, days)
    used = list(term.readings)
    cites = [term.norm, *term.cites]
    if stood:
        end = _end_with_pauses(term, start, stood)
    else:
        end = bare(term, days)(start) if term.unit is Unit.WORKING_DAYS else _raw_end(term, start)
    unrolled = None
    if term.rolls and not stood:
        rolled = days.roll(end)
        if rolled != end:
            unrolled, end = end, rolled
            cites += term.rolls_by
    first_end = None
    if extended_on is not None:
        first_end = end if term.extends is None else bare(term.extends, days)(start)
        extension = _extension_of(term, start, first_end, extended_on, readings)
        end = _extended(term, extension, start, first_end, decided=extended_on, stood=stood, readings=readings)
        cites = [extension.norm, *cites, *([] if term.extends is None else [term.extends.norm])]
        used += extension.readings
        unrolled = None
        if extension.rolls and not days.is_workday(end):
            unrolled, end = end, days.roll(end)
    if stood or (extended_on is not None and unrolled is None):
        counted_from = event_day if term.event_counts else event_day + _ONE_DAY
        skipped = _paused_days(stood, counted_from, end)
        cites += term.suspended_by if skipped else ()
    else:
        skipped = _skipped(term, event_day, end, unrolled, days)
    return Reckoning(
        term=term,
        start=start,
        due=end,
        skipped=skipped,
        wording=held,
        calendar_version=days.version,
        provisional=(
            _rests_on(term, event_day, end, days.provisional_years)
            if term.extension is None or extended_on is None
            else term.extension.rolls and end.year in days.provisional_years
        ),
        unrolled=unrolled,
        suspended=stood,
        extended_on=extended_on,
        first_end=first_end,
        readings=tuple(dict.fromkeys(used)),
        cites=tuple(dict.fromkeys(cites)),
    )


def reckon_of(term: Term, parent: Reckoning, *, readings: Readings = DEFAULT) -> Reckoning:
    """Reckon a term that hangs on another from the end of that one; when the parent moves, it moves with it.

    Raises ValueError where the term does not hang on the parent's; else as `reckon`.
    """
    if parent.term.norm not in term.of:
        raise ValueError(f"{term.norm} does not hang on {parent.term.norm}")
    return reckon(term, parent.due, readings=readings)


def _merged(term: Term, suspended: Sequence[Interval], days: Calendar) -> tuple[Interval, ...]:
    """Pauses in order, overlapping ones joined. Raises TermRefusal where the order lets no clock stand."""
    if not suspended:
        return ()
    if not term.suspended_by:
        raise TermRefusal("suspended", "not_suspended", norm=term.norm)
    merged: list[Interval] = []
    for first, last in sorted(suspended):
        if last < first:
            raise TermRefusal("suspended", "pause_ends_before_it_begins", first=first, last=last)
        if last > days.last_day:
            raise CalendarUnknown(last)
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def _end_with_pauses(term: Term, start: dt.date, stood: tuple[Interval, ...]) -> dt.date:
    """The last of `amount` calendar days of which none lies in a pause (102I.17.4)."""
    day = start if term.event_counts else _shifted(start, _ONE_DAY)
    return _count(day, term.amount, stood)


def _count(day: dt.date, amount: int, stood: tuple[Interval, ...]) -> dt.date:
    """The `amount`-th day from `day` on, itself included, leaving out the pauses."""
    left = amount
    for first, last in stood:
        if last < day:
            continue
        free = max((first - day).days, 0)
        if free >= left:
            break
        left -= free
        day = _shifted(last, _ONE_DAY)
    return _shifted(day, dt.timedelta(days=left - 1))


def _rests_on(term: Term, start: dt.date, end: dt.date, years: frozenset[int]) -> bool:
    """Whether a day was found by looking at the calendar of one of the years."""
    if term.unit is Unit.WORKING_DAYS:
        return any(year in years for year in range(min(start, end).year, max(start, end).year + 1))
    return term.rolls and end.year in years


def _extension_of(term: Term, start: dt.date, first_end: dt.date, decided: dt.date, readings: Readings) -> Extension:
    """The extension of a term. Raises TermRefusal where it has none or the decision comes too early or too late.

    The decision is a step: it follows the edition of its own day, so NotInForce and WordingNotHeld may be raised.
    """
    if term.extension is None:
        why = "not_extended_by_reading" if term.not_extended_by else "not_extended"
        raise TermRefusal("extended_on", why, norm=term.norm, reading=term.not_extended_by)
    if decided < start:
        raise TermRefusal("extended_on", "extended_before_start", start=start)
    if decided > first_end:
        raise TermRefusal("extended_on", "extended_after_end", end=first_end)
    try:
        wording(term.extension.norm, decided, readings)
    except LawRefusal as refusal:
        refusal.field = "extended_on"
        raise
    return term.extension


def _extended(  # noqa: PLR0913  # the parts of one question
    term: Term,
    extension: Extension,
    start: dt.date,
    first_end: dt.date,
    *,
    decided: dt.date,
    stood: tuple[Interval, ...],
    readings: Readings,
) -> dt.date:
    """The furthest day to which a decision of that day may extend the term."""
    if extension.basis is Basis.R4:
        from_decision = readings.value("R4", decided) == "from_decision"
        return add_months(decided if from_decision else start, extension.amount)
    if extension.unit is Unit.MONTHS:
        return add_months(start, term.amount + extension.amount)
    return _count(_shifted(first_end, _ONE_DAY), extension.amount, stood)


def _skipped(term: Term, start: dt.date, end: dt.date, unrolled: dt.date | None, days: Calendar) -> tuple[dt.date, ...]:
    """Days that were not counted: non-working ones of a term in working days, or those rolled over."""
    if unrolled is not None:
        return days.days_off(unrolled, end - _ONE_DAY)
    if term.unit is not Unit.WORKING_DAYS:
        return ()
    if term.back:
        return days.days_off(end + _ONE_DAY, start - _ONE_DAY) if start > end + _ONE_DAY else ()
    return days.days_off(start + _ONE_DAY, end)


def _paused_days(stood: tuple[Interval, ...], start: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """Days of the pauses that fell into the term."""
    found: list[dt.date] = []
    for first, last in stood:
        day = max(first, start)
        while day <= min(last, end):
            found.append(day)
            day += _ONE_DAY
    return tuple(found)


def working_days(norm: str, amount: int, event: Phrase, *cites: str, readings: tuple[str, ...] = ()) -> Term:
    """Row of a table: so many working days after an event."""
    return Term(norm, amount, Unit.WORKING_DAYS, event, cites=cites, readings=readings)


def working_days_before(
    norm: str,
    amount: int,
    event: Phrase,
    *cites: str,
    of: tuple[str, ...] = (),
    readings: tuple[str, ...] = (),
) -> Term:
    """Row of a table: so many working days before an event, or before the end of other terms."""
    return Term(norm, amount, Unit.WORKING_DAYS, event, back=True, of=of, cites=cites, readings=readings)


def at_once(norm: str, event: Phrase, *cites: str) -> Term:
    """Row of a table: immediately, on the same day, or at the moment of the event."""
    return Term(norm, 0, Unit.AT_ONCE, event, cites=cites)


def hours(norm: str, amount: int, event: Phrase) -> Term:
    """Row of a table: running hours from an instant (R18)."""
    return Term(norm, amount, Unit.HOURS, event, readings=("R18",))


class _Normed(Protocol):
    @property
    def norm(self) -> str: ...


_Row = TypeVar("_Row", bound=_Normed)


def table(*rows: _Row) -> dict[str, _Row]:
    """Key the rows of a table by their norm. Raises ValueError where a norm stands twice."""
    keyed = {row.norm: row for row in rows}
    if len(keyed) != len(rows):
        raise ValueError("a norm stands twice in a table")
    return keyed
