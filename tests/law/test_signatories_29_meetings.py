"""Who signs an answer from a reception, and where facts meet (29I.88, 29R.53).

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
    SIX,
    STAFF,
    H,
    asked,
    case,
    facts,
    officials,
)

RECEPTION = [
    # asked, bodies of the receiving official, his posts, answer, refuse, rows, why
    ("gpo", "gpo", "PG", L1, L1, "29I.88.1", "88.1.e"),
    ("gpo", "gpo", "DPG AH", L2, L2, "29I.88.2", "88.2.g"),
    ("gpo", "gpo", "UH", "UH / UH", L2, "29R.53.2 29I.88.8", "R51"),
    ("gpo", "gpo", "UDH", "UDH /", L2, "29R.53.2 29I.88.8", "R51"),
    ("gpo", "gpo", "DH E P", L4, L2, "29R.53.2 29I.88.8", "R51: no signatory of 88"),
    ("gpo", SIX, "H D AH UH SA A P", L4, L2, "29R.53.2 29I.88.8", "R51: a lower body"),
    ("gpo", "asset_recovery", "H D AH UH SA A DH P", L4, L2, "29R.53.2 29I.88.8", "R51: a lower body"),
    ("gpo", "district committee_territorial", "H D P", L4, L2, "29R.53.2 29I.88.8", "R51: a lower body"),
    ("oblast", "gpo", "PG", NO, NO, "29I.88.1", "88.1.e; R48"),
    ("oblast", "gpo", "DPG AH", NO, NO, "29I.88.2", "88.2.g; R48"),
    ("oblast", "gpo", "UH UDH DH E P", NO, NO, "29R.53.2", "R51: a higher body"),
    ("oblast", "oblast", "H", H, H, "29R.53.2 29I.88.8", "R51"),
    ("oblast", "oblast", "D", "D /", H, "29R.53.2 29I.88.8", "R51"),
    ("oblast", "oblast", STAFF, HD, H, "29R.53.2 29I.88.8", "R51: no signatory of 88"),
    ("oblast", OTHERS_THAN_OBLAST, "H D", NO, NO, "29R.53.2", "R51: an equal"),
    ("oblast", OTHERS_THAN_OBLAST, STAFF, NO, NO, "29R.53.2", "R51: an equal"),
    ("oblast", "asset_recovery", "H D AH UH SA A DH P", NO, NO, "29R.53.2", "R51: an equal body"),
    ("oblast", "district committee_territorial", "H D P", HD, H, "29R.53.2", "R51: a lower body"),
    ("transport", "transport", "H", H, H, "29R.53.2 29I.88.8", "R51"),
    ("transport", "transport", "D", "D /", H, "29R.53.2 29I.88.8", "R51"),
    ("transport", "transport", STAFF, HD, H, "29R.53.2 29I.88.8", "R51: no signatory of 88"),
    ("transport", "oblast", "H D P", NO, NO, "29R.53.2", "R51: an equal body"),
    ("committee", "committee", "H", H, H, "29R.53.2", "R51"),
    ("committee", "committee", "D", "D /", H, "29R.53.2", "R51"),
    ("asset_recovery", "asset_recovery", "H", H, H, "29R.53.2", "R51"),
    ("asset_recovery", "asset_recovery", "D", "D /", H, "29R.53.2", "R51"),
    ("asset_recovery", "asset_recovery", "DH", "DH /", H, "29R.53.2 29I.88.6", "R51: level 6"),
    ("asset_recovery", "asset_recovery", STAFF, HDDH, H, "29R.53.2", "R51: no signatory of 88"),
    ("academy", "academy", "H", H, H, "29R.53.2", "R51"),
    ("academy", "academy", "D", "D /", H, "29R.53.2", "R51"),
    ("institution", "institution", "H", H, H, "29R.53.2", "R51"),
    ("institution", "institution", "D", "D /", H, "29R.53.2", "R51"),
    ("military", "military", "H", H, H, "29R.53.2", "R51"),
    ("military", "military", "D", "D /", H, "29R.53.2", "R51"),
    ("district", "gpo", "PG", NO, NO, "29I.88.1", "88.1.e; R48"),
    ("district", "gpo", "DPG AH", NO, NO, "29I.88.2", "88.2.g; R48"),
    ("district", "gpo", "UH UDH DH E P", NO, NO, "29R.53.2", "R51: a higher body"),
    ("district", SIX, "H D AH UH SA A P", NO, NO, "29R.53.2", "R51: a higher body"),
    ("district", "asset_recovery", "H D AH UH SA A DH P", NO, NO, "29R.53.2", "R51: a higher body"),
    ("district", "district", "H", H, H, "29R.53.2 29I.88.8", "R51"),
    ("district", "district", "D P", H, H, "29R.53.2 29I.88.7", "R51: no signatory of 88"),
    ("district", "committee_territorial", "H D P", NO, NO, "29R.53.2", "R51: an equal body"),
    ("committee_territorial", "committee_territorial", "H D P", H, H, "29R.53.2", "R8, R51"),
    ("committee_territorial", "district", "H D P", NO, NO, "29R.53.2", "R51: an equal body"),
]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        case(body, outcome, who, norms, why, reception_of=official)
        for body, bodies, posts, answers, refuses, norms, why in RECEPTION
        for outcome, who in (("answer", answers), ("refuse", refuses))
        for official in officials(bodies, posts)
    ],
)
def test_reception(question, expected):
    assert asked(**question) == expected


# --- other facts

SINGLE_FACTS = [
    # body, outcome, facts, who signs, rows, why
    ("gpo", "answer", "interpellation=yes", L1, "29I.88.1", "88.1.d"),
    ("gpo", "refuse", "interpellation=yes", L1, "29I.88.1", "88.1.d"),
    ("gpo", "adopt_act", "interpellation=yes", L1, "29I.88.1", "88.1.d"),
    ("gpo", "cancel_act", "interpellation=yes", L1, "29I.88.1", "88.1.d"),
    ("gpo", "take_note", "interpellation=yes", L1, "29I.88.1", "88.1.d"),
    ("gpo", "answer", "interpellation=no", L4, "29I.88.1", "no interpellation"),
    ("committee", "answer", "interpellation=yes", NO, "29I.88.1", "88.1.d; R48"),
    ("asset_recovery", "answer", "interpellation=yes", NO, "29I.88.1", "88.1.d; R48"),
    ("academy", "answer", "interpellation=yes", NO, "29I.88.1", "88.1.d; R48"),
    ("institution", "answer", "interpellation=yes", NO, "29I.88.1", "88.1.d; R48"),
    ("military", "answer", "interpellation=yes", NO, "29I.88.1", "88.1.d; R48"),
    ("transport", "answer", "interpellation=yes", NO, "29I.88.1", "88.1.d; R48"),
    ("oblast", "answer", "interpellation=yes", NO, "29I.88.1", "88.1.d; R48"),
    ("oblast", "refuse", "interpellation=yes", NO, "29I.88.1", "88.1.d; R48"),
    ("district", "answer", "interpellation=yes", NO, "29I.88.1", "88.1.d; R48"),
    ("committee_territorial", "answer", "interpellation=yes", NO, "29I.88.1", "88.1.d; R48"),
    ("oblast", "answer", "interpellation=no", HD, "29I.88.1", "no interpellation"),
    ("gpo", "refuse", "pretrial=yes", L3, "29I.88.3 29I.88.8", "88.3.h"),
    ("gpo", "refuse", "pretrial=no", L2, "29I.88.3 29I.88.8", "88.3.h is of pre-trial only"),
    ("gpo", "adopt_act", "pretrial=yes", L3, "29I.88.3", "88.3.h is of refusals only"),
    ("gpo", "terminate", "pretrial=yes", L3, "29I.88.3", "88.3.h is of refusals only"),
    ("gpo", "answer", "pretrial=yes", L4, "29I.88.3", "88.3.h is of refusals only"),
    ("oblast", "refuse", "pretrial=yes", H, "29I.88.5", "no like case in 88.6"),
    ("oblast", "answer", "pretrial=yes", HD, "29I.88.6", "no like case in 88.6"),
    ("asset_recovery", "refuse", "pretrial=yes", H, "29I.88.5", "no like case in 88.6"),
    ("district", "refuse", "pretrial=yes", H, "29I.88.7", "88.7.d"),
    ("committee", "answer", "control_by=president", NO, "29I.88.2", "88.2.a; R48"),
    ("asset_recovery", "answer", "control_by=president", NO, "29I.88.2", "88.2.a; R48"),
    ("academy", "answer", "control_by=president", NO, "29I.88.2", "88.2.a; R48"),
    ("institution", "answer", "control_by=president", NO, "29I.88.2", "88.2.a; R48"),
    ("military", "answer", "control_by=president", NO, "29I.88.2", "88.2.a; R48"),
    ("transport", "answer", "control_by=president", NO, "29I.88.2", "88.2.a; R48"),
    ("committee_territorial", "answer", "control_by=president", NO, "29I.88.2", "88.2.a; R48"),
    ("committee", "answer", "deputy+report", H, "29I.88.5", "88.5.h"),
    ("asset_recovery", "answer", "deputy+report", H, "29I.88.5", "88.5.h: no directorate head"),
    ("academy", "answer", "deputy+report", H, "29I.88.5", "88.5.h"),
    ("institution", "answer", "deputy+report", H, "29I.88.5", "88.5.h"),
    ("military", "answer", "deputy+report", H, "29I.88.5", "88.5.h"),
    ("transport", "answer", "deputy+report", H, "29I.88.5", "88.5.h"),
    ("committee_territorial", "answer", "deputy+report", H, "29I.88.7", "R8, R53"),
]
MEETINGS_OF_FACTS = [  # the higher level wins; a fact only raises
    # a fact and an outcome
    ("gpo", "refuse", "deputy+report", L2, "29I.88.2 29I.88.8", "88.2.f over 88.3.f"),
    ("gpo", "refuse", "contested_by=gpo:P", L2, "29I.88.2 29I.88.8", "88.2.f; not 88.3.g"),
    ("gpo", "refuse", "contested_by=gpo:UDH", L2, "29I.88.2", "88.2.f over 88.3.a"),
    ("gpo", "refuse", "contested_by=district:H", L2, "29I.88.2", "88.2.f over 88.4.a"),
    ("gpo", "refuse", "contested_by=gpo:UH", L2, "29I.88.2", "88.2.c, 88.2.f"),
    ("gpo", "refuse", "earlier_by=gpo:DPG", L1, "29I.88.1", "88.1.c over 88.2.f"),
    ("gpo", "adopt_act", "control_by=prime_minister", L2, "29I.88.2", "88.2.a over 88.3.i"),
    ("gpo", "adopt_act", "contested_by=district:H", L3, "29I.88.3", "88.3.i over 88.4.a"),
    ("gpo", "terminate", "control_by=ombudsman", L2, "29I.88.2", "88.2.a over 88.3.k"),
    ("gpo", "terminate", "contested_by=committee:D", L3, "29I.88.3", "88.3.k over 88.4.a"),
    ("gpo", "cancel_act", "earlier_by=gpo:UH", L2, "29I.88.2", "88.2.e over 88.4.a"),
    ("gpo", "cancel_act", "deputy+report", L3, "29I.88.3", "88.3.f over 88.4.a"),
    ("gpo", "cancel_and_adopt", "control_by=president", L2, "29I.88.2", "88.2.a over 88.4.b"),
    ("gpo", "perform_action", "control_by=deputy_prime_minister", L3, "29I.88.3", "R29 over 88.4.c"),
    ("gpo", "send_down", "contested_by=oblast:H", L2, "29I.88.2", "88.2.c over 88.4.d"),
    ("gpo", "send_down", "contested_by=oblast:D", L3, "29I.88.3", "88.3.a over 88.4.d"),
    ("gpo", "send_to_body", "earlier_by=gpo:UH", L2, "29I.88.2", "88.2.e over 88.4.e"),
    ("gpo", "leave_without_consideration", "deputy+report", L3, "29I.88.3", "88.3.f over 88.4.f"),
    ("gpo", "take_note", "contested_by=gpo:E", L3, "29I.88.3", "88.3.g over 88.4.h"),
    ("oblast", "refuse", "contested_by=oblast:UH", H, "29I.88.5", "88.5.c over 88.6.d"),
    ("oblast", "refuse", "contested_by=district:D", H, "29I.88.5", "88.5.c over 88.6.d"),
    ("oblast", "refuse", "earlier_by=district:H", H, "29I.88.5", "88.5.c, 88.5.i"),
    ("oblast", "refuse", "control_by=president", NO, "29I.88.2", "88.2.a; R48"),
    ("oblast", "take_note", "earlier_by=district:H", H, "29I.88.5", "88.5.i over 88.6.h"),
    ("oblast", "terminate", "contested_by=oblast:D", H, "29I.88.5", "88.5.a over 88.6.g"),
    ("oblast", "send_down", "contested_by=district:H", H, "29I.88.5", "R9 over 88.6.b"),
    ("oblast", "perform_action", "deputy+report", H, "29I.88.5", "88.5.h over 88.6.a"),
    ("oblast", "cancel_act", "earlier_by=gpo:UH", NO, "29I.88.2", "88.2.e; R48"),
    ("asset_recovery", "send_to_body", "earlier_by=district:H", H, "29I.88.5", "88.5.i over 88.6.c"),
    ("district", "refuse", "contested_by=district:P", H, "29I.88.7", "88.7.d"),
    ("district", "send_down", "deputy+report", NO, "29I.88.7", "not in 88.7: R53 gives no new outcome"),
    # two facts
    ("gpo", "answer", "control_by=president earlier_by=gpo:DPG", L1, "29I.88.1", "88.1.c over 88.2.a"),
    ("gpo", "answer", "control_by=deputy_prime_minister contested_by=gpo:UH", L2, "29I.88.2", "over R29"),
    ("gpo", "answer", "control_by=ombudsman contested_by=gpo:UDH", L2, "29I.88.2", "88.2.a over 88.3.a"),
    ("gpo", "answer", "earlier_by=gpo:UH contested_by=gpo:DPG", L1, "29I.88.1", "88.1.a over 88.2.e"),
    ("gpo", "answer", "deputy+report contested_by=district:H", L3, "29I.88.3", "88.3.f over 88.4.a"),
    ("gpo", "answer", "deputy+report earlier_by=gpo:UH", L2, "29I.88.2", "88.2.e over 88.3.f"),
    ("gpo", "answer", "deputy+report control_by=parliament_chairman", L2, "29I.88.2", "88.2.a over 88.3.f"),
    ("gpo", "answer", "deputy+report interpellation=yes", L1, "29I.88.1 29I.88.3", "88.1.d; not 88.3.f"),
    ("gpo", "answer", "interpellation=yes contested_by=gpo:PG", NO, "29I.70", "nobody stands above him"),
    ("oblast", "answer", "earlier_by=district:H contested_by=oblast:UH", H, "29I.88.5", "88.5.i over 88.6.d"),
    ("oblast", "answer", "earlier_by=district:H contested_by=oblast:D", H, "29I.88.5", "88.5.a, 88.5.i"),
    ("oblast", "answer", "earlier_by=district:H contested_by=district:P", H, "29I.88.5", "88.5.i wins"),
    ("oblast", "answer", "earlier_by=oblast:D contested_by=oblast:H", NO, "29I.88.2", "88.2.c; R48"),
    ("oblast", "answer", "deputy+report interpellation=yes", NO, "29I.88.1", "88.1.d; R48"),
    ("oblast", "answer", "deputy+report control_by=president", NO, "29I.88.2", "88.2.a; R48"),
    ("oblast", "answer", "deputy+report earlier_by=gpo:UH", NO, "29I.88.2", "88.2.e; R48"),
    ("oblast", "answer", "deputy+report contested_by=oblast:A", H, "29I.88.5", "88.5.h over 88.6.d"),
    ("district", "answer", "deputy+report contested_by=district:H", NO, "29I.70 29I.88.5", "R9; R48"),
    ("district", "answer", "deputy+report control_by=president", NO, "29I.88.2", "88.2.a; R48"),
    # refusal before trial and another fact
    ("gpo", "refuse", "pretrial=yes control_by=president", L2, "29I.88.2", "88.2.a over 88.3.h"),
    ("gpo", "refuse", "pretrial=yes earlier_by=gpo:UH", L2, "29I.88.2", "88.2.e over 88.3.h"),
    ("gpo", "refuse", "pretrial=yes interpellation=yes", L1, "29I.88.1", "88.1.d over 88.3.h"),
    ("gpo", "refuse", "pretrial=yes deputy+report", L3, "29I.88.3", "88.3.f, 88.3.h"),
    ("gpo", "refuse", "pretrial=yes contested_by=oblast:D", L3, "29I.88.3", "88.3.a, 88.3.h"),
    ("gpo", "refuse", "pretrial=yes contested_by=gpo:P", L3, "29I.88.3", "88.3.h; not 88.3.g"),
    # reception and another fact: the receiving official signs only what 88 lets him sign (R51)
    ("gpo", "refuse", "reception_of=gpo:UH pretrial=yes", "UH / UH", "29R.53.2 29I.88.3", "88.3.h lets him"),
    ("gpo", "answer", "reception_of=gpo:UH control_by=president", L2, "29R.53.2 29I.88.2", "88.2.a bars him"),
    ("gpo", "answer", "reception_of=gpo:UH contested_by=gpo:UH", L2, "29R.53.2 29I.88.2", "88.2.c bars him"),
    ("gpo", "answer", "reception_of=gpo:UH deputy+report", "UH / UH", "29R.53.2 29I.88.3", "88.3.f"),
    ("gpo", "terminate", "reception_of=gpo:UH", "UH / UH", "29R.53.2 29I.88.3", "88.3.k"),
    ("gpo", "answer", "reception_of=gpo:UDH deputy+report", L3, "29R.53.2 29I.88.3", "not level 4"),
    ("gpo", "terminate", "reception_of=gpo:UDH", L3, "29R.53.2 29I.88.4", "not in 88.4"),
    ("gpo", "adopt_act", "reception_of=gpo:UDH", L3, "29R.53.2 29I.88.4", "not in 88.4"),
    ("gpo", "take_note", "reception_of=gpo:UDH", "UDH /", "29R.53.2 29I.88.4", "88.4.h"),
    ("gpo", "answer", "reception_of=gpo:DPG earlier_by=gpo:DPG", L1, "29I.88.1", "88.1.c over 88.2.g"),
    ("gpo", "answer", "reception_of=gpo:PG control_by=president", L1, "29I.88.1", "88.1.e over 88.2.a"),
    ("gpo", "answer", "reception_of=gpo:AH contested_by=gpo:UDH", L2, "29I.88.2", "88.2.g over 88.3.a"),
    ("gpo", "answer", "reception_of=gpo:PG contested_by=gpo:PG", NO, "29I.70", "nobody stands above him"),
    ("oblast", "answer", "reception_of=oblast:D earlier_by=oblast:D", H, "29R.53.2 29I.88.5", "88.5.a"),
    ("oblast", "answer", "reception_of=oblast:D deputy+report", H, "29R.53.2 29I.88.5", "88.5.h"),
    ("oblast", "answer", "reception_of=oblast:D contested_by=oblast:A", "D /", "29R.53.2 29I.88.6", "88.6.d"),
    ("oblast", "adopt_act", "reception_of=oblast:D", H, "29R.53.2 29I.88.5", "not in 88.6"),
    ("oblast", "answer", "reception_of=oblast:H contested_by=oblast:H", NO, "29I.70 29I.88.2", "88.2.c; R48"),
    ("oblast", "answer", "reception_of=oblast:H deputy+report", H, "29R.53.2 29I.88.5", "88.5.h lets him"),
    ("asset_recovery", "answer", "reception_of=asset_recovery:DH deputy+report", H, "29I.88.5", "88.5.h"),
    ("district", "send_down", "reception_of=district:H", NO, "29R.53.2 29I.88.7", "not in 88.7"),
]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        case(body, outcome, who, norms, why, **facts(told))
        for body, outcome, told, who, norms, why in [*SINGLE_FACTS, *MEETINGS_OF_FACTS]
    ],
)
def test_facts(question, expected):
    assert asked(**question) == expected


# --- forwarding
