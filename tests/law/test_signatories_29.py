"""Who signs an answer by its outcome (29I.88), and a forwarding letter (29I.31, 32), on which days.

Answers are worked out from the text and from our readings (R...); "88.3.j" is a case of the row 29I.88.3.
"""

import pytest

from nadzor.law.ask import ask
from tests.law.signing_cases import HD, HDDH, L2, L3, L4, NO, SIX, H, asked, case, signs


def test_the_example_of_the_interface():
    question = {"ask": "signatories", "letter": "answer", "body": "oblast", "outcome": "refuse"}
    assert ask(question) == {"posts": ["head"], "acting": ["head"], "cites": ["29I.88.5"]}


# --- the outcome alone

GPO_OUTCOMES = [
    # outcome, who signs, rows, why
    ("refuse", L2, "29I.88.2 29I.88.8", "88.2.f; level 3 only before trial, 88.3.h"),
    ("adopt_act", L3, "29I.88.2 29I.88.3 29I.88.8", "88.2.h, 88.3.i, not in 88.4"),
    ("cancel_act", L4, "29I.88.4 29I.88.8", "88.4.a: the lowest that cancels, R56"),
    ("cancel_and_adopt", L4, "29I.88.4 29I.88.8", "88.4.b: the lowest that cancels, R56"),
    ("perform_action", L4, "29I.88.3 29I.88.4 29I.88.8", "88.3.c, 88.4.c"),
    ("send_down", L4, "29I.88.3 29I.88.4 29I.88.8", "88.3.d, 88.4.d"),
    ("send_to_body", L4, "29I.88.3 29I.88.4 29I.88.8", "88.3.e, 88.4.e"),
    ("terminate", L3, "29I.88.3 29I.88.8", "88.3.k, not in 88.4"),
    ("leave_without_consideration", L4, "29I.88.3 29I.88.4 29I.88.8", "88.3.l, 88.4.f"),
    ("answer", L4, "29I.88.3 29I.88.4 29I.88.8", "88.3.j, 88.4.g"),
    ("take_note", L4, "29I.88.3 29I.88.4 29I.88.8", "88.3.m, 88.4.h"),
]
OBLAST_OUTCOMES = [
    # outcome, the six bodies, asset_recovery, rows, why
    ("refuse", H, H, "29I.88.5 29I.88.8", "88.5.c, not in 88.6"),
    ("adopt_act", H, H, "29I.88.5 29I.88.8", "88.5.f, not in 88.6"),
    ("cancel_act", H, H, "29I.88.5 29I.88.8", "88.5.a, not in 88.6"),
    ("cancel_and_adopt", H, H, "29I.88.5 29I.88.8", "88.5.b, not in 88.6"),
    ("perform_action", HD, HDDH, "29I.88.5 29I.88.6 29I.88.8", "88.5.e, 88.6.a"),
    ("send_down", HD, HDDH, "29I.88.6 29I.88.8", "88.6.b; the head by R6"),
    ("send_to_body", HD, HDDH, "29I.88.5 29I.88.6 29I.88.8", "88.5.d, 88.6.c"),
    ("terminate", HD, HDDH, "29I.88.5 29I.88.6 29I.88.8", "88.5.g, 88.6.g"),
    ("leave_without_consideration", HD, HDDH, "29I.88.6 29I.88.8", "88.6.e; the head by R6"),
    ("answer", HD, HDDH, "29I.88.6 29I.88.8", "88.6.f; the head by R6"),
    ("take_note", HD, HDDH, "29I.88.6 29I.88.8", "88.6.h; the head by R6"),
]
DISTRICT_OUTCOMES = [
    # outcome, district and (R8) committee_territorial, rows, why; no deputy at level 7
    ("refuse", H, "29I.88.7 29I.88.8", "88.7.d"),
    ("adopt_act", H, "29I.88.7 29I.88.8", "88.7.a"),
    ("cancel_act", H, "29I.88.7 29I.88.8", "88.7.f"),
    ("cancel_and_adopt", H, "29I.88.7 29I.88.8", "88.7.g"),
    ("perform_action", H, "29I.88.7 29I.88.8", "88.7.h"),
    ("send_down", NO, "29I.88.7 29I.88.8", "not in 88.7, which has no residual case"),
    ("send_to_body", H, "29I.88.7 29I.88.8", "88.7.i"),
    ("terminate", H, "29I.88.7 29I.88.8", "88.7.b"),
    ("leave_without_consideration", H, "29I.88.7 29I.88.8", "88.7.j"),
    ("answer", H, "29I.88.7 29I.88.8", "88.7.e"),
    ("take_note", H, "29I.88.7 29I.88.8", "88.7.c"),
]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        *(case("gpo", outcome, who, norms, why) for outcome, who, norms, why in GPO_OUTCOMES),
        *(
            case(body, outcome, six, norms, why)
            for outcome, six, _, norms, why in OBLAST_OUTCOMES
            for body in SIX.split()
        ),
        *(case("asset_recovery", done, who, norms, why) for done, _, who, norms, why in OBLAST_OUTCOMES),
        *(
            case(body, outcome, who, norms, why)
            for outcome, who, norms, why in DISTRICT_OUTCOMES
            for body in ("district", "committee_territorial")
        ),
    ],
)
def test_outcome(question, expected):
    assert asked(**question) == expected


