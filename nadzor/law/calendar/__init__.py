"""Working calendar of Kazakhstan for the five-day week of state bodies, from 2002 on.

Days are derived from dated, sourced facts (`facts.py`): a holiday that meets a weekend gives the next working day,
a religious day off never does, a decree exchanges two days. Reckoning goes over tables of positions, so that a due
day is two look-ups and no loop. The package holds the years to 2027; whoever starts the program may install more.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from nadzor.law.calendar.facts import Facts, Holiday, load_facts
from nadzor.law.calendar.years import FIRST_YEAR, Year
from nadzor.law.words import Phrase

FIRST_DAY = dt.date(FIRST_YEAR, 1, 1)
_ONE_DAY = dt.timedelta(days=1)
_SATURDAY = 5

__all__ = ["FIRST_DAY", "Calendar", "CalendarUnknown", "DayOff", "calendar_known_on", "current", "held", "install"]


class CalendarUnknown(Exception):  # noqa: N818  # an answer of the law: nobody knows that year's calendar yet
    """The reckoning needs a day outside the years the calendar holds. `day` is that day, where one is known."""

    def __init__(self, day: dt.date | None = None) -> None:
        super().__init__(str(day))
        self.day = day


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why a day is off: "weekend", a holiday's id, "shift" or "transfer", and the fact or day behind it."""

    reason: str
    name: Phrase
    instead_of: dt.date | None = None


_WEEKEND = DayOff("weekend", Phrase("демалыс күні", "выходной день", "weekly day off"))


class Answers(dict[dt.date, dt.date]):
    """Due days of one count for every known day; a day that is not there raises CalendarUnknown."""

    def __missing__(self, day: dt.date) -> dt.date:
        raise CalendarUnknown(day)


_TRANSFERRED = Phrase("ауыстырылған демалыс күні", "перенесенный выходной день", "transferred day off")


