"""Mutants of the law: one entry of one table changed at a time; a test named for that row must notice.

Tests are collected once. For each mutant the program forks, changes the table in the child and runs only the tests that
carry the mark of the mutant's row, until one fails. A mutant that no such test notices survives and is printed; the
survivors that change no answer are explained in `mutants_explained.toml`.
"""

import os
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

from nadzor.law import memo
from nadzor.law.catalogue.coverage import row_of
from nadzor.law.matrix import List, Row
from nadzor.law.o29 import levels, reception, routing
from nadzor.law.o29 import terms as terms_29
from nadzor.law.periods import Duty, Every
from nadzor.law.posts import POSTS_OF, Post
from nadzor.law.tables import DECISIONS, DUTIES, LISTS, TERMS
from nadzor.law.terms import Basis, Term, Unit

EXPLAINED = Path(__file__).with_name("mutants_explained.toml")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of one entry: the row it stands in, what is changed, and how."""

    norm: str
    what: str
    apply: Callable[[], None]

    def __str__(self) -> str:
        return f"{self.norm}: {self.what}"


def term_mutants() -> Iterator[Mutant]:
    """Amounts, units, directions, rolls, first days, pauses and extensions."""
    for norm, term in TERMS.items():
        for what, changed in _changed_terms(term):
            yield Mutant(norm, what, lambda norm=norm, changed=changed: _put_term(norm, changed))


def _put_term(norm: str, term: Term) -> None:
    TERMS[norm] = term
    if norm in terms_29.TERMS_29R:
        terms_29.TERMS_29R[norm] = term


def _changed_terms(term: Term) -> Iterator[tuple[str, Term]]:
    if term.unit is Unit.AT_ONCE:
        yield "amount 0 -> 1 working day", replace(term, unit=Unit.WORKING_DAYS, amount=1, rolls=False)
        yield "amount 0 -> 1 calendar day", replace(term, unit=Unit.CALENDAR_DAYS, amount=1, rolls=False)
    else:
        yield f"amount {term.amount} -> {term.amount + 1}", replace(term, amount=term.amount + 1)
        if term.amount > 1:
            yield f"amount {term.amount} -> {term.amount - 1}", replace(term, amount=term.amount - 1)
        for unit in _other_units(term.unit):
            yield f"unit {term.unit} -> {unit}", replace(term, unit=unit)
        if term.unit in {Unit.WORKING_DAYS, Unit.CALENDAR_DAYS}:
            yield f"back {term.back} -> {not term.back}", replace(term, back=not term.back)
    if term.unit in {Unit.CALENDAR_DAYS, Unit.MONTHS, Unit.AT_ONCE} and not term.back:
        yield f"rolls {term.rolls} -> {not term.rolls}", replace(term, rolls=not term.rolls)
    if term.unit is Unit.CALENDAR_DAYS:
        yield f"event_counts {term.event_counts}, flipped", replace(term, event_counts=not term.event_counts)
    if term.suspended_by:
        yield "never suspended", replace(term, suspended_by=())
    if term.extension is not None:
        longer = replace(term.extension, amount=term.extension.amount + 1)
        yield "extension longer by one", replace(term, extension=longer)
        other = replace(term.extension, rolls=not term.extension.rolls)
        yield f"extension rolls {term.extension.rolls}, flipped", replace(term, extension=other)
        yield "never extended", replace(term, extension=None)
        basis = Basis.FIRST_TERM if term.extension.basis is Basis.R4 else Basis.R4
        yield f"extension from {basis}", replace(term, extension=replace(term.extension, basis=basis))


def _other_units(unit: Unit) -> tuple[Unit, ...]:
    near = {
        Unit.WORKING_DAYS: (Unit.CALENDAR_DAYS, Unit.MONTHS),
        Unit.CALENDAR_DAYS: (Unit.WORKING_DAYS, Unit.MONTHS),
        Unit.MONTHS: (Unit.WORKING_DAYS, Unit.YEARS),
        Unit.YEARS: (Unit.MONTHS,),
        Unit.HOURS: (Unit.CALENDAR_DAYS,),
    }
    return near[unit]


def duty_mutants() -> Iterator[Mutant]:
    """Periods, times and days of standing duties."""
    for norm, duty in DUTIES.items():
        for what, changed in _changed_duties(duty):
            yield Mutant(norm, what, lambda norm=norm, changed=changed: DUTIES.__setitem__(norm, changed))


def _changed_duties(duty: Duty) -> Iterator[tuple[str, Duty]]:
    order = list(Every)
    place = order.index(duty.every)
    for other in {order[max(place - 1, 0)], order[min(place + 1, len(order) - 1)]} - {duty.every}:
        yield f"every {duty.every} -> {other}", replace(duty, every=other)
    yield f"times {duty.times} -> {duty.times + 1}", replace(duty, times=duty.times + 1)
    if duty.hours:
        yield "hours dropped", replace(duty, hours=None)
    if duty.next_month_day:
        for step in (-1, 1):
            yield f"day of the next month {step:+}", replace(duty, next_month_day=duty.next_month_day + step)
        yield "day of the period's last month", replace(duty, next_month_day=None, last_month_day=duty.next_month_day)
    if duty.last_month_day:
        for step in (-1, 1) if duty.last_month_day < 30 else (-1,):
            yield f"day of the last month {step:+}", replace(duty, last_month_day=duty.last_month_day + step)


def list_mutants() -> Iterator[Mutant]:
    """Posts, bodies and acting holders of the lists of signatories."""
    for name, rows in LISTS.items():
        for number, row in enumerate(rows.rows):
            standing = {post for other in rows.rows if set(other.bodies) & set(row.bodies) for post in other.posts}
            for what, changed in _changed_rows(row, standing):
                told = f"{name}, row {number + 1}: {what}"
                yield Mutant(row.norm, told, lambda r=rows, n=number, c=changed: _put_row(r, n, c))


def _put_row(rows: List, number: int, row: Row) -> None:
    changed = list(rows.rows)
    changed[number] = row
    rows.replace(changed)


def _changed_rows(row: Row, standing: set[Post]) -> Iterator[tuple[str, Row]]:
    for post in row.posts:
        yield f"without {post}", replace(row, posts=tuple(p for p in row.posts if p is not post))
    for post in Post:
        # a post that another row of the same body names would add nothing
        if post not in standing and all(post in POSTS_OF[body] for body in row.bodies):
            yield f"with {post}", replace(row, posts=(*row.posts, post))
    for body in row.bodies:
        yield f"without {body}", replace(row, bodies=tuple(b for b in row.bodies if b is not body))
    yield f"acting {row.acting}, flipped", replace(row, acting=not row.acting)


def level_mutants() -> Iterator[Mutant]:
    """Cases, posts, bodies and acting holders of 29I.88."""
    for number, level in enumerate(DECISIONS.levels):
        above = {
            p
            for o in DECISIONS.levels
            if set(o.bodies) & set(level.bodies) and o.number < level.number
            for p in o.posts
        }
        for what, changed in _changed_levels(level, above):
            yield Mutant(level.norm, what, lambda n=number, c=changed: _put_level(n, c))


def _put_level(number: int, level: levels.Storey) -> None:
    changed = list(DECISIONS.levels)
    changed[number] = level
    DECISIONS.replace(changed)


def _changed_levels(level: levels.Storey, above: set[Post]) -> Iterator[tuple[str, levels.Storey]]:
    for place, case in enumerate(level.cases):
        told = f"case {case.letter}, {case.on}"
        others = level.cases[:place], level.cases[place + 1 :]
        if not case.values:
            yield f"{told}: dropped", replace(level, cases=(*others[0], *others[1]))
        for value in case.values:
            left = replace(case, values=tuple(v for v in case.values if v != value))
            yield f"{told}: without {value}", replace(level, cases=(*others[0], left, *others[1]))
    for post in level.posts:
        yield f"without {post}", replace(level, posts=tuple(p for p in level.posts if p is not post))
    for other in Post:
        # whoever signs at a higher level of the same office signs anyway
        if other not in {*level.posts, *above} and all(other in POSTS_OF[body] for body in level.bodies):
            yield f"with {other}", replace(level, posts=(*level.posts, other))
    for body in level.bodies:
        yield f"without {body}", replace(level, bodies=tuple(b for b in level.bodies if b is not body))
    if level.signs_also:
        yield "signs nothing of other levels", replace(level, signs_also=())
    if level.extra:
        yield "without the officials of one body", replace(level, extra=())
    yield f"acting {level.acting}, flipped", replace(level, acting=not level.acting)


def route_mutants() -> Iterator[Mutant]:
    """Who considers, whether it is passed down, and every value of every condition."""
    for level, rows in routing.ROUTES.items():
        for number, row in enumerate(rows):
            for what, changed in _changed_routes(row):
                yield Mutant(row.norm, f"at {level}, row {number + 1}: {what}", _putting_route(level, number, changed))
    for number, row in enumerate(routing.ALWAYS_COMPETENT):
        left = tuple(other for place, other in enumerate(routing.ALWAYS_COMPETENT) if place != number)
        yield Mutant(
            row.norm, f"competent, row {number + 1}: dropped", lambda c=left: setattr(routing, "ALWAYS_COMPETENT", c)
        )
    rows = (routing.OUT_OF_COMPETENCE,)
    for what, changed in _changed_routes(rows[0]):
        yield Mutant(rows[0].norm, what, lambda c=changed: setattr(routing, "OUT_OF_COMPETENCE", c))


def _putting_route(level: str, number: int, changed: routing.Route | None) -> Callable[[], None]:
    def put() -> None:
        rows = list(routing.ROUTES[level])
        rows[number : number + 1] = [] if changed is None else [changed]
        routing.ROUTES[level] = tuple(rows)

    return put


def _changed_routes(row: routing.Route) -> Iterator[tuple[str, routing.Route | None]]:
    order = list(routing.Considers)
    other = order[(order.index(row.considers) + 1) % len(order)]
    yield f"considers {other}", replace(row, considers=other)
    yield f"passed_down {row.passed_down}, flipped", replace(row, passed_down=not row.passed_down)
    for fact, values in row.when.items():
        if isinstance(values, frozenset):
            for value in sorted(values):
                yield f"{fact}: without {value}", replace(row, when={**row.when, fact: values - {value}})
        elif row is not routing.OUT_OF_COMPETENCE:
            yield f"{fact}: row dropped", None


def booking_mutants() -> Iterator[Mutant]:
    """Grounds, what lifts them, agreements, closing days and officials of booking."""
    for number, door in enumerate(reception.DOORS):
        for norm, what, changed in _changed_doors(door):
            yield Mutant(norm, f"door {number + 1}: {what}", lambda n=number, c=changed: _put_door(n, c))


def _put_door(number: int, door: reception.Door) -> None:
    doors = list(reception.DOORS)
    doors[number] = door
    reception.DOORS = tuple(doors)


def _changed_doors(door: reception.Door) -> Iterator[tuple[str, str, reception.Door]]:
    for place, ground in enumerate(door.grounds):
        for name in ("facts", "lifted_by"):
            values: frozenset[str] = getattr(ground, name)
            for value in sorted(values):
                left = replace(ground, **{name: values - {value}})
                grounds = (*door.grounds[:place], left, *door.grounds[place + 1 :])
                yield ground.norm, f"{name} without {value}", replace(door, grounds=grounds)
    for fact, norm in (door.agreement or {}).items():
        left_over = {k: v for k, v in (door.agreement or {}).items() if k != fact}
        yield norm, f"no agreement for {fact}", replace(door, agreement=left_over)
    own = door.closes or door.cites[0]
    if door.closes is not None:
        other = "29R.36" if door.closes == "29R.18" else "29R.18"
        yield own, f"closes by {other}", replace(door, closes=other)
        yield "29R.8", "out of town, flipped", replace(door, out_of_town_any_day=not door.out_of_town_any_day)
    for official in sorted(door.officials):
        yield own, f"without {official}", replace(door, officials=door.officials - {official})


def competence_mutants() -> Iterator[Mutant]:
    """Grounds of competence and ways out."""
    for number, ground in enumerate(memo.GROUNDS):
        for fact in sorted(ground.facts):
            left = replace(ground, facts=ground.facts - {fact} or frozenset({"never"}))
            yield Mutant(ground.norm, f"without {fact}", lambda n=number, c=left: _put("GROUNDS", n, c))
    for number, way in enumerate(memo.WAYS):
        order = list(memo.Do)
        other = replace(way, do=order[(order.index(way.do) + 1) % len(order)])
        yield Mutant(way.cites[0], f"do {other.do}", lambda n=number, c=other: _put("WAYS", n, c))
        if way.facts:
            never = replace(way, facts=frozenset({"never"}))
            yield Mutant(way.cites[0], "way dropped", lambda n=number, c=never: _put("WAYS", n, c))


def _put(name: str, number: int, row: object) -> None:
    rows = list(getattr(memo, name))
    rows[number] = row
    setattr(memo, name, tuple(rows))


def all_mutants() -> list[Mutant]:
    """Every mutant of every table."""
    kinds = (
        term_mutants,
        duty_mutants,
        list_mutants,
        level_mutants,
        route_mutants,
        booking_mutants,
        competence_mutants,
    )
    return [mutant for kind in kinds for mutant in kind()]


class Bench:
    """A pytest plugin: in the place of running the tests, it runs the mutants against them."""

    def __init__(self) -> None:
        self.survivors: list[Mutant] = []
        self.tried: Counter[str] = Counter()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Fork for each mutant and run the tests named for its row."""
        tests: dict[str | None, list[pytest.Item]] = {}
        for item in session.items:
            named = {norm for mark in item.iter_markers("norm") for norm in mark.args}
            for row in {row_of(norm) for norm in named}:
                tests.setdefault(row, []).append(item)
        for mutant in all_mutants():
            self.tried[mutant.norm.partition(".")[0]] += 1
            if not _noticed(mutant, tests.get(row_of(mutant.norm), [])):
                self.survivors.append(mutant)
        return True


