"""The decision to terminate a procedure in place of an answer, with its ground.

Source: 29I.48 (APPK 70), 29I.57.1 (simplified), 29I.59 (it may be contested), 29I.88 (who signs).
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.bans.asked import VOUCHED, KeepVouched
from nadzor.appeals.barred import NOT_ONE_COMPLAINED_OF
from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.cure import LAPSED
from nadzor.appeals.drafting_forms import Vouching
from nadzor.appeals.ends.withdrawal import ASKED as WAITS
from nadzor.appeals.ends.withdrawal import accepted, withdrawals
from nadzor.appeals.harm import NO_HARM
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.models import Appeal
from nadzor.appeals.rights import SIGNS_TERMINATION
from nadzor.appeals.states import REGISTERED, TERMINATED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.effects import CallOff, Notify, Stop
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.kernel_steps import NO_OPEN_CHILDREN
from nadzor.casework.procedure import YES, Guard, Step, Verdict, no
from nadzor.casework.writing import Change
from nadzor.law.facts import Outcome
from nadzor.law.o29.ending import CIRCUMSTANCES, End, ends_of, points_of
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue

REASONS = Annotated[
    Text,
    Asked(Phrase("Негіздемесі", "Обоснование", "Reasons"), widget="text"),
    Field(min_length=1, max_length=20_000),
]


class Terminate(Vouching):
    """By what the procedure ends, why, by which law; the questions of point 61 that are confirmed."""

    ground: Annotated[
        End,
        Asked(
            Phrase("Тоқтату негізі", "Основание прекращения", "Ground of the termination"),
            widget="end",
            choices=tuple((str(end), told.title) for end, told in CIRCUMSTANCES.items()),
        ),
    ]
    reasons: REASONS
    norms: Annotated[
        Text,
        Asked(Phrase("Заңнама нормалары", "Нормы законодательства", "Legislation relied on"), widget="text"),
        Field(min_length=1, max_length=2000),
    ]


def _ground_fits(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """The ground is one for the kind, and the facts that the case has bear it out."""
    waiting = next((number for number, state in withdrawals(case).items() if state == WAITS), "")
    if waiting:
        return no(Phrase(*(_UNDECIDED.into(lang).format(number=waiting) for lang in LANGUAGES)), "APPK.64.9")
    if not isinstance(form, Terminate):
        return YES
    points = points_of(form.ground, case.row.kind)
    if form.ground not in ends_of(case.row.kind):
        return no(_OTHER_KIND, *points)
    if form.ground is End.WITHDRAWN and not accepted(case):
        return no(_NOT_WITHDRAWN, *points)
    if form.ground is End.DECIDED and case.facts.repeat_of_id is None and case.facts.duplicate_of_id is None:
        return no(_NOTHING_BEFORE, *points)
    asked = (child for child in case.children if child.procedure == "cure_request")
    if form.ground is End.NO_SUBSTANCE and not any(child.state == LAPSED for child in asked):
        return no(_NOT_ASKED, *points, "29I.25.1")
    return YES


_UNDECIDED = Phrase(
    "Жолданымды қайтарып алу туралы шешім жоқ: {number}. Алдымен соны шешіңіз.",
    "Отзыв обращения ещё не решён: {number}. Сначала решите его.",
    "The withdrawal of the appeal is not decided: {number}. Decide on it first.",
)
_OTHER_KIND = Phrase(
    "Жолданымның бұл түрі бойынша рәсім мұндай негізбен тоқтатылмайды. Басқасын таңдаңыз.",
    "Процедуру по обращению этого вида по такому основанию не прекращают. Выберите другое.",
    "A procedure on this kind of appeal is not terminated on such a ground. Choose another.",
)
_NOT_WITHDRAWN = Phrase(
    "Өтініш беруші жолданымын қайтарып алмаған немесе бұл қабылданбаған. Алдымен қайтарып алуды енгізіп, қабылдаңыз.",
    "Заявитель обращение не отзывал, или отзыв не принят. Сначала внесите отзыв и примите его.",
    "The applicant has not withdrawn the appeal, or that was not accepted. First enter the withdrawal and accept it.",
)
_NOTHING_BEFORE = Phrase(
    "Бұрынғы жолданым көрсетілмеген. Алдымен жолданымның қайталама не телнұсқа екенін белгілеңіз.",
    "Прежнее обращение не указано. Сначала отметьте, что это повторное обращение или дубликат.",
    "No earlier appeal is named. First mark this one as repeated or as a duplicate.",
)
_NOT_ASKED = Phrase(
    "Алдымен жолданымның мәнін баяндауды сұраңыз: берілген мерзім өтіп, ол жойылмады деп белгіленсін.",
    "Сначала попросите изложить суть: пусть данное на это время пройдёт и будет отмечено, что не устранено.",
    "First ask for the substance: let the time given for it pass and be noted as not mended.",
)
GROUND_FITS = Guard("ground_of_termination", _ground_fits)


@dataclass(frozen=True)
class KeepEnd:
    """Keep the decision with the appeal: its outcome, and by whom it is signed."""

    def apply(self, case: Case, data: Terminate, change: Change) -> None:
        """Write the outcome; the entry has the ground."""
        change.update(Appeal, case.row.pk, outcome=str(Outcome.TERMINATE), signed_by=case.signature())
        change.entry_data.update(outcome=str(Outcome.TERMINATE), points=list(points_of(data.ground, case.row.kind)))


def _decision(_case: Case, data: Terminate, lang: Language) -> dict[str, Any]:
    return {"ground": CIRCUMSTANCES[data.ground].title.into(lang), "reasons": data.reasons, "norms": data.norms}


def _told(_case: Case, data: Terminate) -> dict[str, Any]:
    return {"ground": {lang: CIRCUMSTANCES[data.ground].title.into(lang) for lang in LANGUAGES}}


TERMINATION_STEPS = (
    Step(
        "terminate",
        Phrase("Рәсімді тоқтату", "Прекратить процедуру", "Terminate the procedure"),
        frozenset({REGISTERED, UNDER_REVIEW}),
        TERMINATED,
        SIGNS_TERMINATION,
        needs=Terminate,
        guards=(GROUND_FITS, NO_OPEN_CHILDREN, DISINTERESTED, NOT_ONE_COMPLAINED_OF, NO_HARM, VOUCHED),
        effects=(
            Stop(CONSIDERATION),
            CallOff(),
            KeepVouched(),
            KeepEnd(),
            Issue("termination_decision", _decision),
            Notify("applicant", "terminated", _told),
            Notify("executor", "terminated"),
        ),
        cites=("29I.48", "29I.57.1", "29I.59"),
        final=True,
        aside=True,
    ),
)
