"""Who may make which step in which state: a table over the people of the demo, asked of the rules themselves.

No database is read: the structure and the people are those of the seed, the cases are made up and never saved.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from nadzor.casework.access import path_lexemes, sight_of
from nadzor.casework.case import Case
from nadzor.casework.models import NEVER, Assignment, Proceeding
from nadzor.casework.procedure import PROCEDURES, Procedure, State, Step
from nadzor.organs.actor import Actor, Holding
from nadzor.organs.directory import BodyCard, Directory, UnitCard
from nadzor.organs.seed_data import load_demo, load_structure
from nadzor.organs.seed_records import Demo, PersonSeed, Structure

_AT = dt.datetime(2026, 3, 5, 5, 0, tzinfo=dt.UTC)
# Where the case lies → whose it is once it is assigned.
_CASES = {
    "000000-gpo": "gpo.executor",
    "750000-oblast": "almaty.executor1",
    "751110-district": "almaly.executor",
}


def table() -> str:
    """Return the page: for each procedure and office a row for each kind of actor, a column for each step."""
    structure = load_structure()
    demo, known = load_demo(structure), _directory(structure)
    people = {seed.login: number for number, seed in enumerate(demo.people, start=1)}
    actors = {seed.login: _actor(seed, people[seed.login], known) for seed in demo.people}
    lines = [
        "# Who may do what",
        "",
        "Asked of the rules by `nadzor rights`: in which states somebody may make a step. A post stands once a body;",
        "works laid upon people follow a plus sign; “considers it”: the executor; “its unit”: of the same unit.",
        "`*`: the opening step. Empty: never.",
        "",
    ]
    for procedure in PROCEDURES.values():
        for code, login in _CASES.items():
            body = known.by_code[code]
            lines += [f"## {procedure.title.en}, {body.name.en}", ""]
            lines += ["| who | " + " | ".join(step.name for step in procedure.steps) + " |"]
            lines += ["| --- |" + " --- |" * len(procedure.steps)]
            rows = sorted(_rows(procedure, body, actors[login], demo, actors, known))
            lines += [f"| {name} | " + " | ".join(cells) + " |" for name, cells in rows if any(cells)]
            lines += ["", "Nothing: " + "; ".join(name for name, cells in rows if not any(cells)) + ".", ""]
    return "\n".join(lines)


def _rows(  # noqa: PLR0913, PLR0917  # what a row is made from
    procedure: Procedure, body: BodyCard, executor: Actor, demo: Demo, actors: dict[str, Actor], known: Directory
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each kind of actor once. Raises ValueError where two of one kind differ: then they are not of one kind."""
    found: dict[str, tuple[str, ...]] = {}
    cases = {state.name: _case(procedure, state, body, executor, known) for state in procedure.states}
    for seed in demo.people:
        actor = actors[seed.login]
        cells = tuple(_cell(step, cases, actor, known) for step in procedure.steps)
        name = _kind(seed, actor, body, executor)
        if found.setdefault(name, cells) != cells:
            raise ValueError(f"{name}: {seed.login}")
    yield from found.items()


def _kind(seed: PersonSeed, actor: Actor, body: BodyCard, executor: Actor) -> str:
    held = actor.holdings[0]
    place = "" if held.body_id == body.id else f"{seed.body}: "
    works = "".join(f" + {role}" for role in seed.roles)
    own = held.body_id == body.id and held.unit_id == executor.holdings[0].unit_id and held.unit_id is not None
    near = ", considers it" if actor == executor else ", its unit" if own else ""
    return f"{place}{seed.post}{works}{near}"


def _cell(step: Step, cases: dict[str, Case], actor: Actor, known: Directory) -> str:
    if step.opens is not None:
        case = cases[step.to or ""]
        return "*" if (case.parent is None or _sees(actor, case, known)) and _may(step, case, actor) else ""
    return ", ".join(
        name
        for name, case in cases.items()
        if name in step.from_ and _sees(actor, case, known) and _may(step, case, actor)
    )


