"""The mail server of the house, from the environment. Without NADZOR_MAIL_HOST e-mails wait.

NADZOR_MAIL_HOST, NADZOR_MAIL_PORT, NADZOR_MAIL_SECURITY (starttls, tls, none), NADZOR_MAIL_FROM (the address that
letters come from), NADZOR_MAIL_USER, NADZOR_MAIL_PASSWORD_FILE (a file with the password: every child of the program
can read the environment), NADZOR_MAIL_TIMEOUT (seconds to wait for an answer).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from nadzor.law.words import Phrase

_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_MOST_SECONDS = 120
_SECURITY = Phrase(
    "NADZOR_MAIL_SECURITY: starttls, tls немесе none деп жазыңыз",
    "NADZOR_MAIL_SECURITY: напишите starttls, tls или none",
    "NADZOR_MAIL_SECURITY: write starttls, tls or none",
)
_NUMBER = Phrase(
    "{name}: {most} дейінгі оң сан жазыңыз",
    "{name}: напишите положительное число до {most}",
    "{name}: write a positive number up to {most}",
)
_FROM = Phrase(
    "NADZOR_MAIL_FROM: хаттар жіберілетін электрондық мекенжайды жазыңыз, мысалы prokuratura@example.kz",
    "NADZOR_MAIL_FROM: напишите электронный адрес, с которого идут письма, например prokuratura@example.kz",
    "NADZOR_MAIL_FROM: write the e-mail address that letters come from, such as prokuratura@example.kz",
)
_PASSWORD = Phrase(
    "NADZOR_MAIL_PASSWORD_FILE: {path} файлы оқылмайды",
    "NADZOR_MAIL_PASSWORD_FILE: файл {path} не читается",
    "NADZOR_MAIL_PASSWORD_FILE: the file {path} cannot be read",
)
_OPEN_PASSWORD = Phrase(
    "NADZOR_MAIL_SECURITY=none кезінде құпиясөз ашық желімен кетеді: starttls немесе tls қойыңыз",
    "при NADZOR_MAIL_SECURITY=none пароль ушёл бы открытым по сети: поставьте starttls или tls",
    "with NADZOR_MAIL_SECURITY=none the password would travel open over the network: set starttls or tls",
)


class WrongMail(Exception):  # noqa: N818
    """A setting that cannot stand, said in three languages."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.en)
        self.phrase = phrase


@dataclass(frozen=True, slots=True)
class Mail:
    """The mail server. `host` empty: none is named."""

    host: str = ""
    port: int = 25
    starttls: bool = False
    tls: bool = False
    sender: str = "nadzor@localhost"
    user: str = ""
    password: str = ""
    timeout: int = 20


def mail_settings(named: Mapping[str, str]) -> Mail:
    """Read the variables. Raises WrongMail with the sentence for the first that cannot stand."""
    host = named.get("NADZOR_MAIL_HOST", "").strip()
    if not host:
        return Mail()
    security = named.get("NADZOR_MAIL_SECURITY") or "starttls"
    if security not in _PORTS:
        raise WrongMail(_SECURITY)
    sender = named.get("NADZOR_MAIL_FROM", "").strip()
    try:
        validate_email(sender)
    except ValidationError:
        raise WrongMail(_FROM) from None
    password = _password(named.get("NADZOR_MAIL_PASSWORD_FILE", ""))
    if password and security == "none":
        raise WrongMail(_OPEN_PASSWORD)
    return Mail(
        host=host,
        port=_number(named, "NADZOR_MAIL_PORT", _PORTS[security], 65_535),
        starttls=security == "starttls",
        tls=security == "tls",
        sender=sender,
        user=named.get("NADZOR_MAIL_USER", ""),
        password=password,
        timeout=_number(named, "NADZOR_MAIL_TIMEOUT", 20, _MOST_SECONDS),
    )


def _number(named: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = named.get(name, "").strip() or str(default)
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 0 < int(text) <= most):
        raise WrongMail(Phrase(*(said.format(name=name, most=most) for said in _NUMBER)))
    return int(text)


def _password(path: str) -> str:
    if not path:
        return ""
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise WrongMail(Phrase(*(said.format(path=path) for said in _PASSWORD))) from None
