"""A browser, and a site of its own with made-up cases. Without Chromium the tests say so and are passed over."""

import datetime as dt
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.visits import Site

PASSWORD = "a long made-up phrase"  # noqa: S105  # of a made-up account
SIGN = frozenset({"almaty.head", "almaty.executor1"})  # whoever gives the password again in these tests
HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium")
Enter = Callable[..., Any]
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105  # of a made-up application
PROVIDERS = {  # so that their buttons are seen; nothing answers there
    "openid_connect": {
        "APPS": [
            {
                "provider_id": name,
                "name": title,
                "client_id": "nadzor",
                "secret": "made up",
                "settings": {"server_url": "http://127.0.0.1:9", "iin_claim": "iin"},
            }
            for name, title in (("organisation", "id.example.kz"), ("applicants", "idp.example.kz"))
        ]
    }
}


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """Chromium of the machine."""
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    from django.db import connections
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as patched, sync_playwright() as player:
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's loop runs in the thread of the tests
        made = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield made
        connections.close_all()  # Django keeps those of playwright's loop apart: out of it nobody could close them
        made.close()


@pytest.fixture(scope="package")
def axe() -> Path:
    """The rules, from npm as package-lock.json beside this file says."""
    from nadzor.web import assets

    if not AXE.exists():
        try:
            assets.npm_ci(HERE)
        except assets.AssetsError as error:
            pytest.skip(f"axe-core cannot be installed: {error}")
    return AXE


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[Site]:
    """The seeded house behind a server, with today's clock; emptied afterwards.

    Each file of tests has its own: what one does to the cases is no business of the next.
    """
    from django.contrib.staticfiles.handlers import StaticFilesHandlerMixin
    from django.core.management import call_command
    from django.db import connection, connections
    from django.test.utils import override_settings
    from pytest_django.live_server_helper import LiveServer

    from nadzor.organs import directory
    from nadzor.web import assets

    assets.build()
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    from django.conf import settings

    storages = {**settings.STORAGES, "staticfiles": plain}
    with (
        django_db_blocker.unblock(),
        override_settings(
            STORAGES=storages, ALLOWED_HOSTS=["127.0.0.1", "localhost"], SOCIALACCOUNT_PROVIDERS=PROVIDERS
        ),
        pytest.MonkeyPatch.context() as patched,
    ):
        patched.setattr(StaticFilesHandlerMixin, "serve", _kept(StaticFilesHandlerMixin.serve))
        directory.forget()
        data = _laid()
        connections.settings["default"]["CONN_MAX_AGE"] = 0  # a thread of the server leaves no connection behind
        server = LiveServer("127.0.0.1")
        yield Site(server.url, data)
        server.stop()
        connections.settings["default"]["CONN_MAX_AGE"] = 600
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE casework_entry DISABLE TRIGGER USER")
        call_command("flush", verbosity=0, interactive=False)
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE casework_entry ENABLE TRIGGER USER")
        connection.close()
        directory.forget()


def _kept(serve: Callable[..., Any]) -> Callable[..., Any]:
    """Let the browser keep styles, letters and scripts, as it does behind the real server: they cost most of a page."""

    def served(handler: Any, request: Any) -> Any:
        answer = serve(handler, request)
        answer["Cache-Control"] = "max-age=3600"
        return answer

    return served


def _matter(house: Any, came: str) -> str:
    """A case closed and, two years later, proposed to be destroyed; return the number of the matter."""
    from nadzor import clock
    from nadzor.casework import journal
    from nadzor.casework.destroying import propose_all
    from nadzor.casework.kept import Retention

    now, executor = clock.now(), house.people["almaty.executor1"]
    today = clock.today(journal.ZONE)
    ended = house.register(received_at=came, text="Починили.")
    house.step("almaty.registrar", "assign", ended.number, executor=executor.pk)
    house.answer(ended.number)
    house.step("almaty.executor1", "close", ended.number)
    order = {"order_number": "1", "order_day": today, "since": today}
    Retention.objects.create(body_id=executor.appointments.get().body_id, years=1, ground="Номенклатура дел", **order)
    with clock.standing_at(now + dt.timedelta(days=800)):
        return propose_all()[0]


