"""Servers of a data folder among the processes of the machine: a live one, and what a killed one left behind."""

import contextlib
import os
import signal
import time
from pathlib import Path


def servers(pgdata: Path) -> list[int]:
    """Return the ids of all PostgreSQL processes (server and sessions) that work in this folder, in order.

    A process id in a file proves nothing after a kill or a restart of the machine: every process of PostgreSQL stands
    in its data folder, so its program and its folder are looked at.
    """
    return sorted(
        int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit() and _is_in(entry, pgdata)
    )


def is_server(pid: int, pgdata: Path) -> bool:
    """Tell whether a process is a PostgreSQL of this folder."""
    return _is_in(Path("/proc") / str(pid), pgdata)


def _is_in(entry: Path, pgdata: Path) -> bool:
    try:
        program = (entry / "exe").readlink().name
        return program.removesuffix(" (deleted)") == "postgres" and (entry / "cwd").samefile(pgdata)
    except OSError:  # gone, somebody else's, a kernel thread, or the folder does not exist
        return False


def postmaster(pgdata: Path) -> int | None:
    """Return the id of the running server of this folder, as its pid file tells and /proc confirms."""
    pid = _told(pgdata)
    return pid if pid and is_server(pid, pgdata) else None


def is_ready(pgdata: Path) -> bool:
    """Tell whether the server of this folder says that it takes connections."""
    try:
        lines = (pgdata / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    return len(lines) >= 8 and lines[7].strip() == "ready"


def _told(pgdata: Path) -> int | None:
    try:
        return abs(int((pgdata / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0]))
    except (OSError, ValueError):
        return None


def sweep(pgdata: Path) -> None:
    """Remove what a killed server left: sessions that outlived it, then a pid file that names somebody else's process.

    To be called under the folder's lock with no server running. A session without its server is told to quit at once
    (its work was not committed); the pid file goes only when no process of the folder is left, because it is what
    keeps two servers out of one folder.
    """
    while orphans := servers(pgdata):
        for pid in orphans:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGQUIT)
        time.sleep(0.05)
    told = _told(pgdata)
    if told is not None and Path(f"/proc/{told}").exists():
        (pgdata / "postmaster.pid").unlink(missing_ok=True)
