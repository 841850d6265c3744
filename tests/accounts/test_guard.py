"""Tries of passwords: what a stranger may do, what the owner may still do, on both sides of each boundary."""

import datetime as dt
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from nadzor import clock
from nadzor.accounts import guard
from nadzor.accounts.models import Account, Attempt, Device
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
PASSWORD = "a long made-up phrase"  # noqa: S105  # of a made-up account
LOGIN, OFFICE, HOME, EVIL = "almaty.head", "192.0.2.10", "198.51.100.7", "203.0.113.66"
SIGN_IN = Attempt.Kind.SIGN_IN


@pytest.mark.parametrize(
    ("limit", "wrong", "seconds"),
    [
        (guard.ONE_PLACE, 0, 0),
        (guard.ONE_PLACE, 9, 0),
        (guard.ONE_PLACE, 10, 30),
        (guard.ONE_PLACE, 11, 60),
        (guard.ONE_PLACE, 16, 1920),
        (guard.ONE_PLACE, 17, 3600),
        (guard.ONE_PLACE, 10_000, 3600),
        (guard.ONE_ACCOUNT, 29, 0),
        (guard.ONE_ACCOUNT, 30, 30),
        (guard.ONE_ACCOUNT, 35, 900),
        (guard.ONE_ADDRESS, 99, 0),
        (guard.ONE_ADDRESS, 100, 5),
        (guard.ONE_ADDRESS, 110, 300),
    ],
)
def test_pauses_grow_up_to_the_longest(limit: guard.Limit, wrong: int, seconds: int) -> None:
    assert limit.pause(wrong) == dt.timedelta(seconds=seconds)


@dataclass
class Browser:
    """A browser at an address."""

    client: Client
    address: str

    def tries(self, password: str, login: str = LOGIN) -> int:
        answer = self.client.post(
            reverse("sign-in"), {"username": login, "password": password}, REMOTE_ADDR=self.address
        )
        return answer.status_code

    def signs_out(self) -> None:
        self.client.post(reverse("sign-out"), REMOTE_ADDR=self.address)


def at(address: str) -> Browser:
    return Browser(Client(), address)


