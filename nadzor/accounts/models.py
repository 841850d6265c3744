"""Accounts of staff, clients of the API with their tokens, and failed tries by address."""

import hashlib
import secrets
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models

from nadzor.organs.models import Body, Person


class Accounts(BaseUserManager["Account"]):
    """Makes accounts."""

    def make(self, login: str, person: Person | None, password: str | None, **fields: object) -> "Account":
        """Make an account. No password: nobody can enter until one is set."""
        account = self.model(login=login.lower(), person=person, **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Return the account of a login, in any case of letters."""
        return self.get(login=(username or "").lower())


class Account(AbstractBaseUser):
    """A way in for one person. `person` may hold posts; an account itself holds no right."""

    login = models.CharField(max_length=60, unique=True)
    person = models.OneToOneField(Person, models.PROTECT, null=True, related_name="account")
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=2, default="ru")
    must_change_password = models.BooleanField(default=False)
    tastes = models.JSONField(default=dict)  # columns, density, keys: workplace/tastes.py reads and writes them
    iin = models.CharField(max_length=12, blank=True)  # by which the organisation's provider knows the person

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "login"
    EMAIL_FIELD = "login"

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["iin"], condition=~models.Q(iin=""), name="account_once_by_iin")
        ]

    def __str__(self) -> str:
        return self.login


def digest_of(token: str) -> bytes:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


class Client(models.Model):
    """A program that speaks to the API: the portal, the call centre, a bridge; or a member of staff with a token.

    Scopes: `appeals:write`, `proceedings:read`, `proceedings:write`, `attachments:write`. A client of a person acts
    with that person's posts, one of a body sees that body's proceedings, one of neither what it brought itself.
    """

    name = models.CharField(max_length=100)
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="tokens")
    token_digest = models.BinaryField(max_length=32, unique=True)
    scopes = ArrayField(models.CharField(max_length=30), default=list)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


SCOPES = ("appeals:write", "attachments:write", "proceedings:read", "proceedings:write")


def new_token() -> str:
    """Return a token of 256 random bits; only its digest is kept."""
    return secrets.token_urlsafe(32)


class Device(models.Model):
    """A browser in which somebody has signed in before: a secret of 256 bits in its cookie, the digest here."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="devices")
    token_digest = models.BinaryField(max_length=32, unique=True)
    address = models.CharField(max_length=100)  # from which it signed in last
    made_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["account", "address"])]


class Seat(models.Model):
    """A session of an account that stands: its own list shows it, and without its row the session is over."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="seats")
    browser = models.CharField(max_length=300, blank=True)  # as the browser names itself
    address = models.CharField(max_length=100, blank=True)
    begun_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-last_at", "-pk"]


class Attempt(models.Model):
    """A failed try: a wrong password, a wrong code; one that is being made counts as wrong until it is right.

    By address alone for what needs no account; by login, address and known device for signing in.
    """

    class Kind(models.TextChoices):
        """What was tried."""

        SIGN_IN = "sign_in"
        FACTOR = "factor"
        TRACK = "track"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    address = models.CharField(max_length=100)
    login = models.CharField(max_length=60, blank=True)  # as it was typed: it may be nobody's
    device = models.ForeignKey(Device, models.CASCADE, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["kind", "address", "at"]),
            models.Index(fields=["kind", "login", "at"]),
        ]


class Happening(models.Model):
    """What happened at the door of an account: an entering, a wrong try, the end of a session (`history.py`)."""

    class Kind(models.TextChoices):
        """What happened."""

        ENTERED = "entered"
        WRONG_PASSWORD = "wrong_password"  # noqa: S105  # the name of what happened
        WRONG_FACTOR = "wrong_factor"
        PAUSED = "paused"
        LEFT = "left"
        CLOSED = "closed"
        RAN_OUT = "ran_out"

    account = models.ForeignKey(Account, models.CASCADE, related_name="happenings")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    address = models.CharField(max_length=100, blank=True)
    browser = models.CharField(max_length=300, blank=True)  # as the browser names itself
    times = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [models.Index(fields=["account", "kind", "address", "at"])]
