"""Which day a submission counts as registered: points 23 and 24 of the Instruction, readings R2 and R49."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.calendar import Calendar, current
from nadzor.law.citations import wording
from nadzor.law.readings import DEFAULT, Readings
from nadzor.law.zones import local_time


class Channel(StrEnum):
    """Ways in which a submission arrives."""

    PAPER = "paper"
    PORTAL = "portal"
    CALL_CENTRE = "call_centre"
    RECEPTION = "reception"
    ORAL = "oral"
    VIDEO = "video"
    EMAIL = "email"


# What makes each channel a matter of registration on the day of arrival, most specific first.
POINTS: dict[Channel, tuple[str, ...]] = {
    Channel.PAPER: ("29I.23.1",),
    Channel.PORTAL: ("29I.23.1", "29I.41"),
    Channel.CALL_CENTRE: ("29I.23.2",),
    Channel.RECEPTION: ("29R.47.1", "29I.23.1"),
    Channel.ORAL: ("29I.37", "29I.23.1"),
    Channel.VIDEO: ("29I.2.9", "29I.23.1"),
    Channel.EMAIL: ("29I.23.1", "29I.41"),
}


@dataclass(frozen=True, slots=True)
class Registration:
    """The day of registration and the points relied on, most specific first."""

    day: dt.date
    cites: tuple[str, ...]


def registered_on(
    received: dt.datetime,
    channel: Channel,
    *,
    on: dt.date | None = None,
    calendar: Calendar | None = None,
    readings: Readings = DEFAULT,
) -> Registration:
    """Return the day of registration of what arrived at an instant (with its offset).

    The day of arrival, if it is a working day and the working day has not ended; else the next working day.
    Raises NotInForce, WordingNotHeld, CalendarUnknown; ValueError without an offset.
    Source: 29I.23, 24; APPK 64(3); R2.
    """
    days = current() if calendar is None else calendar
    local = local_time(received)
    day = local.date()
    points = POINTS[channel]
    for norm in (*points, "29I.24"):
        wording(norm, day if on is None else on, readings)
    ends_at = dt.time.fromisoformat(readings.value("R2", day))
    if not days.is_workday(day):
        return Registration(days.roll(day), cites=("29I.24", *points))
    if local.time() >= ends_at:  # R49: the last second of the working day is the one before
        return Registration(days.add(day, 1), cites=("29I.24", "29R.4", *points))
    return Registration(day, cites=points)
