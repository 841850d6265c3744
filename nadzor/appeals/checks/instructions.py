"""Assignments to lower prosecutors: points to check, a term, the answer under control, an additional check.

Source: 29I.66.1 (who assigns, what it names), 66.2 (what comes with the information), 66.3 (realistic terms), 67
(additional check with remarks), 61.6 (nothing is asked about a person that has nothing to do with the appeal).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.bans.private import NOTHING_BESIDE
from nadzor.appeals.checks.instruction_forms import CheckFurther, Instruct, Report
from nadzor.appeals.checks.models import Instruction
from nadzor.appeals.forms import Withdrawn
from nadzor.appeals.forwarding import NOT_TO_THE_ACCUSED, Forward
from nadzor.appeals.interest import DISINTERESTED, NO_INTEREST
from nadzor.appeals.materials import ForTheAsker
from nadzor.appeals.papers.signers import ASSIGNING_CHECKS
from nadzor.appeals.rights import EXECUTOR_OR_LEADER, LEADER, NOT_COMPLAINED_OF, REGISTRAR_OR_LEADER, SEES
from nadzor.appeals.states import ANNULLED, UNDER_REVIEW
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import CallOff, Notify, Start, Stop
from nadzor.casework.forms import Form, typed_lines
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.opening import child_of, open_child, parent_of
from nadzor.casework.procedure import YES, Clock, Guard, Procedure, State, Step, Tone, Verdict, declare
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import BodyCard
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue, language_of

CHECKED_BY = Clock(
    "instruction", Phrase("Тапсырманы орындау", "Исполнение поручения", "Execution of the assignment"), ("29I.66.3",)
)
_POINTS = ("29I.66.1", "29I.66.2", "29I.66.3")


def office_below(case: Case, code: str) -> BodyCard:
    """Return the office of that code. Raises Invalid where it does not stand below that of the case."""
    found = case.directory.by_code.get(code)
    if found is None or found.id not in case.directory.lower(case.body.id):
        raise invalid(office=_NOT_LOWER)
    return found


_NOT_LOWER = Phrase(
    "Тапсырма тек төмен тұрған прокуратураға беріледі. Тізімнен таңдаңыз.",
    "Поручение даётся только нижестоящей прокуратуре. Выберите из списка.",
    "An assignment goes only to a lower office. Choose from the list.",
)


def _require_time(case: Case, due: dt.date) -> None:
    if due <= case.happened_on:
        raise invalid(due=_NO_TIME)


_NO_TIME = Phrase(
    "Мерзім орындалатындай болуы керек: ертеңнен ерте емес.",
    "Срок должен быть реальным: не раньше завтрашнего дня.",
    "The term must be realistic: not before tomorrow.",
)


@dataclass(frozen=True)
class OpenInstruction:
    """Open the assignment as a child matter with a term of its own."""

    def apply(self, case: Case, data: Instruct, change: Change) -> None:
        """Open the child. Raises Invalid for an office that is not lower, or a term that leaves no time."""
        office_below(case, data.office)
        _require_time(case, data.due)
        child = open_child(case, "instruction", data.model_dump(), change)
        change.entry_data["instruction"] = child.row.number


def _opened(form: Instruct, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    appeal = parent_of(ground, "office")
    office = office_below(appeal, form.office)
    facts = {
        "language": language_of(appeal),
        "office_id": office.id,
        "circumstances": form.circumstances,
        "due": form.due,
        "reckoned": form.reckoned,
    }
    told = {"office": form.office, "due": form.due.isoformat(), "circumstances": typed_lines(form.circumstances)}
    return child_of(appeal, Instruction, facts, told, subject=typed_lines(form.circumstances)[0][:200])


@dataclass(frozen=True)
class KeepReport:
    """Keep what was reported."""

    def apply(self, case: Case, data: Report, change: Change) -> None:
        """Write the row."""
        enclosed = ",".join(data.enclosed)
        change.update(Instruction, case.row.pk, information=data.information, enclosed=enclosed)


@dataclass(frozen=True)
class AskAgain:
    """Keep the remarks and the new questions with their term."""

    def apply(self, case: Case, data: CheckFurther, change: Change) -> None:
        """Write the row. Raises Invalid for a term that leaves no time."""
        _require_time(case, data.due)
        change.update(
            Instruction,
            case.row.pk,
            circumstances=data.questions,
            remarks=data.remarks,
            due=data.due,
            reckoned=data.reckoned,
            rounds=case.facts.rounds + 1,
        )


def _assignment(case: Case, data: Instruct, _lang: Language) -> dict[str, Any]:
    substance = case.row.subject or case.facts.text[:500]
    return {"substance": substance, "circumstances": typed_lines(data.circumstances), "due": data.due}


def _to_office(case: Case, data: Instruct, lang: Language) -> tuple[str, str]:
    office = office_below(case, data.office)
    return office.name.into(lang), office.address


def _further(case: Case, data: CheckFurther, _lang: Language) -> dict[str, Any]:
    return {
        "first": case.row.number,
        "remarks": typed_lines(data.remarks),
        "questions": typed_lines(data.questions),
        "due": data.due,
    }


def _again_to(case: Case, _data: Any, lang: Language) -> tuple[str, str]:
    office = case.directory.bodies[case.facts.office_id]
    return office.name.into(lang), office.address


SENT, REPORTED, ACCEPTED, WITHDRAWN = "sent", "reported", "accepted", "withdrawn"
_STATES = (
    State(SENT, Phrase("Орындалуда", "Исполняется", "Being carried out"), Tone.WAIT, open=True),
    State(REPORTED, Phrase("Ақпарат келді", "Поступила информация", "Information came"), Tone.WORK, open=True),
    State(ACCEPTED, Phrase("Қабылданды", "Принято", "Accepted"), Tone.DONE, open=False),
    State(WITHDRAWN, Phrase("Кері алынды", "Отозвано", "Withdrawn"), Tone.ENDED, open=False),
    State(ANNULLED, Phrase("Тіркеуі жойылды", "Аннулировано", "Annulled"), Tone.ENDED, open=False),
)

INSTRUCTION = declare(
    Procedure(
        "instruction",
        Phrase(
            "Төмен тұрған прокурорға тапсырма", "Поручение нижестоящему прокурору", "Assignment to a lower prosecutor"
        ),
        _STATES,
        (
            Step(
                "send",
                Phrase("Тапсырма жіберу", "Направить поручение", "Send the assignment"),
                frozenset(),
                SENT,
                ASSIGNING_CHECKS,
                needs=Instruct,
                effects=(ForTheAsker(), Start(CHECKED_BY, due=lambda _case, data: data.due)),
                cites=_POINTS,
                opens=_opened,
            ),
            Step(
                "report",
                Phrase("Ақпаратты тіркеу", "Записать информацию", "Enter the information"),
                frozenset({SENT}),
                REPORTED,
                EXECUTOR_OR_LEADER,
                needs=Report,
                effects=(KeepReport(), Stop(CHECKED_BY), Notify("executor", "instruction_reported")),
                cites=("29I.66.2",),
                late=True,
                leads=True,
            ),
            Step(
                "accept",
                Phrase("Орындауды қабылдау", "Принять исполнение", "Accept the execution"),
                frozenset({REPORTED}),
                ACCEPTED,
                EXECUTOR_OR_LEADER,
                effects=(CallOff(),),
                cites=("29I.66.1",),
                leads=True,
            ),
            Step(
                "check_further",
                Phrase("Қосымша тексеру тапсыру", "Поручить дополнительную проверку", "Assign a further check"),
                frozenset({REPORTED}),
                SENT,
                ASSIGNING_CHECKS,
                needs=CheckFurther,
                guards=(NOTHING_BESIDE,),
                effects=(
                    AskAgain(),
                    Issue("additional_assignment", _further, _again_to),
                    Start(CHECKED_BY, due=lambda _case, data: data.due),
                ),
                cites=("29I.67",),
            ),
            Step(
                "withdraw",
                Phrase("Тапсырманы кері алу", "Отозвать поручение", "Withdraw the assignment"),
                frozenset({SENT, REPORTED}),
                WITHDRAWN,
                ASSIGNING_CHECKS,
                needs=Withdrawn,
                effects=(CallOff(),),
                cites=("29I.66.1",),
                aside=True,
            ),
            *kernel_steps(
                states=frozenset(state.name for state in _STATES),
                open_states=frozenset({SENT}),
                considered=frozenset({SENT, REPORTED}),
                reopens=frozenset({ACCEPTED, WITHDRAWN}),
                reopened_to=lambda _case: SENT,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=CHECKED_BY,
                naming=(NOT_COMPLAINED_OF, NO_INTEREST),
            ),
        ),
        clocks=(CHECKED_BY,),
        facts="instruction",
    )
)


def _not_the_accused(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """The arguments are not checked by the office whose act is contested (29I.61.2)."""
    if not isinstance(form, Instruct):
        return YES
    return NOT_TO_THE_ACCUSED.test(case, actor, Forward(office=form.office, reason=form.reckoned))


INSTRUCT = Step(
    "instruct",
    Phrase(
        "Төмен тұрған прокурорға тапсыру", "Поручить проверку нижестоящему прокурору", "Assign to a lower prosecutor"
    ),
    frozenset({UNDER_REVIEW}),
    None,
    ASSIGNING_CHECKS,
    needs=Instruct,
    guards=(DISINTERESTED, Guard("not_by_the_accused", _not_the_accused), NOTHING_BESIDE),
    effects=(OpenInstruction(), Issue("assignment", _assignment, _to_office)),
    cites=_POINTS,
    aside=True,
)
