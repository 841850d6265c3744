"""The list "Under my control": appeals that the reader took under control and has not released (29I.53)."""

import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.casework.access import visible
from nadzor.casework.models import Proceeding
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.showing import applicant_told, days_left
from nadzor.law.words import Phrase
from nadzor.workplace.lists import NOBODY, zone_of
from nadzor.workplace.staff import StaffRequest, for_staff, page

_MOST = 200
_HEADS: list[dict[str, Any]] = [
    {"title": Phrase("Бақылау мерзімі", "Срок контроля", "Control until"), "sort": "ascending"},
    {"title": Phrase("Нөмірі", "Номер", "Number")},
    {"title": Phrase("Кімнен", "От кого", "From")},
    {"title": Phrase("Неге бақылауда", "Почему на контроле", "Why under control")},
    {"title": Phrase("Күйі", "Состояние", "State")},
    {"title": Phrase("Жауап мерзімі", "Срок ответа", "Answer due")},
    {"title": Phrase("Орындаушы", "Исполнитель", "Executor")},
]


@for_staff
@require_safe
def under_control(request: StaffRequest) -> HttpResponse:
    """Show what the reader has under control, the soonest end first; each row opens its appeal."""
    today = clock.today(zone_of(request.actor))
    mine = visible(request.actor).filter(procedure="control", open=True, timed__by=request.actor.person_id)
    found = list(mine.select_related("timed", "parent__executor").order_by("next_due", "pk")[: _MOST + 1])
    context = {
        "here": "control",
        "heads": _HEADS,
        "rows": [_row(each, today) for each in found[:_MOST]],
        "more": len(found) > _MOST,
        "most": _MOST,
    }
    return page(request, "workplace/under_control.html", context)


def _row(control: Proceeding, today: dt.date) -> dict[str, Any]:
    appeal: Any = control.parent
    procedure = PROCEDURES[appeal.procedure]
    state = procedure.state_of[procedure.mapped.get(appeal.state, appeal.state)]
    executor = appeal.executor
    return {
        "url": reverse("proceeding", args=[appeal.number]),
        "number": appeal.number,
        "procedure": appeal.procedure,
        "cells": [
            _day(control.next_due, today),
            {"text": appeal.number, "whole": True},
            {"text": applicant_told(appeal.applicant)},
            {"text": control.timed.words},
            {"tone": str(state.tone), "word": state.title},
            _day(appeal.next_due, today),
            {"text": NOBODY if executor is None else executor.short_name},
        ],
    }


def _day(due: dt.date, today: dt.date) -> dict[str, Any]:
    return {"day": due, "left": days_left(due, today)}
