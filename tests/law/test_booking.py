"""May this person be booked (29R.15-43): each official with each fact, whole answers, worked out from the text.

A cell holds what stands against the booking; a question mark before a point: open by agreement of a unit.
"""

import pytest

from nadzor.law.ask import ask

OBLAST_LEVEL = ("committee", "asset_recovery", "academy", "institution", "military", "transport", "oblast")

PG = "gpo:prosecutor_general"
DPG = "gpo:deputy_prosecutor_general"
UNITS = ("gpo:unit_head", "gpo:unit_deputy_head")
HEADS = tuple(f"{body}:head" for body in OBLAST_LEVEL)
DEPUTIES = tuple(f"{body}:deputy_head" for body in OBLAST_LEVEL)
AS_NEEDED = tuple(f"{body}:{p}" for body in OBLAST_LEVEL for p in ("unit_head", "senior_assistant", "assistant"))
PROSECUTORS = ("gpo:prosecutor", *[f"{body}:prosecutor" for body in OBLAST_LEVEL])
DISTRICTS = tuple(
    f"{body}:{post}" for body in ("district", "committee_territorial") for post in ("head", "deputy_head", "prosecutor")
)
NO_RECEPTION = (  # 29R.2 does not list them
    "gpo:apparatus_head",
    "gpo:directorate_head",
    "gpo:appeals_unit_employee",
    "asset_recovery:directorate_head",
    *[f"{body}:apparatus_head" for body in OBLAST_LEVEL],
)
OPEN = (*AS_NEEDED, *PROSECUTORS, *DISTRICTS)  # no booking, no refusal
EVERYBODY = (PG, DPG, *UNITS, *HEADS, *DEPUTIES, *OPEN, *NO_RECEPTION)

# Wednesday 15 April 2026, all days before it ordinary
RECEPTION, EARLY = "2026-04-15", "2026-04-06"
LAST = {PG: "2026-04-08", DPG: "2026-04-08"} | dict.fromkeys(UNITS, "2026-04-08")
LAST |= dict.fromkeys((*HEADS, *DEPUTIES), "2026-04-14") | dict.fromkeys(OPEN)


def booked(official: str, *facts: str, today: str = EARLY, reception: str = RECEPTION) -> tuple[str, bool, object]:
    """Everything the answer says: what stands in the way, whether it is allowed, the last day of booking."""
    answer = ask({"ask": "booking", "with": official, "reception": reception, "today": today, "facts": list(facts)})
    assert set(answer) == {"allowed", "grounds", "needs_agreement", "last_booking_day", "cites"}, answer
    assert set(answer["cites"]) >= {*answer["grounds"], *answer["needs_agreement"]}
    assert answer["last_booking_day"] is None or {"29R.18", "29R.36"} & {*answer["cites"]}
    said = [*answer["grounds"], *[f"?{point}" for point in answer["needs_agreement"]]]
    return " ".join(said), answer["allowed"], answer["last_booking_day"]


def expected(cell: str, last: object) -> tuple[str, bool, object]:
    return cell, all(point.startswith("?") for point in cell.split()), last


def row(name: str, *cells: str, why: str = "") -> object:
    points = sorted({point.lstrip("?") for cell in cells for point in cell.split()})
    rows = {point if point in {"29R.29.1", "29R.18"} else ".".join(point.split(".")[:2]) for point in points}
    marks = [pytest.mark.norm(*sorted(rows))] if rows else []
    return pytest.param(name, *cells, id=f"{name} {why}".strip(), marks=marks)


