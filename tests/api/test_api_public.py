"""What answers without a token: the law, the health of the house, the description."""

from typing import Any

import pytest
from django.test import Client as Browser
from django.test import RequestFactory

from nadzor.accounts.addresses import address_of
from tests.api.callers import Caller, Callers
from tests.house import LETTER

pytestmark = pytest.mark.django_db


@pytest.mark.norm("29I.50")
def test_questions_to_the_law_are_answered_in_order_and_a_bad_one_stops_no_other() -> None:
    questions = [{"ask": "due", "norm": "29I.50", "from": "2026-03-05", "id": 7}, {"ask": "nothing"}, 5]
    said = Caller().post("/law/ask", questions)
    assert said.status_code == 200
    first, second, third = said.json()
    # the example of docs/ask.md
    assert (first["id"], first["due"]) == (7, "2026-04-01")
    assert second["error"]["code"] == "unknown_question"
    assert third["error"]["code"] == "bad_json"
    assert Caller().post("/law/ask", {"ask": "due"}).status_code == 422
    assert Caller().post("/law/ask", b"[").status_code == 400


def test_a_norm_is_told_with_its_wording_and_place_in_the_code() -> None:
    said = Caller().get("/law/norms/29I.54", on="2026-03-05").json()
    assert (said["row"], said["kind"]) == ("29I.54", "clock")
    assert said["rule"]
    assert any(place.startswith("nadzor/appeals/") for place in said["standing"]["code"])


def test_the_calendar_of_a_year() -> None:
    said = Caller().get("/law/calendar/2026").json()
    off = {each["day"]: each["reason"] for each in said["days_off"]}
    assert off["2026-03-09"] == "shift"
    assert "2026-03-10" not in off


def test_health_and_counters(callers: Callers, settings: Any) -> None:
    callers.of().post("/appeals", LETTER)
    browser = Browser()
    assert browser.get("/healthz").json() == {"status": "ok"}
    assert browser.get("/readyz").json() == {"status": "ok", "database": "ok", "queue": "ok", "storage": "ok"}
    lines = browser.get("/metrics").content.decode().splitlines()
    assert 'nadzor_proceedings_open{procedure="appeal"} 1' in lines
    assert "nadzor_entries_total 1" in lines
    assert browser.get("/metrics", REMOTE_ADDR="192.0.2.7").status_code == 404
    settings.MEDIA_ROOT = "/proc/nowhere"
    away = browser.get("/readyz")
    assert (away.status_code, away["Retry-After"]) == (503, "5")
    error = away.json()["error"]
    assert (error["code"], error["cites"], list(error["fields"])) == ("not_ready", [], ["storage"])


def test_the_description_names_every_address() -> None:
    said = Caller().get("/openapi.json").json()
    assert set(said["paths"]) == {
        *("/api/v1/appeals", "/api/v1/attachments", "/api/v1/proceedings", "/api/v1/proceedings/{number}"),
        *("/api/v1/proceedings/{number}/journal", "/api/v1/proceedings/{number}/steps"),
        *("/api/v1/proceedings/{number}/steps/{step}", "/api/v1/track/{code}", "/api/v1/law/ask"),
        *("/api/v1/law/norms/{id}", "/api/v1/law/calendar/{year}"),
    }
    assert "Applicant" in said["components"]["schemas"]
    assert Browser().get("/api/v1/docs").status_code == 200


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("192.0.2.7", "198.51.100.1", "192.0.2.7"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "203.0.113.5, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.1", "nonsense", "10.0.0.1"),
        ("10.0.0.1", "", "10.0.0.1"),
    ],
)
def test_only_a_proxy_of_ours_is_believed(settings: Any, remote: str, forwarded: str, address: str) -> None:
    settings.PROXIES = frozenset({"10.0.0.1", "10.0.0.2"})
    request = RequestFactory().get("/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)
    assert address_of(request) == address
