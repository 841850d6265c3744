"""Terms of order No. 60 of 2002, in force from 2002-12-16 to 2010-10-01 (R39), and the one term of the lecture.

Every answer was counted from the order and the readings, apart from the program. No term here counts working
days and none moves (R3), so no day is ever skipped. Hours run on every day (R18).
A case names the point, the event, the end of the term and why the case is here.
"""

import pytest

from nadzor.law.ask import ask
from tests.law.due_cases import case, refusal

INSTRUCTION = [
    case("60I.6.2", "2008-07-20", "2008-08-20", "first day of the wording"),
    case("60I.6.2", "2009-01-30", "2009-02-28", "no 30 February; the ceiling stays on a Saturday"),
    case("60I.6.2", "2009-12-01", "2010-01-01", "the ceiling stays on New Year's Day"),
    case("60I.6.2", "2009-08-31", "2009-09-30", "no 31 September"),
    case("60I.20.3", "2009-05-07", "2009-05-09", "the ceiling stays on Victory Day, a Saturday"),
    case("60I.20.3", "2008-02-28", "2008-03-01", "over the leap day"),
    case("60I.20.3", "2009-12-30", "2010-01-01", "over the year's end to New Year's Day"),
    case("60I.20.3", "2002-12-16", "2002-12-18", "first day of the order"),
    case("60I.20.3", "2010-10-01", "2010-10-03", "last day of the order; the end falls on a Sunday"),
    case(
        "60I.26.6",
        "2009-05-08T18:00:00+06:00",
        "2009-05-11T18:00:00+06:00",
        "three days of 24 hours, Victory Day and its shift included",
    ),
    case("60I.26.6", "2009-12-30T08:15:00+06:00", "2010-01-02T08:15:00+06:00", "over the year's end"),
    case("60I.26.7", "2009-03-06T16:30:00+06:00", "2009-03-07T16:30:00+06:00", "running hours into a Saturday"),
    case(
        "60I.26.7",
        "2010-02-28T23:00:00+05:00",
        "2010-03-01T23:00:00+05:00",
        "over the end of February, the offset of the west is kept",
    ),
    case("60I.54", "2004-02-28T17:00:00+06:00", "2004-02-29T17:00:00+06:00", "into the leap day"),
    case("60I.54", "2007-12-31T10:00:00+06:00", "2008-01-01T10:00:00+06:00", "over the year's end, days off included"),
    case(
        "60I.81.2",
        "2004-03-27T12:00:00+06:00",
        "2004-03-28T12:00:00+06:00",
        "the clocks went forward that night; 24 running hours, the same offset",
    ),
    case("60I.81.2", "2002-12-16T00:00:00+06:00", "2002-12-17T00:00:00+06:00", "the first instant of the order"),
    case("60I.86", "2005-04-30T06:20:00+05:00", "2005-05-01T06:20:00+05:00", "into 1 May, a holiday and Sunday"),
    case("60I.86", "2009-07-05T21:10:30+06:00", "2009-07-06T21:10:30+06:00", "the seconds are kept"),
    case(
        "60I.91.3",
        "2003-03-08T14:00:00+06:00",
        "2003-03-09T14:00:00+06:00",
        "a holiday on a Saturday does not stop the hours",
    ),
    case("60I.91.3", "2010-10-01T23:59:59+06:00", "2010-10-02T23:59:59+06:00", "the last instant of the order"),
]

LECTURE = [
    case("SYS.58", "2020-02-29", "2025-02-28", "no leap day five years on"),
    case("SYS.58", "2024-02-01", "2029-02-01", "past the known calendar: no working day is counted"),
    case("SYS.58", "1999-03-20", "2004-03-20", "a lecture is no law: any day"),
    case("SYS.58", "2021-05-01", "2026-05-01", "the end falls on a holiday and does not move"),
]

