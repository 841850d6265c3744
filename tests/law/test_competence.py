"""Can a prosecutor help (29I.4.1, the memo on article 24): each ground, pairs, none, and what to do instead."""

import itertools

import pytest

from nadzor.law.ask import ask

# The facts in the order of the memo's criteria; criterion 2 counts with the final answer of the body (MEMO.7)
GROUNDS = [
    (("cannot_defend_own_rights",), "MEMO.2"),
    (("minor",), "MEMO.3"),  # R21: a minor need not be unable to act
    (("indefinite_circle",), "MEMO.4"),
    (("body_failed", "final_answer_attached"), "MEMO.5"),
    (("no_competent_body",), "MEMO.6"),  # where there is no body there is no answer to attach
    (("business_interference",), "MEMO.8"),
    (("constitutional_threat",), "MEMO.10"),
    (("danger_to_life",), "MEMO.11"),
    (("president_order",), "MEMO.12"),
    (("prosecutor_general_order",), "MEMO.13"),
]
BARE = [("body_failed", "MEMO.5"), ("final_answer_attached", "MEMO.5"), ("body_not_asked_yet", "MEMO.14")]


def told(*facts: str) -> tuple[bool, list[str], object]:
    answer = ask({"ask": "competence", "facts": list(facts)})
    assert set(answer) == {"competent", "grounds", "else", "cites"}, answer
    assert set(answer["cites"]) >= {"29I.4.1", "MEMO.1", *answer["grounds"]}
    if answer["else"] is None:
        return answer["competent"], answer["grounds"], None
    assert set(answer["else"]) == {"do", "cites"}
    assert set(answer["else"]["cites"]) <= set(answer["cites"])
    return answer["competent"], answer["grounds"], answer["else"]["do"]


@pytest.mark.parametrize(
    ("facts", "point"),
    [pytest.param(*case, id=case[0][0], marks=pytest.mark.norm(case[1], "29I.4.1")) for case in GROUNDS],
)
def test_one_ground_suffices(facts, point):
    assert told(*facts) == (True, [point], None)
    assert told(*reversed(facts)) == (True, [point], None)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(*pair, id=f"{pair[0][1]} {pair[1][1]}", marks=pytest.mark.norm(pair[0][1], pair[1][1]))
        for pair in itertools.combinations(GROUNDS, 2)
    ],
)
def test_two_grounds_in_the_order_of_the_memo(first, second):
    both = (True, [first[1], second[1]], None)
    assert told(*first[0], *second[0]) == both
    assert told(*second[0], *first[0]) == both


@pytest.mark.norm("MEMO.1", "29I.4.1")
def test_all_grounds():
    facts = [fact for facts, _ in reversed(GROUNDS) for fact in facts]
    assert told(*facts) == (True, [point for _, point in GROUNDS], None)


@pytest.mark.parametrize(
    ("facts", "point", "bare"),
    [
        pytest.param(facts, point, bare, id=f"{facts[0]}, {bare}", marks=pytest.mark.norm(point, row))
        for (facts, point), (bare, row) in itertools.product(GROUNDS, BARE)
        if bare not in facts and (facts[0], bare) != ("body_failed", "body_not_asked_yet")
    ],
)
def test_a_ground_is_not_weakened(facts, point, bare):
    """A body that failed adds no ground without its answer; a body not asked takes none away (MEMO.14: "and")."""
    assert told(*facts, bare) == (True, [point], None)


INSTEAD = [  # facts, what to do, points it rests on
    ((), "higher_body_or_court", ("MEMO.15", "MEMO.16", "MEMO.17"), "R43: nothing said, the body has answered"),
    (("final_answer_attached",), "higher_body_or_court", ("MEMO.15", "MEMO.16", "MEMO.17"), "R43: has its answer"),
    (("body_not_asked_yet",), "apply_to_body", ("MEMO.14",), "the body comes first"),
    (("body_failed", "body_not_asked_yet"), "apply_to_body", ("MEMO.14",), "a body not asked cannot have answered"),
    (("body_failed",), "attach_final_answer", ("MEMO.7",), "the ground needs the final answer"),
]


@pytest.mark.parametrize(
    ("facts", "do", "points"),
    [
        pytest.param(facts, do, points, id=why, marks=pytest.mark.norm(*points, "MEMO.1", "MEMO.5", "29I.4.1"))
        for facts, do, points, why in INSTEAD
    ],
)
def test_no_ground(facts, do, points):
    for order in (facts, tuple(reversed(facts))):
        assert told(*order) == (False, [], do)
    instead = ask({"ask": "competence", "facts": list(facts)})["else"]
    assert set(points) <= set(instead["cites"])
    others = {"MEMO.7", "MEMO.14", "MEMO.15", "MEMO.16", "MEMO.17"} - set(points)
    assert not others & set(instead["cites"]), "no way that is not open here"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"facts": ["poor"]}, "bad_value", "facts"),
        ({"facts": ["out_of_town"]}, "bad_value", "facts"),  # a fact of bookings
        ({"facts": "minor"}, "bad_value", "facts"),
        ({"age": 12}, "unknown_field", "age"),
    ],
)
def test_bad_question(change, code, field):
    error = ask({"ask": "competence", "facts": []} | change)["error"]
    assert (error["code"], error["field"]) == (code, field)
