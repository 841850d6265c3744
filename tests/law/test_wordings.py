"""Which wording of a point holds on which day: both sides of every amendment and of every order's period.

We hold the last wording of each point. Before an amendment the point was in force, but its words are not in our
sources; before the day it was added, and from the day it was excluded, it was not in force. A footnote stands under
a point and not under its rows: all rows of an amended point share its fate. First days: R37, R38, R39, R45.
"""

from datetime import date

import pytest

from nadzor.law.ask import ask
from nadzor.law.citations import NotInForce, UnknownNorm, WordingNotHeld, wording

HELD = "held"

ORDER_29 = ("2023-01-30", "2023-01-31")  # the day before the order and its first day
ORDER_4_OF_2024 = ("2024-01-20", "2024-01-21")  # so with each amendment: the day before and the first day
ORDER_60_FIRST = ("2002-12-15", "2002-12-16")
ORDER_42_OF_2004 = ("2004-10-08", "2004-10-09")
ORDER_29_OF_2008 = ("2008-07-19", "2008-07-20")
ORDER_60_LAST = ("2010-10-01", "2010-10-02")  # the last day of the order and the day after

# Order No. 4 of 2024-01-04: points 1, 5, 6 and 29 of the Instruction in new wording, 27, 28, 31 and 88 changed.
INSTRUCTION_29_CHANGED = """
    29I.1 29I.5 29I.6
    29I.27.1 29I.27.2 29I.27.3 29I.27.4 29I.27.5 29I.27.6 29I.27.7
    29I.28.1 29I.28.2 29I.28.3 29I.28.4 29I.28.5 29I.28.6 29I.28.7 29I.28.8 29I.28.9 29I.28.10 29I.28.11 29I.28.12
    29I.28.13
    29I.29.1 29I.29.2 29I.29.3 29I.29.4 29I.29.5
    29I.31.1 29I.31.2 29I.31.3 29I.31.4 29I.31.5 29I.31.6 29I.31.7 29I.31.8 29I.31.9
    29I.88.1 29I.88.2 29I.88.3 29I.88.4 29I.88.5 29I.88.6 29I.88.7 29I.88.8
"""

# The same order: points 1, 2, 8, 28-33, 35-38 and 54 of the Rules in new wording, 3, 11 and 12 changed.
RULES_29_CHANGED = """
    29R.1 29R.2 29R.3.1 29R.3.2 29R.3.3 29R.3.4 29R.3.5 29R.8 29R.11.1 29R.11.2 29R.12.1 29R.12.2
    29R.28 29R.29.1 29R.29.2 29R.30 29R.31 29R.32 29R.33 29R.35 29R.36 29R.37 29R.38
    29R.54.1 29R.54.2 29R.54.3
"""

# Neighbours of the amended points, and every point with a term, as they stood from the first day.
ORDER_29_UNCHANGED = """
    29O.1 29I.2.6 29I.4.1 29I.7 29I.12.1 29I.12.2 29I.21 29I.22 29I.23.1 29I.24 29I.26.1 29I.30.1 29I.33.3 29I.50
    29I.52.1 29I.54 29I.68.2 29I.71.1 29I.79 29I.83 29I.87
    29R.4 29R.10.1 29R.17.2 29R.18 29R.22.2 29R.27 29R.34 29R.39 29R.53.1
"""

# Order No. 42 of 2004-09-14, and nothing after it: points 3, 4, 42, 44, 50, 76 changed, 61, 99, 114 in new wording.
ORDER_60_CHANGED_2004 = """
    60I.3.1 60I.3.2 60I.3.3 60I.3.4 60I.3.5 60I.3.6 60I.4.1 60I.4.2 60I.4.3 60I.4.4 60I.4.5
    60I.42 60I.44 60I.50.1 60I.50.2 60I.61.1 60I.61.2 60I.61.3 60I.76.1 60I.76.2 60I.99 60I.114
"""

# Order No. 29 of 2008-06-25 alone: points 6, 9, 15, 23, 26, 48, 55, 71, 89, 90, 92 changed, 73 in new wording.
ORDER_60_CHANGED_2008 = """
    60I.6.1 60I.6.2 60I.6.3 60I.6.4 60I.6.5 60I.6.6 60I.9.1 60I.9.2 60I.15.1 60I.15.2 60I.15.3 60I.23
    60I.26.1 60I.26.2 60I.26.3 60I.26.4 60I.26.5 60I.26.6 60I.26.7 60I.26.8 60I.26.9
    60I.48.1 60I.48.2 60I.48.3 60I.55 60I.71.1 60I.71.2 60I.73 60I.89.1 60I.89.2 60I.89.3
    60I.90.1 60I.90.2 60I.90.3 60I.92.1 60I.92.2 60I.92.3 60I.92.4 60I.92.5
"""

