"""What a browser sent, made safe to use: texts without what cannot be seen, days, ids, the key of a form."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict

from nadzor.casework.forms import clean
from nadzor.law.words import Phrase

BAD_DAY = Phrase("Күнді былай жазыңыз: 01.04.2026.", "Запишите день так: 01.04.2026.", "Write the day as 01.04.2026.")
_LONGEST_KEY = 200  # what a row of keys takes; those of our pages have 32


def key_in(posted: QueryDict) -> str:
    """Return the key that a form was sent with, empty where it has none."""
    return posted.get("key", "")[:_LONGEST_KEY]


def day_in(text: str) -> dt.date | None:
    """Return the day that somebody typed, as 01.04.2026 or as a browser sends it; none where no day can be read."""
    try:
        day = forms.DateField(required=False).clean(text)
    except (ValidationError, OverflowError):
        return None
    return day if isinstance(day, dt.date) else None


def cleaned(said: QueryDict) -> QueryDict:
    """Return what was sent with every text cleaned as the forms of steps clean theirs (no NUL, composed letters)."""
    found = QueryDict(mutable=True)
    for name, values in said.lists():
        found.setlist(str(clean(name)), [str(clean(value)) for value in values])
    found._mutable = False  # noqa: SLF001  # as Django closes the one it reads itself
    return found


def clean_texts(request: HttpRequest) -> None:
    """Clean what a request asks and posts, before its view reads it."""
    request.GET = cleaned(request.GET)  # type: ignore[assignment]
    if request.method == "POST":
        request.POST = cleaned(request.POST)  # type: ignore[assignment]
