"""A disk without space, played by a small one in memory: told in a sentence, nothing lost, well again with space."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from nadzor.embedded import Cluster, DataFolder, EmbeddedRefusal, remnants
from tests.embedded.tools import ask
from tests.postgres import temporary_cluster

ENOUGH = "300M"


class Disk:
    """A disk whose size can be changed while it is in use."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.data = place / "var"

    def size(self, size: str) -> None:
        subprocess.run(["mount", "-o", f"remount,size={size}", self.place], check=True)

    def fill(self) -> None:
        """Take what is left."""
        filler = self.place / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(1 << 20))
            except OSError:
                pass
        free = os.statvfs(self.place)
        with filler.open("ab", buffering=0) as file:
            file.write(bytes(free.f_bfree * free.f_bsize))

    def free(self) -> None:
        (self.place / "filler").unlink()


@pytest.fixture
def disk(folder: Path) -> Iterator[Disk]:
    place = folder / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={ENOUGH},mode=0755", "tmpfs", place],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip(f"a small disk can only be mounted by root: {mounted.stderr.strip()}")
    yield Disk(place)
    subprocess.run(["umount", "--lazy", place], check=True)


def refusal_of(cluster: Cluster) -> str:
    with pytest.raises(EmbeddedRefusal) as caught:
        cluster.start(alone=True)
    assert all(caught.value.phrase)
    return caught.value.phrase.en


def test_a_disk_too_small_for_the_making_is_told_and_made_well_with_space(disk: Disk) -> None:
    disk.size("20M")
    cluster = temporary_cluster(disk.data)
    assert refusal_of(cluster).startswith(f"No space is left on the disk that holds {disk.data}/postgres")
    assert not cluster.pgdata.exists()
    assert remnants.servers(cluster.pgdata) == []
    assert DataFolder(disk.data).postgresql is None
    disk.size(ENOUGH)
    cluster.start()
    assert ask(cluster, "SELECT 1") == "1"
    cluster.stop()


def test_a_disk_with_no_space_for_the_mark_leaves_an_empty_folder(disk: Disk) -> None:
    disk.data.mkdir()
    disk.fill()
    assert refusal_of(temporary_cluster(disk.data)).startswith("No space is left on the disk")
    assert list(disk.data.iterdir()) == []


def test_a_disk_that_fills_up_under_the_server_loses_no_committed_row(disk: Disk) -> None:
    cluster = temporary_cluster(disk.data)
    cluster.start()
    ask(cluster, "CREATE TABLE letters (number int, text text)")
    ask(cluster, "INSERT INTO letters VALUES (1, 'kept')")
    disk.fill()
    with pytest.raises(subprocess.CalledProcessError) as refused:
        ask(cluster, "INSERT INTO letters SELECT n, repeat('x', 900) FROM generate_series(2, 200000) AS n")
    assert "No space left on device" in refused.value.stderr or "terminated" in refused.value.stderr
    cluster.stop()
    assert remnants.servers(cluster.pgdata) == []
    assert refusal_of(cluster).startswith("No space is left on the disk")  # its settings cannot even be written
    disk.free()
    cluster.start()
    assert ask(cluster, "SELECT count(*), max(text) FROM letters") == "1|kept"
    cluster.stop()
