"""A lost database and a full disk under a request: a sentence and 503, never a fault of the program."""

import errno
import json
from typing import Any

import psycopg
import pytest
from django.db import DataError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from nadzor.web.errors import broken
from nadzor.web.middleware import DatabaseAway


def caused(error: Exception, by: Exception) -> Exception:
    error.__cause__ = by
    return error


FULL = caused(OperationalError("could not extend file"), psycopg.errors.DiskFull("could not extend file"))
CLOSED = caused(OperationalError("terminating"), psycopg.errors.AdminShutdown("terminating connection"))
TOO_MUCH = caused(OperationalError("index row"), psycopg.errors.ProgramLimitExceeded("index row size exceeds 2712"))
UNSTORABLE = caused(DataError("NUL"), psycopg.DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes"))


def raised(error: Exception, request: HttpRequest, *, in_a_view: bool = True) -> HttpResponse | None:
    """What is answered when a view, or middleware around it, raises."""
    if in_a_view:
        return DatabaseAway(lambda _: HttpResponse()).process_exception(request, error)
    try:
        raise error  # noqa: TRY301
    except Exception:  # as Django does before it asks for the page of a fault  # noqa: BLE001
        return broken(request)


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (OperationalError("server closed the connection"), "database_away", "kept whole or not made at all"),
        (InterfaceError("connection already closed"), "database_away", "kept whole or not made at all"),
        (CLOSED, "database_away", "kept whole or not made at all"),
        (FULL, "no_space", "no space left"),
        (OSError(errno.ENOSPC, "No space left on device"), "no_space", "no space left"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "no_space", "no space left"),
    ],
)
@pytest.mark.parametrize("in_a_view", [True, False])
def test_a_program_is_told(error: Exception, code: str, words: str, in_a_view: bool) -> None:
    from django.utils import translation

    request = RequestFactory().post("/api/v1/appeals")
    with translation.override("en"):
        answer = raised(error, request, in_a_view=in_a_view)
    assert answer is not None
    said = json.loads(answer.content)["error"]
    assert (answer.status_code, answer["Retry-After"], said["code"], words in said["message"]) == (503, "5", code, True)


@pytest.mark.parametrize("error", [FULL, OSError(errno.ENOSPC, "No space left on device"), OperationalError("gone")])
def test_a_person_is_shown_the_page(error: Exception) -> None:
    answer = raised(error, RequestFactory().get("/work/"))
    assert answer is not None
    assert (answer.status_code, "<h1>Система временно не работает</h1>" in answer.content.decode()) == (503, True)


@pytest.mark.parametrize(("path", "shape"), [("/work/find/", "text/html"), ("/api/v1/proceedings", "application/json")])
def test_what_cannot_be_stored_is_no_fault_of_the_program(path: str, shape: str, settings: Any) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    answer = raised(UNSTORABLE, RequestFactory().get(path))
    assert answer is not None
    assert (answer.status_code, answer["Content-Type"].partition(";")[0]) == (400, shape)


@pytest.mark.parametrize("error", [OSError(errno.ENOENT, "No such file"), ValueError("no"), TOO_MUCH])
def test_another_fault_stays_a_fault(error: Exception) -> None:
    assert raised(error, RequestFactory().get("/")) is None
    answer = raised(error, RequestFactory().get("/api/v1/law/ask"), in_a_view=False)
    assert answer is not None
    assert (answer.status_code, json.loads(answer.content)["error"]["code"]) == (500, "broken")
