"""Signing the answer and sending it: the draft becomes a letter, its digest and the signatory's power are kept.

Who may sign is asked by point 88 when the draft is sent and here again; the password is given again (the page asks
it, nothing keeps it). The term ends when the answer is sent (29I.68.1): on the portal with the signature, on paper
when the dispatch book has it.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.dispatching import BY_EMAIL, Sent
from nadzor.appeals.drafting import complete
from nadzor.appeals.drafting_forms import Dispatched, Draft, Sign
from nadzor.appeals.drafts import digest_of, last_answer, open_draft, said_in, waiting_draft
from nadzor.appeals.ends.duplicates import tell_joined
from nadzor.appeals.letter import addressee_of, letter_of, letter_said
from nadzor.appeals.models import AnswerGiven, Appeal, PaperDraft
from nadzor.appeals.rights import power_of, signatories
from nadzor.casework import files
from nadzor.casework.case import Case, signature_of
from nadzor.casework.delivery_steps import settle
from nadzor.casework.effects import Notify, Stop
from nadzor.casework.forms import Form, Nothing
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
from nadzor.papers.declared import PAPERS
from nadzor.papers.issuing import Ready, enter, next_row
from nadzor.papers.models import IssuedPaper


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
    given = last_answer(case.row.pk)
    return YES if given is None or given.paper is None else file_whole(given.paper)


def file_whole(paper: IssuedPaper) -> Verdict:
    """Whether the file of a paper is the one that was signed."""
    return YES if files.is_whole(paper.sha256) else no(_NOT_WHOLE, "29I.47.1")


_NOT_WHOLE = Phrase(
    "Құжаттың файлы қол қойылғандағыдай емес немесе жоқ, оны жіберуге болмайды. Әкімшіге айтыңыз: файл сақтық "
    "көшірмеден қалпына келтіріледі.",
    "Файл бумаги не тот, что подписан, или его нет: отправлять нельзя. Сообщите администратору: файл восстанавливают "
    "из резервной копии.",
    "The file of the paper is not the one that was signed, or is gone: it may not be sent. Tell the administrator: it "
    "is restored from a backup.",
)
FILE_WHOLE = Guard("file_whole", _file_whole)


def goes_by_portal(appeal: Case) -> bool:
    """Whether the answer is sent by showing it on the page of the applicant: who filed there is answered there."""
    return bool(appeal.facts.channel == Channel.PORTAL and appeal.row.track)


@dataclass(frozen=True)
class SignLetter:
    """Make the letter a paper of the case, with the power it was signed by; the draft is done.

    Where it goes by the portal it is sent at once: the term ends, the dispatch book has it. On paper both wait for the
    step “dispatch”.
    """

    clock: Clock

    def apply(self, case: Case, data: Sign, change: Change) -> None:
        """Write the answer, beside those given before."""
        draft = waiting_draft(case)
        if draft is None:  # the guards have asked
            return
        said = said_in(draft)
        contents = {**draft.contents, "character": character_of(said.outcome, str(said.character or ""))}
        change.update(Appeal, case.row.pk, answered_on=None)  # it is not sent yet
        issued = enter_answer(case, said, contents, change)
        change.update(PaperDraft, draft.pk, issued_id=issued)
        change.entry_data.update(outcome=str(said.outcome))
        in_child(case, draft.proceeding, "sign", Nothing(), change)
        if goes_by_portal(case):
            send_answer(case, {"way": "portal", "paper": issued}, self.clock, data, change)
        else:
            Notify("executor", "signed").apply(case, data, change)


def enter_answer(  # noqa: PLR0913  # the parts of an answer
    case: Case,
    said: Draft,
    contents: dict[str, Any],
    change: Change,
    *,
    day: dt.date | None = None,
    correction: Phrase | None = None,
    corrects: int | None = None,
) -> int:
    """Enter an answer as a paper of the case with the power of who signs, and what it is beside; return the paper.

    `day`: printed on it unless it is today; `correction`, `corrects`: of which slip in which paper. The journal seals
    the digests of the text, of all that the paper shows, of the PDF.
    """
    if case.act is None:
        raise ValueError(case.row.number)
    found = signatories(case, said.outcome)
    held = power_of(case.act.actor, case, found)
    signed_by, code = signature_of(held, case.act.actor.name), new_track_code()
    told, paper, version = signature_told(signed_by, case.body), PAPERS["answer"], case.row.version + 1
    shown = letter_said(case, said, day=day or case.happened_on, signatory=told, code=code, correction=correction)
    power, row = power_told(held, _point_of(held, found, case), case, case.act.actor), next_row()
    ready = Ready(
        paper,
        said.language,
        shown,
        case.row.number,
        code,
        addressee_of(case, said.language)[0],
        signed_by,
        power,
        corrects,
        file_name=f"{case.row.number}-{version}.pdf" if corrects is not None else "",
    )
    enter(case, ready, change, row=row)
    change.update(Appeal, case.row.pk, answer=said.text, outcome=str(said.outcome), signed_by=signed_by)
    answer = {"outcome": str(said.outcome), "text": said.text, "contents": contents, "paper_id": row}
    change.insert(AnswerGiven, appeal_id=case.row.pk, version=version, **answer)
    change.entry_data.update(
        text={"sha256": hashlib.sha256(said.text.encode()).hexdigest()}, power=power, signed_with="password"
    )
    return row


def _point_of(held: Holding | None, found: Signatories, case: Case) -> str:
    return DECISIONS.point_of(case.body.kind, held.post, found) if held is not None else ""


def power_told(held: Holding | None, point: str, case: Case, actor: Actor) -> dict[str, Any]:
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
        "point": point,
    }


@dataclass(frozen=True)
class SendOnPaper:
    """Note in the dispatch book how the answer went out: the term ends (29I.68.1)."""

    clock: Clock

    def apply(self, case: Case, data: Dispatched | Sent, change: Change) -> None:
        """End the term and open the dispatch."""
        given = last_answer(case.row.pk)
        how = data.model_dump() | {"paper": given.paper_id if given is not None else None}
        send_answer(case, how, self.clock, data, change)


def send_answer(case: Case, how: dict[str, Any], clock: Clock, data: Any, change: Change) -> None:
    """Send an answer that was signed: into the dispatch book; the term ends, the applicant and the staff are told."""
    child = open_child(case, "dispatch", how, change)
    change.update(Appeal, case.row.pk, answered_on=case.happened_on)
    change.entry_data["dispatch"] = child.row.number
    Stop(clock).apply(case, data, change)
    settle(case, BY_EMAIL, change)  # what could not be mailed went out by this way
    for to in ("applicant", "executor"):
        Notify(to, "answered", lambda _case, _data: {"way": how["way"]}).apply(case, data, change)
    tell_joined(case, data, change)


def preview_of(appeal: Case, said: Draft) -> bytes:
    """Return the draft as the letter it would be: without day, signatory and code, and it says that it is a draft."""
    return letter_of(appeal, said, at=appeal.at)
