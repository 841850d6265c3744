"""What happened at the door of an account: who came in, wrong tries, pauses, sessions that ended; for half a year.

Shown to its owner, who alone knows which of it was his, and to the security officer of the office (29I.61.5). The same
thing from the same address within an hour is one row with a count: who hammers a door fills no table.
"""

import datetime as dt
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db.models import F, QuerySet
from django.http import HttpRequest

from nadzor import clock
from nadzor.accounts.addresses import address_of
from nadzor.accounts.models import Account, Happening
from nadzor.law.words import Phrase

Kind = Happening.Kind
KEPT = dt.timedelta(days=183)
_TOGETHER = dt.timedelta(hours=1)
TITLES: dict[str, Phrase] = {
    Kind.ENTERED: Phrase("кірді", "вход", "signed in"),
    Kind.WRONG_PASSWORD: Phrase("құпиясөз дұрыс емес", "неверный пароль", "wrong password"),
    Kind.WRONG_FACTOR: Phrase("код немесе кілт дұрыс емес", "неверный код или ключ", "wrong code or key"),
    Kind.PAUSED: Phrase(
        "әрекет кідіріс кезінде қабылданбады", "попытка во время паузы отклонена", "try refused during a pause"
    ),
    Kind.LEFT: Phrase("шықты", "выход", "signed out"),
    Kind.CLOSED: Phrase("сеанс жабылды", "сеанс закрыт", "session closed"),
    Kind.RAN_OUT: Phrase("сеанс мерзімі өтті", "сеанс истёк", "session ran out"),
}
WRONG = frozenset({Kind.WRONG_PASSWORD, Kind.WRONG_FACTOR, Kind.PAUSED})


def note(
    account: Account | None,
    kind: Happening.Kind,
    *,
    address: str = "",
    browser: str = "",
    at: dt.datetime | None = None,
) -> None:
    """Keep what happened. `account` none: a login that is nobody's. `at`: unless now."""
    if account is None:
        return
    now = at or clock.now()
    if kind in WRONG:
        same = Happening.objects.filter(account=account, kind=kind, address=address, at__gt=now - _TOGETHER)
        last = same.order_by("-pk").first()
        if last is not None:
            Happening.objects.filter(pk=last.pk).update(times=F("times") + 1, last_at=now)
            return
    Happening.objects.create(account=account, kind=kind, address=address, browser=browser[:300], at=now, last_at=now)


def noted(request: HttpRequest, login: str, kind: Happening.Kind) -> None:
    """Keep what happened in a request at the account of a login; nothing where it is nobody's."""
    account = Account.objects.filter(login=login).first()
    note(account, kind, address=address_of(request), browser=browser_of(request))


def browser_of(request: HttpRequest) -> str:
    """Return how a browser names itself."""
    return str(request.META.get("HTTP_USER_AGENT") or "")[:300]


def of(account: Account) -> QuerySet[Happening]:
    """Return what happened at an account, the latest first."""
    return Happening.objects.filter(account=account)


def forget_old() -> None:
    """Drop what is older than half a year."""
    Happening.objects.filter(at__lt=clock.now() - KEPT).delete()


def _entered(sender: Any, request: HttpRequest, user: Any, **_more: Any) -> None:  # noqa: ARG001  # a signal's
    if isinstance(user, Account):
        note(user, Kind.ENTERED, address=address_of(request), browser=browser_of(request))


def _left(sender: Any, request: HttpRequest, user: Any, **_more: Any) -> None:  # noqa: ARG001
    if isinstance(user, Account) and request is not None:
        note(user, Kind.LEFT, address=address_of(request), browser=browser_of(request))


user_logged_in.connect(_entered, dispatch_uid="nadzor.history")
user_logged_out.connect(_left, dispatch_uid="nadzor.history")
