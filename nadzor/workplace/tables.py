"""A list as a workbook: the same columns in words, so that nothing is told by colour alone."""

import datetime as dt
import io
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from nadzor import clock
from nadzor.casework.models import NEVER, Proceeding
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.showing import applicant_told
from nadzor.law.words import Lang, Phrase
from nadzor.organs.directory import directory

MOST = 10_000
"""Rows of a workbook: more nobody reads, and every one of them is entered into the access log."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COLUMNS: tuple[tuple[Phrase, int], ...] = (
    (Phrase("Мерзімі", "Срок", "Due"), 12),
    (Phrase("Жұмыс барысы", "Просрочено", "Overdue"), 12),
    (Phrase("Нөмірі", "Номер", "Number"), 20),
    (Phrase("Тіркелген күні", "Зарегистрировано", "Registered"), 14),
    (Phrase("Кімнен", "От кого", "From"), 30),
    (Phrase("Мәні", "О чём", "Matter"), 60),
    (Phrase("Күйі", "Состояние", "State"), 22),
    (Phrase("Орындаушы", "Исполнитель", "Holder"), 24),
    (Phrase("Прокуратура", "Прокуратура", "Office"), 40),
)
_YES = Phrase("иә", "да", "yes")
_AS_OF = Phrase("Кестенің уақыты: {at}", "По состоянию на {at}", "As of {at}")
_CUT = Phrase(
    "Алғашқы {most} іс қана: сүзгіні тарылтыңыз.",
    "Только первые {most} дел: сузьте фильтр.",
    "Only the first {most} cases: narrow the filter.",
)


def workbook(rows: Sequence[Proceeding], title: Phrase, today: dt.date, lang: Lang, zone: str) -> HttpResponse:
    """Return cases as an .xlsx file to be saved. Texts are never taken for formulas."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title.into(lang)[:31])
    for place, (_, width) in enumerate(_COLUMNS):
        sheet.column_dimensions["ABCDEFGHI"[place]].width = width
    sheet.freeze_panes = "A3"
    at = clock.now().astimezone(ZoneInfo(zone))
    said = _AS_OF.into(lang).format(at=f"{at:%d.%m.%Y %H:%M}")
    cut = " " + _CUT.into(lang).format(most=MOST) if len(rows) >= MOST else ""
    sheet.append([text_cell(sheet, f"{title.into(lang)}. {said}.{cut}")])
    sheet.append([text_cell(sheet, head.into(lang), bold=True) for head, _ in _COLUMNS])
    for row in rows:
        sheet.append(_cells(sheet, row, today, lang))
    kept = io.BytesIO()
    book.save(kept)
    answer = HttpResponse(kept.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="nadzor-{at:%Y-%m-%d-%H%M}.xlsx"'
    answer["Cache-Control"] = "no-store"
    return answer


def _cells(sheet: WriteOnlyWorksheet, row: Proceeding, today: dt.date, lang: Lang) -> list[Cell | dt.date | None]:
    procedure = PROCEDURES[row.procedure]
    state = procedure.state_of[procedure.mapped.get(row.state, row.state)]
    late = row.next_due < today
    texts = (
        row.number,
        applicant if isinstance(applicant := applicant_told(row.applicant), str) else applicant.into(lang),
        row.subject,
        state.title.into(lang),
        row.executor.short_name if row.executor is not None else "",
        directory().bodies[row.body_id].name.into(lang),
    )
    number, *others = (text_cell(sheet, text) for text in texts)
    due = None if row.next_due == NEVER else row.next_due
    return [due, text_cell(sheet, _YES.into(lang) if late else ""), number, row.registered_on, *others]


def text_cell(sheet: WriteOnlyWorksheet, text: str, *, bold: bool = False) -> Cell:
    """A cell that holds a text, whatever it begins with: "=1+1" of a citizen's letter is no formula."""
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if bold:
        cell.font = Font(bold=True)
    return cell
