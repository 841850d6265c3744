"""OpenID Connect by the code flow, with PKCE, a state and a nonce: who somebody is, as a provider says.

The protocol is allauth's (`allauth.socialaccount`, its OpenID Connect provider); whose account that is we decide
ourselves: allauth would make one for whoever comes. Nothing of the tokens is kept.
"""

import hmac
import secrets
from dataclasses import dataclass
from typing import Any

from allauth.socialaccount.internal import statekit
from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.urls import reverse
from requests import RequestException

from nadzor.accounts.models import Account
from nadzor.law.words import Phrase

STAFF, APPLICANTS = "organisation", "applicants"
AWAY = Phrase(
    "Кіру қызметі жауап бермей тұр. Кейінірек қайталаңыз немесе басқа жолмен кіріңіз.",
    "Служба входа не отвечает. Повторите позже или войдите другим способом.",
    "The sign-in service does not answer. Try again later, or enter another way.",
)
NOT_CONFIRMED = Phrase(
    "Кіру қызметі сізді растамады. Қайтадан бастаңыз.",
    "Служба входа не подтвердила вас. Начните заново.",
    "The sign-in service did not confirm you. Begin again.",
)
CANCELLED = Phrase(
    "Кіруден бас тарттыңыз. Қаласаңыз, қайталаңыз.",
    "Вы отказались от входа. Если хотите, повторите.",
    "You called the sign-in off. Try again if you wish.",
)
_FOREIGN = Phrase(
    "Бұл адамның есептік жазбасы жоқ. Оны прокуратураңыздың әкімшісі ашады және кіру қызметіне байлайды.",
    "Для вас нет учётной записи. Её заводит и связывает со службой входа администратор вашей прокуратуры.",
    "There is no account for you. The administrator of your office makes it and ties it to the sign-in service.",
)
_OTHER_SUBJECT = Phrase(
    "Бұл есептік жазба кіру қызметіндегі басқа адамға байланған. Прокуратураңыздың әкімшісіне айтыңыз.",
    "Эта учётная запись связана с другим человеком службы входа. Обратитесь к администратору своей прокуратуры.",
    "This account is tied to somebody else of the sign-in service. Ask the administrator of your office.",
)


class Unconfirmed(Exception):  # noqa: N818  # an answer, in three languages
    """The provider did not say who somebody is. `phrase` tells what to do."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.en)
        self.phrase = phrase


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider that the settings name."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Whom a provider has confirmed. `iin`: twelve digits, or empty. `onward`: where to go on."""

    subject: str
    iin: str
    name: str
    onward: str


class _Adapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth is not typed
    """Comes back to our own page."""

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:  # noqa: ARG002  # allauth's signature
        return request.build_absolute_uri(reverse(f"{self.provider_id}-callback"))


def configured(name: str) -> Provider | None:
    """Return a provider by name, none while the settings name none: then nothing of it is shown."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    return next((Provider(name, app["name"]) for app in apps if app["provider_id"] == name), None)


def begin(request: HttpRequest, name: str, onward: str) -> str:
    """Return the address at the provider to go to; the state is kept in the session. Raises Unconfirmed."""
    nonce = secrets.token_urlsafe(16)
    try:
        provider = _Adapter(request, name).get_provider()
        provider.oauth2_adapter_class = _Adapter
        params = {**provider.get_auth_params(), "nonce": nonce}
        answer = provider.redirect(request, "login", onward, auth_params=params, nonce=nonce)
    except (RequestException, OAuth2Error, ValueError, KeyError) as error:
        raise Unconfirmed(AWAY) from error
    return str(answer["Location"])


def finish(request: HttpRequest, name: str) -> Confirmed:
    """Return whom the provider confirms with what it sent along. Raises Unconfirmed."""
    state = statekit.unstash_state(request, provider_id=name, state_id=request.GET.get("state", ""))
    if state is None:
        raise Unconfirmed(NOT_CONFIRMED)
    if request.GET.get("error") == "access_denied":
        raise Unconfirmed(CANCELLED)
    if not request.GET.get("code"):
        raise Unconfirmed(NOT_CONFIRMED)
    adapter = _Adapter(request, name)
    try:
        app = adapter.get_provider().app
        client = adapter.get_client(request, app)
        given = adapter.get_access_token_data(request, app, client, pkce_code_verifier=state.get("pkce_code_verifier"))
        told = adapter.complete_login(request, app, adapter.parse_token(given), response=given)
    except RequestException as error:
        raise Unconfirmed(AWAY) from error
    except (OAuth2Error, PermissionDenied, ValueError, KeyError, TypeError) as error:
        raise Unconfirmed(NOT_CONFIRMED) from error
    return _confirmed(told.account.extra_data, app, state)


def _confirmed(said: dict[str, Any], app: SocialApp, state: dict[str, Any]) -> Confirmed:
    """Both parts of the answer are about the same person and about this very sign-in. Raises Unconfirmed."""
    token, info = said.get("id_token") or {}, said.get("userinfo") or {}
    same_nonce = hmac.compare_digest(str(token.get("nonce", "")), str(state.get("nonce", "")))
    if not token.get("sub") or not same_nonce or info.get("sub", token["sub"]) != token["sub"]:
        raise Unconfirmed(NOT_CONFIRMED)
    claims = {**token, **info}
    iin = "".join(letter for letter in str(claims.get(app.settings["iin_claim"]) or "") if letter.isdigit())
    return Confirmed(
        subject=str(token["sub"])[:190],
        iin=iin if len(iin) == 12 else "",
        name=str(claims.get("name") or "")[:300],
        onward=str(state.get("next") or ""),
    )


def account_of(who: Confirmed) -> Account:
    """Return the account of a member of staff: by the subject it is tied to, else by the IIN, which ties it from now.

    Never makes one: that is the administrator's. Raises Unconfirmed.
    """
    ties = SocialAccount.objects.filter(provider=STAFF)
    tied = ties.filter(uid=who.subject).select_related("user__person").first()
    if tied is not None:
        return _open(tied.user)
    found = Account.objects.filter(iin=who.iin).select_related("person").first() if who.iin else None
    if found is None:
        raise Unconfirmed(_FOREIGN)
    if ties.filter(user=found).exists():
        raise Unconfirmed(_OTHER_SUBJECT)
    account = _open(found)
    try:
        with transaction.atomic():
            SocialAccount.objects.create(user=account, provider=STAFF, uid=who.subject)
    except IntegrityError as error:  # twice at once
        raise Unconfirmed(NOT_CONFIRMED) from error
    return account


def _open(account: Account) -> Account:
    if not account.is_active:
        raise Unconfirmed(_FOREIGN)
    return account
