"""A body that is too large is refused before any of it is read or written; what fits is served."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import Client
from django.utils import translation

from tests.house import House
from tests.workplace.conftest import PASSWORD

pytestmark = pytest.mark.django_db
MB = 1_048_576
FORM = "multipart/form-data; boundary=x"


@pytest.fixture(autouse=True)
def _plain_static(settings: Any) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


class Unread:
    """A body that must not be read."""

    def read(self, *_size: int) -> bytes:
        raise AssertionError("read")

    readline = read


def declared(browser: Client, path: str, length: int | None, **headers: str) -> Any:
    """Post a body of so many bytes (none: its length is not told) that fails when somebody reads it."""
    said = {"wsgi.input": Unread(), "CONTENT_LENGTH": "" if length is None else str(length), **headers}
    return browser.generic("POST", path, b"", FORM, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "length"),
    [
        ("/follow/", 5 * MB + 1),
        ("/work/sign-in/", 5 * MB + 1),
        ("/language/", 5 * MB + 1),
        ("/no/such/page/", 5 * MB + 1),
        ("/work/", 30 * MB),
        ("/work/intake", 30 * MB),  # without its last stroke it is another address
        ("/work/intake/", 101 * MB + 1),
    ],
)
def test_a_page_refuses_what_is_too_large(path: str, length: int) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.get("/follow/")  # a CSRF cookie: with it Django would read the form to compare
    browser.cookies["django_language"] = "en"
    answer = declared(browser, path, length)
    assert (answer.status_code, "What you sent is too large" in answer.content.decode()) == (413, True)


@pytest.mark.parametrize("path", ["/follow/", "/work/intake/", "/api/v1/appeals", "/api/v1/attachments"])
def test_a_body_of_unknown_length_is_refused(path: str) -> None:
    assert declared(Client(), path, None, HTTP_TRANSFER_ENCODING="chunked").status_code == 413


def test_a_request_without_any_body_is_served() -> None:
    assert Client().get("/follow/").status_code == 200
    assert Client().generic("POST", "/language/").status_code == 302


def test_a_program_is_told_in_the_shape_of_the_api() -> None:
    with translation.override("en"):
        answer = declared(Client(), "/api/v1/law/ask", 5 * MB + 1)
    assert (answer.status_code, json.loads(answer.content)["error"]["code"]) == (413, "too_large")


@pytest.mark.parametrize("path", ["/api/v1/attachments", "/api/v1/appeals"])
def test_an_address_with_a_cap_of_its_own_asks_first_who_calls(path: str) -> None:
    assert declared(Client(), path, 20 * MB).status_code == 401


def test_a_large_intake_of_somebody_signed_out_is_asked_to_sign_in_unread() -> None:
    answer = declared(Client(), "/work/intake/", 50 * MB)
    assert (answer.status_code, answer["Location"]) == (302, "/work/sign-in/?next=/work/intake/")


def test_nothing_of_what_is_refused_reaches_the_disk_and_what_fits_is_taken(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nadzor.accounts.models import Account

    written: list[str] = []
    make = TemporaryFileUploadHandler.new_file

    def noted(handler: TemporaryFileUploadHandler, *told: Any, **named: Any) -> None:
        written.append(told[1])
        make(handler, *told, **named)

    monkeypatch.setattr(TemporaryFileUploadHandler, "new_file", noted)

    def scan(size: int) -> dict[str, SimpleUploadedFile]:
        return {"files": SimpleUploadedFile("scan.pdf", b"%PDF-1.7" + b"x" * size, "application/pdf")}

    public = Client()
    assert public.post("/follow/", {"code": "x", **scan(6 * MB)}).status_code == 413
    assert written == []
    assert public.post("/follow/", {"code": "x", **scan(3 * MB)}).status_code == 422
    assert written == ["scan.pdf"]
    staff = Client()
    staff.force_login(Account.objects.make("almaty.registrar", house.people["almaty.registrar"], PASSWORD))
    assert staff.post("/work/intake/", scan(6 * MB)).status_code == 422  # read, and asked for the rest of the form
    assert written == ["scan.pdf"] * 2