def _laid() -> dict[str, str]:  # noqa: PLR0915  # one line a case
    """Cases in the states that pages can show. Returns what the addresses of pages name."""
    from allauth.mfa.models import Authenticator

    from nadzor import clock
    from nadzor.accounts.models import Account
    from nadzor.casework import journal
    from nadzor.casework.models import Proceeding
    from nadzor.papers.models import IssuedPaper
    from tests.checked import lay
    from tests.house import DRAFT, House
    from tests.post import posted

    house, now = House(), clock.now()
    today = clock.today(journal.ZONE)
    came = (now - dt.timedelta(minutes=5)).isoformat()
    more = {
        "received_at": came,
        "representative": {"type": "person", "surname": "Представителева", "name": "Роза", "phone": "+7 700 000 00 00"},
        "complained_of": [{"name": "Примеров П. П.", "post": "инспектор", "body": "Управление-образец"}],
        "attachments": [{"name": "жалоба.txt", "content_type": "text/plain", "base64": "0LTQsA=="}],
    }
    opened = house.register(**more)
    review = house.register(
        received_at=came, kind="application", text="Прошу проверить законность отказа в предоставлении сведений."
    )
    answered = house.register(received_at=came, text="Не отвечает акимат.", language="kk")
    oral = house.register(
        received_at=came, channel="oral", text="Сказано устно.", repeat_of=opened.number, repeat_reason="faults"
    )
    lacks = {"missing": ["demands"], "words": "Напишите, чего просите.", "due": today + dt.timedelta(days=5)}
    house.step("almaty.registrar", "ask_to_cure", opened.number, **lacks)
    executor = house.people["almaty.executor1"]
    ready = house.register(received_at=came, text="Во дворе не горит свет.")
    partly = house.register(received_at=came, text="Залило подвал.")
    begun = house.register(received_at=came, text="Отключили отопление.")
    waits = house.register(received_at=came, text="Не вывозят мусор.")
    signed = house.register(received_at=came, text="Разбита дорога.")
    agreed = house.register(received_at=came, text="Не работает лифт.")
    post = [{"post": "Заместитель прокурора города", "body": "Прокуратура города Алматы"}]
    barred = house.register(received_at=came, text="Не принят на приёме.", kind="complaint", complained_of=post)
    parted = house.register(received_at=came, text="Нет света. Участковый не принимает заявление.")
    part = {"office": "751110-district", "part": "Участковый не принимает заявление.", "reason": "Это район."}
    house.step("almaty.registrar", "forward_part", parted.number, **part)
    for done in (review, answered, ready, partly, begun, waits, signed, agreed):
        house.step("almaty.registrar", "assign", done.number, executor=executor.pk)
    asked = {"addressee": "Әкімдік", "asked": "Договор", "due": (today + dt.timedelta(days=1)).isoformat()}
    house.step("almaty.executor1", "ask_for_materials", review.number, **asked)
    explained = {"giver": "Примеров П. П.", "post": "инспектор", "taken_on": today.isoformat(), "words": "Было так."}
    house.step("almaty.executor1", "take_explanation", review.number, **explained)
    house.step("almaty.registrar", "add_materials", review.number, words="Снимки.", to_call_for="Журнал заявок.")
    other = house.people["almaty.executor2"].pk
    house.step("almaty.head", "record_interest", review.number, person=other, words="Родственник заявителя.")
    house.step("almaty.executor1", "report_harm", review.number, reason="Заявителю угрожают увольнением.")
    said = {"language": "ru", "addressee": "Прокурору города", "reasons": "Нужна проверка за три года."}
    later = (today + dt.timedelta(days=40)).isoformat()
    house.step("almaty.interests.head", "ask_extension", review.number, until=later, reasons="Ждём ответа банка.")
    house.step("almaty.head", "take_under_control", review.number, until=later, reason="Важно для города.")
    memo = str(
        house.step("almaty.interests.head", "write_control_memo", review.number, **said).answers[0]["children"][-1]
    )
    to = house.people["almaty.head"].pk
    house.step("almaty.interests.head", "send_to_sign", memo, procedure="control_memo", signatory=to)
    house.answer(answered.number, text="Жауап берілді.", language="kk")
    letters = posted(house, answered.number)
    draft = house.draft(begun.number)
    gaps = house.draft(partly.number, norms="")
    sent = house.draft(waits.number)
    house.step("almaty.executor1", "rewrite", sent, procedure="answer_draft", **{**DRAFT, "text": "Мусор вывезен."})
    house.to_sign(sent)
    slip = {"ground": "own", "found_on": today.isoformat(), "part": "text", "wrong": "берілді", "right": "дайындалды"}
    head = house.people["almaty.head"].pk
    house.step("almaty.executor1", "correct_slip", answered.number, **slip, signatory=head)
    contested = house.register(received_at=came, kind="complaint", text="Прокурор района не ответил.")
    house.step("almaty.head", "assign", contested.number, executor=executor.pk)
    about = {"what": "act", "content": "Ответ прокурора района", "office": "751110-district"}
    about |= {"contested": answered.number}
    matter = house.step("almaty.executor1", "contest", contested.number, **about).answers[0]["children"][-1]
    for side in ("official", "participant"):
        why = {"side": side, "why": "Письменная позиция есть."}
        house.step("almaty.executor1", "not_heard", str(matter), procedure="complaint", **why)
    judged = {
        "outcome": "refuse",
        "complainant": "Пробная Заявительница",
        "iin": "960101500101",
        "reasons": "Ответ дан.",
    }
    judged |= {"contested": "Ответ", "substance": "Нет ответа.", "norms": "Статья 100", "decision": "Оставить."}
    wrote = house.step("almaty.executor1", "write_complaint_decision", contested.number, language="ru", **judged)
    decision = str(wrote.answers[0]["children"][-1])
    house.step("almaty.executor1", "send_to_sign", decision, procedure="complaint_decision", signatory=head)
    agreeing = house.draft(agreed.number)
    house.step("almaty.executor1", "send_for_agreement", agreeing, procedure="answer_draft", agreers=[head, other])
    house.step("almaty.head", "comment", agreeing, procedure="answer_draft", part="norms", text="Какая статья кодекса?")
    house.to_sign(house.draft(signed.number))
    house.sign(signed.number)
    ending = house.register(received_at=came, kind="application", text="Прошу пересчитать плату за отопление.")
    house.step("almaty.registrar", "assign", ending.number, executor=executor.pk)
    house.termination(ending.number, "almaty.executor1")
    checked = house.register(received_at=came, kind="application", text="Прошу восстановить меня в очереди на жильё.")
    house.step("almaty.registrar", "assign", checked.number, executor=executor.pk)
    beside = lay(house, checked.number, "Проверить на месте, кто и на каком основании принял решение.")
    neighbour = {"type": "person", "surname": "Соседка", "name": "Другая", "postal_address": "улица Примерная, 3"}
    alike = house.register(received_at=came, applicant=neighbour)
    withdrawn = {"words": "Прошу моё обращение не рассматривать.", "came_on": today.isoformat()}
    wish = house.step("almaty.registrar", "withdraw_appeal", oral.number, **withdrawn).answers[0]["children"][-1]
    seen = house.step("almaty.registrar", "ask_access", review.number).answers[0]["children"][-1]
    for login in house.people:
        Account.objects.make(login, house.people[login], PASSWORD if login in SIGN else None)
    fresh = house.people["bostandyk.deputy"].account
    Account.objects.filter(pk=fresh.pk).update(login="new.person", must_change_password=True)
    day = today - dt.timedelta(days=1)
    journal.root_of(day)
    gone = _somebody_left(house, came)
    second = house.people["bostandyk.registrar"].account
    second.set_password(PASSWORD)
    second.save()
    Authenticator.objects.create(user=second, type="totp", data={"secret": SECRET})
    return {
        **_sessions(),
        "gone": str(gone),
        "second": second.login,
        "open": opened.number,
        "alike": alike.number,
        "ending": ending.number,
        "withdrawal": str(wish),
        "to_be_shown": str(seen),
        "oral": oral.number,
        "open_code": str(opened.answers[0]["track"]),
        "answered": answered.number,
        "answered_code": str(answered.answers[0]["track"]),
        "review": review.number,
        "contested": contested.number,
        "matter": str(matter),
        "decision": decision,
        "letters": str(letters.pk),
        "ready": ready.number,
        "draft": draft,
        "gaps": gaps,
        "sent": sent,
        "agreeing": agreeing,
        "waits": waits.number,
        "code": str(IssuedPaper.objects.get(answer__appeal__proceeding__number=answered.number).code),
        "paper_code": str(
            IssuedPaper.objects.filter(proceeding__number=answered.number, answer=None).latest("pk").code
        ),
        "memo": memo,
        "checked": checked.number,
        **{f"of_{table}": number for table, number in beside.items()},
        "barred": barred.number,
        "parted": parted.number,
        "part": Proceeding.objects.get(procedure="forwarded_part").number,
        "there": Proceeding.objects.get(part_of__isnull=False).number,
        "child": Proceeding.objects.filter(parent__number=review.number).earliest("pk").number,
        "destruction": _matter(house, came),
        "day": day.isoformat(),
        "year": opened.number[:4],
        "other_month": f"m{(today.month + 5) % 12 + 1:02}",  # half a year away
        "person": str(executor.pk),
        "executor": executor.full_name,
        "head": house.people["almaty.head"].full_name,
    }


