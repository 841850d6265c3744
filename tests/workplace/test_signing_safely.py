"""Signing and what lies about: the password goes nowhere, others' drafts and letters are not there, nothing is kept."""

import html
import logging
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor.accounts.models import Account, Attempt
from nadzor.appeals.models import AnswerGiven
from nadzor.casework.models import Entry, Key, Look, Proceeding
from nadzor.papers.models import IssuedPaper
from nadzor.web.logs import WithoutCodes
from tests.house import VOUCHED, House
from tests.workplace.conftest import PASSWORD, SignedIn

pytestmark = pytest.mark.django_db
SECRET = "the word of the signatory"  # noqa: S105  # of a made-up account


@pytest.fixture
def number(house: House) -> str:
    found = house.register().number
    house.step("almaty.head", "assign", found, executor=house.people["almaty.executor1"].pk)
    house.to_sign(house.draft(found))
    return found


def hidden(body: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', body)
    assert found, name
    return html.unescape(found[1])


@pytest.fixture
def account(house: House) -> Account:
    return Account.objects.make("almaty.head", house.people["almaty.head"], SECRET, language="en")


@pytest.mark.parametrize("place", ["sign", "to-sign"])
def test_a_session_that_ended_never_carries_the_password_on(account: Account, number: str, place: str) -> None:
    """Read the letter, go for tea, sign: the form comes back after the signing in, without the password."""
    address = reverse("sign", args=[number]) if place == "sign" else reverse("to-sign")
    browser = Client()
    browser.force_login(account)
    body = browser.get(address).content.decode()
    if place == "sign":
        form = {name: hidden(body, name) for name in ("version", "key", "seen")}
    else:
        form = {"key": hidden(body, "key"), "sign": hidden(body, "sign")}
    browser.session.flush()
    ended = Client()
    ended.cookies["django_language"] = "en"
    first = ended.post(address, {**form, "password": SECRET})
    assert first.status_code == 403
    assert SECRET not in first.content.decode()
    kept = {name: hidden(first.content.decode(), name) for name in ("next", "sent")}
    entered = ended.post(reverse("sign-in"), {"username": "almaty.head", "password": SECRET, **kept})
    text = entered.content.decode()
    assert "What you entered is not sent yet" in text
    assert SECRET not in text
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', text.partition("<main")[2]))
    again = ended.post(address, {name: html.unescape(value) for name, value in fields.items()})
    assert (again.status_code, "Enter your password." in again.content.decode()) == (422, True)
    assert not AnswerGiven.objects.exists()
    assert SECRET not in str([*ended.session.values(), *Key.objects.values_list("answer", flat=True)])


def test_a_password_that_was_typed_is_in_no_answer_and_no_log(
    account: Account, number: str, caplog: pytest.LogCaptureFixture
) -> None:
    browser = Client()
    browser.force_login(account)
    address = reverse("sign", args=[number])
    body = browser.get(address).content.decode()
    form = {name: hidden(body, name) for name in ("version", "key", "seen")}
    with caplog.at_level(logging.DEBUG):
        stale = browser.post(address, {**form, "seen": "0" * 64, "password": SECRET})
        signed = browser.post(address, {**form, "vouched": VOUCHED, "password": SECRET})
    assert (stale.status_code, signed.status_code) == (409, 302)
    assert SECRET not in stale.content.decode()
    assert SECRET not in caplog.text
    assert SECRET not in str(list(Entry.objects.values_list("data", flat=True)))
    for answer in (stale, browser.get(address)):
        assert "no-store" in answer["Cache-Control"]


def test_ten_wrong_passwords_close_the_signing(account: Account, number: str) -> None:
    browser = Client()
    browser.cookies["django_language"] = "en"
    browser.force_login(account)
    address = reverse("sign", args=[number])
    body = browser.get(address).content.decode()
    form = {name: hidden(body, name) for name in ("version", "key", "seen")}
    for _ in range(10):
        assert browser.post(address, {**form, "password": "wrong"}).status_code == 422
    assert Attempt.objects.count() == 10
    closed = browser.post(address, {**form, "password": SECRET})
    assert (closed.status_code, "Too many wrong tries" in closed.content.decode()) == (422, True)
    assert not AnswerGiven.objects.exists()


def test_signing_asks_for_the_token_of_the_page(account: Account, number: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(account)
    for address in (reverse("sign", args=[number]), reverse("to-sign"), reverse("notices"), reverse("dispatch-book")):
        answer = browser.post(address, {"password": SECRET, "seen": "0" * 64})
        assert answer.status_code == 403, address
        assert SECRET not in answer.content.decode()


FOREIGN = ["almaly.head", "almaty.executor2", "almaty.security"]


@pytest.mark.parametrize("login", FOREIGN)
def test_drafts_and_letters_of_others_are_not_there(house: House, enter: SignedIn, number: str, login: str) -> None:
    """The same answer as for a number that nobody has, and no look is entered."""
    draft = Proceeding.objects.get(procedure="answer_draft").number
    browser = enter(login)
    for address in (
        reverse("draft-pdf", args=[draft]),
        reverse("sign", args=[number]),
        reverse("proceeding", args=[draft]),
        reverse("step", args=[draft, "rewrite"]),
        reverse("case-pdf", args=[number]),
    ):
        assert browser.get(address).status_code == 404, address
    said = []
    for tried in (number, "2026-75-999999"):
        posted = browser.post(reverse("to-sign"), {"sign": f"{tried}={'0' * 64}", "password": PASSWORD, "key": tried})
        said.append(posted.content.decode().partition("<main")[2].replace(tried, "–"))
    assert said[0] == said[1]
    assert "There is no case with this number, or it is not visible to you." in said[0]
    house.sign(number)
    file = AnswerGiven.objects.get().file
    assert file is not None
    assert browser.get(reverse("file", args=[number, file.public_id])).status_code == 404
    assert not Look.objects.filter(person=house.people[login]).exists()


def test_the_draft_as_a_pdf_is_kept_nowhere_and_loads_nothing(enter: SignedIn, number: str) -> None:
    draft = Proceeding.objects.get(procedure="answer_draft").number
    answer = enter("almaty.head").get(reverse("draft-pdf", args=[draft]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


def test_the_page_of_confirmation_tells_nothing_else(house: House, number: str) -> None:
    """Number, day, signatory and digest; neither the applicant nor a word of the letter. Wrong codes are counted."""
    house.sign(number)
    given = IssuedPaper.objects.get(paper="answer")
    browser = Client()
    text = browser.get(reverse("confirm", args=[given.code])).content.decode()
    assert number in text
    assert given.sha256 in text
    for words in ("Пробная", "Заявительница", given.answer.text, "960101500101", "light", "Примерная"):
        assert words not in text.partition("<main")[2]
    other = browser.post(reverse("confirm", args=[given.code]), {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7")})
    assert other.status_code == 200
    for _ in range(10):
        assert browser.get(reverse("confirm", args=["AAAA-BBBB-CCCC-DDDD"])).status_code == 404
    assert browser.get(reverse("confirm", args=[given.code])).status_code == 429


def test_codes_do_not_stand_in_the_log() -> None:
    for address, kept in (
        ("/confirm/AAAA-BBBB-CCCC-DDDD/", "/confirm/…/"),
        ("/follow/?code=AAAA-BBBB-CCCC-DDDD", "/follow/?code=…"),
        ("/api/v1/track/AAAA-BBBB-CCCC-DDDD", "/api/v1/track/…"),
    ):
        record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: %s", (address,), None)
        assert WithoutCodes().filter(record)
        assert record.getMessage() == f"Not Found: {kept}"
