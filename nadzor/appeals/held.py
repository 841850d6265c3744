"""What somebody holds in the work with appeals: cases considered, drafts written, agreements and signatures that wait.

Asked when a person leaves, so that the head passes it on; for many people at once, by a constant number of questions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from nadzor.appeals.drafts import TO_SIGN
from nadzor.appeals.models import PaperDraft
from nadzor.casework.models import Assignment, Proceeding
from nadzor.casework.procedure import PROCEDURES


@dataclass(slots=True)
class Held:
    """The open proceedings of somebody, each kind the soonest term first."""

    cases: list[Proceeding] = field(default_factory=list)
    drafts: list[Proceeding] = field(default_factory=list)
    agreements: list[Proceeding] = field(default_factory=list)
    signatures: list[Proceeding] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether anything is held."""
        return bool(self.cases or self.drafts or self.agreements or self.signatures)


def held_by(people: Iterable[int]) -> dict[int, Held]:
    """Return what each of some people holds; nobody who holds nothing."""
    asked = set(people)
    found: dict[int | None, Held] = {}
    theirs = Assignment.objects.filter(person__in=asked, until__isnull=True)
    considered: dict[int, set[int | None]] = {}
    for case_id, person_id in theirs.values_list("proceeding", "person"):
        considered.setdefault(case_id, set()).add(person_id)
    rows = Proceeding.objects.filter(Q(executor__in=asked) | Q(pk__in=considered), open=True)
    for row in rows.select_related("parent").order_by("next_due", "pk"):
        holders = considered.get(row.pk, set()) | ({row.executor_id} if row.executor_id in asked else set())
        for holder in holders:
            if PROCEDURES[row.procedure].facts != "paper_draft":
                found.setdefault(holder, Held()).cases.append(row)
            elif holder == row.executor_id:  # who agrees to a draft does not write it
                found.setdefault(holder, Held()).drafts.append(row)
    waiting = PaperDraft.objects.filter(Q(signatory__in=asked) | Q(agreers__overlap=list(asked)), proceeding__open=True)
    for draft in waiting.select_related("proceeding__parent").order_by("pk"):
        if draft.signatory_id in asked and draft.proceeding.state == TO_SIGN:
            found.setdefault(draft.signatory_id, Held()).signatures.append(draft.proceeding)
        for person_id in set(draft.agreers) & asked - set(draft.agreed):
            found.setdefault(person_id, Held()).agreements.append(draft.proceeding)
    return {person_id: held for person_id, held in found.items() if person_id is not None}
