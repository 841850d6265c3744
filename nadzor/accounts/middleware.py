"""Who is acting in a request, found out once and only when somebody asks; the structure, read once for a page."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from nadzor import clock
from nadzor.accounts import seats
from nadzor.accounts.models import Account
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.directory import one_structure

_ZONE = "Asia/Almaty"


def actor_of_account(account: Account) -> Actor | None:
    """Return who an account is today; none without a person."""
    return actor_of(account.person, clock.today(_ZONE)) if account.person else None


class Seated:
    """Takes a session for somebody's only while its seat stands: one that was closed is over at the next request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        said = request.user
        request.user = SimpleLazyObject(lambda: _seated(request, said))  # type: ignore[assignment]
        return self.get_response(request)


def _seated(request: HttpRequest, said: Any) -> Account | AnonymousUser:
    if not said.is_authenticated:  # the first question reads the session and the account
        return AnonymousUser()
    account: Account = said._wrapped if isinstance(said, SimpleLazyObject) else said  # noqa: SLF001  # the account itself
    if seats.keeps(request, account):
        return account
    request.session.flush()
    return AnonymousUser()


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
