"""The calendar of one's terms: whole days, a reminder on the working day before, no names; the address is secret."""

import datetime as dt
import logging
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from nadzor import clock
from nadzor.accounts.models import Account, digest_of
from nadzor.casework.models import Proceeding
from nadzor.organs.models import Appointment
from nadzor.web.logs import WithoutCodes
from nadzor.workplace.models import TermsCalendar
from tests.house import MORNING, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
PAGE = "my-calendar"


def address(client: Client) -> str:
    body = client.post(reverse(PAGE), {"make": "true"}).content.decode()
    found = re.search(r'value="http://testserver(/work/calendar/[\w-]{43}\.ics)"', body)
    assert found, body
    return found[1]


def events(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(each["SUMMARY"]): each for each in found if kind_of(each) != "HOLIDAY"}


def kind_of(event: Any) -> str:
    kept = event.get("CATEGORIES")
    return "" if kept is None else str(kept.cats[0])


def given(house: House, login: str = "almaty.executor1", **changes: Any) -> str:
    number = house.register(**changes).number
    house.step("almaty.head", "assign", number, executor=house.people[login].pk)
    return number


def alarm(event: Any) -> dt.datetime:
    (found,) = event.walk("VALARM")
    assert found["ACTION"] == "DISPLAY"
    return found["TRIGGER"].dt


# Fifteen working days from Thursday 5 March 2026: 6, 10-13, 16-20, 26, 27, 30, 31 March, 1 April: Monday the 9th is off
# for Women's Day, 23 to 25 March for Nauryz, whose first days fall on a Saturday and a Sunday.
# The working day before the materials of Tuesday the 10th is Friday the 6th. Nine in Almaty is four by Greenwich.
def test_the_last_day_and_the_working_day_before(house: House, enter: SignedIn) -> None:
    number = given(house)
    house.step("almaty.executor1", "ask_for_materials", number, addressee="А", asked="Договор", due="2026-03-10")
    given(house, "almaty.assistant")
    found = events(Client().get(address(enter("almaty.executor1"))))
    assert {name: (each["DTSTART"].dt, each["DTEND"].dt, alarm(each)) for name, each in found.items()} == {
        f"Answer to the applicant: No. {number}": (
            dt.date(2026, 4, 1),
            dt.date(2026, 4, 2),
            dt.datetime(2026, 3, 31, 4, 0, tzinfo=dt.UTC),
        ),
        f"Supply of the materials: No. {_child(number)}": (
            dt.date(2026, 3, 10),
            dt.date(2026, 3, 11),
            dt.datetime(2026, 3, 6, 4, 0, tzinfo=dt.UTC),
        ),
    }
    assert found[f"Answer to the applicant: No. {number}"]["URL"] == f"http://testserver/work/case/{number}/"


def _child(number: str) -> str:
    return Proceeding.objects.get(parent__number=number).number


@pytest.mark.parametrize(
    ("lang", "told"),
    [("kk", "Өтініш берушіге жауап: № "), ("ru", "Ответ заявителю: № "), ("en", "Answer to the applicant: No. ")],
)
def test_in_the_language_of_the_person(house: House, enter: SignedIn, lang: str, told: str) -> None:
    number = given(house)
    where = address(enter("almaty.executor1", lang))
    stranger = Client(headers={"accept-language": "en"})
    assert list(events(stranger.get(where))) == [told + number]


def test_no_name_and_no_word_of_the_letter_goes_out(house: House, enter: SignedIn) -> None:
    number = given(house)
    told = Client().get(address(enter("almaty.executor1", "ru"))).content.decode()
    assert number in told
    for word in ("Пробная", "Заявительница", "960101500101", "Примерная", "свет", "Проверить"):
        assert word not in told


def test_only_what_still_runs_and_is_still_considered(house: House, enter: SignedIn) -> None:
    first, second = given(house), given(house)
    browser = Client()
    where = address(enter("almaty.executor1"))
    assert len(events(browser.get(where))) == 2
    house.step("almaty.head", "reassign", first, executor=house.people["almaty.assistant"].pk)
    assert list(events(browser.get(where))) == [f"Answer to the applicant: No. {second}"]
    house.answer(second, signatory="almaty.head", outcome="answer", text="Ответ.")
    assert events(browser.get(where)) == {}


def test_a_co_executor_has_the_terms_too(house: House, enter: SignedIn) -> None:
    number = house.register(kind="application").number
    people = {name: house.people[f"almaty.{name}"].pk for name in ("executor1", "assistant")}
    house.step("almaty.head", "assign", number, executor=people["assistant"], co_executors=[people["executor1"]])
    found = events(Client().get(address(enter("almaty.executor1"))))
    assert f"Information of the co-executors: No. {number}" in found


