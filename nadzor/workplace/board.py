"""The control board: how many open cases are overdue, due today, this week, later; by office or by unit."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet, Sum
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.casework.access import Sight, sight_of
from nadzor.casework.models import Tally
from nadzor.law.words import Phrase
from nadzor.organs.directory import directory
from nadzor.workplace.lists import DUE_TITLES, bounds, main_procedures, zone_of
from nadzor.workplace.staff import StaffRequest, for_staff, page

_NO_UNIT = Phrase("Бөлімшеге берілмеген", "Ещё не передано подразделению", "Not passed to a unit yet")
_Counts = dict[int, dict[str, int]]


@for_staff
@require_safe
def board(request: StaffRequest) -> HttpResponse:
    """Show the board of what the actor sees. `office`: one office by units; else each office, or the only one."""
    sight, known = sight_of(request.actor), directory()
    today = clock.today(zone_of(request.actor))
    seen = Tally.objects.filter(_seen(sight), count__gt=0, procedure__in=main_procedures())
    bodies = _counted(seen, "body_id", today)
    chosen = known.by_code.get(request.GET.get("office", ""))
    if chosen is None and len(bodies) == 1:
        chosen = known.bodies[next(iter(bodies))]
    counts = bodies if chosen is None else _counted(seen.filter(body=chosen.id), "unit_key", today)
    rows = []
    for key, by_due in counts.items():
        if chosen is None:
            card = known.bodies[key]
            rows.append(_row(card.name, by_due, office=card.code, drill=card.code))
        else:
            unit = known.units.get(key)
            rows.append(_row(unit.name if unit else _NO_UNIT, by_due, office=chosen.code, unit=key))
    rows.sort(key=lambda row: (-row["counts"][0]["count"], row["title"].ru))
    totals = [sum(row["counts"][place]["count"] for row in rows) for place in range(len(DUE_TITLES))]
    return page(
        request,
        "workplace/board.html",
        {
            "here": "control",
            "at": clock.now(),
            "rows": rows,
            "heads": list(DUE_TITLES.values()),
            "totals": totals,
            "total": sum(totals),
            "chosen": chosen,
            "several": len(bodies) > 1,
        },
    )


def _seen(sight: Sight) -> Q:
    """Cells of the tally that somebody sees: whole offices and branches, or the units one heads."""
    if sight.everything:
        return Q()
    below = [card.id for card in directory().bodies.values() if card.branch_id in sight.branches]
    return Q(body_id__in=sorted({*below, *sight.bodies})) | Q(unit_key__in=sorted(sight.units))


def _counted(cells: QuerySet[Tally], by: str, today: dt.date) -> _Counts:
    """The sums of each column of the board, by office or by unit."""
    columns = {}
    for name, (first, last) in bounds(today).items():
        days = (Q() if first is None else Q(due_day__gte=first)) & (Q() if last is None else Q(due_day__lte=last))
        columns[name] = Sum("count", filter=days, default=0)
    return {row.pop(by): row for row in cells.order_by().values(by).annotate(**columns)}


def _row(title: Phrase, by_due: dict[str, int], *, drill: str = "", **filters: Any) -> dict[str, Any]:
    inbox = reverse("inbox")
    return {
        "title": title,
        "url": f"{reverse('control')}?{urlencode({'office': drill})}" if drill else "",
        "counts": [
            {"count": count, "due": due, "url": f"{inbox}?{urlencode({'due': due, **filters})}"}
            for due, count in by_due.items()
        ],
        "total": sum(by_due.values()),
        "total_url": f"{inbox}?{urlencode(filters)}",
    }
