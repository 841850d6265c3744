"""Which day it counts as registered (29I.23-24, 29R.4): each channel, both ends of the working day, days off, offsets.

The working day ends at 18:30; an arrival at 18:30:00 is after it (R2, R49).
"""

import pytest

from nadzor.law.ask import ask

CHANNELS = {
    "paper": "29I.23.1",
    "portal": "29I.41",
    "call_centre": "29I.23.2",
    "reception": "29R.47.1",
    "oral": "29I.37",
    "video": "29I.2.9",  # the definition of an appeal names the video form
    "email": "29I.41",
}
IN_TIME, LATE, DAY_OFF = set(), {"29I.24", "29R.4"}, {"29I.24"}


def registered(received: str, channel: str = "paper") -> tuple[str, set[str]]:
    """The day, and the points that moved it."""
    answer = ask({"ask": "registration", "received": received, "channel": channel})
    assert set(answer) == {"registered", "cites"}, answer
    assert CHANNELS[channel] in answer["cites"]
    return answer["registered"], {"29I.24", "29R.4"} & set(answer["cites"])


def case(received: str, day: str, moved: set[str], why: str) -> object:
    rows = moved or {"29I.23.1"}
    return pytest.param(received, day, moved, id=f"{received} {why}", marks=pytest.mark.norm(*sorted(rows)))


