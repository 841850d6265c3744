"""What a password must be: long, not one that everybody uses, not the owner's name or login, not one row of a keyboard.

Nothing in the orders we hold says how often it changes, so it is not changed by the calendar: a forced change makes
weaker ones. It changes when its owner wants, when an administrator gives a temporary one, and ends all other sessions.
"""

import gzip
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from nadzor.accounts.models import Account
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.folding import folded

SHORTEST = 12
LONGEST = 256
"""Letters: of a longer one only the work of hashing grows."""

TOO_SHORT = Phrase(
    f"Құпиясөз тым қысқа. Кемінде {SHORTEST} таңба жазыңыз: бірнеше сөзден тұратын тіркес оңай есте қалады.",
    f"Пароль слишком короткий. Нужно не меньше {SHORTEST} знаков: легко запомнить фразу из нескольких слов.",
    f"The password is too short. At least {SHORTEST} characters are needed: a phrase of several words is easy to "
    "remember.",
)
TOO_LONG = Phrase(
    f"Құпиясөз тым ұзын. Ең көбі {LONGEST} таңба.",
    f"Пароль слишком длинный. Не больше {LONGEST} знаков.",
    f"The password is too long. At most {LONGEST} characters.",
)
COMMON = Phrase(
    "Мұндай құпиясөзді көп адам қолданады, оны бірінші болып тексереді. Басқасын ойлап табыңыз.",
    "Такой пароль у многих, его проверяют первым. Придумайте другой.",
    "Many people use this password, and it is tried first. Think of another one.",
)
ONESELF = Phrase(
    "Құпиясөзде логиніңіз, атыңыз немесе тегіңіз бар. Оларсыз жазыңыз.",
    "В пароле есть ваш логин, имя или фамилия. Напишите без них.",
    "The password has your login, name or surname in it. Write it without them.",
)
ONE_ROW = Phrase(
    "Құпиясөз қайталанған немесе қатар тұрған таңбалардан құралған. Бірнеше сөзден тұратын тіркес алыңыз.",
    "Пароль состоит из повторов или знаков, стоящих подряд. Возьмите фразу из нескольких слов.",
    "The password is made of repeated characters or of a row of neighbours. Take a phrase of several words.",
)
HELP = Phrase(
    f"Кемінде {SHORTEST} таңба. Бірнеше сөзден тұратын тіркес жақсы; логинсіз, атсыз және көп қолданылатын "
    "құпиясөздерсіз.",
    f"Не меньше {SHORTEST} знаков. Хороша фраза из нескольких слов; без логина, имени и распространённых паролей.",
    f"At least {SHORTEST} characters. A phrase of several words is good; without the login, the name and passwords "
    "that everybody uses.",
)
# Fragments that make a long password of a weak one: in the layouts of here, which lists of English words do not hold.
_WEAK_WORDS = frozenset(
    """
    password парольпароль құпиясөз купиясоз passw0rd p@ssw0rd parolparol пароль parol admin administrator
    администратор қазақстан казахстан kazakhstan qazaqstan прокуратура prokuratura прокурор prokuror nadzor надзор
    qwerty йцукен zxcvbn ячсмит asdfgh фывапр qazwsx iloveyou welcome letmein monkey dragon
    алматы астана almaty astana привет сәлем salem
    """.split()  # noqa: SIM905  # read as lines of words
)
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "qwertyuiopasdfghjklzxcvbnm",
    "йцукенгшщзхъфывапролджэячсмитьбю",
    "01234567890123456789",
    "98765432109876543210",
)
_LEFT = 6
"""Letters that must remain of a password beside a weak fragment."""
_PART = 4
"""Letters of a name below which it is no sign of anything."""


def _told(phrase: Phrase, code: str) -> ValidationError:
    active = (get_language() or "ru")[:2]
    return ValidationError(phrase.into(next((lang for lang in LANGUAGES if lang == active), "ru")), code=code)


def _plain(text: str) -> str:
    return folded(text).replace(" ", "")


@cache
def _common() -> frozenset[str]:
    """The twenty thousand passwords that Django brings, as its own validator reads them."""
    path = Path(password_validation.__file__).with_name("common-passwords.txt.gz")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return frozenset(line.strip() for line in lines)


class Validator:
    """A check of Django's kind."""

    def get_help_text(self) -> str:
        """Nothing: the page says all rules in one sentence."""
        return ""


class LongEnough(Validator):
    """Length first."""

    def validate(self, password: str, user: Any = None) -> None:  # noqa: ARG002
        """Raise ValidationError for a password too short or too long."""
        if len(password) < SHORTEST:
            raise _told(TOO_SHORT, "too_short")
        if len(password) > LONGEST:
            raise _told(TOO_LONG, "too_long")


class NotCommon(Validator):
    """Not one of the list, nor one of its words with a few characters around it."""

    def validate(self, password: str, user: Any = None) -> None:  # noqa: ARG002
        """Raise ValidationError for a password that many use."""
        lowered = password.lower().strip()
        bare = lowered.strip("0123456789!@#$%^&*()-_=+.,?;: ")
        halves = {lowered[: len(lowered) // 2], lowered[(len(lowered) + 1) // 2 :]}
        if {lowered, bare} & _common() or (len(halves) == 1 and halves & _common()):
            raise _told(COMMON, "common")
        rest = lowered
        for word in sorted(_WEAK_WORDS, key=len, reverse=True):
            rest = rest.replace(word, "")
        if rest != lowered and sum(letter.isalpha() for letter in rest) < _LEFT:
            raise _told(COMMON, "common")


class NotOneself(Validator):
    """Without the login and the names of its owner, in any case and in either alphabet of the keyboard."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError for a password made of what others know of its owner."""
        if not isinstance(user, Account):
            return
        parts = {user.login, *user.login.split(".")}
        if user.person is not None:
            parts |= {user.person.surname, user.person.given_name, user.person.patronymic}
        given = _plain(password)
        if any(len(_plain(part)) >= _PART and _plain(part) in given for part in parts):
            raise _told(ONESELF, "oneself")


class NotOneRow(Validator):
    """Not few characters over and over, not a row of the alphabet, of digits or of the keyboard, not digits alone."""

    def validate(self, password: str, user: Any = None) -> None:  # noqa: ARG002
        """Raise ValidationError for a password that a row makes."""
        lowered = password.lower()
        if len(set(lowered)) < 5 or lowered.isdigit():
            raise _told(ONE_ROW, "one_row")
        pairs = [lowered[at : at + 2] for at in range(len(lowered) - 1)]
        rows = [*_ROWS, *(row[::-1] for row in _ROWS)]
        neighbours = sum(any(pair in row for row in rows) for pair in pairs)
        if neighbours > len(pairs) * 3 / 4 or any(
            lowered == lowered[:size] * (len(lowered) // size) + lowered[: len(lowered) % size] for size in range(1, 5)
        ):
            raise _told(ONE_ROW, "one_row")
