"""A complaint against another administrative body is considered as a message: kind and term change, with the reason.

Source: 29I.55 (which complaints), 29I.54 (the term of a message), 29I.56.1 (the order it then goes by).
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from nadzor.appeals.clocks import CONSIDERATION, event_of, norm_of_consideration
from nadzor.appeals.contested import against_prosecutors
from nadzor.appeals.models import Appeal
from nadzor.appeals.rights import EXECUTOR_OR_KEEPER
from nadzor.appeals.states import REGISTERED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.effects import Start, end_term
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.procedure import YES, Guard, Step, Verdict, no
from nadzor.casework.writing import Change
from nadzor.law.facts import Kind
from nadzor.law.o29.complaints import AsMessage, as_message
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor


class ConsiderAsMessage(Form):
    """Why the complaint is one against another administrative body."""

    reason: Annotated[
        Text,
        Asked(
            Phrase("Негіз", "Основание", "Ground"),
            Phrase(
                "Қай органның әрекетіне шағым және неге бұл – прокуратура да, басқа заңның шағымы да емес.",
                "На чьи действия жалоба и почему это не прокуратура и не жалоба по другому закону.",
                "Whose acts are complained of, and why that is neither a prosecutor’s office nor another law’s matter.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=2000),
    ]


def message_of(case: Case) -> AsMessage:
    """Return whether an appeal is to be considered as a message, and why or why not."""
    facts: Appeal = case.facts
    governed = facts.governed_by or None
    return as_message(case.row.kind, governed=governed, against_prosecutors=against_prosecutors(case))


def _is_message(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    found = message_of(case)
    return YES if found.holds else no(found.why, *found.cites)


IS_MESSAGE = Guard("is_message", _is_message)


@dataclass(frozen=True)
class BecomeMessage:
    """Change the kind; the term of a message runs from the registration in place of that of a complaint."""

    def apply(self, case: Case, data: ConsiderAsMessage, change: Change) -> None:  # noqa: ARG002
        """Write the kind; the entry keeps what it was."""
        change.entry_data["before"] = {"kind": case.row.kind}
        case.row.kind = str(Kind.MESSAGE)
        change.entry_data["kind"] = case.row.kind
        running = case.running(CONSIDERATION.name)
        if running is not None and running.norm != norm_of_consideration(case, None):
            end_term(case, running, change, called_off=True)
            Start(CONSIDERATION, norm=norm_of_consideration, since=event_of).apply(case, None, change)


MESSAGE_STEP = Step(
    "consider_as_message",
    Phrase("Хабар ретінде қарау", "Рассматривать как сообщение", "Consider as a message"),
    frozenset({REGISTERED, UNDER_REVIEW}),
    None,
    EXECUTOR_OR_KEEPER,
    needs=ConsiderAsMessage,
    guards=(IS_MESSAGE,),
    effects=(BecomeMessage(),),
    cites=("29I.55", "29I.54", "29I.56.1"),
    aside=True,
)
MESSAGE_DONE = Phrase(
    "Хабар ретінде қаралатыны белгіленді",
    "Отмечено: рассматривается как сообщение",
    "Marked to be considered as a message",
)