def test_the_same_is_not_sent_twice(house: House, enter: SignedIn) -> None:
    given(house)
    browser, where = Client(), address(enter("almaty.executor1"))
    first = browser.get(where)
    with clock.standing_at(MORNING + dt.timedelta(hours=3)):
        again = browser.get(where, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    given(house)
    changed = browser.get(where, headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]
    assert "no-cache" in changed["Cache-Control"]


def test_an_address_renewed_or_taken_back_shows_nothing(house: House, enter: SignedIn) -> None:
    given(house)
    me, browser = enter("almaty.executor1"), Client()
    old = address(me)
    new = address(me)
    assert [browser.get(each).status_code for each in (old, new)] == [404, 200]
    assert new not in me.get(reverse(PAGE)).content.decode()
    assert me.post(reverse(PAGE), {"take_back": "true"}).status_code == 302
    assert [browser.get(each).status_code for each in (old, new)] == [404, 404]
    assert not TermsCalendar.objects.exists()


@pytest.mark.parametrize("token", ["x", "%00", "..", "A" * 43, "A" * 4000])
def test_an_unknown_address_is_404(house: House, token: str) -> None:
    assert Client().get(f"/work/calendar/{token}.ics").status_code == 404


def test_who_has_left_or_is_closed_out_sees_nothing(house: House, enter: SignedIn) -> None:
    given(house)
    where, browser = address(enter("almaty.executor1")), Client()
    Account.objects.filter(login="almaty.executor1").update(is_active=False)
    assert browser.get(where).status_code == 404
    Account.objects.filter(login="almaty.executor1").update(is_active=True)
    assert browser.get(where).status_code == 200
    held = Appointment.objects.get(person=house.people["almaty.executor1"])
    held.until = held.since
    held.save()
    assert browser.get(where).status_code == 404


def test_the_token_is_kept_as_a_digest_and_never_logged(house: House, enter: SignedIn) -> None:
    where = address(enter("almaty.executor1"))
    token = where.rpartition("/")[2].removesuffix(".ics")
    assert bytes(TermsCalendar.objects.get().token_digest) == digest_of(token)
    record = logging.LogRecord("django.request", 30, "", 0, "Not Found: %s", (where,), None)
    assert WithoutCodes().filter(record)
    assert token not in record.getMessage()


def test_looking_at_the_page_makes_nothing(enter: SignedIn) -> None:
    assert enter("almaty.executor1").get(reverse(PAGE), {"make": "true"}).status_code == 200
    assert not TermsCalendar.objects.exists()
    assert Client().get(reverse(PAGE)).status_code == 302


# Nauryz 2026 begins on a Saturday: 23 to 25 March are off, and Women's Day of Sunday the 8th moves to Monday the 9th.
@pytest.mark.parametrize(("lang", "words"), [("kk", "Наурыз"), ("ru", "Наурыз"), ("en", "Nauryz")])
def test_the_days_off_stand_in_the_calendar(house: House, enter: SignedIn, lang: str, words: str) -> None:
    given(house)
    answer = Client().get(address(enter("almaty.executor1", lang)))
    off = [each for each in Calendar.from_ical(answer.content).walk("VEVENT") if kind_of(each) == "HOLIDAY"]
    days = {each["DTSTART"].dt: str(each["SUMMARY"]) for each in off}
    assert {dt.date(2026, 3, day) for day in (9, 23, 24, 25)} <= set(days)
    assert any(words.casefold() in name.casefold() for name in days.values())


@pytest.mark.parametrize("kind", ["application", "complaint"])
@pytest.mark.parametrize(("way", "whole"), [("oral", False), ("written", True)])
def test_a_hearing_stands_at_its_hour(house: House, enter: SignedIn, kind: str, way: str, whole: bool) -> None:
    number = given(house, kind=kind)
    asked = {"way": way, "on": "2026-03-11", "hour": "10:30", "place": "кабинет 5", "act_day": "2026-03-12"}
    house.step("almaty.executor1", "offer_hearing", number, **asked, preliminary="Отказать.")
    browser = enter("almaty.executor1")
    found = events(Client().get(address(browser)))
    (name,) = (each for each in found if each.startswith("Hearing"))
    begins = found[name]["DTSTART"].dt
    assert begins == (dt.date(2026, 3, 11) if whole else dt.datetime(2026, 3, 11, 5, 30, tzinfo=dt.UTC))
    assert "кабинет" not in str(found[name])  # a calendar lies on foreign servers
    shown = browser.get(reverse(PAGE)).content.decode()
    assert 'datetime="2026-03-11"' in shown
    assert "10:30" in shown


def test_the_page_shows_the_weeks_and_what_is_late(house: House, enter: SignedIn) -> None:
    number = given(house)
    browser = enter("almaty.executor1")
    shown = browser.get(reverse(PAGE)).content.decode()
    assert 'datetime="2026-04-01"' in shown  # the fifteenth working day
    assert number in shown
    assert "today" in shown
    with clock.standing_at(MORNING.replace(month=5)):
        late = browser.get(reverse(PAGE), {"since": "2026-06-01"}).content.decode()
    assert "Overdue" in late
    assert 'datetime="2026-06-01"' in late
    assert browser.get(reverse(PAGE), {"since": "Ω"}).status_code == 200
