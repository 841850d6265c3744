"""The house on the command line: `nadzor prepare`, `nadzor worker`, `nadzor check`."""

import click

from nadzor.cli.demos import fill_demo
from nadzor.cli.ready import filled, refuse, setup
from nadzor.cli.root import cli
from nadzor.law.words import Phrase
from nadzor.supervisor.words import language, say

_AWAY = Phrase(
    "Дерекқор жауап бермейді: {why}. Ештеңе өзгертілген жоқ; серверді тексеріп, қайталаңыз.",
    "База данных не отвечает: {why}. Ничего не изменено; проверьте сервер и повторите.",
    "The database does not answer: {why}. Nothing was changed; check the server and try again.",
)
_NO_FAULTS = Phrase("Қате табылған жоқ.", "Ошибок не найдено.", "No faults were found.")
_FOUND = Phrase("Табылды: {count}.", "Найдено: {count}.", "Found: {count}.")


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
