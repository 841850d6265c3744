"""Who considers it (29I.23-32): every body of arrival, every fact, every official; answers worked out from the text.

A cell reads "considers point": the point relied on first. A plus says that the item may be passed down.
Each case is asked at all ten bodies: its cells hold for the GPO, for the seven of the oblast level, for the two below.
"""

import pytest

from nadzor.law.ask import ask

OBLAST_LEVEL = ("committee", "asset_recovery", "academy", "institution", "military", "transport", "oblast")
DISTRICT_LEVEL = ("district", "committee_territorial")

# What 28.9, 29.5, 30.3 leave to the body where it arrived; the ban 28.13 covers all of point 28.
DEFAULT = ("gpo_unit 29I.28.9", "oblast_level+ 29I.29.5", "district_level 29I.30.3")
# Senders demanding a report, and control by the GPO: at the oblast level, and nobody below it (29.1, 29.2; R54).
REPORT = ("oblast_level 29I.29.1",) * 2
CONTROLLED = ("oblast_level 29I.29.2",) * 2
FORWARD = ("forward 29I.31.1",) * 3
FIRST_TIME = ("appeals_unit+ 29I.27.1", "appeals_unit+ 29I.27.6", "appeals_unit 29I.27.6")
REPEATED = ("appeals_unit+ 29I.27.2", "appeals_unit+ 29I.27.6", "appeals_unit 29I.27.6")


def kept(point: str) -> tuple[str, str, str]:
    """Reserved to the units of the GPO, wherever it arrives (point 28, 28.13)."""
    return (f"gpo_unit {point}",) * 3


def case(name: str, facts: dict[str, object], *cells: str) -> object:
    points = {cell.split()[1] for cell in cells}
    if any(cell.startswith("gpo_unit") for cell in cells):
        points.add("29I.28.13")  # `considered` looks for the ban beside each of them
    return pytest.param(facts, *cells, id=name, marks=pytest.mark.norm(*sorted(points)))


def considered(at: str, facts: dict[str, object]) -> str:
    answer = ask({"ask": "route", "at": at, "kind": "complaint", **facts})
    assert set(answer) == {"considers", "may_be_passed_down", "cites"}, answer
    plus = {True: "+", False: ""}[answer["may_be_passed_down"]]
    if answer["considers"] == "gpo_unit":
        assert "29I.28.13" in answer["cites"], "the ban on passing down stands beside the point"
    return f"{answer['considers']}{plus} {answer['cites'][0]}"


def everywhere(gpo: str, oblast: str, district: str) -> dict[str, str]:
    return {"gpo": gpo} | dict.fromkeys(OBLAST_LEVEL, oblast) | dict.fromkeys(DISTRICT_LEVEL, district)


INSTRUCTED = {"president_instruction": True}
BY_PREMIER = {"control_by": "prime_minister"}
BY_DEPUTY_PG = {"control_by": "deputy_prosecutor_general"}
BY_GPO = {"control_by": "gpo"}
BY_OBLAST = {"control_by": "oblast"}
SENT_ON = {"to_be_forwarded": True}
AGAIN = {"repeated": True}
HOW = {"explain_procedure": True}
STAFF = {"staff_procedure_breach": True}
CENTRE_SAID = {"answered_by": "central_body_head"}
OBLAST_SAID = {"answered_by": "oblast_body_head"}
DISTRICT_SAID = {"answered_by": "district_body_head"}
PA_REPORT = {"sender": "presidential_administration", "report_due": True}
DEPUTY_REPORT = {"sender": "deputy", "report_due": True}
AGAINST_HEAD = {"earlier_by": "oblast:head", "disagrees": True}
AGAINST_DISTRICT = {"earlier_by": "district:head", "disagrees": True}
OF_HEAD = {"contested_by": "transport:head"}
OF_DISTRICT = {"contested_by": "district:deputy_head"}
PETITION = {"kind": "petition"}
INTERPELLATION = {"kind": "interpellation"}
NOT_OURS = {"within_competence": False}


# ------------------------------------------------------------------------------------- single facts
KINDS = [
    ("application", *DEFAULT),
    ("complaint", *DEFAULT),
    ("message", *DEFAULT),
    ("proposal", *DEFAULT),
    ("feedback", *DEFAULT),
    ("request", *DEFAULT),
    ("deputy_appeal", *DEFAULT),  # 2.7: any other letter of a deputy; 28.4 names interpellations alone
    ("petition", *kept("29I.28.7")),
    ("interpellation", *kept("29I.28.4")),
]

