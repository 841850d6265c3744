"""The signature of the decision to terminate: it ends the procedure and goes out with the notice of it.

Source: 29I.48, 29I.57.1 (a procedure is terminated), 29I.61 (what is asked of who signs), 29I.88 (who signs).
"""

from dataclasses import dataclass

from nadzor.appeals.bans.asked import VOUCHED, KeepVouched
from nadzor.appeals.barred import NOT_ONE_COMPLAINED_OF
from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.ends.termination import STEP, ground_fits, ground_of
from nadzor.appeals.harm import NO_HARM
from nadzor.appeals.interest import DISINTERESTED, EXECUTOR_DISINTERESTED
from nadzor.appeals.models import Appeal, PaperDraft
from nadzor.appeals.rights import SIGNS_TERMINATION
from nadzor.appeals.states import REGISTERED, TERMINATED, UNDER_REVIEW
from nadzor.appeals.written_steps import SignDecided, asked_draft, paper_waits, sign_draft
from nadzor.casework.case import Case
from nadzor.casework.effects import CallOff, Notify, Stop
from nadzor.casework.forms import Form
from nadzor.casework.kernel_steps import in_the_way, waited_for
from nadzor.casework.procedure import YES, Guard, Step, Verdict
from nadzor.casework.writing import Change
from nadzor.law.facts import Outcome
from nadzor.law.o29.ending import CIRCUMSTANCES, End, points_of
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor


def _ground_in(draft: int) -> End | None:
    return ground_of(PaperDraft.objects.values_list("contents", flat=True).get(pk=draft))


def _still_fits(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """Asked once more of the draft that waits: the kind and the facts may have changed since it was sent."""
    asked = asked_draft(case, form, STEP)
    return ground_fits(case, _ground_in(asked[0].pk)) if asked else YES


def _nothing_else_open(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """The draft that is signed ends with the signature; anything else beside the appeal ends before it."""
    signed = {child.pk for child in asked_draft(case, form, STEP)[:1]}
    return waited_for([child for child in in_the_way(case) if child.pk not in signed])


@dataclass(frozen=True)
class SignTermination:
    """Make the draft the decision, keep it with the appeal, and tell the applicant: the paper goes with the notice."""

    def apply(self, case: Case, data: SignDecided, change: Change) -> None:
        """Write the paper and the outcome; the entry has the ground and its points. Raises Invalid."""
        child = asked_draft(case, data, STEP)[0]
        ground = _ground_in(child.pk)
        if ground is None:  # a draft without one is not complete, and no such draft waits
            raise ValueError(child.number)
        sign_draft(case, child, change)
        change.update(Appeal, case.row.pk, outcome=str(Outcome.TERMINATE), signed_by=case.signature())
        change.entry_data.update(
            ground=str(ground), outcome=str(Outcome.TERMINATE), points=list(points_of(ground, case.row.kind))
        )
        told = {"ground": {lang: CIRCUMSTANCES[ground].title.into(lang) for lang in LANGUAGES}}
        Notify("applicant", "terminated", lambda _case, _data: told).apply(case, data, change)


TERMINATION_STEPS = (
    Step(
        STEP,
        Phrase("Рәсімді тоқтату", "Прекратить процедуру", "Terminate the procedure"),
        frozenset({REGISTERED, UNDER_REVIEW}),
        TERMINATED,
        SIGNS_TERMINATION,
        needs=SignDecided,
        guards=(
            paper_waits(STEP),
            Guard("ground_still_fits", _still_fits),
            Guard("nothing_else_open", _nothing_else_open),
            DISINTERESTED,
            EXECUTOR_DISINTERESTED,
            NOT_ONE_COMPLAINED_OF,
            NO_HARM,
            VOUCHED,
        ),
        effects=(Stop(CONSIDERATION), CallOff(), KeepVouched(), SignTermination(), Notify("executor", "terminated")),
        cites=("29I.48", "29I.57.1", "29I.59"),
        final=True,
        signed=True,
        aside=True,
    ),
)
__all__ = ["TERMINATION_STEPS"]
