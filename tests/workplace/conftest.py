"""People of the demo with accounts, signed in."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from nadzor.accounts.models import Account
from tests.house import House

PASSWORD = "a long made-up phrase"  # noqa: S105  # of a made-up account
SignedIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def _plain_static(settings: Any) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@cache
def _hashed() -> str:
    """The password of everybody, hashed once: it takes long on purpose."""
    return make_password(PASSWORD)


@pytest.fixture
def enter(house: House) -> SignedIn:
    """Return a browser in which somebody of the demo is signed in."""

    def entered(login: str, language: str = "en") -> Client:
        account = Account.objects.filter(login=login).first()
        if account is None:
            account = Account.objects.make(login, house.people[login], None, language=language)
            account.password = _hashed()
            account.save()
        client = Client()
        client.force_login(account)
        client.cookies["django_language"] = language
        return client

    return entered