# Both orders: point 51 changed twice, point 94 in new wording in 2004 and changed in 2008.
ORDER_60_CHANGED_TWICE = "60I.51.1 60I.51.2 60I.94.1 60I.94.2 60I.94.3"

# Neighbours of the amended points, and the points with a term that nobody amended.
ORDER_60_UNCHANGED = """
    60I.O1 60I.5.1 60I.7.1 60I.8.1 60I.20.3 60I.38 60I.40 60I.52.1 60I.54 60I.56 60I.58.1 60I.58.5 60I.58.7 60I.60
    60I.62 60I.67.1 60I.69.1 60I.81.2 60I.86 60I.91.3 60I.93 60I.113
"""

ORDER_102 = """
    102I.0.1 102I.1 102I.10.7 102I.16.1 102I.17.4 102I.46.6 102I.67 102I.71 102R.1 102R.13.2 102R.16.1 102R.31 102R.32
"""

NO_LAW = "MEMO.1 MEMO.18 SYS.1 SYS.58"


def named(*rows):
    return [pytest.param(row, id=row) for row in " ".join(rows).split()]


def told(row, day=None):
    """What the catalogue says of a row on a day: held, or the class of its refusal."""
    try:
        assert wording(row, day and date.fromisoformat(day))
    except (NotInForce, WordingNotHeld, UnknownNorm) as refusal:
        return type(refusal)
    return HELD


@pytest.mark.parametrize("row", named(INSTRUCTION_29_CHANGED, RULES_29_CHANGED))
def test_changed_by_order_4_of_2024(row):
    assert [told(row, day) for day in ORDER_29] == [NotInForce, WordingNotHeld]
    assert [told(row, day) for day in ORDER_4_OF_2024] == [WordingNotHeld, HELD]
    assert told(row) == HELD


@pytest.mark.parametrize("row", named("29I.21-1"))
def test_added_by_order_4_of_2024(row):
    assert [told(row, day) for day in ORDER_29] == [NotInForce, NotInForce]
    assert [told(row, day) for day in ORDER_4_OF_2024] == [NotInForce, HELD]
    assert told(row) == HELD


@pytest.mark.parametrize("row", named(ORDER_29_UNCHANGED))
def test_order_29_as_adopted(row):
    assert [told(row, day) for day in ORDER_29] == [NotInForce, HELD]
    assert [told(row, day) for day in ORDER_4_OF_2024] == [HELD, HELD]
    assert told(row) == HELD


@pytest.mark.parametrize("row", named(ORDER_60_CHANGED_2004))
def test_changed_by_order_42_of_2004(row):
    assert [told(row, day) for day in ORDER_60_FIRST] == [NotInForce, WordingNotHeld]
    assert [told(row, day) for day in ORDER_42_OF_2004] == [WordingNotHeld, HELD]
    assert [told(row, day) for day in ORDER_29_OF_2008] == [HELD, HELD]
    assert [told(row, day) for day in ORDER_60_LAST] == [HELD, NotInForce]


@pytest.mark.parametrize("row", named(ORDER_60_CHANGED_2008))
def test_changed_by_order_29_of_2008(row):
    assert [told(row, day) for day in ORDER_60_FIRST] == [NotInForce, WordingNotHeld]
    assert [told(row, day) for day in ORDER_42_OF_2004] == [WordingNotHeld, WordingNotHeld]
    assert [told(row, day) for day in ORDER_29_OF_2008] == [WordingNotHeld, HELD]
    assert [told(row, day) for day in ORDER_60_LAST] == [HELD, NotInForce]


@pytest.mark.parametrize("row", named(ORDER_60_CHANGED_TWICE))
def test_changed_twice_is_not_held_between_its_amendments(row):
    assert [told(row, day) for day in ORDER_60_FIRST] == [NotInForce, WordingNotHeld]
    assert [told(row, day) for day in ORDER_42_OF_2004] == [WordingNotHeld, WordingNotHeld]
    assert told(row, "2006-06-30") == WordingNotHeld
    assert [told(row, day) for day in ORDER_29_OF_2008] == [WordingNotHeld, HELD]
    assert [told(row, day) for day in ORDER_60_LAST] == [HELD, NotInForce]


