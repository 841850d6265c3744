"""The house on the command line: `nadzor prepare`, `nadzor worker`, `nadzor check`."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from nadzor.cli.root import cli
from nadzor.law.words import Phrase
from nadzor.supervisor.words import language, say, warn

_NO_DATA = Phrase(
    "{path} қалтасында мәліметтер жоқ. Алдымен «nadzor run» орындаңыз немесе NADZOR_DATA көрсетіңіз.",
    "В папке {path} нет данных. Сначала выполните «nadzor run» или укажите NADZOR_DATA.",
    "There are no data in {path}. First run “nadzor run”, or set NADZOR_DATA.",
)
_WRONG_SETTING = Phrase("Баптау қате: {why}.", "Неверная настройка: {why}.", "A setting is wrong: {why}.")
_AWAY = Phrase(
    "Дерекқор жауап бермейді: {why}. Ештеңе өзгертілген жоқ; серверді тексеріп, қайталаңыз.",
    "База данных не отвечает: {why}. Ничего не изменено; проверьте сервер и повторите.",
    "The database does not answer: {why}. Nothing was changed; check the server and try again.",
)
_UNPREPARED = Phrase(
    "Дерекқор дайындалмаған немесе ескі нұсқада. «nadzor prepare» орындаңыз.",
    "База не подготовлена или от прежней версии. Выполните «nadzor prepare».",
    "The database is not prepared, or is of an earlier version. Run “nadzor prepare”.",
)
_NO_FAULTS = Phrase("Қате табылған жоқ.", "Ошибок не найдено.", "No faults were found.")
_FOUND = Phrase("Табылды: {count}.", "Найдено: {count}.", "Found: {count}.")


def filled(phrase: Phrase, **values: object) -> Phrase:
    """Put values into a sentence."""
    return Phrase(*(text.format(**values) for text in phrase))


def refuse(phrase: Phrase) -> NoReturn:
    """Say why it does not go on, and end with code 1."""
    warn(phrase)
    sys.exit(1)


def setup(*, prepared: bool = True) -> None:
    """Make Django ready on the database: DATABASE_URL, else the embedded one of NADZOR_DATA, started where it rests.

    What is wrong is said in a sentence and ends the program. `prepared`: a database of another version is refused.
    """
    from nadzor.embedded import EmbeddedRefusal  # noqa: PLC0415  # a question to the law does not wait for all this

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nadzor.web.settings")
    try:
        _find_database()
    except EmbeddedRefusal as refusal:
        refuse(refusal.phrase)
    _start_django()
    if prepared:
        _require_prepared()


def _find_database() -> None:
    from nadzor.embedded import Cluster, EmbeddedRefusal  # noqa: PLC0415
    from nadzor.supervisor import server  # noqa: PLC0415

    url = os.environ.get("DATABASE_URL", "")
    if not url:
        data = Path(os.environ.get("NADZOR_DATA") or "var").resolve()
        if not (data / "nadzor.json").exists():
            raise EmbeddedRefusal(filled(_NO_DATA, path=data))
        cluster = Cluster(data)
        cluster.start()
        click.get_current_context().call_on_close(cluster.stop)
        url = os.environ["DATABASE_URL"] = cluster.dsn()
    server.check(url)


def _start_django() -> None:
    import django  # noqa: PLC0415
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415

    from nadzor.embedded import EmbeddedRefusal  # noqa: PLC0415
    from nadzor.law.calendar.years import YearRefusal  # noqa: PLC0415

    try:
        django.setup()
    except ImproperlyConfigured as error:
        told: Phrase = getattr(error, "phrase", Phrase(*[str(error)] * 3))
        refuse(Phrase(*(text.format(why=why) for text, why in zip(_WRONG_SETTING, told, strict=True))))
    except (EmbeddedRefusal, YearRefusal) as refusal:  # the first: the site's key is kept in the data folder
        refuse(refusal.phrase)


def _require_prepared() -> None:
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        refuse(_UNPREPARED)


@cli.command()
@click.option("--demo/--no-demo", default=True, envvar="NADZOR_DEMO", show_default=True, help="into an empty database")
@click.option("--filled-demo", is_flag=True, envvar="NADZOR_DEMO_FILLED", help="fill the demo with made-up letters")
def prepare(demo: bool, filled_demo: bool) -> None:  # noqa: FBT001  # click gives them by name
    """Bring the database up to this version and, into an empty one, lay the offices and a demo or an administrator."""
    setup(prepared=False)
    from django.db import OperationalError  # noqa: PLC0415

    from nadzor.cli import asking, laying  # noqa: PLC0415

    try:
        laying.prepare(demo=demo)
        if filled_demo:
            from nadzor.cli.demos import fill_demo  # noqa: PLC0415

            fill_demo()
    except (laying.LayingRefusal, asking.NoPassword) as refusal:
        refuse(refusal.phrase)
    except OperationalError as error:
        refuse(filled(_AWAY, why=str(error).strip().splitlines()[-1]))


@cli.command()
def worker() -> None:
    """Do what is due in the background: deliver notices, make the daily roots, tidy up. Ctrl-C ends it."""
    setup()
    from django.db import OperationalError  # noqa: PLC0415
    from procrastinate.contrib.django import app  # noqa: PLC0415
    from procrastinate.exceptions import ConnectorException  # noqa: PLC0415

    from nadzor.casework import rescue, tasks  # noqa: F401, PLC0415  # its jobs are known from here on

    try:
        with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
            working.run_worker(
                concurrency=2,
                delete_jobs="successful",
                shutdown_graceful_timeout=10,
                update_heartbeat_interval=rescue.HEARTBEAT,
                stalled_worker_timeout=rescue.SILENCE,
                worker_middleware=[rescue.note],
            )
    except (ConnectorException, OperationalError) as error:
        refuse(filled(_AWAY, why=str(error.__cause__ or error).strip().splitlines()[-1]))


@cli.command()
@click.option("--mend", is_flag=True, help="First count anew what is only derived: next due days, the tally.")
def check(*, mend: bool) -> None:
    """Ask questions that must have no answer; tell each fault and its cure. The exit status is 1 if there are any."""
    setup()
    from nadzor.casework import integrity  # noqa: PLC0415

    if mend:
        integrity.mend()
    lang, count = language(), 0
    for fault in integrity.faults():
        count += 1
        click.echo(f"{fault.check}  {fault.where}: {fault.what.into(lang)}. {fault.cure.into(lang)}")
    if count:
        refuse(filled(_FOUND, count=count))
    say(_NO_FAULTS)
