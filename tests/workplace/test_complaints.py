"""The pages of a complaint: its matter, the tree on the page of the case, the decision signed with the password."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nadzor.casework.models import Proceeding
from nadzor.complaints.models import Complaint
from tests.complaints.test_chapter_4 import DECIDE, complaint, contest, drafted, heard
from tests.house import VOUCHED, House
from tests.workplace.conftest import PASSWORD, SignedIn

pytestmark = pytest.mark.django_db
HEAD, EXECUTOR = "almaty.head", "almaty.executor1"


def ready(house: House) -> tuple[str, str, str]:
    """A complaint whose decision waits for the head: its number, its matter, the draft."""
    number = complaint(house)
    matter = contest(house, number)
    heard(house, matter)
    draft = drafted(house, number)
    signatory = house.people[HEAD].pk
    house.step(EXECUTOR, "send_to_sign", draft, procedure="complaint_decision", signatory=signatory)
    return number, matter, draft


def test_the_decision_is_read_and_signed_on_a_page(house: House, enter: SignedIn) -> None:
    number, matter, draft = ready(house)
    browser = enter(HEAD)
    queue = browser.get("/work/to-sign/").content.decode()
    assert f"/work/case/{number}/decide_complaint/?draft={draft}" in queue
    answer = browser.get(f"/work/case/{number}/decide_complaint/?draft={draft}")
    text = answer.content.decode()
    for words in (*DECIDE.values(), "leave the complaint unsatisfied", "Ответ не дан"):
        assert words in text
    seen = answer.context["seen"]
    said = {"draft": draft, "seen": seen, "version": answer.context["case"].row.version, "key": "k1"}
    assert text.count('name="vouched"') == len(VOUCHED)
    unsaid = browser.post(f"/work/case/{number}/decide_complaint/", {**said, "password": PASSWORD})
    assert unsaid.status_code == 409
    assert Proceeding.objects.get(number=number).state == "under_review"
    said |= {"vouched": VOUCHED, "key": "k2"}
    wrong = browser.post(f"/work/case/{number}/decide_complaint/", {**said, "password": "wrong"})
    assert wrong.status_code == 422
    assert Proceeding.objects.get(number=number).state == "under_review"
    done = browser.post(f"/work/case/{number}/decide_complaint/", {**said, "password": PASSWORD})
    assert done.status_code == 302, done.content.decode()
    assert Proceeding.objects.get(number=number).state == "signed"
    assert Complaint.objects.get(proceeding__number=matter).outcome == "refuse"


def test_a_matter_without_texts_has_no_empty_card(house: House, enter: SignedIn) -> None:
    number, browser = complaint(house), enter(EXECUTOR)
    hearing = {"way": "written", "on": "2026-03-11", "act_day": "2026-03-12", "preliminary": "Отказать."}
    house.step(EXECUTOR, "offer_hearing", number, **hearing)
    beside = Proceeding.objects.get(parent__number=number, procedure="hearing").number
    assert "<h2>Content</h2>" in browser.get(f"/work/case/{number}/").content.decode()
    assert "<h2>Content</h2>" not in browser.get(f"/work/case/{beside}/").content.decode()


def test_the_form_of_a_decision_begins_with_what_is_known(house: House, enter: SignedIn) -> None:
    number = complaint(house)
    contest(house, number)
    text = enter(EXECUTOR).get(f"/work/case/{number}/write_complaint_decision/").content.decode()
    for words in ("Пробная Заявительница", "960101500101", "Ответ не дан", "send the case back, naming the breaches"):
        assert words in text


def test_the_matter_tells_what_article_93_misses_and_what_is_suspended(house: House, enter: SignedIn) -> None:
    matter = contest(house, complaint(house), what="act")
    text = enter(EXECUTOR).get(f"/work/case/{matter}/").content.decode()
    assert "address of actual residence" in text
    assert "suspended from 5 March 2026" in text


def test_only_a_complaint_is_asked_for_what_article_93_lists(house: House, enter: SignedIn) -> None:
    browser, number, plain = enter(HEAD), complaint(house), house.register().number
    asked = browser.get(f"/work/case/{number}/ask_to_cure/").content.decode()
    assert "complaint_address" in asked
    assert "complaint_address" not in browser.get(f"/work/case/{plain}/ask_to_cure/").content.decode()


def test_the_tree_stands_on_each_page_and_names_what_is_not_seen(house: House, enter: SignedIn) -> None:
    first = house.register().number
    number = complaint(house)
    matter = contest(house, number, contested=first)
    plain = house.register().number
    browser = enter(EXECUTOR)
    for page in (number, matter):
        text = browser.get(f"/work/case/{page}/").content.decode()
        assert text.count("n-tree") == 2, "a level in a level"
        assert f'href="/work/case/{number}/"' in text
        assert f'href="/work/case/{first}/"' not in text, "the executor does not see the first appeal"
        assert first in text
    assert "n-tree" not in enter(HEAD).get(f"/work/case/{plain}/").content.decode()
    assert browser.get(f"/work/case/{number}/complaints/").status_code == 200


def test_a_tree_asks_as_often_for_many_complaints_as_for_few(house: House, enter: SignedIn) -> None:
    first, browser = house.register().number, enter(HEAD)

    def asked(count: int) -> int:
        for _ in range(count):
            contest(house, complaint(house), contested=first)
        address = f"/work/case/{first}/"
        browser.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        return len(queries)

    few = asked(2)
    assert asked(3) == few
