"""Posts decide rights to the day; the end of the last one ends every way in, and tells what was held."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nadzor import clock
from nadzor.accounts.models import Account, Device, Seat, digest_of
from nadzor.accounts.models import Client as Token
from nadzor.appeals.held import held_by
from nadzor.casework.models import Entry
from nadzor.casework.refusals import NoRight
from nadzor.casework.structure import StructureAct, change_structure
from nadzor.casework.structure.entering import close_departed
from nadzor.law.posts import Post
from nadzor.organs.actor import actor_of
from nadzor.organs.models import Acting, Appointment, Duty
from nadzor.organs.roles import Role
from nadzor.workplace.models import TermsCalendar
from tests.house import MORNING, TODAY, House

pytestmark = pytest.mark.django_db
PASSWORD = "a long made-up phrase"  # noqa: S105  # of a made-up account
EXECUTOR = "almaty.executor1"
DAY = dt.timedelta(days=1)
MIDNIGHT = dt.datetime(2026, 3, 6, 0, 0, tzinfo=dt.timezone(dt.timedelta(hours=5)))
ORDER = {"order_number": "7-ж", "order_day": "2026-03-04"}


@pytest.fixture
def account(house: House) -> Account:
    return Account.objects.make(EXECUTOR, house.people[EXECUTOR], PASSWORD, language="en")


def entered(login: str = EXECUTOR) -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    client.post(reverse("sign-in"), {"username": login, "password": PASSWORD})
    return client


def post_of(house: House, login: str = EXECUTOR) -> Appointment:
    return Appointment.objects.get(person=house.people[login])


def set_days(row: Any, since: dt.date, until: dt.date | None) -> None:
    type(row).objects.filter(pk=row.pk).update(since=since, until=until, order_day=since)


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [
        (-1, None, True),
        (0, None, True),  # the first day
        (1, None, False),
        (-9, 0, True),  # the last day
        (-9, -1, False),
        (0, 0, True),
    ],
)
def test_a_post_and_an_acting_period_hold_from_the_first_day_to_the_last(
    house: House, account: Account, since: int, until: int | None, holds: bool
) -> None:
    days = (TODAY + since * DAY, None if until is None else TODAY + until * DAY)
    row = post_of(house)
    set_days(row, *days)
    assert bool(actor_of(house.people[EXECUTOR], TODAY).holdings) == holds
    client = entered()
    assert (client.get(reverse("inbox")).status_code == 200) == holds
    acting = Acting.objects.create(
        person=house.people["almaty.registrar"],
        body=row.body,
        post=Post.HEAD,
        since=days[0],
        until=days[1],
        order_number="1",
        order_day=days[0],
    )
    assert actor_of(house.people["almaty.registrar"], TODAY).leads(acting.body_id) == holds


@pytest.mark.parametrize(("minutes", "opens"), [(-1, True), (0, False), (1, False)])
def test_an_acting_order_ends_at_midnight_while_signed_in(house: House, minutes: int, opens: bool) -> None:
    """The registrar acts as the head until today: at midnight the right to sign is gone, the registrar's own stays."""
    Account.objects.make("almaty.registrar", house.people["almaty.registrar"], PASSWORD, language="en")
    body = post_of(house, "almaty.registrar").body
    Acting.objects.create(
        person=house.people["almaty.registrar"],
        body=body,
        post=Post.HEAD,
        since=TODAY,
        until=TODAY,
        order_number="1",
        order_day=TODAY,
    )
    client = entered("almaty.registrar")
    with clock.standing_at(MIDNIGHT + dt.timedelta(minutes=minutes)):
        page = client.get(reverse("inbox"))
        assert (page.status_code, reverse("to-sign") in page.content.decode()) == (200, opens)


@pytest.mark.parametrize(("minutes", "opens"), [(-1, True), (0, False), (1, False)])
def test_the_last_post_ends_at_midnight_while_signed_in(
    house: House, account: Account, minutes: int, opens: bool
) -> None:
    client = entered()
    set_days(post_of(house), TODAY - 30 * DAY, TODAY)
    with clock.standing_at(MIDNIGHT + dt.timedelta(minutes=minutes)):
        page = client.get(reverse("inbox"))
        assert (page.status_code == 200) == opens
        if not opens:
            assert "Your post has ended" in page.content.decode()
            assert not client.session.get("_auth_user_id")
            refused = client.post(reverse("sign-in"), {"username": EXECUTOR, "password": PASSWORD})
            assert (refused.status_code, "You hold no post today" in refused.content.decode()) == (422, True)


