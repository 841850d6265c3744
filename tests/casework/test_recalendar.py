"""Another calendar: which terms move, to which day, with one entry a case. Every expected day is counted by hand."""

import datetime as dt
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from nadzor import clock
from nadzor.casework import applying, integrity, journal, yearfiles
from nadzor.casework.act import Act
from nadzor.casework.loading import look
from nadzor.casework.models import Entry, Proceeding, Tally, Term
from nadzor.casework.perform import perform
from nadzor.casework.recalendar import Move, NothingMoves, Stuck, survey
from nadzor.casework.refusals import NoRight
from nadzor.casework.rules import offered
from nadzor.law import calendar as kz
from nadzor.law.calendar.years import parse_year
from nadzor.law.words import Phrase
from nadzor.organs.actor import HOUSE
from tests.house import House

pytestmark = pytest.mark.django_db
DAY = dt.date.fromisoformat
ORDER = "Постановление Правительства № 1"
JUNE, DECEMBER = "2026-06-15", "2026-12-17"  # a Monday, a Thursday

# 15 working days from Monday 15 June 2026 (29I.54): 16 17 18 19, 22 23 24 25 26, 29 30 June 1 2 3 July are fourteen,
# Monday 6 July is the Day of the Capital, Tuesday 7 July is the fifteenth.
# 15 working days from Thursday 17 December 2026: 18, 21 22 23 24 25, 28 29 30 31 are ten; 1 and 2 January are New Year,
# the 2nd is a Saturday and gives Monday 4; 5 6 are twelve, the 7th is Christmas, 8, 11, 12 January is the fifteenth.
YEAR_2026 = """year = 2026
status = "confirmed"
known_since = {since}

[[kurban_ait]]
day = 2026-05-27
confidence = "medium"
source = "made up"
"""
YEAR_2027 = YEAR_2026.replace("2026", "2027").replace("05-27", "05-16")
TRANSFER = """
[[transfer]]
off = {off}
works = {works}
act = "made up"
confidence = "high"
source = "made up"
"""


def year(number: int, *transfers: tuple[str, str], since: str = "2026-06-15") -> str:
    told = (YEAR_2026 if number == 2026 else YEAR_2027).format(since=since)
    return told + "".join(TRANSFER.format(off=off, works=works) for off, works in transfers)


