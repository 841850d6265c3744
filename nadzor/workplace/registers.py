"""The books of one's office: which there are, the lines of one by period, a volume of it to print, lace and seal."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.accounts.addresses import address_of
from nadzor.appeals.book import BOOK_TITLES, HIDDEN, Line, lines_told, marks_told, printed
from nadzor.casework import books
from nadzor.casework.forms import number_in
from nadzor.casework.looks import Way, looked
from nadzor.casework.models import Register
from nadzor.casework.refusals import NoRight, NotFound
from nadzor.casework.showing import applicant_told
from nadzor.law.words import Phrase
from nadzor.organs.directory import directory
from nadzor.workplace.lists import COUNTED
from nadzor.workplace.staff import StaffRequest, acting_title, for_staff, page

PAGE = 50
HEADS: list[dict[str, Any]] = [
    {"title": Phrase("Тіркеу нөмірі", "Номер", "Number")},
    {"title": Phrase("Тіркелген күні", "День", "Registered on")},
    {"title": Phrase("Істің нөмірі", "Номер дела", "Number of the case")},
    {"title": Phrase("Өтініш беруші", "Заявитель", "Applicant")},
    {"title": Phrase("Мазмұны", "Содержание", "Matter")},
    {"title": Phrase("Күйі", "Состояние", "State")},
    {"title": Phrase("Түзету және жою белгілері", "Исправления и аннулирование", "Corrections and annulments")},
]
_EMPTY = Phrase(
    "Бұл кезеңде жазба жоқ. Басқа кезеңді таңдаңыз.",
    "За этот период записей нет. Выберите другой период.",
    "There are no entries in this period. Choose another.",
)


@for_staff
@require_safe
def registers(request: StaffRequest) -> HttpResponse:
    """Show the books that the reader may read, by office and year."""
    if not books.kept_by(request.actor):
        context = {"refusal": NoRight(books.NOT_YOURS, books.GROUND)}
        return page(request, "workplace/registers_refused.html", context, status=403)
    rows = [
        {"register": row, "office": office, "title": _title(row)}
        for row, office in books.names_of(books.books_of(request.actor))
    ]
    return page(request, "workplace/registers.html", {"here": "registers", "rows": rows})


@for_staff
@require_safe
def register(request: StaffRequest, code: str, book: str, year: int) -> HttpResponse:
    """Show the lines of a book. In the address: `period` (an unknown one: the year), `after` (a number of the book)."""
    row = _book_or_404(request, code, book, year)
    periods = books.periods(year)
    period = periods.get(request.GET.get("period", ""), periods[""])
    asked = {"period": period.name} if period.name else {}
    wanted = books.lines(row, period)
    count = wanted[: COUNTED + 1].count()
    after = number_in(request.GET.get("after", ""))
    rest = wanted if after is None else wanted.filter(register_number__gt=after)
    found = list(rest.select_related("executor", "unit", "registrar", "client")[: PAGE + 1])
    told = lines_told(found[:PAGE], request.actor, books.zones(row))
    volumes = books.volumes(row, period)
    pdf = reverse("register-pdf", args=[code, book, year])
    return page(
        request,
        "workplace/register.html",
        {
            "here": "registers",
            "register": row,
            "title": _title(row),
            "office": directory().bodies[row.body_id].name,
            "head": bytes(row.head).hex(),
            "at": clock.now(),
            "period": period,
            "periods": periods.values(),
            "heads": HEADS,
            "rows": [_row(line) for line in told],
            "empty": _EMPTY,
            "count": min(count, COUNTED),
            "more_than_counted": count > COUNTED,
            "volumes": [
                (volume, f"{pdf}?{urlencode({**asked, 'volume': volume.place})}") for volume in volumes if volume.last
            ],
            "next_url": f"?{urlencode({**asked, 'after': told[-1].row.register_number})}" if len(found) > PAGE else "",
            "first_url": f"?{urlencode(asked)}" if after is not None else "",
        },
    )


@for_staff
@require_safe
def register_pdf(request: StaffRequest, code: str, book: str, year: int) -> HttpResponse:
    """Give a volume of a book as a PDF to be saved; who printed which cases is entered into the access log."""
    row = _book_or_404(request, code, book, year)
    period = books.periods(year).get(request.GET.get("period", ""))
    if period is None:
        raise Http404
    volumes = books.volumes(row, period)
    place = number_in(request.GET.get("volume", "1")) or 0
    volume = next((each for each in volumes if each.place == place), None)
    if volume is None:
        raise Http404
    address = request.build_absolute_uri(reverse("register", args=[code, book, year]))
    made = printed(
        row,
        period,
        volume,
        of=len(volumes),
        actor=request.actor,
        post=acting_title(request.actor),
        at=clock.now(),
        url=f"{address}?{urlencode({'period': period.name})}" if period.name else address,
    )
    said = f"{code}/{book}/{year}, {period.title.ru}, {volume.first}–{volume.last}"
    looked(made.cases, Way.BOOK, by=request.actor, address=address_of(request), what=said)
    name = "-".join((code, book, str(year), *([period.name] if period.name else []), str(volume.place)))
    return saved_pdf(made.pdf, f"{name}.pdf")


def saved_pdf(content: bytes, name: str) -> HttpResponse:
    """Return a PDF to be saved, never shown as a page of ours. `name`: of ASCII letters."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer


def _book_or_404(request: StaffRequest, code: str, book: str, year: int) -> Register:
    try:
        return books.book_of(request.actor, code, book, year)
    except NotFound as refusal:
        raise Http404 from refusal


def _title(row: Register) -> Phrase | str:
    return BOOK_TITLES.get(row.book, row.book)


def _row(line: Line) -> dict[str, Any]:
    row = line.row
    state = books.state_of(row)
    marks = marks_told(line)
    return {
        "url": reverse("proceeding", args=[row.number]) if line.seen else None,
        "cells": [
            {"text": str(row.register_number)},
            {"text": f"{row.registered_on:%d.%m.%Y}", "whole": True},
            {"text": row.number, "whole": True},
            {"text": applicant_told(row.applicant) if line.seen else HIDDEN},
            {"text": row.subject if line.seen else HIDDEN},
            {"tone": str(state.tone), "word": state.title},
            {"text": Phrase(*("; ".join(words) for words in zip(*marks, strict=True))) if marks else "–"},
        ],
    }
