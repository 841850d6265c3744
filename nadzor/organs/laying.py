"""The seed laid into an empty house: bodies, units, territories; for a demo, people with posts and works."""

import datetime as dt

from nadzor.organs.folding import sort_key
from nadzor.organs.models import Absence, Acting, Appointment, Body, Duty, Person, StructureVersion, Territory, Unit
from nadzor.organs.seed_data import load_demo, load_structure
from nadzor.organs.seed_records import PersonSeed, Structure

# The Constitutional Law on the Prosecutor's Office came into force then; for a body whose founding day no source tells.
BASE_DAY = dt.date(2023, 1, 1)


def lay_structure() -> int:
    """Write bodies, units and territories that are not there yet; return how many bodies were added."""
    structure = load_structure()
    if Body.objects.exists():
        return 0
    bodies: dict[str, Body] = {}
    for seed in structure.bodies:
        parent = bodies[seed.parent] if seed.parent else None
        body = Body.objects.create(
            code=seed.code,
            kind=seed.kind,
            level=seed.level,
            parent=parent,
            sphere=seed.sphere,
            city=seed.city,
            zone=seed.zone,
            since=seed.since or BASE_DAY,
            **seed.name._asdict(),
        )
        body.branch = parent if parent is not None and parent.parent_id is not None else body
        body.save(update_fields=["branch"])
        bodies[seed.code] = body
        Territory.objects.bulk_create(
            Territory(body=body, kato=kato, since=seed.since or BASE_DAY) for kato in seed.territory
        )
    _lay_units(structure, bodies)
    StructureVersion.objects.update_or_create(pk=1, defaults={"number": 1})
    return len(bodies)


def _lay_units(structure: Structure, bodies: dict[str, Body]) -> None:
    Unit.objects.bulk_create(
        Unit(body=bodies[seed.body], code=seed.code, since=bodies[seed.body].since, **seed.name._asdict())
        for seed in structure.units
    )


def lay_demo() -> list[tuple[str, Person]]:
    """Write the made-up people of the demo with posts, works, an acting holder and an absence; return logins."""
    demo = load_demo()
    if Person.objects.exists():
        return []
    bodies = {body.code: body for body in Body.objects.all()}
    units = {(unit.body.code, unit.code): unit for unit in Unit.objects.select_related("body")}
    people: dict[str, Person] = {}
    for seed in demo.people:
        people[seed.login] = _person(seed, bodies, units)
    for acting in demo.acting:
        order, own = acting.order, people[acting.login].appointments.get()
        Acting.objects.create(
            person=own.person,
            body=own.body,
            post=acting.post,
            since=order.since,
            until=order.until,
            order_number=order.number,
            order_day=order.day,
        )
    for absence in demo.absences:
        order = absence.order
        Absence.objects.create(
            person=people[absence.login],
            kind=absence.kind,
            since=order.since,
            until=order.until,
            order_number=order.number,
            order_day=order.day,
        )
    return list(people.items())


def _person(seed: PersonSeed, bodies: dict[str, Body], units: dict[tuple[str, str], Unit]) -> Person:
    full = f"{seed.surname} {seed.given_name} {seed.patronymic}"
    person = Person.objects.create(
        surname=seed.surname, given_name=seed.given_name, patronymic=seed.patronymic, sort_key=sort_key(full)
    )
    order = seed.order
    held = {"since": order.since, "until": order.until, "order_number": order.number, "order_day": order.day}
    Appointment.objects.create(
        person=person, body=bodies[seed.body], unit=units.get((seed.body, seed.unit or "")), post=seed.post, **held
    )
    for role in seed.roles:
        Duty.objects.create(person=person, body=bodies[seed.body], role=role, **held)
    return person
