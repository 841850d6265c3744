"""Proceedings and what stands with them. Written only by `perform` (and its bulk sister, the import)."""

import datetime as dt
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from nadzor.accounts.models import Client
from nadzor.casework.delivery import Delivery, MailServer, PostList
from nadzor.casework.kept import Root
from nadzor.organs.models import Body, Person, Unit

NEVER = dt.date(9999, 12, 31)  # `next_due` of a proceeding without a running term: sorts last


class Register(models.Model):
    """A book of a body for a year: the last number given and the head of its chain. Locked last, in order of id.

    `previous`: the head before the last entry, so that one statement moves the chain and tells both. A book of a new
    year begins with the head of the year before.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    book = models.SlugField(max_length=40)
    year = models.IntegerField()
    last_number = models.BigIntegerField(default=0)
    last_seq = models.BigIntegerField(default=0)
    first_head = models.BinaryField(max_length=32)
    previous = models.BinaryField(max_length=32)
    head = models.BinaryField(max_length=32)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "book", "year"], name="one_book_a_year")]


class Proceeding(models.Model):
    """One case of any procedure. `state` is the main line; `version` grows with every entry.

    `branch`, `unit`, `executor`, `next_due`, `applicant` and its folded form stand here so that lists stay fast.
    """

    number = models.CharField(max_length=40, unique=True)
    procedure = models.CharField(max_length=40)
    state = models.CharField(max_length=40)
    open = models.BooleanField()
    version = models.IntegerField()
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+", db_index=False)
    branch = models.ForeignKey(Body, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    executor = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    register = models.ForeignKey(Register, models.PROTECT, related_name="+", db_index=False)
    register_number = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=30, null=True)  # none: not decided yet, which no kind is
    registered_on = models.DateField()
    received_at = models.DateTimeField()
    next_due = models.DateField()
    applicant = models.CharField(max_length=400)
    applicant_folded = models.CharField(max_length=400)
    subject = models.CharField(max_length=200)
    track = models.CharField(max_length=20, unique=True, null=True)  # none: no applicant follows it
    client = models.ForeignKey(Client, models.PROTECT, null=True, related_name="+", db_index=False)
    registrar = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    circle = models.ForeignKey(  # none: seen by posts; else by the named readers alone (casework/circles.py)
        "casework.Circle", models.PROTECT, null=True, related_name="proceedings", db_index=False
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["register", "register_number"],
                condition=Q(register_number__isnull=False),
                name="number_once_in_a_register",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["executor", "next_due", "id"], condition=Q(open=True), name="open_of_executor"),
            models.Index(fields=["unit", "next_due", "id"], condition=Q(open=True), name="open_of_unit"),
            models.Index(fields=["body", "next_due", "id"], condition=Q(open=True), name="open_of_body"),
            models.Index(fields=["branch", "next_due", "id"], condition=Q(open=True), name="open_of_branch"),
            models.Index(fields=["next_due", "id"], condition=Q(open=True), name="open_of_all"),
            models.Index(
                fields=["registrar", "next_due", "id"],
                condition=Q(open=True, registrar__isnull=False),
                name="open_of_registrar",
            ),
            models.Index(fields=["unit", "id"], condition=Q(open=False), name="closed_of_unit"),
            models.Index(fields=["body", "id"], condition=Q(open=False), name="closed_of_body"),
            models.Index(fields=["branch", "id"], condition=Q(open=False), name="closed_of_branch"),
            models.Index(
                fields=["registrar", "id"],
                condition=Q(open=False, registrar__isnull=False),
                name="closed_of_registrar",
            ),
            models.Index("body", OpClass("applicant_folded", "varchar_pattern_ops"), name="name_in_body"),
            models.Index("branch", OpClass("applicant_folded", "varchar_pattern_ops"), name="name_in_branch"),
            models.Index(OpClass("applicant_folded", "varchar_pattern_ops"), name="name_in_all"),
            models.Index(
                "executor",
                OpClass("applicant_folded", "varchar_pattern_ops"),
                condition=Q(executor__isnull=False),
                name="name_of_executor",
            ),
            models.Index(
                "registrar",
                OpClass("applicant_folded", "varchar_pattern_ops"),
                condition=Q(registrar__isnull=False),
                name="name_of_registrar",
            ),
            models.Index(fields=["client", "id"], condition=Q(client__isnull=False), name="of_client"),
            models.Index(
                fields=["circle", "open", "next_due", "id"], condition=Q(circle__isnull=False), name="of_circle"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Party(models.Model):
    """A person or organisation that takes part: the applicant, a representative, a member of a group."""

    class Type(models.TextChoices):
        """What a party is (api.md)."""

        PERSON = "person"
        ORGANISATION = "organisation"
        GROUP = "group"
        ANONYMOUS = "anonymous"

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="parties")
    role = models.CharField(max_length=20)
    type = models.CharField(max_length=20, choices=Type.choices)
    iin = models.CharField(max_length=20, blank=True)  # IIN or BIN as given, a wrong one too
    surname = models.CharField(max_length=100, blank=True)
    given_name = models.CharField(max_length=100, blank=True)
    patronymic = models.CharField(max_length=100, blank=True)
    organisation = models.CharField(max_length=300, blank=True)
    postal_address = models.CharField(max_length=500, blank=True)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=50, blank=True)
    contacts_confirmed = models.BooleanField(default=False)  # signed: they are true, notice to them is enough
    sort_key = models.CharField(max_length=400)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["iin"], condition=~Q(iin=""), name="party_by_iin")]

    @property
    def full_name(self) -> str:
        """The organisation, or surname, name, patronymic."""
        parts = (self.surname, self.given_name, self.patronymic)
        return self.organisation or " ".join(part for part in parts if part)


class Assignment(models.Model):
    """Who considers a proceeding, from which instant until which."""

    class Role(models.TextChoices):
        """The one who answers for it, or one who owes a part."""

        EXECUTOR = "executor"
        CO_EXECUTOR = "co_executor"

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="assignments")
    person = models.ForeignKey(Person, models.PROTECT, related_name="assignments", db_index=False)
    role = models.CharField(max_length=20, choices=Role.choices)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["person", "proceeding"], condition=Q(until__isnull=True), name="assigned_now"),
            models.Index(
                fields=["person", "proceeding"],
                condition=Q(until__isnull=True, role="co_executor"),
                name="assigned_beside",
            ),
        ]


class Term(models.Model):
    """A running or ended clock of a proceeding, with its reckoning as data.

    `due_at`: the first instant after the term. `hangs_on`: the term from whose end it is counted; it moves with it.
    """

    class State(models.TextChoices):
        """Running, ended in time or late, or called off."""

        RUNNING = "running"
        KEPT = "kept"
        LATE = "late"
        CALLED_OFF = "called_off"

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="terms")
    clock = models.CharField(max_length=40)
    norm = models.CharField(max_length=20)
    state = models.CharField(max_length=12, choices=State.choices)
    started_on = models.DateField()
    due_day = models.DateField()
    due_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    hangs_on = models.ForeignKey("self", models.PROTECT, null=True, related_name="hanging")
    provisional = models.BooleanField()
    reckoning = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["proceeding", "clock"], condition=Q(state="running"), name="one_running_term_of_a_clock"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_day"], condition=Q(state="running"), name="running_terms"),
            models.Index(fields=["id"], condition=Q(state="running", provisional=True), name="provisional_terms"),
        ]


class Entry(models.Model):
    """One line of a journal. Sealed: `hash` covers the one before it, its place and number, its head and its data.

    The seal covers a salted digest of `data`, so that the data can be erased by an act without breaking the chain.
    `subject` names what the entry is about where it is no proceeding (a body, a person of the staff).
    """

    register = models.ForeignKey(Register, models.PROTECT, related_name="entries", db_index=False)
    seq = models.BigIntegerField()
    proceeding = models.ForeignKey(Proceeding, models.PROTECT, null=True, related_name="entries", db_index=False)
    proceeding_version = models.IntegerField(null=True)
    register_number = models.BigIntegerField(null=True)
    subject = models.CharField(max_length=100, blank=True)
    step = models.CharField(max_length=40)
    from_state = models.CharField(max_length=40, blank=True)
    to_state = models.CharField(max_length=40, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    client = models.ForeignKey(Client, models.PROTECT, null=True, related_name="+", db_index=False)
    actor = models.CharField(max_length=300)
    capacity = models.CharField(max_length=200, blank=True)  # the post or the acting period, with its order
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    cites = ArrayField(models.CharField(max_length=20))
    data = models.JSONField(null=True)
    salt = models.BinaryField(max_length=16, null=True)
    digest = models.BinaryField(max_length=32)
    previous = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)
    erased_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="erased", db_index=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["register", "seq"], name="place_in_the_chain")]
        indexes: ClassVar = [
            models.Index(fields=["proceeding", "proceeding_version"], name="entries_of_proceeding"),
            models.Index(fields=["subject", "id"], condition=~Q(subject=""), name="entries_of_subject"),
            models.Index(
                fields=["proceeding", "proceeding_version"],
                include=["from_state", "to_state", "happened_on"],
                condition=~Q(from_state=models.F("to_state")),
                name="turns_of_proceeding",
            ),
            models.Index(
                fields=["happened_on"],
                include=["proceeding", "from_state"],
                condition=~Q(from_state=models.F("to_state")),
                name="turns_by_day",
            ),
        ]


class Notice(models.Model):
    """The outbox: what somebody must be told, written with the step that causes it, sent afterwards by a job."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="notices")
    to = models.CharField(max_length=20)  # "applicant" or "staff"
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    template = models.CharField(max_length=40)
    data = models.JSONField()
    channel = models.CharField(max_length=20)
    made_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    delivered_by = models.CharField(max_length=60, blank=True)
    read_at = models.DateTimeField(null=True)  # of the staff: when it was marked as read
    failed_at = models.DateTimeField(null=True)  # no way that carries it is left: a task of the office

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["failed_at"], condition=Q(failed_at__isnull=False), name="notices_undelivered"),
            models.Index(fields=["id"], condition=Q(delivered_at__isnull=True), name="notices_waiting"),
            models.Index(
                fields=["person", "id"],
                condition=Q(person__isnull=False, read_at__isnull=True),
                name="notices_unread",
            ),
            models.Index(fields=["person", "id"], condition=Q(person__isnull=False), name="notices_of_person"),
        ]