# ------------------------------------------------------------------------------------- each fact alone
# fact, with: the Prosecutor General; his deputy; a head of the oblast level; his deputy
FACTS = [
    row("outside_competence", "29R.19.1", "29R.25.5", "29R.33.3", "29R.33.3"),
    row("court_matter", "29R.19.3", "29R.25.5", "29R.33.3", "29R.33.3"),
    row("cassation_term_missed", "29R.19.4", "29R.25.5", "29R.33.3", "29R.33.3"),
    row("court_act_not_open_to_prosecutor", "29R.19.5", "29R.25.5", "29R.33.3", "29R.33.3"),
    row("no_cassation_review", "29R.19.6", "29R.25.5", "", "", why="33.3 does not carry 19.6 over"),
    row("pretrial_term_missed", "29R.19.7", "29R.25.5", "29R.33.3", "29R.33.3"),
    row("no_right_to_contest", "29R.19.9", "29R.25.5", "", "", why="nor 19.9"),
    row("petition_defective", "29R.19.10", "29R.25.5", "", "", why="nor 19.10"),
    row("own_cassation_not_used", "", "29R.25.3", "", "", why="deputies of the PG only"),
    row("cassation_listed_person", "", "", "", ""),
    row("contests_court_act_in_force", "", "", "", ""),
    row("court_case_pending", "", "", "29R.33.2", "29R.33.2"),
    row("judge_conduct", "", "", "29R.33.2", "29R.33.2"),
    row("assigned_by_gpo", "", "", "", ""),
    row("not_contested_on_appeal", "?29R.21.1", "", "", ""),
    row("new_arguments", "?29R.21.2", "", "?29R.35", "", why="35 names heads, not deputies"),
    row("supreme_court_ruling", "?29R.21.3", "", "", ""),
    row("out_of_town", "", "", "", ""),
    row("outside_own_field", "", "29R.24", "29R.29.1", "29R.29.1"),
    row("instructed", "", "", "", ""),
]

RECEIVED = {PG: ("29R.19.2", "29R.25.1", "", ""), DPG: ("", "29R.25.1", "", "")}
RECEIVED |= dict.fromkeys(HEADS, ("", "", "29R.33.1", "29R.33.1"))  # 33.1: any head of that level; not a deputy
ANSWERED = {PG: ("29R.19.2", "29R.25.2", "", ""), DPG: ("", "29R.25.2", "", "")}  # 33 knows no earlier answer
UNANSWERED = {
    DPG: ("29R.19.8", "", "", ""),
    "oblast:head": ("", "29R.25.4", "", ""),
    "military:head": ("", "29R.25.4", "", ""),  # R52: of equal rank
    "transport:head": ("", "29R.25.4", "", ""),
}
NOTHING = ("", "", "", "")
BY_OFFICIAL = [
    row(f"{fact}:{official}", *table.get(official, NOTHING))
    for fact, table in (
        ("received_same_question", RECEIVED),
        ("earlier_answer_same_question", ANSWERED),
        ("no_answer_of", UNANSWERED),
    )
    for official in EVERYBODY
]


@pytest.mark.parametrize(("fact", "pg", "dpg", "head", "deputy"), [*FACTS, *BY_OFFICIAL])
def test_one_fact_with_each_official(fact, pg, dpg, head, deputy):
    cells = {PG: pg, DPG: dpg} | dict.fromkeys(HEADS, head) | dict.fromkeys(DEPUTIES, deputy)
    cells |= dict.fromkeys((*UNITS, *OPEN), "")
    assert {who: booked(who, fact) for who in cells} == {who: expected(cells[who], LAST[who]) for who in cells}


# ------------------------------------------------------------------------------------- facts together
SEEN_BY_PG = f"received_same_question:{PG}"
SEEN_BY_DPG = f"received_same_question:{DPG}"
SEEN_BY_HEAD = "received_same_question:oblast:head"
ANSWER_OF_PG = f"earlier_answer_same_question:{PG}"
ANSWER_OF_DPG = f"earlier_answer_same_question:{DPG}"
NONE_OF_DPG = f"no_answer_of:{DPG}"
NONE_OF_OBLAST = "no_answer_of:oblast:head"
NONE_OF_MILITARY = "no_answer_of:military:head"
NONE_OF_TRANSPORT = "no_answer_of:transport:head"
OWN_CASSATION, LISTED = "own_cassation_not_used", "cassation_listed_person"
IN_FORCE = "contests_court_act_in_force"
NEW, ASSIGNED, INSTRUCTED, FIELD = "new_arguments", "assigned_by_gpo", "instructed", "outside_own_field"
NOT_OURS, COURT, PENDING, JUDGE = "outside_competence", "court_matter", "court_case_pending", "judge_conduct"


