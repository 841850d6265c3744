"""Where pg_dump and pg_restore are sent: the very server of DATABASE_URL, by all that it says."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from psycopg.conninfo import conninfo_to_dict

from nadzor.cli import archive

SAID: dict[str, Any] = {
    "host": "db.example",
    "port": "5433",
    "user": "office",
    "password": "made up",
    "dbname": "case's",
    "sslmode": "verify-full",
    "sslrootcert": "/etc/ca file.pem",
    "sslpassword": "of the key",
    "tcp_user_timeout": "900",
    "connect_timeout": 5,
    "cursor_factory": object(),  # Django's own
}


def test_all_of_the_address_is_carried_over_and_no_password_among_the_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PGSSLMODE", "disable")  # of the operator's shell
    monkeypatch.setenv("PGSERVICE", "elsewhere")
    environment, rest = archive._address(SAID)
    ours = {name: value for name, value in environment.items() if name.startswith("PG")}
    assert ours == {
        "PGHOST": "db.example",
        "PGPORT": "5433",
        "PGUSER": "office",
        "PGPASSWORD": "made up",
        "PGSSLMODE": "verify-full",
        "PGSSLROOTCERT": "/etc/ca file.pem",
        "PGCONNECT_TIMEOUT": "5",
    }
    assert "PATH" in environment
    assert conninfo_to_dict(rest) == {"dbname": "case's", "tcp_user_timeout": "900"}
    plain = archive._address({"dbname": "nadzor"})[0]
    assert [name for name in plain if name.startswith("PG")] == []


@pytest.mark.django_db
def test_the_programs_are_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    called: dict[str, Any] = {}

    def run(command: list[str], **told: Any) -> subprocess.CompletedProcess[str]:
        called.update(told, command=command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(connection, "get_connection_params", lambda: SAID)
    monkeypatch.setattr(subprocess, "run", run)
    archive._run("pg_dump", "--format=custom")
    assert called["env"]["PGSSLMODE"] == "verify-full"
    assert [part for part in called["command"] if "made up" in part or "of the key" in part] == []
    assert called["command"][-1] == "--format=custom"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(archive.ArchiveRefusal) as caught:
        archive.write(tmp_path / "absent" / "copy.tar")
    for text in caught.value.phrase:
        assert str(tmp_path / "absent") in text
    assert caught.value.phrase.en.startswith("There is no folder")
    assert list(tmp_path.iterdir()) == []
