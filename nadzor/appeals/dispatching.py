"""The dispatch book: every answer that went out, numbered without gaps in its office, with its way and its day.

Source: the term ends on the day the answer is sent, so the day must stand somewhere (29I.68.1).
"""

from typing import Any

from pydantic import Field

from nadzor.appeals.models import Dispatch
from nadzor.appeals.rights import LEADER, REGISTRAR_OR_LEADER, SEES
from nadzor.casework.case import Ground, Opening
from nadzor.casework.forms import Form, Text
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.opening import child_of, parent_of
from nadzor.casework.procedure import Procedure, Right, State, Step, Tone, declare
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase

OUTGOING = "outgoing"
"""The book of what went out."""
BY_EMAIL = "answer_by_email"
"""The notice whose letter carries the answer itself."""


class Sent(Form):
    """How a paper went out."""

    way: str = Field(max_length=20)
    remark: Text = ""
    addressee: str = Field(default="", max_length=400)  # unless it goes to the applicant
    address: str = Field(default="", max_length=500)
    paper: int | None = None  # which of the papers issued; none for an answer given before answers were papers


def _opened(form: Sent, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    appeal = parent_of(ground, "way")
    party = next((each for each in appeal.parties if each.role == "applicant"), None)
    return child_of(
        appeal,
        Dispatch,
        {
            "way": form.way,
            "addressee": form.addressee or appeal.row.applicant,
            "postal_address": form.address if form.addressee else party.postal_address if party is not None else "",
            "paper_id": form.paper,
            "sent_on": appeal.happened_on,
            "remark": form.remark,
        },
        {"way": form.way, "of": appeal.row.number, "remark": form.remark or None},
        book=OUTGOING,
    )


def _with_the_answer(actor: Any, case: Any, form: Any) -> bool:  # noqa: ARG001
    return case.parent is not None and case.opening is not None


WITH_THE_ANSWER = Right(
    "with_the_answer",
    Phrase(
        "жауапты жіберген адам (жауаппен бірге)",
        "тот, кто отправляет ответ (вместе с ответом)",
        "whoever sends the answer (with it)",
    ),
    _with_the_answer,
)
SENT, ANNULLED = "sent", "annulled"
_STATES = (
    State(SENT, Phrase("Жөнелтілді", "Отправлено", "Sent"), Tone.DONE, open=False),
    State(ANNULLED, Phrase("Жазба жойылды", "Запись аннулирована", "Entry annulled"), Tone.ENDED, open=False),
)

_KERNEL = kernel_steps(
    states=frozenset({SENT, ANNULLED}),
    open_states=frozenset({SENT}),
    considered=frozenset(),
    reopens=frozenset(),
    reopened_to=lambda _case: SENT,
    leader=LEADER,
    keeper=REGISTRAR_OR_LEADER,
    anyone=SEES,
    resumed=None,
)

DISPATCH = declare(
    Procedure(
        "dispatch",
        Phrase("Жауапты жөнелту", "Отправка ответа", "Dispatch of the answer"),
        _STATES,
        (
            Step(
                "send",
                Phrase("Жөнелтуді жазу", "Записать отправку", "Enter the dispatch"),
                frozenset(),
                SENT,
                WITH_THE_ANSWER,
                needs=Sent,
                cites=("29I.68.1",),
                opens=_opened,
            ),
            *(step for step in _KERNEL if step.from_),  # nobody considers a dispatch, and none is taken up again
        ),
        facts="dispatch",
    )
)
