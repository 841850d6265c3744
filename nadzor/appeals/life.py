"""The life of a paper as a table: drafted in versions, commented, agreed in an order, sent for signing, signed.

`life_of` makes the table for one declared paper; the answer (drafting.py) is the first. What differs from paper to
paper stands in `Living`; what a reader may rely on in each is here: one draft, its versions never overwritten, an
agreement given to words and not to a file, a signature on what was read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.agreement import (
    AGREED_FIRST,
    AGREER,
    IN_TURN,
    AskAgreement,
    ForAgreement,
    KeepAgreement,
    agreed_by_all,
    beside,
    in_turn,
)
from nadzor.appeals.comments import (
    COMMENTER,
    COMMENTS_ANSWERED,
    SOME_COMMENT,
    AnswerComment,
    Comment,
    KeepAnswer,
    KeepComment,
    Settle,
    SettleComment,
)
from nadzor.appeals.drafting_forms import Remark, ToApprove, ToSign
from nadzor.appeals.drafts import AGREED, AGREEING, ANNULLED, DRAFT, SIGNED, TO_SIGN, WITHDRAWN, digest_of
from nadzor.appeals.models import DraftVersion, PaperDraft
from nadzor.appeals.rights import LEADER, REGISTRAR_OR_LEADER, SEES
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import CallOff, Notify, name_people
from nadzor.casework.forms import Form
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.people import place_of
from nadzor.casework.procedure import Guard, Procedure, Right, State, Step, Tone
from nadzor.casework.recalendar import THE_HOUSE
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase

_STATES = (
    State(DRAFT, Phrase("Жоба", "Проект", "Draft"), Tone.WORK, open=True),
    State(AGREEING, Phrase("Келісуде", "На согласовании", "Being agreed"), Tone.WAIT, open=True),
    State(AGREED, Phrase("Келісілді", "Согласован", "Agreed"), Tone.WORK, open=True),
    State(TO_SIGN, Phrase("Қол қоюды күтуде", "Ждёт подписи", "Waiting for the signature"), Tone.WAIT, open=True),
    State(SIGNED, Phrase("Қол қойылды", "Подписан", "Signed"), Tone.DONE, open=False),
    State(WITHDRAWN, Phrase("Кері алынды", "Отозван", "Withdrawn"), Tone.ENDED, open=False),
    State(ANNULLED, Phrase("Жойылды", "Аннулирован", "Annulled"), Tone.ENDED, open=False),
)
_APPROVED = {
    TO_SIGN: State(
        TO_SIGN, Phrase("Бекітуді күтуде", "Ждёт утверждения", "Waiting for approval"), Tone.WAIT, open=True
    ),
    SIGNED: State(SIGNED, Phrase("Бекітілді", "Утверждён", "Approved"), Tone.DONE, open=False),
}
_IN_WORK = frozenset({DRAFT, AGREEING, AGREED, TO_SIGN})


@dataclass(frozen=True)
class Living:
    """What differs from paper to paper in its life.

    `form`: its fields; `opens`: how its draft begins. `author`, `withdraws`, `signer`: who may. `complete`: what must
    stand in it when it is sent on; `naming`: who may be asked to agree or to sign; `agreeing`: who may agree;
    `to_sign`: what else is asked before it goes to be signed. `points`: of its contents, of its signature. `approved`:
    its author signs it, and a leader approves it or returns it with remarks.
    """

    name: str
    title: Phrase
    form: type[Form]
    opens: Callable[[Any, Ground, Change], Opening]
    author: Right
    withdraws: Right
    signer: Right
    complete: tuple[Guard, ...]
    naming: tuple[Guard, ...]
    agreeing: tuple[Guard, ...]
    to_sign: tuple[Guard, ...]
    reopening: tuple[Guard, ...]
    executors: tuple[Guard, ...]
    points: tuple[str, ...]
    of_signature: tuple[str, ...]
    agrees_by: tuple[str, ...]
    approved: bool = False


@dataclass(frozen=True)
class KeepVersion:
    """Keep what the draft says now beside all it said before; agreements given to other words fall."""

    first: bool = False

    def apply(self, case: Case, data: Form, change: Change) -> None:
        """Write the contents and a version of them. The journal seals their digest; the texts stand with the draft."""
        said, author = data.model_dump(mode="json"), case.act.actor.person_id if case.act is not None else None
        version = 1 if self.first else case.facts.version + 1
        if not self.first:
            change.update(PaperDraft, case.row.pk, contents=said, version=version, agreed=[])
        change.insert(
            DraftVersion,
            draft_id=case.row.pk,
            version=version,
            contents=said,
            person_id=author,
            written_at=case.at,
        )
        change.entry_data.update(dict.fromkeys(said), version=version, contents={"sha256": digest_of(said)})


@dataclass(frozen=True)
class ForAuthor:
    """Give the draft to whoever opened it."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Write the author as the one who considers the child."""
        author = case.act.actor.person_id if case.act is not None else None
        if author is not None:
            case.row.unit_id = place_of(author, case, "executor")
            name_people(case, author, (), change)


