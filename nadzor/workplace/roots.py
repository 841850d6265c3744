"""The daily roots of the journal: which days have one, and the sheet of a day to print and hand upwards."""

import datetime as dt
from contextlib import suppress
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from nadzor.casework.journal import digest_of
from nadzor.casework.models import Root
from nadzor.law.words import Phrase
from nadzor.organs.directory import directory
from nadzor.workplace.staff import StaffRequest, for_staff, page

PAGE = 31
BOOKS: dict[str, Phrase] = {
    "appeals": Phrase("жолданымдар", "обращения", "appeals"),
    "history": Phrase("бұрынғы жолданымдар", "обращения прошлых лет", "earlier appeals"),
    "structure": Phrase("құрылым", "структура", "structure"),
}


class DayConverter:
    """A day in an address: 2026-03-05."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> dt.date:
        """Read it; a ValueError is a page that does not exist."""
        return dt.date.fromisoformat(value)

    def to_url(self, value: dt.date) -> str:
        """Write it."""
        return value.isoformat()


@for_staff
@require_safe
def roots(request: StaffRequest) -> HttpResponse:
    """Show the days that have a root, newest first. `before`: only days before this one."""
    rows = Root.objects.order_by("-day")
    with suppress(ValueError):
        rows = rows.filter(day__lt=dt.date.fromisoformat(request.GET.get("before", "")))
    found = list(rows[: PAGE + 1])
    return page(
        request,
        "workplace/roots.html",
        {
            "here": "roots",
            "rows": [(each.day, bytes(each.digest).hex(), len(each.heads)) for each in found[:PAGE]],
            "next_url": f"?before={found[PAGE - 1].day.isoformat()}" if len(found) > PAGE else "",
            "first_url": "?" if request.GET.get("before") else "",
        },
    )


@for_staff
@require_safe
def root(request: StaffRequest, day: dt.date) -> HttpResponse:
    """Show the sheet of a day: every register with its last entry and head, and the digest over all of them."""
    row = Root.objects.filter(day=day).first()
    if row is None:
        raise Http404
    return page(
        request,
        "workplace/root.html",
        {
            "here": "roots",
            "root": row,
            "digest": bytes(row.digest).hex(),
            "holds": bytes(row.digest) == digest_of(row.day, row.heads),
            "registers": [_register(name, *head) for name, head in sorted(row.heads.items())],
        },
    )


def _register(name: str, seq: int, head: str) -> dict[str, Any]:
    code, book, year = name.split("/")
    card = directory().by_code.get(code)
    return {
        "name": name,
        "body": card.name if card else code,
        "book": BOOKS.get(book, book),
        "year": year,
        "seq": seq,
        "head": head,
    }
