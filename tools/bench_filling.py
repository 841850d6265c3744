"""A house full of made-up cases for a bench: rows as `perform` leaves them, written by SQL.

Left out is what no list and no search reads: entries of the journal, notices, facts of the rooms.
"""

import itertools
import random
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from nadzor.organs.folding import folded

FORM = zlib.crc32(Path(__file__).read_bytes())  # a folder filled by another form of this file is filled anew
MINE = 60  # open cases of the measured executor, however full the house is
_OPEN_SHARE = 0.05
_FRAGMENTS, _WORDS_A_FRAGMENT, _VOCABULARY = 4000, 14, 4000
_SYLLABLES = [a + b for a, b in itertools.product("бвгдзклмнпрстх", "аеиоуы")]
_ENDS = ("нов", "баев", "ский", "енко", "ұлы", "лин", "ин", "мырза")
_GIVEN = (
    *("Пример", "Образец", "Макет", "Шаблон", "Эталон", "Үлгі", "Мысал", "Сынақ", "Нұсқа", "Схема", "Модель", "Проба"),
    *("Өрнек", "Қалып", "Әдіс", "Ұлгілі", "Черновик", "Чертёж", "Эскиз", "Набросок"),
)
_PATRONYMICS = ("Примерович", "Образцовна", "Макетович", "Шаблоновна", "Үлгіұлы", "Мысалқызы", "Сынақұлы", "")
_TABLES = ("casework_proceeding", "casework_party", "casework_assignment", "casework_term", "casework_searchrow")


def vocabulary() -> list[str]:
    """Made-up words, the most frequent first."""
    rng = random.Random(1)  # noqa: S311  # a fixed choice
    words = {"".join(rng.choices(_SYLLABLES, k=rng.choice((2, 3, 3, 4)))) + "к" for _ in range(_VOCABULARY * 2)}
    return sorted(words, key=lambda word: zlib.crc32(word.encode()))[:_VOCABULARY]


def surnames() -> list[str]:
    """Made-up surnames."""
    rng = random.Random(2)  # noqa: S311
    stems = ["".join(rng.choices(_SYLLABLES, k=rng.choice((2, 3)))).capitalize() for _ in range(9000)]
    return sorted({stem + rng.choice(_ENDS) for stem in stems})[:8000]


def fragments() -> Iterator[str]:
    """Sentences: words by their frequency, as in any language the second half as frequent as the first."""
    rng = random.Random(3)  # noqa: S311
    words = vocabulary()
    weights = list(itertools.accumulate(1 / (place + 3) for place in range(len(words))))
    for _ in range(_FRAGMENTS):
        yield " ".join(rng.choices(words, cum_weights=weights, k=_WORDS_A_FRAGMENT))


def is_filled(dsn: str, rows: int) -> bool:
    """Whether a database has been filled to the end by this form."""
    with psycopg.connect(dsn) as conn:
        found = conn.execute("SELECT to_regclass('bench_filled')").fetchone()
        if found is None or found[0] is None:
            return False
        return conn.execute("SELECT rows, form FROM bench_filled").fetchone() == (rows, FORM)


def fill(dsn: str, rows: int, places: list[tuple[Any, ...]], special: tuple[Any, ...], client: int) -> None:
    """Fill an empty house. `places`: (body, branch, unit, executor, co-executor, registrar, register, code of number).

    A place stands in the list as often as it is wanted; `special` is that of the measured executor. As superuser.
    """
    with psycopg.connect(dsn, autocommit=True) as conn:
        conn.execute("SET session_replication_role = replica")
        conn.execute("SET maintenance_work_mem = '1GB'")
        conn.execute("SET synchronous_commit = off")
        _helpers(conn, places, special)
        dropped = _without_indexes(conn)
        for statement in _STATEMENTS:
            text = statement.format(rows=rows, places=len(places), client=client, mine=MINE, share=_OPEN_SHARE)
            conn.execute(text)  # type: ignore[arg-type]  # numbers of ours
        for definition in dropped:
            conn.execute(definition)  # type: ignore[arg-type]  # as the server said it
        conn.execute(f"SELECT setval('casework_proceeding_id_seq', {rows})")  # type: ignore[arg-type]
        conn.execute("DROP TABLE bench_row, bench_place, bench_surname, bench_fragment")
        conn.execute("VACUUM (ANALYZE)")
        conn.execute("CREATE TABLE bench_filled (rows bigint, form bigint)")
        conn.execute("INSERT INTO bench_filled VALUES (%s, %s)", (rows, FORM))
        conn.execute("CHECKPOINT")


