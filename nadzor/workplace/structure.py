"""The structure as an administrator sees it: the tree of offices, one office, one person."""

from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.access import visible
from nadzor.casework.models import Entry, Proceeding
from nadzor.casework.refusals import NotFound
from nadzor.casework.structure import BOOK, STEPS
from nadzor.casework.structure.forms import ABSENCES, KINDS, LEVELS, SPHERES
from nadzor.casework.structure.people import open_cases
from nadzor.casework.structure.reference import REFERENCE_KINDS
from nadzor.casework.structure.rules import about, not_over
from nadzor.casework.structure.sight import Kind, administered, seen_people, target_of
from nadzor.law.posts import Level, Post
from nadzor.law.words import Phrase
from nadzor.organs.actor import actor_told
from nadzor.organs.directory import BodyCard, Directory, directory
from nadzor.organs.folding import sort_key
from nadzor.organs.models import Acting, Appointment, Body, Person, ReferenceEntry, Unit, held_on
from nadzor.organs.roles import Role
from nadzor.organs.seed_records import Sphere
from nadzor.organs.titles import post_title, role_title
from nadzor.workplace.inbox import bulk_body
from nadzor.workplace.staff import StaffRequest, for_staff, page
from nadzor.workplace.structure_fields import kinds_below
from nadzor.workplace.structure_retention import RETENTION_HEADS, retention_rows
from nadzor.workplace.structure_service import service_of
from nadzor.workplace.structure_words import HEADS, days_text_of, joined, order_of

_FOUND = 50
_ENTRIES = 20
_ON_BODY = (
    "add_person",
    "stand_in",
    "create_unit",
    "add_territory",
    "create_body",
    "change_body",
    "close_body",
    "set_retention",
    "add_reference",
    "ask_second_factor",
)
_ON_PERSON = (
    "appoint",
    "away",
    "lay_work",
    "change_person",
    "add_service",
    "enter_register",
    "renew_access",
    "reset_factors",
    "tie_identity",
    "dismiss",
)


def reach(request: StaffRequest) -> tuple[Directory, frozenset[int]]:
    """Return the structure and the bodies that the actor administers, none for somebody who is no administrator."""
    known = directory()
    return known, administered(request.actor, known)


def forbidden(request: StaffRequest) -> HttpResponse:
    """The answer for somebody who is no administrator."""
    return render(request, "403.html", status=403)


def target_or_404(kind: Kind, key: str, seen: frozenset[int]) -> Any:
    """Return a row within reach. Raises Http404 for one that does not exist or lies outside: the same answer."""
    try:
        return target_of(kind, key, seen)
    except NotFound as refusal:
        raise Http404 from refusal


def link(name: str, on: object) -> dict[str, Any]:
    """Return the link of a change."""
    return {"url": reverse("structure-change", args=[name, str(on)]), "title": STEPS[name].title}


@for_staff
@require_safe
def tree(request: StaffRequest) -> HttpResponse:
    """The offices by level, each with those below it; people found by the beginning of their names."""
    known, seen = reach(request)
    if not seen:
        return forbidden(request)
    today = clock.today("Asia/Almaty")
    units = dict(Unit.objects.filter(held_on(today), body__in=seen).values_list("body").annotate(n=Count("pk")))
    people = dict(
        Appointment.objects.filter(held_on(today), body__in=seen)
        .values_list("body")
        .annotate(n=Count("person", distinct=True))
    )
    closed = set(Body.objects.filter(until__lt=today).values_list("pk", flat=True))

    def card(body: BodyCard) -> dict[str, Any]:
        lower = sorted((one for one in known.bodies.values() if one.parent_id == body.id), key=lambda one: one.code)
        return {
            "body": body,
            "kind": KINDS[body.kind],
            "units": units.get(body.id, 0),
            "people": people.get(body.id, 0),
            "closed": body.id in closed,
            "lower": [card(one) for one in lower] if body.level is not Level.GPO else [],
        }

    tops = [known.bodies[pk] for pk in seen if _is_top(known.bodies[pk], seen)]
    levels = [
        {"title": title, "cards": [card(body) for body in _in_order(tops) if body.level is level]}
        for level, title in LEVELS.items()
    ]
    asked = request.GET.get("name", "").strip()
    context = {
        "here": "structure",
        "alone": len(tops) == 1,
        "levels": [each for each in levels if each["cards"]],
        "asked": asked,
        "found": _found(asked, seen) if asked else [],
    }
    return page(request, "workplace/structure.html", context)


