"""Several administrators at once: the second waits for the first and is told what stands now."""

import pytest

from nadzor.casework import journal
from nadzor.casework.models import Entry
from nadzor.casework.refusals import Invalid
from nadzor.casework.structure import StructureAct, change_structure
from nadzor.organs.directory import version_now
from nadzor.organs.models import Acting
from tests.crowd import errors, together
from tests.house import House

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_of_four_acting_periods_of_the_same_days_is_taken(house: House) -> None:
    Acting.objects.all().delete()
    people = [house.people[f"almaty.{name}"].pk for name in ("deputy", "interests.head", "appeals.head", "executor1")]
    days = {"since": "2026-03-10", "until": "2026-03-12", "order_number": "7-П", "order_day": "2026-03-02"}
    actors, version = [house.actor("almaty.admin"), house.actor("gpo.admin")], version_now()

    def work(place: int) -> None:
        data = {"person": people[place], "post": "head", **days}
        change_structure(StructureAct("stand_in", actors[place % 2], "750000-oblast", data))

    refused = errors(together(*[lambda place=place: work(place) for place in range(4)]))
    assert [type(each) for each in refused] == [Invalid] * 3
    assert Acting.objects.count() == Entry.objects.count() == 1
    assert version_now() == version + 1
    assert not [finding for each in journal.verify() for finding in each.findings]