def test_before_the_first_day_the_day_is_told(house: House, account: Account) -> None:
    set_days(post_of(house), TODAY + 4 * DAY, None)
    client = Client()
    client.cookies["django_language"] = "en"
    refused = client.post(reverse("sign-in"), {"username": EXECUTOR, "password": PASSWORD})
    assert (refused.status_code, "9 March 2026" in refused.content.decode()) == (422, True)
    wrong = client.post(reverse("sign-in"), {"username": EXECUTOR, "password": "guess"})
    assert "9 March 2026" not in wrong.content.decode()  # told to who knows the password alone


def ways_in(house: House, account: Account) -> tuple[Client, str]:
    """Every way in: a session, a known browser, a token of the API, a secret calendar."""
    client = entered()
    Token.objects.create(
        name="t",
        person=house.people[EXECUTOR],
        token_digest=digest_of("secret-token"),
        scopes=["appeals:write", "proceedings:read"],
        made_at=MORNING,
    )
    TermsCalendar.objects.create(
        person=house.people[EXECUTOR], token_digest=digest_of("secret-calendar"), made_at=MORNING
    )
    return client, reverse("calendar-feed", args=["secret-calendar"])


def open_ways(client: Client, feed: str) -> list[bool]:
    api = Client().get("/api/v1/proceedings", headers={"authorization": "Bearer secret-token"})
    return [
        client.get(reverse("inbox")).status_code == 200,
        api.status_code == 200,
        Client().get(feed).status_code == 200,
    ]


def test_the_end_of_the_last_post_closes_every_way_in_at_once(house: House, account: Account) -> None:
    client, feed = ways_in(house, account)
    assert open_ways(client, feed) == [True, True, True]
    set_days(post_of(house), TODAY - 30 * DAY, TODAY - DAY)
    assert open_ways(client, feed) == [False, False, False]  # before any job has run


def test_the_house_then_closes_them_for_good_and_says_so_in_the_journal(house: House, account: Account) -> None:
    client, feed = ways_in(house, account)
    number = house.register().number
    house.step("almaty.registrar", "assign", number, executor=house.people[EXECUTOR].pk)
    set_days(post_of(house), TODAY - 30 * DAY, TODAY - DAY)
    assert (close_departed(), close_departed()) == (1, 0)
    account.refresh_from_db()
    assert not account.is_active
    assert not Seat.objects.exists()
    assert not Device.objects.exists()
    assert Token.objects.get().revoked_at is not None
    assert not TermsCalendar.objects.exists()
    entry = Entry.objects.filter(step="close_access").get()
    assert (entry.person_id, entry.subject) == (None, f"person:{account.person_id}")
    assert entry.data["open"] == [number]
    set_days(post_of(house), TODAY - 30 * DAY, None)  # appointed anew: nothing of it comes back by itself
    assert open_ways(client, feed) == [False, False, False]


@pytest.mark.parametrize(("until", "closed"), [(TODAY, 0), (TODAY - DAY, 1), (TODAY + DAY, 0), (None, 0)])
def test_the_house_closes_nobody_whose_post_still_holds(
    house: House, account: Account, until: dt.date | None, closed: int
) -> None:
    set_days(post_of(house), TODAY - 30 * DAY, until)
    assert close_departed() == closed


def test_nor_who_stands_in_for_somebody_or_begins_later(house: House, account: Account) -> None:
    row = post_of(house)
    set_days(row, TODAY - 30 * DAY, TODAY - DAY)
    later = Appointment.objects.create(
        person=row.person, body=row.body, post=row.post, since=TODAY + DAY, order_number="1", order_day=TODAY
    )
    assert close_departed() == 0
    later.delete()
    Acting.objects.create(
        person=row.person, body=row.body, post=Post.HEAD, since=TODAY, order_number="1", order_day=TODAY
    )
    assert close_departed() == 0