CONTROL = [
    ("president", *kept("29I.28.1")),  # R50: taken as his instruction
    ("state_secretary", *kept("29I.28.3")),  # R50
    ("presidential_administration_head", *kept("29I.28.3")),
    ("presidential_administration_deputy_head", *kept("29I.28.3")),  # "leadership" is the head and his deputies
    ("presidential_administration", *kept("29I.28.3")),  # an office takes under control by its leadership
    ("presidential_assistant", *DEFAULT),
    ("presidential_adviser", *DEFAULT),
    ("presidential_unit_head", *DEFAULT),
    ("security_council_secretary", *kept("29I.28.3")),  # R50
    ("security_council_deputy", *DEFAULT),
    ("prime_minister", *kept("29I.28.3")),
    ("deputy_prime_minister", *kept("29I.28.3")),  # R29: in 28.3, though not in 88.2.a
    ("government_office_head", *DEFAULT),
    ("government_office", *DEFAULT),
    ("parliament_chairman", *kept("29I.28.3")),
    ("deputy", *DEFAULT),
    ("parliament_unit_head", *DEFAULT),
    ("constitutional_court", *kept("29I.28.3")),
    ("supreme_court", *DEFAULT),
    ("supreme_court_collegium_chairman", *DEFAULT),
    ("ombudsman", *kept("29I.28.3")),
    ("human_rights_centre", *DEFAULT),
    ("central_body", *DEFAULT),
    ("party", *DEFAULT),
    ("party_leader", *DEFAULT),
    ("prosecutor_general", *kept("29I.28.5")),
    ("deputy_prosecutor_general", *kept("29I.28.5")),
    ("gpo", "gpo_unit 29I.28.9", *CONTROLLED),
    ("committee", "gpo_unit 29I.28.9", "oblast_level+ 29I.29.5", "district_level 29I.30.1"),
    ("military", "gpo_unit 29I.28.9", "oblast_level+ 29I.29.5", "district_level 29I.30.1"),
    ("transport", "gpo_unit 29I.28.9", "oblast_level+ 29I.29.5", "district_level 29I.30.1"),
    ("oblast", "gpo_unit 29I.28.9", "oblast_level+ 29I.29.5", "district_level 29I.30.1"),
]

# sender, asks for a report at: the GPO (28.2, R14), lower bodies (29.1);
#         asks for a report and the item is to be sent on, at: the GPO (27.1), lower bodies
PRESIDENTIAL = ("gpo_unit 29I.28.2", *REPORT)
CENTRAL = ("gpo_unit 29I.28.9", *REPORT)
CENTRAL_SENT_ON = ("appeals_unit+ 29I.27.1", *REPORT)
SENDERS = [
    ("president", CENTRAL, CENTRAL_SENT_ON),
    ("state_secretary", CENTRAL, CENTRAL_SENT_ON),
    ("presidential_administration_head", PRESIDENTIAL, PRESIDENTIAL),
    ("presidential_administration_deputy_head", PRESIDENTIAL, PRESIDENTIAL),
    ("presidential_administration", PRESIDENTIAL, PRESIDENTIAL),
    ("presidential_assistant", PRESIDENTIAL, PRESIDENTIAL),
    ("presidential_adviser", PRESIDENTIAL, PRESIDENTIAL),
    ("presidential_unit_head", PRESIDENTIAL, PRESIDENTIAL),
    ("security_council_secretary", CENTRAL, CENTRAL_SENT_ON),
    ("security_council_deputy", CENTRAL, CENTRAL_SENT_ON),
    ("prime_minister", CENTRAL, CENTRAL_SENT_ON),
    ("deputy_prime_minister", CENTRAL, CENTRAL_SENT_ON),
    ("government_office_head", CENTRAL, CENTRAL_SENT_ON),
    ("government_office", CENTRAL, CENTRAL_SENT_ON),
    ("parliament_chairman", CENTRAL, CENTRAL_SENT_ON),
    ("deputy", CENTRAL, CENTRAL_SENT_ON),
    ("parliament_unit_head", CENTRAL, CENTRAL_SENT_ON),
    ("constitutional_court", CENTRAL, CENTRAL_SENT_ON),
    ("supreme_court", CENTRAL, CENTRAL_SENT_ON),
    ("supreme_court_collegium_chairman", CENTRAL, CENTRAL_SENT_ON),
    ("ombudsman", CENTRAL, CENTRAL_SENT_ON),
    ("human_rights_centre", CENTRAL, CENTRAL_SENT_ON),
    ("central_body", CENTRAL, CENTRAL_SENT_ON),
    ("party", DEFAULT, FIRST_TIME),  # 27.1 names parties, 29.1 does not
    ("party_leader", DEFAULT, FIRST_TIME),
    ("prosecutor_general", DEFAULT, FIRST_TIME),  # 29.1: administrative bodies; the office itself is not meant
    ("deputy_prosecutor_general", DEFAULT, FIRST_TIME),
    ("gpo", DEFAULT, FIRST_TIME),
    ("committee", DEFAULT, FIRST_TIME),
    ("military", DEFAULT, FIRST_TIME),
    ("transport", DEFAULT, FIRST_TIME),
    ("oblast", DEFAULT, FIRST_TIME),
]