def _helpers(conn: psycopg.Connection[Any], places: list[tuple[Any, ...]], special: tuple[Any, ...]) -> None:
    conn.execute(
        "CREATE UNLOGGED TABLE bench_place (n int PRIMARY KEY, body bigint, branch bigint, unit bigint, "
        "executor bigint, co bigint, registrar bigint, register bigint, code text)"
    )
    conn.execute("CREATE UNLOGGED TABLE bench_surname (n int PRIMARY KEY, plain text, folded text)")
    conn.execute("CREATE UNLOGGED TABLE bench_fragment (n int PRIMARY KEY, plain text, vector tsvector)")
    with conn.cursor() as cursor:
        with cursor.copy("COPY bench_place FROM STDIN") as copy:
            for number, place in enumerate([special, *places]):
                copy.write_row((number, *place))
        with cursor.copy("COPY bench_surname FROM STDIN") as copy:
            for number, name in enumerate(
                f"{surname} {given}" for surname, given in zip(surnames(), itertools.cycle(_GIVEN), strict=False)
            ):
                copy.write_row((number, name, folded(name)))
        cursor.executemany(
            "INSERT INTO bench_fragment VALUES (%s, %s, to_tsvector('russian', %s))",
            [(number, text, text) for number, text in enumerate(fragments())],
        )
    for table in ("bench_place", "bench_surname", "bench_fragment"):
        conn.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(table)))


def _without_indexes(conn: psycopg.Connection[Any]) -> list[str]:
    """Drop the indexes that no constraint stands on; return how to make them again."""
    found = conn.execute(
        "SELECT i.indexname, i.indexdef FROM pg_indexes i WHERE i.tablename = ANY(%s) AND NOT EXISTS "
        "(SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname) ORDER BY 1",
        (list(_TABLES),),
    ).fetchall()
    for name, _ in found:
        conn.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
    return [definition for _, definition in found]


