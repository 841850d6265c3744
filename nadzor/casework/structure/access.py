"""The way in of a member of staff: an account with a temporary password, closed at once by dismissal."""

import re
import secrets

from nadzor.accounts import factors, leaving, seats
from nadzor.accounts.models import Account
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
    """Set a temporary password and open the account; its sessions end, and no browser is known to it any more."""
    password = temporary_password()
    account.set_password(password)
    account.must_change_password = True
    account.is_active = True
    account.save()
    seats.close_all(account)
    return password


def close(person: Person) -> dict[str, object]:
    """Close the account, its sessions, its tokens and its calendar at once; return what was closed."""
    account = Account.objects.filter(person=person).first()
    if account is not None:
        account.is_active = False
        account.set_unusable_password()
        account.save()
    return {"account": account.login if account else "", **leaving.shut(person)}


def reset_factors(account: Account) -> dict[str, object]:
    """Take every second factor from an account, and end its sessions: whoever has the device may sit in one."""
    return {"account": account.login, "removed": factors.reset(account), "sessions": seats.close_all(account)}
