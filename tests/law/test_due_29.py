"""Terms of order No. 29 of 2023: the Instruction (29I) and the Rules of personal reception (29R).

Every answer was counted from the order, the readings and the reference calendar, apart from the program.
A case names the point, the day of the event, the last day, why the case is here, and the days that were not counted.
Days are written short: "2026-03-07..09 03-14" is 7 to 9 and 14 March 2026.
"""

import pytest

from nadzor.law.ask import ask
from tests.law.due_cases import case

INSTRUCTION = [
    case("29I.12.1", "2026-01-31", "2026-02-28", "no 31 February; the ceiling stays on a Saturday"),
    case("29I.12.1", "2024-01-30", "2024-02-29", "leap year, the month ends on 29 February"),
    case("29I.12.1", "2025-12-01", "2026-01-01", "the end falls on New Year's Day and does not move"),
    case("29I.12.1", "2026-04-15", "2026-05-15", "the same day of the next month"),
    case("29I.12.2", "2026-03-26", "2026-03-18", "counts back over the long Nauryz of 2026", "2026-03-21..25"),
    case("29I.12.2", "2024-05-06", "2024-05-02", "Saturday 4 May 2024 is worked, Sunday 5 May is not", "2024-05-05"),
    case("29I.12.2", "2026-02-28", "2026-02-25", "the interpellation ends on a Saturday; three working days before it"),
    case("29I.12.2", "2026-01-01", "2025-12-29", "the term ends on a holiday; the count goes back over the year's end"),
    case("29I.23.1", "2026-03-20", "2026-03-20", "arrival on a Friday is registered on that Friday"),
    case(
        "29I.23.1",
        "2026-03-21",
        "2026-03-26",
        "arrival on the first day of Nauryz goes to the first working day",
        "2026-03-21..25",
    ),
    case("29I.23.1", "2024-05-04", "2024-05-04", "a worked Saturday is a day of registration"),
    case("29I.23.1", "2025-01-03", "2025-01-05", "the next working day is Sunday 5 January 2025", "2025-01-03..04"),
    case("29I.23.2", "2026-03-21", "2026-03-21", "at once, on a holiday too"),
    case("29I.23.2", "2024-02-29", "2024-02-29", "at once, on the leap day"),
    case("29I.24", "2024-06-16", "2024-06-17", "Kurban-ait on a Sunday does not make Monday 17 June a day off"),
    case("29I.24", "2025-01-04", "2025-01-05", "Sunday 5 January 2025 is worked"),
    case("29I.24", "2026-03-21", "2026-03-26", "five days off in a row at Nauryz", "2026-03-22..25"),
    case("29I.24", "2024-05-07", "2024-05-10", "8 May 2024 is off by transfer, 9 May by law", "2024-05-08..09"),
    case("29I.26.1", "2026-03-09", "2026-03-09", "passed on the day of receipt, a Monday off by the shift included"),
    case("29I.26.1", "2025-02-14", "2025-02-14", "passed on the day of receipt"),
    case("29I.26.2", "2025-01-05", "2025-01-05", "passed on the day of receipt, a worked Sunday"),
    case("29I.26.2", "2026-06-27", "2026-06-27", "passed on the day of receipt, a Saturday included"),
    case(
        "29I.27.5",
        "2024-05-03",
        "2024-05-10",
        "Saturday 4 May 2024 is worked, 7 to 9 May are off",
        "2024-05-05 05-07..09",
    ),
    case("29I.27.5", "2026-03-20", "2026-03-30", "long Nauryz and a weekend lie inside", "2026-03-21..25 03-28..29"),
    case("29I.27.5", "2024-01-21", "2024-01-24", "first day of the wording, a Sunday; Monday is the first day counted"),
    case("29I.28.10", "2025-12-30", "2026-01-06", "1 and 2 January and a weekend lie inside", "2026-01-01..04"),
    case("29I.28.10", "2025-06-05", "2025-06-11", "Friday 6 June 2025 is Kurban-ait", "2025-06-06..08"),
    case(
        "29I.28.12",
        "2024-06-14",
        "2024-06-19",
        "Monday 17 June 2024 is working, Kurban-ait was on Sunday",
        "2024-06-15..16",
    ),
    case("29I.28.12", "2025-10-24", "2025-10-30", "25 October on a Saturday gives Monday 27", "2025-10-25..27"),
    case("29I.31.1", "2026-02-06", "2026-02-11", "Friday, the weekend is not counted", "2026-02-07..08"),
    case(
        "29I.31.1",
        "2025-01-04",
        "2025-01-08",
        "receipt on a Saturday, Sunday 5 January is day one, 7 January is off",
        "2025-01-07",
    ),
    case("29I.31.1", "2024-08-28", "2024-09-03", "Constitution Day on Friday 30 August", "2024-08-30..09-01"),
    case(
        "29I.31.1", "2026-05-26", "2026-06-01", "Kurban-ait on Wednesday 27 May and a weekend", "2026-05-27 05-30..31"
    ),
    case(
        "29I.31.2",
        "2024-01-21",
        "2024-01-21",
        "together with the forwarding, on the first day of the wording, a Sunday",
    ),
    case("29I.31.2", "2026-04-30", "2026-04-30", "together with the forwarding, before a holiday"),
    case("29I.33.3", "2026-04-01", "2026-03-27", "five calendar days back"),
    case("29I.33.3", "2024-03-05", "2024-02-29", "back over the leap day to 29 February"),
    case("29I.33.3", "2026-03-27", "2026-03-22", "the day lies in Nauryz and does not move"),
    case("29I.33.3", "2025-01-03", "2024-12-29", "back over the year's end to a Sunday"),
    case("29I.34.2", "2023-06-27", "2023-07-01", "Kurban-ait on 28 June; Saturday 1 July 2023 is worked", "2023-06-28"),
    case("29I.34.2", "2023-03-07", "2023-03-13", "8 March and a weekend lie inside", "2023-03-08 03-11..12"),
    case(
        "29I.34.2", "2026-08-30", "2026-09-02", "30 August is no holiday any more; from that Sunday, Monday is day one"
    ),
    case(
        "29I.35.2",
        "2026-02-26",
        "2026-03-10",
        "the end falls on Sunday 8 March, the 9th is off by the shift",
        "2026-03-08..09",
    ),
    case("29I.35.2", "2026-03-11", "2026-03-26", "the end falls on the first day of the long Nauryz", "2026-03-21..25"),
    case("29I.35.2", "2024-04-24", "2024-05-04", "the end falls on a worked Saturday and does not move"),
    case("29I.35.2", "2024-02-19", "2024-02-29", "the end is the leap day"),
    case("29I.35.2", "2025-12-26", "2026-01-05", "over the year's end to a working Monday"),
    case("29I.42.2", "2026-07-06", "2026-07-06", "at once, on Capital Day too"),
    case("29I.42.2", "2023-12-29", "2023-12-29", "at once, on the last working day of the year"),
    case("29I.42.3", "2023-12-15", "2023-12-21", "16 December on a Saturday gives Monday 18", "2023-12-16..18"),
    case(
        "29I.42.3",
        "2024-12-31",
        "2025-01-08",
        "1 to 4 and 7 January are off, Sunday 5 January is worked",
        "2025-01-01..04 01-07",
    ),
    case(
        "29I.43",
        "2024-05-10",
        "2024-05-03",
        "back over 7 to 9 May and Sunday to the worked Saturday and Friday",
        "2024-05-05 05-07..09",
    ),
    case("29I.43", "2026-10-28", "2026-10-22", "25 October on a Sunday gives Monday 26", "2026-10-24..26"),
    case(
        "29I.43", "2026-03-22", "2026-03-18", "planned on a Sunday; only the Saturday between is skipped", "2026-03-21"
    ),
    case(
        "29I.50",
        "2026-03-05",
        "2026-04-01",
        "8 March moved to Monday, and the long Nauryz",
        "2026-03-07..09 03-14..15 03-21..25 03-28..29",
    ),
    case(
        "29I.50",
        "2026-02-06",
        "2026-02-27",
        "weekends only; the day of registration is not counted",
        "2026-02-07..08 02-14..15 02-21..22",
    ),
    case("29I.50", "2023-02-06", "2023-02-27", "three plain weeks", "2023-02-11..12 02-18..19 02-25..26"),
    case(
        "29I.50",
        "2023-03-01",
        "2023-03-28",
        "8 March and 21 to 23 March fall inside",
        "2023-03-04..05 03-08 03-11..12 03-18..19 03-21..23 03-25..26",
    ),
    case(
        "29I.50",
        "2023-06-20",
        "2023-07-13",
        "Kurban-ait, and Saturday 1 July worked in place of Friday 7 July",
        "2023-06-24..25 06-28 07-02 07-06..09",
    ),
    case(
        "29I.50",
        "2024-12-20",
        "2025-01-15",
        "New Year, Sunday 5 January 2025 worked, 7 January off",
        "2024-12-21..22 12-28..29 2025-01-01..04 01-07 01-11..12",
    ),
    case(
        "29I.50",
        "2027-12-09",
        "2027-12-31",
        "the last term that ends within the known calendar",
        "2027-12-11..12 12-16 12-18..19 12-25..26",
    ),
    case("29I.52.1", "2025-12-31", "2026-03-02", "no 31 February; a Saturday moves (R44)", "2026-02-28 03-01"),
    case("29I.52.1", "2023-12-29", "2024-02-29", "two months end on the leap day"),
    case("29I.52.1", "2026-01-09", "2026-03-10", "Monday 9 March is off by the shift: Tuesday", "2026-03-09"),
    case("29I.52.1", "2024-04-15", "2024-06-17", "a Saturday, then Kurban-ait on a Sunday", "2024-06-15..16"),
    case(
        "29I.52.2", "2026-05-06", "2026-05-13", "7 May, the weekend and Monday 11 May are off", "2026-05-07 05-09..11"
    ),
    case("29I.52.2", "2026-08-28", "2026-09-02", "Monday 31 August 2026 is working", "2026-08-29..30"),
    case(
        "29I.52.4", "2025-08-29", "2025-09-04", "30 August on a Saturday gives Monday 1 September", "2025-08-30..09-01"
    ),
    case("29I.52.4", "2023-07-03", "2023-07-10", "6 July, and 7 July by transfer", "2023-07-06..09"),
    case(
        "29I.52.5", "2026-03-26", "2026-03-20", "one working day before is the Friday before Nauryz", "2026-03-21..25"
    ),
    case("29I.52.5", "2024-05-06", "2024-05-04", "one working day before is the worked Saturday", "2024-05-05"),
    case("29I.52.5", "2026-04-01", "2026-03-31", "the day before"),
    case(
        "29I.52.7",
        "2024-04-24",
        "2024-05-13",
        "1 May, the worked Saturday 4 May, 7 to 9 May",
        "2024-04-27..28 05-01 05-05 05-07..09 05-11..12",
    ),
    case(
        "29I.52.7",
        "2026-12-25",
        "2027-01-13",
        "New Year 2027: 2 January on a Saturday gives Monday 4, and 7 January",
        "2026-12-26..27 2027-01-01..04 01-07 01-09..10",
    ),
    case("29I.52.7", "2024-02-20", "2024-03-05", "the leap day is a working day", "2024-02-24..25 03-02..03"),
    case(
        "29I.54",
        "2024-03-01",
        "2024-03-28",
        "8, 21 and 22 March, and Monday 25 for Saturday 23",
        "2024-03-02..03 03-08..10 03-16..17 03-21..25",
    ),
    case(
        "29I.54",
        "2025-03-03",
        "2025-03-28",
        "Monday 10 March; Nauryz of 2025 gives 21, 24 and 25 March",
        "2025-03-08..10 03-15..16 03-21..25",
    ),
    case(
        "29I.54",
        "2024-06-14",
        "2024-07-05",
        "three plain weeks after Kurban-ait on a Sunday",
        "2024-06-15..16 06-22..23 06-29..30",
    ),
    case("29I.57.2", "2025-05-09", "2025-05-09", "at once, on Victory Day too"),
    case("29I.57.2", "2024-09-30", "2024-09-30", "at once, on a month's last day"),
    case("29I.58.2", "2025-04-30", "2025-05-06", "1 May and a weekend lie inside", "2025-05-01 05-03..04"),
    case("29I.58.2", "2023-10-24", "2023-10-30", "25 October and a weekend lie inside", "2023-10-25 10-28..29"),
    case("29I.58.4", "2023-04-28", "2023-05-04", "1 May on a Monday after the weekend", "2023-04-29..05-01"),
    case("29I.58.4", "2024-12-13", "2024-12-19", "16 December on a Monday after the weekend", "2024-12-14..16"),
    case("29I.62.4", "2025-07-03", "2025-07-09", "6 July on a Sunday gives Monday 7", "2025-07-05..07"),
    case(
        "29I.62.4", "2023-05-05", "2023-05-12", "7 May on a Sunday gives Monday 8, then Victory Day", "2023-05-06..09"
    ),
    case(
        "29I.62.4",
        "2026-05-09",
        "2026-05-14",
        "the event on a Saturday holiday; Monday 11 May is off by the shift",
        "2026-05-10..11",
    ),
    case("29I.63.2", "2026-01-07", "2026-01-07", "at once, on 7 January too"),
    case("29I.63.2", "2025-11-28", "2025-11-28", "at once, on a Friday"),
    case(
        "29I.71.1",
        "2025-11-30",
        "2026-03-02",
        "no 30 February; Saturday 28 moves to Monday 2 March",
        "2026-02-28..03-01",
    ),
    case("29I.71.1", "2023-11-30", "2024-02-29", "no 30 February; the leap day is working"),
    case("29I.71.1", "2025-12-21", "2026-03-26", "the end falls on the first day of the long Nauryz", "2026-03-21..25"),
    case("29I.71.1", "2024-02-04", "2024-05-04", "the end falls on a worked Saturday and does not move"),
    case("29I.71.1", "2026-01-15", "2026-04-15", "the same day three months on"),
    case("29I.71.4", "2026-12-15", "2026-12-21", "Independence Day and a weekend", "2026-12-16 12-19..20"),
    case("29I.71.4", "2027-03-12", "2027-03-18", "Constitution Day is 15 March since 2027", "2027-03-13..15"),
    case("29I.71.5", "2023-12-29", "2024-01-05", "1 and 2 January 2024 after the weekend", "2023-12-30..2024-01-02"),
    case("29I.71.5", "2025-12-15", "2025-12-19", "16 December on a Tuesday", "2025-12-16"),
    case(
        "29I.71.5",
        "2025-01-05",
        "2025-01-09",
        "a worked Sunday is the day of the event, not counted; 7 January is off",
        "2025-01-07",
    ),
    case("29I.75", "2024-10-23", "2024-10-29", "25 October on a Friday and a weekend", "2024-10-25..27"),
    case("29I.75", "2024-07-05", "2024-07-11", "6 July on a Saturday gives Monday 8", "2024-07-06..08"),
    case(
        "29I.79",
        "2024-04-24",
        "2024-05-27",
        "1 May, the worked Saturday 4 May, 7 to 9 May",
        "2024-04-27..28 05-01 05-05 05-07..09 05-11..12 05-18..19 05-25..26",
    ),
    case(
        "29I.79",
        "2025-12-12",
        "2026-01-15",
        "16 December, New Year and 7 January",
        "2025-12-13..14 12-16 12-20..21 12-27..28 2026-01-01..04 01-07 01-10..11",
    ),
    case(
        "29I.79",
        "2026-02-24",
        "2026-03-30",
        "Women's Day moved to Monday 9 March, and the long Nauryz",
        "2026-02-28..03-01 03-07..09 03-14..15 03-21..25 03-28..29",
    ),
    case(
        "29I.83",
        "2023-06-16",
        "2023-07-18",
        "Kurban-ait, the worked Saturday 1 July, 6 and 7 July",
        "2023-06-17..18 06-24..25 06-28 07-02 07-06..09 07-15..16",
    ),
    case(
        "29I.83",
        "2024-12-09",
        "2025-01-10",
        "16 December, New Year, the worked Sunday 5 January",
        "2024-12-14..16 12-21..22 12-28..29 2025-01-01..04 01-07",
    ),
]