# --- control and senders


FORWARDING = [  # point 31 names no acting holders
    ("gpo", "UH UDH DH E /", "29I.31.4"),
    ("military", "H D AH SA A /", "29I.31.5"),
    ("transport", "H D AH SA A /", "29I.31.5"),
    ("oblast", "H D AH SA A /", "29I.31.5"),
    ("academy", "H D AH /", "29I.31.6"),
    ("committee", "H D /", "29I.31.7"),
    ("committee_territorial", "H D /", "29I.31.7"),
    ("asset_recovery", "H D DH /", "29I.31.8"),
    ("district", "H D /", "29I.31.9"),
    ("institution", "H D /", "29I.31.7"),  # not named in point 31: as in a committee (R26)
]
FORWARDING_UP = [  # the head or the person acting for him
    ("gpo", "PG / PG"),
    ("committee", H),
    ("asset_recovery", H),
    ("academy", H),
    ("institution", H),
    ("military", H),
    ("transport", H),
    ("oblast", H),
    ("district", H),
    ("committee_territorial", H),
]


@pytest.mark.parametrize(
    ("body", "who"),
    [pytest.param(body, who, marks=pytest.mark.norm(norm), id=body) for body, who, norm in FORWARDING],
)
def test_forwarding(body, who):
    assert asked(letter="forward", body=body) == signs(who)


@pytest.mark.norm("29I.32")
@pytest.mark.parametrize(("body", "who"), FORWARDING_UP)
def test_forwarding_up(body, who):
    assert asked(letter="forward_up", body=body) == signs(who)


# --- days

ANSWER = {"letter": "answer", "body": "gpo", "outcome": "answer"}
FORWARD = {"letter": "forward", "body": "gpo"}
FORWARD_UP = {"letter": "forward_up", "body": "gpo"}
# Order 29 is in force from 2023-01-31, its amendment of points 31 and 88 from 2024-01-21 (R37);
# what points 31 and 88 said before it we do not hold, and point 32 was not amended.
HELD = [
    (ANSWER, "2024-01-21", L4, "29I.88.4"),
    (ANSWER, "2026-03-05", L4, "29I.88.4"),
    (FORWARD, "2024-01-21", "UH UDH DH E /", "29I.31.4"),
    (FORWARD_UP, "2023-01-31", "PG / PG", "29I.32"),
    (FORWARD_UP, "2024-01-20", "PG / PG", "29I.32"),
]
NOT_HELD = [
    (ANSWER, "2023-01-30", "not_in_force", "29I.88.4"),
    (ANSWER, "2023-01-31", "wording_not_held", "29I.88.4"),
    (ANSWER, "2024-01-20", "wording_not_held", "29I.88.4"),
    (FORWARD, "2023-01-30", "not_in_force", "29I.31.4"),
    (FORWARD, "2023-01-31", "wording_not_held", "29I.31.4"),
    (FORWARD, "2024-01-20", "wording_not_held", "29I.31.4"),
    (FORWARD_UP, "2023-01-30", "not_in_force", "29I.32"),
]


def on_days(table):
    return [
        pytest.param({**asks, "on": day}, told, id=f"{asks['letter']} {day}", marks=pytest.mark.norm(norm))
        for asks, day, told, norm in table
    ]


@pytest.mark.parametrize(("question", "who"), on_days(HELD))
def test_day_of_a_wording(question, who):
    assert asked(**question) == signs(who)


@pytest.mark.parametrize(("question", "code"), on_days(NOT_HELD))
def test_day_without_a_wording(question, code):
    assert ask({"ask": "signatories", **question})["error"]["code"] == code