def _sees(actor: Actor, case: Case, known: Directory) -> bool:
    wanted = sight_of(actor, known).lexemes()
    return not wanted or bool(set(wanted) & set(path_lexemes(case.row, case.executors())))


def _may(step: Step, case: Case, actor: Actor) -> bool:
    """By right: what the law forbids in this case or that (a guard) is not of the table."""
    return (step.opens is not None or case.row.state in step.from_) and step.by.test(actor, case, None)


def _case(procedure: Procedure, state: State, body: BodyCard, executor: Actor, known: Directory) -> Case:
    """A case in a state: with nobody while it is new, else with the executor and in the executor's unit."""
    opened_at = {step.to for step in procedure.steps if step.opens is not None}
    new = procedure.book is not None and state.name in opened_at
    row = Proceeding(
        number="0",
        procedure=procedure.name,
        state=state.name,
        open=state.open,
        version=1,
        body_id=body.id,
        branch_id=body.branch_id,
        unit_id=None if new else executor.holdings[0].unit_id,
        executor_id=None if new else executor.person_id,
        registered_on=_AT.date(),
        received_at=_AT,
        next_due=NEVER,
        recorded_at=_AT,
    )
    if procedure.facts is not None:
        model: Any = Proceeding._meta.get_field(procedure.facts).related_model  # noqa: SLF001  # Django's documented way
        model(proceeding=row)
    parent = None
    if procedure.book is None:
        booked = [each for each in PROCEDURES.values() if each.book is not None]
        table_above = max(booked, key=lambda each: len(each.steps))  # a main line; what is kept by the way is short
        above = next(each for each in table_above.states if each.open and each.name != table_above.opening().to)
        parent = _case(table_above, above, body, executor, known)
    people = [] if new or executor.person_id is None else [Assignment(person_id=executor.person_id, since=_AT)]
    return Case(
        row=row,
        procedure=procedure,
        body=body,
        directory=known,
        at=_AT,
        happened_on=_AT.date(),
        assignments=people,
        parent=parent,
    )


def _directory(structure: Structure) -> Directory:
    ids = {seed.code: number for number, seed in enumerate(structure.bodies, start=1)}
    above = {seed.code: seed.parent for seed in structure.bodies}
    bodies = {}
    for seed in structure.bodies:
        grand = seed.parent is not None and above[seed.parent] is not None
        bodies[ids[seed.code]] = BodyCard(
            id=ids[seed.code],
            code=seed.code,
            kind=seed.kind,
            level=seed.level,
            parent_id=None if seed.parent is None else ids[seed.parent],
            branch_id=ids[seed.parent] if grand and seed.parent is not None else ids[seed.code],
            zone=seed.zone,
            sphere=seed.sphere,
            city=seed.city,
            name=seed.name,
        )
    units = {
        number: UnitCard(number, ids[seed.body], seed.code, seed.name)
        for number, seed in enumerate(structure.units, start=1)
    }
    return Directory(1, bodies, {card.code: card for card in bodies.values()}, units)


def _actor(seed: PersonSeed, number: int, known: Directory) -> Actor:
    """The person with the post and the works; standing in for somebody is left out, it begins on a day of its own."""
    body = known.by_code[seed.body]
    unit = next((unit for unit in known.units.values() if (unit.body_id, unit.code) == (body.id, seed.unit)), None)
    held = Holding(
        body_id=body.id,
        branch_id=body.branch_id,
        kind=body.kind,
        level=body.level,
        unit_id=None if unit is None else unit.id,
        unit_code=None if unit is None else unit.code,
        post=seed.post,
        acting=False,
        order=seed.order.number,
    )
    return Actor(
        name=seed.login,
        person_id=number,
        holdings=(held,),
        roles=frozenset((role, body.id) for role in seed.roles),
    )
