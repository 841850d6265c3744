"""Rows collected by a step and written in one go: every statement of a step travels in one pipeline.

Global order of locks: proceedings by id, cells of the tally by key, registers by id. So two steps never wait for each
other crosswise.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import groupby
from typing import Any, cast

import psycopg
from django.contrib.postgres.search import SearchVectorField
from django.db import connection, models
from psycopg.types.json import Jsonb

from nadzor.casework.models import Proceeding, Tally

_PREPARE_AFTER = 3  # a statement seen so often on a connection is prepared on the server


@dataclass(slots=True)
class Raw:
    """A value that is an SQL expression with its parameters."""

    sql: str
    params: tuple[Any, ...]


@cache
def _columns(model: type[models.Model]) -> dict[str, tuple[str, Callable[[Any], Any] | None]]:
    """Attribute → column and what turns its value into one that the driver knows."""
    return {
        each.attname: (each.column or "", Jsonb if isinstance(each, models.JSONField) else None)
        for each in model._meta.concrete_fields  # noqa: SLF001  # the documented way to a model's fields
        if not isinstance(each, SearchVectorField)
    }


@cache
def _insert_sql(model: type[models.Model], names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{_columns(model)[name][0]}"' for name in names)
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({", ".join(["%s"] * len(names))})'  # noqa: S608, SLF001


@cache
def _update_sql(model: type[models.Model], names: tuple[str, ...]) -> str:
    sets = ", ".join(f'"{_columns(model)[name][0]}" = %s' for name in names)
    key = model._meta.pk.column  # noqa: SLF001
    return f'UPDATE "{model._meta.db_table}" SET {sets} WHERE "{key}" = %s'  # noqa: S608, SLF001


def _values(model: type[models.Model], row: dict[str, Any]) -> list[Any]:
    columns = _columns(model)
    return [
        turn(value) if (turn := columns[name][1]) is not None and value is not None else value
        for name, value in row.items()
    ]


@dataclass(slots=True)
class Change:
    """What a step writes. Nothing is sent before `write`."""

    statements: list[tuple[str, Sequence[Any]]] = field(default_factory=list)
    last: list[tuple[int, str, Sequence[Any]]] = field(default_factory=list)  # by register, sent after all else
    cells: dict[tuple[int, int, str, dt.date], int] = field(default_factory=lambda: defaultdict(int))
    entry_data: dict[str, Any] = field(default_factory=dict)

    def insert(self, model: type[models.Model], **row: Any) -> None:  # values of columns
        """Collect a new row; names are those of the model's attributes ("person_id")."""
        self.statements.append((_insert_sql(model, tuple(row)), _values(model, row)))

    def update(self, model: type[models.Model], pk: object, **row: Any) -> None:  # values of columns
        """Collect a change of some columns of a row."""
        if row:
            self.statements.append((_update_sql(model, tuple(row)), [*_values(model, row), pk]))

    def execute(self, sql: str, *params: Any) -> None:  # values of columns
        """Collect a statement as it is."""
        self.statements.append((sql, params))

    def count(self, row: Proceeding, by: int) -> None:
        """Count a proceeding in (1) or out of (-1) its cell of the tally."""
        self.cells[row.body_id, row.unit_id or 0, row.procedure, row.next_due] += by

    def write(self, *, beginning: str | None = None, ending: str | None = None) -> list[tuple[int, int | None, bytes]]:
        """Send everything in one pipeline and wait for the end.

        `beginning`, `ending`: statements before and after all else ("SAVEPOINT …", "COMMIT"). Returns for each entry,
        in the order of sending, its place in the chain, its register number and its seal.
        """
        with raw() as cursor:
            with cursor.connection.pipeline():
                if beginning is not None:
                    cursor.execute(beginning)
                entries = self._send(cursor)
                if ending is not None:
                    cursor.execute(ending)
            return [cast("tuple[int, int | None, bytes]", each.fetchone()) for each in entries]

    def send(self) -> None:
        """Send everything and wait for nothing: inside `in_pipeline`, where an error is told later."""
        with raw() as cursor:
            self._send(cursor)

    def _send(self, cursor: "psycopg.Cursor[Any]") -> "list[psycopg.Cursor[Any]]":
        cells = sorted((cell, by) for cell, by in self.cells.items() if by)
        counted = [(_COUNT_CELL, (*cell, by)) for cell, by in cells]
        alone = len(counted) == 1 and cells[0][1] > 0  # one cell only: there is no order to keep among several
        for sql, params in _joined([*self.statements, *(counted if alone else ())]):
            psycopg.RawCursor(cursor.connection).execute(sql, params)
        for cell, by in () if alone else cells:
            cursor.execute(_COUNT_CELL, (*cell, by))
            if by < 0:
                cursor.execute(_DROP_EMPTY_CELL, cell)
        in_order = sorted(self.last, key=lambda each: each[0])
        return [psycopg.Cursor(cursor.connection).execute(sql, params) for _, sql, params in in_order]


