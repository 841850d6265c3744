"""Requests for materials: who signs them, what is called for, when; whose conclusions are not enough (61, 62)."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.models import Called
from nadzor.appeals.requests import CALLED_FOR
from nadzor.casework.models import Entry, Proceeding, Term
from nadzor.casework.perform import Done
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, NotFound
from nadzor.organs.models import Duty
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
PROSECUTOR = {"body": "Прокуратура Алмалинского района", "post": "прокурор района", "name": "Пробный П.П."}


def on(day: str) -> Any:
    return clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz()))


def reviewed(house: House, **letter: Any) -> str:
    number = house.register(**letter).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


def ask(house: House, login: str, number: str, **more: Any) -> Done:
    data = {"addressee": "Акимат города", "asked": "Копии решений", "due": "2026-03-20", **more}
    return house.step(f"almaty.{login}", "ask_for_materials", number, **data)


# the deputy holds both powers by an order; the executor considers the appeal; the head holds no such power
WHO = [
    ("executor1", "others", True),
    ("executor1", "oblast", False),
    ("executor1", "central", False),
    ("deputy", "oblast", True),
    ("deputy", "central", True),
    ("deputy", "others", False),
    ("head", "central", False),
    ("executor2", "others", False),
]


@pytest.mark.norm("29I.62.1")
@pytest.mark.norm("29I.62.2")
@pytest.mark.parametrize(("login", "addressed", "may"), WHO)
def test_who_signs_a_request(house: House, login: str, addressed: str, may: bool) -> None:
    number = reviewed(house)
    if login == "executor2":  # it is not his: he does not even see it
        with pytest.raises(NotFound):
            ask(house, login, number, addressed=addressed)
        return
    if not may:
        with pytest.raises(NoRight) as refused:
            ask(house, login, number, addressed=addressed)
        if addressed != "others":
            assert house.people["almaty.deputy"].full_name in refused.value.message.ru  # names who may
            assert "29I.62.2" in refused.value.cites
        return
    ask(house, login, number, addressed=addressed)
    row = Proceeding.objects.get(number=f"{number}.1")
    assert row.executor_id == house.people["almaty.executor1"].pk  # the answer comes to the one who considers
    assert Called.objects.get(request=row).addressed == addressed
    cited = Entry.objects.get(proceeding__number=number, step="ask_for_materials").cites
    assert ("29I.62.2" in cited) == (addressed != "others")


@pytest.mark.norm("29I.62.2")
def test_the_power_is_laid_by_an_order_and_has_its_days(house: House) -> None:
    number = reviewed(house)
    deputy = house.people["almaty.deputy"]
    Duty.objects.filter(person=deputy, role="signs_to_central").update(until="2026-03-04")
    with pytest.raises(NoRight) as refused:
        ask(house, "deputy", number, addressed="central")
    assert "не возложено ни на кого" in refused.value.message.ru
    executor = house.people["almaty.executor1"]
    office = Proceeding.objects.get(number=number).body
    Duty.objects.create(
        person=executor,
        body=office,
        role="signs_to_central",
        since="2026-03-05",
        order_number="77",
        order_day="2026-03-04",
    )
    ask(house, "executor1", number, addressed="central")
    with pytest.raises(NoRight):  # one power is not the other
        ask(house, "executor1", number, addressed="oblast")


@pytest.mark.norm("29I.62.3")
@pytest.mark.parametrize(
    ("calls_for", "code"), [("civil", "ГПК"), ("criminal", "УПК"), ("offence", "КоАП"), ("administrative", "АППК")]
)
def test_cases_are_called_for_by_the_codes(house: House, calls_for: str, code: str) -> None:
    number = reviewed(house)
    ask(house, "executor1", number, calls_for=calls_for)
    assert Called.objects.get().calls_for == calls_for
    assert code in CALLED_FOR[calls_for].ru
    assert "29I.62.3" in Entry.objects.get(proceeding__number=number, step="ask_for_materials").cites


@pytest.mark.norm("29I.62.3")
def test_other_materials_are_no_case(house: House) -> None:
    number = reviewed(house)
    ask(house, "executor1", number)
    assert Called.objects.get().calls_for == "materials"
    assert "29I.62.3" not in Entry.objects.get(proceeding__number=number, step="ask_for_materials").cites
    with pytest.raises(Invalid) as refused:
        ask(house, "executor1", number, calls_for="divorce")
    assert set(refused.value.fields) == {"calls_for"}


# it reached the executor on Thursday 5 March; 8 March on a Sunday gives Monday 9: the third working day is the 11th
@pytest.mark.norm("29I.62.4")
@pytest.mark.parametrize(("day", "ended"), [("2026-03-10", "kept"), ("2026-03-11", "kept"), ("2026-03-12", "late")])
def test_the_first_request_goes_within_three_working_days(house: House, day: str, ended: str) -> None:
    number = reviewed(house)
    with on(day):
        ask(house, "executor1", number)
        ask(house, "executor1", number, addressee="Водоканал")  # what came to light later has no such term
    (term,) = Term.objects.filter(proceeding__number=number, clock="asking")
    assert (term.norm, term.due_day, term.state) == ("29I.62.4", dt.date(2026, 3, 11), ended)


@pytest.mark.norm("29I.62.4")
def test_a_new_executor_has_days_of_his_own(house: House) -> None:
    number = reviewed(house)
    with on("2026-03-13"):
        house.step("almaty.head", "reassign", number, executor=house.people["almaty.executor2"].pk)
    with on("2026-03-18"):
        ask(house, "executor2", number)
    term = Term.objects.get(proceeding__number=number, clock="asking")
    assert (term.started_on, term.due_day, term.state) == (dt.date(2026, 3, 13), dt.date(2026, 3, 18), "kept")


def came(house: House, number: str, child: int) -> None:
    house.step("almaty.executor1", "receive", f"{number}.{child}", procedure="materials_request", received="Заключение")


# what came in, in order; whether an answer may be signed then
BASES: list[tuple[list[str], bool]] = [
    (["contested"], False),
    (["marked"], False),
    (["contested", "explained by him"], False),
    (["contested", "other body"], True),
    (["contested", "explained by another"], True),
    (["contested", "applicant"], True),
    (["other body"], True),
    ([], True),
]


@pytest.mark.norm("29I.61.3")
@pytest.mark.parametrize(("bases", "may"), BASES)
def test_no_decision_on_conclusions_of_the_contested_alone(house: House, bases: list[str], may: bool) -> None:
    number = reviewed(house, complained_of=[PROSECUTOR])
    child = 0
    for basis in bases:
        if basis in {"contested", "marked", "other body"}:
            child += 1
            addressee = PROSECUTOR["body"] if basis == "contested" else "Акимат города Алматы"
            ask(house, "executor1", number, addressee=addressee, contested=basis == "marked")
            came(house, number, child)
        elif basis == "applicant":
            house.step("almaty.executor1", "add_materials", number, words="Вот снимки")
        else:
            giver = PROSECUTOR["name"] if basis == "explained by him" else "Свидетельница С."
            house.step(
                "almaty.executor1", "take_explanation", number, giver=giver, taken_on="2026-03-05", words="Было так"
            )
    if may:
        house.answer(number, signatory="almaty.head", outcome="refuse", text="Ответ.")
        return
    with pytest.raises(ForbiddenByLaw) as refused:
        house.answer(number, signatory="almaty.head", outcome="refuse", text="Ответ.")
    assert refused.value.cites == ("29I.61.3",)


@pytest.mark.norm("29I.61.3")
def test_a_body_that_is_no_prosecutor_is_not_meant(house: House) -> None:
    number = reviewed(house, complained_of=[{"body": "Акимат города Алматы"}])
    ask(house, "executor1", number, addressee="Акимат города Алматы")
    came(house, number, 1)
    assert not Called.objects.get().contested
    house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")


def test_a_withdrawn_request_has_brought_nothing(house: House) -> None:
    number = reviewed(house, complained_of=[PROSECUTOR])
    ask(house, "executor1", number, addressee=PROSECUTOR["body"])
    came(house, number, 1)
    ask(house, "executor1", number, addressee="Акимат")
    house.step("almaty.executor1", "withdraw", f"{number}.2", procedure="materials_request", reason="Не нужен")
    with pytest.raises(ForbiddenByLaw):
        house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")
