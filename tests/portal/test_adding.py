"""The applicant adds to an appeal that is considered, by its code (29I.63.1)."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor.appeals.additions import LONGEST
from nadzor.appeals.models import Addition
from nadzor.casework.files import LARGEST, MOST_FILES
from nadzor.casework.models import Entry, Notice, Proceeding, StoredFile
from tests.house import House

pytestmark = pytest.mark.django_db
PAGE = "/follow/add/"
PDF = b"%PDF-1.7 "


def a_file(name: str = "снимок.pdf", content: bytes = PDF, kind: str = "application/pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type=kind)


def follows(house: House, *, assigned: bool = True, language: str = "en") -> tuple[Client, str]:
    """Return a browser that follows an appeal, and the number of the appeal."""
    done = house.register()
    if assigned:
        house.step("almaty.head", "assign", done.number, executor=house.people["almaty.executor1"].pk)
    browser = Client()
    browser.cookies["django_language"] = language
    browser.post(reverse("follow"), {"code": done.answers[0]["track"]})
    return browser, done.number


def key_of(browser: Client) -> str:
    found = re.search(r'name="key" value="([0-9a-f]{32})"', browser.get(PAGE).content.decode())
    assert found
    return found[1]


def send(browser: Client, **data: Any) -> Any:
    return browser.post(PAGE, {"key": key_of(browser), "send": "1", **data})


@pytest.mark.norm("29I.63.1")
@pytest.mark.parametrize("assigned", [True, False])
def test_text_and_files_come_to_the_case_and_the_executor_is_told(house: House, assigned: bool) -> None:
    browser, number = follows(house, assigned=assigned)
    assert PAGE in browser.get(reverse("follow")).content.decode()
    answer = send(browser, words="Свет так и не горит.", to_call_for="Журнал заявок", files=[a_file()])
    assert (answer.status_code, answer["Location"]) == (302, reverse("follow"))
    row = Addition.objects.get()
    assert (row.words, row.to_call_for, row.files, row.way) == ("Свет так и не горит.", "Журнал заявок", 1, "portal")
    case = Proceeding.objects.get(number=number)
    assert [file.name for file in case.files.all()] == ["снимок.pdf"]
    entry = Entry.objects.get(proceeding=case, step="applicant_adds")
    assert (entry.actor, entry.cites) == ("portal", ["29I.63.1"])
    told = Notice.objects.filter(proceeding=case, template="materials_added", to="staff")
    assert [each.person_id for each in told] == ([house.people["almaty.executor1"].pk] if assigned else [])
    shown = browser.get(reverse("follow")).content.decode()
    assert "Your materials were added" in shown
    assert "What you added is kept with the appeal" in shown


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "кемінде біреуін"), ("ru", "хотя бы что-то одно"), ("en", "at least one of them")],
)
def test_nothing_is_no_addition(house: House, language: str, words: str) -> None:
    browser, _ = follows(house, language=language)
    answer = send(browser, words=" \u200e ")
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Addition.objects.exists()


@pytest.mark.norm("29I.63.1")
def test_a_wrong_file_stops_nothing_else(house: House) -> None:
    browser, number = follows(house)
    bad = a_file("run.exe", b"MZ", "application/x-msdownload")
    answer = send(browser, words="Довод", files=[a_file(), bad, a_file("пусто.pdf", b"")])
    body = answer.content.decode()
    assert answer.status_code == 422
    for words in ("run.exe", "пусто.pdf", "снимок.pdf", ">\nДовод</textarea>"):
        assert words in body
    assert not Addition.objects.exists()
    assert send(browser, words="Довод").status_code == 302  # the file that was taken goes with it
    assert [file.name for file in Proceeding.objects.get(number=number).files.all()] == ["снимок.pdf"]


def test_the_limits_are_those_of_filing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, _ = follows(house)
    many = send(browser, words="Много", files=[a_file(f"{place}.pdf") for place in range(MOST_FILES + 1)])
    assert many.status_code == 422
    assert StoredFile.objects.count() == MOST_FILES
    monkeypatch.setattr("nadzor.casework.files.LARGEST", len(PDF) - 1)
    assert len(PDF) < LARGEST
    large = send(browser, words="Большой", files=[a_file("большой.pdf")])
    assert "большой.pdf" in large.content.decode()
    assert large.status_code == 422


@pytest.mark.parametrize(("length", "taken"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_long_text_is_kept_and_told(house: House, length: int, taken: bool) -> None:
    browser, _ = follows(house)
    answer = send(browser, words="я" * length)
    assert answer.status_code == (302 if taken else 422)
    assert taken or "я" * length in answer.content.decode()


def test_a_second_click_adds_once(house: House) -> None:
    browser, number = follows(house)
    key = key_of(browser)
    for _ in range(2):
        answer = browser.post(PAGE, {"key": key, "send": "1", "words": "Довод", "files": [a_file()]})
        assert answer.status_code == 302
    assert Addition.objects.count() == 1
    assert Proceeding.objects.get(number=number).files.count() == 1
    other = browser.post(PAGE, {"key": key, "send": "1", "words": "Другой довод"})
    assert other.status_code == 409  # not lost: a key of its own, and the text stays
    body = other.content.decode()
    assert "Другой довод" in body
    found = re.search(r'name="key" value="([0-9a-f]{32})"', body)
    assert found
    assert browser.post(PAGE, {"key": found[1], "send": "1", "words": "Другой довод"}).status_code == 302
    assert Addition.objects.count() == 2


def test_a_file_is_uploaded_before_and_may_be_taken_back(house: House) -> None:
    browser, _ = follows(house)
    shown = browser.post(PAGE, {"key": key_of(browser), "words": "Пишу", "upload": "1", "files": [a_file()]})
    assert ">\nПишу</textarea>" in shown.content.decode()
    file = StoredFile.objects.get()
    assert file.name in browser.get(PAGE).content.decode()
    removed = browser.post(PAGE, {"words": "Пишу", "remove": str(file.public_id)})
    assert ">\nПишу</textarea>" in removed.content.decode()
    assert not StoredFile.objects.exists()
    assert not Addition.objects.exists()


@pytest.mark.norm("29I.63.1")
def test_after_the_answer_the_text_stays_and_the_reason_is_told(house: House) -> None:
    browser, number = follows(house)
    key = key_of(browser)
    house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")
    answer = browser.post(PAGE, {"key": key, "send": "1", "words": "Опоздал"})
    assert answer.status_code == 409
    assert "Опоздал" in answer.content.decode()
    assert PAGE not in browser.get(reverse("follow")).content.decode()
    assert browser.get(PAGE)["Location"] == reverse("follow")
    assert not Addition.objects.exists()


def test_without_the_code_nobody_adds(house: House) -> None:
    house.register()
    stranger = Client()
    assert stranger.get(PAGE)["Location"] == reverse("follow")
    assert stranger.post(PAGE, {"words": "Чужое", "send": "1"})["Location"] == reverse("follow")
    assert not Addition.objects.exists()


# more than five megabytes are read only from who follows an appeal that is still considered
@pytest.mark.parametrize("code", [True, False])
def test_a_large_file_is_read_from_who_follows(house: House, code: bool) -> None:
    browser = follows(house)[0] if code else Client()
    answer = browser.post(PAGE, {"words": "Съёмка", "send": "1", "files": [a_file(content=PDF + b"0" * 6_000_000)]})
    assert answer.status_code == (302 if code else 413)
    assert Addition.objects.count() == int(code)
