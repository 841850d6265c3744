"""Shared by all tests: the index of tests by norm, the database of the session, the house in it."""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import django
import pytest

from tests.postgres import SessionDatabase

if TYPE_CHECKING:
    from tests.house import House

# pytest-django reads the settings when it is configured, which is after this file is read and before any test.
_DATA = tempfile.TemporaryDirectory(prefix="nadzor-test-data-")
_DATABASE = SessionDatabase()
os.environ["NADZOR_DATA"] = _DATA.name
os.environ["DJANGO_SETTINGS_MODULE"] = "nadzor.web.settings"
_DATABASE.start()
django.setup()
(Path(_DATA.name) / "static").mkdir()  # where `nadzor run` gathers the files of pages: without it each client warns


def pytest_unconfigure() -> None:
    _DATABASE.stop()
    _DATA.cleanup()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--norms-index", type=Path, help="write which tests name which norms, as JSON")


def pytest_collection_finish(session: pytest.Session) -> None:
    target: Path | None = session.config.getoption("--norms-index")
    if target is None:
        return
    index: dict[str, set[str]] = {}
    for item in session.items:
        for mark in item.iter_markers("norm"):
            for norm in mark.args:
                index.setdefault(norm, set()).add(item.nodeid.partition("[")[0])
    told = {norm: sorted(names) for norm, names in sorted(index.items())}
    target.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


@pytest.fixture(scope="session", autouse=True)
def _journal_lets_go() -> Iterator[None]:
    """The journal refuses to be emptied; after a test with transactions of its own Django empties every table."""
    from django.db import connection
    from django.test import TransactionTestCase

    flush = TransactionTestCase._fixture_teardown

    def let_go(case: TransactionTestCase) -> None:
        if not connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute("ALTER TABLE casework_entry DISABLE TRIGGER USER")
            flush(case)
            with connection.cursor() as cursor:
                cursor.execute("ALTER TABLE casework_entry ENABLE TRIGGER USER")
        else:
            flush(case)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(TransactionTestCase, "_fixture_teardown", let_go)
        yield


@pytest.fixture
def house(db: None) -> Iterator["House"]:
    """The seeded house on the morning of Thursday, 5 March 2026."""
    from nadzor import clock
    from nadzor.organs import directory
    from tests.house import MORNING, House

    directory.forget()
    with clock.standing_at(MORNING):
        yield House()
    directory.forget()
