"""The end of a step: the proceeding's row, its cell of the tally, its words for the search, its entry."""

from typing import Any

from nadzor.casework.access import path_lexemes
from nadzor.casework.act import Act
from nadzor.casework.case import Case
from nadzor.casework.effects import next_due
from nadzor.casework.forms import Form
from nadzor.casework.keys import plain
from nadzor.casework.models import Entry, Proceeding, SearchRow
from nadzor.casework.procedure import Step
from nadzor.casework.registers import enter
from nadzor.casework.sealing import head_of, new_salt, salted
from nadzor.casework.writing import Change
from nadzor.organs.actor import Actor

_SEARCH = SearchRow._meta.db_table  # noqa: SLF001
_NEW_PATH = (
    f"UPDATE {_SEARCH} SET vector = ts_delete(vector, %s::text[]) || array_to_tsvector(%s::text[]) "  # noqa: S608
    "WHERE proceeding_id = %s"
)


def record(act: Act, step: Step, form: Form, case: Case, change: Change) -> None:
    """Collect what every step of a proceeding leaves behind."""
    row, before = case.row, case.before
    row.version += 1
    row.next_due = next_due(case)
    _recount(row, before, change)
    _repath(row, before, case.people_before, case.executors(), change)
    changed = {name: getattr(row, name) for name in before if getattr(row, name) != before[name]}
    change.update(Proceeding, row.pk, **changed)
    write_entry(
        case,
        step=step.name,
        actor=act.actor,
        cites=cites_of(step, form),
        data={**plain(form.model_dump(mode="json", exclude_none=True)), **change.entry_data},
        from_state=str(before["state"]),
        change=change,
    )


def cites_of(step: Step, form: Form) -> list[str]:
    """The points behind a step; a form may add those of what was chosen in it."""
    more = getattr(form, "cites", None)
    return list(dict.fromkeys((*step.cites, *(more() if callable(more) else ()))))


def write_entry(  # noqa: PLR0913  # the parts of an entry
    case: Case,
    *,
    step: str,
    actor: Actor,
    cites: list[str],
    data: dict[str, Any],
    from_state: str,
    change: Change,
    opened: Proceeding | None = None,
    numbered: bool = False,
) -> None:
    """Collect the entry of a step, sealed, in the register of the case."""
    data = {name: value for name, value in data.items() if value is not None}  # none: said, and not to be kept here
    held = case.capacity(actor)
    capacity = f"{held.kind}:{held.post}{' (acting)' if held.acting else ''}; {held.order}" if held else ""
    entry = Entry(
        register_id=case.row.register_id,
        proceeding_id=case.row.pk,
        proceeding_version=case.row.version,
        subject="",
        step=step,
        from_state=from_state,
        to_state=case.row.state,
        person_id=actor.person_id,
        client_id=actor.client_id,
        actor=actor.name[:300],
        capacity=capacity[:200],
        happened_on=case.happened_on,
        recorded_at=case.at,
        cites=cites,
        salt=new_salt(),
    )
    entry.digest = salted(data, bytes(entry.salt or b""))
    enter(change, entry, head_of(entry, case.row.number), data, opened=opened, numbered=numbered)


def _recount(row: Proceeding, before: Any, change: Change) -> None:
    """Move the proceeding from its old cell of the tally to the new one."""
    was = (before["open"], before["body_id"], before["unit_id"], before["next_due"])
    if was == (row.open, row.body_id, row.unit_id, row.next_due):
        return
    if before["open"]:
        change.cells[before["body_id"], before["unit_id"] or 0, row.procedure, before["next_due"]] -= 1
    if row.open:
        change.count(row, 1)


def _repath(row: Proceeding, before: Any, was: frozenset[int], now: frozenset[int], change: Change) -> None:
    """Write the lexemes of access anew where they have changed."""
    old_row = Proceeding(**{name: before[name] for name in before})
    old, new = path_lexemes(old_row, was), path_lexemes(row, now)
    if old != new:
        change.execute(_NEW_PATH, old, new, row.pk)
