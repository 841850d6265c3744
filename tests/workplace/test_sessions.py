"""How long a session lives, and how a password is changed in it."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nadzor import clock
from nadzor.accounts.models import Account, Attempt
from tests.house import MORNING, House
from tests.workplace.conftest import PASSWORD, SignedIn

pytestmark = pytest.mark.django_db
NEW = {"new_password1": "another made-up phrase", "new_password2": "another made-up phrase"}


def saves(browser: Client, hours: float) -> bool:
    """Whether a page opened so many hours after the morning begins the session anew."""
    with (
        clock.standing_at(MORNING + dt.timedelta(hours=hours)),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        answer = browser.get(reverse("inbox"))
    assert answer.status_code == 200
    written = any(row["sql"].startswith('UPDATE "django_session"') for row in asked)
    assert written == ("sessionid" in answer.cookies)
    if written:
        assert answer.cookies["sessionid"]["max-age"] == 20 * 3600
    return written


def test_a_session_begins_anew_while_somebody_works_and_is_written_at_most_once_an_hour(enter: SignedIn) -> None:
    browser = enter("almaty.head")
    assert [saves(browser, hours) for hours in (0, 0.5, 0.99, 1, 1.5, 2.1, 19)] == [
        *(True, False, False),
        *(True, False, True, True),
    ]


def test_a_visitor_without_an_account_is_not_kept(house: House) -> None:
    public = Client()
    public.post(reverse("follow"), {"code": house.register().answers[0]["track"]})
    before = Session.objects.get().expire_date
    with clock.standing_at(MORNING + dt.timedelta(hours=5)):
        assert "sessionid" not in public.get(reverse("follow")).cookies
    assert Session.objects.get().expire_date == before


@pytest.fixture
def browser(house: House) -> Client:
    Account.objects.make("almaty.head", house.people["almaty.head"], PASSWORD, language="kk")
    made = Client()
    made.post(reverse("sign-in"), {"username": "almaty.head", "password": PASSWORD})
    return made


def is_now(password: str) -> bool:
    return Account.objects.get(login="almaty.head").check_password(password)


@pytest.mark.parametrize("old", [{}, {"old_password": ""}, {"old_password": "guessed"}])
def test_a_password_is_not_changed_without_the_old_one(browser: Client, old: dict[str, str]) -> None:
    page = browser.get(reverse("password")).content.decode()
    assert ("Құпиясөзді өзгерту" in page, 'autocomplete="current-password"' in page) == (True, True)
    answer = browser.post(reverse("password"), {**NEW, **old})
    assert (answer.status_code, is_now(PASSWORD)) == (422, True)
    assert Attempt.objects.count() == (1 if old.get("old_password") else 0)


def test_with_the_old_one_it_is_changed_and_other_sessions_end(browser: Client) -> None:
    elsewhere = Client()
    elsewhere.post(reverse("sign-in"), {"username": "almaty.head", "password": PASSWORD})
    assert elsewhere.get(reverse("inbox")).status_code == 200
    answer = browser.post(reverse("password"), {"old_password": PASSWORD, **NEW})
    assert (answer.status_code, answer["Location"], is_now(NEW["new_password1"])) == (302, reverse("inbox"), True)
    assert browser.get(reverse("inbox")).status_code == 200
    assert elsewhere.get(reverse("inbox")).status_code == 302


def test_the_old_one_cannot_be_guessed_for_long(browser: Client) -> None:
    for _ in range(10):
        assert browser.post(reverse("password"), {"old_password": "guessed", **NEW}).status_code == 422
    assert browser.post(reverse("password"), {"old_password": PASSWORD, **NEW}).status_code == 429
    assert is_now(PASSWORD)


def test_a_first_password_is_replaced_without_it(house: House) -> None:
    Account.objects.make("almaty.head", house.people["almaty.head"], PASSWORD, must_change_password=True)
    made = Client()
    made.post(reverse("sign-in"), {"username": "almaty.head", "password": PASSWORD})
    assert "old_password" not in made.get(reverse("password")).content.decode()
    assert made.post(reverse("password"), NEW).status_code == 302
    assert is_now(NEW["new_password1"])
    assert made.post(reverse("password"), NEW).status_code == 422  # from now on it is asked for
