"""Properties of counting, over all days and calendars; bulk reckoning gives what scalar reckoning gives."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nadzor.law.bulk import due_days
from nadzor.law.calendar import FIRST_DAY, Calendar, CalendarUnknown, bulk, calendar_known_on, current
from nadzor.law.tables import TERMS
from nadzor.law.terms import Unit, bare

INNER = st.dates(dt.date(2002, 6, 1), dt.date(2027, 6, 1))
COUNTS = st.integers(1, 80)
CALENDARS = st.sampled_from([dt.date(2021, 1, 1), dt.date(2022, 10, 1), dt.date(2024, 6, 1), dt.date.max]).map(
    calendar_known_on
)
EVERY_DAY = np.arange(np.datetime64(FIRST_DAY), np.datetime64(current().last_day) + 1)


@given(CALENDARS, INNER, COUNTS)
def test_adding_is_the_inverse_of_counting(calendar: Calendar, day: dt.date, count: int) -> None:
    last = calendar.add(day, count)
    assert calendar.is_workday(last)
    assert calendar.between(day, last) == count  # working days in (day, last]
    assert calendar.back(last + dt.timedelta(days=1), 1) == last


@given(CALENDARS, INNER, COUNTS)
def test_counting_back_undoes_counting_on_from_a_working_day(calendar: Calendar, day: dt.date, count: int) -> None:
    first = calendar.roll(day)
    assert calendar.back(calendar.add(first, count), count) == first
    assert calendar.add(calendar.back(first, count), count) == first


@given(CALENDARS, INNER, INNER, COUNTS)
def test_a_later_event_never_ends_earlier(calendar: Calendar, one: dt.date, other: dt.date, count: int) -> None:
    early, late = sorted((one, other))
    assert calendar.add(early, count) <= calendar.add(late, count)
    assert calendar.back(early, count) <= calendar.back(late, count)


@given(CALENDARS, INNER, COUNTS)
def test_days_off_and_working_days_fill_the_time(calendar: Calendar, day: dt.date, count: int) -> None:
    last = calendar.add(day, count)
    off = calendar.days_off(day + dt.timedelta(days=1), last)
    assert len(off) + count == (last - day).days
    assert not any(calendar.is_workday(d) for d in off)


@given(st.sampled_from([n for n, t in TERMS.items() if t.rolls or t.unit is Unit.WORKING_DAYS]), INNER)
@settings(max_examples=400)
def test_where_a_term_rolls_its_last_day_is_worked(norm: str, day: dt.date) -> None:
    assert current().is_workday(bare(TERMS[norm], current())(day))


@given(st.sampled_from([n for n, t in TERMS.items() if t.unit is not Unit.HOURS]), INNER, INNER)
@settings(max_examples=400)
def test_no_term_is_shortened_by_a_later_event(norm: str, one: dt.date, other: dt.date) -> None:
    early, late = sorted((one, other))
    reckoned = bare(TERMS[norm], current())
    assert reckoned(early) <= reckoned(late)


@pytest.mark.parametrize("known", ["2021-01-01", "2022-10-01", "2024-06-01", "2026-11-21"])
@pytest.mark.parametrize("count", [1, 3, 15, 20, -1, -3, -5])
def test_bulk_equals_scalar_for_every_day_of_the_calendar(known: str, count: int) -> None:
    calendar = calendar_known_on(dt.date.fromisoformat(known))
    # the first and the last weeks are out of reach of the longest count
    days = EVERY_DAY[60:-60]
    expected = [
        calendar.add(day, count) if count > 0 else calendar.back(day, -count) for day in days.astype(object).tolist()
    ]
    assert bulk.add(calendar, days, count).tolist() == expected


@pytest.mark.parametrize("count", [1, 15, 30, -1, -7])
def test_the_table_of_a_count_is_the_count(count: int) -> None:
    table = current().answers(count)
    known, unknown = {}, 0
    for day in EVERY_DAY.astype(object).tolist():
        try:
            known[day] = current().add(day, count) if count > 0 else current().back(day, -count)
        except CalendarUnknown:
            unknown += 1
            with pytest.raises(CalendarUnknown):
                table[day]
    assert table == known
    assert unknown > 0
    assert current().answers(count) is table
    with pytest.raises(ValueError, match="0"):
        current().answers(0)


def test_bulk_keeps_the_shape_and_takes_any_order() -> None:
    days = np.array([["2026-03-05", "2002-12-16"], ["2024-05-03", "2020-05-08"]], dtype="datetime64[D]")
    assert bulk.add(current(), days, 15).tolist() == [
        [current().add(day, 15) for day in row] for row in days.astype(object).tolist()
    ]
    assert bulk.add(current(), np.array([], dtype="datetime64[D]"), 15).tolist() == []


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2001-12-31", 1),
        ("1969-12-31", 1),
        ("0001-01-01", 1),
        ("2028-01-01", 1),
        ("9999-12-31", 1),
        ("2027-12-31", 1),
        ("2002-01-03", -1),
        ("NaT", 1),
    ],
)
def test_bulk_refuses_what_the_calendar_does_not_know(day: str, count: int) -> None:
    with pytest.raises(CalendarUnknown):
        bulk.add(current(), np.array(["2026-03-05", day], dtype="datetime64[D]"), count)


@pytest.mark.parametrize("norm", [norm for norm, term in TERMS.items() if term.unit is not Unit.HOURS])
def test_a_term_in_bulk_is_the_term_for_every_day(norm: str) -> None:
    days = EVERY_DAY[60:-160]
    reckoned = bare(TERMS[norm], current())
    assert due_days(TERMS[norm], days).tolist() == [reckoned(day) for day in days.astype(object).tolist()]


def test_a_term_in_hours_has_no_day() -> None:
    with pytest.raises(ValueError, match="hours"):
        due_days(TERMS["60I.54"], EVERY_DAY[:1])


def test_bulk_knows_working_days() -> None:
    assert bulk.is_workday(current(), EVERY_DAY).tolist() == [
        current().is_workday(day) for day in EVERY_DAY.astype(object).tolist()
    ]
    with pytest.raises(CalendarUnknown):
        bulk.is_workday(current(), np.array(["2028-01-01"], dtype="datetime64[D]"))
    with pytest.raises(ValueError, match="0"):
        bulk.add(current(), EVERY_DAY[:1], 0)
