"""Cases read from the database: locked for a step in order of id, or only looked at."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Prefetch, prefetch_related_objects

from nadzor import clock
from nadzor.casework.access import visible
from nadzor.casework.case import Case
from nadzor.casework.models import Assignment, Party, Proceeding, Term
from nadzor.casework.procedure import PROCEDURES, Procedure
from nadzor.casework.refusals import not_found
from nadzor.organs.actor import Actor
from nadzor.organs.directory import Directory, directory


def load(
    numbers: Sequence[str], procedure: Procedure, *, actor: Actor, happened_on: dt.date | None = None
) -> list[Case]:
    """Lock proceedings in order of id and read what stands with them. A child's parent is locked before the child.

    Raises NotFound where one does not exist, is not of this procedure or is not visible to the actor.
    """
    seen = list(visible(actor).filter(number__in=numbers, procedure=procedure.name).values_list("pk", "parent_id"))
    if len(seen) != len(numbers):
        raise not_found()
    wanted = {pk for pk, _ in seen} | {parent for _, parent in seen if parent is not None}
    locked = {
        row.pk: row for row in Proceeding.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk")
    }
    own = [locked[pk] for pk, _ in sorted(seen)]
    still = visible(actor).filter(pk__in=[row.pk for row in own]).count()
    if still != len(own):  # it went to another office while we waited for the lock
        raise not_found()
    gather(list(locked.values()))
    known = directory()
    return [case_of(row, happened_on=happened_on, parent=locked.get(row.parent_id or 0), known=known) for row in own]


def look(number: str, *, actor: Actor) -> Case:
    """Return a case to look at. Raises NotFound where it does not exist or is not visible to the actor."""
    row = visible(actor).filter(number=number).first()
    if row is None:
        raise not_found()
    return case_of(row, parent=row.parent)


def gather(rows: Sequence[Proceeding]) -> None:
    """Read what stands with proceedings, each kind in one query for all of them; what is read already stays."""
    prefetch_related_objects(
        rows,
        Prefetch("terms", Term.objects.order_by("due_day", "pk")),
        Prefetch("assignments", Assignment.objects.order_by("pk")),
        Prefetch("children", Proceeding.objects.order_by("pk")),
        Prefetch("parties", Party.objects.order_by("pk")),
    )


def case_of(
    row: Proceeding,
    *,
    happened_on: dt.date | None = None,
    parent: Proceeding | None = None,
    known: Directory | None = None,
) -> Case:
    """Return the case of a row, with its terms, people and child matters."""
    procedure = PROCEDURES[row.procedure]
    row.state = procedure.mapped.get(row.state, row.state)
    known = known or directory()
    body = known.bodies[row.body_id]
    gather([row])
    assignments = list(row.assignments.all())
    return Case(
        row=row,
        procedure=procedure,
        body=body,
        directory=known,
        at=clock.now(),
        happened_on=happened_on or clock.today(body.zone),
        terms=list(row.terms.all()),
        assignments=assignments,
        children=list(row.children.all()),
        parties=list(row.parties.all()),
        parent=None if parent is None else case_of(parent, happened_on=happened_on, known=known),
        before=before(row),
        people_before=frozenset(each.person_id for each in assignments if each.until is None),
    )


def before(row: Proceeding) -> dict[str, object]:
    """The columns of a proceeding as they were read, to write only what a step has changed."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}  # noqa: SLF001
