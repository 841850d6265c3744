"""A calendar applied: every case whose terms move is reckoned anew through `perform`, one entry each.

It may break off anywhere and be run again: what is done already no longer differs, so it is not met a second time.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.db import connection

from nadzor.casework.act import Act
from nadzor.casework.perform import perform
from nadzor.casework.recalendar import STEP, Line, Move, NothingMoves, survey
from nadzor.casework.refusals import Refusal
from nadzor.law import calendar as kz
from nadzor.organs.actor import HOUSE

BATCH = 50
_PASSES = 5
_LOCK = 7_241_934  # of two that apply at once the second waits


@dataclass(slots=True)
class Outcome:
    """How many cases were reckoned anew, how many needed nothing any longer, which were refused, which are stuck."""

    moved: int = 0
    settled: int = 0
    refused: dict[str, Refusal] = field(default_factory=dict)
    stuck: list[Line] = field(default_factory=list)


def apply(order: str, *, report: Callable[[int], None] = lambda _count: None) -> Outcome:
    """Reckon every running term anew by the calendar in use. `order`: the ground, for the journal.

    `report` is told how many more cases are done. A case that somebody holds is waited for. Passes are made until one
    finds nothing: a step that was under way under the old calendar is met by the next pass.
    """
    outcome = Outcome()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
    try:
        for _ in range(_PASSES):
            found, outcome.stuck = _differing(outcome.refused)
            if not found:
                break
            for procedure, numbers in found:
                for batch in _batches(numbers):
                    _make(procedure, batch, order, outcome)
                    report(len(batch))
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
    return outcome


def _differing(refused: dict[str, Refusal]) -> tuple[list[tuple[str, list[str]]], list[Line]]:
    """The cases to be reckoned anew, by procedure, in order of id; and what cannot be told."""
    cases: list[tuple[str, int, str]] = []
    stuck = []
    for line in survey():
        if not isinstance(line.found, Move):
            stuck.append(line)
        elif line.number not in refused and (not cases or cases[-1][1] != line.proceeding_id):
            cases.append((line.procedure, line.proceeding_id, line.number))
    cases.sort()
    return [(name, [number for *_, number in group]) for name, group in groupby(cases, lambda case: case[0])], stuck


def _batches(numbers: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for place in range(0, len(numbers), BATCH):
        yield tuple(numbers[place : place + BATCH])


def _make(procedure: str, numbers: tuple[str, ...], order: str, outcome: Outcome) -> None:
    """Make the step in many cases at once; where one of them refuses, in each by itself."""
    data = {"order": order, "calendar": kz.current().version}
    try:
        perform(Act(procedure, STEP, HOUSE, data, on=numbers))
        outcome.moved += len(numbers)
    except Refusal as refusal:
        if len(numbers) > 1:
            for number in numbers:
                _make(procedure, (number,), order, outcome)
        elif isinstance(refusal, NothingMoves):
            outcome.settled += 1
        else:
            outcome.refused[numbers[0]] = refusal