@pytest.fixture
def owner(house: House, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """The owner's usual browser, signed in once and out again."""
    Account.objects.make(LOGIN, house.people[LOGIN], PASSWORD)
    made = at(OFFICE)
    assert made.tries(PASSWORD) == 302
    made.signs_out()
    return made


def test_a_hammering_stranger_never_locks_the_owner_out_at_the_usual_browser(owner: Browser) -> None:
    for number in range(60):  # from many addresses, one of them the owner's own
        at(OFFICE if number % 2 else f"203.0.113.{number}").tries("guess")
    assert owner.tries(PASSWORD) == 302


def test_and_gets_no_more_guesses_at_one_address(owner: Browser) -> None:
    stranger = at(EVIL)
    assert [stranger.tries(f"guess {number}") for number in range(11)] == [*[422] * 10, 429]
    assert at(EVIL).tries("without its cookies") == 429
    for shape in ("ALMATY.HEAD", " almaty.head ", "almaty.ｈead", "almaty.head\u00a0"):
        assert stranger.tries("another shape of the login", shape) == 429, shape
    assert stranger.tries(PASSWORD) == 429  # a right one is not told from a wrong one


def test_nor_from_many_addresses(owner: Browser) -> None:
    answers = [at(f"203.0.113.{number}").tries("guess") for number in range(40)]
    assert answers == [*[422] * 30, *[429] * 10]


@pytest.mark.parametrize(
    ("minutes", "let_through"),
    [(0, False), (0.49, False), (0.5, True), (1, True)],
)
def test_after_the_pause_one_more_is_let_through(house: House, minutes: float, let_through: bool) -> None:
    for _ in range(10):
        guard.begin(SIGN_IN, LOGIN, EVIL, None)
    with clock.standing_at(MORNING + dt.timedelta(minutes=minutes)):
        if let_through:
            guard.begin(SIGN_IN, LOGIN, EVIL, None)
        else:
            with pytest.raises(guard.Waits) as waits:
                guard.begin(SIGN_IN, LOGIN, EVIL, None)
            assert waits.value.until == MORNING + dt.timedelta(seconds=30)


def test_each_further_one_waits_twice_as_long(house: House) -> None:
    for _ in range(10):
        guard.begin(SIGN_IN, LOGIN, EVIL, None)
    later = MORNING + dt.timedelta(seconds=30)
    with clock.standing_at(later):
        guard.begin(SIGN_IN, LOGIN, EVIL, None)
        with pytest.raises(guard.Waits) as waits:
            guard.begin(SIGN_IN, LOGIN, EVIL, None)
    assert waits.value.until == later + dt.timedelta(seconds=60)


def test_in_a_day_a_stranger_has_at_most_so_many_guesses(house: House) -> None:
    now, guesses = MORNING, 0
    while now < MORNING + dt.timedelta(hours=23):
        with clock.standing_at(now):
            try:
                guard.begin(SIGN_IN, LOGIN, EVIL, None)
                guesses += 1
            except guard.Waits as waits:
                now = waits.until
    assert guesses <= 10 + 8 + 23


def test_the_owner_elsewhere_waits_only_while_strangers_hammer_and_the_office_is_usual(owner: Browser) -> None:
    for number in range(30):
        at(f"203.0.113.{number}").tries("guess")
    assert at(HOME).tries(PASSWORD) == 429  # a new browser at a new place
    assert at(OFFICE).tries(PASSWORD) == 302  # a new browser where the owner has signed in before


def test_others_at_the_same_address_enter(owner: Browser, house: House) -> None:
    Account.objects.make("almaty.deputy", house.people["almaty.deputy"], PASSWORD)
    for number in range(11):
        at(OFFICE).tries(f"guess {number}")
    assert at(OFFICE).tries(PASSWORD, "almaty.deputy") == 302


def test_a_stolen_browser_has_no_more_guesses_either(owner: Browser) -> None:
    assert [owner.tries("guess") for _ in range(11)] == [*[422] * 10, 429]
    assert at(HOME).tries(PASSWORD) == 302  # and locks nobody out elsewhere


def test_the_cookie_of_another_account_is_no_known_browser(owner: Browser, house: House) -> None:
    Account.objects.make("almaty.deputy", house.people["almaty.deputy"], PASSWORD)
    for number in range(30):
        at(f"203.0.113.{number}").tries("guess", "almaty.deputy")
    assert owner.tries(PASSWORD, "almaty.deputy") == 429


def test_a_login_that_does_not_exist_is_counted_the_same(owner: Browser) -> None:
    assert [at(EVIL).tries("guess", "no.body") for _ in range(11)] == [*[422] * 10, 429]


def test_one_address_tries_at_most_a_hundred_for_all_accounts(house: House) -> None:
    for number in range(100):
        guard.begin(SIGN_IN, f"login{number}", EVIL, None)
    with pytest.raises(guard.Waits):
        guard.begin(SIGN_IN, "one.more", EVIL, None)
    guard.begin(SIGN_IN, "one.more", HOME, None)


def test_a_right_password_forgets_the_wrong_ones_of_the_same_place_alone(owner: Browser) -> None:
    at(EVIL).tries("guess")
    owner.tries("mistyped")
    assert owner.tries(PASSWORD) == 302
    assert [row.address for row in Attempt.objects.all()] == [EVIL]


def test_nothing_typed_is_no_try(house: House) -> None:
    at(EVIL).tries("", "")
    at(EVIL).tries("", LOGIN)
    assert not Attempt.objects.exists()


def test_a_browser_is_forgotten_when_its_cookie_is_over(owner: Browser) -> None:
    for days, there in ((179, 1), (181, 0)):
        with clock.standing_at(MORNING + dt.timedelta(days=days)):
            guard.forget_old()
        assert Device.objects.count() == there


def test_the_cookie_is_for_the_workplace_alone_and_no_script_reads_it(owner: Browser) -> None:
    kept = owner.client.cookies[guard.COOKIE]
    assert (kept["path"], kept["httponly"], kept["samesite"]) == ("/work/", True, "Lax")
    assert bytes(Device.objects.get().token_digest).hex() not in kept.value


@pytest.fixture
def together(transactional_db: None) -> Iterator[None]:
    yield
    connections.close_all()


def test_a_hundred_tries_at_once_are_ten(together: None) -> None:
    taken: list[Any] = []

    def one() -> None:
        try:
            taken.append(guard.begin(SIGN_IN, LOGIN, EVIL, None))
        except guard.Waits:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(20)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(taken) == 10
