"""The structure of the prosecutor's office as it stood on each day. A row is ended, never deleted.

A row called off before its first day never held and goes; the entry that calls it off keeps what it said. Written only
through `nadzor.casework.structure`, which leaves an entry in the journal for every change.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from nadzor.law.posts import Body as BodyKind
from nadzor.law.posts import Level, Post
from nadzor.law.service import Served
from nadzor.law.words import Phrase
from nadzor.organs.roles import Role


def _choices(values: type[BodyKind] | type[Level] | type[Post] | type[Role] | type[Served]) -> list[tuple[str, str]]:
    return [(str(value), str(value)) for value in values]


class Named(models.Model):
    """What has a name in three languages."""

    kk = models.CharField(max_length=300)
    ru = models.CharField(max_length=300)
    en = models.CharField(max_length=300)

    class Meta:
        abstract = True

    @property
    def name(self) -> Phrase:
        """The name in three languages."""
        return Phrase(self.kk, self.ru, self.en)

    def __str__(self) -> str:
        return self.ru


class Dated(models.Model):
    """What holds from a day, inclusive, until a day, inclusive; `until` is empty while no end is known."""

    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


def held_on(day: object) -> Q:
    """Rows that hold on a day."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))


def _ends_after_it_begins(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name=name)


class Body(Named, Dated):
    """An office, committee or academy. `branch`: itself on the upper two storeys, else the body above it."""

    code = models.SlugField(max_length=40, unique=True)
    kind = models.CharField(max_length=30, choices=_choices(BodyKind))
    level = models.CharField(max_length=20, choices=_choices(Level))
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="lower")
    branch = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_index=False)
    sphere = models.CharField(max_length=30, default="territorial")  # nadzor.organs.seed_records.Sphere
    city = models.BooleanField(default=False)
    zone = models.CharField(max_length=40, default="Asia/Almaty")
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=60, blank=True, db_default="")
    second_factor = ArrayField(models.CharField(max_length=20), default=list, blank=True)  # accounts.factors.Who

    class Meta:
        constraints: ClassVar = [_ends_after_it_begins("body_ends_after_it_begins")]
        ordering: ClassVar = ["code"]

    @property
    def body_kind(self) -> BodyKind:
        """Its kind as the law knows it."""
        return BodyKind(self.kind)


class Unit(Named, Dated):
    """A department of a body."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="units")
    code = models.SlugField(max_length=60)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "code"], name="unit_once_in_a_body"),
            _ends_after_it_begins("unit_ends_after_it_begins"),
        ]
        ordering: ClassVar = ["body", "code"]


class Territory(Dated):
    """Where a body acts: the first digits of the codes of places (KATO)."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="territories")
    kato = models.CharField(max_length=9)

    class Meta:
        constraints: ClassVar = [_ends_after_it_begins("territory_ends_after_it_begins")]


class Person(models.Model):
    """A member of staff."""

    surname = models.CharField(max_length=100)
    given_name = models.CharField(max_length=100)
    patronymic = models.CharField(max_length=100, blank=True)
    sort_key = models.CharField(max_length=400, db_index=True)
    email = models.EmailField(blank=True)

    class Meta:
        ordering: ClassVar = ["sort_key", "id"]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """Surname, name, patronymic."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)

    @property
    def short_name(self) -> str:
        """Surname and initials, as an order writes them."""
        initials = "".join(f"{part[0]}." for part in (self.given_name, self.patronymic) if part)
        return f"{self.surname} {initials}".strip()


class Ordered(Dated):
    """What an order of the office stands behind."""

    order_number = models.CharField(max_length=40)
    order_day = models.DateField()

    class Meta:
        abstract = True


class Appointment(Ordered):
    """A person holds a post. Ends by `until`; `end_ground` names the order that ended it (transfer, dismissal)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    body = models.ForeignKey(Body, models.PROTECT, related_name="appointments")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="appointments")
    post = models.CharField(max_length=40, choices=_choices(Post))
    end_ground = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [_ends_after_it_begins("appointment_ends_after_it_begins")]
        indexes: ClassVar = [models.Index(fields=["body", "post"])]


class Acting(Ordered):
    """A person stands in for the holder of a post; `instead_of` is empty where the post has no holder."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="acting")
    body = models.ForeignKey(Body, models.PROTECT, related_name="acting")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="acting")
    post = models.CharField(max_length=40, choices=_choices(Post))
    instead_of = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="stood_in_for")

    class Meta:
        constraints: ClassVar = [_ends_after_it_begins("acting_ends_after_it_begins")]


class Absence(Ordered):
    """A person is away (leave, illness, a journey): nothing new is assigned to them."""

    class Kind(models.TextChoices):
        """Why a person is away."""

        LEAVE = "leave"
        ILLNESS = "illness"
        JOURNEY = "journey"
        STUDY = "study"

    person = models.ForeignKey(Person, models.PROTECT, related_name="absences")
    kind = models.CharField(max_length=20, choices=Kind.choices)

    class Meta:
        constraints: ClassVar = [_ends_after_it_begins("absence_ends_after_it_begins")]


class Duty(Ordered):
    """A work laid upon a person beside the post: to register, to answer calls, to receive, to administer."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="duties")
    body = models.ForeignKey(Body, models.PROTECT, related_name="duties")
    role = models.CharField(max_length=30, choices=_choices(Role))

    class Meta:
        constraints: ClassVar = [_ends_after_it_begins("duty_ends_after_it_begins")]


class Service(Ordered):
    """A period of other service that the length of service may count (SYS.73). `until` is always known."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="services")
    kind = models.CharField(max_length=30, choices=_choices(Served))
    place = models.CharField(max_length=300)
    included = models.BooleanField(default=False)  # by the office, where the kind does not count outright

    class Meta:
        constraints: ClassVar = [_ends_after_it_begins("service_ends_after_it_begins")]


class MilitaryRegister(Ordered):
    """A person liable for military service stands on the special register of the office (SYS.71)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="military")

    class Meta:
        constraints: ClassVar = [_ends_after_it_begins("military_ends_after_it_begins")]


class ReferenceEntry(Named, Dated):
    """A row of the reference book for citizens: which body considers what; whom 29I.4.2 details. Its name: the subject.

    The orders we hold carry none: rows come from the office, each with the act it is taken from.
    """

    class Kind(models.TextChoices):
        """Of which list a row is."""

        COMPETENCE = "competence"  # MEMO.18: subject of a complaint, the body that considers it
        PERSONS = "persons"  # 29I.4.2: persons and circumstances of sub-point 1 of point 4
        BODIES = "bodies"  # 29I.4.2: of sub-point 2

    kind = models.CharField(max_length=20, choices=Kind.choices)
    body_kk = models.CharField(max_length=300, blank=True)
    body_ru = models.CharField(max_length=300, blank=True)
    body_en = models.CharField(max_length=300, blank=True)
    contacts = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar = [_ends_after_it_begins("reference_ends_after_it_begins")]
        ordering: ClassVar = ["kind", "ru", "id"]

    @property
    def considered_by(self) -> Phrase:
        """The body that considers the subject; empty in the lists of 29I.4.2."""
        return Phrase(self.body_kk, self.body_ru, self.body_en)


class StructureVersion(models.Model):
    """One row: grows with every change of the structure, so that what is kept in memory knows when it is stale."""

    number = models.BigIntegerField(default=0)
