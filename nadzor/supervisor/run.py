"""The program as a whole: who runs it, its folder, its database, its children, its end."""

import contextlib
import errno
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from nadzor.embedded import Cluster, DataFolder, EmbeddedRefusal, refusals
from nadzor.embedded.owner import give, owner_of, unprivileged
from nadzor.law.words import Phrase
from nadzor.supervisor import server, words
from nadzor.supervisor.children import GRACE, MARK, Child, Pause, end_leftovers
from nadzor.supervisor.words import say, warn

HOST = "127.0.0.1"
WEB_WORKERS = 2
WEB_THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)
"""Threads of each web worker, one database connection each: far below the server's hundred."""
GIVE_UP = 4
"""Deaths of a web server that has never answered."""
PASSWORD_FILE = "NADZOR_ADMIN_PASSWORD_FILE"  # noqa: S105  # the name of a variable


def run(port: int, data: Path, *, demo: bool) -> int:
    """Run everything until SIGINT, SIGTERM or SIGHUP; return the exit code. What went wrong is said, not raised."""
    try:
        with _signals() as stop:
            return _Program(port, data, demo=demo, stop=stop).run()
    except EmbeddedRefusal as refusal:
        warn(refusal.phrase)
        return 1
    except _Stopped:
        return 0


class _Stopped(Exception):  # noqa: N818  # no fault
    """A stop was asked for in the middle of a long start."""


class _Stop:
    """Set by a signal, looked at between steps."""

    def __init__(self) -> None:
        self._asked = False

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True

    def asked(self) -> bool:
        return self._asked


@contextlib.contextmanager
def _signals() -> Iterator[_Stop]:
    stop = _Stop()
    wanted = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.signal(number, stop.ask) for number in wanted]
    pipe = signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a closed terminal must not end us before the database
    try:
        yield stop
    finally:
        signal.signal(signal.SIGPIPE, pipe)
        for number, handler in zip(wanted, before, strict=True):
            signal.signal(number, handler)


class _Program:
    def __init__(self, port: int, data: Path, *, demo: bool, stop: _Stop) -> None:
        self.port = port
        self.data = data.resolve()
        self.demo = demo
        self.stop = stop
        self.cluster: Cluster | None = None
        self.children: list[Child] = []
        self.answered = False
        self._next_look = 0.0
        self._database_down = False

    def run(self) -> int:
        """Start, watch, stop."""
        folder = DataFolder(self.data)
        folder.open()
        if os.geteuid() == 0:
            _leave_root(folder, self.port, demo=self.demo)
        url = os.environ.get("DATABASE_URL", "")
        if url:
            if not folder.lock(elsewhere=True):
                raise EmbeddedRefusal(refusals.already_running(folder.path, folder.holder()))
        else:
            self.cluster = Cluster(self.data)
            folder = self.cluster.folder
            if not folder.lock():
                raise EmbeddedRefusal(refusals.already_running(folder.path, folder.holder()))
        try:
            end_leftovers(folder.id)
            check_port(self.port)
            if self.cluster is None:
                server.check(url)
            else:
                say(words.STARTING_DATABASE)
                self.cluster.start(alone=True, report=self._progress)
                url = self.cluster.dsn()
            return self._serve({**os.environ, **self._environment(url), MARK: folder.id})
        finally:
            self._end()
            folder.unlock()

    def _environment(self, url: str) -> dict[str, str]:
        return {
            "DATABASE_URL": url,
            "NADZOR_DATA": str(self.data),
            "NADZOR_DEMO": "1" if self.demo else "0",
            "PORT": str(self.port),
        }

    def _serve(self, environment: dict[str, str]) -> int:
        if not self._prepare(environment):
            if self.stop.asked():
                return 0
            warn(words.UNPREPARED)
            return 1
        self.children = [
            Child(words.WEB, web_command(self.port), environment),
            Child(words.WORKER, [sys.executable, "-m", "nadzor", "worker"], environment),
        ]
        for child in self.children:
            child.start()
        return self._watch()

    def _prepare(self, environment: dict[str, str]) -> bool:
        """Run migrations and the first set-up, in the foreground: it may ask for a password."""
        if self.stop.asked():
            return False
        say(words.PREPARING)
        step = subprocess.Popen([sys.executable, "-m", "nadzor", "prepare"], env=environment)
        while (code := step.poll()) is None:
            if self.stop.asked():
                step.terminate()
            time.sleep(0.05)
        return code == 0 and not self.stop.asked()

    def _watch(self) -> int:
        database = Pause()
        while not self.stop.asked():
            self._keep_database(database)
            for child in self.children:
                if (code := child.ended()) is not None:
                    warn(words.died(child.name, code, child.pause.died()))
                elif child.waits():
                    child.start()
            if not self.answered and self.children[0].pause.deaths >= GIVE_UP:
                warn(words.HOPELESS)
                return 1
            self._look()
            time.sleep(0.2)
        return 0

    def _keep_database(self, pause: Pause) -> None:
        """Start the database again when it has died; on a refusal (a full disk) try again later."""
        if self.cluster is None or (code := self.cluster.died()) is None:
            self._database_down = False
        elif not self._database_down:
            warn(words.died(words.DATABASE, code, pause.died()))
            self._database_down = True
        elif pause.over():
            try:
                pause.began()
                self.cluster.restart(report=self._progress)
            except EmbeddedRefusal as refusal:
                warn(refusal.phrase)
                pause.died()

    def _progress(self, phrase: Phrase) -> None:
        """Tell how far a long start is, and break it off when a stop is asked for."""
        say(phrase)
        if self.stop.asked():
            raise _Stopped

    def _look(self) -> None:
        """Print the addresses once, when the program answers that it is ready."""
        if self.answered or time.monotonic() < self._next_look:
            return
        self._next_look = time.monotonic() + 0.5
        with contextlib.suppress(OSError, urllib.error.URLError):
            with urllib.request.urlopen(f"http://{HOST}:{self.port}/readyz", timeout=2) as answer:
                self.answered = answer.status == 200
            if self.answered:
                say(words.ready(self.port))

    def _end(self) -> None:
        """Stop everything: those who write first, the database last."""
        with contextlib.suppress(OSError):  # the terminal may be gone
            if self.children:
                say(words.STOPPING)
        deadline = time.monotonic() + GRACE
        for child in self.children:
            child.ask_to_stop()
        for child in self.children:
            child.stop(deadline)
        if self.cluster is not None:
            self.cluster.stop()
        with contextlib.suppress(OSError):
            if self.children:
                say(words.STOPPED)


