"""A text in parts as a DOCX document, and back from what Word or LibreOffice made of it.

Each part stands under a heading with its title, by which it is found again whatever became of styles and runs. What a
part cannot hold (a picture, a footnote, changes that nobody has accepted) is refused with a sentence and never dropped.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn

from nadzor.law.words import LANGUAGES, Phrase
from nadzor.papers.numbering import Numbering

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LARGEST = 10 * 1024 * 1024
_LARGEST_INSIDE = 60 * 1024 * 1024
_MOST_INSIDE = 2000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class Unread(Exception):  # noqa: N818  # what a reader is told
    """A document that cannot be taken, and the sentence that says why."""

    def __init__(self, said: Phrase) -> None:
        super().__init__(said.en)
        self.said = said


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text: its paragraphs, or the rows of its table. `lines`: each paragraph is a line of one text."""

    name: str
    title: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    columns: tuple[str, ...] = ()
    lines: bool = False


@dataclass(slots=True)
class _Read:
    paragraphs: list[tuple[str, bool]] = field(default_factory=list)  # each with: is it of a list
    rows: list[tuple[str, ...]] = field(default_factory=list)


def made(sections: Sequence[Section], *, title: str, stamp: str, head: str, language: str) -> bytes:
    """Return sections as a document. `stamp`: what it is a copy of, kept in its properties; `head`: over each page."""
    document = docx.Document()
    about = document.core_properties
    about.title, about.subject, about.language, about.author, about.comments = title, stamp, language, "", ""
    document.styles["Normal"].font.name = "Times New Roman"
    document.sections[0].header.paragraphs[0].text = head
    for each in sections:
        document.add_heading(each.title, level=1)
        if each.columns:
            _add_table(document, each)
            continue
        for paragraph in _paragraphs(each.text):
            document.add_paragraph(paragraph)  # python-docx makes line breaks of its newlines
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _paragraphs(text: str) -> list[str]:
    return [each for each in re.split(r"\n[ \t]*\n", text) if each.strip()]


def _add_table(document: Document, section: Section) -> None:
    table = document.add_table(rows=1, cols=len(section.columns))
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, section.columns, strict=True):
        cell.text = words
    for row in (*section.rows, ("",) * len(section.columns)):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


@dataclass(frozen=True, slots=True)
class Brought:
    """What came back: the parts by name as texts or rows, and the stamp the document left with (empty: none)."""

    texts: Mapping[str, str]
    rows: Mapping[str, tuple[tuple[str, ...], ...]]
    stamp: str


def brought(data: bytes, sections: Sequence[Section], titles: Mapping[str, Sequence[str]]) -> Brought:
    """Read a document as sections. `titles`: by name, how a heading may be worded. Raises Unread with a sentence."""
    document = _opened(data)
    body = document.element.body
    _refuse_what_is_lost(body)
    known = {_as_title(words): name for name, all_words in titles.items() for words in all_words}
    shown = {each.name: each.title for each in sections}
    numbering = Numbering(document)
    found: dict[str, _Read] = {}
    here: _Read | None = None
    for block in _blocks(body):
        if block.tag == qn("w:tbl"):
            if here is None:
                raise Unread(_BEFORE_FIRST)
            here.rows += _rows_of(block, numbering)
            continue
        text, prefix = _text_of(block), numbering.prefix(block)
        name = known.get(_as_title(text))
        if name is not None:
            if name in found:
                raise Unread(_with(_TWICE, shown[name]))
            here = found[name] = _Read()
        elif text.strip():
            if here is None:
                raise Unread(_BEFORE_FIRST)
            here.paragraphs.append((f"{prefix}{text}", bool(prefix)))
    missing = [each.title for each in sections if each.name not in found]
    if missing:
        raise Unread(_with(_MISSING, "», «".join(missing)))
    return _in_parts(found, sections, str(document.core_properties.subject or ""))


def _in_parts(found: Mapping[str, _Read], sections: Sequence[Section], stamp: str) -> Brought:
    texts, rows = {}, {}
    for each in sections:
        came = found[each.name]
        if each.columns:
            if came.paragraphs:
                raise Unread(_with(_OUTSIDE_TABLE, each.title))
            if any(len(row) != len(each.columns) for row in came.rows):
                raise Unread(_with(_OTHER_COLUMNS, each.title))
            heads = tuple(_as_title(words) for words in each.columns)
            kept = [row for row in came.rows if any(row) and tuple(_as_title(cell) for cell in row) != heads]
            rows[each.name] = tuple(kept)
        else:
            if came.rows:
                raise Unread(_with(_TABLE, each.title))
            texts[each.name] = _joined(came.paragraphs, lines=each.lines)
    return Brought(texts, rows, stamp)