# Four years of letters in the order of registration: the newest twentieth is open, one row in twenty is a request for
# materials of the row before it, three in ten came from the portal.
_ROW = """
CREATE UNLOGGED TABLE bench_row AS
SELECT r.i, r.child, r.state, r.open, r.day, p.body, p.branch, p.code, p.register,
       CASE WHEN r.state <> 'registered' THEN p.unit END AS unit,
       CASE WHEN r.state <> 'registered' THEN p.executor END AS executor,
       CASE WHEN r.state <> 'registered' AND r.h % 10 = 0 AND NOT r.child THEN p.co END AS co,
       CASE WHEN r.h % 10 < 7 THEN p.registrar END AS registrar,
       CASE WHEN NOT r.open OR r.state = 'answered' THEN DATE '9999-12-31'
            ELSE current_date + (r.h % 40)::int - 8 END AS due,
       CASE WHEN r.child THEN n.number || '.1' ELSE n.number END AS number,
       s.plain AS name, s.folded, f.plain AS words, f.vector || g.vector || k.vector AS vector
FROM (SELECT i, h, mine, child, open, day,
             CASE WHEN child THEN CASE WHEN open THEN 'sent' ELSE 'received' END
                  WHEN mine THEN 'under_review'
                  WHEN NOT open THEN CASE WHEN h % 50 = 0 THEN 'annulled' ELSE 'closed' END
                  WHEN h % 10 = 1 THEN 'registered' WHEN h % 10 = 2 THEN 'answered' ELSE 'under_review' END AS state
      FROM (SELECT i, (hashint8(i)::bigint & 2147483647) AS h, i > {rows} - {mine} AS mine, i % 20 = 0 AS child,
                   i > {rows} * (1 - {share}) AS open, current_date - ((({rows} - i) * 1460) / {rows})::int AS day
            FROM generate_series(1, {rows}) AS i) AS each) AS r
JOIN bench_place AS p ON p.n = CASE WHEN r.mine THEN 0
     ELSE 1 + (hashint8(r.i - r.child::int)::bigint & 2147483647) % {places} END
CROSS JOIN LATERAL (SELECT extract(year FROM r.day) || '-' || p.code || '-' ||
                           lpad((r.i - r.child::int)::text, 7, '0') AS number) AS n
JOIN bench_surname AS s ON s.n = (hashint8(r.i - r.child::int + 7)::bigint & 2147483647)
     % (SELECT count(*) FROM bench_surname)
JOIN bench_fragment AS f ON f.n = (hashint8(r.i + 11)::bigint & 2147483647) % (SELECT count(*) FROM bench_fragment)
JOIN bench_fragment AS g ON g.n = (hashint8(r.i + 13)::bigint & 2147483647) % (SELECT count(*) FROM bench_fragment)
JOIN bench_fragment AS k ON k.n = (hashint8(r.i + 17)::bigint & 2147483647) % (SELECT count(*) FROM bench_fragment)
ORDER BY r.i
"""
_PROCEEDING = """
INSERT INTO casework_proceeding (id, number, procedure, state, open, version, parent_id, body_id, branch_id, unit_id,
    executor_id, register_id, register_number, kind, registered_on, received_at, next_due, applicant, applicant_folded,
    subject, track, client_id, registrar_id, recorded_at)
SELECT i, number, CASE WHEN child THEN 'materials_request' ELSE 'appeal' END, state, open,
    CASE WHEN open THEN 2 ELSE 5 END, CASE WHEN child THEN i - 1 END, body, branch, unit, executor, register,
    CASE WHEN NOT child THEN i END, CASE WHEN NOT child THEN 'application' END, day, day + interval '9 hours', due,
    name, folded, words, CASE WHEN NOT child THEN substr(md5(i::text), 1, 19) END,
    CASE WHEN registrar IS NULL THEN {client} END, registrar, day + interval '10 hours'
FROM bench_row
"""
_PARTY = """
INSERT INTO casework_party (proceeding_id, role, type, iin, surname, given_name, patronymic, organisation,
    postal_address, email, phone, sort_key)
SELECT i, 'applicant', 'person', '', split_part(name, ' ', 1), split_part(name, ' ', 2), '', '',
    'улица Примерная, 1', '', '', folded
FROM bench_row WHERE NOT child
"""
_ASSIGNMENT = """
INSERT INTO casework_assignment (proceeding_id, person_id, role, since, until)
SELECT i, executor, 'executor', day + interval '12 hours', NULL::timestamptz FROM bench_row WHERE executor IS NOT NULL
UNION ALL
SELECT i, co, 'co_executor', day + interval '12 hours', NULL FROM bench_row WHERE co IS NOT NULL
"""
_TERM = """
INSERT INTO casework_term (proceeding_id, clock, norm, state, started_on, due_day, due_at, ended_on, provisional,
    reckoning)
SELECT i, CASE WHEN child THEN 'materials' ELSE 'consideration' END, '29I.50',
    CASE WHEN due < DATE '9999-12-31' THEN 'running' ELSE 'kept' END, day, day + 21,
    day + interval '22 days', CASE WHEN due = DATE '9999-12-31' THEN day + 20 END, false, '{{}}'
FROM bench_row
"""
_SEARCH = """
INSERT INTO casework_searchrow (proceeding_id, registered_on, vector)
SELECT i, day, vector || to_tsvector('russian', number || ' ' || folded) || array_to_tsvector(array_remove(ARRAY[
    'br' || branch, 'of' || body, 'un' || unit, 'ex' || executor, 'ex' || co, 'rg' || registrar,
    CASE WHEN registrar IS NULL THEN 'cl{client}' END, CASE WHEN open THEN 'stopen' ELSE 'stclosed' END,
    CASE WHEN child THEN 'prmaterials_request' ELSE 'prappeal' END], NULL))
FROM bench_row
"""
_TALLY = """
INSERT INTO casework_tally (body_id, unit_key, procedure, due_day, count)
SELECT body_id, coalesce(unit_id, 0), procedure, next_due, count(*) FROM casework_proceeding WHERE open
GROUP BY 1, 2, 3, 4
"""
_STATEMENTS = (_ROW, _PROCEEDING, _PARTY, _ASSIGNMENT, _TERM, _SEARCH, _TALLY)
