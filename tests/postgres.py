"""The database of a test session: DATABASE_URL when set, else an embedded cluster in a temporary folder."""

import os
import shutil
import tempfile
from pathlib import Path

from nadzor.embedded import Cluster, DataFolder

FAST = {"fsync": "off", "full_page_writes": "off", "autovacuum": "off"}
"""For tests only: nothing of theirs must outlive a crash of the machine."""


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
