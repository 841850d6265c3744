"""The inbox: open cases, soonest term first, by view; and finding a case by number, name or words."""

import uuid
from urllib.parse import urlencode

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.accounts.addresses import address_of
from nadzor.appeals.forwarding import signs_letters
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.access import sight_of, visible
from nadzor.casework.looks import Way, looked
from nadzor.casework.people import candidates
from nadzor.casework.search import by_name, found
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.roles import Role
from nadzor.workplace import lists, tables
from nadzor.workplace.asked import asked_of, chosen
from nadzor.workplace.changes import changed_among
from nadzor.workplace.saved_views import shown_above
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language
from nadzor.workplace.tastes import tastes_of

_FOUND = 50
_EMPTY = Phrase(
    "Бұл тізімде ашық іс жоқ. Басқа көріністі таңдаңыз немесе сүзгіні алып тастаңыз.",
    "В этом списке нет открытых дел. Выберите другой вид или снимите фильтр.",
    "There are no open cases in this list. Choose another view or remove the filter.",
)


@for_staff
@require_safe
def inbox(request: StaffRequest) -> HttpResponse:
    """Show a view of open cases, soonest term first. In the address also `after`: the cursor."""
    actor = request.actor
    today = clock.today(lists.zone_of(actor))
    asked = asked_of(actor, request.GET.dict(), today)
    shown = lists.page_of(asked.rows, lists.shown_in(actor, asked.view), request.GET.get("after", ""))
    tastes = tastes_of(request)
    changed = changed_among(shown.rows, actor)
    body = bulk_body(actor) if asked.view != lists.ALL else None
    return page(
        request,
        "workplace/inbox.html",
        {
            "here": "inbox",
            "views": [(name, lists.VIEW_TITLES[name], name == asked.view) for name in lists.views_of(actor)],
            "chosen": chosen(asked),
            "saved": shown_above(actor, asked.kept, today),
            "save_url": f"{reverse('saved-views')}?{urlencode(asked.kept)}",
            "list": shown,
            "rows": [tastes.row(lists.table_row(row, today, actor, changed=row.pk in changed)) for row in shown.rows],
            "heads": tastes.heads(),
            "compact": tastes.compact,
            "empty": _EMPTY,
            "next_url": f"?{urlencode({**asked.kept, 'after': shown.after})}" if shown.after else "",
            "first_url": f"?{urlencode(asked.kept)}" if request.GET.get("after") else "",
            "table_url": f"{reverse('inbox-table')}?{urlencode(asked.kept)}" if shown.rows else "",
            "letters_url": f"{reverse('new-batch')}?{urlencode(asked.kept)}",
            "people": [] if body is None else candidates(body, today),
            "forwards": asked.view != lists.ALL and signs_letters(actor),
            "bulk": APPEAL.name,
            "key": uuid.uuid4().hex,
        },
    )


@for_staff
@require_safe
def inbox_table(request: StaffRequest) -> HttpResponse:
    """Give the same list as a workbook, every page of it; who took which cases along is entered into the access log."""
    actor = request.actor
    today = clock.today(lists.zone_of(actor))
    asked = asked_of(actor, request.GET.dict(), today)
    rows = lists.whole(asked.rows, lists.shown_in(actor, asked.view), tables.MOST)
    said = urlencode(asked.kept)
    looked([row.pk for row in rows], Way.TABLE, by=actor, address=address_of(request), what=said)
    title = lists.VIEW_TITLES.get(asked.view, _LIST)
    return tables.workbook(rows, title, today, page_language(), lists.zone_of(actor))


_LIST = Phrase("Істер тізімі", "Список дел", "List of cases")


def bulk_body(actor: Actor) -> int | None:
    """The office in whose lists somebody may pass many cases on at once; none for those who pass nothing on."""
    led = [held.body_id for held in actor.holdings if actor.leads(held.body_id)]
    kept = [body for role, body in actor.roles if role is Role.REGISTRAR]
    return next(iter([*kept, *led, *(held.body_id for held in actor.holdings if sight_of(actor).units)]), None)


@for_staff
@require_safe
def search(request: StaffRequest) -> HttpResponse:
    """Find among what the actor sees: a whole number opens its case, else the beginning of a name, then words."""
    actor, text = request.actor, request.GET.get("q", "").strip()
    exact = visible(actor).filter(number=text).first() if text else None
    if exact is not None:
        return redirect("proceeding", exact.number)
    today = clock.today(lists.zone_of(actor))
    rows = list({row.pk: row for row in (*by_name(actor, text, _FOUND), *found(actor, text, _FOUND + 1))}.values())
    prefetch_related_objects(rows, "executor")
    looked([row.pk for row in rows[:_FOUND]], Way.SEARCH, by=actor, address=address_of(request), what=text)
    return page(
        request,
        "workplace/search.html",
        {
            "q": text,
            "letters_url": f"{reverse('new-batch')}?{urlencode({'q': text})}",
            "rows": [lists.table_row(row, today, actor) for row in rows[:_FOUND]],
            "more": len(rows) > _FOUND,
            "heads": [{"title": head["title"]} for head in lists.HEADS],
            "most": _FOUND,
        },
    )
