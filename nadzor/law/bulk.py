"""Due days of a term for many events at once: the same answers as `terms.bare`, as numpy arrays."""

import numpy as np

from nadzor.law.calendar import Calendar, bulk, current
from nadzor.law.calendar.bulk import Days
from nadzor.law.terms import Term, Unit

_DAY = np.timedelta64(1, "D")


def due_days(term: Term, events: Days, calendar: Calendar | None = None) -> Days:
    """Return the due day of a term for each event. `events`: datetime64[D], any shape; the result has the same.

    For imports and recounts, where the reckoning of each day is not asked. Raises CalendarUnknown where a day that
    must be looked up lies outside the known years; ValueError for a term in hours, which runs from an instant.
    """
    days = current() if calendar is None else calendar
    starts = np.asarray(events, dtype="datetime64[D]")
    if term.unit is Unit.WORKING_DAYS:
        return bulk.add(days, starts, -term.amount if term.back else term.amount)
    ends = _ends(term, starts)
    # the working day on or after a day is the first one after the day before it
    return bulk.add(days, ends - _DAY, 1) if term.rolls else ends


def _ends(term: Term, starts: Days) -> Days:
    """Ends before they roll."""
    if term.unit is Unit.AT_ONCE:
        return starts
    if term.unit is Unit.CALENDAR_DAYS:
        distance = _DAY * (term.amount - 1 if term.event_counts else term.amount)
        return starts - distance if term.back else starts + distance
    if term.unit is Unit.MONTHS:
        return _add_months(starts, term.amount)
    if term.unit is Unit.YEARS:
        return _add_months(starts, 12 * term.amount)
    raise ValueError(term.unit)


def _add_months(starts: Days, count: int) -> Days:
    """The same day of a later month, or that month's last day."""
    months = starts.astype("datetime64[M]")
    target = months + np.timedelta64(count, "M")
    first, following = target.astype("datetime64[D]"), (target + np.timedelta64(1, "M")).astype("datetime64[D]")
    in_month = starts - months.astype("datetime64[D]")
    moved: Days = first + np.minimum(in_month, following - first - _DAY)
    return moved