class Tally(models.Model):
    """How many open proceedings a unit has for each due day: what boards count, kept by the steps that change it."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+", db_index=False)
    unit_key = models.BigIntegerField()  # the unit's id, 0 where no unit has it yet
    procedure = models.CharField(max_length=40)
    due_day = models.DateField()
    count = models.IntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "unit_key", "procedure", "due_day"], name="one_tally_cell")
        ]


class SearchRow(models.Model):
    """What a search looks at: words of the case and, as lexemes, who may see it."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="search")
    registered_on = models.DateField()
    vector = SearchVectorField()

    class Meta:
        indexes: ClassVar = [GinIndex(fields=["vector"], name="search_words")]


class Key(models.Model):
    """An idempotency key of a client: what was asked and the answer given first. Lives 90 days."""

    space = models.CharField(max_length=30)
    key = models.CharField(max_length=200)
    asked = models.BinaryField(max_length=32)
    answer = models.JSONField()
    made_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["space", "key"], name="key_once_a_client")]


class StoredFile(models.Model):
    """A file kept under its SHA-256. Named by a proceeding or, until then, by its uploader alone."""

    public_id = models.UUIDField(unique=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    space = models.CharField(max_length=30)  # whose upload it is, until a proceeding names it
    proceeding = models.ForeignKey(Proceeding, models.PROTECT, null=True, related_name="files")
    made_at = models.DateTimeField()


class Look(models.Model):
    """Who looked at whose data: the access log. Without person and client: the applicant, by the code.

    `proceeding` is none where the log itself was looked at. `what`: the file, the words searched for, the filters.
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, null=True, related_name="looks")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    client = models.ForeignKey(Client, models.PROTECT, null=True, related_name="+", db_index=False)
    at = models.DateTimeField()
    address = models.CharField(max_length=100)
    way = models.CharField(max_length=20)  # casework/looks.py names the ways
    what = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["person", "at"]),
            models.Index(fields=["at", "id"], name="looks_by_time"),
        ]


__all__ = [
    "NEVER",
    "Assignment",
    "Delivery",
    "Entry",
    "Key",
    "Look",
    "MailServer",
    "Notice",
    "Party",
    "PostList",
    "Proceeding",
    "Register",
    "Root",
    "SearchRow",
    "StoredFile",
    "Tally",
    "Term",
]
