"""A link with a code only fills the field; what was looked up goes with the browser's session."""

import pytest
from django.test import Client
from django.urls import reverse

from nadzor.accounts.models import Account, Attempt
from nadzor.casework.models import Look
from tests.house import House

pytestmark = pytest.mark.django_db


def test_a_link_fills_the_field_and_writes_nothing(house: House) -> None:
    code = house.register().answers[0]["track"]
    browser = Client()
    for given in (code, "AAAA-BBBB-CCCC-DDDD"):
        for ask in (browser.get, browser.head):
            answer = ask(reverse("follow"), {"code": given})
            assert (answer.status_code, "sessionid" in answer.cookies) == (200, False)
        assert f'value="{given}"' in browser.get(reverse("follow"), {"code": given}).content.decode()
    assert (Attempt.objects.count(), Look.objects.count()) == (0, 0)
    shown = browser.post(reverse("follow"), {"code": code}, follow=True)
    assert (shown.status_code, Look.objects.count()) == (200, 1)


def test_a_code_that_was_followed_ends_with_the_browser(house: House) -> None:
    browser = Client()
    answer = browser.post(reverse("follow"), {"code": house.register().answers[0]["track"]})
    assert (answer.cookies["sessionid"]["max-age"], answer.cookies["sessionid"]["expires"]) == ("", "")
    left = browser.post(reverse("follow"), {"leave": "1"})
    assert left.cookies["sessionid"]["max-age"] == 0  # nothing stays on the computer


def test_somebody_of_the_staff_stays_signed_in(house: House) -> None:
    browser = Client()
    browser.force_login(Account.objects.make("almaty.head", house.people["almaty.head"], None))
    answer = browser.post(reverse("follow"), {"code": house.register().answers[0]["track"]})
    assert answer.cookies["sessionid"]["max-age"] == 20 * 3600
    browser.post(reverse("follow"), {"leave": "1"})
    assert browser.get(reverse("inbox")).status_code == 200
