"""Materials with signs of a crime: passed to those who supervise criminal prosecution, or entered in the book.

Source: 29I.46.4 (the unit that supervises the legality of criminal prosecution, or special prosecutors), 29I.46.5
(the Book of Information Records, КУИ). The order gives no term for either.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.beside import CrimeMaterials
from nadzor.appeals.checking import require_between
from nadzor.appeals.rights import EXECUTOR_OR_LEADER
from nadzor.appeals.states import ANSWERED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.procedure import YES, Guard, Step, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue

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
    found: Annotated[
        Text,
        Asked(
            Phrase(
                "Қандай қылмыс белгілері анықталды", "Какие признаки преступления установлены", "What signs were found"
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=20_000),
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


class NoteRegistered(Form):
    """The number under which what was passed stands in the Unified Register, and since when (29I.46.4)."""

    entry: Annotated[
        Text,
        Asked(Phrase("СДТБТ нөмірі", "Номер в ЕРДР", "Number in the Unified Register")),
        Field(min_length=1, max_length=60),
    ]
    on: Annotated[dt.date, _ON]


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


def _waiting(case: Case) -> CrimeMaterials | None:
    """What was passed last and has no number in the register yet."""
    return CrimeMaterials.objects.filter(appeal=case.row.pk, number="").exclude(to="").order_by("-pk").first()


@dataclass(frozen=True)
class KeepRegistered:
    """Keep the number in the Unified Register."""

    def apply(self, case: Case, data: NoteRegistered, change: Change) -> None:
        """Write the row. Raises Invalid for a day before the passing or to come."""
        row = _waiting(case)
        if row is not None:  # the guard has asked
            require_between("on", data.on, row.on, case.happened_on)
            change.update(CrimeMaterials, row.pk, number=data.entry)


def _passed(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if _waiting(case) is not None else no(_NOTHING_PASSED, "29I.46.4")


_NOTHING_PASSED = Phrase(
    "Тіркелуін күтіп тұрған берілген материалдар жоқ.",
    "Нет переданных материалов, которые ждут регистрации.",
    "No materials that were passed wait for their registration.",
)


def _letter(_case: Case, data: PassCrime, _lang: Language) -> dict[str, Any]:
    return {"signs": data.found, "enclosed": data.what}


def _receiver(_case: Case, data: PassCrime, lang: Language) -> tuple[str, str]:
    found = RECEIVERS.get(data.to)
    return (found.into(lang) if found is not None else data.to), ""


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
        effects=(Keep(), Issue("crime_materials", _letter, _receiver)),
        cites=("29I.46.4",),
        aside=True,
    ),
    Step(
        "note_registered",
        Phrase("СДТБТ нөмірін жазу", "Записать номер в ЕРДР", "Enter the number in the Unified Register"),
        _FROM,
        None,
        EXECUTOR_OR_LEADER,
        needs=NoteRegistered,
        guards=(Guard("passed", _passed),),
        effects=(KeepRegistered(),),
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