def _joined(paragraphs: Sequence[tuple[str, bool]], *, lines: bool) -> str:
    text, before = "", False
    for words, of_list in paragraphs:
        between = "\n" if lines or (before and of_list) else "\n\n"
        text, before = f"{text}{between if text else ''}{words.strip()}", of_list
    return text


def _opened(data: bytes) -> Document:
    """Return the document that bytes hold. Raises Unread for anything but a DOCX without macros and password."""
    if data.startswith(_OLE):
        raise Unread(_OLD_OR_LOCKED)
    if not data.startswith(_ZIP):
        raise Unread(_NOT_DOCX)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _look_inside(package)
        return docx.Document(io.BytesIO(data))
    except Unread:
        raise
    except Exception as error:  # whatever a foreign file does to the reader of its format
        raise Unread(_BROKEN) from error


def _look_inside(package: zipfile.ZipFile) -> None:
    inside = package.infolist()
    if len(inside) > _MOST_INSIDE or sum(each.file_size for each in inside) > _LARGEST_INSIDE:
        raise Unread(_TOO_LARGE_INSIDE)
    names = {each.filename.lower() for each in inside}
    if any(each.flag_bits & 1 for each in inside):
        raise Unread(_OLD_OR_LOCKED)
    if "[content_types].xml" not in names:
        raise Unread(_NOT_DOCX)
    types = package.read("[Content_Types].xml")
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names) or b"macroEnabled" in types:
        raise Unread(_MACROS)
    if "word/document.xml" not in names and TYPE.encode() not in types:
        raise Unread(_NOT_DOCX)


# Marks of what a text cannot hold, with the sentence that says so.
def _lost() -> Mapping[str, Phrase]:
    tracked = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")
    return {
        **dict.fromkeys((qn(f"w:{each}") for each in tracked), _TRACKED),
        **dict.fromkeys((qn("w:commentReference"), qn("w:commentRangeStart")), _COMMENTS),
        **dict.fromkeys((qn("w:drawing"), qn("w:pict"), qn("w:object"), qn("w:sym"), qn("w:altChunk")), _PICTURE),
        **dict.fromkeys((qn("w:footnoteReference"), qn("w:endnoteReference")), _FOOTNOTES),
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": _PICTURE,
    }


def _refuse_what_is_lost(body: Any) -> None:
    lost = _lost()
    for each in body.iter():
        if each.tag in lost:
            raise Unread(lost[each.tag])


