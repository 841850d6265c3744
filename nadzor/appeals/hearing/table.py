"""The table of a hearing and the two steps of the appeal: invite to it, or say why there is none.

Source: 29I.43 (hearing), 44 (the notice goes by APPK 66), 45 (the case is considered by chapter 10 of the code), 56.2.
"""

from typing import Any

from nadzor.appeals.hearing.effects import (
    IS_ORAL,
    OBJECTING,
    POINTS,
    RECORD,
    RECORDING,
    REMARKING,
    SPEAKS,
    HoursFit,
    KeepAbsent,
    KeepAsked,
    KeepDecided,
    KeepHeld,
    KeepObjection,
    KeepOmitted,
    KeepOral,
    KeepRead,
    KeepReceived,
    KeepRemarks,
    OpenHearing,
    TellApplicant,
    applicant_of_parent,
    appointed,
    invited,
    opened,
    recorded,
)
from nadzor.appeals.hearing.forms import (
    PROOFS,
    AppointOral,
    AskOral,
    DecideRemarks,
    DrawRecord,
    Objection,
    OfferHearing,
    OmitHearing,
    ReadRecord,
    Received,
    Remarks,
)
from nadzor.appeals.hearing.rules import (
    NO_OPEN_HEARING,
    OF_ITS_KIND,
    objected_until,
    term_over,
)
from nadzor.appeals.interest import DISINTERESTED, NO_INTEREST
from nadzor.appeals.materials import ForTheAsker
from nadzor.appeals.rights import (
    EXECUTOR_OR_KEEPER,
    EXECUTOR_OR_LEADER,
    LEADER,
    NOT_COMPLAINED_OF,
    REGISTRAR_OR_LEADER,
    SEES,
)
from nadzor.appeals.states import ANNULLED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.effects import CallOff, Notify, Start, Stop
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.procedure import Procedure, State, Step, Tone, declare
from nadzor.law.words import Phrase
from nadzor.papers.issuing import Issue

INVITED, POSITION, OBJECTED, ASKED, APPOINTED = "invited", "position", "objected", "asked_oral", "appointed"
HELD, RECORDED, READ, REMARKED, ENDED = "held", "recorded", "read", "remarked", "ended"
_STATES = (
    State(INVITED, Phrase("Шақыру жіберілді", "Уведомление направлено", "The notice was sent"), Tone.WAIT, open=True),
    State(
        POSITION, Phrase("Ұстаным күтілуде", "Ждём позицию участника", "Waiting for a position"), Tone.WAIT, open=True
    ),
    State(OBJECTED, Phrase("Қарсылық түсті", "Поступило возражение", "An objection came"), Tone.WORK, open=True),
    State(ASKED, Phrase("Ауызша тыңдау сұралды", "Просят об устном", "Asked for an oral one"), Tone.WORK, open=True),
    State(
        APPOINTED,
        Phrase("Ауызша тыңдау белгіленді", "Назначено устное", "An oral hearing is set"),
        Tone.WAIT,
        open=True,
    ),
    State(HELD, Phrase("Тыңдалды", "Заслушан", "Heard"), Tone.WORK, open=True),
    State(RECORDED, Phrase("Хаттама жасалды", "Протокол составлен", "The record is made"), Tone.WAIT, open=True),
    State(READ, Phrase("Хаттама оқылды", "С протоколом ознакомлен", "The record was read"), Tone.WAIT, open=True),
    State(REMARKED, Phrase("Ескерту түсті", "Поданы замечания", "Remarks came"), Tone.WORK, open=True),
    State(ENDED, Phrase("Тыңдау аяқталды", "Заслушивание завершено", "The hearing is over"), Tone.DONE, open=False),
    State(ANNULLED, Phrase("Тіркеуі жойылды", "Аннулировано", "Annulled"), Tone.ENDED, open=False),
)
_OPEN = frozenset(state.name for state in _STATES if state.open)

