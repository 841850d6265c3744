"""What must be true of a server named in DATABASE_URL, asked before anything is done on it."""

import psycopg
from psycopg.conninfo import make_conninfo

from nadzor.embedded import EmbeddedRefusal
from nadzor.embedded.address import BadAddress, read
from nadzor.supervisor import words

OLDEST = 150000
"""As libpq counts: major version times 10000."""
PATIENCE = 10
"""Seconds for a connection where the address names none."""


def check(url: str) -> None:
    """Ask the server whether the program can work on it. Raises EmbeddedRefusal with the sentence; changes nothing."""
    try:
        told = read(url)
    except BadAddress:
        raise EmbeddedRefusal(words.bad_url()) from None
    try:
        conninfo = make_conninfo(**{"connect_timeout": str(PATIENCE), **told})
        with psycopg.connect(conninfo, autocommit=True) as connection:
            _check_connected(connection)
    except (psycopg.Error, UnicodeError) as error:
        raise EmbeddedRefusal(words.unreachable(str(error).strip().splitlines()[-1].strip())) from error


def _check_connected(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    info = connection.info
    if info.server_version < OLDEST:
        raise EmbeddedRefusal(words.too_old(info.parameter_status("server_version") or str(info.server_version)))
    if info.parameter_status("server_encoding") != "UTF8":
        raise EmbeddedRefusal(words.cannot_search(info.dbname))
    row = connection.execute(
        "SELECT has_schema_privilege('public', 'CREATE') AND has_schema_privilege('public', 'USAGE'),"
        " to_tsvector('russian', 'Жалоба ПРОКУРОРА') @@ to_tsquery('russian', 'прокурор')"
    ).fetchone()
    may_create, finds = row or (False, False)
    if not may_create:
        raise EmbeddedRefusal(words.no_right(info.user, info.dbname))
    if not finds:
        raise EmbeddedRefusal(words.cannot_search(info.dbname))
