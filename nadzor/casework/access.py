"""Who sees which proceedings: said once, asked by lists, by single objects and, as lexemes, by the search.

Leaders of the General Prosecutor's Office see all; leaders and analysts of an office their own and those below it;
registrars and reception prosecutors their office; heads of units their unit; everybody what they consider or have
registered; a client of the API what it brought, or its body's. What is not visible answers as if it did not exist.
A sealed case is seen by its named readers alone, whatever their posts (29I.61.2, 29I.61.5), and by the house's jobs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from nadzor.casework.kept import Reader
from nadzor.casework.models import Assignment, Proceeding
from nadzor.law.posts import Body as BodyKind
from nadzor.law.posts import Level
from nadzor.organs.actor import LEADERS, UNIT_LEADERS, Actor
from nadzor.organs.directory import Directory, directory
from nadzor.organs.roles import Role

_WHOLE_OFFICE = (Role.REGISTRAR, Role.RECEPTION_PROSECUTOR)


@dataclass(frozen=True, slots=True)
class Sight:
    """What an actor sees. `bodies`, `branches`, `units` hold ids; the rest is what is one's own.

    `person`: who considers it; `registrar`: who has registered it; `client`: what brought it. `named`: whose sealed
    cases; `house`: sealed ones too, whoever is named.
    """

    everything: bool = False
    branches: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    person: int | None = None
    registrar: int | None = None
    client: int | None = None
    named: int | None = None
    house: bool = False

    def lexemes(self) -> list[str]:
        """The lexemes of which a visible proceeding has at least one; none: whatever is not sealed is visible."""
        if self.everything:
            return []
        own = (("ex", self.person), ("rg", self.registrar), ("cl", self.client))
        return [
            *(f"br{each}" for each in sorted(self.branches)),
            *(f"of{each}" for each in sorted(self.bodies)),
            *(f"un{each}" for each in sorted(self.units)),
            *(f"{kind}{each}" for kind, each in own if each is not None),
        ] or ["nobody"]

    def question(self) -> str:
        """What the search asks beside the words, as a tsquery; empty: nothing more."""
        if self.house:
            return ""
        circles = [f"ci{each}" for each in _circles_of(self.named).order_by("circle")] if self.named else []
        return " | ".join([*(self.lexemes() or [f"!{SEALED}"]), *circles])

    def condition(self) -> Q:
        """The same as a condition on proceedings."""
        if self.house:
            return Q()
        sealed = Q(circle__in=_circles_of(self.named)) if self.named is not None else Q(pk__in=())
        if self.everything:
            return Q(circle__isnull=True) | sealed
        found = Q(pk__in=())
        for name, values in (("branch_id", self.branches), ("body_id", self.bodies), ("unit_id", self.units)):
            if values:
                found |= Q(**{f"{name}__in": sorted(values)})
        if self.person is not None:
            found |= Q(Exists(_considered_by(self.person).filter(proceeding=OuterRef("pk"))))
        if self.registrar is not None:
            found |= Q(registrar=self.registrar)
        if self.client is not None:
            found |= Q(client=self.client)
        return (found & Q(circle__isnull=True)) | sealed

    def shown_by_columns(self, row: Proceeding) -> bool:
        """Whether the columns of a proceeding alone show it.

        False leaves open whether one considers it, or is a named reader of it.
        """
        if row.circle_id is not None:
            return self.house
        return (
            self.everything
            or row.branch_id in self.branches
            or row.body_id in self.bodies
            or row.unit_id in self.units
            or (self.registrar is not None and row.registrar_id == self.registrar)
            or (self.client is not None and row.client_id == self.client)
        )

    def arms(self, *, open_ones: bool) -> list[Q]:
        """The same in parts, each of which one index answers in order, for lists of open or of closed proceedings.

        No index answers an "or" in order: a list that asks for the whole reads everything there is.
        """
        if self.house:
            return [Q()]
        sealed = [] if self.named is None else [Q(circle__in=_circles_of(self.named))]
        if self.everything:
            return [Q(circle__isnull=True), *sealed]
        places = (("branch_id", self.branches), ("body_id", self.bodies), ("unit_id", self.units))
        found = [Q(**{name: each}) for name, values in places for each in sorted(values)]
        if self.person is not None and open_ones:
            beside = _considered_by(self.person).filter(role=Assignment.Role.CO_EXECUTOR)
            found += [Q(executor=self.person), Q(pk__in=beside.values("proceeding"))]
        elif self.person is not None:
            found.append(Q(pk__in=_considered_by(self.person).values("proceeding")))
        own = (("registrar", self.registrar), ("client", self.client))
        found += [Q(**{name: each}) for name, each in own if each is not None]
        return [*(each & Q(circle__isnull=True) for each in found), *sealed]


SEALED = "cirsealed"
"""The lexeme of a sealed case, for those who see everything else."""


def _circles_of(person: int | None) -> QuerySet[Reader, int]:
    return Reader.objects.filter(person=person).values_list("circle", flat=True)


def _considered_by(person: int) -> QuerySet[Assignment]:
    return Assignment.objects.filter(person=person, until__isnull=True)


def first(
    rows: QuerySet[Proceeding], arms: list[Q], order: tuple[str, ...], limit: int, *related: str
) -> list[Proceeding]:
    """Return the first rows of a list that fall under one of the arms, in an order of columns that ends with "id".

    `related`: what is read with them. The columns of the order are as the list saw them, for the cursor.
    """
    parts = [rows.filter(arm).order_by(*order) for arm in arms]
    if len(parts) <= 1:
        return list(parts[0].select_related(*related)[:limit]) if parts else []
    keys = [part.values_list(*order)[:limit] for part in parts]
    places = list(keys[0].union(*keys[1:]).order_by(*order)[:limit])
    # found by their ids alone: with the filters of the list another index would look better, and be read whole
    found = Proceeding.objects.select_related(*related).in_bulk([key[-1] for key in places])
    for key in places:
        for name, value in zip(order, key, strict=True):
            setattr(found[key[-1]], name, value)
    return [found[key[-1]] for key in places]


def counted(rows: QuerySet[Proceeding], arms: list[Q], limit: int) -> int:
    """Return how many rows of a list fall under one of the arms; counts no further than the limit."""
    parts = [rows.filter(arm).order_by().values_list("id")[:limit] for arm in arms]
    if len(parts) <= 1:
        return parts[0].count() if parts else 0
    return parts[0].union(*parts[1:])[:limit].count()


def counted_each(lists: Sequence[tuple[QuerySet[Proceeding], list[Q]]], limit: int) -> list[int]:
    """Return the same for several lists in one question to the database."""
    counts: dict[int, int] = {}
    asked: list[str] = []
    params: list[Any] = []
    for place, (rows, arms) in enumerate(lists):
        parts = [rows.filter(arm).order_by().values_list("id")[:limit] for arm in arms]
        try:
            whole = parts[0].union(*parts[1:])[:limit] if len(parts) > 1 else parts[0]
            sql, more = whole.query.sql_with_params()
        except (IndexError, EmptyResultSet):  # nothing is seen, or the filters leave nothing
            continue
        counts[place] = len(asked)
        asked.append(f"(SELECT count(*) FROM ({sql}) AS l{place})")  # noqa: S608  # every value is a parameter
        params += more
    if not asked:
        return [0] * len(lists)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(asked)}", params)
        found = cursor.fetchone()
    return [found[counts[place]] if place in counts else 0 for place in range(len(lists))]


def sight_of(actor: Actor, known: Directory | None = None) -> Sight:
    """Return what an actor sees today, in a structure (default: the present one)."""
    if actor.is_house:
        return Sight(everything=True, house=True)
    if actor.client_id is not None and actor.person_id is None:
        bodies = frozenset({actor.client_body_id} if actor.client_body_id is not None else ())
        return Sight(bodies=bodies, client=actor.client_id)
    led = led_by(actor, known)
    own = actor.person_id if actor.holdings else None  # who holds no post any more sees nothing of the past
    if led.everything:
        return replace(led, named=own)
    registered_in = {body for role, body in actor.roles if role in _WHOLE_OFFICE}
    return replace(led, bodies=led.bodies | registered_in, person=own, registrar=own, named=own)


def led_by(actor: Actor, known: Directory | None = None) -> Sight:
    """Return what an actor leads or sums up: the offices and units headed, those of an analyst.

    Nothing of one's own is in it: what somebody considers or has registered gives no right to figures. Sealed cases
    are in no list behind it: a figure counts them and opens none.
    """
    branches: set[int] = set()
    bodies: set[int] = set()
    units: set[int] = set()
    for held in actor.holdings:
        if held.post in LEADERS:
            if held.kind is BodyKind.GPO:
                return Sight(everything=True)
            (branches if held.level is Level.OBLAST else bodies).add(held.body_id)
        elif held.post in UNIT_LEADERS and held.unit_id is not None:
            units.add(held.unit_id)
    for role, body_id in actor.roles:
        if role is Role.ANALYST:
            card = (known or directory()).bodies[body_id]
            if card.kind is BodyKind.GPO:
                return Sight(everything=True)
            (branches if card.level is Level.OBLAST else bodies).add(body_id)
    return Sight(branches=frozenset(branches), bodies=frozenset(bodies), units=frozenset(units))


def may_count(actor: Actor) -> bool:
    """Whether somebody sees statistics at all: who leads an office or a unit, or is an analyst."""
    led = led_by(actor)
    return led.everything or bool(led.branches or led.bodies or led.units)


def visible(actor: Actor, known: Directory | None = None) -> QuerySet[Proceeding]:
    """Return the proceedings that an actor sees. A child matter is seen by those who see its own row."""
    return Proceeding.objects.filter(sight_of(actor, known).condition())


def path_lexemes(row: Proceeding, executors: frozenset[int]) -> list[str]:
    """The lexemes of a proceeding: where it lies, who considers it, who brought it, whether it is open.

    Of a sealed one only its circle: no post finds it.
    """
    stands = ["stopen" if row.open else "stclosed", f"pr{row.procedure}"]
    if row.circle_id is not None:
        return [SEALED, f"ci{row.circle_id}", *stands]
    return [
        f"br{row.branch_id}",
        f"of{row.body_id}",
        *([f"un{row.unit_id}"] if row.unit_id else []),
        *(f"ex{person}" for person in sorted(executors)),
        *([f"rg{row.registrar_id}"] if row.registrar_id else []),
        *([f"cl{row.client_id}"] if row.client_id else []),
        *stands,
    ]
