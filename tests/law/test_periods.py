"""Standing duties: the last day on which each is in time, both sides of R20."""

import datetime as dt

import pytest

from nadzor.law.calendar import CalendarUnknown
from nadzor.law.periods import Every, owed_by, period_of
from nadzor.law.tables import DUTIES

DAY = dt.date.fromisoformat


def duty(norm: str, day: str, owed: str, why: str) -> object:
    return pytest.param(norm, DAY(day), DAY(owed), id=f"{norm} {why}", marks=pytest.mark.norm(norm))


CASES = [
    # Reports by a day of the month after the period
    duty("102I.46.8", "2021-06-30", "2021-07-15", "a Thursday, and Friday the 16th is worked"),
    duty("102I.46.8", "2022-03-10", "2022-07-15", "half-year, by the 15th, a Friday"),
    duty("102I.46.8", "2021-10-01", "2022-01-14", "15 January 2022 is a Saturday: the Friday before"),
    duty("102I.64.4", "2022-05-01", "2022-07-05", "quarter, by the 5th, a Tuesday"),
    duty("102I.64.4", "2022-09-30", "2022-10-05", "the last day of the quarter still belongs to it"),
    duty("102I.64.4", "2022-10-01", "2023-01-05", "the first day of the next quarter"),
    duty("102I.70.1", "2022-01-01", "2022-07-07", "half-year, by the 7th"),
    duty("102I.70.1", "2021-07-26", "2022-01-06", "7 January 2022, Christmas: Thursday 6 January"),
    duty("102I.70.2", "2022-06-30", "2022-07-07", "half-year, by the 7th"),
    duty("102I.70.2", "2021-07-26", "2022-01-06", "7 January is off, Thursday 6 January is worked"),
    duty("102R.5.2", "2022-01-15", "2022-04-05", "quarter, by the 5th"),
    duty("102R.5.2", "2022-12-31", "2023-01-05", "5 January 2023 is worked"),
    duty("102R.6.5", "2022-01-01", "2022-07-05", "half-year, by the 5th"),
    duty("102R.6.5", "2021-08-01", "2022-01-05", "second half-year"),
    duty("60I.79.2", "2008-03-01", "2008-07-10", "a Thursday, and Friday the 11th is worked"),
    duty("60I.79.2", "2009-03-01", "2009-07-10", "half-year, by the 10th, a Friday"),
    duty("60I.79.2", "2003-12-31", "2004-01-09", "10 January 2004 is a Saturday"),
    # Reports by a day of the period's last month
    duty("102R.7.4", "2022-01-10", "2022-03-30", "30 March"),
    duty("102R.7.4", "2022-12-01", "2022-12-30", "30 December, a Friday"),
    duty("102R.7.4", "2022-08-01", "2022-09-30", "30 September"),
    duty("102R.8.11", "2020-03-01", "2020-06-25", "a Thursday, and Friday the 26th is worked"),
    duty("102R.8.11", "2022-02-01", "2022-06-24", "25 June 2022 is a Saturday: the Friday before"),
    duty("102R.8.11", "2022-07-01", "2022-12-23", "25 December 2022 is a Sunday: Friday 23 December"),
    duty("102R.9.5", "2020-03-01", "2020-06-25", "a Thursday, and Friday the 26th is worked"),
    duty("102R.9.5", "2022-06-30", "2022-06-24", "25 June 2022 is a Saturday"),
    duty("102R.9.5", "2021-09-01", "2021-12-24", "25 December 2021 is a Saturday"),
    # Once in the period, by its last day
    duty("102I.46.7", "2022-02-01", "2022-06-30", "each half-year"),
    duty("102I.64.3", "2022-02-01", "2022-03-31", "each quarter"),
    duty("102R.5.1", "2022-01-10", "2022-03-31", "each quarter"),
    *[duty(f"102R.6.{n}", "2022-02-01", "2022-06-30", "each half-year") for n in range(1, 5)],
    *[duty(f"102R.7.{n}", "2022-04-01", "2022-12-31", "at least yearly") for n in range(1, 4)],
    *[duty(f"102R.8.{n}", "2022-04-01", "2022-12-31", "at least yearly") for n in range(1, 11)],
    *[duty(f"102R.9.{n}", "2022-04-01", "2022-12-31", "at least yearly") for n in range(1, 5)],
    duty("102R.20.2", "2022-02-10", "2022-02-28", "each month"),
    duty("60I.23", "2009-01-01", "2009-12-31", "at least yearly"),
    duty("60I.36", "2009-05-01", "2009-12-31", "at least yearly"),
    duty("60I.44", "2009-05-01", "2009-12-31", "yearly"),
    duty("60I.45.2", "2009-05-10", "2009-05-10", "at least weekly: Sunday ends the week"),
    duty("60I.45.2", "2009-05-11", "2009-05-17", "Monday begins the next"),
    duty("60I.48.1", "2009-05-01", "2009-12-31", "at least yearly"),
    duty("60I.50.1", "2009-05-01", "2009-12-31", "yearly"),
    duty("60I.55", "2009-05-01", "2009-12-31", "at least yearly"),
    duty("60I.65.1", "2009-02-01", "2009-06-30", "each half-year"),
    duty("60I.71.2", "2009-02-01", "2009-06-30", "each half-year"),
    duty("60I.78.1", "2009-05-01", "2009-12-31", "twice a year"),
    duty("60I.79.1", "2009-02-01", "2009-06-30", "each half-year"),
    duty("60I.90.3", "2009-01-10", "2009-03-31", "each quarter"),
    duty("60I.94.1", "2009-01-10", "2009-03-31", "each quarter"),
    duty("29R.15", "2026-02-10", "2026-02-28", "monthly"),
    duty("29R.28", "2026-03-05", "2026-03-08", "weekly"),
    duty("29R.40.2", "2026-03-05", "2026-03-08", "weekly"),
    duty("29R.3.2", "2026-03-05", "2026-03-05", "every working day"),
    duty("29R.4", "2026-03-07", "2026-03-10", "Saturday: the next working day is Tuesday"),
    duty("29R.39", "2026-03-07", "2026-03-10", "every working day"),
    duty("29R.43", "2026-03-05", "2026-03-05", "every working day"),
]


