"""What a slip is (APPK 82): on what ground it is corrected, where it stands, what must stand there, who signs."""

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import Field

from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.refusals import invalid
from nadzor.law.words import Phrase

GROUNDS: dict[str, Phrase] = {
    "own": Phrase("өз бастамасымен", "по собственной инициативе", "on one’s own initiative"),
    "request": Phrase("өтініш берушінің сұрауы бойынша", "по заявлению участника", "on request of the applicant"),
}


class CorrectSlip(Form):
    """A slip: on what ground it is corrected, where it stands, what must stand there, who signs."""

    ground: Annotated[
        Literal["own", "request"],
        Asked(Phrase("Негізі", "Основание", "Ground"), widget="radio", choices=tuple(GROUNDS.items())),
    ]
    found_on: Annotated[
        dt.date,
        Asked(
            Phrase(
                "Қате анықталған немесе өтініш түскен күн", "День, когда описку нашли или о ней заявили", "Day found"
            ),
            Phrase(
                "Сол күннен үш жұмыс күні есептеледі (ӘРПК, 82-бап).",
                "С этого дня идут три рабочих дня (АППК, ст. 82).",
                "Three working days run from it (APPK, article 82).",
            ),
            widget="day",
        ),
    ]
    paper: Annotated[
        int | None,
        Asked(
            Phrase("Құжат", "Бумага", "Paper"),
            Phrase(
                "Таңдалмаса, іс аяқталған құжат.",
                "Если не выбрать – та, которой дело завершено.",
                "If not chosen: the one that has ended the case.",
            ),
            widget="paper_with_slip",
        ),
    ] = None
    part: Annotated[
        Text,
        Asked(Phrase("Құжаттың бөлігі", "Часть бумаги", "Part of the paper"), widget="part_with_slip"),
        Field(min_length=1, max_length=30),
    ]
    wrong: Annotated[
        Text,
        Asked(
            Phrase("Қате сөздер", "Как написано", "As it stands"),
            Phrase(
                "Құжаттағыдай, дәл көшіріңіз; олар бөлікте бір рет кездесуі керек.",
                "Скопируйте из бумаги дословно; в части они должны стоять один раз.",
                "Copy them from the paper; they must stand in the part once.",
            ),
        ),
        Field(min_length=1, max_length=300),
    ]
    right: Annotated[
        Text,
        Asked(Phrase("Қалай болуы керек", "Как должно быть", "As it must be")),
        Field(min_length=1, max_length=300),
    ]
    signatory: Annotated[int, Asked(Phrase("Кім қол қояды", "Кто подписывает", "Who signs"), widget="signatory")]


def corrected(contents: dict[str, Any], part: str, wrong: str, right: str) -> dict[str, Any]:
    """Return contents with a slip corrected. Raises Invalid where the words do not stand there exactly once."""
    texts = _texts(contents, part)
    count = sum(text.count(wrong) for text in texts)
    if count != 1:
        raise invalid(wrong=_NOT_THERE if count == 0 else _SEVERAL)
    if wrong == right:
        raise invalid(right=_SAME)
    if part != "arguments":
        return {**contents, part: contents[part].replace(wrong, right)}
    rows = [{**row, **{name: row[name].replace(wrong, right) for name in _OF_ROW}} for row in contents[part]]
    return {**contents, part: rows}


_OF_ROW = ("argument", "facts")


def _texts(contents: dict[str, Any], part: str) -> list[str]:
    if part == "arguments":
        return [str(row.get(name) or "") for row in contents.get(part) or () for name in _OF_ROW]
    return [str(contents.get(part) or "")]


_NOT_THERE = Phrase(
    "Құжаттың бұл бөлігінде мұндай сөздер жоқ. Құжаттан дәл көшіріңіз.",
    "В этой части бумаги таких слов нет. Скопируйте их из бумаги дословно.",
    "These words do not stand in this part. Copy them from the paper as they are.",
)
_SEVERAL = Phrase(
    "Бұл сөздер бөлікте бірнеше рет кездеседі. Айналасындағы сөздерді де қосыңыз.",
    "Эти слова стоят в части несколько раз. Добавьте соседние слова.",
    "These words stand in the part several times. Add those around them.",
)
_SAME = Phrase("Екі жазу бірдей.", "Оба написания одинаковы.", "Both are the same.")
