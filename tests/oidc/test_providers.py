"""Signing in by a real provider: staff to the account that an administrator made, applicants to their own appeals."""

import re
from html import unescape
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.test import Client
from django.urls import reverse

from nadzor.accounts.models import Account
from nadzor.casework.models import Look
from nadzor.casework.refusals import Invalid
from nadzor.casework.structure import StructureAct, change_structure
from nadzor.web.identity import BadProvider, providers
from tests.house import House
from tests.oidc.running import PEOPLE, Running

pytestmark = pytest.mark.django_db
IIN = PEOPLE["head"]["iin"]
LOGIN = "almaty.head"


@pytest.fixture
def account(house: House) -> Account:
    return Account.objects.make(LOGIN, house.people[LOGIN], None, language="en")


@pytest.fixture
def site(provider: Running, settings: Any) -> Running:
    settings.SOCIALACCOUNT_PROVIDERS = provider.settings("organisation", "applicants")
    return provider


def browser() -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    return client


def leaves(client: Client, name: str = "to-provider", **posted: str) -> str:
    """The address at the provider that our page leads to."""
    page = client.post(reverse(name), posted)
    assert page.status_code == 200
    return unescape(re.search(r'content="0;url=([^"]+)"', page.content.decode())[1])  # type: ignore[index]


def back(client: Client, address: str) -> Any:
    assert address.startswith("http://testserver")
    return client.get(address.removeprefix("http://testserver"))


def tie(house: House, person: str = LOGIN, **data: str) -> None:
    act = StructureAct("tie_identity", house.actor("almaty.admin"), str(house.people[person].pk), data)
    change_structure(act)


@pytest.mark.parametrize(
    ("tied", "who", "enters"),
    [
        ({"iin": IIN}, "head", True),
        ({"subject": "head-1"}, "head", True),
        ({"iin": IIN, "subject": "head-1"}, "head", True),
        ({"iin": IIN, "subject": "head-1"}, "twin", False),  # the same IIN, another subject
        ({"subject": "head-1"}, "twin", False),
        ({"iin": IIN}, "stranger", False),
        ({"iin": IIN}, "nameless", False),
        ({}, "head", False),  # nobody has tied it
    ],
)
def test_staff_enter_the_account_that_is_tied_and_no_other(  # noqa: PLR0917  # fixtures and the table
    house: House, account: Account, site: Running, tied: dict[str, str], who: str, enters: bool
) -> None:
    if tied:
        tie(house, **tied)
    client = browser()
    answer = back(client, site.confirm(leaves(client), who))
    assert (answer.status_code == 302) == enters
    assert (client.get(reverse("inbox")).status_code == 200) == enters
    assert Account.objects.count() == 1  # none is ever made
    assert not SocialToken.objects.exists()
    if not enters:
        assert "administrator of your office" in answer.content.decode()


def test_the_first_entering_by_iin_ties_the_subject(house: House, account: Account, site: Running) -> None:
    tie(house, iin=IIN)
    for who, status in (("head", 302), ("twin", 403), ("head", 302)):
        client = browser()
        assert back(client, site.confirm(leaves(client), who)).status_code == status
    assert SocialAccount.objects.get().uid == "head-1"


def test_it_leads_on_within_this_site_alone(house: House, account: Account, site: Running) -> None:
    tie(house, iin=IIN)
    for wanted, led in (("/work/my/", "/work/my/"), ("https://evil.example/", reverse("inbox"))):
        client = browser()
        assert back(client, site.confirm(leaves(client, next=wanted), "head"))["Location"] == led


def test_a_closed_account_stays_closed(house: House, account: Account, site: Running) -> None:
    tie(house, iin=IIN)
    Account.objects.update(is_active=False)
    client = browser()
    assert back(client, site.confirm(leaves(client), "head")).status_code == 403


def test_an_answer_is_taken_once_and_only_where_it_was_asked(house: House, account: Account, site: Running) -> None:
    tie(house, iin=IIN)
    client, stranger = browser(), browser()
    address = site.confirm(leaves(client), "head")
    assert back(stranger, address).status_code == 403  # another browser: no state there
    assert back(client, address).status_code == 302
    assert back(client, address).status_code == 403
    assert back(browser(), "http://testserver/work/sign-in/organisation/back/?code=x&state=y").status_code == 403


def test_a_forged_code_and_a_foreign_nonce_confirm_nobody(house: House, account: Account, site: Running) -> None:
    tie(house, iin=IIN)
    client = browser()
    address = site.confirm(leaves(client), "head")
    assert back(client, re.sub("code=[^&]+", "code=forged", address)).status_code == 403
    client = browser()
    address = site.confirm(re.sub("nonce=[^&]+", "nonce=another", leaves(client)), "head")
    assert back(client, address).status_code == 403
    assert client.get(reverse("inbox")).status_code == 302


def test_calling_it_off_is_said(site: Running, house: House) -> None:
    client = browser()
    answer = back(client, site.confirm(leaves(client), "head", cancel=True))
    assert (answer.status_code, "called the sign-in off" in answer.content.decode()) == (403, True)


