"""Notices that could not be delivered: each is a task until it goes by another way; and how the mail server stands.

Source: article 66 of the code on administrative procedures, to which 29I.44 refers: a notice must reach the participant
by a way that fixes it. No point sets a term for the second attempt: three working days from the day the office learned
of the failure (R65); the point that asks for the notice stands beside.
"""

import datetime as dt
import uuid
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from nadzor import clock
from nadzor.casework import mail
from nadzor.casework.act import Act
from nadzor.casework.asking import BAD_DAY
from nadzor.casework.delivery import Delivery, MailServer, Outcome
from nadzor.casework.delivery_steps import told_of
from nadzor.casework.forms import number_in
from nadzor.casework.models import Notice
from nadzor.casework.notice_kinds import KINDS
from nadzor.casework.perform import perform
from nadzor.casework.refusals import Refusal
from nadzor.casework.showing import days_left
from nadzor.casework.structure.sight import administers
from nadzor.law.calendar import CalendarUnknown
from nadzor.law.notice import WAYS, anew_by
from nadzor.law.words import Phrase
from nadzor.organs.directory import directory
from nadzor.workplace.deliveries import day_in, line, sentence, tasks, what
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language
from nadzor.workplace.typed import key_in

_PAGE = 50
_WAYS = tuple((name, way.title) for name, way in WAYS.items() if name != "portal")
_NO_WAY = Phrase("Қалай жіберу керегін таңдаңыз.", "Выберите, как отправить.", "Choose how to send it.")
_DONE = Phrase(
    "Хабарлама басқа жолмен жіберілуде.", "Уведомление отправляется другим способом.", "It goes by another way now."
)
_GONE = Phrase(
    "Бұл тапсырма жабылған: хабарлама басқа жолмен жіберілді.",
    "Эта задача закрыта: уведомление отправлено другим способом.",
    "This task is closed: the notice went by another way.",
)
_TRY = Phrase(
    "Күтіп тұрған хаттар жақын минутта қайта жіберіледі.",
    "Ждущие письма будут отправлены снова в ближайшую минуту.",
    "The waiting letters are sent again within a minute.",
)
_NOT_ADMIN = Phrase(
    "Пошта серверін әкімші қарайды. Хаттар жүрмесе, соған хабарлаңыз.",
    "За почтовым сервером смотрит администратор. Если письма не идут, сообщите ему.",
    "The administrator looks after the mail server. If letters do not go, tell him.",
)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def undelivered(request: StaffRequest) -> HttpResponse:
    """Show what could not be delivered; POST sends one by another way. `case` in the address: of one case alone."""
    if request.method != "POST":
        return _show(request)
    posted, pk = request.POST, number_in(request.POST.get("notice", "")) or 0
    notice = tasks(request.actor).filter(pk=pk).first()
    if notice is None:
        return _show(request, [{"id": "", "text": _GONE}])
    errors: list[dict[str, Any]] = []
    if posted.get("way") not in dict(_WAYS):
        errors.append({"id": f"id_way_{pk}", "name": "way", "text": _NO_WAY})
    try:
        day = day_in(posted.get("day", ""))
    except ValueError:
        errors.append({"id": f"id_day_{pk}", "name": "day", "text": BAD_DAY})
    if not errors:
        said = {"notice": pk, "way": posted["way"], "address": posted.get("address", ""), "by": posted.get("by", "")}
        case = notice.proceeding
        data = {**said, **({"day": day} if day else {})}
        try:
            perform(Act(case.procedure, "send_otherwise", request.actor, data, on=(case.number,), key=key_in(posted)))
        except Refusal as refusal:
            name = next((each for each in ("address", "by", "day") if each in refusal.fields), "way")
            errors.append({"id": f"id_{name}_{pk}", "name": name, "text": sentence(refusal)})
        else:
            messages.success(request, _DONE.into(page_language()))
            return redirect("undelivered")
    return _show(request, errors, pk)


