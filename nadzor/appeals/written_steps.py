"""The steps of an appeal by which written papers come about: begun, signed or approved, sent.

The signature is a step of the appeal, as that of its answer is: the paper gets its number in the appeal, its digest is
sealed in the entry, its draft is done. What is for the applicant who follows on the portal is sent by that; any other
paper for somebody outside waits until it is noted in the dispatch book.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from pydantic import Field

from nadzor.appeals.barred import NOT_ONE_COMPLAINED_OF
from nadzor.appeals.drafting_forms import WAY_TITLES, Vouching
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.ends.correspondence import STARTS_ON_APPROVAL
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.models import PaperDraft
from nadzor.appeals.papers_written import (
    ANONYMOUS_CONCLUSION,
    CONTROL_MEMO,
    END_CONCLUSION,
    INTERIM_REPLY,
    TERMINATION,
    VISIT_PAPERS,
)
from nadzor.appeals.parts import goes_to_somebody
from nadzor.appeals.rights import EXECUTOR_OR_KEEPER, titles
from nadzor.appeals.signing import goes_by_portal, power_told
from nadzor.appeals.states import ANSWERED, SIGNED, UNDER_REVIEW
from nadzor.appeals.written import SIGN_PAPER, WRITTEN, Written, complete_paper, waiting_papers
from nadzor.casework.case import Case, signature_of
from nadzor.casework.effects import Notify
from nadzor.casework.forms import Asked, Form, Nothing, Text
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import new_track_code, open_child
from nadzor.casework.perform import in_child
from nadzor.casework.procedure import YES, Guard, Right, Step, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor, actor_of
from nadzor.papers.declared import Language, Paper, To
from nadzor.papers.issuing import Ready, applicant_of, enter, head_of, next_row, serial_of
from nadzor.papers.models import IssuedPaper
from nadzor.papers.setting import EmptyItem, Head, said_on

_SIGNED = ("29I.88.8",)
_NUMBER = Asked(Phrase("Жоба", "Проект", "Draft"), widget="paper_draft")


class SignPaper(Form):
    """Which draft is signed, by its number, and the digest of what was read."""

    draft: Annotated[Text, _NUMBER, Field(min_length=1, max_length=60)]
    seen: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class SignDecided(Vouching, SignPaper):
    """Signing of a decision: the draft that was read, the questions of point 61 that are confirmed."""


class SendPaper(Form):
    """How a signed paper went out."""

    paper: Annotated[int, Asked(Phrase("Қағаз", "Бумага", "Paper"), widget="paper_to_send")]
    way: Annotated[
        Literal["post", "courier", "by_hand"],
        Asked(
            Phrase("Қалай жіберілді", "Как отправлена", "How it was sent"),
            widget="choice",
            choices=tuple(item for item in WAY_TITLES.items() if item[0] not in {"portal", "email"}),
        ),
    ]
    remark: Annotated[Text, Asked(Phrase("Белгі", "Отметка", "Remark")), Field(max_length=200)] = ""


def asked_draft(case: Case, form: Form | None, step: str = SIGN_PAPER) -> list[Proceeding]:
    """Return the drafts that a step signs and that wait for it, or the one that is asked for."""
    waiting = [each for each in waiting_papers(case) if WRITTEN[each.procedure].step == step]
    return [each for each in waiting if each.number == form.draft] if isinstance(form, SignPaper) else waiting


def _may_sign(actor: Actor, case: Case, form: Form | None) -> bool:
    """Whoever may sign, or approve, one that waits; while none does, whoever may sign one of the papers."""
    asked = asked_draft(case, form)
    papers = [WRITTEN[each.procedure] for each in asked]
    papers = papers or [each for each in WRITTEN.values() if each.step == SIGN_PAPER]
    return any(paper.signer.test(actor, case, None) for paper in papers)


SIGNS_PAPER = Right(
    "signs_paper",
    Phrase(
        "қағазға қол қоюға немесе оны бекітуге құқығы бар лауазымды адам",
        "должностное лицо, которое вправе подписать или утвердить бумагу",
        "the official who may sign or approve the paper",
    ),
    _may_sign,
)


def paper_waits(step: str = SIGN_PAPER) -> Guard:
    """Return the guard that a draft waits for a step, is the one that was read, and holds what it must."""

    def test(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
        asked = asked_draft(case, form, step)
        if not asked:
            return no(_NOTHING_WAITS, *_SIGNED)
        if not isinstance(form, SignPaper):
            return YES
        draft = PaperDraft.objects.get(pk=asked[0].pk)
        if form.seen != digest_of(draft.contents):
            return no(_OTHER_WORDS, *_SIGNED)
        return complete_paper(draft)

    return Guard("paper_waits", test)


_NOTHING_WAITS = Phrase(
    "Қол қоюды күтіп тұрған қағаз жоқ.", "Нет бумаги, которая ждёт подписи.", "No paper waits for a signature."
)
_OTHER_WORDS = Phrase(
    "Сіз оқығаннан кейін қағаз өзгертілді. Қайта оқып, содан кейін қол қойыңыз.",
    "После того как вы прочли бумагу, её изменили. Прочтите снова и подпишите.",
    "The paper was changed after you had read it. Read it again, then sign.",
)


def to_send(appeal: int) -> list[IssuedPaper]:
    """Return the written papers of an appeal that were signed for somebody outside and have not gone out."""
    rows = IssuedPaper.objects.filter(proceeding=appeal, draft__isnull=False, dispatches__isnull=True)
    by_it = [name for name, each in WRITTEN.items() if each.step == SIGN_PAPER]  # others go out as answers do
    return list(rows.filter(paper__in=by_it, to__in=(To.APPLICANT, To.OUTSIDE)).order_by("pk"))


def _something_to_send(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if to_send(case.row.pk) else no(_NOTHING_TO_SEND, "29I.47.1")


_NOTHING_TO_SEND = Phrase(
    "Жөнелтуді күтіп тұрған қағаз жоқ.", "Нет бумаги, которая ждёт отправки.", "No paper waits to be sent."
)


@dataclass(frozen=True)
class BeginPaper:
    """Open the draft of a written paper as a child matter of the appeal."""

    name: str

    def apply(self, case: Case, data: Form, change: Change) -> None:
        """Open the child; the entry of the appeal names it and not its words."""
        said = data.model_dump()
        child = open_child(case, self.name, said, change)
        change.entry_data.update(dict.fromkeys(said), draft=child.row.number)


@dataclass(frozen=True)
class SignWritten:
    """Make the draft a paper of the appeal, with its number and the power it was signed by; the draft is done."""

    def apply(self, case: Case, data: SignPaper, change: Change) -> None:
        """Enter the paper. Raises Invalid where it cannot be set."""
        child = asked_draft(case, data)[0]
        row, written = sign_draft(case, child, change), WRITTEN[child.procedure]
        Notify("executor", "paper_signed").apply(case, data, change)
        for effect in written.signed:
            effect.apply(case, data, change)
        if written.paper.to is To.APPLICANT and goes_by_portal(case):
            _send(case, row, {"way": "portal"}, written.paper, change)
            for effect in written.sent:
                effect.apply(case, data, change)


def sign_draft(case: Case, child: Proceeding, change: Change) -> int:
    """Make a draft a paper of the appeal, its draft done; return the row of the paper. Raises Invalid."""
    draft = PaperDraft.objects.get(pk=child.pk)
    row = enter_written(case, draft, WRITTEN[child.procedure], change)
    change.update(PaperDraft, draft.pk, issued_id=row)
    change.entry_data.update(dict.fromkeys(("draft", "seen")), of=child.number)
    in_child(case, child, "sign", Nothing(), change)
    return row


@dataclass(frozen=True, slots=True)
class CopyOf:
    """Of which paper a corrected copy is, which day stands on it, what it says of the slip."""

    paper: IssuedPaper
    day: dt.date
    correction: Phrase

    def told(self, said: Mapping[str, Any], lang: Language) -> dict[str, Any]:
        """Return what the copy shows."""
        return {**said, "correction": self.correction.into(lang)}


def enter_written(
    case: Case, draft: PaperDraft, written: Written, change: Change, *, copy: CopyOf | None = None
) -> int:
    """Enter what a draft says as a paper of the appeal, with the power of who signs; return its row. Raises Invalid.

    `copy`: it is the corrected copy of a paper, whose number it keeps.
    """
    act = case.act
    if act is None:
        raise ValueError(case.row.number)
    held, lang = case.capacity(act.actor), draft.contents["language"]
    signed_by, code, row = signature_of(held, act.actor.name), new_track_code(), next_row()
    serial = serial_of(case, change)
    number = f"{case.row.number}/{serial}" if copy is None else copy.paper.number
    head = head_of_draft(case, draft, written, number=number, signed_by=signed_by, code=code)
    said = _said(written, draft, head if copy is None else replace(head, day=copy.day))
    power = power_told(held, written.of_signature[0], case, act.actor)
    ready = Ready(written.paper, lang, said, number, code, head.addressee, signed_by, power)
    if copy is not None:
        name = f"{number}-{serial}.pdf"
        ready = replace(ready, said=copy.told(said, lang), corrects=copy.paper.pk, file_name=name)
    enter(case, ready, change, row=row)
    change.entry_data.update(power=power, signed_with="password")
    return row


def _said(written: Written, draft: PaperDraft, head: Head) -> dict[str, Any]:
    lang: Language = draft.contents["language"]
    try:
        return said_on(written.paper, written.values(draft.contents), head, lang)
    except EmptyItem as error:
        raise invalid(**{error.item: _NOT_WHOLE}) from None


_NOT_WHOLE = Phrase(
    "Қағазға міндетті мәлімет жетіспейді.", "На бумаге нет обязательного.", "The paper lacks what it must hold."
)


def head_of_draft(  # noqa: PLR0913  # the parts of a head
    case: Case, draft: PaperDraft, written: Written, *, number: str = "", signed_by: str = "", code: str = ""
) -> Head:
    """Return the head of a written paper: who approves stands above, its author below; else who signs."""
    lang: Language = draft.contents["language"]
    head = head_of(case, number=number, signed_by=signed_by, code=code)
    if goes_to_somebody(written.paper):
        name, address = draft.contents.get("addressee", ""), draft.contents.get("address", "")
    else:
        name, address = applicant_of(case, None, lang) if written.paper.to is To.APPLICANT else ("", "")
    head = replace(head, addressee=name, address=address)
    if written.paper.approved is None:
        return head
    author = draft.proceeding.executor
    held = case.capacity(actor_of(author, case.happened_on)) if author is not None else None
    below = titles(case.body, (held.post,)) if held is not None else Phrase("", "", "")
    name = author.full_name if author is not None else ""
    return replace(head, approver_post=head.post, approver=head.signatory, post=below, signatory=name)


def preview_said(case: Case, draft: PaperDraft) -> dict[str, Any]:
    """Return what a draft would show, with its gaps: not signed, without number and code."""
    written = WRITTEN[draft.paper]
    gaps: dict[str, Any] = {
        each.name: [["…"] * len(each.columns)] if each.columns else "…"
        for each in written.paper.fields()
        if not each.optional
    }
    values = {**gaps, **{name: said for name, said in _known(written, draft).items() if said}}
    head = head_of_draft(case, draft, written, signed_by="…")
    return said_on(
        written.paper,
        values,
        replace(head, number="…", day=case.happened_on, addressee=head.addressee or "…"),
        draft.contents["language"],
    )


def _known(written: Written, draft: PaperDraft) -> dict[str, Any]:
    try:
        return written.values(draft.contents)
    except ValueError:
        return {}


@dataclass(frozen=True)
class SendWritten:
    """Note in the dispatch book how a paper went out."""

    def apply(self, case: Case, data: SendPaper, change: Change) -> None:
        """Open the dispatch. Raises Invalid for a paper that does not wait to be sent."""
        paper = next((each for each in to_send(case.row.pk) if each.pk == data.paper), None)
        if paper is None:
            raise invalid(paper=_NOT_THAT)
        how = {"way": data.way, "remark": data.remark}
        if paper.to == To.OUTSIDE:
            draft = PaperDraft.objects.get(issued=paper)
            how |= {"addressee": paper.addressee, "address": draft.contents.get("address", "")}
        _send(case, paper.pk, how, WRITTEN[paper.paper].paper, change)
        for effect in WRITTEN[paper.paper].sent:
            effect.apply(case, data, change)


_NOT_THAT = Phrase(
    "Бұл қағаз жөнелтуді күтіп тұрған жоқ. Тізімнен таңдаңыз.",
    "Эта бумага не ждёт отправки. Выберите из списка.",
    "This paper does not wait to be sent. Choose from the list.",
)


def _send(case: Case, row: int, how: dict[str, Any], paper: Paper, change: Change) -> None:
    """Open the dispatch of a paper; `row` may be one that this very step writes, so it is not read."""
    child = open_child(case, "dispatch", {**how, "paper": row}, change)
    change.entry_data.update(paper=None, dispatch=child.row.number)
    if paper.to is To.APPLICANT:
        said = {"title": {lang: paper.title.into(lang) for lang in LANGUAGES}}
        Notify("applicant", "paper_sent", lambda _case, _data: said).apply(case, None, change)


def step_that_begins(written: Written, *, aside: bool = True) -> Step:
    """Return the step of an appeal that begins the draft of a written paper. `aside`: off the main line."""
    return Step(
        f"write_{written.name}",
        written.begins,
        written.states,
        None,
        written.author,
        needs=written.form,
        guards=(*written.beginning, DISINTERESTED),
        effects=(BeginPaper(written.name),),
        cites=written.points,
        aside=aside,
    )


WRITTEN_PAPERS = (INTERIM_REPLY, CONTROL_MEMO, ANONYMOUS_CONCLUSION, END_CONCLUSION, TERMINATION, *VISIT_PAPERS)
WRITTEN_STEPS: tuple[Step, ...] = (
    *(step_that_begins(each) for each in WRITTEN_PAPERS),
    Step(
        "sign_paper",
        Phrase("Қағазға қол қою", "Подписать бумагу", "Sign a paper"),
        frozenset({UNDER_REVIEW}),
        None,
        SIGNS_PAPER,
        needs=SignPaper,
        guards=(
            paper_waits(),
            DISINTERESTED,
            NOT_ONE_COMPLAINED_OF,
        ),
        effects=(STARTS_ON_APPROVAL, SignWritten()),
        cites=_SIGNED,
        signed=True,
    ),
    Step(
        "send_paper",
        Phrase("Қағазды жөнелту", "Отправить бумагу", "Send a paper"),
        frozenset({UNDER_REVIEW, SIGNED, ANSWERED}),
        None,
        EXECUTOR_OR_KEEPER,
        needs=SendPaper,
        guards=(Guard("paper_to_send", _something_to_send),),
        effects=(SendWritten(),),
        cites=("29I.47.1",),
    ),
)
__all__ = [
    "WRITTEN_PAPERS",
    "WRITTEN_STEPS",
    "CopyOf",
    "SendPaper",
    "SignDecided",
    "SignPaper",
    "asked_draft",
    "enter_written",
    "head_of_draft",
    "paper_waits",
    "preview_said",
    "sign_draft",
    "step_that_begins",
    "to_send",
]
