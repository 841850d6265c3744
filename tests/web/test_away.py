"""A lost database and a full disk under a request: a sentence and 503, never a fault of the program."""

import errno
import json

import psycopg
import pytest
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from nadzor.web.middleware import DatabaseAway


def caused(error: Exception, by: Exception) -> Exception:
    error.__cause__ = by
    return error


FULL = caused(OperationalError("could not extend file"), psycopg.errors.DiskFull("could not extend file"))


def site(error: Exception) -> DatabaseAway:
    def respond(request: HttpRequest) -> HttpResponse:
        raise error

    return DatabaseAway(respond)


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (OperationalError("server closed the connection"), "database_away", "kept whole or not made at all"),
        (InterfaceError("connection already closed"), "database_away", "kept whole or not made at all"),
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
        answer = site(error).process_exception(request, error) if in_a_view else site(error)(request)
    assert answer is not None
    said = json.loads(answer.content)["error"]
    assert (answer.status_code, answer["Retry-After"], said["code"], words in said["message"]) == (503, "5", code, True)


@pytest.mark.parametrize("error", [FULL, OSError(errno.ENOSPC, "No space left on device"), OperationalError("gone")])
def test_a_person_is_shown_the_page(error: Exception) -> None:
    answer = site(error)(RequestFactory().get("/work/"))
    assert (answer.status_code, "<h1>Система временно не работает</h1>" in answer.content.decode()) == (503, True)


@pytest.mark.parametrize("error", [OSError(errno.ENOENT, "No such file"), ValueError("no")])
def test_another_fault_stays_a_fault(error: Exception) -> None:
    assert site(error).process_exception(RequestFactory().get("/"), error) is None
    with pytest.raises(type(error)):
        site(error)(RequestFactory().get("/"))
