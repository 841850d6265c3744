"""The facts behind the calendar: holidays with their years, decrees on transferred days, the days of Kurban-ait.

Each fact has a source and, where it is known, the day since which it could be known, so that a date reckoned on some
day can be reckoned again as it was then.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from nadzor.law.words import Phrase

FIRST_YEAR, LAST_YEAR = 2002, 2027


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday or a religious day off: month and day, the years it is kept, whether it shifts from a weekend."""

    id: str
    days: tuple[tuple[int, int], ...]
    first_year: int
    last_year: int | None
    shifts: bool
    name: Phrase
    source: str
    known_since: dt.date | None = None
    end_known_since: dt.date | None = None

    def kept_in(self, year: int, known: dt.date) -> bool:
        """Whether it is a day off in a year, by what was known on a day."""
        if year < self.first_year or (self.known_since is not None and known < self.known_since):
            return False
        end_was_known = self.end_known_since is None or known >= self.end_known_since
        return self.last_year is None or year <= self.last_year or not end_was_known


@dataclass(frozen=True, slots=True)
class Transfer:
    """A decree's exchange: a working day becomes a day off, and another day is worked instead."""

    off: dt.date
    works: dt.date
    act: str
    confidence: str
    source: str
    known_since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of Kurban-ait as announced; `withdrawn_on` where the announcement was taken back."""

    day: dt.date
    confidence: str
    source: str
    known_since: dt.date | None = None
    withdrawn_on: dt.date | None = None

    def held_on(self, known: dt.date) -> bool:
        """Whether this was the announced day on a day."""
        begun = self.known_since is None or known >= self.known_since
        return begun and (self.withdrawn_on is None or known < self.withdrawn_on)


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of the calendar."""

    holidays: tuple[Holiday, ...]
    transfers: tuple[Transfer, ...]
    kurban_ait: tuple[NamedDay, ...]
    provisional_years: frozenset[int]

    def turning_days(self) -> list[dt.date]:
        """Days on which what one could know of the calendar changed, in order."""
        found: set[dt.date] = set()
        for holiday in self.holidays:
            found |= {d for d in (holiday.known_since, holiday.end_known_since) if d}
        found |= {t.known_since for t in self.transfers if t.known_since}
        for named in self.kurban_ait:
            found |= {d for d in (named.known_since, named.withdrawn_on) if d}
        return sorted(found)


def _rows(table: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
    yield from table.get(key, [])


@cache
def load_facts() -> Facts:
    """Read `holidays.toml` and `years/*.toml` beside this module."""
    folder = files("nadzor.law.calendar")
    table = tomllib.loads(folder.joinpath("holidays.toml").read_text(encoding="utf-8"))
    holidays = tuple(
        Holiday(
            id=key,
            days=tuple((int(day[:2]), int(day[3:])) for day in row["days"]),
            first_year=row["first_year"],
            last_year=row.get("last_year"),
            shifts=row["shifts"],
            name=Phrase(row["kk"], row["ru"], row["en"]),
            source=row["source"],
            known_since=row.get("known_since"),
            end_known_since=row.get("end_known_since"),
        )
        for key, row in table.items()
    )
    years = [
        tomllib.loads(folder.joinpath("years", f"{year}.toml").read_text(encoding="utf-8"))
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
    ]
    return Facts(
        holidays=holidays,
        transfers=tuple(Transfer(**row) for year in years for row in _rows(year, "transfer")),
        kurban_ait=tuple(NamedDay(**row) for year in years for row in _rows(year, "kurban_ait")),
        provisional_years=frozenset(year["year"] for year in years if year["status"] == "provisional"),
    )
