"""Orders, their editions and their points: what was in force on a day, and whose wording we hold.

An address is `key.point[.row]`: "29I.50", "29I.21-1", "102I.16.2", "60I.O0". The key names an order or an
annex of it; the point is the order's own number; what follows is the row of the catalogue inside the point.
"""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from nadzor.law.readings import DEFAULT, Readings, days_of
from nadzor.law.sources import AMENDMENTS, SOURCES, Amendment, Change


class LawRefusal(Exception):  # noqa: N818  # a refusal is an answer of the law, not a fault of the program
    """The law gives no answer for that day or address; `code` is that of the interface."""

    code = "bad_value"
    field: str | None = None  # the part of the question at fault, where it is not the day of the event

    def __init__(self, address: str, **details: object) -> None:
        super().__init__(address)
        self.address = address
        self.details = details


class UnknownNorm(LawRefusal):
    """There is no such row in the catalogue."""

    code = "unknown_norm"


class NotInForce(LawRefusal):
    """On that day the order, or that point of it, was not in force. Details: `first`, `last` (may be None)."""

    code = "not_in_force"


class WordingNotHeld(LawRefusal):
    """The point was amended later and its earlier wording is not in our sources. Details: `since`, `order`."""

    code = "wording_not_held"


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of a point that holds on a day: since when, and by which order."""

    address: str
    since: dt.date | None
    order: str


def key_of(address: str) -> str:
    """Return the key of an address: "29I" of "29I.50". Raises UnknownNorm where no source has that key."""
    key = address.partition(".")[0]
    if key not in SOURCES:
        raise UnknownNorm(address)
    return key


def point_of(address: str) -> str:
    """Return the order's own number: "50" of "29I.50", "21-1" of "29I.21-1", "16" of "102I.16.2"."""
    return address.partition(".")[2].partition(".")[0]


@cache
def period(key: str, readings: Readings = DEFAULT) -> tuple[dt.date | None, dt.date | None]:
    """First and last day in force of an order, inclusive; None where it is open (R37-R39)."""
    reading = SOURCES[key].period
    if reading is None:
        return None, None
    days = days_of(reading, readings)
    # the reading of a repealed order names its last day as well
    return days[0], days[1] if SOURCES[key].repealed_by else None


class State(StrEnum):
    """What we can say of a point in a stretch of time."""

    HELD = "held"
    NOT_HELD = "wording_not_held"
    ABSENT = "not_in_force"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which a point had one wording; `last` is None where it is open.

    `changed_by` names the order that began it, `lost_to` the amendment that ended a wording we do not hold.
    """

    first: dt.date | None
    last: dt.date | None
    state: State
    changed_by: str
    lost_to: str | None = None

    def covers(self, day: dt.date) -> bool:
        """Whether the day lies in the stretch."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


@cache
def timeline(address: str, readings: Readings = DEFAULT) -> tuple[Stretch, ...]:
    """Return the wordings of a point one after the other. Raises UnknownNorm where no source has that key.

    Source: the amendment notes of the orders; first days by R37-R39 and R45.
    """
    key = key_of(address)
    _require_point(key, address)
    first, last = period(key, readings)
    found: list[Stretch] = []
    begun, by = first, SOURCES[key].order
    for amendment, change in _changes(key, address):
        since = amendment.first_day(readings)
        before = State.ABSENT if change is Change.ADDED else State.NOT_HELD
        found.append(Stretch(begun, since - dt.timedelta(days=1), before, by, amendment.order))
        begun, by = since, amendment.order
        if change is Change.EXCLUDED:
            return (*found, Stretch(begun, last, State.ABSENT, by))
    return (*found, Stretch(begun, last, State.HELD, by))


def wording(address: str, on: dt.date | None = None, readings: Readings = DEFAULT) -> Wording:
    """Return the wording of a point that holds on a day; without a day, the newest in the catalogue.

    Raises UnknownNorm, NotInForce (also for an order out of force asked without a day) or WordingNotHeld.
    """
    stretches = timeline(address, readings)
    if on is None:
        stretch = stretches[-1] if stretches[-1].last is None else None
    else:
        stretch = next((s for s in stretches if s.covers(on)), None)
    if stretch is None or stretch.state is State.ABSENT:
        lasting = [s for s in stretches if s.state is not State.ABSENT]
        raise NotInForce(address, first=lasting[0].first, last=lasting[-1].last)
    if stretch.state is State.NOT_HELD:
        following = next(s for s in stretches if s.changed_by == stretch.lost_to)
        raise WordingNotHeld(address, since=following.first, order=stretch.lost_to)
    return Wording(address, stretch.first, stretch.changed_by)


_POINT = re.compile(r"(?:O?(\d+))?(-\d+)?")


def _require_point(key: str, address: str) -> None:
    """Raise UnknownNorm where the source has no such point. Points with a dash are those that amendments added."""
    point = point_of(address)
    match = _POINT.fullmatch(point)
    if match is None or int(match[1] or 0) > SOURCES[key].last_point:
        raise UnknownNorm(address)
    if match[2] and not any(point in a.points.get(key, {}).get(Change.ADDED, ()) for a in AMENDMENTS):
        raise UnknownNorm(address)


def _changes(key: str, address: str) -> list[tuple[Amendment, Change]]:
    """Amendments that touched the point of an address, oldest first."""
    inside = address.partition(".")[2]
    point = point_of(address)
    return [
        (amendment, change)
        for amendment in sorted(AMENDMENTS, key=lambda a: a.adopted)
        for change, points in amendment.points.get(key, {}).items()
        if point in points or inside in points
    ]
