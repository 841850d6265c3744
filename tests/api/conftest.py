"""Callers for the tests of the API."""

from pathlib import Path
from typing import Any

import pytest

from tests.api.callers import Callers
from tests.house import House


@pytest.fixture(autouse=True)
def _plain_static(settings: Any) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def callers(house: House, settings: Any, tmp_path: Path) -> Callers:
    settings.MEDIA_ROOT = tmp_path
    return Callers(house)
