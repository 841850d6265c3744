"""Terms of order No. 29 of 2023 extended, asked for another edition, beyond the calendar; and what is refused."""

import pytest

from nadzor.law.ask import ask
from tests.law.due_cases import case, refusal

# R4: decided before 2026-01-01, two months in all from registration; from that day on, two months from the decision.
# A furthest day that is not worked moves to the next working day (R44).
# The first term of 15 December 2025 ends on 9 January 2026: 16 December, 1 and 2 and 7 January are off.
EXTENDED = [
    case("29I.50", "2025-12-15", "2026-02-16", "31 December; Sunday moves", "2026-02-15", extended_on="2025-12-31"),
    case("29I.50", "2025-12-15", "2026-03-02", "1 January; Sunday moves", "2026-03-01", extended_on="2026-01-01"),
    case("29I.50", "2025-12-15", "2026-02-16", "day of registration", "2026-02-15", extended_on="2025-12-15"),
    case("29I.50", "2025-12-15", "2026-03-10", "last day; Monday off moves", "2026-03-09", extended_on="2026-01-09"),
    case("29I.50", "2023-12-29", "2024-02-29", "two months in all end on the leap day", extended_on="2024-01-10"),
    case("29I.50", "2026-03-05", "2026-06-01", "last day of a term over Nauryz", extended_on="2026-04-01"),
    case("29I.50", "2026-12-18", "2027-03-01", "no 31 February", "2027-02-28", extended_on="2026-12-31"),
    case("29I.54", "2025-12-15", "2026-02-16", "messages too (R5), 2025", "2026-02-15", extended_on="2025-12-31"),
    case("29I.54", "2025-12-15", "2026-03-05", "messages too (R5), 2026", extended_on="2026-01-05"),
    case("29I.52.1", "2025-12-15", "2026-02-16", "from registration", "2026-02-15", extended_on="2025-12-31"),
    case("29I.52.1", "2025-12-15", "2026-03-05", "from the decision", extended_on="2026-01-05"),
    case("29I.52.1", "2026-03-05", "2026-06-01", "last day of the term of point 50", extended_on="2026-04-01"),
    case("29I.52.1", "2025-12-15", "2026-03-02", "first day of 2026", "2026-03-01", extended_on="2026-01-01"),
]

# The edition of a day other than that of the event.
EDITION = [
    case(
        "29I.31.1",
        "2024-01-19",
        "2024-01-24",
        "received before the wording we hold, asked by that wording",
        "2024-01-20..21",
        on="2024-01-21",
    ),
    case(
        "29I.50",
        "2023-01-30",
        "2023-02-20",
        "received the day before the order, asked by its first day",
        "2023-02-04..05 02-11..12 02-18..19",
        on="2023-01-31",
    ),
]

# A term that counts no working days and does not move asks nothing of the calendar, which ends with 2027.
BEYOND = [
    case("29I.12.1", "2027-12-10", "2028-01-10", "a month that ends after the known calendar"),
]

