"""A year's file: what decrees and the muftiate decided for a year, read strictly and refused in a sentence.

The years of the package and those that an administrator brings are read by the same function. Text comes in, facts go
out: where the text lies is not asked here.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nadzor.law.words import Phrase

FIRST_YEAR = 2002
_CONFIDENCE = ("high", "medium", "low")
_STATUS = ("confirmed", "provisional")


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
class Year:
    """An issue of a year's file. `known_since`: from which day it is gone by (none: from the beginning)."""

    year: int
    provisional: bool
    transfers: tuple[Transfer, ...]
    kurban_ait: tuple[NamedDay, ...]
    known_since: dt.date | None = None

    def turning_days(self) -> Iterator[dt.date]:
        """Days on which what one could know of the year changed."""
        days = [self.known_since, *(each.known_since for each in self.transfers)]
        days += [day for each in self.kurban_ait for day in (each.known_since, each.withdrawn_on)]
        for day in days:
            if day is not None:
                yield day if self.known_since is None else max(day, self.known_since)


class YearRefusal(Exception):  # noqa: N818  # a refusal with its ground
    """The file of a year is not taken. `phrase` says which file, why, and what to do."""

    def __init__(self, name: str, said: Phrase, /, **values: object) -> None:
        told = (f"{name}: {text.format(**values)}" for text in said)
        self.phrase = Phrase(*told)
        super().__init__(self.phrase.en)


_NOT_TOML = Phrase(
    "TOML ретінде оқылмайды: {why}. Белгіленген жерді түзетіңіз.",
    "не читается как TOML: {why}. Исправьте указанное место.",
    "cannot be read as TOML: {why}. Mend the place that is named.",
)
_UNKNOWN = Phrase(
    "{place} ішінде «{key}» деген жазба жоқ. Тек мыналар болады: {allowed}.",
    "в {place} не бывает записи «{key}». Возможны только: {allowed}.",
    "{place} has no entry “{key}”. It may hold only: {allowed}.",
)
_MISSING = Phrase(
    "{place} ішінде «{key}» жазбасы жоқ. Оны қосыңыз.",
    "в {place} нет записи «{key}». Добавьте её.",
    "{place} lacks the entry “{key}”. Add it.",
)
_NOT_A_DAY = Phrase(
    "{place}, «{key}»: күнді тырнақшасыз 2027-05-16 түрінде жазыңыз.",
    "{place}, «{key}»: запишите день без кавычек, так: 2027-05-16.",
    "{place}, “{key}”: write a day without quotes, as 2027-05-16.",
)
_NOT_A_TEXT = Phrase(
    "{place}, «{key}»: бос емес мәтін керек.",
    "{place}, «{key}»: нужен непустой текст.",
    "{place}, “{key}”: a text that is not empty is needed.",
)
_NOT_OF = Phrase(
    "{place}, «{key}»: мыналардың бірі болуы керек: {allowed}.",
    "{place}, «{key}»: должно быть одно из: {allowed}.",
    "{place}, “{key}”: it must be one of: {allowed}.",
)
_NOT_A_LIST = Phrase(
    "«{key}» [[{key}]] тақырыбымен жазылады.",
    "«{key}» записывается под заголовком [[{key}]].",
    "“{key}” is written under the heading [[{key}]].",
)
_OTHER_YEAR = Phrase(
    "файл аты {named} жылды айтады, ал ішінде {inside}. Атын немесе «year» жазбасын түзетіңіз.",
    "имя файла говорит о {named} годе, а внутри {inside}. Исправьте имя или запись «year».",
    "the name says the year {named}, the file says {inside}. Mend the name or the entry “year”.",
)
_NO_YEAR = Phrase(
    "«year» жазбасы {first} немесе одан кейінгі жыл болуы керек.",
    "запись «year» должна быть годом не раньше {first}.",
    "the entry “year” must be a year from {first} on.",
)
_OUTSIDE = Phrase(
    "{place}: {day} күні {year} жылға жатпайды.",
    "{place}: день {day} не относится к {year} году.",
    "{place}: the day {day} does not belong to the year {year}.",
)
_TWICE = Phrase(
    "{day} күні екі рет аталған. Бірін алып тастаңыз.",
    "день {day} назван дважды. Уберите лишнее.",
    "the day {day} is named twice. Remove one.",
)
_BACKWARDS = Phrase(
    "{place}: «withdrawn_on» «known_since» күнінен кейін болуы керек.",
    "{place}: «withdrawn_on» должно быть позже «known_since».",
    "{place}: “withdrawn_on” must be later than “known_since”.",
)

