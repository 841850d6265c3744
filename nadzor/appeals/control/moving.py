"""The term of consideration moved to another last day; what hangs on it moves along. Source: 29I.52.1, 29I.52.7."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.casework.case import Case
from nadzor.casework.models import Term
from nadzor.casework.procedure import Clock
from nadzor.casework.reckonings import as_data, counted, end_of_term, set_by_official
from nadzor.casework.writing import Change
from nadzor.law.calendar import current
from nadzor.law.tables import TERMS
from nadzor.law.terms import reckon


def move_by_official(case: Case, norm: str, until: dt.date, change: Change) -> None:
    """Move the term to the day that an official has set by a point."""
    _move(case, norm, set_by_official(norm, case.happened_on, until), until, change, provisional=False)


def move_by_count(case: Case, norm: str, since: dt.date, change: Change) -> None:
    """Move the term to the end of what a row counts from a day."""
    kept, due, provisional = counted(norm, since, current())
    day = due.date() if isinstance(due, dt.datetime) else due
    _move(case, norm, kept, day, change, provisional=provisional)


def counted_end(norm: str, since: dt.date) -> dt.date:
    """Return the last day of what a row counts from a day."""
    due = counted(norm, since, current())[1]
    return due.date() if isinstance(due, dt.datetime) else due


def as_it_runs(term: Term) -> dict[str, Any]:
    """Return a running term as data, so that what moves it by mistake can be taken back."""
    return {
        "norm": term.norm,
        "due": term.due_day.isoformat(),
        "reckoning": term.reckoning,
        "provisional": term.provisional,
    }


def move_back(case: Case, ran: Mapping[str, Any], change: Change) -> None:
    """Let the term run again as it ran before it was moved."""
    until = dt.date.fromisoformat(ran["due"])
    _move(case, ran["norm"], dict(ran["reckoning"]), until, change, provisional=bool(ran["provisional"]))


def move_clock(case: Case, clock: Clock, until: dt.date, change: Change) -> None:
    """Move the running term of a clock, whose day an official sets, to another day."""
    term = case.running(clock.name)
    if term is not None:
        kept = set_by_official(term.norm, case.happened_on, until)
        _write(case, term, term.norm, kept, until, change, provisional=False)


def _move(  # noqa: PLR0913  # the parts of a term
    case: Case, norm: str, kept: dict[str, Any], until: dt.date, change: Change, *, provisional: bool
) -> None:
    term = case.running(CONSIDERATION.name)
    if term is None:
        return
    _write(case, term, norm, kept, until, change, provisional=provisional)
    for other in case.terms:
        if other.state == Term.State.RUNNING and other.hangs_on_id is not None and other.hangs_on_id == term.pk:
            found = reckon(TERMS[other.norm], until)
            day = found.due.date() if isinstance(found.due, dt.datetime) else found.due
            other.started_on = until
            _write(case, other, other.norm, as_data(found), day, change, provisional=found.provisional)


def _write(  # noqa: PLR0913, PLR0917  # the parts of a term
    case: Case, term: Term, norm: str, kept: dict[str, Any], until: dt.date, change: Change, *, provisional: bool
) -> None:
    said = {"clock": term.clock, "norm": norm, "from": term.due_day.isoformat(), "to": until.isoformat()}
    change.entry_data.setdefault("terms", []).append(said | {"provisional": provisional})
    term.norm, term.reckoning, term.provisional = norm, kept, provisional
    term.due_day, term.due_at = end_of_term(until, case.body.zone)
    change.update(
        Term,
        term.pk,
        norm=norm,
        started_on=term.started_on,
        due_day=term.due_day,
        due_at=term.due_at,
        provisional=provisional,
        reckoning=kept,
    )