def _somebody_left(house: Any, came: str) -> int:
    """Somebody whose only post ended yesterday, with a case that nobody has passed on."""
    from nadzor import clock
    from nadzor.organs.models import Appointment, Duty

    person, today = house.people["bostandyk.executor"], clock.today("Asia/Almaty")
    number = house.register(received_at=came, text="Не убирают снег.").number
    house.step("almaty.registrar", "assign", number, executor=house.people["almaty.executor1"].pk)
    row = Appointment.objects.get(person=person)
    body = house.people["almaty.executor1"].appointments.get().body
    Appointment.objects.filter(pk=row.pk).update(body=body, unit=None)
    house.step("almaty.head", "reassign", number, executor=person.pk, reason="Отпуск.")
    Appointment.objects.filter(pk=row.pk).update(until=today - dt.timedelta(days=1))
    Duty.objects.filter(person=person).delete()
    return int(person.pk)


def _sessions() -> dict[str, str]:
    """Somebody signed in for each account: made here, since what a test writes is seen by nobody but itself."""
    from django.contrib.sessions.backends.db import SessionStore
    from django.test import Client

    from nadzor import clock
    from nadzor.accounts.models import Account

    found = {}
    for account in Account.objects.all():
        client = Client()
        client.force_login(account)
        found[f"session:{account.login}"] = client.cookies["sessionid"].value
    citizen = SessionStore()
    citizen["citizen"] = {"iin": "960101500101", "name": "Пробная Заявительница", "at": int(clock.now().timestamp())}
    citizen.create()
    return {**found, "session:citizen": str(citizen.session_key)}


