"""Orders, codes, the memo and the lecture; and which points which order amended, as the notes of the orders give it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.readings import Readings, days_of
from nadzor.law.words import Phrase


class Rank(StrEnum):
    """Force of a source, the higher first: what stands higher wins. A memo and a lecture are no law."""

    CODE = "code"
    ORDER = "order"
    NO_LAW = "no_law"

    def stands_above(self, other: "Rank") -> bool:
        """Whether a source of this rank prevails over one of the other (APPK 2(2): the code over orders)."""
        ranks = list(Rank)
        return ranks.index(self) < ranks.index(other)


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
    day in force; None for what is no law. `last_point` is the number of its last point (of our last row, where the
    source has no numbers). `registered`: day and number at the Ministry of Justice.

    A term that has started keeps the edition of the day of its event; a step, its right and its paper follow the
    edition in force on the day of the step.
    """

    key: str
    order: str
    title: Phrase
    short: Phrase
    rank: Rank
    last_point: int
    adopted: dt.date | None = None
    period: str | None = None
    registered: tuple[dt.date, str] | None = None
    repealed_by: str | None = None


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
            5,
            dt.date(2023, 1, 17),
            "R37",
            registered=(dt.date(2023, 1, 19), "31715"),
        ),
        Source(
            "29A3",
            "29/2023",
            Phrase("№ 29 бұйрыққа 3-қосымша", "Приложение 3 к приказу № 29", "Annex 3 to order No. 29"),
            Phrase("№ 29 бұйрыққа 3-қосымшаның", "приложения 3 к приказу № 29", "of annex 3 to order No. 29"),
            Rank.ORDER,
            0,
            dt.date(2023, 1, 17),
            "R37",
            registered=(dt.date(2023, 1, 19), "31715"),
        ),
        Source(
            "29I",
            "29/2023",
            _INSTRUCTION_29,
            Phrase("№ 29 нұсқаулықтың", "Инструкции № 29", "of Instruction No. 29"),
            Rank.ORDER,
            88,
            dt.date(2023, 1, 17),
            "R37",
            registered=(dt.date(2023, 1, 19), "31715"),
        ),
        Source(
            "29R",
            "29/2023",
            _RULES_29,
            Phrase("№ 29 қағидалардың", "Правил № 29", "of Rules No. 29"),
            Rank.ORDER,
            54,
            dt.date(2023, 1, 17),
            "R37",
            registered=(dt.date(2023, 1, 19), "31715"),
        ),
        Source(
            "102I",
            "102/2021",
            _INSTRUCTION_102,
            Phrase("№ 102 нұсқаулықтың", "Инструкции № 102", "of Instruction No. 102"),
            Rank.ORDER,
            71,
            dt.date(2021, 7, 12),
            "R38",
            registered=(dt.date(2021, 7, 14), "23523"),
            repealed_by="32/2023",
        ),
        Source(
            "102R",
            "102/2021",
            _RULES_102,
            Phrase("№ 102 қағидалардың", "Правил № 102", "of Rules No. 102"),
            Rank.ORDER,
            32,
            dt.date(2021, 7, 12),
            "R38",
            registered=(dt.date(2021, 7, 14), "23523"),
            repealed_by="32/2023",
        ),
        Source(
            "60I",
            "60/2002",
            _ORDER_60,
            Phrase("№ 60 нұсқаулықтың", "Инструкции № 60", "of Instruction No. 60"),
            Rank.ORDER,
            114,
            dt.date(2002, 11, 21),
            "R39",
            registered=(dt.date(2002, 12, 5), "2065"),
            repealed_by="61/2010",
        ),
        Source(
            "MEMO",
            "memo",
            Phrase("Азаматтарға жадынама", "Памятка гражданам", "Memo for citizens"),
            Phrase("жадынаманың", "памятки", "of the memo"),
            Rank.NO_LAW,
            18,
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
            110,
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
            175,
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
