"""The tables of the statistics: the same rows for page, workbook and paper, each figure with its list's address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from django.urls import reverse

from nadzor.appeals.statistics import Counts, Figure, Part
from nadzor.law.words import Phrase
from nadzor.organs.directory import directory
from nadzor.workplace.statistics_asked import Asked
from nadzor.workplace.statistics_words import CAPTIONS, FIGURE_TITLES, PART_TITLES, in_order, value_title

_WIDE = tuple(Figure)
_COLUMNS: dict[Part, Sequence[Figure]] = {
    Part.CAME_IN: (
        *(Figure.RECEIVED, Figure.ANSWERED, Figure.FORWARDED, Figure.RETURNED),
        *(Figure.OTHERWISE, Figure.LATE),
    ),
    Part.KIND: _WIDE,
    Part.CHANNEL: _WIDE,
    Part.TOPIC: _WIDE,
    Part.OUTCOME: (Figure.ANSWERED, Figure.LATE),
    Part.UNIT: _WIDE,
    Part.OFFICE: _WIDE,
}


@dataclass(frozen=True, slots=True)
class Count:
    """A figure in its place: how many, and the address of the list behind it."""

    figure: Figure
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its part, its columns, its rows with their titles and values. Rows without an appeal are left out."""

    part: Part
    columns: Sequence[Figure]
    rows: Sequence[tuple[Phrase, Sequence[Count]]]
    values: Sequence[str]

    @property
    def caption(self) -> Phrase:
        """What the table shows."""
        return CAPTIONS[self.part]

    @property
    def first(self) -> Phrase:
        """The head of the first column."""
        return PART_TITLES[self.part]

    @property
    def heads(self) -> list[Phrase]:
        """The heads of the other columns."""
        return [FIGURE_TITLES[each] for each in self.columns]


def whole_of(asked: Asked, counts: Counts) -> list[Count]:
    """The figures of all, in their order."""
    kept = asked.kept
    return [Count(figure, counts.whole[figure], _address(kept, figure)) for figure in Figure]


def tables_of(asked: Asked, counts: Counts) -> list[Table]:
    """The tables that have something to show; offices are compared only where several are counted together."""
    found, kept, bodies = [], asked.kept, directory().bodies
    for part, columns in _COLUMNS.items():
        if part is Part.OFFICE and not asked.several:
            continue
        if part is Part.UNIT and (asked.office is None or asked.whose.unit is not None):  # of one office, side by side
            continue
        by_value = _by_month(counts) if part is Part.CAME_IN else counts.by(part)
        names: dict[str, Phrase] = {}
        if part is Part.OFFICE:  # by its code, as in an address
            cards = {value: bodies[int(value)] for value in by_value}
            names = {card.code: card.name for card in cards.values()}
            by_value = {cards[value].code: figures for value, figures in by_value.items()}
        values = in_order(part, [value for value in by_value if any(by_value[value][each] for each in columns)])
        rows = [
            (
                names.get(value) or value_title(part, value),
                [_count(kept, part, value, each, by_value[value]) for each in columns],
            )
            for value in values
        ]
        if rows:
            found.append(Table(part, columns, rows, values))
    return found


def _address(kept: dict[str, str], figure: Figure, part: Part | None = None, value: str = "") -> str:
    """The address of the list behind a figure. A month is that of coming in or of ending, as the figure counts."""
    said = {"figure": str(figure), **kept}
    if part is Part.OFFICE:
        said["office"] = value
    elif part is Part.CAME_IN:
        said[Part.CAME_IN if figure is Figure.RECEIVED else Part.ENDED_IN] = value
    elif part is not None:
        said[part] = value
    return f"{_list_at()}?{urlencode(said)}"


def _count(kept: dict[str, str], part: Part, value: str, figure: Figure, figures: Mapping[Figure, int]) -> Count:
    return Count(figure, figures[figure], _address(kept, figure, part, value))


def _by_month(counts: Counts) -> dict[str, dict[Figure, int]]:
    """By month: what came by the month of registration, what ended by the month in which it did."""
    came, ended = counts.by(Part.CAME_IN), counts.by(Part.ENDED_IN)
    nothing = dict.fromkeys(Figure, 0)
    return {
        month: {**ended.get(month, nothing), Figure.RECEIVED: came.get(month, nothing)[Figure.RECEIVED]}
        for month in sorted({*came, *ended})
    }


@cache
def _list_at() -> str:
    return reverse("statistics-list")
