"""The hearing of both sides before a complaint is decided (29I.77; APPK 73, 98)."""

import pytest

from nadzor.casework.models import Proceeding
from nadzor.casework.refusals import ForbiddenByLaw
from nadzor.complaints.models import Complaint
from tests.complaints.test_chapter_4 import complaint, contest, decide, matter_step, on, sign
from tests.house import House

pytestmark = pytest.mark.django_db
OTHER = {"official": "participant", "participant": "official"}


@pytest.mark.norm("29I.77")
@pytest.mark.parametrize("side", sorted(OTHER))
def test_nothing_is_decided_before_both_are_heard(house: House, side: str) -> None:
    number = complaint(house)
    matter = contest(house, number)
    matter_step(house, "not_heard", matter, side=side, why="Письменная позиция есть")
    with pytest.raises(ForbiddenByLaw) as caught:
        decide(house, number)
    assert caught.value.cites == ("29I.77",)
    matter_step(house, "not_heard", matter, side=OTHER[side], why="Письменная позиция есть")
    waiting = Proceeding.objects.get(parent__number=number, procedure="complaint_decision")
    sign(house, number, waiting.number)


@pytest.mark.norm("29I.43")
@pytest.mark.norm("29I.77")
def test_a_participant_invited_for_a_day_is_heard_by_that(house: House) -> None:
    """The day told to him is kept: nothing is decided before it, or while the hearing goes on."""
    number = complaint(house)
    matter_step(house, "not_heard", contest(house, number), side="official", why="Объяснения есть")
    told = {"way": "written", "on": "2026-03-11", "act_day": "2026-03-17", "preliminary": "Отказать."}
    house.step("almaty.executor1", "offer_hearing", number, **told)
    hearing = Proceeding.objects.get(parent__number=number, procedure="hearing").number
    with pytest.raises(ForbiddenByLaw) as going:
        decide(house, number)
    assert going.value.cites == ("29I.43",)
    received = {"received_on": "2026-03-06", "told_by": "sms"}
    with on("2026-03-06"):
        house.step("almaty.executor1", "received", hearing, procedure="hearing", **received)
    draft = Proceeding.objects.get(parent__number=number, procedure="complaint_decision").number
    with on("2026-03-16"):
        house.step("almaty.executor1", "finish", hearing, procedure="hearing")
        with pytest.raises(ForbiddenByLaw) as early:
            sign(house, number, draft)
    assert "17 марта" in early.value.message.ru
    with on("2026-03-17"):
        sign(house, number, draft)
    assert Complaint.objects.get(proceeding__parent__number=number).outcome == "refuse"
