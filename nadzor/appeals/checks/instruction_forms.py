"""What an assignment to a lower prosecutor asks for. Source: 29I.66, 67."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from nadzor.appeals.bans.private import Relates
from nadzor.casework.forms import Asked, Form, Text, title
from nadzor.law.words import Phrase

ENCLOSED: dict[str, Phrase] = {
    "materials": Phrase("тексеру материалдары", "материалы проверки", "check materials"),
    "acts": Phrase(
        "прокурорлық қадағалау актілерінің көшірмелері",
        "копии актов прокурорского надзора",
        "copies of acts of prosecutorial supervision",
    ),
    "others": Phrase("өзге де құжаттар", "иные документы", "other documents"),
}
"""What is called for with the information (29I.66.2)."""
title(ENCLOSED)
_LINES = Phrase("Әр жолда біреуден.", "По одному на строке.", "One a line.")
_DUE = Phrase("Орындау мерзімі", "Срок исполнения", "Term of execution")
Due = Annotated[dt.date, Asked(_DUE, widget="day")]
Reckoned = Annotated[
    Text,
    Asked(
        Phrase(
            "Мерзім қалай белгіленді", "Как определён срок: отдалённость и объём работы", "How the term was weighed"
        ),
        Phrase(
            "Өңірдің шалғайлығы мен жұмыс көлемі ескеріледі.",
            "Учитывают отдалённость региона и объём поручаемой работы.",
            "The remoteness of the region and the amount of work count.",
        ),
    ),
    Field(min_length=1, max_length=1000),
]


class Instruct(Form):
    """Whom, what concrete circumstances, until when (29I.66.1)."""

    office: Annotated[
        Text,
        Asked(Phrase("Төмен тұрған прокуратура", "Нижестоящая прокуратура", "The lower office"), widget="office"),
        Field(min_length=1, max_length=40),
    ]
    circumstances: Annotated[
        Text,
        Asked(
            Phrase("Тексерілетін нақты мән-жайлар", "Конкретные обстоятельства для проверки", "What to check"),
            _LINES,
            widget="text",
        ),
        Field(min_length=1, max_length=20_000),
    ]
    due: Due
    reckoned: Reckoned
    relates: Relates = ""


class Report(Form):
    """What the lower prosecutor reported, with which documents (29I.66.2)."""

    information: Annotated[
        Text,
        Asked(Phrase("Келген ақпарат", "Поступившая информация", "The information"), widget="text"),
        Field(min_length=1, max_length=50_000),
    ]
    enclosed: Annotated[
        tuple[Literal["materials", "acts", "others"], ...],
        Asked(
            Phrase("Қоса берілгені", "Что приложено", "What is enclosed"),
            widget="several",
            choices=tuple(ENCLOSED.items()),
        ),
    ] = ()


class CheckFurther(Form):
    """Remarks, concrete questions and a new term (29I.67)."""

    remarks: Annotated[
        Text,
        Asked(Phrase("Ескертулер", "Замечания", "Remarks"), _LINES, widget="text"),
        Field(min_length=1, max_length=10_000),
    ]
    questions: Annotated[
        Text,
        Asked(
            Phrase("Тексерілетін нақты мәселелер", "Конкретные вопросы для проверки", "Questions to check"),
            _LINES,
            widget="text",
        ),
        Field(min_length=1, max_length=20_000),
    ]
    due: Due
    reckoned: Reckoned
    relates: Relates = ""