HOURS = [
    # Wednesday 15 April 2026
    case("2026-04-15T00:00:00+05:00", "2026-04-15", IN_TIME, "the day begins at midnight"),
    case("2026-04-15T08:59:59+05:00", "2026-04-15", IN_TIME, "before opening: the same day"),
    case("2026-04-15T09:00:00+05:00", "2026-04-15", IN_TIME, "opening"),
    case("2026-04-15T18:29:59+05:00", "2026-04-15", IN_TIME, "the last second"),
    case("2026-04-15T18:30:00+05:00", "2026-04-16", LATE, "the working day is over"),
    case("2026-04-15T23:59:59+05:00", "2026-04-16", LATE, "late evening"),
    case("2026-04-16T00:00:00+05:00", "2026-04-16", IN_TIME, "midnight: the next day"),
    # Before a weekend, on it, after it
    case("2026-04-17T18:29:59+05:00", "2026-04-17", IN_TIME, "Friday, the last second"),
    case("2026-04-17T18:30:00+05:00", "2026-04-20", LATE, "Friday evening: Monday"),
    case("2026-04-18T00:00:00+05:00", "2026-04-20", DAY_OFF, "Saturday"),
    case("2026-04-19T11:00:00+05:00", "2026-04-20", DAY_OFF, "Sunday"),
    case("2026-04-20T00:00:00+05:00", "2026-04-20", IN_TIME, "Monday, midnight"),
]
DAYS = [
    # Nauryz 2026: 21 and 22 March fall on a weekend, so 21-25 March are off
    case("2026-03-20T17:30:00+05:00", "2026-03-20", IN_TIME, "the last working hour before Nauryz"),
    case("2026-03-20T18:29:59+05:00", "2026-03-20", IN_TIME, "its last second"),
    case("2026-03-20T18:30:00+05:00", "2026-03-26", LATE, "after it: five days off"),
    case("2026-03-21T11:00:00+05:00", "2026-03-26", DAY_OFF, "a holiday on a Saturday"),
    case("2026-03-23T11:00:00+05:00", "2026-03-26", DAY_OFF, "a holiday on a Monday"),
    case("2026-03-25T11:00:00+05:00", "2026-03-26", DAY_OFF, "a day off instead of a Sunday's holiday"),
    case("2026-03-26T00:00:00+05:00", "2026-03-26", IN_TIME, "the first working day"),
    # May 2024: Saturday 4 May worked in place of Wednesday 8 May; 7 and 9 May are holidays
    case("2024-05-03T18:30:00+05:00", "2024-05-04", LATE, "Friday evening: a worked Saturday"),
    case("2024-05-04T12:00:00+05:00", "2024-05-04", IN_TIME, "a worked Saturday"),
    case("2024-05-04T18:29:59+05:00", "2024-05-04", IN_TIME, "its last second"),
    case("2024-05-04T18:30:00+05:00", "2024-05-06", LATE, "its evening"),
    case("2024-05-06T18:30:00+05:00", "2024-05-10", LATE, "over 7-9 May"),
    case("2024-05-08T12:00:00+05:00", "2024-05-10", DAY_OFF, "the Wednesday given for it"),
    # Others
    case("2025-01-03T12:00:00+05:00", "2025-01-05", DAY_OFF, "Friday off, Sunday 5 January worked for it"),
    case("2025-01-04T12:00:00+05:00", "2025-01-05", DAY_OFF, "an ordinary Saturday before it"),
    case("2026-05-27T12:00:00+05:00", "2026-05-28", DAY_OFF, "Kurban-ait"),
    case("2026-08-31T12:00:00+05:00", "2026-08-31", IN_TIME, "no Constitution Day in August since 2026"),
    case("2025-09-01T12:00:00+05:00", "2025-09-02", DAY_OFF, "the day off for Saturday 30 August 2025"),
    case("2026-12-31T18:30:00+05:00", "2027-01-05", LATE, "over the New Year: 1 and 4 January are off"),
    case("2023-07-01T12:00:00+06:00", "2023-07-01", IN_TIME, "a worked Saturday of 2023"),
    case("2023-07-07T12:00:00+06:00", "2023-07-10", DAY_OFF, "the Friday given for it"),
]
OFFSETS = [
    # Since 1 March 2024 the whole country is five hours ahead
    case("2026-04-15T13:29:59Z", "2026-04-15", IN_TIME, "18:29:59 here"),
    case("2026-04-15T13:30:00Z", "2026-04-16", LATE, "18:30 here"),
    case("2026-04-15T16:29:59+03:00", "2026-04-15", IN_TIME, "18:29:59 here"),
    case("2026-04-15T16:30:00+03:00", "2026-04-16", LATE, "18:30 here"),
    case("2026-04-15T19:29:59+06:00", "2026-04-15", IN_TIME, "no longer ours: 18:29:59 here"),
    case("2026-04-15T19:30:00+06:00", "2026-04-16", LATE, "no longer ours: 18:30 here"),
    case("2026-04-15T10:00:00-07:00", "2026-04-16", LATE, "22:00 here"),
    case("2026-04-16T01:00:00+12:00", "2026-04-15", IN_TIME, "18:00 of the day before here"),
    case("2026-04-17T12:30:00-07:00", "2026-04-20", DAY_OFF, "Friday there, Saturday 00:30 here"),
    case("2026-04-17T18:59:59Z", "2026-04-20", LATE, "Friday 23:59:59 here"),
    case("2026-04-19T19:00:00Z", "2026-04-20", IN_TIME, "Sunday there, Monday midnight here"),
    case("2026-04-19T18:59:59Z", "2026-04-20", DAY_OFF, "Sunday to its last second"),
    case("2024-03-01T13:29:59Z", "2024-03-01", IN_TIME, "the first day of the one time"),
    case("2024-03-01T13:30:00Z", "2024-03-04", LATE, "its evening, a Friday"),
    case("2024-03-01T19:29:59+06:00", "2024-03-01", IN_TIME, "the old offset is foreign from this day"),
    # Before: six hours in most regions, five in the west; an offset of the country is kept
    case("2024-02-28T12:29:59Z", "2024-02-28", IN_TIME, "18:29:59 in most regions"),
    case("2024-02-28T12:30:00Z", "2024-02-29", LATE, "18:30 in most regions"),
    case("2024-02-28T15:30:00+03:00", "2024-02-29", LATE, "18:30 in most regions"),
    case("2024-02-28T18:29:59+06:00", "2024-02-28", IN_TIME, "most regions"),
    case("2024-02-28T18:30:00+06:00", "2024-02-29", LATE, "most regions"),
    case("2024-02-28T18:29:59+05:00", "2024-02-28", IN_TIME, "the west, though 19:29:59 in the capital"),
    case("2024-02-28T18:30:00+05:00", "2024-02-29", LATE, "the west"),
    case("2024-02-29T18:29:59+05:00", "2024-02-29", IN_TIME, "the west on the last day of two times"),
    case("2024-02-29T18:30:00+06:00", "2024-03-01", LATE, "most regions on that day"),
    case("2024-02-29T12:30:00Z", "2024-03-01", LATE, "most regions on that day"),
]


