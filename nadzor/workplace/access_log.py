"""The page of the access log: who looked, by person, case and day. Reading it is entered into it too."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nadzor.accounts.addresses import address_of
from nadzor.casework.access import visible
from nadzor.casework.asking import BAD_DAY, day_in
from nadzor.casework.forms import number_in
from nadzor.casework.looks import GROUND, NOT_YOURS, WAY_TITLES, Way, looked, may_read, readable
from nadzor.casework.models import Look, Proceeding
from nadzor.casework.refusals import NoRight
from nadzor.casework.showing import applicant_told
from nadzor.law.words import Phrase
from nadzor.organs.folding import folded
from nadzor.organs.models import Person
from nadzor.workplace.lists import zone_of
from nadzor.workplace.sealed import SEALED, sealed_from
from nadzor.workplace.staff import StaffRequest, for_staff, page

PAGE = 50
_EMPTY = Phrase(
    "Мұндай қарау жазылмаған. Сүзгіні өзгертіңіз немесе алып тастаңыз.",
    "Таких просмотров не записано. Измените фильтр или снимите его.",
    "No such look is recorded. Change the filter or remove it.",
)
_APPLICANT = Phrase("коды бар адам", "предъявитель кода", "holder of the code")
_FIGURES = Phrase("статистика", "статистика", "statistics")
_NO_CASE = Phrase("журналдың өзі", "сам журнал", "the log itself")
HEADS: list[dict[str, Any]] = [
    {"title": Phrase("Қашан", "Когда", "When")},
    {"title": Phrase("Кім", "Кто", "Who")},
    {"title": Phrase("Іс", "Дело", "Case")},
    {"title": Phrase("Кімнің деректері", "Чьи данные", "Whose data")},
    {"title": Phrase("Қалай", "Как", "How")},
    {"title": Phrase("Не үшін, не ашылды", "Зачем, что открыто", "What for, what was opened")},
    {"title": Phrase("Мекенжай", "Адрес", "Address")},
]
_LABELS = {
    "who": Phrase("Кім қарады (тегі)", "Кто смотрел (фамилия)", "Who looked (surname)"),
    "case": Phrase("Істің нөмірі", "Номер дела", "Number of the case"),
    "whose": Phrase(
        "Кімнің деректері (тегі немесе ЖСН)", "Чьи данные (фамилия или ИИН)", "Whose data (surname or IIN)"
    ),
    "day": Phrase("Күні", "День", "Day"),
}


@for_staff
@require_safe
def access_log(request: StaffRequest) -> HttpResponse:
    """Show the looks, newest first. In the address: `who` (beginning of a name), `case`, `day`, `after` (an id)."""
    actor = request.actor
    if not may_read(actor):
        context = {"refusal": NoRight(NOT_YOURS, GROUND)}
        return page(request, "workplace/access_log_refused.html", context, status=403)
    asked = {name: request.GET.get(name, "").strip()[:100] for name in _LABELS}
    rows, errors = _narrowed(readable(actor), asked, ZoneInfo(zone_of(actor)))
    if asked["whose"]:  # a sealed case is not found by whose it is
        seen = visible(actor).filter(circle__isnull=False).values("pk")
        rows = rows.filter(Q(proceeding__circle__isnull=True) | Q(proceeding__in=seen))
    after = number_in(request.GET.get("after", ""))
    if after is not None:
        rows = rows.filter(pk__lt=after)
    found = [] if errors else list(rows.select_related("proceeding", "person", "client").order_by("-pk")[: PAGE + 1])
    hidden = sealed_from(actor, {each.proceeding for each in found if each.proceeding is not None})
    chosen = {name: text for name, text in asked.items() if text}
    if not errors:
        about = Proceeding.objects.filter(number=asked["case"]).first() if found and asked["case"] else None
        filters = ", ".join(chosen.values())
        looked([about.pk if about else None], Way.LOG, by=actor, address=address_of(request), what=filters)
    next_url = f"?{urlencode({**chosen, 'after': found[PAGE - 1].pk})}" if len(found) > PAGE else ""
    return page(
        request,
        "workplace/access_log.html",
        {
            "here": "log",
            "heads": HEADS,
            "rows": [_row(each, hidden=each.proceeding_id in hidden) for each in found[:PAGE]],
            "empty": _EMPTY,
            "fields": [(name, label, asked[name], errors.get(name)) for name, label in _LABELS.items()],
            "chosen": bool(chosen),
            "errors": [{"id": f"id_{name}", "label": _LABELS[name], "text": text} for name, text in errors.items()],
            "next_url": next_url,
            "first_url": f"?{urlencode(chosen)}" if after is not None else "",
        },
        status=422 if errors else 200,
    )


def _narrowed(rows: QuerySet[Look], asked: dict[str, str], zone: ZoneInfo) -> tuple[QuerySet[Look], dict[str, Phrase]]:
    """Return the looks that fit what was asked, and what could not be read of it."""
    if asked["case"]:
        rows = rows.filter(proceeding__number=asked["case"])
    if asked["who"]:
        rows = rows.filter(_named(asked["who"]))
    if asked["whose"]:
        rows = rows.filter(_of_person(asked["whose"]))
    if asked["day"]:
        day = day_in(asked["day"])
        if day is None or day == dt.date.max:  # no day comes after it
            return rows, {"day": BAD_DAY}
        start = dt.datetime.combine(day, dt.time(), zone)
        rows = rows.filter(at__gte=start, at__lt=start + dt.timedelta(days=1))
    return rows, {}


def _named(text: str) -> Q:
    """People of the staff whose name begins so, and clients of the API."""
    wanted = folded(text)
    people = [person.pk for person in Person.objects.all() if folded(person.full_name).startswith(wanted)]
    return Q(person__in=people) | Q(client__name__istartswith=text)


def _of_person(text: str) -> Q:
    """The cases of an applicant, and what runs beside them: by the whole IIN or BIN, or the beginning of the name."""
    digits = "".join(text.split())
    if digits.isdigit():
        mine = Proceeding.objects.filter(parties__iin=digits).values("pk")
    else:
        mine = Proceeding.objects.filter(applicant_folded__startswith=folded(text)).values("pk")
    return Q(proceeding__in=mine) | Q(proceeding__parent__in=mine)


def _row(look: Look, *, hidden: bool) -> dict[str, Any]:
    case = look.proceeding
    return {
        "url": None,
        "cells": [
            {"text": f"{timezone.localtime(look.at):%d.%m.%Y %H:%M:%S}"},
            {"text": _who(look)},
            {"text": case.number, "whole": True} if case else {"text": _FIGURES if look.way == Way.TABLE else _NO_CASE},
            {"text": SEALED if hidden else _whose(case) if case else "–"},
            {"text": WAY_TITLES.get(look.way, look.way)},
            {"text": SEALED if hidden else "; ".join(part for part in (look.reason, look.what) if part) or "–"},
            {"text": look.address or "–"},
        ],
    }


def _who(look: Look) -> Phrase | str:
    if look.person is not None:
        return look.person.short_name if look.client is None else f"{look.person.short_name} (API)"
    return look.client.name if look.client is not None else _APPLICANT


def _whose(case: Proceeding) -> Phrase | str:
    return applicant_told(case.applicant)
