"""Readings: all of them on record, each a setting with a first day, changeable for an installation."""

import datetime as dt

import pytest

from nadzor.law.citations import NotInForce, wording
from nadzor.law.readings import DEFAULT, days_of
from nadzor.law.tables import TERMS
from nadzor.law.terms import reckon

DAY = dt.date.fromisoformat


def test_every_reading_is_there_without_gaps_and_says_why() -> None:
    assert list(DEFAULT) == [f"R{n}" for n in range(1, len(DEFAULT) + 1)]
    assert len(DEFAULT) >= 43
    for reading in DEFAULT.values():
        assert reading.doubt
        assert reading.default
        assert reading.why
        assert reading.settings
        first_days = [s.since for s in reading.settings]
        assert first_days == sorted(first_days, key=lambda day: day or dt.date.min)


@pytest.mark.parametrize(
    ("reading", "day", "value"),
    [
        ("R2", "2026-01-01", "18:30"),
        ("R4", "2025-12-31", "from_registration"),
        ("R4", "2026-01-01", "from_decision"),
        ("R33", "2025-12-31", "point_58_only"),
        ("R33", "2026-01-01", "return_in_three_working_days"),
        ("R34", "2026-01-01", "six_months_without_way_of_complaint"),
        ("R35", "2025-12-31", "four_grounds"),
        ("R36", "2026-01-01", "two_working_days"),
    ],
)
def test_a_setting_holds_from_its_first_day(reading: str, day: str, value: str) -> None:
    assert DEFAULT.value(reading, DAY(day)) == value


def test_periods_of_orders_are_settings_and_marked_unconfirmed() -> None:
    assert days_of("R37") == (DAY("2023-01-31"), DAY("2024-01-21"))
    assert days_of("R38") == (DAY("2021-07-26"), DAY("2023-01-30"))
    assert days_of("R39") == (DAY("2002-12-16"), DAY("2010-10-01"))
    assert [key for key in DEFAULT if not DEFAULT[key].confirmed] == [
        *("R4", "R33", "R34", "R35", "R36", "R37", "R38", "R39", "R45", "R67")
    ]


def test_an_installation_may_change_a_reading_from_a_day_on() -> None:
    changed = DEFAULT.changed("R4", "from_registration", DAY("2026-06-01"))
    assert [changed.value("R4", DAY(day)) for day in ("2025-12-31", "2026-05-31", "2026-06-01")] == [
        "from_registration",
        "from_decision",
        "from_registration",
    ]
    assert DEFAULT.value("R4", DAY("2026-06-01")) == "from_decision"
    earlier = DEFAULT.changed("R4", "from_decision", DAY("2025-07-01"))
    assert earlier["R4"].settings[-1].since == DAY("2025-07-01")
    registered, decided = DAY("2026-06-01"), DAY("2026-06-10")
    asked = {"extended_on": decided}
    assert reckon(TERMS["29I.50"], registered, **asked).due == DAY("2026-08-10")
    assert reckon(TERMS["29I.50"], registered, readings=changed, **asked).due == DAY(
        "2026-08-03"
    )  # 1 August is a Saturday


@pytest.mark.parametrize(
    ("reading", "value"), [("R3", "stays"), ("R4", "nonsense"), ("R2", "25:00"), ("R37", "soon"), ("R37", "2023-01-20")]
)
def test_what_the_code_does_not_act_on_cannot_be_changed(reading: str, value: str) -> None:
    with pytest.raises(ValueError, match=reading):
        DEFAULT.changed(reading, value, DAY("2026-06-01"))


def test_a_period_moved_by_an_installation_moves_what_is_in_force() -> None:
    moved = DEFAULT.changed("R37", "2023-01-20 2024-01-21", DAY("2023-01-01"))
    assert wording("29I.50", DAY("2023-01-25"), moved).since == DAY("2023-01-20")
    with pytest.raises(NotInForce):
        wording("29I.50", DAY("2023-01-25"))
