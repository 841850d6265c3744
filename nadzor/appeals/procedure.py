"""The table of the main line of an appeal; what runs beside it has tables of its own.

Source: order 29/2023, annex 1 (29I).
"""

from dataclasses import dataclass
from typing import Any

from nadzor.appeals import issues
from nadzor.appeals.additions import ADDITION_STEPS
from nadzor.appeals.assets import ASSET_STEP
from nadzor.appeals.barred import NOT_ONE_COMPLAINED_OF
from nadzor.appeals.checking import CHECKING_STEPS, MEASURES
from nadzor.appeals.clocks import CONSIDERATION, PARTS, PASSING_ON, event_of, norm_of_consideration, norm_of_passing
from nadzor.appeals.contested import NOT_ONLY_CONTESTED
from nadzor.appeals.crime import CRIME_STEPS
from nadzor.appeals.cure import CURE_LAPSED, NO_OPEN_CURE, AskToCure, CloseLapsed, OpenCure
from nadzor.appeals.dispatching import DISPATCH
from nadzor.appeals.drafting import ANSWER_DRAFT, AUTHOR, NO_DRAFT, OpenDraft
from nadzor.appeals.drafting_forms import Dispatched, Draft, Sign
from nadzor.appeals.emailing import email_steps
from nadzor.appeals.forms import (
    Assign,
    File,
    GivePart,
    Register,
    Return,
)
from nadzor.appeals.forwarding import (
    ARRIVAL,
    FORWARDING,
    FORWARDING_SIGNATORY,
    MAY_GO_DOWN,
    NOT_TO_THE_ACCUSED,
    Arrive,
    Forward,
    SendOn,
    arrived,
    norm_of,
    told,
)
from nadzor.appeals.handing_on import HandOn
from nadzor.appeals.harm import HARM_STEPS, NO_HARM
from nadzor.appeals.higher import KeepFacts, MarkFacts
from nadzor.appeals.intake import BOOK, registered
from nadzor.appeals.interest import DISINTERESTED, EXECUTOR_DISINTERESTED, NO_INTEREST, interest_steps
from nadzor.appeals.materials import MATERIALS_REQUEST, OpenRequest
from nadzor.appeals.models import Appeal, Part
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
    SIGNATORY,
)
from nadzor.appeals.sealed import READERS_FIT, SEALED_STEPS, CloseFor
from nadzor.appeals.sealed_onward import SOMEBODY_THERE, SealThere
from nadzor.appeals.signing import (
    DRAFT_READY,
    FILE_WHOLE,
    STILL_COMPLETE,
    SendOnPaper,
    SendOnPortal,
    SignLetter,
    goes_by_portal,
)
from nadzor.appeals.slips import SLIP, SLIP_STEPS
from nadzor.appeals.sorting import KeepSorted, Sort
from nadzor.appeals.states import (
    ANSWERED,
    CLOSED,
    EARLIER,
    FORWARDED,
    REGISTERED,
    RETURNED,
    SIGNED,
    STATES,
    UNDER_REVIEW,
)
from nadzor.casework.case import Case
from nadzor.casework.delivery_steps import delivery_steps
from nadzor.casework.effects import CallOff, Notify, Start, Stop, end_term, name_people
from nadzor.casework.kernel_steps import NO_OPEN_CHILDREN, PARTY_TITLES, kernel_steps, last_open_state
from nadzor.casework.people import PRESENT, place_of
from nadzor.casework.procedure import Procedure, Step, declare
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase

BESIDE = (ANSWER_DRAFT, DISPATCH, MATERIALS_REQUEST, SLIP)
"""Tables of what runs beside an appeal, each in its own module: declared by being imported."""


@dataclass(frozen=True)
class AssignTo:
    """Name the people, put the case into the executor's unit, decide the kind if it was open."""

    def apply(self, case: Case, data: Assign, change: Change) -> None:
        """Change people, unit and kind; a kind decided now starts the right term in place of the provisional one."""
        case.row.unit_id = place_of(data.executor, case, "executor")
        name_people(case, data.executor, data.co_executors, change)
        if data.topic is not None:
            change.update(Appeal, case.row.pk, topic=str(data.topic))
        if data.kind is None or data.kind == case.row.kind:
            return
        if case.row.kind is not None:
            raise invalid(kind=_KIND_STANDS)
        case.row.kind = str(data.kind)
        running = case.running(CONSIDERATION.name)
        if running is not None and running.norm != norm_of_consideration(case, data):
            end_term(case, running, change, called_off=True)
            Start(CONSIDERATION, norm=norm_of_consideration, since=event_of).apply(case, data, change)


_KIND_STANDS = Phrase(
    "Жолданымның түрі анықталған; оны бұл қадам өзгертпейді.",
    "Вид обращения уже определён; этот шаг его не меняет.",
    "The kind of the appeal is decided; this step does not change it.",
)


