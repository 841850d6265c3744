"""Requests made up from the description find no fault of the program."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error

from nadzor.web.wsgi import application
from tests.api.callers import Callers

pytestmark = pytest.mark.django_db
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
NUMBER: dict[str, str] = {}


@pytest.fixture
def token(callers: Callers) -> Iterator[str]:
    """A token of the head of the office, whose proceeding the made-up requests may hit; one connection throughout."""
    caller = callers.of("almaty.head")
    NUMBER["number"] = callers.house.register().number
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield str(caller.token)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(
    max_examples=12,
    derandomize=True,
    database=None,
    deadline=dt.timedelta(seconds=10),
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_made_up_request_finds_a_fault(case: Any, token: str) -> None:
    if "number" in case.path_parameters and len(case.path_parameters["number"]) % 2:
        case.path_parameters["number"] = NUMBER["number"]
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=[not_a_server_error])
