"""What is kept about an applicant: who may ask, every fact in plain words, who looked by office and post alone."""

import datetime as dt
import json
from typing import Any

import pypdfium2
import pytest
from django.test import Client

from nadzor import clock
from nadzor.accounts.attempts import ALLOWED_AN_HOUR
from nadzor.casework.looks import Way, looked
from nadzor.casework.models import Look, Proceeding
from nadzor.law.words import LANGUAGES
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
WRITTEN = {
    "applicant": {
        "type": "person",
        "iin": "960101500101",
        "surname": "Пробная",
        "name": "Заявительница",
        "postal_address": "улица Примерная, 1",
        "email": "probnaya@example.org",
        "phone": "+7 700 000 00 01",
    },
    "complained_of": [{"name": "Иванов И.", "post": "инспектор"}],
}


@pytest.fixture
def row(house: House) -> Proceeding:
    number = house.register(**WRITTEN).number
    house.step("almaty.registrar", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.step("almaty.executor1", "note", number, text="Внутренняя отметка.")
    found = Proceeding.objects.get(number=number)
    for login in ("almaty.head", "almaty.executor1", "gpo.head"):
        looked([found.pk], Way.PAGE, by=house.actor(login), address="10.0.0.7", reason="Секретная причина")
    return found


@pytest.fixture
def follower(row: Proceeding) -> Client:
    browser = Client()
    browser.cookies["django_language"] = "ru"
    browser.post("/follow/", {"code": row.track})
    return browser


def known(browser: Client) -> str:
    browser.post("/follow/kept/", {"surname": "пробная"})
    return browser.get("/follow/kept/").content.decode()


def test_without_the_code_and_the_surname_nothing_is_told(row: Proceeding, follower: Client) -> None:
    for path in ("/follow/kept/", "/follow/kept.json", "/follow/kept.pdf"):
        assert Client().get(path)["Location"] == "/follow/", path
        assert "Примерная" not in follower.get(path).content.decode("utf-8", "replace"), path
    wrong = follower.post("/follow/kept/", {"surname": "Другая"})
    assert wrong.status_code == 422
    assert "Другая" in wrong.content.decode()
    for _ in range(ALLOWED_AN_HOUR):
        follower.post("/follow/kept/", {"surname": "Другая"})
    assert follower.post("/follow/kept/", {"surname": "Пробная"}).status_code == 429


@pytest.mark.parametrize(
    "fact",
    [
        *("Заявительница", "960101500101", "улица Примерная, 1", "probnaya@example.org", "+7 700 000 00 01"),
        *("Во дворе третий месяц не горит свет", "Проверить и обязать починить", "Иванов И.", "05.03.2026"),
    ],
)
def test_every_fact_is_told(follower: Client, fact: str) -> None:
    assert fact in known(follower)
    assert fact in follower.get("/follow/kept.json").content.decode()


@pytest.mark.norm("29I.61.5")
def test_looks_name_office_and_post_and_nobody(house: House, row: Proceeding, follower: Client) -> None:
    text = known(follower)
    said = json.loads(follower.get("/follow/kept.json").content)
    assert [look["how"] for look in said["looks"][-3:]] == ["страница дела"] * 3
    told = " ".join(look["who"] for look in said["looks"])
    for office in ("Генеральная прокуратура", "Алматы"):
        assert office in told
    for person in house.people.values():
        assert person.surname not in told
    for hidden in ("10.0.0.7", "Секретная причина", "Внутренняя отметка"):
        assert hidden not in text
        assert hidden not in json.dumps(said, ensure_ascii=False)


def test_the_post_is_that_of_the_day_of_the_look(house: House, row: Proceeding, follower: Client) -> None:
    """Who was dismissed since had a post then; who looks later with none is a member of the staff."""
    person = house.people["almaty.executor1"]
    person.appointments.update(until=dt.date(2026, 3, 5))
    with clock.standing_at(MORNING + dt.timedelta(days=2)):
        looked([row.pk], Way.API, by=house.actor("almaty.executor1"), address="")
        known(follower)
        said = json.loads(follower.get("/follow/kept.json").content)
    who = {look["who"] for look in said["looks"] if look["how"] == "через API"}
    assert who == {"работник прокуратуры"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_holds_the_same(follower: Client, language: str) -> None:
    known(follower)
    follower.cookies["django_language"] = language
    answer = follower.get("/follow/kept.pdf")
    assert answer["Content-Disposition"].startswith("attachment")
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(answer.content))
    for fact in ("Заявительница", "960101500101", "probnaya@example.org"):
        assert fact in text


def test_asking_is_a_look_too(row: Proceeding, follower: Client) -> None:
    known(follower)
    last = Look.objects.filter(proceeding=row).latest("pk")
    assert (last.way, last.person_id) == ("kept", None)


def test_another_code_asks_for_its_own_surname(house: House, row: Proceeding, follower: Client) -> None:
    known(follower)
    other = house.register(applicant={"type": "person", "surname": "Соседова", "postal_address": "Тайная, 2"})
    follower.post("/follow/", {"code": Proceeding.objects.get(number=other.number).track})
    answer: Any = follower.get("/follow/kept/")
    assert "Тайная" not in answer.content.decode()
    assert follower.get("/follow/kept.json").status_code == 302


GROUP = {
    "applicant": {
        "type": "group",
        "members": [
            {
                "type": "person",
                "iin": "960101500101",
                "surname": "Первая",
                "name": "А",
                "postal_address": "улица Первая, 1",
                "phone": "+7 700 000 00 11",
            },
            {
                "type": "person",
                "iin": "800101300202",
                "surname": "Вторая",
                "name": "Б",
                "postal_address": "улица Вторая, 2",
                "phone": "+7 700 000 00 22",
            },
        ],
    },
    "representative": {
        "type": "person",
        "iin": "760101300303",
        "surname": "Третий",
        "name": "В",
        "postal_address": "улица Третья, 3",
    },
}
LEADER, MEMBER, REPRESENTATIVE, STRANGER = "960101500101", "800101300202", "760101300303", "850101300404"
NAMES, HERS, MEMBERS, HIS = (
    ("Первая А", "Вторая Б", "Третий В"),
    "улица Первая, 1",
    "улица Вторая, 2",
    "улица Третья, 3",
)


@pytest.fixture
def _configured(settings: Any) -> None:
    app = {"provider_id": "applicants", "name": "Вход", "client_id": "n", "secret": "s"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}


def as_citizen(iin: str) -> Client:
    """A browser in which somebody has entered the cabinet."""
    browser = Client()
    browser.cookies["django_language"] = "ru"
    session = browser.session
    session["citizen"] = {"iin": iin, "name": "Гражданин", "at": int(clock.now().timestamp())}
    session.save()
    return browser


@pytest.mark.norm("29I.40.3")
@pytest.mark.usefixtures("_configured")
@pytest.mark.parametrize(
    ("iin", "role", "told", "silent"),
    [
        (LEADER, "заявитель", (*NAMES, HERS, HIS), (MEMBERS,)),
        (MEMBER, "участник группы", (*NAMES, MEMBERS), (HERS, HIS, LEADER, REPRESENTATIVE)),
        (REPRESENTATIVE, "представитель", (*NAMES, HERS, HIS), (MEMBERS, MEMBER)),
    ],
)
def test_each_who_takes_part_sees_it_by_identity(
    house: House, iin: str, role: str, told: tuple[str, ...], silent: tuple[str, ...]
) -> None:
    number, other = house.register(**GROUP).number, house.register(**WRITTEN, text="Другое.").number
    browser = as_citizen(iin)
    page = browser.get("/my/").content.decode()
    assert (number in page, role in page) == (True, True)
    assert (other in page) is (iin == LEADER)
    assert browser.post("/my/", {"kept": number})["Location"] == "/follow/kept/"
    for path in ("/follow/kept/", "/follow/kept.json"):
        said = browser.get(path).content.decode()
        for words in told:
            assert words in said, (path, words)
        for words in silent:
            assert words not in said, (path, words)
    assert browser.get("/follow/kept.pdf").status_code == 200
    assert Look.objects.filter(way="kept", proceeding__number=number).count() == 3
    assert browser.post("/my/", {"open": number})["Location"] == "/follow/"
    assert number in browser.get("/follow/").content.decode()


@pytest.mark.usefixtures("_configured")
def test_who_takes_no_part_sees_nothing_and_a_code_still_asks_the_surname(house: House) -> None:
    done = house.register(**GROUP)
    browser = as_citizen(STRANGER)
    assert done.number not in browser.get("/my/").content.decode()
    for name in ("open", "kept"):
        assert browser.post("/my/", {name: done.number}).status_code == 404
    browser.post("/follow/", {"code": done.answers[0]["track"]})
    assert HERS not in browser.get("/follow/kept/").content.decode()
    assert browser.get("/follow/kept.json")["Location"] == "/follow/kept/"


@pytest.mark.usefixtures("_configured")
def test_identity_ends_after_two_hours(house: House) -> None:
    number = house.register(**GROUP).number
    browser = as_citizen(MEMBER)
    browser.post("/my/", {"kept": number})
    with clock.standing_at(MORNING + dt.timedelta(hours=2, minutes=1)):
        assert MEMBERS not in browser.get("/follow/kept/").content.decode()
        assert number not in browser.get("/my/").content.decode()


@pytest.mark.usefixtures("_configured")
def test_what_went_to_another_office_is_opened_there_alone(house: House) -> None:
    number = house.register(**WRITTEN).number
    house.step("almaty.head", "forward", number, office="751110-district", reason="Вопрос района")
    browser = as_citizen(LEADER)
    page = browser.get("/my/").content.decode()
    assert [f'value="{each}"' in page for each in (number, f"{number}-2")] == [False, True]
    assert browser.post("/my/", {"open": f"{number}-2"})["Location"] == "/follow/"
