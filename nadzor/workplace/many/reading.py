"""A table of papers as people bring it: XLSX, CSV, or what was copied from a table; its columns known by their titles.

What is not understood is told and never dropped silently: an unknown column by its title, an unknown value by its row.
"""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from nadzor.casework.forms import clean
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.organs.folding import folded
from nadzor.workplace.intake_field import IntakeField
from nadzor.workplace.intake_form import ALL
from nadzor.workplace.tables import text_cell

MOST = 500
"""Papers of one batch: some hours of typing, and a page that can still be looked through."""
LARGEST = 5 * 1024 * 1024
_MOST_COLUMNS = 60
_LONGEST = 200_000  # letters of a cell: the longest text of an appeal
FILE = "file"
_FILE_TITLE = Phrase("Файл", "Файл", "File")
_COLUMNS = (
    *("received_at", "channel", "language", "kind", "topic", "type", "surname", "given_name", "patronymic", "iin"),
    *("postal_address", "phone", "email", "members", "text", "demands", "complained_of", "complained_post"),
    *("complained_body", "addressee", "signature", "sender"),
)
FIELDS: dict[str, IntakeField] = {each.name: each for each in ALL}
_TITLES: dict[str, Phrase] = {name: FIELDS[name].label for name in _COLUMNS} | {FILE: _FILE_TITLE}
_SHORTER: dict[str, tuple[str, ...]] = {
    "surname": ("Тегі", "Фамилия", "Surname"),
    "iin": ("ЖСН", "БСН", "ИИН", "БИН", "IIN", "BIN"),
    "postal_address": ("Мекенжай", "Адрес", "Address"),
    "kind": ("Түрі", "Вид", "Kind"),
    "demands": ("Талаптары", "Требования", "Demands"),
}
"""How people head these columns in tables of their own."""
_KNOWN = {folded(title): name for name, titles in _TITLES.items() for title in (name, *titles, *_SHORTER.get(name, ()))}
_IIN = 12  # digits; a table drops the zeros in front of a number
NO_TABLE = Phrase(
    "Кесте танылмады. XLSX немесе CSV файлын таңдаңыз, бірінші жолында бағандардың атауы тұрсын.",
    "Таблица не прочитана. Выберите файл XLSX или CSV, в первой строке которого стоят названия столбцов.",
    "The table could not be read. Choose an XLSX or CSV file whose first line holds the titles of the columns.",
)
NO_HEAD = Phrase(
    "Бірінші жолдан бағандардың атауы табылмады. Үлгіні алып, соған көшіріңіз.",
    "В первой строке нет знакомых названий столбцов. Возьмите образец и перенесите в него.",
    "The first line holds no known title of a column. Take the sample and copy your rows into it.",
)
EMPTY = Phrase("Кестеде жол жоқ.", "В таблице нет строк.", "The table holds no rows.")
_UNREAD = Phrase(
    "Мына бағандар танылмады және алынбады: {names}.",
    "Эти столбцы не распознаны и не взяты: {names}.",
    "These columns were not understood and not taken: {names}.",
)
TOO_MANY = Phrase(
    "Бір топтамада ең көбі {most} қағаз болады. Артық {left} жол алынбады: олар үшін жаңа топтама бастаңыз.",
    "В одном пакете не больше {most} бумаг. Лишние строки не взяты, их {left}: начните для них новый пакет.",
    "One batch holds at most {most} papers. {left} further rows were not taken: begin another batch for them.",
)


@dataclass(frozen=True, slots=True)
class Read:
    """What a table says: a row by fields for each paper, and sentences about what was not understood."""

    rows: tuple[dict[str, str], ...] = ()
    told: tuple[Phrase, ...] = field(default=())


def read_table(content: bytes, name: str) -> Read:
    """Read a file: XLSX by its content, else CSV."""
    if content[:4] == b"PK\x03\x04":
        return _read(_cells(content))
    if name.lower().endswith((".xls", ".xlsx", ".ods")):
        return Read(told=(NO_TABLE,))
    return read_text(_decoded(content))


def read_text(text: str) -> Read:
    """Read what was pasted, or a CSV file: columns apart by tabs, semicolons or commas, as its first line has them."""
    first = text.lstrip("\ufeff\r\n ").partition("\n")[0]
    delimiter = max("\t;,", key=first.count)
    try:
        return _read(list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter)))
    except csv.Error:
        return Read(told=(NO_TABLE,))


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16", "cp1251"):
        if encoding == "utf-16" and content[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
            continue
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", errors="replace")


def _cells(content: bytes) -> list[list[str]]:
    """Return the first sheet as texts; none where it cannot be opened."""
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST + _MORE, max_col=_MOST_COLUMNS, values_only=True)
        return [[_text(cell) for cell in row] for row in rows]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError, AttributeError):
        return []


_MORE = 2000  # rows beyond the most, to tell how many were left


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return f"{cell:%d.%m.%Y %H:%M}" if cell.time() != dt.time() else f"{cell:%d.%m.%Y}"
    if isinstance(cell, dt.date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _read(cells: Sequence[Sequence[str]]) -> Read:
    head = next((row for row in cells if any(each.strip() for each in row)), None)
    if head is None:
        return Read(told=(NO_TABLE,))
    names = [_KNOWN.get(folded(str(clean(each)))) for each in head]
    if not any(names):
        return Read(told=(NO_HEAD,))
    lost = [str(clean(title)) for title, name in zip(head, names, strict=True) if name is None and title.strip()]
    told = [Phrase(*(_UNREAD.into(lang).format(names=", ".join(lost)) for lang in LANGUAGES))] if lost else []
    body = cells[list(cells).index(head) + 1 :]
    found = [said for row in body if (said := _said(names, row))]
    if not found:
        told.append(EMPTY)
    return Read(tuple(found), tuple(told))


def _said(names: Sequence[str | None], row: Iterable[str]) -> dict[str, str]:
    said: dict[str, str] = {}
    for name, cell in zip(names, row, strict=False):
        text = str(clean(cell))[:_LONGEST]
        if name is None or not text:
            continue
        if name == "iin" and text.isdigit() and _IIN - 3 <= len(text) < _IIN:
            text = text.zfill(_IIN)
        said[name] = chosen(name, text)
    return said


def chosen(name: str, text: str) -> str:
    """Return the value that a title stands for, in any language; what is no title stays as it is and is asked about."""
    asked = FIELDS.get(name)
    if asked is None or not asked.choices:
        return text
    wanted = folded(text)
    for value, title in asked.choices:
        if wanted in {folded(value), *(folded(each) for each in (title if isinstance(title, tuple) else (title,)))}:
            return value
    return text


def sample(lang: Lang) -> bytes:
    """Return a workbook with the titles of all columns, to be filled."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_SHEET.into(lang))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for place, _ in enumerate(_TITLES):
        sheet.column_dimensions[letters[place]].width = 22
    sheet.freeze_panes = "A2"
    sheet.append([text_cell(sheet, title.into(lang), bold=True) for title in _TITLES.values()])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


_SHEET = Phrase("Қағаздар", "Бумаги", "Papers")
