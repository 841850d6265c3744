"""Every paper of the house, in both languages: each item that a point asks for is on it, nothing empty, for keeping.

Golden pictures: `make golden` renews them, `git diff` and a look at them approve.
"""

import os
import re

import pypdfium2
import pytest
from PIL import Image, ImageChops

from nadzor.law import catalogue
from nadzor.papers.declared import LANGUAGES_OF_PAPERS, PAPERS, Kind, Language, Paper
from nadzor.papers.setting import EmptyItem, said_on, set_paper
from tests.papers.sampled import AT, GOLDEN, head_for, values_of

_EVERY = [(name, lang) for name in sorted(PAPERS) for lang in LANGUAGES_OF_PAPERS]
every = pytest.mark.parametrize(("name", "lang"), _EVERY, ids=[f"{name}-{lang}" for name, lang in _EVERY])
_FAR, _FEW = 96, 40  # of 255; pixels: edges of letters may be drawn a hair otherwise, words may not


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u0002\u00ad\u200b\ufffe-]+", "", text)  # a hyphen at the end of a line is read in many ways


def _set(paper: Paper, lang: Language) -> pypdfium2.PdfDocument:
    made = set_paper(paper, values_of(paper, lang), head_for(paper, lang), lang, at=AT)
    assert b"pdfaid:part" in made  # it can be kept: PDF/A-2a
    return pypdfium2.PdfDocument(made)


@every
def test_each_item_is_on_the_paper(name: str, lang: Language) -> None:
    paper = PAPERS[name]
    read = _set(paper, lang)
    on_it = _squeezed("\n".join(page.get_textpage().get_text_range() for page in read))
    width, height = read[0].get_size()
    assert {round(width), round(height)} == {595, 842}  # A4
    values, head = values_of(paper, lang), head_for(paper, lang)
    told = head.told(lang)
    for item in paper.items:
        if item.kind is Kind.FIXED:
            assert item.said is not None
            words = [each for each in re.split(r"\{\w+\}", item.said.into(lang)) if each.strip()]
        elif item.kind is Kind.HEAD:
            words = [told[item.name]]
        else:
            words = list(_words(values[item.name], lang))
        assert words, item.name
        for each in words:
            assert _squeezed(each) in on_it, (item.name, each)
    shown = [paper.title.into(lang)]
    if paper.shape is None or name == "answer":  # letterhead in both languages, what the QR code says
        shown += [head.body.kk, head.body.ru, head.phone, head.url]
    for words in shown:
        assert _squeezed(words) in on_it
    assert "None" not in on_it
    assert "{" not in on_it


def _words(value: object, lang: Language) -> list[str]:
    from nadzor.papers.setting import _text  # a day in words is told as on the paper

    if isinstance(value, list):
        return [each for one in value for each in _words(one, lang)]
    return [_text(value, lang)]


_FIELDS = [(name, item.name) for name, paper in sorted(PAPERS.items()) for item in paper.fields() if not item.optional]


@pytest.mark.parametrize(("name", "item"), _FIELDS, ids=[f"{name}.{item}" for name, item in _FIELDS])
def test_a_paper_with_an_empty_item_is_not_set(name: str, item: str) -> None:
    paper = PAPERS[name]
    for nothing in (None, "", []):
        with pytest.raises(EmptyItem) as refused:
            said_on(paper, values_of(paper, "ru") | {item: nothing}, head_for(paper, "ru"), "ru")
        assert refused.value.item == item


def test_every_paper_stands_on_points_that_stand() -> None:
    cited = {point for paper in PAPERS.values() for point in paper.points}
    assert cited <= set(catalogue.addresses())
    assert all(item.points for paper in PAPERS.values() for item in paper.items)


@every
def test_the_paper_looks_as_it_was_approved(name: str, lang: Language) -> None:
    pages = [page.render(scale=0.6, grayscale=True).to_pil() for page in _set(PAPERS[name], lang)]
    picture = Image.new("L", (max(page.width for page in pages), sum(page.height for page in pages)), 255)
    top = 0
    for page in pages:
        picture.paste(page, (0, top))
        top += page.height
    kept = GOLDEN / f"{name}-{lang}.png"
    if os.environ.get("NADZOR_GOLDEN") == "renew":
        picture.point(lambda grey: grey // 17 * 17).save(kept, optimize=True)  # sixteen greys: a third of the bytes
    approved = Image.open(kept).convert("L")
    assert approved.size == picture.size
    differs = sum(ImageChops.difference(approved, picture).histogram()[_FAR:])
    assert differs < _FEW, f"{kept.name}: {differs} pixels; look at it, then make golden"


def test_no_golden_picture_is_of_a_paper_that_is_gone() -> None:
    assert {each.stem for each in GOLDEN.glob("*.png")} == {f"{name}-{lang}" for name, lang in _EVERY}
