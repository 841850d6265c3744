"""How often an address may try in vain."""

import datetime as dt

from nadzor import clock
from nadzor.accounts.models import Attempt

ALLOWED_AN_HOUR = 10
_HOUR = dt.timedelta(hours=1)


def too_many(kind: Attempt.Kind, address: str) -> bool:
    """Whether an address has had its ten wrong tries of the last hour."""
    since = clock.now() - _HOUR
    return Attempt.objects.filter(kind=kind, address=address, at__gt=since).count() >= ALLOWED_AN_HOUR


def failed(kind: Attempt.Kind, address: str) -> None:
    """Keep a wrong try."""
    Attempt.objects.create(kind=kind, address=address, at=clock.now())


def forget_old() -> None:
    """Drop tries older than a day: addresses are people's data, and nothing asks for them any more."""
    Attempt.objects.filter(at__lt=clock.now() - 24 * _HOUR).delete()
