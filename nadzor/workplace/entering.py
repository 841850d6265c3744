"""What every way of signing in ends with: a second factor where there is one, a session, where to go on."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import get_language, override

from nadzor import clock
from nadzor.accounts import factors, guard, seats
from nadzor.accounts.addresses import address_of
from nadzor.accounts.middleware import actor_of_account
from nadzor.accounts.models import Account
from nadzor.accounts.passwords import HELP
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.workplace.sent_again import FILES_AGAIN, Sent
from nadzor.workplace.sent_words import shown

FIRST = "first_factor"
"""In the session of somebody whose password was right and whose second factor is still asked."""
_FIRST_HOLDS = 600
_NO_POST = Phrase(
    "Бүгін лауазымыңыз жоқ, сондықтан кіру жабық. Бұл қате болса, прокуратураңыздың әкімшісіне айтыңыз.",
    "Сегодня у вас нет должности, поэтому вход закрыт. Если это ошибка, обратитесь к администратору своей прокуратуры.",
    "You hold no post today, so access is closed. If this is a mistake, ask the administrator of your office.",
)
_NOT_YET = Phrase(
    "Лауазымыңыз {day} күні басталады; содан бері кіре аласыз.",
    "Ваша должность начинается {day}; войти можно с этого дня.",
    "Your post begins on {day}; you may enter from that day on.",
)
_AGAIN = {
    "heading": Phrase(
        "Жазғаныңыз әлі жіберілген жоқ", "Введённое ещё не отправлено", "What you entered is not sent yet"
    ),
    "what": Phrase(
        "Сеанс аяқталып қалғандықтан, бет жіберілмеді. Тексеріңіз де, жіберіңіз.",
        "Сеанс был завершён, и страница не ушла. Проверьте и отправьте.",
        "The session had ended, so the page did not go. Check it and send it.",
    ),
    "button": Phrase("Қайта жіберу", "Отправить снова", "Send again"),
}


def passed_first(request: HttpRequest, account: Account, onward: str, sent: Sent) -> HttpResponse:
    """Go on after a right password, or after the organisation's provider: to the second factor, or in."""
    if not factors.has(account):
        return enter(request, account, onward, sent)
    request.session.cycle_key()
    request.session[FIRST] = {"account": account.pk, "at": int(clock.now().timestamp())}
    if not sent:
        return redirect(f"{reverse('second-factor')}?{urlencode({'next': onward})}")
    return second_page(request, account, onward, sent)


def half_in(request: HttpRequest) -> Account | None:
    """Return whose second factor is asked in a session; none after ten minutes."""
    told = request.session.get(FIRST)
    if not isinstance(told, dict) or not 0 <= clock.now().timestamp() - told["at"] < _FIRST_HOLDS:
        return None
    account = Account.objects.filter(pk=told["account"], is_active=True).select_related("person").first()
    return account if account is not None and why_shut(account) is None else None


def second_page(
    request: HttpRequest, account: Account, onward: str, sent: Sent, *, error: Phrase | None = None
) -> HttpResponse:
    """Ask for a code or a key."""
    kinds = factors.kinds(account)
    context = {
        "next": onward,
        "sent": sent,
        "app": "totp" in kinds,
        "key": "webauthn" in kinds,
        "codes": "recovery_codes" in kinds,
        "error": error,
        "errors": [{"id": "id_code", "text": error}] if error else [],
    }
    return render(request, "workplace/second_factor.html", context, status=422 if error else 200)


def why_shut(account: Account) -> Phrase | None:
    """Why somebody whose password is right is not let in: no post today. None where nothing is against it."""
    actor = actor_of_account(account)
    if actor is None or actor.holdings or account.person is None:
        return None
    first = account.person.appointments.filter(since__gt=clock.today("Asia/Almaty")).order_by("since").first()
    if first is None:
        return _NO_POST
    return Phrase(*(_NOT_YET.into(lang).format(day=day_text(first.since, lang)) for lang in LANGUAGES))


def enter(request: HttpRequest, account: Account, onward: str, sent: Sent, *, second: bool = False) -> HttpResponse:
    """Begin a session; the browser is known to the account from now on."""
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    if second:
        request.session[seats.SECOND] = True
    answer = entered(request, account, onward, sent)
    token = guard.remember(account.pk, account.login, request.COOKIES.get(guard.COOKIE, ""), address_of(request))
    answer.set_cookie(
        guard.COOKIE,
        token,
        max_age=guard.COOKIE_AGE,
        path=reverse("inbox"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer


def entered(request: HttpRequest, account: AbstractBaseUser, onward: str, sent: Sent) -> HttpResponse:
    """Go on; or show what was typed before the session ended, to be sent with one button."""
    language = account.language if isinstance(account, Account) else str(get_language())
    answer: HttpResponse = HttpResponseRedirect(onward)
    if sent:
        with override(language):
            if isinstance(account, Account) and account.must_change_password:
                context = {"form": SetPasswordForm(account), "next": onward, "help": HELP, **kept(sent)}
                answer = render(request, "workplace/password.html", context)
            else:
                context = {"next": onward, "typed": shown(sent, people=True), **kept(sent), **_AGAIN}
                answer = render(request, "workplace/sent_again.html", context)
    if isinstance(account, Account):
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, account.language, samesite="Lax")
    return answer


def kept(sent: Sent) -> dict[str, Any]:
    """What a page needs to carry a form on."""
    return {"sent": sent, "again": FILES_AGAIN, "one_language": True} if sent else {}


def onward_of(request: HttpRequest, said: str = "") -> str:
    """Where to go after signing in: an address of this site alone."""
    wanted = said or request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("inbox")
