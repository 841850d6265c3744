"""Who is interested in the outcome has no part in an appeal (29I.61.4)."""

import datetime as dt
from typing import Any

import pytest

from nadzor.appeals.models import Interest
from nadzor.casework.models import Assignment, Notice, Proceeding, Term
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, WrongState
from tests.house import House

pytestmark = pytest.mark.django_db


def pk(house: House, login: str) -> int:
    return house.people[f"almaty.{login}"].pk


def recorded(house: House, login: str = "executor1", **letter: Any) -> str:
    """Return the number of an appeal in which the head has recorded somebody's interest."""
    number = house.register(**letter).number
    house.step("almaty.head", "record_interest", number, person=pk(house, login), words="Родственник заявителя")
    return number


@pytest.mark.norm("29I.61.4")
@pytest.mark.parametrize(("login", "may"), [("executor1", False), ("executor2", True)])
def test_nobody_interested_is_assigned(house: House, login: str, may: bool) -> None:
    number = recorded(house)
    if may:
        house.step("almaty.head", "assign", number, executor=pk(house, login))
        assert Proceeding.objects.get(number=number).state == "under_review"
        return
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.head", "assign", number, executor=pk(house, login))
    assert refused.value.cites == ("29I.61.4",)
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.head", "assign", number, executor=pk(house, "executor2"), co_executors=[pk(house, login)])
    assert refused.value.cites == ("29I.61.4",)


@pytest.mark.norm("29I.61.4")
def test_an_executor_who_declares_it_is_replaced_and_nothing_goes_out_before(house: House) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=pk(house, "executor1"))
    house.step("almaty.executor1", "declare_interest", number, words="Сосед заявителя")
    row = Interest.objects.get()
    assert (row.person_id, row.declared, row.since) == (pk(house, "executor1"), True, dt.date(2026, 3, 5))
    told = Notice.objects.filter(proceeding__number=number, template="interest_recorded")
    assert set(told.values_list("person_id", flat=True)) == {pk(house, "head"), pk(house, "interests.head")}
    refused: Any
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.executor1", "ask_for_materials", number, addressee="Акимат", asked="Копии", due="2026-03-16")
    assert refused.value.cites == ("29I.61.4",)
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.executor1", "take_explanation", number, giver="Свидетель", taken_on="2026-03-05", words="Да")
    assert refused.value.cites == ("29I.61.4",)
    with pytest.raises(ForbiddenByLaw) as refused:
        house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")
    assert refused.value.cites == ("29I.61.4",)
    assert "Сменить исполнителя" in refused.value.message.ru
    with pytest.raises(ForbiddenByLaw):
        house.step("almaty.head", "reassign", number, executor=pk(house, "executor1"))
    house.step("almaty.head", "reassign", number, executor=pk(house, "executor2"))
    house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")
    assert Proceeding.objects.get(number=number).state == "answered"


@pytest.mark.norm("29I.61.4")
def test_who_signs_is_not_interested(house: House) -> None:
    number = recorded(house, "deputy")
    house.step("almaty.head", "assign", number, executor=pk(house, "executor1"))
    with pytest.raises(ForbiddenByLaw) as refused:
        house.answer(number, signatory="almaty.deputy", outcome="answer", text="Ответ.")
    assert refused.value.cites == ("29I.61.4",)
    house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")


# with one co-executor his part is called off; of two, the other one's part that was given ends the term
@pytest.mark.norm("29I.61.4")
@pytest.mark.parametrize(("beside", "ended"), [((), "called_off"), (("executor2",), "kept")])
def test_a_co_executor_who_declares_it_is_released(house: House, beside: tuple[str, ...], ended: str) -> None:
    number = house.register().number
    others = [pk(house, login) for login in ("assistant", *beside)]
    house.step("almaty.head", "assign", number, executor=pk(house, "executor1"), co_executors=others)
    for login in beside:
        house.step(f"almaty.{login}", "give_part", number, text="Часть")
    house.step("almaty.assistant", "declare_interest", number, words="Дружу с заявителем")
    now = Assignment.objects.filter(proceeding__number=number, until__isnull=True)
    assert set(now.values_list("person_id", flat=True)) == {pk(house, login) for login in ("executor1", *beside)}
    assert Term.objects.get(proceeding__number=number, clock="parts").state == ended
    house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")  # the executor himself may go on


def test_nothing_is_lifted_where_nothing_stands(house: House) -> None:
    number = house.register().number
    with pytest.raises(ForbiddenByLaw):
        house.step("almaty.head", "lift_interest", number, person=pk(house, "executor1"), reason="Ничего нет")


def test_an_interest_stands_once_and_is_lifted_by_a_leader_for_another(house: House) -> None:
    number = recorded(house)
    with pytest.raises(Invalid):
        house.step("almaty.head", "record_interest", number, person=pk(house, "executor1"), words="Снова")
    with pytest.raises(Invalid):  # nobody of another office
        house.step("almaty.head", "record_interest", number, person=house.people["gpo.executor"].pk, words="Чужой")
    with pytest.raises(Invalid):
        house.step("almaty.head", "lift_interest", number, person=pk(house, "executor2"), reason="Нет записи")
    house.step("almaty.head", "lift_interest", number, person=pk(house, "executor1"), reason="Однофамилец")
    row = Interest.objects.get()
    assert (row.lifted_on, row.lifted_why) == (dt.date(2026, 3, 5), "Однофамилец")
    house.step("almaty.head", "assign", number, executor=pk(house, "executor1"))
    house.step("almaty.head", "declare_interest", number, words="Знаком с заявителем")
    with pytest.raises(Invalid) as refused:
        house.step("almaty.head", "lift_interest", number, person=pk(house, "head"), reason="Передумал")
    assert set(refused.value.fields) == {"person"}


@pytest.mark.parametrize(
    ("login", "step"),
    [("registrar", "record_interest"), ("executor1", "record_interest"), ("executor1", "lift_interest")],
)
def test_only_the_leadership_records_and_lifts_it(house: House, login: str, step: str) -> None:
    number = recorded(house, "executor2")
    house.step("almaty.head", "assign", number, executor=pk(house, "executor1"))
    said = "words" if step == "record_interest" else "reason"
    with pytest.raises(NoRight):
        house.step(f"almaty.{login}", step, number, person=pk(house, "executor2"), **{said: "Потому"})


def test_a_child_matter_goes_to_nobody_interested(house: House) -> None:
    number = recorded(house, "executor2")
    house.step("almaty.head", "assign", number, executor=pk(house, "executor1"))
    house.step("almaty.executor1", "ask_for_materials", number, addressee="Акимат", asked="Копии", due="2026-03-16")
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step(
            "almaty.head",
            "reassign",
            f"{number}.1",
            procedure="materials_request",
            executor=pk(house, "executor2"),
        )
    assert refused.value.cites == ("29I.61.4",)


def test_after_the_answer_nothing_is_declared(house: House) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=pk(house, "executor1"))
    house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")
    with pytest.raises(WrongState):
        house.step("almaty.executor1", "declare_interest", number, words="Поздно")
