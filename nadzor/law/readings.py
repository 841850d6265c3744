"""What we decided where an order leaves a doubt: readings by id, each a setting with a first day."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Setting:
    """A value of a reading and the first day on which it holds (None: from the beginning)."""

    value: str
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One doubt: what it is, what we hold by default, why, and in which points it lies."""

    id: str
    doubt: str
    default: str
    why: str
    points: tuple[str, ...]
    settings: tuple[Setting, ...]
    confirmed: bool = True

    def value(self, on: dt.date | None = None) -> str:
        """Return the value that holds on a day; without a day, the newest one."""
        held = [s for s in self.settings if on is None or s.since is None or s.since <= on]
        return held[-1].value

    def touches(self, address: str) -> bool:
        """Whether the doubt lies in a row, or in the point the row belongs to."""
        return any(address == point or address.startswith(f"{point}.") for point in self.points)


_TWO_DAYS = re.compile(r"\d{4}-\d{2}-\d{2} \d{4}-\d{2}-\d{2}", re.ASCII)
# The readings whose settings the code acts on, and what they may be set to.
_CHANGEABLE = {
    "R2": re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII),
    "R4": re.compile("from_registration|from_decision"),
    **dict.fromkeys(("R37", "R38", "R39", "R45"), _TWO_DAYS),
}


class Readings(Mapping[str, Reading]):
    """All readings of one installation. Never changed in place: `changed` gives a new set."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = dict(readings)

    def __getitem__(self, reading_id: str) -> Reading:
        return self._readings[reading_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._readings)

    def __len__(self) -> int:
        return len(self._readings)

    # One set of readings is one object, so that what is derived from it can be kept.
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    def value(self, reading_id: str, on: dt.date | None = None) -> str:
        """Return the value of a reading on a day. Raises KeyError for an id that is not on record."""
        return self._readings[reading_id].value(on)

    def changed(self, reading_id: str, value: str, since: dt.date) -> "Readings":
        """Return the readings of an installation that decided otherwise from a day on.

        Earlier days keep what was held; settings that were to begin on or after that day fall away. Raises ValueError
        for a reading that is built into the tables (to change it is to change its row), or a value it cannot have.
        """
        form = _CHANGEABLE.get(reading_id)
        if form is None or not form.fullmatch(value):
            raise ValueError(f"{reading_id} cannot be set to {value!r}")
        old = self._readings[reading_id]
        kept = tuple(s for s in old.settings if s.since is None or s.since < since)
        return Readings({**self._readings, reading_id: replace(old, settings=(*kept, Setting(value, since)))})


def load() -> Readings:
    """Read `readings.toml` beside this module."""
    table = tomllib.loads(files("nadzor.law").joinpath("readings.toml").read_text(encoding="utf-8"))
    return Readings(
        {
            key: Reading(
                id=key,
                doubt=row["doubt"],
                default=row["default"],
                why=row["why"],
                points=tuple(row["points"]),
                settings=tuple(Setting(s["value"], s.get("since")) for s in row["settings"]),
                confirmed=row.get("confirmed", True),
            )
            for key, row in table.items()
        }
    )


DEFAULT = load()


def days_of(reading_id: str, readings: Readings = DEFAULT) -> tuple[dt.date, ...]:
    """Return the days that a reading states as its value (R37-R39, R45: periods in force)."""
    return tuple(dt.date.fromisoformat(part) for part in readings.value(reading_id).split())
