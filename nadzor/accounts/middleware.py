"""Who is acting in a request, found out once and only when somebody asks; the structure, read once for a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from nadzor import clock
from nadzor.accounts.models import Account
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.directory import one_structure

_ZONE = "Asia/Almaty"


def actor_of_account(account: Account) -> Actor | None:
    """Return who an account is today; none without a person."""
    return actor_of(account.person, clock.today(_ZONE)) if account.person else None


class ActingPerson:
    """Sets `request.actor`: the person signed in with today's posts, or none. A page stands on one structure."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        if request.method not in {"GET", "HEAD"}:  # a step reads the structure anew, under its locks
            return self.get_response(request)
        with one_structure():
            return self.get_response(request)


def _actor(request: HttpRequest) -> Actor | None:
    user = request.user
    return actor_of_account(user) if isinstance(user, Account) else None
