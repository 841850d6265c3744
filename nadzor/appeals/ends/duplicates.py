"""A duplicate joins the main appeal; one that comes after its answer gets the copy of that answer in ten days.

Source: 29I.2.10, 35.1 (one answer, within the term of the main one), 35.2 (ten calendar days; the decision in short,
day and number of the answer, its copy). Nothing is joined by the program alone: somebody looks at both and does it.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.drafts import last_answer
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.models import AnswerGiven, Appeal
from nadzor.appeals.rights import EXECUTOR_OR_KEEPER, SIGNATORY
from nadzor.appeals.states import ANSWERED, ATTACHED, CLOSED, REGISTERED, SIGNED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.effects import CallOff, Notify, Start, Stop
from nadzor.casework.files import copy
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.kernel_steps import NO_OPEN_CHILDREN
from nadzor.casework.loading import case_of
from nadzor.casework.models import Proceeding, Term
from nadzor.casework.procedure import YES, Clock, Guard, Step, Verdict, no
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue

ON_DUPLICATE = Clock(
    "on_duplicate",
    Phrase("Телнұсқа бойынша жауап", "Ответ на дубликат", "Answer on the duplicate"),
    ("29I.35.2",),
)
_OPEN = frozenset({REGISTERED, UNDER_REVIEW, SIGNED})
_ANSWERED = frozenset({ANSWERED, CLOSED})


class AnswerDuplicate(Form):
    """The decision of the answer that was given, in short (29I.35.2)."""

    decision: Annotated[
        Text,
        Asked(
            Phrase("Қабылданған шешімнің мәні", "Суть принятого решения", "Substance of the decision"),
            Phrase(
                "Берілген жауаптың мәні қысқаша.",
                "Коротко: что решено в данном ответе.",
                "In short: what the answer given has decided.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=5000),
    ]


def main_of(case: Case) -> Proceeding | None:
    """Return the appeal that this one doubles."""
    found = case.facts.duplicate_of_id
    return None if found is None else Proceeding.objects.filter(pk=found).first()


def _main_is(states: frozenset[str], why: Phrase, point: str) -> Guard:
    def test(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
        main = main_of(case)
        if main is None:
            return no(_NO_DUPLICATE, "29I.2.10")
        if main.state in states:
            return YES
        return no(Phrase(*(why.into(lang).format(number=main.number) for lang in LANGUAGES)), point)

    return Guard(f"main_{point}", test)


_NO_DUPLICATE = Phrase(
    "Жолданым телнұсқа деп белгіленбеген. Алдымен негізгісін көрсетіңіз.",
    "Обращение не отмечено как дубликат. Сначала укажите основное.",
    "The appeal is not marked as a duplicate. First name the main one.",
)
MAIN_OPEN = _main_is(
    _OPEN,
    Phrase(
        "Негізгі жолданым қаралып жатқан жоқ: {number}. Оған жауап берілсе, жауаптың көшірмесін жіберіңіз.",
        "Основное обращение уже не рассматривается: {number}. Если на него дан ответ, направьте копию ответа.",
        "The main appeal is not being considered: {number}. If it was answered, send the copy of the answer.",
    ),
    "29I.35.1",
)
MAIN_ANSWERED = _main_is(
    _ANSWERED,
    Phrase(
        "Негізгі жолданымға жауап әлі берілмеген: {number}. Телнұсқаны соған қосыңыз.",
        "На основное обращение ответа ещё нет: {number}. Приобщите дубликат к нему.",
        "The main appeal has no answer yet: {number}. Join the duplicate to it.",
    ),
    "29I.35.2",
)


def _joined(case: Case, _data: Any) -> dict[str, Any]:
    main = main_of(case)
    term = Term.objects.filter(proceeding=main, clock=CONSIDERATION.name).order_by("-pk").first()
    return {"main": main.number if main is not None else "", "due": term.due_day.isoformat() if term else ""}


def _answer_of_main(case: Case) -> AnswerGiven | None:
    return last_answer(case.facts.duplicate_of_id or 0)


def _said(case: Case, data: AnswerDuplicate, _lang: Language) -> dict[str, Any]:
    given = _answer_of_main(case)
    paper = given.paper if given is not None else None
    facts: Appeal | None = Appeal.objects.filter(pk=case.facts.duplicate_of_id).first()
    day = facts.answered_on if facts is not None else None
    return {
        "before_day": day or (paper.day if paper is not None else None),
        "before_number": paper.number if paper is not None else "",
        "decision": data.decision,
    }


@dataclass(frozen=True)
class TellMain:
    """Tell who considers the main appeal that a duplicate was joined to it."""

    def apply(self, case: Case, data: Any, change: Change) -> None:
        """Collect the notices of the main appeal."""
        main = main_of(case)
        if main is not None:
            Notify("executor", "duplicate_joined", lambda _case, _data: {"joined": case.row.number}).apply(
                case_of(main), data, change
            )
            change.entry_data["main"] = main.number


@dataclass(frozen=True)
class EncloseCopy:
    """Keep the answer that was given before among the files of the duplicate: its copy goes along (29I.35.2)."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Let the file belong to this case too."""
        given = _answer_of_main(case)
        if given is not None and given.file is not None:
            copy(given.file, case.row.pk, change)
            change.entry_data["copy_of"] = {"number": given.paper.number if given.paper else "", "sha256": given.sha256}