EXPLAIN = ("appeals_unit+ 29I.27.3", "oblast_level+ 29I.27.7", "district_level 29I.27.7")
BREACH = ("appeals_unit+ 29I.27.4", "oblast_level+ 29I.29.5", "district_level 29I.30.3")  # 27.4: the GPO only
OBLAST_HEAD_ANSWERED = ("oblast_level+ 29I.29.4", "oblast_level 29I.29.4", "oblast_level 29I.29.4")
FACTS = [
    ("president_instruction", True, *kept("29I.28.1")),
    ("interpellation", True, *kept("29I.28.4")),
    ("to_be_forwarded", True, *FIRST_TIME),
    ("repeated", True, *REPEATED),
    ("explain_procedure", True, *EXPLAIN),
    ("staff_procedure_breach", True, *BREACH),
    ("within_competence", False, *FORWARD),
    ("answered_by", "central_body_head", *kept("29I.28.8")),
    ("answered_by", "oblast_body_head", *OBLAST_HEAD_ANSWERED),
    ("answered_by", "district_body_head", *("district_level+ 29I.30.2",) * 2, "district_level 29I.30.2"),
    # Said in so many words that it is not so: nothing changes
    ("president_instruction", False, *DEFAULT),
    ("interpellation", False, *DEFAULT),
    ("to_be_forwarded", False, *DEFAULT),
    ("repeated", False, *DEFAULT),
    ("explain_procedure", False, *DEFAULT),
    ("staff_procedure_breach", False, *DEFAULT),
    ("within_competence", True, *DEFAULT),
    # A demand without a sender, a disagreement without a decision: 29.1 and 28.6 need both
    ("report_due", True, *DEFAULT),
    ("disagrees", True, *DEFAULT),
    # Facts of the signature (point 88), not of the route
    ("burdensome", False, *DEFAULT),
    ("pretrial", True, *DEFAULT),
    ("reception_of", "gpo:prosecutor_general", *DEFAULT),
]

SINGLE = [
    *[case(f"kind {kind}", {"kind": kind}, *cells) for kind, *cells in KINDS],
    *[
        case(f"kind {kind}, not ours", {"kind": kind, "within_competence": False}, *FORWARD)
        for kind, *_ in KINDS
        if kind != "interpellation"
    ],
    # R58: point 31 does not speak of these
    case("interpellation, not ours", {"kind": "interpellation", "within_competence": False}, *kept("29I.28.4")),
    case("voiced in Parliament, not ours", {"interpellation": True, "within_competence": False}, *kept("29I.28.4")),
    case("the President's instruction, not ours", INSTRUCTED | NOT_OURS, *kept("29I.28.1")),
    case("under the President's control, not ours", {"control_by": "president"} | NOT_OURS, *kept("29I.28.1")),
    # R59: who has answered decides who considers; the Appeals Unit has the repeats nobody answered
    case("repeated, an oblast body answered", AGAIN | OBLAST_SAID, *OBLAST_HEAD_ANSWERED),
    case(
        "repeated, a district body answered",
        *(AGAIN | DISTRICT_SAID, "district_level+ 29I.30.2", "district_level+ 29I.30.2", "district_level 29I.30.2"),
    ),
    *[case(f"control of {who}", {"control_by": who}, *cells) for who, *cells in CONTROL],
    *[case(f"{fact} {value}", {fact: value}, *cells) for fact, value, *cells in FACTS],
]


