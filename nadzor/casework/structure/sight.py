"""What an administrator sees of the structure: said once, asked by lists, by pages and by every change.

An administrator of the Prosecutor General's Office sees all; one of another office, that office and those below it.
What lies outside answers as if it did not exist.
"""

from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from nadzor import clock
from nadzor.casework.forms import number_in
from nadzor.casework.refusals import NotFound
from nadzor.casework.structure.rules import not_over
from nadzor.law.posts import Body as BodyKind
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import Directory, directory
from nadzor.organs.models import (
    Absence,
    Acting,
    Appointment,
    Body,
    Duty,
    MilitaryRegister,
    Person,
    ReferenceEntry,
    Service,
    Territory,
    Unit,
)
from nadzor.organs.roles import Role

_NO_SUCH = Phrase(
    "Құрылымда мұндай жазба жоқ немесе ол сізге көрінбейді. Тізімнен таңдаңыз.",
    "В структуре нет такой записи, или она вам не видна. Выберите из списка.",
    "The structure has no such row, or it is not visible to you. Choose from the list.",
)


class Kind(StrEnum):
    """On what a change is made."""

    BODY = "body"
    UNIT = "unit"
    TERRITORY = "territory"
    PERSON = "person"
    APPOINTMENT = "appointment"
    ACTING = "acting"
    ABSENCE = "absence"
    DUTY = "duty"
    REFERENCE = "reference"
    SERVICE = "service"
    MILITARY = "military"


_OF_PERSONS: dict[Kind, Any] = {Kind.ABSENCE: Absence, Kind.SERVICE: Service, Kind.MILITARY: MilitaryRegister}


def no_such() -> NotFound:
    """The one answer for what does not exist and for what is not visible."""
    return NotFound(_NO_SUCH)


def administers(actor: Actor) -> bool:
    """Whether an actor is an administrator of some office."""
    return actor.is_house or any(role is Role.ADMINISTRATOR for role, _ in actor.roles)


def administered(actor: Actor, known: Directory | None = None) -> frozenset[int]:
    """Return the bodies whose structure an actor may see and change; none for somebody who is no administrator."""
    known = known or directory()
    if actor.is_house:
        return frozenset(known.bodies)
    found: set[int] = set()
    for role, body_id in actor.roles:
        if role is Role.ADMINISTRATOR:
            if known.bodies[body_id].kind is BodyKind.GPO:
                return frozenset(known.bodies)
            found |= {body_id} | known.lower(body_id)
    return frozenset(found)


def _not_over() -> Q:
    return not_over(clock.today("Asia/Almaty"))


def holds_now_or_later(person: Person) -> dict[int, str]:
    """Return the bodies, id → code, where a person holds or will hold a post, stands in or has a work."""
    found: dict[int, str] = {}
    for rows in (person.appointments, person.acting, person.duties):
        found |= dict(rows.filter(_not_over()).values_list("body_id", "body__code"))
    return found


def seen_people(seen: frozenset[int]) -> QuerySet[Person]:
    """Return the people of some bodies: with a post there now or later, or whose posts all were there."""
    there = Appointment.objects.filter(body__in=seen)
    now = there.filter(_not_over()).values("person")
    elsewhere = Appointment.objects.exclude(body__in=seen).values("person")
    return Person.objects.filter(
        Q(pk__in=now) | (Q(pk__in=there.values("person")) & ~Q(pk__in=elsewhere)),
    )


def target_of(kind: Kind, key: str, seen: frozenset[int]) -> Any:  # the row of a kind
    """Return the row that a change is made on. Raises NotFound where there is none within the actor's reach."""
    if kind is Kind.BODY:
        found: Any = Body.objects.filter(pk__in=seen, code=key).first()
    elif (pk := number_in(key)) is None:
        found = None
    elif kind is Kind.PERSON:
        found = seen_people(seen).filter(pk=pk).first()
    elif kind in _OF_PERSONS:
        found = _OF_PERSONS[kind].objects.filter(pk=pk, person__in=seen_people(seen)).select_related("person").first()
    elif kind is Kind.REFERENCE:
        kept = Body.objects.filter(pk__in=seen, kind=BodyKind.GPO).exists()  # the centre keeps the book
        found = ReferenceEntry.objects.filter(pk=pk).first() if kept else None
    else:
        found = _of_bodies(kind).filter(pk=pk, body__in=seen).first()
    if found is None:
        raise no_such()
    return found


def _of_bodies(kind: Kind) -> QuerySet[Any]:
    rows: dict[Kind, QuerySet[Any]] = {
        Kind.UNIT: Unit.objects.select_related("body"),
        Kind.TERRITORY: Territory.objects.select_related("body"),
        Kind.APPOINTMENT: Appointment.objects.select_related("body", "unit", "person"),
        Kind.ACTING: Acting.objects.select_related("body", "unit", "person"),
        Kind.DUTY: Duty.objects.select_related("body", "person"),
    }
    return rows[kind]
