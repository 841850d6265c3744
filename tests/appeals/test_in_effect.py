"""From which day a decision works (APPK 83): from a notice that counts by article 66, not from its adoption."""

import datetime as dt

import pytest

from nadzor import clock
from nadzor.appeals.in_effect import told_on, works_told
from nadzor.casework import outbox
from nadzor.casework.delivery import Delivery
from nadzor.casework.loading import case_of
from nadzor.casework.models import Notice, Proceeding
from tests.house import House

pytestmark = pytest.mark.django_db
ZONE = "Asia/Almaty"
# way, outcome, whether the applicant counts as told by it
TOLD = [
    ("post", "sent", False),
    ("post", "delivered", True),
    ("post", "declined", True),  # R64
    ("post", "returned", False),
    ("email", "sent", True),
    ("email", "refused", False),
    ("courier", "sent", False),
    ("courier", "delivered", True),
    ("portal", "delivered", False),  # the page alone is no notice
]


@pytest.mark.norm("29I.47.1")
@pytest.mark.parametrize(("way", "outcome", "counts"), TOLD)
def test_a_decision_works_from_the_notice(house: House, way: str, outcome: str, counts: bool) -> None:
    number = house.register(kind="message").number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    assert works_told(case_of(Proceeding.objects.get(number=number))) is None  # nothing is decided
    house.answer(number)
    outbox.deliver()
    row = Proceeding.objects.get(number=number)
    Delivery.objects.filter(notice__proceeding=row).delete()
    notice = Notice.objects.get(proceeding=row, template="answered", to="applicant")
    told_at = clock.now() + dt.timedelta(days=3)
    Delivery.objects.create(notice=notice, way=way, outcome=outcome, at=told_at, planned_at=clock.now())
    day = told_on(row.pk, ZONE)
    assert day == (told_at.date() if counts else None)
    told = works_told(case_of(row))
    assert told is not None
    assert told.ru.startswith("с ") is counts
    assert told.ru.startswith("принято") is not counts
