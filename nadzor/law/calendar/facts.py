"""The facts behind the calendar: holidays with their years, decrees on transferred days, the days of Kurban-ait.

Each fact has a source and, where it is known, the day since which it could be known, so that a date reckoned on some
day can be reckoned again as it was then.
"""

import datetime as dt
import tomllib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from nadzor.law.calendar.years import FIRST_YEAR, Year, parse_year
from nadzor.law.words import Phrase

LAST_YEAR = 2027
"""The last year of the package; an installation may hold more."""


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


@dataclass(frozen=True, eq=False)
class Facts:
    """All facts of the calendar. Of several issues of a year the one known last counts."""

    holidays: tuple[Holiday, ...]
    years: tuple[Year, ...]

    @cached_property
    def turning_days(self) -> tuple[dt.date, ...]:
        """Days on which what one could know of the calendar changed, in order."""
        found: set[dt.date] = set()
        for holiday in self.holidays:
            found |= {d for d in (holiday.known_since, holiday.end_known_since) if d}
        for year in self.years:
            found |= set(year.turning_days())
        return tuple(sorted(found))

    def version_on(self, known: dt.date) -> dt.date:
        """Return the last day up to a day on which something changed: the version of the calendar known then."""
        place = bisect_right(self.turning_days, known)
        return self.turning_days[place - 1] if place else dt.date(FIRST_YEAR, 1, 1)

    def years_on(self, known: dt.date) -> dict[int, Year]:
        """Return for each year its issue as known on a day; a year without one is not there."""
        found: dict[int, Year] = {}
        for each in self.years:
            if each.known_since is None or each.known_since <= known:
                before = found.get(each.year)
                if before is None or _since(before) <= _since(each):
                    found[each.year] = each
        return dict(sorted(found.items()))

    def with_years(self, years: Iterable[Year]) -> "Facts":
        """Return these facts with further issues; of two of one year and one day the later given counts."""
        return Facts(self.holidays, (*self.years, *years))


def _since(year: Year) -> dt.date:
    return year.known_since or dt.date.min


@cache
def load_facts() -> Facts:
    """Read `holidays.toml` and `years/*.toml` beside this module: the calendar as it comes with the package."""
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
    years = (
        parse_year(folder.joinpath("years", f"{year}.toml").read_text(encoding="utf-8"), f"{year}.toml", year)
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
    )
    return Facts(holidays, tuple(years))
