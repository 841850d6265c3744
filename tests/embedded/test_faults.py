"""What can go wrong with the folder and the server: recovered when it can be, refused in words when it cannot."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nadzor.embedded import Cluster, DataFolder, EmbeddedRefusal, remnants
from nadzor.embedded.binaries import programs
from nadzor.embedded.cluster import SOCKET_LIMIT
from tests.embedded.tools import STRANGER, ask, is_root
from tests.postgres import temporary_cluster, temporary_folder


@pytest.fixture(scope="module")
def pattern() -> Iterator[Path]:
    """A stopped data folder: copying it is faster than making it."""
    made = temporary_folder()
    cluster = temporary_cluster(made / "var")
    cluster.start()
    cluster.stop()
    yield made / "var"
    shutil.rmtree(made)


@pytest.fixture
def own(folder: Path, pattern: Path) -> Iterator[Cluster]:
    subprocess.run(["cp", "-a", pattern, folder], check=True)
    made = temporary_cluster(folder / "var")
    made.start()
    yield made
    made.stop()


def refusal_of(cluster: Cluster) -> str:
    with pytest.raises(EmbeddedRefusal) as caught:
        cluster.start(alone=True)
    assert all(caught.value.phrase)
    return caught.value.phrase.en


def listing(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_a_stop_and_a_start_keep_the_data_and_the_address(own: Cluster) -> None:
    ask(own, "CREATE TABLE letters AS SELECT 7 AS number")
    address = own.dsn()
    own.stop()
    assert (own.is_running(), remnants.servers(own.pgdata)) == (False, [])
    own.start()
    assert (ask(own, "SELECT number FROM letters"), own.dsn()) == ("7", address)


def test_start_twice_is_one_server(own: Cluster) -> None:
    before = remnants.postmaster(own.pgdata)
    own.start()
    assert remnants.postmaster(own.pgdata) == before


def test_kill_of_the_server_loses_no_committed_row(own: Cluster) -> None:
    ask(own, "CREATE TABLE letters (number int)")
    session = subprocess.Popen(
        [own.binary("psql"), "-Xqc", "SELECT count(*) FROM generate_series(1, 1000000000)"],
        env=own.environment(),
        stderr=subprocess.DEVNULL,
    )
    ask(own, "INSERT INTO letters VALUES (1)")
    pid = remnants.postmaster(own.pgdata)
    assert pid is not None
    while not ask(
        own, "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%generate_series%' AND pid <> pg_backend_pid()"
    ):
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)
    while own.died() is None:
        time.sleep(0.01)
    own.restart()  # the session that still counts would hold the memory of the dead server
    assert ask(own, "SELECT count(*) FROM letters") == "1"
    assert session.wait() != 0


def test_a_server_whose_program_was_killed_stops_and_the_next_start_is_clean(folder: Path) -> None:
    program = f"""
import sys, time
from pathlib import Path
from nadzor.embedded import Cluster
cluster = Cluster(Path({str(folder / "var")!r}), extra={{"fsync": "off"}}, sync=False)
cluster.start()
print("up", flush=True)
time.sleep(600)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "up\n"
        killed.kill()
    cluster = temporary_cluster(folder / "var")
    cluster.start(alone=True)
    assert ask(cluster, "SELECT 1") == "1"
    cluster.stop()


def test_a_server_left_running_by_a_killed_program_is_stopped_and_started_anew(folder: Path) -> None:
    left = temporary_cluster(folder / "var")
    left.start(bound=False)
    ask(left, "CREATE TABLE letters AS SELECT 7 AS number")
    before = remnants.postmaster(left.pgdata)
    left.folder.unlock()  # as the kernel does at the program's death
    cluster = temporary_cluster(folder / "var")
    cluster.start(alone=True)
    assert before != remnants.postmaster(cluster.pgdata)
    assert ask(cluster, "SELECT number FROM letters") == "7"
    cluster.stop()
    assert left.died() == 0


def test_a_pid_file_that_names_a_foreign_process_does_not_stop_the_start(own: Cluster) -> None:
    own.stop()
    lines = ["", str(own.pgdata), "1700000000", "5432", str(own.home / "run"), "", "0 0", "ready   "]
    with subprocess.Popen(["sleep", "600"]) as foreign:
        lines[0] = str(foreign.pid)
        (own.pgdata / "postmaster.pid").write_text("\n".join(lines) + "\n")
        assert own.is_running() is False
        own.start()
        assert ask(own, "SELECT 1") == "1"
        assert foreign.poll() is None
        foreign.kill()


def test_a_second_start_on_the_folder_is_refused_with_the_process(own: Cluster) -> None:
    assert f"already running on the data folder {own.folder.path} (process {os.getpid()})" in refusal_of(
        temporary_cluster(own.folder.path)
    )
    assert ask(own, "SELECT 1") == "1"