@pytest.mark.parametrize(("until", "open_still"), [("2026-03-04", False), ("2026-03-05", True), ("2026-03-09", True)])
def test_an_order_that_ends_the_last_post_closes_access_by_its_last_day(
    house: House, account: Account, until: str, open_still: bool
) -> None:
    client, feed = ways_in(house, account)
    act = StructureAct(
        "end_appointment", house.actor("almaty.admin"), str(post_of(house).pk), {"until": until, **ORDER}
    )
    change_structure(act)
    assert open_ways(client, feed) == [open_still] * 3
    account.refresh_from_db()
    assert account.is_active == open_still


def test_nobody_but_the_house_closes_access_that_way(house: House, account: Account) -> None:
    with pytest.raises(NoRight):
        change_structure(StructureAct("close_access", house.actor("almaty.admin"), str(account.person_id), {}))


@pytest.fixture
def gone(house: House, account: Account) -> dict[str, str]:
    """Somebody who left with a case, a draft, a draft to agree, a work that nobody does now; and one for the head."""
    numbers = {name: house.register(text=f"Обращение: {name}.").number for name in ("case", "drafted", "agreed")}
    for name, executor in (("case", EXECUTOR), ("drafted", EXECUTOR), ("agreed", "almaty.executor2")):
        house.step("almaty.registrar", "assign", numbers[name], executor=house.people[executor].pk)
    house.draft(numbers["drafted"], EXECUTOR)
    draft = house.draft(numbers["agreed"], "almaty.executor2")
    agreers = [house.people[EXECUTOR].pk]
    house.step("almaty.executor2", "send_for_agreement", draft, procedure="answer_draft", agreers=agreers)
    row = post_of(house)
    Duty.objects.create(
        person=row.person,
        body=row.body,
        role=Role.CALL_CENTRE_OPERATOR,
        since=TODAY - 30 * DAY,
        until=TODAY - DAY,
        order_number="1",
        order_day=TODAY - 30 * DAY,
    )
    set_days(row, TODAY - 30 * DAY, TODAY - DAY)
    return numbers


def test_what_was_held_is_listed_for_the_head_and_the_administrator(
    house: House, gone: dict[str, str], account: Account
) -> None:
    close_departed()
    for login, passes in (("almaty.head", True), ("almaty.admin", False)):
        Account.objects.make(login, house.people[login], PASSWORD, language="en")
        client = entered(login)
        assert account.person.full_name in client.get(reverse("left")).content.decode()
        page = client.get(reverse("left-person", args=[account.person_id])).content.decode()
        for number in gone.values():
            assert number in page, (login, number)
        assert "nobody does it now" in page
        assert (f"{reverse('assign-chosen')}?person={account.person_id}" in page) == passes
    for login in ("almaty.registrar", "almaty.executor2"):
        Account.objects.make(login, house.people[login], PASSWORD, language="en")
        assert entered(login).get(reverse("left")).status_code == 403


def test_once_it_is_passed_on_the_list_is_empty(house: House, gone: dict[str, str], account: Account) -> None:
    close_departed()
    person = account.person_id or 0
    held = held_by([person])[person]
    assert (len(held.cases), len(held.drafts), len(held.agreements), len(held.signatures)) == (2, 1, 1, 0)
    other = house.people["almaty.executor2"].pk
    for name in ("case", "drafted"):
        house.step("almaty.head", "reassign", gone[name], executor=other)
    left = held_by([person])[person]
    assert (left.cases, left.drafts, len(left.agreements)) == ([], [], 1)  # the executor asks somebody else to agree


def test_people_who_did_not_leave_and_others_offices_are_not_listed(house: House, account: Account) -> None:
    Account.objects.make("almaty.head", house.people["almaty.head"], PASSWORD, language="en")
    client = entered("almaty.head")
    assert client.get(reverse("left-person", args=[account.person_id])).status_code == 404
    assert client.get(reverse("left-person", args=[10**15])).status_code == 404


def test_the_list_asks_as_much_for_many_as_for_one(house: House, gone: dict[str, str], account: Account) -> None:
    Account.objects.make("almaty.head", house.people["almaty.head"], PASSWORD, language="en")
    client = entered("almaty.head")
    client.get(reverse("left"))

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(reverse("left")).status_code == 200
        return len(queries)

    one = asked()
    second = post_of(house, "almaty.executor2")
    set_days(second, TODAY - 30 * DAY, TODAY - DAY)
    assert asked() == one