@pytest.mark.parametrize("row", named("60I.52-1"))
def test_added_in_2004_and_changed_in_2008(row):
    assert [told(row, day) for day in ORDER_60_FIRST] == [NotInForce, NotInForce]
    assert [told(row, day) for day in ORDER_42_OF_2004] == [NotInForce, WordingNotHeld]
    assert told(row, "2006-06-30") == WordingNotHeld
    assert [told(row, day) for day in ORDER_29_OF_2008] == [WordingNotHeld, HELD]
    assert [told(row, day) for day in ORDER_60_LAST] == [HELD, NotInForce]


@pytest.mark.parametrize("row", named("60I.8-1", "60I.55-1"))
def test_added_by_order_29_of_2008(row):
    assert [told(row, day) for day in ORDER_60_FIRST] == [NotInForce, NotInForce]
    assert [told(row, day) for day in ORDER_42_OF_2004] == [NotInForce, NotInForce]
    assert [told(row, day) for day in ORDER_29_OF_2008] == [NotInForce, HELD]
    assert [told(row, day) for day in ORDER_60_LAST] == [HELD, NotInForce]


@pytest.mark.parametrize("row", named("60I.49", "60I.58.6"))
def test_excluded_by_order_42_of_2004(row):
    assert [told(row, day) for day in ORDER_60_FIRST] == [NotInForce, WordingNotHeld]
    assert [told(row, day) for day in ORDER_42_OF_2004] == [WordingNotHeld, NotInForce]
    assert [told(row, day) for day in ORDER_29_OF_2008] == [NotInForce, NotInForce]
    assert [told(row, day) for day in ORDER_60_LAST] == [NotInForce, NotInForce]


@pytest.mark.parametrize("row", named("60I.39", "60I.68"))
def test_excluded_by_order_29_of_2008(row):
    assert [told(row, day) for day in ORDER_60_FIRST] == [NotInForce, WordingNotHeld]
    assert [told(row, day) for day in ORDER_42_OF_2004] == [WordingNotHeld, WordingNotHeld]
    assert [told(row, day) for day in ORDER_29_OF_2008] == [WordingNotHeld, NotInForce]
    assert [told(row, day) for day in ORDER_60_LAST] == [NotInForce, NotInForce]


@pytest.mark.parametrize("row", named(ORDER_60_UNCHANGED))
def test_order_60_as_adopted(row):
    assert [told(row, day) for day in ORDER_60_FIRST] == [NotInForce, HELD]
    assert [told(row, day) for day in ORDER_42_OF_2004] == [HELD, HELD]
    assert [told(row, day) for day in ORDER_29_OF_2008] == [HELD, HELD]
    assert [told(row, day) for day in ORDER_60_LAST] == [HELD, NotInForce]


@pytest.mark.parametrize("row", named(ORDER_102))
def test_period_of_order_102(row):
    assert [told(row, day) for day in ("2021-07-25", "2021-07-26")] == [NotInForce, HELD]
    assert [told(row, day) for day in ("2023-01-30", "2023-01-31")] == [HELD, NotInForce]


@pytest.mark.parametrize("row", named("102I.67", "102R.18.3", "60I.54", "60I.6.2", "60I.51.1", "60I.49"))
def test_an_order_out_of_force_asked_without_a_day(row):
    assert told(row) == NotInForce


@pytest.mark.parametrize("row", named(NO_LAW))
def test_memo_and_lecture_are_no_law_and_hold_on_any_day(row):
    assert [told(row, day) for day in ("1950-01-01", "2002-12-15", "2024-01-20", "2100-12-31")] == [HELD] * 4
    assert told(row) == HELD


# The Instruction of order 29 has 88 points and its Rules 54, that of order 102 has 71, that of order 60 has 114.
NO_SUCH = ["29I.89", "29I.7000", "29R.55", "102I.72", "60I.115", "SYS.1000", "77I.1"]


@pytest.mark.parametrize("row", NO_SUCH)
def test_no_such_point(row):
    assert told(row) == UnknownNorm
    assert told(row, "2026-03-05") == UnknownNorm