def pair(official: str, facts: tuple[str, ...], cell: str, why: str, proves: str = "") -> object:
    """`proves` names a point that the cell does not have: what it would have said but for the exception."""
    return pytest.param(official, facts, cell, id=f"{official}: {why}", marks=row("", f"{cell} {proves}").marks)


TOGETHER = [
    # 19.2 and 21.2 (R17)
    pair(PG, (SEEN_BY_PG, NEW), "?29R.21.2", "received, new arguments: by agreement", proves="29R.19.2"),
    pair(PG, (ANSWER_OF_PG, NEW), "?29R.21.2", "answered, new arguments: by agreement", proves="29R.19.2"),
    pair(PG, (SEEN_BY_PG, ANSWER_OF_PG), "29R.19.2", "received and answered: one ground"),
    pair(PG, (SEEN_BY_PG, ASSIGNED), "29R.19.2", "an assignment lifts 33.1 only"),
    pair(PG, (SEEN_BY_PG, IN_FORCE, LISTED), "29R.19.2", "the exceptions of 25 are not of 19"),
    pair(PG, (NONE_OF_DPG, NEW), "29R.19.8 ?29R.21.2", "new arguments lift 19.2 alone: not 19.8"),
    pair(PG, (NONE_OF_DPG, IN_FORCE), "29R.19.8", "the exception of 25.4 is not of 19.8"),
    pair(PG, (NOT_OURS, NEW), "29R.19.1 ?29R.21.2", "nor 19.1"),
    pair(PG, ("cassation_term_missed", NEW), "29R.19.4 ?29R.21.2", "nor 19.4"),
    pair(PG, (NOT_OURS, INSTRUCTED), "29R.19.1", "an instruction lifts no ground of 19"),
    pair(PG, ("supreme_court_ruling", NEW, "not_contested_on_appeal"), "?29R.21.1 ?29R.21.2 ?29R.21.3", "all of 21"),
    pair(PG, ("not_contested_on_appeal", COURT), "29R.19.3 ?29R.21.1", "a ground and an agreement"),
    pair(
        PG,
        (
            *("petition_defective", "no_right_to_contest", NONE_OF_DPG, "pretrial_term_missed", "no_cassation_review"),
            *("court_act_not_open_to_prosecutor", "cassation_term_missed", COURT, ANSWER_OF_PG, NOT_OURS),
        ),
        "29R.19.1 29R.19.2 29R.19.3 29R.19.4 29R.19.5 29R.19.6 29R.19.7 29R.19.8 29R.19.9 29R.19.10",
        "all ten, in the order of the point",
    ),
    # 24 and 25
    pair(DPG, (OWN_CASSATION, LISTED), "", "25.3: persons of GPK 112", proves="29R.25.3"),
    pair(DPG, (OWN_CASSATION, IN_FORCE), "29R.25.3", "the exception of 25.4 is not of 25.3"),
    pair(DPG, (NONE_OF_OBLAST, IN_FORCE), "", "25.4: court acts in force", proves="29R.25.4"),
    pair(DPG, (NONE_OF_MILITARY, IN_FORCE), "", "25.4: court acts in force, military", proves="29R.25.4"),
    pair(DPG, (NONE_OF_TRANSPORT, IN_FORCE), "", "25.4: court acts in force, transport", proves="29R.25.4"),
    pair(DPG, (NONE_OF_OBLAST, LISTED), "29R.25.4", "the exception of 25.3 is not of 25.4"),
    pair(DPG, (NONE_OF_TRANSPORT, NONE_OF_OBLAST), "29R.25.4", "no answer of two: one ground"),
    pair(DPG, (FIELD, INSTRUCTED), "", "24: on instruction", proves="29R.24"),
    pair(DPG, (FIELD, NEW), "29R.24", "new arguments do not widen his field"),
    pair(DPG, (FIELD, SEEN_BY_PG, INSTRUCTED), "29R.25.1", "an instruction lifts 24, not 25.1"),
    pair(DPG, (SEEN_BY_DPG, NEW), "29R.25.1", "25 has no exception for new arguments (R17)"),
    pair(DPG, (ANSWER_OF_DPG, NEW), "29R.25.2", "nor for an answer"),
    pair(DPG, (SEEN_BY_DPG, ASSIGNED), "29R.25.1", "an assignment lifts 33.1 only"),
    pair(DPG, (SEEN_BY_DPG, ANSWER_OF_PG), "29R.25.1 29R.25.2", "received and answered: two grounds"),
    pair(DPG, (COURT, NOT_OURS, "petition_defective"), "29R.25.5", "carried over: one ground for all"),
    pair(DPG, (COURT, IN_FORCE), "29R.25.5", "the exception of 25.4 is not of 25.5"),
    pair(
        DPG,
        (COURT, NONE_OF_OBLAST, OWN_CASSATION, ANSWER_OF_PG, SEEN_BY_PG, FIELD),
        "29R.24 29R.25.1 29R.25.2 29R.25.3 29R.25.4 29R.25.5",
        "all, in the order of the points",
    ),
    # 29, 33, 35: for every head and every deputy of the oblast level
    pair("oblast:head", (SEEN_BY_HEAD, ASSIGNED), "", "33.1: assigned by the GPO", proves="29R.33.1"),
    pair(
        "oblast:head", (SEEN_BY_HEAD, NEW), "?29R.35", "received, new arguments: by agreement (R17)", proves="29R.33.1"
    ),
    pair("oblast:head", (SEEN_BY_HEAD, IN_FORCE), "29R.33.1", "the exception of 25.4 is not of 33.1"),
    pair("oblast:head", (PENDING, ASSIGNED), "29R.33.2", "an assignment does not lift 33.2"),
    pair("oblast:head", (PENDING, NEW), "29R.33.2 ?29R.35", "nor do new arguments"),
    pair("oblast:head", (JUDGE, ASSIGNED), "29R.33.2", "judges: an assignment does not lift it"),
    pair("oblast:head", (PENDING, JUDGE), "29R.33.2", "one ground"),
    pair("oblast:head", (NOT_OURS, ASSIGNED), "29R.33.3", "an assignment does not lift 33.3"),
    pair("oblast:head", (NOT_OURS, NEW), "29R.33.3 ?29R.35", "nor do new arguments 33.3"),
    pair("oblast:head", (NOT_OURS, INSTRUCTED), "29R.33.3", "nor does an instruction 33.3"),
    pair("oblast:head", (COURT, "pretrial_term_missed"), "29R.33.3", "carried over: one ground for all"),
    pair("oblast:head", (FIELD, INSTRUCTED), "", "29: on instruction of the GPO", proves="29R.29.1"),
    pair("oblast:head", (FIELD, NEW), "29R.29.1 ?29R.35", "new arguments do not widen his field"),
    pair(
        "oblast:head",
        (NOT_OURS, JUDGE, SEEN_BY_HEAD, FIELD),
        "29R.29.1 29R.33.1 29R.33.2 29R.33.3",
        "all, in the order of the points",
    ),
    pair("academy:deputy_head", (SEEN_BY_HEAD, ASSIGNED), "", "33.1: assigned by the GPO", proves="29R.33.1"),
    pair("academy:deputy_head", (SEEN_BY_HEAD, NEW), "29R.33.1", "35 names heads only: nothing opens the way"),
    pair("academy:deputy_head", (PENDING, NEW), "29R.33.2", "no agreement either"),
    pair("academy:deputy_head", (FIELD, INSTRUCTED), "", "29: on instruction of the GPO", proves="29R.29.1"),
]