@pytest.fixture(autouse=True)
def data(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """A data folder of its own; afterwards the calendar is the package's again."""
    settings.DATA = tmp_path
    yield tmp_path
    yearfiles.start(tmp_path / "nothing")


def at(day: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T10:00:00+05:00")


def letter(house: House, day: str = JUNE, **assign: Any) -> str:
    """A letter registered and assigned on a day."""
    with clock.standing_at(at(day)):
        number = house.register(received_at=f"{day}T09:00:00+05:00").number
        house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk, **assign)
    return number


def bring(data: Path, text: str, day: str = JUNE) -> applying.Outcome:
    """Put a year in place and apply it, as on a day."""
    number = text[len("year = ") : len("year = ") + 4]
    file = data / f"{number}.toml"
    file.write_text(text, encoding="utf-8")
    yearfiles.put(file, data)
    yearfiles.refresh(data)
    with clock.standing_at(at(day)):
        return applying.apply(ORDER)


def running(number: str) -> dict[str, str]:
    rows = Term.objects.filter(proceeding__number=number, state="running")
    return {row.clock: row.due_day.isoformat() for row in rows}


def entries(number: str) -> list[Entry]:
    return list(Entry.objects.filter(proceeding__number=number, step="recalendar"))


def seen(text: str) -> list[tuple[str, str, str, str]]:
    """What a preview of a year says: number, clock, old day, new day. Nothing is installed."""
    facts = kz.held().with_years([parse_year(text, "y", int(text[7:11]))])
    found = []
    for line in survey(facts):
        assert isinstance(line.found, Move)
        found.append((line.number, line.found.term.clock, str(line.found.term.due_day), str(line.found.due_day)))
    return found


CASES = [  # transfers, last day of 15 working days from 15 June, why
    ((), "2026-07-07", "nothing transferred"),
    ((("2026-06-26", "2026-07-18"),), "2026-07-08", "Friday 26 June is off: one day more"),
    ((("2026-07-07", "2026-07-18"),), "2026-07-08", "the last day itself is off"),
    ((("2026-07-10", "2026-06-20"),), "2026-07-03", "Saturday 20 June is worked: one day less, and 6 July is not met"),
    ((("2026-07-03", "2026-06-27"),), "2026-07-07", "both days lie inside: the same end"),
    ((("2026-07-10", "2026-07-18"),), "2026-07-07", "both days lie behind the end"),
    ((("2026-06-12", "2026-06-13"),), "2026-07-07", "both days lie before the event"),
    (
        (("2026-06-25", "2026-07-18"), ("2026-06-26", "2026-07-25")),
        "2026-07-09",
        "Thursday and Friday are off: two days more",
    ),
]


@pytest.mark.parametrize(("transfers", "due", "why"), [pytest.param(*row, id=row[2]) for row in CASES])
def test_a_term_of_fifteen_working_days(
    house: House, data: Path, transfers: tuple[tuple[str, str], ...], due: str, why: str
) -> None:
    number = letter(house)
    assert running(number) == {"consideration": "2026-07-07"}
    moves = due != "2026-07-07"
    text = year(2026, *transfers)
    said = seen(text)
    assert said == ([(number, "consideration", "2026-07-07", due)] if moves else []), why
    assert running(number) == {"consideration": "2026-07-07"}, "a preview changes nothing"
    outcome = bring(data, text)
    assert running(number) == {"consideration": due}, why
    assert (outcome.moved, outcome.refused, outcome.stuck) == (int(moves), {}, [])
    assert len(entries(number)) == int(moves)
    row = Proceeding.objects.get(number=number)
    assert row.next_due == DAY(due)
    assert [cell.due_day for cell in Tally.objects.filter(count__gt=0)] == [DAY(due)]
    assert list(integrity.faults()) == []


def test_the_entry_says_who_why_and_from_which_day_to_which(house: House, data: Path) -> None:
    number = letter(house)
    before = Proceeding.objects.get(number=number).version
    bring(data, year(2026, ("2026-06-26", "2026-07-18")))
    (entry,) = entries(number)
    assert (entry.actor, entry.person_id, entry.from_state, entry.to_state) == (
        "nadzor",
        None,
        "under_review",
        "under_review",
    )
    assert entry.happened_on == DAY(JUNE)
    assert entry.proceeding_version == before + 1
    moved = {"clock": "consideration", "norm": "29I.54", "from": "2026-07-07", "to": "2026-07-08", "provisional": False}
    assert entry.data == {"order": ORDER, "calendar": "2026-06-15", "terms": [moved]}
    kept = Term.objects.get(proceeding__number=number, state="running").reckoning
    assert (kept["calendar_version"], "2026-06-26" in kept["skipped"]) == ("2026-06-15", True)
    assert not [each for register in journal.verify() for each in register.findings if each.fault]


YEARS = [  # transfers, last day, why
    ((), "2027-01-12", "the same day, but no longer provisional"),
    ((("2027-01-08", "2027-01-16"),), "2027-01-13", "Friday 8 January is off"),
    ((("2027-01-18", "2027-01-09"),), "2027-01-11", "Saturday 9 January is worked"),
]


@pytest.mark.parametrize(("transfers", "due", "why"), [pytest.param(*row, id=row[2]) for row in YEARS])
def test_a_provisional_year_becomes_known(
    house: House, data: Path, transfers: tuple[tuple[str, str], ...], due: str, why: str
) -> None:
    number = letter(house, DECEMBER)
    term = Term.objects.get(proceeding__number=number, state="running")
    assert (str(term.due_day), term.provisional) == ("2027-01-12", True)
    bring(data, year(2027, *transfers, since=DECEMBER), DECEMBER)
    term.refresh_from_db()
    assert (str(term.due_day), term.provisional) == (due, False), why
    (entry,) = entries(number)
    assert entry.data["terms"][0]["provisional"] is False


def test_a_provisional_year_that_stays_provisional_changes_nothing(house: House, data: Path) -> None:
    number = letter(house, DECEMBER)
    text = year(2027, since=DECEMBER).replace('"confirmed"', '"provisional"')
    assert bring(data, text, DECEMBER).moved == 0
    assert entries(number) == []


def test_a_hanging_term_moves_with_its_parent_in_one_entry(house: House, data: Path) -> None:
    number = letter(house, co_executors=[house.people["almaty.executor2"].pk])
    assert running(number) == {"consideration": "2026-07-07", "parts": "2026-07-02"}  # five calendar days before
    third = Term.objects.get(proceeding__number=number, clock="consideration")
    third.pk, third.clock, third._state.adding = None, "made_up", True
    third.save(force_insert=True)
    text = year(2026, ("2026-06-26", "2026-07-18"))
    said = seen(text)
    bring(data, text)
    expected = {"consideration": "2026-07-08", "parts": "2026-07-03", "made_up": "2026-07-08"}
    assert running(number) == expected
    assert {(clock_name, new) for _, clock_name, _, new in said} == set(expected.items())
    parts = Term.objects.get(proceeding__number=number, clock="parts")
    assert (str(parts.started_on), parts.reckoning["start"]) == ("2026-07-08", "2026-07-08")
    (entry,) = entries(number)
    assert {each["clock"] for each in entry.data["terms"]} == set(expected)
    assert Proceeding.objects.get(number=number).next_due == DAY("2026-07-03")


def test_a_preview_names_the_days_that_make_it_move(house: House) -> None:
    letter(house, co_executors=[house.people["almaty.executor2"].pk])
    transfers = (("2026-06-26", "2026-07-18"), ("2026-07-24", "2026-07-25"))
    facts = kz.held().with_years([parse_year(year(2026, *transfers), "2026.toml", 2026)])
    assert [(line.found.term.clock, line.days) for line in survey(facts)] == [
        ("consideration", (DAY("2026-06-26"),)),
        ("parts", (DAY("2026-06-26"),)),
    ]


def test_what_has_ended_and_what_an_official_has_set_stay(house: House, data: Path) -> None:
    finished, answered, annulled, asking = (letter(house) for _ in range(4))
    with clock.standing_at(at(JUNE)):
        for number in (finished, answered):
            house.answer(number, signatory="almaty.head", outcome="answer", text="Да.")
        house.step("almaty.head", "close", finished)
        house.step("almaty.head", "annul", annulled, reason="Ошибка")
        request = house.step(
            "almaty.executor1", "ask_for_materials", asking, addressee="Акимат", asked="Копии", due="2026-06-26"
        ).answers[0]["children"][-1]
    ended = list(Term.objects.exclude(state="running").order_by("pk").values())
    outcome = bring(data, year(2026, ("2026-06-26", "2026-07-18")))
    assert outcome.moved == 1
    assert [len(entries(number)) for number in (finished, answered, annulled, asking, request)] == [0, 0, 0, 1, 0]
    assert list(Term.objects.exclude(state="running").order_by("pk").values()) == ended
    assert running(request) == {"materials": "2026-06-26"}


def test_running_it_twice_makes_no_second_entry(house: House, data: Path) -> None:
    number = letter(house)
    text = year(2026, ("2026-06-26", "2026-07-18"))
    assert bring(data, text).moved == 1
    assert bring(data, text).moved == 0
    assert len(entries(number)) == 1


def test_what_was_broken_off_goes_on(house: House, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [letter(house) for _ in range(5)]
    monkeypatch.setattr(applying, "BATCH", 2)
    done: list[int] = []

    def breaks(count: int) -> None:
        done.append(count)
        if len(done) == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        make = applying.apply
        patched.setattr(applying, "apply", lambda order: make(order, report=breaks))
        with pytest.raises(KeyboardInterrupt):
            bring(data, year(2026, ("2026-06-26", "2026-07-18")))
    assert sum(len(entries(number)) for number in numbers) == 4
    with clock.standing_at(at(JUNE)):
        assert applying.apply(ORDER).moved == 1
    assert [len(entries(number)) for number in numbers] == [1] * 5
    assert {tuple(running(number).values()) for number in numbers} == {("2026-07-08",)}


def test_a_later_issue_of_a_year_takes_the_place_of_the_earlier_one(house: House, data: Path) -> None:
    number = letter(house)
    bring(data, year(2026, ("2026-06-26", "2026-07-18"), since="2026-06-15"))
    bring(
        data, year(2026, ("2026-06-25", "2026-07-18"), ("2026-06-26", "2026-07-25"), since="2026-06-16"), "2026-06-16"
    )
    assert running(number) == {"consideration": "2026-07-09"}
    assert len(entries(number)) == 2
    assert (data / "law/calendar/earlier/2026-2026-06-15.toml").is_file()
    for known, worked in (("2026-06-14", True), ("2026-06-15", False), ("2026-06-16", False)):
        assert kz.calendar_known_on(DAY(known)).is_workday(DAY("2026-06-26")) is worked
    assert kz.calendar_known_on(DAY("2026-06-15")).is_workday(DAY("2026-06-25"))


def test_a_new_term_goes_by_the_new_calendar_at_once(house: House, data: Path) -> None:
    bring(data, year(2026, ("2026-06-26", "2026-07-18")))
    assert running(letter(house)) == {"consideration": "2026-07-08"}


def test_the_nightly_question_names_a_term_of_another_calendar(house: House, data: Path) -> None:
    number = letter(house)
    folder = yearfiles.folder_of(data)
    folder.mkdir(parents=True)
    (folder / "2026.toml").write_text(year(2026, ("2026-06-26", "2026-07-18")), encoding="utf-8")
    (fault,) = integrity.faults()
    assert (fault.check, fault.where) == ("calendar", f"{number}/consideration")
    assert all("2026-07-07" in text and "2026-07-08" in text for text in fault.what)
    assert all("nadzor law apply" in text for text in fault.cure)


def test_a_term_that_cannot_be_reckoned_is_told_and_left(house: House, data: Path) -> None:
    odd, sound = letter(house), letter(house)
    term = Term.objects.get(proceeding__number=odd, state="running")
    Term.objects.filter(pk=term.pk).update(reckoning={**term.reckoning, "norm": "29I.999"})
    outcome = bring(data, year(2026, ("2026-06-26", "2026-07-18")))
    assert (outcome.moved, [line.number for line in outcome.stuck]) == (1, [odd])
    assert isinstance(outcome.stuck[0].found, Stuck)
    assert (running(odd)["consideration"], running(sound)["consideration"]) == ("2026-07-07", "2026-07-08")
    assert {(fault.check, fault.where) for fault in integrity.faults()} == {("calendar", f"{odd}/consideration")}


def test_the_step_belongs_to_the_house_alone(house: House) -> None:
    number = letter(house)
    told = {"order": ORDER, "calendar": "2026-06-15"}
    with pytest.raises(NoRight):
        house.step("almaty.head", "recalendar", number, **told)
    with pytest.raises(NothingMoves):
        perform(Act("appeal", "recalendar", HOUSE, told, on=(number,)))
    assert entries(number) == []
    actor = house.actor("almaty.head")
    assert "recalendar" not in {each.step.name for each in offered(look(number, actor=actor), actor)}


def test_a_refused_case_does_not_stop_the_others(house: House, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [letter(house) for _ in range(3)]

    def guarded(act: Act) -> Any:
        if numbers[1] in act.on:
            raise NoRight(Phrase("а", "б", "c"))
        return perform(act)

    monkeypatch.setattr(applying, "perform", guarded)
    outcome = bring(data, year(2026, ("2026-06-26", "2026-07-18")))
    assert (outcome.moved, list(outcome.refused)) == (2, [numbers[1]])
    assert [len(entries(number)) for number in numbers] == [1, 0, 1]


@pytest.mark.django_db(transaction=True)
def test_a_case_that_somebody_holds_is_waited_for(house: House, data: Path) -> None:
    number = letter(house)
    held, errors = threading.Event(), []

    def hold() -> None:
        try:
            with transaction.atomic():
                Proceeding.objects.select_for_update().get(number=number)
                held.set()
                time.sleep(0.7)
        except Exception as error:  # noqa: BLE001  # told below
            errors.append(error)
        finally:
            connection.close()

    holder = threading.Thread(target=hold)
    holder.start()
    assert held.wait(10)
    began = time.monotonic()
    outcome = bring(data, year(2026, ("2026-06-26", "2026-07-18")))
    waited = time.monotonic() - began
    holder.join()
    assert (errors, outcome.moved, outcome.refused) == ([], 1, {})
    assert waited > 0.4
    assert running(number) == {"consideration": "2026-07-08"}
