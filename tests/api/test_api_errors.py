"""Every refusal in its one shape, and none of them half done."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nadzor.accounts.models import Client
from nadzor.casework.models import Proceeding, StoredFile
from tests.api.callers import Caller, Callers
from tests.house import LETTER

pytestmark = pytest.mark.django_db


def _shape(said: Any) -> tuple[int, str]:
    error = said.json()["error"]
    assert set(error) == {"code", "message", "cites", "fields"}
    assert error["message"]
    return said.status_code, error["code"]


WITHOUT = {name: value for name, value in LETTER.items() if name != "text"}
BODIES = {
    "no JSON": (b"{", 400, "unreadable"),
    "not UTF-8": (b'{"text": "\xff"}', 400, "unreadable"),
    "not a number": (b'{"text": NaN}', 400, "unreadable"),
    "a list": (b"[]", 422, "invalid"),
    "nothing": (b"", 422, "invalid"),
    "too deep": (b"[" * 100_000, 400, "unreadable"),
    "too large": (b'"' + b"a" * 36_000_000 + b'"', 413, "too_large"),
    "a field is missing": (json.dumps(WITHOUT), 422, "invalid"),
    "a field too many": (json.dumps({**LETTER, "x": 1}), 422, "invalid"),
    "a null character": (json.dumps({**LETTER, "signature_cms": "a\x00"}), 422, "invalid"),
    "half of a pair": (json.dumps({**LETTER, "text": "a\ud800"}), 422, "invalid"),
    "no such office": (json.dumps({**LETTER, "addressed_to": "nowhere"}), 422, "invalid"),
    "the first day of all": (json.dumps({**LETTER, "received_at": "0001-01-01T00:00:00+14:00"}), 422, "invalid"),
    "the last day of all": (json.dumps({**LETTER, "received_at": "9999-12-31T23:59:59-14:00"}), 422, "invalid"),
    "a file nobody has": (json.dumps({**LETTER, "attachments": [{"id": "no-uuid"}]}), 422, "invalid"),
    "an encoded program": (
        json.dumps(
            {**LETTER, "attachments": [{"name": "a.exe", "content_type": "application/pdf", "base64": "TVqQAAMA"}]}
        ),
        415,
        "file_type",
    ),
}


@pytest.mark.parametrize(("body", "status", "code"), BODIES.values(), ids=BODIES)
def test_a_body_that_is_refused_changes_nothing(callers: Callers, body: bytes, status: int, code: str) -> None:
    said = callers.of().post("/appeals", body, {"Idempotency-Key": "k"})
    assert _shape(said) == (status, code)
    assert not Proceeding.objects.exists()


def test_fields_are_named(callers: Callers) -> None:
    error = callers.of().post("/appeals", {**WITHOUT, "applicant": {"type": "person"}}).json()["error"]
    assert set(error["fields"]) == {"text", "applicant"}


@pytest.mark.parametrize("key", ["", "k" * 201, "ключ"])
def test_a_key_that_cannot_be_kept_is_refused(callers: Callers, key: str) -> None:
    said = callers.of().post("/appeals", LETTER, {"Idempotency-Key": key})
    assert _shape(said) == (422, "invalid")
    assert list(said.json()["error"]["fields"]) == ["Idempotency-Key"]


def test_without_a_token_there_is_no_way_in(callers: Callers) -> None:
    revoked = callers.of()
    Client.objects.update(revoked_at="2026-03-05T00:00:00Z")
    for caller in (Caller(), Caller("wrong"), Caller("\x00"), revoked):
        assert _shape(caller.get("/proceedings")) == (401, "no_token")
        assert _shape(caller.post("/appeals", LETTER)) == (401, "no_token")


@pytest.mark.parametrize(
    ("scope", "path"),
    [
        ("appeals:write", "/appeals"),
        ("attachments:write", "/attachments"),
        ("proceedings:write", "/proceedings/2026-75-000001/steps/note"),
    ],
)
def test_a_token_does_what_its_scopes_say(callers: Callers, scope: str, path: str) -> None:
    others = tuple({"appeals:write", "attachments:write", "proceedings:read", "proceedings:write"} - {scope})
    said = callers.of(scopes=others).post(path, LETTER)
    assert _shape(said) == (403, "no_right")
    assert scope in said.json()["error"]["message"]


def test_what_the_kernel_refuses_keeps_its_code(callers: Callers) -> None:
    caller = callers.of("almaty.registrar")
    number = caller.post("/appeals", LETTER).json()["number"]
    steps = f"/proceedings/{number}/steps"
    assert _shape(caller.post(f"{steps}/answer", {"seen": "0" * 64})) == (409, "wrong_state")
    assert _shape(callers.of(body="750000-oblast").post(f"{steps}/assign", {"executor": 1})) == (403, "no_right")
    assert _shape(caller.post(f"{steps}/assign", {"executor": 2**70})) == (422, "invalid")
    assert _shape(caller.post(f"{steps}/dance", {})) == (404, "not_found")
    assert _shape(caller.post(f"{steps}/register", LETTER)) == (404, "not_found")
    assert _shape(caller.post(f"{steps}/note", {"text": "x"}, {"If-Match": "soon"})) == (422, "invalid")


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/proceedings?cursor=%00", 422, "invalid"),
        ("/proceedings?cursor=MjAyNi0wMy0wNSAx-", 422, "invalid"),
        ("/proceedings?limit=201", 422, "invalid"),
        ("/proceedings?limit=0", 422, "invalid"),
        ("/proceedings?due_before=soon", 422, "invalid"),
        ("/proceedings?state=%00", 422, "invalid"),
        ("/proceedings?body=nowhere", 422, "invalid"),
        ("/proceedings?procedure=dance", 422, "invalid"),
        ("/proceedings?executor=99999999999999999999", 422, "invalid"),
        ("/proceedings/%00", 404, "not_found"),
        ("/proceedings/%ff", 404, "not_found"),
        ("/proceedings/" + "9" * 500, 404, "not_found"),
        ("/nothing", 404, "not_found"),
        ("/law/norms/29I.9999", 404, "unknown_norm"),
        ("/law/norms/29I.50?on=1990-01-01", 422, "not_in_force"),
        ("/law/calendar/1990", 404, "calendar_unknown"),
        ("/law/calendar/soon", 422, "invalid"),
        ("/appeals", 405, "wrong_method"),
    ],
)
def test_addresses_that_lead_nowhere(callers: Callers, path: str, status: int, code: str) -> None:
    caller = callers.of()
    assert _shape(caller.browser.get(f"/api/v1{path}", headers=caller.headers(None))) == (status, code)


def test_ten_wrong_codes_close_the_door_for_an_hour(callers: Callers) -> None:
    track = callers.of().post("/appeals", LETTER).json()["track"]
    caller = Caller()
    assert [_shape(caller.get("/track/0000-0000-0000-0000")) for _ in range(10)] == [(404, "not_found")] * 10
    closed = caller.get(f"/track/{track}")
    assert _shape(closed) == (429, "too_many")
    assert closed["Retry-After"] == "3600"
    elsewhere = caller.browser.get(f"/api/v1/track/{track}", REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 200


FILES = {
    "a document": ("scan.pdf", "application/pdf", b"%PDF-1.7", 201),
    "a picture": ("a.JPG", "image/jpeg", b"\xff\xd8\xff", 201),
    "a program by its name": ("a.exe", "application/pdf", b"text", 415),
    "a program by its type": ("a.pdf", "application/x-msdownload", b"text", 415),
    "a program by its bytes": ("a.pdf", "application/pdf", b"MZ\x90\x00", 415),
    "a page": ("a.html", "text/html", b"<html>", 415),
    "no ending": ("a", "application/pdf", b"text", 415),
}


@pytest.mark.parametrize(("name", "kind", "content", "status"), FILES.values(), ids=FILES)
def test_files_that_are_taken_and_refused(callers: Callers, name: str, kind: str, content: bytes, status: int) -> None:
    said = callers.of().upload(SimpleUploadedFile(name, content, kind))
    assert said.status_code == status
    assert StoredFile.objects.count() == (status == 201)


def test_a_file_uploaded_is_named_by_an_appeal_of_its_own_client_alone(callers: Callers) -> None:
    caller = callers.of()
    kept = caller.upload(SimpleUploadedFile("scan.pdf", b"%PDF-1.7", "application/pdf")).json()["id"]
    letter = {**LETTER, "attachments": [{"id": kept}]}
    assert _shape(callers.of().post("/appeals", letter)) == (422, "invalid")
    number = caller.post("/appeals", letter).json()["number"]
    assert caller.get(f"/proceedings/{number}").json()["files"][0]["id"] == kept


def test_a_file_too_large_is_refused_before_it_is_read(callers: Callers) -> None:
    class Unread:
        def read(self, *_size: int) -> bytes:
            raise AssertionError("read")

        readline = read

    caller = callers.of()
    said = caller.browser.generic(
        "POST",
        "/api/v1/attachments",
        b"x",
        "multipart/form-data; boundary=x",
        headers=caller.headers(None),
        CONTENT_LENGTH=str(26 * 1024 * 1024),
        **{"wsgi.input": Unread()},
    )
    assert _shape(said) == (413, "too_large")
    assert _shape(caller.post("/attachments", {})) == (415, "file_type")
    broken = caller.browser.generic(
        "POST", "/api/v1/attachments", b"x", "multipart/form-data", headers=caller.headers(None)
    )
    assert _shape(broken) == (400, "unreadable")
