"""The request for materials that runs beside an appeal: a child matter with a day that the asker sets (29I.62)."""

from dataclasses import dataclass
from typing import Any

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.forms import MaterialsCame, Withdrawn
from nadzor.appeals.interest import NO_INTEREST
from nadzor.appeals.models import MaterialsRequest
from nadzor.appeals.requests import REQUESTER, AskForMaterials, KeepCalled
from nadzor.appeals.rights import (
    EXECUTOR_OR_LEADER,
    INSIDE_OWN_UNIT,
    LEADER,
    NOT_COMPLAINED_OF,
    REGISTRAR_OR_LEADER,
    SEES,
)
from nadzor.appeals.states import ANNULLED
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import CallOff, Start, Stop, name_people
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.opening import child_of, open_child, parent_of
from nadzor.casework.people import place_of
from nadzor.casework.procedure import Clock, Procedure, State, Step, Tone, declare
from nadzor.casework.refusals import DAY_PAST, invalid
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase, day_text

MATERIALS = Clock(
    "materials",
    Phrase("Материалдарды ұсыну", "Представление материалов", "Supply of the materials"),
    ("29I.62.1",),
)


@dataclass(frozen=True)
class OpenRequest:
    """Open the request for materials as a child matter."""

    def apply(self, case: Case, data: AskForMaterials, change: Change) -> None:
        """Open the child. Raises Invalid for a day that is past or later than the answer to the applicant is due."""
        due = case.running(CONSIDERATION.name)
        if data.due < case.happened_on:
            raise invalid(due=DAY_PAST)
        if due is not None and case.happened_on <= due.due_day < data.due:  # once it is missed, any day is better
            days = (day_text(due.due_day, lang) for lang in LANGUAGES)
            raise invalid(due=Phrase(*(text.format(day=day) for text, day in zip(_TOO_LATE, days, strict=True))))
        child = open_child(case, "materials_request", data.model_dump(), change)
        change.entry_data["request"] = child.row.number


_TOO_LATE = Phrase(
    "Жауап мерзімінен кеш болмауы керек: {day}.",
    "Не позже срока ответа заявителю: {day}.",
    "Not later than the answer to the applicant is due: {day}.",
)


def _request_opened(form: AskForMaterials, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    return child_of(
        parent_of(ground, "addressee"),
        MaterialsRequest,
        {"addressee": form.addressee, "asked": form.asked, "received": ""},
        {"addressee": form.addressee, "asked": form.asked, "due": form.due.isoformat()},
        subject=form.asked,
        words=f"{form.addressee} {form.asked}",
    )


@dataclass(frozen=True)
class ForTheAsker:
    """Give the child to the one who asked: the executor, or a co-executor who owes his part.

    Where an authorised official signed the request (29I.62.2), it is the executor's: he waits for the answer.
    """

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Write the asker as the one who considers the child, and the executor of the appeal beside him."""
        asker = case.act.actor.person_id if case.act is not None else None
        answers = case.row.executor_id  # as in the appeal
        if case.parent is not None and asker not in case.parent.executors():
            asker = answers
        if asker is not None:
            case.row.unit_id = place_of(asker, case, "executor")
            name_people(case, asker, () if answers in {None, asker} else (answers,), change)


@dataclass(frozen=True)
class KeepReceived:
    """Keep what came."""

    def apply(self, case: Case, data: MaterialsCame, change: Change) -> None:
        """Write the text of what came."""
        change.update(MaterialsRequest, case.row.pk, received=data.received)


SENT, RECEIVED, WITHDRAWN = "sent", "received", "withdrawn"
_REQUEST_STATES = (
    State(SENT, Phrase("Жауап күтілуде", "Ждём ответа", "Waiting for the answer"), Tone.WAIT, open=True),
    State(RECEIVED, Phrase("Материалдар алынды", "Материалы получены", "Materials received"), Tone.DONE, open=False),
    State(WITHDRAWN, Phrase("Кері қайтарылды", "Отозван", "Withdrawn"), Tone.ENDED, open=False),
    State(ANNULLED, Phrase("Жойылды", "Аннулирован", "Annulled"), Tone.ENDED, open=False),
)

MATERIALS_REQUEST = declare(
    Procedure(
        "materials_request",
        Phrase("Материалдар сұрау", "Запрос материалов", "Request for materials"),
        _REQUEST_STATES,
        (
            Step(
                "send",
                Phrase("Сұрау жіберу", "Направить запрос", "Send the request"),
                frozenset(),
                SENT,
                REQUESTER,
                needs=AskForMaterials,
                effects=(ForTheAsker(), KeepCalled(), Start(MATERIALS, due=lambda _case, data: data.due)),
                cites=("29I.62.1",),
                opens=_request_opened,
            ),
            Step(
                "receive",
                Phrase("Жауапты белгілеу", "Отметить ответ", "Note the answer"),
                frozenset({SENT}),
                RECEIVED,
                EXECUTOR_OR_LEADER,
                needs=MaterialsCame,
                effects=(KeepReceived(), Stop(MATERIALS)),
                cites=("29I.62.1",),
                late=True,
            ),
            Step(
                "withdraw",
                Phrase("Сұраудан бас тарту", "Отозвать запрос", "Withdraw the request"),
                frozenset({SENT}),
                WITHDRAWN,
                EXECUTOR_OR_LEADER,
                needs=Withdrawn,
                effects=(CallOff(),),
                cites=("29I.62.1",),
                late=True,
            ),
            *kernel_steps(
                states=frozenset(state.name for state in _REQUEST_STATES),
                open_states=frozenset({SENT}),
                considered=frozenset({SENT}),
                reopens=frozenset({RECEIVED, WITHDRAWN}),
                reopened_to=lambda _case: SENT,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=MATERIALS,
                naming=(INSIDE_OWN_UNIT, NOT_COMPLAINED_OF, NO_INTEREST),
            ),
        ),
        clocks=(MATERIALS,),
        facts="materials_request",
    )
)
