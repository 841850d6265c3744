"""A sealed appeal that is forwarded to another office: the head of that office sees it there, and nobody else.

Without a reader there nobody could register, assign or answer it; with those of the office it came from, people who
consider it no longer would see it. The head names others on its page. Source: 29I.31.1 (forwarded whole), 29I.61.2
(never to the one complained of), 29I.61.5 (what is protected is not disclosed).
"""

from dataclasses import dataclass
from typing import Any

from nadzor.appeals.bans.offices import heads_of
from nadzor.appeals.forwarding import Forward, office_of
from nadzor.appeals.sealed import SEALED_CITES
from nadzor.casework.case import Case
from nadzor.casework.circles import close_for
from nadzor.casework.forms import Form
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import BodyCard

_NOBODY_THERE = Phrase(
    "Жабық жолданымды онда көретін ешкім жоқ: бұл прокуратурада бүгін басшы да, оның міндетін атқарушы да жоқ. Жоғары "
    "тұрған прокуратураны таңдаңыз.",
    "Закрытое обращение там некому увидеть: в этой прокуратуре сегодня нет ни руководителя, ни исполняющего его "
    "обязанности. Выберите вышестоящую.",
    "Nobody there could see a sealed appeal: that office has neither a head nor an acting one today. Choose the office "
    "above it.",
)


def _somebody_there(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """Asked of a sealed appeal that goes to an office of the house."""
    return somebody_in(case, office_of(case, form) if isinstance(form, Forward) else None)


def somebody_in(case: Case, office: BodyCard | None) -> Verdict:
    """Whether a sealed appeal may go to an office of the house: its head may read it.

    That the head is not the one complained of is asked of every office that an appeal goes to (`bans.offices`).
    """
    if office is None or case.row.circle_id is None:
        return YES
    return YES if heads_of(office) else no(_NOBODY_THERE, *SEALED_CITES)


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
