"""A whole house, as `nadzor run` starts it, in a temporary folder on 127.0.0.1."""

import hashlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

import psycopg

from nadzor.embedded import Cluster, remnants

Part = Literal["web", "web worker", "database", "worker", "program"]
TOKEN = "made-up-token"  # noqa: S105  # of a house that lives as long as a test
PATIENCE = 180.0
"""Seconds for anything that the house does by itself."""


class SoakError(Exception):
    """Something did not hold; the text tells what."""


def until(what: Callable[[], Any], told: str, seconds: float = PATIENCE) -> Any:
    """Wait for an answer that is true and return it. Raises SoakError."""
    deadline = time.monotonic() + seconds
    while not (found := what()):
        if time.monotonic() > deadline:
            raise SoakError(f"{told}: not within {seconds:g} s")
        time.sleep(0.05)
    return found


class House:
    """One data folder, one port, and the program on them."""

    def __init__(self, folder: Path, **environment: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.folder = folder
        self.data = folder / "var"
        self.log = folder / "log"
        self.log.touch()
        kept = {name: value for name, value in os.environ.items() if name not in _OTHERS}
        self.environment = {**kept, "NADZOR_LANG": "en", "NADZOR_DATA": str(self.data), **environment}
        self._program: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the program and wait until it says that it is ready."""
        seen = self.log.stat().st_size
        command = [sys.executable, "-m", "nadzor", "run", "--port", str(self.port), "--data", str(self.data)]
        with self.log.open("ab") as log:
            self._program = subprocess.Popen(
                command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        until(lambda: "To stop" in self.told(seen) or self._ended(), "the program is ready")
        if self._ended():
            raise SoakError(f"the program ended:\n{self.told(seen)}")

    def _ended(self) -> bool:
        return self._program is None or self._program.poll() is not None

    def told(self, since: int = 0) -> str:
        """Return what the program has printed."""
        return self.log.read_bytes()[since:].decode(errors="replace")

    def stop(self) -> None:
        """Stop the program as Ctrl-C does. Raises SoakError when it does not end well."""
        if self._program is None:
            return
        program, self._program = self._program, None
        program.send_signal(signal.SIGINT)
        if code := program.wait(PATIENCE):
            raise SoakError(f"the program ended with code {code}")

    def end(self) -> None:
        """End the program however it stands; for a house that is given up."""
        with suppress(SoakError, subprocess.TimeoutExpired):
            self.stop()

    def find(self, part: Part) -> int | None:
        """Return the process of a part; None while it is away."""
        if self._program is None or part == "program":
            return None if self._program is None else self._program.pid
        if part == "database":
            return remnants.postmaster(Cluster(self.data).pgdata)
        if part == "web worker":
            web = self.find("web")
            return next(iter(_children(web, "granian")), None) if web else None
        return next(iter(_children(self._program.pid, "granian" if part == "web" else "worker")), None)

    def kill(self, part: Part) -> int:
        """Kill -9 a part and return the process that died. It is dead when this returns."""
        pid = int(until(lambda: self.find(part), f"{part} runs"))
        os.kill(pid, signal.SIGKILL)
        if part == "program" and self._program is not None:
            self._program.wait()
            self._program = None
        return pid

    def back(self, part: Part, dead: int) -> None:
        """Wait until a part that was killed is there again and the house answers that it is ready."""
        if part == "program":
            self.start()
        else:
            until(lambda: self.find(part) not in {None, dead}, f"{part} is started again")
        until(self.ready, f"the house is ready after a kill of {part}")

    def ready(self) -> bool:
        """Tell whether the house answers that it is ready."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            link.request("GET", "/readyz")
            return link.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            link.close()

    def dsn(self) -> str:
        """Return the address of the house's database."""
        return Cluster(self.data).dsn()

    @contextmanager
    def session(self) -> Iterator["psycopg.Connection[tuple[Any, ...]]"]:
        """Open a session of the database for a block; each statement is its own transaction."""
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            yield connection

    def nadzor(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command line on the house."""
        command = [sys.executable, "-m", "nadzor", *arguments]
        told = {**self.environment, "DATABASE_URL": self.dsn()}
        return subprocess.run(
            command, env=told, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=PATIENCE
        )

    def admit(self) -> int:
        """Make the client of the API that the load comes from, and watch what is done once. Returns the client's id."""
        with self.session() as session:
            session.execute(_WATCH)
            row = session.execute(
                "INSERT INTO accounts_client (name, token_digest, scopes, made_at) VALUES (%s, %s, %s, now())"
                " RETURNING id",
                ("soak", hashlib.sha256(TOKEN.encode()).digest(), ["appeals:write"]),
            ).fetchone()
        return int(row[0]) if row else 0


_OTHERS = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "NADZOR_DEMO", "PORT"}

# Notices and jobs are watched by the database itself: what the program believes is not asked.
_WATCH = """
CREATE SCHEMA soak;
CREATE TABLE soak.delivered (notice bigint NOT NULL);
CREATE TABLE soak.jobs (job bigint NOT NULL, name text NOT NULL, what text NOT NULL);
CREATE FUNCTION soak.deliver() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN INSERT INTO soak.delivered VALUES (NEW.id); RETURN NULL; END';
CREATE FUNCTION soak.job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO soak.jobs VALUES (NEW.id, NEW.task_name, 'asked');
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO soak.jobs VALUES (OLD.id, OLD.task_name, 'ended');
    ELSIF NEW.status::text IN ('failed', 'aborted', 'cancelled') THEN
        INSERT INTO soak.jobs VALUES (NEW.id, NEW.task_name, NEW.status::text);
    ELSIF OLD.status = 'doing' AND NEW.status = 'todo' THEN
        INSERT INTO soak.jobs VALUES (NEW.id, NEW.task_name, 'again');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER soak_delivered AFTER UPDATE OF delivered_at ON casework_notice
    FOR EACH ROW WHEN (NEW.delivered_at IS NOT NULL) EXECUTE FUNCTION soak.deliver();
CREATE TRIGGER soak_jobs AFTER INSERT OR DELETE OR UPDATE OF status ON procrastinate_jobs
    FOR EACH ROW EXECUTE FUNCTION soak.job();
"""


def _children(parent: int, word: str) -> list[int]:
    """Return the child processes of a process whose command line holds a word."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError, ValueError, IndexError):
                stat = (entry / "stat").read_text()
                ppid = int(stat.rpartition(")")[2].split()[1])
                if ppid == parent and word.encode() in (entry / "cmdline").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
    return sorted(found)


@contextmanager
def open_house(**environment: str) -> Iterator[House]:
    """Run a house for a block, with the demo's offices in it; nothing stays. `environment`: added to it."""
    if os.geteuid() == 0:
        os.environ.setdefault("NADZOR_SERVER_USER", "nobody")  # no user is made on the machine
    folder = Path(tempfile.mkdtemp(prefix="nadzor-soak-", dir="/tmp"))
    folder.chmod(0o711)
    house = House(folder, **environment)
    try:
        house.start()
        yield house
        house.stop()
    except SoakError as error:
        raise SoakError(f"{error}\n\nThe program told last:\n{house.told()[-4000:]}") from error
    finally:
        house.end()
        shutil.rmtree(folder, ignore_errors=True)
