"""A day as people type it: one reading for the pages of steps, the dispatch book, the statistics and the log."""

import datetime as dt

import pytest
from django.utils import translation

from nadzor.casework.asking import day_in

DAYS = [
    ("01.04.2026", dt.date(2026, 4, 1), "as it is printed"),
    (" 1.4.2026 ", dt.date(2026, 4, 1), "without noughts, with spaces"),
    ("2026-04-01", dt.date(2026, 4, 1), "as a browser sends it"),
    ("31.04.2026", None, "April has thirty days"),
    ("29.02.2028", dt.date(2028, 2, 29), "a leap year"),
    ("29.02.2027", None, "no leap year"),
    ("04/01/2026", dt.date(2026, 1, 4), "the day stands first"),
    ("01/13/2026", None, "never the month"),
    ("tomorrow", None, "a word"),
    ("", None, "nothing"),
    ("  ", None, "spaces"),
]


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize(("typed", "day"), [each[:2] for each in DAYS], ids=[each[2] for each in DAYS])
def test_a_typed_day_is_read_alike_in_every_language(lang: str, typed: str, day: dt.date | None) -> None:
    with translation.override(lang):
        assert day_in(typed) == day
