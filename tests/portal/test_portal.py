"""The public pages."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.house import LETTER, House

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "Тіркелді"), ("ru", "Зарегистрировано"), ("en", "Registered")],
)
def test_an_appeal_is_followed_in_each_language(house: House, language: str, words: str) -> None:
    done = house.register()
    browser = Client()
    browser.cookies["django_language"] = language
    assert browser.get(reverse("home")).status_code == 200
    assert browser.get(reverse("follow")).status_code == 200
    shown = browser.post(reverse("follow"), {"code": done.answers[0]["track"]}, follow=True).content.decode()
    assert words in shown
    assert done.number in shown
    assert "Пробная" not in shown  # whoever holds the code learns the state, not the person


def test_a_change_of_language_keeps_the_page(house: House) -> None:
    browser = Client()
    browser.post(reverse("follow"), {"code": house.register().answers[0]["track"]})
    answer = browser.post(reverse("set_language"), {"language": "kk", "next": reverse("follow")}, follow=True)
    assert "Тіркелді" in answer.content.decode()
    browser.post(reverse("follow"), {"leave": "1"})
    assert "Тіркелді" not in browser.get(reverse("follow")).content.decode()


def test_a_wrong_code_is_told_and_the_eleventh_try_waits(house: House) -> None:
    browser = Client()
    for _ in range(10):
        answer = browser.post(reverse("follow"), {"code": "AAAA-BBBB-CCCC-DDDD"})
        assert answer.status_code == 422
    assert "AAAA-BBBB-CCCC-DDDD" in answer.content.decode()
    assert browser.post(reverse("follow"), {"code": house.register().answers[0]["track"]}).status_code == 429
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert elsewhere.post(reverse("follow"), {"code": house.register().answers[0]["track"]}).status_code == 302


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "шешім туралы білген күннен бастап үш айдан кешіктірмей"),
        ("ru", "не позднее трёх месяцев со дня, когда вы узнали о решении"),
        ("en", "within three months of learning of the decision"),
    ],
)
def test_a_complaint_is_told_in_words_and_until_when_it_is_surely_in_time(
    house: House, language: str, words: str
) -> None:
    applicant = {**LETTER["applicant"], "phone": "+7 700 111 22 33", "email": "probe@example.org"}
    done = house.register(applicant=applicant)
    house.step("almaty.registrar", "assign", done.number, executor=house.people["almaty.executor1"].pk)
    house.answer(done.number, signatory="almaty.head", outcome="answer", text="Ответ.")
    browser = Client()
    browser.cookies["django_language"] = language
    shown = browser.post(reverse("follow"), {"code": done.answers[0]["track"]}, follow=True).content.decode()
    assert words in shown
    # Three months from the sending are not the term, which runs from knowing of it: in time "at least until" then.
    surely = {"kk": "кем дегенде мына күнге дейін", "ru": "по меньшей мере по", "en": "at least until"}[language]
    assert re.search(rf"{surely}:.*(5 маусым|5 июня|5 June)", shown)
    for kept in ("Пробная", "960101500101", "улица Примерная", "+7 700 111 22 33", "probe@example.org"):
        assert kept not in shown
