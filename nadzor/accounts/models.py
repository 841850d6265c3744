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

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "login"
    EMAIL_FIELD = "login"

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


class Attempt(models.Model):
    """A failed try from an address: a wrong password, a wrong code."""

    class Kind(models.TextChoices):
        """What was tried."""

        SIGN_IN = "sign_in"
        TRACK = "track"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    address = models.CharField(max_length=100)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["kind", "address", "at"])]