def _blocks(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables of a body in their order, also those inside content controls."""
    for each in parent:
        if each.tag in {qn("w:p"), qn("w:tbl")}:
            yield each
        elif each.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:smartTag"), qn("w:customXml")}:
            yield from _blocks(each)


def _text_of(paragraph: Any) -> str:
    """The words of a paragraph, whatever runs, links and fields they are cut into."""
    found = []
    for each in paragraph.iter():
        if each.tag == qn("w:t"):
            found.append(each.text or "")
        elif each.tag in {qn("w:br"), qn("w:cr")}:
            found.append("\n")
        elif each.tag == qn("w:tab") and each.getparent().tag == qn("w:r"):
            found.append(" ")
        elif each.tag == qn("w:noBreakHyphen"):
            found.append("-")
    return "".join(found)


def _rows_of(table: Any, numbering: Numbering) -> list[tuple[str, ...]]:
    found = []
    for row in table.iter(qn("w:tr")):
        cells = list(row.iter(qn("w:tc")))
        for cell in cells:
            spans = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            if merged is not None or (spans is not None and spans.get(qn("w:val")) != "1"):
                raise Unread(_MERGED)
            if next(cell.iter(qn("w:tbl")), None) is not None:
                raise Unread(_MERGED)
        told = [
            [f"{numbering.prefix(each)}{_text_of(each)}".strip() for each in cell.iter(qn("w:p"))] for cell in cells
        ]
        found.append(tuple("\n".join(line for line in lines if line) for lines in told))
    return found


def _as_title(text: str) -> str:
    """A title as it is compared: without a number before it, marks behind it, case and doubled spaces."""
    return " ".join(re.sub(r"^[\d.)\s]+", "", text).rstrip(" .:").casefold().split())


def _with(said: Phrase, part: str) -> Phrase:
    return Phrase(*(said.into(lang).format(part=part) for lang in LANGUAGES))


_NOT_DOCX = Phrase(
    "Бұл DOCX файлы емес. Құжатты DOCX түрінде сақтап, қайта жүктеңіз.",
    "Это не файл DOCX. Сохраните документ как DOCX и загрузите снова.",
    "This is no DOCX file. Save the document as DOCX and bring it again.",
)
_OLD_OR_LOCKED = Phrase(
    "Файл ескі DOC түрінде немесе құпиясөзбен жабылған. Оны құпиясөзсіз DOCX түрінде сақтаңыз.",
    "Файл в старом формате DOC или закрыт паролем. Сохраните его как DOCX без пароля.",
    "The file is an old DOC or locked with a password. Save it as DOCX without a password.",
)
_BROKEN = Phrase(
    "Файл бүлінген, оны оқу мүмкін емес. Құжатты ашып, қайта сақтаңыз.",
    "Файл повреждён, прочитать его нельзя. Откройте документ и сохраните снова.",
    "The file is broken and cannot be read. Open the document and save it anew.",
)
_TOO_LARGE_INSIDE = Phrase(
    "Файлдың ішіндегісі тым көп. Мәтінді жаңа құжатқа көшіріңіз.",
    "Внутри файла слишком много. Перенесите текст в новый документ.",
    "There is too much inside the file. Move the text into a new document.",
)
_MACROS = Phrase(
    "Файлда макростар бар, ондай құжат қабылданбайды. Оны макроссыз DOCX түрінде сақтаңыз.",
    "В файле есть макросы, такой документ не принимается. Сохраните его как DOCX без макросов.",
    "The file holds macros and is not taken. Save it as DOCX without macros.",
)
_TRACKED = Phrase(
    "Құжатта қабылданбаған түзетулер бар. Оларды қабылдап немесе қабылдамай, қайта жүктеңіз.",
    "В документе есть непринятые исправления. Примите или отклоните их и загрузите снова.",
    "The document has tracked changes. Accept or reject them and bring it again.",
)
_COMMENTS = Phrase(
    "Құжатта ескертпелер бар, мәтінге олар сыймайды. Оларды жойып, пікір ретінде жүйеде жазыңыз.",
    "В документе есть примечания, в тексте им нет места. Удалите их и запишите как замечания в системе.",
    "The document has comments, which the text cannot hold. Remove them and write them as comments here.",
)
_PICTURE = Phrase(
    "Құжатта сурет, формула немесе арнайы таңба бар, хат оны көрсете алмайды. Оны алып тастаңыз.",
    "В документе есть рисунок, формула или особый символ, письмо их не передаст. Уберите их.",
    "The document has a picture, a formula or a special sign, which the letter cannot show. Take it out.",
)
_FOOTNOTES = Phrase(
    "Құжатта сілтеме-ескертпелер бар. Олардың мәтінін негізгі мәтінге көшіріңіз.",
    "В документе есть сноски. Перенесите их текст в основной.",
    "The document has footnotes. Move their text into the main text.",
)
_BEFORE_FIRST = Phrase(
    "Бірінші тақырыптың алдында мәтін тұр. Оны тиісті тақырыптың астына қойыңыз.",
    "Перед первым заголовком стоит текст. Перенесите его под нужный заголовок.",
    "There is text before the first heading. Move it below the heading it belongs to.",
)
_MISSING = Phrase(
    "Құжатта мына тақырыптар жоқ: «{part}». Оларды бұрынғыдай қайтарыңыз.",
    "В документе нет заголовков: «{part}». Верните их, как они были.",
    "The document has lost these headings: “{part}”. Put them back as they were.",
)
_TWICE = Phrase(
    "«{part}» тақырыбы екі рет тұр. Біреуін қалдырыңыз.",
    "Заголовок «{part}» стоит дважды. Оставьте один.",
    "The heading “{part}” stands twice. Leave one.",
)
_TABLE = Phrase(
    "«{part}» бөлігінде кесте бар, хаттың мәтіні оны сыйғызбайды. Оны жолдармен жазыңыз.",
    "В части «{part}» есть таблица, текст письма её не вместит. Перепишите её строками.",
    "The part “{part}” has a table, which the text cannot hold. Write it as lines.",
)
_OUTSIDE_TABLE = Phrase(
    "«{part}» бөлігінде кестеден тыс мәтін бар. Оны кестенің ұяшығына қойыңыз.",
    "В части «{part}» есть текст вне таблицы. Перенесите его в ячейку таблицы.",
    "The part “{part}” has text outside its table. Move it into a cell.",
)
_OTHER_COLUMNS = Phrase(
    "«{part}» бөлігінің кестесінде бағандар саны басқа. Бұрынғыдай етіңіз.",
    "В таблице части «{part}» другое число столбцов. Верните прежнее.",
    "The table of the part “{part}” has another number of columns. Restore it.",
)
_MERGED = Phrase(
    "Кестеде біріктірілген ұяшықтар немесе кесте ішінде кесте бар. Оларды бөліңіз.",
    "В таблице есть объединённые ячейки или таблица в таблице. Разделите их.",
    "The table has merged cells or a table inside a cell. Part them.",
)
