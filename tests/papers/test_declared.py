"""Every paper of the house, in both languages: each item that a point asks for is on it, nothing empty, for keeping.

Golden pictures: `make golden` renews them, `git diff` and a look at them approve.
"""

import io
import os
import re
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from nadzor.law import catalogue
from nadzor.law.words import Phrase
from nadzor.papers.declared import LANGUAGES_OF_PAPERS, PAPERS, Kind, Language, Paper, places
from nadzor.papers.setting import EmptyItem, said_on, set_paper
from tests.papers.sampled import AT, GOLDEN, head_for, values_of

_EVERY = [(name, lang) for name in sorted(PAPERS) for lang in LANGUAGES_OF_PAPERS]
every = pytest.mark.parametrize(("name", "lang"), _EVERY, ids=[f"{name}-{lang}" for name, lang in _EVERY])
_FAR, _FEW = 96, 40  # of 255; pixels: edges of letters may be drawn a hair otherwise, words may not


def _squeezed(text: str) -> str:
    words = re.sub(r"[\s\u0002\u00ad\u200b\ufffe-]+", "", text)  # a hyphen at the end of a line is read in many ways
    return words.casefold()  # the letterhead is in capitals


def _set(paper: Paper, lang: Language) -> pypdfium2.PdfDocument:
    made = set_paper(paper, values_of(paper, lang), head_for(paper, lang), lang, at=AT)
    return pypdfium2.PdfDocument(made)


@every
def test_the_paper_can_be_kept(name: str, lang: Language) -> None:
    """PDF/A-2: level A, which holds all that level B asks for (ISO 19005-2) and is read aloud besides."""
    paper = PAPERS[name]
    made = PdfReader(io.BytesIO(set_paper(paper, values_of(paper, lang), head_for(paper, lang), lang, at=AT)))
    root = made.trailer["/Root"]
    said = root["/Metadata"].get_data().decode()
    assert re.findall(r"<pdfaid:(part|conformance)>(\w+)<", said) == [("part", "2"), ("conformance", "A")]
    assert [each.get_object()["/S"] for each in root["/OutputIntents"]] == ["/GTS_PDFA1"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == (lang, True)
    assert not made.is_encrypted
    assert not {"/AcroForm", "/OpenAction", "/AA"} & set(root)
    fonts = [font.get_object() for page in made.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        within = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(within), font["/BaseFont"]
        assert "/ToUnicode" in font


@every
def test_each_item_is_on_the_paper(name: str, lang: Language) -> None:
    paper = PAPERS[name]
    read = _set(paper, lang)
    width, height = read[0].get_size()
    assert sorted((round(width), round(height))) == [595, 842]  # A4
    assert _lacking(paper, _read(read), lang) == []
    on_it = _squeezed(_read(read))
    assert "none" not in on_it
    assert "{" not in on_it
    assert ".." not in on_it


def _read(made: pypdfium2.PdfDocument) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in made)


def _lacking(paper: Paper, text: str, lang: Language) -> list[str]:
    """What a paper must hold and does not: by items, and of what every paper of the house holds."""
    values, head, on_it = values_of(paper, lang), head_for(paper, lang), _squeezed(text)
    told, wanted = head.told(lang), dict[str, list[str]]()
    for item in paper.items:
        if item.kind is Kind.FIXED:
            assert item.said is not None
            wanted[item.name] = [each for each in re.split(r"\{[^}]+\}", item.said.into(lang)) if each.strip(" .,")]
            wanted[item.name] += [told[place] for place in places(item.said.into(lang)) if place in told]
        elif item.kind is Kind.HEAD:
            wanted[item.name] = [told[item.name]]
        else:
            wanted[item.name] = list(_words(values[item.name], lang))
        assert wanted[item.name], item.name
    wanted["title"], wanted["letterhead"] = [paper.title.into(lang)], [head.body.kk, head.body.ru, head.phone]
    wanted["contacts"], wanted["qr"] = [head.contacts.kk, head.contacts.ru], [head.url]
    if name_of_sheet(paper):
        wanted["number"] = [head.number]
    if not paper.by_itself and paper.name != "oral_protocol":  # whose hands are on paper
        wanted["signature"], wanted["day"] = [head.post.into(lang), head.signatory], [told["day"]]
    if paper.approved is not None:
        wanted["approval"] = [head.approver_post.into(lang), head.approver]
    wanted["hands"] = [each.into(lang) for each in paper.signs]
    return [
        f"{name}: {words}" for name, all_words in wanted.items() for words in all_words if _squeezed(words) not in on_it
    ]


def name_of_sheet(paper: Paper) -> bool:
    """Whether a paper has a number of its own: the receipt has that of the appeal."""
    return paper.name != "receipt"


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_a_template_that_forgets_an_item_is_found(name: str) -> None:
    """Each required field is blotted out in turn: what is told of the paper must name it."""
    paper = PAPERS[name]
    text = _read(_set(paper, "ru"))
    for item in paper.fields():
        blotted = text
        for words in _words(values_of(paper, "ru")[item.name], "ru"):
            blotted = re.sub(r"\s*".join(map(re.escape, _squeezed(words))), "", _squeezed(blotted))
        assert any(each.startswith(f"{item.name}: ") for each in _lacking(paper, blotted, "ru")), item.name


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


_LONG = "Павлодарэнергокоммунстройремонтмонтажналадкасбытснаб"


@pytest.mark.parametrize("name", ["answer", "complaint_decision", "request_to_cure"])
def test_nothing_runs_out_of_the_paper_and_the_pages_are_counted(name: str) -> None:
    """Long names are broken, long texts go on; pages are counted from two on, and the hand stands beside its words."""
    paper = PAPERS[name]
    body = Phrase(*["Комитет по правовой статистике и специальным учётам Генеральной прокуратуры " * 2] * 3)
    head = replace(head_for(paper, "ru"), addressee=f"ТОО «{_LONG * 2}»", body=body)
    sentence = "Проверкой установлено, что договор подряда заключён без конкурса. "
    texts = {each.name: "\n\n".join([sentence * 5 + _LONG] * 4) for each in paper.fields() if each.kind is Kind.TEXT}
    made = pypdfium2.PdfDocument(set_paper(paper, values_of(paper, "ru") | texts, head, "ru", at=AT))
    assert len(made) > 1
    for number, page in enumerate(made, start=1):
        words = page.get_textpage()
        seen = [at for at in range(words.count_chars()) if words.get_text_range(at, 1).strip()]  # spaces may hang out
        right = max(words.get_charbox(at)[2] for at in seen)
        assert right <= page.get_size()[0] - 42  # fifteen millimetres, but for the shape of a letter
        assert f"{number}/{len(made)}" in _squeezed(words.get_text_range())
    assert head.signatory in made[len(made) - 1].get_textpage().get_text_range().replace("\u00a0", " ")