class Calendar:
    """The calendar as it was known on a day. Public methods count in whole days and raise CalendarUnknown.

    `version` is the day since which nothing in it has changed; `last_day` how far it reaches; `offs` holds why each
    day off is off.
    """

    __slots__ = (
        "_after",
        "_answers",
        "_before",
        "_days_off",
        "_workdays",
        "last_day",
        "offs",
        "provisional_years",
        "version",
        "working_weekends",
    )

    def __init__(self, facts: Facts, known: dt.date) -> None:
        years = facts.years_on(known)
        self.last_day = dt.date(max(years), 12, 31)
        self.offs, self.working_weekends = _derive(facts, years, known)
        self.provisional_years = frozenset(year for year, each in years.items() if each.provisional)
        self.version = facts.version_on(known)
        # _workdays[k]: the k-th working day, counted from one. _after[d]: how many there are up to and including d;
        # _before[d]: how many before d. A day outside the known years is in neither table, so it raises.
        workdays: list[dt.date] = [dt.date.min]
        after: dict[dt.date, int] = {}
        before: dict[dt.date, int] = {}
        day = FIRST_DAY
        while day <= self.last_day:
            before[day] = len(workdays) - 1
            if day not in self.offs:
                workdays.append(day)
            after[day] = len(workdays) - 1
            day += _ONE_DAY
        self._workdays, self._after, self._before = workdays, after, before
        self._days_off = tuple(sorted(self.offs))
        self._answers: dict[int, Answers] = {}

    def is_workday(self, day: dt.date) -> bool:
        """Whether state bodies work on that day."""
        self._require(day)
        return day not in self.offs

    def add(self, day: dt.date, count: int) -> dt.date:
        """Return the `count`-th working day after `day`; the day itself is not counted. `count` is at least 1."""
        if count > 0:
            try:
                return self._workdays[self._after[day] + count]
            except (KeyError, IndexError):
                self._require(day)
                raise CalendarUnknown from None
        raise ValueError(count)

    def back(self, day: dt.date, count: int) -> dt.date:
        """Return the `count`-th working day before `day`; the day itself is not counted. `count` is at least 1."""
        if count < 1:
            raise ValueError(count)
        self._require(day)
        position = self._before[day] - count + 1
        if position < 1:
            raise CalendarUnknown
        return self._workdays[position]

    def answers(self, count: int) -> Answers:
        """Return the table day → the `count`-th working day after it (before it, for a negative count).

        Made once for each count; then a due day is one look-up. Raises ValueError for a count of nought.
        """
        if count == 0:
            raise ValueError(count)
        table = self._answers.get(count)
        if table is None:
            # positions of the answers among the working days; those that fall outside have no entry
            shift = count if count > 0 else count + 1
            passed = self._after if count > 0 else self._before
            last = len(self._workdays)
            table = Answers(
                (day, self._workdays[position + shift])
                for day, position in passed.items()
                if 0 < position + shift < last
            )
            self._answers[count] = table
        return table

    def between(self, first: dt.date, last: dt.date) -> int:
        """Count the working days in (first, last]; negative where `last` lies before `first`."""
        self._require(first)
        self._require(last)
        return self._after[last] - self._after[first]

    def roll(self, day: dt.date) -> dt.date:
        """Return the day itself if it is worked, else the next working day."""
        self._require(day)
        try:
            return self._workdays[self._before[day] + 1]
        except IndexError:
            raise CalendarUnknown from None

    def roll_back(self, day: dt.date) -> dt.date:
        """Return the day itself if it is worked, else the working day before it (R20)."""
        self._require(day)
        position = self._after[day]
        if position < 1:
            raise CalendarUnknown
        return self._workdays[position]

    def days_off(self, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
        """Return the non-working days from `first` to `last`, both inclusive, in order."""
        self._require(first)
        self._require(last)
        start = (first - FIRST_DAY).days - self._before[first]
        return self._days_off[start : (last - FIRST_DAY).days + 1 - self._after[last]]

    def workdays(self) -> tuple[dt.date, ...]:
        """Return every working day, in order."""
        return tuple(self._workdays[1:])

    def _require(self, day: dt.date) -> None:
        if day not in self._after:
            raise CalendarUnknown(day)


def _derive(
    facts: Facts, years: dict[int, Year], known: dt.date
) -> tuple[MappingProxyType[dt.date, DayOff], frozenset[dt.date]]:
    """Days off with their reasons, and weekend days that are worked, from the facts known on a day."""
    offs = _weekends(max(years))
    shifting: list[tuple[dt.date, Holiday]] = []
    for holiday, kept in _kept_holidays(facts, years, known):
        if holiday.shifts and kept.weekday() >= _SATURDAY:
            shifting.append((kept, holiday))
        offs[kept] = DayOff(holiday.id, holiday.name)
    # The substitute is the first day after the holiday that is not off already; earlier holidays choose first.
    for kept, holiday in sorted(shifting, key=lambda pair: pair[0]):
        substitute = kept + _ONE_DAY
        while substitute in offs:
            substitute += _ONE_DAY
        offs[substitute] = DayOff("shift", holiday.name, kept)
    working_weekends = set()
    for transfer in (each for year in years.values() for each in year.transfers):
        if transfer.known_since is None or transfer.known_since <= known:
            offs[transfer.off] = DayOff("transfer", _TRANSFERRED, transfer.works)
            offs.pop(transfer.works, None)
            if transfer.works.weekday() >= _SATURDAY:
                working_weekends.add(transfer.works)
    return MappingProxyType(offs), frozenset(working_weekends)


def _weekends(last_year: int) -> dict[dt.date, DayOff]:
    count = (dt.date(last_year, 12, 31) - FIRST_DAY).days + 1
    days = (FIRST_DAY + dt.timedelta(days=k) for k in range(count))
    return {day: _WEEKEND for day in days if day.weekday() >= _SATURDAY}


def _kept_holidays(facts: Facts, years: dict[int, Year], known: dt.date) -> Iterator[tuple[Holiday, dt.date]]:
    """Every holiday and religious day off with its date, by what was known on a day."""
    for holiday in facts.holidays:
        for year in years:
            if holiday.kept_in(year, known):
                for month, day in holiday.days:
                    yield holiday, dt.date(year, month, day)
        if holiday.id == "kurban_ait":
            for named in (each for year in years.values() for each in year.kurban_ait):
                if named.held_on(known):
                    yield holiday, named.day


_installed: Facts | None = None


def install(years: Iterable[Year]) -> None:
    """Hold these issues of years beside those of the package from now on, in place of any installed before.

    Called by whoever starts the program; nothing in the law looks for files. An issue of a year that the package has
    too counts from its `known_since` on. Years must follow one another: see `issues.require_whole`.
    """
    global _installed  # noqa: PLW0603  # one program reckons by one calendar
    given = tuple(years)
    _installed = load_facts().with_years(given) if given else None


def held() -> Facts:
    """Return the facts in use: the package's with those that were installed."""
    return _installed or load_facts()


@lru_cache(maxsize=64)
def _of_version(facts: Facts, version: dt.date) -> Calendar:
    return Calendar(facts, version)


def calendar_known_on(known: dt.date, facts: Facts | None = None) -> Calendar:
    """Return the calendar as one could know it on a day (what was announced later is not in it).

    `facts`: others than those in use, to look at a calendar before it is installed.
    """
    asked = facts or held()
    return _of_version(asked, asked.version_on(known))


def current() -> Calendar:
    """Return the newest calendar on record."""
    return calendar_known_on(dt.date.max)