@pytest.mark.parametrize(("facts", "gpo", "oblast", "district"), SINGLE)
def test_one_fact(facts, gpo, oblast, district):
    assert {at: considered(at, facts) for at in everywhere(gpo, oblast, district)} == everywhere(gpo, oblast, district)


@pytest.mark.parametrize(
    ("facts", "gpo", "oblast", "district"),
    [
        *[case(f"{who}, no report", {"sender": who, "report_due": False}, *DEFAULT) for who, *_ in SENDERS],
        *[case(f"{who}, report", {"sender": who, "report_due": True}, *cells) for who, cells, _ in SENDERS],
        *[case(f"{who}, sent on", {"sender": who, "to_be_forwarded": True}, *FIRST_TIME) for who, *_ in SENDERS],
        *[
            case(f"{who}, report, sent on", {"sender": who, "report_due": True, "to_be_forwarded": True}, *cells)
            for who, _, cells in SENDERS
        ],
    ],
)
def test_sender(facts, gpo, oblast, district):
    assert {at: considered(at, facts) for at in everywhere(gpo, oblast, district)} == everywhere(gpo, oblast, district)


# --------------------------------------------------------------- officials of every body and their earlier decisions
GPO_POSTS = (
    "gpo:prosecutor_general",
    "gpo:deputy_prosecutor_general",
    "gpo:apparatus_head",
    "gpo:unit_head",
    "gpo:unit_deputy_head",
    "gpo:directorate_head",
    "gpo:appeals_unit_employee",
    "gpo:prosecutor",
)
LEADERS = (  # 27.2 and 28.6 list them; the head of an institution is not among them
    "committee:head",
    "asset_recovery:head",
    "academy:head",
    "military:head",
    "transport:head",
    "oblast:head",
)
BELOW_THE_HEAD = ("deputy_head", "apparatus_head", "unit_head", "senior_assistant", "assistant", "prosecutor")
OTHERS = (
    "asset_recovery:directorate_head",
    *[f"{body}:{post}" for body in OBLAST_LEVEL for post in BELOW_THE_HEAD],
    *[f"{body}:{post}" for body in DISTRICT_LEVEL for post in ("head", "deputy_head", "prosecutor")],
)

OBLAST_DECIDES = ("oblast_level+ 29I.29.3", "oblast_level 29I.29.3", "oblast_level 29I.29.3")
LEADER_REPEATED = ("gpo_unit 29I.28.6", "oblast_level 29I.29.3", "oblast_level 29I.29.3")
LEADER_SILENT = ("gpo_unit 29I.28.9", "oblast_level 29I.29.3", "oblast_level 29I.29.3")
GPO_SILENT = ("gpo_unit 29I.28.9", "gpo_unit 29I.28.6", "gpo_unit 29I.28.6")
# 27.6 carries 27.2 down for repeats without a decision; where there is one, 29.3 says who considers it, and a body
# below may not judge its own answer (29I.70). The same in the GPO, which sends it on (R59).
OTHER_REPEATED = ("oblast_level+ 29I.29.3", "oblast_level 29I.29.3", "oblast_level 29I.29.3")

# facts beside the author; by a post of the GPO; by a leader of 28.6; by anyone else
EARLIER = [
    ("answered", {}, GPO_SILENT, LEADER_SILENT, OBLAST_DECIDES),
    ("disagrees", {"disagrees": True}, kept("29I.28.6"), kept("29I.28.6"), OBLAST_DECIDES),
    ("repeated", {"repeated": True}, kept("29I.28.6"), LEADER_REPEATED, OTHER_REPEATED),
    ("both", {"disagrees": True, "repeated": True}, kept("29I.28.6"), kept("29I.28.6"), OBLAST_DECIDES),
]
CONTESTED = [
    ("contested", {}, kept("29I.28.6"), kept("29I.28.6"), OBLAST_DECIDES),
    ("contested, disagrees", {"disagrees": True}, kept("29I.28.6"), kept("29I.28.6"), OBLAST_DECIDES),
    ("contested, repeated", {"repeated": True}, kept("29I.28.6"), kept("29I.28.6"), OBLAST_DECIDES),
]