@pytest.mark.parametrize(("official", "facts", "cell"), TOGETHER)
def test_facts_together(official, facts, cell):
    for who in {"oblast:head": HEADS, "academy:deputy_head": DEPUTIES}.get(official, (official,)):
        assert booked(who, *facts) == expected(cell, LAST[who]), who
        assert booked(who, *reversed(facts)) == expected(cell, LAST[who]), who


# ------------------------------------------------------------------------------------- the last day of booking
FIVE = (PG, DPG, *UNITS)
ONE = (*HEADS, *DEPUTIES)
CLOSING = [  # officials, reception, last day, first day when it is closed, closing point
    (FIVE, "2026-04-15", "2026-04-08", "2026-04-09", "29R.18", "five ordinary days"),
    (FIVE, "2026-03-30", "2026-03-18", "2026-03-19", "29R.18", "21-25 March are off"),
    (FIVE, "2026-05-14", "2026-05-05", "2026-05-06", "29R.18", "7 and 11 May are off"),
    (FIVE, "2024-05-13", "2024-05-02", "2024-05-03", "29R.18", "7-9 May off, Saturday 4 May worked"),
    (FIVE, "2026-01-12", "2025-12-31", "2026-01-01", "29R.18", "over the New Year and Christmas"),
    (FIVE, "2023-05-15", "2023-05-04", "2023-05-05", "29R.18", "point 18 stands unchanged since 2023"),
    (ONE, "2026-04-15", "2026-04-14", "2026-04-15", "29R.36", "the day before"),
    (ONE, "2026-04-13", "2026-04-10", "2026-04-11", "29R.36", "a Monday: Friday before"),
    (ONE, "2026-03-26", "2026-03-20", "2026-03-21", "29R.36", "the first day after Nauryz"),
    (ONE, "2024-05-06", "2024-05-04", "2024-05-05", "29R.36", "Saturday 4 May is worked"),
    (ONE, "2026-05-12", "2026-05-08", "2026-05-09", "29R.36", "Monday 11 May is off"),
    (ONE, "2027-01-05", "2026-12-31", "2027-01-01", "29R.36", "1 and 4 January are off"),
]


