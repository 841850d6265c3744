"""Signing the answer and sending it: the draft becomes a letter, its digest and the signatory's power are kept.

Who may sign is asked by point 88 when the draft is sent and here again; the password is given again (the page asks
it, nothing keeps it). The term ends when the answer is sent (29I.68.1): on the portal with the signature, on paper
when the dispatch book has it.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.dispatching import BY_EMAIL, Sent
from nadzor.appeals.drafting import complete
from nadzor.appeals.drafting_forms import Dispatched, Draft, Sign
from nadzor.appeals.drafts import digest_of, open_draft, said_in, waiting_draft
from nadzor.appeals.letter import letter_of
from nadzor.appeals.models import AnswerGiven, Appeal
from nadzor.appeals.rights import power_of, signatories
from nadzor.casework import files
from nadzor.casework.case import Case, signature_of
from nadzor.casework.delivery_steps import settle
from nadzor.casework.effects import Notify, Stop
from nadzor.casework.forms import Form, Nothing
from nadzor.casework.models import StoredFile
from nadzor.casework.opening import new_track_code, open_child
from nadzor.casework.perform import in_child
from nadzor.casework.procedure import YES, Clock, Guard, Verdict, no
from nadzor.casework.showing import signature_told
from nadzor.casework.writing import Change
from nadzor.law.matrix import Signatories
from nadzor.law.o29.decisions import character_of
from nadzor.law.o29.registration import Channel
from nadzor.law.o29.signing import DECISIONS
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor, Holding
from nadzor.organs.models import Acting, Appointment, held_on


def _ready(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """A draft waits for its signature, and it is the one that was read."""
    draft = waiting_draft(case)
    if draft is None:
        return no(_NO_DRAFT if open_draft(case) is None else _NOT_SENT, "29I.85")
    if isinstance(form, Sign) and form.seen != digest_of(draft.contents):
        return no(_OTHER_WORDS, "29I.85")
    return YES


_NO_DRAFT = Phrase(
    "Жауаптың жобасы жоқ. Алдымен жоба дайындалып, қол қоюға жіберіледі.",
    "Проекта ответа нет. Сначала готовят проект и направляют на подпись.",
    "There is no draft of the answer. First a draft is prepared and sent for signing.",
)
_NOT_SENT = Phrase(
    "Жауаптың жобасы қол қоюға әлі жіберілмеген.",
    "Проект ответа ещё не направлен на подпись.",
    "The draft of the answer has not been sent for signing yet.",
)
_OTHER_WORDS = Phrase(
    "Сіз оқығаннан кейін жоба өзгертілді. Қайта оқып, содан кейін қол қойыңыз.",
    "После того как вы прочли проект, его изменили. Прочтите снова и подпишите.",
    "The draft was changed after you had read it. Read it again, then sign.",
)
DRAFT_READY = Guard("draft_ready", _ready)


def _complete(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    draft = waiting_draft(case)
    return complete(draft, case) if draft is not None else YES


STILL_COMPLETE = Guard("still_complete", _complete)


def _file_whole(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """What is sent is what was signed: the file has the digest that was sealed with the signature."""
    if form is None:  # a button asks for no reading of files
        return YES
    given = AnswerGiven.objects.filter(appeal=case.row.pk).order_by("-version").first()
    if given is None or not given.sha256 or files.is_whole(given.sha256):
        return YES
    return no(_NOT_WHOLE, "29I.47.1")


_NOT_WHOLE = Phrase(
    "Жауаптың файлы қол қойылғандағыдай емес немесе жоқ, оны жіберуге болмайды. Әкімшіге айтыңыз: файл сақтық "
    "көшірмеден қалпына келтіріледі.",
    "Файл ответа не тот, что подписан, или его нет: отправлять нельзя. Сообщите администратору: файл восстанавливают "
    "из резервной копии.",
    "The file of the answer is not the one that was signed, or is gone: it may not be sent. Tell the administrator: it "
    "is restored from a backup.",
)
FILE_WHOLE = Guard("file_whole", _file_whole)


def goes_by_portal(appeal: Case) -> bool:
    """Whether the answer is sent by showing it on the page of the applicant: who filed there is answered there."""
    return bool(appeal.facts.channel == Channel.PORTAL and appeal.row.track)


@dataclass(frozen=True)
class SignLetter:
    """Make the letter, keep its digest, the power it was signed by and all it says; the draft is done."""

    def apply(self, case: Case, data: Sign, change: Change) -> None:  # noqa: ARG002
        """Write the answer, beside those given before. The journal seals the digests of the text and of the PDF."""
        draft, act = waiting_draft(case), case.act
        if draft is None or act is None:  # the guards have asked
            return
        said = said_in(draft)
        found = signatories(case, said.outcome)
        held = power_of(act.actor, case, found)
        signed_by, code = signature_of(held, act.actor.name), new_track_code()
        pdf = letter_of(
            case, said, day=case.happened_on, signatory=signature_told(signed_by, case.body), code=code, at=case.at
        )
        kept = keep_pdf(case, pdf, change)
        outcome = {"outcome": str(said.outcome), "signed_by": signed_by}
        change.update(Appeal, case.row.pk, answer=said.text, answered_on=None, **outcome)  # it is not sent yet
        power = power_told(held, found, case, act.actor)
        change.insert(
            AnswerGiven,
            appeal_id=case.row.pk,
            version=case.row.version + 1,
            text=said.text,
            answered_on=case.happened_on,
            **outcome,
            language=said.language,
            contents={**draft.contents, "character": character_of(said.outcome, str(said.character or ""))},
            code=code,
            sha256=kept.sha256,
            signed_at=case.at,
            power=power,
        )
        change.entry_data.update(
            outcome=str(said.outcome),
            text={"sha256": hashlib.sha256(said.text.encode()).hexdigest()},
            pdf={"sha256": kept.sha256},
            power=power,
            signed_with="password",
        )
        in_child(case, draft.proceeding, "sign", Nothing(), change)


def keep_pdf(case: Case, pdf: bytes, change: Change, more: str = "") -> StoredFile:
    """Keep the PDF among the files of the case: its bytes are on the disk before the step is. `more`: of its name."""
    name = f"{case.row.number}{more}.pdf"
    kept = files.store([pdf], name=name, content_type="application/pdf", space=f"case:{case.row.pk}")
    change.update(StoredFile, kept.pk, proceeding_id=case.row.pk)
    return kept


def power_told(held: Holding | None, found: Signatories, case: Case, actor: Actor) -> dict[str, Any]:
    """The post or acting period, the order behind it and the point that gives the right (29I.88)."""
    if held is None:
        return {}
    table: type[Acting | Appointment] = Acting if held.acting else Appointment
    rows = table.objects.filter(held_on(case.happened_on), body_id=case.body.id, post=held.post)
    row = rows.filter(person_id=actor.person_id or 0).first()
    return {
        "body": case.body.code,
        "post": str(held.post),
        "acting": held.acting,
        "order": held.order,
        "since": str(row.since) if row is not None and row.since else None,
        "until": str(row.until) if row is not None and row.until else None,
        "point": DECISIONS.point_of(case.body.kind, held.post, found),
    }


@dataclass(frozen=True)
class SendOnPortal:
    """Send the answer at once where it goes by the portal: the term ends, the dispatch book has it."""

    clock: Clock

    def apply(self, case: Case, data: Any, change: Change) -> None:
        """End the term and open the dispatch; on paper both wait for the step “dispatch”."""
        if goes_by_portal(case):
            _sent(case, {"way": "portal"}, self.clock, data, change)
        else:
            Notify("executor", "signed").apply(case, data, change)


@dataclass(frozen=True)
class SendOnPaper:
    """Note in the dispatch book how the answer went out: the term ends (29I.68.1)."""

    clock: Clock

    def apply(self, case: Case, data: Dispatched | Sent, change: Change) -> None:
        """End the term and open the dispatch."""
        _sent(case, data.model_dump(), self.clock, data, change)


def _sent(case: Case, how: dict[str, Any], clock: Clock, data: Any, change: Change) -> None:
    child = open_child(case, "dispatch", how, change)
    change.update(Appeal, case.row.pk, answered_on=case.happened_on)
    change.entry_data["dispatch"] = child.row.number
    Stop(clock).apply(case, data, change)
    settle(case, BY_EMAIL, change)  # what could not be mailed went out by this way
    for to in ("applicant", "executor"):
        Notify(to, "answered", lambda _case, _data: {"way": how["way"]}).apply(case, data, change)


def preview_of(appeal: Case, said: Draft) -> bytes:
    """Return the draft as the letter it would be: without day, signatory and code, and it says that it is a draft."""
    return letter_of(appeal, said, at=appeal.at)