AUTHORS = [
    case(f"{what} {author}", {fact: author, **facts}, *cells)
    for fact, table in (("earlier_by", EARLIER), ("contested_by", CONTESTED))
    for what, facts, gpo_post, leader, other in table
    for authors, cells in (
        (GPO_POSTS, gpo_post),
        (LEADERS, leader),
        # R60: contested, he is judged by the GPO (88.2.c); uncontested, he is not in the lists of 27.2 and 28.6
        (("institution:head",), leader if fact == "contested_by" or facts.get("disagrees") else other),
        (OTHERS, other),
    )
    for author in authors
]


@pytest.mark.parametrize(("facts", "gpo", "oblast", "district"), AUTHORS)
def test_earlier_decision_or_contested_act(facts, gpo, oblast, district):
    assert {at: considered(at, facts) for at in everywhere(gpo, oblast, district)} == everywhere(gpo, oblast, district)


# ------------------------------------------------------------------------------------- two facts meet
BREACH_OF_EMPLOYEE = ("appeals_unit+ 29I.27.4", "oblast_level 29I.29.3", "oblast_level 29I.29.3")

MEETINGS = [
    # What point 28 reserves leads over everything that could take it elsewhere (28.13)
    case("instruction, sent on", INSTRUCTED | SENT_ON, *kept("29I.28.1")),
    case("instruction, repeated", INSTRUCTED | AGAIN, *kept("29I.28.1")),
    case("instruction, explain", INSTRUCTED | HOW, *kept("29I.28.1")),
    case("instruction, staff", INSTRUCTED | STAFF, *kept("29I.28.1")),
    case("instruction, oblast head answered", INSTRUCTED | OBLAST_SAID, *kept("29I.28.1")),
    case("instruction, district head answered", INSTRUCTED | DISTRICT_SAID, *kept("29I.28.1")),
    case("instruction, against a district", INSTRUCTED | AGAINST_DISTRICT, *kept("29I.28.1")),
    case("instruction, a deputy asks for a report", INSTRUCTED | DEPUTY_REPORT, *kept("29I.28.1")),
    case("instruction, control of the GPO", INSTRUCTED | BY_GPO, *kept("29I.28.1")),
    case("premier, sent on", BY_PREMIER | SENT_ON, *kept("29I.28.3")),
    case("premier, repeated", BY_PREMIER | AGAIN, *kept("29I.28.3")),
    case("premier, explain", BY_PREMIER | HOW, *kept("29I.28.3")),
    case("premier, staff", BY_PREMIER | STAFF, *kept("29I.28.3")),
    case("premier, against a district", BY_PREMIER | AGAINST_DISTRICT, *kept("29I.28.3")),
    case("premier, oblast head answered", BY_PREMIER | OBLAST_SAID, *kept("29I.28.3")),
    case("premier, a deputy asks for a report", BY_PREMIER | DEPUTY_REPORT, *kept("29I.28.3")),
    case("interpellation, sent on", INTERPELLATION | SENT_ON, *kept("29I.28.4")),  # 27.1 excepts it
    case("interpellation, repeated", INTERPELLATION | AGAIN, *kept("29I.28.4")),
    case("interpellation, deputy's report", INTERPELLATION | DEPUTY_REPORT, *kept("29I.28.4")),  # so does 29.1
    case("interpellation, district head answered", INTERPELLATION | DISTRICT_SAID, *kept("29I.28.4")),
    case("deputy of the PG, sent on", BY_DEPUTY_PG | SENT_ON, *kept("29I.28.5")),
    case("deputy of the PG, repeated", BY_DEPUTY_PG | AGAIN, *kept("29I.28.5")),
    case("deputy of the PG, against a district", BY_DEPUTY_PG | AGAINST_DISTRICT, *kept("29I.28.5")),
    case("deputy of the PG, oblast head answered", BY_DEPUTY_PG | OBLAST_SAID, *kept("29I.28.5")),
    case("against an oblast head, sent on", AGAINST_HEAD | SENT_ON, *kept("29I.28.6")),
    case("against an oblast head, explain", AGAINST_HEAD | HOW, *kept("29I.28.6")),
    case("against an oblast head, control of the GPO", AGAINST_HEAD | BY_GPO, *kept("29I.28.6")),
    case("against an oblast head, deputy's report", AGAINST_HEAD | DEPUTY_REPORT, *kept("29I.28.6")),
    case("against an oblast head, district answered", AGAINST_HEAD | DISTRICT_SAID, *kept("29I.28.6")),
    case("against an oblast head, of a district", AGAINST_HEAD | OF_DISTRICT, *kept("29I.28.6")),
    case("act of a transport head, against a district", OF_HEAD | AGAINST_DISTRICT, *kept("29I.28.6")),
    case("act of a transport head, oblast answered", OF_HEAD | OBLAST_SAID, *kept("29I.28.6")),
    case("petition, sent on", PETITION | SENT_ON, *kept("29I.28.7")),
    case("petition, repeated", PETITION | AGAIN, *kept("29I.28.7")),
    case("petition, explain", PETITION | HOW, *kept("29I.28.7")),
    case("petition, against a district", PETITION | AGAINST_DISTRICT, *kept("29I.28.7")),
    case("petition, district head answered", PETITION | DISTRICT_SAID, *kept("29I.28.7")),
    case("petition, a deputy asks for a report", PETITION | DEPUTY_REPORT, *kept("29I.28.7")),
    case("central head, sent on", CENTRE_SAID | SENT_ON, *kept("29I.28.8")),
    case("central head, repeated", CENTRE_SAID | AGAIN, *kept("29I.28.8")),
    case("central head, explain", CENTRE_SAID | HOW, *kept("29I.28.8")),
    case("central head, against a district", CENTRE_SAID | AGAINST_DISTRICT, *kept("29I.28.8")),
    case("central head, control of the GPO", CENTRE_SAID | BY_GPO, *kept("29I.28.8")),
    case("central head, control of an oblast", CENTRE_SAID | BY_OBLAST, *kept("29I.28.8")),
    # The Administration's report holds at the GPO (28.2); below it stays at the oblast level (29.1, R14)
    case("PA report, repeated", PA_REPORT | AGAIN, *PRESIDENTIAL),
    case("PA report, against a district", PA_REPORT | AGAINST_DISTRICT, "gpo_unit 29I.28.2", *REPORT),
    case("PA report, oblast head answered", PA_REPORT | OBLAST_SAID, "gpo_unit 29I.28.2", *REPORT),
    case("PA report, district head answered", PA_REPORT | DISTRICT_SAID, "gpo_unit 29I.28.2", *REPORT),
    case("PA report, explain", PA_REPORT | HOW, "gpo_unit 29I.28.2", *REPORT),
    case("PA report, staff", PA_REPORT | STAFF, "gpo_unit 29I.28.2", *REPORT),
    # The oblast level keeps what 29.1-29.4 give it, though it is a repeat, is to be sent on, or 30.1-30.2 fit too
    case("deputy's report, repeated", DEPUTY_REPORT | AGAIN, "appeals_unit+ 29I.27.2", *REPORT),
    case("control of the GPO, repeated", BY_GPO | AGAIN, "appeals_unit+ 29I.27.2", *CONTROLLED),
    case("control of the GPO, sent on", BY_GPO | SENT_ON, "appeals_unit+ 29I.27.1", *CONTROLLED),
    case("control of an oblast, oblast answered", BY_OBLAST | OBLAST_SAID, *OBLAST_HEAD_ANSWERED),
    case("control of an oblast, of a district", BY_OBLAST | OF_DISTRICT, *OBLAST_DECIDES),
    case("district head answered, against a district", DISTRICT_SAID | AGAINST_DISTRICT, *OBLAST_DECIDES),
    case("district head answered, of a district", DISTRICT_SAID | OF_DISTRICT, *OBLAST_DECIDES),
    case("of a district, sent on", OF_DISTRICT | SENT_ON, *OBLAST_DECIDES),
    # A breach of the order of considering, by an employee: in the GPO its Appeals Unit (27.4, 29.3 names answers only)
    case("staff, an assistant answered", STAFF | {"earlier_by": "oblast:assistant"}, *BREACH_OF_EMPLOYEE),
    case("staff, act of an assistant", STAFF | {"contested_by": "oblast:assistant"}, *BREACH_OF_EMPLOYEE),
    # Out of competence: sent on whatever else is known, and nowhere below (31.1)
    case("not ours, sent on", NOT_OURS | SENT_ON, *FORWARD),
    case("not ours, repeated", NOT_OURS | AGAIN, *FORWARD),
    case("not ours, explain", NOT_OURS | HOW, *FORWARD),
    case("not ours, premier", NOT_OURS | BY_PREMIER, *FORWARD),
    case("not ours, PA report", NOT_OURS | PA_REPORT, *FORWARD),
    case("not ours, central head answered", NOT_OURS | CENTRE_SAID, *FORWARD),
    case("not ours, district head answered", NOT_OURS | DISTRICT_SAID, *FORWARD),
    case("not ours, against an oblast head", NOT_OURS | AGAINST_HEAD, *FORWARD),
]