def test_a_long_path_gets_a_short_private_socket(folder: Path) -> None:
    cluster = temporary_cluster(folder.joinpath("очень длинное имя папки " * 3, "и ещё одно " * 4, "var"))
    cluster.start()
    try:
        sockets = Path(ask(cluster, "SHOW unix_socket_directories", superuser=True))
        assert len(os.fsencode(sockets / ".s.PGSQL.5432")) <= SOCKET_LIMIT
        assert sockets.stat().st_mode & 0o777 == 0o700
        assert sockets.stat().st_uid == cluster.pgdata.stat().st_uid
        cluster.stop()
        sockets.rmdir()
        sockets.mkdir(mode=0o755)  # somebody waits with a folder of that name
        cluster.start()
        second = Path(ask(cluster, "SHOW unix_socket_directories", superuser=True))
        assert second != sockets
    finally:
        cluster.stop()
        shutil.rmtree(sockets)
    shutil.rmtree(second)


def test_another_major_version_is_refused_and_untouched(own: Cluster) -> None:
    own.stop()
    (own.pgdata / "PG_VERSION").write_text("17\n")
    before = listing(own.pgdata)
    told = refusal_of(own)
    assert f"made by PostgreSQL 17, and the program holds PostgreSQL {programs().major}" in told
    assert "nadzor backup" in told
    assert "pg_upgrade" in told
    assert listing(own.pgdata) == before


def test_a_lost_database_is_not_replaced_by_an_empty_one(own: Cluster) -> None:
    own.stop()
    shutil.move(own.pgdata, own.folder.path / "elsewhere")
    assert "it is gone" in refusal_of(own)
    assert not own.pgdata.exists()


@pytest.mark.parametrize("lost", ["PG_VERSION", "global/pg_control", "pg_wal", "base"])
def test_a_damaged_database_is_refused_with_the_ground(own: Cluster, lost: str) -> None:
    own.stop()
    shutil.move(own.pgdata / lost, own.folder.path / "elsewhere")
    assert "cannot be opened: " in refusal_of(own)
    assert own.is_running() is False
    shutil.move(own.folder.path / "elsewhere", own.pgdata / lost)
    own.start()
    assert ask(own, "SELECT 1") == "1"


def test_a_lost_password_is_told(own: Cluster) -> None:
    (own.folder.path / "secrets" / "nadzor").unlink()
    with pytest.raises(EmbeddedRefusal, match="secrets/nadzor cannot be opened"):
        own.dsn()


@pytest.mark.parametrize("beside", ["letters.csv", "nadzor.txt", ".hidden"])
def test_a_foreign_folder_is_left_alone(folder: Path, beside: str) -> None:
    (folder / beside).write_text("mine")
    assert "is not empty and is not this program's" in refusal_of(temporary_cluster(folder))
    assert listing(folder) == [beside]


def test_an_empty_folder_and_a_fresh_disk_are_taken(folder: Path) -> None:
    (folder / "lost+found").mkdir()
    DataFolder(folder).open()
    assert json.loads((folder / "nadzor.json").read_text())["postgresql"] is None


def test_a_folder_of_a_newer_program_is_refused(folder: Path) -> None:
    (folder / "nadzor.json").write_text(json.dumps({"format": 2, "id": "a", "postgresql": 18}))
    assert "made by a newer version" in refusal_of(temporary_cluster(folder))


def test_a_mark_that_cannot_be_read_is_refused(folder: Path) -> None:
    (folder / "nadzor.json").write_text("{")
    assert "nadzor.json cannot be opened" in refusal_of(temporary_cluster(folder))


def test_an_unwritable_folder_is_refused(folder: Path) -> None:
    target = folder / "closed"
    target.mkdir(mode=0o555)
    if is_root():  # nothing is unwritable for root: play somebody else
        os.seteuid(STRANGER)
    try:
        for data in (target, target / "var"):
            assert f"There is no right to write to {data}." in refusal_of(temporary_cluster(data))
    finally:
        os.seteuid(os.getuid())


def test_an_interrupted_making_is_made_again(folder: Path) -> None:
    data = DataFolder(folder / "var")
    data.open()
    cluster = temporary_cluster(data.path)
    cluster.start()
    cluster.stop()
    own_mark = json.loads((data.path / "nadzor.json").read_text())
    (data.path / "nadzor.json").write_text(json.dumps({**own_mark, "postgresql": None}))
    cluster.pgdata.rename(cluster.home / "data.new")
    cluster.start()
    assert ask(cluster, "SELECT 1") == "1"
    cluster.stop()
    assert not (cluster.home / "data.new").exists()


def test_nothing_above_the_data_folder_is_changed(folder: Path) -> None:
    parent = folder / "parent"
    parent.mkdir(mode=0o755)
    before = [(path.stat().st_mode, path.stat().st_uid, path.stat().st_gid) for path in (folder, parent)]
    cluster = temporary_cluster(parent / "var")
    cluster.start()
    cluster.stop()
    assert [(path.stat().st_mode, path.stat().st_uid, path.stat().st_gid) for path in (folder, parent)] == before
