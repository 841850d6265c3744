"""The second factor: codes of an application (TOTP), keys (WebAuthn), recovery codes; who must have one.

The protocols and their rows are allauth's (`allauth.mfa`); the pages and the words are ours. Which people of an office
must have a second factor its administrator says (`Body.second_factor`). A code counts once, whichever process takes it.
"""

import base64
import json
from enum import StrEnum
from typing import Any

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from allauth.mfa.webauthn.internal import auth as webauthn
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.http import HttpRequest

from nadzor import clock
from nadzor.accounts.models import Account
from nadzor.accounts.seats import SECOND
from nadzor.law.o29.signing import DECISIONS
from nadzor.law.words import Phrase
from nadzor.organs.actor import LEADERS, Actor
from nadzor.organs.directory import directory
from nadzor.organs.roles import Role

_KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
_USED = "used_counter"
MOST_KEYS = 10
_NAME_LETTERS = 60


class Who(StrEnum):
    """Whom an office may ask for a second factor."""

    ADMINISTRATORS = "administrators"
    SECURITY = "security"
    SIGNATORIES = "signatories"
    EVERYBODY = "everybody"


WHO_TITLES: dict[Who, Phrase] = {
    Who.ADMINISTRATORS: Phrase("әкімшілер", "администраторы", "administrators"),
    Who.SECURITY: Phrase(
        "ақпараттық қауіпсіздік қызметкерлері", "сотрудники информационной безопасности", "security officers"
    ),
    Who.SIGNATORIES: Phrase("жауапқа қол қоятындар", "кто подписывает ответы", "those who sign answers"),
    Who.EVERYBODY: Phrase("барлығы", "все", "everybody"),
}


class Unreadable(ValueError):  # noqa: N818  # an answer, as a wrong code is
    """A secret that another site's key has closed."""


def _lock() -> Fernet:
    """The lock of the secrets: of the site's key, for this use alone."""
    made = HKDF(hashes.SHA256(), 32, salt=None, info=b"nadzor second factor").derive(settings.SECRET_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(made))


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth is not typed
    """What allauth asks of the house: whose key it is, and what an application shows."""

    def encrypt(self, text: str) -> str:
        """Return a secret as the database keeps it: opened by the site's key alone, which no archive holds."""
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a secret that is kept. Raises Unreadable where another key has closed it."""
        try:
            return _lock().decrypt(encrypted_text.encode()).decode()
        except InvalidToken as error:
            raise Unreadable from error

    def _get_user_identifier(self, user: Any) -> str:
        return str(user.login)

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        """Return how a key knows its owner."""
        name = user.person.full_name if user.person else user.login
        return {"id": str(user.pk).encode(), "display_name": name, "name": user.login}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return how a key knows this site: by the name of its host."""
        told: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {"id": told["id"], "name": "Nadzor"}


def required(actor: Actor) -> bool:
    """Whether an office of somebody asks that person for a second factor."""
    bodies = directory().bodies
    for held in actor.holdings:
        asked = bodies[held.body_id].second_factor
        if Who.EVERYBODY in asked:
            return True
        if Who.SIGNATORIES in asked and (held.post in LEADERS or held.post in DECISIONS.posts_in(held.kind)):
            return True
    wanted = {Role.ADMINISTRATOR: Who.ADMINISTRATORS, Role.SECURITY: Who.SECURITY}
    return any(wanted.get(role) in bodies[body_id].second_factor for role, body_id in actor.roles if role in wanted)


def must_set_up(request: HttpRequest, actor: Actor) -> bool:
    """Whether somebody has entered without the second factor that the office asks for."""
    return not request.session.get(SECOND) and required(actor)


def has(account: Account) -> bool:
    """Whether signing in asks for a second factor: an application or a key. Recovery codes alone are none."""
    return bool(Authenticator.objects.filter(user=account, type__in=_KINDS).exists())


def kinds(account: Account) -> frozenset[str]:
    """Return the kinds of second factors of an account."""
    return frozenset(Authenticator.objects.filter(user=account).values_list("type", flat=True))


def held(account: Account) -> list[Authenticator]:
    """Return the applications and keys of an account, the oldest first."""
    return list(Authenticator.objects.filter(user=account, type__in=_KINDS).order_by("created_at", "pk"))


def secret() -> str:
    """Return the secret that the page of setting up shows: the same one in a session until it is set up."""
    return str(totp.get_totp_secret())


def picture_of(account: Account, shown: str) -> str:
    """Return the QR code of a secret as an address of data that a page may show."""
    code = segno.make(Adapter().build_totp_url(account, shown), error="m")
    return str(code.svg_data_uri(scale=5, border=4))


def set_up_app(request: HttpRequest, account: Account, code: str) -> bool:
    """Set up an application where the code it shows is right, in place of one that was there."""
    kept = secret()
    counter = _counter(kept, code)
    if counter is None:
        return False
    with transaction.atomic():
        Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).delete()
        made = totp.TOTP.activate(account, kept).instance
        made.data[_USED] = counter
        made.save(update_fields=["data"])
    totp.clear_totp_secret(request)
    request.session[SECOND] = True
    return True


