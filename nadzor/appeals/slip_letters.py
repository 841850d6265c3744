"""The corrected answer as a paper of its own, signed and sent; the answer it corrects is not touched (APPK 82)."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.drafting_forms import Dispatched, Sign
from nadzor.appeals.drafts import said_by_answer
from nadzor.appeals.letter import letter_of
from nadzor.appeals.models import AnswerGiven, Appeal
from nadzor.appeals.paper_models import Slip
from nadzor.appeals.rights import power_of, signatories
from nadzor.appeals.signing import keep_pdf, power_told
from nadzor.casework.case import Case, signature_of
from nadzor.casework.effects import Notify
from nadzor.casework.forms import Nothing
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import new_track_code, open_child
from nadzor.casework.perform import in_child
from nadzor.casework.showing import signature_told
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase, day_text

_CORRECTED = Phrase(
    "{day} түзетілген дана. ӘРПК-нің 82-бабы бойынша қате түзетілді: «{wrong}» дегеннің орнына «{right}» деп оқылсын. "
    "Қалған мәтін өзгермеді.",
    "Исправленный экземпляр от {day}. По статье 82 АППК исправлена описка: вместо «{wrong}» читать «{right}». "
    "Остальной текст не изменён.",
    "Corrected copy of {day}. By article 82 of the APPK a slip is corrected: for “{wrong}” read “{right}”. The rest of "
    "the text is unchanged.",
)


def root_of(given: AnswerGiven) -> AnswerGiven:
    """Return the answer whose slips were corrected: itself where it corrects nothing."""
    while given.corrects is not None:
        given = given.corrects
    return given


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
    day = root_of(slip.answer).answered_on
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
        child, act = _child(case), case.act
        if child is None or act is None:  # the guards have asked
            return
        slip = Slip.objects.select_related("answer").get(pk=child.pk)
        before, said = slip.answer, self.says(slip)
        found = signatories(case, said_by_answer(said).outcome)
        held = power_of(act.actor, case, found)
        signed_by, code = signature_of(held, act.actor.name), new_track_code()
        pdf = letter_of_slip(case, slip, said, signatory=signature_told(signed_by, case.body), code=code, at=case.at)
        version = case.row.version + 1
        kept = keep_pdf(case, pdf, change, f"-{version}")
        power = power_told(held, found, case, act.actor)
        change.update(Appeal, case.row.pk, answer=said["text"], signed_by=signed_by)
        change.insert(
            AnswerGiven,
            appeal_id=case.row.pk,
            version=version,
            text=said["text"],
            answered_on=case.happened_on,
            outcome=before.outcome,
            signed_by=signed_by,
            language=before.language,
            contents=said,
            code=code,
            sha256=kept.sha256,
            signed_at=case.at,
            power=power,
            corrects_id=before.pk,
        )
        change.entry_data.update(
            slip=child.number,
            corrects=before.version,
            text={"sha256": hashlib.sha256(said["text"].encode()).hexdigest()},
            pdf={"sha256": kept.sha256},
            power=power,
            signed_with="password",
        )
        if self.by_portal(case):
            _sent(case, {"way": "portal", "answer_version": version}, change)
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
        last = AnswerGiven.objects.filter(appeal=case.row.pk, corrects__isnull=False).order_by("-version").first()
        if child is None or last is None:
            return
        _sent(case, {**data.model_dump(), "answer_version": last.version}, change)
        in_child(case, child, "send", Nothing(), change)


def _child(case: Case) -> Proceeding | None:
    return next(iter(case.open_children("slip")), None)


def _sent(case: Case, how: dict[str, Any], change: Change) -> None:
    child = open_child(case, "dispatch", how, change)
    change.entry_data["dispatch"] = child.row.number
    for to in ("applicant", "executor"):
        Notify(to, "answer_corrected").apply(case, None, change)
