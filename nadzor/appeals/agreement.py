"""The agreement chain of a draft: several people in the order its author sets, each agrees or objects with a reason.

Who agrees, agrees with these words: a new version asks everybody anew, and the author says what has changed. Those who
prepare an answer are named by 29I.33.2; the order of agreement is the author's.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.models import PaperDraft
from nadzor.appeals.paper_models import Agreement
from nadzor.casework.case import Case
from nadzor.casework.effects import made_by, name_people
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.people import place_of
from nadzor.casework.procedure import YES, Guard, Right, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.models import Person

MOST_AGREE = 10


class ForAgreement(Form):
    """Who is to agree, one after the other, and what has changed since they were asked last."""

    agreers: Annotated[
        tuple[int, ...],
        Asked(
            Phrase("Кім келіседі", "Кто согласует", "Who agrees"),
            Phrase(
                "Келісу тізімнің ретімен жүреді: келесі адам алдыңғысы келіскеннен кейін шешеді.",
                "Согласуют по порядку списка: следующий решает после предыдущего.",
                "They agree in the order of the list: each decides after the one before.",
            ),
            widget="chain",
        ),
        Field(min_length=1, max_length=MOST_AGREE),
    ]
    changed: Annotated[
        Text,
        Asked(
            Phrase("Не өзгерді", "Что изменилось", "What has changed"),
            Phrase(
                "Жоба бұрын келісуге жіберілген болса: келісушілер соңғы нұсқада не өзгергенін осыдан біледі.",
                "Если проект уже согласовывали: отсюда согласующие узнают, что изменилось с прошлой версии.",
                "If it was sent for agreement before: this tells those who agree what has changed since.",
            ),
            widget="text",
        ),
        Field(max_length=2000),
    ] = ""


def in_turn(draft: PaperDraft) -> list[int]:
    """Return whose turn it is to agree: one person, or nobody where all have agreed."""
    return [each for each in draft.agreers if each not in draft.agreed][:1]


def _agrees(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    draft: PaperDraft = case.facts
    here = bool(actor.posts_in(case.body.id))  # who has left the office agrees nothing
    if actor.person_id == case.row.executor_id:  # the case was given to one who was to agree: nobody agrees his own
        return False
    return here and actor.person_id in draft.agreers and actor.person_id not in draft.agreed


AGREER = Right(
    "agreer",
    Phrase("жобаны келісуге аталған адам", "тот, кто назван согласующим", "somebody named to agree"),
    _agrees,
    ("29I.33.2",),
)


def _is_in_turn(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    turn = in_turn(case.facts)
    if actor.person_id in turn:
        return YES
    return no(_with_names(_NOT_YET, turn), "29I.33.2")


_NOT_YET = Phrase(
    "Келісу кезегі әзірге басқа адамда ({names}).",
    "Сейчас очередь другого согласующего ({names}).",
    "It is another one’s turn to agree ({names}).",
)
IN_TURN = Guard("in_turn", _is_in_turn)


def _agreed_first(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """A draft that was sent for agreement goes to be signed only as it was agreed."""
    draft: PaperDraft = case.facts
    left = [each for each in draft.agreers if each not in draft.agreed]
    return YES if not left else no(_with_names(_NOT_AGREED, left), "29I.33.2")


_NOT_AGREED = Phrase(
    "Бұл нұсқаны әлі келіспегендер бар ({names}). Оны келісуге жіберіңіз.",
    "Эту версию согласовали не все ({names}). Направьте её на согласование.",
    "Not everybody has agreed this version ({names}). Send it for agreement.",
)
AGREED_FIRST = Guard("agreed_first", _agreed_first)


def _with_names(said: Phrase, people: list[int]) -> Phrase:
    known = Person.objects.in_bulk(people)
    names = ", ".join(known[each].short_name for each in people if each in known)
    return Phrase(*(said.into(lang).format(names=names) for lang in LANGUAGES))


def agreed_by_all(case: Case, agreed: str, agreeing: str) -> str:
    """Return the state of a draft after somebody has agreed."""
    return agreeing if in_turn(case.facts) else agreed


def beside(case: Case, *people: int) -> tuple[int, ...]:
    """Those who see the draft beside its author."""
    return tuple(dict.fromkeys(each for each in (*case.co_executors(), *people) if each != case.row.executor_id))


@dataclass(frozen=True)
class AskAgreement:
    """Name those who agree, in their order: they see the draft, and agree with these words only."""

    def apply(self, case: Case, data: ForAgreement, change: Change) -> None:
        """Write the names. Raises Invalid for somebody without a post here, for the author, without what has changed.

        Who has agreed this very version before is not asked again.
        """
        draft: PaperDraft = case.facts
        for person in data.agreers:
            place_of(person, case, "agreers")
            if person == case.row.executor_id:
                raise invalid(agreers=_OWN)
        if draft.asked_version and draft.version > draft.asked_version and not data.changed:
            raise invalid(changed=_SAY_WHAT)
        draft.agreers = list(dict.fromkeys(data.agreers))
        draft.agreed = [each for each in draft.agreed if each in draft.agreers]
        change.update(
            PaperDraft,
            case.row.pk,
            agreers=draft.agreers,
            agreed=draft.agreed,
            remark="",
            asked_version=draft.version,
            changed=data.changed,
        )
        change.entry_data["version"] = draft.version
        if case.row.executor_id is not None:
            name_people(case, case.row.executor_id, beside(case, *draft.agreers), change)


_OWN = Phrase(
    "Автор өз жобасын өзі келіспейді. Басқа адамды таңдаңыз.",
    "Автор не согласует собственный проект. Выберите другого.",
    "The author does not agree his own draft. Choose somebody else.",
)
_SAY_WHAT = Phrase(
    "Жоба өзгерді: соңғы келісуден бері не өзгергенін жазыңыз.",
    "Проект изменён: напишите, что изменилось с прошлого согласования.",
    "The draft was changed: say what has changed since it was sent for agreement last.",
)


@dataclass(frozen=True)
class KeepAgreement:
    """Keep what one of those who agree said of the version that stands."""

    agrees: bool

    def apply(self, case: Case, data: Any, change: Change) -> None:
        """Write the agreement or the objection with its reason."""
        draft: PaperDraft = case.facts
        who = made_by(case)
        if who is None:
            return
        reason = getattr(data, "remark", "")
        change.insert(
            Agreement,
            draft_id=case.row.pk,
            version=draft.version,
            person_id=who,
            agrees=self.agrees,
            reason=reason,
            said_at=case.at,
        )
        change.entry_data["version"] = draft.version
        if self.agrees:
            draft.agreed = [*draft.agreed, who]
            change.update(PaperDraft, case.row.pk, agreed=draft.agreed)


__all__ = [
    "AGREED_FIRST",
    "AGREER",
    "IN_TURN",
    "AskAgreement",
    "ForAgreement",
    "KeepAgreement",
    "agreed_by_all",
    "beside",
    "in_turn",
]
