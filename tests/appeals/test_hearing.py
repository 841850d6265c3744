"""Hearings: when the notice is too late, until when one objects, when none is held (29I.43-45, 56.2)."""

import datetime as dt

import pytest

from nadzor.appeals.hearing.forms import GROUNDS, PROOFS, OfferHearing
from nadzor.appeals.hearing.models import Hearing, HearingOmitted
from nadzor.appeals.hearing.rules import notice_by
from nadzor.casework.models import Notice, Term
from nadzor.casework.notice_kinds import KINDS
from nadzor.casework.refusals import ForbiddenByLaw, Invalid
from nadzor.papers.models import IssuedPaper
from tests.house import House

pytestmark = pytest.mark.django_db
OFFER = {"way": "written", "on": "2026-03-12", "act_day": "2026-03-16", "preliminary": "Отказать."}


def reviewed(house: House, kind: str = "application") -> str:
    number = house.register(kind=kind).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("10:30", "10:30"), ("9:05", "09:05"), ("9.05", "09:05"), ("0905", "09:05"), (" 23-59 ", "23:59")],
)
def test_an_hour_is_taken_as_people_type_it(typed: str, kept: str) -> None:
    assert OfferHearing.model_validate(OFFER | {"hour": typed}).hour == kept


@pytest.mark.parametrize("typed", ["24:00", "10:60", "после обеда", "1030:00"])
def test_what_is_no_hour_is_told_how_to_write_one(house: House, typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        house.step("almaty.executor1", "offer_hearing", reviewed(house), **OFFER, hour=typed)
    assert refused.value.fields["hour"].ru == "Запишите время так: 10:30."


# 8 March is a Sunday, its day off is moved to Monday the 9th: working days before the 12th are 11, 10, 6
NOTICES_BY = [("2026-03-12", "2026-03-06"), ("2026-03-11", "2026-03-05"), ("2026-03-10", "2026-03-04")]


@pytest.mark.norm("29I.43")
@pytest.mark.parametrize(("act", "last"), NOTICES_BY)
def test_the_notice_goes_three_working_days_before_the_act(act: str, last: str) -> None:
    assert notice_by(dt.date.fromisoformat(act)) == dt.date.fromisoformat(last)


@pytest.mark.norm("29I.43")
@pytest.mark.parametrize(("act", "may"), [("2026-03-11", True), ("2026-03-10", False)])
def test_a_notice_that_comes_too_late_is_refused(house: House, act: str, may: bool) -> None:
    number = reviewed(house)
    data = OFFER | {"on": act, "act_day": act}
    if may:
        house.step("almaty.executor1", "offer_hearing", number, **data)
        return
    with pytest.raises(Invalid) as refused:
        house.step("almaty.executor1", "offer_hearing", number, **data)
    assert "4 марта 2026 г." in refused.value.fields["act_day"].ru


@pytest.mark.norm("29I.56.1")
@pytest.mark.norm("29I.56.2")
@pytest.mark.parametrize(
    ("kind", "heard"),
    [
        ("application", True),
        ("complaint", True),
        ("message", False),
        ("proposal", False),
        ("feedback", False),
        ("request", False),
    ],
)
def test_only_applications_and_complaints_are_heard(house: House, kind: str, heard: bool) -> None:
    number = reviewed(house, kind)
    if heard:
        house.step("almaty.executor1", "offer_hearing", number, **OFFER)
        return
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.executor1", "offer_hearing", number, **OFFER)
    assert refused.value.cites[:2] == ("29I.56.1", "29I.56.2")


@pytest.mark.norm("29I.44")
def test_the_notice_is_one_that_a_point_asks_to_prove(house: House) -> None:
    number = reviewed(house)
    house.step("almaty.executor1", "offer_hearing", number, **OFFER)
    assert "29I.44" in KINDS["hearing_offered"].points
    assert Notice.objects.filter(proceeding__number=number, template="hearing_offered", to="applicant").exists()
    house.step(
        "almaty.executor1", "received", f"{number}.1", procedure="hearing", received_on="2026-03-05", told_by="sms"
    )
    assert Hearing.objects.get(proceeding__number=f"{number}.1").told_by == "sms"
    assert len(PROOFS) == 8  # registered letter, phone, telegram, cabinet with SMS, SMS, e-mail, the portal, by hand


@pytest.mark.norm("29I.45")
def test_the_participant_has_two_working_days_and_sees_what_is_decided(house: House) -> None:
    number = reviewed(house)
    house.step("almaty.executor1", "offer_hearing", number, **OFFER)
    paper = IssuedPaper.objects.get(paper="hearing_invitation")
    assert paper.to == "applicant"
    assert "Отказать." in str(paper.data)
    house.step(
        "almaty.executor1", "received", f"{number}.1", procedure="hearing", received_on="2026-03-05", told_by="sms"
    )
    term = Term.objects.get(proceeding__number=f"{number}.1", clock="objecting")
    assert term.due_day == dt.date(2026, 3, 10)  # 6 (1), 10 (2): the 9th is off
    assert term.reckoning["readings"] == ["R36"]


@pytest.mark.norm("29I.45")
@pytest.mark.parametrize("ground", sorted(GROUNDS))
def test_why_none_is_held_is_one_of_the_ten_grounds_and_is_kept_by_name(house: House, ground: str) -> None:
    number = reviewed(house)
    house.step("almaty.executor1", "omit_hearing", number, ground=ground, reasons="Дело не терпит.")
    kept = HearingOmitted.objects.get()
    assert (kept.ground, kept.person) == (ground, house.people["almaty.executor1"])


# 47.3: an act that refuses a right burdens; 47.2: a favourable one does not.
BURDENS = [
    ({"outcome": "refuse"}, True),
    ({"outcome": "adopt_act", "character": "burdensome"}, True),
    ({"outcome": "adopt_act", "character": "favourable"}, False),
    ({"outcome": "perform_action"}, False),
]


@pytest.mark.norm("29I.43")
@pytest.mark.norm("29I.47.2")
@pytest.mark.norm("29I.47.3")
@pytest.mark.parametrize(("said", "heard"), BURDENS)
def test_what_burdens_waits_for_a_hearing_or_a_ground(house: House, said: dict[str, str], heard: bool) -> None:
    number = reviewed(house)
    house.to_sign(house.draft(number, **said))
    if not heard:
        house.answer(number)
        return
    with pytest.raises(ForbiddenByLaw) as refused:
        house.sign(number)
    assert refused.value.cites == ("29I.43", "APPK.73")
    house.step("almaty.executor1", "omit_hearing", number, ground="at_once", reasons="Срок лечения истекает.")
    house.answer(number)
    assert "Срок лечения истекает." in str(IssuedPaper.objects.get(paper="answer").data)  # APPK 73, part 2 (4)


@pytest.mark.norm("29I.43")
def test_a_ground_serves_one_act_alone(house: House) -> None:
    number = reviewed(house)
    house.step("almaty.executor1", "omit_hearing", number, ground="asked")
    house.answer(number, outcome="refuse")
    house.step("almaty.executor1", "close", number)
    house.step("almaty.head", "reopen", number, reason="Новые сведения.")
    house.to_sign(house.draft(number, outcome="refuse"))
    with pytest.raises(ForbiddenByLaw):
        house.sign(number)
