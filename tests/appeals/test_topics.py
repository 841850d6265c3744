"""The topic of an appeal: given when it is registered or passed on, changed there, carried along when forwarded."""

import pytest

from nadzor.appeals.models import Appeal
from nadzor.appeals.topics import TOPIC_TITLES, Topic
from nadzor.casework.refusals import Invalid
from tests.house import House

pytestmark = pytest.mark.django_db


def _topic(number: str) -> str:
    return Appeal.objects.get(proceeding__number=number).topic


@pytest.mark.parametrize(
    ("at_first", "when_passed_on", "at_last"),
    [
        (None, None, ""),
        ("land", None, "land"),
        (None, "land", "land"),
        ("land", "taxes", "taxes"),
    ],
)
def test_given_at_registration_and_changed_when_passed_on(
    house: House, at_first: str | None, when_passed_on: str | None, at_last: str
) -> None:
    number = house.register(**({"topic": at_first} if at_first else {})).number
    more = {"topic": when_passed_on} if when_passed_on else {}
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk, **more)
    assert _topic(number) == at_last


def test_goes_along_with_a_forwarded_appeal(house: House) -> None:
    number = house.register(topic="land").number
    house.step("almaty.head", "forward", number, office="751110-district", reason="По подведомственности.")
    assert set(Appeal.objects.values_list("topic", flat=True)) == {"land"}
    assert Appeal.objects.count() == 2


def test_another_topic_is_refused_by_name(house: House) -> None:
    with pytest.raises(Invalid) as refused:
        house.register(topic="gossip")
    assert "земля, недра, экология (land)" in refused.value.fields["topic"].ru


def test_every_topic_has_three_titles_that_no_other_has() -> None:
    assert set(TOPIC_TITLES) == set(Topic)
    for place in range(3):
        assert len({title[place] for title in TOPIC_TITLES.values()}) == len(Topic)
