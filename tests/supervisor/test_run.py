"""`nadzor run` with a real database and stand-in children: order, watching, endings, refusals."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nadzor.embedded import Cluster, DataFolder, remnants
from tests.postgres import temporary_folder

PREPARED = """
import os, pathlib
pathlib.Path(os.environ["JOURNAL"]).open("a").write("prepare demo=%s\\n" % os.environ["NADZOR_DEMO"])
"""
WEB = """
import http.server, os, pathlib, sys
pathlib.Path(os.environ["JOURNAL"]).open("a").write("web\\n")
class Ready(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(os.getpid()).encode())
    def log_message(self, *told): pass
http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Ready).serve_forever()
"""
WORKER = """
import os, pathlib, signal, sys, time
journal = pathlib.Path(os.environ["JOURNAL"])
def end(*_):
    journal.open("a").write("worker ends\\n")
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
journal.open("a").write(f"worker {os.getpid()}\\n")
while True: time.sleep(1)
"""
DRIVER = """
import os, sys
from pathlib import Path
sys.executable = os.environ["STAND_IN"]
from nadzor import supervisor
sys.exit(supervisor.run(int(os.environ["PORT"]), Path(os.environ["NADZOR_DATA"]), demo=True))
"""


class Runner:
    """One data folder, one port, and the program started on them as often as a test likes."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "var"
        self.journal = folder / "journal"
        self.journal.touch()
        self.port = free_port()
        stand_in = folder / "python"
        for name, text in (("prepare", PREPARED), ("web", WEB), ("worker", WORKER)):
            (folder / name).write_text(text)
        stand_in.write_text(
            f'#!/bin/sh\ncase "$2$3" in nadzorprepare) part=prepare;; nadzorworker) part=worker;; granian*) part=web;;'
            f' *) exit 9;; esac\nexec "{sys.executable}" "{folder}/$part"\n'
        )
        stand_in.chmod(0o755)
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "NADZOR_LANG": "en",
            "PORT": str(self.port),
            "NADZOR_DATA": str(self.data),
            "STAND_IN": str(stand_in),
            "JOURNAL": str(self.journal),
        }
        self.started: list[subprocess.Popen[str]] = []

    def start(self, **environment: str) -> subprocess.Popen[str]:
        self.started.append(
            subprocess.Popen(
                [sys.executable, "-c", DRIVER],
                env={**self.environment, **environment},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        )
        return self.started[-1]

    def told(self) -> list[str]:
        return self.journal.read_text().splitlines()

    def worker(self) -> int:
        return int([row for row in self.told() if row.startswith("worker ") and row != "worker ends"][-1].split()[1])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(what: Callable[[], object], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def read_until(program: subprocess.Popen[str], words: str) -> str:
    assert program.stdout is not None
    seen = ""
    for line in program.stdout:
        seen += line
        if words in line:
            return seen
    raise AssertionError(seen)


@pytest.fixture
def runner() -> Iterator[Runner]:
    folder = temporary_folder()
    made = Runner(folder)
    yield made
    for program in made.started:
        program.terminate()
        program.wait()
        assert program.stdout is not None
        program.stdout.close()
    shutil.rmtree(folder)


def pgdata(runner: Runner) -> Path:
    return Cluster(runner.data).pgdata


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_everything_starts_in_order_and_stops_at_a_signal(runner: Runner, number: signal.Signals) -> None:
    program = runner.start()
    seen = read_until(program, "To stop")
    assert f"Ready: http://127.0.0.1:{runner.port}" in seen
    assert runner.told()[0] == "prepare demo=1"
    assert len(remnants.servers(pgdata(runner))) > 1
    program.send_signal(number)
    assert "All stopped" in program.communicate(timeout=30)[0]
    assert program.returncode == 0
    assert runner.told()[-1] == "worker ends"
    assert remnants.servers(pgdata(runner)) == []
    assert DataFolder(runner.data).lock()


def test_a_killed_worker_and_a_killed_server_are_started_again(runner: Runner) -> None:
    program = runner.start()
    read_until(program, "To stop")
    first = runner.worker()
    os.kill(first, signal.SIGKILL)
    assert "The worker stopped unexpectedly (code -9)" in read_until(program, "The worker")
    until(lambda: runner.worker() != first)
    before = remnants.postmaster(pgdata(runner))
    assert before is not None
    os.kill(before, signal.SIGKILL)
    read_until(program, "The database stopped unexpectedly (code -9)")
    until(lambda: remnants.postmaster(pgdata(runner)) not in {None, before} and remnants.is_ready(pgdata(runner)))


def test_a_killed_program_takes_its_children_along_and_the_next_start_copes(runner: Runner) -> None:
    program = runner.start()
    read_until(program, "To stop")
    worker = runner.worker()
    program.kill()
    program.wait()
    again = runner.start()
    read_until(again, "To stop")
    assert not Path(f"/proc/{worker}/exe").exists()
    assert runner.worker() != worker


def test_a_second_program_on_the_folder_is_refused(runner: Runner) -> None:
    first = runner.start()
    read_until(first, "To stop")
    second = runner.start(PORT=str(free_port()))
    told, _ = second.communicate(timeout=30)
    assert second.returncode == 1
    assert f"already running on the data folder {runner.data} (process {first.pid})" in told
    assert first.poll() is None


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "Port {} on 127.0.0.1 is taken"), ("ru", "Порт {} на 127.0.0.1 занят"), ("kk", "{} порты бос емес")],
)
def test_a_taken_port_is_told_before_anything_is_started(runner: Runner, lang: str, words: str) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", runner.port))
        holder.listen()
        program = runner.start(NADZOR_LANG=lang)
        told, _ = program.communicate(timeout=30)
    assert program.returncode == 1
    assert words.format(runner.port) in told
    assert not pgdata(runner).exists()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://root@localhost/nadzor", "DATABASE_URL cannot be read"),
        ("postgresql://%zz", "DATABASE_URL cannot be read"),
        ("postgresql://user:secret@127.0.0.1:9/nadzor", "cannot be reached: "),
        ("postgresql://user:secret@no-such-host.invalid/nadzor", "cannot be reached: "),
    ],
)
def test_a_wrong_database_url_is_told_without_the_password(runner: Runner, url: str, words: str) -> None:
    program = runner.start(DATABASE_URL=url)
    told, _ = program.communicate(timeout=30)
    assert (program.returncode, words in told, "secret" in told) == (1, True, False), told


def test_a_preparation_that_fails_stops_everything(runner: Runner) -> None:
    (runner.data.parent / "prepare").write_text("raise SystemExit(3)")
    program = runner.start()
    told, _ = program.communicate(timeout=30)
    assert (program.returncode, "could not be prepared" in told, "web" in runner.told()) == (1, True, False)
    assert remnants.servers(pgdata(runner)) == []


def test_a_web_server_that_never_answers_is_given_up(runner: Runner) -> None:
    (runner.data.parent / "web").write_text("raise SystemExit(4)")
    program = runner.start()
    told, _ = program.communicate(timeout=60)
    assert program.returncode == 1
    assert told.count("The web server stopped unexpectedly (code 4)") == 4
    assert "does not start" in told
    assert remnants.servers(pgdata(runner)) == []