@pytest.mark.parametrize(("norm", "day", "owed"), CASES)
def test_owed_by(norm: str, day: dt.date, owed: dt.date) -> None:
    assert owed_by(DUTIES[norm], day) == owed
    assert DUTIES[norm].times == (2 if norm == "60I.78.1" else 1)  # "no less than twice a year"


@pytest.mark.norm("29R.3.2", "29R.4")
def test_service_hours() -> None:
    nine_to_half_past_six = (dt.time(9), dt.time(18, 30))
    hours = {norm: duty.hours for norm, duty in DUTIES.items() if duty.hours}
    assert hours == {"29R.3.2": nine_to_half_past_six, "29R.4": nine_to_half_past_six}


@pytest.mark.parametrize(
    ("every", "day", "first", "last"),
    [
        (Every.WEEK, "2026-01-01", "2025-12-29", "2026-01-04"),
        (Every.MONTH, "2024-02-29", "2024-02-01", "2024-02-29"),
        (Every.QUARTER, "2026-12-31", "2026-10-01", "2026-12-31"),
        (Every.HALF_YEAR, "2026-06-30", "2026-01-01", "2026-06-30"),
        (Every.HALF_YEAR, "2026-07-01", "2026-07-01", "2026-12-31"),
        (Every.YEAR, "2026-07-01", "2026-01-01", "2026-12-31"),
        (Every.WORKING_DAY, "2026-07-01", "2026-07-01", "2026-07-01"),
    ],
)
def test_periods(every: Every, day: str, first: str, last: str) -> None:
    assert period_of(every, DAY(day)) == (DAY(first), DAY(last))


def test_a_report_beyond_the_known_calendar_has_no_day_yet() -> None:
    with pytest.raises(CalendarUnknown):
        owed_by(DUTIES["102R.5.2"], DAY("2027-12-01"))
