"""Orders, their editions and their points: what was in force on a day, and whose wording we hold.

An address is `key.point[.row]`: "29I.50", "29I.21-1", "102I.16.2", "60I.O0". The key names an order or an
annex of it; the point is the order's own number; what follows is the row of the catalogue inside the point.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from nadzor.law.readings import DEFAULT, Readings, days_of
from nadzor.law.words import Phrase


class Rank(StrEnum):
    """Force of a source: what stands higher wins. A memo and a lecture are no law."""

    CODE = "code"
    ORDER = "order"
    NO_LAW = "no_law"


class Change(StrEnum):
    """What an amendment did to a point."""

    ADDED = "added"
    REWORDED = "reworded"
    CHANGED = "changed_in_part"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Source:
    """An order, an annex of an order, a memo or a lecture, as the catalogue keys them.

    `short` stands in the genitive, for "point 50 of …". `period` names the reading that sets the first (and last)
    day in force; None for what is no law.
    """

    key: str
    order: str
    title: Phrase
    short: Phrase
    rank: Rank
    adopted: dt.date | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """An order that amended another: the reading with its first day (the nth of its days) and its points."""

    order: str
    adopted: dt.date
    reading: str
    nth_day: int
    points: dict[str, dict[Change, tuple[str, ...]]]

    def first_day(self, readings: Readings) -> dt.date:
        """First day of the amended wording, as the reading sets it."""
        return days_of(self.reading, readings)[self.nth_day]


_INSTRUCTION_29 = Phrase(
    "№ 29 бұйрықпен бекітілген Жолданымдарды қарау жөніндегі нұсқаулық",
    "Инструкция по рассмотрению обращений (приказ № 29 от 17.01.2023)",
    "Instruction on considering appeals (order No. 29 of 17.01.2023)",
)
_RULES_29 = Phrase(
    "№ 29 бұйрықпен бекітілген Жеке қабылдау қағидалары",
    "Правила личного приема (приказ № 29 от 17.01.2023)",
    "Rules of personal reception (order No. 29 of 17.01.2023)",
)
_INSTRUCTION_102 = Phrase(
    "№ 102 бұйрықтың редакциясындағы Заңдылықты қадағалау жөніндегі нұсқаулық",
    "Инструкция по надзору за законностью (в редакции приказа № 102 от 12.07.2021)",
    "Instruction on supervision of legality (in the edition of order No. 102 of 12.07.2021)",
)
_RULES_102 = Phrase(
    "№ 102 бұйрықтың редакциясындағы Талдау және актілерді бағалау қағидалары",
    "Правила анализа и оценки актов (в редакции приказа № 102 от 12.07.2021)",
    "Rules of analysis and assessment of acts (in the edition of order No. 102 of 12.07.2021)",
)
_ORDER_60 = Phrase(
    "Әлеуметтік-экономикалық саладағы қадағалау жөніндегі нұсқаулық (21.11.2002 № 60 бұйрық)",
    "Инструкция по надзору в социально-экономической сфере (приказ № 60 от 21.11.2002)",
    "Instruction on supervision in the socio-economic sphere (order No. 60 of 21.11.2002)",
)

SOURCES = {
    source.key: source
    for source in (
        Source(
            "29O",
            "29/2023",
            Phrase("17.01.2023 № 29 бұйрық", "Приказ № 29 от 17.01.2023", "Order No. 29 of 17.01.2023"),
            Phrase("№ 29 бұйрықтың", "приказа № 29", "of order No. 29"),
            Rank.ORDER,
            dt.date(2023, 1, 17),
            "R37",
        ),
        Source(
            "29A3",
            "29/2023",
            Phrase("№ 29 бұйрыққа 3-қосымша", "Приложение 3 к приказу № 29", "Annex 3 to order No. 29"),
            Phrase("№ 29 бұйрыққа 3-қосымшаның", "приложения 3 к приказу № 29", "of annex 3 to order No. 29"),
            Rank.ORDER,
            dt.date(2023, 1, 17),
            "R37",
        ),
        Source(
            "29I",
            "29/2023",
            _INSTRUCTION_29,
            Phrase("№ 29 нұсқаулықтың", "Инструкции № 29", "of Instruction No. 29"),
            Rank.ORDER,
            dt.date(2023, 1, 17),
            "R37",
        ),
        Source(
            "29R",
            "29/2023",
            _RULES_29,
            Phrase("№ 29 қағидалардың", "Правил № 29", "of Rules No. 29"),
            Rank.ORDER,
            dt.date(2023, 1, 17),
            "R37",
        ),
        Source(
            "102I",
            "102/2021",
            _INSTRUCTION_102,
            Phrase("№ 102 нұсқаулықтың", "Инструкции № 102", "of Instruction No. 102"),
            Rank.ORDER,
            dt.date(2021, 7, 12),
            "R38",
        ),
        Source(
            "102R",
            "102/2021",
            _RULES_102,
            Phrase("№ 102 қағидалардың", "Правил № 102", "of Rules No. 102"),
            Rank.ORDER,
            dt.date(2021, 7, 12),
            "R38",
        ),
        Source(
            "60I",
            "60/2002",
            _ORDER_60,
            Phrase("№ 60 нұсқаулықтың", "Инструкции № 60", "of Instruction No. 60"),
            Rank.ORDER,
            dt.date(2002, 11, 21),
            "R39",
        ),
        Source(
            "MEMO",
            "memo",
            Phrase("Азаматтарға жадынама", "Памятка гражданам", "Memo for citizens"),
            Phrase("жадынаманың", "памятки", "of the memo"),
            Rank.NO_LAW,
        ),
        Source(
            "SYS",
            "lecture",
            Phrase(
                "Прокуратура жүйесі туралы дәріс",
                "Лекция о системе прокуратуры",
                "Lecture on the system of the prosecutor's offices",
            ),
            Phrase("дәрістің", "лекции", "of the lecture"),
            Rank.NO_LAW,
        ),
        Source(
            "APPK",
            "APPK",
            Phrase(
                "Әкімшілік рәсімдік-процестік кодекс",
                "Административный процедурно-процессуальный кодекс",
                "Administrative Procedural and Process-Related Code",
            ),
            Phrase("ӘРПК-нің", "АППК", "of the APPK"),
            Rank.CODE,
            dt.date(2020, 6, 29),
        ),
    )
}

AMENDMENTS = (
    Amendment(
        "4/2024",
        dt.date(2024, 1, 4),
        "R37",
        1,
        {
            "29I": {
                Change.REWORDED: ("1", "5", "6", "29"),
                Change.ADDED: ("21-1",),
                Change.CHANGED: ("27", "28", "31", "88"),
            },
            "29R": {
                Change.REWORDED: (*("1", "2", "8", "28", "29", "30", "31", "32", "33", "35", "36", "37", "38", "54"),),
                Change.CHANGED: ("3", "11", "12"),
            },
        },
    ),
    Amendment(
        "42/2004",
        dt.date(2004, 9, 14),
        "R45",
        0,
        {
            "60I": {
                Change.REWORDED: ("61", "94", "99", "114"),
                Change.ADDED: ("52-1",),
                Change.CHANGED: ("3", "4", "42", "44", "50", "51", "76"),
                Change.EXCLUDED: ("49", "58.6"),
            }
        },
    ),
    Amendment(
        "29/2008",
        dt.date(2008, 6, 25),
        "R45",
        1,
        {
            "60I": {
                Change.REWORDED: ("73",),
                Change.ADDED: ("8-1", "55-1"),
                Change.CHANGED: (
                    *("6", "9", "15", "23", "26", "48", "51", "52-1", "55", "71", "89", "90", "92", "94"),
                ),
                Change.EXCLUDED: ("39", "68"),
            }
        },
    ),
)


class LawRefusal(Exception):  # noqa: N818  # a refusal is an answer of the law, not a fault of the program
    """The law gives no answer for that day or address; `code` is that of the interface."""

    code = "bad_value"

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
    # R37 names the first days of two orders, R38 and R39 the first and the last day of one
    return days[0], None if reading == "R37" else days[1]


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
