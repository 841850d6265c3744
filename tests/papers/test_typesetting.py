"""A paper is set with our own letters alone, the same data give the same bytes, and it can be kept."""

import datetime as dt

import pypdfium2
import pytest

from nadzor.papers.apart import typeset_apart
from nadzor.papers.typesetting import TypesettingError, qr, typeset

AT = dt.datetime(2026, 4, 1, 9, 0, tzinfo=dt.UTC)
KAZAKH = "әғқңөұүһі ӘҒҚҢӨҰҮҺІ ₸ № «» – …"


def test_every_kazakh_letter_comes_from_the_letters_we_ship() -> None:
    made = typeset("papers/typst/letters.typ", {"title": "Әріптер", "text": KAZAKH, "qr": qr("https://a.kz/1")}, at=AT)
    read = pypdfium2.PdfDocument(made)
    assert KAZAKH in read[0].get_textpage().get_text_range()
    assert read.get_metadata_value("Title") == "Әріптер"
    assert (b"Golos" in made, b"pdfaid:part" in made) == (True, True)


# An emoji, a sign of another script, a sign that turns the direction; a decomposed й and a soft hyphen are no matter.
@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Спасибо 😀!", "Спасибо [U+1F600]!"),
        ("漢字", "[U+6F22][U+5B57]"),
        ("вперёд\u202eдазан", "вперёд[U+202E]дазан"),
        ("Андре\u0438\u0306", "Андрей"),
        (KAZAKH, KAZAKH),
    ],
)
def test_a_letter_that_our_fonts_lack_is_told_by_its_number(typed: str, printed: str) -> None:
    made = typeset("papers/typst/letters.typ", {"title": "1", "text": typed, "qr": qr("1")}, at=AT)
    assert printed in pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range()


def test_a_large_paper_is_set_apart_just_the_same() -> None:
    words = "Әділдік 😀 " * 12_000  # beyond 100,000 bytes, where the other process sets it
    said = {"title": "1", "text": words, "qr": qr("1")}
    read = pypdfium2.PdfDocument(typeset_apart("papers/typst/letters.typ", said, at=AT))
    assert "Әділдік [U+1F600]" in read[len(read) - 1].get_textpage().get_text_range()
    with pytest.raises(TypesettingError, match="SVG"):
        typeset_apart("papers/typst/letters.typ", {**said, "qr": "no picture"}, at=AT)


def test_the_same_data_give_the_same_bytes() -> None:
    said = {"title": "Әріптер", "text": KAZAKH, "qr": qr("1")}
    assert typeset("papers/typst/letters.typ", said, at=AT) == typeset("papers/typst/letters.typ", said, at=AT)


def test_a_template_that_asks_for_what_is_not_there_says_which() -> None:
    with pytest.raises(TypesettingError, match=r"letters\.typ"):
        typeset("papers/typst/letters.typ", {}, at=AT)
