"""The matter that chapter 4 adds to a registered complaint: its table, from the body complained of to the execution.

The complaint itself stays the main proceeding, with its own term (29I.79). Here stands what no other appeal has: what
it contests, the three days of the body complained of (71.4, 71.5), the hearing (77), the notice (75), the
copy (81.2) and the execution (82.2). Steps named “by the appeal” are made inside steps of the complaint (`hung.py`).
"""

from nadzor.appeals.interest import NO_INTEREST
from nadzor.appeals.rights import (
    EXECUTOR_OR_KEEPER,
    EXECUTOR_OR_LEADER,
    LEADER,
    NOT_COMPLAINED_OF,
    REGISTRAR_OR_LEADER,
    SEES,
)
from nadzor.casework.effects import CallOff, Start, Stop
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.procedure import Clock, Procedure, State, Step, Tone, declare, follow
from nadzor.complaints.calling import (
    CALLING_OFF,
    IS_CALLED,
    NOT_CALLED,
    ON_ITS_DAY,
    POINTS,
    PUTTING_OFF,
    TELL_CALLED,
    TELL_CALLED_OFF,
    TELL_PUT_OFF,
    DropCall,
    InTime,
    KeepCall,
)
from nadzor.complaints.contesting import AtHigher, is_here, opened, received_on
from nadzor.complaints.forms import (
    AskRestoration,
    CallOffCall,
    CallOfficial,
    Contest,
    Executed,
    GoneBack,
    Hear,
    KeepInForce,
    NotHeard,
    PutOffCall,
    WithdrawComplaint,
)
from nadzor.complaints.hearing import KeepHeard, KeepNotHeard
from nadzor.complaints.keeping import (
    OF_A_SUBORDINATE,
    ONCE_ASKED,
    SUSPENDS,
    KeepAct,
    KeepExecuted,
    KeepRestoration,
    KeepWithdrawal,
)
from nadzor.complaints.papers import CALL, CALL_OFF_TOLD, COPY, RECORD_OF_HEARING
from nadzor.complaints.rights import BY_THE_APPEAL
from nadzor.complaints.sending import ForTheExecutor
from nadzor.complaints.states import (
    ANNULLED,
    AT_BODY,
    CONSIDERED,
    CORRECTED,
    DONE,
    EXECUTING,
    RETURNED,
    SENT_UP,
    TO_COPY,
    TO_TELL,
)
from nadzor.complaints.words import TABLE
from nadzor.law.readings import DEFAULT
from nadzor.law.words import Phrase

SENDING = Clock(
    "sending_up",
    Phrase(
        "Жоғары жіберу немесе өзі түзету",
        "Направление вышестоящему или самоисправление",
        "Sending up or self-correction",
    ),
    ("29I.71.4", "29I.71.5"),
)
TELLING = Clock(
    "left_notice",
    Phrase("Қараусыз қалдыру туралы хабарлама", "Уведомление об оставлении без рассмотрения", "Notice of leaving it"),
    ("29I.75",),
)
RETURNING = Clock(
    "returning", Phrase("Шағымды қайтару", "Возврат жалобы", "Return of the complaint"), ("APPK.64.7.1", "APPK.64.7.2")
)
IN_THREE_DAYS = "return_in_three_working_days"
EXECUTION = Clock(
    "execution", Phrase("Шешімді орындау", "Исполнение решения", "Execution of the decision"), ("29I.82.2",)
)
_STATES = (
    State(
        AT_BODY,
        Phrase("Шағым жасалған органда", "У органа, чей акт обжалуется", "With the body complained of"),
        Tone.NEW,
        open=True,
    ),
    State(
        CONSIDERED,
        Phrase(
            "Жоғары тұрған прокурор қарауда", "Рассматривает вышестоящий прокурор", "A higher prosecutor considers it"
        ),
        Tone.WORK,
        open=True,
    ),
    State(TO_TELL, Phrase("Хабарлау керек", "Нужно уведомить", "To be told"), Tone.WORK, open=True),
    State(
        TO_COPY,
        Phrase("Көшірмесін жіберу керек", "Нужно направить копию", "The copy is to be sent"),
        Tone.WORK,
        open=True,
    ),
    State(EXECUTING, Phrase("Орындалуда", "Исполняется", "Being executed"), Tone.WAIT, open=True),
    State(DONE, Phrase("Аяқталды", "Завершено", "Completed"), Tone.DONE, open=False),
    State(SENT_UP, Phrase("Жоғары жіберілді", "Направлена вышестоящему", "Sent up"), Tone.MOVED, open=False),
    State(
        CORRECTED, Phrase("Орган өзі түзетті", "Орган исправил сам", "The body corrected itself"), Tone.DONE, open=False
    ),
    State(RETURNED, Phrase("Қайтарылды", "Возвращена", "Returned"), Tone.ENDED, open=False),
    State(ANNULLED, Phrase("Жойылды", "Аннулировано", "Annulled"), Tone.ENDED, open=False),
)
_HERE, _UNDECIDED = frozenset({CONSIDERED}), frozenset({AT_BODY, CONSIDERED})


