"""What a command needs before it can do anything: the database found, Django started; and how it refuses."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from nadzor.law.words import Phrase
from nadzor.supervisor.words import warn

_NO_DATA = Phrase(
    "{path} қалтасында мәліметтер жоқ. Алдымен «nadzor run» орындаңыз немесе NADZOR_DATA көрсетіңіз.",
    "В папке {path} нет данных. Сначала выполните «nadzor run» или укажите NADZOR_DATA.",
    "There are no data in {path}. First run “nadzor run”, or set NADZOR_DATA.",
)
_WRONG_SETTING = Phrase("Баптау қате: {why}.", "Неверная настройка: {why}.", "A setting is wrong: {why}.")
_UNPREPARED = Phrase(
    "Дерекқор дайындалмаған немесе ескі нұсқада. «nadzor prepare» орындаңыз.",
    "База не подготовлена или от прежней версии. Выполните «nadzor prepare».",
    "The database is not prepared, or is of an earlier version. Run “nadzor prepare”.",
)


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