def _is_top(body: BodyCard, seen: frozenset[int]) -> bool:
    """Whether a body stands by itself in the tree: the upper two storeys, and what has nothing in reach above it."""
    return body.level is not Level.DISTRICT or body.parent_id not in seen


def _in_order(bodies: list[BodyCard]) -> list[BodyCard]:
    kinds = list(KINDS)
    return sorted(bodies, key=lambda body: (kinds.index(body.kind), body.code))


def _found(asked: str, seen: frozenset[int]) -> list[Person]:
    named = Q(sort_key__startswith=sort_key(asked)) | Q(account__login__startswith=asked.lower())
    return list(seen_people(seen).filter(named).select_related("account")[:_FOUND])


@for_staff
@require_safe
def body_page(request: StaffRequest, code: str) -> HttpResponse:
    """One office: its facts, units, territories, posts and people, acting periods, the last entries."""
    known, seen = reach(request)
    if not seen:
        return forbidden(request)
    row: Body = target_or_404(Kind.BODY, code, seen)
    body, today = known.bodies[row.pk], clock.today(row.zone)
    still = not_over(today)
    above = known.bodies.get(row.parent_id or 0)
    lower = [one for one in known.bodies.values() if one.parent_id == row.pk]
    context = {
        **HEADS,
        "here": "structure",
        "body": body,
        "days": days_text_of(row, today),
        "above": above,
        "above_seen": above is not None and above.id in seen,
        "kind": KINDS[body.kind],
        "level": LEVELS[body.level],
        "sphere": SPHERES[Sphere(body.sphere)],
        "address": row.address,
        "zone": row.zone,
        "actions": [link(name, code) for name in _ON_BODY if _offered(name, body)],
        "units": [_unit(unit, today) for unit in row.units.filter(still).order_by("ru")],
        "territories": [
            {
                "cells": [{"text": one.kato}, {"text": days_text_of(one, today)}],
                "actions": [link("end_territory", one.pk)],
            }
            for one in row.territories.filter(still).order_by("kato")
        ],
        "retention": retention_rows(row.pk, today),
        "retention_heads": RETENTION_HEADS,
        "staff": [_post(one, body, today) for one in _posts(row)],
        "acting_rows": [_acting(one, body, today) for one in _actings(row)],
        "reference": [_reference(one, today) for one in ReferenceEntry.objects.filter(still)] if above is None else [],
        "lower": sorted(lower, key=lambda one: one.code),
        "entries": _entries(Entry.objects.filter(register__body=row, register__book=BOOK)),
    }
    return page(request, "workplace/structure_body.html", context)


def _offered(name: str, body: BodyCard) -> bool:
    """Whether a change makes sense on a body: there are kinds that stand below it, there is an office above it."""
    if name == "create_body":
        return bool(kinds_below(body.kind))
    if name == "add_reference":
        return body.parent_id is None
    return name != "close_body" or body.parent_id is not None


def _unit(unit: Unit, today: Any) -> dict[str, Any]:
    cells = [{"text": unit.name}, {"text": unit.code}, {"text": days_text_of(unit, today)}]
    return {"cells": cells, "actions": [link("change_unit", unit.pk), link("close_unit", unit.pk)]}


def _reference(one: ReferenceEntry, today: Any) -> dict[str, Any]:
    listed = next(title for kind, title in REFERENCE_KINDS.items() if kind == one.kind)
    cells = [{"text": one.name}, {"text": listed}, {"text": days_text_of(one, today)}, {"text": one.source}]
    return {"cells": cells, "actions": [link("end_reference", one.pk)]}


def _posts(row: Body) -> list[Appointment]:
    still = not_over(clock.today(row.zone))
    rows = row.appointments.filter(still).select_related("person", "unit").order_by("person__sort_key", "since", "pk")
    order = list(Post)
    return sorted(rows, key=lambda one: order.index(Post(one.post)))


def _actings(row: Body) -> list[Acting]:
    still = not_over(clock.today(row.zone))
    return list(row.acting.filter(still).select_related("person", "unit", "instead_of").order_by("since", "pk"))


def _post(one: Appointment, body: BodyCard, today: Any) -> dict[str, Any]:
    cells = [
        {"text": one.person.full_name},
        {"text": joined(post_title(body, Post(one.post)), *([one.unit.name] if one.unit else []))},
        {"text": days_text_of(one, today)},
        {"text": order_of(one)},
    ]
    return {"url": reverse("structure-person", args=[one.person_id]), "cells": cells, "actions": []}


