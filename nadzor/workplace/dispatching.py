"""The dispatch book: signed answers that wait to be sent, those that went out with their numbers."""

import datetime as dt
import uuid
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from nadzor import clock
from nadzor.appeals.drafting_forms import WAY_TITLES
from nadzor.appeals.emailing import mailed_among
from nadzor.appeals.models import Dispatch
from nadzor.appeals.states import SIGNED
from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.asking import BAD_DAY, day_in
from nadzor.casework.forms import number_in
from nadzor.casework.perform import perform
from nadzor.casework.refusals import Refusal
from nadzor.casework.showing import days_left
from nadzor.law.words import Phrase
from nadzor.workplace.lists import zone_of
from nadzor.workplace.results import Result, counted
from nadzor.workplace.staff import StaffRequest, for_staff, page
from nadzor.workplace.typed import key_in

_MOST = 100
_PAGE = 50
_NOTHING = Phrase("Жауаптарды белгілеңіз.", "Отметьте ответы.", "Tick the answers.")
_NO_WAY = Phrase("Қалай жіберілгенін таңдаңыз.", "Выберите, как отправлено.", "Choose how they were sent.")
_WAYS = tuple((name, title) for name, title in WAY_TITLES.items() if name != "portal")


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def book(request: StaffRequest) -> HttpResponse:
    """Show what waits and what went out; POST enters the ticked ones as sent, each answered by itself."""
    if request.method == "POST":
        return _send_chosen(request)
    return _show(request)


def _show(request: StaffRequest, errors: list[dict[str, Any]] | None = None) -> HttpResponse:
    seen, today = visible(request.actor), clock.today(zone_of(request.actor))
    waiting = list(seen.filter(procedure="appeal", state=SIGNED).order_by("next_due", "pk")[:_MOST])
    mailed = mailed_among([row.pk for row in waiting])
    before = number_in(request.GET.get("before", ""))
    sent = Dispatch.objects.filter(proceeding__in=seen.filter(procedure="dispatch", state="sent"))
    if before is not None:
        sent = sent.filter(pk__lt=before)
    rows = list(sent.select_related("proceeding__parent", "proceeding__body").order_by("-pk")[: _PAGE + 1])
    told = {each["id"]: each["text"] for each in errors or ()}
    context = {
        "here": "dispatch",
        "waiting": [
            {"row": row, "left": days_left(row.next_due, today), "mailed": row.pk in mailed} for row in waiting
        ],
        "sent": [{"dispatch": row, "way": WAY_TITLES.get(row.way, row.way)} for row in rows[:_PAGE]],
        "next": rows[_PAGE - 1].pk if len(rows) > _PAGE else None,
        "later": before is not None,
        "ways": _WAYS,
        "errors": errors or [],
        "way_error": told.get("id_way"),
        "day_error": told.get("id_sent_on"),
        "posted": request.POST,
        "ticked": request.POST.getlist("number"),
        "today": today,
        "key": key_in(request.POST) or uuid.uuid4().hex,
    }
    return page(request, "workplace/dispatch.html", context, status=422 if errors else 200)


def _send_chosen(request: StaffRequest) -> HttpResponse:
    posted, errors = request.POST, []
    asked = list(dict.fromkeys(posted.getlist("number")))[:_MOST]
    if not asked:
        errors.append({"id": "id_waiting", "text": _NOTHING})
    if posted.get("way") not in dict(_WAYS):
        errors.append({"id": "id_way", "text": _NO_WAY})
    day = day_in(posted.get("sent_on", ""))
    if day is None and posted.get("sent_on", "").strip():
        errors.append({"id": "id_sent_on", "text": BAD_DAY})
    if errors:
        return _show(request, errors)
    results = [_sent(request, number, day, place) for place, number in enumerate(asked)]
    return page(request, "workplace/dispatched.html", {"here": "dispatch", **counted(results)})


def _sent(request: StaffRequest, number: str, day: dt.date | None, place: int) -> Result:
    posted, key = request.POST, key_in(request.POST)
    by_email = posted["way"] == "email"  # the server's acceptance makes the day: none is typed
    act = Act(
        "appeal",
        "send_by_email" if by_email else "dispatch",
        request.actor,
        {} if by_email else {"way": posted["way"], "remark": posted.get("remark", "")},
        on=(number,),
        key=f"{key}:{place}" if key else None,
        happened_on=None if by_email else day,
    )
    refusal: Refusal | None = None
    try:
        perform(act)
    except Refusal as told:
        refusal = told
    return Result(number, visible(request.actor).filter(number=number).exists(), refusal)
