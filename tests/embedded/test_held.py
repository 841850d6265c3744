"""A data folder that another process holds: its server is used, and where it runs none, the refusal says so."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from nadzor.embedded import Cluster, DataFolder, EmbeddedRefusal, cluster
from tests.postgres import temporary_cluster


def refused(path: Path) -> EmbeddedRefusal:
    with pytest.raises(EmbeddedRefusal) as caught:
        Cluster(path).start()
    assert not (path / "postgres").exists()
    return caught.value


def test_a_holder_that_says_so_is_told_at_once_by_its_process(folder: Path) -> None:
    holder = DataFolder(folder / "var")
    holder.open()
    assert holder.lock(elsewhere=True)
    assert holder.holder() == str(os.getpid())
    began = time.monotonic()
    phrase = refused(holder.path).phrase
    assert time.monotonic() - began < 5
    for text in phrase:
        assert (f" {os.getpid()}" in text, "DATABASE_URL" in text, str(holder.path) in text) == (True, True, True)
    with pytest.raises(EmbeddedRefusal, match=f"already running .* .process {os.getpid()}.\\."):
        Cluster(holder.path).start(alone=True)
    holder.unlock()
    assert holder.lock()
    assert (holder.held_elsewhere(), holder.holder()) == (False, str(os.getpid()))


@pytest.fixture
def holder(folder: Path) -> DataFolder:
    """A holder without a server, as a program on DATABASE_URL is. (A lock is of an open file, not of a process.)"""
    made = DataFolder(folder / "var")
    made.open()
    assert made.lock()
    return made


def test_a_holder_without_a_server_is_told_and_not_waited_for(
    holder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "HOLDER_PATIENCE", 0.5)
    for text in refused(holder.path).phrase:
        assert (holder.holder() in text, "DATABASE_URL" in text, str(holder.path) in text) == (True, True, True)


def test_a_holder_that_lets_go_is_followed(holder: DataFolder) -> None:
    ours = temporary_cluster(holder.path)
    threading.Timer(1, holder.unlock).start()
    ours.start()
    assert ours.is_running()
    ours.stop()


# In a process of its own: started by root, both houses change the effective user, and that belongs to the process.
_SECOND = """
import sys
from pathlib import Path
from nadzor.embedded import cluster
from tests.postgres import temporary_cluster
cluster.HOLDER_PATIENCE = 2
ours = temporary_cluster(Path(sys.argv[1]))
print("begun", flush=True)
ours.start()
print(ours.is_running(), flush=True)
sys.stdin.readline()
ours.stop()
"""


def test_a_holder_that_is_making_its_server_is_waited_for(folder: Path) -> None:
    first = temporary_cluster(folder / "var")
    first.folder.open()
    assert first.folder.lock()
    draft = folder / "var" / "postgres" / "data.new"
    draft.mkdir(parents=True)  # as initdb leaves it while it works, here for longer than the patience
    with subprocess.Popen(
        [sys.executable, "-c", _SECOND, str(folder / "var")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as second:
        assert second.stdout
        assert second.stdout.readline() == "begun\n"
        time.sleep(3)
        assert second.poll() is None
        draft.rmdir()
        draft.parent.rmdir()
        first.start()
        try:
            assert second.stdout.readline() == "True\n"
            second.communicate("\n", timeout=30)
            assert (second.returncode, first.is_running()) == (0, True)
        finally:
            second.kill()
            first.stop()
