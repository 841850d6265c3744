"""Entering and leaving: login and password, a second factor where there is one; `accounts.guard` counts the tries."""

from typing import Any

from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from nadzor.accounts import guard, seats
from nadzor.accounts.models import Account, Attempt
from nadzor.accounts.passwords import HELP
from nadzor.law.words import Phrase
from nadzor.workplace import again
from nadzor.workplace.entering import entered, kept, onward_of, passed_first, why_shut
from nadzor.workplace.sent_again import NOTHING, Sent, unpacked
from nadzor.workplace.sent_words import shown
from nadzor.workplace.staff import page_language, staff_provider

_TOO_MANY = Phrase(
    "Қате құпиясөз тым көп енгізілді", "Слишком много неверных паролей", "Too many wrong passwords were entered"
)
_WAIT = Phrase(
    "{left} кейін қайталаңыз. Бұрын осы есептік жазбамен кірген браузеріңізден кіру жабылмайды. Құпиясөзді ұмытсаңыз, "
    "прокуратураңыздың әкімшісіне айтыңыз.",
    "Повторите через {left}. В браузере, где вы уже входили, вход не закрывается. Если вы забыли пароль, обратитесь к "
    "администратору своей прокуратуры.",
    "Try again in {left}. A browser in which you have signed in before stays open to you. If you forgot the password, "
    "ask the administrator of your office.",
)


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
    onward, sent = onward_of(request), unpacked(request.POST.get("sent", ""))
    if request.user.is_authenticated:
        return entered(request, request.user, onward, sent)
    if request.method != "POST":
        return _asked(request, SignIn(request), onward, NOTHING)
    form = SignIn(request, request.POST)
    login_given, given = request.POST.get("username", ""), request.POST.get("password", "")
    if not (login_given and given):
        return _asked(request, form, onward, sent)
    try:
        attempt = again.begin(request, Attempt.Kind.SIGN_IN, login_given)
    except guard.Waits as waits:
        todo = again.waits_told(waits.until, _WAIT)
        return render(request, "429.html", {"what": _TOO_MANY, "todo": todo, "typed": shown(sent)}, status=429)
    if not form.is_valid():
        again.was_wrong(request, attempt)
        return _asked(request, form, onward, sent)
    guard.right(attempt)
    account = form.get_user()
    shut = why_shut(account)
    if shut is not None:
        form.add_error(None, shut.into(page_language()))
        return _asked(request, form, onward, sent)
    return passed_first(request, account, onward, sent)


def _asked(request: HttpRequest, form: SignIn, onward: str, sent: Sent) -> HttpResponse:
    context = {"form": form, "next": onward, "provider": staff_provider(), **kept(sent)}
    return render(request, "workplace/sign_in.html", context, status=422 if form.is_bound else 200)


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
    first, sent = user.must_change_password, unpacked(request.POST.get("sent", ""))
    attempt = None
    if request.method == "POST" and not first and request.POST.get("old_password"):
        try:
            attempt = again.begin(request, Attempt.Kind.SIGN_IN, user.login)
        except guard.Waits as waits:
            todo = again.waits_told(waits.until, _WAIT)
            return render(request, "429.html", {"what": _TOO_MANY, "todo": todo}, status=429)
    form = (SetPasswordForm if first else PasswordChangeForm)(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        user.must_change_password = False
        form.save()
        update_session_auth_hash(request, user)
        seats.close_others(request, user)
        _forgiven(attempt)
        return entered(request, user, onward_of(request), sent)
    if "old_password" not in form.errors:
        _forgiven(attempt)
    elif attempt is not None:
        again.was_wrong(request, attempt)
    template = "workplace/password.html" if first else "workplace/password_change.html"
    context = {"form": form, "next": onward_of(request), "help": HELP, **kept(sent)}
    return render(request, template, context, status=422 if form.errors else 200)


def _forgiven(attempt: Attempt | None) -> None:
    if attempt is not None:
        guard.right(attempt)
