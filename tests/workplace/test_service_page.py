"""Other service and the special register on the page of a person."""

import pytest
from django.urls import reverse

from nadzor.casework.structure import StructureAct, change_structure
from tests.house import House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
ORDER = {"order_number": "3", "order_day": "2026-03-02"}
SERVED = {"kind": "armed_forces", "place": "воинская часть", "since": "2015-01-01", "until": "2015-12-31"}


@pytest.mark.norm("SYS.71", "SYS.73")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", ("Қарулы Күштер, воинская часть", "365 күн", "Арнайы есептен шығару")),
        ("ru", ("Вооружённые силы, воинская часть", "365 дней", "Снять со специального учёта")),
        ("en", ("Armed Forces, воинская часть", "365 days", "Take off the special register")),
    ],
)
def test_the_page_of_a_person_shows_both(house: House, enter: SignedIn, language: str, said: tuple[str, ...]) -> None:
    on, admin = str(house.people["almaty.executor1"].pk), house.actor("almaty.admin")
    change_structure(StructureAct("add_service", admin, on, {**SERVED, **ORDER}))
    change_structure(StructureAct("enter_register", admin, on, {"since": "2026-03-05", **ORDER}))
    browser = enter("almaty.admin", language)
    text = browser.get(reverse("structure-person", args=[on])).content.decode()
    assert [each for each in said if each not in text] == []
    address = reverse("structure-change", args=["add_service", on])
    assert browser.get(address).status_code == 200
    answer = browser.post(address, {**SERVED, "since": "", "until": "31.12.2015", "key": "k1", **ORDER})
    assert answer.status_code == 422
    assert "воинская часть" in answer.content.decode()  # what was typed is kept


@pytest.mark.norm("SYS.27", "MEMO.18")
def test_the_pages_of_the_centre_ask_for_the_presidents_act_and_keep_the_book(house: House, enter: SignedIn) -> None:
    browser = enter("gpo.admin")
    for code, asked in (("000000-gpo", True), ("000000-military", True), ("750000-oblast", False)):
        text = browser.get(reverse("structure-change", args=["add_person", code])).content.decode()
        assert ("It is an act of the President" in text) is asked
    row = {"kind": "competence", "kk": "жылу", "ru": "тепло", "en": "heating", "body_kk": "И", "body_ru": "И"}
    sent = {**row, "body_en": "I", "contacts": "ул. Примерная", "source": "Акт", "since": "05.03.2026", "key": "k2"}
    address = reverse("structure-change", args=["add_reference", "000000-gpo"])
    made = browser.post(address, {**sent, "order_number": "3", "order_day": "02.03.2026"}, follow=True).content.decode()
    assert "Reference book for citizens" in made
    assert "heating" in made
    elsewhere = browser.get(reverse("structure-body", args=["750000-oblast"])).content.decode()
    assert "Reference book for citizens" not in elsewhere
