"""Correspondence with who writes again without anything new is ended; what comes later is attached, with notice.

Source: 29I.57.1 (1), 58.1 (a reasoned conclusion, approved by the head or a deputy), 58.2 (told within three working
days), 58.3 (later ones go to the supervisory file unconsidered; one with new arguments never), 58.4 (told of that
within three working days), 59 (it may be contested).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.ends.approved import END_CONCLUSION, approved_first, approved_paper
from nadzor.appeals.ends.conditions import REPEATS_THE_ANSWERED, earlier_links
from nadzor.appeals.ends.withdrawal import NOT_WITHDRAWN
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.models import Appeal
from nadzor.appeals.rights import EXECUTOR_OR_LEADER
from nadzor.appeals.states import ATTACHED, REGISTERED, TERMINATED, UNDER_REVIEW
from nadzor.appeals.written import waiting_papers
from nadzor.casework.case import Case
from nadzor.casework.effects import CallOff, Notify, Start, Stop
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.kernel_steps import NO_OPEN_CHILDREN
from nadzor.casework.procedure import YES, Clock, Guard, Step, Verdict, no
from nadzor.casework.writing import Change
from nadzor.law.facts import Outcome
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue

TELLING_OF_END = Clock(
    "telling_of_end",
    Phrase(
        "Хат алмасудың тоқтатылғаны туралы хабарлау",
        "Уведомление о прекращении переписки",
        "Notice that correspondence is ended",
    ),
    ("29I.58.2",),
)
TELLING_OF_ATTACHMENT = Clock(
    "telling_of_attachment",
    Phrase("Қосылғаны туралы хабарлау", "Уведомление о приобщении", "Notice of the attachment"),
    ("29I.58.4",),
)


class EndCorrespondence(Form):
    """On which matter correspondence ends, and why."""

    matter: Annotated[
        Text,
        Asked(Phrase("Қай мәселе бойынша", "По какому вопросу", "On which matter")),
        Field(min_length=1, max_length=500),
    ]
    reasons: Annotated[
        Text,
        Asked(Phrase("Негіздемесі", "Обоснование", "Reasons"), widget="text"),
        Field(min_length=1, max_length=20_000),
    ]


class AttachToFile(Form):
    """That it was read and brings nothing new (29I.58.3)."""

    studied: Annotated[
        Text,
        Asked(
            Phrase("Неге жаңа уәждер жоқ", "Почему новых доводов нет", "Why there is nothing new in it"),
            Phrase(
                "Жолданымның уәждерін бұрын тексерілгендермен салыстырыңыз.",
                "Сопоставьте доводы обращения с теми, что уже проверены.",
                "Set its arguments beside those that were checked already.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=5000),
    ]
    new_arguments: Annotated[
        bool,
        Asked(
            Phrase(
                "Жаңа уәждер немесе жаңадан ашылған мән-жайлар бар",
                "Есть новые доводы или вновь открывшиеся обстоятельства",
                "There are new arguments or newly found circumstances",
            ),
            widget="flag",
        ),
    ] = False


_APPROVED = approved_first(
    END_CONCLUSION,
    Phrase(
        "Хат алмасу басшы немесе оның орынбасары бекіткен дәлелді қорытынды бойынша ғана тоқтатылады.",
        "Переписку прекращают только по мотивированному заключению, утверждённому руководителем или его заместителем.",
        "Correspondence is ended only on a reasoned conclusion that the head or a deputy has approved.",
    ),
)


def _was_ended(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if not any(each.ended for each in earlier_links(case)):
        return no(_NOT_ENDED, "29I.58.3")
    if isinstance(form, AttachToFile) and form.new_arguments:
        return no(_SOMETHING_NEW, "29I.58.3")
    return YES


_NOT_ENDED = Phrase(
    "Бұл мәселе бойынша хат алмасу тоқтатылмаған: жолданым қаралуға тиіс. Бұрынғысын көрсетіп, тексеріңіз.",
    "По этому вопросу переписка не прекращена: обращение подлежит рассмотрению. Проверьте, указано ли прежнее.",
    "Correspondence on this matter was not ended: the appeal is to be considered. Check that the earlier one is named.",
)
_SOMETHING_NEW = Phrase(
    "Жаңа уәждер немесе мән-жайлар бар: жолданым қаралады.",
    "Есть новые доводы или обстоятельства: обращение рассматривают.",
    "There are new arguments or circumstances: the appeal is considered.",
)
WAS_ENDED = Guard("correspondence_ended", _was_ended)


@dataclass(frozen=True)
class KeepEnded:
    """Keep the outcome with the appeal."""

    def apply(self, case: Case, data: EndCorrespondence, change: Change) -> None:  # noqa: ARG002
        """Write it; the entry has the conclusion it rests on."""
        found = approved_paper(case, END_CONCLUSION)
        change.update(Appeal, case.row.pk, outcome=str(Outcome.TERMINATE))
        change.entry_data.update(outcome=str(Outcome.TERMINATE), conclusion=found.number if found is not None else "")


def _decided(case: Case) -> dt.date:
    found = approved_paper(case, END_CONCLUSION)
    return found.day if found is not None else case.happened_on


def _end(case: Case, data: EndCorrespondence, _lang: Language) -> dict[str, Any]:
    return {"decided": _decided(case), "matter": data.matter, "reasons": data.reasons}


def _file_of(case: Case) -> str:
    """The supervisory file: that of the appeal in which correspondence was ended."""
    return next((each.number for each in reversed(earlier_links(case)) if each.ended), "")


def _attached(case: Case, _data: AttachToFile, _lang: Language) -> dict[str, Any]:
    return {"file": f"№ {_file_of(case)}", "attached": case.happened_on}


def approves_end(case: Case, data: Any) -> bool:
    """Whether the paper that is being signed is a conclusion to end correspondence."""
    return any(each.procedure == END_CONCLUSION.name and each.number == data.draft for each in waiting_papers(case))


STARTS_ON_APPROVAL = Start(TELLING_OF_END, when=approves_end)
"""For the step of signing a paper: the three working days run from the decision (29I.58.2)."""
_FROM = frozenset({REGISTERED, UNDER_REVIEW})
CORRESPONDENCE_STEPS = (
    Step(
        "end_correspondence",
        Phrase("Хат алмасуды тоқтату", "Прекратить переписку", "End the correspondence"),
        frozenset({UNDER_REVIEW}),
        TERMINATED,
        EXECUTOR_OR_LEADER,
        needs=EndCorrespondence,
        guards=(REPEATS_THE_ANSWERED, _APPROVED, NOT_WITHDRAWN, NO_OPEN_CHILDREN, DISINTERESTED),
        effects=(
            Stop(CONSIDERATION),
            Stop(TELLING_OF_END),
            CallOff(),
            KeepEnded(),
            Issue("end_notice", _end),
            Notify("applicant", "correspondence_ended"),
        ),
        cites=("29I.57.1", "29I.58.1", "29I.58.2", "29I.59"),
        final=True,
    ),
    Step(
        "attach_to_file",
        Phrase("Қадағалау іс жүргізуіне қосу", "Приобщить к надзорному производству", "Attach to the supervisory file"),
        _FROM,
        ATTACHED,
        EXECUTOR_OR_LEADER,
        needs=AttachToFile,
        guards=(WAS_ENDED, NO_OPEN_CHILDREN, DISINTERESTED),
        effects=(
            CallOff(),
            Start(TELLING_OF_ATTACHMENT, done=True),
            Issue("attachment_notice", _attached),
            Notify("applicant", "attached", lambda case, _data: {"file": _file_of(case)}),
        ),
        cites=("29I.58.3", "29I.58.4"),
        final=True,
    ),
)
__all__ = [
    "CORRESPONDENCE_STEPS",
    "STARTS_ON_APPROVAL",
    "TELLING_OF_ATTACHMENT",
    "TELLING_OF_END",
]