def _forgive() -> None:
    """Forget the wrong codes and passwords of the test before: all of them come from one address.

    In a thread, so with a connection of its own: what the test itself writes, the server never sees.
    """
    from django.db import connection

    from nadzor.accounts.models import Attempt

    def forget() -> None:
        Attempt.objects.all().delete()
        connection.close()

    done = threading.Thread(target=forget)
    done.start()
    done.join()


@pytest.fixture
def enter(browser: Any, site: Site) -> Iterator[Enter]:
    """Return a browser window: in a language, of a width, signed in as somebody, with or without script."""
    made = []
    _forgive()

    def entered(language: str = "en", *, who: str | None = None, script: bool = True, width: int = 1280) -> Any:
        # Without motion: what still scrolls while a page is looked at would be seen elsewhere on a busy machine.
        window = browser.new_context(
            java_script_enabled=script, viewport={"width": width, "height": 900}, reduced_motion="reduce"
        )
        window.set_default_timeout(10_000)
        cookies = [{"name": "django_language", "value": language, "url": site.url}]
        if who is not None:
            cookies.append({"name": "sessionid", "value": site.data[f"session:{who}"], "url": site.url})
        window.add_cookies(cookies)
        made.append(window)
        return window

    yield entered
    for window in made:
        window.close()
