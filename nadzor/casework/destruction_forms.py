"""What the steps of destroying need: typed forms with the labels of their fields; the states of the matter."""

from typing import Annotated

from pydantic import Field

from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.procedure import State, Tone
from nadzor.law.words import Phrase

MOST = 500
"""Cases of one matter: what a commission can look through."""
LEAST_MEMBERS = 2
PROPOSED, UNDER_CHECK, CHECKED, APPROVED, CARRIED_OUT, REFUSED = (
    *("proposed", "under_check", "checked", "approved", "carried_out", "refused"),
)
STATES = (
    State(PROPOSED, Phrase("Ұсынылды", "Предложено", "Proposed"), Tone.NEW, open=True),
    State(UNDER_CHECK, Phrase("Комиссия тексеруде", "Проверяет комиссия", "Under check"), Tone.WORK, open=True),
    State(CHECKED, Phrase("Тексерілді", "Проверено", "Checked"), Tone.WAIT, open=True),
    State(APPROVED, Phrase("Акт бекітілді", "Акт утверждён", "The act is approved"), Tone.WORK, open=True),
    State(CARRIED_OUT, Phrase("Орындалды", "Исполнено", "Carried out"), Tone.DONE, open=False),
    State(REFUSED, Phrase("Бас тартылды", "Отказано", "Refused"), Tone.ENDED, open=False),
)


class Propose(Form):
    """Cases of an office closed in one year."""

    office: str
    year: int
    cases: tuple[int, ...] = Field(min_length=1, max_length=MOST)


class Again(Form):
    """An act that a restored backup does not know: its number, who approved it when, what it destroyed."""

    office: str
    year: int
    number: str
    approved: str
    cases: tuple[int, ...] = Field(min_length=1, max_length=MOST)


_MEMBERS = Asked(
    Phrase("Комиссия мүшелері", "Члены комиссии", "Members of the commission"),
    Phrase(
        "Кемінде екі адам: әрқайсысы тізімді тексереді.",
        "Не меньше двух: каждый проверяет перечень.",
        "At least two: each of them checks the list.",
    ),
    widget="people",
)
_REASON = Asked(Phrase("Себебі", "Причина", "Reason"), widget="text")


class NameCommission(Form):
    """Who checks."""

    members: Annotated[tuple[int, ...], _MEMBERS, Field(min_length=1, max_length=10)]


class StrikeOut(Form):
    """A case that stays, and why."""

    case: Annotated[
        Text, Asked(Phrase("Істің нөмірі", "Номер дела", "Number of the case"), widget="line"), Field(max_length=40)
    ]
    reason: Annotated[Text, _REASON, Field(min_length=1, max_length=1000)]


class Refuse(Form):
    """Why nothing is destroyed."""

    reason: Annotated[Text, _REASON, Field(min_length=1, max_length=1000)]
