"""The statistics over 100,000 appeals of four years: the figures alone and the page, of an office and of all of them.

One embedded cluster, filled as for the lists and with what statistics read besides: facts of the appeals, their turns
in the journal, their answers, one in eight of them late. NADZOR_BENCH_DATA: a folder that keeps the filled database.
"""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.bench_lists import House, _askers, _exists, _in, _people, _template

ROWS, ROUNDS = 100_000, 7
_PERIODS = (("the last month", 30), ("the last year", 365), ("four years", 1461))
_APPEAL = """
INSERT INTO appeals_appeal (proceeding_id, channel, language, topic, text, text_digest, demands, complained_of, sender,
    report_due, source, external_id, signature_cms, missing, flags, outcome, answer, answered_on, signed_by,
    forwarded_to)
SELECT id, (ARRAY['paper', 'portal', 'email', 'oral', 'call_centre'])[1 + id % 5], 'ru',
    (ARRAY['land', 'labour', 'minors', 'taxes', 'court_acts', ''])[1 + id % 6], repeat(subject || ' ', 8), '', '', '[]',
    '', false, '', '', '', '{}', '{}', CASE WHEN open THEN '' ELSE 'answer' END, '',
    CASE WHEN NOT open THEN registered_on + 20 END, '', ''
FROM casework_proceeding WHERE procedure = 'appeal'
"""
_ENTRY = """
INSERT INTO casework_entry (register_id, seq, proceeding_id, proceeding_version, subject, step, from_state, to_state,
    actor, capacity, happened_on, recorded_at, cites, data, digest, previous, hash)
SELECT register_id, row_number() OVER (PARTITION BY register_id ORDER BY p.id, turn.v), p.id, turn.v, '', turn.step,
    turn.was, turn.becomes, 'Пробный', '', p.registered_on + turn.days, now(), '{29I.50}',
    jsonb_build_object('text', repeat(md5(p.id::text), 20)), '', '', ''
FROM casework_proceeding AS p CROSS JOIN (VALUES
    (1, 'register', '', 'registered', 0), (2, 'assign', 'registered', 'under_review', 1),
    (3, 'note', 'under_review', 'under_review', 2), (4, 'answer', 'under_review', 'answered', 20),
    (5, 'close', 'answered', 'closed', 21)) AS turn (v, step, was, becomes, days)
WHERE p.procedure = 'appeal' AND (NOT p.open OR turn.v <= CASE p.state WHEN 'registered' THEN 1
    WHEN 'under_review' THEN 3 ELSE 4 END)
"""
_ANSWER = """
INSERT INTO appeals_answergiven (appeal_id, version, outcome, text, contents)
SELECT proceeding_id, 4, (ARRAY['answer', 'refuse', 'adopt_act'])[1 + proceeding_id % 3], '', '{}'
FROM casework_entry WHERE step = 'answer'
"""
_LATE = """
UPDATE casework_term SET state = CASE WHEN id % 8 = 0 THEN 'late' ELSE 'kept' END WHERE ended_on IS NOT NULL
"""


def main() -> None:
    """Make or take the folder, fill, measure."""
    kept = os.environ.get("NADZOR_BENCH_DATA")
    folder = Path(kept) if kept else Path(tempfile.mkdtemp(prefix="nadzor-bench-", dir="/tmp"))
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)
    if os.geteuid() == 0:
        os.environ.setdefault("NADZOR_SERVER_USER", "nobody")
    from nadzor.embedded import Cluster  # noqa: PLC0415

    cluster = Cluster(folder / "var", extra={"fsync": "off", "autovacuum": "off"}, sync=False)
    cluster.start()
    try:
        os.environ |= {
            "DATABASE_URL": cluster.dsn(),
            "NADZOR_DATA": str(folder / "var"),
            "DJANGO_SETTINGS_MODULE": "nadzor.web.settings",
        }
        house = _filled(cluster)
        _measure(house)
    finally:
        cluster.stop()
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def _filled(cluster: Any) -> House:
    import django  # noqa: PLC0415

    django.setup()
    import psycopg  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415
    from django.db.backends.postgresql.base import DatabaseWrapper  # noqa: PLC0415

    from tools.bench_filling import fill  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    places, special, client = _people()
    house = House(f"{ROWS:,}", "bench_statistics", ROWS)
    if not _exists(house.name):
        connections["default"].close()
        _template(cluster, house.name)
        fill(cluster.dsn(house.name, superuser=True), ROWS, places, special, client)
        with psycopg.connect(cluster.dsn(house.name, superuser=True), autocommit=True) as conn:
            conn.execute("SET session_replication_role = replica")
            for statement in (_APPEAL, _ENTRY, _ANSWER, _LATE):
                conn.execute(statement)  # type: ignore[arg-type]  # ours
            conn.execute("VACUUM (ANALYZE)")
    house.wrapper = DatabaseWrapper({**connections.databases["default"], "NAME": house.name}, "default")
    return house


def _measure(house: House) -> None:
    import datetime as dt  # noqa: PLC0415

    from django.test import Client as Browser  # noqa: PLC0415
    from django.test import override_settings  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from nadzor import clock  # noqa: PLC0415
    from nadzor.accounts.models import Account  # noqa: PLC0415
    from nadzor.appeals.statistics import Period, Whose, counted  # noqa: PLC0415
    from nadzor.casework.access import led_by  # noqa: PLC0415
    from nadzor.organs.actor import actor_of  # noqa: PLC0415

    today = clock.today("Asia/Almaty")
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with _in(house), override_settings(STORAGES={"default": plain, "staticfiles": plain}):
        for login in ("head", "all"):
            whose = Whose(led_by(actor_of(_askers()[login], today)))
            browser = Browser(SERVER_NAME="localhost")
            browser.force_login(Account.objects.get(login=login))
            for title, days in _PERIODS:
                period = Period(today - dt.timedelta(days=days), today)
                address = f"{reverse('statistics')}?since={period.since}&until={period.until}&office=all"
                said = sum(counted(whose, period).whole.values())
                figures = _median(lambda w=whose, p=period: counted(w, p))  # type: ignore[misc]
                page = _median(lambda b=browser, a=address: b.get(a).status_code == 200 or print(a))  # type: ignore[misc]
                told = f"{figures:>8.0f} ms, the page {page:>6.0f} ms"
                print(f"{login:<6} {title:<16} {said:>9,} counted: {told}", flush=True)


def _median(work: Callable[[], object]) -> float:
    """Milliseconds of the middle round, after one that warms."""
    work()
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times)


if __name__ == "__main__":
    main()
