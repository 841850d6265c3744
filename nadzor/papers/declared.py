"""What each paper must hold, who signs it, by which template it is set: declared once, checked when declared.

A paper is a list of items in the order in which they are printed. An item is what a point of an order asks for: a field
that somebody fills in, a fixed sentence, or a part of the head (the day, the office, the addressee). The fields make
the form of the paper; a paper with an empty item cannot be set. Papers of the house are in Kazakh and Russian.
"""

import datetime as dt
import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, create_model

from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.procedure import Right
from nadzor.law import catalogue
from nadzor.law.words import Phrase
from nadzor.papers.typesetting import ROOT

Language = Literal["kk", "ru"]
LANGUAGES_OF_PAPERS: tuple[Language, ...] = ("kk", "ru")


class Words(NamedTuple):
    """A sentence of a paper. `{name}` stands for an item or a part of the head."""

    kk: str
    ru: str

    def into(self, lang: Language) -> str:
        """Return the sentence in one language."""
        return self.kk if lang == "kk" else self.ru


class Kind(StrEnum):
    """What an item is: a line, a text, a day, a list, a table; a sentence that stands fixed; a part of the head."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    LIST = "list"
    TABLE = "table"
    FIXED = "fixed"
    HEAD = "head"


class To(StrEnum):
    """Whom a paper is for: the applicant, another body or person, the house itself, everybody."""

    APPLICANT = "applicant"
    OUTSIDE = "outside"
    INSIDE = "inside"
    PUBLIC = "public"


HEAD: frozenset[str] = frozenset(
    {
        *(
            "office",
            "number",
            "day",
            "appeal",
            "registered",
            "applicant",
            "addressee",
            "address",
            "signatory",
            "approver",
        ),
    }
)
"""The parts of the head; `appeal`: the number of the appeal that the paper is about, `registered`: its day."""
LETTER, RECORD, SCHEDULE = ("papers/typst/letter.typ", "papers/typst/record.typ", "papers/typst/schedule.typ")


@dataclass(frozen=True, slots=True)
class Item:
    """What a paper must hold by its points.

    `said`: the sentence it is printed in; without one it is printed under its title. `optional`: it may be empty, and
    is then left out. `columns`: the heads of a table. `headed`: its sentence stands under its title. `chosen`: its
    draft takes it from a list, which gives its words.
    """

    name: str
    title: Phrase
    points: tuple[str, ...]
    kind: Kind = Kind.TEXT
    said: Words | None = None
    columns: tuple[Phrase, ...] = ()
    optional: bool = False
    headed: bool = False
    chosen: bool = False


@dataclass(frozen=True)
class Paper:
    """A paper of the house. `by_itself`: it tells what is in the journal already, and nobody signs it by hand.

    `approved`: it needs the words of approval of a leader above its own signature. `signs`: whose hands besides are
    asked for at its end. `shape`: what a template of its own is given, of the fields, the head, the language. `form`:
    its fields, of its items.
    """

    name: str
    title: Phrase
    points: tuple[str, ...]
    items: tuple[Item, ...]
    signed_by: Right
    to: To = To.APPLICANT
    template: str = LETTER
    approved: Right | None = None
    by_itself: bool = False
    signs: tuple[Phrase, ...] = ()
    shape: Callable[[Mapping[str, Any], Any, Language], dict[str, Any]] | None = None
    form: type[Form] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", _form_of(self))
        faults = list(_faults(self))
        if faults:
            raise ValueError(f"{self.name}: " + "; ".join(faults))

    def fields(self) -> tuple[Item, ...]:
        """Return the items that somebody fills in."""
        return tuple(each for each in self.items if each.kind not in {Kind.FIXED, Kind.HEAD})

    def typed(self) -> tuple[Item, ...]:
        """Return the items whose words are somebody's own: nobody types what is chosen from a list."""
        return tuple(each for each in self.fields() if not each.chosen)

    def told_within(self) -> frozenset[str]:
        """Return the fields that stand in the sentence of another item, so that they are not printed once more."""
        return frozenset(
            name for each in self.items if each.said is not None for name in places(each.said.ru) if name != each.name
        )


_TYPES: Mapping[Kind, Any] = {
    Kind.LINE: Annotated[Text, Field(min_length=1, max_length=500)],
    Kind.TEXT: Annotated[Text, Field(min_length=1, max_length=20_000)],
    Kind.DAY: dt.date,
    Kind.LIST: Annotated[tuple[Annotated[Text, Field(min_length=1)], ...], Field(min_length=1, max_length=500)],
    Kind.TABLE: Annotated[tuple[tuple[Text, ...], ...], Field(min_length=1, max_length=5000)],
}
_WIDGETS = {Kind.LINE: "line", Kind.DAY: "day"}


def _form_of(paper: Paper) -> type[Form]:
    """The form of a paper: a field for each item that somebody fills in."""
    fields: dict[str, Any] = {}
    for each in paper.fields():
        how = Asked(each.title, widget=_WIDGETS.get(each.kind, "text"))
        asked: Any = Annotated.__class_getitem__((_TYPES[each.kind], how))  # type: ignore[attr-defined]
        fields[each.name] = (asked | None, None) if each.optional else (asked, ...)
    name = "".join(part.title() for part in paper.name.split("_"))
    return create_model(name, __base__=Form, __doc__=paper.title.en, **fields)


def places(sentence: str) -> frozenset[str]:
    """Return the names that stand in braces in a sentence."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def _faults(paper: Paper) -> Iterator[str]:
    """What is wrong with a declaration, one sentence each."""
    known, names = catalogue.addresses(), [each.name for each in paper.items]
    if not (ROOT / paper.template).is_file():
        yield f"there is no template {paper.template}"
    if not all(paper.title):
        yield "it lacks a title"
    if not paper.points:
        yield "no point asks for it"
    yield from (f"item {each} stands twice" for each in sorted(set(names)) if names.count(each) > 1)
    yield from (f"{each} stands in no order" for each in _cited(paper) if each not in known)
    for each in paper.items:
        yield from _faults_of(each, frozenset(names))


def _cited(paper: Paper) -> Sequence[str]:
    return [*paper.points, *(point for each in paper.items for point in each.points)]


def _faults_of(item: Item, names: frozenset[str]) -> Iterator[str]:
    if not all(item.title):
        yield f"item {item.name} lacks a title"
    if item.kind is Kind.HEAD and item.name not in HEAD:
        yield f"item {item.name} is no part of the head"
    if item.kind is Kind.FIXED and item.said is None:
        yield f"item {item.name} says nothing"
    if (item.kind is Kind.TABLE) != bool(item.columns):
        yield f"item {item.name}: a table, and nothing else, has columns"
    for words in item.said or ():
        yield from (f"item {item.name} names {each}, which the paper lacks" for each in places(words) - names - HEAD)
    if item.said is not None and places(item.said.kk) != places(item.said.ru):
        yield f"item {item.name} says more in one language"


PAPERS: dict[str, Paper] = {}


def declare_paper(paper: Paper) -> Paper:
    """Enter a paper into the house. Raises ValueError where its name is taken by another."""
    if PAPERS.setdefault(paper.name, paper) is not paper:
        raise ValueError(f"{paper.name} is declared twice")
    return paper