def _acting(one: Acting, body: BodyCard, today: Any) -> dict[str, Any]:
    cells: list[dict[str, Any]] = [
        {"text": one.person.full_name},
        {"text": joined(post_title(body, Post(one.post)), *([one.unit.name] if one.unit else []))},
        {"text": one.instead_of.short_name if one.instead_of else "–"},
        {"text": days_text_of(one, today)},
        {"text": order_of(one)},
    ]
    url = reverse("structure-person", args=[one.person_id])
    return {"url": url, "cells": cells, "actions": [link("end_acting", one.pk)]}


@for_staff
@require_safe
def person_page(request: StaffRequest, pk: int) -> HttpResponse:
    """One person: posts, acting periods, absences, works, the account, open cases, what was done."""
    known, seen = reach(request)
    if not seen:
        return forbidden(request)
    person: Person = target_or_404(Kind.PERSON, str(pk), seen)
    today = clock.today("Asia/Almaty")
    account = getattr(person, "account", None)
    cases = open_cases(person)
    mine = set(visible(request.actor).filter(pk__in=[row.pk for row in cases]).values_list("pk", flat=True))
    context = {
        **HEADS,
        "here": "structure",
        "person": person,
        "account": account,
        "actions": [link(name, pk) for name in _ON_PERSON],
        "posts": [_held(one, "end_appointment", known, seen, today) for one in _rows(person.appointments)],
        "acting_rows": [_held(one, "end_acting", known, seen, today) for one in _rows(person.acting)],
        "absences": [_absence(one, today) for one in person.absences.order_by("-since", "-pk")],
        "works": [_work(one, known, seen, today) for one in person.duties.order_by("-since", "-pk")],
        **service_of(person, today),
        "cases": [{"row": row, "seen": row.pk in mine} for row in cases],
        "reassign_url": _reassign_url(request, person, cases, mine),
        "entries": _entries(Entry.objects.filter(subject=about(person))),
    }
    return page(request, "workplace/structure_person.html", context)


def _reassign_url(request: StaffRequest, person: Person, cases: list[Proceeding], mine: set[int]) -> str:
    """Where the person's appeals are given to others, for an administrator who may pass cases on and sees any."""
    theirs = any(row.pk in mine and row.executor_id == person.pk and row.procedure == APPEAL.name for row in cases)
    if not theirs or bulk_body(request.actor) is None:
        return ""
    return f"{reverse('assign-chosen')}?person={person.pk}"


def _rows(rows: Any) -> list[Any]:
    return list(rows.select_related("unit").order_by("-since", "-pk"))


def _ends(row: Any, name: str, today: Any, *, mine: bool = True) -> list[dict[str, Any]]:
    return [link(name, row.pk)] if mine and (row.until is None or row.until > today) else []


def _held(one: Any, end: str, known: Directory, seen: frozenset[int], today: Any) -> dict[str, Any]:
    body = known.bodies[one.body_id]
    mine = body.id in seen
    cells: list[dict[str, Any]] = [
        {"text": joined(post_title(body, Post(one.post)), *([one.unit.name] if one.unit else []))},
        {"text": body.name},
        {"text": days_text_of(one, today)},
        {"text": order_of(one)},
    ]
    url = reverse("structure-body", args=[body.code]) if mine else None
    return {"url": url, "cells": cells, "actions": _ends(one, end, today, mine=mine)}


def _absence(one: Any, today: Any) -> dict[str, Any]:
    reason: Phrase = next(title for kind, title in ABSENCES.items() if kind == one.kind)
    cells = [{"text": reason}, {"text": days_text_of(one, today)}, {"text": order_of(one)}]
    return {"cells": cells, "actions": _ends(one, "end_absence", today)}


def _work(one: Any, known: Directory, seen: frozenset[int], today: Any) -> dict[str, Any]:
    body = known.bodies[one.body_id]
    cells: list[dict[str, Any]] = [
        {"text": role_title(Role(one.role))},
        {"text": body.name},
        {"text": days_text_of(one, today)},
        {"text": order_of(one)},
    ]
    return {"cells": cells, "actions": _ends(one, "end_work", today, mine=body.id in seen)}


def _entries(rows: Any) -> list[dict[str, Any]]:
    found = []
    names: dict[str, str] = {}
    listed = list(rows.order_by("-pk")[:_ENTRIES])
    people = {each.subject.partition(":")[2] for each in listed if each.subject.startswith("person:")}
    for person in Person.objects.filter(pk__in=people):
        names[about(person)] = person.full_name
    for each in listed:
        step = STEPS.get(each.step)
        told = {"title": step.title if step else each.step, "about": names.get(each.subject, "")}
        found.append({"entry": each, "who": actor_told(each.actor), **told})
    return found
