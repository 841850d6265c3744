"""The head of another unit is asked to take an appeal, and agrees or declines by a step of his own.

Source: 29I.34.1.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.checks.models import TransferRequest
from nadzor.appeals.checks.transfer_rules import HEAD_MAY, IN_TIME, AskTransfer, head_of_other
from nadzor.appeals.forms import Withdrawn
from nadzor.appeals.interest import NO_INTEREST
from nadzor.appeals.papers.signers import TRANSFERS
from nadzor.appeals.rights import LEADER, NOT_COMPLAINED_OF, REGISTRAR_OR_LEADER, SEES
from nadzor.appeals.routing.places import RIGHT_UNIT
from nadzor.appeals.states import ANNULLED, REGISTERED, UNDER_REVIEW
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import Notify, made_by, name_people
from nadzor.casework.forms import Form
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.opening import child_of, open_child, parent_of
from nadzor.casework.procedure import YES, Guard, Procedure, Right, State, Step, Tone, Verdict, declare, no
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import UNIT_LEADERS, Actor


@dataclass(frozen=True)
class OpenAsking:
    """Open the question to the head of the other unit."""

    def apply(self, case: Case, data: AskTransfer, change: Change) -> None:
        """Open the child."""
        child = open_child(case, "transfer_request", data.model_dump(), change)
        change.entry_data["transfer_request"] = child.row.number


def _asked(form: AskTransfer, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    appeal = parent_of(ground, "unit")
    facts = {"to_unit_id": form.unit, "reasons": form.reasons, "asked_by_id": made_by(appeal)}
    return child_of(appeal, TransferRequest, facts, {"unit": form.unit, "reasons": form.reasons})


@dataclass(frozen=True)
class ForTheHead:
    """Give the question to the head of the unit asked; who asks sees it."""

    def apply(self, case: Case, data: AskTransfer, change: Change) -> None:
        """Write the people."""
        head = head_of_other(case.parent or case, data.unit)
        case.row.unit_id = data.unit
        asker = made_by(case)
        name_people(case, head, (asker,) if asker is not None and asker != head else (), change)


def _heads_it(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    held = actor.posts_in(case.body.id)
    return any(each.post in UNIT_LEADERS and each.unit_id == case.facts.to_unit_id for each in held)


ASKED_HEAD = Right(
    "head_of_the_unit_asked",
    Phrase(
        "сұралған бөлімшенің басшысы",
        "руководитель подразделения, которое просят принять обращение",
        "the head of the unit that is asked to take the appeal",
    ),
    _heads_it,
    ("29I.34.1",),
)


@dataclass(frozen=True)
class KeepAgreed:
    """Keep who has agreed, and when."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Write the row."""
        change.update(TransferRequest, case.row.pk, agreed_by_id=made_by(case), agreed_on=case.happened_on)


@dataclass(frozen=True)
class KeepDeclined:
    """Keep why the head of the other unit does not agree."""

    def apply(self, case: Case, data: Withdrawn, change: Change) -> None:
        """Write the row."""
        change.update(TransferRequest, case.row.pk, declined=data.reason)


ASKED_BY = Right(
    "asked_for_transfer",
    Phrase(
        "сұрау жіберген адам немесе басшылық", "тот, кто запросил, или руководство", "who has asked, or the leadership"
    ),
    lambda actor, case, _form: (
        actor.leads(case.body.id) or (bool(actor.posts_in(case.body.id)) and actor.person_id == case.facts.asked_by_id)
    ),
    ("29I.34.1",),
)


def _asker(case: Case, _data: Any) -> Iterable[int]:
    return [case.facts.asked_by_id] if case.facts.asked_by_id else []


def _none_asked(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return no(_ASKED_ALREADY, "29I.34.1") if case.open_children("transfer_request") else YES


_ASKED_ALREADY = Phrase(
    "Басқа бөлімшенің басшысынан келісім сұралған: жауабын күтіңіз немесе сұрауды кері алыңыз.",
    "Согласие другого подразделения уже запрошено: дождитесь ответа или отзовите запрос.",
    "The agreement of another unit is asked for already: wait for the answer, or withdraw the question.",
)
NO_OPEN_ASKING = Guard("no_open_transfer_request", _none_asked)
OPEN, YES_SAID, NO_SAID, TAKEN_BACK = "asked", "agreed", "declined", "withdrawn"
_STATES = (
    State(OPEN, Phrase("Келісім сұралды", "Запрошено согласие", "Agreement is asked for"), Tone.WAIT, open=True),
    State(YES_SAID, Phrase("Келісілді", "Согласовано", "Agreed"), Tone.DONE, open=False),
    State(NO_SAID, Phrase("Келісілмеді", "Не согласовано", "Not agreed"), Tone.ENDED, open=False),
    State(TAKEN_BACK, Phrase("Кері алынды", "Отозвано", "Withdrawn"), Tone.ENDED, open=False),
    State(ANNULLED, Phrase("Тіркеуі жойылды", "Аннулировано", "Annulled"), Tone.ENDED, open=False),
)
TRANSFER_REQUEST = declare(
    Procedure(
        "transfer_request",
        Phrase("Басқа бөлімшенің келісімі", "Согласие другого подразделения", "Agreement of another unit"),
        _STATES,
        (
            Step(
                "ask",
                Phrase("Келісім сұрау", "Запросить согласие", "Ask for agreement"),
                frozenset(),
                OPEN,
                TRANSFERS,
                needs=AskTransfer,
                effects=(ForTheHead(), Notify("executor", "transfer_asked")),
                cites=("29I.34.1",),
                opens=_asked,
            ),
            Step(
                "agree",
                Phrase("Келісу", "Согласиться принять", "Agree to take it"),
                frozenset({OPEN}),
                YES_SAID,
                ASKED_HEAD,
                effects=(KeepAgreed(), Notify("executor", "transfer_agreed", who=_asker)),
                cites=("29I.34.1",),
                leads=True,
            ),
            Step(
                "decline",
                Phrase("Келіспеу", "Отказаться принять", "Decline to take it"),
                frozenset({OPEN}),
                NO_SAID,
                ASKED_HEAD,
                needs=Withdrawn,
                effects=(KeepDeclined(), Notify("executor", "transfer_declined", who=_asker)),
                cites=("29I.34.1",),
            ),
            Step(
                "withdraw",
                Phrase("Сұрауды кері алу", "Отозвать запрос", "Withdraw the question"),
                frozenset({OPEN}),
                TAKEN_BACK,
                ASKED_BY,
                needs=Withdrawn,
                cites=("29I.34.1",),
                aside=True,
            ),
            *kernel_steps(
                states=frozenset(state.name for state in _STATES),
                open_states=frozenset({OPEN}),
                considered=frozenset({OPEN}),
                reopens=frozenset({NO_SAID, TAKEN_BACK}),
                reopened_to=lambda _case: OPEN,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=None,
                naming=(NOT_COMPLAINED_OF, NO_INTEREST),
            ),
        ),
        facts="transfer_request",
    )
)
ASK_TRANSFER = Step(
    "ask_transfer",
    Phrase("Басқа бөлімшенің келісімін сұрау", "Запросить согласие на передачу", "Ask another unit to take it"),
    frozenset({REGISTERED, UNDER_REVIEW}),
    None,
    TRANSFERS,
    needs=AskTransfer,
    guards=(NO_OPEN_ASKING, HEAD_MAY, RIGHT_UNIT, IN_TIME),
    effects=(OpenAsking(),),
    cites=("29I.34.1", "29I.34.2"),
    aside=True,
)
