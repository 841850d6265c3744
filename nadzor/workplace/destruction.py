"""The act of destruction: its list on the page of the matter, and the head's approval with the password given again."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from nadzor.appeals.forms import KIND_TITLES
from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.case import Case
from nadzor.casework.kept import DestructionItem
from nadzor.casework.perform import perform
from nadzor.casework.refusals import Refusal
from nadzor.casework.retention import MATTER
from nadzor.casework.rules import permitted
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.models import Person
from nadzor.workplace import again
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page, page_language
from nadzor.workplace.typed import key_in

HEADS: list[dict[str, Any]] = [
    {"title": Phrase("Іс", "Дело", "Case")},
    {"title": Phrase("Түрі", "Вид", "Kind")},
    {"title": Phrase("Жабылған күні", "Окончено", "Closed")},
    {"title": Phrase("Неше жыл сақталды", "Хранилось лет", "Kept, years"), "number": True},
    {"title": Phrase("Негізі", "Основание", "Ground")},
    {"title": Phrase("Белгі", "Отметка", "Mark")},
]
CAPTION = Phrase("Жоюға ұсынылған істер", "Дела, предложенные к уничтожению", "Cases proposed to be destroyed")
_STRUCK = Phrase("қалдырылды", "оставлено", "stays")
_GONE = Phrase("жойылды", "уничтожено", "destroyed")
_APPROVED = Phrase(
    "Акт бекітілді: бағдарлама оны он минут ішінде орындайды.",
    "Акт утверждён: программа исполнит его в течение десяти минут.",
    "The act is approved: the program carries it out within ten minutes.",
)


def listed(case: Case, actor: Actor) -> dict[str, Any] | None:
    """Return the list of a matter of destruction as the table takes it; none for another matter."""
    if case.row.procedure != MATTER:
        return None
    items = list(DestructionItem.objects.filter(destruction=case.row.pk).select_related("case").order_by("pk"))
    seen = set(visible(actor).filter(pk__in=[each.case_id for each in items]).values_list("pk", flat=True))
    names = Person.objects.in_bulk([each.struck_by_id for each in items if each.struck_by_id is not None])
    return {"caption": CAPTION, "heads": HEADS, "rows": [_row(each, seen, names) for each in items]}


def _row(item: DestructionItem, seen: set[int], names: dict[int, Person]) -> dict[str, Any]:
    mark: Phrase | str = "–"
    if item.erased_at is not None:
        mark = _GONE
    elif item.struck_by_id is not None:
        who = names[item.struck_by_id].short_name
        mark = Phrase(*(f"{word}: {item.struck_why} ({who})" for word in _STRUCK))
    return {
        "url": reverse("proceeding", args=[item.case.number]) if item.case_id in seen else None,
        "cells": [
            {"text": item.case.number, "whole": True},
            {"text": KIND_TITLES.get(item.case.kind or "", "–")},
            {"text": f"{item.closed_on:%d.%m.%Y}", "whole": True},
            {"text": str(item.years)},
            {"text": item.ground},
            {"text": mark},
        ],
    }


@for_staff
@sensitive_post_parameters("password", "code", "key_answer")
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: StaffRequest, number: str) -> HttpResponse:
    """Show the list; POST with the password approves the act. A refusal stands above the list."""
    case = case_or_404(number, request.actor)
    step = case.procedure.step_of.get("approve")
    if step is None:
        raise Http404
    if request.method != "POST":
        log_look(request, case)
        try:
            permitted(step, case, request.actor, None)
        except Refusal as refusal:
            return _show(request, case, refusal=refusal, closed=True, status=409)
        return _show(request, case)
    faults = again.signing_fault(request)
    if faults:
        return _show(request, case, faults=faults, status=422)
    try:
        perform(Act(MATTER, "approve", request.actor.again(), {}, on=(number,), key=key_in(request.POST) or None))
    except Refusal as refusal:
        return _show(request, case_or_404(number, request.actor), refusal=refusal, closed=True, status=409)
    messages.success(request, _APPROVED.into(page_language()))
    return redirect("proceeding", number)


def _show(  # noqa: PLR0913  # what the page may hold
    request: StaffRequest,
    case: Case,
    *,
    refusal: Refusal | None = None,
    faults: Mapping[str, Phrase] | None = None,
    closed: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        "here": "inbox",
        "case": case,
        "step": case.procedure.step_of["approve"],
        "listed": listed(case, request.actor),
        "refusal": refusal,
        **again.asked(request, faults),
        "closed": closed,
        "key": uuid.uuid4().hex,
    }
    return page(request, "workplace/approve_destruction.html", context, status=status)
