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
    """Keep a wrong try; those older than a day are dropped."""
    now = clock.now()
    Attempt.objects.filter(kind=kind, address=address, at__lt=now - 24 * _HOUR).delete()
    Attempt.objects.create(kind=kind, address=address, at=now)
