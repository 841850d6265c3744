"""A procedure is a table of steps: from which states, to which, who may, what it needs, what forbids it, what follows.

Tables are checked when they are declared: a state nobody can reach, a point that no order has, a step without a name
in three languages stop the start. Pages, API, jobs and tests all read the same rows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from nadzor.casework.forms import Form, Nothing
from nadzor.law import appk, catalogue
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

if TYPE_CHECKING:
    from nadzor.casework.case import Case, Ground, Opening
    from nadzor.casework.writing import Change


class Tone(StrEnum):
    """How a state is shown (face.md, 5)."""

    NEW = "new"
    WORK = "work"
    WAIT = "wait"
    MOVED = "moved"
    DONE = "done"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class State:
    """A state of the main line. `open`: somebody still owes something."""

    name: str
    title: Phrase
    tone: Tone
    open: bool


class Verdict(NamedTuple):
    """Whether something may be, and why not."""

    allowed: bool
    why: Phrase = Phrase("", "", "")
    cites: tuple[str, ...] = ()


YES = Verdict(allowed=True)


def no(why: Phrase, *cites: str) -> Verdict:
    """It may not be, and this is why."""
    return Verdict(allowed=False, why=why, cites=cites)


@dataclass(frozen=True, slots=True)
class Right:
    """Who may. `test` is asked with the data of the step, or with none when a page asks which buttons to show."""

    name: str
    who: Phrase
    test: Callable[[Actor, "Case", Form | None], bool]
    cites: tuple[str, ...] = ()
    who_for: Callable[["Case", Form | None], Phrase] | None = None


@dataclass(frozen=True, slots=True)
class Guard:
    """What the law forbids. Asked without data for a button, with data when the step is made."""

    name: str
    test: Callable[["Case", Actor, Form | None], Verdict]


class Effect(Protocol):
    """What follows from a step: collected into a change, written at its end."""

    def apply(self, case: "Case", data: Any, change: "Change") -> None:  # each step has its own form
        """Collect what is to be written."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that a procedure may start: its name in the data and on pages, and the rows of the orders it counts by.

    `hangs_on`: the clock from whose end it is counted.
    """

    name: str
    title: Phrase
    norms: tuple[str, ...]
    hangs_on: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table. `from_` is empty for the step that opens a proceeding; `to` none: the state stays."""

    name: str
    title: Phrase
    from_: frozenset[str]
    to: str | None
    by: Right
    needs: type[Form] = Nothing
    guards: tuple[Guard, ...] = ()
    effects: tuple[Effect, ...] = ()
    cites: tuple[str, ...] = ()
    opens: Callable[[Any, "Ground", "Change"], "Opening"] | None = None
    final: bool = False  # cannot be undone: a page asks once more
    late: bool = False  # may be entered after the day on which it happened; else it happens when it is made
    to_of: Callable[["Case"], str] | None = None  # where the state depends on the case (reopen)
    kernel: bool = False
    house: bool = False  # made by the program itself: offered to nobody
    leads: bool = False  # what the main line waits for: offered first
    aside: bool = False  # done beside the main line: offered below its steps
    signed: bool = False  # somebody puts a hand to something by it, besides the papers that its effects issue

    @property
    def signs(self) -> bool:
        """Whether the step signs something: then whoever makes it is asked once more who he is (`rules.permitted`)."""
        return self.signed or any(getattr(effect, "signed", False) for effect in self.effects)


@dataclass(frozen=True)
class Procedure:
    """A table with its states, its book and its clocks.

    `book`: the register whose numbers its proceedings get (none: a child matter, entered in its parent's chain unless
    its opening names a book).
    `mapped`: states of earlier tables and what they are now. `facts`: the room's own model row, by its related name.
    `correctable`: fields that the kernel's `correct` may change, with their names. `taken`: constraints that may be
    lost to somebody else, with what is then said. `lasts`: a child matter that stands in the way of nothing, and may
    outlast the case that it is opened in.
    """

    name: str
    title: Phrase
    states: tuple[State, ...]
    steps: tuple[Step, ...]
    clocks: tuple[Clock, ...] = ()
    book: str | None = None
    facts: str | None = None
    mapped: Mapping[str, str] = field(default_factory=dict)
    correctable: Mapping[str, Phrase] = field(default_factory=dict)
    taken: Mapping[str, Phrase] = field(default_factory=dict)
    lasts: bool = False
    state_of: Mapping[str, State] = field(init=False)
    step_of: Mapping[str, Step] = field(init=False)
    clock_of: Mapping[str, Clock] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "state_of", {state.name: state for state in self.states})
        object.__setattr__(self, "step_of", {step.name: step for step in self.steps})
        object.__setattr__(self, "clock_of", {clock.name: clock for clock in self.clocks})
        faults = list(_faults(self))
        if faults:
            raise ValueError(f"{self.name}: " + "; ".join(faults))

    def opening(self) -> Step:
        """The step that opens a proceeding: the first one, where records of old may also be entered by another."""
        return next(step for step in self.steps if step.opens is not None)


