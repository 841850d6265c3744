"""Who has no part in an answer: whose acts the appeal contests (29I.61.2), who is interested in its outcome (61.4).

Those who agree a draft and who sign it are asked as the executor is: when they are named, and again when they act.
"""

from collections.abc import Iterable

from nadzor.appeals.agreement import ForAgreement
from nadzor.appeals.drafting_forms import ToSign
from nadzor.appeals.interest import interest_among
from nadzor.appeals.rights import complained_among
from nadzor.casework.case import Case
from nadzor.casework.circles import require_named
from nadzor.casework.forms import Form
from nadzor.casework.procedure import Guard, Verdict
from nadzor.organs.actor import Actor


def _first(case: Case, people: Iterable[int]) -> Verdict:
    wanted = list(people)
    found = complained_among(case, wanted)
    return interest_among(case, wanted) if found.allowed else found


def _named(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if isinstance(form, ToSign):
        require_named(case, [form.signatory], "signatory")
        return _first(case, [form.signatory])
    require_named(case, form.agreers if isinstance(form, ForAgreement) else (), "agreers")
    return _first(case, form.agreers if isinstance(form, ForAgreement) else ())


NAMED_MAY_TAKE_PART = Guard("named_may_take_part", _named)
"""Whoever is to agree or to sign is neither complained of nor interested."""


def _acts(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return complained_among(case, [actor.person_id] if actor.person_id is not None else ())


NOT_ONE_COMPLAINED_OF = Guard("not_one_complained_of", _acts)
"""Whoever agrees or signs is not the one complained of."""