@dataclass(frozen=True)
class KeepPart:
    """Keep the information of a co-executor; the last of those who owe one stops their clock."""

    def apply(self, case: Case, data: GivePart, change: Change) -> None:
        """Write the part. It is late where the clock has run out before."""
        giver = case.act.actor.person_id if case.act is not None else None
        if giver is None:
            return
        term = case.running(PARTS.name)
        late = term is not None and case.happened_on > term.due_day
        change.insert(
            Part, appeal_id=case.row.pk, person_id=giver, text=data.text, given_on=case.happened_on, late=late
        )
        given = set(Part.objects.filter(appeal=case.row.pk).values_list("person_id", flat=True))
        if case.co_executors() <= {*given, giver}:
            Stop(PARTS).apply(case, data, change)


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
                    Start(CONSIDERATION, norm=norm_of_consideration, since=event_of),
                    Start(PASSING_ON, norm=norm_of_passing, since=lambda case, _data: case.row.registered_on),
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
                    Start(CONSIDERATION, norm=norm_of_consideration, since=event_of),
                    Start(PASSING_ON, norm=norm_of_passing),
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
                guards=(PRESENT, INSIDE_OWN_UNIT, NOT_COMPLAINED_OF, NO_INTEREST),
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
                    Start(CONSIDERATION, norm=norm_of_consideration, since=event_of),
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
                guards=(NO_OPEN_CHILDREN, NOT_TO_THE_ACCUSED, MAY_GO_DOWN, SOMEBODY_THERE),
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
                effects=(KeepFacts(),),
                cites=("29I.29.2", "29I.29.4", "29I.30.1", "29I.30.2", "29I.88.8"),
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
                guards=(CURE_LAPSED, NO_OPEN_REQUEST, NO_DRAFT),
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
                guards=(DISINTERESTED,),
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
            Step(
                "draft_answer",
                Phrase("Жауаптың жобасын жазу", "Подготовить проект ответа", "Draft the answer"),
                frozenset({UNDER_REVIEW}),
                None,
                AUTHOR,
                needs=Draft,
                guards=(NO_DRAFT,),
                effects=(OpenDraft(),),
                cites=("29I.60.1", "29I.85", "29I.33.2"),
                leads=True,
            ),
            Step(
                "answer",
                Phrase("Жауапқа қол қою", "Подписать ответ", "Sign the answer"),
                frozenset({UNDER_REVIEW}),
                SIGNED,
                SIGNATORY,
                needs=Sign,
                guards=(
                    DRAFT_READY,
                    STILL_COMPLETE,
                    NO_OPEN_REQUEST,
                    DISINTERESTED,
                    NOT_ONE_COMPLAINED_OF,
                    EXECUTOR_DISINTERESTED,
                    NOT_ONLY_CONTESTED,
                    NO_HARM,
                ),
                effects=(SignLetter(), CallOff(PARTS), SendOnPortal(CONSIDERATION)),
                cites=("29I.68.1", "29I.85", "29I.86", "29I.47.1"),
                final=True,
                signed=True,
                to_of=lambda case: ANSWERED if goes_by_portal(case) else SIGNED,
                leads=True,
            ),
            Step(
                "dispatch",
                Phrase("Жауапты жөнелту", "Отправить ответ", "Send the answer"),
                frozenset({SIGNED}),
                ANSWERED,
                EXECUTOR_OR_KEEPER,
                needs=Dispatched,
                guards=(FILE_WHOLE,),
                effects=(SendOnPaper(CONSIDERATION),),
                cites=("29I.68.1",),
                late=True,
                leads=True,
            ),
            Step(
                "close",
                Phrase("Іске тігу", "Списать в дело", "Put to the file"),
                frozenset({ANSWERED}),
                CLOSED,
                EXECUTOR_OR_LEADER,
                needs=File,
                guards=(NO_OPEN_CHILDREN,),
                effects=(CallOff(),),
                cites=("29I.68.1",),
                leads=True,
            ),
            *email_steps(CONSIDERATION),
            *delivery_steps(
                frozenset(state.name for state in STATES) - {"annulled", EARLIER},
                REGISTRAR_OR_LEADER,
                EXECUTOR_OR_KEEPER,
            ),
            *SLIP_STEPS,
            *CRIME_STEPS,
            *interest_steps(PARTS),
            *kernel_steps(
                states=frozenset(state.name for state in STATES),
                open_states=frozenset({REGISTERED, UNDER_REVIEW}),
                considered=frozenset({UNDER_REVIEW}),
                reopens=frozenset({SIGNED, ANSWERED, CLOSED, RETURNED}),
                reopened_to=_reopened_to,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=CONSIDERATION,
                naming=(INSIDE_OWN_UNIT, NOT_COMPLAINED_OF, NO_INTEREST),
            ),
        ),
        clocks=(CONSIDERATION, PASSING_ON, PARTS, FORWARDING, ASKING, MEASURES),
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
