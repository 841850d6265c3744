"""What happened at an account: told to its owner and to the security officer, and to nobody else; for half a year."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from nadzor import clock
from nadzor.accounts import history, seats
from nadzor.accounts.models import Account, Happening
from nadzor.casework.models import Look
from nadzor.casework.structure.access import renew
from tests.house import MORNING, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
PASSWORD = "a long made-up phrase"  # noqa: S105  # of a made-up account
LOGIN = "almaty.head"


@pytest.fixture
def account(house: House) -> Account:
    return Account.objects.make(LOGIN, house.people[LOGIN], PASSWORD, language="en")


def tries(password: str, login: str = LOGIN, address: str = "203.0.113.7") -> Client:
    client = Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0"})
    client.cookies["django_language"] = "en"
    client.post(reverse("sign-in"), {"username": login, "password": password}, REMOTE_ADDR=address)
    return client


def happened() -> list[tuple[str, int]]:
    return list(Happening.objects.order_by("pk").values_list("kind", "times"))


def test_entering_leaving_and_wrong_tries_are_kept(account: Account) -> None:
    tries("guess")
    tries("guess", "ALMATY.HEAD ")
    tries("guess", address="203.0.113.8")
    tries("guess", login="nobody")
    client = tries(PASSWORD)
    client.post(reverse("sign-out"))
    assert happened() == [("wrong_password", 2), ("wrong_password", 1), ("entered", 1), ("left", 1)]
    assert set(Happening.objects.values_list("account__login", flat=True)) == {LOGIN}


def test_who_hammers_a_door_fills_no_table(account: Account) -> None:
    for _ in range(25):
        tries("guess")
    assert happened() == [("wrong_password", 10), ("paused", 15)]
    with clock.standing_at(MORNING + dt.timedelta(hours=1)):
        tries("guess")
    assert happened()[2:] == [("wrong_password", 1)]


def test_sessions_that_end_are_kept_however_they_end(account: Account) -> None:
    here, _other, _third = tries(PASSWORD), tries(PASSWORD), tries(PASSWORD)
    here.post(reverse("my-sessions"), {"close": account.seats.order_by("pk")[1].pk})
    here.post(reverse("my-sessions"), {"others": "true"})
    assert happened()[3:] == [("closed", 1), ("closed", 1)]
    renew(account)
    assert happened()[5:] == [("closed", 1)]


def test_a_session_that_ran_out_is_kept_with_its_time(account: Account) -> None:
    tries(PASSWORD)
    with clock.standing_at(MORNING + dt.timedelta(days=3)):
        seats.forget_old()
    row = Happening.objects.get(kind="ran_out")
    assert row.at == Happening.objects.get(kind="entered").at + seats.STANDS


@pytest.mark.parametrize(("days", "stays"), [(182, True), (183, True), (184, False)])
def test_kept_for_half_a_year(account: Account, days: int, stays: bool) -> None:
    tries(PASSWORD)
    with clock.standing_at(MORNING + dt.timedelta(days=days)):
        history.forget_old()
    assert Happening.objects.exists() is stays


def test_the_owner_sees_ones_own_alone(account: Account, house: House) -> None:
    Account.objects.make("almaty.deputy", house.people["almaty.deputy"], PASSWORD, language="en")
    tries("guess", login="almaty.deputy", address="198.51.100.200")
    tries("guess", address="198.51.100.77")
    page = tries(PASSWORD).get(reverse("my-sessions")).content.decode()
    for words in ("wrong password", "198.51.100.77", "signed in", "Firefox, Linux"):
        assert words in page, words
    assert "198.51.100.200" not in page


def test_it_goes_on_page_by_page(account: Account) -> None:
    for minute in range(60):
        history.note(account, history.Kind.LEFT, address=f"198.51.100.{minute}")
    client = tries(PASSWORD)
    first = client.get(reverse("my-sessions"))
    second = client.get(reverse("my-sessions") + first.context["next_url"])
    assert [len(each.context["rows"]) for each in (first, second)] == [50, 11]
    assert client.get(reverse("my-sessions"), {"after": "x"}).status_code == 200


@pytest.mark.norm("29I.61.5")
@pytest.mark.parametrize(
    ("login", "sees"),
    [
        ("almaty.security", True),
        ("gpo.security", True),
        ("almaty.admin", None),
        (LOGIN, None),
        ("gpo.head", None),
    ],
)
def test_the_security_officer_sees_those_of_the_office(
    house: House, account: Account, enter: SignedIn, login: str, sees: bool | None
) -> None:
    elsewhere = Account.objects.make("gpo.registrar", house.people["gpo.registrar"], PASSWORD)
    history.note(elsewhere, history.Kind.ENTERED, address="198.51.100.201")
    tries("guess", address="198.51.100.77")
    answer = enter(login).get(reverse("sign-ins"), {"who": "almaty.head"})
    page = answer.content.decode()
    assert (answer.status_code == 200) is (sees is not None)
    assert ("198.51.100.77" in page) is bool(sees)
    everybody = enter(login).get(reverse("sign-ins")).content.decode()
    assert ("198.51.100.201" in everybody) is (login == "gpo.security")


def test_by_person_and_the_reading_is_a_look(house: House, account: Account, enter: SignedIn) -> None:
    deputy = Account.objects.make("almaty.deputy", house.people["almaty.deputy"], PASSWORD)
    history.note(deputy, history.Kind.ENTERED, address="198.51.100.202")
    tries("guess", address="198.51.100.77")
    surname = house.people["almaty.deputy"].full_name.split()[0]
    page = enter("almaty.security").get(reverse("sign-ins"), {"who": surname.lower()}).content.decode()
    assert ("198.51.100.202" in page, "198.51.100.77" in page) == (True, False)
    look = Look.objects.latest("pk")
    assert (look.way, look.what) == ("sign_ins", surname.lower())
