"""The catalogues are whole, and the check that says so sees a gap."""

import io
import re

import pytest

from tools import messages


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_every_text_has_its_translation(lang):
    assert messages.faults(lang) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('msgstr "Артқа"', 'msgstr ""', "has no translation"),
        ('msgid "Back"\nmsgstr "Артқа"', "", "has no translation"),
        ('msgid "Back"\n', '#, fuzzy\nmsgid "Back"\n', "has no translation"),
        ("%(limit_value)d таңба енгізіңіз", "таңба енгізіңіз", "other places for values"),
        ("Сұрауды түсіну", "Сұрауды {n} түсіну", "other places for values"),
    ],
)
def test_a_gap_is_seen(tmp_path, monkeypatch, old, new, told):
    whole = messages._path("kk").read_text(encoding="utf-8")
    assert old in whole
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    path = messages._path("kk")
    path.parent.mkdir(parents=True)
    path.write_text(whole.replace(old, new), encoding="utf-8")
    assert any(told in fault for fault in messages.faults("kk"))


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ('<p>{% translate "One" %}</p>', ["One"]),
        ("{% trans 'It is \"so\"' %}", ['It is "so"']),
        ('{% translate "May" context "month" %}', [("month", "May")]),
        ('{% include "a.html" with title=_("Two") %}{{ _("Three") }}', ["Two", "Three"]),
        ("{% blocktranslate trimmed %}\n  {{ n }} of\n  them\n{% endblocktranslate %}", ["%(n)s of them"]),
        (
            "{% blocktranslate count n=n %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}",
            [("%(n)s day", "%(n)s days")],
        ),
        ('{% comment %}{% translate "Never" %}{% endcomment %}{% translate "Four" %}', ["Four"]),
        ("<p>Plain</p>{{ value }}", []),
    ],
)  # fmt: skip
def test_texts_of_a_template_are_found(template, found):
    assert [text for _, _, text, _ in messages.extract_pages(io.BytesIO(template.encode()), (), (), {})] == found


def test_kazakh_borrows_what_django_lacks():
    borrowed = {messages._first(message) for message in messages._messages(messages.borrowed())}
    assert {"Enter a valid email address.", "This password is too common.", "March"} <= borrowed
    assert "This field is required." not in borrowed  # Django has it in Kazakh


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_translations_are_in_their_own_letters(lang):
    """A translation left in English would be Latin letters only. Names of formats and addresses may be."""
    kept = messages._read(messages._path(lang))
    left = [
        text
        for message in messages._messages(kept)
        for text in ([message.string] if isinstance(message.string, str) else message.string)
        if re.search(r"[A-Za-z]{3,}", re.sub(r"%\(\w+\)[sd]|\{\w*\}", "", text))
        and not re.search(r"[а-яәіңғүұқөһ]", text)
    ]
    assert left == [text for text in left if text in {"IPv4", "IPv6"}]