HEARING = declare(
    Procedure(
        "hearing",
        Phrase("Тыңдау", "Заслушивание", "Hearing"),
        _STATES,
        (
            Step(
                "invite",
                Phrase("Тыңдауға шақыру", "Уведомить о заслушивании", "Invite to a hearing"),
                frozenset(),
                INVITED,
                EXECUTOR_OR_LEADER,
                needs=OfferHearing,
                effects=(ForTheAsker(),),
                cites=POINTS,
                opens=opened,
            ),
            Step(
                "received",
                Phrase("Алғанын белгілеу", "Отметить получение", "Note that it was received"),
                frozenset({INVITED}),
                POSITION,
                SPEAKS,
                needs=Received,
                effects=(
                    KeepReceived(),
                    Start(OBJECTING, since=lambda _case, data: data.received_on, due=objected_until),
                ),
                cites=("29I.44", "APPK.66"),
                leads=True,
            ),
            Step(
                "object",
                Phrase("Қарсылықты тіркеу", "Записать возражение", "Enter an objection"),
                frozenset({POSITION}),
                OBJECTED,
                SPEAKS,
                needs=Objection,
                effects=(KeepObjection(), Stop(OBJECTING), Notify("executor", "objection_came")),
                cites=POINTS,
            ),
            Step(
                "ask_oral",
                Phrase("Ауызша тыңдау туралы өтінішхат", "Ходатайство об устном", "Request for an oral hearing"),
                frozenset({POSITION}),
                ASKED,
                SPEAKS,
                needs=AskOral,
                effects=(KeepAsked(), Stop(OBJECTING), Notify("executor", "objection_came")),
                cites=POINTS,
            ),
            Step(
                "appoint",
                Phrase("Ауызша тыңдауды белгілеу", "Назначить устное заслушивание", "Set an oral hearing"),
                frozenset({ASKED}),
                APPOINTED,
                EXECUTOR_OR_LEADER,
                needs=AppointOral,
                effects=(
                    KeepOral(),
                    Issue("hearing_invitation", appointed, applicant_of_parent),
                    TellApplicant("hearing_set"),
                ),
                cites=(*POINTS, "29I.44"),
                leads=True,
            ),
            Step(
                "hold",
                Phrase("Ауызша тыңдауды өткізу", "Провести устное заслушивание", "Hold the oral hearing"),
                frozenset({POSITION, OBJECTED, APPOINTED}),
                HELD,
                EXECUTOR_OR_LEADER,
                guards=(IS_ORAL,),
                effects=(KeepHeld(), CallOff(OBJECTING), Start(RECORDING)),
                cites=RECORD,
            ),
            Step(
                "note_absence",
                Phrase("Келмегенін белгілеу", "Отметить неявку", "Note that nobody came"),
                frozenset({POSITION, OBJECTED, APPOINTED}),
                ENDED,
                EXECUTOR_OR_LEADER,
                guards=(IS_ORAL, term_over(OBJECTING.name)),
                effects=(KeepAbsent(), CallOff()),
                cites=POINTS,
                aside=True,
            ),
            Step(
                "draw_record",
                Phrase("Хаттамаға қол қою", "Подписать протокол", "Sign the record"),
                frozenset({HELD}),
                RECORDED,
                EXECUTOR_OR_LEADER,
                needs=DrawRecord,
                effects=(HoursFit(), Issue("hearing_record", recorded), Stop(RECORDING)),
                cites=RECORD,
                leads=True,
            ),
            Step(
                "read_record",
                Phrase("Танысқанын белгілеу", "Отметить ознакомление", "Note that it was read"),
                frozenset({RECORDED}),
                READ,
                EXECUTOR_OR_KEEPER,
                needs=ReadRecord,
                effects=(KeepRead(), Start(REMARKING, since=lambda _case, data: data.read_on)),
                cites=RECORD,
                leads=True,
            ),
            Step(
                "remark",
                Phrase("Ескертуді тіркеу", "Записать замечания", "Enter remarks"),
                frozenset({READ}),
                REMARKED,
                SPEAKS,
                needs=Remarks,
                effects=(KeepRemarks(), Stop(REMARKING)),
                cites=RECORD,
            ),
            Step(
                "decide_remarks",
                Phrase("Ескертулер бойынша шешу", "Решить по замечаниям", "Decide on the remarks"),
                frozenset({REMARKED}),
                ENDED,
                EXECUTOR_OR_LEADER,
                needs=DecideRemarks,
                effects=(KeepDecided(), CallOff()),
                cites=RECORD,
                leads=True,
            ),
            Step(
                "finish",
                Phrase("Тыңдауды аяқтау", "Завершить заслушивание", "Finish the hearing"),
                frozenset({POSITION, OBJECTED, READ}),
                ENDED,
                EXECUTOR_OR_LEADER,
                guards=(term_over(OBJECTING.name), term_over(REMARKING.name)),
                effects=(CallOff(),),
                cites=("29I.43", "29I.45"),
                leads=True,
            ),
            *kernel_steps(
                states=frozenset(state.name for state in _STATES),
                open_states=_OPEN,
                considered=_OPEN,
                reopens=frozenset({ENDED}),
                reopened_to=lambda _case: POSITION,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=None,
                naming=(NOT_COMPLAINED_OF, NO_INTEREST),
            ),
        ),
        clocks=(OBJECTING, RECORDING, REMARKING),
        facts="hearing",
    )
)


def _told(case: Case, data: OfferHearing) -> dict[str, Any]:  # noqa: ARG001
    return {"on": data.on.isoformat(), "hour": data.hour, "place": data.place, "act_day": data.act_day.isoformat()}


HEARING_STEPS: tuple[Step, ...] = (
    Step(
        "offer_hearing",
        Phrase("Тыңдауға шақыру", "Пригласить на заслушивание", "Invite to a hearing"),
        frozenset({UNDER_REVIEW}),
        None,
        EXECUTOR_OR_LEADER,
        needs=OfferHearing,
        guards=(OF_ITS_KIND, NO_OPEN_HEARING, DISINTERESTED),
        effects=(OpenHearing(), Issue("hearing_invitation", invited), Notify("applicant", "hearing_offered", _told)),
        cites=("29I.43", "29I.44", "29I.45"),
        aside=True,
    ),
    Step(
        "omit_hearing",
        Phrase("Тыңдау өткізілмейтінін белгілеу", "Отметить, почему нет заслушивания", "Say why there is no hearing"),
        frozenset({UNDER_REVIEW}),
        None,
        EXECUTOR_OR_LEADER,
        needs=OmitHearing,
        guards=(OF_ITS_KIND, NO_OPEN_HEARING, DISINTERESTED),
        effects=(KeepOmitted(),),
        cites=("29I.43", "APPK.73"),
        aside=True,
    ),
)
__all__ = ["HEARING", "HEARING_STEPS", "PROOFS"]
