"""The house from the command line: prepared, looked through, backed up, restored, each in a process of its own."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nadzor.embedded import Cluster
from tests.embedded.tools import ask
from tests.postgres import temporary_cluster, temporary_folder


class Terminal:
    """A cluster of its own and the program on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cluster: Cluster = temporary_cluster(folder / "var")
        self.cluster.start()

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        ours = {"DATABASE_URL": self.cluster.dsn(), "NADZOR_DATA": str(self.folder / "var"), "NADZOR_LANG": "en"}
        return {**kept, **ours, **more}

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "nadzor", *arguments],
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def sql(self, statement: str) -> str:
        return ask(self.cluster, statement)


@pytest.fixture(scope="module")
def demo() -> Iterator[Terminal]:
    """A house with the demo."""
    folder = temporary_folder()
    terminal = Terminal(folder)
    done = terminal.run("prepare")
    assert done.returncode == 0, done.stderr
    assert "nadzor-demo-2026" in done.stdout
    yield terminal
    terminal.cluster.stop()
    shutil.rmtree(folder)


@pytest.fixture
def empty() -> Iterator[Terminal]:
    """A house that nothing was laid into."""
    folder = temporary_folder()
    terminal = Terminal(folder)
    yield terminal
    terminal.cluster.stop()
    shutil.rmtree(folder)


def test_a_demo_has_accounts_and_letters_and_is_laid_once(demo: Terminal) -> None:
    counted = "SELECT (SELECT count(*) FROM accounts_account), (SELECT count(*) FROM casework_proceeding)"
    before = demo.sql(counted)
    assert demo.sql("SELECT count(*) FROM accounts_account WHERE login = 'almaty.registrar'") == "1"
    assert demo.sql("SELECT count(*) FROM casework_proceeding") == "6"
    again = demo.run("prepare")
    assert (again.returncode, demo.sql(counted)) == (0, before)


def test_a_prepared_house_is_whole(demo: Terminal) -> None:
    for command in (("check",), ("journal", "verify")):
        done = demo.run(*command)
        assert (done.returncode, done.stderr) == (0, "")


def test_tampering_is_told_with_exit_code_one(demo: Terminal) -> None:
    demo.sql("UPDATE casework_register SET last_number = last_number + 1")
    done = demo.run("journal", "verify")
    assert done.returncode == 1
    assert "a register number does not agree" in done.stdout
    demo.sql("UPDATE casework_register SET last_number = last_number - 1")
    demo.sql("UPDATE casework_tally SET count = count + 1")
    assert demo.run("check").returncode == 1
    assert demo.run("check", "--mend").returncode == 0


def test_the_worker_delivers_and_ends_when_it_is_told_to(demo: Terminal) -> None:
    waiting = "SELECT count(*) FROM casework_notice WHERE delivered_at IS NULL"
    demo.sql("UPDATE casework_notice SET delivered_at = NULL, delivered_by = ''")
    worker = subprocess.Popen([sys.executable, "-m", "nadzor", "worker"], env=demo.environment())
    try:
        deadline = time.monotonic() + 40
        while demo.sql(waiting) != "0" and time.monotonic() < deadline:
            time.sleep(0.3)
        assert demo.sql(waiting) == "0"
    finally:
        worker.terminate()
        worker.wait(20)
    assert worker.returncode == 0


def test_a_calendar_is_previewed_and_applied_in_a_house(demo: Terminal) -> None:
    file = demo.folder / "2027.toml"
    file.write_text('year = 2027\nstatus = "provisional"\nknown_since = 2026-06-11\n', encoding="utf-8")
    previewed = demo.run("law", "preview", str(file))
    assert (previewed.returncode, "Nothing was changed" in previewed.stdout) == (0, True), previewed.stderr
    place = demo.folder / "var" / "law" / "calendar" / "2027.toml"
    assert not place.exists()
    assert demo.run("law", "apply", str(file), "--order", "made up").returncode == 1
    applied = demo.run("law", "apply", str(file), "--order", "made up", "--yes")
    assert (applied.returncode, place.exists()) == (0, True), applied.stderr
    assert [demo.run(*command).returncode for command in (("check",), ("journal", "verify"))] == [0, 0]
    place.write_text("year", encoding="utf-8")
    stopped = demo.run("check")
    assert (stopped.returncode, "2027.toml: cannot be read as TOML" in stopped.stderr) == (1, True)
    place.unlink()
    assert demo.run("law", "apply", "--order", "made up", "--yes").returncode == 0


