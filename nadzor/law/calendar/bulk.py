"""Bulk reckoning over the same tables as `Calendar`: a million due days as one gather.

For each count of working days there is one array, indexed by days since 1970, that holds the answer for every
known day; it is made once. Arrays are numpy datetime64[D] in and out.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from nadzor.law.calendar import FIRST_DAY, Calendar, CalendarUnknown

Days = NDArray[np.datetime64]

_FIRST = int(np.datetime64(FIRST_DAY, "D").astype(np.int64))
_NOT_A_DAY = np.datetime64("NaT", "D")


@lru_cache(maxsize=512)
def _answers(calendar: Calendar, count: int) -> Days:
    """Answers for every day from 1970 to the last known one; NaT where the calendar does not reach."""
    workdays = np.array(calendar.workdays(), dtype="datetime64[D]")
    last = int(np.datetime64(calendar.last_day, "D").astype(np.int64))
    days = np.arange(_FIRST, last + 1).astype("datetime64[D]")
    # side: working days up to and including the day (forward), or before it (backward)
    passed = np.searchsorted(workdays, days, side="right" if count > 0 else "left")
    position = passed + count - (1 if count > 0 else 0)
    known = (position >= 0) & (position < len(workdays))
    answers = np.full(last + 1, _NOT_A_DAY, dtype="datetime64[D]")
    answers[_FIRST:][known] = workdays[position[known]]
    answers.flags.writeable = False
    return answers


def add(calendar: Calendar, days: Days, count: int) -> Days:
    """Return for each day the `count`-th working day after it (before it, for a negative count).

    `days`: datetime64[D], any shape; the result has the same shape. Raises CalendarUnknown where any answer lies
    outside the known years, ValueError for a count of nought.
    """
    if count == 0:
        raise ValueError(count)
    answers = _answers(calendar, count)
    positions = np.ascontiguousarray(days, dtype="datetime64[D]").view(np.int64)
    if positions.size == 0:
        return np.empty(positions.shape, dtype="datetime64[D]")
    if positions.min() < _FIRST:  # a negative position would read from the end of the table
        raise CalendarUnknown
    try:
        found = answers.take(positions)
    except IndexError:
        raise CalendarUnknown from None
    # NaT is the smallest of all 64-bit numbers, so one minimum finds it
    if found.view(np.int64).min() < _FIRST:
        raise CalendarUnknown
    return found


def is_workday(calendar: Calendar, days: Days) -> NDArray[np.bool_]:
    """Return for each day whether state bodies work on it. Raises CalendarUnknown outside the known years."""
    workdays = np.array(calendar.workdays(), dtype="datetime64[D]")
    asked = np.asarray(days, dtype="datetime64[D]")
    if asked.size and (asked.min() < np.datetime64(FIRST_DAY) or asked.max() > np.datetime64(calendar.last_day)):
        raise CalendarUnknown
    return np.isin(asked, workdays)
