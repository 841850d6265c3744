"""Who signs an answer that somebody controls, sent, answered before, or caused (29I.88).

Answers are worked out from the text and from our readings (R...); "88.3.j" is a case of the row 29I.88.3.
"""

import pytest

from tests.law.signing_cases import (
    HD,
    HDDH,
    L1,
    L2,
    L3,
    L4,
    NO,
    OTHERS_THAN_OBLAST,
    OTHERS_THAN_TRANSPORT,
    SIX,
    STAFF,
    H,
    asked,
    case,
    officials,
)

CONTROL = [
    # who took it under control, gpo, oblast, district, rows, why; below the GPO nobody (R48)
    ("president", L2, NO, NO, "29I.88.2", "88.2.a"),
    ("prime_minister", L2, NO, NO, "29I.88.2", "88.2.a"),
    ("parliament_chairman", L2, NO, NO, "29I.88.2", "88.2.a"),
    ("state_secretary", L2, NO, NO, "29I.88.2", "88.2.a"),
    ("presidential_administration_head", L2, NO, NO, "29I.88.2", "88.2.a"),
    ("presidential_administration_deputy_head", L2, NO, NO, "29I.88.2", "88.2.a"),
    ("constitutional_court", L2, NO, NO, "29I.88.2", "88.2.a: its Chairman"),
    ("security_council_secretary", L2, NO, NO, "29I.88.2", "88.2.a"),
    ("ombudsman", L2, NO, NO, "29I.88.2", "88.2.a"),
    ("deputy_prime_minister", L3, NO, NO, "29I.88.3", "R29"),
    ("presidential_administration", L4, HD, H, "29I.88.2", "88.2.a names its leadership only"),
    ("presidential_assistant", L4, HD, H, "29I.88.2", "88.2.b: a sender, not a controller"),
    ("presidential_adviser", L4, HD, H, "29I.88.2", "88.2.b: a sender, not a controller"),
    ("presidential_unit_head", L4, HD, H, "29I.88.2", "88.2.b: a sender, not a controller"),
    ("security_council_deputy", L4, HD, H, "29I.88.2", "88.2.b: a sender, not a controller"),
    ("government_office_head", L4, HD, H, "29I.88.3", "88.3.f: a sender, not a controller"),
    ("government_office", L4, HD, H, "29I.88.5", "88.5.h: a sender, not a controller"),
    ("deputy", L4, HD, H, "29I.88.3", "88.3.f: a sender, not a controller"),
    ("parliament_unit_head", L4, HD, H, "29I.88.3", "88.3.f: a sender, not a controller"),
    ("supreme_court", L4, HD, H, "29I.88.2", "not in 88.2.a"),
    ("supreme_court_collegium_chairman", L4, HD, H, "29I.88.3", "88.3.f: a sender, not a controller"),
    ("human_rights_centre", L4, HD, H, "29I.88.2", "88.2.a names the Commissioner only"),
    ("central_body", L4, HD, H, "29I.88.5", "88.5.h: a sender, not a controller"),
    ("party", L4, HD, H, "29I.88.2", "not in 88.2.a"),
    ("party_leader", L4, HD, H, "29I.88.3", "88.3.f: a sender, not a controller"),
    ("prosecutor_general", L4, HD, H, "29I.88.1", "his control is no case of 88.1"),
    ("deputy_prosecutor_general", L4, HD, H, "29I.88.2", "not in 88.2.a"),
    ("gpo", L4, HD, H, "29I.88.5", "88.5.h: a sender; its control goes down, 29I.29.2"),
    ("committee", L4, HD, H, "29I.88.7", "its control goes down, 29I.30.1"),
    ("military", L4, HD, H, "29I.88.7", "its control goes down, 29I.30.1"),
    ("transport", L4, HD, H, "29I.88.7", "its control goes down, 29I.30.1"),
    ("oblast", L4, HD, H, "29I.88.7", "its control goes down, 29I.30.1"),
]
SENDERS_WITH_REPORT = [
    # who demands a report, gpo, oblast, district, rows, why; below the GPO the head answers (R53)
    ("presidential_assistant", L2, H, H, "29I.88.2 29I.88.5", "88.2.b; R53"),
    ("presidential_adviser", L2, H, H, "29I.88.2 29I.88.5", "88.2.b; R53"),
    ("presidential_unit_head", L2, H, H, "29I.88.2 29I.88.5", "88.2.b; R53"),
    ("security_council_deputy", L2, H, H, "29I.88.2 29I.88.5", "88.2.b; R53"),
    ("deputy_prime_minister", L3, H, H, "29I.88.3 29I.88.5", "88.3.f; R53"),
    ("government_office_head", L3, H, H, "29I.88.3 29I.88.5", "88.3.f; R53"),
    ("deputy", L3, H, H, "29I.88.3 29I.88.5", "88.3.f, 88.5.h"),
    ("parliament_unit_head", L3, H, H, "29I.88.3 29I.88.5", "88.3.f; R53"),
    ("supreme_court_collegium_chairman", L3, H, H, "29I.88.3 29I.88.5", "88.3.f; R53"),
    ("party_leader", L3, H, H, "29I.88.3 29I.88.5", "88.3.f; R53"),
    ("presidential_administration", L4, H, H, "29I.88.5", "88.5.h; no case in the GPO"),
    ("government_office", L4, H, H, "29I.88.5", "88.5.h; no case in the GPO"),
    ("gpo", L4, H, H, "29I.88.5", "88.5.h; no case in the GPO"),
    ("prosecutor_general", L4, H, H, "29I.88.5", "88.5.h: he speaks for the GPO"),
    ("deputy_prosecutor_general", L4, H, H, "29I.88.5", "88.5.h: he speaks for the GPO"),
    ("central_body", L4, H, H, "29I.88.5", "88.5.h; no case in the GPO"),
    ("president", L4, H, H, "29I.88.5", "88.2.a is of control; R53"),
    ("state_secretary", L4, H, H, "29I.88.5", "88.2.a is of control; R53"),
    ("presidential_administration_head", L4, H, H, "29I.88.5", "88.2.a is of control; R53"),
    ("presidential_administration_deputy_head", L4, H, H, "29I.88.5", "88.2.a is of control; R53"),
    ("security_council_secretary", L4, H, H, "29I.88.5", "88.2.b names his deputies; R53"),
    ("prime_minister", L4, H, H, "29I.88.5", "88.3.f names his deputies; R53"),
    ("parliament_chairman", L4, H, H, "29I.88.5", "88.2.a is of control; R53"),
    ("constitutional_court", L4, H, H, "29I.88.5", "88.2.a is of control; R53"),
    ("supreme_court", L4, H, H, "29I.88.5", "88.3.f names heads of collegia; R53"),
    ("ombudsman", L4, H, H, "29I.88.5", "88.2.a is of control; R53"),
    ("human_rights_centre", L4, HD, H, "29I.88.5", "R53: 27.1 counts it apart from central bodies"),
    ("party", L4, HD, H, "29I.88.5", "88.3.f names leaders only (R53)"),
    ("committee", L4, HD, H, "29I.88.5", "88.5.h: an agency of the GPO is no other central body"),
    ("military", L4, HD, H, "29I.88.5", "88.5.h: no central body"),
    ("transport", L4, HD, H, "29I.88.5", "88.5.h: no central body"),
    ("oblast", L4, HD, H, "29I.88.5", "88.5.h: no central body"),
]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        case(body, "answer", who, norms, why, control_by=official)
        for official, gpo, oblast, district, norms, why in CONTROL
        for body, who in (("gpo", gpo), ("oblast", oblast), ("district", district))
    ],
)
def test_control(question, expected):
    assert asked(**question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        case(body, "answer", who, norms, why, sender=sender, report_due=True)
        for sender, gpo, oblast, district, norms, why in SENDERS_WITH_REPORT
        for body, who in (("gpo", gpo), ("oblast", oblast), ("district", district))
    ],
)
def test_sender_who_demands_a_report(question, expected):
    assert asked(**question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        case(body, "answer", who, norms, "no report is due", sender=sender, **report)
        for sender, *_, norms, _ in SENDERS_WITH_REPORT
        for body, who in (("gpo", L4), ("oblast", HD), ("district", H))
        for report in ({}, {"report_due": False})
    ],
)
def test_sender_who_demands_no_report_changes_nothing(question, expected):
    assert asked(**question) == expected