def test_a_provider_that_is_away_is_said(settings: Any, provider: Running, house: House) -> None:
    told = provider.settings("organisation", "applicants")
    for app in told["openid_connect"]["APPS"]:
        app["settings"]["server_url"] = "http://127.0.0.1:9"
    settings.SOCIALACCOUNT_PROVIDERS = told
    for name in ("to-provider", "cabinet-enter"):
        answer = browser().post(reverse(name))
        assert (answer.status_code, "does not answer" in answer.content.decode()) == (503, True)


def test_off_until_configured_and_no_button(house: House, settings: Any) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    client = browser()
    assert "Sign in by" not in client.get(reverse("sign-in")).content.decode()
    assert reverse("cabinet") not in client.get(reverse("home")).content.decode()
    asked = [
        client.post(reverse("to-provider")),
        client.get(reverse("organisation-callback")),
        client.get(reverse("cabinet")),
        client.post(reverse("cabinet-enter")),
        client.get(reverse("applicants-callback")),
    ]
    assert {answer.status_code for answer in asked} == {404}


def test_what_identifies_one_person_identifies_no_other(house: House, account: Account, site: Running) -> None:
    Account.objects.make("almaty.deputy", house.people["almaty.deputy"], None)
    tie(house, iin=IIN, subject="head-1")
    for name, value in (("iin", IIN), ("subject", "head-1"), ("iin", "12")):
        with pytest.raises(Invalid) as refused:
            tie(house, "almaty.deputy", **{name: value})
        assert set(refused.value.fields) == {name}


def enters(site: Running, who: str) -> Client:
    client = browser()
    answer = back(client, site.confirm(leaves(client, "cabinet-enter"), who))
    assert answer.status_code == 302
    return client


def test_an_applicant_sees_the_appeals_of_the_iin_and_no_others(house: House, site: Running) -> None:
    mine = [house.register().number for _ in range(2)]
    other = house.register(applicant={"type": "person", "iin": "800101300202", "surname": "Чужая", "name": "А"}).number
    client = enters(site, "citizen")
    page = client.get(reverse("cabinet")).content.decode()
    assert [number in page for number in (*mine, other)] == [True, True, False]
    assert "960101500101" not in page
    assert Account.objects.count() == 0
    assert client.post(reverse("cabinet"), {"open": other}).status_code == 404
    assert client.post(reverse("cabinet"), {"open": mine[0]})["Location"] == reverse("follow")
    assert mine[0] in client.get(reverse("follow")).content.decode()
    assert Look.objects.filter(way="follow").exists()
    client.post(reverse("cabinet"), {"leave": "1"})
    assert mine[0] not in client.get(reverse("cabinet")).content.decode()
    assert mine[0] not in client.get(reverse("follow")).content.decode()


def test_without_an_iin_nothing_is_shown(house: House, site: Running) -> None:
    client = browser()
    answer = back(client, site.confirm(leaves(client, "cabinet-enter"), "nameless"))
    assert (answer.status_code, "gave no IIN" in answer.content.decode()) == (403, True)


def test_an_answer_for_applicants_lets_no_staff_in(house: House, account: Account, site: Running) -> None:
    tie(house, iin=IIN)
    client = browser()
    address = site.confirm(leaves(client, "cabinet-enter"), "head")
    assert back(client, address.replace("/my/back/", "/work/sign-in/organisation/back/")).status_code == 403
    assert client.get(reverse("inbox")).status_code == 302


ISSUER = {"NADZOR_STAFF_OIDC": "https://id.example.kz", "NADZOR_STAFF_OIDC_ID": "nadzor"}


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"NADZOR_STAFF_OIDC": "http://id.example.kz"}, "NADZOR_STAFF_OIDC: https"),
        ({"NADZOR_STAFF_OIDC": "https://id.example.kz"}, "NADZOR_STAFF_OIDC_ID"),
        (ISSUER, "NADZOR_STAFF_OIDC_SECRET_FILE"),
        ({**ISSUER, "NADZOR_STAFF_OIDC_SECRET_FILE": "/nowhere"}, "NADZOR_STAFF_OIDC_SECRET_FILE: /nowhere"),
    ],
)
def test_a_provider_half_configured_stops_the_start(environ: dict[str, str], named: str) -> None:
    with pytest.raises(BadProvider) as refused:
        providers(environ)
    assert str(refused.value).startswith(named)


def test_a_provider_is_read_from_the_environment(tmp_path: Any) -> None:
    file = tmp_path / "secret"
    file.write_text("kept apart\n", encoding="utf-8")
    assert providers({})["openid_connect"]["APPS"] == []
    (app,) = providers({**ISSUER, "NADZOR_STAFF_OIDC_SECRET_FILE": str(file)})["openid_connect"]["APPS"]
    assert (app["provider_id"], app["name"], app["secret"]) == ("organisation", "id.example.kz", "kept apart")
    assert app["settings"]["iin_claim"] == "iin"
