"""Terms of order No. 102 of 2021 that stood, were extended, or are asked for another edition; and what is refused."""

import pytest

from nadzor.law.ask import ask
from tests.law.due_cases import case, refusal

# 102I.17: the days of a pause are not counted, the rest goes on from the day of resumption. From 1 February 2022
# thirty days end on 2 March.
SUSPENDED = [
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-12",
        "ten days of pause, the last day stays on a Saturday",
        "2022-02-10..19",
        suspended=[["2022-02-10", "2022-02-19"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-03",
        "a pause of one day, both ends inclusive",
        "2022-02-10",
        suspended=[["2022-02-10", "2022-02-10"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-12",
        "two pauses that touch",
        "2022-02-10..19",
        suspended=[["2022-02-10", "2022-02-14"], ["2022-02-15", "2022-02-19"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-12",
        "two pauses that overlap are not counted twice",
        "2022-02-10..19",
        suspended=[["2022-02-10", "2022-02-16"], ["2022-02-14", "2022-02-19"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-12",
        "a pause inside another",
        "2022-02-10..19",
        suspended=[["2022-02-10", "2022-02-19"], ["2022-02-12", "2022-02-13"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-08",
        "two pauses told in the wrong order; 8 March does not move",
        "2022-02-05..06 02-21..24",
        suspended=[["2022-02-21", "2022-02-24"], ["2022-02-05", "2022-02-06"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-05",
        "a pause that begins before the start",
        "2022-02-01..03",
        suspended=[["2022-01-25", "2022-02-03"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-02",
        "a pause that ends before the start",
        suspended=[["2022-01-20", "2022-01-31"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-03",
        "a pause on the first day alone",
        "2022-02-01",
        suspended=[["2022-02-01", "2022-02-01"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-05",
        "a pause from the last day on",
        "2022-03-02..04",
        suspended=[["2022-03-02", "2022-03-04"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-13",
        "a pause that covers the last day from both sides",
        "2022-02-28..03-10",
        suspended=[["2022-02-28", "2022-03-10"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-02",
        "a pause that begins after the last day changes nothing",
        suspended=[["2022-03-03", "2022-03-10"]],
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-03-06",
        "the second pause is met only because of the first",
        "2022-02-05..06 03-03..04",
        suspended=[["2022-02-05", "2022-02-06"], ["2022-03-03", "2022-03-04"]],
    ),
    case(
        "102I.16.1",
        "2022-12-20",
        "2023-02-02",
        "a pause over the year's end and past the order's last day",
        "2022-12-26..2023-01-09",
        suspended=[["2022-12-26", "2023-01-09"]],
    ),
    case(
        "102I.16.2",
        "2022-03-02",
        "2022-04-06",
        "a pause in the days of the extension",
        "2022-03-20..24",
        suspended=[["2022-03-20", "2022-03-24"]],
    ),
    case(
        "102I.16.2",
        "2022-03-02",
        "2022-04-01",
        "a pause of the first term is not a pause of the extension",
        suspended=[["2022-02-20", "2022-02-25"]],
    ),
    case(
        "102I.16.2",
        "2022-03-02",
        "2022-04-03",
        "a pause on the first two days of the extension",
        "2022-03-03..04",
        suspended=[["2022-03-03", "2022-03-04"]],
    ),
    case(
        "102I.16.2",
        "2022-03-02",
        "2022-04-04",
        "a pause from the last day on",
        "2022-04-01..03",
        suspended=[["2022-04-01", "2022-04-03"]],
    ),
]

# 102I.16 and 102R.16: thirty more days from the end of the first term; the furthest day does not move (R3).
EXTENDED = [
    case("102I.16.1", "2022-02-01", "2022-04-01", "decided within the first term", extended_on="2022-02-24"),
    case("102I.16.1", "2022-02-01", "2022-04-01", "decided on the first day", extended_on="2022-02-01"),
    case(
        "102I.16.1", "2022-02-01", "2022-04-01", "decided on the last day of the first term", extended_on="2022-03-02"
    ),
    case(
        "102I.16.1",
        "2022-05-11",
        "2022-07-09",
        "the furthest day stays on Kurban-ait, a Saturday",
        extended_on="2022-06-01",
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-04-11",
        "a pause moves the end from which the extension runs",
        "2022-02-10..19",
        suspended=[["2022-02-10", "2022-02-19"]],
        extended_on="2022-03-12",
    ),
    case(
        "102I.16.1",
        "2022-02-01",
        "2022-04-16",
        "a second pause falls into the extension",
        "2022-02-10..19 04-01..05",
        suspended=[["2022-02-10", "2022-02-19"], ["2022-04-01", "2022-04-05"]],
        extended_on="2022-03-10",
    ),
    case("102R.16.1", "2022-02-01", "2022-04-02", "the furthest day stays on a Saturday", extended_on="2022-02-24"),
    case(
        "102R.16.1", "2022-02-01", "2022-04-02", "decided on the last day of the first term", extended_on="2022-03-03"
    ),
    case("102R.16.1", "2022-03-10", "2022-05-09", "the furthest day stays on Victory Day", extended_on="2022-03-10"),
]

# The edition of a day other than that of the event.
EDITION = [
    case(
        "102I.67",
        "2023-02-03",
        "2023-02-08",
        "an event after the repeal, asked by the order's last day",
        "2023-02-04..05",
        on="2023-01-30",
    ),
    case(
        "102R.18.3",
        "2021-07-23",
        "2021-07-30",
        "an event before the order, asked by its first day",
        "2021-07-24..25",
        on="2021-07-26",
    ),
]

REFUSED = [
    refusal(
        "102I.16.1", "2022-02-01", "bad_value", "extended_on", "decided before the start", extended_on="2022-01-31"
    ),
    refusal(
        "102I.16.1",
        "2022-02-01",
        "bad_value",
        "extended_on",
        "decided after the first term has run out",
        extended_on="2022-03-03",
    ),
    refusal(
        "102I.16.1",
        "2022-02-01",
        "bad_value",
        "extended_on",
        "decided after a term with a pause",
        suspended=[["2022-02-10", "2022-02-19"]],
        extended_on="2022-03-13",
    ),
    refusal(
        "102R.16.1", "2022-02-01", "bad_value", "extended_on", "decided before the start", extended_on="2022-01-31"
    ),
    refusal(
        "102R.16.1",
        "2022-02-01",
        "bad_value",
        "extended_on",
        "decided after the first term has run out",
        extended_on="2022-03-04",
    ),
    refusal("102I.16.2", "2022-03-02", "bad_value", "extended_on", "no second extension", extended_on="2022-03-10"),
    refusal("102R.16.2", "2022-03-02", "bad_value", "extended_on", "no second extension", extended_on="2022-03-10"),
    refusal(
        "102I.40.1",
        "2022-03-02",
        "bad_value",
        "extended_on",
        "the order sets no furthest day",
        extended_on="2022-03-10",
    ),
    refusal(
        "102I.40.2",
        "2022-03-02",
        "bad_value",
        "extended_on",
        "the order sets no furthest day",
        extended_on="2022-03-10",
    ),
    refusal(
        "102I.39.1",
        "2022-03-02",
        "bad_value",
        "extended_on",
        "the longer period is a point of its own",
        extended_on="2022-03-03",
    ),
    refusal(
        "102I.10.7",
        "2022-03-02",
        "bad_value",
        "extended_on",
        "the longer period is a point of its own",
        extended_on="2022-03-03",
    ),
    refusal(
        "102I.52.5", "2022-03-02", "bad_value", "extended_on", "no extension is provided", extended_on="2022-03-03"
    ),
    refusal(
        "102R.13.2", "2022-03-02", "bad_value", "extended_on", "a ceiling laid on a body", extended_on="2022-03-03"
    ),
    refusal(
        "102I.16.3",
        "2022-03-02",
        "bad_value",
        "suspended",
        "a term counted back knows no pause",
        suspended=[["2022-02-20", "2022-02-22"]],
    ),
    refusal(
        "102R.16.1",
        "2022-02-01",
        "bad_value",
        "suspended",
        "an analysis is not suspended",
        suspended=[["2022-02-10", "2022-02-19"]],
    ),
    refusal(
        "102I.67",
        "2022-02-01",
        "bad_value",
        "suspended",
        "only an inspection is suspended",
        suspended=[["2022-02-02", "2022-02-03"]],
    ),
    refusal(
        "102I.10.8",
        "2022-02-01",
        "bad_value",
        "suspended",
        "only an inspection is suspended",
        suspended=[["2022-02-02", "2022-02-03"]],
    ),
    refusal(
        "102I.16.1",
        "2022-02-01",
        "bad_value",
        "suspended",
        "a pause that ends before it begins",
        suspended=[["2022-02-19", "2022-02-10"]],
    ),
    refusal("102I.16.1", "2022-02-01", "bad_value", "suspended", "a pause with one end", suspended=[["2022-02-10"]]),
    refusal(
        "102I.16.1",
        "2022-02-01",
        "bad_value",
        "suspended",
        "two days that are not a list of pauses",
        suspended=["2022-02-10", "2022-02-19"],
    ),
    refusal(
        "102I.16.1",
        "2022-02-01",
        "bad_value",
        "suspended",
        "a pause to a day that does not exist",
        suspended=[["2022-02-10", "2022-02-29"]],
    ),
    refusal("102I.46.6", "2022-03-04", "bad_value", "from", "a day for running hours"),
    refusal("102I.46.6", "2022-03-04T17:45:00", "bad_value", "from", "an instant without an offset"),
    refusal("102I.67", "2022-03-04T17:45:00+06:00", "bad_value", "from", "an instant for working days"),
    refusal("102I.16.1", "2022-03-04T17:45:00+06:00", "bad_value", "from", "an instant for calendar days"),
    refusal("102I.37.1", "2022-03-04T17:45:00+06:00", "bad_value", "from", "an instant for a month"),
    refusal("102I.16.3", "2022-03-04T17:45:00+06:00", "bad_value", "from", "an instant for working days back"),
    refusal("102I.30.10", "2022-03-04T17:45:00+06:00", "bad_value", "from", "an instant for an immediate duty"),
    refusal("102I.14.2", "2022-03-04T17:45:00+06:00", "bad_value", "from", "an instant for the day of arrival"),
]


@pytest.mark.parametrize(("question", "due", "skipped"), SUSPENDED + EXTENDED + EDITION)
def test_last_day(question, due, skipped):
    answer = ask(question)
    assert set(answer) == {"due", "skipped", "cites", "why"}, answer
    assert (answer["due"], answer["skipped"]) == (due, skipped)
    assert question["norm"] in answer["cites"]
    assert all(answer["why"][lang] for lang in ("kk", "ru", "en"))


@pytest.mark.parametrize(("question", "code", "field"), REFUSED)
def test_a_bad_question_names_its_field(question, code, field):
    assert ask(question).get("error", {}) | {"message": ""} == {"code": code, "field": field, "message": ""}
