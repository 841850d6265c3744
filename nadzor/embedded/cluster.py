"""One PostgreSQL of our own in a data folder."""

import contextlib
import ctypes
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from nadzor.embedded import refusals, remnants, settings
from nadzor.embedded.binaries import SHARED, programs, reachable_by, shared_folder
from nadzor.embedded.folder import DataFolder, write
from nadzor.embedded.owner import Owner, server_owner
from nadzor.embedded.refusals import EmbeddedRefusal, file_faults
from nadzor.law.words import Phrase

DATABASE = "nadzor"
ROLE = "nadzor"
SUPERUSER = "postgres"
SOCKET_LIMIT = 107
"""Bytes of a unix socket's path that the kernel takes."""
PATIENCE = 60
"""Seconds that sessions get to end at a stop; then they are cut, and the next start recovers."""

HOLDER_PATIENCE = 40
"""Seconds that another process may hold the folder and show no sign of a server: the supervisor starts one that dies
over and over again after 30 at the longest."""
HOLDER_SAYS = 1
"""Seconds after which what the lock says is believed: a new holder may not have written over an old one's words yet."""

Report = Callable[[Phrase], None]

_libc = ctypes.CDLL(None, use_errno=True)
_PR_SET_PDEATHSIG = 1


def silent(_: Phrase) -> None:
    """Report to nobody."""


