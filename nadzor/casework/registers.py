"""Books of bodies: found or opened for a year, moved by one statement that numbers, chains and writes an entry."""

from typing import Any

from django.db import connection, transaction
from psycopg.types.json import Jsonb

from nadzor.casework.models import Entry, Proceeding, Register
from nadzor.casework.sealing import first_head
from nadzor.casework.writing import Change, raw
from nadzor.organs.directory import BodyCard

_known: dict[tuple[int, str, int], int] = {}  # books are never removed while the tables stand


def register_of(body: BodyCard, book: str, year: int) -> int:
    """Return the id of a book, opening it where the year has none yet: it begins with the head of the year before."""
    name = (body.id, book, year)
    if name in _known:
        return _known[name]
    with raw() as cursor:
        cursor.execute(_FIND, name)
        row = cursor.fetchone()
    found: int = _opened(body, book, year) if row is None else row[0]
    transaction.on_commit(lambda: _known.__setitem__(name, found))  # one that was rolled back is not known
    return found


def forget() -> None:
    """Drop the known ids: the tables were laid or emptied, and ids may be given anew."""
    _known.clear()


def _opened(body: BodyCard, book: str, year: int) -> int:
    earlier = (
        Register.objects.select_for_update().filter(body_id=body.id, book=book, year__lt=year).order_by("-year").first()
    )
    head = first_head(body.code, book, year) if earlier is None else bytes(earlier.head)
    with connection.cursor() as cursor:  # two that open it at once: one row, and neither fails
        cursor.execute(
            f"INSERT INTO {Register._meta.db_table} "  # noqa: S608, SLF001
            "(body_id, book, year, last_number, last_seq, first_head, previous, head) "
            "VALUES (%s, %s, %s, 0, 0, %s, %s, %s) ON CONFLICT (body_id, book, year) DO NOTHING",
            [body.id, book, year, head, head, head],
        )
    return Register.objects.values_list("pk", flat=True).get(body_id=body.id, book=book, year=year)


_REGISTER, _ENTRY, _PROCEEDING = (model._meta.db_table for model in (Register, Entry, Proceeding))  # noqa: SLF001
_FIND = f"SELECT id FROM {_REGISTER} WHERE body_id = %s AND book = %s AND year = %s"  # noqa: S608
_ENTRY_COLUMNS = (
    *("proceeding_id", "proceeding_version", "subject", "step", "from_state", "to_state", "person_id", "client_id"),
    *("actor", "capacity", "happened_on", "recorded_at", "cites", "data", "salt", "digest"),
)
_MOVE = (
    f"WITH moved AS (UPDATE {_REGISTER} SET last_seq = last_seq + 1, last_number = last_number + %s, previous = head, "  # noqa: S608
    "head = sha256(head || int8send(last_seq + 1) || int8send(CASE WHEN %s = 1 THEN last_number + 1 ELSE 0 END) || %s) "
    "WHERE id = %s RETURNING id, last_seq, CASE WHEN %s = 1 THEN last_number END AS number, previous, head)"
)


def _insert_entry(source: str) -> str:
    columns = ", ".join(_ENTRY_COLUMNS)
    places = ", ".join(["%s"] * len(_ENTRY_COLUMNS))
    return (
        f"INSERT INTO {_ENTRY} (register_id, seq, register_number, previous, hash, {columns}) "  # noqa: S608
        f"SELECT moved.id, moved.last_seq, moved.number, moved.previous, moved.head, {places} FROM {source} "
        "RETURNING seq, register_number, hash"
    )


_ENTRY_ONLY = f"{_MOVE} {_insert_entry('moved')}"
_PROCEEDING_COLUMNS = tuple(
    each.attname
    for each in Proceeding._meta.concrete_fields  # noqa: SLF001
    if each.attname != "register_number"
)
_WITH_PROCEEDING = (
    f"{_MOVE}, opened AS (INSERT INTO {_PROCEEDING} ({', '.join(_PROCEEDING_COLUMNS)}, register_number) "  # noqa: S608
    f"SELECT {', '.join(['%s'] * len(_PROCEEDING_COLUMNS))}, moved.number FROM moved RETURNING 1) "
    + _insert_entry("moved, opened")
)


def enter(  # noqa: PLR0913  # the parts of an entry
    change: Change,
    entry: Entry,
    head: bytes,
    data: dict[str, Any],
    *,
    opened: Proceeding | None,
    numbered: bool,
) -> None:
    """Collect an entry, sent after all else of its change: it locks its register last.

    `opened`: the proceeding that this entry opens, written in the same statement. `numbered`: it takes the next number.
    """
    one = 1 if numbered else 0
    values = [getattr(entry, name) for name in _ENTRY_COLUMNS]
    values[_ENTRY_COLUMNS.index("data")] = Jsonb(data)
    moved = (one, one, head, entry.register_id, one)
    if opened is None:
        change.last.append((entry.register_id, _ENTRY_ONLY, (*moved, *values)))
    else:
        row = [getattr(opened, name) for name in _PROCEEDING_COLUMNS]
        change.last.append((entry.register_id, _WITH_PROCEEDING, (*moved, *row, *values)))
