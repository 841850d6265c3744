"""Abbreviations and small helpers of the signature tables: posts, levels, cases."""

from itertools import product

import pytest

from nadzor.law.ask import ask

POSTS = {
    # gpo
    "PG": "prosecutor_general",
    "DPG": "deputy_prosecutor_general",
    "UDH": "unit_deputy_head",
    "E": "appeals_unit_employee",
    # bodies of the oblast level, district, committee_territorial
    "H": "head",
    "D": "deputy_head",
    "SA": "senior_assistant",
    "A": "assistant",
    # both
    "AH": "apparatus_head",
    "UH": "unit_head",
    "DH": "directorate_head",
    "P": "prosecutor",
}
# Answers: posts / those of them whose acting holder may sign too. Point 88 names acting holders at
# levels 1, 3, 5 and 7 only (R7).
L1 = "PG / PG"
L2 = "PG DPG AH / PG"
L3 = "PG DPG AH UH / PG UH"
L4 = "PG DPG AH UH UDH / PG UH"
HD = "H D / H"  # levels 5 and 6
HDDH = "H D DH / H"  # the same in the Asset Recovery Committee, whose directorate heads stand at level 6
H = "H / H"  # level 5 alone, or level 7
NO = "/"

SIX = "committee academy institution military transport oblast"  # the oblast level but asset_recovery
OTHERS_THAN_OBLAST = "committee academy institution military transport"
OTHERS_THAN_TRANSPORT = "committee academy institution military oblast"
STAFF = "AH UH SA A P"  # whoever stands below the deputies in a body of the oblast level


def signs(text):
    posts, _, acting = text.partition("/")
    return {"posts": [POSTS[p] for p in posts.split()], "acting": [POSTS[p] for p in acting.split()]}


def asked(**question):
    answer = ask({"ask": "signatories", **question})
    assert answer.pop("cites", None), answer
    return answer


def case(body, outcome, expected, norms, why, **facts):
    told = " ".join([body, outcome, *(f"{name}={value}" for name, value in facts.items())])
    question = {"letter": "answer", "body": body, "outcome": outcome, **facts}
    mark = pytest.mark.norm(*norms.split())
    return pytest.param(question, signs(expected), id=f"{told} ({why})", marks=mark)


def facts(text):
    """`pretrial=yes earlier_by=gpo:UH` as facts; `deputy+report`: sent by a deputy who demands a report."""
    told = {}
    for name, _, value in (fact.partition("=") for fact in text.split()):
        if name == "deputy+report":
            told |= {"sender": "deputy", "report_due": True}
        elif value in ("yes", "no"):
            told[name] = value == "yes"
        else:
            body, _, post = value.partition(":")
            told[name] = f"{body}:{POSTS[post]}" if post else value
    return told


def officials(bodies, posts):
    return [f"{body}:{POSTS[post]}" for body, post in product(bodies.split(), posts.split())]
