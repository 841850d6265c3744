"""The administrator's first password: from a file, or typed twice at the terminal and never shown. Needs Django."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from types import FrameType

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation

from nadzor.accounts.models import Account
from nadzor.law.words import Phrase
from nadzor.supervisor.words import language, warn

FILE = "NADZOR_ADMIN_PASSWORD_FILE"
"""A variable with a path, never the password itself: what stands in the environment is read by every child."""
LONGEST = 1000
"""Bytes that are read of the file: a wrong path may lead to anything."""
_ASK = Phrase(
    "«{login}» әкімшісінің жаңа құпиясөзі (кемінде 12 таңба, терілгені көрінбейді): ",
    "Новый пароль администратора «{login}» (от 12 знаков, при вводе не виден): ",
    "A new password for the administrator “{login}” (12 characters or more, not shown): ",
)
_AGAIN = Phrase("Құпиясөзді қайталаңыз: ", "Повторите пароль: ", "Type it again: ")
_DIFFERENT = Phrase(
    "Екі құпиясөз бірдей емес. Қайтадан теріңіз.",
    "Пароли не совпали. Введите заново.",
    "The two passwords differ. Type them anew.",
)
_WEAK = Phrase(
    "Құпиясөз жарамайды: {why} Басқасын беріңіз.",
    "Пароль не подходит: {why} Задайте другой.",
    "The password does not do: {why} Give another.",
)
_NO_TERMINAL = Phrase(
    "Әкімшінің құпиясөзі керек: терминалда іске қосыңыз немесе құпиясөз жазылған файлды "
    "NADZOR_ADMIN_PASSWORD_FILE айнымалысында көрсетіңіз.",
    "Нужен пароль администратора: запустите в терминале или укажите файл с паролем в NADZOR_ADMIN_PASSWORD_FILE.",
    "The administrator needs a password: start in a terminal, or name a file that holds it in "
    "NADZOR_ADMIN_PASSWORD_FILE.",
)
_UNREADABLE = Phrase(
    "NADZOR_ADMIN_PASSWORD_FILE көрсеткен {path} файлы оқылмады: {why}.",
    "Файл {path} из NADZOR_ADMIN_PASSWORD_FILE не читается: {why}.",
    "The file {path} of NADZOR_ADMIN_PASSWORD_FILE cannot be read: {why}.",
)
_BROKEN_OFF = Phrase(
    "Құпиясөз берілмеді, әкімші жасалмады. Қайта іске қосқанда қайтадан сұралады.",
    "Пароль не задан, администратор не создан. При следующем запуске вопрос повторится.",
    "No password was given and no administrator made. The next start asks again.",
)


class NoPassword(Exception):  # noqa: N818  # a refusal with its ground
    """There is no password that does. `phrase` says why and what to do."""

    def __init__(self, phrase: Phrase, **values: object) -> None:
        self.phrase = _filled(phrase, **values)
        super().__init__(self.phrase.en)


def password_of(login: str) -> str:
    """Return a password that the rules of the site accept: from the file if one is named, else typed twice.

    Raises NoPassword without a terminal, on a file that cannot be read or does not do, and at Ctrl-C or Ctrl-D.
    """
    account = Account(login=login)
    named = os.environ.get(FILE, "")
    if named:
        given = _read(Path(named))
        if why := _fault(given, account):
            raise NoPassword(_WEAK, why=why)
        return given
    if not sys.stdin.isatty():
        raise NoPassword(_NO_TERMINAL)
    try:
        with _ended_tidily():
            return _typed(account)
    except (EOFError, KeyboardInterrupt) as error:
        print(file=sys.stderr)  # the question stands on a line that was not ended
        raise NoPassword(_BROKEN_OFF) from error


def _typed(account: Account) -> str:
    lang = language()
    while True:
        first = getpass(_filled(_ASK, login=account.login).into(lang))
        if why := _fault(first, account):
            warn(_filled(_WEAK, why=why))
        elif getpass(_AGAIN.into(lang)) != first:
            warn(_DIFFERENT)
        else:
            return first


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            text = file.read(LONGEST + 1).decode("utf-8")
    except OSError as error:
        raise NoPassword(_UNREADABLE, path=path, why=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise NoPassword(_UNREADABLE, path=path, why="UTF-8") from error
    if len(text.encode()) > LONGEST:
        raise NoPassword(_UNREADABLE, path=path, why=f"> {LONGEST}")
    return text.removesuffix("\n").removesuffix("\r")


def _fault(password: str, account: Account) -> str:
    """Return why the rules of the site refuse it; empty when they do not."""
    with translation.override(language()):
        try:
            validate_password(password, account)
        except ValidationError as error:
            return " ".join(error.messages)
    return ""


@contextmanager
def _ended_tidily() -> Iterator[None]:
    """Turn signals that end the program at once into an interruption: they would leave the terminal mute."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _filled(phrase: Phrase, **values: object) -> Phrase:
    return Phrase(*(text.format(**values) for text in phrase))
