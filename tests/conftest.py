"""Shared by all tests: the index of tests by norm."""

import json
from pathlib import Path

import pytest


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
