"""The list "Under my control": appeals that the reader took under control and has not released (29I.53).

Below it what somebody above or outside controls: nobody here releases that of his own will, but its day is kept here.
"""

import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.appeals.models import Timed
from nadzor.appeals.senders import SENDER_TITLES
from nadzor.casework.access import visible
from nadzor.casework.models import Proceeding
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.showing import applicant_told, days_left
from nadzor.law.facts import Authority
from nadzor.law.words import LANGUAGES, Phrase
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
_OF_OTHERS = [*_HEADS]
_OF_OTHERS[3] = {"title": Phrase("Кімнің бақылауы", "Чей контроль", "Whose control")}


@for_staff
@require_safe
def under_control(request: StaffRequest) -> HttpResponse:
    """Show what the reader has under control, the soonest end first; each row opens its appeal."""
    today = clock.today(zone_of(request.actor))
    seen = visible(request.actor).filter(procedure="control", open=True)
    seen = seen.select_related("timed", "parent__executor").order_by("next_due", "pk")
    found = list(seen.filter(timed__by=request.actor.person_id)[: _MOST + 1])
    others = list(seen.filter(timed__by__isnull=True)[: _MOST + 1])
    context = {
        "here": "control",
        "heads": _HEADS,
        "rows": [_row(each, today) for each in found[:_MOST]],
        "more": len(found) > _MOST,
        "heads_of_others": _OF_OTHERS,
        "others": [_row(each, today) for each in others[:_MOST]],
        "more_of_others": len(others) > _MOST,
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
            {"text": _why(control.timed)},
            {"tone": str(state.tone), "word": state.title},
            _day(appeal.next_due, today),
            {"text": NOBODY if executor is None else executor.short_name},
        ],
    }


def _why(control: Timed) -> str | Phrase:
    """Why the reader took it; of somebody else: who did, by which letter."""
    if control.by_id is not None:
        return control.words
    who = SENDER_TITLES[Authority(control.authority)]
    return Phrase(*(", ".join(filter(None, (who.into(lang), control.document))) for lang in LANGUAGES))


def _day(due: dt.date, today: dt.date) -> dict[str, Any]:
    return {"day": due, "left": days_left(due, today)}