@contextmanager
def in_pipeline() -> Iterator[None]:
    """Send statements on without waiting for their answers; whoever reads waits for what was sent before."""
    connection.ensure_connection()
    conn = cast("psycopg.Connection[Any]", connection.connection)
    with connection.wrap_database_errors, conn.pipeline():
        yield


def _joined(statements: Iterable[tuple[str, Sequence[Any]]]) -> Iterator[tuple[str, Sequence[Any]]]:
    """New rows that follow each other as one statement: constraints between them are checked at the end anyway."""
    for new_rows, group in groupby(statements, key=lambda each: each[0].startswith("INSERT INTO")):
        if new_rows:
            rows = tuple(group)
            yield _as_one(tuple(sql for sql, _ in rows)), [each for _, params in rows for each in params]
        else:
            yield from ((_as_one((sql,)), params) for sql, params in group)


@lru_cache(maxsize=1000)
def _as_one(statements: tuple[str, ...]) -> str:
    """Statements as one, their places numbered as the server wants them, so that the driver has nothing to read.

    Rows of one table that follow each other become one list of values: they get their ids in this order.
    """
    merged = []
    for sql, group in groupby(statements):
        head, values, row = sql.partition(" VALUES ")
        merged.append(head + values + ", ".join([row] * len(list(group))))
    *first, last = merged
    parts = ", ".join(f"r{place} AS ({sql})" for place, sql in enumerate(first))
    pieces = (f"WITH {parts} {last}" if first else last).split("%s")
    return "".join(f"{piece}${place}" for place, piece in enumerate(pieces[:-1], start=1)) + pieces[-1]


_TALLY = Tally._meta.db_table  # noqa: SLF001
_COUNT_CELL = (
    f"INSERT INTO {_TALLY} AS t (body_id, unit_key, procedure, due_day, count) VALUES (%s, %s, %s, %s, %s) "  # noqa: S608
    "ON CONFLICT (body_id, unit_key, procedure, due_day) DO UPDATE SET count = t.count + excluded.count"
)
_DROP_EMPTY_CELL = (  # days that are over would else stay for ever, and every board read them
    f"DELETE FROM {_TALLY} WHERE (body_id, unit_key, procedure, due_day) = (%s, %s, %s, %s) AND count = 0"  # noqa: S608
)


@contextmanager
def raw() -> Iterator["psycopg.Cursor[Any]"]:
    """A cursor of the driver on Django's connection: parameters bound by the server, statements prepared there."""
    connection.ensure_connection()
    conn = cast("psycopg.Connection[Any]", connection.connection)
    before = conn.prepare_threshold
    conn.prepare_threshold = _PREPARE_AFTER
    try:
        with connection.wrap_database_errors, psycopg.Cursor(conn) as cursor:
            yield cursor
    finally:
        if not conn.closed:
            conn.prepare_threshold = before