def _counter(kept: str, code: str) -> int | None:
    """Return the step of time that a code belongs to, none where it is wrong."""
    given = "".join(letter for letter in code if letter.isdigit())
    for counter in totp.yield_hotp_counters_from_time():
        if given == totp.format_hotp_value(totp.hotp_value(kept, counter)):
            return int(counter)
    return None


def right_code(account: Account, code: str) -> bool:
    """Whether a code of the application, or a recovery code, is right; it is used up by this."""
    return _right_app_code(account, code) or _right_recovery_code(account, code)


@transaction.atomic
def _right_app_code(account: Account, code: str) -> bool:
    row = Authenticator.objects.select_for_update().filter(user=account, type=Authenticator.Type.TOTP).first()
    if row is None:
        return False
    try:
        counter = _counter(decrypt(row.data["secret"]), code)
    except Unreadable:
        return False
    if counter is None or counter <= row.data.get(_USED, 0):
        return False
    row.data[_USED] = counter
    row.last_used_at = clock.now()
    row.save(update_fields=["data", "last_used_at"])
    return True


def _right_recovery_code(account: Account, code: str) -> bool:
    row = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    given = "".join(letter for letter in code if letter.isdigit())
    try:
        return row is not None and bool(given) and bool(RecoveryCodes(row).validate_code(given))
    except Unreadable:
        return False


def codes_left(account: Account) -> int:
    """Return how many recovery codes are not used."""
    row = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    try:
        return len(RecoveryCodes(row).get_unused_codes()) if row is not None else 0
    except Unreadable:
        return 0


@transaction.atomic
def new_codes(account: Account) -> list[str]:
    """Make recovery codes in place of the old ones; they are shown once."""
    Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).delete()
    made = RecoveryCodes.activate(account)
    return [f"{code[:5]} {code[5:]}" for code in made.get_unused_codes()]


def begin_key(account: Account) -> dict[str, Any]:
    """Return what the browser asks a new key; the session keeps the challenge."""
    return dict(webauthn.begin_registration(account, passwordless=False))


def add_key(request: HttpRequest, account: Account, name: str, answer: Any) -> bool:
    """Add a key where its answer to the challenge is right."""
    if len(held(account)) >= MOST_KEYS:
        return False
    try:
        webauthn.parse_registration_response(answer)
        webauthn.complete_registration(answer)
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
        return False
    webauthn.WebAuthn.add(account, name[:_NAME_LETTERS], answer)
    request.session[SECOND] = True
    return True


def begin_asking_key(account: Account) -> dict[str, Any]:
    """Return what the browser asks the keys of an account; the session keeps the challenge."""
    return dict(webauthn.begin_authentication(account))


class KeyAnswer(StrEnum):
    """What a key has answered: nothing right; that it is there; that its owner has shown himself to it as well."""

    WRONG = "wrong"
    PRESENT = "present"
    VERIFIED = "verified"


def key_answer(account: Account, answer: str) -> KeyAnswer:
    """Return what a key of the account has answered to the challenge, which is used up by this.

    Verified: the key has asked its owner for a PIN, a finger or a face; it then stands for two factors by itself.
    """
    try:
        said = json.loads(answer)
        told = webauthn.parse_authentication_response(said).response.authenticator_data
        row = webauthn.complete_authentication(account, said)
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return KeyAnswer.WRONG
    Authenticator.objects.filter(pk=row.pk).update(last_used_at=clock.now())
    return KeyAnswer.VERIFIED if told.is_user_verified() else KeyAnswer.PRESENT


def remove(account: Account, pk: int) -> bool:
    """Remove an application or a key; with the last one go the recovery codes. Returns whether it was there."""
    gone = bool(Authenticator.objects.filter(user=account, pk=pk, type__in=_KINDS).delete()[0])
    if gone and not has(account):
        Authenticator.objects.filter(user=account).delete()
    return gone


def reset(account: Account) -> dict[str, int]:
    """Remove every second factor of an account: a device was lost. Returns how many of each kind."""
    told: dict[str, int] = {}
    for kind in Authenticator.objects.filter(user=account).values_list("type", flat=True):
        told[kind] = told.get(kind, 0) + 1
    Authenticator.objects.filter(user=account).delete()
    return told


def drop_unreadable() -> int:
    """Remove applications and recovery codes that another site's key has closed: they open nothing any more.

    For a house that was restored from an archive, which may be of a version without second factors. Returns how many
    applications are to be set up anew; keys stay.
    """
    if Authenticator._meta.db_table not in connection.introspection.table_names():  # noqa: SLF001
        return 0
    gone = {Authenticator.Type.TOTP: 0, Authenticator.Type.RECOVERY_CODES: 0}
    for row in Authenticator.objects.filter(type__in=gone):
        try:
            decrypt(row.data["secret" if row.type == Authenticator.Type.TOTP else "seed"])
        except Unreadable:
            gone[row.type] += 1
            row.delete()
    return gone[Authenticator.Type.TOTP]
