"""The regime chosen with its ground: it fixes its own term where one is known, or the day that the official names.

Source: 29I.10, 11, 13-17, 19, 20, 21-1; what the other law leaves open goes by the Instruction (29I.21). A paper with
state secrets is not governed here at all: 29I.18.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from nadzor.appeals.clocks import CONSIDERATION, MOVED_BY_52, consideration_norm, event_of
from nadzor.appeals.control.moving import move_by_count, move_by_official
from nadzor.appeals.models import Appeal
from nadzor.appeals.rights import EXECUTOR_OR_KEEPER
from nadzor.appeals.sorting import GOVERNED_LABEL, GOVERNED_TITLES
from nadzor.appeals.states import REGISTERED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.effects import Notify
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.procedure import Step
from nadzor.casework.refusals import DAY_PAST, invalid
from nadzor.casework.writing import Change
from nadzor.law.o29.kinds import GOVERNED, Governed
from nadzor.law.o29.regimes import own_term
from nadzor.law.words import Phrase


class ChooseRegime(Form):
    """Which law governs the appeal, by which ground, with which term of its own."""

    governed_by: Annotated[
        Governed | None, Asked(GOVERNED_LABEL, widget="choice", choices=tuple(GOVERNED_TITLES.items()))
    ] = None
    ground: Annotated[
        Text,
        Asked(
            Phrase("Негіз", "Основание", "Ground"),
            Phrase(
                "Заңның бабы және жолданымның қай жері оған жататыны.",
                "Статья закона и что в обращении под неё подпадает.",
                "The article of the law, and what in the appeal falls under it.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=2000),
    ]
    due: Annotated[
        dt.date | None,
        Asked(
            Phrase("Сол заң бойынша мерзім", "Срок по этому закону", "Term by that law"),
            Phrase(
                "Заң басқа мерзім белгілесе. Бос болса, белгілі мерзім немесе түрінің мерзімі жүреді.",
                "Если закон даёт иной срок. Пусто – идёт известный срок этого режима или срок вида.",
                "If the law gives another term. Empty: the known term of the regime, or that of the kind.",
            ),
            widget="day",
        ),
    ] = None


@dataclass(frozen=True)
class KeepRegime:
    """Keep the regime and count the term by it."""

    def apply(self, case: Case, data: ChooseRegime, change: Change) -> None:
        """Write it and move the term. Raises Invalid for state secrets, for what stands already, for a wrong day."""
        appeal: Appeal = case.facts
        if data.governed_by is Governed.STATE_SECRETS:
            raise invalid(governed_by=_TAKE_OUT)
        if (data.governed_by or "") == appeal.governed_by and data.due is None:
            raise invalid(governed_by=_SAME)
        if data.due is not None and data.governed_by is None:
            raise invalid(due=_NO_LAW)
        if data.due is not None and data.due < case.happened_on:
            raise invalid(due=DAY_PAST)
        change.entry_data["before"] = {"governed_by": appeal.governed_by}
        change.update(Appeal, case.row.pk, governed_by=str(data.governed_by or ""))
        self._count(case, data, change)

    @staticmethod
    def _count(case: Case, data: ChooseRegime, change: Change) -> None:
        """Count the term anew, unless point 52 has moved it: an extension or an inspection stands."""
        term, known = case.running(CONSIDERATION.name), own_term(data.governed_by, case.row.kind)
        if term is None or term.norm in MOVED_BY_52:
            return
        if data.due is not None and data.governed_by is not None:
            move_by_official(case, GOVERNED[data.governed_by].cites[0], data.due, change)
        elif known is not None:
            move_by_count(case, known.norm, case.row.registered_on, change)
        elif term.norm != consideration_norm(case.row.kind):
            move_by_count(case, consideration_norm(case.row.kind), event_of(case, data), change)


_TAKE_OUT = Phrase(
    "Мемлекеттік құпиялары бар қағаз бұл жүйеде болмауы керек. Басшылыққа айтыңыз: тіркеу жойылады, қағаз құпия іс "
    "жүргізу бөліміне қолма-қол тапсырылады.",
    "Бумаги с государственными секретами в этой системе быть не должно. Скажите руководству: регистрацию аннулируют, "
    "бумагу передадут из рук в руки в секретное делопроизводство.",
    "A paper with state secrets may not be in this system. Tell the leadership: the registration is annulled and the "
    "paper is handed over in person to the secret record-keeping.",
)
_SAME = Phrase(
    "Режим қазір де осындай: ештеңе өзгермейді.",
    "Режим и сейчас такой: ничего не изменится.",
    "The regime stands like this already: nothing would change.",
)
_NO_LAW = Phrase(
    "Мерзім басқа заң бойынша ғана қойылады: алдымен заңды таңдаңыз.",
    "Срок ставят только по другому закону: сначала выберите закон.",
    "A day is set only by another law: choose the law first.",
)
REGIME_STEPS: tuple[Step, ...] = (
    Step(
        "choose_regime",
        Phrase("Қарау режимін таңдау", "Выбрать режим рассмотрения", "Choose the regime"),
        frozenset({REGISTERED, UNDER_REVIEW}),
        None,
        EXECUTOR_OR_KEEPER,
        needs=ChooseRegime,
        effects=(KeepRegime(), Notify("executor", "regime_chosen")),
        cites=(
            *("29I.10.1", "29I.10.2", "29I.11", "29I.13", "29I.14", "29I.15", "29I.16", "29I.17"),
            *("29I.18", "29I.19", "29I.20", "29I.21", "29I.21-1"),
        ),
        aside=True,
    ),
)
