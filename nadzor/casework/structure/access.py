"""The way in of a member of staff: an account with a temporary password, closed at once by dismissal."""

import re
import secrets

from nadzor import clock
from nadzor.accounts.models import Account, Client
from nadzor.casework.structure.rules import refused
from nadzor.law.words import Phrase
from nadzor.organs.models import Person

_LOGIN = re.compile(r"[a-z][a-z0-9]*(\.[a-z0-9]+)*")
# Without letters and digits that look alike on paper.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_BAD_LOGIN = Phrase(
    "Логин кіші латын әріптерінен, цифрлардан және нүктелерден тұрады: almaty.registrar2.",
    "Логин состоит из малых латинских букв, цифр и точек: almaty.registrar2.",
    "A login is made of small Latin letters, digits and points: almaty.registrar2.",
)
_LOGIN_TAKEN = Phrase(
    "Мұндай логин бар. Басқасын жазыңыз, мысалы {other}.",
    "Такой логин уже есть. Возьмите другой, например {other}.",
    "This login is taken. Give another one, for instance {other}.",
)


def temporary_password() -> str:
    """Return a password of about 79 random bits in groups that can be read aloud; only its hash is kept."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def give_account(person: Person, login: str, language: str) -> str:
    """Make the account of a new person and return its temporary password. Raises Invalid for the login."""
    if not _LOGIN.fullmatch(login):
        raise refused("login", _BAD_LOGIN)
    if Account.objects.filter(login=login).exists():
        other = next(
            name for n in range(2, 10_000) if not Account.objects.filter(login=(name := f"{login}{n}")).exists()
        )
        raise refused("login", _LOGIN_TAKEN, other=other)
    password = temporary_password()
    Account.objects.make(login, person, password, language=language, must_change_password=True)
    return password


def renew(account: Account) -> str:
    """Set a temporary password and open the account; sessions that stand are of the old password and end."""
    password = temporary_password()
    account.set_password(password)
    account.must_change_password = True
    account.is_active = True
    account.save()
    return password


def close(person: Person) -> dict[str, object]:
    """Close the account, its sessions and its tokens at once; return what was closed."""
    account = Account.objects.filter(person=person).first()
    if account is not None:
        account.is_active = False
        account.set_unusable_password()  # the sessions are signed with the password: they end
        account.save()
    tokens = Client.objects.filter(person=person, revoked_at__isnull=True).update(revoked_at=clock.now())
    return {"account": account.login if account else "", "tokens": tokens}
