"""Materials with signs of a crime: passed to those who supervise criminal prosecution, or entered in the book.

Source: 29I.46.4 (the unit that supervises the legality of criminal prosecution, or special prosecutors), 29I.46.5
(the Book of Information Records, КУИ). The order gives no term for either.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from nadzor.appeals.beside import CrimeMaterials
from nadzor.appeals.checking import require_between
from nadzor.appeals.rights import EXECUTOR_OR_LEADER
from nadzor.appeals.states import ANSWERED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.procedure import Step
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase

RECEIVERS: dict[str, Phrase] = {
    "prosecution": Phrase(
        "қылмыстық қудалаудың заңдылығын қадағалайтын бөлімше",
        "подразделение по надзору за законностью уголовного преследования",
        "the unit that supervises the legality of criminal prosecution",
    ),
    "special-prosecutors": Phrase("арнайы прокурорлар", "специальные прокуроры", "special prosecutors"),
}
_WHAT = Asked(Phrase("Қандай материалдар", "Какие материалы", "Which materials"), widget="text")
_ON = Asked(Phrase("Күні", "Дата", "Day"), widget="day")


class PassCrime(Form):
    """What was passed to whom, when; the number in the Unified Register where it is known (29I.46.4)."""

    to: Annotated[
        Text,
        Asked(Phrase("Кімге", "Кому", "To whom"), widget="choice", choices=tuple(RECEIVERS.items())),
        Field(min_length=1),
    ]
    what: Annotated[Text, _WHAT, Field(min_length=1, max_length=10_000)]
    on: Annotated[dt.date, _ON]
    entry: Annotated[
        Text,
        Asked(
            Phrase("СДТБТ нөмірі", "Номер в ЕРДР", "Number in the Unified Register"),
            Phrase(
                "Факт Сотқа дейінгі тергеп-тексерулердің бірыңғай тізілімінде тіркелсе.",
                "Если факт зарегистрирован в Едином реестре досудебных расследований.",
                "If the fact is registered in the Unified Register of Pre-trial Investigations.",
            ),
        ),
        Field(max_length=60),
    ] = ""


class EnterInBook(Form):
    """The number and the day of an entry in the Book of Information Records (29I.46.5)."""

    entry: Annotated[
        Text, Asked(Phrase("АЕК нөмірі", "Номер КУИ", "Number in the book")), Field(min_length=1, max_length=60)
    ]
    on: Annotated[dt.date, _ON]
    what: Annotated[Text, _WHAT, Field(min_length=1, max_length=10_000)]


@dataclass(frozen=True)
class Keep:
    """Keep what was passed or entered."""

    def apply(self, case: Case, data: PassCrime | EnterInBook, change: Change) -> None:
        """Write the row. Raises Invalid for a day before the registration or to come, or an unknown receiver."""
        require_between("on", data.on, case.row.registered_on, case.happened_on)
        to = data.to if isinstance(data, PassCrime) else ""
        if isinstance(data, PassCrime) and to not in RECEIVERS:
            raise invalid(to=_UNKNOWN)
        change.insert(CrimeMaterials, appeal_id=case.row.pk, to=to, what=data.what, number=data.entry, on=data.on)


_UNKNOWN = Phrase("Тізімнен таңдаңыз.", "Выберите из списка.", "Choose from the list.")
_FROM = frozenset({UNDER_REVIEW, ANSWERED})
CRIME_STEPS = (
    Step(
        "pass_crime",
        Phrase(
            "Қылмыс белгілері бар материалдарды беру",
            "Передать материалы с признаками преступления",
            "Pass on materials with signs of a crime",
        ),
        _FROM,
        None,
        EXECUTOR_OR_LEADER,
        needs=PassCrime,
        effects=(Keep(),),
        cites=("29I.46.4",),
        aside=True,
    ),
    Step(
        "enter_in_book",
        Phrase("АЕК-ке тіркеу", "Зарегистрировать в КУИ", "Enter in the Book of Information Records"),
        _FROM,
        None,
        EXECUTOR_OR_LEADER,
        needs=EnterInBook,
        effects=(Keep(),),
        cites=("29I.46.5",),
        aside=True,
    ),
)
