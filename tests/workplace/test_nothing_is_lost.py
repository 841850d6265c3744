"""What was typed, ticked or done is not lost: by a field that does not fit, a second click, an ended session."""

import html
import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor.accounts.models import Account
from nadzor.appeals.models import Appeal
from nadzor.casework.act import Act
from nadzor.casework.models import Entry, Key, Proceeding
from nadzor.casework.perform import Done, perform
from nadzor.organs.models import Duty
from nadzor.workplace import steps
from tests.house import House
from tests.workplace.conftest import PASSWORD, SignedIn
from tests.workplace.test_pages import INTAKE, hidden, registered

pytestmark = pytest.mark.django_db


# The intake: a field that does not go with the choice is asked about.


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"members": "Первый\nВторой"}, "type", "Members of a group are filled in"),
        ({"type": "anonymous", "surname": "", "given_name": "", "members": "П"}, "type", "Members of a group"),
        ({"type": "organisation"}, "type", "An organisation has no name and patronymic"),
        ({"type": "organisation", "given_name": "", "patronymic": "О"}, "type", "An organisation has no name"),
        (
            {"rep_type": "organisation", "rep_surname": "ТОО", "rep_given_name": "Роза"},
            "rep_type",
            "another kind of representative",
        ),
        ({"report_due": "true"}, "sender", "choose who sent the appeal on"),
    ],
)
def test_what_does_not_fit_is_asked_about(enter: SignedIn, changes: dict[str, str], field: str, words: str) -> None:
    answer = enter("almaty.registrar").post(reverse("intake"), {**INTAKE, **changes, "key": "k"})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in body
    assert words in body
    assert not Proceeding.objects.exists()
    for value in changes.values():
        assert value in html.unescape(body).replace("\r\n", "\n")


def test_what_fits_is_kept(enter: SignedIn) -> None:
    browser = enter("almaty.registrar")
    registered(browser, type="group", members="Первый\nВторой", sender="deputy", report_due="true")
    members = Proceeding.objects.get().parties.filter(role="member")
    assert sorted(members.values_list("surname", flat=True)) == ["Второй", "Первый"]


# A step that leads out of sight.


def given_to(house: House, number: str, login: str) -> None:
    house.step("almaty.head", "reassign", number, executor=house.people[login].pk)


