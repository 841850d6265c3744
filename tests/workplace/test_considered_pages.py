"""Steps of the consideration through their pages: files, units in order, what the page of a case shows."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor.appeals.models import Addition, Explanation
from nadzor.casework.models import Proceeding, StoredFile
from nadzor.organs.models import Duty, Unit
from tests.house import VOUCHED, House
from tests.workplace.conftest import PASSWORD, SignedIn
from tests.workplace.test_pages import hidden, make

pytestmark = pytest.mark.django_db
EXPLAINED = {"giver": "Свидетель С.", "taken_on": "05.03.2026", "words": "Света нет с января."}


def a_file(name: str = "объяснение.pdf", content: bytes = b"%PDF-1.7", kind: str = "application/pdf") -> Any:
    return SimpleUploadedFile(name, content, content_type=kind)


def reviewed(house: House) -> str:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


def unit(code: str) -> int:
    return Unit.objects.get(body__code="750000-oblast", code=code).pk


def test_an_explanation_with_a_file(house: House, enter: SignedIn) -> None:
    number, executor = reviewed(house), enter("almaty.executor1")
    case = make(executor, number, "take_explanation", **EXPLAINED, attachments=a_file())
    body = executor.get(case).content.decode()
    for words in ("Explanation: Свидетель С., 5 March 2026", "Света нет с января.", "объяснение.pdf"):
        assert words in body


def test_a_refused_form_keeps_its_files_and_a_second_click_doubles_nothing(house: House, enter: SignedIn) -> None:
    number, executor = reviewed(house), enter("almaty.executor1")
    page = reverse("step", args=[number, "take_explanation"])
    body = executor.get(page).content.decode()
    assert 'enctype="multipart/form-data"' in body
    sent = {"version": hidden(body, "version"), "key": hidden(body, "key")}
    bad = a_file("run.exe", b"MZ", "application/x-msdownload")
    refused = executor.post(page, {**sent, **EXPLAINED, "giver": "", "attachments": [a_file(), bad]})
    body = refused.content.decode()
    assert refused.status_code == 422
    for words in (
        "run.exe",
        "объяснение.pdf",
        "Света нет с января.",
        'id="id_giver_error"',
        'id="id_attachments_error"',
    ):
        assert words in body
    kept = StoredFile.objects.get()
    again = {**sent, **EXPLAINED, "kept": str(kept.public_id), "attachments": [a_file("второй.pdf")]}
    assert executor.post(page, again).status_code == 302
    again["attachments"] = [a_file("второй.pdf")]
    assert executor.post(page, again).status_code == 302  # the second click
    assert Explanation.objects.count() == 1
    names = Proceeding.objects.get(number=number).files.order_by("pk").values_list("name", flat=True)
    assert list(names) == ["объяснение.pdf", "второй.pdf"]


def test_files_alone_are_an_addition(house: House, enter: SignedIn) -> None:
    number, registrar = reviewed(house), enter("almaty.registrar")
    page = reverse("step", args=[number, "add_materials"])
    body = registrar.get(page).content.decode()
    sent = {"version": hidden(body, "version"), "key": hidden(body, "key")}
    assert registrar.post(page, sent).status_code == 422
    assert registrar.post(page, {**sent, "attachments": a_file()}).status_code == 302
    assert Addition.objects.get().files == 1


@pytest.mark.parametrize(("signed_in", "status"), [(True, 302), (False, 413)])
def test_a_large_file_of_a_step(house: House, enter: SignedIn, signed_in: bool, status: int) -> None:
    number, executor = reviewed(house), enter("almaty.executor1")
    page = reverse("step", args=[number, "take_explanation"])
    body = executor.get(page).content.decode()
    sent = {"version": hidden(body, "version"), "key": hidden(body, "key"), **EXPLAINED}
    large = a_file(content=b"%PDF-1.7" + b"0" * 6_000_000)
    browser = executor if signed_in else Client()
    assert browser.post(page, {**sent, "attachments": large}).status_code == status


def test_passing_on_and_several_units_through_pages(house: House, enter: SignedIn) -> None:
    number = house.register().number
    registrar, head = enter("almaty.registrar"), enter("almaty.head")
    case = make(registrar, number, "pass_to_unit", unit=unit("public-interests"), studied="Производство № 7")
    body = registrar.get(case).content.decode()
    assert "5 March 2026; studied: Производство № 7" in body
    page = head.get(reverse("step", args=[number, "assign_units"])).content.decode()
    assert f'value="{unit("appeals")}"' in page
    make(head, number, "assign_units", first=unit("appeals"), others=[unit("public-interests")])
    row = Proceeding.objects.get(number=number)
    assert row.executor_id == house.people["almaty.appeals.head"].pk
    offered = registrar.get(reverse("step", args=[house.register().number, "report"])).content.decode()
    assert house.people["almaty.deputy"].full_name in offered
    assert house.people["almaty.executor1"].full_name not in offered


def test_an_interest_is_shown_with_what_must_be_done(house: House, enter: SignedIn) -> None:
    number, executor, head = reviewed(house), enter("almaty.executor1"), enter("almaty.head")
    case = make(executor, number, "declare_interest", words="Сосед заявителя")
    body = head.get(case).content.decode()
    assert "Сосед заявителя; another executor must be named" in body
    assert "29I.61.4" in body  # why the answer cannot be signed now
    make(head, number, "reassign", executor=house.people["almaty.executor2"].pk)
    assert "another executor must be named" not in head.get(case).content.decode()


def test_the_refusal_of_a_request_names_who_may(house: House, enter: SignedIn) -> None:
    number, executor = reviewed(house), enter("almaty.executor1")
    page = reverse("step", args=[number, "ask_for_materials"])
    body = executor.get(page).content.decode()
    assert '<option value="others" selected>' in body
    sent = {"version": hidden(body, "version"), "key": hidden(body, "key")}
    data = {"addressee": "Министерство", "asked": "Сведения", "due": "16.03.2026", "addressed": "central"}
    refused = executor.post(page, {**sent, **data})
    assert refused.status_code == 422
    assert house.people["almaty.deputy"].full_name in refused.content.decode()
    assert ">\nСведения</textarea>" in refused.content.decode()
    made = executor.post(page, {**sent, **data, "addressed": "others", "calls_for": "criminal", "password": PASSWORD})
    assert made.status_code == 302
    child = executor.get(reverse("proceeding", args=[f"{number}.1"])).content.decode()
    assert "a criminal case (by the UPK)" in child


@pytest.mark.norm("29I.62.2")
def test_the_power_is_edited_in_the_structure(house: House, enter: SignedIn) -> None:
    admin, head = enter("almaty.admin"), house.people["almaty.head"]
    page = reverse("structure-change", args=["lay_work", head.pk])
    body = admin.get(page).content.decode()
    assert "May sign requests to the leadership of central state bodies" in body
    data = {"body": "750000-oblast", "role": "signs_to_central", "since": "05.03.2026"}
    sent = {"key": hidden(body, "key"), **data, "order_number": "77-Ө", "order_day": "04.03.2026"}
    assert admin.post(page, sent).status_code == 302
    row = Duty.objects.get(person=head, role="signs_to_central")
    assert (row.order_number, row.order_day.isoformat()) == ("77-Ө", "2026-03-04")
    number = reviewed(house)
    data = {"addressee": "Министерство", "asked": "Сведения", "due": "2026-03-16", "addressed": "central"}
    house.step("almaty.head", "ask_for_materials", number, **data)


def test_what_was_gathered_is_shown_in_each_language(house: House, enter: SignedIn) -> None:
    number = reviewed(house)
    step, login = house.step, "almaty.executor1"
    step(login, "add_materials", number, words="Снимки", to_call_for="Журнал заявок")
    step(
        *(login, "record_breach", number),
        found="Нарушение",
        found_on="2026-03-05",
        measures="Меры",
        measured_on="2026-03-05",
    )
    step(
        login, "pass_crime", number, to="special-prosecutors", found="Хищение", what="Акты", on="2026-03-05", entry="1"
    )
    step(login, "enter_in_book", number, what="Рапорт", on="2026-03-05", entry="118")
    told = {
        "kk": ("Өтініш беруші сұратуды өтінеді, 2026 жылғы 5 наурыз 10:00", "арнайы прокурорлар", "№ 118"),
        "ru": ("Заявитель просит истребовать, 5 марта 2026 г. 10:00", "Передано: специальные прокуроры", "ЕРДР № 1"),
        "en": ("The applicant asks to call for, 5 March 2026 10:00", "special prosecutors", "Records, No. 118"),
    }
    for language, words in told.items():
        body = enter(login, language).get(reverse("proceeding", args=[number])).content.decode()
        assert [each for each in (*words, "Снимки", "Журнал заявок", "Нарушение", "Рапорт") if each not in body] == []


def test_a_termination_puts_the_questions_of_point_61_and_keeps_what_was_ticked(house: House, enter: SignedIn) -> None:
    number, head = house.register(kind="application").number, enter("almaty.head")
    draft = house.termination(number, "almaty.head")
    page = reverse("terminate", args=[number])
    assert f"{page}?draft={draft.proceeding.number}" in head.get("/work/to-sign/").content.decode()
    body = head.get(page).content.decode()
    told = ("there is a court act in force on the same subject", "Спор решён судом", "АППК, статья 70")
    assert [each for each in told if each not in body] == []
    assert body.count('name="vouched"') == 4  # it complains of nobody
    sent = {name: hidden(body, name) for name in ("version", "key", "draft", "seen")}
    sent |= {"vouched": ["harm", "interest"], "password": PASSWORD}
    refused = head.post(page, sent)
    body = refused.content.decode()
    assert refused.status_code == 409
    assert body.count('name="vouched"') == 4
    assert len([each for each in ("harm", "interest", "disclosure") if f'id="id_vouched_{each}" checked' in body]) == 2
    made = head.post(page, {**sent, "key": "k2", "vouched": VOUCHED})
    assert made.status_code == 302, made.content.decode()
    assert "Confirmed by the signatory" in head.get(reverse("proceeding", args=[number])).content.decode()
