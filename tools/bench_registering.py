"""Registering through `perform` against pgbench writing the same rows, one transaction a letter on both sides.

Both run on an embedded cluster that waits for the disk. The statements pgbench sends are those that one real
registration wrote, with its ids and unique values drawn anew by the server. Ratios of one run; rounds alternate.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9
LETTERS = 150
_TEXT = "Во дворе третий месяц не горит свет, на заявления никто не отвечает. " * 8


def _letter(place: int) -> dict[str, object]:
    return {
        "channel": "paper",
        "received_at": "2026-03-05T09:14:00+05:00",
        "language": "ru",
        "kind": "message",
        "addressed_to": "750000-oblast",
        "applicant": {
            "type": "person",
            "surname": f"Пробный{place % 500}",
            "name": "Заявитель",
            "postal_address": "улица Примерная, 1",
        },
        "text": f"{_TEXT} {place}",
        "demands": "Проверить и обязать починить.",
    }


def _script(statements: list[str], row_id: int, number: str, track: str) -> str:
    """The statements of one registration as a script of pgbench."""
    current = "currval('casework_proceeding_id_seq')"
    lines = ["BEGIN;", "SELECT nextval('casework_proceeding_id_seq');"]
    for text in statements:
        one = text.replace(f"'{number}'", f"('2026-75-' || {current})").replace(
            f"'{track}'", "substr(md5(random()::text), 1, 19)"
        )
        one = re.sub(rf"(?<![0-9-]){row_id}(?![0-9-])", current, one)
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


def _measure(cluster: object, folder: Path) -> None:
    import django  # noqa: PLC0415

    django.setup()
    import psycopg  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from nadzor.casework import writing  # noqa: PLC0415
    from nadzor.casework.perform import Act, perform  # noqa: PLC0415
    from nadzor.organs.actor import HOUSE  # noqa: PLC0415
    from nadzor.organs.laying import lay_structure  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    lay_structure()
    with connection.cursor() as cursor:  # an id that nothing else in a statement looks like
        cursor.execute("SELECT setval('casework_proceeding_id_seq', 778899000)")
    seen: list[str] = []
    real = writing.Change.write

    def spied(self: writing.Change, **more: object) -> object:
        conn = connection.connection
        with psycopg.ClientCursor(conn) as cursor:
            seen[:] = [cursor.mogrify(sql, params) for sql, params in self.statements]
            seen.extend(
                cursor.mogrify(writing._COUNT_CELL, (*cell, by))  # noqa: SLF001
                for cell, by in self.cells.items()
            )
            seen.extend(cursor.mogrify(sql, params) for _, sql, params in self.last)
        return real(self, **more)  # type: ignore[arg-type]

    def register(place: int) -> object:
        return perform(Act("appeal", "register", HOUSE, _letter(place), key=f"k{place}"))

    writing.Change.write = spied  # type: ignore[method-assign,assignment]
    done = register(0)
    writing.Change.write = real  # type: ignore[method-assign]
    answer = done.answers[0]  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM casework_proceeding")
        row_id = cursor.fetchone()[0]
    script = folder / "var" / "same-rows.sql"
    text = _script(seen, row_id, answer["number"], answer["track"]).replace("'k0'", "md5(random()::text)")
    script.write_text(text, encoding="utf-8")
    ratios = []
    place = 1
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for _ in range(LETTERS):
            register(place)
            place += 1
        ours = (time.perf_counter() - begun) / LETTERS
        theirs = _pgbench(cluster, script, clients=1, count=LETTERS)
        ratios.append(ours / theirs)
        print(f"perform {ours * 1000:.2f} ms, pgbench {theirs * 1000:.2f} ms, ratio {ratios[-1]:.2f}")
    print(f"registering through perform: {statistics.median(ratios):.2f} times pgbench (aim 2.5, line 5)")


def _pgbench(cluster: object, script: Path, *, clients: int, count: int) -> float:
    """Seconds a transaction, as pgbench tells its average latency without connecting."""
    run = subprocess.run(
        [
            *(str(cluster.binary("pgbench")), "-n", "-M", "prepared", "-f", str(script)),  # type: ignore[attr-defined]
            *("-c", str(clients), "-t", str(count), "nadzor"),
        ],
        env={**os.environ, **cluster.environment()},  # type: ignore[attr-defined]
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"latency average = ([\d.]+) ms", run.stdout)
    if found is None:
        sys.exit(run.stdout + run.stderr)
    return float(found[1]) / 1000


if __name__ == "__main__":
    main()
