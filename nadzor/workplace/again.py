"""Who it is, asked once more: before every signature (`signing_fault`), before factors are changed (`fault_of`)."""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from nadzor import clock
from nadzor.accounts import factors, guard, history
from nadzor.accounts.addresses import address_of
from nadzor.accounts.models import Account, Attempt
from nadzor.law.words import LANGUAGES, Lang, Phrase, plural

NO_PASSWORD = Phrase("Құпиясөзді енгізіңіз.", "Введите пароль.", "Enter your password.")
WRONG = Phrase("Құпиясөз дұрыс емес.", "Пароль неверен.", "The password is wrong.")
NO_CODE = Phrase("Қолданбадағы кодты енгізіңіз.", "Введите код из приложения.", "Enter the code of your application.")
WRONG_CODE = Phrase(
    "Код дұрыс емес немесе қолданылып қойған. Жаңа код шыққанша күтіп, соны енгізіңіз.",
    "Код неверен или уже использован. Дождитесь нового кода и введите его.",
    "The code is wrong or has been used already. Wait for the next one and enter it.",
)
NO_RECOVERY_CODE = Phrase(
    "Кілтті қолданыңыз немесе қалпына келтіру кодын енгізіңіз.",
    "Воспользуйтесь ключом или введите код восстановления.",
    "Use your key or enter a recovery code.",
)
WRONG_KEY = Phrase(
    "Кілт танылмады. Осы есептік жазбаға қосылған кілтпен қайталаңыз.",
    "Ключ не узнан. Повторите с ключом, добавленным к этой учётной записи.",
    "The key was not recognised. Try again with a key added to this account.",
)
KEY_AND_PASSWORD = Phrase(
    "Бұл кілт PIN-код, саусақ ізін немесе бетті сұрамады. Құпиясөзді енгізіп, кілтті тағы бір рет қолданыңыз.",
    "Этот ключ не спросил ни PIN, ни отпечаток, ни лицо. Введите пароль и воспользуйтесь ключом ещё раз.",
    "This key asked for no PIN, finger or face. Enter your password and use the key once more.",
)
_NOT_SIGNED = Phrase(
    "Құпиясөз дұрыс емес. Ештеңеге қол қойылған жоқ; қайта енгізіңіз.",
    "Пароль неверен. Ничего не подписано; введите пароль снова.",
    "The password is wrong. Nothing is signed; enter it again.",
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
    try:
        return guard.begin(kind, login, address_of(request), device)
    except guard.Waits:
        history.noted(request, guard.plain(login), history.Kind.PAUSED)
        raise


def was_wrong(request: HttpRequest, attempt: Attempt) -> None:
    """Keep a wrong try in the history of its account."""
    kind = history.Kind.WRONG_FACTOR if attempt.kind == Attempt.Kind.FACTOR else history.Kind.WRONG_PASSWORD
    history.noted(request, attempt.login, kind)


def asked(request: HttpRequest, faults: Mapping[str, Phrase] | None = None) -> dict[str, Any]:
    """What a page needs that asks before a signature (workplace/_again.html): what was wrong, by field; what there is.

    `wants`: the code asked beside the password, "app" or "recovery"; `with_key`: a key will do in place of both.
    """
    told, held = faults or {}, factors.kinds(request.user) if isinstance(request.user, Account) else frozenset()
    return {
        "errors": errors_of(told),
        "error": told.get("password"),
        "code_error": told.get("code"),
        "key_error": told.get("key_answer"),
        "wants": "app" if "totp" in held else "recovery" if held else "",
        "with_key": "webauthn" in held,
    }


def errors_of(faults: Mapping[str, Phrase]) -> list[dict[str, Any]]:
    """The faults as the summary above a form takes them."""
    return [{"id": f"id_{name}", "text": text} for name, text in faults.items()]


def signing_fault(request: HttpRequest) -> dict[str, Phrase]:
    """What keeps whoever sent this from signing, by field; empty where it is surely that person.

    The one rule before every signature: the password, and the second factor of an account that has one: a code of the
    application, a recovery code, or a key. A key that has asked its owner for a PIN, a finger or a face stands alone.
    """
    user = request.user
    if not isinstance(user, Account):
        return {"password": WRONG}
    held, answer = factors.kinds(user), request.POST.get("key_answer", "")
    if "webauthn" in held and answer:
        said = _by_key(request, user, answer)
        if isinstance(said, Phrase):
            return {"key_answer": said}
        if said is factors.KeyAnswer.VERIFIED:
            return {}
        return fault_of(request, wrong=_NOT_SIGNED, none=KEY_AND_PASSWORD)
    faults = fault_of(request, wrong=_NOT_SIGNED)
    return faults if faults or not held else _code_fault(request, user, app="totp" in held)


def fault_of(request: HttpRequest, *, wrong: Phrase = WRONG, none: Phrase = NO_PASSWORD) -> dict[str, Phrase]:
    """What is wrong with the password; empty where it is right.

    `wrong`, `none`: how a wrong password, and none, are told on this page.
    """
    user, given = request.user, request.POST.get("password", "")
    if not isinstance(user, Account):
        return {"password": WRONG}
    if not given:
        return {"password": none}
    try:
        attempt = begin(request, Attempt.Kind.SIGN_IN, user.login)
    except guard.Waits as waits:
        return {"password": waits_told(waits.until)}
    if not user.check_password(given):
        was_wrong(request, attempt)
        return {"password": wrong}
    guard.right(attempt)
    return {}


def _by_key(request: HttpRequest, user: Account, answer: str) -> factors.KeyAnswer | Phrase:
    try:
        attempt = begin(request, Attempt.Kind.FACTOR, user.login)
    except guard.Waits as waits:
        return waits_told(waits.until)
    said = factors.key_answer(user, answer)
    if said is factors.KeyAnswer.WRONG:
        was_wrong(request, attempt)
        return WRONG_KEY
    guard.right(attempt)
    return said


def _code_fault(request: HttpRequest, user: Account, *, app: bool) -> dict[str, Phrase]:
    given = request.POST.get("code", "").strip()
    if not given:
        return {"code": NO_CODE if app else NO_RECOVERY_CODE}
    try:
        attempt = begin(request, Attempt.Kind.FACTOR, user.login)
    except guard.Waits as waits:
        return {"code": waits_told(waits.until)}
    if not factors.right_code(user, given):
        was_wrong(request, attempt)
        return {"code": WRONG_CODE}
    guard.right(attempt)
    return {}


@never_cache
@require_POST
def key_asked(request: HttpRequest) -> JsonResponse:
    """Tell the browser of somebody who is signed in what to ask the key; the challenge stays in the session."""
    user = request.user
    if not isinstance(user, Account) or "webauthn" not in factors.kinds(user):
        return JsonResponse({}, status=403)
    return JsonResponse(factors.begin_asking_key(user))
