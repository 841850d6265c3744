"""What chapter 4 shows: the hearing of the official, in the calendar and in notices; measures in a lower case."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from nadzor.complaints.measures import acts_of
from nadzor.complaints.models import OfficialCalled
from tests.complaints.test_chapter_4 import matter_step, on
from tests.complaints.test_measures import in_district
from tests.complaints.test_official_called import called, ended
from tests.house import House
from tests.workplace.conftest import PASSWORD, SignedIn
from tests.workplace.test_my_calendar import address, events

pytestmark = pytest.mark.django_db


@pytest.mark.norm("29I.77")
def test_the_hearing_stands_in_the_calendar_until_it_has_ended(house: House, enter: SignedIn) -> None:
    _, matter = called(house)
    browser = enter("almaty.executor1")
    where, name = address(browser), f"Hearing of the official: No. {matter}"
    found = events(Client().get(where))[name]
    assert found["DTSTART"].dt == dt.datetime(2026, 3, 11, 5, 30, tzinfo=dt.UTC)
    assert "кабинет" not in str(found)  # a calendar lies on foreign servers
    assert "10:30" in browser.get(reverse("my-calendar")).content.decode()
    assert name not in events(Client().get(address(enter("almaty.assistant"))))
    matter_step(house, "call_off_call", matter, reason="Командировка")
    assert name not in events(Client().get(where))


def test_the_pages_say_when_he_is_called_and_what_came_of_it(house: House, enter: SignedIn) -> None:
    _, matter = called(house)
    shown = enter("almaty.executor1").get(f"/work/case/{matter}/").content.decode()
    for words in (
        "Hearing of the official",
        "11 March 2026",
        "10:30",
        "кабинет 5",
        OfficialCalled.objects.get().notice,
    ):
        assert words in shown
    told = enter("almaly.head").get(reverse("notices")).content.decode()
    assert "An official of your body is called to be heard on a complaint" in told
    assert "11 March 2026, 10:30, кабинет 5" in told
    with on("2026-03-11", 18):
        ended(house, matter, "absent")
        late = enter("almaty.executor1").get(f"/work/case/{matter}/").content.decode()
    assert "called for 11 March 2026, did not come. Не явился" in late


@pytest.mark.norm("29I.80.2")
def test_a_higher_prosecutor_acts_on_the_page_of_a_lower_case(house: House, enter: SignedIn) -> None:
    row = in_district(house, answered=True)
    browser, place = enter("almaty.head"), f"/work/case/{row.number}/"
    assert f"{place}measure_from_above/" in browser.get(place).content.decode()
    (answer,) = [each for each in acts_of(row) if each.paper == "answer"]
    form = browser.get(f"{place}return_from_above/").content.decode()
    assert answer.number in form
    assert "suspend" not in form  # only what falls goes back
    said = {"measure": "cancel", "paper": str(answer.pk), "decision": "Проверить", "reasons": "Нет осмотра"}
    said |= {"password": PASSWORD, "version": str(row.version), "key": "k1"}
    done = browser.post(f"{place}return_from_above/", said)
    assert done.status_code == 302, done.content.decode()
    row.refresh_from_db()
    assert row.state == "under_review"
    shown = enter("almaly.executor").get(place).content.decode()
    for words in ("Measure from above", answer.number, "the case went back", "cancel: "):
        assert words in shown
    told = enter("almaly.head").get(reverse("notices")).content.decode()
    assert "A higher prosecutor took a measure on an act of your office" in told
    assert f"{place}measure_from_above/" not in enter("almaly.head").get(place).content.decode()
