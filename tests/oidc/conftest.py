"""The provider, once for all tests of this folder."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.oidc.running import Running, running


@pytest.fixture(scope="session")
def provider() -> Iterator[Running]:
    with running("http://testserver") as made:
        yield made


@pytest.fixture(autouse=True)
def _plain_static(settings: Any) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