class Cluster:
    """The server of one data folder. The process that starts it holds the folder's lock and stops it."""

    def __init__(self, data: Path, *, extra: Mapping[str, str] | None = None, sync: bool = True) -> None:
        """Take the data folder; `extra` settings go over ours; `sync=False` makes it without waiting for the disk."""
        self.folder = DataFolder(data)
        self._link = self.folder.path / "postgres"
        self._find_home()
        self._extra = dict(extra or {})
        self._sync = sync
        self._server: subprocess.Popen[bytes] | None = None

    def _find_home(self) -> None:
        """Find the server's own folder, `postgres/` or where it points to: the server may not follow the link."""
        self.home = self._link.resolve()
        self.pgdata = self.home / "data"
        self.log = self.home / "log"
        self._draft = self.home / "data.new"

    def binary(self, name: str) -> Path:
        """Return the path of a program: psql, pg_dump, pg_restore, pgbench and the rest."""
        return programs().root / "bin" / name

    def dsn(self, database: str = DATABASE, *, superuser: bool = False) -> str:
        """Return the address of a database with the password in it, for libpq and for DATABASE_URL."""
        role = SUPERUSER if superuser else ROLE
        return f"postgresql://{role}:{self.folder.secret(role)}@/{database}?host={quote(str(self._sockets()), safe='')}"

    def environment(self, *, superuser: bool = False) -> dict[str, str]:
        """Return the environment in which psql, pg_dump and the others find the database."""
        role = SUPERUSER if superuser else ROLE
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        ours = {"PGHOST": str(self._sockets()), "PGDATABASE": DATABASE, "PGUSER": role}
        return {**kept, **ours, "PGPASSWORD": self.folder.secret(role)}

    def is_running(self) -> bool:
        """Tell whether a server of this folder runs and takes connections, whoever started it."""
        if self._server is not None:
            self._server.poll()  # a dead child of ours would still be seen among the processes
        return remnants.postmaster(self.pgdata) is not None and remnants.is_ready(self.pgdata)

    def start(self, *, alone: bool = False, bound: bool = True, report: Report = silent) -> None:
        """Start the server and return when it takes connections; nothing to do when it does already.

        Crash recovery is waited for without a limit as long as the server lives. When another process holds the
        folder, its server is used, or with `alone` refused; refused as well when that process shows no server (it
        works on DATABASE_URL). `bound`: the server stops when this process dies. Raises EmbeddedRefusal.
        """
        self.folder.open()
        began = seen = time.monotonic()
        while not self.folder.lock():
            if alone:
                raise EmbeddedRefusal(refusals.already_running(self.folder.path, self.folder.holder()))
            if self.is_running():
                return
            if self.folder.held_elsewhere() and time.monotonic() > began + HOLDER_SAYS:
                raise EmbeddedRefusal(refusals.held_without_server(self.folder.path, self.folder.holder()))
            self._find_home()  # the holder may be making it
            if self._draft.exists() or remnants.postmaster(self.pgdata) is not None:
                seen = time.monotonic()
            elif time.monotonic() > seen + HOLDER_PATIENCE:
                raise EmbeddedRefusal(refusals.held_without_server(self.folder.path, self.folder.holder()))
            time.sleep(0.2)
        if self._server is not None and self._server.poll() is None and self.is_running():
            return
        try:
            self._start(bound=bound, report=report)
        except BaseException:
            self.stop()
            raise

    def _start(self, *, bound: bool, report: Report) -> None:
        self._end(remnants.postmaster(self.pgdata), report)  # nobody holds the folder: whoever started it was killed
        owner = self._make_home()
        remnants.sweep(self.pgdata)
        made = self.folder.postgresql is not None
        if made and not self.pgdata.is_dir():
            raise EmbeddedRefusal(refusals.lost_database(self.pgdata))
        if not self.pgdata.is_dir():
            self._initdb(owner)
        self._check_version()
        with owner.acting(), file_faults(self.home):
            ours = settings.server_settings(self._sockets(make=True), self.log, settings.memory_mb())
            write(self.pgdata / "postgresql.conf", settings.as_text({**ours, **self._extra}))
            write(self.pgdata / "pg_hba.conf", settings.ACCESS)
            self.log.mkdir(mode=0o700, exist_ok=True)
        self._launch(owner, bound=bound)
        self._wait(report)
        if not made:
            self._make_database()
            self.folder.note_database(programs().major)
        self._psql("SELECT 1", self.environment())  # a server may be up and its database broken

    def died(self) -> int | None:
        """Return the exit code of the server that this object started (-1 when unknown); None while it lives."""
        return -1 if self._server is None else self._server.poll()

    def restart(self, report: Report = silent) -> None:
        """Start it again after it has died, under the lock that this object holds. Raises EmbeddedRefusal."""
        self._start(bound=True, report=report)

    def stop(self, report: Report = silent) -> None:
        """Stop the server that this object started, and give the folder back. Sessions are ended, nothing is lost."""
        if self._server is not None:
            self._end(self._server.pid, report)
            self._server = None
        self.folder.unlock()

    def _make_home(self) -> Owner:
        """Make the server's own folder, in /var/lib/nadzor when its user cannot pass to the data folder."""
        if self._link.is_symlink() and not self._link.exists():
            raise EmbeddedRefusal(refusals.lost_database(self.home))
        owner = server_owner(self.home)
        data = self.folder.path
        with file_faults(self.home):
            if owner.uid != os.geteuid() and data.stat().st_uid == 0:
                os.chown(data, -1, owner.gid)
                data.chmod(0o710)
            if not self._link.exists():
                place = self._link
                if not owner.can_enter(data):
                    shared_folder()
                    place = SHARED / self.folder.id
                place.mkdir(mode=0o700, exist_ok=True)
                if owner.spawn():
                    os.chown(place, owner.uid, owner.gid)
                if place != self._link:
                    self._link.symlink_to(place)
        self._find_home()
        if not owner.can_enter(self.home):
            raise EmbeddedRefusal(refusals.unwritable(self.home))
        return owner

    def _initdb(self, owner: Owner) -> None:
        """Make the cluster beside its place and move it there when it is whole."""
        draft, password = self._draft, self.home / "password.new"
        secret = self.folder.secret(SUPERUSER)
        with owner.acting(), file_faults(self.home):
            shutil.rmtree(draft, ignore_errors=True)
            write(password, secret)
        command = [reachable_by(owner) / "bin" / "initdb", "-D", draft, "-U", SUPERUSER, f"--pwfile={password}"]
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8"]
        # under plain C, Cyrillic search silently finds nothing; the machine's own locales may be missing
        safety = ["--auth=scram-sha-256", "--data-checksums", *([] if self._sync else ["--no-sync"])]
        done = subprocess.run(  # noqa: S603
            [*map(str, command), *locale, *safety],
            cwd=self.home if not owner.spawn() else "/",
            env=_bare_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **owner.spawn(),
        )
        with owner.acting(), file_faults(self.home):
            password.unlink(missing_ok=True)
            if done.returncode == 0:
                draft.rename(self.pgdata)
                return
            shutil.rmtree(draft, ignore_errors=True)
        raise EmbeddedRefusal(_of_server(self.home, done.stderr))

    def _check_version(self) -> None:
        path = self.pgdata / "PG_VERSION"
        try:
            have = path.read_text(encoding="ascii").strip()
        except (OSError, ValueError) as error:
            raise EmbeddedRefusal(refusals.damaged(path, str(error))) from error
        if have != str(programs().major):
            raise EmbeddedRefusal(refusals.wrong_version(self.pgdata, have, programs().major))

    def _sockets(self, *, make: bool = False) -> Path:
        """Return the private folder of the socket: `run/` beside the data, or one with a short path in /tmp."""
        home = self.home
        place = home / "run"
        if len(os.fsencode(place / ".s.PGSQL.5432")) <= SOCKET_LIMIT:
            if make:
                place.mkdir(mode=0o700, exist_ok=True)
            return place
        noted = home / "sockets"
        if noted.exists():
            place = Path(noted.read_text(encoding="utf-8").strip())
        if make and not (noted.exists() and _is_private(place)):
            # the name is drawn anew rather than derived: another user may have taken a derived one beforehand
            place = Path(tempfile.mkdtemp(prefix="nadzor-", dir="/tmp"))
            write(noted, str(place))
        return place

    def _launch(self, owner: Owner, *, bound: bool) -> None:
        with owner.acting(), file_faults(self.log):
            handle = os.open(self.log / "start.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        parent = os.getpid()

        def tie() -> None:
            _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGINT, 0, 0, 0)  # to PostgreSQL: stop fast, lose nothing
            if os.getppid() != parent:
                os.kill(os.getpid(), signal.SIGKILL)

        command = [str(reachable_by(owner) / "bin" / "postgres"), "-D", str(self.pgdata)]
        try:
            # its own session: Ctrl-C in the terminal is for the program, which stops its database last
            self._server = subprocess.Popen(  # noqa: S603
                command,
                cwd="/",
                env=_bare_environment(),
                stdin=subprocess.DEVNULL,
                stdout=handle,
                stderr=handle,
                start_new_session=True,
                preexec_fn=tie if bound else None,  # noqa: PLW1509  # two system calls, no lock taken
                **owner.spawn(),
            )
        finally:
            os.close(handle)

    def _wait(self, report: Report) -> None:
        assert self._server is not None  # noqa: S101  # launched just before
        began, told = time.monotonic(), 0
        while self._server.poll() is None:
            if remnants.postmaster(self.pgdata) == self._server.pid and remnants.is_ready(self.pgdata):
                return
            if (passed := int(time.monotonic() - began)) >= told + 3:
                report(refusals.recovering(passed))
                told = passed
            time.sleep(0.02)
        self._server = None
        raise EmbeddedRefusal(_of_server(self.home, self._last_words()))

    def _last_words(self) -> str:
        """Return what the server wrote last, before and after it turned to its log file."""
        logs = sorted(self.log.glob("*.log"), key=lambda path: path.stat().st_mtime)
        return "\n".join(path.read_bytes()[-8192:].decode(errors="replace") for path in logs[-2:])

    def _end(self, pid: int | None, report: Report) -> None:
        """Stop a server of this folder: fast, and after `PATIENCE` at once."""
        if pid is None:
            return
        began, told, cut = time.monotonic(), 0, False
        self._signal(pid, signal.SIGINT)
        while self._lives(pid):
            passed = int(time.monotonic() - began)
            if passed >= PATIENCE and not cut:
                self._signal(pid, signal.SIGQUIT)
                cut = True
            if passed >= told + 3:
                report(refusals.stopping(passed))
                told = passed
            time.sleep(0.02)

    def _lives(self, pid: int) -> bool:
        if self._server is not None and self._server.pid == pid:
            return self._server.poll() is None
        return remnants.is_server(pid, self.pgdata)

    def _signal(self, pid: int, number: signal.Signals) -> None:
        if self._lives(pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

    def _make_database(self) -> None:
        """Make the program's role (no superuser: an injected statement reaches no file) and its database."""
        script = f"""
            SELECT 'CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD ''{self.folder.secret(ROLE)}'''
             WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') \\gexec
            SELECT 'CREATE DATABASE {DATABASE} OWNER {ROLE}'
             WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{DATABASE}') \\gexec
            REVOKE CONNECT ON DATABASE {DATABASE} FROM PUBLIC;
        """  # noqa: S608  # constants, and a password of hexadecimal digits
        self._psql(script, {**self.environment(superuser=True), "PGDATABASE": "postgres"})

    def _psql(self, script: str, environment: dict[str, str]) -> None:
        command = [str(self.binary("psql")), "-XqAt", "-v", "ON_ERROR_STOP=1", "-f", "-"]
        done = subprocess.run(  # noqa: S603
            command, env=environment, input=script, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise EmbeddedRefusal(_of_server(self.home, done.stderr))


def _bare_environment() -> dict[str, str]:
    """Return an environment in which nothing of the user's own (PG*, LC_*, TZ) reaches the server."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def _is_private(folder: Path) -> bool:
    """Tell whether a folder exists, is ours, is no link, and is closed to others."""
    try:
        stat = folder.lstat()
    except OSError:
        return False
    return folder.is_dir() and not folder.is_symlink() and stat.st_uid == os.geteuid() and stat.st_mode & 0o777 == 0o700


def _of_server(path: Path, words: str) -> Phrase:
    """Turn the server's last words into a sentence."""
    if "No space left on device" in words or "Disk quota exceeded" in words:
        return refusals.full_disk(path)
    if "Permission denied" in words or "Read-only file system" in words:
        return refusals.unwritable(path)
    lines = re.findall(r"(?:PANIC|FATAL|ERROR|error):(?: connection to server .*? failed: FATAL:)?\s+(.+)", words)
    return refusals.damaged(path, lines[-1].strip() if lines else (words.strip().splitlines() or ["?"])[-1])
