"""Correction of a slip in a paper that was sent: a copy of its own with its ground; the old file stays as it is.

Source: APPK 82 (on one's own initiative or on request; within three working days; the corrected copy is sent within
three working days), which 29I.21 calls in. Which papers: slip_papers.py. Signed by who may sign the decision (29I.88).
Only a slip is corrected: one place of the text; the decision stays what it was.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from nadzor.appeals.barred import NOT_ONE_COMPLAINED_OF
from nadzor.appeals.checking import require_between
from nadzor.appeals.drafting_forms import Dispatched, Sign
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.paper_models import Slip
from nadzor.appeals.parts import ANSWER, part_titles
from nadzor.appeals.rights import (
    EXECUTOR_OR_KEEPER,
    EXECUTOR_OR_LEADER,
    LEADER,
    REGISTRAR_OR_LEADER,
    SEES,
    holds,
    signatories,
    titles,
)
from nadzor.appeals.signing import file_whole, goes_by_portal
from nadzor.appeals.slip_forms import CorrectSlip, corrected
from nadzor.appeals.slip_letters import SendCorrected, SignCorrected
from nadzor.appeals.slip_papers import (
    SENT,
    SIGNED,
    contents_of,
    lacks_with,
    may_sign,
    paper_asked,
    papers_with_slips,
    root_of,
    standing_paper,
)
from nadzor.appeals.states import (
    ANSWERED,
    ATTACHED,
    CLOSED,
    FORWARDED,
    RETURNED,
    TERMINATED,
    UNCONSIDERED,
    UNDER_REVIEW,
)
from nadzor.appeals.states import SIGNED as FINAL
from nadzor.appeals.written import WRITTEN
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import CallOff, Notify, Start, Stop, made_by, name_people
from nadzor.casework.forms import Form, Nothing
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import child_of, open_child, parent_of
from nadzor.casework.people import place_of
from nadzor.casework.procedure import YES, Clock, Guard, Procedure, Right, State, Step, Tone, Verdict, declare, no
from nadzor.casework.recalendar import THE_HOUSE
from nadzor.casework.refusals import Invalid, invalid
from nadzor.casework.writing import Change
from nadzor.law.facts import Outcome
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.models import Person
from nadzor.papers.declared import To
from nadzor.papers.models import IssuedPaper

_POINTS = ("APPK.82", "29I.21")
CORRECTING = Clock(
    "correcting", Phrase("Қатені түзету", "Исправление описки", "Correction of the slip"), ("APPK.82.1",)
)
COPY = Clock(
    "corrected_copy",
    Phrase("Түзетілген дананы жіберу", "Отправка исправленного экземпляра", "Sending of the corrected copy"),
    ("APPK.82.2",),
)


def open_slip(appeal: Case) -> Proceeding | None:
    """Return the slip that is being corrected; none while there is none."""
    return next(iter(appeal.open_children("slip")), None)


def _none_open(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """A slip is corrected in a paper whose words are kept, and one at a time."""
    if papers_with_slips(case):
        return _settled(case, actor, form)
    others = IssuedPaper.objects.filter(proceeding=case.row.pk, to=To.APPLICANT)
    others = others.exclude(Q(signed_by="") | Q(paper=ANSWER) | Q(paper__in=WRITTEN))
    return no(_OTHER_PAPER if others.exists() else _NO_ANSWER, *_POINTS)


def _settled(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    child = open_slip(case)
    if child is None:
        return YES
    return no(Phrase(*(_OPEN.into(lang).format(number=child.number) for lang in LANGUAGES)), *_POINTS)


NO_OPEN_SLIP = Guard("no_open_slip", _none_open)
SLIP_SETTLED = Guard("slip_settled", _settled)
"""The case stays out of the file until the corrected copy is sent: nothing else that may outlast it keeps it there."""


def _slip_in(state: str, why: Phrase) -> Guard:
    def test(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
        child = open_slip(case)
        if child is None or child.state != state:
            return no(why, *_POINTS)
        if isinstance(form, Sign) and form.seen != digest_of(said_by(Slip.objects.get(pk=child.pk))):
            return no(_OTHER_WORDS, *_POINTS)
        return YES

    return Guard(f"slip_{state}", test)


def said_by(slip: Slip) -> dict[str, Any]:
    """Return what the corrected copy says."""
    return corrected(contents_of(slip.paper), slip.part, slip.wrong, slip.right)


def _may_sign(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    """Whoever may sign the paper whose slip is being corrected; while none is, the decision on the case."""
    child = open_slip(case)
    if child is not None:
        return may_sign(actor, case, Slip.objects.select_related("paper").get(pk=child.pk).paper)
    return bool(case.facts.outcome) and holds(actor, case, signatories(case, Outcome(case.facts.outcome)))


def _who_signs(case: Case, form: Form | None) -> Phrase:  # noqa: ARG001
    if not case.facts.outcome:
        return _SIGNATORY
    return titles(case.body, tuple(signatories(case, Outcome(case.facts.outcome)).posts))


_SIGNATORY = Phrase(
    "88-тармақ бойынша жауапқа қол қоюға құқығы бар лауазымды адам",
    "должностное лицо, которое вправе подписать ответ по пункту 88",
    "the official who may sign the answer by point 88",
)
SLIP_SIGNATORY = Right("slip_signatory", _SIGNATORY, _may_sign, ("29I.88.8",), _who_signs)


@dataclass(frozen=True)
class OpenSlip:
    """Open the correction as a child matter, once it is a slip and the answer stays whole without it."""

    def apply(self, case: Case, data: CorrectSlip, change: Change) -> None:
        """Open the child. Raises Invalid for a day, words or a signatory that do not fit."""
        paper = paper_asked(case, data.paper)
        if paper is None:
            raise invalid(paper=_NOT_THAT)
        if data.part not in part_titles(paper.paper):
            raise invalid(part=_NO_PART)
        require_between("found_on", data.found_on, root_of(paper).day, case.happened_on)
        said = corrected(contents_of(paper), data.part, data.wrong, data.right)
        for text, point in lacks_with(case, paper, said):
            raise Invalid(text, point, fields={"right": text})
        person = Person.objects.filter(pk=data.signatory).first()
        if person is None or not may_sign(actor_of(person, case.happened_on), case, paper):
            raise invalid(signatory=_NOT_HE)
        child = open_child(case, "slip", {**data.model_dump(), "paper": paper.pk}, change)
        change.entry_data["slip"] = child.row.number


def _opened(form: CorrectSlip, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    appeal = parent_of(ground, "wrong")
    told = {"ground": form.ground, "found_on": form.found_on, "part": form.part, "wrong": form.wrong}
    facts = {**told, "right": form.right, "signatory_id": form.signatory, "paper_id": form.paper}
    return child_of(appeal, Slip, facts, {**told, "found_on": form.found_on.isoformat(), "right": form.right})


@dataclass(frozen=True)
class ForFinder:
    """Give the correction to whoever opened it; the signatory sees it."""

    def apply(self, case: Case, data: CorrectSlip, change: Change) -> None:
        """Write the people."""
        finder = made_by(case)
        if finder is not None:
            case.row.unit_id = place_of(finder, case, "signatory")
            name_people(case, finder, (data.signatory,) if data.signatory != finder else (), change)


WAITS, WITHDRAWN, ANNULLED = "to_sign", "withdrawn", "annulled"
_STATES = (
    State(WAITS, Phrase("Қол қоюды күтуде", "Ждёт подписи", "Waiting for the signature"), Tone.WAIT, open=True),
    State(SIGNED, Phrase("Қол қойылды", "Подписано", "Signed"), Tone.WORK, open=True),
    State(SENT, Phrase("Жөнелтілді", "Отправлено", "Sent"), Tone.DONE, open=False),
    State(WITHDRAWN, Phrase("Кері алынды", "Отозвано", "Withdrawn"), Tone.ENDED, open=False),
    State(ANNULLED, Phrase("Жойылды", "Аннулировано", "Annulled"), Tone.ENDED, open=False),
)
_TO_SIGN = _slip_in(
    WAITS,
    Phrase(
        "Қол қоюды күтіп тұрған түзету жоқ. Алдымен қатені көрсетіңіз.",
        "Нет исправления, которое ждёт подписи. Сначала укажите описку.",
        "No correction waits for a signature. First name the slip.",
    ),
)
_TO_SEND = _slip_in(
    SIGNED,
    Phrase(
        "Жөнелтуді күтіп тұрған түзетілген дана жоқ.",
        "Нет исправленного экземпляра, который ждёт отправки.",
        "No corrected copy waits to be sent.",
    ),
)


def _signatory(_case: Case, data: CorrectSlip) -> list[int]:
    return [data.signatory]


def _house(name: str, from_: str, to: str, title: Phrase, *effects: Any) -> Step:
    return Step(
        name, title, frozenset({from_}), to, THE_HOUSE, needs=Nothing, effects=effects, cites=_POINTS, house=True
    )


SLIP = declare(
    Procedure(
        "slip",
        Phrase("Құжаттағы қатені түзету", "Исправление описки в бумаге", "Correction of a slip in a paper"),
        _STATES,
        (
            Step(
                "begin",
                Phrase("Қатені көрсету", "Указать описку", "Name the slip"),
                frozenset(),
                WAITS,
                EXECUTOR_OR_LEADER,
                needs=CorrectSlip,
                effects=(ForFinder(), Start(CORRECTING, since=lambda _case, data: data.found_on)),
                cites=_POINTS,
                opens=_opened,
            ),
            _house(
                *("sign", WAITS, SIGNED, Phrase("Түзетуге қол қою", "Подписать исправление", "Sign the correction")),
                Stop(CORRECTING),
                Start(COPY),
            ),
            _house(
                *(
                    "sign_and_send",
                    WAITS,
                    SENT,
                    Phrase("Қол қойып, жөнелту", "Подписать и отправить", "Sign and send"),
                ),
                Stop(CORRECTING),
                Start(COPY, done=True),
            ),
            _house(
                "send",
                SIGNED,
                SENT,
                Phrase("Түзетуді жөнелту", "Отправить исправление", "Send the correction"),
                Stop(COPY),
            ),
            Step(
                "withdraw",
                Phrase("Түзетуден бас тарту", "Отозвать исправление", "Withdraw the correction"),
                frozenset({WAITS}),
                WITHDRAWN,
                EXECUTOR_OR_LEADER,
                effects=(CallOff(),),
                cites=_POINTS,
                aside=True,
            ),
            *kernel_steps(
                states=frozenset(state.name for state in _STATES),
                open_states=frozenset({WAITS}),
                considered=frozenset({WAITS, SIGNED}),
                reopens=frozenset({WITHDRAWN}),
                reopened_to=lambda _case: WAITS,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=CORRECTING,
            ),
        ),
        clocks=(CORRECTING, COPY),
        facts="slip",
        lasts=True,  # a decision that has closed the case for good (a termination) is corrected beside it
    )
)
_WITH_SLIP = frozenset({UNDER_REVIEW, FINAL, ANSWERED, TERMINATED, FORWARDED, RETURNED, UNCONSIDERED, ATTACHED})
"""Where a case may be while a slip is being corrected: it goes on meanwhile, but not into the file."""


def _copy_whole(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """What is sent is the copy that was signed."""
    child = open_slip(case)
    copy = None if child is None or form is None else standing_paper(Slip.objects.get(pk=child.pk))
    return YES if copy is None else file_whole(copy)


COPY_WHOLE = Guard("copy_whole", _copy_whole)
SLIP_STEPS = (
    Step(
        "correct_slip",
        Phrase("Жіберілген құжаттағы қатені түзету", "Исправить описку в бумаге", "Correct a slip in a paper"),
        frozenset({UNDER_REVIEW, FINAL, ANSWERED, CLOSED, TERMINATED}),
        None,
        EXECUTOR_OR_LEADER,
        needs=CorrectSlip,
        guards=(NO_OPEN_SLIP,),
        effects=(OpenSlip(), Notify("executor", "slip_to_sign", who=_signatory)),
        cites=_POINTS,
        to_of=lambda case: (
            ANSWERED if case.row.state == CLOSED else case.row.state
        ),  # out of the file, until it is sent
        aside=True,
    ),
    Step(
        "sign_slip",
        Phrase("Түзетілген данаға қол қою", "Подписать исправленный экземпляр", "Sign the corrected copy"),
        _WITH_SLIP,
        None,
        SLIP_SIGNATORY,
        needs=Sign,
        guards=(_TO_SIGN, DISINTERESTED, NOT_ONE_COMPLAINED_OF),
        effects=(SignCorrected(said_by, goes_by_portal),),
        cites=(*_POINTS, "29I.88.8"),
        final=True,
        signed=True,
    ),
    Step(
        "send_slip",
        Phrase("Түзетілген дананы жөнелту", "Отправить исправленный экземпляр", "Send the corrected copy"),
        _WITH_SLIP,
        None,
        EXECUTOR_OR_KEEPER,
        needs=Dispatched,
        guards=(_TO_SEND, COPY_WHOLE),
        effects=(SendCorrected(),),
        cites=_POINTS,
    ),
)
_NO_ANSWER = Phrase(
    "Түзететін ештеңе жоқ: өтініш берушіге қол қойылған құжат жіберілмеген.",
    "Исправлять нечего: подписанной бумаги заявителю не отправляли.",
    "There is nothing to correct: no signed paper was sent to the applicant.",
)
_OTHER_PAPER = Phrase(
    "Бұл қадам жазылып, қол қойылған және жіберілген шешімдер мен жауаптардағы қатені түзетеді, ал мұнда басқа құжат. "
    "Түзету туралы хатпен хабарлап, істе белгі жасаңыз.",
    "Этот шаг исправляет описку в отправленном решении или ответе, а здесь другая бумага. Сообщите о поправке письмом "
    "и сделайте отметку в деле.",
    "This step corrects a slip in a decision or a reply that was sent, and here is another paper. Tell of the "
    "correction by a letter and make a note in the case.",
)
_OPEN = Phrase(
    "Қате түзетіліп жатыр: {number}. Алдымен соны аяқтаңыз.",
    "Описка уже исправляется: {number}. Сначала завершите это.",
    "A slip is being corrected: {number}. Finish that first.",
)
_OTHER_WORDS = Phrase(
    "Сіз оқыған түзету басқа болды. Қайта оқып, содан кейін қол қойыңыз.",
    "Вы прочли другое исправление. Прочтите снова и подпишите.",
    "You have read another correction. Read it again, then sign.",
)
_NOT_HE = Phrase(
    "Бұл адам бұл құжатқа қол қоя алмайды. Тізімнен таңдаңыз.",
    "Этот человек не вправе подписать эту бумагу. Выберите из списка.",
    "This person may not sign this paper. Choose from the list.",
)
_NOT_THAT = Phrase(
    "Бұл құжаттағы қате осында түзетілмейді. Тізімнен таңдаңыз.",
    "В этой бумаге описку здесь не исправляют. Выберите из списка.",
    "A slip in this paper is not corrected here. Choose from the list.",
)
_NO_PART = Phrase(
    "Құжатта мұндай бөлік жоқ. Тізімнен таңдаңыз.",
    "В этой бумаге такой части нет. Выберите из списка.",
    "The paper has no such part. Choose from the list.",
)
