"""Correction of a slip in an answer that was sent: a paper of its own with its ground; the old file stays as it is.

Source: APPK 82 (on one's own initiative or on request; within three working days; the corrected copy is sent within
three working days), which 29I.21 calls in. Signed by who may sign the decision (29I.88). Only a slip is corrected: one
place of the text; the decision stays what it was.
"""

from dataclasses import dataclass
from typing import Any

from nadzor.appeals.barred import NOT_ONE_COMPLAINED_OF
from nadzor.appeals.checking import require_between
from nadzor.appeals.drafting_forms import Dispatched, Sign
from nadzor.appeals.drafts import digest_of, lacks_of, last_answer, said_by_answer
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.paper_models import Slip
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
from nadzor.appeals.signing import FILE_WHOLE, goes_by_portal
from nadzor.appeals.slip_forms import CorrectSlip, corrected
from nadzor.appeals.slip_letters import SendCorrected, SignCorrected, root_of
from nadzor.appeals.states import ANSWERED, CLOSED
from nadzor.casework.case import Case, Opening
from nadzor.casework.effects import CallOff, Notify, Start, Stop, made_by, name_people
from nadzor.casework.forms import Form, Nothing
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import Ground, child_of, open_child, parent_of
from nadzor.casework.people import place_of
from nadzor.casework.procedure import YES, Clock, Guard, Procedure, Right, State, Step, Tone, Verdict, declare, no
from nadzor.casework.recalendar import THE_HOUSE
from nadzor.casework.refusals import Invalid, invalid
from nadzor.casework.writing import Change
from nadzor.law.facts import Outcome
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.models import Person

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


def _none_open(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    given = last_answer(case.row.pk)
    if given is None or given.paper is None:
        return no(_NO_ANSWER, *_POINTS)
    if root_of(given.paper).paper != "answer":
        return no(_OTHER_PAPER, *_POINTS)
    child = open_slip(case)
    if child is None:
        return YES
    return no(Phrase(*(_OPEN.into(lang).format(number=child.number) for lang in LANGUAGES)), *_POINTS)


NO_OPEN_SLIP = Guard("no_open_slip", _none_open)


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
    """Return what the corrected answer says."""
    return corrected(slip.paper.answer.contents, slip.part, slip.wrong, slip.right)


def _may_sign(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
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
        given = last_answer(case.row.pk)
        if given is None or given.paper is None:  # the guard has asked
            return
        require_between("found_on", data.found_on, root_of(given.paper).day, case.happened_on)
        said = corrected(given.contents, data.part, data.wrong, data.right)
        lacks = lacks_of(said_by_answer(said), case)
        if lacks:
            raise Invalid(lacks[0].text, lacks[0].point, fields={"right": lacks[0].text})
        person = Person.objects.filter(pk=data.signatory).first()
        if person is None or not _may_sign(actor_of(person, case.happened_on), case, None):
            raise invalid(signatory=_NOT_HE)
        child = open_child(case, "slip", data.model_dump(), change)
        change.entry_data["slip"] = child.row.number


def _opened(form: CorrectSlip, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    appeal = parent_of(ground, "wrong")
    given = last_answer(appeal.row.pk)
    told = {"ground": form.ground, "found_on": form.found_on, "part": form.part, "wrong": form.wrong}
    facts = {**told, "right": form.right, "signatory_id": form.signatory, "paper_id": given.paper_id if given else None}
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


WAITS, SIGNED, SENT, WITHDRAWN, ANNULLED = "to_sign", "signed", "sent", "withdrawn", "annulled"
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
        "Жөнелтуді күтіп тұрған түзетілген жауап жоқ.",
        "Нет исправленного ответа, который ждёт отправки.",
        "No corrected answer waits to be sent.",
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
        Phrase("Жауаптағы қатені түзету", "Исправление описки в ответе", "Correction of a slip in the answer"),
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
    )
)
SLIP_STEPS = (
    Step(
        "correct_slip",
        Phrase("Жіберілген жауаптағы қатені түзету", "Исправить описку в ответе", "Correct a slip in the answer"),
        frozenset({ANSWERED, CLOSED}),
        ANSWERED,  # out of the file, until the corrected copy is sent
        EXECUTOR_OR_LEADER,
        needs=CorrectSlip,
        guards=(NO_OPEN_SLIP,),
        effects=(OpenSlip(), Notify("executor", "slip_to_sign", who=_signatory)),
        cites=_POINTS,
        aside=True,
    ),
    Step(
        "sign_slip",
        Phrase("Түзетілген жауапқа қол қою", "Подписать исправленный ответ", "Sign the corrected answer"),
        frozenset({ANSWERED}),
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
        Phrase("Түзетілген жауапты жөнелту", "Отправить исправленный ответ", "Send the corrected answer"),
        frozenset({ANSWERED}),
        None,
        EXECUTOR_OR_KEEPER,
        needs=Dispatched,
        guards=(_TO_SEND, FILE_WHOLE),
        effects=(SendCorrected(),),
        cites=_POINTS,
    ),
)
_NO_ANSWER = Phrase(
    "Түзететін жауап жоқ: бұл жолданымға қол қойылған жауап берілмеген.",
    "Исправлять нечего: подписанного ответа на это обращение нет.",
    "There is nothing to correct: no signed answer was given to this appeal.",
)
_OTHER_PAPER = Phrase(
    "Бұл қадам жауаптағы қатені ғана түзетеді, ал іс басқа құжатпен аяқталған. Түзету туралы хатпен хабарлап, істе "
    "белгі жасаңыз.",
    "Этот шаг исправляет описку только в ответе, а дело завершено другой бумагой. Сообщите о поправке письмом и "
    "сделайте отметку в деле.",
    "This step corrects a slip in an answer alone, and another paper has ended this case. Tell of the correction by a "
    "letter and make a note in the case.",
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
    "Бұл адам жауапқа қол қоя алмайды. Тізімнен таңдаңыз.",
    "Этот человек не вправе подписать ответ. Выберите из списка.",
    "This person may not sign the answer. Choose from the list.",
)
