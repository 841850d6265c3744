"""What no page of ours sends: unseen characters, digits of other alphabets, numbers without end."""

import pytest
from django.test import Client
from django.urls import reverse

from nadzor.casework.forms import number_in
from nadzor.casework.models import Key, Look, Proceeding
from tests.house import House
from tests.workplace.conftest import SignedIn
from tests.workplace.test_pages import INTAKE

pytestmark = pytest.mark.django_db
ENDLESS = "9" * 5000


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("17", 17),
        ("0", 0),
        ("", None),
        ("²", None),
        ("٣", None),
        ("-1", None),
        (" 1", None),
        (ENDLESS, None),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, None),
    ],
)
def test_an_id_is_a_few_plain_digits(text: str, number: int | None) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("login", "address", "status"),
    [
        ("almaty.registrar", "/work/find/?q=%00", 200),
        ("almaty.registrar", "/work/find/?q=a%00b%E2%80%8B", 200),
        ("almaty.registrar", "/work/case/%00/", 404),
        ("almaty.registrar", "/work/case/%00/receipt/", 404),
        ("almaty.registrar", "/work/case/1/%00/", 404),
        ("gpo.security", "/work/looks/?case=%00&who=%00", 200),
        ("gpo.security", f"/work/looks/?after={ENDLESS}", 200),
        ("gpo.admin", "/work/structure/?name=%00", 200),
        ("gpo.admin", f"/work/structure/person/{ENDLESS}/", 404),
        ("almaty.registrar", "/work/?unit=%C2%B2", 200),
        ("almaty.registrar", f"/work/?unit={ENDLESS}", 200),
        ("almaty.registrar", "/work/?office=%00&due=%00&view=%00", 200),
        ("almaty.registrar", f"/work/?after=2026-01-01_{ENDLESS}", 200),
        ("almaty.registrar", "/work/?after=2026-01-01_%C2%B2", 200),
        ("almaty.registrar", "/work/control/?office=%00", 200),
        ("almaty.registrar", "/work/assign/?person=%C2%B2", 302),
    ],
)
def test_an_address_with_nonsense_is_answered(enter: SignedIn, login: str, address: str, status: int) -> None:
    assert enter(login).get(address).status_code == status


def test_an_unseen_character_is_searched_without(house: House, enter: SignedIn) -> None:
    number = house.register().number
    assert number in enter("almaty.registrar").get("/work/find/?q=Проб\x00ная").content.decode()
    assert set(Look.objects.values_list("what", flat=True)) == {"Пробная"}


@pytest.mark.parametrize("nonsense", ["\x00", "²", ENDLESS])
def test_a_form_with_nonsense_is_answered(house: House, enter: SignedIn, nonsense: str) -> None:
    number = house.register().number
    browser = enter("almaty.registrar")
    party = Proceeding.objects.get().parties.get().pk
    bulk = {"number": nonsense, "executor": nonsense, "key": nonsense, "person": nonsense}
    assert browser.post(reverse("assign-chosen"), bulk).status_code == 422
    bulk = {"number": [number, nonsense], "executor": house.people["almaty.executor1"].pk, "key": nonsense}
    assert browser.post(reverse("assign-chosen"), bulk).status_code == 200
    opened = browser.post(reverse("open-party", args=[number, party]), {"reason": f"call{nonsense}"})
    assert opened.status_code == 200
    sent = {"text": f"Note{nonsense[:100]}", "version": nonsense, "key": nonsense}
    assert browser.post(reverse("step", args=[number, "note"]), sent).status_code == 302
    assert browser.post(reverse("step", args=["\x00", "note"]), sent).status_code == 404


def test_a_key_that_is_too_long_is_a_key_all_the_same(enter: SignedIn) -> None:
    browser = enter("almaty.registrar")
    places = {browser.post(reverse("intake"), {**INTAKE, "key": "k" * 300})["Location"] for _ in range(2)}
    assert len(places) == 1
    assert Key.objects.get().key == "k" * 200


def test_the_public_sends_nonsense_too() -> None:
    public = Client()
    assert public.post(reverse("follow"), {"code": "\x00"}).status_code < 500
    assert public.post(reverse("sign-in"), {"username": "\x00", "password": "\x00", "sent": "{\x00"}).status_code == 422
