"""Who considers an appeal, and what its co-executors give to the one who answers. Source: 29I.26.2, 29I.33."""

from dataclasses import dataclass
from typing import Any

from nadzor.appeals.clocks import CONSIDERATION, MOVED_BY_52, PARTS, START_CONSIDERATION, norm_of_consideration
from nadzor.appeals.control.interpellations import START_TO_GENERAL
from nadzor.appeals.forms import Assign, GivePart
from nadzor.appeals.models import Appeal, Part
from nadzor.casework.case import Case
from nadzor.casework.effects import Stop, end_term, name_people
from nadzor.casework.models import Term
from nadzor.casework.people import place_of
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase


@dataclass(frozen=True)
class AssignTo:
    """Name the people, put the case into the executor's unit, decide the kind if it was open."""

    def apply(self, case: Case, data: Assign, change: Change) -> None:
        """Change people, unit and kind; a kind decided now starts the right term in place of the provisional one."""
        case.row.unit_id = place_of(data.executor, case, "executor")
        name_people(case, data.executor, data.co_executors, change)
        if data.topic is not None:
            change.update(Appeal, case.row.pk, topic=str(data.topic))
        if data.kind is None or data.kind == case.row.kind:
            return
        if case.row.kind is not None:
            raise invalid(kind=_KIND_STANDS)
        case.row.kind = str(data.kind)
        running = case.running(CONSIDERATION.name)
        if running is not None and _counts_otherwise(case, running, data):
            end_term(case, running, change, called_off=True)
            START_CONSIDERATION.apply(case, data, change)
            START_TO_GENERAL.apply(case, data, change)


def _counts_otherwise(case: Case, running: Term, data: Any) -> bool:
    """Whether the kind gives another term: a day that an official has set, or that point 52 has moved, stands."""
    moved = running.reckoning.get("set_by_official") or running.norm in MOVED_BY_52
    return not moved and running.norm != norm_of_consideration(case, data)


_KIND_STANDS = Phrase(
    "Жолданымның түрі анықталған; оны бұл қадам өзгертпейді.",
    "Вид обращения уже определён; этот шаг его не меняет.",
    "The kind of the appeal is decided; this step does not change it.",
)


@dataclass(frozen=True)
class KeepPart:
    """Keep the information of a co-executor; the last of those who owe one stops their clock."""

    def apply(self, case: Case, data: GivePart, change: Change) -> None:
        """Write the part. It is late where the clock has run out before."""
        giver = case.act.actor.person_id if case.act is not None else None
        if giver is None:
            return
        term = case.running(PARTS.name)
        late = term is not None and case.happened_on > term.due_day
        change.insert(
            Part, appeal_id=case.row.pk, person_id=giver, text=data.text, given_on=case.happened_on, late=late
        )
        given = set(Part.objects.filter(appeal=case.row.pk).values_list("person_id", flat=True))
        if case.co_executors() <= {*given, giver}:
            Stop(PARTS).apply(case, data, change)
