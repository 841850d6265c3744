"""How often a password or a code may be tried: growing pauses, and no stranger locks anybody out.

A try is counted by the account and by where it comes from. A browser in which the owner has signed in before is known
by its cookie and has a count of its own: whatever strangers do elsewhere, the owner enters there. A stranger is counted
at the address (for one account and for all of them) and, over all addresses, at the account; an address from which the
owner signed in before is spared only the last of these. After the free tries each further one waits twice as long.

A try is written down before the password is looked at, under a lock of the account, and taken back when it was right:
a hundred tries sent at once get no more guesses than a hundred sent one by one. While a pause runs nothing is looked
at, so a right password is not told from a wrong one, nor a login that exists from one that does not.
"""

import datetime as dt
import hashlib
import unicodedata
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Count, Max, Q

from nadzor import clock
from nadzor.accounts.models import Attempt, Device, digest_of, new_token

COOKIE = "nadzor_device"
COOKIE_AGE = dt.timedelta(days=180)
_DAY = dt.timedelta(days=1)
_LOGIN_LETTERS = 60


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries are free within a day; then a pause that doubles with each wrong one, up to the longest."""

    free: int
    first: dt.timedelta
    longest: dt.timedelta

    def pause(self, wrong: int) -> dt.timedelta:
        """Return how long the next try waits after so many wrong ones."""
        over = wrong - self.free
        return dt.timedelta() if over < 0 else min(self.first * 2 ** min(over, 20), self.longest)


ONE_PLACE = Limit(10, dt.timedelta(seconds=30), dt.timedelta(hours=1))
"""One account from one known browser, or from one address."""
ONE_ACCOUNT = Limit(30, dt.timedelta(seconds=30), dt.timedelta(minutes=15))
"""One account from all browsers and addresses that are not known."""
ONE_ADDRESS = Limit(100, dt.timedelta(seconds=5), dt.timedelta(minutes=5))
"""All accounts from one address: a whole office may stand behind it."""


class Waits(Exception):  # noqa: N818  # no error: an answer
    """The next try is let through from `until` on."""

    def __init__(self, until: dt.datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until


def begin(kind: Attempt.Kind, login: str, address: str, device: Device | None) -> Attempt:
    """Write down a try that is about to be made. Raises Waits while a pause runs: then nothing is tried.

    `device`: a known browser of this very account, or none.
    """
    login = plain(login)
    with transaction.atomic():
        _one_at_a_time(kind, login, address)
        now = clock.now()
        until = _until(kind, login, address, device)
        if until is not None and until > now:
            raise Waits(until)
        return Attempt.objects.create(kind=kind, login=login, address=address, device=device, at=now)


def plain(login: str) -> str:
    """Return a login as the form of signing in reads it: however it is typed, it is counted as one."""
    return unicodedata.normalize("NFKC", login.replace("\0", "").strip()).strip().lower()[:_LOGIN_LETTERS]


def right(attempt: Attempt) -> None:
    """The try was right: it and the wrong ones of the same account from the same place are forgotten."""
    same = Q(device=attempt.device_id) if attempt.device_id else Q(device=None, address=attempt.address)
    Attempt.objects.filter(same, kind=attempt.kind, login=attempt.login).delete()


def _one_at_a_time(kind: str, login: str, address: str) -> None:
    for what in sorted({f"{kind} login {login}", f"{kind} address {address}"}):
        number = int.from_bytes(hashlib.sha256(what.encode()).digest()[:8], "big", signed=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _until(kind: str, login: str, address: str, device: Device | None) -> dt.datetime | None:
    """Until when the longest of the pauses runs."""
    since = clock.now() - _DAY
    rows = Attempt.objects.filter(kind=kind, at__gt=since)
    if device is not None:
        counts = [(ONE_PLACE, rows.filter(login=login, device=device))]
    else:
        strangers = rows.filter(device=None)
        counts = [
            (ONE_PLACE, strangers.filter(login=login, address=address)),
            (ONE_ADDRESS, strangers.filter(address=address).exclude(login="")),
        ]
        if not usual(login, address):
            counts.append((ONE_ACCOUNT, strangers.filter(login=login)))
    found = []
    for limit, counted in counts:
        told = counted.aggregate(n=Count("pk"), last=Max("at"))
        pause = limit.pause(told["n"])
        if pause:
            found.append(told["last"] + pause)
    return max(found, default=None)


def usual(login: str, address: str) -> bool:
    """Whether the owner of an account has signed in from an address before."""
    return bool(address) and Device.objects.filter(account__login=login, address=address).exists()


def device_of(login: str, token: str) -> Device | None:
    """Return the known browser of an account by its cookie, none for any other."""
    if not token or len(token) > 100:
        return None
    kept = Device.objects.filter(account__login=plain(login), token_digest=digest_of(token))
    return kept.filter(last_at__gt=clock.now() - COOKIE_AGE).first()


def remember(account_id: int, login: str, token: str, address: str) -> str:
    """Know a browser after a right sign-in; return what its cookie holds from now on."""
    now, known = clock.now(), device_of(login, token)
    if known is not None:
        Device.objects.filter(pk=known.pk).update(last_at=now, address=address)
        return token
    made = new_token()
    Device.objects.create(
        account_id=account_id, token_digest=digest_of(made), address=address, made_at=now, last_at=now
    )
    return made


def forget_old() -> None:
    """Drop browsers not used for as long as their cookies last."""
    Device.objects.filter(last_at__lt=clock.now() - COOKIE_AGE).delete()
