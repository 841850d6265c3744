"""An appeal is not turned to the harm of its author (29I.61.1)."""

import pytest

from nadzor.appeals.models import Appeal
from nadzor.casework.models import Notice, Proceeding
from nadzor.casework.refusals import ForbiddenByLaw, NoRight
from tests.house import House

pytestmark = pytest.mark.django_db


@pytest.mark.norm("29I.61.1")
def test_a_report_of_harm_reaches_the_heads_and_stops_the_signing_until_measures(house: House) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    with pytest.raises(ForbiddenByLaw):  # nothing is reported yet
        house.step("almaty.head", "end_harm", number, reason="Ничего")
    house.step("almaty.executor1", "report_harm", number, reason="Заявительницу уволили после запроса")
    told = Notice.objects.filter(proceeding__number=number, template="harm_reported")
    heads = {house.people[login].pk for login in ("almaty.head", "almaty.interests.head")}
    assert set(told.values_list("person_id", flat=True)) == heads
    with pytest.raises(ForbiddenByLaw) as refused:
        house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")
    assert refused.value.cites == ("29I.61.1",)
    with pytest.raises(ForbiddenByLaw):  # once is enough
        house.step("almaty.executor1", "report_harm", number, reason="Ещё раз")
    with pytest.raises(NoRight):
        house.step("almaty.executor1", "end_harm", number, reason="Сам разобрался")
    house.step("almaty.deputy", "end_harm", number, reason="Внесено представление работодателю")
    assert Appeal.objects.get(proceeding__number=number).flags == []
    house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")
    assert Proceeding.objects.get(number=number).state == "answered"
