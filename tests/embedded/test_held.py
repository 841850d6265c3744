"""A data folder that another process holds: its server is used, and where it runs none, the refusal says so."""

import os
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


def test_a_holder_that_is_making_its_server_is_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "HOLDER_PATIENCE", 2)
    first = temporary_cluster(folder / "var")
    first.folder.open()
    assert first.folder.lock()
    draft = folder / "var" / "postgres" / "data.new"
    draft.mkdir(parents=True)  # as initdb leaves it while it works, here for longer than the patience
    failed: list[EmbeddedRefusal] = []
    second = temporary_cluster(folder / "var")

    def use() -> None:
        try:
            second.start()
        except EmbeddedRefusal as refusal:
            failed.append(refusal)

    waiting = threading.Thread(target=use)
    waiting.start()
    time.sleep(3)
    assert waiting.is_alive()
    draft.rmdir()
    draft.parent.rmdir()
    first.start(bound=False)  # a server may be tied to a thread only as long as that lives
    try:
        waiting.join(30)
        assert (waiting.is_alive(), failed, second.is_running()) == (False, [], True)
    finally:
        second.stop()
        assert first.is_running()
        first.stop()
