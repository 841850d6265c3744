"""The parts of a draft by the paper it is of: what its form asks, its DOCX is divided by, its versions differ in.

An answer has parts of its own (drafting_forms.py); any other paper has those that its declaration lists.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from nadzor.casework.forms import Asked, Form, Text, typed_lines
from nadzor.law.words import LANGUAGES, Lang, Phrase, day_text
from nadzor.papers.declared import PAPERS, Item, Kind, Paper, To

ANSWER = "answer"
PART_TITLES: dict[str, Phrase] = {
    "text": Phrase("Жауаптың мәтіні", "Текст ответа", "Text of the answer"),
    "arguments": Phrase("Өтініш берушінің уәждері", "Доводы заявителя", "Arguments of the applicant"),
    "position": Phrase("Қатысушының ұстанымын бағалау", "Оценка позиции участника", "What is made of the position"),
    "norms": Phrase("Заңнамаға сілтеме", "Ссылки на законодательство", "References to legislation"),
    "act_brought": Phrase("Енгізілген акт", "Внесённый акт", "Act brought"),
    "act_results": Phrase("Нәтижесін қалай білуге болады", "Как узнать о результатах", "How to learn of its results"),
    "contest": Phrase("Шағымдану құқығы", "Право на обжалование", "Right to contest"),
}
"""The parts of a draft, as its form, its DOCX and its comparison call them."""
ADDRESSEE: dict[str, Phrase] = {
    "addressee": Phrase("Кімге", "Кому", "To whom"),
    "address": Phrase("Мекенжайы", "Адрес", "Address"),
}
_LINES = Phrase("Әр жолда біреуден.", "По одному на строке.", "One a line.")
_CELLS = Phrase(
    "Әр жолда бір қатар, ұяшықтар «|» белгісімен бөлінеді: {columns}.",
    "Одна строка таблицы на строке, ячейки через «|»: {columns}.",
    "A row a line, its cells parted by “|”: {columns}.",
)
OTHER_COLUMNS = Phrase(
    "Кестеде бағандар саны басқа: {item}.", "Другое число столбцов: {item}.", "Another number of columns: {item}."
)
_CELL = "|"
_LITERAL: Any = Literal  # of values that are known only when a form is made
_LONGEST = {Kind.LINE: 500, Kind.TEXT: 20_000, Kind.LIST: 20_000, Kind.TABLE: 20_000}


def part_titles(paper: str) -> Mapping[str, Phrase]:
    """Return the parts of a draft that are texts, with their titles, in the order of the paper."""
    if paper == ANSWER:
        return PART_TITLES
    return {each.name: each.title for each in PAPERS[paper].typed() if each.kind is not Kind.DAY}


def lines_of(paper: str) -> frozenset[str]:
    """Return the parts whose paragraphs are lines of one text."""
    if paper == ANSWER:
        return frozenset({"norms", "act_brought"})
    return frozenset(each.name for each in PAPERS[paper].typed() if each.kind is not Kind.TEXT)


def goes_to_somebody(paper: Paper) -> bool:
    """Whether its author names whom it is for: a paper for the applicant goes to the applicant."""
    return paper.to is not To.APPLICANT and any(each.name == "addressee" for each in paper.items)


def form_of_draft(paper: Paper, choices: Mapping[str, Asked] | None = None) -> type[Form]:
    """Return the form of a draft of a paper: its fields, each of which may wait; the language; whom it is for.

    `choices`: what is chosen besides from a list, and stands on the paper in other words.
    """
    language = Asked(
        Phrase("Тілі", "Язык", "Language"),
        widget="choice",
        choices=(("kk", Phrase("қазақша", "казахский", "Kazakh")), ("ru", Phrase("орысша", "русский", "Russian"))),
    )
    fields: dict[str, Any] = {"language": (Annotated[Literal["kk", "ru"], language], ...)}
    if goes_to_somebody(paper):
        for name, title in ADDRESSEE.items():
            if name == "address" and paper.to is not To.OUTSIDE:
                continue  # inside the house nobody needs one
            fields[name] = (Annotated[Text, Asked(title), Field(max_length=400)], "")
    for name, chosen in (choices or {}).items():
        kind = _LITERAL[("", *(value for value, _title in chosen.choices))]
        fields[name] = (Annotated[kind, chosen], "")
    for each in paper.typed():
        asked = Asked(each.title, _hint(each), widget={Kind.LINE: "line", Kind.DAY: "day"}.get(each.kind, "text"))
        if each.kind is Kind.DAY:
            fields[each.name] = (Annotated[dt.date | None, asked], None)
        else:
            fields[each.name] = (Annotated[Text, asked, Field(max_length=_LONGEST[each.kind])], "")
    name = "".join(part.title() for part in paper.name.split("_"))
    return create_model(f"{name}Draft", __base__=Form, __doc__=f"A draft: {paper.title.en}.", **fields)


def _hint(item: Item) -> Phrase | None:
    if item.kind is Kind.LIST:
        return _LINES
    if item.kind is not Kind.TABLE:
        return None
    heads = (f" {_CELL} ".join(each.into(lang) for each in item.columns) for lang in LANGUAGES)
    return Phrase(*(_CELLS.into(lang).format(columns=told) for lang, told in zip(LANGUAGES, heads, strict=True)))


def values_of(paper: Paper, contents: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a draft says as the fields of its paper. Raises ValueError for a row with other columns."""
    found: dict[str, Any] = {}
    for each in paper.typed():
        said = contents.get(each.name) or None
        if said is None or each.kind in {Kind.LINE, Kind.TEXT}:
            found[each.name] = said
        elif each.kind is Kind.DAY:
            found[each.name] = dt.date.fromisoformat(said)
        else:
            lines = typed_lines(str(said))
            found[each.name] = lines if each.kind is Kind.LIST else [_row(line, each) for line in lines]
    return found


def _row(line: str, item: Item) -> list[str]:
    cells = [cell.strip() for cell in line.split(_CELL)]
    if len(cells) != len(item.columns):
        raise ValueError(item.name)
    return cells


def parts_told(paper: str, contents: Mapping[str, Any], lang: Lang) -> list[tuple[Phrase, str]]:
    """Return the texts and days of a draft that is no answer, each with its title."""
    found = [(title, str(contents[name])) for name, title in ADDRESSEE.items() if contents.get(name)]
    for each in PAPERS[paper].typed():
        said = contents.get(each.name)
        if said:
            text = day_text(dt.date.fromisoformat(said), lang) if each.kind is Kind.DAY else str(said)
            found.append((each.title, text))
    return found


def needed_later(paper: Paper) -> frozenset[str]:
    """Return the fields of a draft that may wait, and are asked for when it is sent on."""
    needed = {each.name for each in paper.typed() if not each.optional}
    return frozenset(needed | ({"addressee"} if goes_to_somebody(paper) else set()))
