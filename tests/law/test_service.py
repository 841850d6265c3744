"""Which other service counts, by the lecture's two lists; days counted once."""

import datetime as dt

import pytest

from nadzor.law.service import COUNTED, MAY_BE_COUNTED, SERVED, Served, days_counted, is_counted

# "засчитывается": outright. "может также включать": by a decision of the office.
KINDS = [
    ("armed_forces", True, "SYS.74"),
    ("internal_affairs", True, "SYS.74"),
    ("national_security", True, "SYS.74"),  # in both lists
    ("judicial", True, "SYS.74"),
    ("state_institution", True, "SYS.74"),
    ("law_enforcement", False, "SYS.75"),
    ("court_system", False, "SYS.76"),
    ("state_power", False, "SYS.77"),
    ("elected", False, "SYS.77"),
    ("science", False, "SYS.78"),
    ("teaching", False, "SYS.78"),
]


@pytest.mark.parametrize(
    ("kind", "outright", "norm"),
    [pytest.param(*case, id=case[0], marks=pytest.mark.norm(case[2])) for case in KINDS],
)
def test_what_counts_outright_and_what_by_decision(kind: str, norm: str, *, outright: bool) -> None:
    served = Served(kind)
    assert is_counted(served, included=True)
    assert is_counted(served, included=False) is outright
    assert {**COUNTED, **MAY_BE_COUNTED}[served] == norm
    assert (served in COUNTED) is not (served in MAY_BE_COUNTED)


def test_every_kind_of_the_two_lists_is_there() -> None:
    assert {str(kind) for kind in Served} == {kind for kind, _, _ in KINDS} == {str(kind) for kind in SERVED}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


PERIODS = [  # periods, days together
    ([], 0),
    ([("2020-01-01", "2020-01-01")], 1),
    ([("2020-01-01", "2020-12-31")], 366),  # a leap year
    ([("2020-01-01", "2020-01-10"), ("2020-01-11", "2020-01-20")], 20),  # one after another
    ([("2020-01-01", "2020-01-10"), ("2020-01-10", "2020-01-20")], 20),  # the tenth in both: once
    ([("2020-01-05", "2020-01-06"), ("2020-01-01", "2020-01-31")], 31),  # one inside another, in any order
    ([("2020-01-01", "2020-01-02"), ("2020-02-01", "2020-02-02")], 4),
]


@pytest.mark.norm("SYS.73")
@pytest.mark.parametrize(("periods", "days"), PERIODS)
def test_a_day_counts_once(periods: list[tuple[str, str]], days: int) -> None:
    assert days_counted((day(first), day(last)) for first, last in periods) == days
