"""The data folder: its mark, its lock, its secrets."""

import fcntl
import json
import os
import secrets
from pathlib import Path

from nadzor.disk import fsync_folder
from nadzor.embedded import refusals
from nadzor.embedded.refusals import EmbeddedRefusal, file_faults

FORMAT = 1
"""Of the folder's layout. A folder of a later format is refused."""

_ELSEWHERE = " DATABASE_URL"
"""Behind the process id in the lock."""


class DataFolder:
    """The folder that keeps everything. Nothing is done to it before `open`."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self._mark_file = self.path / "nadzor.json"
        self._lock_file = self.path / "lock"
        self._lock: int | None = None

    def open(self) -> None:
        """Make the folder, or check that it is ours and writable. Raises EmbeddedRefusal."""
        with file_faults(self.path):
            if not self.path.is_dir():
                self.path.mkdir(mode=0o700, parents=True)
            if not os.access(self.path, os.W_OK | os.X_OK, effective_ids=True):
                raise EmbeddedRefusal(refusals.unwritable(self.path))
            if not self._mark_file.exists():
                # "lost+found": an empty disk of its own is an empty folder
                if any(entry.name != "lost+found" for entry in self.path.iterdir()):
                    raise EmbeddedRefusal(refusals.foreign(self.path))
                write(self._mark_file, json.dumps({"format": FORMAT, "id": secrets.token_hex(8), "postgresql": None}))
            if self.path.stat().st_uid == os.geteuid() and self.path.stat().st_mode & 0o067:
                self.path.chmod(0o700)
        if self._mark()["format"] != FORMAT:
            raise EmbeddedRefusal(refusals.newer_folder(self.path))

    @property
    def id(self) -> str:
        """Return the name of this folder among all others: it stays when the folder is moved."""
        return str(self._mark()["id"])

    @property
    def postgresql(self) -> int | None:
        """Return the major version of the database once it has been made; None before."""
        version = self._mark()["postgresql"]
        return version if isinstance(version, int) else None

    def note_database(self, version: int) -> None:
        """Note that the database stands: from now on a missing one is lost, not new."""
        with file_faults(self.path):
            write(self._mark_file, json.dumps({**self._mark(), "postgresql": version}))

    def _mark(self) -> dict[str, object]:
        with file_faults(self._mark_file):
            text = self._mark_file.read_text(encoding="utf-8")
        try:
            mark = json.loads(text)
            return {"format": mark["format"], "id": mark["id"], "postgresql": mark["postgresql"]}
        except (ValueError, KeyError, TypeError) as error:
            raise EmbeddedRefusal(refusals.damaged(self._mark_file, str(error))) from error

    def secret(self, name: str) -> str:
        """Return a password, made at the first asking. One lost after the database was made is a refusal."""
        path = self.path / "secrets" / name
        with file_faults(path):
            if path.exists():
                return path.read_text(encoding="ascii").strip()
            if self.postgresql is not None:
                raise EmbeddedRefusal(refusals.damaged(path, "No such file or directory"))
            path.parent.mkdir(mode=0o700, exist_ok=True)
            write(path, secrets.token_hex(24))
            return path.read_text(encoding="ascii").strip()

    def lock(self, *, elsewhere: bool = False) -> bool:
        """Take the folder for this process; False when another holds it. The kernel frees it with the process.

        `elsewhere`: the database is a server of DATABASE_URL, so others need not wait for one of this folder.
        """
        if self._lock is not None:
            return True
        with file_faults(self._lock_file):
            handle = os.open(self._lock_file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}{_ELSEWHERE if elsewhere else ''}".encode())
        self._lock = handle
        return True

    def locked(self) -> bool:
        """Tell whether this process holds the folder."""
        return self._lock is not None

    def holder(self) -> str:
        """Return the process id that holds the lock, as text; "?" when it cannot be read."""
        return self._told().removesuffix(_ELSEWHERE) or "?"

    def held_elsewhere(self) -> bool:
        """Tell whether the holder has said that its database is not of this folder."""
        return self._told().endswith(_ELSEWHERE)

    def _told(self) -> str:
        try:
            return self._lock_file.read_text(encoding="ascii")
        except (OSError, ValueError):
            return ""

    def unlock(self) -> None:
        """Give the folder back."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def write(path: Path, text: str) -> None:
    """Write a small file whole or not at all, mode 0600, safely on disk before this returns."""
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    draft.replace(path)
    fsync_folder(path.parent)
