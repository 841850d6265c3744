"""The page "Second factor": the application, keys and recovery codes of one's own, each changed with the password."""

import ipaddress
import json
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from nadzor.accounts import factors
from nadzor.accounts.models import Account
from nadzor.casework.forms import clean, number_in
from nadzor.law.words import Phrase
from nadzor.workplace.again import NO_CODE, WRONG_CODE, fault_of
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language

_REMOVED = Phrase("Алып тасталды.", "Удалено.", "Removed.")
_KEY_ADDED = Phrase("Кілт қосылды.", "Ключ добавлен.", "The key is added.")
_APP_SET_UP = Phrase("Қолданба қосылды.", "Приложение подключено.", "The application is set up.")
_NO_KEY = Phrase(
    "Кілт қосылмады: браузер оның жауабын бермеді немесе ол ескірді. Қайталаңыз.",
    "Ключ не добавлен: браузер не передал его ответ, или ответ устарел. Повторите.",
    "The key is not added: the browser gave no answer of it, or the answer is stale. Try again.",
)
_NAMELESS = Phrase("Кілтке атау беріңіз.", "Назовите ключ.", "Give the key a name.")
_LAST_OF_REQUIRED = Phrase(
    "Прокуратураңыз екінші факторды талап етеді: бұл соңғысы. Алдымен басқасын қосыңыз.",
    "Ваша прокуратура требует второй фактор, а этот последний. Сначала добавьте другой.",
    "Your office asks for a second factor, and this is the last one. Add another first.",
)


def _account(request: StaffRequest) -> Account:
    if not isinstance(request.user, Account):
        raise TypeError(request.user)  # for_staff lets nobody else in
    return request.user


@for_staff
@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "HEAD", "POST"])
def my_factors(request: StaffRequest) -> HttpResponse:
    """Show what there is; POST removes one (`remove`) or makes recovery codes (`codes`)."""
    account = _account(request)
    if request.method != "POST":
        return _shown(request, account)
    faults = fault_of(request)
    if faults:
        return _shown(request, account, faults=faults)
    if "codes" in request.POST:
        if not factors.has(account):
            return _shown(request, account)
        return _codes(request, account)
    asked = number_in(request.POST.get("remove", ""))
    if factors.required(request.actor) and len(factors.held(account)) == 1:
        return _shown(request, account, faults={"remove": _LAST_OF_REQUIRED})
    if asked is not None and factors.remove(account, asked):
        messages.success(request, _REMOVED.into(page_language()))
    return redirect("my-factors")


def _shown(
    request: StaffRequest, account: Account, *, faults: dict[str, Phrase] | None = None, status: int = 200
) -> HttpResponse:
    faults = faults or {}
    context = {
        "here": "my",
        "held": factors.held(account),
        "app": "totp" in factors.kinds(account),
        "codes_left": factors.codes_left(account),
        "required": factors.required(request.actor),
        "must": factors.must_set_up(request, request.actor),
        "faults": faults,
        "errors": [{"id": f"id_{name}", "text": text} for name, text in faults.items()],
    }
    return page(request, "workplace/my_factors.html", context, 422 if faults else status)


def _codes(request: StaffRequest, account: Account) -> HttpResponse:
    """Show the codes once."""
    context = {"here": "my", "codes": factors.new_codes(account)}
    return page(request, "workplace/my_codes.html", context)


def _added(request: StaffRequest, account: Account, words: Phrase) -> HttpResponse:
    """After the first factor the recovery codes are shown at once: without them a lost device locks its owner out."""
    messages.success(request, words.into(page_language()))
    return redirect("my-factors") if factors.codes_left(account) else _codes(request, account)


@for_staff
@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "HEAD", "POST"])
def my_app(request: StaffRequest) -> HttpResponse:
    """Show the secret of an application and its picture; POST with the code that the application shows sets it up.

    A secret is made by a POST, so that opening a page writes nothing.
    """
    account = _account(request)
    if request.method != "POST":
        return redirect("my-factors")
    if "begin" in request.POST:
        return _app(request, account)
    code = request.POST.get("code", "").strip()
    faults = ({} if code else {"code": NO_CODE}) | fault_of(request)
    if not faults and not factors.set_up_app(request, account, code):
        faults = {"code": WRONG_CODE}
    if faults:
        return _app(request, account, faults)
    return _added(request, account, _APP_SET_UP)


def _app(request: StaffRequest, account: Account, faults: dict[str, Phrase] | None = None) -> HttpResponse:
    faults, shown = faults or {}, factors.secret()
    context: dict[str, Any] = {
        "here": "my",
        "picture": factors.picture_of(account, shown),
        "secret": " ".join(shown[at : at + 4] for at in range(0, len(shown), 4)),
        "faults": faults,
        "errors": [{"id": f"id_{name}", "text": text} for name, text in faults.items()],
    }
    return page(request, "workplace/my_app.html", context, 422 if faults else 200)


@for_staff
@sensitive_post_parameters("password", "answer")
@require_http_methods(["GET", "HEAD", "POST"])
def my_key(request: StaffRequest) -> HttpResponse:
    """Add a key: a name, the password, and the key's answer to the challenge, which the browser brings by script."""
    account = _account(request)
    name = str(clean(request.POST.get("name", "")))
    faults: dict[str, Phrase] = {}
    if request.method == "POST":
        faults = ({} if name else {"name": _NAMELESS}) | fault_of(request)
        if not faults and not _key_added(request, account, name):
            faults = {"name": _NO_KEY}
        if not faults:
            return _added(request, account, _KEY_ADDED)
    context = {
        "here": "my",
        "name": name,
        "faults": faults,
        "errors": [{"id": f"id_{field}", "text": text} for field, text in faults.items()],
        "options": reverse("my-key-asked"),
        "nameless": _is_number(request.get_host()),
    }
    return page(request, "workplace/my_key.html", context, 422 if faults else 200)


def _is_number(host: str) -> bool:
    """Whether the site was opened by a number address: a key knows a site by its name alone."""
    try:
        ipaddress.ip_address(host.rpartition(":")[0].strip("[]") or host)
    except ValueError:
        return False
    return True


def _key_added(request: StaffRequest, account: Account, name: str) -> bool:
    try:
        return factors.add_key(request, account, name, json.loads(request.POST.get("answer", "")))
    except (ValueError, RecursionError):
        return False


@for_staff
@require_POST
def my_key_asked(request: StaffRequest) -> JsonResponse:
    """Tell the browser what to ask a new key; the challenge stays in the session."""
    return JsonResponse(factors.begin_key(_account(request)))
