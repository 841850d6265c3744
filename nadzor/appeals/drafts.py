"""The draft of an answer as the rest of the room asks for it: the one that waits for its signature, what it carries."""

import hashlib
from typing import Any

from nadzor.appeals.demands import demands_in
from nadzor.appeals.drafting_forms import Draft
from nadzor.appeals.hearing.kept import hearings_since
from nadzor.appeals.models import AnswerGiven, PaperDraft, Part
from nadzor.casework.case import Case
from nadzor.casework.forms import parsed
from nadzor.casework.models import Proceeding
from nadzor.casework.sealing import canonical
from nadzor.law.facts import Outcome
from nadzor.law.o29.decisions import ADMINISTRATIVE, Lack, lacking
from nadzor.law.o29.ending import point_of_ends
from nadzor.law.words import Phrase

DRAFT, AGREEING, AGREED, TO_SIGN = "draft", "agreeing", "agreed", "to_sign"
SIGNED, WITHDRAWN, ANNULLED = "signed", "withdrawn", "annulled"


def open_draft(appeal: Case) -> Proceeding | None:
    """Return the draft of the answer that is open, in whatever state."""
    return next(iter(appeal.open_children("answer_draft")), None)


def waiting_draft(appeal: Case) -> PaperDraft | None:
    """Return the draft that has been sent for signing; none while there is none."""
    child = open_draft(appeal)
    if child is None or child.state != TO_SIGN:
        return None
    return PaperDraft.objects.select_related("proceeding", "signatory").get(pk=child.pk)


def last_answer(appeal: int) -> AnswerGiven | None:
    """Return the answer that stands with its paper; none where it was given before answers had one."""
    found = AnswerGiven.objects.filter(appeal=appeal, paper__isnull=False).select_related("paper__file")
    return found.order_by("-version").first()


def said_in(draft: PaperDraft) -> Draft:
    """Return what a draft says, as its form."""
    return parsed(Draft, draft.contents)


def said_by_answer(contents: dict[str, Any]) -> Draft:
    """Return what an answer that was given says, as the form of its draft; what was left empty is left out."""
    return parsed(Draft, {name: each for name, each in contents.items() if name in Draft.model_fields and each})


def digest_of(contents: dict[str, Any]) -> str:
    """Return the digest of what a draft says: who signs names the one that was read."""
    return hashlib.sha256(canonical(contents)).hexdigest()


def lacks_of(said: Draft, appeal: Case) -> list[Lack]:
    """Return what a draft lacks as the answer to an appeal. Source: 29I.85, 29I.86, 29I.60.1, 29I.48, 29I.57.1."""
    asked = demands_in(appeal.facts.demands or "")
    objected = appeal.row.kind in ADMINISTRATIVE and any(each.spoke for each in hearings_since(appeal.row.pk))
    lacks = lacking(said.contents(appeal.row.kind, appeal.facts.language, asked, objected=objected))
    if said.outcome is Outcome.TERMINATE:
        lacks.insert(0, Lack("outcome", _BY_DECISION, point_of_ends(appeal.row.kind)))
    return lacks


_BY_DECISION = Phrase(
    "Рәсім жауаппен емес, негізі көрсетілген шешіммен тоқтатылады («Рәсімді тоқтату туралы шешім жазу» қадамы).",
    "Процедуру прекращают не ответом, а решением с основанием: шаг «Подготовить решение о прекращении процедуры».",
    "A procedure is not terminated by an answer but by a decision with its ground: “Write the decision to terminate”.",
)


def owed_by(appeal: Case) -> frozenset[int]:
    """Return the co-executors who have not given their part to the one who answers. Source: 29I.33.3."""
    beside = appeal.co_executors()
    if not beside:
        return beside
    return beside - set(Part.objects.filter(appeal=appeal.row.pk).values_list("person_id", flat=True))
