"""The password once more, and the code of an application where there is one: before a signature, before keys change."""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from nadzor import clock
from nadzor.accounts import factors, guard
from nadzor.accounts.addresses import address_of
from nadzor.accounts.models import Account, Attempt
from nadzor.law.words import LANGUAGES, Lang, Phrase, plural

NO_PASSWORD = Phrase("Құпиясөзді енгізіңіз.", "Введите пароль.", "Enter your password.")
WRONG = Phrase("Құпиясөз дұрыс емес.", "Пароль неверен.", "The password is wrong.")
NOT_SIGNED = Phrase(
    "Құпиясөз дұрыс емес. Жауапқа қол қойылған жоқ; қайта енгізіңіз.",
    "Пароль неверен. Ответ не подписан; введите пароль снова.",
    "The password is wrong. The answer is not signed; enter it again.",
)
NO_CODE = Phrase("Қолданбадағы кодты енгізіңіз.", "Введите код из приложения.", "Enter the code of your application.")
WRONG_CODE = Phrase(
    "Код дұрыс емес немесе қолданылып қойған. Жаңа код шыққанша күтіп, соны енгізіңіз.",
    "Код неверен или уже использован. Дождитесь нового кода и введите его.",
    "The code is wrong or has been used already. Wait for the next one and enter it.",
)
WAITS = Phrase(
    "Қате енгізулер көп болды. {left} кейін қайталаңыз.",
    "Слишком много неверных попыток. Повторите через {left}.",
    "Too many wrong tries. Try again in {left}.",
)
_SECONDS: dict[Lang, tuple[str, ...]] = {
    "kk": ("секундтан",),
    "ru": ("секунду", "секунды", "секунд"),
    "en": ("second", "seconds"),
}
_MINUTES: dict[Lang, tuple[str, ...]] = {
    "kk": ("минуттан",),
    "ru": ("минуту", "минуты", "минут"),
    "en": ("minute", "minutes"),
}


def left_told(until: dt.datetime) -> Phrase:
    """How long a pause still runs, in seconds, or in minutes from two on."""
    seconds = max(1, math.ceil((until - clock.now()).total_seconds()))
    count, forms = (seconds, _SECONDS) if seconds < 120 else (math.ceil(seconds / 60), _MINUTES)
    return Phrase(*(plural(count, lang, forms[lang]) for lang in LANGUAGES))


def waits_told(until: dt.datetime, text: Phrase = WAITS) -> Phrase:
    """The sentence of a pause."""
    left = left_told(until)
    return Phrase(*(text.into(lang).format(left=left.into(lang)) for lang in LANGUAGES))


def begin(request: HttpRequest, kind: Attempt.Kind, login: str) -> Attempt:
    """Write down a try of an account from this browser. Raises guard.Waits."""
    device = guard.device_of(login, request.COOKIES.get(guard.COOKIE, ""))
    return guard.begin(kind, login, address_of(request), device)


def wants_code(account: Account) -> bool:
    """Whether a code is asked beside the password: the account has an application."""
    return "totp" in factors.kinds(account)


def asked(request: HttpRequest, faults: Mapping[str, Phrase] | None = None) -> dict[str, Any]:
    """What a page needs that asks for the password and the code (workplace/_code.html): what was wrong, by field."""
    told = faults or {}
    return {
        "errors": [{"id": f"id_{name}", "text": text} for name, text in told.items()],
        "error": told.get("password"),
        "code_error": told.get("code"),
        "wants_code": isinstance(request.user, Account) and wants_code(request.user),
    }


def fault_of(request: HttpRequest, *, code: bool = False, wrong: Phrase = WRONG) -> dict[str, Phrase]:
    """What is wrong with the password, and with the code where one is asked, by field; empty where both are right.

    `wrong`: how a wrong password is told on this page.
    """
    user, given = request.user, request.POST.get("password", "")
    if not isinstance(user, Account):
        return {"password": WRONG}
    if not given:
        return {"password": NO_PASSWORD}
    try:
        attempt = begin(request, Attempt.Kind.SIGN_IN, user.login)
    except guard.Waits as waits:
        return {"password": waits_told(waits.until)}
    if not user.check_password(given):
        return {"password": wrong}
    guard.right(attempt)
    return _code_fault(request, user) if code and wants_code(user) else {}


def _code_fault(request: HttpRequest, user: Account) -> dict[str, Phrase]:
    given = request.POST.get("code", "").strip()
    if not given:
        return {"code": NO_CODE}
    try:
        attempt = begin(request, Attempt.Kind.FACTOR, user.login)
    except guard.Waits as waits:
        return {"code": waits_told(waits.until)}
    if not factors.right_code(user, given):
        return {"code": WRONG_CODE}
    guard.right(attempt)
    return {}
