"""Who signs that a complaint is left without consideration: point 88 for this very decision."""

import pytest

from nadzor.casework.loading import case_of
from nadzor.casework.models import Proceeding
from nadzor.complaints.deciding import SIGNS_THIS
from tests.house import House

pytestmark = pytest.mark.django_db


@pytest.mark.norm("29I.88.5", "29I.88.6")
@pytest.mark.parametrize(
    ("login", "may"),
    [("almaty.head", True), ("almaty.deputy", True), ("almaty.executor1", False)],  # 88.5, 88.6.e
)
def test_who_leaves_a_complaint(house: House, login: str, may: bool) -> None:
    case = case_of(Proceeding.objects.get(number=house.register(kind="complaint").number))
    verdict = SIGNS_THIS.test(case, house.actor(login), None)
    assert verdict.allowed is may
    assert may or verdict.cites == ("29I.88.1",)