@pytest.mark.parametrize(
    ("officials", "reception", "last", "closed", "point"),
    [pytest.param(*case, id=f"{case[4]} {reason}", marks=pytest.mark.norm(case[4])) for *case, reason in CLOSING],
)
def test_last_day(officials, reception, last, closed, point):
    for who in officials:
        assert booked(who, today=last, reception=reception) == ("", True, last), who
        for late in (closed, reception):
            assert booked(who, today=late, reception=reception) == (point, False, last), who


CLOSED_TOO = [
    pair(PG, (NEW, NOT_OURS, NONE_OF_DPG), "29R.18 29R.19.1 29R.19.8 ?29R.21.2", "closed and more"),
    pair(DPG, (NOT_OURS, FIELD), "29R.18 29R.24 29R.25.5", "closed and more"),
    pair(UNITS[0], (NOT_OURS, FIELD, SEEN_BY_PG, COURT, PENDING, NEW), "29R.18", "nothing but 18"),
    pair(UNITS[1], (NOT_OURS, FIELD, SEEN_BY_PG, COURT, PENDING, NEW), "29R.18", "nothing but 18"),
    pair("military:head", (NEW, COURT, PENDING, FIELD), "29R.29.1 29R.33.2 29R.33.3 29R.36 ?29R.35", "closed and more"),
    pair("committee:deputy_head", (COURT, SEEN_BY_HEAD), "29R.33.1 29R.33.3 29R.36", "closed and more"),
]


@pytest.mark.parametrize(("official", "facts", "cell"), CLOSED_TOO)
def test_closed_and_more(official, facts, cell):
    assert booked(official, *facts, today=RECEPTION) == expected(cell, LAST[official])


# 29R.8, R28: received on the day they turn up, up to the reception day; the PG and his deputies are not named there
OUT_OF_TOWN = [
    *[(who, today, "29R.18") for who in (PG, DPG) for today in ("2026-04-09", "2026-04-15", "2026-04-16")],
    *[(who, today, "") for who in UNITS for today in ("2026-04-08", "2026-04-09", "2026-04-15")],
    *[(who, "2026-04-16", "29R.18") for who in UNITS],
    *[(who, today, "") for who in ONE for today in ("2026-04-14", "2026-04-15")],
    *[(who, "2026-04-16", "29R.36") for who in ONE],
]


