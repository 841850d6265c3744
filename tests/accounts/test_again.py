"""Before every signature: the password, the second factor where there is one, or a key that has asked its owner."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nadzor.accounts import factors
from nadzor.accounts.models import Account, Happening
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.models import PaperDraft
from nadzor.casework.act import Act
from nadzor.casework.models import Entry, Proceeding
from nadzor.casework.perform import perform
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.refusals import ForbiddenByLaw
from tests.accounts.soft_key import HOST, SoftKey
from tests.house import VOUCHED, House

pytestmark = pytest.mark.django_db
PASSWORD = "a long made-up phrase"  # noqa: S105  # of a made-up account
WRONG = "not the password"
LOGIN = "almaty.head"
SIGNED = {
    *(
        ("appeal", step)
        for step in """
        answer sign_slip sign_paper forward forward_part ask_to_cure return_uncured ask_for_materials give_part
        pass_crime
        transfer instruct offer_hearing ask_extension extend_term submit_to_general terminate redirect_anonymous
        end_correspondence attach_to_file answer_duplicate return_petition return_late_petition
        send_complaint_up correct_self restore_term return_complaint leave_complaint tell_left decide_complaint
        higher_measure measure_from_above return_from_above
        """.split()  # noqa: SIM905  # read as lines of words
    ),
    *(("complaint", step) for step in ("call_official", "put_off_call", "call_off_call", "hear", "send_copy")),
    *(("hearing", step) for step in ("appoint", "draw_record")),
    ("file_access", "give"),
    ("instruction", "check_further"),
    ("destruction", "approve"),
}
"""The steps by which somebody puts a hand to a paper, as the papers of the house say who signs them."""


@pytest.fixture
def account(house: House) -> Account:
    return Account.objects.make(LOGIN, house.people[LOGIN], PASSWORD, language="en")


@pytest.fixture
def client(account: Account) -> Client:
    made = Client(SERVER_NAME=HOST)
    made.cookies["django_language"] = "en"
    assert made.post(reverse("sign-in"), {"username": LOGIN, "password": PASSWORD}).status_code == 302
    return made


def added(client: Client, *, asks: bool) -> tuple[SoftKey, list[str]]:
    """Add a key as a person does; return it with the recovery codes."""
    key = SoftKey(asks=asks)
    asked = client.post(reverse("my-key-asked")).json()
    posted = {"name": "blue", "password": PASSWORD, "answer": key.made(asked)}
    shown = client.post(reverse("my-key"), posted)
    assert (shown.status_code, factors.kinds(Account.objects.get())) == (200, {"webauthn", "recovery_codes"})
    codes = [words.split("</code>")[0] for words in shown.content.decode().split("<code>")[1:]]
    return key, codes


def answers(client: Client, key: SoftKey) -> str:
    asked = client.post(reverse("again-key"))
    assert asked.status_code == 200
    return key.signed(asked.json())


def test_which_steps_sign() -> None:
    found = {(table.name, step.name) for table in PROCEDURES.values() for step in table.steps if step.signs}
    assert found == SIGNED


def forwards(client: Client, number: str, **more: str) -> Any:
    """Sign the covering letter of a forwarding on the page of its step."""
    row = Proceeding.objects.get(number=number)
    data = {"body": "Акимат города", "reason": "В его компетенции", "confirmed": "true", "version": str(row.version)}
    return client.post(reverse("step", args=[number, "forward"]), {**data, **more})


def signs(client: Client, number: str, **more: str) -> Any:
    """Sign the answer that waits on its page."""
    draft = PaperDraft.objects.get(proceeding__parent__number=number)
    data = {"seen": digest_of(draft.contents), "version": str(Proceeding.objects.get(number=number).version)}
    return client.post(reverse("sign", args=[number]), {**data, "vouched": VOUCHED, **more})


def ticked(client: Client, number: str, **more: str) -> Any:
    """Forward a ticked appeal."""
    data = {"number": number, "body": "Акимат города", "reason": "В его компетенции", "confirmed": "true"}
    return client.post(reverse("forward-chosen"), {**data, **more})


def queue(client: Client, number: str, **more: str) -> Any:
    """Sign a ticked draft of the queue."""
    draft = PaperDraft.objects.get(proceeding__parent__number=number)
    return client.post(
        reverse("to-sign"), {"sign": f"{number}={digest_of(draft.contents)}", "vouched": VOUCHED, **more}
    )


PAGES = {"forward": (forwards, 302), "sign": (signs, 302), "ticked": (ticked, 200), "queue": (queue, 200)}


@pytest.fixture(params=PAGES)
def page(request: Any, house: House, client: Client) -> Any:
    """A page that signs: `tried` with what is given, whether it is signed."""
    number = house.register().number
    if request.param in {"sign", "queue"}:
        house.step("almaty.registrar", "assign", number, executor=house.people["almaty.executor1"].pk)
        house.to_sign(house.draft(number))
    made, done = PAGES[request.param]

    def tried(**given: str) -> bool:
        before = Entry.objects.count()
        answer = made(client, number, **given)
        assert answer.status_code in {done, 422}, answer.content.decode()
        signed = Entry.objects.count() > before
        assert signed is (answer.status_code == done)
        return signed

    return tried


def test_without_a_second_factor_the_password_is_asked(page: Any) -> None:
    assert [page(), page(password=WRONG), page(password=PASSWORD)] == [False, False, True]


def test_a_key_that_has_asked_its_owner_stands_alone(page: Any, client: Client) -> None:
    key, _codes = added(client, asks=True)
    assert not page(password=PASSWORD)  # one factor of two
    assert not page(key_answer="{}")
    other = SoftKey(asks=True)
    assert not page(key_answer=answers(client, other))
    assert page(key_answer=answers(client, key))


def test_an_answer_of_a_key_counts_once(house: House, client: Client) -> None:
    key, _codes = added(client, asks=True)
    first, second = house.register().number, house.register(text="Другое дело").number
    said = answers(client, key)
    assert [forwards(client, number, key_answer=said).status_code for number in (first, second)] == [302, 422]


def test_a_key_that_has_asked_nobody_needs_the_password_too(page: Any, client: Client) -> None:
    key, _codes = added(client, asks=False)
    assert not page(key_answer=answers(client, key))
    assert not page(key_answer=answers(client, key), password=WRONG)
    assert page(key_answer=answers(client, key), password=PASSWORD)


def test_without_the_key_a_recovery_code_beside_the_password(page: Any, client: Client) -> None:
    _key, codes = added(client, asks=True)
    assert not page(password=PASSWORD, code="00000 00000")
    assert not page(password=WRONG, code=codes[0])
    assert page(password=PASSWORD, code=codes[0])


def test_no_account_without_a_key_is_asked_one(client: Client, account: Account) -> None:
    assert client.post(reverse("again-key")).status_code == 403
    assert Client().post(reverse("again-key")).status_code == 403
    shown = client.get(reverse("to-sign")).content.decode()
    assert "key_answer" not in shown


def test_by_any_other_way_it_is_refused_with_a_sentence(house: House) -> None:
    number = house.register().number
    act = Act("appeal", "forward", house.actor(LOGIN), {"body": "Акимат", "reason": "Его дело"}, on=(number,))
    with pytest.raises(ForbiddenByLaw, match="give your password again or use your key") as refused:
        perform(act)
    assert "29I.31.4" in refused.value.cites


def test_what_was_typed_stays_and_the_password_does_not(house: House, client: Client) -> None:
    number = house.register().number
    shown = forwards(client, number, reason="Δοκιμή", password=WRONG).content.decode()
    assert ("Δοκιμή" in shown, WRONG in shown) == (True, False)
    assert "Nothing is signed" in shown, shown[shown.find("refusal") :][:400]


def test_wrong_tries_before_a_signature_stand_in_the_history(house: House, client: Client) -> None:
    added(client, asks=True)
    number = house.register().number
    forwards(client, number, password=WRONG)
    forwards(client, number, key_answer="{}")
    forwards(client, number, password=PASSWORD, code="0")
    kinds = list(Happening.objects.order_by("pk").values_list("kind", "times"))
    assert kinds == [("entered", 1), ("wrong_password", 1), ("wrong_factor", 2)]
