"""Bad input as a person makes it, on the intake, on drafts of answers and on forms of steps: told, nothing lost."""

import html
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor.accounts.models import Account
from nadzor.appeals.complaint import contest_told
from nadzor.appeals.models import Appeal, PaperDraft
from nadzor.casework.files import LARGEST
from nadzor.casework.models import Party, Proceeding
from nadzor.organs.models import Body
from tests.house import House
from tests.workplace.conftest import PASSWORD, SignedIn
from tests.workplace.test_pages import INTAKE, hidden
from tests.workplace.test_signing_pages import TYPED

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 made up"
TEXT = "Во дворе не горит свет."


@pytest.fixture
def number(house: House) -> str:
    found = house.register().number
    house.step("almaty.registrar", "assign", found, executor=house.people["almaty.executor1"].pk)
    return found


# The intake.


@pytest.mark.parametrize(
    ("changes", "flags", "kept"),
    [
        ({"iin": "960101500102"}, ["iin_check_failed"], {"iin": "960101500102"}),  # wrong: kept and flagged
        ({"iin": "960101 500-101"}, [], {"iin": "960101500101"}),
        ({"iin": ""}, [], {"iin": ""}),
        ({"surname": "Проб\x00на\u200bя\u202e"}, [], {"surname": "Пробная"}),
        ({"given_name": "\u200fЗаявительница\u200e"}, [], {"given_name": "Заявительница"}),
    ],
)
def test_a_paper_is_registered_all_the_same(
    enter: SignedIn, changes: dict[str, str], flags: list[str], kept: dict[str, str]
) -> None:
    answer = enter("almaty.registrar").post(reverse("intake"), {**INTAKE, **changes, "key": "k"})
    assert answer.status_code == 302, answer.content.decode()
    assert Appeal.objects.get().flags == flags
    assert Party.objects.filter(role="applicant", **kept).count() == 1


def test_a_text_pasted_with_all_it_carries_is_cleaned(enter: SignedIn) -> None:
    pasted = "Во дворе\x0b\x07 не\u200b горит\u202e свет.\r\nЖелі\u200fс жоқ."
    assert enter("almaty.registrar").post(reverse("intake"), {**INTAKE, "text": pasted, "key": "k"}).status_code == 302
    text = Appeal.objects.get().text
    assert text.replace("\r\n", "\n") == "Во дворе не горит свет.\nЖеліс жоқ."


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"received_at": "06.03.2026 09:14"}, "received_at"),  # tomorrow
        ({"received_at": "31.02.2026 09:14"}, "received_at"),
        ({"received_at": "yesterday"}, "received_at"),
        ({"text": ""}, "text"),
        ({"text": " \u200b\n "}, "text"),
        ({"text": "ү" * 200_001}, "text"),
        ({"surname": "x" * 101}, "surname"),
    ],
)
@pytest.mark.parametrize("language", ["kk", "en"])
def test_a_paper_that_cannot_be_registered_is_told_at_its_field(
    enter: SignedIn, changes: dict[str, str], field: str, language: str
) -> None:
    answer = enter("almaty.registrar", language).post(reverse("intake"), {**INTAKE, **changes, "key": "k"})
    body = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in body
    assert f'id="id_{field}_error"' in body
    for kept in (INTAKE["postal_address"], INTAKE["given_name"], changes[field].strip(" \u200b\n")):
        assert kept in body
    assert not Proceeding.objects.exists()


def test_200_000_letters_are_registered(enter: SignedIn) -> None:
    sent = {**INTAKE, "text": "ү" * 200_000, "key": "k"}
    assert enter("almaty.registrar").post(reverse("intake"), sent).status_code == 302
    assert len(Appeal.objects.get().text) == 200_000


FILES: tuple[tuple[str, bytes, str], ...] = (
    ("film.mp4", b"0" * (LARGEST + 1_048_576), "video/mp4"),  # 26 MB
    ("run.exe", b"MZ", "application/x-msdownload"),
    ("really.pdf", b"MZ program", "application/pdf"),
    ("empty.pdf", b"", "application/pdf"),
)


@pytest.mark.parametrize("file", FILES, ids=[name for name, *_ in FILES])
def test_a_scan_that_is_not_taken_costs_nothing(enter: SignedIn, file: tuple[str, bytes, str]) -> None:
    good = SimpleUploadedFile("good.pdf", PDF, "application/pdf")
    sent = {**INTAKE, "key": "k", "files": [good, SimpleUploadedFile(file[0], file[1], file[2])]}
    answer = enter("almaty.registrar").post(reverse("intake"), sent)
    body = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    for told in (file[0], "good.pdf", 'href="#id_files"', INTAKE["text"], INTAKE["surname"]):
        assert told in body


# Forms of steps and the draft of an answer.

EXPLAINED = {"giver": "Примеров П. П.", "post": "инспектор", "taken_on": "05.03.2026", "words": "Было так."}


