"""A draft that was really edited in a word processor comes back whole, or is refused with a sentence."""

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from nadzor.papers.documents import Section, Unread, brought, made

TITLES = {"text": ("Мәтін", "Текст ответа"), "rows": ("Уәждер", "Доводы"), "norms": ("Нормалар", "Ссылки")}
TEXT = "Жолданым тексерілді: «әғқңөұүһі» – бәрі орнында.\nЕкінші жол.\n\nВторой абзац “в кавычках”."
SECTIONS = [
    Section("text", "Текст ответа", TEXT),
    Section("rows", "Доводы", rows=(("Света нет", "да", "Осмотр"),), columns=("Довод", "Итог", "Факты")),
    Section("norms", "Ссылки", "Закон, 24\nКодекс, 89", lines=True),
]


def document() -> bytes:
    return made(SECTIONS, title="Проект", stamp="nadzor 1 v1", head="Проект № 1", language="ru")


def edited(change: Callable[[Document], None]) -> bytes:
    opened = docx.Document(io.BytesIO(document()))
    change(opened)
    kept = io.BytesIO()
    opened.save(kept)
    return kept.getvalue()


def back(data: bytes) -> tuple[dict[str, str], tuple[tuple[str, ...], ...]]:
    found = brought(data, SECTIONS, TITLES)
    return dict(found.texts), found.rows["rows"]


def paragraph(opened: Document, words: str) -> Any:
    return next(each for each in opened.paragraphs if words in each.text)


def test_what_went_out_comes_back() -> None:
    texts, rows = back(document())
    assert (texts["text"], texts["norms"], rows) == (TEXT, "Закон, 24\nКодекс, 89", SECTIONS[1].rows)
    assert brought(document(), SECTIONS, TITLES).stamp == "nadzor 1 v1"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.text("аәіқңғүұөһ «»—-x1.,;<&", min_size=1, max_size=20), min_size=1, max_size=3), max_size=4)
)
def test_any_text_goes_round(paragraphs: list[list[str]]) -> None:
    lines = [[line.strip() for line in each if line.strip()] for each in paragraphs]
    text = "\n\n".join("\n".join(each) for each in lines if each)
    sections = [Section("text", "Текст ответа", text)]
    data = made(sections, title="", stamp="", head="", language="kk")
    assert brought(data, sections, {"text": ("Текст ответа",)}).texts["text"] == text


def split_runs(opened: Document) -> None:
    """A word processor cuts a paragraph into runs by spelling, language and looks."""
    found = paragraph(opened, "Второй абзац")
    words = found.text
    for run in list(found.runs):
        run._r.getparent().remove(run._r)
    for place, letter in enumerate(words):
        run = found.add_run(letter)
        run.bold = place % 2 == 0


def other_styles(opened: Document) -> None:
    for each in opened.paragraphs:
        each.style = opened.styles["Normal"]
        for run in each.runs:
            run.font.name = "Arial"


def numbered_heading(opened: Document) -> None:
    found = paragraph(opened, "Текст ответа")
    found.text = "1. ТЕКСТ  ОТВЕТА:"


def linked(opened: Document) -> None:
    """Words inside a link, a content control and a field stand among the others."""
    found = paragraph(opened, "Второй абзац")
    run = found.runs[0]._r
    link = OxmlElement("w:hyperlink")
    run.addprevious(link)
    link.append(run)
    held = OxmlElement("w:sdt")
    inner = OxmlElement("w:sdtContent")
    held.append(inner)
    found._p.addprevious(held)
    inner.append(found._p)


def nothing(_opened: Document) -> None:
    return None


@pytest.mark.parametrize("change", [nothing, split_runs, other_styles, numbered_heading, linked])
def test_looks_are_no_words(change: Callable[[Document], None]) -> None:
    texts, rows = back(edited(change))
    assert (texts["text"], rows) == (TEXT, SECTIONS[1].rows)


def test_new_words_come_back() -> None:
    def rewritten(opened: Document) -> None:
        found = paragraph(opened, "Второй абзац")
        found.text = "Қорытынды: “ақылды” тырнақшалар – сақталды\tбәрі…"
        found.insert_paragraph_before("Жаңа абзац.")
        row = opened.tables[0].rows[2].cells
        row[0].text, row[1].text, row[2].text = "Воды нет", "нет", "Акт № 5\nот 3 марта"

    texts, rows = back(edited(rewritten))
    assert texts["text"].split("\n\n")[1:] == ["Жаңа абзац.", "Қорытынды: “ақылды” тырнақшалар – сақталды бәрі…"]
    assert rows == (("Света нет", "да", "Осмотр"), ("Воды нет", "нет", "Акт № 5\nот 3 марта"))