# --- earlier answers

EARLIER = [
    # asked, bodies of the earlier signatory, his posts, who signs, rows, why
    ("gpo", "gpo", "DPG", L1, "29I.88.1", "88.1.c"),
    ("gpo", "gpo", "PG", L1, "29I.88.1", "R47"),
    ("gpo", "gpo", "UH", L2, "29I.88.2", "88.2.e"),
    ("gpo", "gpo", "UDH DH E P", L4, "29I.88.1 29I.88.2", "in no case"),
    ("gpo", "gpo", "AH", L1, "29I.88.1", "R57: like his peers"),
    ("gpo", SIX, "H D AH UH SA A P", L4, "29I.88.2", "88.2.e names heads of GPO units only"),
    ("gpo", "asset_recovery", "H D AH UH SA A DH P", L4, "29I.88.2", "88.2.e: GPO units only"),
    ("gpo", "district committee_territorial", "H D P", L4, "29I.88.2", "88.2.e: GPO units only"),
    ("oblast", "gpo", "PG DPG", NO, "29I.88.1", "88.1.c, R47; R48"),
    ("oblast", "gpo", "UH", NO, "29I.88.2", "88.2.e; R48"),
    ("oblast", "gpo", "UDH DH E P", HD, "29I.88.6", "in no case of 88.1-88.3"),
    ("oblast", "gpo", "AH", NO, "29I.88.1", "R57, R48"),
    ("oblast", "oblast", "H", H, "29I.88.5", "R47"),
    ("oblast", "oblast", "D", H, "29I.88.5", "88.5.a"),
    ("oblast", "oblast", STAFF, HD, "29I.88.6", "88.5.a names deputies only"),
    ("oblast", OTHERS_THAN_OBLAST, "H D", NO, "29I.88.5", "another's level 5"),
    ("oblast", OTHERS_THAN_OBLAST, STAFF, HD, "29I.88.6", "in no case"),
    ("oblast", "asset_recovery", "H D", NO, "29I.88.5", "another's level 5"),
    ("oblast", "asset_recovery", "AH UH SA A DH P", HD, "29I.88.6", "in no case"),
    ("oblast", "district committee_territorial", "H", H, "29I.88.5", "88.5.i"),
    ("oblast", "district committee_territorial", "D P", HD, "29I.88.6", "88.5.i names heads only"),
    ("transport", "gpo", "PG DPG", NO, "29I.88.1", "88.1.c, R47; R48"),
    ("transport", "gpo", "UH", NO, "29I.88.2", "88.2.e; R48"),
    ("transport", "gpo", "UDH DH E P", HD, "29I.88.6", "in no case of 88.1-88.3"),
    ("transport", "gpo", "AH", NO, "29I.88.1", "R57, R48"),
    ("transport", "transport", "H", H, "29I.88.5", "R47"),
    ("transport", "transport", "D", H, "29I.88.5", "88.5.a"),
    ("transport", "transport", STAFF, HD, "29I.88.6", "88.5.a names deputies only"),
    ("transport", OTHERS_THAN_TRANSPORT, "H D", NO, "29I.88.5", "another's level 5"),
    ("transport", OTHERS_THAN_TRANSPORT, STAFF, HD, "29I.88.6", "in no case"),
    ("transport", "asset_recovery", "H D", NO, "29I.88.5", "another's level 5"),
    ("transport", "asset_recovery", "AH UH SA A DH P", HD, "29I.88.6", "in no case"),
    ("transport", "district committee_territorial", "H", H, "29I.88.5", "88.5.i"),
    ("transport", "district committee_territorial", "D P", HD, "29I.88.6", "88.5.i names heads only"),
    ("committee", "committee", "H D", H, "29I.88.5", "88.5.a; the head R47"),
    ("committee", "district committee_territorial", "H", H, "29I.88.5", "88.5.i"),
    ("asset_recovery", "asset_recovery", "H D", H, "29I.88.5", "88.5.a; the head R47"),
    ("asset_recovery", "asset_recovery", "AH UH SA A DH P", HDDH, "29I.88.6", "88.5.a names deputies only"),
    ("asset_recovery", "district committee_territorial", "H", H, "29I.88.5", "88.5.i"),
    ("academy", "academy", "H D", H, "29I.88.5", "R46, R47"),
    ("academy", "district committee_territorial", "H", H, "29I.88.5", "88.5.i"),
    ("institution", "institution", "H D", H, "29I.88.5", "R46, R47"),
    ("institution", "district committee_territorial", "H", H, "29I.88.5", "88.5.i"),
    ("military", "military", "H D", H, "29I.88.5", "88.5.a; the head R47"),
    ("military", "district committee_territorial", "H", H, "29I.88.5", "88.5.i"),
    ("district", "gpo", "PG DPG", NO, "29I.88.1", "88.1.c, R47; R48"),
    ("district", "gpo", "UH", NO, "29I.88.2", "88.2.e; R48"),
    ("district", "gpo", "UDH DH E P", H, "29I.88.7", "in no case"),
    ("district", "gpo", "AH", NO, "29I.88.1", "R57, R48"),
    ("district", SIX, "H D", NO, "29I.88.5", "88.5.a, R47; R48"),
    ("district", SIX, STAFF, H, "29I.88.7", "in no case"),
    ("district", "asset_recovery", "H D", NO, "29I.88.5", "88.5.a, R47; R48"),
    ("district", "asset_recovery", "AH UH SA A DH P", H, "29I.88.7", "in no case"),
    ("district", "district committee_territorial", "H", NO, "29I.88.5", "88.5.i: level 5"),
    ("district", "district committee_territorial", "D P", H, "29I.88.7", "88.5.i names heads only"),
    ("committee_territorial", "district committee_territorial", "H", NO, "29I.88.5", "88.5.i: level 5"),
    ("committee_territorial", "district committee_territorial", "D P", H, "29I.88.7", "88.5.i: heads only"),
]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        case(body, "answer", who, norms, why, earlier_by=official)
        for body, bodies, posts, who, norms, why in EARLIER
        for official in officials(bodies, posts)
    ],
)
def test_earlier_answer(question, expected):
    assert asked(**question) == expected


