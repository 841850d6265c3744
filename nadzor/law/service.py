"""Length of service: which other service counts (SYS.73-78), and the special register (SYS.71). The lecture is no law.

What the lecture counts outright is counted; what "may be included" is counted when the office decides so and says why.
Days served in two places at once are counted once.
"""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from nadzor.law.words import Phrase


class Served(StrEnum):
    """Kinds of other service."""

    ARMED_FORCES = "armed_forces"
    INTERNAL_AFFAIRS = "internal_affairs"
    NATIONAL_SECURITY = "national_security"
    JUDICIAL = "judicial"
    STATE_INSTITUTION = "state_institution"
    LAW_ENFORCEMENT = "law_enforcement"
    COURT_SYSTEM = "court_system"
    STATE_POWER = "state_power"
    ELECTED = "elected"
    SCIENCE = "science"
    TEACHING = "teaching"


SERVED: dict[Served, Phrase] = {
    Served.ARMED_FORCES: Phrase("Қарулы Күштер", "Вооружённые силы", "Armed Forces"),
    Served.INTERNAL_AFFAIRS: Phrase("ішкі істер органдары", "органы внутренних дел", "internal affairs bodies"),
    Served.NATIONAL_SECURITY: Phrase(
        "ұлттық қауіпсіздік органдары", "органы национальной безопасности", "national security bodies"
    ),
    Served.JUDICIAL: Phrase("сот органдары", "судебные органы", "judicial bodies"),
    Served.STATE_INSTITUTION: Phrase(
        "басқа мемлекеттік мекемелер", "другие государственные учреждения", "other state institutions"
    ),
    Served.LAW_ENFORCEMENT: Phrase(
        "басқа құқық қорғау органдары", "другие правоохранительные органы", "other law-enforcement bodies"
    ),
    Served.COURT_SYSTEM: Phrase("сот жүйесіндегі жұмыс", "работа в судебной системе", "work in the court system"),
    Served.STATE_POWER: Phrase("мемлекеттік билік органдары", "органы государственной власти", "bodies of state power"),
    Served.ELECTED: Phrase(
        "өкілді органдағы сайланбалы лауазым",
        "выборная должность в представительном органе",
        "an elected post in a representative body",
    ),
    Served.SCIENCE: Phrase(
        "заң мамандығы бойынша ғылыми жұмыс",
        "научная работа по юридической специальности",
        "scientific work in a legal speciality",
    ),
    Served.TEACHING: Phrase(
        "заң мамандығы бойынша педагогикалық жұмыс",
        "педагогическая работа по юридической специальности",
        "teaching work in a legal speciality",
    ),
}
# SYS.74: counted. SYS.75: national security bodies stand in both lists; the outright one prevails.
COUNTED: dict[Served, str] = dict.fromkeys(
    (
        *(Served.ARMED_FORCES, Served.INTERNAL_AFFAIRS, Served.NATIONAL_SECURITY),
        *(Served.JUDICIAL, Served.STATE_INSTITUTION),
    ),
    "SYS.74",
)
MAY_BE_COUNTED: dict[Served, str] = {
    Served.LAW_ENFORCEMENT: "SYS.75",
    Served.COURT_SYSTEM: "SYS.76",
    Served.STATE_POWER: "SYS.77",
    Served.ELECTED: "SYS.77",
    Served.SCIENCE: "SYS.78",
    Served.TEACHING: "SYS.78",
}
SERVICE_CITES = ("SYS.73",)
REGISTER_CITES = ("SYS.71",)


def is_counted(kind: Served, *, included: bool) -> bool:
    """Whether a period counts: outright by its kind, or because the office included it. Source: SYS.74-78."""
    return kind in COUNTED or included


def days_counted(periods: Iterable[tuple[dt.date, dt.date]]) -> int:
    """Return the days that periods cover together, first and last inclusive; a day in two periods is one day."""
    total, reached = 0, dt.date.min
    for first, last in sorted(periods):
        start = max(first, reached)
        if last >= start:
            total += (last - start).days + 1
            reached = last + dt.timedelta(days=1)
    return total