@pytest.mark.parametrize(("received", "day", "moved"), [*HOURS, *DAYS, *OFFSETS])
def test_paper(received, day, moved):
    assert registered(received) == (day, moved)


@pytest.mark.parametrize(
    "channel", [pytest.param(name, id=name, marks=pytest.mark.norm(row)) for name, row in CHANNELS.items()]
)
@pytest.mark.parametrize(
    ("received", "day", "moved"),
    [
        case("2026-04-15T12:00:00+05:00", "2026-04-15", IN_TIME, "a working day"),
        case("2026-04-15T18:29:59+05:00", "2026-04-15", IN_TIME, "its last second"),
        case("2026-04-15T18:30:00+05:00", "2026-04-16", LATE, "its evening"),
        case("2026-04-18T12:00:00+05:00", "2026-04-20", DAY_OFF, "Saturday"),
        case("2026-03-23T12:00:00+05:00", "2026-03-26", DAY_OFF, "a holiday"),
        case("2024-05-04T12:00:00+05:00", "2024-05-04", IN_TIME, "a worked Saturday"),
    ],
)
def test_each_channel(channel, received, day, moved):
    """29I.24 makes no difference between channels; what comes "at once" (23.2) waits for a working day too."""
    assert registered(received, channel) == (day, moved)


@pytest.mark.parametrize(
    ("received", "code"),
    [
        pytest.param("2023-01-30T12:00:00+06:00", "not_in_force", id="the day before order 29 (R37)"),
        pytest.param("2023-01-30T23:59:59+06:00", "not_in_force", id="its last second"),
        pytest.param("2023-01-30T17:59:59Z", "not_in_force", id="its last second, in UTC"),
        pytest.param("2021-06-01T12:00:00+06:00", "not_in_force", id="long before"),
        pytest.param("2027-12-31T18:30:00+05:00", "calendar_unknown", id="the next working day is not known"),
        pytest.param("2028-01-05T12:00:00+05:00", "calendar_unknown", id="beyond the known calendar"),
        pytest.param("2026-04-15T12:00:00", "bad_value", id="an instant without an offset"),
        pytest.param("2026-04-15", "bad_value", id="a day is not an instant"),
        pytest.param("2026-02-30T12:00:00+05:00", "bad_value", id="no such day"),
        pytest.param("2026-04-15T24:30:00+05:00", "bad_value", id="no such hour"),
    ],
)
@pytest.mark.norm("29I.23.1", "29I.24")
def test_no_answer(received, code):
    for channel in CHANNELS:
        error = ask({"ask": "registration", "received": received, "channel": channel})["error"]
        assert (error["code"], error["field"]) == (code, "received")


@pytest.mark.norm("29I.23.1")
@pytest.mark.parametrize("received", ["2023-01-31T00:00:00+06:00", "2023-01-30T18:00:00Z", "2023-01-31T18:29:59+05:00"])
def test_first_day_of_the_order(received):
    assert registered(received) == ("2023-01-31", IN_TIME)


@pytest.mark.norm("29I.23.1")
def test_last_known_working_day():
    assert registered("2027-12-31T18:29:59+05:00") == ("2027-12-31", IN_TIME)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"channel": "fax"}, "bad_value", "channel"),
        ({"channel": None}, "bad_value", "channel"),
        ({"body": "gpo"}, "unknown_field", "body"),
    ],
)
def test_bad_question(change, code, field):
    question = {"ask": "registration", "received": "2026-04-15T12:00:00+05:00", "channel": "paper"}
    error = ask(question | change)["error"]
    assert (error["code"], error["field"]) == (code, field)


@pytest.mark.parametrize("field", ["received", "channel"])
def test_missing_field(field):
    question = {"ask": "registration", "received": "2026-04-15T12:00:00+05:00", "channel": "paper"}
    del question[field]
    error = ask(question)["error"]
    assert (error["code"], error["field"]) == ("missing_field", field)
