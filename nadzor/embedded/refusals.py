"""What can stand in the way of the embedded database, as sentences: the ground, and what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nadzor.law.words import Phrase


class EmbeddedRefusal(Exception):  # noqa: N818  # a refusal with its ground, not a fault of the program
    """The program does not go on, and nothing has been damaged. `phrase` says why and what to do."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.en)
        self.phrase = phrase


@contextmanager
def file_faults(path: Path) -> Iterator[None]:
    """Turn an OSError of the block into a refusal: full disk, no right to write, read-only, something else."""
    try:
        yield
    except OSError as error:
        where = Path(error.filename) if isinstance(error.filename, str) else path
        raise EmbeddedRefusal(_of_errno(where, error)) from error


def _of_errno(path: Path, error: OSError) -> Phrase:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return full_disk(path)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return unwritable(path)
    why = error.strerror or str(error)
    return Phrase(
        f"{path} қалтасымен жұмыс істеу мүмкін емес: {why}.",
        f"С папкой {path} нельзя работать: {why}.",
        f"The folder {path} cannot be used: {why}.",
    )


def full_disk(path: Path) -> Phrase:
    """No space left."""
    return Phrase(
        f"{path} орналасқан дискіде бос орын қалмаған. Орын босатып, бағдарламаны қайта іске қосыңыз; "
        "тіркелген мәліметтер сақталған.",
        f"На диске, где лежит {path}, не осталось места. Освободите место и запустите программу снова; "
        "всё зарегистрированное сохранено.",
        f"No space is left on the disk that holds {path}. Free some space and start again; "
        "everything registered is kept.",
    )


def unwritable(path: Path) -> Phrase:
    """No right to write."""
    return Phrase(
        f"{path} қалтасына жазуға рұқсат жоқ. Оның иесі ретінде іске қосыңыз немесе NADZOR_DATA арқылы басқа қалтаны "
        "көрсетіңіз.",
        f"Нет права записи в {path}. Запустите программу от имени владельца папки или укажите другую папку "
        "в NADZOR_DATA.",
        f"There is no right to write to {path}. Start as the owner of the folder, or name another one in NADZOR_DATA.",
    )


def foreign(path: Path) -> Phrase:
    """A folder with other people's files in it."""
    return Phrase(
        f"{path} қалтасы бос емес және бұл бағдарламаныкі емес. NADZOR_DATA арқылы бос немесе жаңа қалтаны көрсетіңіз; "
        "мұндағы ештеңе өзгертілмеді.",
        f"Папка {path} не пуста и не принадлежит этой программе. Укажите в NADZOR_DATA пустую или новую папку; "
        "здесь ничего не изменено.",
        f"The folder {path} is not empty and is not this program's. Name an empty or a new folder in NADZOR_DATA; "
        "nothing was changed here.",
    )


def newer_folder(path: Path) -> Phrase:
    """A folder written by a later version of the program."""
    return Phrase(
        f"{path} деректер қалтасын бағдарламаның жаңарақ нұсқасы жасаған. Сол нұсқаны орнатыңыз немесе басқа қалтаны "
        "көрсетіңіз.",
        f"Папку данных {path} создала более новая версия программы. Установите ту версию или укажите другую папку.",
        f"The data folder {path} was made by a newer version of the program. Install that version, "
        "or name another folder.",
    )


def wrong_version(path: Path, have: str, need: int) -> Phrase:
    """A cluster of another major version of PostgreSQL."""
    return Phrase(
        f"{path} ішіндегі дерекқорды PostgreSQL {have} жасаған, ал бағдарламада PostgreSQL {need} тұр. Дерекқор "
        "өзгертілмеді. Бағдарламаның бұрынғы нұсқасымен «nadzor backup» жасап, көшірмені жаңа нұсқада бос қалтаға "
        "«nadzor restore» арқылы қалпына келтіріңіз немесе pg_upgrade қолданыңыз.",
        f"Базу данных в {path} создал PostgreSQL {have}, а в программе PostgreSQL {need}. База не изменена. Сделайте "
        "копию прежней версией программы («nadzor backup») и восстановите её новой в пустую папку («nadzor restore») "
        "либо примените pg_upgrade.",
        f"The database in {path} was made by PostgreSQL {have}, and the program holds PostgreSQL {need}. It was not "
        "touched. Make a backup with the former version of the program (`nadzor backup`) and restore it with the new "
        "one into an empty folder (`nadzor restore`), or use pg_upgrade.",
    )


def lost_database(path: Path) -> Phrase:
    """The mark says there was a database, and it is gone."""
    return Phrase(
        f"{path} ішінде дерекқор болған, енді ол жоқ. Оның үстінен жаңасы жасалмайды. Оны орнына қайтарыңыз немесе "
        "көшірмені бос қалтаға «nadzor restore» арқылы қалпына келтіріңіз.",
        f"В {path} была база данных, и её там больше нет. Новая поверх неё не создаётся. Верните её на место или "
        "восстановите копию в пустую папку («nadzor restore»).",
        f"There was a database in {path}, and it is gone. No new one is made in its place. Put it back, or restore "
        "a backup into an empty folder (`nadzor restore`).",
    )


