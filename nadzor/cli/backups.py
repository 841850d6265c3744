"""`nadzor backup`, `nadzor restore`."""

import os
from pathlib import Path

import click

from nadzor.cli.ready import filled, refuse, setup
from nadzor.cli.root import cli
from nadzor.law.words import Phrase
from nadzor.supervisor.words import say

_NOT_EMPTY = Phrase(
    "{path} қалтасы бос емес. Қалпына келтіру үшін бос қалта беріңіз.",
    "Папка {path} не пуста. Для восстановления дайте пустую папку.",
    "The folder {path} is not empty. Give an empty folder to restore into.",
)
_WRITTEN = Phrase(
    "Сақтық көшірме: {path}. Онда барлық іс пен адамдардың деректері бар, шифрланбаған: өзгелер жетпейтін жерде "
    "сақтаңыз.",
    "Резервная копия: {path}. В ней все дела и данные людей без шифрования: храните там, куда нет доступа посторонним.",
    "The backup: {path}. It holds every case and people's data, not encrypted: keep it where no stranger can reach it.",
)
_RESTORED = Phrase(
    "Қалпына келтірілді: {path}. Жазба: {entries}, іс: {proceedings}, файл: {files}; журнал бүтін. "
    "Құпиясөздер бұрынғыдай; сеанстар көшірілмейді, барлығы қайта кіреді.",
    "Восстановлено: {path}. Записей: {entries}, дел: {proceedings}, файлов: {files}; журнал цел. "
    "Пароли прежние; сеансы не переносятся, всем нужно войти заново.",
    "Restored: {path}. Entries: {entries}, cases: {proceedings}, files: {files}; the journal is whole. "
    "Passwords are as before; sessions are not carried over, everybody signs in anew.",
)
_APPS = Phrase(
    "Екінші фактордың қайта орнатылатын қолданбалары: {count}. Олар бұрынғы үйдің кілтімен жабылған еді.",
    "Приложений второго фактора, которые надо настроить заново: {count}. Их закрывал ключ прежнего дома.",
    "Applications of the second factor to be set up anew: {count}. The key of the old house had closed them.",
)
_ACTS = Phrase(
    "Жою актілері туралы жазбалар әкелінді: {count}. Бағдарлама іске қосылғанда оларды қайта қолданады.",
    "Записей об актах уничтожения перенесено: {count}. Программа применит их снова при запуске.",
    "Notes of acts of destruction brought along: {count}. The program applies them again when it starts.",
)


@cli.command()
@click.argument("target", metavar="FOLDER_OR_FILE", type=click.Path(path_type=Path))
def backup(target: Path) -> None:
    """Write the database and all files into one archive, as they stand at one moment. Work may go on meanwhile."""
    setup()
    from nadzor.cli import archive  # noqa: PLC0415

    try:
        say(filled(_WRITTEN, path=archive.write(target)))
    except archive.ArchiveRefusal as refusal:
        refuse(refusal.phrase)


@cli.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--data", required=True, type=click.Path(file_okay=False, path_type=Path), help="an empty folder")
@click.option(
    "--acts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="the folder “destroyed” of the old data folder: what was destroyed since is destroyed again",
)
def restore(file: Path, data: Path, acts: Path | None) -> None:
    """Restore an archive into an empty data folder, then compare counts and look through the journal."""
    from nadzor.embedded import Cluster, EmbeddedRefusal  # noqa: PLC0415

    data = data.resolve()
    if data.exists() and any(data.iterdir()):
        refuse(filled(_NOT_EMPTY, path=data))
    cluster = Cluster(data)
    try:
        cluster.start(alone=True)
    except EmbeddedRefusal as refusal:
        refuse(refusal.phrase)
    click.get_current_context().call_on_close(cluster.stop)
    os.environ.update(NADZOR_DATA=str(data), DATABASE_URL=cluster.dsn())
    setup(prepared=False)
    from nadzor.cli import archive  # noqa: PLC0415

    try:
        counts = archive.read(file)
    except archive.ArchiveRefusal as refusal:
        refuse(refusal.phrase)
    say(filled(_RESTORED, path=data, **counts))
    from nadzor.accounts import factors  # noqa: PLC0415

    if apps := factors.drop_unreadable():
        say(filled(_APPS, count=apps))
    if acts is not None:
        say(filled(_ACTS, count=archive.bring_acts(acts, data)))
