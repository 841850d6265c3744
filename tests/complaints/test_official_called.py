"""The official complained of is called for a day: told in writing, put off, called off, ended (29I.77; APPK 73)."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from nadzor.casework.erasing import emptied
from nadzor.casework.models import Notice, Proceeding
from nadzor.casework.refusals import ForbiddenByLaw, Invalid
from nadzor.complaints.models import Heard, OfficialCalled
from nadzor.papers.models import IssuedPaper
from tests.complaints.test_chapter_4 import complaint, contest, decide, matter_step, on, sign
from tests.house import House

pytestmark = pytest.mark.django_db
DAY = {"on": "2026-03-11", "hour": "10:30", "place": "кабинет 5"}
RECORD = {"where": "кабинет 5", "began": "10:30", "ended": "11:00", "official": "А", "secretary": "Б", "present": "В"}
DISTRICT = "751110-district"


def called(house: House, **changes: Any) -> tuple[str, str]:
    """A complaint of Thursday 5 March 2026 whose participant is not heard, with the official called for a day."""
    number = complaint(house)
    matter = contest(house, number, official="Прокурор района")
    matter_step(house, "not_heard", matter, side="participant", why="Просит решить без неё")
    matter_step(house, "call_official", matter, **{**DAY, **changes})
    return number, matter


def ended(house: House, matter: str, how: str) -> None:
    """The official came and was heard, or did not come although told."""
    if how == "held":
        matter_step(house, "hear", matter, side="official", **RECORD, course="Считает отказ верным.")
    else:
        matter_step(house, "not_heard", matter, side="official", why="Не явился")


def heads(house: House) -> set[int]:
    """The head of the district, as the demo has it."""
    found = {person.pk for login, person in house.people.items() if login == "almaly.head"}
    assert found
    return found


@pytest.mark.norm("29I.77")
def test_the_body_complained_of_is_told_in_writing_and_in_the_inbox(house: House) -> None:
    _, matter = called(house)
    paper = IssuedPaper.objects.get(proceeding__number=matter, paper="official_hearing_notice")
    assert (paper.to, paper.addressee.endswith("Прокурор района")) == ("outside", True)
    for words in ("11 марта 2026 г., 10:30", "кабинет 5", "Ответ не дан", "устно"):
        assert words in str(paper.data)
    rows = Notice.objects.filter(proceeding__number=matter, template="official_called")
    assert {row.person_id for row in rows} == heads(house)
    assert rows[0].data == {"number": matter, **DAY}
    call = OfficialCalled.objects.get(complaint__proceeding__number=matter)
    assert (call.notice, str(call.told_on), call.ended) == (paper.number, "2026-03-05", "")


@pytest.mark.norm("29I.77")
@pytest.mark.parametrize("how", ["held", "absent"])
def test_while_the_official_is_called_nothing_is_decided(house: House, how: str) -> None:
    number, matter = called(house)
    with on("2026-03-10"), pytest.raises(ForbiddenByLaw) as early:
        decide(house, number)
    assert early.value.cites == ("29I.77", "APPK.73")
    assert "11 марта" in early.value.message.ru
    draft = Proceeding.objects.get(parent__number=number, procedure="complaint_decision").number
    with on("2026-03-10"), pytest.raises(ForbiddenByLaw):  # the day that was told is kept
        ended(house, matter, how)
    with on("2026-03-11", 18):
        with pytest.raises(ForbiddenByLaw):  # its day is here, how it went is not entered
            sign(house, number, draft)
        ended(house, matter, how)
        sign(house, number, draft)
    call = OfficialCalled.objects.get(complaint__proceeding__number=matter)
    assert (call.ended, str(call.ended_on)) == (how, "2026-03-11")
    kept = Heard.objects.get(side="official")
    assert (kept.held, kept.call_id) == (how == "held", call.pk)


@pytest.mark.norm("29I.77")
def test_a_day_that_has_passed_unrecorded_leaves_the_official_unheard(house: House) -> None:
    number, _ = called(house)
    with on("2026-03-12"), pytest.raises(ForbiddenByLaw) as caught:
        decide(house, number)
    assert caught.value.message.ru.startswith("Не заслушаны: должностное лицо")


@pytest.mark.norm("29I.77")
def test_the_record_names_the_notice_by_which_he_was_called(house: House) -> None:
    _, matter = called(house)
    with on("2026-03-11", 12):
        ended(house, matter, "held")
    said = str(IssuedPaper.objects.get(proceeding__number=matter, paper="hearing_record").data)
    assert OfficialCalled.objects.get().notice in said
    assert "5 марта 2026 г." in said


# Three working days before the decision (APPK 73): told on Thursday 5 March, then 6, 10, 11; Monday the 9th is off.
@pytest.mark.norm("29I.77")
@pytest.mark.parametrize(("how", "day", "may"), [("absent", "10", False), ("absent", "11", True), ("held", "10", True)])
def test_who_did_not_come_was_told_three_working_days_before(house: House, how: str, day: str, may: bool) -> None:
    number, matter = called(house, on="2026-03-06")
    with on("2026-03-06", 18):
        ended(house, matter, how)
    with on(f"2026-03-{day}"):
        if may:
            decide(house, number)
            return
        with pytest.raises(ForbiddenByLaw) as caught:
            decide(house, number)
        assert "5 марта" in caught.value.message.ru


# A complaint of 5 March is decided by 8 April: 6, 10-13 (5), 16-20 (10), 26, 27, 30, 31 (14), 1-3 (17), 6-8 (20).
@pytest.mark.norm("29I.77", "29I.79")
@pytest.mark.parametrize(
    ("day", "may"), [("2026-03-05", False), ("2026-03-06", True), ("2026-04-08", True), ("2026-04-09", False)]
)
def test_for_which_days_he_is_called(house: House, day: str, may: bool) -> None:
    if may:
        called(house, on=day)
        return
    with pytest.raises(Invalid) as caught:
        called(house, on=day)
    assert set(caught.value.fields) == {"on"}


@pytest.mark.norm("29I.77")
def test_a_call_is_put_off_with_a_reason_and_told_anew(house: House) -> None:
    number, matter = called(house)
    again = {"on": "2026-03-13", "hour": "15:00", "place": "https://video.example.kz/1", "video": True}
    matter_step(house, "put_off_call", matter, **again, reason="Болезнь")
    rows = OfficialCalled.objects.order_by("pk").values_list("on", "ended", "reason")
    assert list(rows) == [(dt.date(2026, 3, 11), "put_off", "Болезнь"), (dt.date(2026, 3, 13), "", "")]
    papers = IssuedPaper.objects.filter(proceeding__number=matter, paper="official_hearing_notice").order_by("pk")
    assert "Болезнь" not in str(papers[0].data)
    for words in ("13 марта 2026 г., 15:00", "video.example.kz", "Болезнь"):
        assert words in str(papers[1].data)
    assert {row.person_id for row in Notice.objects.filter(template="official_put_off")} == heads(house)
    with on("2026-03-12"), pytest.raises(ForbiddenByLaw) as caught:
        decide(house, number)
    assert "13 марта" in caught.value.message.ru


@pytest.mark.norm("29I.77")
def test_a_call_is_called_off_in_writing_and_leaves_him_unheard(house: House) -> None:
    number, matter = called(house)
    matter_step(house, "call_off_call", matter, reason="Командировка")
    paper = IssuedPaper.objects.get(proceeding__number=matter, paper="official_hearing_off")
    for words in ("11 марта 2026 г., 10:30", "Командировка"):
        assert words in str(paper.data)
    assert {row.person_id for row in Notice.objects.filter(template="official_called_off")} == heads(house)
    with on("2026-03-12"):
        with pytest.raises(ForbiddenByLaw) as caught:
            decide(house, number)
        assert caught.value.cites == ("29I.77",)
        ended(house, matter, "absent")
    kept = Heard.objects.get(side="official")
    assert kept.call is None  # he was not told for any day that came


@pytest.mark.norm("29I.77")
@pytest.mark.parametrize(
    ("step", "data"),
    [
        ("leave_complaint", {"ground": "court_act", "court": "Решение суда", "reasons": "Есть акт"}),
        ("return_complaint", {"ground": "insulting", "reason": "Абзац 2"}),
    ],
)
def test_a_complaint_does_not_end_over_a_call(house: House, step: str, data: dict[str, str]) -> None:
    number, matter = called(house)
    with pytest.raises(ForbiddenByLaw) as caught:
        house.step("almaty.head", step, number, **data)
    assert "29I.77" in caught.value.cites
    matter_step(house, "call_off_call", matter, reason="Не нужно")
    house.step("almaty.head", step, number, **data)


def test_with_a_matter_opened_by_mistake_the_call_falls(house: House) -> None:
    _, matter = called(house)
    matter_step(house, "annul", matter, "head", reason="Открыто по ошибке")
    assert OfficialCalled.objects.get().ended == "called_off"
    assert {row.person_id for row in Notice.objects.filter(template="official_called_off")} == heads(house)


def test_who_considers_what_is_contested_is_told_too(house: House) -> None:
    first = house.register("almaly.registrar", addressed_to=DISTRICT).number
    executor = house.people["almaly.executor"]
    house.step("almaly.head", "assign", first, executor=executor.pk)
    matter = contest(house, complaint(house), contested=first)
    matter_step(house, "call_official", matter, **DAY)
    rows = Notice.objects.filter(template="official_called")
    assert {row.person_id for row in rows} == heads(house) | {executor.pk}


def test_an_erased_case_keeps_how_its_calls_ended(house: House) -> None:
    """Emptied words must not make an ended call stand again: two of one complaint would then be refused."""
    _, matter = called(house)
    for _ in range(2):
        matter_step(house, "put_off_call", matter, **{**DAY, "on": "2026-03-12"}, reason="Болезнь")
    OfficialCalled.objects.update(**emptied(OfficialCalled))
    rows = OfficialCalled.objects.order_by("pk").values_list("ended", "reason", "place")
    assert list(rows) == [("put_off", "", ""), ("put_off", "", ""), ("", "", "")]


def test_two_calls_do_not_stand_together(house: House) -> None:
    called(house)
    row = OfficialCalled.objects.get()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
