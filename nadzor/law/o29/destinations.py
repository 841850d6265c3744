"""Where an appeal may be sent, considered and by which unit: what points 27-31 reserve, read as refusals.

`routing` answers who considers; here that answer is held against a place. Source: 29I.27, 28 with 28.13, 29, 30, 61.2
(never to who has no power to consider it). Readings: R25, R75.
"""

from enum import StrEnum
from typing import NamedTuple

from nadzor.law.o29.routing import Answer, Considers
from nadzor.law.posts import LEVEL_OF, Body, Level

_RANK = {Level.DISTRICT: 0, Level.OBLAST: 1, Level.GPO: 2}
_LEAST: dict[Considers, Level] = {
    Considers.GPO_UNIT: Level.GPO,
    Considers.OBLAST_LEVEL: Level.OBLAST,
    Considers.DISTRICT_LEVEL: Level.DISTRICT,
    Considers.APPEALS_UNIT: Level.DISTRICT,  # what is passed on goes to whoever is competent (27.1, 27.2)
    Considers.FORWARD: Level.DISTRICT,
}
_POWERLESS, _BAN = "29I.61.2", "29I.28.13"
# Point 28 names its matters one by one; 28.9 is the rest, and the Appeals Unit is a unit too.
_LISTED = frozenset(
    {
        *("29I.28.1", "29I.28.2", "29I.28.3", "29I.28.4"),
        *("29I.28.5", "29I.28.6", "29I.28.7", "29I.28.8"),
    }
)
_THE_REST = frozenset({"29I.28.9", "29I.29.5", "29I.30.3"})
_OF_APPEALS_UNIT = frozenset({"29I.27.3", "29I.27.4"})


class Why(StrEnum):
    """Why a place is wrong."""

    KEPT = "kept"  # it is considered here, or above: not passed down
    TOO_LOW = "too_low"  # who is there has no power to consider it
    NOT_OUTSIDE = "not_outside"  # it belongs to the prosecutor's office whatever it is about
    OTHER_UNIT = "other_unit"  # a unit of the General Prosecutor's Office, and not the Appeals Unit
    APPEALS_UNIT = "appeals_unit"  # the Appeals Unit, and no other


class Wrong(NamedTuple):
    """Why a place is wrong, and the points."""

    why: Why
    cites: tuple[str, ...]


def wrong_office(answer: Answer, to: Body, *, below: bool, competent: Answer) -> Wrong | None:
    """Return why an appeal may not be sent to an office; none where it may.

    `answer`: that of `route` for an appeal that is meant to be sent on; `competent`: for one that is not, which says
    for whom it is. `below`: the office stands below the one it arrived at. Source: 29I.28.13, 29I.29, 29I.61.2.
    """
    if answer.considers is Considers.APPEALS_UNIT and competent.cites[0] not in _THE_REST and too_low(competent, to):
        return Wrong(Why.TOO_LOW, (*competent.cites, _POWERLESS))
    if below and not answer.may_be_passed_down:
        banned = _BAN in answer.cites  # points 29 and 30 say who considers; 61.2 forbids others
        return Wrong(Why.KEPT, answer.cites if banned else (*answer.cites, _POWERLESS))
    return Wrong(Why.TOO_LOW, (*answer.cites, _POWERLESS)) if too_low(answer, to) else None


def wrong_outside(answer: Answer) -> Wrong | None:
    """Return why an appeal said to be outside competence may not leave the house; none where it may (29I.31.1).

    `answer`: that of `route` asked with `within_competence=False`.
    """
    return None if answer.considers is Considers.FORWARD else Wrong(Why.NOT_OUTSIDE, answer.cites)


def too_low(answer: Answer, at: Body) -> bool:
    """Whether a body stands below the level that considers an appeal: nobody in it has the power to (29I.28-30)."""
    return _RANK[LEVEL_OF[at]] < _RANK[_LEAST[answer.considers]]


def wrong_unit(answer: Answer, at: Body, *, appeals_unit: bool) -> Wrong | None:
    """Return why a unit of the General Prosecutor's Office may not consider an appeal; none where it may.

    What points 28.1-28.8 list is not for the Appeals Unit; explanations of the procedure and complaints of its breach
    by the staff are for no other (29I.27.3, 27.4).
    """
    if at is not Body.GPO:
        return None
    if appeals_unit and answer.considers is Considers.GPO_UNIT and answer.cites[0] in _LISTED:
        return Wrong(Why.OTHER_UNIT, answer.cites[:1])
    if not appeals_unit and answer.considers is Considers.APPEALS_UNIT and answer.cites[0] in _OF_APPEALS_UNIT:
        return Wrong(Why.APPEALS_UNIT, answer.cites[:1])
    return None


_CENTRAL = (
    *("министерств", "министр", "администраци президента", "администрация президента", "президент"),
    *("парламент", "сенат", "мажилис", "правительств", "премьер", "верховный суд", "верховного суда"),
    *("конституционн", "уполномоченн по правам человека", "генеральн", "национальный банк", "счетный комитет"),
    *("комитет национальной безопасности", "высшая аудиторская", "агентств", "жогаргы сот", "уким"),
)
_OBLAST = ("области", "города республиканского", "облыс")


def above(at: Body, named: str) -> bool:
    """Whether a body outside the house surely stands above an office, by the words of its name (folded).

    Point 32 does not say how it is to be known; who forwards may say it of any other body (R76).
    """
    level = LEVEL_OF[at]
    if level is Level.GPO:
        return any(word in named for word in ("президент", "парламент", "сенат", "мажилис"))
    if any(word in named for word in _CENTRAL) and not any(word in named for word in ("департамент", "управлени")):
        return True
    return level is Level.DISTRICT and any(word in named for word in _OBLAST)
