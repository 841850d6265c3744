"""The interface: the shared examples, every error code, the shape of every answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from nadzor.law import catalogue
from nadzor.law.ask import CODES, LONGEST_LINE, QUESTIONS, answer_line, ask
from nadzor.law.ask.refusals import MESSAGES
from nadzor.law.words import LANGUAGES

EXAMPLES = [
    json.loads(line)
    for line in (Path(__file__).parent / "examples" / "ask.jsonl").read_text(encoding="utf-8").splitlines()
]
KEYS = {
    "due": {"due", "skipped", "cites", "why"},
    "registration": {"registered", "cites"},
    "signatories": {"posts", "acting", "cites"},
    "route": {"considers", "may_be_passed_down", "cites"},
    "booking": {"allowed", "grounds", "needs_agreement", "last_booking_day", "cites"},
    "competence": {"competent", "grounds", "else", "cites"},
}


def holds(expected: dict[str, Any], answer: dict[str, Any]) -> bool:
    """Whether all that an example states stands in the answer."""
    return all(
        key in answer and (holds(value, answer[key]) if isinstance(value, dict) else answer[key] == value)
        for key, value in expected.items()
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=[json.dumps(e["q"])[:90] for e in EXAMPLES])
def test_the_shared_examples(example: dict[str, Any]) -> None:
    answer = ask(example["q"])
    assert holds(example["a"], answer), answer


@pytest.mark.parametrize("kind", sorted(QUESTIONS))
def test_every_answer_has_the_keys_of_its_kind_and_cites_what_exists(kind: str) -> None:
    answer = ask(dict(QUESTIONS[kind].example))
    assert set(answer) == KEYS[kind]
    assert answer["cites"]
    assert set(answer["cites"]) <= catalogue.addresses()


@pytest.mark.norm("102I.37.1", "29I.71.1")
def test_a_term_of_the_codes_does_not_cite_the_roll_of_another_order() -> None:
    # both end on a Saturday: the roll of the one stands in 29I.68.2, that of the other in the code (R3)
    complaint = ask({"ask": "due", "norm": "29I.71.1", "from": "2026-02-02"})
    assert (complaint["due"], complaint["cites"]) == ("2026-05-04", ["29I.71.1", "29I.68.2"])
    motion = ask({"ask": "due", "norm": "102I.37.1", "from": "2022-02-12"})
    assert (motion["due"], motion["cites"]) == ("2022-03-14", ["102I.37.1"])


@pytest.mark.parametrize("given", ["x", 7, None, 1.5, True, [1, {"a": None}], {}, "\ud800"])
def test_the_id_comes_back_and_nothing_else_of_the_question(given: object) -> None:
    answer = ask({**QUESTIONS["competence"].example, "id": given})
    assert (set(answer), answer["id"]) == (KEYS["competence"] | {"id"}, given)
    refused = ask({"ask": "due", "id": given})
    assert (set(refused), refused["id"]) == ({"id", "error"}, given)


DUE = {"ask": "due", "norm": "29I.50", "from": "2026-03-05"}
SIGN = {"ask": "signatories", "letter": "answer", "body": "oblast", "outcome": "refuse"}
BOOK = {"ask": "booking", "with": "oblast:head", "reception": "2026-04-15", "today": "2026-04-07"}
REG = {"ask": "registration", "received": "2026-03-21T11:00:00+05:00", "channel": "paper"}
ROUTE = {"ask": "route", "at": "gpo", "kind": "message"}

REFUSED = [  # question, code, field
    ({}, "missing_field", "ask"),
    ({"ask": None}, "unknown_question", "ask"),
    ({"ask": "owe"}, "unknown_question", "ask"),
    ({"ask": ["due"]}, "unknown_question", "ask"),
    ({"ask": {"due": 1}}, "unknown_question", "ask"),
    # fields
    ({**DUE, "form": "2026-03-05"}, "unknown_field", "form"),
    ({"ask": "due", "norm": "29I.50", "form": "2026-03-05"}, "unknown_field", "form"),
    ({**DUE, "outcome": "refuse"}, "unknown_field", "outcome"),
    ({"ask": "due", "from": "2026-03-05"}, "missing_field", "norm"),
    ({"ask": "due", "norm": "29I.50"}, "missing_field", "from"),
    ({"ask": "registration", "channel": "paper"}, "missing_field", "received"),
    ({"ask": "registration", "received": REG["received"]}, "missing_field", "channel"),
    ({"ask": "signatories", "body": "oblast"}, "missing_field", "letter"),
    ({"ask": "signatories", "letter": "answer"}, "missing_field", "body"),
    ({"ask": "signatories", "letter": "answer", "body": "oblast"}, "missing_field", "outcome"),
    ({"ask": "signatories", "letter": "forward", "body": "oblast", "outcome": "refuse"}, "unknown_field", "outcome"),
    ({"ask": "signatories", "letter": "forward", "body": "gpo", "pretrial": True}, "unknown_field", "pretrial"),
    ({"ask": "route", "kind": "message"}, "missing_field", "at"),
    ({"ask": "route", "at": "gpo"}, "missing_field", "kind"),
    ({"ask": "booking", "with": "oblast:head", "reception": "2026-04-15"}, "missing_field", "today"),
    ({"ask": "competence"}, "missing_field", "facts"),
    # days and instants
    ({**DUE, "from": "2026-02-30"}, "bad_value", "from"),
    ({**DUE, "from": "2026-2-3"}, "bad_value", "from"),
    ({**DUE, "from": "20260203"}, "bad_value", "from"),
    ({**DUE, "from": "2026-W10-4"}, "bad_value", "from"),
    ({**DUE, "from": "2026-03-05T10:00:00+05:00"}, "bad_value", "from"),
    ({**DUE, "from": " 2026-03-05"}, "bad_value", "from"),
    ({**DUE, "from": "２０２６-03-05"}, "bad_value", "from"),
    ({**DUE, "from": 20260305}, "bad_value", "from"),
    ({**DUE, "from": None}, "bad_value", "from"),
    ({**DUE, "from": "0000-01-01"}, "bad_value", "from"),
    ({**DUE, "on": "yesterday"}, "bad_value", "on"),
    ({**DUE, "norm": "60I.26.6", "from": "2009-05-07"}, "bad_value", "from"),
    ({**DUE, "norm": "60I.26.6", "from": "2009-05-07T10:00:00"}, "bad_value", "from"),
    ({**REG, "received": "2026-03-21T11:00:00"}, "bad_value", "received"),
    ({**REG, "received": "2026-03-21T25:00:00+05:00"}, "bad_value", "received"),
    ({**REG, "received": "2026-03-21T11:00:00+99:00"}, "bad_value", "received"),
    ({**REG, "received": "2026-03-21 11:00:00+05:00"}, "bad_value", "received"),
    # names
    ({**DUE, "norm": 50}, "bad_value", "norm"),
    ({**DUE, "norm": "29I.25.1"}, "bad_value", "norm"),
    ({**DUE, "norm": "29I.35.1"}, "bad_value", "norm"),
    ({**DUE, "norm": "102I.46.8"}, "bad_value", "norm"),
    ({**DUE, "norm": "29I.2.9"}, "bad_value", "norm"),
    ({**DUE, "norm": "29I.7000"}, "unknown_norm", "norm"),
    ({**DUE, "norm": "29I"}, "unknown_norm", "norm"),
    ({**DUE, "norm": ""}, "unknown_norm", "norm"),
    ({**DUE, "norm": "29i.50"}, "unknown_norm", "norm"),
    ({**DUE, "norm": "APPK.76"}, "unknown_norm", "norm"),
    ({**REG, "channel": "pigeon"}, "bad_value", "channel"),
    ({**REG, "channel": ["paper"]}, "bad_value", "channel"),
    ({**SIGN, "letter": "love"}, "bad_value", "letter"),
    ({**SIGN, "body": "Oblast"}, "bad_value", "body"),
    ({**SIGN, "outcome": "win"}, "bad_value", "outcome"),
    ({**SIGN, "outcome": None}, "bad_value", "outcome"),
    ({**SIGN, "control_by": "king"}, "bad_value", "control_by"),
    ({**SIGN, "sender": "king"}, "bad_value", "sender"),
    ({**SIGN, "report_due": "true"}, "bad_value", "report_due"),
    ({**SIGN, "report_due": 1}, "bad_value", "report_due"),
    ({**SIGN, "earlier_by": "head"}, "bad_value", "earlier_by"),
    ({**SIGN, "contested_by": "oblast:prosecutor_general"}, "bad_value", "contested_by"),
    ({**SIGN, "contested_by": "moon:head"}, "bad_value", "contested_by"),
    ({**SIGN, "reception_of": {"oblast": "head"}}, "bad_value", "reception_of"),
    ({**ROUTE, "at": "moon"}, "bad_value", "at"),
    ({**ROUTE, "kind": "petition "}, "bad_value", "kind"),
    ({**ROUTE, "answered_by": "central"}, "bad_value", "answered_by"),
    ({**ROUTE, "within_competence": "no"}, "bad_value", "within_competence"),
    ({**BOOK, "with": "oblast"}, "bad_value", "with"),
    ({**BOOK, "with": "gpo:apparatus_head"}, "bad_value", "with"),
    ({**BOOK, "facts": "new_arguments"}, "bad_value", "facts"),
    ({**BOOK, "facts": ["new_argument"]}, "bad_value", "facts"),
    ({**BOOK, "facts": [["new_arguments"]]}, "bad_value", "facts"),
    ({**BOOK, "facts": ["no_answer_of"]}, "bad_value", "facts"),
    ({**BOOK, "facts": ["no_answer_of:oblast"]}, "bad_value", "facts"),
    ({**BOOK, "facts": ["no_answer_of:oblast:king"]}, "bad_value", "facts"),
    ({**BOOK, "facts": ["new_arguments:oblast:head"]}, "bad_value", "facts"),
    ({"ask": "competence", "facts": ["rich"]}, "bad_value", "facts"),
    ({"ask": "competence", "facts": {"minor": True}}, "bad_value", "facts"),
    # pauses and extensions
    ({**DUE, "suspended": [["2026-03-06", "2026-03-07"]]}, "bad_value", "suspended"),
    ({**DUE, "suspended": "2026-03-06"}, "bad_value", "suspended"),
    ({**DUE, "suspended": [["2026-03-06"]]}, "bad_value", "suspended"),
    ({**DUE, "suspended": [["2026-03-06", "soon"]]}, "bad_value", "suspended"),
    (
        {**DUE, "norm": "102I.16.1", "from": "2022-03-01", "suspended": [["2022-03-09", "2022-03-08"]]},
        *("bad_value", "suspended"),
    ),
    ({**DUE, "norm": "29I.79", "extended_on": "2026-03-10"}, "bad_value", "extended_on"),
    ({**DUE, "norm": "29I.31.1", "extended_on": "2026-03-06"}, "bad_value", "extended_on"),
    ({**DUE, "extended_on": "2026-03-04"}, "bad_value", "extended_on"),
    ({**DUE, "extended_on": "2026-04-02"}, "bad_value", "extended_on"),
    ({**REG, "received": "0001-01-01T00:00:00+05:00"}, "calendar_unknown", "received"),
    ({**REG, "received": "9999-12-31T23:59:59-12:00"}, "calendar_unknown", "received"),
    ({**DUE, "from": [["2022-03-05"]] * 1000}, "bad_value", "from"),
    ({**DUE, "from": {"a": 1}}, "bad_value", "from"),
    # an extension is a step: it follows the edition of the day of its decision
    ({**DUE, "norm": "102I.16.1", "from": "2023-01-20", "extended_on": "2023-01-31"}, "not_in_force", "extended_on"),
    ({**DUE, "norm": "60I.6.2", "from": "2010-09-20", "extended_on": "2010-10-10"}, "not_in_force", "extended_on"),
    # time
    ({**DUE, "from": "2023-01-30"}, "not_in_force", "from"),
    ({**DUE, "from": "0001-01-01"}, "not_in_force", "from"),
    ({**DUE, "on": "2022-01-01"}, "not_in_force", "on"),
    ({"ask": "signatories", "letter": "inspection_order", "body": "oblast"}, "not_in_force", "on"),
    ({**SIGN, "on": "2022-12-31"}, "not_in_force", "on"),
    ({**SIGN, "on": "2024-01-20"}, "wording_not_held", "on"),
    ({**ROUTE, "on": "2024-01-20"}, "wording_not_held", "on"),
    ({**BOOK, "reception": "2023-05-10", "today": "2023-05-02"}, "wording_not_held", "reception"),
    ({**DUE, "norm": "29I.31.1", "from": "2024-01-20"}, "wording_not_held", "from"),
    ({**DUE, "norm": "60I.6.2", "from": "2008-07-19"}, "wording_not_held", "from"),
    ({**REG, "received": "2022-03-21T11:00:00+06:00"}, "not_in_force", "received"),
    ({"ask": "competence", "facts": [], "on": "2023-01-30"}, "not_in_force", "on"),
    ({**DUE, "from": "2027-12-20"}, "calendar_unknown", "from"),
    ({**DUE, "from": "9999-12-31"}, "calendar_unknown", "from"),
    ({**DUE, "norm": "29I.12.1", "from": "9999-12-31"}, "calendar_unknown", "from"),
    ({**DUE, "norm": "29I.71.1", "from": "2027-11-01"}, "calendar_unknown", "from"),
    ({**DUE, "norm": "SYS.58", "from": "9995-03-05"}, "calendar_unknown", "from"),
    ({**REG, "received": "2028-03-21T11:00:00+05:00"}, "calendar_unknown", "received"),
    ({**BOOK, "reception": "2028-04-15"}, "calendar_unknown", "reception"),
    (
        {**DUE, "norm": "102I.16.1", "from": "2022-03-01", "suspended": [["2022-03-08", "9999-12-31"]]},
        *("calendar_unknown", "from"),
    ),
]


@pytest.mark.parametrize(("question", "code", "field"), REFUSED, ids=[json.dumps(row[0])[:100] for row in REFUSED])
def test_refused(question: dict[str, Any], code: str, field: str | None) -> None:
    messages = set()
    for lang in LANGUAGES:
        answer = ask(question, lang)
        assert set(answer) == {"error"}
        error = answer["error"]
        assert (set(error), error["code"], error["field"]) == ({"code", "message", "field"}, code, field)
        messages.add(error["message"])
    assert len(messages) == 3
    assert not any("{" in text and "{" not in json.dumps(question) for text in messages)


def test_a_number_too_long_to_tell_is_still_refused() -> None:
    assert ask({**DUE, "from": 10**5000})["error"]["code"] == "bad_value"


def test_values_nested_too_deep_to_tell_are_still_refused() -> None:
    for name in ("from", "norm", "on"):
        nested: object = "x"
        for _ in range(5000):
            nested = [nested]
        error = ask({**DUE, name: nested})["error"]
        assert (error["code"], error["field"]) == ("bad_value", name)
        assert len(error["message"]) < 300


def test_a_mark_before_the_first_line_is_no_part_of_it() -> None:
    assert answer_line(b"\xef\xbb\xbf" + json.dumps(DUE).encode())["due"] == "2026-04-01"


def test_a_pause_outside_the_term_changes_nothing_and_cites_nothing() -> None:
    asked = {**DUE, "norm": "102I.16.1", "from": "2022-03-01"}
    for pause in (["2022-02-01", "2022-02-03"], ["2022-05-05", "2022-05-06"]):
        assert ask({**asked, "suspended": [pause]})["cites"] == ask(asked)["cites"]
    assert "102I.17.4" in ask({**asked, "suspended": [["2022-03-05", "2022-03-05"]]})["cites"]


def test_an_instant_belongs_to_the_day_of_kazakhstan() -> None:
    # 02:00 in the capital on the first day of the order, written in two ways
    instants = ("2021-07-25T20:00:00+00:00", "2021-07-26T02:00:00+06:00")
    assert ["due" in ask({**DUE, "norm": "102I.46.6", "from": instant}) for instant in instants] == [True, True]


@pytest.mark.parametrize(
    ("question", "provisional"),
    [
        ({"norm": "29R.18", "from": "2027-01-11"}, True),  # counts back over January 2027
        ({"norm": "29I.50", "from": "2026-12-20"}, True),
        ({"norm": "29I.50", "from": "2026-11-20"}, False),
        (
            {"norm": "29I.50", "from": "2026-11-20", "extended_on": "2026-12-05"},
            True,
        ),  # whether 5 February 2027 is worked
        ({"norm": "29I.71.1", "from": "2026-11-01"}, True),  # rolls in 2027
        ({"norm": "29I.12.1", "from": "2026-12-10"}, False),
    ],
)
def test_a_provisional_calendar_is_told_where_the_day_rests_on_it(
    question: dict[str, str], *, provisional: bool
) -> None:
    assert ("provisional" in ask({"ask": "due", **question})["why"]["en"]) is provisional


def test_every_code_is_tried() -> None:
    tried = {code for _, code, _ in REFUSED} | {"bad_json"}
    assert tried == set(CODES)


LINES = [  # line, whether it is readable JSON that is no question
    b"",
    b"   ",
    b"{",
    b"due",
    b"null",
    b"[]",
    b'"due"',
    b"7",
    b'[{"ask": "due"}]',
    b'{"ask": "due"} {"ask": "due"}',
    b'{"ask": "due", "ask": "route"}',
    b'{"ask": "competence", "facts": [], "id": NaN}',
    b'{"ask": "competence", "facts": [], "id": Infinity}',
    b'{"ask": "competence", "facts": [], "id": 1e999}',
    b'{"ask": "competence", "facts": [], "id": ' + b"9" * 5000 + b"}",
    b'{"ask": "\xff\xfe"}',
    b"[" * 100_000,
    b'{"a":' * 50_000,
    b"\x00" * 10,
    b"x" * (LONGEST_LINE + 1),
    b'{"ask": "competence", "facts": ["minor"]}' + b" " * LONGEST_LINE,
]


@pytest.mark.parametrize("line", LINES, ids=[repr(line[:40]) for line in LINES])
def test_what_cannot_be_read_is_answered_with_bad_json(line: bytes) -> None:
    error = answer_line(line)["error"]
    assert (error["code"], error["field"]) == ("bad_json", None)


def test_a_long_line_that_can_be_read_is_answered() -> None:
    facts = ",".join(['"minor"'] * 20_000)
    assert answer_line(f'{{"ask": "competence", "facts": [{facts}]}}'.encode())["competent"] is True


def test_a_long_value_does_not_flood_the_message() -> None:
    for question in ({**DUE, "norm": "x" * 100_000}, {**DUE, "x" * 100_000: 1}, {**SIGN, "body": "x" * 100_000}):
        assert len(ask(question)["error"]["message"]) < 2000


def test_every_message_exists_in_three_languages() -> None:
    for phrase in MESSAGES.values():
        assert all(phrase)
        assert len({text.count("{") for text in phrase}) == 1