def _show(request: StaffRequest, errors: list[dict[str, Any]] | None = None, wrong: int = 0) -> HttpResponse:
    number = request.GET.get("case", "")
    rows = tasks(request.actor)
    if number:
        rows = rows.filter(proceeding__number=number)
    after = number_in(request.GET.get("after", ""))
    if after is not None:
        rows = rows.filter(pk__gt=after).order_by("pk")
    attempts = Prefetch(
        "deliveries", Delivery.objects.filter(main=True).select_related("post_list", "party").order_by("pk")
    )
    found = list(rows.prefetch_related(attempts)[: _PAGE + 1])
    told = {each["name"]: each["text"] for each in errors or () if "name" in each}
    context = {
        "here": "dispatch",
        "tab": "undelivered",
        "rows": [
            _task(each, request.POST if each.pk == wrong else {}, told if each.pk == wrong else {})
            for each in found[:_PAGE]
        ],
        "ways": _WAYS,
        "number": number,
        "next": found[_PAGE - 1].pk if len(found) > _PAGE else None,
        "mail": _server(),
        "administers": administers(request.actor),
        "errors": errors or [],
        "key": uuid.uuid4().hex,
    }
    return page(request, "workplace/undelivered.html", context, status=422 if errors else 200)


def _task(notice: Notice, typed: Any, errors: dict[str, Phrase]) -> dict[str, Any]:
    kind = KINDS.get(notice.template)
    last = list({each.party_id: each for each in notice.deliveries.all()}.values())  # of the applicant, of the other
    zone = directory().bodies[notice.proceeding.body_id].zone
    due = _due(notice, zone)
    for each in last:
        each.notice = notice
    return {
        "notice": notice,
        "what": what(notice),
        "cites": kind.points if kind is not None else (),
        "since": notice.failed_at,
        "due": due,
        "left": days_left(due, clock.today(zone)) if due is not None else None,
        "tried": [line(each) for each in last],
        "typed": typed,
        "errors": errors,
    }


def _due(notice: Notice, zone: str) -> dt.date | None:
    """The last day for another way; none where the calendar does not reach."""
    if notice.failed_at is None:
        return None
    try:
        return anew_by(notice.failed_at.astimezone(ZoneInfo(zone)).date())
    except CalendarUnknown:
        return None


def _server() -> dict[str, Any]:
    """How the mail server stands, and how many letters wait for it."""
    row = MailServer.objects.filter(pk=1).first()
    waiting = Delivery.objects.filter(way="email", outcome=Outcome.WAITING)[:1001].count()
    return {"configured": mail.configured(), "row": row, "waiting": min(waiting, 1000), "more": waiting > 1000}


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def mail_server(request: StaffRequest) -> HttpResponse:
    """Show the administrator how the mail server stands and what it refused; POST tries again at once.

    No address of a person stands here: whose letter it was is no matter of the administrator.
    """
    if not administers(request.actor):
        return page(request, "workplace/dispatch_refused.html", {"here": "mail", "why": _NOT_ADMIN}, status=403)
    if request.method == "POST":
        MailServer.objects.filter(pk=1).update(next_at=None)
        messages.success(request, _TRY.into(page_language()))
        return redirect("mail-server")
    wrong = (Outcome.DEFERRED, Outcome.BROKEN_OFF, Outcome.REFUSED, Outcome.GAVE_UP)
    rows = (
        Delivery.objects.filter(way="email", outcome__in=wrong)
        .select_related("notice__proceeding", "post_list", "party")
        .order_by("-pk")
    )
    context = {
        "here": "mail",
        "mail": _server(),
        "host": settings.EMAIL_HOST,
        "port": settings.EMAIL_PORT,
        "sender": settings.MAIL_FROM,
        "today": clock.now(),
        "rows": [_fault(each) for each in rows[:_PAGE]],
    }
    return page(request, "workplace/mail_server.html", context)


def _fault(row: Delivery) -> dict[str, Any]:
    """An attempt that failed, without the address: servers like to repeat it in their answer."""
    said = str(told_of(row).get("reason", "")).replace(row.address, "…")
    return {**line(row), "domain": row.address.rpartition("@")[2], "said": said}
