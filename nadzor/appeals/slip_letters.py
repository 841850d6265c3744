"""The corrected answer as a paper of its own, signed and sent; the answer it corrects is not touched (APPK 82)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.drafting_forms import Dispatched, Sign
from nadzor.appeals.drafts import last_answer, said_by_answer
from nadzor.appeals.letter import letter_of
from nadzor.appeals.paper_models import Slip
from nadzor.appeals.signing import enter_answer
from nadzor.casework.case import Case
from nadzor.casework.effects import Notify
from nadzor.casework.forms import Nothing
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import open_child
from nadzor.casework.perform import in_child
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.papers.models import IssuedPaper

_CORRECTED = Phrase(
    "{day} түзетілген дана. ӘРПК-нің 82-бабы бойынша қате түзетілді: «{wrong}» дегеннің орнына «{right}» деп оқылсын. "
    "Қалған мәтін өзгермеді.",
    "Исправленный экземпляр от {day}. По статье 82 АППК исправлена описка: вместо «{wrong}» читать «{right}». "
    "Остальной текст не изменён.",
    "Corrected copy of {day}. By article 82 of the APPK a slip is corrected: for “{wrong}” read “{right}”. The rest of "
    "the text is unchanged.",
)


def root_of(paper: IssuedPaper) -> IssuedPaper:
    """Return the paper whose slips were corrected: itself where it corrects nothing."""
    while paper.corrects is not None:
        paper = paper.corrects
    return paper


def told_of(slip: Slip, day: Any) -> Phrase:
    """Return what the corrected copy says of its correction."""
    return Phrase(
        *(
            _CORRECTED.into(lang).format(day=day_text(day, lang), wrong=slip.wrong, right=slip.right)
            for lang in LANGUAGES
        )
    )


def letter_of_slip(  # noqa: PLR0913  # the parts of a letter
    appeal: Case,
    slip: Slip,
    said: dict[str, Any],
    *,
    signatory: Phrase | None = None,
    code: str = "",
    at: Any,
) -> bytes:
    """Return the corrected answer as a PDF: with the day of the answer and a note of what was corrected when."""
    draft = said_by_answer(said)
    day = root_of(slip.paper).day
    note = told_of(slip, appeal.happened_on)
    return letter_of(appeal, draft, day=day, signatory=signatory, code=code, correction=note, at=at)


@dataclass(frozen=True)
class SignCorrected:
    """Make the corrected answer a paper of its own beside the old one; on the portal it is sent at once.

    `says`: what it says; `by_portal`: whether it goes there.
    """

    says: Callable[[Slip], dict[str, Any]]
    by_portal: Callable[[Case], bool]

    def apply(self, case: Case, data: Sign, change: Change) -> None:
        """Write the answer. The journal seals the digests of the text and of the PDF."""
        child = _child(case)
        if child is None:  # the guards have asked
            return
        slip = Slip.objects.select_related("paper").get(pk=child.pk)
        said = self.says(slip)
        issued = enter_answer(
            case,
            said_by_answer(said),
            said,
            change,
            day=root_of(slip.paper).day,
            correction=told_of(slip, case.happened_on),
            corrects=slip.paper_id,
        )
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
        last = last_answer(case.row.pk)
        if child is None or last is None:
            return
        _sent(case, {**data.model_dump(), "paper": last.paper_id}, change)
        in_child(case, child, "send", Nothing(), change)


def _child(case: Case) -> Proceeding | None:
    return next(iter(case.open_children("slip")), None)


def _sent(case: Case, how: dict[str, Any], change: Change) -> None:
    child = open_child(case, "dispatch", how, change)
    change.entry_data["dispatch"] = child.row.number
    for to in ("applicant", "executor"):
        Notify(to, "answer_corrected").apply(case, None, change)
