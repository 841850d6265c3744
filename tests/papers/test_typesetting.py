"""A paper is set with our own letters alone, the same data give the same bytes, and it can be kept."""

import datetime as dt

import pypdfium2
import pytest

from nadzor.papers.typesetting import TypesettingError, qr, typeset

AT = dt.datetime(2026, 4, 1, 9, 0, tzinfo=dt.UTC)
KAZAKH = "әғқңөұүһі ӘҒҚҢӨҰҮҺІ ₸ № «» – …"


def test_every_kazakh_letter_comes_from_the_letters_we_ship() -> None:
    made = typeset("papers/typst/letters.typ", {"title": "Әріптер", "text": KAZAKH, "qr": qr("https://a.kz/1")}, at=AT)
    read = pypdfium2.PdfDocument(made)
    assert KAZAKH in read[0].get_textpage().get_text_range()
    assert read.get_metadata_value("Title") == "Әріптер"
    assert (b"Golos" in made, b"pdfaid:part" in made) == (True, True)


def test_the_same_data_give_the_same_bytes() -> None:
    said = {"title": "Әріптер", "text": KAZAKH, "qr": qr("1")}
    assert typeset("papers/typst/letters.typ", said, at=AT) == typeset("papers/typst/letters.typ", said, at=AT)


def test_a_template_that_asks_for_what_is_not_there_says_which() -> None:
    with pytest.raises(TypesettingError, match=r"letters\.typ"):
        typeset("papers/typst/letters.typ", {}, at=AT)