def tell_joined(case: Case, data: Any, change: Change) -> None:
    """Tell the applicants of joined duplicates that the main appeal was answered: one answer for all (29I.35.1)."""
    for row in Proceeding.objects.filter(appeal__duplicate_of=case.row.pk, state=ATTACHED, track__isnull=False):
        Notify("applicant", "main_answered", lambda _case, _data: {"main": case.row.number}).apply(
            case_of(row), data, change
        )


def _after_the_answer(case: Case, _data: Any) -> bool:
    """Whether an appeal that is being registered doubles one that was answered."""
    said = case.opening.facts if case.opening is not None else {}
    main = said.get("duplicate_of_id")
    return main is not None and Proceeding.objects.filter(pk=main, state__in=_ANSWERED).exists()


def _registration(case: Case, _data: Any) -> Any:
    return case.row.registered_on


STARTS_FOR_DUPLICATE = Start(ON_DUPLICATE, since=_registration, when=_after_the_answer)
"""For the step of registration."""
_FROM = frozenset({REGISTERED, UNDER_REVIEW})
DUPLICATE_STEPS = (
    Step(
        "join",
        Phrase("Негізгі жолданымға қосу", "Приобщить к основному обращению", "Join to the main appeal"),
        _FROM,
        ATTACHED,
        EXECUTOR_OR_KEEPER,
        guards=(MAIN_OPEN, NO_OPEN_CHILDREN),
        effects=(CallOff(), TellMain(), Notify("applicant", "joined", _joined)),
        cites=("29I.35.1", "29I.2.10"),
        final=True,
    ),
    Step(
        "answer_duplicate",
        Phrase("Берілген жауаптың көшірмесін жіберу", "Направить копию данного ответа", "Send the copy of the answer"),
        _FROM,
        ATTACHED,
        SIGNATORY,
        needs=AnswerDuplicate,
        guards=(MAIN_ANSWERED, NO_OPEN_CHILDREN, DISINTERESTED),
        effects=(
            Start(ON_DUPLICATE, since=_registration),
            Stop(ON_DUPLICATE),
            CallOff(),
            EncloseCopy(),
            Issue("duplicate_answer", _said),
            Notify("applicant", "duplicate_answered"),
        ),
        cites=("29I.35.2",),
        final=True,
    ),
)
__all__ = ["DUPLICATE_STEPS", "ON_DUPLICATE", "STARTS_FOR_DUPLICATE", "main_of", "tell_joined"]