def _noticed(mutant: Mutant, tests: list[pytest.Item]) -> bool:
    child = os.fork()
    if child == 0:
        # Only the exit status leaves the child: what its tests print belongs to nobody.
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        status = 2
        try:
            try:
                mutant.apply()
            except (ValueError, KeyError, IndexError):  # the table does not even compile: nobody could ship it
                os._exit(1)
            failed = any(report.failed for item in tests for report in runtestprotocol(item, log=False))
            status = 1 if failed else 0
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in {0, 1}:
        sys.exit(f"the mutant broke the bench: {mutant}")
    return code == 1


def main() -> None:
    """Run all mutants and print the survivors; the exit status tells whether one is left unexplained."""
    bench = Bench()
    collected = pytest.main(["-q", "-p", "no:cacheprovider", "--no-header", "tests"], plugins=[bench])
    if collected not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
        sys.exit(int(collected))
    groups = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["group"]
    explained = {name: group["why"] for group in groups for name in group["mutants"]}
    unexplained = [mutant for mutant in bench.survivors if str(mutant) not in explained]
    total = sum(bench.tried.values())
    told = ", ".join(f"{key} {count}" for key, count in bench.tried.items())
    print(f"\n{total} mutants ({told}); {len(bench.survivors)} survived, {len(unexplained)} of them unexplained")
    for mutant in bench.survivors:
        print(f"  survived  {mutant}" + (f"\n            {explained[str(mutant)]}" if str(mutant) in explained else ""))
    for name in sorted(set(explained) - {str(mutant) for mutant in bench.survivors}):
        print(f"  explained, but noticed by now: {name}")
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
