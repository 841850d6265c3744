"""The six questions: their fields, and which function of the law answers each."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from nadzor.law import catalogue, memo
from nadzor.law.ask import fields as f
from nadzor.law.ask.fields import Field
from nadzor.law.ask.refusals import BAD_VALUE, MISSING_FIELD, UNKNOWN_FIELD, UNKNOWN_NORM, Refusal
from nadzor.law.citations import wording
from nadzor.law.explain import explain
from nadzor.law.facts import AnsweredBy, Authority, Kind, Outcome
from nadzor.law.matrix import List, Signatories
from nadzor.law.o29 import reception, registration, routing
from nadzor.law.posts import Body
from nadzor.law.tables import DECISIONS, LISTS, TERMS
from nadzor.law.terms import Term, Unit, reckon
from nadzor.law.words import LANGUAGES

Answer = dict[str, Any]


class Letter(StrEnum):
    """Letters and acts whose signatories can be asked."""

    ANSWER = "answer"
    FORWARD = "forward"
    FORWARD_UP = "forward_up"
    INSPECTION_ORDER = "inspection_order"
    EXPERT_ORDER = "expert_order"
    DEMAND_STATE_BODY = "demand_state_body"
    DEMAND_BUSINESS = "demand_business"
    SUSPEND_ACT = "suspend_act"
    APPEAL_CIVIL = "appeal_civil"
    APPEAL_ADMIN = "appeal_admin"
    APPEAL_OFFENCE = "appeal_offence"


_ON = {"on": Field(f.day)}
_FACTS = {
    "control_by": Field(f.one_of(Authority)),
    "sender": Field(f.one_of(Authority)),
    "report_due": Field(f.switch, default=False),
    "earlier_by": Field(f.who_text),
    "contested_by": Field(f.who_text),
    "burdensome": Field(f.switch, default=True),
    "interpellation": Field(f.switch, default=False),
    "reception_of": Field(f.who_text),
    "pretrial": Field(f.switch, default=False),
}


def _due(given: Mapping[str, Any]) -> Answer:
    term = _term(given["norm"])
    start = (f.instant if term.unit is Unit.HOURS else f.day)("from", given["from"])
    reckoning = reckon(term, start, on=given["on"], suspended=given["suspended"], extended_on=given["extended_on"])
    return {
        "due": reckoning.due.isoformat(),
        "skipped": [day.isoformat() for day in reckoning.skipped],
        "cites": list(reckoning.cites),
        "why": {lang: explain(reckoning, lang) for lang in LANGUAGES},
    }


def _term(norm: str) -> Term:
    term = TERMS.get(norm)
    if term is None:
        if norm in catalogue.rows():
            raise Refusal(BAD_VALUE, "norm", "no_amount", given=norm)
        raise Refusal(UNKNOWN_NORM, "norm", "unknown_norm", given=norm)
    return term


def _registration(given: Mapping[str, Any]) -> Answer:
    answer = registration.registered_on(given["received"], given["channel"], on=given["on"])
    return {"registered": answer.day.isoformat(), "cites": list(answer.cites)}


def _signatories(given: Mapping[str, Any]) -> Answer:
    letter: Letter = given["letter"]
    stated = {name: given[name] for name in ("outcome", *_FACTS) if given[name] is not _FACT_FIELDS[name].default}
    if letter is Letter.ANSWER:
        if given["outcome"] is None:
            raise Refusal(MISSING_FIELD, "outcome", "missing_field")
        wording("29I.88.1", given["on"])
        stated.pop("burdensome", None)  # R24: it changes nothing
        answer = DECISIONS.signatories(given["body"], **stated)
    else:
        for name in stated:
            raise Refusal(UNKNOWN_FIELD, name, "unknown_field", allowed=("letter", "body", "on", "id"))
        answer = _by_list(LISTS[letter], given["body"], given["on"])
    return {
        "posts": [str(post) for post in answer.posts],
        "acting": [str(post) for post in answer.acting],
        "cites": list(answer.cites),
    }


def _by_list(rows: List, body: Body, on: dt.date | None) -> Signatories:
    answer = rows.signatories(body)
    for norm in answer.cites:
        wording(norm, on)
    return answer


_FACT_FIELDS: dict[str, Field] = {"outcome": Field(f.one_of(Outcome)), **_FACTS}


def _route(given: Mapping[str, Any]) -> Answer:
    for norm in ("29I.27.1", "29I.28.1", "29I.29.1", "29I.30.1", "29I.31.1"):
        wording(norm, given["on"])
    facts = {name: value for name, value in given.items() if name not in {"on", *_ROUTE_IGNORES}}
    answer = routing.route(**facts)
    return {
        "considers": str(answer.considers),
        "may_be_passed_down": answer.may_be_passed_down,
        "cites": list(answer.cites),
    }


# Facts that the signature asks for and the route does not: they may stand in the question and change nothing.
_ROUTE_IGNORES = frozenset({"burdensome", "reception_of", "pretrial"})


def _booking(given: Mapping[str, Any]) -> Answer:
    try:
        answer = reception.may_be_booked(
            given["with"], given["reception"], given["today"], given["facts"], on=given["on"]
        )
    except reception.NoReception as refusal:
        raise Refusal(BAD_VALUE, "with", "no_reception", given=refusal, norm=refusal.norm) from None
    return {
        "allowed": answer.allowed,
        "grounds": list(answer.grounds),
        "needs_agreement": list(answer.needs_agreement),
        "last_booking_day": answer.last_booking_day.isoformat() if answer.last_booking_day else None,
        "cites": list(answer.cites),
    }


def _competence(given: Mapping[str, Any]) -> Answer:
    wording("29I.4.1", given["on"])
    answer = memo.competence(given["facts"])
    instead = answer.instead
    return {
        "competent": answer.competent,
        "grounds": list(answer.grounds),
        "else": None if instead is None else {"do": str(instead.do), "cites": list(instead.cites)},
        "cites": list(answer.cites),
    }


@dataclass(frozen=True, slots=True)
class Question:
    """A kind of question: its fields and who answers it. `example` is one that gets an answer."""

    fields: Mapping[str, Field]
    answer: Callable[[Mapping[str, Any]], Answer]
    example: Mapping[str, Any]


def _as_is(_name: str, value: object) -> object:
    """Keep a value for a reader that must know more of the question first."""
    return value


QUESTIONS: dict[str, Question] = {
    "due": Question(
        {
            "norm": Field(f.text, required=True),
            "from": Field(_as_is, required=True),
            "suspended": Field(f.pauses, default=()),
            "extended_on": Field(f.day),
            **_ON,
        },
        _due,
        {"ask": "due", "norm": "29I.50", "from": "2026-03-05"},
    ),
    "registration": Question(
        {
            "received": Field(f.instant, required=True),
            "channel": Field(f.one_of(registration.Channel), required=True),
            **_ON,
        },
        _registration,
        {"ask": "registration", "received": "2026-03-21T11:00:00+05:00", "channel": "paper"},
    ),
    "signatories": Question(
        {
            "letter": Field(f.one_of(Letter), required=True),
            "body": Field(f.one_of(Body), required=True),
            **_FACT_FIELDS,
            **_ON,
        },
        _signatories,
        {"ask": "signatories", "letter": "answer", "body": "oblast", "outcome": "refuse"},
    ),
    "route": Question(
        {
            "at": Field(f.one_of(Body), required=True),
            "kind": Field(f.one_of(Kind), required=True),
            "president_instruction": Field(f.switch, default=False),
            "repeated": Field(f.switch, default=False),
            "disagrees": Field(f.switch, default=False),
            "answered_by": Field(f.one_of(AnsweredBy)),
            "to_be_forwarded": Field(f.switch, default=False),
            "explain_procedure": Field(f.switch, default=False),
            "staff_procedure_breach": Field(f.switch, default=False),
            "within_competence": Field(f.switch, default=True),
            **_FACTS,
            **_ON,
        },
        _route,
        {
            "ask": "route",
            "at": "gpo",
            "kind": "complaint",
            "repeated": True,
            "earlier_by": "oblast:head",
            "disagrees": True,
        },
    ),
    "booking": Question(
        {
            "with": Field(f.who, required=True),
            "reception": Field(f.day, required=True),
            "today": Field(f.day, required=True),
            "facts": Field(f.facts(reception.PLAIN_FACTS, reception.OFFICIAL_FACTS), default=()),
            **_ON,
        },
        _booking,
        {
            "ask": "booking",
            "with": "gpo:deputy_prosecutor_general",
            "reception": "2026-04-15",
            "today": "2026-04-07",
            "facts": ["earlier_answer_same_question:gpo:deputy_prosecutor_general"],
        },
    ),
    "competence": Question(
        {"facts": Field(f.facts(memo.FACTS), required=True), **_ON},
        _competence,
        {"ask": "competence", "facts": ["minor"]},
    ),
}
