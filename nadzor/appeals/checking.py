"""What the official who considers an appeal establishes: explanations taken (29I.60.2), breaches found (29I.63.2)."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from nadzor.appeals.beside import Breach, Explanation
from nadzor.appeals.contested import ASKED as CONTESTED
from nadzor.appeals.contested import is_contested
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.rights import EXECUTOR, EXECUTOR_OR_LEADER
from nadzor.appeals.states import ANSWERED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.effects import Start
from nadzor.casework.files import MOST_FILES, adopt
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.procedure import Clock, Step
from nadzor.casework.refusals import DAY_AHEAD, invalid
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase, day_text

MEASURES = Clock(
    "measures",
    Phrase("Бұзушылық бойынша шаралар", "Меры по нарушению", "Measures on a breach"),
    ("29I.63.2",),
)
Attachments = Annotated[
    tuple[str, ...],
    Asked(
        Phrase("Файлдар", "Файлы", "Files"),
        Phrase(
            "20 файлға дейін, әрқайсысы 25 МБ-қа дейін.",
            "До 20 файлов, каждый до 25 МБ.",
            "Up to 20 files, each up to 25 MB.",
        ),
        widget="files",
    ),
    Field(max_length=MOST_FILES),
]


class TakeExplanation(Form):
    """Who explained what, and when (29I.60.2)."""

    giver: Annotated[
        Text,
        Asked(Phrase("Кім түсініктеме берді", "Кто дал объяснение", "Who gave the explanation")),
        Field(min_length=1, max_length=300),
    ]
    post: Annotated[
        Text,
        Asked(Phrase("Лауазымы, ұйымы", "Должность, организация", "Post, organisation")),
        Field(max_length=300),
    ] = ""
    taken_on: Annotated[dt.date, Asked(Phrase("Қашан", "Когда", "When"), widget="day")]
    words: Annotated[
        Text,
        Asked(Phrase("Не түсіндірді", "Что пояснил", "What was explained"), widget="text"),
        Field(min_length=1, max_length=50_000),
    ]
    contested: Annotated[bool, CONTESTED] = False
    attachments: Attachments = ()


class RecordBreach(Form):
    """A breach of law that was found and the measures taken (29I.63.2)."""

    found: Annotated[
        Text,
        Asked(Phrase("Анықталған бұзушылық", "Выявленное нарушение", "The breach found"), widget="text"),
        Field(min_length=1, max_length=10_000),
    ]
    found_on: Annotated[dt.date, Asked(Phrase("Қашан анықталды", "Когда выявлено", "When it was found"), widget="day")]
    measures: Annotated[
        Text,
        Asked(
            Phrase("Қабылданған шаралар", "Принятые меры", "Measures taken"),
            Phrase(
                "Жою, тыю, алдын алу және құқықтарды қалпына келтіру жөнінде.",
                "По устранению, пресечению, предупреждению и восстановлению прав.",
                "To remove, stop and prevent it and to restore the rights.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=10_000),
    ]
    measured_on: Annotated[
        dt.date, Asked(Phrase("Шаралар қашан қабылданды", "Когда приняты меры", "When they were taken"), widget="day")
    ]


_BEFORE = Phrase("{day} күнінен ерте болмауы керек.", "Не раньше {day}.", "Not before {day}.")


def require_between(field: str, day: dt.date, first: dt.date, last: dt.date) -> None:
    """Raise Invalid for a day before the first or after the last one, both inclusive.

    On a day off a case may be worked on that counts as registered on the next working day: then the last day is both.
    """
    first = min(first, last)
    if day > last:
        raise invalid(**{field: DAY_AHEAD})
    if day < first:
        days = (day_text(first, lang) for lang in LANGUAGES)
        raise invalid(**{field: Phrase(*(text.format(day=day) for text, day in zip(_BEFORE, days, strict=True)))})


def take_files(case: Case, ids: tuple[str, ...], change: Change) -> None:
    """Give files that the actor has uploaded to the case. Raises Invalid for those of others."""
    if ids and case.act is not None:
        adopt(ids, case.act.actor.key_space, case.row.pk, change)


@dataclass(frozen=True)
class KeepExplanation:
    """Keep an explanation with its files."""

    def apply(self, case: Case, data: TakeExplanation, change: Change) -> None:
        """Write the row. Raises Invalid for a day before the registration or to come."""
        require_between("taken_on", data.taken_on, case.row.registered_on, case.happened_on)
        take_files(case, data.attachments, change)
        change.insert(
            Explanation,
            appeal_id=case.row.pk,
            giver=data.giver,
            post=data.post,
            words=data.words,
            taken_on=data.taken_on,
            taken_by_id=case.act.actor.person_id if case.act is not None else None,
            contested=data.contested or is_contested(case, data.giver, data.post),
        )


@dataclass(frozen=True)
class KeepBreach:
    """Keep a breach with the measures; those not taken on the very day are late."""

    def apply(self, case: Case, data: RecordBreach, change: Change) -> None:
        """Write the row. Raises Invalid for days out of order or to come."""
        require_between("found_on", data.found_on, case.row.registered_on, case.happened_on)
        require_between("measured_on", data.measured_on, data.found_on, case.happened_on)
        change.insert(
            Breach,
            appeal_id=case.row.pk,
            found=data.found,
            found_on=data.found_on,
            measures=data.measures,
            measured_on=data.measured_on,
            late=data.measured_on > data.found_on,
        )
        entered, case.happened_on = case.happened_on, data.measured_on
        Start(MEASURES, since=lambda _case, said: said.found_on, done=True).apply(case, data, change)
        case.happened_on = entered


CHECKING_STEPS = (
    Step(
        "take_explanation",
        Phrase("Түсініктеме алу", "Взять объяснение", "Take an explanation"),
        frozenset({UNDER_REVIEW}),
        None,
        EXECUTOR,
        needs=TakeExplanation,
        guards=(DISINTERESTED,),
        effects=(KeepExplanation(),),
        cites=("29I.60.2",),
    ),
    Step(
        "record_breach",
        Phrase("Бұзушылық пен шараларды жазу", "Записать нарушение и меры", "Record a breach and the measures"),
        frozenset({UNDER_REVIEW, ANSWERED}),
        None,
        EXECUTOR_OR_LEADER,
        needs=RecordBreach,
        effects=(KeepBreach(),),
        cites=("29I.63.2",),
        aside=True,
    ),
)