@pytest.mark.parametrize(
    ("official", "today", "cell"),
    [pytest.param(*case, id=f"{case[0]} {case[1]}", marks=pytest.mark.norm("29R.8")) for case in OUT_OF_TOWN],
)
def test_out_of_town(official, today, cell):
    assert booked(official, "out_of_town", today=today) == expected(cell, LAST[official])


@pytest.mark.parametrize(
    ("official", "facts", "cell"),
    [
        pair("oblast:head", ("out_of_town", SEEN_BY_HEAD), "29R.33.1", "out of town lifts the closing only"),
        pair("academy:deputy_head", ("out_of_town", NOT_OURS), "29R.33.3", "out of town lifts the closing only"),
        pair("transport:head", ("out_of_town", FIELD, NEW), "29R.29.1 ?29R.35", "out of town lifts the closing only"),
        pair(DPG, ("out_of_town", NOT_OURS), "29R.18 29R.25.5", "out of town lifts nothing"),
    ],
)
def test_out_of_town_lifts_no_ground(official, facts, cell):
    assert booked(official, *facts, today=RECEPTION) == expected(cell, LAST[official])


# ------------------------------------------------------------------------------------- no booking at all
EVERYTHING = (
    *("outside_competence", "court_matter", "cassation_term_missed", "court_act_not_open_to_prosecutor"),
    *("no_cassation_review", "pretrial_term_missed", "no_right_to_contest", "petition_defective"),
    *(OWN_CASSATION, PENDING, JUDGE, "not_contested_on_appeal", NEW, "supreme_court_ruling", FIELD),
    *(SEEN_BY_PG, SEEN_BY_DPG, SEEN_BY_HEAD, ANSWER_OF_PG, ANSWER_OF_DPG, NONE_OF_DPG, NONE_OF_OBLAST),
)
WITHOUT_BOOKING = [
    *[(who, ("29R.30",)) for who in AS_NEEDED],
    *[(who, ("29R.43", "29R.4")) for who in PROSECUTORS],
    *[(who, ("29R.41",) if who.endswith("prosecutor") else ("29R.41", "29R.39")) for who in DISTRICTS],
]


@pytest.mark.parametrize(
    ("official", "points"),
    [pytest.param(*case, id=case[0], marks=pytest.mark.norm(*case[1])) for case in WITHOUT_BOOKING],
)
def test_received_without_booking(official, points):
    for today in (EARLY, "2026-04-14", RECEPTION):
        assert booked(official, today=today) == ("", True, None)
        assert booked(official, *EVERYTHING, today=today) == ("", True, None)
    answer = ask({"ask": "booking", "with": official, "reception": RECEPTION, "today": EARLY, "facts": []})
    assert set(points) <= set(answer["cites"])


@pytest.mark.parametrize(
    "official", [pytest.param(who, id=who, marks=pytest.mark.norm("29R.2")) for who in NO_RECEPTION]
)
def test_holds_no_reception(official):
    error = ask({"ask": "booking", "with": official, "reception": RECEPTION, "today": EARLY, "facts": []})["error"]
    assert (error["code"], error["field"]) == ("bad_value", "with")


def test_every_official_has_a_place():
    assert len(EVERYBODY) == len(set(EVERYBODY)) == 8 + 7 * 7 + 1 + 2 * 3
    assert set(LAST) == set(EVERYBODY) - set(NO_RECEPTION)


