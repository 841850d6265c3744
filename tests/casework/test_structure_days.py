"""Rights follow the days of posts and acting periods: before the first day, on it, on the last one, after it."""

import datetime as dt
from typing import Any

import pytest
from django.db import transaction

from nadzor import clock
from nadzor.accounts.models import Account
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.models import PaperDraft
from nadzor.casework.act import Act
from nadzor.casework.perform import perform
from nadzor.casework.refusals import NoRight, NotFound
from nadzor.casework.structure import StructureAct, change_structure
from nadzor.organs.actor import actor_of
from nadzor.organs.models import Acting
from tests.house import MORNING, TODAY, VOUCHED, House

pytestmark = pytest.mark.django_db

ORDER = {"order_number": "7-П", "order_day": "2026-03-02"}
ALMATY = "750000-oblast"
FIRST, LAST = dt.date(2026, 3, 10), dt.date(2026, 3, 12)
# day → does the period of 10 to 12 March hold?
HOLDS = {
    dt.date(2026, 3, 9): False,
    dt.date(2026, 3, 10): True,
    dt.date(2026, 3, 11): True,
    dt.date(2026, 3, 12): True,
    dt.date(2026, 3, 13): False,
}


def change(house: House, step: str, on: object, **data: Any) -> None:
    change_structure(StructureAct(step, house.actor("almaty.admin"), str(on), {**data, **ORDER}))


def at(day: dt.date) -> dt.datetime:
    return MORNING + (day - TODAY)


def refuses_by_right(house: House, number: str, login: str, day: dt.date) -> bool:
    """Whether a refusal of the appeal, which the head alone signs (88.5.c), is outside somebody's powers on a day."""
    seen = digest_of(PaperDraft.objects.get(proceeding__parent__number=number).contents)
    actor = actor_of(house.people[login], day).again()
    with clock.standing_at(at(day)):
        try:
            with transaction.atomic():
                perform(Act("appeal", "answer", actor, {"seen": seen, "vouched": VOUCHED}, on=(number,)))
                transaction.set_rollback(True)
        except NoRight:
            return True
    return False


@pytest.mark.norm("29I.88.5")
def test_an_acting_head_signs_from_the_first_day_through_the_last(house: House) -> None:
    Acting.objects.all().delete()
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.to_sign(house.draft(number, outcome="refuse"))
    head, deputy = house.people["almaty.head"], house.people["almaty.deputy"]
    days = {"since": str(FIRST), "until": str(LAST)}
    change(house, "stand_in", ALMATY, person=deputy.pk, post="head", instead_of=head.pk, **days)
    for day, holds in HOLDS.items():
        assert refuses_by_right(house, number, "almaty.deputy", day) is not holds, day
        assert refuses_by_right(house, number, "almaty.interests.head", day), day


def test_an_acting_period_cut_short(house: House) -> None:
    Acting.objects.all().delete()
    deputy = house.people["almaty.deputy"]
    change(house, "stand_in", ALMATY, person=deputy.pk, post="head", since=str(FIRST))
    row = Acting.objects.get()
    change(house, "end_acting", row.pk, until=str(LAST))
    held = {day: any(one.acting for one in actor_of(deputy, day).holdings) for day in HOLDS}
    assert held == HOLDS
    change(house, "end_acting", row.pk, until="2026-03-09")  # before it began: called off
    assert not Acting.objects.exists()


def test_a_post_holds_from_the_first_day_through_the_last(house: House) -> None:
    person = house.people["almaty.executor1"]
    base = {"body": "751110-district", "post": "deputy_head"}
    change(house, "appoint", person.pk, **base, since=str(FIRST), until=str(LAST))
    almaly = person.appointments.get(post="deputy_head").body_id
    assert {day: actor_of(person, day).leads(almaly) for day in HOLDS} == HOLDS


def test_an_ended_post_takes_works_and_acting_with_it(house: House) -> None:
    person = house.people["almaty.registrar"]
    row = person.appointments.get()
    change(house, "end_appointment", row.pk, until=str(LAST))
    found = {day: (bool(actor_of(person, day).holdings), bool(actor_of(person, day).roles)) for day in HOLDS}
    assert found == {day: (day <= LAST, day <= LAST) for day in HOLDS}
    row.refresh_from_db()
    assert row.end_ground == "7-П, 2026-03-02"


def test_a_work_holds_from_the_first_day_through_the_last(house: House) -> None:
    person = house.people["almaty.executor1"]
    days = {"since": str(FIRST), "until": str(LAST)}
    change(house, "lay_work", person.pk, body=ALMATY, role="registrar", **days)
    assert {day: bool(actor_of(person, day).roles) for day in HOLDS} == HOLDS


def test_nothing_is_assigned_to_somebody_away(house: House) -> None:
    from nadzor.casework.people import candidates

    person = house.people["almaty.executor1"]
    body = person.appointments.get().body_id
    change(house, "away", person.pk, kind="illness", since=str(FIRST), until=str(LAST))
    offered = {day: person.pk in {row.person_id for row in candidates(body, day)} for day in HOLDS}
    assert offered == {day: not away for day, away in HOLDS.items()}


def test_access_ends_with_dismissal_though_the_day_is_the_last_of_service(house: House) -> None:
    from nadzor.organs.models import Person

    person = house.people["almaty.executor1"]
    account = Account.objects.make("almaty.executor1", person, None)
    change(house, "dismiss", person.pk, until=str(TODAY))
    account.refresh_from_db()
    assert not account.is_active
    assert actor_of(person, TODAY).holdings  # the last day of service, for the record
    assert not actor_of(Person.objects.get(pk=person.pk), TODAY + dt.timedelta(days=1)).holdings
    abai = _abai(house)
    data = {"body": "100000-oblast", "post": "prosecutor", "since": str(FIRST), **ORDER}
    with pytest.raises(NotFound):  # the administrator of another office
        change_structure(StructureAct("appoint", abai, str(person.pk), data))


def _abai(house: House) -> Any:
    """Somebody of Abai made an administrator by the one of the head office."""
    person = house.people["abai.registrar"]
    data = {"body": "100000-oblast", "role": "administrator", "since": str(TODAY), **ORDER}
    change_structure(StructureAct("lay_work", house.actor("gpo.admin"), str(person.pk), data))
    return house.actor("abai.registrar")