@pytest.fixture
def assigned(house: House) -> str:
    number = house.register().number
    house.step("almaty.registrar", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


def test_a_step_that_ends_out_of_sight_ends_in_the_inbox(
    house: House, enter: SignedIn, assigned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def and_goes(act: Act) -> Done:
        done = perform(act)
        given_to(house, assigned, "almaty.executor2")
        return done

    monkeypatch.setattr(steps, "perform", and_goes)
    browser, page = enter("almaty.executor1"), reverse("step", args=[assigned, "note"])
    answer = browser.post(page, {"text": "Note", "key": "k"}, follow=True)
    assert answer.redirect_chain == [(reverse("inbox"), 302)]
    assert "A note was added." in answer.content.decode()


def test_a_second_click_out_of_sight_gets_the_first_answer(house: House, enter: SignedIn, assigned: str) -> None:
    browser, page = enter("almaty.executor1"), reverse("step", args=[assigned, "note"])
    sent = {"text": "Note", "key": "k"}
    assert browser.post(page, sent)["Location"] == reverse("proceeding", args=[assigned])
    given_to(house, assigned, "almaty.executor2")
    before = Entry.objects.count()
    again = browser.post(page, sent, follow=True)
    assert again.redirect_chain == [(reverse("inbox"), 302)]
    assert "A note was added." in again.content.decode()
    assert Entry.objects.count() == before
    others = [{**sent, "text": "Another"}, {**sent, "key": "other"}, {"text": "Note"}]
    assert [browser.post(page, other).status_code for other in others] == [404] * 3
    assert enter("almaty.appeals.head").post(page, sent).status_code == 404  # a key is of one person


# Passing many on.


def bulk(browser: Client, numbers: list[str], executor: object, **more: str) -> Any:
    return browser.post(reverse("assign-chosen"), {"number": numbers, "executor": executor, **more})


def ticked(body: str) -> list[str]:
    return re.findall(r'name="number" value="([^"]+)" id="[^"]+" checked', body)


@pytest.mark.parametrize("executor", ["", "0", "²"])
def test_without_an_executor_the_ticks_stay(house: House, enter: SignedIn, executor: str) -> None:
    numbers = [house.register(text=text).number for text in ("Первое", "Второе")]
    answer = bulk(enter("almaty.registrar"), numbers, executor, key="same")
    body = answer.content.decode()
    assert answer.status_code == 422
    assert sorted(ticked(body)) == sorted(numbers)
    assert 'href="#id_executor"' in body
    assert hidden(body, "key") == "same"
    assert f'<option value="{house.people["almaty.executor1"].pk}">' in body
    assert set(Proceeding.objects.values_list("executor", flat=True)) == {None}


def test_a_second_click_passes_nothing_on_twice(house: House, enter: SignedIn) -> None:
    browser, people = enter("almaty.registrar"), house.people
    numbers = [house.register(text=text).number for text in ("Первое", "Второе")]
    key = hidden(browser.get(reverse("inbox")).content.decode(), "key")
    first = people["almaty.executor1"].pk
    assert "Done: 2. Refused: 0." in bulk(browser, numbers, first, key=key).content.decode()
    entries = Entry.objects.count()
    assert "Done: 2. Refused: 0." in bulk(browser, numbers, first, key=key).content.decode()
    given_to(house, numbers[0], "almaty.executor2")
    assert "Done: 2. Refused: 0." in bulk(browser, numbers, first, key=key).content.decode()
    assert Entry.objects.count() == entries + 1
    assert Proceeding.objects.get(number=numbers[0]).executor == people["almaty.executor2"]


def test_who_has_a_case_is_not_given_it_again(house: House, enter: SignedIn, assigned: str) -> None:
    before = Entry.objects.count()
    sent = bulk(enter("almaty.registrar"), [assigned], house.people["almaty.executor1"].pk, key="new")
    assert "Done: 1. Refused: 0." in sent.content.decode()
    assert (Entry.objects.count(), Key.objects.filter(key__startswith="new").count()) == (before, 0)


def test_what_is_out_of_sight_is_told_and_not_linked(house: House, enter: SignedIn, assigned: str) -> None:
    elsewhere = house.register(text="Другое").number
    sent = bulk(enter("almaty.interests.head"), [assigned, elsewhere], house.people["almaty.executor1"].pk, key="k")
    body = sent.content.decode()
    assert "Done: 1. Refused: 1." in body
    assert f'<a href="{reverse("proceeding", args=[assigned])}">' in body
    assert elsewhere in body
    assert reverse("proceeding", args=[elsewhere]) not in body


def test_the_appeals_of_one_person_are_given_to_others(house: House, enter: SignedIn, assigned: str) -> None:
    leaving, other = house.people["almaty.executor1"], house.people["almaty.executor2"]
    Duty.objects.create(
        person=house.people["almaty.head"],
        body=leaving.appointments.get().body,
        role="administrator",
        since="2025-01-01",
        order_number="1",
        order_day="2025-01-01",
    )
    browser = enter("almaty.head")
    person = browser.get(reverse("structure-person", args=[leaving.pk])).content.decode()
    place = f"{reverse('assign-chosen')}?person={leaving.pk}"
    assert f'href="{place}"' in person
    page = browser.get(place).content.decode()
    assert assigned in page
    assert ticked(page) == []
    assert f'<option value="{leaving.pk}">' not in page
    missed = bulk(browser, [assigned], "", person=str(leaving.pk), key="k").content.decode()
    assert ticked(missed) == [assigned]
    assert "Done: 1. Refused: 0." in bulk(browser, [assigned], other.pk, key="k").content.decode()
    assert Proceeding.objects.get().executor == other
    assert "no open appeals that you see" in browser.get(place).content.decode()
    assert place not in enter("almaty.admin").get(reverse("structure-person", args=[leaving.pk])).content.decode()


# A session that has ended.


@pytest.fixture
def account(house: House) -> Account:
    return Account.objects.make("almaty.registrar", house.people["almaty.registrar"], PASSWORD, language="en")


TYPED = {**INTAKE, "text": 'Line one\n<b>"two"</b>', "key": "k", "password": "never", "code": "AAAA"}
SIGN_IN = {"username": "almaty.registrar", "password": PASSWORD}


def carried(body: str) -> dict[str, str]:
    return {name: html.unescape(hidden(body, name)) for name in ("next", "sent")}


def test_a_form_is_carried_through_the_signing_in(account: Account) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.cookies["django_language"] = "en"
    browser.get(reverse("sign-in"))
    token = {"csrfmiddlewaretoken": browser.cookies["csrftoken"].value}
    first = browser.post(reverse("intake"), {**TYPED, **token})
    body = first.content.decode()
    assert first.status_code == 403
    assert f'action="{reverse("sign-in")}"' in body
    assert "what you entered is kept" in body
    assert 'class="n-lang"' not in body  # a change of language would ask for the page without the form
    assert 'class="n-lang"' in browser.get(reverse("sign-in")).content.decode()
    kept = carried(body)
    assert "never" not in kept["sent"]
    assert "AAAA" not in kept["sent"]
    assert "no-store" in first["Cache-Control"]
    wrong = browser.post(reverse("sign-in"), {**SIGN_IN, **kept, **token, "password": "no"})
    assert carried(wrong.content.decode()) == kept
    page = browser.post(reverse("sign-in"), {**SIGN_IN, **kept, **token})
    body = page.content.decode()
    assert page.status_code == 200
    assert "What you entered is not sent yet" in body
    assert "&lt;b&gt;&quot;two&quot;&lt;/b&gt;</dd>" in body
    assert "<b>" not in body
    assert '<dt>How it came</dt><dd class="n-text">on paper</dd>' in body
    assert not Proceeding.objects.exists()
    assert f'<form method="post" action="{reverse("intake")}"' in body
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', body.partition("<main")[2]))
    sent = {name: html.unescape(value) for name, value in fields.items()}
    assert browser.post(reverse("intake"), sent).status_code == 302
    row = Proceeding.objects.get()
    assert Appeal.objects.get(proceeding=row).text == 'Line one\n<b>"two"</b>'
    assert (row.applicant, row.registrar_id) == ("Пробная Заявительница", account.person_id)


def test_files_are_asked_for_again(account: Account) -> None:
    browser = Client()
    browser.cookies["django_language"] = "en"
    file = SimpleUploadedFile("a.txt", b"text", "text/plain")
    body = browser.post(reverse("intake"), {**TYPED, "files": file}).content.decode()
    assert "The files were not kept" in body
    page = browser.post(reverse("sign-in"), {**SIGN_IN, **carried(body)}).content.decode()
    assert "The files were not kept" in page
    assert 'enctype="multipart/form-data"' in page
    assert '<input class="form-control" type="file" name="files"' in page


def test_a_first_password_comes_between(account: Account) -> None:
    Account.objects.filter(pk=account.pk).update(must_change_password=True)
    browser = Client()
    body = browser.post(reverse("intake"), TYPED).content.decode()
    body = browser.post(reverse("sign-in"), {**SIGN_IN, **carried(body)}).content.decode()
    assert "A password of your own" in body
    new = {"new_password1": "another made-up phrase", "new_password2": "another made-up phrase"}
    body = browser.post(reverse("password"), {**new, **carried(body)}).content.decode()
    assert "What you entered is not sent yet" in body


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "{",
        "[]",
        "7",
        '{"fields": 7, "files": false}',
        '{"fields": [["a"]], "files": false}',
        '{"fields": [["a", 1]], "files": false}',
        json.dumps({"fields": [["a", "b" * 600000]], "files": False}),
        json.dumps({"fields": [["a", "b"]] * 301, "files": False}),
        "[" * 100000,
    ],
)
def test_what_no_page_of_ours_carried_is_passed_over(account: Account, sent: str) -> None:
    answer = Client().post(reverse("sign-in"), {**SIGN_IN, "sent": sent, "next": reverse("intake")})
    assert answer["Location"] == reverse("intake")


