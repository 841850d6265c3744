"""Sessions: listed, closed one by one, all but this one, by a changed password, by leaving, by a lost device."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from nadzor import clock
from nadzor.accounts import seats
from nadzor.accounts.models import Account, Device, Seat
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
PASSWORD = "a long made-up phrase"  # noqa: S105  # of a made-up account
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36"


@pytest.fixture
def account(house: House) -> Account:
    return Account.objects.make("almaty.head", house.people["almaty.head"], PASSWORD, language="en")


def entered(agent: str = FIREFOX, address: str = "192.0.2.1") -> Client:
    client = Client(headers={"user-agent": agent})
    client.cookies["django_language"] = "en"
    answer = client.post(reverse("sign-in"), {"username": "almaty.head", "password": PASSWORD}, REMOTE_ADDR=address)
    assert answer.status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("inbox")).status_code == 200


def test_sessions_are_listed_with_device_address_and_times(account: Account) -> None:
    here = entered()
    with clock.standing_at(MORNING - dt.timedelta(hours=3)):
        entered(PHONE, "198.51.100.9")
    page = here.get(reverse("my-sessions")).content.decode()
    for words in ("Firefox, Linux", "Chrome, Android", "192.0.2.1", "198.51.100.9", "07:00", "10:00", "this one"):
        assert words in page, words
    assert page.index("Firefox, Linux") < page.index("Chrome, Android")  # this one first
    assert page.index("Chrome, Android") < page.index('id="history"')


def test_one_is_closed_at_once_and_the_other_stands(account: Account) -> None:
    here, there, third = entered(), entered(PHONE), entered(PHONE)
    theirs = Seat.objects.order_by("pk")[1]
    here.post(reverse("my-sessions"), {"close": theirs.pk})
    assert [is_in(each) for each in (here, there, third)] == [True, False, True]


@pytest.mark.parametrize("asked", ["", "x", "0", "999999", "9" * 40])
def test_what_is_no_session_closes_nothing(account: Account, asked: str) -> None:
    here, there = entered(), entered(PHONE)
    assert here.post(reverse("my-sessions"), {"close": asked}).status_code == 302
    assert (is_in(here), is_in(there)) == (True, True)


def test_nobody_closes_the_session_of_another(account: Account, house: House) -> None:
    here = entered()
    Account.objects.make("almaty.deputy", house.people["almaty.deputy"], PASSWORD)
    stranger = Client()
    stranger.post(reverse("sign-in"), {"username": "almaty.deputy", "password": PASSWORD})
    stranger.post(reverse("my-sessions"), {"close": Seat.objects.get(account=account).pk})
    stranger.post(reverse("my-sessions"), {"others": "true"})
    assert is_in(here)


def test_all_others_are_closed_and_their_browsers_forgotten(account: Account) -> None:
    here, there, third = entered(), entered(PHONE), entered(PHONE)
    answer = here.post(reverse("my-sessions"), {"others": "true"}, follow=True).content.decode()
    assert "Closed: 2 sessions." in answer
    assert [is_in(each) for each in (here, there, third)] == [True, False, False]
    assert Device.objects.filter(account=account).count() == 1


def test_a_changed_password_closes_the_others_and_keeps_this_one(account: Account) -> None:
    here, there = entered(), entered(PHONE)
    new = "another made-up phrase"
    here.post(reverse("password"), {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    assert (is_in(here), is_in(there), Seat.objects.count()) == (True, False, 1)


def test_leaving_drops_the_seat(account: Account) -> None:
    here = entered()
    here.post(reverse("sign-out"))
    assert (is_in(here), Seat.objects.count()) == (False, 0)


def test_a_session_without_a_seat_is_over(account: Account) -> None:
    here = entered()
    Seat.objects.all().delete()
    assert not is_in(here)
    assert not here.session.get("_auth_user_id")


@pytest.mark.parametrize(("minutes", "written"), [(0, False), (4, False), (5, True), (60, True)])
def test_when_it_was_seen_is_written_at_most_every_five_minutes(account: Account, minutes: int, written: bool) -> None:
    here = entered()
    later = MORNING + dt.timedelta(minutes=minutes)
    with clock.standing_at(later):
        assert is_in(here)
    assert (Seat.objects.get().last_at == later) == (written or minutes == 0)


def test_old_rows_go(account: Account) -> None:
    entered()
    for hours, there in ((47, 1), (49, 0)):
        with clock.standing_at(MORNING + dt.timedelta(hours=hours)):
            seats.forget_old()
        assert Seat.objects.count() == there


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        (FIREFOX, "Firefox, Linux"),
        (PHONE, "Chrome, Android"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140 YaBrowser/25 Safari/537", "Яндекс Браузер, Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537 Edg/140", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19 like Mac OS X) Version/19 Safari/605", "Safari, iPhone"),
        ("curl/8", "curl/8"),
        ("", ""),
    ],
)
def test_browsers_are_told_by_their_names(agent: str, told: str) -> None:
    assert seats.browser_told(agent) == told
