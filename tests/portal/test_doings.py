"""What an applicant does by the code: withdraw, object, be heard, see the file, complain; each once, each in its term.

Source: APPK 64.9 (withdrawal), 29I.43, APPK 73 (objection), 29I.71 (complaint), 29I.78 (access).
"""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nadzor import clock
from nadzor.appeals.applicant.doings import DOINGS
from nadzor.appeals.ends.models import Withdrawal
from nadzor.appeals.hearing.models import Hearing
from nadzor.casework.asking import declared
from nadzor.casework.forms import Nothing
from nadzor.casework.models import Entry, Proceeding, Term
from nadzor.casework.procedure import PROCEDURES
from nadzor.complaints.models import Complaint
from nadzor.organs.actor import actor_told
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
FOLLOW = "/follow/"


def follows(house: House, language: str = "en", **changes: Any) -> tuple[Client, str]:
    """Return a browser that follows an appeal under review, and its number."""
    done = house.register(**changes)
    house.step("almaty.head", "assign", done.number, executor=house.people["almaty.executor1"].pk)
    browser = Client()
    browser.cookies["django_language"] = language
    browser.post(reverse("follow"), {"code": done.answers[0]["track"]})
    return browser, done.number


def send(browser: Client, name: str, **data: Any) -> Any:
    address = f"{FOLLOW}{name}/"
    found = re.search(r'name="key" value="([0-9a-f]{32})"', browser.get(address).content.decode())
    assert found, name
    return browser.post(address, {"key": found[1], "send": "1", **data})


def shown(browser: Client) -> str:
    return browser.get(FOLLOW).content.decode()


def next_of(page: str) -> str:
    """What the page says of what happens next."""
    return page.partition('id="next-title"')[2].partition("</section>")[0]


def test_every_row_names_a_step_that_the_house_makes_for_the_applicant() -> None:
    for doing in DOINGS:
        step = PROCEDURES[doing.procedure].step_of[doing.step]
        assert step.opens is None
        assert all(all(each) for each in (doing.title, doing.told, doing.done))
        assert doing.asks is Nothing or declared(doing.asks)
    assert {each.name for each in DOINGS} == {
        "mend",
        "add",
        "withdraw",
        "object",
        "oral",
        "remark",
        "complain",
        "access",
    }


@pytest.mark.norm("29I.21")
def test_an_appeal_is_withdrawn_by_who_knows_the_surname(house: House) -> None:
    browser, number = follows(house)
    wrong = send(browser, "withdraw", words="Вопрос решён.", surname="Чужая")
    assert wrong.status_code == 422
    assert "Вопрос решён." in wrong.content.decode()
    assert "The surname is not that of the appeal" in wrong.content.decode()
    assert not Withdrawal.objects.exists()
    assert send(browser, "withdraw", words="Вопрос решён.", surname="пробная").status_code == 302
    assert Withdrawal.objects.get().words == "Вопрос решён."
    page = shown(browser)
    assert "/follow/withdraw/" not in page
    assert "The leadership decides whether to accept that; the decision will appear here." in next_of(page)
    assert "Not possible now" not in page  # it was done: what comes of it is told, not why it is closed
    track = Proceeding.objects.get(number=number).track
    said = Client(HTTP_ACCEPT_LANGUAGE="en").get(f"/api/v1/track/{track}").json()
    assert [each["do"] for each in said["next"]] == ["wait", "wait"]
    assert said["next"][1]["told"].startswith("You have withdrawn the appeal.")
    assert said["may_not"] == []
    assert browser.get("/follow/withdraw/")["Location"] == FOLLOW
    entry = Entry.objects.get(proceeding__number=number, step="applicant_withdraws")
    assert actor_told(entry.actor).ru == "заявитель, через портал"


def test_ten_wrong_surnames_an_hour_are_enough(house: House) -> None:
    browser, _ = follows(house)
    for _ in range(10):
        assert send(browser, "withdraw", words="Вопрос решён.", surname="Чужая").status_code == 422
    assert send(browser, "withdraw", words="Вопрос решён.", surname="Пробная").status_code == 429
    assert not Withdrawal.objects.exists()


def test_an_empty_surname_is_asked_for_and_is_no_guess(house: House) -> None:
    browser, number = follows(house)
    house.answer(number)
    for _ in range(11):
        asked = send(browser, "access", surname=" ")
        assert asked.status_code == 422
    assert "Enter the surname" in asked.content.decode()
    for address, name in (("answer-pdf", "surname"), ("paper-pdf", "paper_surname"), ("kept", "surname")):
        told = browser.post(reverse(address), {name: ""})
        assert (told.status_code, "Enter the surname" in told.content.decode()) == (422, True), address
    assert send(browser, "access", surname="Пробная").status_code == 302


def invited(house: House) -> tuple[Client, str]:
    browser, number = follows(house, kind="application")
    asked = {
        "way": "written",
        "on": "2026-03-11",
        "act_day": "2026-03-12",
        "preliminary": "Отказать: проверено дважды.",
    }
    house.step("almaty.executor1", "offer_hearing", number, **asked)
    return browser, number


