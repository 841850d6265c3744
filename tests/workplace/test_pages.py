"""The pages of the workplace, as a browser without script uses them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor.accounts.models import Account
from nadzor.appeals.models import Appeal
from nadzor.casework.files import path_of
from nadzor.casework.models import Look, Proceeding
from nadzor.papers.models import IssuedPaper
from tests.house import LETTER, House
from tests.workplace.conftest import PASSWORD, SignedIn

pytestmark = pytest.mark.django_db

INTAKE = {
    "received_at": "05.03.2026 09:14",
    "channel": "paper",
    "language": "ru",
    "kind": "message",
    "addressed_to": "750000-oblast",
    "type": "person",
    "iin": "960101500101",
    "surname": "Пробная",
    "given_name": "Заявительница",
    "postal_address": "улица Примерная, 1",
    "text": "Во дворе не горит свет.",
}


def hidden(body: str, name: str) -> str:
    found = re.search(rf'type="hidden" name="{name}" value="([^"]*)"', body)
    assert found, name
    return found[1]


def make(client: Client, number: str, step: str, **data: object) -> str:
    """Open the page of a step, send it with what it holds, return where it leads."""
    page = reverse("step", args=[number, step])
    body = client.get(page).content.decode()
    answer = client.post(page, {"version": hidden(body, "version"), "key": hidden(body, "key"), **data})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def registered(client: Client, **changes: object) -> str:
    body = client.get(reverse("intake")).content.decode()
    answer = client.post(reverse("intake"), {**INTAKE, "key": hidden(body, "key"), **changes})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_the_whole_line_through_pages(house: House, enter: SignedIn) -> None:
    registrar, executor = enter("almaty.registrar"), enter("almaty.executor1")
    receipt = registrar.get(registered(registrar)).content.decode()
    row = Proceeding.objects.get()
    assert row.number in receipt
    assert row.track is not None
    assert row.track in receipt
    case = reverse("proceeding", args=[row.number])
    assert make(registrar, row.number, "assign", executor=house.people["almaty.executor1"].pk) == case
    assert row.number in executor.get(reverse("inbox")).content.decode()
    make(
        executor,
        row.number,
        "ask_for_materials",
        addressee="Акимат",
        asked="Договор",
        due="06.03.2026",
        password=PASSWORD,
    )
    child = Proceeding.objects.get(parent=row)
    make(executor, child.number, "receive", received="Договор получен")
    house.to_sign(house.draft(row.number, text="Свет будет."))
    house.sign(row.number)
    make(registrar, row.number, "dispatch", way="post")
    assert "The answer was sent." in registrar.get(case).content.decode()
    make(executor, row.number, "close")
    row.refresh_from_db()
    assert (row.state, row.open) == ("closed", False)
    public = Client()
    public.cookies["django_language"] = "en"
    told = public.post(reverse("follow"), {"code": row.track.lower().replace("-", " ")}, follow=True).content.decode()
    for words in (row.number, "Completed, on file", "Свет будет.", "The answer was sent"):
        assert words in told


def test_a_refused_step_keeps_what_was_typed(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step("almaty.registrar", "assign", number, executor=house.people["almaty.executor1"].pk)
    executor, page = enter("almaty.executor1"), reverse("step", args=[number, "draft_answer"])
    answer = executor.post(page, {"outcome": "", "text": "Typed at length", "version": "2", "key": "k"})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "Typed at length</textarea>" in body
    assert 'href="#id_outcome"' in body
    forward = reverse("step", args=[number, "forward"])
    assert 'href="#id_confirmed"' in enter("almaty.head").post(forward, {"body": "Акимат"}).content.decode()
    assert Proceeding.objects.get().state == "under_review"


def test_a_stale_page_is_told_what_changed(house: House, enter: SignedIn) -> None:
    number = house.register().number
    registrar, page = enter("almaty.registrar"), reverse("step", args=[number, "note"])
    house.step("almaty.registrar", "note", number, text="first")
    answer = registrar.post(page, {"text": "mine", "version": "1", "key": "k"})
    body = answer.content.decode()
    assert answer.status_code == 409
    assert "The case changed while you worked: Add a note" in body
    assert "mine</textarea>" in body
    assert hidden(body, "version") == "2"


def test_a_second_click_gets_the_first_receipt(enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    first = registered(registrar, key="same")
    assert registered(registrar, key="same") == first
    assert Proceeding.objects.count() == 1


def test_a_second_click_with_a_file_gets_the_first_receipt(enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    found = {
        registered(registrar, key="same", files=SimpleUploadedFile("a.txt", b"text", "text/plain")) for _ in range(2)
    }
    assert len(found) == 1
    assert [file.name for file in Proceeding.objects.get().files.all()] == ["a.txt"]


def test_a_refused_intake_keeps_data_and_files(enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    sent = {**INTAKE, "surname": "", "key": "k", "received_at": "yesterday"}
    answer = registrar.post(reverse("intake"), {**sent, "files": SimpleUploadedFile("a.txt", b"text", "text/plain")})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_received_at"' in body
    assert "Во дворе не горит свет.</textarea>" in body
    kept = re.search(r'name="kept" id="kept_\d+" value="([^"]+)"', body)
    assert kept
    registered(registrar, kept=kept[1])
    assert Proceeding.objects.get().files.get().name == "a.txt"


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "organisation", "surname": "ТОО Проба", "given_name": ""},
        {"type": "anonymous", "surname": "", "given_name": "", "iin": ""},
    ],
)
def test_other_applicants_are_taken(enter: SignedIn, changes: dict[str, str]) -> None:
    registered(enter("almaty.registrar"), **changes)
    assert Proceeding.objects.get().applicant in {"ТОО Проба", "анонимное"}


def test_a_foreign_case_does_not_exist(house: House, enter: SignedIn) -> None:
    number = house.register().number
    stranger = enter("almaty.executor2")
    for page in ("proceeding", "receipt"):
        assert stranger.get(reverse(page, args=[number])).status_code == 404
    assert stranger.post(reverse("step", args=[number, "note"]), {"text": "x"}).status_code == 404
    assert number not in stranger.get(reverse("search"), {"q": "Пробная"}).content.decode()
    assert not Look.objects.exists()


def test_only_whom_the_paper_was_given_sees_the_code(house: House, enter: SignedIn) -> None:
    number = house.register().number
    assert enter("almaty.head").get(reverse("receipt", args=[number])).status_code == 404


def test_the_whole_iin_needs_a_reason(house: House, enter: SignedIn) -> None:
    number = house.register().number
    head = enter("almaty.head")
    body = head.get(reverse("proceeding", args=[number])).content.decode()
    assert "960101500101" not in body
    party = Proceeding.objects.get().parties.get()
    opening = reverse("open-party", args=[number, party.pk])
    assert head.post(opening, {"reason": " "}).status_code == 422
    assert "960101500101" in head.post(opening, {"reason": "call"}).content.decode()
    assert list(Look.objects.order_by("pk").values_list("way", "reason")) == [("page", ""), ("opened", "call")]


def test_many_are_passed_on_and_each_is_answered(house: House, enter: SignedIn) -> None:
    numbers = [house.register().number, house.register(complained_of=[{"name": "Прокуроров"}]).number]
    registrar, executor = enter("almaty.registrar"), house.people["almaty.executor1"]
    sent = registrar.post(reverse("assign-chosen"), {"number": [*numbers, "2026-75-999999"], "executor": executor.pk})
    assert sent.status_code == 200
    assert set(Proceeding.objects.values_list("executor", flat=True)) == {executor.pk}


def test_of_many_one_is_refused_with_its_ground_and_the_others_are_done(house: House, enter: SignedIn) -> None:
    first, second, third = (house.register(text=text).number for text in ("Первое", "Второе", "Третье"))
    house.step("almaty.registrar", "assign", second, executor=house.people["almaty.executor1"].pk)
    house.answer(second, signatory="almaty.head", outcome="answer", text="Ответ.")
    registrar, executor = enter("almaty.registrar"), house.people["almaty.executor2"]
    sent = registrar.post(reverse("assign-chosen"), {"number": [first, second, third], "executor": executor.pk})
    body = sent.content.decode()
    assert "Done: 2. Refused: 1." in body
    row = body[body.index(f">{second}</a>") : body.index(f">{third}</a>")]
    assert "refused" in row
    assert "The case is now: Answered" in row
    assert {number: "done" in body.split(f">{number}</a>")[1][:400] for number in (first, third)} == {
        first: True,
        third: True,
    }
    assert set(Proceeding.objects.filter(executor=executor).values_list("number", flat=True)) == {first, third}


MORE = {
    "rep_surname": "Представителева",
    "rep_given_name": "Роза",
    "rep_iin": "960101400109",
    "rep_postal_address": "улица Вторая, 2",
    "sender": "deputy",
    "report_due": "true",
    "complained_of": "Примеров П. П.",
    "complained_post": "инспектор",
    "complained_body": "Управление-образец",
}


def test_representative_sender_and_whom_it_complains_of_are_kept(enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    receipt = registered(registrar, **MORE)
    row = Proceeding.objects.get()
    party = row.parties.get(role="representative")
    assert (party.surname, party.given_name, party.iin) == ("Представителева", "Роза", "960101400109")
    facts = Appeal.objects.get(proceeding=row)
    assert (facts.sender, facts.report_due) == ("deputy", True)
    assert facts.complained_of == [{"name": "Примеров П. П.", "post": "инспектор", "body": "Управление-образец"}]
    body = registrar.get(receipt.removesuffix("receipt/")).content.decode()
    for words in ("Представителева Роза", "A deputy of Parliament", "Примеров П. П., инспектор, Управление-образец"):
        assert words in body


def test_a_refused_intake_keeps_what_was_said_of_others(enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    answer = registrar.post(reverse("intake"), {**INTAKE, **MORE, "rep_surname": "", "rep_given_name": "", "key": "k"})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_rep_surname"' in body
    for words in ("960101400109", "улица Вторая, 2", "инспектор", "Управление-образец"):
        assert f'value="{words}"' in body
    assert '<option value="deputy" selected>' in body
    assert re.search(r'name="report_due"[^>]* checked', body)


def test_a_program_is_no_file_of_an_appeal(enter: SignedIn) -> None:
    program = SimpleUploadedFile("a.pdf", b"MZ\x90", "application/pdf")
    answer = enter("almaty.registrar").post(reverse("intake"), {**INTAKE, "key": "k", "files": program})
    assert answer.status_code == 422
    assert "Files of this kind are not taken" in answer.content.decode()


def test_lists_hold_no_address_and_no_number_of_a_person(house: House, enter: SignedIn) -> None:
    applicant = {**LETTER["applicant"], "phone": "+7 700 111 22 33", "email": "probe@example.org"}
    number = house.register(applicant=applicant).number
    head = enter("almaty.head")
    told = ("960101500101", "улица Примерная, 1", "+7 700 111 22 33", "probe@example.org")
    for page in (reverse("inbox"), f"{reverse('search')}?q=Пробная", reverse("control")):
        body = head.get(page).content.decode()
        assert not [words for words in told if words in body]
    body = head.get(reverse("proceeding", args=[number])).content.decode()
    assert [words for words in told if words in body] == list(told[1:])
    assert "••••0101" in body


def test_the_board_counts_what_its_links_list(house: House, enter: SignedIn) -> None:
    number = house.register().number  # to be passed on today, 5 March
    head = enter("almaty.head")
    body = head.get(reverse("control")).content.decode()
    link = re.search(r'href="([^"]*due=today[^"]*)">1</a>', body)
    assert link, body
    assert number in head.get(link[1].replace("&amp;", "&")).content.decode()
    other = head.get(link[1].replace("&amp;", "&").replace("today", "late")).content.decode()
    assert number not in other


def test_nobody_enters_without_an_account(house: House) -> None:
    for page in ("inbox", "control", "intake", "search"):
        answer = Client().get(reverse(page))
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("sign-in"))


def test_sign_in_speaks_the_language_of_the_account(house: House) -> None:
    Account.objects.make("almaty.head", house.people["almaty.head"], PASSWORD, language="kk")
    browser = Client()
    wrong = browser.post(reverse("sign-in"), {"username": "almaty.head", "password": "no"})
    assert wrong.status_code == 422
    entered = browser.post(reverse("sign-in"), {"username": "Almaty.Head", "password": PASSWORD}, follow=True)
    assert 'lang="kk"' in entered.content.decode()[:200]
    assert browser.post(reverse("sign-out"))["Location"] == reverse("home")
    for _ in range(10):
        assert browser.post(reverse("sign-in"), {"username": "x", "password": "no"}).status_code == 422
    assert browser.post(reverse("sign-in"), {"username": "x", "password": "no"}).status_code == 429
    assert browser.post(reverse("sign-in"), {"username": "almaty.head", "password": PASSWORD}).status_code == 302


def test_a_first_password_is_changed_before_anything(house: House) -> None:
    Account.objects.make("almaty.head", house.people["almaty.head"], PASSWORD, must_change_password=True)
    browser = Client()
    browser.post(reverse("sign-in"), {"username": "almaty.head", "password": PASSWORD})
    assert browser.get(reverse("inbox"))["Location"] == reverse("password")
    new = {"new_password1": "another made-up phrase", "new_password2": "another made-up phrase"}
    assert browser.post(reverse("password"), new)["Location"] == reverse("inbox")
    assert browser.get(reverse("inbox")).status_code == 200


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_page_in_every_language(house: House, enter: SignedIn, language: str) -> None:
    number = house.register().number
    registrar = enter("almaty.registrar", language)
    pages = [reverse(name) for name in ("inbox", "search", "control", "intake")]
    pages += [reverse(name, args=[number]) for name in ("proceeding", "receipt")]
    pages += [reverse("step", args=[number, step]) for step in ("assign", "note", "correct")]
    for page in pages:
        answer = registrar.get(page)
        assert answer.status_code == 200, page
        assert f'<html lang="{language}">' in answer.content.decode()
    closed = registrar.get(reverse("step", args=[number, "answer"]))
    assert closed.status_code == 409
    assert enter("almaty.executor1", language).get(reverse("intake")).status_code == 403


def test_the_papers_of_a_case_stand_on_its_page_and_are_given_once_seen(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step("almaty.registrar", "ask_to_cure", number, missing=["signature"], due="2026-03-12")
    row = IssuedPaper.objects.get(paper="request_to_cure")
    browser = enter("almaty.head")
    told = browser.get(reverse("proceeding", args=[number])).content.decode()
    assert (told.count("Papers issued"), told.count("Request to mend</a>")) == (1, 1)
    assert f"{number}-2.pdf" not in told, "it stands among the papers, not once more among the files"
    got = browser.get(reverse("paper", args=[number, row.serial]))
    assert got.content == path_of(row.sha256).read_bytes()
    assert Look.objects.filter(proceeding__number=number, way="file", what=f"{number}-2.pdf").exists()
    notice = browser.get(reverse("paper", args=[number, 1]))
    assert (notice.status_code, notice.content[:5]) == (200, b"%PDF-")
    assert browser.get(reverse("paper", args=[number, 9])).status_code == 404
    path_of(row.sha256).unlink()
    assert browser.get(reverse("paper", args=[number, row.serial])).status_code == 404