@dataclass(frozen=True)
class KeepRemark:
    """Keep why it went back."""

    def apply(self, case: Case, data: Remark, change: Change) -> None:
        """Write the remark. Agreements stand with their version: they fall when its words change."""
        change.update(PaperDraft, case.row.pk, remark=data.remark)


@dataclass(frozen=True)
class NameSignatory:
    """Keep whom it was sent to; that person sees the draft."""

    def apply(self, case: Case, data: ToSign, change: Change) -> None:
        """Write the signatory."""
        change.update(PaperDraft, case.row.pk, signatory_id=data.signatory, remark="")
        if case.row.executor_id is not None:
            name_people(case, case.row.executor_id, beside(case, data.signatory), change)


def _author(case: Case, _data: Any) -> list[int | None]:
    return [case.row.executor_id]


def _next(case: Case, _data: Any) -> list[int]:
    return in_turn(case.facts)


def _who_commented(case: Case, data: AnswerComment) -> list[int]:
    found = case.facts.comments.filter(number=data.comment).values_list("person_id", flat=True)
    return list(found)


def _after_agreement(case: Case) -> str:
    return agreed_by_all(case, AGREED, AGREEING)


def life_of(paper: Living) -> Procedure:
    """Return the table of the life of a paper. Raises ValueError where the paper does not make a whole table."""
    return Procedure(
        paper.name,
        paper.title,
        tuple(_APPROVED.get(state.name, state) for state in _STATES) if paper.approved else _STATES,
        (*_writing(paper), *_agreement(paper), *_commenting(paper), *_signing(paper), *_kernel(paper)),
        facts="paper_draft",
    )


def _writing(paper: Living) -> tuple[Step, ...]:
    return (
        Step(
            "begin",
            Phrase("Жобаны бастау", "Начать проект", "Begin the draft"),
            frozenset(),
            DRAFT,
            paper.author,
            needs=paper.form,
            effects=(ForAuthor(), KeepVersion(first=True)),
            cites=paper.points,
            opens=paper.opens,
        ),
        Step(
            "rewrite",
            Phrase("Жобаны өзгерту", "Изменить проект", "Change the draft"),
            frozenset({DRAFT}),
            None,
            paper.author,
            needs=paper.form,
            effects=(KeepVersion(),),
            cites=paper.points[-1:],
        ),
    )


def _agreement(paper: Living) -> tuple[Step, ...]:
    return (
        Step(
            "send_for_agreement",
            Phrase("Келісуге жіберу", "Направить на согласование", "Send for agreement"),
            frozenset({DRAFT}),
            AGREEING,
            paper.author,
            needs=ForAgreement,
            guards=(*paper.complete, *paper.naming),
            effects=(AskAgreement(), Notify("executor", "to_agree", who=_next)),
            cites=paper.agrees_by,
            to_of=_after_agreement,
        ),
        Step(
            "agree",
            Phrase("Келісу", "Согласовать", "Agree"),
            frozenset({AGREEING}),
            AGREED,
            AGREER,
            guards=(IN_TURN, *paper.agreeing),
            effects=(
                KeepAgreement(agrees=True),
                Notify("executor", "agreed", who=_author),
                Notify("executor", "to_agree", who=_next),
            ),
            cites=paper.agrees_by,
            to_of=_after_agreement,
            leads=True,
        ),
        Step(
            "object",
            Phrase("Ескертумен қайтару", "Вернуть с замечанием", "Return with a remark"),
            frozenset({AGREEING}),
            DRAFT,
            AGREER,
            needs=Remark,
            guards=(IN_TURN,),
            effects=(KeepAgreement(agrees=False), KeepRemark(), Notify("executor", "draft_returned", who=_author)),
            cites=paper.agrees_by,
        ),
    )


