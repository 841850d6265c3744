"""Who calls: a token of a client or of a member of staff, and what it may be used for."""

from dataclasses import replace
from typing import cast

from django.http import HttpRequest
from ninja.security import HttpBearer

from nadzor import clock
from nadzor.accounts.models import Client, digest_of
from nadzor.api.errors import ApiError
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor, actor_of

_ZONE = "Asia/Almaty"
_NO_SCOPE = Phrase(
    "Бұл токенге мұндай әрекетке рұқсат берілмеген: {scope}. Әкімшіге жүгініңіз.",
    "Этому токену такое действие не разрешено: {scope}. Обратитесь к администратору.",
    "This token is not given that scope: {scope}. Ask the administrator.",
)


class Token(HttpBearer):
    """`Authorization: Bearer <token>`."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:  # noqa: ARG002  # ninja's signature
        """Return who acts with a token; none for an unknown or revoked one, or one of an account that is closed."""
        given = token.encode("utf-8", "replace").decode()
        client = (
            Client.objects.filter(token_digest=digest_of(given), revoked_at__isnull=True)
            .select_related("person__account")
            .first()
        )
        return None if client is None else _actor(client)


def _actor(client: Client) -> Actor | None:
    scopes, space = frozenset(client.scopes), f"c{client.pk}"
    if client.person is None:
        return Actor(client.name, client_id=client.pk, scopes=scopes, client_body_id=client.body_id, key_space=space)
    account = getattr(client.person, "account", None)
    if account is not None and not account.is_active:
        return None
    person = actor_of(client.person, clock.today(_ZONE))
    if not person.holdings:  # the last post has ended, or the first has not begun
        return None
    return replace(person, client_id=client.pk, scopes=scopes, key_space=space)


def acting(request: HttpRequest, scope: str) -> Actor:
    """Return who acts. Raises ApiError 403 `no_right` where the token has not this scope."""
    actor = cast("Actor", request.auth)  # type: ignore[attr-defined]  # set by ninja
    if scope not in actor.scopes:
        raise ApiError(403, "no_right", Phrase(*(text.format(scope=scope) for text in _NO_SCOPE)))
    return actor
