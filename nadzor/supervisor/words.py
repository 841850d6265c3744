"""What the supervisor says on the terminal, and in which language."""

import os
from collections.abc import Mapping

import click

from nadzor.law.words import LANGUAGES, Lang, Phrase


def language(environment: Mapping[str, str] = os.environ) -> Lang:
    """Return the language of the terminal: NADZOR_LANG, else the locale of the system, else Russian."""
    for name in ("NADZOR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        told = environment.get(name, "")[:2].lower()
        for lang in LANGUAGES:
            if lang == told:
                return lang
    return "ru"


def say(phrase: Phrase) -> None:
    """Print a sentence."""
    click.echo(phrase.into(language()))


def warn(phrase: Phrase) -> None:
    """Print a sentence about something that went wrong."""
    click.echo(phrase.into(language()), err=True)


WEB = Phrase("Веб-сервер", "Веб-сервер", "The web server")
WORKER = Phrase("Тапсырмаларды орындаушы", "Исполнитель заданий", "The worker")
DATABASE = Phrase("Дерекқор", "База данных", "The database")

STARTING_DATABASE = Phrase("Дерекқор іске қосылуда…", "База данных запускается…", "The database is starting…")
PREPARING = Phrase("Деректер дайындалуда…", "Подготовка данных…", "Preparing the data…")
STOPPING = Phrase("Тоқтатылуда…", "Останавливаюсь…", "Stopping…")
STOPPED = Phrase(
    "Бәрі тоқтатылды. Мәліметтер сақталды.", "Всё остановлено. Данные сохранены.", "All stopped. The data are kept."
)
UNPREPARED = Phrase(
    "Деректерді дайындау аяқталмады; себебі жоғарыда. Бағдарлама тоқтатылды.",
    "Подготовка данных не завершена; причина выше. Программа остановлена.",
    "The data could not be prepared; the reason stands above. The program is stopped.",
)
HOPELESS = Phrase(
    "Веб-сервер іске қосылмады; себебі жоғарыда. Бағдарлама тоқтатылды.",
    "Веб-сервер не запускается; причина выше. Программа остановлена.",
    "The web server does not start; the reason stands above. The program is stopped.",
)


def ready(port: int) -> Phrase:
    """The addresses."""
    url = f"http://127.0.0.1:{port}"
    return Phrase(
        f"Жұмысқа дайын: {url}\nҚызметкерлерге: {url}/work/   API: {url}/api/v1/docs\nТоқтату: Ctrl-C.",
        f"Готово к работе: {url}\nСотрудникам: {url}/work/   API: {url}/api/v1/docs\nОстановить: Ctrl-C.",
        f"Ready: {url}\nFor staff: {url}/work/   API: {url}/api/v1/docs\nTo stop: Ctrl-C.",
    )


def died(who: Phrase, code: int, pause: float) -> Phrase:
    """A child ended by itself; it is started again."""
    return Phrase(
        f"{who.kk} тоқтап қалды (код {code}); {pause:g} с кейін қайта іске қосылады.",
        f"{who.ru}: неожиданная остановка (код {code}); перезапуск через {pause:g} с.",
        f"{who.en} stopped unexpectedly (code {code}); it starts again in {pause:g} s.",
    )


def running_as(name: str) -> Phrase:
    """Root gave everything to an unprivileged user."""
    return Phrase(
        f"root құқықтары тасталды: бағдарлама {name} пайдаланушысының атынан жұмыс істейді.",
        f"Права root сброшены: программа работает от имени пользователя {name}.",
        f"Root's rights are dropped: the program runs as the user {name}.",
    )


def staying_root(name: str) -> Phrase:
    """Root stays, because nobody else can read the program."""
    return Phrase(
        f"{name} пайдаланушысы бағдарламаның немесе Python орналасқан қалтаға кіре алмайды, сондықтан оның атынан тек "
        "дерекқор жұмыс істейді, қалғаны root болып қалады. Тұрақты жұмыс үшін бағдарламаны ашық қалтаға (мысалы, "
        "/opt/nadzor) орнатыңыз.",
        f"Пользователю {name} закрыта папка, где лежит программа или Python, поэтому от его имени работает только база "
        "данных, остальное остаётся под root. Для постоянной работы поместите программу в открытую папку "
        "(например, /opt/nadzor).",
        f"The user {name} cannot enter the folder of the program or of Python, so only the database runs as that user "
        "and the rest stays root. For lasting use put the program into an open folder (such as /opt/nadzor).",
    )


def port_taken(port: int) -> Phrase:
    """Somebody listens there."""
    return Phrase(
        f"127.0.0.1 мекенжайындағы {port} порты бос емес. Оны алып тұрған бағдарламаны тоқтатыңыз немесе басқа портты "
        f"көрсетіңіз: PORT={port + 1 if port < 65535 else 8000}.",
        f"Порт {port} на 127.0.0.1 занят. Остановите программу, которая его занимает, или укажите другой: "
        f"PORT={port + 1 if port < 65535 else 8000}.",
        f"Port {port} on 127.0.0.1 is taken. Stop the program that holds it, or name another one: "
        f"PORT={port + 1 if port < 65535 else 8000}.",
    )


def port_forbidden(port: int) -> Phrase:
    """A port below 1024 for an ordinary user."""
    return Phrase(
        f"{port} портын ашуға құқық жоқ. 1024 немесе одан жоғары портты көрсетіңіз, мысалы PORT=8000.",
        f"Нет права открыть порт {port}. Укажите порт от 1024, например PORT=8000.",
        f"There is no right to open port {port}. Name a port from 1024 on, such as PORT=8000.",
    )


def bad_url() -> Phrase:
    """DATABASE_URL cannot be read."""
    return Phrase(
        "DATABASE_URL түсініксіз. Үлгі: postgresql://пайдаланушы:құпиясөз@мекенжай:5432/дерекқор. Құпиясөздегі @ / : % "
        "белгілерін %40 %2F %3A %25 деп жазыңыз. Кірістірілген дерекқор үшін бұл айнымалыны алып тастаңыз.",
        "DATABASE_URL не читается. Образец: postgresql://пользователь:пароль@адрес:5432/база. Знаки @ / : % в пароле "
        "пишите как %40 %2F %3A %25. Для встроенной базы уберите эту переменную.",
        "DATABASE_URL cannot be read. The pattern: postgresql://user:password@host:5432/database. Write the signs "
        "@ / : % of a password as %40 %2F %3A %25. For the embedded database remove the variable.",
    )


def unreachable(why: str) -> Phrase:
    """No connection."""
    return Phrase(
        f"DATABASE_URL көрсеткен дерекқорға қосылу мүмкін болмады: {why}. Сервердің жұмысын, мекенжайды, "
        "пайдаланушыны, құпиясөзді және дерекқордың бар-жоғын тексеріңіз.",
        f"Не удалось подключиться к базе из DATABASE_URL: {why}. Проверьте, работает ли сервер, адрес, пользователя, "
        "пароль и создана ли база.",
        f"The database of DATABASE_URL cannot be reached: {why}. Check that the server runs, the address, the user, "
        "the password, and that the database is made.",
    )


def too_old(version: str) -> Phrase:
    """Below the oldest version that is served."""
    return Phrase(
        f"DATABASE_URL серверіндегі PostgreSQL {version} ескі: 15 немесе одан жаңа нұсқа қажет.",
        f"PostgreSQL {version} на сервере из DATABASE_URL слишком старый: нужна версия от 15.",
        f"PostgreSQL {version} on the server of DATABASE_URL is too old: version 15 or newer is needed.",
    )


def no_right(user: str, database: str) -> Phrase:
    """The role may not make tables."""
    return Phrase(
        f"{user} пайдаланушысына {database} дерекқорында кесте жасауға рұқсат жоқ. Дерекқор иесі мынаны орындасын: "
        f'GRANT CREATE, USAGE ON SCHEMA public TO "{user}".',
        f"Пользователю {user} нельзя создавать таблицы в базе {database}. Пусть её владелец выполнит: "
        f'GRANT CREATE, USAGE ON SCHEMA public TO "{user}".',
        f"The user {user} may not create tables in the database {database}. Let its owner run: "
        f'GRANT CREATE, USAGE ON SCHEMA public TO "{user}".',
    )


def cannot_search(database: str) -> Phrase:
    """A locale or an encoding under which Cyrillic search finds nothing."""
    ru = "CREATE DATABASE … ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0"
    return Phrase(
        f"{database} дерекқорының тілдік баптауы кирилл әріптерін танымайды: іздеу ештеңе таппас еді. Дерекқорды былай "
        f"жасаңыз: {ru}.",
        f"Языковая настройка базы {database} не различает кириллицу: поиск ничего бы не находил. Создайте базу так: "
        f"{ru}.",
        f"The locale or the encoding of the database {database} does not know Cyrillic: search would find nothing. "
        f"Create the database so: {ru}.",
    )