def test_a_form_is_sent_again_to_this_site_alone(account: Account) -> None:
    sent = json.dumps({"fields": [["text", "x"]], "files": False})
    body = Client().post(reverse("sign-in"), {**SIGN_IN, "sent": sent, "next": "//example.org/"}).content.decode()
    assert f'<form method="post" action="{reverse("inbox")}"' in body
    assert "example.org" not in body


@pytest.mark.parametrize(
    ("headers", "kept"),
    [
        ({"Origin": "http://testserver"}, True),
        ({"Referer": "http://testserver/work/intake/"}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({}, False),
        ({"Origin": "http://example.org"}, False),
        ({"Referer": "http://testserver.example.org/"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Origin": "null"}, False),
    ],
)
def test_a_stale_page_shows_what_was_typed_to_whom_typed_it(headers: dict[str, str], kept: bool) -> None:
    browser = Client(enforce_csrf_checks=True, headers=headers)
    answer = browser.post(reverse("intake"), {**TYPED, "executor": "1"})
    body = answer.content.decode()
    main = body.partition("<main")[2]
    assert answer.status_code == 403
    assert ("Line one" in main) is kept
    assert "never" not in main
    assert "<form" not in main
    assert browser.post(reverse("sign-in"), {**SIGN_IN, "text": "Typed"}).content.decode().count("Typed") == 0