@pytest.mark.norm("29I.43")
def test_who_is_invited_reads_the_preliminary_decision_and_objects_once(house: House) -> None:
    browser, _ = invited(house)
    page = shown(browser)
    assert "We are waiting for you." in page
    assert "Отказать: проверено дважды." in page
    assert send(browser, "object", text="").status_code == 422
    assert send(browser, "object", text="Проверяли не тот двор.").status_code == 302
    row = Hearing.objects.select_related("proceeding").get()
    assert (row.objection, row.told_by, row.received_on, row.proceeding.state) == (
        "Проверяли не тот двор.",
        "portal",
        row.objected_on,
        "objected",
    )
    assert "/follow/object/" not in shown(browser)


@pytest.mark.norm("29I.43")
def test_a_term_that_runs_is_told_and_one_may_ask_to_be_heard_aloud(house: House) -> None:
    browser, number = invited(house)
    child = Proceeding.objects.get(parent__number=number, procedure="hearing")
    received = {"received_on": "2026-03-05", "told_by": "phone"}
    house.step("almaty.executor1", "received", child.number, procedure="hearing", **received)
    due = Term.objects.get(proceeding=child, state="running").due_day
    assert f"{due:%Y-%m-%d}" in shown(browser)
    assert send(browser, "oral", text="Скажу сам.").status_code == 302
    child.refresh_from_db()
    assert child.state == "asked_oral"
    assert Hearing.objects.get().oral


@pytest.mark.norm("29I.71.1")
def test_a_complaint_knows_what_it_contests_and_is_followed_by_a_code_of_its_own(house: House) -> None:
    browser, number = follows(house)
    house.answer(number)
    page = browser.get("/follow/complain/").content.decode()
    answer = re.search(r'name="act" id="id_act_0" value="([^"]+)"', page)
    assert answer
    assert "A complaint is in time at least until 5 June 2026" in page
    said = {"act": answer[1], "what": "decision", "circumstances": "Свет не горит.", "demands": "Отменить."}
    assert send(browser, "complain", **{**said, "surname": ""}).status_code == 422
    done = send(browser, "complain", **said, surname="Пробная")
    assert done.status_code == 302
    row = Complaint.objects.select_related("proceeding__parent", "contested").get()
    filed = row.proceeding.parent
    assert filed is not None
    assert (row.contested.number if row.contested else "", row.what, row.late) == (number, "decision", False)
    assert (filed.kind, filed.applicant) == ("complaint", Proceeding.objects.get(number=number).applicant)
    page = shown(browser)
    assert filed.number in page
    assert str(filed.track) in page  # told once, to be written down
    assert str(filed.track) not in shown(browser)
    other = Client()
    other.post(FOLLOW, {"code": str(filed.track)})
    assert filed.number in shown(other)


@pytest.mark.norm("29I.71.2")
@pytest.mark.parametrize("reason", ["", "Лежал в больнице."])
def test_a_missed_term_asks_for_its_reason_once_and_shuts_no_door(house: House, reason: str) -> None:
    browser, number = follows(house, language="ru")
    house.answer(number)
    answer = browser.get("/follow/complain/").content.decode()
    act = re.search(r'id="id_act_0" value="([^"]+)"', answer)
    assert act
    said = {"act": act[1], "what": "decision", "circumstances": "Свет не горит.", "surname": "Пробная"}
    with clock.standing_at(MORNING.replace(month=9)):
        asked = send(browser, "complain", **said)
        assert asked.status_code == 422
        body = asked.content.decode()
        assert "Срок жалобы прошёл, но жалобу примут." in body
        assert "Свет не горит." in body
        assert 'name="warned"' in body
        key = re.search(r'name="key" value="([0-9a-f]{32})"', body)
        assert key
        more = {"key": key[1], "warned": "1", "send": "1", "missed_because": reason}
        assert browser.post("/follow/complain/", {**said, **more}).status_code == 302
    row = Complaint.objects.get()
    assert row.late
    assert bool(row.restoration_reason) == bool(reason)


@pytest.mark.norm("29I.78")
@pytest.mark.parametrize("after", [False, True])
def test_access_to_the_file_is_asked_for_during_the_case_and_after_it(house: House, after: bool) -> None:
    browser, number = follows(house)
    if after:
        house.answer(number)
    assert "/follow/access/" in shown(browser)
    assert send(browser, "access", surname="Пробная").status_code == 302
    term = Term.objects.select_related("proceeding").get(proceeding__parent__number=number, clock="access")
    page = shown(browser)
    assert "/follow/access/" not in page  # one request at a time
    assert f"Last day on which it is shown: {term.due_day.day} March 2026" in next_of(page)
    day = {"on": "2026-03-06", "hour": "15:00", "place": "room 5"}
    child = term.proceeding.number
    house.step("almaty.executor1", "appoint", child, procedure="file_access", **day)
    assert "6 March 2026, 15:00, room 5" in next_of(shown(browser))
    house.step("almaty.executor1", "give", child, procedure="file_access", person="Пробная З.", shown="Дело")
    assert "/follow/access/" in shown(browser)