# ------------------------------------------------------------------------------------- editions and bad questions
BEFORE, HELD = "wording_not_held", "held"  # chapter 3 and point 8 were worded anew by order 4/2024
EDITIONS = [
    *[(who, (), "2024-01-20", BEFORE, "29R.36") for who in ONE],
    *[(who, (), "2024-01-21", HELD, "29R.36") for who in ONE],
    *[(who, (), "2023-01-30", "not_in_force", "29R.36") for who in ONE],
    *[(who, (), "2024-01-20", BEFORE, "29R.30") for who in AS_NEEDED],
    *[(who, (), "2024-01-21", HELD, "29R.30") for who in AS_NEEDED],
    *[(who, (), "2024-01-20", HELD, "29R.18") for who in (PG, DPG, *UNITS)],
    *[(who, (), "2023-01-31", HELD, "29R.18") for who in (PG, DPG, *UNITS)],
    *[(who, (), "2023-01-30", "not_in_force", "29R.18") for who in (PG, DPG, *UNITS)],
    *[(who, ("out_of_town",), "2024-01-20", BEFORE, "29R.8") for who in UNITS],
    *[(who, ("out_of_town",), "2024-01-21", HELD, "29R.8") for who in UNITS],
    ("district:head", (), "2023-01-31", HELD, "29R.41"),
    ("district:head", (), "2023-01-30", "not_in_force", "29R.41"),
    ("oblast:prosecutor", (), "2023-01-31", HELD, "29R.43"),
    ("oblast:prosecutor", (), "2023-01-30", "not_in_force", "29R.43"),
]


@pytest.mark.parametrize(
    ("official", "facts", "on", "code"),
    [
        pytest.param(who, facts, on, code, id=f"{who} {point} {on}", marks=pytest.mark.norm(point))
        for who, facts, on, code, point in EDITIONS
    ],
)
def test_edition(official, facts, on, code):
    # Out of town matters when the booking has closed
    today = "2026-04-10" if facts else EARLY
    question = {"ask": "booking", "with": official, "reception": RECEPTION, "today": today, "facts": list(facts)}
    answer = ask({**question, "on": on})
    if code == HELD:
        assert (answer["allowed"], answer["last_booking_day"]) == (True, LAST[official])
    else:
        assert (answer["error"]["code"], answer["error"]["field"]) == (code, "on")


@pytest.mark.parametrize(
    ("reception", "today", "code"),
    [
        pytest.param("2024-01-19", "2024-01-15", "wording_not_held", id="reception before order 4"),
        pytest.param("2024-01-22", "2024-01-19", None, id="reception on its first working day"),
        pytest.param("2023-01-27", "2023-01-20", "not_in_force", id="reception before order 29"),
        pytest.param("2028-01-05", "2027-12-20", "calendar_unknown", id="beyond the known calendar"),
    ],
)
@pytest.mark.norm("29R.36")
def test_edition_of_the_reception_day(reception, today, code):
    answer = ask({"ask": "booking", "with": "oblast:head", "reception": reception, "today": today, "facts": []})
    assert answer.get("error", {}).get("code") == code
    assert answer.get("last_booking_day") == (None if code else today)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"with": "oblast:rector"}, "bad_value", "with"),
        ({"with": "oblast"}, "bad_value", "with"),
        ({"reception": "15.04.2026"}, "bad_value", "reception"),
        ({"today": "2026-04-31"}, "bad_value", "today"),
        ({"facts": "court_matter"}, "bad_value", "facts"),
        ({"facts": ["drunk"]}, "bad_value", "facts"),
        ({"facts": ["no_answer_of"]}, "bad_value", "facts"),  # of whom?
        ({"facts": ["no_answer_of:oblast:rector"]}, "bad_value", "facts"),
        ({"facts": ["court_matter:oblast:head"]}, "bad_value", "facts"),
        ({"place": "Astana"}, "unknown_field", "place"),
    ],
)
def test_bad_question(change, code, field):
    question = {"ask": "booking", "with": PG, "reception": RECEPTION, "today": EARLY, "facts": []}
    error = ask(question | change)["error"]
    assert (error["code"], error["field"]) == (code, field)


@pytest.mark.parametrize("field", ["with", "reception", "today"])
def test_missing_field(field):
    question = {"ask": "booking", "with": PG, "reception": RECEPTION, "today": EARLY, "facts": []}
    del question[field]
    error = ask(question)["error"]
    assert (error["code"], error["field"]) == ("missing_field", field)
