"""The structure kept in memory: bodies by code and number. Read anew when its version has grown."""

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from nadzor.law.posts import Body as BodyKind
from nadzor.law.posts import Level
from nadzor.law.words import Phrase
from nadzor.organs.models import Body, StructureVersion, Unit
from nadzor.organs.seed_records import Sphere


@dataclass(frozen=True, slots=True)
class BodyCard:
    """What the kernel asks of a body."""

    id: int
    code: str
    kind: BodyKind
    level: Level
    parent_id: int | None
    branch_id: int
    zone: str
    sphere: Sphere
    city: bool
    name: Phrase
    since: dt.date | None = None
    until: dt.date | None = None
    address: str = ""
    phone: str = ""
    second_factor: frozenset[str] = frozenset()  # whom it asks for a second factor (accounts.factors.Who)

    def stands(self, day: dt.date) -> bool:
        """Whether the body is founded and not closed on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class UnitCard:
    """What the kernel asks of a unit."""

    id: int
    body_id: int
    code: str
    name: Phrase


@dataclass(frozen=True, slots=True)
class Directory:
    """All bodies and units of one version of the structure."""

    version: int
    bodies: dict[int, BodyCard]
    by_code: dict[str, BodyCard]
    units: dict[int, UnitCard]

    def lower(self, body_id: int) -> frozenset[int]:
        """Bodies that stand below a body, at any distance."""
        found: set[int] = set()
        fresh = {body_id}
        while fresh:
            fresh = {card.id for card in self.bodies.values() if card.parent_id in fresh} - found
            found |= fresh
        return frozenset(found)


_lock = threading.Lock()
_kept: Directory | None = None
_of_page: ContextVar[list[Directory] | None] = ContextVar("structure of a page", default=None)


def version_now() -> int:
    """Return the version of the structure in the database."""
    return StructureVersion.objects.values_list("number", flat=True).first() or 0


def directory(version: int | None = None) -> Directory:
    """Return the structure, of the version asked for if the caller has just read it (else the present one)."""
    global _kept  # noqa: PLW0603  # one copy a process
    of_page = _of_page.get() if version is None else None
    if of_page:
        return of_page[0]
    wanted = version_now() if version is None else version
    kept = _kept
    if kept is None or kept.version != wanted:
        with _lock:
            kept = _kept = _read(wanted)
    if of_page is not None:
        of_page.append(kept)
    return kept


@contextmanager
def one_structure() -> Iterator[None]:
    """Let all that is read inside, which changes nothing, stand on one version of the structure, asked for once.

    A list that names the office of each of its rows would ask again for each row, and could mix two versions.
    """
    token = _of_page.set([])
    try:
        yield
    finally:
        _of_page.reset(token)


def forget() -> None:
    """Drop the copy (another database, a test)."""
    global _kept  # noqa: PLW0603
    _kept = None


def card_of(row: Body) -> BodyCard:
    """Return what the kernel asks of a body, of its row."""
    return BodyCard(
        id=row.pk,
        code=row.code,
        kind=BodyKind(row.kind),
        level=Level(row.level),
        parent_id=row.parent_id,
        branch_id=row.branch_id or row.pk,
        zone=row.zone,
        sphere=Sphere(row.sphere),
        city=row.city,
        name=row.name,
        since=row.since,
        until=row.until,
        address=row.address,
        phone=row.phone,
        second_factor=frozenset(row.second_factor),
    )


def _read(version: int) -> Directory:
    bodies = {row.pk: card_of(row) for row in Body.objects.all()}
    units = {row.pk: UnitCard(row.pk, row.body_id, row.code, row.name) for row in Unit.objects.all()}
    return Directory(version, bodies, {card.code: card for card in bodies.values()}, units)
