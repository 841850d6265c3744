"""The table of the main line of an appeal; what runs beside it has tables of its own.

Source: order 29/2023, annex 1 (29I).
"""

from typing import Any

from nadzor.appeals import issues
from nadzor.appeals.access.table import ACCESS_STEPS, ACCESS_TABLE
from nadzor.appeals.additions import ADDITION_STEPS
from nadzor.appeals.answering import ANSWER_STEPS
from nadzor.appeals.assets import ASSET_STEP
from nadzor.appeals.assigning import AssignTo, KeepPart
from nadzor.appeals.bans.private import NOTHING_BESIDE, NOTHING_DISCLOSED
from nadzor.appeals.checking import CHECKING_STEPS, MEASURES
from nadzor.appeals.checks.steps import BESIDE_CHECKS, TRANSFERRING, VISIT_AND_INSTRUCTION_STEPS
from nadzor.appeals.checks.transfer_rules import BY_MEMO
from nadzor.appeals.clocks import CONSIDERATION, PARTS, PASSING_ON, START_CONSIDERATION, norm_of_passing
from nadzor.appeals.control.going_along import NOTHING_HELD
from nadzor.appeals.control.interpellations import START_TO_GENERAL
from nadzor.appeals.control.said import TakeAsSaid
from nadzor.appeals.control.steps import TIME_CLOCKS, TIME_STEPS
from nadzor.appeals.crime import CRIME_STEPS
from nadzor.appeals.cure import CURE_LAPSED, NO_OPEN_CURE, AskToCure, CloseLapsed, OpenCure
from nadzor.appeals.dispatching import DISPATCH
from nadzor.appeals.drafting import ANSWER_DRAFT, NO_DRAFT
from nadzor.appeals.emailing import email_steps
from nadzor.appeals.ends.likeness import KeepKeys
from nadzor.appeals.ends.steps import END_CLOCKS, END_STEPS, STARTED_AT_REGISTRATION
from nadzor.appeals.ends.withdrawal import WITHDRAWAL
from nadzor.appeals.forms import (
    Assign,
    GivePart,
    Register,
    Return,
)
from nadzor.appeals.forwarding import (
    ARRIVAL,
    FORWARDING,
    FORWARDING_SIGNATORY,
    MAY_GO_THERE,
    NOT_TO_THE_ACCUSED,
    Arrive,
    Forward,
    SendOn,
    arrived,
    norm_of,
    told,
)
from nadzor.appeals.handing_on import HandOn
from nadzor.appeals.harm import HARM_STEPS
from nadzor.appeals.hearing.table import HEARING, HEARING_STEPS
from nadzor.appeals.higher import KeepFacts, MarkFacts
from nadzor.appeals.intake import BOOK, registered
from nadzor.appeals.interest import DISINTERESTED, NO_INTEREST, interest_steps
from nadzor.appeals.materials import MATERIALS_REQUEST, OpenRequest
from nadzor.appeals.own_letters import own_letter_step
from nadzor.appeals.passing import passing_steps
from nadzor.appeals.protocol import IS_ORAL, DrawProtocol
from nadzor.appeals.requests import ASKING, REQUESTER, AskedInTime, AskForMaterials
from nadzor.appeals.rights import (
    ASSIGNING,
    CO_EXECUTOR,
    EXECUTOR_OR_KEEPER,
    EXECUTOR_OR_LEADER,
    IMPORT,
    INSIDE_OWN_UNIT,
    LEADER,
    NO_OPEN_REQUEST,
    NOT_COMPLAINED_OF,
    REGISTRAR,
    REGISTRAR_OR_LEADER,
    SEES,
)
from nadzor.appeals.routing.messages import MESSAGE_STEP
from nadzor.appeals.routing.parts import FORWARDED_PART, PART_STEPS
from nadzor.appeals.routing.places import PLACES, RIGHT_UNIT
from nadzor.appeals.sealed import READERS_FIT, SEALED_STEPS, CloseFor
from nadzor.appeals.sealed_onward import SOMEBODY_THERE, SealThere
from nadzor.appeals.slips import SLIP, SLIP_STEPS
from nadzor.appeals.sorting import KeepSorted, Sort
from nadzor.appeals.states import (
    ANSWERED,
    ATTACHED,
    CLOSED,
    EARLIER,
    FORWARDED,
    REGISTERED,
    RETURNED,
    SIGNED,
    STATES,
    TERMINATED,
    UNCONSIDERED,
    UNDER_REVIEW,
)
from nadzor.appeals.written import NO_WRITTEN_DRAFT
from nadzor.appeals.written_steps import WRITTEN_STEPS
from nadzor.casework.case import Case
from nadzor.casework.delivery_steps import delivery_steps
from nadzor.casework.effects import CallOff, Notify, Start, Stop
from nadzor.casework.kernel_steps import PARTY_TITLES, kernel_steps, last_open_state
from nadzor.casework.people import PRESENT
from nadzor.casework.procedure import Procedure, Step, declare
from nadzor.law.words import Phrase

