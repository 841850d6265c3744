"""The control board: how many open cases are overdue, due today, this week, later; by office, unit, executor."""

import datetime as dt
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet, Sum
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.casework.access import Sight, sight_of
from nadzor.casework.forms import number_in
from nadzor.casework.models import Proceeding, Tally
from nadzor.law.words import Phrase
from nadzor.organs.directory import BodyCard, directory
from nadzor.organs.models import Person
from nadzor.workplace.lists import DUE_TITLES, NOBODY, bounds, main_procedures, zone_of
from nadzor.workplace.staff import StaffRequest, for_staff, page

_NO_UNIT = Phrase("Бөлімшеге берілмеген", "Ещё не передано подразделению", "Not passed to a unit yet")
_Counts = dict[int, dict[str, int]]


@for_staff
@require_safe
def board(request: StaffRequest) -> HttpResponse:
    """Show the board of what the actor sees: each office; `office`: one by its units; `unit` of it: by executors.

    Offices and units are counted from the tally, so that a board of a hundred thousand cases costs what a small one
    does; executors from the open cases of the one unit. Every figure opens the list behind it.
    """
    sight, known = sight_of(request.actor), directory()
    today = clock.today(zone_of(request.actor))
    seen = Tally.objects.filter(_seen(sight), count__gt=0, procedure__in=main_procedures())
    bodies = _counted(seen, "body_id", today)
    chosen = known.by_code.get(request.GET.get("office", ""))
    if chosen is None and len(bodies) == 1:
        chosen = known.bodies[next(iter(bodies))]
    counts = bodies if chosen is None else _counted(seen.filter(body=chosen.id), "unit_key", today)
    unit = _unit_of(chosen, request.GET.get("unit", ""))
    rows = _executor_rows(chosen, unit, sight, today) if chosen is not None and unit is not None else []
    for key, by_due in counts.items() if unit is None else ():
        if chosen is None:
            card = known.bodies[key]
            rows.append(_row(card.name, by_due, office=card.code, drill={"office": card.code}))
        else:
            card_of = known.units.get(key)
            title = card_of.name if card_of else _NO_UNIT
            drill = {"office": chosen.code, "unit": key}
            rows.append(_row(title, by_due, office=chosen.code, unit=key, drill=drill))
    rows.sort(key=lambda row: (-row["counts"][0]["count"], _name(row["title"])))
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
            "unit": None if unit is None else known.units[unit].name if unit in known.units else _NO_UNIT,
            "office_url": f"{reverse('control')}?{urlencode({'office': chosen.code})}" if chosen is not None else "",
            "several": len(bodies) > 1,
        },
    )


def _unit_of(office: BodyCard | None, said: str) -> int | None:
    """The unit of an office that an address names, 0 for the cases of no unit; none for anything else."""
    unit = number_in(said) if office is not None else None
    card = directory().units.get(unit) if unit else None
    return unit if unit == 0 or (card is not None and office is not None and card.body_id == office.id) else None


def _name(title: Phrase | str) -> str:
    return title if isinstance(title, str) else title.ru


def _by_executor(body: int, unit: int, sight: Sight, today: dt.date) -> _Counts:
    """The sums of one unit that somebody leads, by executor; 0 for those whom nobody considers yet.

    What somebody considers or has registered elsewhere is no matter of control: the tally does not count it either.
    """
    led = replace(sight, person=None, registrar=None)
    place = Q(body_id=body, unit_id=unit) if unit else Q(body_id=body, unit__isnull=True)
    cases = Proceeding.objects.filter(led.condition(), place, open=True, procedure__in=main_procedures())
    columns = {name: Count("pk", filter=days) for name, days in _columns(today, "next_due").items()}
    rows = cases.order_by().values("executor_id").annotate(**columns).values_list("executor_id", *columns)
    found: _Counts = {}
    for executor, *counts in rows:
        found[executor or 0] = dict(zip(columns, counts, strict=True))
    return found


def _executor_rows(office: BodyCard, unit: int, sight: Sight, today: dt.date) -> list[dict[str, Any]]:
    counts = _by_executor(office.id, unit, sight, today)
    people = Person.objects.in_bulk([key for key in counts if key])
    return [
        _row(people[key].short_name if key else NOBODY, by_due, office=office.code, unit=unit, executor=key)
        for key, by_due in counts.items()
    ]


def _seen(sight: Sight) -> Q:
    """Cells of the tally that somebody sees: whole offices and branches, or the units one heads."""
    if sight.everything:
        return Q()
    below = [card.id for card in directory().bodies.values() if card.branch_id in sight.branches]
    return Q(body_id__in=sorted({*below, *sight.bodies})) | Q(unit_key__in=sorted(sight.units))


def _counted(cells: QuerySet[Tally], by: str, today: dt.date) -> _Counts:
    """The sums of each column of the board, by office or by unit."""
    columns = {name: Sum("count", filter=days, default=0) for name, days in _columns(today, "due_day").items()}
    return {row.pop(by): row for row in cells.order_by().values(by).annotate(**columns)}


def _columns(today: dt.date, field: str) -> dict[str, Q]:
    """What makes a case stand in each column, by the field that holds its last day."""
    found = {}
    for name, (first, last) in bounds(today).items():
        since = Q() if first is None else Q(**{f"{field}__gte": first})
        found[name] = since if last is None else since & Q(**{f"{field}__lte": last})
    return found


def _row(
    title: Phrase | str, by_due: dict[str, int], *, drill: dict[str, Any] | None = None, **filters: Any
) -> dict[str, Any]:
    inbox = reverse("inbox")
    return {
        "title": title,
        "url": f"{reverse('control')}?{urlencode(drill)}" if drill else "",
        "counts": [
            {"count": count, "due": due, "url": f"{inbox}?{urlencode({'due': due, **filters})}"}
            for due, count in by_due.items()
        ],
        "total": sum(by_due.values()),
        "total_url": f"{inbox}?{urlencode(filters)}",
    }
