"""`nadzor run` and `nadzor prepare` that cannot start: a sentence, exit code, nothing changed, no traceback."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import temporary_folder
from tests.supervisor.test_run import free_port


@pytest.fixture
def folder() -> Iterator[Path]:
    made = temporary_folder()
    yield made
    shutil.rmtree(made)


def told(folder: Path, command: str = "run", **environment: str) -> tuple[int, str]:
    """Return the exit code and the words of the program on a data folder `var`, alone with these variables."""
    ours = {"PATH": os.environ["PATH"], "NADZOR_DATA": str(folder / "var"), "NADZOR_LANG": "en"}
    named = {"NADZOR_SERVER_USER": "nobody", "PORT": str(free_port())}
    run = [sys.executable, "-m", "nadzor", command]
    done = subprocess.run(
        run, env={**ours, **named, **environment}, capture_output=True, text=True, check=False, timeout=120
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stderr


def listing(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize(
    ("command", "name", "value", "words"),
    [
        ("run", "PORT", "many", "'many' is not a valid integer"),
        ("run", "PORT", "70000", "70000 is not in the range"),
        ("run", "NADZOR_DEMO", "perhaps", "'perhaps' is not a valid boolean"),
        ("prepare", "NADZOR_DEMO", "perhaps", "'perhaps' is not a valid boolean"),
    ],
)
def test_a_wrong_option_of_the_start(folder: Path, command: str, name: str, value: str, words: str) -> None:
    code, said = told(folder, command, **{name: value})
    assert (code, words in said) == (2, True), said
    assert listing(folder) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NADZOR_DEBUG", "perhaps"),
        ("NADZOR_HTTPS", "1"),
        ("NADZOR_METRICS_FROM", "127.0.0.1, office"),
        ("NADZOR_PROXIES", "proxy.example"),
    ],
)
def test_a_wrong_setting_of_the_site_stops_the_whole_start(folder: Path, name: str, value: str) -> None:
    code, said = told(folder, **{name: value})
    assert (code, f"A setting is wrong: {name}" in said, "The program is stopped" in said) == (1, True, True), said


def test_https_without_proxies_is_told_before_anything_serves(folder: Path) -> None:
    code, said = told(folder, NADZOR_HTTPS="yes")
    assert (code, "A setting is wrong: NADZOR_HTTPS=yes needs NADZOR_PROXIES" in said) == (1, True), said
    code, said = told(folder, NADZOR_HTTPS="yes", NADZOR_LANG="kk")
    assert (code, "NADZOR_HTTPS=yes үшін NADZOR_PROXIES керек" in said) == (1, True), said


def test_a_database_of_an_older_version_is_told_and_untouched(folder: Path) -> None:
    data = folder / "var" / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("17\n")
    (folder / "var" / "nadzor.json").write_text(json.dumps({"format": 1, "id": "a", "postgresql": 17}))
    code, said = told(folder)
    assert (code, "made by PostgreSQL 17, and the program holds PostgreSQL 18" in said) == (1, True), said
    assert listing(folder / "var" / "postgres") == ["data", "data/PG_VERSION"]


def test_a_folder_that_cannot_be_made_is_told(folder: Path) -> None:
    closed = "/sys/nadzor"  # not even root makes folders there
    code, said = told(folder, NADZOR_DATA=closed)
    assert (code, f"There is no right to write to {closed}" in said) == (1, True), said


@pytest.mark.parametrize("command", ["run", "prepare"])
def test_a_folder_of_somebody_else_is_left_alone(folder: Path, command: str) -> None:
    (folder / "var").mkdir()
    (folder / "var" / "letters.csv").write_text("mine")
    code, said = told(folder, command)
    words = "is not empty and is not this program's" if command == "run" else "There are no data in"
    assert (code, words in said) == (1, True), said
    assert listing(folder) == ["var", "var/letters.csv"]


def test_a_file_in_place_of_the_folder_is_told(folder: Path) -> None:
    (folder / "var").write_text("mine")
    code, said = told(folder)
    assert (code in {1, 2}, "var" in said, (folder / "var").read_text()) == (True, True, "mine"), said


def test_a_key_that_cannot_be_kept_is_told(folder: Path) -> None:
    (folder / "var").mkdir()
    (folder / "var" / "letters.csv").write_text("mine")
    code, said = told(folder, "check", DATABASE_URL=os.environ["DATABASE_URL"])
    assert (code, "is not empty and is not this program's" in said) == (1, True), said
