"""An appeal that lacks something: asked to be mended, mended or returned (29I.25, 39, 40; R27)."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.following import followed
from nadzor.appeals.models import Appeal, CureRequest
from nadzor.casework.models import Entry, Notice, Proceeding, Term
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, WrongState
from tests.house import LETTER, MORNING, House

pytestmark = pytest.mark.django_db
NO_ADDRESS: dict[str, Any] = {"type": "person", "surname": "Пробная", "name": "Заявительница"}


def on(day: str) -> Any:
    return clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz()))


def asked(house: House, login: str = "almaty.registrar", **more: Any) -> str:
    """Return the number of an appeal whose applicant is asked for the postal address by 12 March."""
    number = house.register(applicant=NO_ADDRESS).number
    data = {"missing": ["postal_address"], "words": "Укажите адрес для ответа.", "due": "2026-03-12", **more}
    house.step(login, "ask_to_cure", number, **data)
    return number


def state(number: str) -> str:
    return str(Proceeding.objects.get(number=number).state)


@pytest.mark.norm("29I.25.1")
@pytest.mark.norm("29I.39")
def test_the_applicant_is_told_what_is_missing_and_until_when(house: House) -> None:
    number = asked(house)
    child = Proceeding.objects.get(number=f"{number}.1")
    assert (child.procedure, child.state, child.next_due) == ("cure_request", "asked", dt.date(2026, 3, 12))
    assert CureRequest.objects.get(proceeding=child).missing == ["postal_address"]
    assert state(number) == "registered"
    notice = Notice.objects.get(proceeding__number=number, template="cure_asked")
    assert (notice.to, notice.data["missing"], notice.data["due"]) == ("applicant", ["postal_address"], "2026-03-12")
    track = Proceeding.objects.get(number=number).track
    found = followed(track or "")
    assert found is not None
    told = found.events[0]["detail"]
    assert told.ru == "До 12 марта 2026 г. укажите или приложите: почтовый адрес. Укажите адрес для ответа."
    assert "postal address" in told.en
    assert "пошталық мекенжай" in told.kk


@pytest.mark.norm("29I.25.1")
def test_what_came_takes_the_requirement_off_the_list(house: House) -> None:
    number = asked(house)
    assert Appeal.objects.get(proceeding__number=number).flags == ["incomplete"]
    with on("2026-03-11"):
        house.step("almaty.registrar", "cured", f"{number}.1", procedure="cure_request", came="улица Примерная, 1")
    facts = Appeal.objects.get(proceeding__number=number)
    assert (facts.missing, facts.flags) == ([], [])
    term = Term.objects.get(proceeding__number=f"{number}.1")
    assert (term.state, term.ended_on) == ("kept", dt.date(2026, 3, 11))
    with on("2026-03-13"), pytest.raises(ForbiddenByLaw):
        house.step("almaty.head", "return_uncured", number, reason="Нет адреса")


def test_no_paper_is_left_in_writing_beside_what_was_returned(house: House) -> None:
    number = asked(house)
    house.step("almaty.head", "write_termination_decision", number, language="ru")
    draft = Proceeding.objects.get(procedure="termination_decision").number
    with on("2026-03-13"):
        with pytest.raises(ForbiddenByLaw, match=draft):
            house.step("almaty.head", "return_uncured", number, reason="Нет адреса")
        house.step("almaty.head", "withdraw", draft, procedure="termination_decision")
        house.step("almaty.head", "return_uncured", number, reason="Нет адреса")
    assert not Proceeding.objects.filter(open=True).exists()


@pytest.mark.norm("29I.25.2")
@pytest.mark.norm("29I.25.3")
@pytest.mark.parametrize(("day", "taken"), [("2026-03-11", False), ("2026-03-12", False), ("2026-03-13", True)])
def test_it_is_returned_only_when_the_time_is_over(house: House, day: str, taken: bool) -> None:
    number = asked(house)
    with on(day):
        if not taken:
            with pytest.raises(ForbiddenByLaw) as refused:
                house.step("almaty.head", "return_uncured", number, reason="Нет адреса")
            assert refused.value.cites == ("29I.25.2",)
            return
        house.step("almaty.head", "return_uncured", number, reason="Не указан почтовый адрес")
    assert (state(number), state(f"{number}.1")) == ("returned", "lapsed")
    assert not Proceeding.objects.filter(open=True).exists()
    assert not Term.objects.filter(state="running").exists()
    assert [entry.step for entry in Entry.objects.filter(proceeding__number=f"{number}.1").order_by("seq")] == [
        "send",
        "lapse",
    ]
    track = Proceeding.objects.get(number=number).track
    found = followed(track or "")
    assert found is not None
    assert found.next is not None
    assert "подать снова" in found.next.ru
    assert found.events[0]["detail"].ru == "Не указан почтовый адрес"
    # nothing bars a new appeal of the same person (29I.25.3)
    assert house.register(applicant=NO_ADDRESS).number != number


def test_without_a_request_nothing_is_returned(house: House) -> None:
    number = house.register(applicant=NO_ADDRESS).number
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.head", "return_uncured", number, reason="Нет адреса")
    assert refused.value.cites == ("29I.25.2",)


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"missing": []}, "missing"),
    ({"missing": ["telephone"]}, "missing"),  # article 63 asks for no telephone
    ({"due": "2026-03-05"}, "due"),
    ({"due": "2026-03-04"}, "due"),
]


@pytest.mark.norm("29I.25.1")
@pytest.mark.parametrize(("more", "field"), WRONG)
def test_a_request_names_requirements_and_leaves_time(house: House, more: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        asked(house, **more)
    assert {name.split(".")[0] for name in refused.value.fields} == {field}


def test_one_request_at_a_time(house: House) -> None:
    number = asked(house)
    with pytest.raises(ForbiddenByLaw):
        house.step("almaty.head", "ask_to_cure", number, missing=["signature"], due="2026-03-20")


WHO: list[tuple[str, bool]] = [
    ("almaty.registrar", True),
    ("almaty.head", True),
    ("almaty.executor1", True),
    ("almaty.reception", False),
    ("almaty.analyst", False),
]


@pytest.mark.parametrize(("login", "may"), WHO)
def test_who_asks(house: House, login: str, may: bool) -> None:
    number = house.register(applicant=NO_ADDRESS).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    asked = {"missing": ["signature"], "due": "2026-03-12"}
    if may:
        house.step(login, "ask_to_cure", number, **asked)
        assert state(f"{number}.1") == "asked"
    else:
        with pytest.raises(NoRight):
            house.step(login, "ask_to_cure", number, **asked)


def test_an_answered_appeal_is_asked_for_nothing(house: House) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")
    with pytest.raises(WrongState):
        house.step("almaty.head", "ask_to_cure", number, missing=["signature"], due="2026-03-12")
    assert LETTER["applicant"]["postal_address"]
