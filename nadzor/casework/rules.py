"""The predicate behind every step: the same for the button, for the refusal and for the step itself."""

from dataclasses import dataclass

from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.procedure import Step
from nadzor.casework.refusals import ForbiddenByLaw, NoRight, Refusal, WrongState
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor

_WRONG_STATE = Phrase(
    "Істің қазіргі мәртебесі: {state}. Бұл қадам мына мәртебеде ғана мүмкін: {from_}.",
    "Сейчас дело в состоянии: {state}. Этот шаг возможен только в состоянии: {from_}.",
    "The case is now: {state}. This step is possible only from: {from_}.",
)
_NO_RIGHT = Phrase(
    "Бұл әрекет сіздің лауазымыңыздың өкілеттігіне кірмейді. Құқығы бар: {who}.",
    "Это действие не входит в полномочия вашей должности. Вправе: {who}.",
    "This step is outside the powers of your post. Who may: {who}.",
)
NOT_AGAIN = Phrase(
    "Қол қою үшін құпиясөзді қайта енгізіңіз немесе кілтті қолданыңыз: бұл осы қадамның бетінде жасалады.",
    "Чтобы подписать, введите пароль ещё раз или воспользуйтесь ключом: это делается на странице этого шага.",
    "To sign, give your password again or use your key: that is done on the page of this step.",
)


def permitted(step: Step, case: Case, actor: Actor, form: Form | None) -> None:
    """Return quietly if the step may be made. `form` none: asked for a button, before anything is entered.

    Raises WrongState, NoRight or ForbiddenByLaw, in that order of asking. A step that signs asks last for whoever makes
    it to have given the password, or a key, again.
    """
    if step.opens is None and case.row.state not in step.from_:
        raise WrongState(_wrong_state(step, case))
    if not step.by.test(actor, case, form):
        who = step.by.who_for(case, form) if step.by.who_for is not None else step.by.who
        raise NoRight(
            Phrase(*(text.format(who=each) for text, each in zip(_NO_RIGHT, who, strict=True))), *step.by.cites
        )
    for guard in step.guards:
        verdict = guard.test(case, actor, form)
        if not verdict.allowed:
            raise ForbiddenByLaw(verdict.why, *verdict.cites)
    if form is not None and step.signs and not (actor.reauthenticated or actor.is_house):
        raise ForbiddenByLaw(NOT_AGAIN, *step.by.cites)


def _wrong_state(step: Step, case: Case) -> Phrase:
    states = [state for state in case.procedure.states if state.name in step.from_]
    return Phrase(
        *(
            text.format(state=case.state.title.into(lang), from_=", ".join(each.title.into(lang) for each in states))
            for text, lang in zip(_WRONG_STATE, LANGUAGES, strict=True)
        )
    )


@dataclass(frozen=True, slots=True)
class Offered:
    """A step of the table for somebody now: allowed, or refused with the sentence the step itself would give."""

    step: Step
    refusal: Refusal | None

    @property
    def allowed(self) -> bool:
        """Whether the step may be made now."""
        return self.refusal is None


def offered(case: Case, actor: Actor) -> list[Offered]:
    """Return every step of the procedure but those that open it or are the house's own, with whether it may be made."""
    steps = (
        step
        for step in case.procedure.steps
        if step.opens is None and not step.house and (step.name != "correct" or case.procedure.correctable)
    )
    return [Offered(step, _refusal(step, case, actor)) for step in steps]


def _refusal(step: Step, case: Case, actor: Actor) -> Refusal | None:
    try:
        permitted(step, case, actor, None)
    except Refusal as refusal:
        return refusal
    return None
