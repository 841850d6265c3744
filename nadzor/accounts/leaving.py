"""Leaving: what of somebody's access is closed at once when the last post ends, besides the account itself.

A floor above that keeps a way in of its own (the secret address of a calendar) closes it here too: `closes`.
"""

from collections.abc import Callable

from nadzor import clock
from nadzor.accounts import seats
from nadzor.accounts.models import Account, Client
from nadzor.organs.models import Person

Closer = Callable[[Person], int]
_CLOSERS: dict[str, Closer] = {}


def closes(name: str, closer: Closer) -> None:
    """Add a way in that leaving closes. Raises ValueError for a name that is taken."""
    if _CLOSERS.setdefault(name, closer) is not closer:
        raise ValueError(name)


def shut(person: Person) -> dict[str, int]:
    """Close the sessions, the tokens and every other way in of a person; return how many of each."""
    account = Account.objects.filter(person=person).first()
    told = {
        "sessions": seats.close_all(account) if account is not None else 0,
        "tokens": Client.objects.filter(person=person, revoked_at__isnull=True).update(revoked_at=clock.now()),
    }
    return told | {name: closer(person) for name, closer in _CLOSERS.items()}
