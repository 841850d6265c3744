"""What a server named in DATABASE_URL is asked, on databases made for the question."""

import subprocess
from collections.abc import Iterator

import pytest

from nadzor.embedded import Cluster, EmbeddedRefusal
from nadzor.supervisor import server
from nadzor.supervisor.words import language
from tests.postgres import temporary_cluster, temporary_folder


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    folder = temporary_folder()
    made = temporary_cluster(folder / "var")
    made.start()
    for statement in (
        "CREATE DATABASE latin OWNER nadzor ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0",
        "CREATE DATABASE plain OWNER nadzor ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0",
        "CREATE DATABASE foreign_one",
    ):
        run = [made.binary("psql"), "-Xqc", statement]
        subprocess.run(run, env={**made.environment(superuser=True), "PGDATABASE": "postgres"}, check=True)
    yield made
    made.stop()
    subprocess.run(["rm", "-rf", folder], check=True)


def test_our_own_database_passes(cluster: Cluster) -> None:
    server.check(cluster.dsn())


@pytest.mark.parametrize(
    ("database", "words"),
    [
        ("latin", "does not know Cyrillic"),
        ("plain", "does not know Cyrillic"),
        ("foreign_one", "The user nadzor may not create tables in the database foreign_one"),
        ("absent", 'database "absent" does not exist'),
    ],
)
def test_a_database_that_will_not_do(cluster: Cluster, database: str, words: str) -> None:
    with pytest.raises(EmbeddedRefusal, match=words):
        server.check(cluster.dsn(database))


def test_an_old_server(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "OLDEST", 10**7)
    with pytest.raises(EmbeddedRefusal, match=r"PostgreSQL 18.* is too old"):
        server.check(cluster.dsn())


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "ru"),
        ({"LANG": "C.UTF-8"}, "ru"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "kk_KZ.UTF-8"}, "kk"),
        ({"LANG": "kk_KZ.UTF-8", "NADZOR_LANG": "ru"}, "ru"),
        ({"NADZOR_LANG": "fr", "LANG": "en"}, "en"),
    ],
)
def test_language_of_the_terminal(environment: dict[str, str], lang: str) -> None:
    assert language(environment) == lang
