"""People who have left and what they held: for the administrator, and for the head who passes it on to others.

Access closed with the last post; what was considered, drafted, to be agreed and to be signed stays where it was until
somebody gives it to another. The list is empty once everything is passed on.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.appeals.held import Held, held_by
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.access import visible
from nadzor.casework.models import Proceeding
from nadzor.casework.structure.rules import not_over
from nadzor.casework.structure.sight import administered
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory
from nadzor.organs.models import Acting, Appointment, Duty, Person
from nadzor.organs.roles import Role
from nadzor.organs.titles import role_title
from nadzor.workplace.inbox import bulk_body
from nadzor.workplace.staff import StaffRequest, for_staff, page

_MOST = 500


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody who has left: the last day of service, and what is still held."""

    person: Person
    last_day: dt.date | None
    held: Held


def bodies_of(actor: Actor) -> frozenset[int]:
    """The offices whose leavers somebody sees: those administered, and those led."""
    led = {held.body_id for held in actor.holdings if actor.leads(held.body_id)}
    return administered(actor, directory()) | led


def _gone(bodies: frozenset[int]) -> list[tuple[Person, dt.date | None]]:
    """Return people whose last post, in one of some offices, is over, the latest first."""
    today = clock.today("Asia/Almaty")
    still = not_over(today)
    posts = Appointment.objects.filter(person=OuterRef("person"))
    later = posts.filter(until__gt=OuterRef("until"))
    last = (
        Appointment.objects.filter(body__in=bodies, until__lt=today)
        .exclude(Exists(posts.filter(still)))
        .exclude(Exists(Acting.objects.filter(still, person=OuterRef("person"))))
        .exclude(Exists(later))
        .select_related("person__account")
        .order_by(F("until").desc(), "person__sort_key", "pk")
    )
    told: dict[int, tuple[Person, dt.date | None]] = {}
    for row in last[:_MOST]:
        told.setdefault(row.person_id, (row.person, row.until))
    dismissed = (  # dismissed today: the post lasts until midnight, access is closed already
        Appointment.objects.filter(body__in=bodies, until=today, person__account__is_active=False)
        .exclude(Exists(posts.filter(not_over(today + dt.timedelta(days=1)))))
        .select_related("person__account")
    )
    today_gone = {row.person_id: (row.person, row.until) for row in dismissed}
    return list({**today_gone, **told}.values())


def left_in(bodies: frozenset[int]) -> list[Left]:
    """Return who has left and still holds something."""
    gone = _gone(bodies)
    held = held_by([person.pk for person, _day in gone])
    return [Left(person, day, held[person.pk]) for person, day in gone if person.pk in held]


@for_staff
@require_safe
def left(request: StaffRequest) -> HttpResponse:
    """List them."""
    bodies = bodies_of(request.actor)
    if not bodies:
        return render(request, "403.html", status=403)
    return page(request, "workplace/left.html", {"here": "left", "rows": left_in(bodies)})


@for_staff
@require_safe
def left_person(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what one of them held, with links by which it is passed on, and the works that nobody does now."""
    bodies = bodies_of(request.actor)
    if not bodies:
        return render(request, "403.html", status=403)
    gone = {person.pk: (person, day) for person, day in _gone(bodies)}
    if pk not in gone:
        raise Http404
    person, day = gone[pk]
    held = held_by([pk]).get(pk, Held())
    rows = [*held.cases, *held.drafts, *held.agreements, *held.signatures]
    parents = [row.parent_id for row in rows if row.parent_id]
    mine = set(visible(request.actor).filter(pk__in=[*(row.pk for row in rows), *parents]).values_list("pk", flat=True))
    appeals = [row for row in held.cases if row.procedure == APPEAL.name and row.executor_id == pk and row.pk in mine]
    passes = bool(appeals) and bulk_body(request.actor) is not None
    context = {
        "here": "left",
        "person": person,
        "last_day": day,
        "parts": [
            ("cases", _shown(held.cases, mine)),
            ("drafts", _shown(held.drafts, mine)),
            ("agreements", _shown(held.agreements, mine)),
            ("signatures", _shown(held.signatures, mine)),
        ],
        "works": _works(person, day),
        "reassign": f"{reverse('assign-chosen')}?person={pk}" if passes else "",
        "holds": bool(held),
    }
    return page(request, "workplace/left_person.html", context)


def _shown(rows: list[Proceeding], mine: set[int]) -> list[dict[str, Any]]:
    """Each case with its number; a draft by the number of its appeal, where it is passed on."""
    return [
        {
            "row": row,
            "number": row.parent.number if row.parent else row.number,
            "seen": (row.parent_id or row.pk) in mine,
        }
        for row in rows
    ]


def _works(person: Person, day: dt.date | None) -> list[dict[str, Any]]:
    """The works that were laid upon somebody until the last day and that nobody in the office does now."""
    today = clock.today("Asia/Almaty")
    if day is None:
        return []
    others = Duty.objects.filter(not_over(today), body=OuterRef("body"), role=OuterRef("role"))
    rows = Duty.objects.filter(person=person, until__gte=day).select_related("body")
    return [
        {"title": role_title(Role(row.role)), "body": row.body.name, "nobody": not row.others}
        for row in rows.annotate(others=Exists(others.exclude(person=person))).order_by("role", "pk")
    ]
