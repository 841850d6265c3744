"""What must hold after a kill, asked of the database itself and of the command line."""

import re
from typing import Any

import psycopg

from tools.soak.house import House, SoakError, until
from tools.soak.load import Load

_REGISTERS = """
SELECT r.id, r.book, r.last_number, count(p.id), count(DISTINCT p.register_number),
       coalesce(min(p.register_number), 1), coalesce(max(p.register_number), 0)
  FROM casework_register AS r LEFT JOIN casework_proceeding AS p ON p.register_id = r.id
 GROUP BY r.id ORDER BY r.id
"""
_DOING = "SELECT array_agg(id) FROM procrastinate_jobs WHERE status = 'doing'"
_LEFT = "SELECT count(*) FROM procrastinate_jobs WHERE id = ANY (%s)"
_WAITING = "SELECT count(*) FROM casework_notice WHERE delivered_at IS NULL AND channel IN ('portal', 'inbox')"


def prove(house: House, load: Load, client: int) -> None:
    """Look through everything after a load has ended. Raises SoakError with all that does not hold."""
    faults = list(load.faults)
    with house.session() as session:
        row = session.execute(_DOING).fetchone()
        begun = row[0] if row else None  # a job takes a moment: what stays was a dead worker's
        until(lambda: _count(session, _LEFT, begun) == 0, f"the jobs {begun} that were begun are done", 120)
        until(lambda: _count(session, _WAITING) == 0, "every notice is delivered", 120)
        faults += _letters(session, load, client)
        faults += _numbers(session)
        faults += _once(session)
    for command in (("journal", "verify"), ("check",)):
        done = house.nadzor(*command)
        if done.returncode != 0:
            faults.append(f"nadzor {' '.join(command)}: {done.stdout}{done.stderr}")
    if faults:
        raise SoakError("\n".join(faults))


def _count(session: "psycopg.Connection[tuple[Any, ...]]", query: str, *values: object) -> int:
    row = session.execute(query.encode(), values).fetchone()
    return int(row[0]) if row else 0


def _letters(session: "psycopg.Connection[tuple[Any, ...]]", load: Load, client: int) -> list[str]:
    """Every acknowledged letter is there under its number, every letter that is there was acknowledged, each once."""
    told = {key: each.number for key, each in load.acknowledged.items()}
    rows = session.execute(
        "SELECT applicant, number FROM casework_proceeding WHERE client_id = %s AND applicant LIKE %s",
        (client, f"Пробный-{load.name}-%"),
    ).fetchall()
    held: dict[str, list[str]] = {}
    for applicant, number in rows:
        held.setdefault(applicant.split()[0].removeprefix("Пробный-"), []).append(number)
    faults = [f"{key} was acknowledged as {number} and is not there" for key, number in told.items() if key not in held]
    faults += [f"{key} is there {len(numbers)} times: {numbers}" for key, numbers in held.items() if len(numbers) != 1]
    faults += [f"{key} is there and was never acknowledged" for key in held if key not in told]
    faults += [
        f"{key} was acknowledged as {told[key]} and stands as {numbers[0]}"
        for key, numbers in held.items()
        if key in told and numbers[0] != told[key]
    ]
    if len(set(told.values())) != len(told):
        faults.append("one number was given to two letters")
    return faults


def _numbers(session: "psycopg.Connection[tuple[Any, ...]]") -> list[str]:
    return [
        f"register {pk} ({book}): numbers {first} to {last}, {count} cases, {different} numbers, the book says {told}"
        for pk, book, told, count, different, first, last in session.execute(_REGISTERS).fetchall()
        if not (count == different == told == last and first == 1)
    ]


def _once(session: "psycopg.Connection[tuple[Any, ...]]") -> list[str]:
    """Every notice was delivered once; every job that was asked for ended once, and none failed."""
    twice = session.execute("SELECT notice, count(*) FROM soak.delivered GROUP BY 1 HAVING count(*) > 1").fetchall()
    faults = [f"notice {notice} was delivered {count} times" for notice, count in twice]
    ended = session.execute(
        "SELECT job, name, count(*) FILTER (WHERE what = 'ended'), array_agg(what) FROM soak.jobs GROUP BY 1, 2"
        " HAVING count(*) FILTER (WHERE what = 'ended') > 1"
        " OR count(*) FILTER (WHERE what IN ('failed', 'aborted', 'cancelled')) > 0"
        " OR (count(*) FILTER (WHERE what = 'ended') = 0"
        " AND NOT EXISTS (SELECT FROM procrastinate_jobs AS j WHERE j.id = job AND j.status IN ('todo', 'doing')))"
    ).fetchall()
    return faults + [f"job {job} ({name}) ended {count} times: {what}" for job, name, count, what in ended]


def rescued(house: House) -> int:
    """Return how many jobs the house says that it has asked for again."""
    return sum(map(int, re.findall(r"jobs asked for again: (\d+)", house.told())))
