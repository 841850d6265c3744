"""Sessions that stand, as their owner sees them: begun where and when, last seen, closed one by one or all but this.

A session holds the number of its seat; without the row it is over at the next request. So it is closed at once
wherever it is, and a session of before this list is not taken.
"""

import datetime as dt
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.http import HttpRequest

from nadzor import clock
from nadzor.accounts import history
from nadzor.accounts.addresses import address_of
from nadzor.accounts.guard import COOKIE, device_of
from nadzor.accounts.models import Account, Device, Seat

KEY = "seat"
SECOND = "second_factor"
"""In a session that was begun with a second factor as well."""
_SEEN_AGAIN = dt.timedelta(minutes=5)
STANDS = dt.timedelta(hours=20)
"""As long as a session without a request: SESSION_COOKIE_AGE, and an hour in which it is not written anew."""


def sit_down(sender: Any, request: HttpRequest, user: Any, **_more: Any) -> None:  # noqa: ARG001  # a signal's
    """Give a session its seat; Django sends this at every signing in."""
    if not isinstance(user, Account):
        return
    now = clock.now()
    seat = Seat.objects.create(
        account=user,
        browser=str(request.META.get("HTTP_USER_AGENT") or "")[:300],
        address=address_of(request),
        begun_at=now,
        last_at=now,
    )
    request.session[KEY] = seat.pk


def stand_up(sender: Any, request: HttpRequest, user: Any, **_more: Any) -> None:  # noqa: ARG001
    """Drop the seat of a session that its owner leaves."""
    if isinstance(user, Account) and request is not None:
        Seat.objects.filter(pk=_number(request), account=user).delete()


def _number(request: HttpRequest) -> int:
    return int(request.session.get(KEY) or 0)


user_logged_in.connect(sit_down, dispatch_uid="nadzor.seats")
user_logged_out.connect(stand_up, dispatch_uid="nadzor.seats")


def keeps(request: HttpRequest, account: Account) -> bool:
    """Whether the seat of a session stands; when it was seen is written at most every few minutes."""
    seat = Seat.objects.filter(pk=_number(request), account=account).first()
    if seat is None:
        return False
    now = clock.now()
    if not dt.timedelta() <= now - seat.last_at < _SEEN_AGAIN:
        Seat.objects.filter(pk=seat.pk).update(last_at=now, address=address_of(request))
    return True


def standing(account: Account) -> list[Seat]:
    """Return the sessions of an account that stand, the last seen first."""
    return list(account.seats.filter(last_at__gt=clock.now() - STANDS - dt.timedelta(hours=1)))


def close_one(account: Account, pk: int) -> bool:
    """Close one session; return whether it stood."""
    seat = account.seats.filter(pk=pk).first()
    return seat is not None and bool(_close(account, [seat]))


def _close(account: Account, gone: list[Seat]) -> int:
    for seat in gone:
        history.note(account, history.Kind.CLOSED, address=seat.address, browser=seat.browser)
    Seat.objects.filter(pk__in=[seat.pk for seat in gone]).delete()
    return len(gone)


def close_others(request: HttpRequest, account: Account) -> int:
    """Close all sessions but this one, and know no other browser any more. Returns how many were closed."""
    known = device_of(account.login, request.COOKIES.get(COOKIE, ""))
    Device.objects.filter(account=account).exclude(pk=known.pk if known else 0).delete()
    return _close(account, list(account.seats.exclude(pk=_number(request))))


def close_all(account: Account) -> int:
    """Close every session of an account, and know none of its browsers any more."""
    account.devices.all().delete()
    return _close(account, list(account.seats.all()))


def forget_old() -> None:
    """Drop the rows of sessions that are over; when each ran out stays in the history of its account."""
    over = Seat.objects.filter(last_at__lt=clock.now() - dt.timedelta(days=2)).select_related("account")
    for seat in over:
        ran_out = seat.last_at + STANDS
        history.note(seat.account, history.Kind.RAN_OUT, address=seat.address, browser=seat.browser, at=ran_out)
    Seat.objects.filter(pk__in=[seat.pk for seat in over]).delete()


_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
_BROWSERS = (
    ("YaBrowser/", "Яндекс Браузер"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)


def browser_told(agent: str) -> str:
    """Return a browser and its system as people call them; what it says of itself where it is none that we know."""
    browser = next((name for sign, name in _BROWSERS if sign in agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in agent), "")
    return ", ".join(part for part in (browser, system) if part) or agent[:60]
