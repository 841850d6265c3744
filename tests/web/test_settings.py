"""Settings as an operator gives them."""

import runpy
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from nadzor.web import middleware

SETTINGS = str(Path(middleware.__file__).parent / "settings.py")
OURS = ("NADZOR_HOSTS", "NADZOR_HTTPS", "NADZOR_PROXIES", "NADZOR_METRICS_FROM", "DATABASE_URL", "NADZOR_DEBUG")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a reader of the settings with these variables alone."""

    def with_variables(**variables: str) -> dict[str, Any]:
        for name in OURS:
            monkeypatch.delenv(name, raising=False)
        for name, value in {"NADZOR_SECRET_KEY": "made up", **variables}.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(SETTINGS)

    return with_variables


def test_the_machine_itself_is_always_answered(read: Any) -> None:
    own = ["localhost", "127.0.0.1", "[::1]"]
    assert read()["ALLOWED_HOSTS"] == own
    named = read(NADZOR_HOSTS="nadzor.example.kz, www.nadzor.example.kz")["ALLOWED_HOSTS"]
    assert named == ["nadzor.example.kz", "www.nadzor.example.kz", *own]


def test_https_needs_the_proxies(read: Any) -> None:
    with pytest.raises(ImproperlyConfigured, match="NADZOR_HTTPS=yes needs NADZOR_PROXIES") as caught:
        read(NADZOR_HTTPS="yes")
    assert all("NADZOR_PROXIES=127.0.0.1" in text for text in caught.value.phrase)  # type: ignore[attr-defined]
    assert len(set(caught.value.phrase)) == 3  # type: ignore[attr-defined]
    behind = read(NADZOR_HTTPS="yes", NADZOR_PROXIES="127.0.0.1")
    assert behind["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    assert (behind["SESSION_COOKIE_SECURE"], behind["CSRF_COOKIE_SECURE"]) == (True, True)
    plain = read()
    assert (plain["SECURE_PROXY_SSL_HEADER"], plain["SESSION_COOKIE_SECURE"]) == (None, False)


@pytest.mark.parametrize(
    ("variables", "answered"),
    [
        ({}, {"127.0.0.1"}),
        ({"NADZOR_HTTPS": "yes", "NADZOR_PROXIES": "127.0.0.1"}, set()),
        ({"NADZOR_HTTPS": "yes", "NADZOR_PROXIES": "127.0.0.1", "NADZOR_METRICS_FROM": "192.0.2.7"}, {"192.0.2.7"}),
    ],
)
def test_who_reads_the_metrics(read: Any, variables: dict[str, str], answered: set[str]) -> None:
    assert read(**variables)["METRICS_FROM"] == answered


def test_the_database_is_the_one_that_libpq_reads(read: Any) -> None:
    url = "postgresql://us%40er:a%23b%2F@[::1]:5433/cases?sslmode=verify-full&connect_timeout=7"
    told = read(DATABASE_URL=url)["DATABASES"]["default"]
    named = {key: told[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    assert named == {"NAME": "cases", "USER": "us@er", "PASSWORD": "a#b/", "HOST": "::1", "PORT": "5433"}
    assert told["OPTIONS"] == {"application_name": "nadzor", "connect_timeout": "7", "sslmode": "verify-full"}
    sockets = read(DATABASE_URL="postgres://nadzor:p@/?host=%2Frun%2Fpg")["DATABASES"]["default"]
    assert (sockets["HOST"], sockets["NAME"], sockets["OPTIONS"]["connect_timeout"]) == ("/run/pg", "nadzor", 5)


@pytest.mark.parametrize("url", ["mysql://u:hidden@h/d", "postgresql://u:hid%zzden@h/d", "postgresql://u:a@hidden@h/d"])
def test_a_wrong_address_is_told_without_its_text(read: Any, url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as caught:
        read(DATABASE_URL=url)
    assert "hid" not in str(caught.value)
    assert caught.value.__suppress_context__
