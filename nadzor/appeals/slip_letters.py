"""The corrected copy as a paper of its own, signed and sent; the paper it corrects is not touched (APPK 82)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from nadzor.appeals.drafting_forms import Dispatched, Sign
from nadzor.appeals.drafts import said_by_answer
from nadzor.appeals.letter import letter_of
from nadzor.appeals.models import AnswerGiven, Appeal
from nadzor.appeals.paper_models import Slip
from nadzor.appeals.parts import ANSWER
from nadzor.appeals.signing import enter_answer
from nadzor.appeals.slip_papers import draft_saying, root_of, standing_paper
from nadzor.appeals.written import WRITTEN
from nadzor.appeals.written_steps import CopyOf, enter_written, head_of_draft
from nadzor.casework.case import Case
from nadzor.casework.effects import Notify
from nadzor.casework.forms import Nothing
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import open_child
from nadzor.casework.perform import in_child
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.papers.setting import said_on, set_again

_CORRECTED = Phrase(
    "{day} түзетілген дана. ӘРПК-нің 82-бабы бойынша қате түзетілді: «{wrong}» дегеннің орнына «{right}» деп оқылсын. "
    "Қалған мәтін өзгермеді.",
    "Исправленный экземпляр от {day}. По статье 82 АППК исправлена описка: вместо «{wrong}» читать «{right}». "
    "Остальной текст не изменён.",
    "Corrected copy of {day}. By article 82 of the APPK a slip is corrected: for “{wrong}” read “{right}”. The rest of "
    "the text is unchanged.",
)


def told_of(slip: Slip, day: Any) -> Phrase:
    """Return what the corrected copy says of its correction."""
    return Phrase(
        *(
            _CORRECTED.into(lang).format(day=day_text(day, lang), wrong=slip.wrong, right=slip.right)
            for lang in LANGUAGES
        )
    )


def _copy_of(case: Case, slip: Slip) -> CopyOf:
    """The corrected copy keeps the day of the paper and says what was corrected when."""
    return CopyOf(slip.paper, root_of(slip.paper).day, told_of(slip, case.happened_on))


def letter_of_slip(case: Case, slip: Slip, said: dict[str, Any], *, at: Any) -> bytes:
    """Return the corrected copy as a PDF, not signed yet: with the day of the paper, and what was corrected when."""
    copy = _copy_of(case, slip)
    if slip.paper.paper == ANSWER:
        return letter_of(case, said_by_answer(said), day=copy.day, correction=copy.correction, at=at)
    written, draft = WRITTEN[slip.paper.paper], draft_saying(slip.paper, said)
    head = replace(head_of_draft(case, draft, written, number=slip.paper.number, signed_by="…"), day=copy.day)
    shown = said_on(written.paper, written.values(said), head, said["language"])
    return set_again(written.name, copy.told(shown, said["language"]), at=at)


def _enter(case: Case, slip: Slip, said: dict[str, Any], change: Change) -> int:
    """Enter the corrected copy beside the paper; what stands as the answer is corrected with it. Return its row."""
    copy = _copy_of(case, slip)
    if slip.paper.paper == ANSWER:
        return enter_answer(
            case,
            said_by_answer(said),
            said,
            change,
            day=copy.day,
            correction=copy.correction,
            corrects=slip.paper_id,
        )
    written = WRITTEN[slip.paper.paper]
    row = enter_written(case, draft_saying(slip.paper, said), written, change, copy=copy)
    given = AnswerGiven.objects.filter(paper=slip.paper).first()
    if given is not None:
        text = given.text if written.answers is None else written.answers(said)
        told = {"outcome": given.outcome, "text": text, "contents": said, "paper_id": row}
        change.insert(AnswerGiven, appeal_id=case.row.pk, version=case.row.version + 1, **told)
        change.update(Appeal, case.row.pk, answer=text, signed_by=case.signature())
    return row


@dataclass(frozen=True)
class SignCorrected:
    """Make the corrected copy a paper of its own beside the old one; on the portal it is sent at once.

    `says`: what it says; `by_portal`: whether it goes there.
    """

    says: Callable[[Slip], dict[str, Any]]
    by_portal: Callable[[Case], bool]

    def apply(self, case: Case, data: Sign, change: Change) -> None:
        """Write the paper. The journal seals the digests of the text and of the PDF."""
        child = _child(case)
        if child is None:  # the guards have asked
            return
        slip = Slip.objects.select_related("paper").get(pk=child.pk)
        issued = _enter(case, slip, self.says(slip), change)
        change.entry_data.update(slip=child.number, corrects=slip.paper.code)
        if self.by_portal(case):
            _sent(case, {"way": "portal", "paper": issued}, change)
            in_child(case, child, "sign_and_send", Nothing(), change)
        else:
            in_child(case, child, "sign", Nothing(), change)
            Notify("executor", "slip_signed").apply(case, data, change)


@dataclass(frozen=True)
class SendCorrected:
    """Note in the dispatch book how the corrected copy went out."""

    def apply(self, case: Case, data: Dispatched, change: Change) -> None:
        """Open the dispatch and end the correction."""
        child = _child(case)
        issued = None if child is None else standing_paper(Slip.objects.get(pk=child.pk))
        if child is None or issued is None:
            return
        _sent(case, {**data.model_dump(), "paper": issued.pk}, change)
        in_child(case, child, "send", Nothing(), change)


def _child(case: Case) -> Proceeding | None:
    return next(iter(case.open_children("slip")), None)


def _sent(case: Case, how: dict[str, Any], change: Change) -> None:
    child = open_child(case, "dispatch", how, change)
    change.entry_data["dispatch"] = child.row.number
    for to in ("applicant", "executor"):
        Notify(to, "answer_corrected").apply(case, None, change)
