"""Notices to staff who do not consider a case: heads of offices and units."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from nadzor import clock
from nadzor.casework.case import Case
from nadzor.casework.circles import told_to
from nadzor.casework.effects import made_by
from nadzor.casework.models import Notice
from nadzor.casework.writing import Change
from nadzor.law.posts import Post
from nadzor.organs.models import Absence, Acting, Appointment, held_on

_HEADS = (Post.PROSECUTOR_GENERAL, Post.HEAD)
_OF_UNIT = (Post.UNIT_HEAD, Post.UNIT_DEPUTY_HEAD, Post.DIRECTORATE_HEAD)


@dataclass(frozen=True)
class NotifyStaff:
    """Owe people of the staff a notice in the inbox. `who`: their ids."""

    template: str
    who: Callable[[Case, Any], Iterable[int]]

    def apply(self, case: Case, data: Any, change: Change) -> None:  # each step has its own form
        """Collect a row for each."""
        for person_id in sorted(told_to(case, self.who(case, data)) - {made_by(case)}):
            change.insert(
                Notice,
                proceeding_id=case.row.pk,
                to="staff",
                person_id=person_id,
                template=self.template,
                data={"number": case.row.number},
                channel="inbox",
                made_at=case.at,
                delivered_at=None,
                delivered_by="",
            )


def heads_in(body_id: int, day: dt.date) -> set[int]:
    """Return the head of an office and those who stand in for the head."""
    found: set[int] = set()
    for model in (Appointment, Acting):
        rows = model.objects.filter(held_on(day), body_id=body_id, post__in=_HEADS)
        found |= set(rows.values_list("person_id", flat=True))
    return found


def heads_of(case: Case) -> set[int]:
    """Return the head of the office and those who stand in for the head, and the head of the unit of the case."""
    day = clock.today(case.body.zone)
    found = heads_in(case.row.body_id, day)
    head = head_of_unit(case.row.unit_id, day) if case.row.unit_id is not None else None
    return found | ({head} if head is not None else set())


def head_of_unit(unit_id: int, day: dt.date) -> int | None:
    """Return who heads a unit on a day: the head, else who stands in, else a deputy; nobody who is away."""
    away = set(Absence.objects.filter(held_on(day)).values_list("person_id", flat=True))
    for post in _OF_UNIT:
        for model in (Appointment, Acting):
            rows = model.objects.filter(held_on(day), unit_id=unit_id, post=post).order_by("pk")
            here = [person for person in rows.values_list("person_id", flat=True) if person not in away]
            if here:
                return here[0]
    return None
