"""Charts of the statistics as SVG drawn on the server: the title says the finding, zero base, no colour without a dash.

Each is small enough for a phone as it is. The table beside it holds every figure, so a chart is silent for screen
readers; its finding and summary are texts.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.conf import settings

from nadzor.appeals.statistics import Counts, Figure, Part
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.workplace.statistics_tables import Table
from nadzor.workplace.statistics_words import (
    FELL,
    FIGURE_TITLES,
    GREW,
    MONTHS_SAID,
    MOST_OFTEN,
    STAYED,
    TOPICS_SAID,
    filled,
)

_WIDTH, _HEIGHT = 250, 170  # of the plot, in pixels; with axis and labels a chart is about 310 wide
_PLOT, _NAMES = 160, 120  # of lines: of the plot, of the names at their ends
_COLOURS, _DASHES = ("#0B4A8F", "#D93D16"), ((1, 0), (6, 3))
_TEXT, _SOFT, _RULE = "#182433", "#4B5A6B", "#D5DCE4"
_BARS, _BAR, _LETTERS = 6, 38, 46  # bars at most, pixels of one with its label, letters of a label
_AXIS = {"labelColor": _SOFT, "tickColor": _RULE, "domainColor": _SOFT, "gridColor": _RULE, "title": None}


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: what it finds, what it shows in a sentence, the picture in each language."""

    finding: Phrase
    summary: Phrase
    specs: tuple[str, str, str]

    def svg(self, lang: Lang) -> str:
        """The picture with its labels in one language."""
        return _drawn(self.specs[LANGUAGES.index(lang)])


def charts_of(counts: Counts, tables: Sequence[Table]) -> list[Chart]:
    """The charts that the figures allow: months where there are two or more, topics where one is decided."""
    by_part = {table.part: table for table in tables}
    found = [_months(counts, by_part.get(Part.CAME_IN)), _topics(counts, by_part.get(Part.TOPIC))]
    return [each for each in found if each is not None]


def _months(counts: Counts, table: Table | None) -> Chart | None:
    if table is None or len(table.rows) < 2:  # one point is no line
        return None
    shown = (Figure.RECEIVED, Figure.ANSWERED)
    rows = [(title, {each.figure: each.count for each in cells}) for title, cells in table.rows]
    most = max(rows, key=lambda row: row[1][Figure.RECEIVED])
    first, last = counts.whole[Figure.CARRIED], counts.whole[Figure.OPEN]
    said = STAYED if first == last else GREW if last > first else FELL
    return Chart(
        filled(said, a=first, b=last),
        filled(
            MONTHS_SAID,
            received=counts.whole[Figure.RECEIVED],
            answered=counts.whole[Figure.ANSWERED],
            most=most[0],
            n=most[1][Figure.RECEIVED],
        ),
        _each(
            lambda lang: _lines(
                [
                    ("{1}.{0}".format(*month.split("-")), figures)
                    for month, (_, figures) in zip(table.values, rows, strict=True)
                ],
                [(each, FIGURE_TITLES[each].into(lang)) for each in shown],
            )
        ),
    )


def _topics(counts: Counts, table: Table | None) -> Chart | None:
    if table is None:
        return None
    received = [
        (title, next(each.count for each in cells if each.figure is Figure.RECEIVED))
        for value, (title, cells) in zip(table.values, table.rows, strict=True)
        if value
    ]
    rows = sorted((row for row in received if row[1]), key=lambda row: -row[1])[:_BARS]
    if not rows:
        return None
    return Chart(
        filled(MOST_OFTEN, what=rows[0][0], n=rows[0][1], all=counts.whole[Figure.RECEIVED]),
        Phrase(
            *(
                TOPICS_SAID.into(lang).format(list="; ".join(f"{title.into(lang)} – {n}" for title, n in rows))
                for lang in LANGUAGES
            )
        ),
        _each(lambda lang: _bars([(title.into(lang), count) for title, count in rows])),
    )


def _each(make: Any) -> tuple[str, str, str]:
    kk, ru, en = (json.dumps(make(lang), ensure_ascii=False) for lang in LANGUAGES)
    return kk, ru, en


