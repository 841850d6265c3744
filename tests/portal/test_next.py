"""The page by the code says what happens next: of a term that ran out, a day that is over, a complaint that ended.

Source: 29I.71.5, 71.6, 83 (complaints), 29I.42.1 (no author), 29I.50, 71.1 (until when), 29I.25.1 (a day to cure),
29I.31 (another body considers what was forwarded), 29I.35.1 (a duplicate).
"""

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse

from nadzor import clock
from nadzor.appeals.following import followed
from nadzor.appeals.lives import lives, player
from nadzor.casework.models import Notice, Proceeding, Term
from nadzor.complaints import silence
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db


def shown(track: str, language: str = "ru") -> str:
    browser = Client()
    browser.cookies["django_language"] = language
    return browser.post(reverse("follow"), {"code": track}, follow=True).content.decode()


def next_of(page: str) -> str:
    return page.partition('id="next-title"')[2].partition("</section>")[0]


def track_of(number: str) -> str:
    return Proceeding.objects.get(number=number).track or ""


def considered(house: House, **changes: object) -> str:
    number: str = house.register(**changes).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


@pytest.mark.norm("29I.50")
def test_a_term_that_ran_out_is_told_with_the_right_to_complain(house: House) -> None:
    track = track_of(considered(house, kind="application"))
    # Fifteen working days from Thursday 5 March 2026 end on Wednesday 1 April (8, 9, 21-25 March are off).
    with clock.standing_at(MORNING.replace(month=4, day=1)):
        assert "Исполнитель рассматривает обращение" in next_of(shown(track))
    with clock.standing_at(MORNING.replace(month=4, day=2)):
        told = next_of(shown(track))
    assert "Срок рассмотрения истёк (последний день: 1 апреля 2026 г.), ответ ещё не отправлен." in told
    assert "Вы вправе обжаловать бездействие." in told


@pytest.mark.norm("29I.83")
@pytest.mark.norm("29I.71.6")
def test_a_complaint_that_counts_as_refused_leads_to_court(house: House) -> None:
    number = considered(house, kind="complaint")
    contested = {"what": "inaction", "content": "Ответ не дан", "office": "751110-district"}
    house.step("almaty.executor1", "contest", number, **contested)
    due = Term.objects.get(proceeding__number=number, norm="29I.79").due_day
    with clock.standing_at(MORNING.replace(month=due.month, day=due.day) + dt.timedelta(days=1)):
        assert silence.deem_refused() == [number]
        told = next_of(shown(track_of(number)))
    assert "считается, что в её удовлетворении отказано. Вы вправе обратиться в суд." in told
    assert "Исполнитель рассматривает обращение" not in told


@pytest.mark.norm("29I.71.5")
def test_a_complaint_satisfied_by_the_body_itself_promises_no_answer(house: House) -> None:
    number = considered(house, kind="complaint")
    contested = {"what": "inaction", "content": "Ответ не дан", "office": "750000-oblast"}
    house.step("almaty.executor1", "contest", number, **contested)
    house.step("almaty.head", "correct_self", number, act="Ответ дан", wholly=True)
    told = next_of(shown(track_of(number)))
    assert "сам полностью удовлетворил жалобу" in told
    assert "Ответ ниже" not in told


@pytest.mark.norm("29I.71.6")
def test_after_a_decision_on_a_complaint_the_way_is_the_court(house: House) -> None:
    life = player(lives()["complaint_silent"])
    life.play()
    decided = Proceeding.objects.filter(procedure="appeal", children__procedure="complaint_decision", state="answered")
    found = [followed(each.track or "") for each in decided]
    assert found
    said = Client().get(f"/api/v1/track/{decided[0].track}").json()["next"]
    assert [(each["do"], each["until"], each["cites"]) for each in said] == [("court", None, ["29I.71.6"])]
    for each in found:
        assert each is not None
        assert each.complaint is not None
        assert "в суд" in each.complaint.ru
        assert (each.complaint_cites, each.complaint_until) == (("29I.71.6",), None)


@pytest.mark.norm("29I.42.1")
@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "қаралмайды"), ("ru", "Такое обращение не рассматривают"), ("en", "is not considered unless")],
)
def test_who_gave_no_name_learns_what_follows(house: House, language: str, words: str) -> None:
    named, nameless = house.register(), house.register(applicant={"type": "anonymous"}, text="О другом.")
    assert words in next_of(shown(nameless.answers[0]["track"], language))
    assert words not in next_of(shown(named.answers[0]["track"], language))


@pytest.mark.norm("29I.71.1")
@pytest.mark.parametrize(("month", "over"), [(6, False), (7, True)])
def test_until_when_a_complaint_is_surely_in_time_and_that_a_late_one_is_taken(
    house: House, month: int, over: bool
) -> None:
    number = considered(house)
    house.answer(number)
    with clock.standing_at(MORNING.replace(month=month, day=5)):  # three months after the sending, and a month later
        page = shown(track_of(number))
    assert "Жалоба будет в срок по меньшей мере по: " in re.sub(r"<[^>]*>", "", page)
    assert "5 июня 2026" in page
    assert ("жалобу примут и после срока" in page) is over


@pytest.mark.norm("29I.25.1")
@pytest.mark.parametrize(("day", "over"), [(12, False), (13, True)])
def test_a_day_to_cure_that_is_over_is_told_and_the_door_stays_open(house: House, day: int, over: bool) -> None:
    done = house.register()
    asked = {"missing": ["postal_address"], "words": "Назовите улицу.", "due": "2026-03-12"}
    house.step("almaty.registrar", "ask_to_cure", done.number, **asked)
    with clock.standing_at(MORNING.replace(day=day)):
        told = next_of(shown(done.answers[0]["track"]))
    assert ("Этот день прошёл, но отправить ещё можно." in told) is over
    assert "/follow/mend/" in told


@pytest.mark.norm("29I.31.2")
def test_what_went_to_another_body_is_not_said_to_be_considered_here(house: House) -> None:
    done = house.register()
    assert "<dt>Рассматривает</dt>" in shown(done.answers[0]["track"])
    house.step("almaty.head", "forward", done.number, body="Акимат района", reason="Вопрос акимата.")
    assert "<dt>Рассматривает</dt>" not in shown(done.answers[0]["track"])


@pytest.mark.norm("29I.35.1")
def test_a_duplicate_is_told_of_the_main_one_in_a_sentence_with_one_full_stop(house: House) -> None:
    life = player(lives()["ends_duplicates"])
    life.play()
    joined = Notice.objects.filter(template="joined").select_related("proceeding")
    assert joined
    for each in joined:
        page = shown(each.proceeding.track or "")
        assert "Ответ – до " in page
        assert ".." not in re.sub(r"<[^>]*>", "", page).replace("...", "")


def test_the_reasons_of_a_day_name_no_readings_and_each_point_once(house: House) -> None:
    page = shown(house.register().answers[0]["track"])
    assert "R1" not in page
    assert "п. 54 Инструкции № 29" in page
    assert "п. 26 Инструкции № 29; п. 26 Инструкции № 29" not in re.sub(r"<[^>]*>", "", page)


def test_a_letter_that_was_sent_is_named(house: House) -> None:
    life = player(lives()["papers_beside"])
    life.play()
    sent = Notice.objects.filter(template="paper_sent").select_related("proceeding").first()
    assert sent is not None
    events = followed(sent.proceeding.track or "")
    assert events is not None
    assert [each["detail"].ru for each in events.events if each["what"].ru == "Вам отправлено письмо"] == [
        "Промежуточный ответ"
    ]
