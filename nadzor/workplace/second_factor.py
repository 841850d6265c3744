"""The second step of signing in: a code of the application, a recovery code, or a key."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from nadzor.accounts import factors, guard
from nadzor.accounts.models import Account, Attempt
from nadzor.law.words import Phrase
from nadzor.workplace import again
from nadzor.workplace.entering import FIRST, enter, half_in, onward_of, second_page
from nadzor.workplace.sent_again import unpacked

_NOTHING_GIVEN = Phrase(
    "Кодты енгізіңіз немесе кілтті қолданыңыз.",
    "Введите код или воспользуйтесь ключом.",
    "Enter a code or use a key.",
)


@never_cache
@sensitive_post_parameters("code", "answer", "sent")
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for the second factor of whoever's password was right a moment ago; without that, for the password."""
    account, onward, sent = half_in(request), onward_of(request), unpacked(request.POST.get("sent", ""))
    if account is None:
        return redirect("sign-in")
    if request.method != "POST":
        return second_page(request, account, onward, sent)
    code, answer = request.POST.get("code", "").strip(), request.POST.get("answer", "")
    if not (code or answer):
        return second_page(request, account, onward, sent, error=_NOTHING_GIVEN)
    try:
        attempt = again.begin(request, Attempt.Kind.FACTOR, account.login)
    except guard.Waits as waits:
        return second_page(request, account, onward, sent, error=again.waits_told(waits.until))
    if not (_right_key(account, answer) if answer else factors.right_code(account, code)):
        again.was_wrong(request, attempt)
        return second_page(request, account, onward, sent, error=again.WRONG_KEY if answer else again.WRONG_CODE)
    guard.right(attempt)
    request.session.pop(FIRST, None)
    return enter(request, account, onward, sent, second=True)


def _right_key(account: Account, answer: str) -> bool:
    return factors.key_answer(account, answer) is not factors.KeyAnswer.WRONG


@never_cache
@require_POST
def key_asked(request: HttpRequest) -> JsonResponse:
    """Tell the browser what to ask the key; the challenge stays in the session."""
    account = half_in(request)
    if account is None or "webauthn" not in factors.kinds(account):
        return JsonResponse({}, status=403)
    return JsonResponse(factors.begin_asking_key(account))