def _lines(rows: list[tuple[str, dict[Figure, int]]], series: list[tuple[Figure, str]]) -> dict[str, Any]:
    """Lines over months, each named at its end beside its last number; the upper name is moved up, the lower down."""
    values = [
        {"place": place, "n": figures[figure], "name": name}
        for place, (_, figures) in enumerate(rows)
        for figure, name in series
    ]
    names = [name for _, name in series]
    last = len(rows) - 1
    ends = sorted(series, key=lambda each: -rows[last][1][each[0]])
    named = {"field": "name", "type": "nominal"}
    colour = {**named, "legend": None, "scale": {"domain": names, "range": list(_COLOURS)}}
    dash = {**named, "legend": None, "scale": {"domain": names, "range": [list(each) for each in _DASHES]}}
    x_axis = {
        **_AXIS,
        "values": [0, last],
        "grid": False,
        "labelFlush": True,
        "labelExpr": f"datum.value == 0 ? {json.dumps(rows[0][0])} : {json.dumps(rows[last][0])}",
    }
    x = {"field": "place", "type": "quantitative", "scale": {"nice": False, "domain": [0, last]}, "axis": x_axis}
    y_axis = {**_AXIS, "tickMinStep": 1, "tickCount": 4}
    y = {"field": "n", "type": "quantitative", "scale": {"zero": True}, "axis": y_axis}
    labels = [
        {
            "data": {
                "values": [{"place": last, "n": rows[last][1][figure], "said": f"{name} {rows[last][1][figure]}"}]
            },
            "mark": {"type": "text", "align": "left", "dx": 5, "dy": -6 + 14 * place, "color": _TEXT},
            "encoding": {"text": {"field": "said"}},
        }
        for place, (figure, name) in enumerate(ends)
    ]
    line = {
        "data": {"values": values},
        "mark": {"type": "line", "strokeWidth": 2.5},
        "encoding": {"color": colour, "strokeDash": dash},
    }
    spec = {"encoding": {"x": x, "y": y}, "layer": [line, *labels]}
    return _whole(_PLOT, _HEIGHT, _NAMES, spec)


def _bars(rows: list[tuple[str, int]]) -> dict[str, Any]:
    """Bars from zero, each under its name, with its number at its end."""
    values = [
        {"place": place, "name": name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1]}…", "n": count}
        for place, (name, count) in enumerate(rows)
    ]
    height = _BAR * len(rows)
    y = {"field": "place", "type": "ordinal", "axis": None, "scale": {"padding": 0}}
    x = {"field": "n", "type": "quantitative", "axis": None, "scale": {"zero": True, "nice": False}}
    return _whole(
        _WIDTH,
        height,
        34,
        {
            "data": {"values": values},
            "encoding": {"y": y},
            "layer": [
                {
                    "mark": {"type": "bar", "color": _COLOURS[0], "height": 14, "yOffset": 8},
                    "encoding": {"x": x},
                },
                {
                    "mark": {"type": "text", "align": "left", "dx": 5, "dy": 8, "fontWeight": 600, "color": _TEXT},
                    "encoding": {"x": x, "text": {"field": "n"}},
                },
                {
                    "mark": {"type": "text", "align": "left", "dy": -8, "x": 0, "color": _TEXT},
                    "encoding": {"text": {"field": "name"}},
                },
            ],
        },
    )


def _whole(width: int, height: int, right: int, spec: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": width,
        "height": height,
        "padding": {"left": 2, "right": right, "top": 8, "bottom": 4},
        "background": "white",
        "config": {
            "font": "Golos Text",
            "view": {"stroke": None},
            "text": {"fontSize": 13},
            "axis": {"labelFontSize": 13},
        },
        **spec,
    }


@lru_cache(maxsize=128)
def _drawn(spec: str) -> str:
    return str(_drawer().vegalite_to_svg(spec))


@cache
def _drawer() -> Any:
    """The program that draws, with our letters. It takes most of a second to start: only pages with charts start it."""
    import vl_convert  # noqa: PLC0415

    vl_convert.register_font_directory(str(settings.PAPER_LETTERS))
    return vl_convert
