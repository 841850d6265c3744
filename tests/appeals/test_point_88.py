"""Who signs where a fact raises the matter: control, an earlier answer, the contested, a reception (29I.88)."""

from typing import Any

import pytest

from nadzor.appeals.forwarding import routed
from nadzor.appeals.models import Appeal
from nadzor.appeals.rights import signatories
from nadzor.casework.case import Case
from nadzor.casework.loading import case_of
from nadzor.casework.models import Entry, Proceeding
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, NotFound, Refusal
from nadzor.law.facts import Outcome
from nadzor.law.o29.repeats import RepeatReason
from nadzor.papers.models import IssuedPaper
from tests.house import House

pytestmark = pytest.mark.django_db


def case(number: str) -> Case:
    return case_of(Proceeding.objects.get(number=number))


def posts(number: str, outcome: str = "answer") -> list[str]:
    return [str(post) for post in signatories(case(number), Outcome(outcome)).posts]


# In an oblast office an answer on the merits is signed by the head and the deputies (88.6.f, R6); what raises it leaves
# the head alone, or nobody here where it is reserved to the General Prosecutor's Office.
HEAD, BOTH, NOBODY = ["head"], ["head", "deputy_head"], list[str]()
FACTS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, BOTH),
    ({"contested_by": "oblast:deputy_head"}, HEAD),  # 88.5.a
    ({"contested_by": "oblast:prosecutor"}, BOTH),  # 88.6.d
    ({"contested_by": "district:deputy_head"}, BOTH),  # 88.6.d
    ({"contested_by": "district:head"}, HEAD),  # 88.5.i, R9
    ({"contested_by": "oblast:head"}, NOBODY),  # 88.2.c
    ({"control_by": "president"}, NOBODY),  # 88.2.a
    ({"control_by": "oblast"}, BOTH),  # named nowhere in 88
    ({"sender": "deputy", "report_due": True}, HEAD),  # 88.5.h
    ({"sender": "deputy"}, BOTH),
    ({"reception_of": "oblast:head"}, HEAD),  # 29R.53.2
    ({"reception_of": "gpo:prosecutor_general"}, NOBODY),  # 88.1.e
    ({"answered_by": "oblast_body_head"}, BOTH),  # it says who considers, not who signs
]


@pytest.mark.norm("29I.88.1", "29I.88.2", "29I.88.5", "29I.88.6", "29I.88.8")
@pytest.mark.parametrize(("facts", "expected"), FACTS)
def test_a_fact_raises_the_signature(house: House, facts: dict[str, Any], expected: list[str]) -> None:
    assert posts(house.register(**facts).number) == expected


@pytest.mark.norm("29I.88.1", "29I.88.2", "29I.88.3", "29I.88.4")
def test_levels_of_the_general_office(house: House) -> None:
    office: dict[str, Any] = {"login": "gpo.registrar", "addressed_to": "000000-gpo"}
    every = ["prosecutor_general", "deputy_prosecutor_general", "apparatus_head", "unit_head", "unit_deputy_head"]
    table: list[tuple[dict[str, Any], list[str]]] = [
        ({}, every),  # 88.4.g
        ({"contested_by": "oblast:deputy_head"}, every[:4]),  # 88.3.a
        ({"contested_by": "oblast:head"}, every[:3]),  # 88.2.c
        ({"contested_by": "gpo:deputy_prosecutor_general"}, every[:1]),  # 88.1.a
        ({"control_by": "president"}, every[:3]),  # 88.2.a
        ({"control_by": "deputy_prime_minister"}, every[:4]),  # 88.3.f, R29
        ({"reception_of": "gpo:prosecutor_general"}, every[:1]),  # 88.1.e
    ]
    for facts, expected in table:
        assert posts(house.register(**office, **facts).number) == expected, facts


@pytest.mark.norm("29I.88.5")
def test_a_repeat_of_what_a_deputy_has_answered_is_the_heads(house: House) -> None:
    first = assigned(house)
    house.answer(first, signatory="almaty.deputy")
    again = house.register(
        repeat_of=first, repeat_reason=RepeatReason.FAULTS, text="Свет так и не горит, проверьте снова."
    ).number
    assert posts(again) == HEAD  # 88.5.a
    house.step("almaty.head", "assign", again, executor=house.people["almaty.executor1"].pk)
    draft = house.draft(again)
    with pytest.raises(ForbiddenByLaw):
        house.to_sign(draft, signatory="almaty.deputy")
    house.to_sign(draft)
    with pytest.raises(NoRight):
        house.sign(again, "almaty.deputy")
    house.sign(again)
    assert IssuedPaper.objects.filter(paper="answer").latest("pk").power["point"] == "29I.88.5"


@pytest.mark.norm("29I.88.5", "29I.88.6")
def test_a_repeat_of_a_district_answer(house: House) -> None:
    first = house.register("almaly.registrar", addressed_to="751110-district").number
    house.step("almaly.head", "assign", first, executor=house.people["almaly.executor"].pk)
    house.answer(first, signatory="almaly.head")
    fresh = house.register(text="Другое дело.").number
    again = house.register(text="Район не ответил по существу.").number
    Appeal.objects.filter(proceeding__number=again).update(
        repeat_of=Proceeding.objects.get(number=first), standing="repeated", repeat_reason="contests"
    )
    assert (posts(fresh), posts(again)) == (BOTH, HEAD)  # 88.5.i


