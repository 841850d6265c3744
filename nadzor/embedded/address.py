"""DATABASE_URL read once for all: for the check at the start, for Django and for pg_dump. No error tells its text."""

import psycopg
from psycopg.conninfo import conninfo_to_dict

DATABASE = "nadzor"
"""The database of an address that names none."""


class BadAddress(ValueError):  # noqa: N818  # a refusal with its ground
    """The address cannot be read. Holds no part of it: any part may be a password."""


def read(url: str) -> dict[str, str]:
    """Return what an address tells, by libpq's own names (host, port, user, password, dbname, sslmode and the rest).

    Raises BadAddress; also for a password in which @ or / is not written as %40 or %2F: libpq would end it there, take
    the rest for a host, a port or a database, and tell it to everybody when that cannot be reached.
    """
    scheme, found, rest = url.partition("://")
    before = rest.rpartition("@")[0]
    if scheme not in {"postgresql", "postgres"} or not found or "@" in before or "/" in before:
        raise BadAddress
    try:
        told = conninfo_to_dict(url)
    except (psycopg.ProgrammingError, UnicodeError):
        raise BadAddress from None  # its words quote the address
    named = {name: str(value) for name, value in told.items() if value is not None}
    return named if "service" in named else {"dbname": DATABASE, **named}