def _faults(procedure: Procedure) -> Sequence[str]:
    """What is wrong with a table, one sentence each."""
    found: list[str] = []
    states, known = set(procedure.state_of), catalogue.addresses() | appk.ARTICLES
    for name, rows in (("state", procedure.states), ("step", procedure.steps), ("clock", procedure.clocks)):
        names = [row.name for row in rows]
        found += [f"{name} {each} stands twice" for each in sorted(set(names)) if names.count(each) > 1]
        found += [f"{name} {row.name} lacks a title" for row in rows if not all(row.title)]
    for step in procedure.steps:
        ends = {step.to} if step.to else set()
        found += [f"step {step.name} names no state {each}" for each in sorted((step.from_ | ends) - states)]
        cited = (*step.cites, *step.by.cites)
        found += [f"step {step.name} cites {each}, which no order has" for each in cited if each not in known]
        if not step.kernel and not step.cites:
            found.append(f"step {step.name} cites nothing")
        if (step.opens is None) == (not step.from_):
            found.append(f"step {step.name} must either open a proceeding or lead from a state")
    for clock in procedure.clocks:
        found += [
            f"clock {clock.name} counts by {each}, which no order has" for each in clock.norms if each not in known
        ]
        if clock.hangs_on is not None and clock.hangs_on not in procedure.clock_of:
            found.append(f"clock {clock.name} hangs on no clock {clock.hangs_on}")
    if not any(step.opens is not None for step in procedure.steps):
        found.append("no step opens a proceeding")
    found += [f"nothing leads to state {each}" for each in sorted(states - _reached(procedure))]
    found += [
        f"state {each} is mapped to none of the table" for each in procedure.mapped.values() if each not in states
    ]
    return found


def _reached(procedure: Procedure) -> set[str]:
    reached: set[str] = set()
    fresh = {step.to for step in procedure.steps if step.opens is not None and step.to}
    while fresh:
        reached |= fresh
        fresh = {step.to for step in procedure.steps if step.to and step.from_ & reached} - reached
    return reached


PROCEDURES: dict[str, Procedure] = {}


def declare(procedure: Procedure) -> Procedure:
    """Enter a table into the house. Raises ValueError where its name is taken by another table."""
    if PROCEDURES.setdefault(procedure.name, procedure) is not procedure:
        raise ValueError(f"{procedure.name} is declared twice")
    return procedure


def hang(procedure: Procedure, *steps: Step) -> None:
    """Add steps of a room above to a table of a room below, which knows nothing of it. Raises ValueError for a fault.

    Asked twice with the same steps it does nothing: a start may be repeated.
    """
    fresh = tuple(each for each in steps if procedure.step_of.get(each.name) is not each)
    _change_steps(procedure, (*procedure.steps, *fresh))


def follow(procedure: Procedure, name: str, *effects: Effect) -> None:
    """Let what a room above knows follow from a step of a room below, after its own effects; asked twice, once."""
    step = procedure.step_of[name]
    fresh = tuple(each for each in effects if each not in step.effects)
    more = replace(step, effects=(*step.effects, *fresh))
    _change_steps(procedure, tuple(more if each is step else each for each in procedure.steps))


def ask(procedure: Procedure, name: str, *guards: Guard) -> None:
    """Let a room above ask further before a step of a room below, after its own guards; asked twice, once."""
    step = procedure.step_of[name]
    fresh = tuple(each for each in guards if each not in step.guards)
    more = replace(step, guards=(*step.guards, *fresh))
    _change_steps(procedure, tuple(more if each is step else each for each in procedure.steps))


def _change_steps(procedure: Procedure, steps: tuple[Step, ...]) -> None:
    before = procedure.steps
    object.__setattr__(procedure, "steps", steps)
    try:
        procedure.__post_init__()
    except ValueError:
        object.__setattr__(procedure, "steps", before)
        procedure.__post_init__()
        raise
