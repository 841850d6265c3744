"""By what a procedure on an appeal is terminated instead of being answered.

Source: 29I.48 with APPK 70 (applications, complaints), 29I.57.1 with APPK 88 (the simplified procedure). That a
withdrawn appeal ends the simplified procedure too stands in the code alone (APPK 88, part 1, sub-point 4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.facts import Kind
from nadzor.law.o29.decisions import ADMINISTRATIVE, SIMPLIFIED
from nadzor.law.words import Phrase


class End(StrEnum):
    """A circumstance in which a procedure must be terminated."""

    DECIDED = "decided"
    COURT = "court"
    WITHDRAWN = "withdrawn"
    OTHER_LAW = "other_law"
    NO_SUBSTANCE = "no_substance"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What a circumstance is called on a paper, and the points that make it end a procedure."""

    title: Phrase
    points: tuple[str, ...]


CIRCUMSTANCES: Mapping[End, Circumstance] = {
    End.DECIDED: Circumstance(
        Phrase(
            "сол мәселе мен негіздер бойынша осы орган шешім қабылдаған",
            "по тому же предмету и основаниям этим органом уже принято решение",
            "this body has already decided on the same subject and grounds",
        ),
        ("29I.48", "APPK.70.1"),
    ),
    End.COURT: Circumstance(
        Phrase(
            "сол мәселе бойынша заңды күшіне енген сот актісі бар",
            "по тому же предмету есть вступивший в законную силу судебный акт",
            "there is a court act in force on the same subject",
        ),
        ("29I.48", "APPK.70.1"),
    ),
    End.WITHDRAWN: Circumstance(
        Phrase(
            "өтініш беруші жолданымын қайтарып алды және бұл қабылданды",
            "заявитель отозвал обращение, отзыв принят",
            "the applicant has withdrawn the appeal, and the withdrawal is accepted",
        ),
        ("29I.48", "APPK.70.1"),
    ),
    End.OTHER_LAW: Circumstance(
        Phrase(
            "заңда көзделген өзге негіз",
            "иное основание, предусмотренное законом",
            "another ground that a law gives",
        ),
        ("29I.48", "APPK.70.1"),
    ),
    End.NO_SUBSTANCE: Circumstance(
        Phrase(
            "мәселенің мәні баяндалмаған", "не изложена суть вопроса", "the substance of the question is not set out"
        ),
        ("29I.57.1",),
    ),
}
_OF_SIMPLIFIED = (End.NO_SUBSTANCE, End.WITHDRAWN)
_OF_ADMINISTRATIVE = (End.DECIDED, End.COURT, End.WITHDRAWN, End.OTHER_LAW)


def ends_of(kind: str | None) -> tuple[End, ...]:
    """Return the circumstances that end a procedure on a kind; a kind not decided goes by the simplified one (R61)."""
    if kind in ADMINISTRATIVE:
        return _OF_ADMINISTRATIVE
    return _OF_SIMPLIFIED if is_simplified(kind) else tuple(End)


def point_of_ends(kind: str | None) -> str:
    """Return the point by which a procedure on a kind is terminated. Source: 29I.48, 29I.57.1."""
    return "29I.57.1" if is_simplified(kind) else "29I.48"


def is_simplified(kind: str | None) -> bool:
    """Whether a kind goes by the simplified procedure. Source: 29I.7; R61."""
    return kind is None or kind in SIMPLIFIED


def points_of(end: End, kind: str | None) -> tuple[str, ...]:
    """Return the points by which a circumstance ends a procedure on a kind.

    Source: 29I.48, 29I.57.1.
    """
    if end is End.WITHDRAWN and kind != Kind.COMPLAINT and is_simplified(kind):
        return ("29I.57.1", "APPK.88.1")
    return CIRCUMSTANCES[end].points
