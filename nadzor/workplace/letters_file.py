"""A list for the post as a file: the workbook that the post fills in and returns, the paper it signs."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from nadzor import clock
from nadzor.casework.delivery import Delivery, PostList
from nadzor.law.words import Lang, Phrase
from nadzor.organs.directory import directory
from nadzor.papers.lists import HandedList, set_list
from nadzor.workplace.deliveries import whom
from nadzor.workplace.tables import XLSX, text_cell

_MOST_BYTES = 2 * 1024 * 1024
_MOST_ROWS = 2000
_HEADS: tuple[tuple[Phrase, int], ...] = (
    (Phrase("№", "№", "No."), 6),
    (Phrase("Істің нөмірі", "Номер дела", "Number of the case"), 18),
    (Phrase("Кімге", "Кому", "To whom"), 30),
    (Phrase("Мекенжайы", "Адрес", "Address"), 50),
    (Phrase("Жөнелтілім нөмірі", "Номер отправления", "Number of the item"), 20),
    (Phrase("Табыс етілген күні", "Вручено (день)", "Delivered on"), 14),
    (Phrase("Қайтарылған күні", "Возвращено (день)", "Returned on"), 14),
    (Phrase("Қайтару себебі, белгі", "Причина возврата, отметка", "Reason of the return, note"), 30),
    (Phrase("Алудан бас тартты (күні)", "Отказался получить (день)", "Would not take it (day)"), 14),
)
_TITLE = Phrase(
    "Тапсырыс хаттардың № {number} тізімі",
    "Список заказных писем № {number}",
    "List of registered letters No. {number}",
)
_NO_FILE = Phrase(
    "Файл оқылмайды: осы беттен алынған XLSX кестесін немесе CSV файлын таңдаңыз.",
    "Файл не читается: выберите таблицу XLSX с этой страницы или файл CSV.",
    "The file cannot be read: choose the XLSX table from this page, or a CSV file.",
)
_TOO_BIG = Phrase("Файл тым үлкен: 2 МБ дейін.", "Файл слишком велик: до 2 МБ.", "The file is too large: up to 2 MB.")
_OTHER_LIST = Phrase(
    "{row}-жол бұл тізімде жоқ: нөмірі мен істің нөмірі сәйкес емес.",
    "Строки {row} в этом списке нет: порядковый номер и номер дела не сходятся.",
    "Line {row} is not of this list: its place and the number of the case do not agree.",
)
_LETTERS = Phrase("Хат саны: {count}", "Писем: {count}", "Letters: {count}")
_MADE = Phrase("Жасалған уақыты: {at}", "Составлен: {at}", "Made: {at}")
_HANDED = Phrase("Тапсырдым (аты-жөні, қолы)", "Сдал (фамилия, подпись)", "Handed over by (name, signature)")
_TAKEN = Phrase("Почта қабылдады (аты-жөні, қолы)", "Принял на почте (фамилия, подпись)", "Taken by the post")
_DAY = Phrase("Күні", "Дата", "Day")


def workbook(made: PostList, rows: Sequence[Delivery], lang: Lang) -> HttpResponse:
    """Return a list as an .xlsx file; its last five columns are for the post to fill in."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(made.number))
    for place, (_, width) in enumerate(_HEADS):
        sheet.column_dimensions["ABCDEFGHI"[place]].width = width
    sheet.freeze_panes = "A2"
    sheet.append([text_cell(sheet, head.into(lang), bold=True) for head, _ in _HEADS])
    for place, row in enumerate(rows, start=1):
        texts = (row.notice.proceeding.number, whom(row).into(lang), row.address, row.tracking, "", "", "", "")
        sheet.append([place, *(text_cell(sheet, text) for text in texts)])
    kept = io.BytesIO()
    book.save(kept)
    answer = HttpResponse(kept.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="post-{made.year}-{made.number}.xlsx"'
    answer["Cache-Control"] = "no-store"
    return answer


def paper(made: PostList, rows: Sequence[Delivery], told: Sequence[Phrase], lang: Lang, zone: str) -> bytes:
    """Return a list as a PDF: for whom, where to, its number; lines to sign on."""
    title = _TITLE.into(lang).format(number=f"{made.number}/{made.year}")
    at = made.made_at.astimezone(ZoneInfo(zone))
    names = [each.into(lang) for each in told]
    lines = [
        [str(place), row.notice.proceeding.number, name, row.address, row.tracking, ""]
        for place, (row, name) in enumerate(zip(rows, names, strict=True), start=1)
    ]
    remark = Phrase("Белгі", "Отметка", "Remark")
    handed = HandedList(
        title=title,
        under=(
            directory().bodies[made.body_id].name.into(lang),
            f"{_MADE.into(lang).format(at=f'{at:%d.%m.%Y %H:%M}')}. {_LETTERS.into(lang).format(count=len(rows))}.",
        ),
        heads=[*(head.into(lang) for head, _ in _HEADS[:5]), remark.into(lang)],
        widths=(1, 4, 6, 10, 4, 3),
        rows=lines,
        signed=(_HANDED.into(lang), _TAKEN.into(lang)),
        day=_DAY.into(lang),
        empty="",
        foot=title,
    )
    return set_list(handed, lang, clock.now())


def read(file: Any, rows: Sequence[Delivery]) -> dict[str, str] | Phrase:
    """Read what the post returned as if it had been typed; a sentence for a file that is not of this list.

    A line is known by its place and by the number of the case: with one of them alone a shifted line would give a
    letter the proof of another.
    """
    if (file.size or 0) > _MOST_BYTES:
        return _TOO_BIG
    try:
        lines = list(_lines(file.read()))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, TypeError, EOFError):
        return _NO_FILE
    found: dict[str, str] = {}
    for at, line in enumerate(lines, start=1):
        cells = [*line, *[""] * len(_HEADS)]
        if not cells[0].removesuffix(".0").isdigit():
            continue  # a head, an empty line
        place = int(cells[0].removesuffix(".0"))
        row = rows[place - 1] if 0 < place <= len(rows) else None
        if row is None or cells[1] != row.notice.proceeding.number:
            return Phrase(*(text.format(row=at) for text in _OTHER_LIST))
        end = "declined" if cells[8] else "returned" if cells[6] or cells[7] else "delivered" if cells[5] else ""
        told = {"tracking": cells[4], "end": end, "day": cells[8] or cells[6] or cells[5], "reason": cells[7]}
        found.update({f"{name}_{row.pk}": text for name, text in told.items() if text})
    return found or _NO_FILE


def _lines(content: bytes) -> Iterator[list[str]]:
    if content[:2] != b"PK":
        text = content.decode("utf-8-sig")
        between = ";" if text.count(";") > text.count(",") else ","
        for place, line in enumerate(csv.reader(io.StringIO(text), delimiter=between)):
            if place >= _MOST_ROWS:
                return
            yield [cell.strip() for cell in line]
        return
    sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
    for cells in sheet.iter_rows(max_row=_MOST_ROWS, max_col=len(_HEADS), values_only=True):
        yield [_text(cell) for cell in cells]


def _text(cell: Any) -> str:
    if isinstance(cell, dt.datetime | dt.date):
        return f"{cell:%d.%m.%Y}"
    return "" if cell is None else str(cell).strip()
