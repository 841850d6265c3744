"""Another calendar: which running terms would move under it, and the step that moves them, one entry a case.

One function reckons anew for the preview, for the step and for the nightly question, so that they cannot differ. A term
keeps its edition and its start; only the days are counted again. A term that hangs on another is counted from its end.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Annotated, Any

from django.conf import settings
from django.db.models import F
from pydantic import Field

from nadzor.casework import yearfiles
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.integrity import Fault, asks
from nadzor.casework.models import Term
from nadzor.casework.procedure import PROCEDURES, Clock, Right, Step
from nadzor.casework.reckonings import as_data, end_of_term, from_data
from nadzor.casework.refusals import Refusal
from nadzor.casework.writing import Change
from nadzor.law import calendar as kz
from nadzor.law.calendar import CalendarUnknown
from nadzor.law.calendar.facts import Facts
from nadzor.law.citations import LawRefusal
from nadzor.law.tables import TERMS
from nadzor.law.terms import Interval, Reckoning, TermRefusal, reckon
from nadzor.law.words import Phrase, day_text
from nadzor.organs.directory import BodyCard, directory

STEP = "recalendar"


@dataclass(frozen=True, slots=True)
class Move:
    """A running term whose last day, last instant or provisional mark differs under a calendar."""

    term: Term
    reckoning: Reckoning
    due_day: dt.date
    due_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Stuck:
    """A running term that cannot be reckoned under a calendar, and why; it is left as it is."""

    term: Term
    why: str


def moves(terms: Iterable[Term], zone: str, calendar: kz.Calendar) -> tuple[list[Move], list[Stuck]]:
    """Return which running terms of one case differ under a calendar, a term before those that hang on it."""
    running = {term.pk: term for term in terms if term.state == Term.State.RUNNING}
    anew: dict[int, Reckoning | None] = {}
    stuck: list[Stuck] = []

    def reckoned(term: Term) -> Reckoning | None:
        """The term by the calendar; none where its day is not counted (an official has set it) or cannot be."""
        if term.pk not in anew:
            parent = running.get(term.hangs_on_id or 0)
            above = None if parent is None else reckoned(parent)
            try:
                anew[term.pk] = _anew(term.reckoning, above, calendar)
            except (KeyError, LawRefusal, TermRefusal, CalendarUnknown) as error:
                anew[term.pk] = None
                stuck.append(Stuck(term, f"{type(error).__name__} {error}".strip()))
        return anew[term.pk]

    for term in running.values():
        reckoned(term)
    moved = []
    for pk, reckoning in anew.items():  # parents were put in first
        term = running[pk]
        if reckoning is not None:
            due_day, due_at = end_of_term(reckoning.due, zone)
            same_instant = due_at == term.due_at or not isinstance(reckoning.due, dt.datetime)
            if due_day != term.due_day or reckoning.provisional != term.provisional or not same_instant:
                moved.append(Move(term, reckoning, due_day, due_at))
    return moved, stuck


def _anew(kept: dict[str, Any], above: Reckoning | None, calendar: kz.Calendar) -> Reckoning | None:
    if kept.get("set_by_official"):
        return None
    start = kept["start"] if above is None else above.due.isoformat()
    pauses = tuple((first, last) for first, last in kept["suspended"])
    return _reckoned(calendar, kept["norm"], start, pauses, kept["extended_on"])


@lru_cache(maxsize=20_000)  # thousands of cases begin on the same few days
def _reckoned(
    calendar: kz.Calendar, norm: str, start: str, pauses: tuple[tuple[str, str], ...], extended_on: str | None
) -> Reckoning:
    began = dt.datetime.fromisoformat(start) if "T" in start else dt.date.fromisoformat(start)
    stood: Sequence[Interval] = [(dt.date.fromisoformat(a), dt.date.fromisoformat(b)) for a, b in pauses]
    return reckon(
        TERMS[norm],
        began,
        on=began.date() if isinstance(began, dt.datetime) else began,
        suspended=stood,
        extended_on=None if extended_on is None else dt.date.fromisoformat(extended_on),
        calendar=calendar,
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a survey: the case, its office, what moves, and the days of the calendar that make it move."""

    proceeding_id: int
    number: str
    procedure: str
    body: BodyCard
    found: Move | Stuck
    days: tuple[dt.date, ...] = ()

    @property
    def clock(self) -> Clock | None:
        """The clock as its table knows it."""
        procedure = PROCEDURES.get(self.procedure)
        return None if procedure is None else procedure.clock_of.get(self.found.term.clock)


def survey(facts: Facts | None = None) -> Iterator[Line]:
    """Go through every running term of every open case, in order of case: those that move, those that cannot be told.

    `facts`: those of a calendar that is not in use yet (default: those in use). A hundred thousand terms are read as a
    stream and reckoned from a table of those met before.
    """
    if facts is None:
        yearfiles.refresh(settings.DATA)
    asked = facts or kz.held()
    calendar = kz.calendar_known_on(dt.date.max, asked)
    cards = directory().bodies
    differing = _Differing(calendar, asked)
    rows = (
        Term.objects.filter(state=Term.State.RUNNING, proceeding__open=True)
        .annotate(
            number=F("proceeding__number"), procedure=F("proceeding__procedure"), body_id=F("proceeding__body_id")
        )
        .order_by("proceeding_id", "pk")
    )
    for proceeding_id, group in groupby(rows.iterator(2000), key=lambda row: row.proceeding_id):
        terms = list(group)
        first: Any = terms[0]
        body = cards[first.body_id]
        moved, stuck = moves(terms, body.zone, calendar)
        of_term: dict[int, tuple[dt.date, ...]] = {}
        for each in moved:
            above = of_term.get(each.term.hangs_on_id or 0, ())
            of_term[each.term.pk] = tuple(sorted({*above, *differing.days(each)}))
            yield Line(proceeding_id, first.number, first.procedure, body, each, of_term[each.term.pk])
        for left in stuck:
            yield Line(proceeding_id, first.number, first.procedure, body, left)


