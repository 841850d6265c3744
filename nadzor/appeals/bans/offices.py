"""Which offices and other bodies an appeal may not go to: those it complains of, and those whose head it does.

Source: 29I.61.2.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from nadzor import clock
from nadzor.appeals.bans.conflicts import same_body
from nadzor.appeals.models import Appeal
from nadzor.casework.people import same_person
from nadzor.law.posts import Post
from nadzor.law.words import Phrase
from nadzor.organs.directory import BodyCard
from nadzor.organs.folding import folded
from nadzor.organs.models import Acting, Appointment, held_on

_HEADS = (Post.HEAD, Post.PROSECUTOR_GENERAL)


class Against(StrEnum):
    """Why a body may not get an appeal."""

    NAMED = "named"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Barred:
    """Why a body may not get an appeal, the sentence, its point."""

    against: Against
    why: Phrase
    mark: Phrase
    point: str = "29I.61.2"


_ACCUSED = Phrase(
    "Жолданымды әрекетіне шағым жасалған органға жіберуге болмайды. Одан жоғары тұрған органды таңдаңыз.",
    "Нельзя направить обращение органу, чьи действия обжалуются. Выберите вышестоящий орган.",
    "The appeal may not go to the body it complains of. Choose the body above it.",
)
_ITS_HEAD = Phrase(
    "Жолданымда бұл прокуратураның басшысына шағым жасалған: {name}. Жоғары тұрған прокуратураны таңдаңыз.",
    "В обращении жалуются на руководителя этой прокуратуры: {name}. Выберите вышестоящую.",
    "The appeal complains of the head of that office: {name}. Choose the office above it.",
)
_MARKS = {
    Against.NAMED: Phrase("әрекетіне шағым жасалған", "её действия обжалуются", "its acts are contested"),
    Against.HEAD: Phrase("басшысына шағым жасалған", "жалоба на её руководителя", "its head is complained of"),
}


def barred_body(appeal: Appeal, names: Iterable[str]) -> Barred | None:
    """Return why a body of some names (one a language) may not get an appeal; none where it may."""
    kept = {folded(each) for each in names if each}
    said = [folded(str(each["body"])) for each in appeal.complained_of if each.get("body")]
    if any(same_body(one, name) for one in said for name in kept):
        return Barred(Against.NAMED, _ACCUSED, _MARKS[Against.NAMED])
    return None


def barred_office(appeal: Appeal, office: BodyCard, accused: Mapping[int, str] | None = None) -> Barred | None:
    """Return why an office of the house may not get an appeal; none where it may.

    `accused`: what `accused_heads` has found for all offices at once.
    """
    named = barred_body(appeal, office.name)
    if named is not None:
        return named
    head = (accused_heads(appeal, clock.today(office.zone)) if accused is None else accused).get(office.id)
    if head is None:
        return None
    told = Phrase(*(text.format(name=head) for text in _ITS_HEAD))
    return Barred(Against.HEAD, told, _MARKS[Against.HEAD])


def accused_heads(appeal: Appeal, day: dt.date) -> dict[int, str]:
    """Return the offices whose head, or whoever stands in as one, an appeal complains of by name, with the name."""
    said = [str(each["name"]) for each in appeal.complained_of if each.get("name")]
    if not said:
        return {}
    found: dict[int, str] = {}
    for model in (Appointment, Acting):
        for row in model.objects.filter(held_on(day), post__in=_HEADS).select_related("person"):
            if any(same_person(row.person, each) for each in said):
                found[row.body_id] = row.person.short_name
    return found


def heads_of(office: BodyCard) -> frozenset[int]:
    """Return who leads an office today: the head, and whoever stands in as one."""
    day = clock.today(office.zone)
    rows = (model.objects.filter(held_on(day), body=office.id, post__in=_HEADS) for model in (Appointment, Acting))
    return frozenset(pk for found in rows for pk in found.values_list("person_id", flat=True))
