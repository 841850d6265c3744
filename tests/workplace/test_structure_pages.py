"""The pages of the structure, as an administrator without script uses them."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse

from nadzor import clock
from nadzor.accounts.models import Account
from nadzor.casework.models import Entry
from nadzor.organs.models import Acting, Appointment, Person
from tests.house import MORNING, House
from tests.workplace.conftest import PASSWORD, SignedIn

pytestmark = pytest.mark.django_db

ORDER = {"order_number": "7-П", "order_day": "05.03.2026"}
NEW = {
    "surname": "Новичков",
    "given_name": "Пример",
    "login": "almaty.new",
    "language": "ru",
    "post": "prosecutor",
    "roles": ["registrar", "analyst"],
    "since": "05.03.2026",
    **ORDER,
}
ALMATY = "750000-oblast"


def at(name: str, on: object) -> str:
    return reverse("structure-change", args=[name, on])


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_page_in_every_language(house: House, enter: SignedIn, language: str) -> None:
    admin, person = enter("almaty.admin", language), house.people["almaty.executor1"]
    row, acting, away = person.appointments.get(), Acting.objects.filter(body__code=ALMATY).first(), None
    unit = row.unit
    assert unit is not None
    pages = [
        reverse("structure"),
        reverse("structure") + "?name=%D0%9F",
        reverse("structure-body", args=[ALMATY]),
        reverse("structure-person", args=[person.pk]),
        *(at(name, ALMATY) for name in ("add_person", "stand_in", "create_unit", "add_territory", "create_body")),
        *(at(name, ALMATY) for name in ("change_body", "close_body")),
        *(at(name, person.pk) for name in ("appoint", "away", "lay_work", "change_person", "renew_access", "dismiss")),
        *(at(name, unit.pk) for name in ("change_unit", "close_unit")),
        at("end_appointment", row.pk),
        *([at("end_acting", acting.pk)] if acting else []),
        *([away] if away else []),
    ]
    for page in pages:
        answer = admin.get(page)
        assert answer.status_code == 200, page
        assert f'<html lang="{language}">' in answer.content.decode()


# login → what the list, an office of one's own, one below, a foreign one and the one above answer
REACH = {
    "gpo.admin": (200, 200, 200, 200, 200),
    "almaty.admin": (200, 200, 200, 404, 404),
    "almaty.head": (403, 403, 403, 403, 403),
    "gpo.security": (403, 403, 403, 403, 403),
}


def test_who_reaches_what(house: House, enter: SignedIn) -> None:
    for login, expected in REACH.items():
        browser = enter(login)
        codes = (ALMATY, "751110-district", "100000-oblast", "000000-gpo")
        found = [browser.get(reverse("structure")).status_code]
        found += [browser.get(reverse("structure-body", args=[code])).status_code for code in codes]
        assert tuple(found) == expected, login
        forms = [browser.get(at("add_person", code)).status_code for code in codes]
        assert tuple(forms) == expected[1:], login
        assert ("Structure</a>" in browser.get(reverse("inbox")).content.decode()) == (expected[0] == 200), login
    admin = enter("almaty.admin")
    for login, status in {"almaty.head": 200, "almaly.head": 200, "abai.head": 404, "gpo.head": 404}.items():
        pk = house.people[login].pk
        assert admin.get(reverse("structure-person", args=[pk])).status_code == status, login
        assert admin.get(at("dismiss", pk)).status_code == status, login
        assert admin.post(at("dismiss", pk), {}).status_code == (422 if status == 200 else 404), login
        assert admin.get(at("end_appointment", house.people[login].appointments.get().pk)).status_code == status


def test_a_new_person_enters_with_a_password_shown_once(house: House, enter: SignedIn) -> None:
    admin = enter("almaty.admin")
    sent = {**NEW, "key": "k"}
    shown = admin.post(at("add_person", ALMATY), sent)
    body = shown.content.decode()
    found = re.search(r"[a-z2-9]{4}(-[a-z2-9]{4}){3}", body)
    assert shown.status_code == 200
    assert found
    assert shown["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    again = admin.post(at("add_person", ALMATY), sent, follow=True).content.decode()
    assert found[0] not in again
    assert "This was done before" in again
    person = Person.objects.get(surname="Новичков")
    assert found[0] not in str(list(Entry.objects.values_list("data", flat=True)))
    browser = Client()
    answer = browser.post(reverse("sign-in"), {"username": "almaty.new", "password": found[0]}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("password")
    assert set(person.duties.values_list("role", flat=True)) == {"registrar", "analyst"}


def test_a_refused_form_keeps_what_was_typed(house: House, enter: SignedIn) -> None:
    admin = enter("almaty.admin")
    answer = admin.post(at("add_person", ALMATY), {**NEW, "since": "soon", "surname": "", "email": "kept@example.kz"})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Error:" in body
    for words in (
        'href="#id_surname"',
        'href="#id_since"',
        'value="soon"',
        "kept@example.kz",
        'value="analyst" checked',
    ):
        assert words in body, words
    assert not Person.objects.filter(given_name="Пример", surname="").exists()


def test_dismissal_closes_sessions_and_lists_what_is_left(house: House, enter: SignedIn) -> None:
    number = house.register().number
    person = house.people["almaty.executor1"]
    house.step("almaty.head", "assign", number, executor=person.pk)
    Account.objects.make("almaty.executor1", person, PASSWORD)
    theirs, admin = Client(), enter("almaty.admin")
    theirs.post(reverse("sign-in"), {"username": "almaty.executor1", "password": PASSWORD})
    assert theirs.get(reverse("inbox")).status_code == 200
    sent = {"until": "05.03.2026", **ORDER}
    assert admin.post(at("dismiss", person.pk), sent).status_code == 422  # not confirmed
    done = admin.post(at("dismiss", person.pk), {**sent, "confirmed": "true"}, follow=True).content.decode()
    assert "Done: Dismiss." in done
    assert number in done
    assert "gives these cases to somebody else" in done
    assert theirs.get(reverse("inbox"))["Location"].startswith(reverse("sign-in"))
    again = Client().post(reverse("sign-in"), {"username": "almaty.executor1", "password": PASSWORD})
    assert again.status_code == 422


def test_an_acting_head_through_pages(house: House, enter: SignedIn) -> None:
    admin, deputy = enter("almaty.admin"), house.people["almaty.deputy"]
    Acting.objects.all().delete()
    head = house.people["almaty.head"]
    sent = {"person": deputy.pk, "post": "head", "instead_of": head.pk, "since": "10.03.2026", "until": "12.03.2026"}
    body = admin.post(at("stand_in", ALMATY), {**sent, **ORDER}, follow=True).content.decode()
    assert "Done: Record an acting period." in body
    assert head.short_name in body
    with clock.standing_at(MORNING + dt.timedelta(days=5)):
        shown = enter("almaty.deputy").get(reverse("inbox")).content.decode()
        assert "(acting)" in shown


def test_appointing_in_another_office(house: House, enter: SignedIn) -> None:
    admin, person = enter("almaty.admin"), house.people["almaty.executor1"]
    page = admin.get(at("appoint", person.pk), {"body": "751110-district"}).content.decode()
    assert '<input type="hidden" name="body" value="751110-district">' in page
    sent = {"body": "751110-district", "post": "deputy_head", "since": "06.03.2026", **ORDER}
    assert admin.post(at("appoint", person.pk), sent).status_code == 302
    assert Appointment.objects.get(person=person, post="deputy_head").body.code == "751110-district"
    foreign = admin.post(at("appoint", person.pk), {**sent, "body": "100000-oblast", "post": "prosecutor"})
    assert foreign.status_code == 422
