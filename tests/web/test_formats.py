"""Days, times and numbers as each language writes them, and days as people type them."""

import datetime as dt
from decimal import Decimal

import pytest
from django import forms
from django.utils import translation
from django.utils.formats import date_format, get_format, number_format

DAY = dt.date(2026, 3, 5)


@pytest.mark.parametrize(
    ("lang", "long", "short", "number"),
    [
        ("kk", "2026 жылғы 5 наурыз", "05.03.2026", "1\N{NO-BREAK SPACE}234,5"),
        ("ru", "5 марта 2026 г.", "05.03.2026", "1\N{NO-BREAK SPACE}234,5"),
        ("en", "5 March 2026", "05.03.2026", "1\N{NO-BREAK SPACE}234.5"),
    ],
)
def test_written(lang, long, short, number):
    with translation.override(lang):
        assert date_format(DAY) == long
        assert date_format(DAY, "SHORT_DATE_FORMAT") == short
        assert number_format(Decimal("1234.5"), force_grouping=True) == number
        assert get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize("typed", ["5.3.2026", "05.03.2026", "5 3 2026", "05032026", "5,3,26", "5.3.26", "2026-03-05"])
def test_typed(lang, typed):
    with translation.override(lang):
        assert forms.DateField().clean(typed) == DAY


@pytest.mark.parametrize("typed", ["31.02.2026", "2026", "5 марта"])
def test_what_is_no_day_is_refused_in_kazakh(typed):
    with translation.override("kk"), pytest.raises(forms.ValidationError, match="күнді"):
        forms.DateField().clean(typed)


@pytest.mark.parametrize(
    ("month", "word"),
    [(1, "қаңтар"), (4, "сәуір"), (7, "шілде"), (8, "тамыз"), (9, "қыркүйек"), (12, "желтоқсан")],
)
def test_kazakh_months_are_small(month, word):
    with translation.override("kk"):
        assert date_format(dt.date(2026, month, 1), "j F") == f"1 {word}"
