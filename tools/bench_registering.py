"""Registering through `perform` against pgbench writing the same rows, one transaction a letter on both sides.

Both run on an embedded cluster that waits for the disk. The statements pgbench sends are those that a real
registration wrote, with its ids and unique values drawn anew by the server. Ratios of one run; rounds alternate.
First one client, then eight processes against eight clients of pgbench at eight offices, then all eight at one office,
then a file of letters in batches.
"""

import json
import multiprocessing
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nadzor.embedded import Cluster

ROUNDS = 9
CROWD_ROUNDS = 5
LETTERS = 150
CLIENTS = 8
OFFICES = (
    *("750000-oblast", "710000-oblast", "790000-oblast", "100000-oblast"),
    *("110000-oblast", "150000-oblast", "190000-oblast", "230000-oblast"),
)
_TEXT = "Во дворе третий месяц не горит свет, на заявления никто не отвечает. " * 8


def _letter(place: int, office: str = OFFICES[0]) -> dict[str, object]:
    return {
        "channel": "paper",
        "received_at": "2026-03-05T09:14:00+05:00",
        "language": "ru",
        "kind": "message",
        "addressed_to": office,
        "applicant": {
            "type": "person",
            "surname": f"Пробный{place % 500}",
            "name": "Заявитель",
            "postal_address": "улица Примерная, 1",
        },
        "text": f"{_TEXT} {place}",
        "demands": "Проверить и обязать починить.",
    }


_CODE = re.compile(r"'[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}'")


def _script(statements: list[str], row_id: int, number: str, track: str) -> str:
    """The statements of one registration as a script of pgbench."""
    current = "currval('casework_proceeding_id_seq')"
    lines = ["BEGIN;", "SELECT nextval('casework_proceeding_id_seq');"]
    for text in statements:
        one = text.replace(f"'{number}'", f"('{number[:8]}' || {current})").replace(
            f"'{track}'", "substr(md5(random()::text), 1, 19)"
        )
        one = _CODE.sub("substr(md5(random()::text), 1, 19)", one)  # of the papers issued with it
        one = re.sub(rf"(?<![0-9-]){row_id}(?![0-9-])", current, one)
        # every letter has its own words: the server must not take a search vector for a constant of the script
        one = re.sub(r"(to_tsvector\('russian', )('(?:[^']|'')*')", rf"\1\2 || {current}", one)
        lines.append(one.replace("\n", " ") + ";")
    return "\n".join([*lines, "COMMIT;"]) + "\n"


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="nadzor-bench-", dir="/tmp"))
    folder.chmod(0o711)
    if os.geteuid() == 0:
        os.environ.setdefault("NADZOR_SERVER_USER", "nobody")
    from nadzor.embedded import Cluster  # noqa: PLC0415

    cluster = Cluster(folder / "var")
    cluster.start()
    try:
        os.environ |= {
            "DATABASE_URL": cluster.dsn(),
            "NADZOR_DATA": str(folder / "var"),
            "DJANGO_SETTINGS_MODULE": "nadzor.web.settings",
        }
        _measure(cluster, folder)
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _measure(cluster: "Cluster", folder: Path) -> None:
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from nadzor.organs.laying import lay_structure  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    lay_structure()
    with connection.cursor() as cursor:  # an id that nothing else in a statement looks like
        cursor.execute("SELECT setval('casework_proceeding_id_seq', 778899000)")
    scripts = [_same_rows(office, place, folder / "var") for place, office in enumerate(OFFICES)]
    ratios = []
    for number in range(ROUNDS):
        ours = _registering(OFFICES[0], f"one{number}-", LETTERS)
        theirs = _pgbench(cluster, scripts[:1], clients=1, count=LETTERS)[0]
        ratios.append(ours / theirs)
        print(f"perform {ours * 1000:.2f} ms, pgbench {theirs * 1000:.2f} ms, ratio {ratios[-1]:.2f}")
    print(f"registering through perform: {statistics.median(ratios):.2f} times pgbench (aim 2.5, line 5)")
    single = []
    batched = []
    crowds, hammered = [], []
    with _Crowd() as crowd:
        for number in range(CROWD_ROUNDS):
            eight = crowd.rate(OFFICES, f"eight{number}-")
            pgbench = _pgbench(cluster, scripts, clients=CLIENTS, count=LETTERS)[1]
            one = crowd.rate(OFFICES[:1] * CLIENTS, f"hammer{number}-")
            crowds.append(pgbench / eight)
            hammered.append(one / eight)
            print(f"eight: perform {eight:.0f}/s, pgbench {pgbench:.0f}/s; all at one office {one:.0f}/s")
            single.append(_registering(OFFICES[0], f"single{number}-", LETTERS))
            batched.append(_import(folder / f"letters{number}.jsonl", number))
    print(f"eight clients: pgbench is {statistics.median(crowds):.2f} times as fast (aim 3.5)")
    print(f"one office hammered: {statistics.median(hammered):.2f} of the rate at eight offices (aim 0.6)")
    faster = statistics.median(one / many for one, many in zip(single, batched, strict=True))
    print(f"import: a letter {faster:.2f} times as fast as a single registration (aim 1.5)")


