"""The database of a test session: DATABASE_URL when set, else an embedded cluster; and servers of the machine's own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nadzor.embedded import Cluster, DataFolder
from nadzor.embedded.owner import owner_of, unprivileged

FAST = {"fsync": "off", "full_page_writes": "off", "autovacuum": "off"}
"""For tests only: nothing of theirs must outlive a crash of the machine."""
PASSWORD = "made-up-password"  # noqa: S105  # of a server that lives as long as a test
_BINARIES = "NADZOR_TEST_POSTGRES15"


class SessionDatabase:
    """To be started before Django reads its settings, and stopped at the end of the session."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._cluster: Cluster | None = None
        self._set: list[str] = []

    def start(self) -> None:
        """Set NADZOR_DATA and DATABASE_URL where nobody has set them, starting a cluster for the latter."""
        self._folder = temporary_folder()
        data = self._folder / "var"
        DataFolder(data).open()
        self._offer("NADZOR_DATA", str(data))
        if not os.environ.get("DATABASE_URL"):
            self._cluster = temporary_cluster(data)
            self._cluster.start()
            self._offer("DATABASE_URL", self._cluster.dsn())

    def _offer(self, name: str, value: str) -> None:
        if not os.environ.get(name):
            os.environ[name] = value
            self._set.append(name)

    def stop(self) -> None:
        """Stop the cluster if one was started, and remove the folder."""
        if self._cluster is not None:
            self._cluster.stop()
        for name in self._set:
            del os.environ[name]
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


class Server15:
    """A server of the machine's own PostgreSQL 15 with a password, a role that is no superuser, and a port of its own.

    It is what an operator names in DATABASE_URL: made by initdb of Debian in a given locale, reached by TCP.
    """

    def __init__(self, binaries: Path, folder: Path, port: int, *, locale: str = "C.UTF-8") -> None:
        self._binaries = binaries
        self._data = folder / "data"
        self._owner = owner_of(os.geteuid()) if os.geteuid() != 0 else unprivileged()
        self._locale = locale
        self.port = port

    def start(self) -> None:
        """Make it, start it, and give the role `office` a database of its own, `nadzor`."""
        self._data.parent.chmod(0o700)
        secret = self._data.parent / "password"
        secret.write_text(PASSWORD, encoding="ascii")
        if self._owner.spawn():
            for path in (self._data.parent, secret):
                os.chown(path, self._owner.uid, self._owner.gid)
        safety = ("--auth=scram-sha-256", "--username=postgres", f"--pwfile={secret}", "--no-sync")
        self._run("initdb", "-D", str(self._data), f"--locale={self._locale}", "--encoding=UTF8", *safety)
        told = {**FAST, "listen_addresses": "127.0.0.1", "port": str(self.port), "unix_socket_directories": ""}
        given = [part for name, value in told.items() for part in ("-c", f"{name}={value}")]
        options = " ".join(f"'{part}'" for part in given)
        self._run("pg_ctl", "-D", str(self._data), "-w", "-s", "-l", str(self._data / "log"), "-o", options, "start")
        self.sql(f"CREATE ROLE office LOGIN CREATEDB PASSWORD '{PASSWORD}'")
        self.sql("CREATE DATABASE nadzor OWNER office")

    def stop(self) -> None:
        """Stop it. Its sessions are ended."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-s", "-m", "fast", "stop")

    def dsn(self, database: str = "nadzor", *, password: str = PASSWORD, role: str = "office") -> str:
        """Return an address for DATABASE_URL."""
        return f"postgresql://{role}:{password}@127.0.0.1:{self.port}/{database}"

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Return what psql prints for a statement of the superuser."""
        asked = [str(self._binaries / "psql"), "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", statement]
        address = self.dsn(database, role="postgres")
        return subprocess.run([*asked, address], capture_output=True, text=True, check=True).stdout.strip()

    def _run(self, program: str, *arguments: str) -> None:
        kept = {name: os.environ[name] for name in ("LOCPATH",) if name in os.environ}
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **kept}
        command = [str(self._binaries / program), *arguments]
        # pg_ctl's server would keep a pipe of ours open: its words go to a file
        told = {"cwd": "/", "env": environment, "stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(command, stderr=said, check=False, **told, **self._owner.spawn())
            said.seek(0)
            words = said.read().decode(errors="replace")
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {words.strip()}")


def postgres_15() -> Path | None:
    """Return the folder of the machine's own programs of PostgreSQL 15 (NADZOR_TEST_POSTGRES15 first), or None."""
    named = os.environ.get(_BINARIES)
    for place in [Path(named)] if named else [Path("/usr/lib/postgresql/15/bin"), Path("/usr/pgsql-15/bin")]:
        if all((place / program).exists() for program in ("initdb", "pg_ctl", "postgres", "psql")):
            return place
    return None


WITHOUT_15 = f"no PostgreSQL 15 on this machine: apt-get install postgresql-15, or {_BINARIES}=its/bin"


@contextmanager
def server_15(port: int, *, locale: str = "C.UTF-8") -> Iterator[Server15]:
    """Run a server of PostgreSQL 15 for a block. Only where `postgres_15` finds one."""
    binaries = postgres_15()
    assert binaries is not None
    folder = temporary_folder()
    server = Server15(binaries, folder, port, locale=locale)
    try:
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def temporary_folder() -> Path:
    """Make a folder that the unprivileged server of a test run by root can pass through (pytest's own are closed)."""
    if os.geteuid() == 0:
        os.environ.setdefault("NADZOR_SERVER_USER", "nobody")  # tests make no user on the machine
    folder = Path(tempfile.mkdtemp(prefix="nadzor-test-", dir="/tmp"))
    folder.chmod(0o711)
    return folder


def temporary_cluster(data: Path) -> Cluster:
    """Return a cluster that does not wait for the disk."""
    return Cluster(data, extra=FAST, sync=False)
