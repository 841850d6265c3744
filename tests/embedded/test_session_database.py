"""The helper of the test session itself."""

import os
from pathlib import Path

import psycopg
import pytest

from tests.postgres import SessionDatabase


def test_a_session_gets_a_database_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("NADZOR_DATA", raising=False)
    session = SessionDatabase()
    session.start()
    data = Path(os.environ["NADZOR_DATA"])
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("off",)
    session.stop()
    assert (data.parent.exists(), "DATABASE_URL" in os.environ, "NADZOR_DATA" in os.environ) == (False, False, False)


def test_a_database_that_is_named_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/nadzor")
    session = SessionDatabase()
    session.start()
    session.stop()
    assert os.environ["DATABASE_URL"] == "postgresql://elsewhere/nadzor"
