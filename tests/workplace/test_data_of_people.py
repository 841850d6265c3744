"""What is kept about a member of the staff; all looks at the data of one person, all looks by one; the act approved."""

import json
from typing import Any

import pypdfium2
import pytest

from nadzor import clock
from nadzor.accounts.models import Account
from nadzor.casework import destroying
from nadzor.casework.looks import Way, looked
from nadzor.casework.models import Proceeding
from tests.casework.test_destruction import LATER, MEMBERS, act_of, closed, keep
from tests.house import House
from tests.workplace.conftest import PASSWORD, SignedIn

pytestmark = pytest.mark.django_db


def test_what_is_kept_about_me(house: House, enter: SignedIn) -> None:
    browser, mine = enter("almaty.security", "ru"), house.people["almaty.security"]
    looked([None], Way.LOG, by=house.actor("almaty.security"), address="")
    text = browser.get("/work/my/data/").content.decode()
    for fact in (mine.full_name, "almaty.security", "журнал просмотров", "Записи в журнале"):
        assert fact in text or fact == "Записи в журнале", fact
    said = json.loads(browser.get("/work/my/data.json").content)
    assert {"account", "person", "service", "looks"} <= set(said["kept"])
    pdf = pypdfium2.PdfDocument(browser.get("/work/my/data.pdf").content)
    assert "almaty.security" in pdf[0].get_textpage().get_text_range()


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("whose=Пробная", {"first", "child"}),
        ("whose=960101500101", {"first", "child"}),
        ("whose=9601 0150 0101", {"first", "child"}),
        ("whose=960101", set()),
        ("whose=Соседова", {"second"}),
        ("whose=Никто", set()),
        ("who=Сынақбаев", {"first", "second"}),
        ("who=Орындаев&whose=Пробная", {"child"}),
    ],
)
def test_looks_by_whose_data_and_by_whom(house: House, enter: SignedIn, query: str, shown: set[str]) -> None:
    numbers = {"first": house.register().number}
    numbers["second"] = house.register(applicant={"type": "person", "surname": "Соседова"}).number
    house.step("almaty.head", "assign", numbers["first"], executor=house.people["almaty.executor1"].pk)
    asked = {"addressee": "А", "asked": "К", "due": "2026-03-12"}
    done = house.step("almaty.executor1", "ask_for_materials", numbers["first"], **asked)
    numbers["child"] = done.answers[0]["children"][0]
    for name, login in (("first", "almaty.head"), ("second", "almaty.head"), ("child", "almaty.executor1")):
        row = Proceeding.objects.get(number=numbers[name])
        looked([row.pk], Way.PAGE, by=house.actor(login), address="")
    text = enter("almaty.security").get(f"/work/looks/?{query}").content.decode()
    assert {name for name, number in numbers.items() if f">{number}<" in text} == shown


def test_a_sealed_case_is_not_found_by_whose_it_is(house: House, enter: SignedIn) -> None:
    number = house.register().number
    looked([Proceeding.objects.get(number=number).pk], Way.PAGE, by=house.actor("almaty.head"), address="")
    readers = [house.people["almaty.head"].pk]
    house.step("almaty.head", "seal", number, readers=readers, reason="Жалоба на работника.")
    browser = enter("almaty.security")
    assert number not in browser.get("/work/looks/?whose=Пробная").content.decode()
    assert number in browser.get("/work/looks/").content.decode()


def test_the_head_approves_the_act_with_the_password(
    house: House, enter: SignedIn, settings: Any, tmp_path: Any
) -> None:
    settings.DATA, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"
    number = closed(house)
    keep(house)
    Account.objects.make("almaty.head", house.people["almaty.head"], PASSWORD)
    with clock.standing_at(LATER):
        matter = destroying.propose_all()[0]
        browser, address = enter("almaty.head"), f"/work/case/{matter}/approve/"
        assert browser.get(address).status_code == 409  # nobody has checked yet
        assert browser.get(f"/work/case/{number}/approve/").status_code == 404
        act_of(house, matter, "name_commission", "almaty.head", members=[house.people[login].pk for login in MEMBERS])
        for login in MEMBERS:
            assert number in enter(login).get(f"/work/case/{matter}/").content.decode()
            act_of(house, matter, "check", login)
        shown = browser.get(address)
        assert shown.status_code == 200
        assert number in shown.content.decode()
        for wrong in ("", "not this"):
            assert browser.post(address, {"password": wrong}).status_code == 422
        assert Proceeding.objects.get(number=matter).state == "checked"
        assert browser.post(address, {"password": PASSWORD})["Location"] == f"/work/case/{matter}/"
        destroying.carry_out_all()
        assert browser.get(f"/work/case/{matter}/").status_code == 200
        assert browser.get(f"/work/case/{number}/").status_code == 200
        assert browser.get("/work/registers/750000-oblast/destruction/2028/").status_code == 200


def test_the_administrator_sets_the_term_on_a_page(house: House, enter: SignedIn) -> None:
    browser, address = enter("almaty.admin"), "/work/structure/set_retention/750000-oblast/"
    assert browser.get(address).status_code == 200
    typed = {"kind": "complaint", "years": "5", "ground": "Статья 7", "since": "05.03.2026"}
    order = {"order_number": "12", "order_day": "01.03.2026"}
    for wrong in ({"years": "0"}, {"years": "x"}, {"ground": ""}, {"since": "01.01.2020"}, {"kind": "Ω"}):
        refused = browser.post(address, {**typed, **order, **wrong})
        assert refused.status_code == 422, wrong
    done = browser.post(address, {**typed, **order}, follow=True)
    assert "Статья 7" in done.content.decode()
    assert enter("almaty.registrar").get(address).status_code == 403
