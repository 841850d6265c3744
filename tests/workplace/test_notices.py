"""Notices to the staff: told to whom it concerns, never to who did it; shown, counted, marked as read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nadzor import clock
from nadzor.casework.models import Notice, Proceeding
from nadzor.casework.procedure import PROCEDURES
from nadzor.workplace.notices import PAGE, WORDS
from tests.house import House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db


def told(house: House, login: str) -> list[str]:
    rows = Notice.objects.filter(person=house.people[login], to="staff").order_by("pk")
    return list(rows.values_list("template", flat=True))


def assigned(house: House) -> str:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


def test_every_notice_to_the_staff_has_words() -> None:
    effects = [each for one in PROCEDURES.values() for step in one.steps for each in step.effects]
    templates = {
        each.template for each in effects if hasattr(each, "template") and getattr(each, "to", "staff") != "applicant"
    }
    by_other_effects = {
        "answered",
        "signed",
        "handed_on",
        "undelivered",
        "answer_corrected",
        "slip_signed",
        "paper_signed",
        "duplicate_joined",
    }
    assert templates | by_other_effects == set(WORDS)
    assert all(all(said) for said in WORDS.values())


def test_whom_a_step_tells(house: House) -> None:
    """Each is told what others did and concerns them; nobody what they did themselves."""
    number = assigned(house)
    draft = house.draft(number)
    deputy = house.people["almaty.deputy"].pk
    house.step("almaty.executor1", "send_for_agreement", draft, procedure="answer_draft", agreers=[deputy])
    house.step("almaty.deputy", "agree", draft, procedure="answer_draft")
    house.to_sign(draft)
    house.step("almaty.head", "send_back", draft, procedure="answer_draft", remark="Назовите статью")
    house.to_sign(draft)
    house.sign(number)
    assert told(house, "almaty.executor1") == ["assigned", "agreed", "draft_returned", "signed"]
    assert told(house, "almaty.deputy") == ["to_agree"]
    assert told(house, "almaty.head") == ["to_sign", "to_sign"]
    house.step("almaty.executor1", "dispatch", number, way="post")
    assert told(house, "almaty.executor1")[-1] == "signed"  # he sent it himself


def test_a_new_executor_alone_is_told_of_a_change(house: House) -> None:
    number = house.register().number
    people = {name: house.people[f"almaty.{name}"].pk for name in ("executor1", "executor2")}
    house.step("almaty.head", "assign", number, executor=people["executor1"])
    house.step("almaty.head", "reassign", number, executor=people["executor2"])
    assert (told(house, "almaty.executor1"), told(house, "almaty.executor2")) == (["assigned"], ["assigned"])


def test_the_page_counts_and_marks(house: House, enter: SignedIn) -> None:
    numbers = [assigned(house) for _ in range(2)]
    browser = enter("almaty.executor1")
    page = browser.get(reverse("notices"))
    assert page.headers["Cache-Control"].startswith("max-age=0")
    text = page.content.decode()
    assert text.index(numbers[1]) < text.index(numbers[0])  # newest first
    assert text.count("Given to you to consider") == 2
    assert Notice.objects.filter(read_at__isnull=False).count() == 0  # looking marks nothing
    assert '<strong class="n-count">2<' in browser.get(reverse("inbox")).content.decode()
    first = Notice.objects.filter(to="staff").order_by("pk")[0]
    assert browser.post(reverse("notices"), {"read": first.pk}).status_code == 302
    assert '<strong class="n-count">1<' in browser.get(reverse("inbox")).content.decode()
    late = assigned(house)  # came after the page was shown
    browser.post(reverse("notices"), {"all": Notice.objects.get(proceeding__number=numbers[1], to="staff").pk})
    left = Notice.objects.filter(person=house.people["almaty.executor1"], read_at__isnull=True)
    assert [each.proceeding.number for each in left] == [late]
    assert "No notices yet" in enter("almaty.executor2").get(reverse("notices")).content.decode()


def test_nobody_marks_or_sees_what_is_told_to_others(house: House, enter: SignedIn) -> None:
    assigned(house)
    notice = Notice.objects.get(to="staff")
    other = enter("almaty.head")
    assert notice.proceeding.number not in other.get(reverse("notices")).content.decode()
    other.post(reverse("notices"), {"read": notice.pk})
    other.post(reverse("notices"), {"all": notice.pk})
    notice.refresh_from_db()
    assert notice.read_at is None
    for bad in ("²", "-1", "9" * 30, "x"):
        assert other.post(reverse("notices"), {"read": bad}).status_code == 302
        assert other.get(reverse("notices"), {"before": bad}).status_code == 200


def test_a_case_that_went_away_is_named_without_a_link(house: House, enter: SignedIn) -> None:
    number = assigned(house)
    house.step("almaty.head", "reassign", number, executor=house.people["almaty.executor2"].pk)
    text = enter("almaty.executor1").get(reverse("notices")).content.decode()
    assert number in text
    assert reverse("proceeding", args=[number]) not in text


def test_pages_by_a_cursor_ask_as_much_for_many_as_for_few(house: House, enter: SignedIn) -> None:
    number = assigned(house)
    browser, case = enter("almaty.executor1"), Proceeding.objects.get(number=number)
    made = {"person": house.people["almaty.executor1"], "template": "assigned", "data": {}, "channel": "inbox"}
    browser.get(reverse("notices"))  # the session is kept anew once
    counts = []
    for more in (1, PAGE + 5):
        Notice.objects.bulk_create(
            Notice(proceeding=case, to="staff", made_at=clock.now(), **made) for _ in range(more)
        )
        with CaptureQueriesContext(connection) as queries:
            page = browser.get(reverse("notices")).content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1]
    last = Notice.objects.filter(to="staff").order_by("-pk")[PAGE - 1]
    assert f"?before={last.pk}" in page
    rest = browser.get(reverse("notices"), {"before": last.pk}).content.decode()
    assert rest.count('<li class="n-unread">') == Notice.objects.filter(to="staff").count() - PAGE


_SAID = [("ru", "Вам передано на рассмотрение"), ("kk", "Сізге қарауға берілді")]


@pytest.mark.parametrize(("language", "words"), _SAID)
def test_in_the_language_of_the_reader(house: House, enter: SignedIn, language: str, words: str) -> None:
    assigned(house)
    assert words in enter("almaty.executor1", language).get(reverse("notices")).content.decode()
