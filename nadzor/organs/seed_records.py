"""What the seed of the structure says, as frozen records: bodies, units, titles, works, people of the demo. Pure."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from nadzor.law.posts import LEVEL_OF, Body, Level, Post
from nadzor.law.words import Phrase
from nadzor.organs.roles import Role

ZONE = "Asia/Almaty"  # +05:00 in the whole country since 2024-03-01


class Sphere(StrEnum):
    """What an office watches over: a territory or, for a specialised office, a sphere. Apart from kind and level."""

    TERRITORIAL = "territorial"
    MILITARY = "military"
    ENVIRONMENTAL = "environmental"
    TRANSPORT = "transport"
    SPECIAL_OBJECTS = "special_objects"
    CORRECTIONAL = "correctional"


class Direction(StrEnum):
    """The eight main directions of supervision."""

    LEGAL_ACTS = "D1"
    PRETRIAL = "D2"
    OPERATIVE = "D3"
    COURT_ACTS = "D4"
    ENFORCEMENT = "D5"
    PUNISHMENT = "D6"
    TREATIES = "D7"
    STATISTICS = "D8"


@dataclass(frozen=True, slots=True)
class BodySeed:
    """A body. `territory`: prefixes of KATO codes it covers, none where it has no territory of its own.

    `since` is none where no source we hold tells the day. `kato_checked` is false for a code not yet compared.
    """

    code: str
    kind: Body
    parent: str | None
    name: Phrase
    short: Phrase
    sphere: Sphere = Sphere.TERRITORIAL
    territory: tuple[str, ...] = ()
    zone: str = ZONE
    since: dt.date | None = None
    city: bool = False
    kato_checked: bool = True
    directions: tuple[Direction, ...] = ()

    @property
    def level(self) -> Level:
        """The storey on which the orders place a body of its kind."""
        return LEVEL_OF[self.kind]


@dataclass(frozen=True, slots=True)
class UnitSeed:
    """A unit of a body. `code` is the work it does, the same in every body: routing goes by it, not by the name."""

    body: str
    code: str
    name: Phrase
    directions: tuple[Direction, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """Bodies from the top down, their units in order, the names of the directions."""

    bodies: tuple[BodySeed, ...]
    units: tuple[UnitSeed, ...]
    directions: Mapping[Direction, Phrase]

    def body(self, code: str) -> BodySeed:
        """Return a body by its code. Raises ValueError for an unknown one."""
        for body in self.bodies:
            if body.code == code:
                return body
        raise ValueError(f"there is no body {code}")

    def superiors(self, code: str) -> tuple[BodySeed, ...]:
        """Return the bodies above a body, the nearest first, up to the Prosecutor General's Office (SYS.6)."""
        found: list[BodySeed] = []
        parent = self.body(code).parent
        while parent is not None:
            found.append(self.body(parent))
            parent = found[-1].parent
        return tuple(found)

    def units_of(self, code: str) -> tuple[UnitSeed, ...]:
        """Return the units of a body."""
        return tuple(unit for unit in self.units if unit.body == code)


class Titled(Protocol):
    """What a title depends on: a record of the seed, a card of the directory."""

    @property
    def kind(self) -> Body:
        """Its kind."""

    @property
    def sphere(self) -> Sphere:
        """What it watches over."""

    @property
    def city(self) -> bool:
        """Whether it is a city's."""


@dataclass(frozen=True, slots=True)
class TitleSeed:
    """A title of a post; narrower where kind, sphere or city is given."""

    post: Post
    name: Phrase
    about: Phrase | None = None
    kind: Body | None = None
    sphere: Sphere | None = None
    city: bool | None = None

    def fits(self, body: Titled, post: Post) -> bool:
        """Whether the title may be used of a post in a body."""
        asked = ((self.kind, body.kind), (self.sphere, body.sphere), (self.city, body.city))
        return post == self.post and all(mine is None or mine == its for mine, its in asked)


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles of posts, the general first; names and descriptions of works."""

    posts: tuple[TitleSeed, ...]
    roles: Mapping[Role, tuple[Phrase, Phrase]]

    def title(self, body: Titled, post: Post) -> Phrase:
        """Return the title of a post in a body. Raises ValueError where there is none."""
        found = [row.name for row in self.posts if row.fits(body, post)]
        if not found:
            raise ValueError(f"{body.kind}: {post} has no title")
        return found[-1]

    def about(self, post: Post) -> Phrase:
        """Return what a post is for, in a sentence. Raises ValueError where nothing is said."""
        for row in self.posts:
            if row.post == post and row.about is not None:
                return row.about
        raise ValueError(f"{post} is not described")


@dataclass(frozen=True, slots=True)
class OrderSeed:
    """An order of the office and the days it covers, both inclusive; no last day where none is known."""

    number: str
    day: dt.date
    since: dt.date
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class PersonSeed:
    """A made-up member of staff with the one post held and the works laid upon them by the same order."""

    login: str
    surname: str
    given_name: str
    patronymic: str
    body: str
    unit: str | None
    post: Post
    roles: tuple[Role, ...]
    order: OrderSeed


@dataclass(frozen=True, slots=True)
class ActingSeed:
    """A person stands in for the holder of another post of the same body."""

    login: str
    post: Post
    order: OrderSeed


@dataclass(frozen=True, slots=True)
class AbsenceSeed:
    """A person is away."""

    login: str
    kind: str
    order: OrderSeed


@dataclass(frozen=True, slots=True)
class Demo:
    """The people of the demo office."""

    people: tuple[PersonSeed, ...]
    acting: tuple[ActingSeed, ...]
    absences: tuple[AbsenceSeed, ...]
