"""Assignments to lower prosecutors, checks with a visit, transfers between units (29I.34, 64-67)."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.checks.models import Instruction, Transfer
from nadzor.appeals.checks.transfers import credited_unit
from nadzor.appeals.lives import lives, player
from nadzor.appeals.papers.signers import ASSIGNING_CHECKS, PLAN_APPROVER, VISIT_DECIDER
from nadzor.casework.models import Proceeding, Term
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight
from nadzor.law.posts import Body, Level, Post
from nadzor.organs.actor import Actor, Holding
from nadzor.organs.models import Acting, Appointment, Unit
from nadzor.organs.models import Body as Office
from nadzor.papers.declared import PAPERS
from nadzor.papers.models import IssuedPaper
from tests.house import House

pytestmark = pytest.mark.django_db
ASSIGN = {
    "office": "751110-district",
    "circumstances": "Кто выдал разрешение\nНа каком основании",
    "due": "2026-03-20",
    "reckoned": "Район в черте города.",
}


def reviewed(house: House, **letter: Any) -> str:
    number = house.register(**letter).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


@pytest.mark.norm("29I.66.1")
@pytest.mark.norm("29I.66.3")
@pytest.mark.parametrize("missing", ["circumstances", "due", "reckoned"])
def test_an_assignment_names_what_to_check_and_a_weighed_term(house: House, missing: str) -> None:
    number = reviewed(house)
    with pytest.raises(Invalid) as refused:
        house.step("almaty.head", "instruct", number, **{k: v for k, v in ASSIGN.items() if k != missing})
    assert missing in refused.value.fields
    house.step("almaty.head", "instruct", number, **ASSIGN)
    assert Term.objects.get(clock="instruction").due_day == dt.date(2026, 3, 20)
    assert Instruction.objects.get().reckoned == ASSIGN["reckoned"]


@pytest.mark.norm("29I.66.1")
@pytest.mark.parametrize("office", ["000000-gpo", "750000-oblast", "710000-oblast"])
def test_an_assignment_goes_to_a_lower_prosecutor_alone(house: House, office: str) -> None:
    number = reviewed(house)
    with pytest.raises(Invalid) as refused:
        house.step("almaty.head", "instruct", number, **{**ASSIGN, "office": office})
    assert set(refused.value.fields) == {"office"}


@pytest.mark.norm("29I.66.2")
def test_the_assignment_calls_for_materials_acts_and_documents(house: House) -> None:
    number = reviewed(house)
    house.step("almaty.head", "instruct", number, **ASSIGN)
    said = str(IssuedPaper.objects.get(paper="assignment").data)
    for demanded in ("материалы проверки", "копии актов прокурорского надзора", "иные документы"):
        assert demanded in said


@pytest.mark.norm("29I.67")
@pytest.mark.parametrize("missing", ["remarks", "questions", "due"])
def test_poor_execution_goes_back_with_remarks_questions_and_a_term(house: House, missing: str) -> None:
    number = reviewed(house)
    house.step("almaty.head", "instruct", number, **ASSIGN)
    house.step("almaty.executor1", "report", f"{number}.1", procedure="instruction", information="Нарушений нет.")
    more = {"remarks": "Нет актов", "questions": "Кто подписал", "due": "2026-03-27", "reckoned": "Один день пути."}
    lacking = {name: value for name, value in more.items() if name != missing}
    with pytest.raises(Invalid) as refused:
        house.step("almaty.head", "check_further", f"{number}.1", procedure="instruction", **lacking)
    assert missing in refused.value.fields
    house.step("almaty.head", "check_further", f"{number}.1", procedure="instruction", **more)
    said = str(IssuedPaper.objects.get(paper="additional_assignment").data)
    assert "Нет актов" in said
    assert "Кто подписал" in said
    assert Term.objects.get(clock="instruction", state="running").due_day == dt.date(2026, 3, 27)


def who(kind: Body, post: Post) -> Actor:
    held = Holding(1, 1, kind, Level.GPO, None, None, post, acting=False, order="1")
    return Actor("Пробный П.П.", 1, holdings=(held,))


class _Case:
    """As much of a case as a right looks at."""

    def __init__(self, kind: Body) -> None:
        self.body = type("Card", (), {"id": 1, "kind": kind})()
        self.row = type("Row", (), {"pk": 0, "body_id": 1, "unit_id": None})()
        self.happened_on = dt.date(2026, 3, 5)
        self.parent = None


# 66.1: the Prosecutor General, his deputies, heads of his units; of other offices nothing is said: the leadership
ASSIGNS = [
    (Body.GPO, Post.PROSECUTOR_GENERAL, True),
    (Body.GPO, Post.DEPUTY_PROSECUTOR_GENERAL, True),
    (Body.GPO, Post.UNIT_HEAD, True),
    (Body.GPO, Post.APPARATUS_HEAD, False),
    (Body.GPO, Post.UNIT_DEPUTY_HEAD, False),
    (Body.GPO, Post.DIRECTORATE_HEAD, False),
    (Body.GPO, Post.APPEALS_UNIT_EMPLOYEE, False),
    (Body.OBLAST, Post.HEAD, True),
    (Body.OBLAST, Post.UNIT_HEAD, False),
    (Body.OBLAST, Post.SENIOR_ASSISTANT, False),
]


@pytest.mark.norm("29I.66.1")
@pytest.mark.parametrize(("kind", "post", "may"), ASSIGNS)
def test_who_assigns_a_check(kind: Body, post: Post, may: bool) -> None:
    case: Any = _Case(kind)
    case.row.unit_id = 7
    held = Holding(1, 1, kind, Level.GPO, 7, None, post, acting=False, order="1")
    assert ASSIGNING_CHECKS.test(Actor("Пробный П.П.", 1, holdings=(held,)), case, None) is may


# 64.2: the General Prosecutor or his deputies; 64.3: to him only an agreed memo goes; 64.7: elsewhere the head alone
DECIDES = [
    (Body.GPO, Post.DEPUTY_PROSECUTOR_GENERAL, True),
    (Body.GPO, Post.PROSECUTOR_GENERAL, False),  # no memo agreed with the supervising deputy
    (Body.GPO, Post.UNIT_HEAD, False),
    (Body.OBLAST, Post.HEAD, True),
    (Body.OBLAST, Post.DEPUTY_HEAD, False),
    (Body.MILITARY, Post.HEAD, True),
    (Body.TRANSPORT, Post.HEAD, True),
    (Body.TRANSPORT, Post.DEPUTY_HEAD, False),
    (Body.DISTRICT, Post.HEAD, False),
]


@pytest.mark.norm("29I.64.2")
@pytest.mark.norm("29I.64.3")
@pytest.mark.norm("29I.64.7")
@pytest.mark.parametrize(("kind", "post", "may"), DECIDES)
def test_who_decides_on_a_visit(kind: Body, post: Post, may: bool) -> None:
    case: Any = _Case(kind)
    assert VISIT_DECIDER.test(who(kind, post), case, None) is may


@pytest.mark.norm("29I.64.4")
@pytest.mark.parametrize(
    ("post", "may"), [(Post.DEPUTY_PROSECUTOR_GENERAL, True), (Post.PROSECUTOR_GENERAL, False), (Post.UNIT_HEAD, False)]
)
def test_the_supervising_deputy_approves_the_plan(post: Post, may: bool) -> None:
    case: Any = _Case(Body.GPO)
    assert PLAN_APPROVER.test(who(Body.GPO, post), case, None) is may


CONTENTS = [
    pytest.param("check_plan", {"name", "since", "until", "questions", "people"}, marks=pytest.mark.norm("29I.64.5")),
    pytest.param(
        "check_summary", {"measures", "consequences", "acts", "arguments"}, marks=pytest.mark.norm("29I.64.6")
    ),
    pytest.param("specialist_request", {"skill", "questions"}, marks=pytest.mark.norm("29I.65")),
]


@pytest.mark.parametrize(("paper", "items"), CONTENTS)
def test_what_the_papers_of_a_check_must_hold(paper: str, items: set[str]) -> None:
    assert items <= {each.name for each in PAPERS[paper].fields() if not each.optional}


@pytest.mark.norm("29I.64.1")
@pytest.mark.norm("29I.64.4")
def test_a_check_with_a_visit_names_which_of_the_two_kinds_of_messages_it_is(house: House) -> None:
    life = lives()["visit"]
    player(life).play()
    kept = set(Proceeding.objects.filter(procedure="visit").values_list("visit__ground", flat=True))
    assert kept == {"systematic", "resonance"}


@pytest.mark.norm("29I.34.1")
def test_a_transfer_is_agreed_by_the_head_of_the_other_unit_or_instructed(house: House) -> None:
    number = reviewed(house)
    unit = Unit.objects.get(body__code="750000-oblast", code="appeals")
    data = {"unit": unit.pk, "reasons": "Вопрос этого подразделения."}
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.head", "transfer", number, ground="agreed", **data)
    assert refused.value.cites == ("29I.34.1",)
    house.step("almaty.interests.head", "ask_transfer", number, **data)
    asked = Proceeding.objects.get(procedure="transfer_request")
    with pytest.raises(NoRight):
        house.step("almaty.interests.head", "agree", asked.number, procedure="transfer_request")
    house.step("almaty.appeals.head", "agree", asked.number, procedure="transfer_request")
    house.step("almaty.interests.head", "transfer", number, ground="agreed", **data)
    moved = Transfer.objects.get()
    assert (moved.to_unit, moved.agreed) == (unit, house.people["almaty.appeals.head"])
    assert Proceeding.objects.get(number=number).unit_id == unit.pk
    assert house.people["almaty.appeals.head"].short_name in str(IssuedPaper.objects.get(paper="transfer_memo").data)
    with pytest.raises(ForbiddenByLaw):  # one agreement moves it once
        house.step("almaty.appeals.head", "transfer", number, ground="agreed", **data | {"unit": asked.parent.unit_id})


# Reached the executor on Thursday 5 March: 6 (1); 9 is off; 10 (2), 11 (3).
@pytest.mark.norm("29I.34.2")
@pytest.mark.parametrize(("day", "may"), [("2026-03-11", True), ("2026-03-12", False)])
def test_the_memo_of_a_transfer_comes_within_three_working_days(house: House, day: str, may: bool) -> None:
    number = reviewed(house)
    unit = Unit.objects.get(body__code="750000-oblast", code="appeals")
    with clock.standing_at(dt.datetime.fromisoformat(f"{day} 10:00+05:00")):
        if may:
            data = {"ground": "instructed", "unit": unit.pk, "reasons": "Вопрос её."}
            house.step("almaty.head", "transfer", number, **data)
            assert Term.objects.get(clock="transferring").state == "kept"
            return
        with pytest.raises(ForbiddenByLaw) as refused:
            house.step("almaty.head", "transfer", number, ground="instructed", unit=unit.pk, reasons="Вопрос её.")
    assert refused.value.cites == ("29I.34.2",)


@pytest.mark.norm("29I.34.3")
def test_an_appeal_is_credited_to_the_unit_that_prepared_the_answer(house: House) -> None:
    number = reviewed(house)
    appeal = Proceeding.objects.get(number=number)
    assert credited_unit(appeal.pk) is None
    house.answer(number)
    executor = house.people["almaty.executor1"]
    assert credited_unit(appeal.pk) == executor.appointments.get(body=appeal.body_id).unit_id


def test_a_unit_without_a_head_agrees_to_nothing(house: House) -> None:
    number = reviewed(house)
    unit = Unit.objects.get(body__code="750000-oblast", code="appeals")
    Appointment.objects.filter(unit=unit, post__in=["unit_head", "unit_deputy_head"]).update(until="2026-03-01")
    Acting.objects.filter(unit=unit).update(until="2026-03-01")
    with pytest.raises(Invalid) as refused:
        house.step("almaty.head", "transfer", number, ground="instructed", unit=unit.pk, reasons="Вопрос её.")
    assert "нет руководителя" in refused.value.fields["unit"].ru


@pytest.mark.parametrize(("office", "may"), [("751110-district", False), ("751410-district", True)])
def test_the_office_complained_of_does_not_check_itself(house: House, office: str, may: bool) -> None:
    accused = Office.objects.get(code="751110-district").ru
    number = reviewed(house, complained_of=[{"body": accused}])
    if may:
        house.step("almaty.head", "instruct", number, **ASSIGN | {"office": office})
        return
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.head", "instruct", number, **ASSIGN | {"office": office})
    assert refused.value.cites == ("29I.61.2",)
