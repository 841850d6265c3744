"""Questions that anyone may put to the law: one function for the command line, the API, the pages and the jobs.

`ask` takes a question as a dictionary and answers with a dictionary; it never raises for what a question says.
Every answer has the keys of its kind and `cites`, or `error` with `code`, `message` and `field`.
"""

import json
import math
from typing import Any, NoReturn

from nadzor.law.ask.fields import read_fields
from nadzor.law.ask.questions import QUESTIONS
from nadzor.law.ask.refusals import (
    BAD_JSON,
    BAD_VALUE,
    CALENDAR_UNKNOWN,
    CODES,
    MISSING_FIELD,
    UNKNOWN_QUESTION,
    Refusal,
)
from nadzor.law.calendar import FIRST_DAY, CalendarUnknown, current
from nadzor.law.citations import LawRefusal, NotInForce
from nadzor.law.terms import TermRefusal
from nadzor.law.words import Lang

__all__ = ["CODES", "LONGEST_LINE", "QUESTIONS", "answer_line", "ask"]

# Bytes. The longest sensible question is a few kilobytes; the limit is generous and keeps one line from filling memory.
LONGEST_LINE = 256 * 1024


def ask(question: dict[str, Any], lang: Lang = "ru") -> dict[str, Any]:
    """Answer one question. `lang` chooses the language of an error's message; `why` is always in all three.

    Kinds, fields and error codes: docs/ask.md.
    """
    echo = {"id": question["id"]} if isinstance(question, dict) and "id" in question else {}
    try:
        return {**echo, **_answer(question)}
    except Refusal as refusal:
        return {**echo, **_error(refusal, lang)}


def answer_line(line: bytes, lang: Lang = "ru") -> dict[str, Any]:
    """Answer one line of JSON Lines, without its end. What cannot be read is answered with `bad_json`."""
    if len(line) > LONGEST_LINE:
        return _error(Refusal(BAD_JSON, None, "too_long", limit=LONGEST_LINE), lang)
    try:
        question = json.loads(
            line.decode("utf-8-sig"),  # some editors put a mark before the first line
            object_pairs_hook=_without_repeats,
            parse_constant=refuse_constant,
            parse_float=finite,
        )
    except _KeyTwiceError:
        return _error(Refusal(BAD_JSON, None, "key_twice"), lang)
    except (ValueError, RecursionError):
        return _error(Refusal(BAD_JSON, None, "not_json"), lang)
    return ask(question, lang)


def _answer(question: object) -> dict[str, Any]:
    if not isinstance(question, dict):
        example = json.dumps(QUESTIONS["due"].example)
        raise Refusal(BAD_JSON, None, "not_an_object", example=example)
    if "ask" not in question:
        raise Refusal(MISSING_FIELD, "ask", "missing_field")
    kind = question["ask"]
    if not isinstance(kind, str) or kind not in QUESTIONS:
        raise Refusal(UNKNOWN_QUESTION, "ask", "unknown_question", allowed=QUESTIONS)
    asked = QUESTIONS[kind]
    given = read_fields({k: v for k, v in question.items() if k not in {"ask", "id"}}, asked.fields)
    # a question without an event is asked of another day by `on`
    event = next((name for name in ("from", "received", "reception") if name in asked.fields), "on")
    try:
        return asked.answer(given)
    except LawRefusal as refusal:
        field = refusal.field or ("on" if given["on"] else event)
        why = _why(refusal, asked_of_a_day=event != "on" or given["on"] is not None)
        raise Refusal(refusal.code, field, why, address=refusal.address, **refusal.details) from None
    except TermRefusal as refusal:
        raise Refusal(BAD_VALUE, refusal.field, refusal.why, **refusal.details) from None
    except CalendarUnknown:
        last = current().last_day
        raise Refusal(CALENDAR_UNKNOWN, event, "calendar_unknown", first=FIRST_DAY, last=last) from None


def _why(refusal: LawRefusal, *, asked_of_a_day: bool) -> str:
    """Which sentence fits: not yet in force, out of force and asked without a day, or as the code says."""
    if isinstance(refusal, NotInForce):
        if refusal.details.get("last") is None:
            return "not_yet_in_force"
        return "not_in_force" if asked_of_a_day else "out_of_force"
    return refusal.code


def _error(refusal: Refusal, lang: Lang) -> dict[str, Any]:
    return {"error": {"code": refusal.code, "message": refusal.message(lang), "field": refusal.field}}


class _KeyTwiceError(ValueError):
    pass


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _KeyTwiceError
    return found


def refuse_constant(name: str) -> NoReturn:
    """For `json.loads`: NaN and Infinity are no JSON. Raises ValueError."""
    raise ValueError(name)


def finite(text: str) -> float:
    """For `json.loads`: return a number that is one. Raises ValueError for "1e999"."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number