def web_command(port: int) -> list[str]:
    """Return the command of the web server."""
    granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "nadzor.web.wsgi:application"]
    listen = ["--host", HOST, "--port", str(port), "--no-ws", "--log-level", "warning"]
    size = ["--workers", str(WEB_WORKERS), "--blocking-threads", str(WEB_THREADS), "--respawn-failed-workers"]
    # a worker that has served its requests ends at once; a longer wait would only hold Ctrl-C up
    patience = ["--workers-kill-timeout", str(GRACE - 5)]
    return [*granian, *listen, *size, *patience]


def check_port(port: int) -> None:
    """Try the port as the web server will. Raises EmbeddedRefusal when it is taken or forbidden."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
            probe.listen(1)
        except OSError as error:
            phrase = words.port_forbidden(port) if error.errno == errno.EACCES else words.port_taken(port)
            raise EmbeddedRefusal(phrase) from error


def _leave_root(folder: DataFolder, port: int, *, demo: bool) -> None:
    """As root: become the unprivileged user, or say why only the database does. `nadzor.embedded` tells the rule."""
    uid = folder.path.stat().st_uid
    owner = owner_of(uid) if uid != 0 else unprivileged()
    reads_program = owner.can([sys.executable, "-c", "import nadzor.supervisor"])
    if not reads_program or not owner.can_enter(folder.path.parent):
        if uid != 0:
            raise EmbeddedRefusal(refusals.another_owner(folder.path, owner.name))
        warn(words.staying_root(owner.name))
        return
    if not folder.lock():  # a running program's files are not touched
        raise EmbeddedRefusal(refusals.already_running(folder.path, folder.holder()))
    with refusals.file_faults(folder.path):
        give(folder.path, owner)
    folder.unlock()
    say(words.running_as(owner.name))
    before = Path.cwd()
    os.chdir(folder.path)
    os.setgroups([])
    os.setgid(owner.gid)
    os.setuid(owner.uid)
    told = {"HOME": str(folder.path), "USER": owner.name, "LOGNAME": owner.name}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    if kept.get(PASSWORD_FILE):
        kept[PASSWORD_FILE] = str(before / kept[PASSWORD_FILE])  # it may be named from where we were
    arguments = ["run", "--port", str(port), "--data", str(folder.path)]
    os.execve(  # noqa: S606  # a fresh process: nothing opened by root stays open
        sys.executable,
        [sys.executable, "-m", "nadzor", *arguments],
        {**kept, **told, "NADZOR_DEMO": "1" if demo else "0"},
    )
