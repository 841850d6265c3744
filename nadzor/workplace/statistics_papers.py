"""The statistics to take along: a workbook of all tables; a paper in the state language and in that of the page."""

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font

from nadzor import clock
from nadzor.appeals.statistics import Figure
from nadzor.law.words import Lang, Phrase, day_text
from nadzor.papers.typesetting import typeset
from nadzor.workplace.statistics_asked import Asked
from nadzor.workplace.statistics_charts import Chart
from nadzor.workplace.statistics_tables import Count, Table
from nadzor.workplace.statistics_words import (
    AS_OF,
    COUNT,
    FIGURE,
    FIGURE_MEANS,
    FIGURE_TITLES,
    MEANS,
    PERIOD,
    PRINTED_BY,
    TITLE,
    WHOLE,
    filled,
)
from nadzor.workplace.tables import XLSX

_SHEET_NAME = 31  # letters that a workbook allows


def period_said(asked: Asked) -> Phrase:
    """The days in words, in each language."""
    days = (asked.period.since, asked.period.until)
    since, until = (Phrase(*(day_text(day, lang) for lang in Phrase._fields)) for day in days)  # type: ignore[arg-type]
    return filled(PERIOD, since=since, until=until)


@dataclass(frozen=True, slots=True)
class Report:
    """What is taken along: the figures with whose they are, in which language, on whose clock, who takes them."""

    asked: Asked
    whole: Sequence[Count]
    tables: Sequence[Table]
    charts: Sequence[Chart]
    lang: Lang
    zone: str
    who: str

    @property
    def head(self) -> list[Phrase]:
        """Whose figures, for which days, as of when, who took them along."""
        at = filled(AS_OF, at=f"{clock.now().astimezone(ZoneInfo(self.zone)):%d.%m.%Y %H:%M}")
        return [self.asked.named, period_said(self.asked), at, filled(PRINTED_BY, who=self.who)]


def workbook(report: Report) -> HttpResponse:
    """Return the tables as an .xlsx file, each on a sheet, with what each figure counts."""
    lang = report.lang
    book = Workbook(write_only=True)
    sheet = book.create_sheet(TITLE.into(lang))
    for letter, width in (("A", 36), ("B", 12), ("C", 90)):
        sheet.column_dimensions[letter].width = width
    sheet.append([_text(sheet, TITLE.into(lang), bold=True)])
    for each in report.head:
        sheet.append([_text(sheet, each.into(lang), wrap=False)])
    sheet.append([])
    sheet.append([_text(sheet, each.into(lang), bold=True) for each in (FIGURE, COUNT, MEANS)])
    for count in report.whole:
        texts = (FIGURE_TITLES[count.figure].into(lang), FIGURE_MEANS[count.figure].into(lang))
        sheet.append([_text(sheet, texts[0]), count.count, _text(sheet, texts[1])])
    for table in report.tables:
        sheet = book.create_sheet(table.caption.into(lang)[:_SHEET_NAME])
        sheet.column_dimensions["A"].width = 48
        for place in range(len(table.columns)):
            sheet.column_dimensions["BCDEFGHIJK"[place]].width = 16
        sheet.freeze_panes = "B2"
        sheet.append([_text(sheet, each.into(lang), bold=True) for each in (table.first, *table.heads)])
        for title, cells in table.rows:
            sheet.append([_text(sheet, title.into(lang)), *(each.count for each in cells)])
    kept = io.BytesIO()
    book.save(kept)
    return _saved(kept.getvalue(), XLSX, report.asked, "xlsx")


def _text(sheet: Any, text: str, *, bold: bool = False, wrap: bool = True) -> Cell:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=wrap)
    if bold:
        cell.font = Font(bold=True)
    return cell


def paper(report: Report) -> HttpResponse:
    """Return the statistics as a PDF, A4: in the state language, then in that of the page where it is another."""
    head, lang = report.head, report.lang
    langs: list[Lang] = ["kk"] if lang == "kk" else ["kk", lang]
    said = {
        "title": f"{TITLE.into(lang)}. {report.asked.named.into(lang)}",
        "lang": lang,
        "foot": f"{head[2].into(lang)}. {head[3].into(lang)}",
        "parts": [_part(each, report, head) for each in langs],
    }
    made = typeset("papers/typst/statistics.typ", said, at=clock.now())
    return _saved(made, "application/pdf", report.asked, "pdf")


def _part(lang: Lang, report: Report, head: list[Phrase]) -> dict[str, Any]:
    """All of it in one language, as the template takes it."""
    return {
        "lang": lang,
        "title": TITLE.into(lang),
        "head": [each.into(lang) for each in head],
        "whole": {
            "caption": WHOLE.into(lang),
            "heads": [each.into(lang) for each in (FIGURE, COUNT, MEANS)],
            "rows": [
                [FIGURE_TITLES[each.figure].into(lang), str(each.count), FIGURE_MEANS[each.figure].into(lang)]
                for each in report.whole
            ],
        },
        "charts": [
            {"finding": each.finding.into(lang), "summary": each.summary.into(lang), "svg": each.svg(lang)}
            for each in report.charts
        ],
        "tables": [
            {
                "caption": table.caption.into(lang),
                "heads": [each.into(lang) for each in (table.first, *table.heads)],
                "rows": [[title.into(lang), *(str(each.count) for each in cells)] for title, cells in table.rows],
            }
            for table in report.tables
        ],
    }


def _saved(content: bytes, kind: str, asked: Asked, ending: str) -> HttpResponse:
    days: tuple[dt.date, dt.date] = (asked.period.since, asked.period.until)
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="nadzor-statistics-{days[0]}-{days[1]}.{ending}"'
    answer["Cache-Control"] = "no-store"
    return answer


LATE_ONES = frozenset({Figure.LATE, Figure.OVERDUE})
"""Figures that say that a term was missed: shown with the word and the sign of it."""