def damaged(path: Path, why: str) -> Phrase:
    """The server does not start, or a file of ours cannot be read."""
    return Phrase(
        f"{path} ашылмады: {why}. Ештеңе өзгертілмеді. Қалтаның көшірмесін сақтап, соңғы көшірмені бос қалтаға "
        "«nadzor restore» арқылы қалпына келтіріңіз.",
        f"{path} не открывается: {why}. Ничего не изменено. Сохраните копию папки и восстановите последнюю резервную "
        "копию в пустую папку («nadzor restore»).",
        f"{path} cannot be opened: {why}. Nothing was changed. Keep a copy of the folder and restore the last backup "
        "into an empty folder (`nadzor restore`).",
    )


def no_binaries() -> Phrase:
    """The package with the binaries is not installed."""
    return Phrase(
        "Кірістірілген PostgreSQL табылмады. «make setup» орындаңыз немесе DATABASE_URL арқылы PostgreSQL серверін "
        "көрсетіңіз.",
        "Встроенный PostgreSQL не найден. Выполните «make setup» или укажите сервер PostgreSQL в DATABASE_URL.",
        "The embedded PostgreSQL is not found. Run `make setup`, or name a PostgreSQL server in DATABASE_URL.",
    )


def no_user(name: str) -> Phrase:
    """Root has nobody to run the server as."""
    return Phrase(
        f"Бағдарлама root атынан іске қосылды, ал PostgreSQL үшін {name} пайдаланушысын жасау мүмкін болмады. Оны "
        f"жасаңыз (useradd --system {name}) немесе бағдарламаны кәдімгі пайдаланушы атынан іске қосыңыз.",
        f"Программа запущена от root, а создать пользователя {name} для PostgreSQL не удалось. Создайте его "
        f"(useradd --system {name}) или запустите программу от имени обычного пользователя.",
        f"The program was started as root, and the user {name} for PostgreSQL could not be made. Make it "
        f"(useradd --system {name}), or start the program as an ordinary user.",
    )


def another_owner(path: Path, name: str) -> Phrase:
    """Root would leave root's files in somebody's folder."""
    return Phrase(
        f"{path} деректер қалтасы {name} пайдаланушысыныкі. Бағдарламаны соның атынан іске қосыңыз "
        f"(runuser -u {name} …).",
        f"Папка данных {path} принадлежит пользователю {name}. Запустите программу от его имени (runuser -u {name} …).",
        f"The data folder {path} belongs to the user {name}. Start the program as that user (runuser -u {name} …).",
    )


def already_running(path: Path, pid: str) -> Phrase:
    """Another process holds the folder."""
    return Phrase(
        f"{path} деректер қалтасымен бағдарлама қазір жұмыс істеп тұр (процесс {pid}). Алдымен оны тоқтатыңыз немесе "
        "NADZOR_DATA арқылы басқа қалтаны көрсетіңіз.",
        f"С папкой данных {path} программа уже работает (процесс {pid}). Сначала остановите её или укажите другую "
        "папку в NADZOR_DATA.",
        f"The program is already running on the data folder {path} (process {pid}). Stop it first, or name another "
        "folder in NADZOR_DATA.",
    )


def held_without_server(path: Path, pid: str) -> Phrase:
    """Another process holds the folder and runs no database in it."""
    return Phrase(
        f"{path} деректер қалтасын {pid} процесі ұстап тұр, бірақ онда дерекқор іске қосылмаған: ол, сірә, "
        "DATABASE_URL көрсеткен серверде жұмыс істейді. Дәл сондай DATABASE_URL көрсетіңіз немесе алдымен сол "
        "процесті тоқтатыңыз.",
        f"Папку данных {path} держит процесс {pid}, но базы данных в ней он не запускал: видимо, он работает на "
        "сервере из DATABASE_URL. Укажите такую же DATABASE_URL или сначала остановите этот процесс.",
        f"The data folder {path} is held by process {pid}, which runs no database in it: it seems to work on a server "
        "of DATABASE_URL. Set the same DATABASE_URL, or stop that process first.",
    )


def recovering(seconds: int) -> Phrase:
    """Progress: the server is on its way up."""
    return Phrase(
        f"Дерекқор іске қосылуда (кенет тоқтағаннан кейін қалпына келуде): {seconds} с. Күтіңіз, тоқтатпаңыз.",
        f"База данных запускается (восстанавливается после внезапной остановки): {seconds} с. Подождите, "
        "не прерывайте.",
        f"The database is starting (recovering after a sudden stop): {seconds} s. Please wait, do not interrupt.",
    )


def stopping(seconds: int) -> Phrase:
    """Progress: the server is on its way down."""
    return Phrase(
        f"Дерекқор тоқтатылуда: {seconds} с.",
        f"База данных останавливается: {seconds} с.",
        f"The database is stopping: {seconds} s.",
    )
