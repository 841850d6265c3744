"""What was done to a proceeding, as data: kept with an idempotency key as the first answer, worded by API and pages."""

from typing import Any

from nadzor.casework.case import Case
from nadzor.casework.models import Term


def term_answer(term: Term) -> dict[str, Any]:
    """Return a term with its reckoning as data; `reckonings.told` words it."""
    return {
        "clock": term.clock,
        "norm": term.norm,
        "state": str(term.state),
        "started_on": term.started_on.isoformat(),
        "due": term.due_day.isoformat(),
        "due_at": term.due_at.isoformat(),
        "ended_on": None if term.ended_on is None else term.ended_on.isoformat(),
        "provisional": term.provisional,
        "reckoning": term.reckoning,
    }


def answer_of(case: Case) -> dict[str, Any]:
    """Return what every answer about a case says, and what its opening adds."""
    row = case.row
    return {
        "number": row.number,
        "procedure": row.procedure,
        "state": row.state,
        "open": row.open,
        "version": row.version,
        "kind": row.kind,
        "body": case.body.code,
        "registered_on": row.registered_on.isoformat(),
        "received_at": row.received_at.isoformat(),
        "recorded_at": row.recorded_at.isoformat(),
        "track": row.track,
        "terms": [term_answer(term) for term in case.terms],
        "children": [child.number for child in case.children],
        **(case.opening.said if case.opening is not None else {}),
    }