_TOP = ("year", "status", "known_since", "note", "transfer", "kurban_ait")
_TRANSFER = ("off", "works", "act", "confidence", "source", "known_since")
_NAMED = ("day", "confidence", "source", "known_since", "withdrawn_on")


def parse_year(text: str, name: str, named: int) -> Year:
    """Read the text of a year's file. `name`: how a refusal calls it; `named`: the year of its name.

    Raises YearRefusal for anything that is missing, unknown, of a wrong type, of another year or said twice.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise YearRefusal(name, _NOT_TOML, why=error) from None
    _require_keys(table, _TOP, ("year", "status"), name, name)
    year = table["year"]
    if not isinstance(year, int) or isinstance(year, bool) or year < FIRST_YEAR:
        raise YearRefusal(name, _NO_YEAR, first=FIRST_YEAR)
    if year != named:
        raise YearRefusal(name, _OTHER_YEAR, named=named, inside=year)
    if table["status"] not in _STATUS:
        raise YearRefusal(name, _NOT_OF, place=name, key="status", allowed=", ".join(_STATUS))
    if "note" in table:
        _require_text(table, "note", name, name)
    if "known_since" in table:
        _require_day(table, "known_since", name, name)
    found = Year(
        year=year,
        provisional=table["status"] == "provisional",
        transfers=tuple(_transfer(row, place, name, year) for row, place in _rows(table, "transfer", name)),
        kurban_ait=tuple(_named_day(row, place, name, year) for row, place in _rows(table, "kurban_ait", name)),
        known_since=table.get("known_since"),
    )
    _require_once(found, name)
    return found


def _rows(table: dict[str, Any], key: str, name: str) -> Iterator[tuple[dict[str, Any], str]]:
    rows = table.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise YearRefusal(name, _NOT_A_LIST, key=key)
    for number, row in enumerate(rows, start=1):
        yield row, f"[[{key}]] {number}"


def _transfer(row: dict[str, Any], place: str, name: str, year: int) -> Transfer:
    _require_keys(row, _TRANSFER, ("off", "works", "act", "confidence", "source"), place, name)
    _require_values(row, ("off", "works", "known_since"), ("act", "source"), place, name)
    if year not in {row["off"].year, row["works"].year}:
        raise YearRefusal(name, _OUTSIDE, place=place, day=row["off"], year=year)
    return Transfer(**row)


def _named_day(row: dict[str, Any], place: str, name: str, year: int) -> NamedDay:
    _require_keys(row, _NAMED, ("day", "confidence", "source"), place, name)
    _require_values(row, ("day", "known_since", "withdrawn_on"), ("source",), place, name)
    if row["day"].year != year:
        raise YearRefusal(name, _OUTSIDE, place=place, day=row["day"], year=year)
    if "known_since" in row and "withdrawn_on" in row and row["withdrawn_on"] <= row["known_since"]:
        raise YearRefusal(name, _BACKWARDS, place=place)
    return NamedDay(**row)


def _require_keys(
    table: dict[str, Any], allowed: tuple[str, ...], needed: tuple[str, ...], place: str, name: str
) -> None:
    for key in table:
        if key not in allowed:
            raise YearRefusal(name, _UNKNOWN, place=place, key=key, allowed=", ".join(allowed))
    for key in needed:
        if key not in table:
            raise YearRefusal(name, _MISSING, place=place, key=key)


def _require_values(row: dict[str, Any], days: tuple[str, ...], texts: tuple[str, ...], place: str, name: str) -> None:
    for key in days:
        if key in row:
            _require_day(row, key, place, name)
    for key in texts:
        _require_text(row, key, place, name)
    if row["confidence"] not in _CONFIDENCE:
        raise YearRefusal(name, _NOT_OF, place=place, key="confidence", allowed=", ".join(_CONFIDENCE))


def _require_day(row: dict[str, Any], key: str, place: str, name: str) -> None:
    if not isinstance(row[key], dt.date) or isinstance(row[key], dt.datetime):
        raise YearRefusal(name, _NOT_A_DAY, place=place, key=key)


def _require_text(row: dict[str, Any], key: str, place: str, name: str) -> None:
    if not isinstance(row[key], str) or not row[key].strip():
        raise YearRefusal(name, _NOT_A_TEXT, place=place, key=key)


def _require_once(year: Year, name: str) -> None:
    exchanged = [day for each in year.transfers for day in (each.off, each.works)]
    announced = [each.day for each in year.kurban_ait]
    for days in (exchanged, announced):
        for day in days:
            if days.count(day) > 1:
                raise YearRefusal(name, _TWICE, day=day)