# R40: one more month; two months from the actual start in all. The furthest day does not move (R3).
EXTENDED = [
    case("60I.6.2", "2009-03-10", "2009-05-10", "two months from the start, a Sunday", extended_on="2009-04-01"),
    case("60I.6.2", "2010-01-31", "2010-03-31", "from the start, not from 28 February", extended_on="2010-02-15"),
    case("60I.6.2", "2009-08-31", "2009-10-31", "decided on the last day of the first month", extended_on="2009-09-30"),
    case(
        "60I.6.2",
        "2008-12-31",
        "2009-02-28",
        "decided on the day of the start; no 31 February",
        extended_on="2008-12-31",
    ),
]

# The edition of a day other than that of the event.
EDITION = [
    case(
        "60I.6.2",
        "2008-01-31",
        "2008-02-29",
        "a start before the wording we hold, asked by it; a leap year",
        on="2008-07-20",
    ),
    case(
        "60I.54",
        "2012-05-07T10:00:00+06:00",
        "2012-05-08T10:00:00+06:00",
        "asked by the order's last day",
        on="2010-10-01",
    ),
]

REFUSED = [
    refusal("60I.6.2", "2009-03-10", "bad_value", "extended_on", "decided before the start", extended_on="2009-03-09"),
    refusal(
        "60I.6.2",
        "2009-03-10",
        "bad_value",
        "extended_on",
        "decided after the first month has run out",
        extended_on="2009-04-11",
    ),
    refusal(
        "60I.6.2",
        "2009-01-30",
        "bad_value",
        "extended_on",
        "the first month ended on 28 February",
        extended_on="2009-03-01",
    ),
    refusal(
        "60I.20.3",
        "2009-03-10",
        "bad_value",
        "extended_on",
        "the check of a measure is not extended",
        extended_on="2009-03-11",
    ),
    refusal(
        "60I.54",
        "2009-03-10T09:00:00+06:00",
        "bad_value",
        "extended_on",
        "hours are not extended",
        extended_on="2009-03-11",
    ),
    refusal(
        "SYS.58", "2009-03-10", "bad_value", "extended_on", "an appointment is not extended", extended_on="2009-03-11"
    ),
    refusal(
        "60I.6.2",
        "2009-03-10",
        "bad_value",
        "suspended",
        "the order knows no pause",
        suspended=[["2009-03-12", "2009-03-13"]],
    ),
    refusal(
        "60I.20.3",
        "2009-03-10",
        "bad_value",
        "suspended",
        "the order knows no pause",
        suspended=[["2009-03-11", "2009-03-11"]],
    ),
    refusal("60I.26.6", "2009-05-08", "bad_value", "from", "a day for running hours"),
    refusal("60I.26.7", "2009-05-08", "bad_value", "from", "a day for running hours"),
    refusal("60I.54", "2009-05-08", "bad_value", "from", "a day for running hours"),
    refusal("60I.81.2", "2009-05-08", "bad_value", "from", "a day for running hours"),
    refusal("60I.86", "2009-05-08", "bad_value", "from", "a day for running hours"),
    refusal("60I.91.3", "2009-05-08", "bad_value", "from", "a day for running hours"),
    refusal("60I.54", "2009-05-08T10:00:00", "bad_value", "from", "an instant without an offset"),
    refusal("60I.6.2", "2009-05-08T10:00:00+06:00", "bad_value", "from", "an instant for a month"),
    refusal("60I.20.3", "2009-05-08T10:00:00+06:00", "bad_value", "from", "an instant for calendar days"),
    refusal("SYS.58", "2009-05-08T10:00:00+06:00", "bad_value", "from", "an instant for years"),
]


@pytest.mark.parametrize(("question", "due", "skipped"), INSTRUCTION + LECTURE + EXTENDED + EDITION)
def test_last_day(question, due, skipped):
    answer = ask(question)
    assert set(answer) == {"due", "skipped", "cites", "why"}, answer
    assert (answer["due"], answer["skipped"]) == (due, skipped)
    assert question["norm"] in answer["cites"]
    assert all(answer["why"][lang] for lang in ("kk", "ru", "en"))


@pytest.mark.parametrize(("question", "code", "field"), REFUSED)
def test_a_bad_question_names_its_field(question, code, field):
    assert ask(question).get("error", {}) | {"message": ""} == {"code": code, "field": field, "message": ""}
