"""What `nadzor prepare` does: migrations, static files, the offices, a demo or an administrator. Needs Django."""

import datetime as dt

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from nadzor import clock
from nadzor.accounts.models import Account
from nadzor.casework import destroying, integrity, outbox
from nadzor.casework.act import Act
from nadzor.casework.perform import perform
from nadzor.casework.refusals import Refusal
from nadzor.casework.structure import StructureAct, change_structure
from nadzor.cli.asking import password_of
from nadzor.cli.demo import LETTERS, Letter
from nadzor.law.posts import Post
from nadzor.law.words import Phrase
from nadzor.organs.actor import HOUSE, Actor, actor_of
from nadzor.organs.laying import lay_demo, lay_structure
from nadzor.organs.models import Person, Unit
from nadzor.organs.roles import Role
from nadzor.supervisor.words import language, say, warn

DEMO_PASSWORD = "nadzor-demo-2026"  # noqa: S105  # for made-up people on 127.0.0.1; printed at every start
ADMINISTRATOR = "admin"
_LOCK = 7_241_933  # of two that prepare at once the second waits
_LATER_VERSION = Phrase(
    "Дерекқорды кейінгі нұсқа жазған ({names}). Сол нұсқаны орнатыңыз; ештеңе өзгертілген жоқ.",
    "Базу писала более поздняя версия ({names}). Установите её; ничего не изменено.",
    "A later version wrote this database ({names}). Install that version; nothing was changed.",
)
_UNKNOWN_STATES = Phrase(
    "Дерекқордағы күйлерді бұл нұсқа білмейді: {names}. Мәліметтерді жазған нұсқаны орнатыңыз.",
    "Эта версия не знает состояний из базы: {names}. Установите версию, которая писала данные.",
    "This version does not know states of the database: {names}. Install the version that wrote the data.",
)
_DEMO = Phrase(
    "Көрсетілім. Кіру: almaty.registrar, almaty.appeals.head, almaty.executor1, almaty.head, gpo.admin …; "
    "құпиясөз: {password}",
    "Демонстрация. Вход: almaty.registrar, almaty.appeals.head, almaty.executor1, almaty.head, gpo.admin …; "
    "пароль: {password}",
    "A demo. Sign in as almaty.registrar, almaty.appeals.head, almaty.executor1, almaty.head, gpo.admin …; "
    "password: {password}",
)
_DEMO_INSIDE = Phrase(
    "Бұл дерекқорда көрсетілім адамдары бар. Нақты жұмысқа бос NADZOR_DATA қалтасын алыңыз.",
    "В этой базе люди демонстрации. Для настоящей работы возьмите пустую папку NADZOR_DATA.",
    "This database holds the people of the demo. For real work take an empty folder NADZOR_DATA.",
)
_NO_LETTERS = Phrase(
    "Көрсетілім хаттары тіркелмеді: {why}",
    "Письма для демонстрации не зарегистрированы: {why}",
    "The letters of the demo were not registered: {why}",
)


class LayingRefusal(Exception):  # noqa: N818  # a refusal with its ground
    """The database is not prepared. `phrase` says why and what to do."""

    def __init__(self, phrase: Phrase, **values: object) -> None:
        self.phrase = Phrase(*(text.format(**values) for text in phrase))
        super().__init__(self.phrase.en)


def prepare(*, demo: bool) -> None:
    """Do everything; what is done already is left as it is. Raises LayingRefusal."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
    try:
        _require_our_version()
        call_command("migrate", interactive=False, verbosity=0)
        _require_known_states()
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["redoc.*"])  # nobody opens it
        # asked before the transaction: nobody waits in one for a person at a keyboard
        password = None if demo or Account.objects.exists() else password_of(ADMINISTRATOR)
        with transaction.atomic():
            lay_structure()
            _lay_people(demo=demo, password=password)
        destroying.reapply()  # before anybody is let in: a restored backup may hold what was destroyed
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


def _require_our_version() -> None:
    loader = MigrationExecutor(connection).loader
    known, ours = set(loader.disk_migrations or ()), {app for app, _ in loader.disk_migrations or ()}
    later = sorted(f"{app}.{name}" for app, name in loader.applied_migrations or () if app in ours)
    unknown = [name for name in later if tuple(name.split(".", 1)) not in known]
    if unknown and not loader.replacements:
        raise LayingRefusal(_LATER_VERSION, names=", ".join(unknown))


def _require_known_states() -> None:
    unknown = integrity.unknown_states()
    if unknown:
        raise LayingRefusal(_UNKNOWN_STATES, names=", ".join("/".join(pair) for pair in unknown))


def _lay_people(*, demo: bool, password: str | None) -> None:
    demo_inside = Account.objects.filter(login="almaty.registrar").exists()
    if demo and not Person.objects.exists():
        people = dict(lay_demo())
        for login, person in people.items():
            Account.objects.make(login, person, DEMO_PASSWORD)
        _lay_letters(people)
        demo_inside = True
    elif password is not None:
        _lay_administrator(password)
    if demo_inside:
        say(_filled_demo())
        if not demo:
            warn(_DEMO_INSIDE)


def _filled_demo() -> Phrase:
    return Phrase(*(text.format(password=DEMO_PASSWORD) for text in _DEMO))


def _lay_letters(people: dict[str, Person]) -> None:
    """Register letters of made-up people, some days ago and today, and go on with some of them."""
    for letter in LETTERS:
        try:
            with transaction.atomic():
                _lay_letter(letter, people)
        except Refusal as refusal:  # no calendar is held for this year
            why = refusal.message.into(language())
            warn(Phrase(*(text.format(why=why) for text in _NO_LETTERS)))
            return


def _lay_letter(letter: Letter, people: dict[str, Person]) -> None:
    arrived = clock.now() - letter.ago
    day = arrived.date()

    def actor(login: str) -> Actor:
        return actor_of(people[login], day)

    with clock.standing_at(arrived + dt.timedelta(minutes=20)):
        data = {**letter.data, "received_at": arrived.isoformat()}
        number = perform(Act("appeal", "register", actor(letter.registrar), data)).number
        if letter.executor is not None:
            given = {"executor": people[letter.executor].pk}
            perform(Act("appeal", "assign", actor(letter.leader), given, on=(number,)))
        outbox.deliver()


def _lay_administrator(password: str) -> None:
    """Make the first administrator by the one writer: no order stands behind it, and the entry says what does."""
    today = clock.today("Asia/Almaty").isoformat()
    unit = Unit.objects.get(body__code="000000-gpo", code="digital")
    data = {
        "surname": "Администратор",
        "login": ADMINISTRATOR,
        "language": language(),
        "post": Post.PROSECUTOR,
        "unit": unit.pk,
        "roles": [Role.ADMINISTRATOR],
        "since": today,
        "order_number": "nadzor prepare",
        "order_day": today,
    }
    change_structure(StructureAct("add_person", HOUSE, unit.body.code, data))
    account = Account.objects.get(login=ADMINISTRATOR)
    account.set_password(password)  # typed by the one who will use it
    account.must_change_password = False
    account.save()