REFUSED = [
    refusal("29I.52.1", "2027-12-31", "calendar_unknown", "from", "two months that end where no calendar is known"),
    refusal(
        "29I.50", "2026-03-05", "bad_value", "extended_on", "decided before registration", extended_on="2026-03-04"
    ),
    refusal(
        "29I.50",
        "2026-03-05",
        "bad_value",
        "extended_on",
        "decided after the first term has run out",
        extended_on="2026-04-02",
    ),
    refusal(
        "29I.50",
        "2025-12-15",
        "bad_value",
        "extended_on",
        "decided a day after the term, a Saturday",
        extended_on="2026-01-10",
    ),
    refusal(
        "29I.50",
        "2026-03-05",
        "bad_value",
        "extended_on",
        "decided on a day that does not exist",
        extended_on="2026-02-30",
    ),
    refusal(
        "29I.54", "2026-03-05", "bad_value", "extended_on", "decided before registration", extended_on="2026-03-04"
    ),
    refusal(
        "29I.54",
        "2026-03-05",
        "bad_value",
        "extended_on",
        "decided after the first term has run out",
        extended_on="2026-04-02",
    ),
    refusal(
        "29I.52.1", "2026-03-05", "bad_value", "extended_on", "decided before registration", extended_on="2026-03-04"
    ),
    refusal(
        "29I.52.1",
        "2026-03-05",
        "bad_value",
        "extended_on",
        "decided after the term of point 50",
        extended_on="2026-04-02",
    ),
    refusal(
        "29I.79", "2026-02-02", "bad_value", "extended_on", "a complaint is not extended (R5)", extended_on="2026-02-20"
    ),
    refusal("29I.83", "2026-02-02", "bad_value", "extended_on", "silence is not extended", extended_on="2026-02-20"),
    refusal(
        "29I.12.1",
        "2026-02-02",
        "bad_value",
        "extended_on",
        "an interpellation is not extended",
        extended_on="2026-02-20",
    ),
    refusal(
        "29I.71.1",
        "2026-02-02",
        "bad_value",
        "extended_on",
        "a missed term is restored, not extended",
        extended_on="2026-02-20",
    ),
    refusal(
        "29I.35.2",
        "2026-02-02",
        "bad_value",
        "extended_on",
        "an answer on a duplicate is not extended",
        extended_on="2026-02-03",
    ),
    refusal(
        "29I.52.7",
        "2026-02-02",
        "bad_value",
        "extended_on",
        "the final reply is not extended",
        extended_on="2026-02-03",
    ),
    refusal(
        "29I.33.3",
        "2026-02-02",
        "bad_value",
        "extended_on",
        "a term counted back is not extended",
        extended_on="2026-01-28",
    ),
    refusal(
        "29I.23.1", "2026-02-02", "bad_value", "extended_on", "registration is not extended", extended_on="2026-02-02"
    ),
    refusal(
        "29R.18",
        "2026-04-15",
        "bad_value",
        "extended_on",
        "the end of booking is not extended",
        extended_on="2026-04-08",
    ),
    refusal(
        "29I.50",
        "2026-02-02",
        "bad_value",
        "suspended",
        "the order knows no pause",
        suspended=[["2026-02-05", "2026-02-06"]],
    ),
    refusal(
        "29I.52.1",
        "2026-02-02",
        "bad_value",
        "suspended",
        "the order knows no pause",
        suspended=[["2026-02-05", "2026-02-06"]],
    ),
    refusal(
        "29I.79",
        "2026-02-02",
        "bad_value",
        "suspended",
        "the order knows no pause",
        suspended=[["2026-02-05", "2026-02-06"]],
    ),
    refusal(
        "29R.36",
        "2026-02-12",
        "bad_value",
        "suspended",
        "the order knows no pause",
        suspended=[["2026-02-05", "2026-02-06"]],
    ),
    refusal("29I.50", "2026-02-02T09:00:00+05:00", "bad_value", "from", "an instant for working days"),
    refusal("29I.12.1", "2026-02-02T09:00:00+05:00", "bad_value", "from", "an instant for a month"),
    refusal("29I.35.2", "2026-02-02T09:00:00+05:00", "bad_value", "from", "an instant for calendar days"),
    refusal("29I.33.3", "2026-02-02T09:00:00+05:00", "bad_value", "from", "an instant to count days back from"),
    refusal("29R.18", "2026-02-02T09:00:00+05:00", "bad_value", "from", "an instant for working days back"),
    refusal("29I.23.1", "2026-02-02T19:00:00+05:00", "bad_value", "from", "an instant for the same day"),
    refusal("29I.42.2", "2026-02-02T09:00:00+05:00", "bad_value", "from", "an instant for an immediate duty"),
    refusal("29I.50", "2026-02-29", "bad_value", "from", "2026 has no leap day"),
    refusal("29I.50", "2026-2-6", "bad_value", "from", "a date not written as ISO asks"),
]

REFUSED_BY_LAW = [
    refusal(
        "29I.31.1", "2024-01-22", "wording_not_held", "", "asked by the wording before 2024-01-21", on="2024-01-20"
    ),
    refusal("29I.50", "2026-03-05", "not_in_force", "", "asked by the day before the order", on="2023-01-30"),
    refusal("29I.50", "2027-12-10", "calendar_unknown", "", "the fifteenth working day lies in 2028"),
    refusal("29I.35.2", "2027-12-22", "calendar_unknown", "", "whether 1 January 2028 moves is not known"),
]


@pytest.mark.parametrize(("question", "due", "skipped"), EXTENDED + EDITION + BEYOND)
def test_last_day(question, due, skipped):
    answer = ask(question)
    assert set(answer) == {"due", "skipped", "cites", "why"}, answer
    assert (answer["due"], answer["skipped"]) == (due, skipped)
    assert question["norm"] in answer["cites"]
    assert all(answer["why"][lang] for lang in ("kk", "ru", "en"))


@pytest.mark.parametrize(("question", "code", "field"), REFUSED)
def test_a_bad_question_names_its_field(question, code, field):
    assert ask(question).get("error", {}) | {"message": ""} == {"code": code, "field": field, "message": ""}


@pytest.mark.parametrize(("question", "code", "field"), REFUSED_BY_LAW)
def test_the_law_has_no_answer(question, code, field):
    assert ask(question).get("error", {}).get("code") == code
