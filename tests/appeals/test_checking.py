"""Explanations, breaches, what the applicant brings, materials with signs of a crime (29I.46, 60, 63)."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nadzor import clock
from nadzor.appeals.following import followed
from nadzor.appeals.models import Addition, Appeal, Breach, CrimeMaterials, Explanation
from nadzor.casework import files
from nadzor.casework.models import Entry, Notice, Proceeding, Term
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, NotFound, WrongState
from nadzor.papers.models import IssuedPaper
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db


def on(day: str) -> Any:
    return clock.standing_at(dt.datetime.combine(dt.date.fromisoformat(day), MORNING.timetz()))


def reviewed(house: House) -> str:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


def uploaded(house: House, login: str = "almaty.executor1") -> str:
    space = house.actor(login).key_space
    file = SimpleUploadedFile("объяснение.pdf", b"%PDF-1.7")
    kept = files.store(file.chunks(), name=str(file.name), content_type="application/pdf", space=space)
    return str(kept.public_id)


def explain(house: House, number: str, login: str = "almaty.executor1", **more: Any) -> None:
    data = {"giver": "Свидетель С.", "taken_on": "2026-03-05", "words": "Света нет с января.", **more}
    house.step(login, "take_explanation", number, **data)


@pytest.mark.norm("29I.60.2")
def test_an_explanation_says_who_when_what_and_keeps_its_file(house: House) -> None:
    number = reviewed(house)
    explain(house, number, post="директор КСК", attachments=[uploaded(house)])
    row = Explanation.objects.get()
    assert (row.giver, row.post, row.taken_on, row.words) == (
        *("Свидетель С.", "директор КСК"),
        *(dt.date(2026, 3, 5), "Света нет с января."),
    )
    assert row.taken_by == house.people["almaty.executor1"]
    assert [file.name for file in Proceeding.objects.get(number=number).files.all()] == ["объяснение.pdf"]
    entry = Entry.objects.get(proceeding__number=number, step="take_explanation")
    assert (len(entry.data["files"]), entry.data["giver"]) == (1, "Свидетель С.")


# registered on 5 March, entered on 10 March
@pytest.mark.norm("29I.60.2")
@pytest.mark.parametrize(
    ("day", "taken"), [("2026-03-04", False), ("2026-03-05", True), ("2026-03-10", True), ("2026-03-11", False)]
)
def test_an_explanation_is_taken_during_the_check(house: House, day: str, taken: bool) -> None:
    number = reviewed(house)
    with on("2026-03-10"):
        if taken:
            explain(house, number, taken_on=day)
            return
        with pytest.raises(Invalid) as refused:
            explain(house, number, taken_on=day)
    assert set(refused.value.fields) == {"taken_on"}


@pytest.mark.parametrize(("day", "taken"), [("2026-03-06", False), ("2026-03-07", True), ("2026-03-10", False)])
def test_on_a_day_off_what_was_explained_that_day_is_entered(house: House, day: str, taken: bool) -> None:
    with on("2026-03-07"):  # a Saturday: the appeal counts as registered on Tuesday the 10th
        number = house.register(received_at="2026-03-07T09:00:00+05:00").number
        house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
        if taken:
            explain(house, number, taken_on=day)
            return
        with pytest.raises(Invalid):
            explain(house, number, taken_on=day)


def test_files_of_others_are_not_taken(house: House) -> None:
    number = reviewed(house)
    with pytest.raises(Invalid) as refused:
        explain(house, number, attachments=[uploaded(house, "almaty.head")])
    assert set(refused.value.fields) == {"attachments"}
    assert not Explanation.objects.exists()


def test_who_takes_an_explanation(house: House) -> None:
    number = reviewed(house)
    with pytest.raises(NoRight):
        explain(house, number, "almaty.head")
    with pytest.raises(NotFound):
        explain(house, number, "almaty.executor2")


@pytest.mark.norm("29I.63.2")
@pytest.mark.parametrize(("measured", "ended"), [("2026-03-06", "kept"), ("2026-03-07", "late")])
def test_measures_are_taken_at_once(house: House, measured: str, ended: str) -> None:
    number = reviewed(house)
    with on("2026-03-10"):
        house.step(
            "almaty.executor1",
            "record_breach",
            number,
            found="Освещение не обслуживают",
            found_on="2026-03-06",
            measures="Внесено представление",
            measured_on=measured,
        )
    term = Term.objects.get(proceeding__number=number, clock="measures")
    assert (term.norm, term.due_day, term.state) == ("29I.63.2", dt.date(2026, 3, 6), ended)
    assert (Breach.objects.get().late, term.ended_on) == (ended == "late", dt.date.fromisoformat(measured))


@pytest.mark.parametrize(
    ("found_on", "measured_on", "field"),
    [
        ("2026-03-04", "2026-03-05", "found_on"),
        ("2026-03-11", "2026-03-11", "found_on"),
        ("2026-03-06", "2026-03-05", "measured_on"),
        ("2026-03-06", "2026-03-11", "measured_on"),
    ],
)
def test_a_breach_and_its_measures_have_possible_days(
    house: House, found_on: str, measured_on: str, field: str
) -> None:
    number = reviewed(house)
    said = {"found": "Нарушение", "measures": "Меры", "found_on": found_on, "measured_on": measured_on}
    with on("2026-03-10"), pytest.raises(Invalid) as refused:
        house.step("almaty.executor1", "record_breach", number, **said)
    assert set(refused.value.fields) == {field}


@pytest.mark.norm("29I.63.1")
def test_what_the_applicant_brings_is_kept_with_its_time(house: House) -> None:
    number = reviewed(house)
    with on("2026-03-10"):
        house.step(
            "almaty.registrar",
            "add_materials",
            number,
            words="Снимки двора",
            to_call_for="Журнал заявок в КСК",
            attachments=[uploaded(house, "almaty.registrar")],
        )
    row = Addition.objects.get()
    assert (row.words, row.to_call_for, row.files, row.way) == ("Снимки двора", "Журнал заявок в КСК", 1, "staff")
    assert row.given_at == dt.datetime(2026, 3, 10, 5, 0, tzinfo=dt.UTC)
    told = Notice.objects.filter(proceeding__number=number, template="materials_added")
    assert {(each.to, each.person_id) for each in told} == {
        ("staff", house.people["almaty.executor1"].pk),
        ("applicant", None),
    }
    track = Proceeding.objects.get(number=number).track
    found = followed(track or "")
    assert found is not None
    assert found.events[0]["what"].ru == "Приобщены ваши материалы"


@pytest.mark.norm("29I.63.1")
@pytest.mark.parametrize(
    ("said", "taken"),
    [({}, False), ({"words": "  "}, False), ({"words": "Довод"}, True), ({"to_call_for": "Журнал"}, True)],
)
def test_something_is_brought(house: House, said: dict[str, str], taken: bool) -> None:
    number = reviewed(house)
    if taken:
        house.step("almaty.executor1", "add_materials", number, **said)
        assert Addition.objects.count() == 1
    else:
        with pytest.raises(Invalid):
            house.step("almaty.executor1", "add_materials", number, **said)


@pytest.mark.norm("29I.63.1")
def test_it_is_brought_before_anybody_considers_but_not_after_the_answer(house: House) -> None:
    number = house.register().number
    house.step("almaty.registrar", "add_materials", number, words="Сразу вдогонку")
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")
    with pytest.raises(WrongState):
        house.step("almaty.executor1", "add_materials", number, words="Поздно")
    other = house.register().number
    with pytest.raises(NoRight):  # the step of the portal is nobody's of the staff
        house.step("almaty.head", "applicant_adds", other, words="За заявителя")


CRIME: list[tuple[str, dict[str, Any]]] = [
    ("pass_crime", {"to": "prosecution", "found": "Хищение", "entry": "267500031000001"}),
    ("pass_crime", {"to": "special-prosecutors", "found": "Хищение"}),
    ("enter_in_book", {"entry": "КУИ-118"}),
]


@pytest.mark.norm("29I.46.4")
@pytest.mark.norm("29I.46.5")
@pytest.mark.parametrize(("step", "more"), CRIME)
@pytest.mark.parametrize("answered", [False, True])
def test_materials_with_signs_of_a_crime(house: House, step: str, more: dict[str, Any], answered: bool) -> None:
    number = reviewed(house)
    if answered:
        house.answer(number, signatory="almaty.head", outcome="answer", text="Ответ.")
    before = set(Term.objects.values_list("clock", "state"))
    with on("2026-03-10"):
        house.step("almaty.executor1", step, number, what="Акты приёмки", on="2026-03-06", **more)
    row = CrimeMaterials.objects.get()
    assert (row.to, row.number, row.on) == (more.get("to", ""), more.get("entry", ""), dt.date(2026, 3, 6))
    assert set(Term.objects.values_list("clock", "state")) == before  # the order gives no term
    letters = IssuedPaper.objects.filter(paper="crime_materials")
    assert [("Хищение" in str(each.data), "Акты приёмки" in str(each.data)) for each in letters] == [(True, True)] * (
        step == "pass_crime"
    )


@pytest.mark.norm("29I.46.4")
def test_the_number_in_the_register_is_entered_when_it_is_known(house: House) -> None:
    number = reviewed(house)
    with pytest.raises(ForbiddenByLaw):
        house.step("almaty.executor1", "note_registered", number, entry="ЕРДР-1", on="2026-03-05")
    passed = {"to": "prosecution", "found": "Хищение", "what": "Акты", "on": "2026-03-05"}
    house.step("almaty.executor1", "pass_crime", number, **passed)
    house.step("almaty.executor1", "note_registered", number, entry="ЕРДР-1", on="2026-03-05")
    assert CrimeMaterials.objects.get().number == "ЕРДР-1"
    with pytest.raises(ForbiddenByLaw):
        house.step("almaty.executor1", "note_registered", number, entry="ЕРДР-2", on="2026-03-05")


@pytest.mark.parametrize(
    ("step", "more", "field"),
    [
        ("pass_crime", {"to": "police", "found": "Хищение"}, "to"),
        ("pass_crime", {"to": "prosecution", "found": "Хищение", "on": "2026-03-04"}, "on"),
        ("enter_in_book", {"entry": "1", "on": "2026-03-06"}, "on"),
        ("enter_in_book", {"entry": " "}, "entry"),
    ],
)
def test_an_impossible_entry_is_refused(house: House, step: str, more: dict[str, Any], field: str) -> None:
    number = reviewed(house)
    with pytest.raises(Invalid) as refused:
        house.step("almaty.executor1", step, number, **{"what": "Акты", "on": "2026-03-05", **more})
    assert set(refused.value.fields) == {field}


def test_nothing_is_passed_before_it_is_considered(house: House) -> None:
    number = house.register().number
    with pytest.raises(WrongState):
        house.step("almaty.head", "enter_in_book", number, what="Акты", on="2026-03-05", entry="1")


@pytest.mark.norm("29I.21-1")
def test_an_appeal_on_the_return_of_assets_is_marked_and_the_mark_taken_off(house: House) -> None:
    number = reviewed(house)
    before = set(Term.objects.values_list("clock", "norm", "due_day"))
    house.step("almaty.executor1", "mark_assets", number, connected=True)
    assert Appeal.objects.get(proceeding__number=number).flags == ["asset_recovery"]
    assert set(Term.objects.values_list("clock", "norm", "due_day")) == before  # by this Instruction all the same
    with pytest.raises(Invalid):
        house.step("almaty.registrar", "mark_assets", number, connected=True)
    house.step("almaty.registrar", "mark_assets", number, connected=False)
    assert Appeal.objects.get(proceeding__number=number).flags == []
    with pytest.raises(Invalid):
        house.step("almaty.registrar", "mark_assets", number)
