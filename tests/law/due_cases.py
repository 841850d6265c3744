"""Helpers of the tables of due days: how a case and a refusal are written.

Days are written short: "2026-03-07..09 03-14" is 7 to 9 and 14 March 2026.
"""

from datetime import date, timedelta

import pytest


def days(short):
    """Spell out "2026-03-07..09 03-14": what a date leaves out, it takes from the date before it."""
    told, last = [], ""
    for span in short.split():
        first, _, end = span.partition("..")
        first = last[: 10 - len(first)] + first
        last = first[: 10 - len(end)] + end
        length = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
        told += [(date.fromisoformat(first) + timedelta(day)).isoformat() for day in range(length)]
    return told


def case(norm, start, due, reason, skipped="", **more):
    question = {"ask": "due", "norm": norm, "from": start, **more}
    return pytest.param(question, due, days(skipped), marks=pytest.mark.norm(norm), id=f"{norm} {reason}")


def refusal(norm, start, code, field, reason, **more):
    question = {"ask": "due", "norm": norm, "from": start, **more}
    return pytest.param(question, code, field, marks=pytest.mark.norm(norm), id=f"{norm} {reason}")
