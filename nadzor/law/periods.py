"""Standing duties: what is owed once in every period, and the last day on which it is in time.

"By the 5th of the month after the quarter" includes the 5th; if it is not a working day, the working day before it
(R20). A duty without a day of its own is owed by the last day of its period.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.calendar import Calendar, current
from nadzor.law.terms import add_months

_ONE_DAY = dt.timedelta(days=1)


class Every(StrEnum):
    """Periods in which the orders repeat a duty."""

    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


_MONTHS_IN = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Duty:
    """A row: how often, how many times at the least, and by which day it is owed or reported.

    `next_month_day`: by that day of the month after the period. `last_month_day`: by that day of the period's last
    month. Neither: by the last day of the period. `hours`: service hours of a daily duty.
    """

    norm: str
    every: Every
    times: int = 1
    next_month_day: int | None = None
    last_month_day: int | None = None
    hours: tuple[dt.time, dt.time] | None = None
    readings: tuple[str, ...] = ()


def period_of(every: Every, day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the period in which a day lies, both inclusive. Weeks begin on Monday."""
    if every is Every.WORKING_DAY:
        return day, day
    if every is Every.WEEK:
        first = day - dt.timedelta(days=day.weekday())
        return first, first + dt.timedelta(days=6)
    months = _MONTHS_IN[every]
    first = dt.date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, add_months(first, months) - _ONE_DAY


def owed_by(duty: Duty, day: dt.date, calendar: Calendar | None = None) -> dt.date:
    """Return the last day on which the duty of the period that holds `day` is in time.

    Raises CalendarUnknown where R20 must look at a day outside the known calendar. Source: R20.
    """
    days = current() if calendar is None else calendar
    first, last = period_of(duty.every, day)
    if duty.next_month_day is not None:
        return days.roll_back((last + _ONE_DAY).replace(day=duty.next_month_day))
    if duty.last_month_day is not None:
        return days.roll_back(last.replace(day=duty.last_month_day))
    return days.roll(first) if duty.every is Every.WORKING_DAY else last