@pytest.mark.parametrize(
    ("step", "sent", "field"),
    [
        ("note", {"text": " \u200b "}, "text"),
        ("take_explanation", {**EXPLAINED, "taken_on": "06.03.2026"}, "taken_on"),  # tomorrow
        ("take_explanation", {**EXPLAINED, "taken_on": "31.02.2026"}, "taken_on"),
        ("draft_answer", {**TYPED, "text": "ү" * 60_001}, "text"),
        ("draft_answer", {**TYPED, "outcome": ""}, "outcome"),
        ("draft_answer", {**TYPED, "language": ""}, "language"),
        ("draft_answer", {**TYPED, "arguments.argument": ["x" * 2001, ""]}, "arguments"),
        ("draft_answer", {**TYPED, "arguments.argument": ["", ""]}, "arguments"),
        ("draft_answer", {**TYPED, "norms": "x" * 5001}, "norms"),
    ],
)
def test_a_step_tells_at_the_field_and_keeps_the_rest(  # noqa: PLR0917
    house: House, enter: SignedIn, number: str, step: str, sent: dict[str, Any], field: str
) -> None:
    page = reverse("step", args=[number, step])
    browser = enter("almaty.executor1")
    posted = {"version": hidden(browser.get(page).content.decode(), "version"), "key": "k", **sent}
    answer = browser.post(page, posted)
    body = html.unescape(answer.content.decode()).replace("\r\n", "\n")
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in body
    assert f'id="id_{field}"' in body
    assert f'id="id_{field}_error"' in body
    for said in sent.values():
        for text in said if isinstance(said, list) else [said]:
            assert text.strip(" \u200b") in body
    assert hidden(body, "key") == "k"
    assert not PaperDraft.objects.exists()


def test_a_second_click_drafts_one_answer(enter: SignedIn, number: str) -> None:
    page, browser = reverse("step", args=[number, "draft_answer"]), enter("almaty.executor1")
    posted = {"version": hidden(browser.get(page).content.decode(), "version"), "key": "k", **TYPED}
    assert [browser.post(page, posted).status_code for _ in range(2)] == [302, 302]
    assert PaperDraft.objects.count() == 1
    draft = PaperDraft.objects.select_related("proceeding").get().proceeding.number
    told = browser.get(reverse("proceeding", args=[draft])).content.decode()
    assert "The answer was drafted." in told  # the table of the draft has no step of this name


@pytest.mark.parametrize("own", ["", " Позвоните нам."])
def test_the_way_of_complaint_follows_the_language_unless_it_was_changed(
    enter: SignedIn, house: House, number: str, own: str
) -> None:
    page, browser = reverse("step", args=[number, "draft_answer"]), enter("almaty.executor1")
    told = contest_told(Body.objects.get(code="750000-oblast").name)
    posted = {"version": hidden(browser.get(page).content.decode(), "version"), "key": "k", **TYPED}
    typed = {"language": "kk", "contest": told.ru + own}
    assert browser.post(page, {**posted, **typed}).status_code == 302
    assert PaperDraft.objects.get().contents["contest"] == (told.ru + own if own else told.kk)


def test_a_draft_pasted_with_marks_is_cleaned(enter: SignedIn, number: str) -> None:
    page, browser = reverse("step", args=[number, "draft_answer"]), enter("almaty.executor1")
    posted = {"version": hidden(browser.get(page).content.decode(), "version"), "key": "k", **TYPED}
    marked = {"text": "Доводы\x07 подтвер\u200bдились\u202e.", "arguments.argument": ["Света\x00 нет", ""]}
    assert browser.post(page, {**posted, **marked}).status_code == 302
    said = PaperDraft.objects.get().contents
    assert (said["text"], said["arguments"][0]["argument"]) == ("Доводы подтвердились.", "Света нет")


def test_a_stale_page_of_a_draft_keeps_the_words(house: House, enter: SignedIn, number: str) -> None:
    page, browser = reverse("step", args=[number, "draft_answer"]), enter("almaty.executor1")
    version = hidden(browser.get(page).content.decode(), "version")
    house.step("almaty.head", "note", number, text="Между тем")
    answer = browser.post(page, {"version": version, "key": "k", **TYPED})
    body = answer.content.decode()
    assert answer.status_code == 409
    for words in ("Света нет", "Осмотр 10 марта", "Доводы подтвердились.", TYPED["norms"]):
        assert str(words) in body


def test_a_session_that_ended_keeps_the_rows_of_a_draft(house: House, number: str) -> None:
    Account.objects.make("almaty.executor1", house.people["almaty.executor1"], PASSWORD, language="en")
    browser, page = Client(), reverse("step", args=[number, "draft_answer"])
    browser.cookies["django_language"] = "en"
    first = browser.post(page, {"version": "2", "key": "k", **TYPED}).content.decode()
    kept = {name: html.unescape(hidden(first, name)) for name in ("next", "sent")}
    body = browser.post(
        reverse("sign-in"), {"username": "almaty.executor1", "password": PASSWORD, **kept}
    ).content.decode()
    for words in ("Света нет", "Осмотр 10 марта", "Доводы подтвердились.", "<dt>What the applicant says</dt>"):
        assert words in body
    assert body.count('name="arguments.argument"') == 2