def test_a_backup_is_restored_into_an_empty_folder(demo: Terminal) -> None:
    content = b"a file of a case"
    digest = hashlib.sha256(content).hexdigest()
    place = demo.folder / "var" / "files" / digest[:2] / digest
    place.parent.mkdir(parents=True)
    place.write_bytes(content)
    demo.sql(
        "INSERT INTO casework_storedfile (public_id, sha256, name, content_type, size, space, made_at) "  # noqa: S608
        f"VALUES (gen_random_uuid(), '{digest}', 'a.txt', 'text/plain', {len(content)}, 'p1', now())"
    )
    demo.sql("INSERT INTO django_session VALUES ('a-made-up-session', 'signed', now() + interval '1 day')")
    year = demo.folder / "var" / "law" / "calendar" / "2027.toml"
    year.parent.mkdir(parents=True, exist_ok=True)
    year.write_text('year = 2027\nstatus = "provisional"\nknown_since = 2026-06-12\n', encoding="utf-8")
    archive = demo.folder / "copy.tar"
    done = demo.run("backup", str(archive))
    assert done.returncode == 0, done.stderr
    assert archive.stat().st_mode & 0o777 == 0o600
    with tarfile.open(archive) as held:
        kept = {f"files/{digest[:2]}/{digest}", "law/calendar/2027.toml"}
        assert set(held.getnames()) == {"manifest.json", "database.dump", *kept}
        member = held.extractfile("manifest.json")
        assert member is not None
        manifest = json.loads(member.read())
    entries = int(demo.sql("SELECT count(*) FROM casework_entry"))
    assert manifest["counts"] == {"entries": entries, "proceedings": 6, "files": 1}

    target = demo.folder / "restored"
    restored = demo.run("restore", str(archive), "--data", str(target))
    assert restored.returncode == 0, restored.stderr
    assert "the journal is whole" in restored.stdout
    assert "everybody signs in anew" in restored.stdout
    keys = [(place / "secret-key").read_text() for place in (demo.folder / "var", target)]
    assert keys[0] != keys[1]
    assert (target / "files" / digest[:2] / digest).read_bytes() == content
    assert (target / "law" / "calendar" / "2027.toml").read_bytes() == year.read_bytes()
    year.unlink()
    cluster = temporary_cluster(target)
    cluster.start()
    try:
        heads = "SELECT string_agg(encode(head, 'hex'), ',' ORDER BY id) FROM casework_register"
        assert ask(cluster, heads) == demo.sql(heads)
        assert ask(cluster, "SELECT count(*) FROM casework_entry") == str(entries)
        assert ask(cluster, "SELECT count(*) FROM django_session") == "0"
        same = "SELECT string_agg(login || password, ',' ORDER BY login) FROM accounts_account"
        assert ask(cluster, same) == demo.sql(same)
    finally:
        cluster.stop()
    refused = demo.run("restore", str(archive), "--data", str(target))
    assert refused.returncode == 1
    assert "is not empty" in refused.stderr


def test_a_file_that_is_no_backup_is_refused(demo: Terminal) -> None:
    wrong = demo.folder / "wrong.tar"
    wrong.write_bytes(b"x" * 2000)
    done = demo.run("restore", str(wrong), "--data", str(demo.folder / "elsewhere"))
    assert done.returncode == 1
    assert "not one of our backups" in done.stderr


def test_an_empty_house_gets_an_administrator_and_nothing_else(empty: Terminal) -> None:
    password = empty.folder / "password"
    password.write_text("long-enough-secret\n")
    assert empty.run("prepare", NADZOR_DEMO="0", NADZOR_ADMIN_PASSWORD_FILE=str(password)).returncode == 0
    assert empty.sql("SELECT login FROM accounts_account") == "admin"
    assert empty.sql("SELECT role FROM organs_duty") == "administrator"
    assert empty.sql("SELECT count(*) FROM casework_proceeding") == "0"


def test_a_database_that_does_not_fit_is_refused_in_words(empty: Terminal) -> None:
    unprepared = empty.run("check")
    assert (unprepared.returncode, "Run “nadzor prepare”" in unprepared.stderr) == (1, True)
    away = empty.run("check", DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    assert (away.returncode, "cannot be reached" in away.stderr) == (1, True)
    nothing = empty.run("check", DATABASE_URL="", NADZOR_DATA=str(empty.folder / "nothing"))
    assert (nothing.returncode, "There are no data" in nothing.stderr) == (1, True)
    wrong = empty.run("check", NADZOR_DEBUG="perhaps")
    assert (wrong.returncode, "A setting is wrong: NADZOR_DEBUG" in wrong.stderr) == (1, True)


def test_a_later_version_or_an_unknown_state_is_refused(empty: Terminal) -> None:
    assert empty.run("prepare").returncode == 0
    empty.sql("INSERT INTO django_migrations (app, name, applied) VALUES ('casework', '0999_later', now())")
    later = empty.run("prepare")
    assert (later.returncode, "casework.0999_later" in later.stderr) == (1, True)
    empty.sql("DELETE FROM django_migrations WHERE name = '0999_later'")
    empty.sql("UPDATE casework_proceeding SET state = 'dreaming' WHERE id = (SELECT min(id) FROM casework_proceeding)")
    unknown = empty.run("prepare")
    assert (unknown.returncode, "appeal/dreaming" in unknown.stderr) == (1, True)


def test_letters_are_imported_and_the_refused_ones_reported(demo: Terminal) -> None:
    table = demo.folder / "letters.csv"
    table.write_text(
        "id;arrived;place;text\n1;2026-03-02 10:00;750000000;Нет воды\n2;soon;750000000;Нет света\n", encoding="cp1251"
    )
    told = demo.folder / "map.toml"
    told.write_text(
        'source = "test"\n[columns]\nexternal_id = "id"\nreceived_at = "arrived"\ntext = "text"\n'
        '[defaults]\nchannel = "paper"\n[territory]\ncolumn = "place"\n',
        encoding="utf-8",
    )
    command = ("import", "letters", str(table), "--map", str(told), "--as", "history")
    first = demo.run(*command)
    assert (first.returncode, "Registered: 1. Already there: 0. Refused: 1." in first.stdout) == (1, True)
    report = demo.folder / "letters.csv.refused.jsonl"
    line = json.loads(report.read_text(encoding="utf-8"))
    assert (line["line"], line["external_id"], set(line["fields"])) == (3, "2", {"received_at"})
    table.write_text(table.read_text(encoding="cp1251").replace("soon", "2026-03-03 10:00"), encoding="cp1251")
    second = demo.run(*command)
    assert (second.returncode, "Registered: 1. Already there: 1. Refused: 0." in second.stdout) == (0, True)
    assert not report.exists()