def test_the_answer_of_the_office_it_was_forwarded_to_counts(house: House) -> None:
    first = house.register().number
    house.step("almaty.head", "forward", first, office="751110-district", reason="Вопрос района")
    there = Proceeding.objects.get(appeal__forwarded_from__number=first).number
    house.step("almaly.head", "assign", there, executor=house.people["almaly.executor"].pk)
    house.answer(there, signatory="almaly.head")
    again = house.register(text="Не согласен.").number
    Appeal.objects.filter(proceeding__number=again).update(repeat_of=Proceeding.objects.get(number=first))
    assert posts(again) == HEAD


def assigned(house: House, **changes: Any) -> str:
    number = house.register(**changes).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


@pytest.mark.norm("29I.88.8")
def test_a_fact_marked_after_the_draft_was_sent_takes_the_right_away(house: House) -> None:
    number = assigned(house)
    house.to_sign(house.draft(number), signatory="almaty.deputy")
    house.step("almaty.executor1", "mark_facts", number, contested_by="oblast:deputy_head")
    entry = Entry.objects.get(step="mark_facts")
    assert entry.data["contested_by"] == "oblast:deputy_head"
    with pytest.raises(NoRight) as told:
        house.sign(number, "almaty.deputy")
    assert "29I.88.5" in told.value.cites
    house.sign(number, "almaty.head")


REFUSED: list[tuple[str, dict[str, Any], type[Refusal]]] = [
    ("almaty.executor2", {}, NotFound),  # neither considers it nor sees it
    ("almaty.executor1", {"contested_by": "district:rector"}, Invalid),
    ("almaty.executor1", {"contested_by": "district:apparatus_head"}, Invalid),  # no such post in a district
    ("almaty.executor1", {"control_by": "somebody"}, Invalid),
]


@pytest.mark.parametrize(("login", "data", "refusal"), REFUSED)
def test_marks_that_are_refused(house: House, login: str, data: dict[str, Any], refusal: type[Refusal]) -> None:
    number = assigned(house)
    with pytest.raises(refusal):
        house.step(login, "mark_facts", number, **data)
    assert not Appeal.objects.exclude(contested_by="").exists()


# The route of an appeal that arrived at a district (29I.29, 30): what the level above controls stays, what the General
# Prosecutor's Office controls, or an oblast body has answered, belongs to the oblast.
ROUTES = [
    ({}, "district_level"),  # 30.3
    ({"control_by": "oblast"}, "district_level"),  # 30.1
    ({"control_by": "gpo"}, "oblast_level"),  # 29.2
    ({"answered_by": "oblast_body_head"}, "oblast_level"),  # 29.4
    ({"answered_by": "district_body_head"}, "district_level"),  # 30.2
    ({"contested_by": "district:head"}, "oblast_level"),  # 29.3
]


@pytest.mark.norm("29I.29.2", "29I.29.4", "29I.30.1", "29I.30.2", "29I.29.3")
def test_the_route_takes_the_facts_into_account(house: House) -> None:
    for facts, expected in ROUTES:
        number = house.register("almaly.registrar", addressed_to="751110-district", **facts).number
        found = routed(case(number))
        assert found is not None
        assert str(found.considers) == expected, facts


@pytest.mark.norm("29I.29.2")
def test_what_the_general_office_controls_is_not_passed_down(house: House) -> None:
    kept = house.register(control_by="gpo").number
    with pytest.raises(ForbiddenByLaw) as told:
        house.step("almaty.head", "forward", kept, office="751110-district", reason="Вопрос района")
    assert told.value.cites[0] == "29I.29.2"
    house.step("almaty.head", "forward", house.register().number, office="751110-district", reason="Вопрос района")


@pytest.mark.norm("29I.61.2", "29I.61.4")
def test_whoever_is_complained_of_or_interested_neither_agrees_nor_signs(house: House) -> None:
    deputy = house.people["almaty.deputy"]
    named = [{"name": deputy.full_name, "body": "прокуратура"}]
    number = assigned(house, complained_of=named)
    draft = house.draft(number)
    for step, data in (
        ("send_for_agreement", {"agreers": [deputy.pk]}),
        ("send_to_sign", {"signatory": deputy.pk}),
    ):
        with pytest.raises(ForbiddenByLaw) as told:
            house.step("almaty.executor1", step, draft, procedure="answer_draft", **data)
        assert told.value.cites == ("29I.61.2",)
    house.to_sign(draft)
    with pytest.raises(ForbiddenByLaw) as told:
        house.sign(number, "almaty.deputy")
    assert told.value.cites == ("29I.61.2",)
    house.sign(number)
    other = assigned(house, text="Другое.")
    house.step("almaty.deputy", "declare_interest", other, words="Родство")
    draft = house.draft(other)
    with pytest.raises(ForbiddenByLaw) as told:
        house.to_sign(draft, signatory="almaty.deputy")
    assert told.value.cites == ("29I.61.4",)
    house.to_sign(draft)