def _same_rows(office: str, place: int, folder: Path) -> Path:
    """Register one letter and write what it wrote as a script of pgbench."""
    import psycopg  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from nadzor.casework import writing  # noqa: PLC0415
    from nadzor.casework.models import Proceeding  # noqa: PLC0415

    seen: list[str] = []
    real = writing.Change.write

    def spied(self: writing.Change, **more: object) -> object:
        with psycopg.ClientCursor(connection.connection) as cursor:
            seen[:] = [cursor.mogrify(sql, params) for sql, params in self.statements]
            seen.extend(
                cursor.mogrify(writing._COUNT_CELL, (*cell, by))  # noqa: SLF001
                for cell, by in self.cells.items()
            )
            seen.extend(cursor.mogrify(sql, params) for _, sql, params in self.last)
        return real(self, **more)  # type: ignore[arg-type]

    key = f"same-rows-{place}-"
    writing.Change.write = spied  # type: ignore[method-assign,assignment]
    try:
        _registering(office, key, 1)
    finally:
        writing.Change.write = real  # type: ignore[method-assign]
    row = Proceeding.objects.latest("pk")
    script = folder / f"same-rows-{place}.sql"
    text = _script(seen, row.pk, row.number, row.track or "").replace(f"'{key}0'", "gen_random_uuid()::text")
    script.write_text(text, encoding="utf-8")
    return script


def _registering(office: str, key: str, count: int) -> float:
    """Register letters one by one; return seconds a letter."""
    from nadzor.casework.act import Act  # noqa: PLC0415
    from nadzor.casework.perform import perform  # noqa: PLC0415
    from nadzor.organs.actor import HOUSE  # noqa: PLC0415

    begun = time.perf_counter()
    for place in range(count):
        perform(Act("appeal", "register", HOUSE, _letter(place, office), key=f"{key}{place}"))
    return (time.perf_counter() - begun) / count


def _import(path: Path, number: int) -> float:
    """Bring letters in from a file as of today; return seconds a letter, reading included."""
    from nadzor.appeals import letters  # noqa: PLC0415

    rows = [
        {
            **{name: value for name, value in _letter(place).items() if name != "applicant"},
            "applicant": _letter(place)["applicant"],
            "external_id": f"{number}-{place}",
        }
        for place in range(4 * LETTERS)
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    columns = [name for name in rows[0] if name != "applicant"]
    columns += [f"applicant.{name}" for name in _letter(0)["applicant"]]  # type: ignore[attr-defined]
    told = path.with_suffix(".toml")
    lines = [f'"{name}" = "{name}"' for name in columns]
    told.write_text("\n".join(['source = "bench"', "[columns]", *lines]), encoding="utf-8")
    begun = time.perf_counter()
    found = letters.letters_of(letters.read_rows(path), (meaning := letters.read_map(told)))
    done = sum(outcome.registered for outcome in letters.register_all(found, meaning, history=False))
    took = time.perf_counter() - begun
    if done != len(rows):
        sys.exit(f"{done} of {len(rows)} letters were registered")
    return took / done


def _client(pipe: Any) -> None:
    """One of eight processes: registers what it is told and says when it began and ended."""
    import django  # noqa: PLC0415

    django.setup()
    while (told := pipe.recv()) is not None:
        office, key, count = told
        begun = time.monotonic()
        _registering(office, key, count)
        pipe.send((begun, time.monotonic()))


class _Crowd:
    """Eight processes with their own connections."""

    def __enter__(self) -> "_Crowd":
        context = multiprocessing.get_context("spawn")
        ends = [context.Pipe() for _ in range(CLIENTS)]
        self.pipes = [ours for ours, _ in ends]
        self.processes = [context.Process(target=_client, args=(theirs,)) for _, theirs in ends]
        for process in self.processes:
            process.start()
        self.rate(OFFICES, "warm-", count=10)
        return self

    def __exit__(self, *error: object) -> None:
        for pipe in self.pipes:
            pipe.send(None)
        for process in self.processes:
            process.join()

    def rate(self, offices: Sequence[str], key: str, count: int = LETTERS) -> float:
        """Letters a second, all together, from the first beginning to the last end."""
        for place, (pipe, office) in enumerate(zip(self.pipes, offices, strict=True)):
            pipe.send((office, f"{key}{place}-", count))
        spans = [pipe.recv() for pipe in self.pipes]
        return CLIENTS * count / (max(end for _, end in spans) - min(begun for begun, _ in spans))


def _pgbench(cluster: "Cluster", scripts: Sequence[Path], *, clients: int, count: int) -> tuple[float, float]:
    """Seconds a transaction and transactions a second, as pgbench tells them without connecting."""
    files = [part for script in scripts for part in ("-f", str(script))]
    run = subprocess.run(
        [
            *(str(cluster.binary("pgbench")), "-n", "-M", "prepared", *files),
            *("-c", str(clients), "-j", str(min(clients, 2)), "-t", str(count), "nadzor"),
        ],
        env={**os.environ, **cluster.environment()},
        capture_output=True,
        text=True,
        check=False,
    )
    latency = re.search(r"latency average = ([\d.]+) ms", run.stdout)
    rate = re.search(r"tps = ([\d.]+)", run.stdout)
    if latency is None or rate is None:
        sys.exit(run.stdout + run.stderr)
    return float(latency[1]) / 1000, float(rate[1])


if __name__ == "__main__":
    main()
