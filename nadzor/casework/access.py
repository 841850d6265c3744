"""Who sees which proceedings: said once, asked by lists, by single objects and, as lexemes, by the search.

Leaders of the General Prosecutor's Office see all; leaders and analysts of an office their own and those below it;
registrars and reception prosecutors their office; heads of units their unit; everybody what they consider or have
registered; a client of the API what it brought, or its body's. What is not visible answers as if it did not exist.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from nadzor.casework.models import Assignment, Proceeding
from nadzor.law.posts import Body as BodyKind
from nadzor.law.posts import Level
from nadzor.organs.actor import LEADERS, UNIT_LEADERS, Actor
from nadzor.organs.directory import Directory, directory
from nadzor.organs.roles import Role

_WHOLE_OFFICE = (Role.REGISTRAR, Role.RECEPTION_PROSECUTOR)


@dataclass(frozen=True, slots=True)
class Sight:
    """What an actor sees. `bodies`, `branches`, `units` hold ids; `person`, `client` are what is one's own."""

    everything: bool = False
    branches: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    person: int | None = None
    client: int | None = None

    def lexemes(self) -> list[str]:
        """The lexemes of the search of which a visible proceeding has at least one; none: everything is visible."""
        if self.everything:
            return []
        own = [f"ex{self.person}", f"rg{self.person}"] if self.person is not None else []
        return [
            *(f"br{each}" for each in sorted(self.branches)),
            *(f"of{each}" for each in sorted(self.bodies)),
            *(f"un{each}" for each in sorted(self.units)),
            *own,
            *([f"cl{self.client}"] if self.client is not None else []),
        ] or ["nobody"]

    def condition(self) -> Q:
        """The same as a condition on proceedings."""
        if self.everything:
            return Q()
        found = Q(pk__in=())
        for name, values in (("branch_id", self.branches), ("body_id", self.bodies), ("unit_id", self.units)):
            if values:
                found |= Q(**{f"{name}__in": sorted(values)})
        if self.person is not None:
            now = Assignment.objects.filter(proceeding=OuterRef("pk"), person=self.person, until__isnull=True)
            found |= Q(Exists(now)) | Q(registrar=self.person)
        if self.client is not None:
            found |= Q(client=self.client)
        return found


def sight_of(actor: Actor, known: Directory | None = None) -> Sight:
    """Return what an actor sees today, in a structure (default: the present one)."""
    if actor.is_house:
        return Sight(everything=True)
    if actor.client_id is not None and actor.person_id is None:
        bodies = frozenset({actor.client_body_id} if actor.client_body_id is not None else ())
        return Sight(bodies=bodies, client=actor.client_id)
    branches: set[int] = set()
    bodies_seen: set[int] = {body for role, body in actor.roles if role in _WHOLE_OFFICE}
    units: set[int] = set()
    for held in actor.holdings:
        if held.post in LEADERS:
            if held.kind is BodyKind.GPO:
                return Sight(everything=True)
            (branches if held.level is Level.OBLAST else bodies_seen).add(held.body_id)
        elif held.post in UNIT_LEADERS and held.unit_id is not None:
            units.add(held.unit_id)
    for role, body_id in actor.roles:
        if role is Role.ANALYST:
            card = (known or directory()).bodies[body_id]
            if card.kind is BodyKind.GPO:
                return Sight(everything=True)
            (branches if card.level is Level.OBLAST else bodies_seen).add(body_id)
    return Sight(
        branches=frozenset(branches),
        bodies=frozenset(bodies_seen),
        units=frozenset(units),
        person=actor.person_id,
    )


def visible(actor: Actor) -> QuerySet[Proceeding]:
    """Return the proceedings that an actor sees. A child matter is seen by those who see its own row."""
    return Proceeding.objects.filter(sight_of(actor).condition())


def path_lexemes(row: Proceeding, executors: frozenset[int]) -> list[str]:
    """The lexemes of a proceeding: where it lies, who considers it, who brought it, whether it is open."""
    return [
        f"br{row.branch_id}",
        f"of{row.body_id}",
        *([f"un{row.unit_id}"] if row.unit_id else []),
        *(f"ex{person}" for person in sorted(executors)),
        *([f"rg{row.registrar_id}"] if row.registrar_id else []),
        *([f"cl{row.client_id}"] if row.client_id else []),
        "stopen" if row.open else "stclosed",
        f"pr{row.procedure}",
    ]
