"""How a page of any room reads a form: its fields in order, and the days that people type."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from nadzor.casework.forms import Asked, Form
from nadzor.law.words import Phrase

BAD_DAY = Phrase("Күнді былай жазыңыз: 01.04.2026.", "Запишите день так: 01.04.2026.", "Write the day as 01.04.2026.")


def day_in(text: str) -> dt.date | None:
    """Return the day that somebody typed, as 01.04.2026 or as a browser sends it; none where no day can be read."""
    try:
        day = forms.DateField(required=False).clean(text)
    except (ValidationError, OverflowError):
        return None
    return day if isinstance(day, dt.date) else None


def declared(form: type[Form]) -> dict[str, tuple[Asked, bool, int | None]]:
    """Return the fields that a page asks for: how, whether required, the greatest length of a text."""
    found = {}
    for name, field in form.model_fields.items():
        asked = next((each for each in field.metadata if isinstance(each, Asked)), None)
        if asked is not None:
            longest = next((each.max_length for each in field.metadata if hasattr(each, "max_length")), None)
            limit = longest if asked.widget in {"line", "text"} else None
            found[name] = (asked, field.is_required() or _may_not_be_empty(field.metadata), limit)
    return found


def _may_not_be_empty(metadata: list[Any]) -> bool:
    return any(getattr(each, "min_length", None) for each in metadata)
