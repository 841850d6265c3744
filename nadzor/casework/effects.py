"""What steps cause: terms started, stopped and moved, people named, notices owed, child matters opened."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from nadzor.casework.case import Case
from nadzor.casework.circles import require_named, told_to
from nadzor.casework.models import NEVER, Assignment, Notice, Term
from nadzor.casework.procedure import Clock
from nadzor.casework.reckonings import as_data, counted, end_of_term, from_data, set_by_official
from nadzor.casework.writing import Change
from nadzor.law.calendar import current
from nadzor.law.tables import TERMS
from nadzor.law.terms import Reckoning, reckon, reckon_of


def _norm_of_first(clock: Clock) -> Callable[[Case, Any], str]:
    return lambda _case, _data: clock.norms[0]


def _happened(case: Case, _data: Any) -> dt.date:
    return case.happened_on


def _none(_case: Case, _data: Any) -> None:
    return None


@dataclass(frozen=True)
class Start:
    """Start a clock. `norm`: by which row it counts here; `since`: the day of its event; `when`: only then.

    `due`: the day that an official sets, for a clock whose row gives no amount.
    """

    clock: Clock
    norm: Callable[[Case, Any], str] | None = None
    since: Callable[[Case, Any], dt.date] = _happened
    when: Callable[[Case, Any], bool] | None = None
    due: Callable[[Case, Any], dt.date | None] = _none
    done: bool = False  # what it asks for is done by this very step: it ends as it begins

    def apply(self, case: Case, data: Any, change: Change) -> None:  # each step has its own form
        """Reckon the term and write it with its reckoning; a clock that runs already is left as it is."""
        if case.running(self.clock.name) is not None or (self.when is not None and not self.when(case, data)):
            return
        norm = (self.norm or _norm_of_first(self.clock))(case, data)
        parent = case.running(self.clock.hangs_on) if self.clock.hangs_on else None
        if self.clock.hangs_on and parent is None:
            return
        since, set_day = self.since(case, data), self.due(case, data)
        if set_day is not None:
            kept, due, provisional = set_by_official(norm, since, set_day), set_day, False
        elif parent is not None:
            reckoning = _hanging(norm, parent)
            kept, due, provisional = as_data(reckoning), reckoning.due, reckoning.provisional
            since = parent.due_day
        else:
            kept, due, provisional = counted(norm, since, current())
        due_day, due_at = end_of_term(due, case.body.zone)
        term = Term(
            proceeding_id=case.row.pk,
            clock=self.clock.name,
            norm=norm,
            state=Term.State.RUNNING,
            started_on=since,
            due_day=due_day,
            due_at=due_at,
            hangs_on_id=None if parent is None else parent.pk,
            provisional=provisional,
            reckoning=kept,
        )
        if self.done:
            term.state = Term.State.LATE if case.happened_on > due_day else Term.State.KEPT
            term.ended_on = case.happened_on
        case.terms.append(term)
        write_new_term(term, parent, change)


def _hanging(norm: str, parent: Term) -> Reckoning:
    """Reckon a term from the end of another; from its bare day, where an official or another point has set that."""
    if parent.reckoning.get("set_by_official") or parent.norm not in TERMS[norm].of:
        return reckon(TERMS[norm], parent.due_day)
    return reckon_of(TERMS[norm], from_data(parent.reckoning))


def write_new_term(term: Term, parent: Term | None, change: Change) -> None:
    """Collect the row of a new term. A parent of the same step has no id yet: it is found by its clock."""
    row = {
        "proceeding_id": term.proceeding_id,
        "clock": term.clock,
        "norm": term.norm,
        "state": str(term.state),
        "started_on": term.started_on,
        "due_day": term.due_day,
        "due_at": term.due_at,
        "ended_on": term.ended_on,
        "provisional": term.provisional,
        "reckoning": term.reckoning,
    }
    started = {"clock": term.clock, "norm": term.norm, "since": str(term.started_on), "due": str(term.due_day)}
    if term.ended_on is not None:
        started["ended"] = str(term.state)
    change.entry_data.setdefault("terms", []).append(started)
    if parent is not None and parent._state.adding:  # noqa: SLF001  # it is of this step: no id yet
        change.insert(Term, **row, hangs_on_id=None)
        change.execute(_HANG, parent.clock, term.proceeding_id, term.clock)
    else:
        change.insert(Term, **row, hangs_on_id=term.hangs_on_id)


_TERMS = Term._meta.db_table  # noqa: SLF001
_HANG = (
    f"UPDATE {_TERMS} AS t SET hangs_on_id = p.id FROM {_TERMS} AS p "  # noqa: S608
    "WHERE p.proceeding_id = t.proceeding_id AND p.state = 'running' AND p.clock = %s "
    "AND t.proceeding_id = %s AND t.state = 'running' AND t.clock = %s"
)


def end_term(case: Case, term: Term, change: Change, *, called_off: bool = False) -> None:
    """End a running term on the day of the step: kept, late, or called off. Terms that hang on it end as called off."""
    late = case.happened_on > term.due_day
    ended = Term.State.CALLED_OFF if called_off else Term.State.LATE if late else Term.State.KEPT
    term.state, term.ended_on = ended, case.happened_on
    change.update(Term, term.pk, state=str(ended), ended_on=case.happened_on)
    change.entry_data.setdefault("terms", []).append({"clock": term.clock, "norm": term.norm, "ended": str(ended)})
    for other in case.terms:
        if other.hangs_on_id is not None and other.hangs_on_id == term.pk and other.state == Term.State.RUNNING:
            end_term(case, other, change, called_off=True)


@dataclass(frozen=True)
class Stop:
    """Stop a clock: what it asked for has been done."""

    clock: Clock

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """End the running term, if there is one."""
        term = case.running(self.clock.name)
        if term is not None:
            end_term(case, term, change)


@dataclass(frozen=True)
class CallOff:
    """Call off a clock, or every one that runs: there is nothing left to be in time for."""

    clock: Clock | None = None

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """End the running terms as called off."""
        running = [each for each in case.terms if each.state == Term.State.RUNNING]
        for term in running:
            if self.clock is not None and term.clock != self.clock.name:
                continue
            if term.state == Term.State.RUNNING:  # not ended with the one it hangs on
                end_term(case, term, change, called_off=True)


@dataclass(frozen=True)
class Notify:
    """Owe somebody a notice: a row of the outbox, sent by a job. `to`: "applicant", or "executor".

    `who`: of the staff, whom it concerns; else everybody who considers the case. What somebody did is no news to them.
    """

    to: str
    template: str
    facts: Callable[[Case, Any], dict[str, Any]] | None = None
    who: Callable[[Case, Any], Iterable[int | None]] | None = None

    def apply(self, case: Case, data: Any, change: Change) -> None:
        """Collect the rows: one for the applicant, one for each person whom it concerns."""
        said = self.facts(case, data) if self.facts else {}
        if self.to == "applicant":
            if case.row.track:
                change.insert(Notice, **_notice(case, self.template, said, "applicant", None, "portal"))
            return
        concerned = self.who(case, data) if self.who is not None else case.executors()
        for person_id in sorted(told_to(case, concerned) - {made_by(case)}):
            change.insert(Notice, **_notice(case, self.template, said, "staff", person_id, "inbox"))


def made_by(case: Case) -> int | None:
    """Return who of the staff makes the step; none for a client and for the house."""
    return case.act.actor.person_id if case.act is not None else None


def _notice(  # noqa: PLR0913, PLR0917  # the parts of a row
    case: Case, template: str, said: dict[str, Any], to: str, person_id: int | None, channel: str
) -> dict[str, Any]:
    return {
        "proceeding_id": case.row.pk,
        "to": to,
        "person_id": person_id,
        "template": template,
        "data": {"number": case.row.number, **said},
        "channel": channel,
        "made_at": case.at,
        "delivered_at": None,
        "delivered_by": "",
    }


def name_people(case: Case, executor: int, others: tuple[int, ...], change: Change) -> None:
    """Make these people, and no others, consider the case from now on; the first answers for it."""
    wanted = {executor: Assignment.Role.EXECUTOR, **dict.fromkeys(others, Assignment.Role.CO_EXECUTOR)}
    wanted[executor] = Assignment.Role.EXECUTOR
    require_named(case, [executor], "executor")
    require_named(case, others, "co_executors")
    for row in case.assignments:
        if row.until is None and wanted.get(row.person_id) != row.role:
            row.until = case.at
            change.update(Assignment, row.pk, until=case.at)
        elif row.until is None:
            del wanted[row.person_id]
    for person_id, role in wanted.items():
        added = Assignment(proceeding_id=case.row.pk, person_id=person_id, role=role, since=case.at)
        case.assignments.append(added)
        change.insert(
            Assignment, proceeding_id=case.row.pk, person_id=person_id, role=str(role), since=case.at, until=None
        )
    case.row.executor_id = executor


def take_over(parent: Case, child: Case, change: Change) -> None:
    """Let whoever considers a case consider the child matter that was opened in it, where nobody else was named.

    He stands there already, so nothing is asked of him; what follows him to another goes along (`reassign`).
    """
    executor = child.row.executor_id
    if executor is None or executor not in parent.executors():
        return
    role = Assignment.Role.EXECUTOR
    child.assignments.append(Assignment(proceeding_id=child.row.pk, person_id=executor, role=role, since=child.at))
    change.insert(
        Assignment, proceeding_id=child.row.pk, person_id=executor, role=str(role), since=child.at, until=None
    )


def next_due(case: Case) -> dt.date:
    """The soonest due day of the running terms."""
    return min((term.due_day for term in case.terms if term.state == Term.State.RUNNING), default=NEVER)
