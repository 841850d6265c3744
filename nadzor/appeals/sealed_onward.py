"""A sealed appeal that is forwarded to another office: the head of that office sees it there, and nobody else.

Without a reader there nobody could register, assign or answer it; with those of the office it came from, people who
consider it no longer would see it. The head names others on its page. Source: 29I.31.1 (forwarded whole), 29I.61.2
(never to the one complained of), 29I.61.5 (what is protected is not disclosed).
"""

from dataclasses import dataclass
from typing import Any

from nadzor import clock
from nadzor.appeals.forwarding import Forward, office_of
from nadzor.appeals.sealed import SEALED_CITES, complained_in
from nadzor.casework.case import Case
from nadzor.casework.circles import close_for
from nadzor.casework.forms import Form
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.writing import Change
from nadzor.law.posts import Post
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import BodyCard
from nadzor.organs.models import Acting, Appointment, held_on

_HEADS = (Post.HEAD, Post.PROSECUTOR_GENERAL)
_NOBODY_THERE = Phrase(
    "Жабық жолданымды онда көретін ешкім жоқ: бұл прокуратурада бүгін басшы да, оның міндетін атқарушы да жоқ. Жоғары "
    "тұрған прокуратураны таңдаңыз.",
    "Закрытое обращение там некому увидеть: в этой прокуратуре сегодня нет ни руководителя, ни исполняющего его "
    "обязанности. Выберите вышестоящую.",
    "Nobody there could see a sealed appeal: that office has neither a head nor an acting one today. Choose the office "
    "above it.",
)
_COMPLAINED = Phrase(
    "Жолданымда бұл прокуратураның басшысына шағым жасалған: {name}. Жоғары тұрған прокуратураны таңдаңыз.",
    "В обращении жалуются на руководителя этой прокуратуры: {name}. Выберите вышестоящую.",
    "The appeal complains of the head of that office: {name}. Choose the office above it.",
)


def heads_of(office: BodyCard) -> frozenset[int]:
    """Return who leads an office today: the head, and whoever stands in as one."""
    day = clock.today(office.zone)
    rows = (model.objects.filter(held_on(day), body=office.id, post__in=_HEADS) for model in (Appointment, Acting))
    return frozenset(pk for found in rows for pk in found.values_list("person_id", flat=True))


def _somebody_there(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """Asked of a sealed appeal that goes to an office of the house."""
    office = office_of(case, form) if case.row.circle_id is not None and isinstance(form, Forward) else None
    if office is None:
        return YES
    heads = heads_of(office)
    if not heads:
        return no(_NOBODY_THERE, *SEALED_CITES)
    accused = complained_in(case, heads)
    if accused is None:
        return YES
    return no(Phrase(*(text.format(name=accused.short_name) for text in _COMPLAINED)), "29I.61.2")


SOMEBODY_THERE = Guard("somebody_there", _somebody_there)


@dataclass(frozen=True)
class SealThere:
    """What goes on from a sealed appeal is sealed for the head of the office that receives it."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Give the case readers of its own; those of the case it goes on from keep theirs."""
        if case.row.circle_id is None:
            return
        heads = heads_of(case.body)
        case.row.circle_id = None
        close_for(case, heads, change)
        change.entry_data["sealed"] = {"readers": sorted(heads)}