@pytest.mark.parametrize(("facts", "gpo", "oblast", "district"), MEETINGS)
def test_two_facts(facts, gpo, oblast, district):
    assert {at: considered(at, facts) for at in everywhere(gpo, oblast, district)} == everywhere(gpo, oblast, district)


@pytest.mark.parametrize(
    ("facts", "point"),
    [
        pytest.param(
            DISTRICT_SAID | BY_GPO, "29I.29.2", marks=pytest.mark.norm("29I.29.2", "29I.28.9"), id="control of the GPO"
        ),
        pytest.param(
            DISTRICT_SAID | DEPUTY_REPORT, "29I.29.1", marks=pytest.mark.norm("29I.29.1", "29I.28.9"), id="report"
        ),
    ],
)
def test_district_is_not_given_what_point_29_keeps_above_it(facts, point):
    """30.2 yields to point 29; what reached the GPO stays there (R14)."""
    for at in (*OBLAST_LEVEL, *DISTRICT_LEVEL):
        assert considered(at, facts) == f"oblast_level {point}", at
    assert considered("gpo", facts) == "gpo_unit 29I.28.9"


@pytest.mark.parametrize(
    ("facts", "point"),
    [
        pytest.param(SENT_ON, "29I.27.5", marks=pytest.mark.norm("29I.27.5"), id="three working days"),
        pytest.param(NOT_OURS, "29I.31.3", marks=pytest.mark.norm("29I.31.3"), id="no mere explanation"),
    ],
)
def test_duties_named_beside_the_route(facts, point):
    assert point in ask({"ask": "route", "at": "gpo", "kind": "complaint", **facts})["cites"]


