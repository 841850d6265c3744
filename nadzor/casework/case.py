"""A proceeding as a step sees it: its row, its table, its terms, who considers it, what runs beside it."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from nadzor.casework.act import Act
from nadzor.casework.models import Assignment, Party, Proceeding, StoredFile, Term
from nadzor.casework.procedure import Procedure, State
from nadzor.organs.actor import Actor, Holding
from nadzor.organs.directory import BodyCard, Directory

SIGNATURE = re.compile(r"(?P<kind>[a-z_]+):(?P<post>[a-z_]+)(?P<acting>\*?) (?P<name>.+)")
"""Who has signed, as it is kept; `showing.signature_told` words it."""


@dataclass(frozen=True, slots=True)
class PartyCard:
    """A party before it is written. Fields as in the model."""

    role: str
    type: str
    iin: str = ""
    surname: str = ""
    given_name: str = ""
    patronymic: str = ""
    organisation: str = ""
    postal_address: str = ""
    email: str = ""
    phone: str = ""
    contacts_confirmed: bool = False

    @property
    def full_name(self) -> str:
        """The organisation, or surname, name, patronymic."""
        parts = (self.surname, self.given_name, self.patronymic)
        return self.organisation or " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the step that opens a proceeding says of it. `words`: what a search finds it by. `files`: of the uploader.

    `facts`: columns of the room's own row. `book`: the register (none: entered in the parent's chain). `entry`: what
    the journal seals. `said`: what the answer adds. `followed`: the applicant gets a code. `number`, `track`: those
    that go along from another proceeding. `copies`: files of another proceeding that belong to this one too.
    """

    body: BodyCard
    book: str | None
    received_at: dt.datetime
    registered_on: dt.date
    kind: str | None
    applicant: str
    subject: str
    words: str
    facts_model: type[models.Model]
    facts: Mapping[str, Any]
    parties: tuple[PartyCard, ...] = ()
    files: tuple[str, ...] = ()
    followed: bool = False
    number: str | None = None
    track: str | None = None
    copies: tuple[StoredFile, ...] = ()
    entry: Mapping[str, Any] = field(default_factory=dict)
    said: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Case:
    """A proceeding under a step. Effects change the fields; the change that collects them writes the difference."""

    row: Proceeding
    procedure: Procedure
    body: BodyCard
    directory: Directory
    at: dt.datetime
    happened_on: dt.date
    terms: list[Term] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    children: list[Proceeding] = field(default_factory=list)
    parties: list[Party | PartyCard] = field(default_factory=list)
    parent: "Case | None" = None
    origin: "Case | None" = None
    files: tuple[str, ...] = ()
    opening: Opening | None = None
    before: Mapping[str, Any] = field(default_factory=dict)
    people_before: frozenset[int] = frozenset()
    act: Act | None = None

    @property
    def state(self) -> State:
        """The state of the main line."""
        return self.procedure.state_of[self.row.state]

    @property
    def facts(self) -> Any:  # each room has its own model
        """The room's own row."""
        return getattr(self.row, self.procedure.facts) if self.procedure.facts else None

    def running(self, clock: str) -> Term | None:
        """The running term of a clock."""
        return next((term for term in self.terms if term.clock == clock and term.state == Term.State.RUNNING), None)

    def executors(self) -> frozenset[int]:
        """People who consider it now: the executor and those who owe a part."""
        return frozenset(row.person_id for row in self.assignments if row.until is None)

    def co_executors(self) -> frozenset[int]:
        """People who owe a part to the executor now."""
        beside = Assignment.Role.CO_EXECUTOR
        return frozenset(row.person_id for row in self.assignments if row.until is None and row.role == beside)

    def open_children(self, procedure: str) -> list[Proceeding]:
        """Child matters of a kind that are still open."""
        return [child for child in self.children if child.procedure == procedure and child.open]

    def capacity(self, actor: Actor, office: BodyCard | None = None) -> Holding | None:
        """The power somebody acts in here: one held in the body of the case, stood in for first; else the main one.

        `office`: of another body, where that one acts.
        """
        body_id = self.row.body_id if office is None else office.id
        here = sorted(actor.posts_in(body_id), key=lambda held: not held.acting)
        return here[0] if here else actor.main

    def signature(self, office: BodyCard | None = None) -> str:
        """Who makes this step, as `SIGNATURE` reads it: kind of office, post, a star where stood in for, name.

        `office`: in whose name, where it is not that of the case.
        """
        return "" if self.act is None else signature_of(self.capacity(self.act.actor, office), self.act.actor.name)


@dataclass(frozen=True, slots=True)
class Ground:
    """What an opening may look at: the act, the structure, the parent, the proceeding it goes on from."""

    act: Act
    known: Directory
    parent: Case | None
    origin: Case | None = None


def signature_of(held: Holding | None, name: str) -> str:
    """Return who signs by a power, as `SIGNATURE` reads it."""
    return f"{held.kind}:{held.post}{'*' if held.acting else ''} {name[:200]}" if held else name[:200]
