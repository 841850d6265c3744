"""The second factor: set up, asked at signing in and at signing, used once, recovered, required, reset."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse

from nadzor.accounts import factors
from nadzor.accounts.models import Account, Seat
from nadzor.casework.models import Entry
from nadzor.casework.refusals import NoRight, WrongState
from nadzor.casework.structure import StructureAct, change_structure
from nadzor.organs import directory
from nadzor.organs.actor import actor_of
from nadzor.organs.models import Body
from tests.house import TODAY, VOUCHED, House

pytestmark = pytest.mark.django_db
PASSWORD = "a long made-up phrase"  # noqa: S105  # of a made-up account
LOGIN = "almaty.head"
OTHER_KEY = "the key of another house"


@pytest.fixture(autouse=True)
def ticks(monkeypatch: pytest.MonkeyPatch) -> "Clock":
    made = Clock()
    monkeypatch.setattr(time, "time", lambda: made.now)
    return made


class Clock:
    """The clock of codes."""

    now = 1_800_000_000.0


def code_at(secret: str, clock: Clock, steps: int = 0) -> str:
    return str(totp.format_hotp_value(totp.hotp_value(secret, int(clock.now // 30) + steps)))


def browser(login: str = LOGIN) -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    return client


def sign_in(client: Client, login: str = LOGIN) -> Any:
    return client.post(reverse("sign-in"), {"username": login, "password": PASSWORD})


@pytest.fixture
def account(house: House) -> Account:
    return Account.objects.make(LOGIN, house.people[LOGIN], PASSWORD, language="en")


def set_up(client: Client, clock: Clock) -> tuple[str, list[str]]:
    """Set up an application as a person does; return the secret and the recovery codes that were shown."""
    shown = client.post(reverse("my-app"), {"begin": "true"}).content.decode()
    secret = re.search(r"<code[^>]*>([A-Z2-7 ]+)</code>", shown)[1].replace(" ", "")  # type: ignore[index]
    done = client.post(reverse("my-app"), {"code": code_at(secret, clock), "password": PASSWORD})
    assert done.status_code == 200, done.content.decode()
    codes = re.findall(r"<code>(\d{5} \d{5})</code>", done.content.decode())
    assert len(set(codes)) == 10
    return secret, codes


@pytest.fixture
def kept(account: Account, ticks: Clock) -> tuple[str, list[str]]:
    client = browser()
    sign_in(client)
    return set_up(client, ticks)


def test_setting_up_asks_for_a_right_code_and_the_password(account: Account, ticks: Clock) -> None:
    client = browser()
    sign_in(client)
    assert client.get(reverse("my-app")).status_code == 302  # a page opened makes no secret
    client.post(reverse("my-app"), {"begin": "true"})
    secret = client.session["mfa.totp.secret"]
    for posted in (
        {"code": "", "password": PASSWORD},
        {"code": "000000", "password": PASSWORD},
        {"code": code_at(secret, ticks), "password": "wrong"},
        {"code": code_at(secret, ticks), "password": ""},
        {"code": code_at(secret, ticks, -2), "password": PASSWORD},
    ):
        assert client.post(reverse("my-app"), posted).status_code == 422, posted
        assert not factors.has(account)
    assert client.session["mfa.totp.secret"] == secret  # the picture that was scanned holds


@pytest.mark.parametrize(
    ("steps", "taken"),
    [(-2, False), (-1, False), (0, False), (1, True), (2, False)],
)
def test_a_code_is_right_in_its_time_and_never_before_the_last_one_used(
    account: Account, kept: tuple[str, list[str]], ticks: Clock, steps: int, taken: bool
) -> None:
    """The code of now was used to set it up: it and those before it are used up; the next may come a little early."""
    client = browser()
    assert sign_in(client)["Location"].startswith(reverse("second-factor"))
    assert client.get(reverse("inbox")).status_code == 302  # half in is not in
    answer = client.post(reverse("second-factor"), {"code": code_at(kept[0], ticks, steps)})
    assert (answer.status_code == 302) == taken
    assert (client.get(reverse("inbox")).status_code == 200) == taken


def test_a_code_works_once(account: Account, kept: tuple[str, list[str]], ticks: Clock) -> None:
    ticks.now += 60
    code = code_at(kept[0], ticks)
    answers = []
    for _ in range(2):
        client = browser()
        sign_in(client)
        answers.append(client.post(reverse("second-factor"), {"code": f" {code[:3]} {code[3:]} "}).status_code)
    assert answers == [302, 422]


def test_a_recovery_code_works_once_and_is_counted(account: Account, kept: tuple[str, list[str]]) -> None:
    answers = []
    for code in (kept[1][0], kept[1][0], kept[1][1]):
        client = browser()
        sign_in(client)
        answers.append(client.post(reverse("second-factor"), {"code": code}).status_code)
    assert answers == [302, 422, 302]
    assert factors.codes_left(account) == 8


def test_without_the_password_no_code_is_asked(account: Account, kept: tuple[str, list[str]], ticks: Clock) -> None:
    client = browser()
    assert client.post(reverse("second-factor"), {"code": kept[1][0]})["Location"] == reverse("sign-in")
    assert client.post(reverse("second-factor-key")).status_code == 403


def test_codes_cannot_be_guessed_for_long_and_the_pause_is_said(account: Account, kept: tuple[str, list[str]]) -> None:
    client = browser()
    sign_in(client)
    for _ in range(10):
        assert client.post(reverse("second-factor"), {"code": "000000"}).status_code == 422
    closed = client.post(reverse("second-factor"), {"code": kept[1][0]})
    assert (closed.status_code, "Too many wrong tries" in closed.content.decode()) == (422, True)


def test_what_was_typed_before_the_session_ended_comes_through_the_second_step(
    account: Account, kept: tuple[str, list[str]]
) -> None:
    client = browser()
    sent = '{"fields": [["words", "Δοκιμή"]], "files": false}'
    second = client.post(
        reverse("sign-in"), {"username": LOGIN, "password": PASSWORD, "sent": sent, "next": "/work/views/"}
    )
    assert second.status_code == 200
    assert "Δοκιμή" in second.content.decode()
    again = client.post(reverse("second-factor"), {"code": kept[1][0], "sent": sent, "next": "/work/views/"})
    assert (again.status_code, "Δοκιμή" in again.content.decode()) == (200, True)


def test_removing_asks_for_the_password_and_takes_the_codes_along(
    account: Account, kept: tuple[str, list[str]]
) -> None:
    client = browser()
    sign_in(client)
    client.post(reverse("second-factor"), {"code": kept[1][0]})
    row = factors.held(account)[0]
    assert client.post(reverse("my-factors"), {"remove": row.pk, "password": "wrong"}).status_code == 422
    assert factors.has(account)
    client.post(reverse("my-factors"), {"remove": row.pk, "password": PASSWORD})
    assert not Authenticator.objects.exists()


def test_new_codes_end_the_old_ones(account: Account, kept: tuple[str, list[str]]) -> None:
    client = browser()
    sign_in(client)
    client.post(reverse("second-factor"), {"code": kept[1][0]})
    shown = client.post(reverse("my-factors"), {"codes": "true", "password": PASSWORD}).content.decode()
    new = re.findall(r"<code>(\d{5} \d{5})</code>", shown)
    assert (len(new), set(new) & set(kept[1])) == (10, set())
    assert not factors.right_code(account, kept[1][1])
    assert factors.right_code(account, new[1])


def asks(house: House, *who: str, body: str = "750000-oblast") -> None:
    act = StructureAct("ask_second_factor", house.actor("almaty.admin"), body, {"second_factor": list(who)})
    change_structure(act)
    directory.forget()


@pytest.mark.parametrize(
    ("who", "login", "asked"),
    [
        ((), "almaty.head", False),
        (("signatories",), "almaty.head", True),
        (("signatories",), "almaty.registrar", False),
        (("signatories",), "almaty.admin", False),
        (("administrators",), "almaty.admin", True),
        (("administrators",), "almaty.head", False),
        (("security",), "almaty.security", True),
        (("security",), "almaty.admin", False),
        (("administrators", "security"), "almaty.security", True),
        (("everybody",), "almaty.registrar", True),
        (("everybody",), "gpo.operator", False),  # another office
    ],
)
def test_an_office_asks_whom_its_administrator_says(
    house: House, who: tuple[str, ...], login: str, asked: bool
) -> None:
    asks(house, *who)
    assert factors.required(actor_of(house.people[login], TODAY)) == asked
    entry = Entry.objects.filter(step="ask_second_factor").latest("pk")
    assert entry.subject == "body:750000-oblast"


def test_who_must_have_one_gets_no_other_page_until_then(house: House, account: Account, ticks: Clock) -> None:
    asks(house, "signatories")
    client = browser()
    sign_in(client)
    for name in ("inbox", "to-sign", "my-settings", "my-sessions"):
        assert client.get(reverse(name))["Location"] == reverse("my-factors"), name
    assert client.get(reverse("my-factors")).status_code == 200
    lost = client.post(reverse("saved-views"), {"name": "Δοκιμή"})
    assert (lost.status_code, "Δοκιμή" in lost.content.decode()) == (403, True)
    set_up(client, ticks)
    assert client.get(reverse("inbox")).status_code == 200
    row = factors.held(account)[0]
    refused = client.post(reverse("my-factors"), {"remove": row.pk, "password": PASSWORD})
    assert (refused.status_code, factors.has(account)) == (422, True)


def test_a_lost_device_is_reset_by_the_administrator_with_an_entry(
    house: House, account: Account, kept: tuple[str, list[str]]
) -> None:
    person = house.people[LOGIN]
    act = StructureAct("reset_factors", house.actor("almaty.admin"), str(person.pk), {"reason": "Телефон потерян."})
    change_structure(act)
    assert not Authenticator.objects.exists()
    assert not Seat.objects.filter(account=account).exists()
    entry = Entry.objects.filter(step="reset_factors").latest("pk")
    assert (entry.person_id, entry.subject) == (house.people["almaty.admin"].pk, f"person:{person.pk}")
    with pytest.raises(WrongState):  # nothing is left to reset
        change_structure(act)
    client = browser()
    assert sign_in(client)["Location"] == reverse("inbox")


def test_nobody_resets_ones_own(house: House) -> None:
    Account.objects.make("almaty.admin", house.people["almaty.admin"], PASSWORD)
    act = StructureAct(
        "reset_factors", house.actor("almaty.admin"), str(house.people["almaty.admin"].pk), {"reason": "Потерян."}
    )
    with pytest.raises(NoRight):
        change_structure(act)


def test_a_signature_asks_for_the_code_where_there_is_an_application(
    house: House, account: Account, kept: tuple[str, list[str]], ticks: Clock
) -> None:
    number = house.register(text="Не горит свет.").number
    house.step("almaty.registrar", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.to_sign(house.draft(number))
    client = browser()
    sign_in(client)
    client.post(reverse("second-factor"), {"code": kept[1][0]})
    address = reverse("sign", args=[number])
    page = client.get(address).content.decode()
    assert 'name="code"' in page
    form = {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("version", "key", "seen")}  # type: ignore[index]
    ticks.now += 60
    answers = [
        client.post(address, {**form, "vouched": VOUCHED, "password": PASSWORD, "code": code}).status_code
        for code in ("", "000000", code_at(kept[0], ticks))
    ]
    assert answers == [422, 422, 302]


def test_the_column_holds_what_is_declared(house: House) -> None:
    asks(house, "security", "administrators")
    assert Body.objects.get(code="750000-oblast").second_factor == ["administrators", "security"]


def test_secrets_are_closed_with_the_sites_key(
    account: Account, kept: tuple[str, list[str]], ticks: Clock, settings: Any
) -> None:
    """Who holds an archive has every row, and not the key: no row holds a secret as it is."""
    rows = {row.type: row.data for row in Authenticator.objects.all()}
    assert kept[0] not in str(rows)
    assert factors.Adapter().decrypt(rows["totp"]["secret"]) == kept[0]
    assert len(rows["recovery_codes"]["seed"]) > 80  # closed: the seed has forty letters
    ticks.now += 60
    settings.SECRET_KEY = OTHER_KEY
    assert not factors.right_code(account, code_at(kept[0], ticks))
    assert not factors.right_code(account, kept[1][0])
    assert factors.codes_left(account) == 0


def test_a_restored_house_lets_go_of_what_it_cannot_open(
    account: Account, kept: tuple[str, list[str]], settings: Any
) -> None:
    assert factors.drop_unreadable() == 0  # the same key: all stays
    assert factors.kinds(account) == {"totp", "recovery_codes"}
    settings.SECRET_KEY = OTHER_KEY
    Authenticator.objects.create(user=account, type="webauthn", data={"name": "blue"})
    assert factors.drop_unreadable() == 1
    assert factors.kinds(account) == {"webauthn"}