# --- contested acts

CONTESTED = [
    # asked, bodies of the author, his posts, who signs an answer, who cancels, rows, why
    ("gpo", "gpo", "PG", NO, NO, "29I.70", "nobody stands above him"),
    ("gpo", "gpo", "DPG", L1, L1, "29I.88.1", "88.1.a, 88.1.b"),
    ("gpo", "gpo", "AH", L1, L1, "29I.88.1", "R57"),
    ("gpo", "gpo", "UH", L2, L2, "29I.88.2", "88.2.c, 88.2.d"),
    ("gpo", "gpo", "UDH", L3, L3, "29I.88.3", "88.3.a, 88.3.b"),
    ("gpo", "gpo", "DH E P", L3, L3, "29I.88.3", "88.3.g"),
    ("gpo", "committee", "H", L2, L2, "29I.88.2", "88.2.c"),
    ("gpo", "asset_recovery", "H", L2, L2, "29I.88.2", "88.2.c"),
    ("gpo", "academy", "H", L2, L2, "29I.88.2", "88.2.c"),
    ("gpo", "institution", "H", L2, L2, "29I.88.2", "88.2.c"),
    ("gpo", "military", "H", L2, L2, "29I.88.2", "88.2.c, 88.2.d"),
    ("gpo", "transport", "H", L2, L2, "29I.88.2", "88.2.c, 88.2.d"),
    ("gpo", "oblast", "H", L2, L2, "29I.88.2", "88.2.c, 88.2.d"),
    ("gpo", "military", "D", L3, L3, "29I.88.3", "88.3.a, 88.3.b; R24"),
    ("gpo", "transport", "D", L3, L3, "29I.88.3", "88.3.a, 88.3.b; R24"),
    ("gpo", "oblast", "D", L3, L3, "29I.88.3", "88.3.a, 88.3.b; R24"),
    ("gpo", "committee", "D", L4, L4, "29I.88.4", "88.4.a, 88.4.b; R24"),
    ("gpo", "asset_recovery", "D", L4, L4, "29I.88.4", "88.4.a, 88.4.b; R24"),
    ("gpo", "academy", "D", L4, L4, "29I.88.4", "88.4.a, 88.4.b; R24"),
    ("gpo", "institution", "D", L4, L4, "29I.88.4", "88.4.a, 88.4.b; R24"),
    ("gpo", "district committee_territorial", "H D", L4, L4, "29I.88.4", "88.4.a, 88.4.b; R24"),
    ("gpo", SIX, STAFF, L4, L4, "29I.88.4", "staff of lower bodies are in no case"),
    ("gpo", "asset_recovery", "AH UH SA A DH P", L4, L4, "29I.88.4", "staff of lower bodies: no case"),
    ("gpo", "district committee_territorial", "P", L4, L4, "29I.88.4", "staff of lower bodies: no case"),
    ("oblast", "gpo", "PG", NO, NO, "29I.70", "nobody stands above him"),
    ("oblast", "gpo", "DPG AH", NO, NO, "29I.88.1", "88.1.a, R57; R48"),
    ("oblast", "gpo", "UH", NO, NO, "29I.88.2", "88.2.c; R48"),
    ("oblast", "gpo", "UDH DH E P", NO, NO, "29I.88.3", "88.3.a, 88.3.g; R48"),
    ("oblast", "oblast", "H", NO, NO, "29I.88.2 29I.70", "88.2.c; R48"),
    ("oblast", "oblast", "D", H, H, "29I.88.5", "88.5.a, 88.5.b"),
    ("oblast", "oblast", STAFF, HD, H, "29I.88.6 29I.88.5", "88.6.d; cancelling R56"),
    ("oblast", OTHERS_THAN_OBLAST, "H", NO, NO, "29I.88.2", "88.2.c; R48"),
    ("oblast", "military transport", "D", NO, NO, "29I.88.3", "88.3.a; R48"),
    ("oblast", "committee academy institution", "D", NO, NO, "29I.88.4", "88.4.a; R48"),
    ("oblast", OTHERS_THAN_OBLAST, STAFF, NO, NO, "29I.70", "no higher office"),
    ("oblast", "asset_recovery", "H D", NO, NO, "29I.88.2 29I.88.4", "88.2.c, 88.4.a; R48"),
    ("oblast", "asset_recovery", "AH UH SA A DH P", NO, NO, "29I.70", "no higher office"),
    ("oblast", "district committee_territorial", "H", H, H, "29I.88.5", "R9"),
    ("oblast", "district committee_territorial", "D P", HD, H, "29I.88.6 29I.88.5", "88.6.d; cancelling R56"),
    ("transport", "gpo", "PG", NO, NO, "29I.70", "nobody stands above him"),
    ("transport", "gpo", "DPG AH", NO, NO, "29I.88.1", "88.1.a, R57; R48"),
    ("transport", "gpo", "UH", NO, NO, "29I.88.2", "88.2.c; R48"),
    ("transport", "gpo", "UDH DH E P", NO, NO, "29I.88.3", "88.3.a, 88.3.g; R48"),
    ("transport", "transport", "H", NO, NO, "29I.88.2 29I.70", "88.2.c; R48"),
    ("transport", "transport", "D", H, H, "29I.88.5", "88.5.a, 88.5.b"),
    ("transport", "transport", STAFF, HD, H, "29I.88.6 29I.88.5", "88.6.d; cancelling R56"),
    ("transport", OTHERS_THAN_TRANSPORT, "H", NO, NO, "29I.88.2", "88.2.c; R48"),
    ("transport", "military oblast", "D", NO, NO, "29I.88.3", "88.3.a; R48"),
    ("transport", "committee academy institution", "D", NO, NO, "29I.88.4", "88.4.a; R48"),
    ("transport", OTHERS_THAN_TRANSPORT, STAFF, NO, NO, "29I.70", "no higher office"),
    ("transport", "asset_recovery", "H D", NO, NO, "29I.88.2 29I.88.4", "88.2.c, 88.4.a; R48"),
    ("transport", "asset_recovery", "AH UH SA A DH P", NO, NO, "29I.70", "no higher office"),
    ("transport", "district committee_territorial", "H", H, H, "29I.88.5", "R9"),
    ("transport", "district committee_territorial", "D P", HD, H, "29I.88.6 29I.88.5", "88.6.d; R56"),
    ("committee", "committee", "H", NO, NO, "29I.88.2 29I.70", "88.2.c; R48"),
    ("committee", "committee", "D", H, H, "29I.88.5", "88.5.a, 88.5.b"),
    ("committee", "committee", STAFF, HD, H, "29I.88.6", "88.6.d; cancelling R56"),
    ("asset_recovery", "asset_recovery", "H", NO, NO, "29I.88.2 29I.70", "88.2.c; R48"),
    ("asset_recovery", "asset_recovery", "D", H, H, "29I.88.5", "88.5.a, 88.5.b"),
    ("asset_recovery", "asset_recovery", "AH UH SA A DH P", HDDH, H, "29I.88.6", "88.6.d; cancelling R56"),
    ("academy", "academy", "H", NO, NO, "29I.88.2 29I.70", "88.2.c; R48"),
    ("academy", "academy", "D", H, H, "29I.88.5", "R46"),
    ("academy", "academy", STAFF, HD, H, "29I.88.6", "88.6.d; cancelling R56"),
    ("institution", "institution", "H", NO, NO, "29I.88.2 29I.70", "88.2.c; R48"),
    ("institution", "institution", "D", H, H, "29I.88.5", "R46"),
    ("institution", "institution", STAFF, HD, H, "29I.88.6", "88.6.d; cancelling R56"),
    ("military", "military", "H", NO, NO, "29I.88.2 29I.70", "88.2.c; R48"),
    ("military", "military", "D", H, H, "29I.88.5", "88.5.a, 88.5.b"),
    ("military", "military", STAFF, HD, H, "29I.88.6", "88.6.d; cancelling R56"),
    ("district", "gpo", "PG", NO, NO, "29I.70", "nobody stands above him"),
    ("district", "gpo", "DPG AH", NO, NO, "29I.88.1", "88.1.a, R57; R48"),
    ("district", "gpo", "UH", NO, NO, "29I.88.2", "88.2.c; R48"),
    ("district", "gpo", "UDH DH E P", NO, NO, "29I.88.3", "88.3.a, 88.3.g; R48"),
    ("district", SIX, "H", NO, NO, "29I.88.2", "88.2.c; R48"),
    ("district", SIX, "D", NO, NO, "29I.88.5", "88.5.a, R46; R48"),
    ("district", SIX, STAFF, NO, NO, "29I.88.6", "88.6.d; R48"),
    ("district", "asset_recovery", "H D", NO, NO, "29I.88.2 29I.88.5", "88.2.c, 88.5.a; R48"),
    ("district", "asset_recovery", "AH UH SA A DH P", NO, NO, "29I.88.6", "88.6.d; R48"),
    ("district", "district", "H", NO, NO, "29I.88.5 29I.70", "R9: level 5"),
    ("district", "district", "D P", H, H, "29I.88.7", "the higher prosecutor, 29I.70"),
    ("district", "committee_territorial", "H D P", NO, NO, "29I.70", "no higher office"),
    ("committee_territorial", "committee_territorial", "H", NO, NO, "29I.88.5 29I.70", "R9: level 5"),
    ("committee_territorial", "committee_territorial", "D P", H, H, "29I.88.7", "R8; 29I.70"),
    ("committee_territorial", "district", "H D P", NO, NO, "29I.70", "no higher office"),
]
BURDENSOME = [
    # asked, author, who cancels, rows: the same whether the act is burdensome or not (R24)
    ("gpo", "gpo:deputy_prosecutor_general", L1, "29I.88.1"),
    ("gpo", "gpo:unit_head", L2, "29I.88.2"),
    ("gpo", "oblast:head", L2, "29I.88.2"),
    ("gpo", "gpo:unit_deputy_head", L3, "29I.88.3"),
    ("gpo", "military:deputy_head", L3, "29I.88.3"),
    ("gpo", "committee:deputy_head", L4, "29I.88.4"),
    ("gpo", "district:head", L4, "29I.88.4"),
    ("oblast", "oblast:head", NO, "29I.88.2"),
    ("oblast", "oblast:deputy_head", H, "29I.88.5"),
    ("oblast", "district:head", H, "29I.88.5"),
    ("district", "district:deputy_head", H, "29I.88.7"),
    ("district", "district:head", NO, "29I.70"),
]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        case(body, outcome, who, norms, why, contested_by=official)
        for body, bodies, posts, answers, cancels, norms, why in CONTESTED
        for outcome, who in (("answer", answers), ("cancel_act", cancels), ("cancel_and_adopt", cancels))
        for official in officials(bodies, posts)
    ],
)
def test_contested_act(question, expected):
    assert asked(**question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        case(body, outcome, who, norms, "R24", contested_by=author, burdensome=burdensome)
        for body, author, who, norms in BURDENSOME
        for outcome in ("cancel_act", "cancel_and_adopt")
        for burdensome in (True, False)
    ],
)
def test_burdensome_or_not(question, expected):
    assert asked(**question) == expected


# --- reception
