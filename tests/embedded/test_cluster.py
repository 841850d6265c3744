"""The embedded database, with a real PostgreSQL: what it gives, whom it shuts out."""

import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from nadzor.embedded import Cluster
from tests.embedded.tools import STRANGER, ask, is_root


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Жалоба на действия прокуроров района", "прокурор"),
        ("ПРОКУРОРА ОБЛАСТИ", "прокурор"),
        ("о нарушениях законности", "нарушение"),
        ("Ёлкин жаловался", "жаловаться"),
    ],
)
def test_cyrillic_search_finds_word_forms(cluster: Cluster, text: str, query: str) -> None:
    assert ask(cluster, f"SELECT to_tsvector('russian', '{text}') @@ plainto_tsquery('russian', '{query}')") == "t"


@pytest.mark.parametrize(("upper", "lower"), [("ӘҒҚҢӨҰҮҺІ", "әғқңөұүһі"), ("ЁЩЪ", "ёщъ")])
def test_case_of_kazakh_and_russian_letters_is_known(cluster: Cluster, upper: str, lower: str) -> None:
    assert ask(cluster, f"SELECT lower('{upper}'), upper('{lower}')") == f"{lower}|{upper}"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("listen_addresses", ""),
        ("unix_socket_permissions", "0700"),
        ("password_encryption", "scram-sha-256"),
        ("data_checksums", "on"),
        ("server_encoding", "UTF8"),
        ("jit", "off"),
        ("wal_compression", "off"),
        ("TimeZone", "UTC"),
        ("max_connections", "100"),
        ("log_min_error_statement", "panic"),
    ],
)
def test_settings(cluster: Cluster, setting: str, value: str) -> None:
    assert ask(cluster, f"SHOW {setting}") == value


def test_durability_is_on_unless_a_test_asks(folder: Path) -> None:
    plain = Cluster(folder / "var", sync=False)
    plain.start()
    try:
        shown = [ask(plain, f"SHOW {name}") for name in ("fsync", "synchronous_commit", "full_page_writes")]
    finally:
        plain.stop()
    assert shown == ["on", "on", "on"]


def test_the_address_serves_libpq_and_the_role_is_no_superuser(cluster: Cluster) -> None:
    with psycopg.connect(cluster.dsn()) as connection:
        row = connection.execute(
            "SELECT current_user, current_database(), rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    assert row == ("nadzor", "nadzor", False, True)
    with pytest.raises(psycopg.errors.InsufficientPrivilege), psycopg.connect(cluster.dsn()) as connection:
        connection.execute("COPY (SELECT 1) TO PROGRAM 'true'")


def test_a_wrong_or_missing_password_is_refused_even_to_the_owner(cluster: Cluster) -> None:
    address = urlsplit(cluster.dsn())
    sockets = parse_qs(address.query)["host"][0]
    for password in ("", "guess"):
        for role in ("nadzor", "postgres"):
            with pytest.raises(psycopg.OperationalError, match="password"):
                psycopg.connect(host=sockets, user=role, dbname="nadzor", password=password)


def test_every_private_thing_is_closed_to_group_and_others(cluster: Cluster) -> None:
    data = cluster.folder.path
    assert data.stat().st_mode & 0o067 == 0  # the group may pass at most: the server of a program run by root
    for path in (cluster.home, cluster.pgdata, cluster.log, data / "secrets", *(data / "secrets").iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.skipif(not is_root(), reason="another user can only be played by root")
def test_another_user_of_the_machine_can_neither_connect_nor_read(cluster: Cluster) -> None:
    def stranger(*command: str | Path) -> subprocess.CompletedProcess[str]:
        told = {**cluster.environment(superuser=True), "LC_ALL": "C"}  # even one who knows the password
        return subprocess.run(
            command,
            env=told,
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            user=STRANGER,
            group=STRANGER,
            extra_groups=[],
        )

    assert stranger(cluster.binary("psql"), "--version").returncode == 0
    connected = stranger(cluster.binary("psql"), "-XAtc", "SELECT 1")
    assert (connected.returncode, "Permission denied" in connected.stderr) == (2, True), connected
    data = cluster.folder.path
    for path in (data, data / "secrets" / "nadzor", cluster.pgdata / "PG_VERSION", cluster.log / "start.log"):
        assert path.exists()
        assert stranger("ls" if path.is_dir() else "cat", path).returncode != 0, path


def test_a_second_cluster_on_the_folder_uses_the_running_server_and_does_not_stop_it(cluster: Cluster) -> None:
    other = Cluster(cluster.folder.path)
    other.start()
    assert ask(other, "SELECT 1") == "1"
    other.stop()
    assert ask(cluster, "SELECT 1") == "1"
