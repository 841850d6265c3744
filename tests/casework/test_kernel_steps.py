"""Steps that every procedure has, and facts entered late."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.casework.act import Act
from nadzor.casework.models import Entry, Party, Proceeding, Tally, Term
from nadzor.casework.perform import perform
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, Refusal, WrongState
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db


def under_review(house: House, login: str = "almaty.executor1") -> str:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people[login].pk)
    return number


def finished(house: House) -> str:
    number = under_review(house)
    house.answer(number, signatory="almaty.head", outcome="answer", text="Да.")
    house.step("almaty.head", "close", number)
    return number


def asked(house: House, number: str) -> str:
    done = house.step(
        "almaty.executor1", "ask_for_materials", number, addressee="Акимат", asked="Копии", due="2026-03-20"
    )
    return str(done.answers[0]["children"][-1])


def child(house: House, login: str, step: str, number: str, **data: Any) -> None:
    house.step(login, step, number, procedure="materials_request", **data)


def case(number: str) -> Proceeding:
    return Proceeding.objects.get(number=number)


def running(number: str) -> dict[str, str]:
    rows = Term.objects.filter(proceeding__number=number, state="running")
    return {row.clock: row.due_day.isoformat() for row in rows}


def test_correct_keeps_what_stood_there(house: House) -> None:
    number = house.register().number
    house.step("almaty.registrar", "correct", number, field="surname", value="Қанатова", reason="Описка")
    party = Party.objects.get(proceeding__number=number)
    row, entry = case(number), Entry.objects.get(proceeding__number=number, step="correct")
    assert (party.surname, row.applicant) == ("Қанатова", "Қанатова Заявительница")
    assert row.applicant_folded == "канатова заявительница"
    assert entry.data["before"] == "Пробная"
    assert (entry.from_state, entry.to_state) == ("registered", "registered")
    for field, value in (("surname", "А" * 101), ("kind", "complaint"), ("number", "1")):
        with pytest.raises(Invalid):
            house.step("almaty.registrar", "correct", number, field=field, value=value, reason="т")


def test_what_is_corrected_is_found(house: House) -> None:
    from nadzor.casework.models import SearchRow

    number = house.register().number
    house.step("almaty.registrar", "correct", number, field="surname", value="Қанатова", reason="Описка")
    assert "канатов" in SearchRow.objects.get(proceeding__number=number).vector


def test_annul_ends_all_and_keeps_the_number(house: House) -> None:
    number = under_review(house)
    request = asked(house, number)
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.head", "annul", number, reason="Дважды")
    assert request in refused.value.message.ru
    child(house, "almaty.executor1", "withdraw", request, reason="Не нужно")
    house.step("almaty.head", "annul", number, reason="Дважды")
    assert (case(number).state, case(number).open, running(number)) == ("annulled", False, {})
    assert not Tally.objects.exclude(count=0).exists()
    for step, data in (("note", {"text": "т"}), ("reopen", {"reason": "т"}), ("annul", {"reason": "т"})):
        with pytest.raises(WrongState):
            house.step("almaty.head", step, number, **data)
    assert case(house.register().number).register_number == 2, "the number of the annulled one is not given again"


def test_reopen_gives_no_new_time(house: House) -> None:
    number = finished(house)
    assert running(number) == {}
    with pytest.raises(NoRight):
        house.step("almaty.executor1", "reopen", number, reason="Новые сведения")
    with clock.standing_at(MORNING + dt.timedelta(days=5)):
        house.step("almaty.head", "reopen", number, reason="Новые сведения")
    assert (case(number).state, case(number).open) == ("under_review", True)
    assert running(number) == {"consideration": "2026-04-01"}
    assert case(number).next_due == dt.date(2026, 4, 1)
    with clock.standing_at(MORNING + dt.timedelta(days=28)):  # Thursday 2 April
        house.answer(number, signatory="almaty.head", outcome="answer", text="Снова да.")
    assert Term.objects.filter(proceeding__number=number, clock="consideration").latest("pk").state == "late"


def test_a_child_is_not_open_beside_a_closed_parent(house: House) -> None:
    number = under_review(house)
    request = asked(house, number)
    child(house, "almaty.executor1", "receive", request, received="Копии")
    house.answer(number, signatory="almaty.head", outcome="answer", text="Да.")
    child(house, "almaty.head", "reopen", request, reason="Не всё")
    with pytest.raises(ForbiddenByLaw):
        house.step("almaty.head", "close", number)
    child(house, "almaty.executor1", "receive", request, received="Остальное")
    house.step("almaty.head", "close", number)
    with pytest.raises(ForbiddenByLaw) as refused:
        child(house, "almaty.head", "reopen", request, reason="Ещё")
    assert number in refused.value.message.ru


def test_reassign_moves_the_case_and_its_place(house: House) -> None:
    first, second = house.people["almaty.executor1"].pk, house.people["almaty.assistant"].pk
    number = under_review(house)
    with pytest.raises(NoRight):
        house.step("almaty.executor1", "reassign", number, executor=second)
    house.step("almaty.head", "reassign", number, executor=second, reason="Отпуск")
    row = case(number)
    assert (row.executor_id, row.unit.code if row.unit else "", row.state) == (second, "appeals", "under_review")
    assert list(row.assignments.filter(until__isnull=True).values_list("person_id", flat=True)) == [second]
    assert row.assignments.filter(person_id=first, until__isnull=False).count() == 1
    cells = Tally.objects.exclude(count=0).values_list("unit_key", "count")
    assert list(cells) == [(row.unit_id, 1)]


def test_reassign_keeps_those_who_owe_a_part(house: House) -> None:
    first, second, part = (house.people[f"almaty.{name}"].pk for name in ("executor1", "executor2", "assistant"))
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=first, co_executors=[part])
    house.step("almaty.head", "reassign", number, executor=second)
    now = case(number).assignments.filter(until__isnull=True).values_list("person_id", "role")
    assert set(now) == {(second, "executor"), (part, "co_executor")}
    house.step("almaty.head", "reassign", number, executor=part)
    now = case(number).assignments.filter(until__isnull=True).values_list("person_id", "role")
    assert set(now) == {(part, "executor")}


def test_reassign_in_bulk(house: House) -> None:
    second = house.people["almaty.executor2"].pk
    numbers = [under_review(house) for _ in range(3)]
    act = Act("appeal", "reassign", house.actor("almaty.head"), {"executor": second}, on=tuple(reversed(numbers)))
    assert len(perform(act).answers) == 3
    assert {case(number).executor_id for number in numbers} == {second}


def test_a_note_changes_nothing_but_the_version(house: House) -> None:
    number = under_review(house)
    was = Proceeding.objects.filter(number=number).values().get()
    house.step("almaty.executor1", "note", number, text="Звонил заявительнице")
    now = Proceeding.objects.filter(number=number).values().get()
    assert now == {**was, "version": was["version"] + 1}
    assert Entry.objects.get(proceeding__number=number, step="note").data == {"text": "Звонил заявительнице"}


# the clock stands at 10:00 of Thursday 12 March; the case was registered on Thursday 5 March
LATE: list[tuple[str, str, type[Refusal] | None]] = [
    ("today", "2026-03-12", None),
    ("last week", "2026-03-06", None),
    ("the day of registration", "2026-03-05", None),
    ("before registration", "2026-03-04", Invalid),
    ("tomorrow", "2026-03-13", Invalid),
]


def test_a_fact_entered_late(house: House) -> None:
    for name, day, refusal in LATE:
        number = house.register().number
        data = {"executor": house.people["almaty.executor1"].pk}
        happened = dt.date.fromisoformat(day)
        act = Act("appeal", "assign", house.actor("almaty.head"), data, on=(number,), happened_on=happened)
        with clock.standing_at(MORNING + dt.timedelta(days=7)):
            if refusal is not None:
                with pytest.raises(refusal) as refused:
                    perform(act)
                assert "happened_on" in refused.value.fields, name
                continue
            perform(act)
        entry = Entry.objects.get(proceeding__number=number, step="assign")
        assert (entry.happened_on, entry.recorded_at) == (happened, MORNING + dt.timedelta(days=7)), name
        passing = Term.objects.get(proceeding__number=number, clock="passing_on")
        assert (passing.ended_on, passing.state) == (happened, "kept" if day == "2026-03-05" else "late"), name


def test_who_makes_kernel_steps(house: House) -> None:
    """Login → the steps that are allowed in a case under review."""
    from nadzor.casework.loading import look
    from nadzor.casework.rules import offered

    number = under_review(house)
    kernel = {"correct", "annul", "reopen", "reassign", "note"}
    for login, steps in {
        "almaty.head": {"correct", "annul", "reassign", "note"},
        "almaty.registrar": {"correct", "reassign", "note"},
        "almaty.executor1": {"note"},
        "almaty.interests.head": {"correct", "reassign", "note"},
        "gpo.head": set(),
    }.items():
        actor = house.actor(login)
        may = {each.step.name for each in offered(look(number, actor=actor), actor) if each.allowed}
        assert may & kernel == steps, login