def test_the_numbers_of_lists_are_kept() -> None:
    """Word turns "1. …" into a list whose numbers stand in no text."""

    def listed(opened: Document) -> None:
        last = paragraph(opened, "Второй абзац")
        for words in ("бірінші", "екінші"):
            last.insert_paragraph_before(words, style="List Number")
        last.insert_paragraph_before("точка", style="List Bullet")

    texts, _ = back(edited(listed))
    assert "1. бірінші\n2. екінші\n– точка" in texts["text"]


def tracked(opened: Document) -> None:
    found = paragraph(opened, "Второй абзац")
    added = OxmlElement("w:ins")
    added.set(qn("w:id"), "7")
    run = found.runs[0]._r
    run.addprevious(added)
    added.append(run)


def struck(opened: Document) -> None:
    found = paragraph(opened, "Второй абзац")
    gone = OxmlElement("w:del")
    found.runs[0]._r.addprevious(gone)


def with_picture(opened: Document) -> None:
    paragraph(opened, "Второй абзац").runs[0]._r.append(OxmlElement("w:drawing"))


def with_footnote(opened: Document) -> None:
    paragraph(opened, "Второй абзац").runs[0]._r.append(OxmlElement("w:footnoteReference"))


def with_comment(opened: Document) -> None:
    paragraph(opened, "Второй абзац").runs[0]._r.append(OxmlElement("w:commentReference"))


def no_heading(opened: Document) -> None:
    found = paragraph(opened, "Ссылки")._p
    found.getparent().remove(found)


def two_headings(opened: Document) -> None:
    found = paragraph(opened, "Ссылки")._p
    found.addnext(deepcopy(found))


def before_heading(opened: Document) -> None:
    opened.paragraphs[0].insert_paragraph_before("Вводные слова")


def table_in_text(opened: Document) -> None:
    table = opened.add_table(rows=1, cols=2)
    paragraph(opened, "Второй абзац")._p.addnext(table._tbl)


def words_beside_table(opened: Document) -> None:
    opened.tables[0]._tbl.addprevious(deepcopy(paragraph(opened, "Второй абзац")._p))


def merged(opened: Document) -> None:
    cells = opened.tables[0].rows[1].cells
    cells[0].merge(cells[1])


def more_columns(opened: Document) -> None:
    from docx.shared import Cm

    opened.tables[0].add_column(Cm(2))


REFUSED = [
    (tracked, "непринятые исправления"),
    (struck, "непринятые исправления"),
    (with_picture, "рисунок"),
    (with_footnote, "сноски"),
    (with_comment, "примечания"),
    (no_heading, "нет заголовков: «Ссылки»"),
    (two_headings, "стоит дважды"),
    (before_heading, "Перед первым заголовком"),
    (table_in_text, "есть таблица"),
    (words_beside_table, "вне таблицы"),
    (merged, "объединённые ячейки"),
    (more_columns, "другое число столбцов"),
]


@pytest.mark.parametrize(("change", "said"), REFUSED, ids=[each.__name__ for each, _ in REFUSED])
def test_what_would_be_lost_is_refused(change: Callable[[Document], None], said: str) -> None:
    with pytest.raises(Unread) as refused:
        back(edited(change))
    assert said in refused.value.said.ru
    assert all(refused.value.said)


def packed(**files: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "/"), data)
    return kept.getvalue()


def with_macros() -> bytes:
    kept = io.BytesIO(document())
    with zipfile.ZipFile(kept, "a") as package:
        package.writestr("word/vbaProject.bin", b"\xcc\x61")
    return kept.getvalue()


NO_DOCUMENTS = [
    ("text", b"plain words", "не файл DOCX"),
    ("empty", b"", "не файл DOCX"),
    ("pdf", b"%PDF-1.7", "не файл DOCX"),
    ("old doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "старом формате DOC"),
    ("odt", packed(mimetype=b"application/vnd.oasis.opendocument.text"), "не файл DOCX"),
    ("cut off", document()[:2000], "повреждён"),
    ("macros", with_macros(), "макросы"),
    (
        "bomb",
        packed(**{"[Content_Types].xml": b"<a/>", "word__document.xml": b"0" * (61 * 1024 * 1024)}),
        "слишком много",
    ),
    ("no words", packed(**{"[Content_Types].xml": b"<Types/>", "word__document.xml": b"<a/>"}), "повреждён"),
]


@pytest.mark.parametrize(("data", "said"), [each[1:] for each in NO_DOCUMENTS], ids=[each[0] for each in NO_DOCUMENTS])
def test_what_is_no_document_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(Unread) as refused:
        back(data)
    assert said in refused.value.said.ru