def _commenting(paper: Living) -> tuple[Step, ...]:
    return (
        Step(
            "comment",
            Phrase("Пікір жазу", "Написать замечание", "Write a comment"),
            _IN_WORK,
            None,
            COMMENTER,
            needs=Comment,
            effects=(KeepComment(), Notify("executor", "draft_commented", who=_author)),
            cites=paper.agrees_by,
            aside=True,
        ),
        Step(
            "answer_comment",
            Phrase("Пікірге жауап беру", "Ответить на замечание", "Answer a comment"),
            _IN_WORK,
            None,
            paper.author,
            needs=AnswerComment,
            guards=(SOME_COMMENT,),
            effects=(KeepAnswer(), Notify("executor", "comment_answered", who=_who_commented)),
            cites=paper.agrees_by,
            aside=True,
        ),
        Step(
            "settle_comment",
            Phrase("Пікірді шешілді деп белгілеу", "Снять замечание", "Settle a comment"),
            _IN_WORK,
            None,
            COMMENTER,
            needs=SettleComment,
            guards=(SOME_COMMENT,),
            effects=(Settle(),),
            cites=paper.agrees_by,
            aside=True,
        ),
    )


_FOR_SIGNING = Phrase("Қол қоюға жіберу", "Направить на подпись", "Send for signing")
_FOR_APPROVAL = Phrase(
    "Қол қойып, бекітуге жіберу", "Подписать и направить на утверждение", "Sign and send for approval"
)


def _signing(paper: Living) -> tuple[Step, ...]:
    return (
        Step(
            "send_to_sign",
            _FOR_APPROVAL if paper.approved else _FOR_SIGNING,
            frozenset({DRAFT, AGREED}),
            TO_SIGN,
            paper.author,
            needs=ToApprove if paper.approved else ToSign,
            guards=(*paper.complete, AGREED_FIRST, COMMENTS_ANSWERED, *paper.to_sign),
            effects=(NameSignatory(), Notify("executor", "to_sign", who=lambda _case, data: [data.signatory])),
            cites=(*paper.points[-1:], *paper.of_signature),
            leads=True,
        ),
        Step(
            "send_back",
            Phrase("Ескертумен қайтару", "Вернуть с замечанием", "Return with a remark"),
            frozenset({TO_SIGN}),
            DRAFT,
            paper.signer,
            needs=Remark,
            effects=(KeepRemark(), Notify("executor", "draft_returned", who=_author)),
            cites=paper.of_signature[-1:],
        ),
        Step(
            "call_back",
            Phrase("Жобаны қайтарып алу", "Вернуть проект на доработку", "Take the draft back"),
            frozenset({AGREEING, AGREED, TO_SIGN}),
            DRAFT,
            paper.author,
            cites=paper.points[-1:],
        ),
        Step(
            "sign",
            Phrase("Қол қойылды", "Подписан", "Signed"),
            frozenset({TO_SIGN}),
            SIGNED,
            THE_HOUSE,  # inside the step of the case that signs: it asks for the right and the password
            effects=(CallOff(),),
            cites=paper.of_signature[-1:],
            house=True,
        ),
        Step(
            "withdraw",
            Phrase("Жобадан бас тарту", "Отозвать проект", "Withdraw the draft"),
            _IN_WORK,
            WITHDRAWN,
            paper.withdraws,
            cites=paper.points[-1:],
            aside=True,
        ),
    )


def _kernel(paper: Living) -> tuple[Step, ...]:
    return kernel_steps(
        states=frozenset(state.name for state in _STATES),
        open_states=frozenset({DRAFT}),
        considered=frozenset({DRAFT, AGREEING, AGREED}),
        reopens=frozenset({WITHDRAWN}),
        reopened_to=lambda _case: DRAFT,
        leader=LEADER,
        keeper=REGISTRAR_OR_LEADER,
        anyone=SEES,
        resumed=None,
        naming=paper.executors,
        reopening=paper.reopening,
    )
