"""What goes with chapter 4: the applicant's own complaint by the code, article 93, the return, what is suspended."""

import datetime as dt
from typing import Any

import pytest

from nadzor.appeals.models import Appeal
from nadzor.casework.act import Act
from nadzor.casework.forms import parsed
from nadzor.casework.loading import case_of
from nadzor.casework.models import Entry, Notice, Proceeding, Term
from nadzor.casework.perform import perform
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight
from nadzor.casework.writing import Change
from nadzor.complaints.applicants import filed_after, may_complain
from nadzor.complaints.contesting import lacks_of, suspended_since
from nadzor.complaints.deciding import CheckGround, CheckReturn
from nadzor.complaints.models import Complaint
from nadzor.organs.actor import HOUSE
from tests.complaints.test_chapter_4 import complaint, contest, matter_step, on
from tests.house import House

pytestmark = pytest.mark.django_db


def answered(house: House, **changes: Any) -> Proceeding:
    """An appeal of Thursday 5 March 2026, answered on that day."""
    number = house.register(**changes).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.answer(number)
    return Proceeding.objects.get(number=number)


def complain(row: Proceeding, **said: Any) -> Proceeding:
    data = {"circumstances": "Ответ не по существу.", "real_address": "улица Примерная, 1", **said}
    perform(Act("appeal", "applicant_complains", HOUSE, data, on=(row.number,)))
    found = filed_after(row.number)
    assert found is not None
    return found


@pytest.mark.norm("29I.71.1")
@pytest.mark.norm("29I.72")
def test_an_applicant_contests_the_answer_by_the_code(house: House) -> None:
    row = answered(house)
    told = may_complain(row.track or "")
    assert told is not None
    paper = told.acts[0]
    assert (paper.what, str(paper.day), str(paper.until)) == ("decision", "2026-03-05", "2026-06-05")
    filed = complain(row, act=paper.value, demands="Рассмотреть заново")
    matter = Complaint.objects.get(proceeding__parent=filed)
    assert (filed.kind, filed.state, filed.body_id) == ("complaint", "registered", row.body_id)
    assert filed.track not in {None, row.track}
    assert (matter.contested_id, matter.proceeding.state, matter.late) == (row.pk, "at_body", False)
    assert Term.objects.get(proceeding=filed, clock="consideration").norm == "29I.79"
    assert str(Term.objects.get(proceeding=matter.proceeding, clock="sending_up").due_day) == "2026-03-11"
    assert Proceeding.objects.get(pk=row.pk).state == "answered"
    assert filed.applicant == row.applicant
    assert Notice.objects.filter(proceeding=row, to="applicant", template="complaint_filed").exists()
    entry = Entry.objects.get(proceeding=row, step="applicant_complains")
    assert "Ответ не по существу" not in str(entry.data)


def test_the_staff_may_not_complain_for_the_applicant(house: House) -> None:
    row = answered(house)
    with pytest.raises(NoRight):
        house.step("almaty.head", "applicant_complains", row.number, act="other", circumstances="x", content="y")


WRONG = [
    ({"act": "2020-75-000001/1"}, "act"),
    ({"act": "other"}, "content"),
    ({"act": "inaction"}, "act"),  # it was answered
    ({"act": "", "learnt_on": "2026-03-04"}, "learnt_on"),  # before the answer
    ({"act": "", "learnt_on": "2026-03-06"}, "learnt_on"),  # to come
]


@pytest.mark.parametrize(("said", "field"), WRONG)
def test_what_an_applicant_may_not_say(house: House, said: dict[str, str], field: str) -> None:
    row = answered(house)
    told = may_complain(row.track or "")
    assert told is not None
    with pytest.raises(Invalid) as caught:
        complain(row, **{**said, "act": said["act"] or told.acts[0].value})
    assert field in caught.value.fields


# three months from Thursday 5 March 2026 end on Friday 5 June
@pytest.mark.norm("29I.71.3")
@pytest.mark.norm("29I.71.2")
@pytest.mark.parametrize(("day", "late"), [("2026-06-05", False), ("2026-06-08", True)])
def test_a_late_complaint_of_an_applicant_asks_to_restore_the_term(house: House, day: str, late: bool) -> None:
    row = answered(house)
    with on(day):
        told = may_complain(row.track or "")
        assert told is not None
        filed = complain(row, act=told.acts[0].value, missed_because="Болела")
    matter = Complaint.objects.get(proceeding__parent=filed)
    assert (matter.late, matter.restoration) == (late, "asked" if late else "")


def test_that_nothing_was_answered_in_time_is_contested_too(house: House) -> None:
    number = house.register().number
    row = Proceeding.objects.get(number=number)
    due = Term.objects.get(proceeding=row, clock="consideration").due_day
    with on(due.isoformat()):
        told = may_complain(row.track or "")
        assert told is not None
        assert [each.value for each in told.acts] == ["other"]
    with on((due + dt.timedelta(days=1)).isoformat()):
        told = may_complain(row.track or "")
        assert told is not None
        assert [each.value for each in told.acts] == ["inaction", "other"]
        filed = complain(row, act="inaction")
    assert Complaint.objects.get(proceeding__parent=filed).what == "inaction"


