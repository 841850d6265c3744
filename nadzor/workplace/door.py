"""What happened at the doors of accounts: one's own on the page of sessions, and the page of the security officer."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nadzor.accounts import history, seats
from nadzor.accounts.addresses import address_of
from nadzor.accounts.models import Account, Happening
from nadzor.casework.forms import number_in
from nadzor.casework.looks import GROUND, NOT_YOURS, Watched, Way, looked, may_read, watched
from nadzor.casework.refusals import NoRight
from nadzor.law.words import Phrase
from nadzor.organs.folding import folded
from nadzor.organs.models import Appointment, Person
from nadzor.workplace.staff import StaffRequest, for_staff, page

PAGE = 50
CAPTION = Phrase("Кірулер, соңғысы бірінші", "Входы, последние сверху", "Sign-ins, newest first")
_EMPTY = Phrase("Мұндай жазба жоқ.", "Таких записей нет.", "There is no such record.")
_HEADS: list[dict[str, Any]] = [
    {"title": Phrase("Қашан", "Когда", "When")},
    {"title": Phrase("Не болды", "Что произошло", "What happened")},
    {"title": Phrase("Мекенжай", "Адрес", "Address")},
    {"title": Phrase("Браузер", "Браузер", "Browser")},
]
_WHO = {"title": Phrase("Кім", "Кто", "Who")}
_TIMES = Phrase(
    "{what}, {n} рет, соңғысы {last}", "{what}, {n} раз, последний {last}", "{what}, {n} times, last {last}"
)
LABEL = Phrase("Кім (тегі немесе логині)", "Кто (фамилия или логин)", "Who (surname or login)")


def own(account: Account, after: int | None) -> dict[str, Any]:
    """Return what a page shows of one's own account: a table, and the address of the next page."""
    rows = history.of(account)
    found = list((rows if after is None else rows.filter(pk__lt=after))[: PAGE + 1])
    return {
        "caption": CAPTION,
        "heads": _HEADS,
        "rows": [_row(each) for each in found[:PAGE]],
        "next_url": f"?after={found[PAGE - 1].pk}" if len(found) > PAGE else "",
    }


@for_staff
@require_safe
def sign_ins(request: StaffRequest) -> HttpResponse:
    """Show what happened at the doors of the staff of an office and below it, to its security officer; a look too.

    In the address: `who` (beginning of a name, or a login), `after` (an id).
    """
    actor = request.actor
    if not may_read(actor):
        refused = {"refusal": NoRight(NOT_YOURS, GROUND)}
        return page(request, "workplace/access_log_refused.html", refused, status=403)
    who = request.GET.get("who", "").strip()[:100]
    after = number_in(request.GET.get("after", ""))
    rows = _of_staff(watched(actor))
    if who:
        rows = rows.filter(_named(who))
    if after is not None:
        rows = rows.filter(pk__lt=after)
    found = list(rows.select_related("account__person")[: PAGE + 1])
    looked([None], Way.SIGN_INS, by=actor, address=address_of(request), what=who)
    chosen = {"who": who} if who else {}
    context = {
        "here": "log",
        "caption": CAPTION,
        "heads": [_HEADS[0], _WHO, *_HEADS[1:]],
        "rows": [_row(each, who=True) for each in found[:PAGE]],
        "empty": _EMPTY,
        "label": LABEL,
        "who": who,
        "next_url": f"?{urlencode({**chosen, 'after': found[PAGE - 1].pk})}" if len(found) > PAGE else "",
        "first_url": f"?{urlencode(chosen)}" if after is not None else "",
    }
    return page(request, "workplace/sign_ins.html", context)


def _of_staff(places: Watched | None) -> QuerySet[Happening]:
    """What happened at the accounts of those who hold or held a post in some places; none: everywhere."""
    if places is None:
        return Happening.objects.all()
    return Happening.objects.filter(
        Exists(Appointment.objects.filter(places.there(), person=OuterRef("account__person")))
    )


def _named(text: str) -> Q:
    wanted = folded(text)
    people = [person.pk for person in Person.objects.all() if folded(person.full_name).startswith(wanted)]
    return Q(account__person__in=people) | Q(account__login=text.lower())


def _row(each: Happening, *, who: bool = False) -> dict[str, Any]:
    what: Phrase = history.TITLES[each.kind]
    if each.times > 1:
        last = f"{timezone.localtime(each.last_at):%H:%M:%S}"
        what = Phrase(
            *(told.format(what=words, n=each.times, last=last) for told, words in zip(_TIMES, what, strict=True))
        )
    person = each.account.person if who else None
    return {
        "url": None,
        "cells": [
            {"text": f"{timezone.localtime(each.at):%d.%m.%Y %H:%M:%S}"},
            *([{"text": person.short_name if person is not None else each.account.login}] if who else []),
            {"tone": "late", "word": what} if each.kind in history.WRONG else {"text": what},
            {"text": each.address or "–"},
            {"text": seats.browser_told(each.browser) or "–"},
        ],
    }