# ------------------------------------------------------------------------------------- editions and bad questions
EDITIONS = [
    pytest.param("2023-01-30", "not_in_force", marks=pytest.mark.norm("29I.28.9"), id="before order 29 (R37)"),
    pytest.param("2023-01-31", "wording_not_held", marks=pytest.mark.norm("29I.28.9"), id="first day of order 29"),
    pytest.param("2024-01-20", "wording_not_held", marks=pytest.mark.norm("29I.28.9"), id="last day before order 4"),
    pytest.param("2024-01-21", None, marks=pytest.mark.norm("29I.28.9"), id="first day of order 4"),
]


@pytest.mark.parametrize(("on", "code"), EDITIONS)
def test_edition(on, code):
    for at, cell in everywhere(*DEFAULT).items():
        if code is None:
            assert considered(at, {"on": on}) == cell
        else:
            error = ask({"ask": "route", "at": at, "kind": "complaint", "on": on})["error"]
            assert (error["code"], error["field"]) == (code, "on"), at


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"at": "region"}, "bad_value", "at"),
        ({"at": None}, "bad_value", "at"),
        ({"kind": "duplicate"}, "bad_value", "kind"),
        ({"control_by": "akim"}, "bad_value", "control_by"),
        ({"sender": "akim", "report_due": True}, "bad_value", "sender"),
        ({"earlier_by": "oblast:rector"}, "bad_value", "earlier_by"),
        ({"earlier_by": "oblast:directorate_head"}, "bad_value", "earlier_by"),  # of the Asset Recovery Committee only
        ({"earlier_by": "district:unit_head"}, "bad_value", "earlier_by"),
        ({"contested_by": "gpo:head"}, "bad_value", "contested_by"),
        ({"contested_by": "oblast"}, "bad_value", "contested_by"),
        ({"answered_by": "central_body"}, "bad_value", "answered_by"),
        ({"repeated": "yes"}, "bad_value", "repeated"),
        ({"within_competence": "no"}, "bad_value", "within_competence"),
        ({"primary": True}, "unknown_field", "primary"),
    ],
)
def test_bad_question(facts, code, field):
    error = ask({"ask": "route", "at": "gpo", "kind": "complaint", **facts})["error"]
    assert (error["code"], error["field"]) == (code, field)


@pytest.mark.parametrize("field", ["at", "kind"])
def test_missing_field(field):
    question = {"ask": "route", "at": "gpo", "kind": "complaint"}
    del question[field]
    error = ask(question)["error"]
    assert (error["code"], error["field"]) == ("missing_field", field)
