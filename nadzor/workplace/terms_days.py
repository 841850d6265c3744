"""The weeks of somebody's terms as the page shows them: last days, hearings, days off; what is late stands before."""

import datetime as dt
from dataclasses import dataclass, field

from nadzor.casework.procedure import PROCEDURES
from nadzor.law.calendar import CalendarUnknown, current
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.workplace.terms_feed import considered, days_of, meetings, running

WEEKS = 6


@dataclass(frozen=True, slots=True)
class Item:
    """What falls on a day: a clock or a meeting, the number of its case, the hour."""

    title: Phrase
    number: str
    day: dt.date
    hour: str = ""


@dataclass(slots=True)
class Day:
    """A day of the calendar. `off`: nobody works; `why`: what is out of the common with it."""

    day: dt.date
    today: bool
    off: bool
    why: Phrase | None = None
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weeks from a Monday on, seven days each; what was due before today."""

    since: dt.date
    weeks: tuple[tuple[Day, ...], ...]
    late: tuple[Item, ...]
    before: dt.date
    after: dt.date


def weeks_of(actor: Actor, since: dt.date, today: dt.date) -> Weeks:
    """Return the weeks from the one in which a day lies."""
    monday = since - dt.timedelta(days=since.weekday())
    days = [_day(monday + dt.timedelta(days=place), today) for place in range(7 * WEEKS)]
    by_day = {each.day: each for each in days}
    for day, why in days_of(days[0].day, days[-1].day):
        by_day[day].why = why
    cases = considered(actor)
    items = [
        Item(PROCEDURES[term.proceeding.procedure].clock_of[term.clock].title, term.proceeding.number, term.due_day)
        for term in running(cases)
    ]
    late = tuple(each for each in items if each.day < today)
    items += [Item(each.title, each.case.number, each.on, each.hour) for each in meetings(cases, today)]
    for item in items:
        if item.day in by_day:
            by_day[item.day].items.append(item)
    return Weeks(
        monday,
        tuple(tuple(days[place : place + 7]) for place in range(0, len(days), 7)),
        late,
        monday - dt.timedelta(weeks=WEEKS),
        monday + dt.timedelta(weeks=WEEKS),
    )


def _day(day: dt.date, today: dt.date) -> Day:
    try:
        off = not current().is_workday(day)
    except CalendarUnknown:
        off = day.weekday() > 4  # Saturday and Sunday: no calendar tells better
    return Day(day, day == today, off)
