"""The parts of pages: in three languages, with ids that belong together, and errors that need nothing to be shown."""

import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django import forms
from django.http import Http404
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from nadzor.law.words import Phrase
from nadzor.web import gallery
from nadzor.web.templatetags import nadzor as tags

PAGES = Path(tags.__file__).parents[1] / "templates"
LATE_IN_LONDON = dt.datetime(2026, 3, 31, 20, 0, tzinfo=dt.UTC)  # 1 April, 01:00 in Almaty
LANGUAGES = ["kk", "ru", "en"]
PLAIN = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@pytest.fixture(autouse=True)
def _plain_static(settings):
    settings.STORAGES = PLAIN


class Page(HTMLParser):
    """What a test asks of a page: ids, where things point, headings, words."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.points, self.heads, self.words, self.tags = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        held = dict(attrs)
        self.tags.append((tag, held))
        if "id" in held:
            self.ids.append(held["id"])
        for name in ("aria-describedby", "aria-labelledby", "for"):
            self.points += (held.get(name) or "").split()
        if tag == "a" and re.match("#.", held.get("href") or ""):
            self.points.append(held["href"][1:])
        if re.fullmatch("h[1-6]", tag):
            self.heads.append(int(tag[1]))

    def handle_data(self, data):
        self.words.append(data)


def shown(template, lang, /, **given):
    with translation.override(lang):
        return render_to_string(template, given)


@pytest.mark.parametrize(
    ("tag", "value", "texts"),
    [
        ("day", dt.date(2026, 4, 1), ("2026 жылғы 1 сәуір", "1 апреля 2026 г.", "1 April 2026")),
        ("day", LATE_IN_LONDON, ("2026 жылғы 1 сәуір", "1 апреля 2026 г.", "1 April 2026")),
        (
            "weekday_day",
            dt.date(2026, 4, 1),
            ("2026 жылғы 1 сәуір, сәрсенбі", "среда, 1 апреля 2026 г.", "Wednesday, 1 April 2026"),
        ),
        ("short_day", dt.date(2026, 4, 4), ("сб 04.04.2026", "сб 04.04.2026", "Sat 04.04.2026")),
        ("days_left", 0, ("соңғы күні – бүгін", "последний день – сегодня", "the last day is today")),
        ("days_left", 1, ("1 жұмыс күні қалды", "осталось: 1 рабочий день", "1 working day left")),
        ("days_left", 3, ("3 жұмыс күні қалды", "осталось: 3 рабочих дня", "3 working days left")),
        ("days_left", -11, ("11 жұмыс күні өтіп кетті", "просрочено на 11 рабочих дней", "11 working days late")),
        ("cite", "29I.50", ("№ 29 нұсқаулықтың 50-тармағы", "п. 50 Инструкции № 29", "point 50 of Instruction No. 29")),
        ("phrase", Phrase("бір", "один", "one"), ("бір", "один", "one")),
        ("phrase", "as it is", ("as it is",) * 3),
        ("phrase", None, ("",) * 3),
        ("day", None, ("",) * 3),
    ],
)  # fmt: skip
def test_words_in_each_language(tag, value, texts):
    for lang, text in zip(LANGUAGES, texts, strict=True):
        with translation.override(lang):
            assert getattr(tags, tag)(value) == text


@pytest.mark.parametrize(("left", "tone"), [(-1, "late"), (0, "soon"), (2, "soon"), (3, ""), (None, "")])
def test_tone_of_a_term(left, tone):
    assert tags.term_tone(left) == tone


def test_each_tone_has_its_own_icon():
    drawn = [str(tags.icon(tone)) for tone in tags.TONES]
    assert len(set(drawn)) == len(tags.TONES) == 8
    assert all('aria-hidden="true"' in icon for icon in drawn)


def test_a_text_from_outside_is_escaped():
    html = shown("ui/_tone.html", "ru", tone="new", word="<script>alert(1)</script>")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("path", sorted(PAGES.rglob("*.html")), ids=lambda path: path.name)
def test_each_part_tells_its_inputs(path):
    text = path.read_text(encoding="utf-8")
    head = re.search(r"\{% comment %\}(.*?)\{% endcomment %\}", text, re.DOTALL)
    assert head
    assert re.search(r"[Ii]nputs", head[1])


@pytest.mark.parametrize("of", ["portal", "workplace"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_gallery_is_whole(settings, of, lang):
    settings.DEBUG = True
    with translation.override(lang):
        answer = gallery.gallery(RequestFactory().get("/gallery/", {"of": of}))
    page = Page(answer.content.decode())
    assert (
        len(page.ids) == len(set(page.ids)) or sorted(page.ids).count("error-summary") == 2
    )  # the gallery shows it twice
    assert set(page.points) - set(page.ids) <= {"000118", "000123", "000131"}
    assert page.heads.count(1) == 1
    assert ("html", {"lang": lang}) in page.tags
    if lang != "en":
        assert not re.search(r"\b(Back|Ground|Error|Terms|optional)\b", " ".join(page.words))


def test_gallery_is_not_for_strangers(settings):
    settings.DEBUG = False
    with pytest.raises(Http404):
        gallery.gallery(RequestFactory().get("/gallery/"))


@pytest.mark.parametrize(
    "widget", ["line", "text", "day", "number", "choice", "radio", "many", "flag", "file", "password"]
)
def test_a_refused_field_says_so_to_everybody(widget):
    given = {
        "name": "a",
        "label": "Label",
        "hint": "Hint",
        "error": "Wrong",
        "widget": widget,
        "value": "",
        "required": True,
    }
    page = Page(shown("ui/_field.html", "ru", choices=[("x", "X")], chosen=[], **given))
    described = next(held["aria-describedby"].split() for _, held in page.tags if "aria-describedby" in held)
    assert described == ["id_a_error", "id_a_hint"]
    assert {*described, "id_a"} <= set(page.ids)
    assert set(page.points) <= set(page.ids)
    assert "*" not in "".join(page.words)


@pytest.mark.parametrize(("lang", "word"), [("kk", "(міндетті емес)"), ("ru", "(необязательно)"), ("en", "(optional)")])
def test_what_may_be_left_out_says_so(lang, word):
    assert word in shown("ui/_field.html", lang, name="a", label="L", widget="line", required=False)
    assert word not in shown("ui/_field.html", lang, name="a", label="L", widget="line", required=True)


def test_what_was_typed_stays_in_a_field():
    html = shown("ui/_field.html", "ru", name="a", label="L", widget="text", value='до "1 < 2"', error="Wrong")
    assert "до &quot;1 &lt; 2&quot;</textarea>" in html


class Sample(forms.Form):
    name = forms.CharField(label="Name", help_text="Hint")
    way = forms.ChoiceField(label="Way", widget=forms.RadioSelect, choices=[("a", "A")])
    flag = forms.BooleanField(label="Flag", required=False)


def test_a_form_of_crispy_follows_the_same_rules():
    form = Sample({"name": "", "way": ""})
    with translation.override("kk"):
        html = Template("{% load crispy_forms_tags %}{% crispy form %}").render(Context({"form": form}))
    page = Page(html)
    assert set(page.points) <= set(page.ids)
    assert "*" not in "".join(page.words)
    assert "Бұл өрісті толтыру міндетті." in html
    assert any(tag == "form" and "novalidate" in held for tag, held in page.tags)
    assert [held["href"] for tag, held in page.tags if tag == "a"] == ["#id_name", "#id_way"]


@pytest.mark.parametrize("code", [400, 403, 404, 413, 429])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_error_pages_need_no_request(code, lang):
    page = Page(shown(f"{code}.html", lang))
    assert ("html", {"lang": lang}) in page.tags
    assert page.heads == [1]
    assert "115" in "".join(page.words)


def test_an_error_page_takes_other_words():
    html = shown("429.html", "ru", todo=Phrase("а", "Повторите в 14:05.", "b"))
    assert "Повторите в 14:05." in html


@pytest.mark.parametrize("code", [500, 503])
def test_pages_of_failure_stand_alone(code):
    text = (PAGES / f"{code}.html").read_text(encoding="utf-8")
    rest = re.sub(r"^\{% comment %\}.*?\{% endcomment %\}", "", text)
    assert not re.search(r"\{[{%]|src=|<link", rest)
    page = Page(rest)
    assert [held["lang"] for tag, held in page.tags if tag == "section"] == ["ru", "kk", "en"]
    assert "".join(page.words).count("115") == 3


def test_a_refusal_has_its_four_parts():
    html = shown(
        "ui/_refusal.html",
        "ru",
        refusal=gallery.Refused,
        what="Срок не продлён",
        todo="Передайте",
        by=dt.date(2026, 4, 1),
    )
    page = Page(html)
    words = " ".join(" ".join(page.words).split())
    assert "Срок не продлён" in words
    assert "п. 52 Инструкции № 29" in words
    assert "Что можно сделать: Передайте" in words
    assert "Последний день: среда, 1 апреля 2026 г." in words


def test_a_case_without_a_term_has_no_day_to_tell() -> None:
    with translation.override("ru"):
        assert tags.dated(dt.date(9999, 12, 31)) == "срока нет"
        linked = tags.celled({"day": dt.date(9999, 12, 31), "left": None}, "/work/case/1/")
    assert linked == '<span class="n-day"><a href="/work/case/1/">срока нет</a></span>'


def test_a_point_whose_parts_are_the_ground_is_named_once() -> None:
    grounds = ["29I.88.1", "29I.50", "29I.88.2"]
    with translation.override("ru"):
        told = render_to_string("ui/_cites.html", {"cites": grounds, "staff": True})
        plain = render_to_string("ui/_cites.html", {"cites": grounds})
    assert told.count("п. 88 Инструкции") == plain.count("п. 88 Инструкции") == 1
    assert all(address in told and address not in plain for address in grounds)
