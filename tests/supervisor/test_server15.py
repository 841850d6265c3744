"""A PostgreSQL 15 of the operator's own behind DATABASE_URL: what is asked of it, and the whole program on it."""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import threading
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from nadzor.embedded import EmbeddedRefusal
from nadzor.supervisor import server
from tests.embedded.tools import ask
from tests.postgres import WITHOUT_15, Server15, postgres_15, server_15, temporary_cluster, temporary_folder
from tests.supervisor.test_run import free_port

pytestmark = pytest.mark.skipif(postgres_15() is None, reason=WITHOUT_15)


@pytest.fixture(scope="module")
def server15() -> Iterator[Server15]:
    with server_15(free_port()) as made:
        for options in (
            "plain OWNER office LOCALE 'C' TEMPLATE template0",
            "ascii OWNER office ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0",
            "icu_on_c OWNER office LOCALE_PROVIDER icu ICU_LOCALE 'ru' LOCALE 'C' TEMPLATE template0",
            "icu OWNER office LOCALE_PROVIDER icu ICU_LOCALE 'ru' LOCALE 'C.UTF-8' TEMPLATE template0",
            "foreign_one",
        ):
            made.sql(f"CREATE DATABASE {options}")
        yield made


@pytest.mark.parametrize("database", ["nadzor", "icu"])
def test_a_database_that_knows_cyrillic_passes(server15: Server15, database: str) -> None:
    server.check(server15.dsn(database))


@pytest.mark.parametrize(
    ("database", "password", "words"),
    [
        ("plain", None, "does not know Cyrillic"),
        ("ascii", None, "does not know Cyrillic"),
        ("icu_on_c", None, "does not know Cyrillic"),
        ("foreign_one", None, "The user office may not create tables in the database foreign_one"),
        ("absent", None, 'database "absent" does not exist'),
        ("nadzor", "a-wrong-word", 'password authentication failed for user "office"'),
    ],
)
def test_what_does_not_do_is_told(server15: Server15, database: str, password: str | None, words: str) -> None:
    address = server15.dsn(database) if password is None else server15.dsn(database, password=password)
    with pytest.raises(EmbeddedRefusal, match=words) as caught:
        server.check(address)
    assert all(caught.value.phrase)
    assert "a-wrong-word" not in str(caught.value.phrase)


class Visitor:
    """A browser without script."""

    def __init__(self, port: int) -> None:
        self.site = f"http://127.0.0.1:{port}"
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        return str(self.opener.open(self.site + path, timeout=20).read().decode())

    def post(self, path: str, **data: str) -> str:
        """Send the form of a page with what it hides; return where it leads."""
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', self.get(path)))
        body = urllib.parse.urlencode({**hidden, **data}).encode()
        return urllib.parse.unquote(self.opener.open(self.site + path, body, timeout=20).geturl())


class Running:
    """The program itself on the server, with data of its own."""

    def __init__(self, server15: Server15, folder: Path) -> None:
        self.port = free_port()
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
            "DATABASE_URL": server15.dsn(),
            "NADZOR_DATA": str(folder / "var"),
            "NADZOR_LANG": "en",
        }

    def start(self) -> subprocess.Popen[str]:
        program = subprocess.Popen(
            [sys.executable, "-m", "nadzor", "run", "--port", str(self.port)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        guard = threading.Timer(120, program.kill)
        guard.start()
        assert program.stdout is not None
        seen = ""
        while "To stop: Ctrl-C" not in seen:
            line = program.stdout.readline()
            assert line, seen
            seen += line
        guard.cancel()
        return program

    def call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "nadzor", *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, timeout=120)


def test_the_program_runs_on_it_and_a_backup_goes_into_a_house_of_its_own(server15: Server15) -> None:
    folder = temporary_folder()
    running = Running(server15, folder)
    program = running.start()
    try:
        visitor = Visitor(running.port)
        visitor.post("/work/sign-in/", username="almaty.registrar", password="nadzor-demo-2026")  # noqa: S106
        arrived = dt.datetime.now(dt.timezone(dt.timedelta(hours=5))) - dt.timedelta(minutes=5)
        letter = {"received_at": f"{arrived:%d.%m.%Y %H:%M}", "channel": "paper", "language": "ru", "kind": "message"}
        applicant = {"type": "person", "surname": "Пробная", "given_name": "Заявительница", "iin": "960101500101"}
        place = {"addressed_to": "750000-oblast", "postal_address": "улица Примерная, 1"}
        leads = visitor.post("/work/intake/", **letter, **applicant, **place, text="Во дворе третий месяц темно.")
        number = leads.split("/")[-3]
        assert leads.endswith("/receipt/"), leads
        program.terminate()
        assert program.wait(30) == 0
        assert server15.sql("SELECT count(*) FROM casework_proceeding", "nadzor") == "7"  # six letters of the demo
        program = running.start()
        assert "Пробная" in visitor.get(f"/work/case/{urllib.parse.quote(number)}/")  # and the session goes on
        assert number in visitor.get(f"/work/find/?{urllib.parse.urlencode({'q': 'ТРЕТИЙ двор'})}")

        saved = running.call("backup", str(folder / "copy.tar"))
        assert saved.returncode == 0, saved.stderr
        restored = running.call("restore", str(folder / "copy.tar"), "--data", str(folder / "restored"))
        assert restored.returncode == 0, restored.stderr
        cluster = temporary_cluster(folder / "restored")
        cluster.start()
        try:
            assert ask(cluster, f"SELECT count(*) FROM casework_proceeding WHERE number = '{number}'") == "1"  # noqa: S608
        finally:
            cluster.stop()
    finally:
        program.terminate()
        program.communicate(timeout=30)
        shutil.rmtree(folder)


def test_a_server_whose_locale_is_c_is_refused_before_anything_is_done(server15: Server15) -> None:
    folder = temporary_folder()
    running = Running(server15, folder)
    running.environment["DATABASE_URL"] = server15.dsn("plain")
    done = running.call("run", "--port", str(running.port))
    shutil.rmtree(folder)
    assert (done.returncode, "LOCALE 'C.UTF-8'" in done.stderr) == (1, True), done.stderr
    assert server15.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", "plain") == "0"