@pytest.mark.parametrize("row", [*NO_SUCH, "29I.31.99", "29I", ""])
def test_no_such_point_has_a_term(row):
    assert ask({"ask": "due", "norm": row, "from": "2026-03-05"})["error"]["code"] == "unknown_norm"


# The same through the question about terms: the edition is that of the day of the event.
EDITIONS = [
    ("29I.50", "2023-01-30", "not_in_force"),
    ("29I.50", "2023-01-31", HELD),
    ("29I.79", "2023-01-30", "not_in_force"),
    ("29I.79", "2023-01-31", HELD),
    ("29I.27.5", "2023-01-30", "not_in_force"),
    ("29I.27.5", "2023-01-31", "wording_not_held"),
    ("29I.27.5", "2024-01-20", "wording_not_held"),
    ("29I.27.5", "2024-01-21", HELD),
    ("29I.28.10", "2024-01-20", "wording_not_held"),
    ("29I.28.10", "2024-01-21", HELD),
    ("29I.28.12", "2024-01-20", "wording_not_held"),
    ("29I.28.12", "2024-01-21", HELD),
    ("29I.31.1", "2023-01-30", "not_in_force"),
    ("29I.31.1", "2024-01-20", "wording_not_held"),
    ("29I.31.1", "2024-01-21", HELD),
    ("29I.31.2", "2024-01-20", "wording_not_held"),
    ("29I.31.2", "2024-01-21", HELD),
    ("29R.8", "2024-01-20", "wording_not_held"),
    ("29R.8", "2024-01-21", HELD),
    ("29R.18", "2023-01-30", "not_in_force"),
    ("29R.18", "2023-01-31", HELD),
    ("29R.18", "2024-01-20", HELD),
    ("29R.36", "2023-01-31", "wording_not_held"),
    ("29R.36", "2024-01-20", "wording_not_held"),
    ("29R.36", "2024-01-21", HELD),
    ("102I.67", "2021-07-25", "not_in_force"),
    ("102I.67", "2021-07-26", HELD),
    ("102I.67", "2023-01-30", HELD),
    ("102I.67", "2023-01-31", "not_in_force"),
    ("102I.46.6", "2021-07-25T23:59:59+06:00", "not_in_force"),
    ("102I.46.6", "2021-07-26T00:00:00+06:00", HELD),
    ("102I.46.6", "2023-01-30T23:59:59+06:00", HELD),
    ("102I.46.6", "2023-01-31T00:00:00+06:00", "not_in_force"),
    ("102R.13.2", "2021-07-25", "not_in_force"),
    ("102R.13.2", "2021-07-26", HELD),
    ("102R.13.2", "2023-01-30", HELD),
    ("102R.13.2", "2023-01-31", "not_in_force"),
    ("60I.20.3", "2002-12-15", "not_in_force"),
    ("60I.20.3", "2002-12-16", HELD),
    ("60I.20.3", "2010-10-01", HELD),
    ("60I.20.3", "2010-10-02", "not_in_force"),
    ("60I.6.2", "2002-12-16", "wording_not_held"),
    ("60I.6.2", "2008-07-19", "wording_not_held"),
    ("60I.6.2", "2008-07-20", HELD),
    ("60I.6.2", "2010-10-02", "not_in_force"),
    ("60I.26.6", "2008-07-19T12:00:00+06:00", "wording_not_held"),
    ("60I.26.6", "2008-07-20T12:00:00+06:00", HELD),
    ("60I.26.7", "2008-07-19T12:00:00+06:00", "wording_not_held"),
    ("60I.26.7", "2008-07-20T12:00:00+06:00", HELD),
    ("60I.54", "2002-12-15T23:59:59+06:00", "not_in_force"),
    ("60I.54", "2002-12-16T00:00:00+06:00", HELD),
    ("60I.54", "2010-10-01T23:59:59+06:00", HELD),
    ("60I.54", "2010-10-02T00:00:00+06:00", "not_in_force"),
    ("SYS.58", "1991-12-16", HELD),
]


@pytest.mark.parametrize(
    ("norm", "start", "outcome"),
    [pytest.param(*row, id=f"{row[0]} {row[1]} {row[2]}") for row in EDITIONS],
)
def test_a_term_by_the_edition_of_its_day(norm, start, outcome):
    answer = ask({"ask": "due", "norm": norm, "from": start})
    assert answer.get("error", {"code": HELD})["code"] == outcome
    assert ("due" in answer) == (outcome == HELD)