class _Differing:
    """Which days are worked in one calendar and off in the other, for each version that terms were reckoned by."""

    def __init__(self, new: kz.Calendar, facts: Facts) -> None:
        self._new, self._facts, self._in_use = new, facts, kz.current()
        self._of_version: dict[dt.date, list[dt.date]] = {}

    def days(self, move: Move) -> list[dt.date]:
        """The days between the event and the later end that differ from those by which the term was reckoned."""
        version = dt.date.fromisoformat(move.term.reckoning["calendar_version"])
        if version not in self._of_version:
            self._of_version[version] = self._compared(version)
        event = move.reckoning.start
        ends = (event.date() if isinstance(event, dt.datetime) else event, move.term.due_day, move.due_day)
        return [day for day in self._of_version[version] if min(ends) <= day <= max(ends)]

    def _compared(self, version: dt.date) -> list[dt.date]:
        old = self._in_use if version == self._in_use.version else kz.calendar_known_on(version, self._facts)
        off, now_off = set(old.offs), set(self._new.offs)
        reach = min(old.last_day, self._new.last_day)
        return sorted(day for day in off ^ now_off if day <= reach)


class Recalendar(Form):
    """By which order another calendar is gone by, and which one it is."""

    order: Annotated[
        Text, Asked(Phrase("Негіздеме", "Основание", "Ground"), widget="text"), Field(min_length=1, max_length=500)
    ]
    calendar: Annotated[dt.date, Asked(Phrase("Күнтізбе нұсқасы", "Версия календаря", "Version of the calendar"))]


class NothingMoves(Refusal):
    """No term of the case differs any longer: somebody was faster, or it has run before."""

    code = "nothing_moves"


_NOTHING = Phrase(
    "Бұл істе ешбір мерзім өзгермейді: бәрі қазіргі күнтізбемен есептелген.",
    "В этом деле ни один срок не меняется: все посчитаны по действующему календарю.",
    "No term of this case changes: all are reckoned by the calendar in use.",
)


@dataclass(frozen=True)
class ReckonAnew:
    """Reckon the running terms of a case by the calendar in use; the entry says from which day to which."""

    def apply(self, case: Case, data: Recalendar, change: Change) -> None:  # noqa: ARG002
        """Write the terms that differ with their reckoning. Raises NothingMoves where none does."""
        moved, _ = moves(case.terms, case.body.zone, kz.current())
        if not moved:
            raise NothingMoves(_NOTHING)
        change.entry_data["terms"] = [_said(each) for each in moved]
        for each in moved:
            move_term(each, change)


def _said(move: Move) -> dict[str, Any]:
    return {
        "clock": move.term.clock,
        "norm": move.term.norm,
        "from": move.term.due_day.isoformat(),
        "to": move.due_day.isoformat(),
        "provisional": move.reckoning.provisional,
    }


def move_term(move: Move, change: Change) -> None:
    """Give a running term its other reckoning; one that hangs on another starts at that one's new end."""
    term, kept = move.term, as_data(move.reckoning)
    if term.hangs_on_id is not None:
        start = from_data(kept).start
        term.started_on = start.date() if isinstance(start, dt.datetime) else start
    term.due_day, term.due_at, term.reckoning = move.due_day, move.due_at, kept
    term.provisional = move.reckoning.provisional
    change.update(
        Term,
        term.pk,
        started_on=term.started_on,
        due_day=term.due_day,
        due_at=term.due_at,
        provisional=term.provisional,
        reckoning=kept,
    )


THE_HOUSE = Right(
    "house",
    Phrase("бағдарламаның өзі", "сама программа", "the program itself"),
    lambda actor, _case, _form: actor.is_house,
)


def recalendar_step(states: frozenset[str]) -> Step:
    """Return the kernel's step for a table: made by the house alone, in these states."""
    return Step(
        STEP,
        Phrase("Күнтізбе бойынша қайта есептеу", "Пересчитать по календарю", "Reckon anew by the calendar"),
        states,
        None,
        THE_HOUSE,
        needs=Recalendar,
        effects=(ReckonAnew(),),
        kernel=True,
        house=True,
    )


@asks
def terms_of_another_calendar() -> Iterator[Fault]:
    """A running term has the day that the calendar in use gives it."""
    cure = Phrase(
        "Не өзгеретінін «nadzor law preview» көрсетеді; «nadzor law apply» қайта есептейді.",
        "«nadzor law preview» покажет, что изменится; «nadzor law apply» пересчитает.",
        "“nadzor law preview” shows what changes; “nadzor law apply” reckons anew.",
    )
    for line in survey():
        term = line.found.term
        if isinstance(line.found, Stuck):
            what = Phrase(
                f"мерзімді қазіргі күнтізбемен есептеу мүмкін емес ({line.found.why})",
                f"срок не считается по действующему календарю ({line.found.why})",
                f"the term cannot be reckoned by the calendar in use ({line.found.why})",
            )
        else:
            version = dt.date.fromisoformat(term.reckoning["calendar_version"])
            due = line.found.due_day
            what = Phrase(
                f"{day_text(version, 'kk')} нұсқасымен: {term.due_day}, қазіргі күнтізбемен: {due}",
                f"по версии от {day_text(version, 'ru')}: {term.due_day}, по действующему календарю: {due}",
                f"by the version of {day_text(version, 'en')}: {term.due_day}, by the calendar in use: {due}",
            )
        yield Fault("calendar", f"{line.number}/{term.clock}", what, cure)