RECEPTION = [
    case("29R.8", "2026-05-27", "2026-05-27", "received on the day, Kurban-ait included"),
    case("29R.8", "2024-01-22", "2024-01-22", "received on the day the visitor turns up"),
    case(
        "29R.17.2", "2026-05-13", "2026-05-06", "back over Monday 11 May, the weekend and 7 May", "2026-05-07 05-09..11"
    ),
    case(
        "29R.17.2",
        "2025-01-08",
        "2024-12-31",
        "back over 7 January, with the worked Sunday, and over New Year",
        "2025-01-01..04 01-07",
    ),
    case(
        "29R.18", "2026-05-14", "2026-05-05", "9 May on a Saturday gives Monday 11, and 7 May", "2026-05-07 05-09..11"
    ),
    case("29R.18", "2026-04-15", "2026-04-08", "five working days before, over one weekend", "2026-04-11..12"),
    case(
        "29R.18",
        "2025-01-09",
        "2024-12-30",
        "the worked Sunday counts, New Year and 7 January do not",
        "2025-01-01..04 01-07",
    ),
    case(
        "29R.22.2", "2024-05-13", "2024-05-04", "back over the weekend and 7 to 9 May", "2024-05-05 05-07..09 05-11..12"
    ),
    case("29R.22.2", "2023-07-05", "2023-07-01", "the worked Saturday 1 July counts, Sunday does not", "2023-07-02"),
    case(
        "29R.27",
        "2026-05-12",
        "2026-05-08",
        "one working day before, over Monday 11 May and the weekend",
        "2026-05-09..11",
    ),
    case("29R.27", "2025-01-06", "2025-01-05", "one working day before is the worked Sunday"),
    case("29R.27", "2026-03-27", "2026-03-26", "the day before, not the Friday of the week before"),
    case("29R.36", "2026-04-15", "2026-04-14", "one working day before"),
    case("29R.36", "2026-03-26", "2026-03-20", "the Friday before the long Nauryz", "2026-03-21..25"),
    case("29R.36", "2024-05-06", "2024-05-04", "the worked Saturday", "2024-05-05"),
    case(
        "29R.36",
        "2024-01-22",
        "2024-01-19",
        "the reception is in the wording, the last day of booking before it",
        "2024-01-20..21",
    ),
]


@pytest.mark.parametrize(("question", "due", "skipped"), INSTRUCTION + RECEPTION)
def test_last_day(question, due, skipped):
    answer = ask(question)
    assert set(answer) == {"due", "skipped", "cites", "why"}, answer
    assert (answer["due"], answer["skipped"]) == (due, skipped)
    assert question["norm"] in answer["cites"]
    assert all(answer["why"][lang] for lang in ("kk", "ru", "en"))