BESIDE = (
    *(ANSWER_DRAFT, DISPATCH, FORWARDED_PART, MATERIALS_REQUEST, SLIP, WITHDRAWAL, HEARING, ACCESS_TABLE),
    *BESIDE_CHECKS,
)
"""Tables of what runs beside an appeal, each in its own module: declared by being imported."""


def _asked_to_cure(case: Case, data: AskToCure) -> dict[str, Any]:  # noqa: ARG001
    return {"missing": list(data.missing), "words": data.words, "due": data.due.isoformat()}


def _returned(case: Case, data: Return) -> dict[str, Any]:  # noqa: ARG001
    return {"reason": data.reason}


def _reopened_to(case: Case) -> str:
    return UNDER_REVIEW if case.row.executor_id is not None else last_open_state(case, REGISTERED)


APPEAL = declare(
    Procedure(
        "appeal",
        Phrase("Жолданым", "Обращение", "Appeal"),
        STATES,
        (
            Step(
                "register",
                Phrase("Тіркеу", "Зарегистрировать", "Register"),
                frozenset(),
                REGISTERED,
                REGISTRAR,
                needs=Register,
                guards=(READERS_FIT,),
                effects=(
                    CloseFor(),
                    START_CONSIDERATION,
                    START_TO_GENERAL,
                    Start(PASSING_ON, norm=norm_of_passing, since=lambda case, _data: case.row.registered_on),
                    *STARTED_AT_REGISTRATION,
                    TakeAsSaid(),
                    HandOn(),
                    DrawProtocol(),
                    Notify("applicant", "registered"),
                    issues.TELL_REGISTERED,
                ),
                cites=("29I.23.1", "29I.24", "29I.51"),
                opens=registered,
            ),
            Step(
                "enter_earlier",
                Phrase("Бұрынғы есептен енгізу", "Внести из прежнего учёта", "Enter from earlier records"),
                frozenset(),
                EARLIER,
                IMPORT,
                needs=Register,
                effects=(KeepKeys(),),
                cites=("29I.23.1",),
                opens=registered,
            ),
            Step(
                "take_up",
                Phrase("Қарауға қабылдау", "Принять к рассмотрению", "Take up for consideration"),
                frozenset({EARLIER}),
                REGISTERED,
                REGISTRAR_OR_LEADER,
                effects=(
                    START_CONSIDERATION,
                    START_TO_GENERAL,
                    Start(PASSING_ON, norm=norm_of_passing),
                    TakeAsSaid(),
                ),
                cites=("29I.26.2",),
            ),
            Step(
                "assign",
                Phrase("Қарауға беру", "Передать на рассмотрение", "Pass on for consideration"),
                frozenset({REGISTERED}),
                UNDER_REVIEW,
                ASSIGNING,
                needs=Assign,
                guards=(PRESENT, INSIDE_OWN_UNIT, NOT_COMPLAINED_OF, NO_INTEREST, *PLACES),
                effects=(
                    AssignTo(),
                    Stop(PASSING_ON),
                    Start(PARTS, when=lambda _case, data: bool(data.co_executors)),
                    Notify("executor", "assigned"),
                    Notify("applicant", "executor_named"),
                    issues.TELL_EXECUTOR,
                ),
                cites=("29I.26.2", "29I.33.1", "29I.33.3"),
                late=True,
                leads=True,
            ),
            *passing_steps(AssignTo(), PASSING_ON, PARTS),
            Step(
                "arrive",
                Phrase("Жіберілген жолданымды тіркеу", "Принять направленное", "Register what was forwarded"),
                frozenset(),
                REGISTERED,
                ARRIVAL,
                needs=Arrive,
                effects=(
                    SealThere(),
                    START_CONSIDERATION,
                    START_TO_GENERAL,
                    Start(PASSING_ON, norm=norm_of_passing, since=lambda case, _data: case.row.registered_on),
                    Notify("applicant", "registered"),
                    issues.TELL_REGISTERED,
                ),
                cites=("29I.23.1", "29I.24"),
                opens=arrived,
            ),
            Step(
                "forward",
                Phrase("Құзыреті бойынша жіберу", "Направить по компетенции", "Forward by competence"),
                frozenset({REGISTERED, UNDER_REVIEW}),
                FORWARDED,
                FORWARDING_SIGNATORY,
                needs=Forward,
                guards=(NOTHING_HELD, NOT_TO_THE_ACCUSED, MAY_GO_THERE, SOMEBODY_THERE),
                effects=(
                    CallOff(),
                    Start(FORWARDING, norm=norm_of, since=lambda case, _data: case.row.registered_on, done=True),
                    Notify("applicant", "forwarded", told),
                    issues.COVERING_LETTER,
                    issues.TELL_FORWARDED,
                    SendOn(),
                ),
                cites=("29I.31.1", "29I.31.2", "29I.27.5", "29I.27.6"),
                final=True,
            ),
            *PART_STEPS,
            MESSAGE_STEP,
            Step(
                "sort",
                Phrase("Бастапқы немесе қайталама екенін белгілеу", "Определить, что это", "Say what it is"),
                frozenset({REGISTERED, UNDER_REVIEW}),
                None,
                EXECUTOR_OR_KEEPER,
                needs=Sort,
                effects=(KeepSorted(),),
                cites=("29I.2.6", "29I.2.12", "29I.2.10"),
                aside=True,
            ),
            Step(
                "mark_facts",
                Phrase(
                    "Бақылауды немесе шағымданған прокурорды белгілеу",
                    "Отметить контроль или обжалуемого прокурора",
                    "Mark the control or the prosecutor complained of",
                ),
                frozenset({REGISTERED, UNDER_REVIEW}),
                None,
                EXECUTOR_OR_KEEPER,
                needs=MarkFacts,
                effects=(KeepFacts(), TakeAsSaid()),
                cites=("29I.28.3", "29I.28.5", "29I.29.2", "29I.29.4", "29I.30.1", "29I.30.2", "29I.88.8"),
                aside=True,
            ),
            Step(
                "draw_protocol",
                Phrase("Хаттама толтыру", "Составить протокол", "Draw up the protocol"),
                frozenset({REGISTERED, UNDER_REVIEW}),
                None,
                REGISTRAR,
                guards=(IS_ORAL,),
                effects=(DrawProtocol(),),
                cites=("29I.37",),
                aside=True,
            ),
            Step(
                "ask_to_cure",
                Phrase("Кемшіліктерді жоюды сұрау", "Попросить устранить недостатки", "Ask to mend the appeal"),
                frozenset({REGISTERED, UNDER_REVIEW}),
                None,
                EXECUTOR_OR_KEEPER,
                needs=AskToCure,
                guards=(NO_OPEN_CURE,),
                effects=(OpenCure(), issues.REQUEST_TO_CURE, Notify("applicant", "cure_asked", _asked_to_cure)),
                cites=("29I.25.1", "29I.39", "29I.40.1", "29I.40.2"),
            ),
            Step(
                "return_uncured",
                Phrase("Жойылмаған жолданымды қайтару", "Возвратить неустранённое", "Return what was not mended"),
                frozenset({REGISTERED, UNDER_REVIEW}),
                RETURNED,
                EXECUTOR_OR_LEADER,
                needs=Return,
                guards=(CURE_LAPSED, NO_OPEN_REQUEST, NO_DRAFT, NO_WRITTEN_DRAFT),
                effects=(CloseLapsed(), CallOff(), issues.RETURN_LETTER, Notify("applicant", "returned", _returned)),
                cites=("29I.25.2", "29I.25.3"),
                final=True,
            ),
            Step(
                "ask_for_materials",
                Phrase("Материалдар сұрату", "Запросить материалы", "Ask for materials"),
                frozenset({UNDER_REVIEW}),
                None,
                REQUESTER,
                needs=AskForMaterials,
                guards=(DISINTERESTED, NOTHING_DISCLOSED, NOTHING_BESIDE),
                effects=(OpenRequest(), AskedInTime(), issues.REQUEST_MATERIALS),
                cites=("29I.62.1",),
                late=True,
            ),
            *CHECKING_STEPS,
            *ADDITION_STEPS,
            ASSET_STEP,
            *HARM_STEPS,
            *SEALED_STEPS,
            Step(
                "give_part",
                Phrase("Өз бөлігін беру", "Передать свою часть", "Give one’s part"),
                frozenset({UNDER_REVIEW}),
                None,
                CO_EXECUTOR,
                needs=GivePart,
                guards=(DISINTERESTED,),
                effects=(KeepPart(), issues.PART_OF_CO_EXECUTOR, Notify("executor", "part_given")),
                cites=("29I.33.3", "29I.33.2"),
            ),
            *HEARING_STEPS,
            *ACCESS_STEPS,
            *VISIT_AND_INSTRUCTION_STEPS,
            *ANSWER_STEPS,
            *email_steps(CONSIDERATION),
            *delivery_steps(
                frozenset(state.name for state in STATES) - {"annulled", EARLIER},
                REGISTRAR_OR_LEADER,
                EXECUTOR_OR_KEEPER,
            ),
            own_letter_step(frozenset(state.name for state in STATES) - {"annulled", EARLIER, FORWARDED}),
            *SLIP_STEPS,
            *WRITTEN_STEPS,
            *END_STEPS,
            *TIME_STEPS,
            *CRIME_STEPS,
            *interest_steps(PARTS),
            *kernel_steps(
                states=frozenset(state.name for state in STATES),
                open_states=frozenset({REGISTERED, UNDER_REVIEW}),
                considered=frozenset({UNDER_REVIEW}),
                reopens=frozenset({SIGNED, ANSWERED, CLOSED, RETURNED, TERMINATED, UNCONSIDERED, ATTACHED}),
                reopened_to=_reopened_to,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=CONSIDERATION,
                naming=(INSIDE_OWN_UNIT, BY_MEMO, NOT_COMPLAINED_OF, NO_INTEREST, RIGHT_UNIT),
            ),
        ),
        clocks=(
            CONSIDERATION,
            PASSING_ON,
            PARTS,
            FORWARDING,
            ASKING,
            MEASURES,
            TRANSFERRING,
            *END_CLOCKS,
            *TIME_CLOCKS,
        ),
        book=BOOK,
        facts="appeal",
        correctable=PARTY_TITLES,
        taken={
            "external_id_once_a_source": Phrase(
                "Бұл сыртқы нөмірмен жолданым бұрын тіркелген.",
                "Обращение с этим внешним номером уже зарегистрировано.",
                "An appeal with this external id is registered already.",
            ),
        },
    )
)
