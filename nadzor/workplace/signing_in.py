"""Entering and leaving: login and password, at most ten wrong tries an hour from an address."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from nadzor.accounts.addresses import address_of
from nadzor.accounts.attempts import failed, too_many
from nadzor.accounts.models import Account, Attempt
from nadzor.law.words import Phrase
from nadzor.workplace.sent_again import FILES_AGAIN, Sent, unpacked
from nadzor.workplace.sent_words import shown

_TOO_MANY = Phrase(
    "Қате құпиясөз тым көп енгізілді", "Слишком много неверных паролей", "Too many wrong passwords were entered"
)
_WAIT = Phrase(
    "Бұл мекенжайдан кіру бір сағатқа жабылды. Құпиясөзді ұмытсаңыз, прокуратураңыздың әкімшісіне айтыңыз.",
    "Вход с этого адреса закрыт на час. Если вы забыли пароль, обратитесь к администратору своей прокуратуры.",
    "Signing in from this address is closed for an hour. If you forgot the password, ask the administrator of your "
    "office.",
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


class SignIn(AuthenticationForm):
    """Login and password."""

    error_messages = {  # noqa: RUF012  # as Django declares it
        "invalid_login": _("The login or the password is wrong. Check the layout of the keyboard and capital letters."),
        "inactive": _("This account is closed. Ask the administrator of your office."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Login")
        self.fields["password"].label = _("Password")


@never_cache
@sensitive_post_parameters("password", "sent")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for login and password; the pages then speak the account's language."""
    onward, sent = _onward(request), unpacked(request.POST.get("sent", ""))
    if request.user.is_authenticated:
        return _entered(request, request.user, onward, sent)
    if request.method != "POST":
        return render(request, "workplace/sign_in.html", {"form": SignIn(request), "next": onward})
    address = address_of(request)
    if too_many(Attempt.Kind.SIGN_IN, address):
        return render(request, "429.html", {"what": _TOO_MANY, "todo": _WAIT, "typed": shown(sent)}, status=429)
    form = SignIn(request, request.POST)
    if not form.is_valid():
        failed(Attempt.Kind.SIGN_IN, address)
        return render(request, "workplace/sign_in.html", {"form": form, "next": onward, **_kept(sent)}, status=422)
    account = form.get_user()
    login(request, account)
    return _entered(request, account, onward, sent)


def _entered(request: HttpRequest, account: AbstractBaseUser, onward: str, sent: Sent) -> HttpResponse:
    """Go on; or show what was typed before the session ended, to be sent with one button."""
    language = account.language if isinstance(account, Account) else str(get_language())
    answer: HttpResponse = HttpResponseRedirect(onward)
    if sent:
        with override(language):
            if isinstance(account, Account) and account.must_change_password:
                context = {"form": SetPasswordForm(account), "next": onward, **_kept(sent)}
                answer = render(request, "workplace/password.html", context)
            else:
                context = {"next": onward, "typed": shown(sent, people=True), **_kept(sent), **_AGAIN}
                answer = render(request, "workplace/sent_again.html", context)
    if isinstance(account, Account):
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, account.language, samesite="Lax")
    return answer


def _kept(sent: Sent) -> dict[str, Any]:
    return {"sent": sent, "again": FILES_AGAIN, "one_language": True} if sent else {}


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave."""
    logout(request)
    return redirect("home")


@never_cache
@sensitive_post_parameters("old_password", "new_password1", "new_password2", "sent")
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: HttpRequest) -> HttpResponse:
    """Set a password of one's own; the other sessions of the account end.

    In place of a first password, which was just entered, without it; later only with the old one, tried as rarely as
    at signing in: whoever sits down at an unlocked computer must not take the account over.
    """
    user = request.user
    if not isinstance(user, Account):
        return redirect("sign-in")
    first, address = user.must_change_password, address_of(request)
    sent = unpacked(request.POST.get("sent", ""))
    if request.method == "POST" and not first and too_many(Attempt.Kind.SIGN_IN, address):
        return render(request, "429.html", {"what": _TOO_MANY, "todo": _WAIT}, status=429)
    form = (SetPasswordForm if first else PasswordChangeForm)(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        user.must_change_password = False
        form.save()
        update_session_auth_hash(request, user)
        return _entered(request, user, _onward(request), sent)
    if "old_password" in form.errors and request.POST.get("old_password"):
        failed(Attempt.Kind.SIGN_IN, address)
    template = "workplace/password.html" if first else "workplace/password_change.html"
    context = {"form": form, "next": _onward(request), **_kept(sent)}
    return render(request, template, context, status=422 if form.errors else 200)


def _onward(request: HttpRequest) -> str:
    """Where to go after signing in: an address of this site alone."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("inbox")
