"""The applicant sends by the code what the appeal lacks, and the page says so first (29I.25.1)."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor import clock
from nadzor.appeals.models import CureRequest
from nadzor.casework.models import Entry, Notice, Proceeding
from nadzor.casework.refusals import ForbiddenByLaw
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
PAGE = "/follow/mend/"


def asked(house: House, language: str = "en") -> tuple[Client, str]:
    """Return a browser that follows an appeal which lacks something, and its number."""
    done = house.register(also_missing=["demands", "postal_address"])
    wanted = {"missing": ["demands", "postal_address"], "words": "Назовите улицу.", "due": "2026-03-12"}
    house.step("almaty.registrar", "ask_to_cure", done.number, **wanted)
    browser = Client()
    browser.cookies["django_language"] = language
    browser.post(reverse("follow"), {"code": done.answers[0]["track"]})
    return browser, done.number


def send(browser: Client, **data: Any) -> Any:
    found = re.search(r'name="key" value="([0-9a-f]{32})"', browser.get(PAGE).content.decode())
    assert found
    return browser.post(PAGE, {"key": found[1], "send": "1", **data})


@pytest.mark.norm("29I.25.1")
@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "Сізді күтіп отырмыз."), ("ru", "Мы ждём вас."), ("en", "We are waiting for you.")],
)
def test_the_page_says_first_what_is_waited_for_and_until_when(house: House, language: str, words: str) -> None:
    browser, _ = asked(house, language)
    shown = browser.get(reverse("follow")).content.decode()
    assert words in shown
    assert "Назовите улицу." in shown
    assert "2026-03-12" in shown
    assert shown.index(PAGE) < shown.index("/follow/add/")


@pytest.mark.norm("29I.25.1")
def test_what_is_sent_waits_to_be_looked_at(house: House) -> None:
    browser, number = asked(house)
    file = SimpleUploadedFile("адрес.pdf", b"%PDF-1.7 ", content_type="application/pdf")
    answer = send(browser, words="Улица Примерная, 7", files=[file])
    assert (answer.status_code, answer["Location"]) == (302, reverse("follow"))
    row = CureRequest.objects.select_related("proceeding").get()
    assert (row.came, row.proceeding.state) == ("Улица Примерная, 7", "sent")
    assert Proceeding.objects.get(number=number).files.filter(name="адрес.pdf").exists()
    told = Notice.objects.filter(template="cure_came", to="staff")
    assert [each.person_id for each in told] == [house.people["almaty.registrar"].pk]
    shown = browser.get(reverse("follow")).content.decode()
    assert PAGE not in shown
    assert "What you sent was received and is being looked at" in shown
    assert browser.get(PAGE)["Location"] == reverse("follow")


def test_it_is_sent_once(house: House) -> None:
    browser, _ = asked(house)
    found = re.search(r'name="key" value="([0-9a-f]{32})"', browser.get(PAGE).content.decode())
    assert found
    for _ in range(2):
        assert browser.post(PAGE, {"key": found[1], "send": "1", "words": "Улица"}).status_code == 302
    assert Entry.objects.filter(step="applicant_mends").count() == 1
    late = browser.post(PAGE, {"key": "0" * 32, "send": "1", "words": "Ещё одна улица"})
    assert late.status_code == 409  # what was typed stays, with the reason
    assert "Ещё одна улица" in late.content.decode()


@pytest.mark.norm("29I.25.2")
def test_nothing_is_returned_while_what_came_is_not_looked_at(house: House) -> None:
    browser, number = asked(house)
    send(browser, words="Улица Примерная, 7")
    with clock.standing_at(MORNING.replace(day=17)), pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.head", "return_uncured", number, reason="Нет адреса")
    assert refused.value.cites == ("29I.25.2",)


def test_an_unknown_thing_is_not_there(house: House) -> None:
    browser, _ = asked(house)
    assert browser.get("/follow/nothing/").status_code == 404
    assert Client().get(PAGE)["Location"] == reverse("follow")


def test_a_file_uploaded_for_one_thing_does_not_go_with_another(house: House) -> None:
    browser, number = asked(house)
    file = SimpleUploadedFile("довод.pdf", b"%PDF-1.7 ", content_type="application/pdf")
    browser.post("/follow/add/", {"upload": "1", "files": [file]})
    assert "довод.pdf" in browser.get("/follow/add/").content.decode()
    assert "довод.pdf" not in browser.get(PAGE).content.decode()
    assert send(browser).status_code == 422
    assert send(browser, words="Улица Примерная, 7").status_code == 302
    assert not Proceeding.objects.get(number=number).files.filter(name="довод.pdf").exists()