def _inner(
    name: str, title: Phrase, to: str | None, cites: tuple[str, ...], from_: frozenset[str], *effects: object
) -> Step:
    """A step that a step of the complaint itself makes here."""
    return Step(name, title, from_, to, BY_THE_APPEAL, effects=effects, cites=cites, house=True)  # type: ignore[arg-type]


COMPLAINT = declare(
    Procedure(
        TABLE,
        Phrase("Шағым бойынша іс жүргізу", "Производство по жалобе", "Complaint matter"),
        _STATES,
        (
            Step(
                "begin",
                Phrase("Не шағымдалғанын жазу", "Записать, что обжалуется", "Enter what is contested"),
                frozenset(),
                AT_BODY,
                BY_THE_APPEAL,
                needs=Contest,
                effects=(
                    AtHigher(),
                    ForTheExecutor(),
                    Start(SENDING, since=received_on, when=is_here),
                ),
                cites=("29I.71.1", "29I.70"),
                opens=opened,
            ),
            Step(
                "take_here",
                Phrase("Осы прокуратурада қарау", "Рассмотреть здесь", "Consider it here"),
                frozenset({AT_BODY}),
                CONSIDERED,
                LEADER,
                guards=(OF_A_SUBORDINATE,),
                effects=(CallOff(SENDING),),
                cites=("29I.70",),
            ),
            Step(
                "ask_restoration",
                Phrase(
                    "Мерзімді қалпына келтіру өтінішін жазу",
                    "Записать просьбу восстановить срок",
                    "Enter a request to restore the term",
                ),
                _UNDECIDED,
                None,
                EXECUTOR_OR_KEEPER,
                needs=AskRestoration,
                guards=(ONCE_ASKED,),
                effects=(KeepRestoration(),),
                cites=("29I.71.2",),
                late=True,
            ),
            Step(
                "call_official",
                Phrase(
                    "Лауазымды адамды тыңдауға шақыру",
                    "Вызвать должностное лицо на заслушивание",
                    "Call the official to be heard",
                ),
                _HERE,
                None,
                EXECUTOR_OR_LEADER,
                needs=CallOfficial,
                guards=(NOT_CALLED,),
                effects=(InTime(), CALL, KeepCall(), TELL_CALLED),
                cites=POINTS,
            ),
            Step(
                "put_off_call",
                Phrase(
                    "Лауазымды адамды тыңдауды ауыстыру",
                    "Перенести заслушивание должностного лица",
                    "Put off the hearing of the official",
                ),
                _HERE,
                None,
                EXECUTOR_OR_LEADER,
                needs=PutOffCall,
                guards=(IS_CALLED,),
                effects=(InTime(), PUTTING_OFF, CALL, KeepCall(), TELL_PUT_OFF),
                cites=POINTS,
                aside=True,
            ),
            Step(
                "call_off_call",
                Phrase(
                    "Лауазымды адамды тыңдауды болдырмау",
                    "Отменить заслушивание должностного лица",
                    "Call off the hearing of the official",
                ),
                _HERE,
                None,
                EXECUTOR_OR_LEADER,
                needs=CallOffCall,
                guards=(IS_CALLED,),
                effects=(CALL_OFF_TOLD, TELL_CALLED_OFF, CALLING_OFF),
                cites=POINTS,
                aside=True,
            ),
            Step(
                "hear",
                Phrase("Тыңдау хаттамасын жасау", "Составить протокол заслушивания", "Record a hearing"),
                _HERE,
                None,
                EXECUTOR_OR_LEADER,
                needs=Hear,
                guards=(ON_ITS_DAY,),
                effects=(KeepHeard(), RECORD_OF_HEARING),
                cites=("29I.77",),
                leads=True,
            ),
            Step(
                "not_heard",
                Phrase("Неге тыңдалмағанын жазу", "Записать, почему не заслушан", "Enter why a side is not heard"),
                _HERE,
                None,
                EXECUTOR_OR_LEADER,
                needs=NotHeard,
                guards=(ON_ITS_DAY,),
                effects=(KeepNotHeard(),),
                cites=("29I.77",),
            ),
            Step(
                "keep_in_force",
                Phrase("Актінің күшін тоқтатпау", "Не приостанавливать акт", "Keep the act in force"),
                _UNDECIDED,
                None,
                EXECUTOR_OR_LEADER,
                needs=KeepInForce,
                guards=(SUSPENDS,),
                effects=(KeepAct(),),
                cites=("APPK.96",),
                aside=True,
            ),
            Step(
                "withdraw",
                Phrase("Шағымды кері қайтарып алуды қабылдау", "Принять отзыв жалобы", "Accept the withdrawal"),
                _UNDECIDED,
                None,
                EXECUTOR_OR_LEADER,
                needs=WithdrawComplaint,
                effects=(KeepWithdrawal(),),
                cites=("29I.73", "29I.74"),
                late=True,
            ),
            _inner(
                "go_up",
                Phrase("Жоғары жіберу", "Направить вышестоящему", "Send up"),
                SENT_UP,
                ("29I.71.4",),
                frozenset({AT_BODY}),
                Stop(SENDING),
                CallOff(),
            ),
            _inner(
                "correct_self",
                Phrase("Өзі түзету", "Исправить самому", "Correct oneself"),
                CORRECTED,
                ("29I.71.5",),
                frozenset({AT_BODY}),
                Stop(SENDING),
                CallOff(),
            ),
            _inner("decide", Phrase("Шешу", "Решить", "Decide"), TO_COPY, ("29I.80.1",), _HERE),
            _inner(
                "leave",
                Phrase("Қараусыз қалдыру", "Оставить без рассмотрения", "Leave it"),
                TO_TELL,
                ("29I.74",),
                _UNDECIDED,
                CallOff(SENDING),
                Start(TELLING),
            ),
            Step(
                "go_back",
                Phrase("Қайтару", "Возвратить", "Return it"),
                _UNDECIDED,
                RETURNED,
                BY_THE_APPEAL,
                needs=GoneBack,
                effects=(
                    CallOff(),
                    Start(
                        RETURNING,
                        norm=lambda _case, data: data.norm,
                        since=lambda _case, data: data.since,
                        when=lambda case, _data: DEFAULT.value("R33", case.happened_on) == IN_THREE_DAYS,
                        done=True,
                    ),
                ),
                cites=("29I.73", "APPK.64.7.1", "APPK.64.7.2"),
                house=True,
            ),
            _inner(
                "tell",
                Phrase("Хабарлау", "Уведомить", "Tell"),
                DONE,
                ("29I.75",),
                frozenset({TO_TELL}),
                Stop(TELLING),
                CallOff(),
            ),
            Step(
                "send_copy",
                Phrase("Шешімнің көшірмесін жіберу", "Направить копию решения", "Send a copy of the decision"),
                frozenset({TO_COPY}),
                EXECUTING,
                EXECUTOR_OR_LEADER,
                effects=(
                    COPY,
                    Start(
                        EXECUTION,
                        due=lambda case, _data: case.facts.execute_by,
                        when=lambda case, _data: case.facts.execute_by is not None,
                    ),
                ),
                cites=("29I.81.2", "29I.82.2"),
                to_of=lambda case: EXECUTING if case.facts.execute_by is not None else DONE,
                leads=True,
            ),
            Step(
                "executed",
                Phrase("Орындалғанын белгілеу", "Отметить исполнение", "Note the execution"),
                frozenset({EXECUTING}),
                DONE,
                EXECUTOR_OR_LEADER,
                needs=Executed,
                effects=(KeepExecuted(), Stop(EXECUTION), CallOff()),
                cites=("29I.82.2",),
                leads=True,
                late=True,
            ),
            *kernel_steps(
                states=frozenset(state.name for state in _STATES),
                open_states=_UNDECIDED,
                considered=_UNDECIDED,
                reopens=frozenset({DONE}),
                reopened_to=lambda case: EXECUTING if case.facts.execute_by is not None else CONSIDERED,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=None,
                naming=(NOT_COMPLAINED_OF, NO_INTEREST),
            ),
        ),
        clocks=(SENDING, TELLING, RETURNING, EXECUTION),
        facts="complaint",
    )
)
follow(COMPLAINT, "annul", DropCall())