def test_no_code_no_complaint(house: House) -> None:
    house.register()
    assert may_complain("0000-0000-0000-0000") is None
    assert may_complain("") is None


@pytest.mark.norm("29I.72")
def test_what_article_93_asks_for_is_asked_of_complaints_alone(house: House) -> None:
    number = complaint(house)
    matter = Complaint.objects.get(proceeding__number=contest(house, number))
    assert "complaint_address" in lacks_of(matter)
    house.step("almaty.executor1", "ask_to_cure", number, missing=["complaint_address"], due="2026-03-10")
    plain = house.register().number
    with pytest.raises(Invalid) as caught:
        house.step("almaty.registrar", "ask_to_cure", plain, missing=["complaint_address"], due="2026-03-10")
    assert "missing" in caught.value.fields


# Registered on Thursday 5 March: 6, 10, 11 (Monday 9 March is off). The time to mend ends on Tuesday 10: 11, 12, 13.
RETURNS = [
    ("insulting", "2026-03-11", "APPK.64.7.2", "2026-03-11", "kept"),
    ("insulting", "2026-03-12", "APPK.64.7.2", "2026-03-11", "late"),
    ("identical", "2026-03-11", "APPK.64.7.2", "2026-03-11", "kept"),
    ("uncured", "2026-03-13", "APPK.64.7.1", "2026-03-13", "kept"),
    ("uncured", "2026-03-16", "APPK.64.7.1", "2026-03-13", "late"),
]


@pytest.mark.norm("29I.73")
@pytest.mark.parametrize(("ground", "day", "norm", "due", "state"), RETURNS)
def test_a_return_has_three_working_days(  # noqa: PLR0917  # a row of the table
    house: House, ground: str, day: str, norm: str, due: str, state: str
) -> None:
    number = complaint(house)
    matter = contest(house, number)
    if ground == "uncured":
        house.step("almaty.executor1", "ask_to_cure", number, missing=["signature"], due="2026-03-10")
    with on(day):
        house.step("almaty.head", "return_complaint", number, ground=ground, reason="Нет подписи")
    term = Term.objects.get(proceeding__number=matter, clock="returning")
    assert (term.norm, str(term.due_day), term.state) == (norm, due, state)


SUSPENDED = [("act", "2026-03-05"), ("decision", "2026-03-05"), ("action", None), ("inaction", None)]


@pytest.mark.parametrize(("what", "since"), SUSPENDED)
def test_a_complaint_suspends_the_act_until_it_is_decided_unless_it_is_said_why_not(
    house: House, what: str, since: str | None
) -> None:
    matter = contest(house, complaint(house), what=what)

    def told() -> str | None:
        day = suspended_since(Complaint.objects.get(proceeding__number=matter))
        return None if day is None else day.isoformat()

    assert told() == since
    if since is None:
        with pytest.raises(ForbiddenByLaw) as caught:
            matter_step(house, "keep_in_force", matter, why="Защита прав детей")
        assert caught.value.cites == ("APPK.96",)
    else:
        matter_step(house, "keep_in_force", matter, why="Защита прав детей")
        assert told() is None


def test_the_mark_of_a_sealed_complaint_goes_up_to_a_head_alone(house: House) -> None:
    people = [house.people[login].pk for login in ("almaty.executor1", "almaty.head")]
    number = house.register(kind="complaint", readers=people).number
    house.step("almaty.head", "assign", number, executor=people[0])
    contest(house, number, office="750000-oblast")
    data = {"explanations": "Обоснован", "enclosed": "Жалоба"}
    house.step("almaty.head", "send_complaint_up", number, office="000000-gpo", **data)
    there = Appeal.objects.get(forwarded_from__number=number).proceeding
    assert there.circle_id is not None
    assert there.circle_id != Proceeding.objects.get(number=number).circle_id


NOT_YET = [
    ("return_complaint", {"ground": "insulting", "reason": "Слова"}),
    ("return_complaint", {"ground": "identical", "reason": "То же"}),
    ("leave_complaint", {"ground": "claim", "court": "Иск", "reasons": "Иск принят"}),
]


# the first day of these grounds is 1 January 2026 (R33, R35): the guards are asked of the last day of 2025
@pytest.mark.parametrize(("step", "data"), NOT_YET)
def test_grounds_of_the_newer_code_do_not_hold_before_it(house: House, step: str, data: dict[str, str]) -> None:
    number = complaint(house)
    contest(house, number)
    case = case_of(Proceeding.objects.get(number=number))
    found = case.procedure.step_of[step]
    assert found.needs is not None
    checks = next(each for each in found.effects if isinstance(each, CheckReturn | CheckGround))
    case.happened_on = dt.date(2025, 12, 31)
    with pytest.raises(Invalid) as caught:
        checks.apply(case, parsed(found.needs, data), Change())
    assert "1 января 2026 года" in caught.value.fields["ground"].ru
    case.happened_on = dt.date(2026, 1, 1)
    checks.apply(case, parsed(found.needs, data), Change())
