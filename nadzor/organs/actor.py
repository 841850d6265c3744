"""Who acts: a person with the posts held and stood in for on a day and the works laid upon them, a client, a job."""

import datetime as dt
from dataclasses import dataclass, field, replace

from nadzor.law.posts import Body as BodyKind
from nadzor.law.posts import Level, Post
from nadzor.law.words import Phrase
from nadzor.organs.models import Acting, Appointment, Duty, Person, held_on
from nadzor.organs.roles import Role

LEADERS = frozenset(
    {Post.PROSECUTOR_GENERAL, Post.DEPUTY_PROSECUTOR_GENERAL, Post.HEAD, Post.DEPUTY_HEAD, Post.APPARATUS_HEAD}
)
UNIT_LEADERS = frozenset({Post.UNIT_HEAD, Post.UNIT_DEPUTY_HEAD, Post.DIRECTORATE_HEAD})


@dataclass(frozen=True, slots=True)
class Holding:
    """A power: a post in a body, held or stood in for, with the order behind it."""

    body_id: int
    branch_id: int
    kind: BodyKind
    level: Level
    unit_id: int | None
    unit_code: str | None
    post: Post
    acting: bool
    order: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, on a day. `person_id` is none for a client of the API and for the house's own jobs."""

    name: str
    person_id: int | None = None
    client_id: int | None = None
    holdings: tuple[Holding, ...] = ()
    roles: frozenset[tuple[Role, int]] = frozenset()
    scopes: frozenset[str] = frozenset()
    client_body_id: int | None = None
    is_house: bool = False
    reauthenticated: bool = False  # the password was given again for this very step
    key_space: str = field(default="", compare=False)

    def posts_in(self, body_id: int) -> tuple[Holding, ...]:
        """The posts held or stood in for in a body."""
        return tuple(held for held in self.holdings if held.body_id == body_id)

    def leads(self, body_id: int) -> bool:
        """Whether the actor is of the leadership of a body."""
        return any(held.post in LEADERS for held in self.posts_in(body_id))

    def has_role(self, role: Role, body_id: int) -> bool:
        """Whether a work is laid upon the actor in a body."""
        return (role, body_id) in self.roles

    def again(self) -> "Actor":
        """The same actor, who has just given the password again."""
        return replace(self, reauthenticated=True)

    @property
    def main(self) -> Holding | None:
        """The post to show beside the name: one stood in for first, since it is the one acted in."""
        ordered = sorted(self.holdings, key=lambda held: not held.acting)
        return ordered[0] if ordered else None


HOUSE = Actor(name="nadzor", is_house=True, key_space="house")
PORTAL = Actor(name="portal", scopes=frozenset({"appeals:write"}), key_space="portal")
"""Whoever files on the portal: registers appeals, sees and does nothing else."""
_NOT_PEOPLE = {
    HOUSE.name: Phrase("ақпараттық жүйе", "информационная система", "the information system"),
    PORTAL.name: Phrase("өтініш беруші, портал арқылы", "заявитель, через портал", "the applicant, by the portal"),
}


def actor_told(name: str) -> Phrase:
    """Return who made an entry as people read it: the house and the portal in words, anybody else by name."""
    return _NOT_PEOPLE.get(name) or Phrase(name, name, name)


def actor_of(person: Person, day: dt.date) -> Actor:
    """Return who a person is on a day. A person dismissed or not yet appointed holds nothing."""
    appointments = Appointment.objects.filter(held_on(day), person=person).select_related("body", "unit")
    acting = Acting.objects.filter(held_on(day), person=person).select_related("body", "unit")
    held: list[Appointment | Acting] = [*appointments, *acting]
    holdings = tuple(
        Holding(
            body_id=row.body_id,
            branch_id=row.body.branch_id or row.body_id,
            kind=BodyKind(row.body.kind),
            level=Level(row.body.level),
            unit_id=row.unit_id,
            unit_code=row.unit.code if row.unit else None,
            post=Post(row.post),
            acting=isinstance(row, Acting),
            order=f"{row.order_number}, {row.order_day.isoformat()}",
        )
        for row in held
    )
    here = {held.body_id for held in holdings}  # a work ends with the post in its body, whatever its own last day
    duties = Duty.objects.filter(held_on(day), person=person, body_id__in=here).values_list("role", "body_id")
    return Actor(
        name=person.full_name,
        person_id=person.pk,
        holdings=holdings,
        roles=frozenset((Role(role), body_id) for role, body_id in duties),
        key_space=f"p{person.pk}",
    )
