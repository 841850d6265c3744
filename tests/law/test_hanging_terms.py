"""Terms that hang on other terms move with them."""

import datetime as dt

import pytest

from nadzor.law.tables import TERMS
from nadzor.law.terms import reckon, reckon_of

DAY = dt.date.fromisoformat

CASES = [  # term, parent, event of the parent, decision to extend it, answer, why
    ("29I.12.2", "29I.12.1", "2026-04-15", None, "2026-05-12", "15 May: 14, 13, 12"),
    ("29I.33.3", "29I.50", "2026-03-05", None, "2026-03-27", "five calendar days before 1 April"),
    ("29I.33.3", "29I.50", "2026-03-05", "2026-03-20", "2026-05-15", "extended to 20 May, it moves with the term"),
    ("29I.52.5", "29I.50", "2026-03-05", None, "2026-03-31", "the working day before 1 April"),
    ("29I.52.5", "29I.54", "2026-02-06", None, "2026-02-26", "the working day before Friday 27 February"),
    ("29I.33.3", "29I.79", "2024-04-24", None, "2024-05-22", "five calendar days before 27 May"),
    ("29R.17.2", "29I.54", "2026-03-05", None, "2026-03-27", "three working days before 1 April"),
    ("102I.16.3", "102I.16.1", "2022-03-01", None, "2022-03-18", "30 March: 29, 28, 18, as Nauryz lies between"),
    ("102I.16.7", "102I.16.1", "2022-03-01", None, "2022-03-16", "two working days earlier"),
]


@pytest.mark.parametrize(
    ("norm", "parent", "event", "extended", "due"),
    [pytest.param(*row[:5], id=f"{row[0]} of {row[1]}: {row[5]}", marks=pytest.mark.norm(row[0])) for row in CASES],
)
def test_before_the_end_of_another_term(norm: str, parent: str, event: str, extended: str | None, due: str) -> None:
    main = reckon(TERMS[parent], DAY(event), extended_on=DAY(extended) if extended else None)
    assert reckon_of(TERMS[norm], main).due == DAY(due)


def test_a_term_hangs_only_on_those_it_names() -> None:
    with pytest.raises(ValueError, match=r"29I\.12\.2 does not hang on 29I\.50"):
        reckon_of(TERMS["29I.12.2"], reckon(TERMS["29I.50"], DAY("2026-03-05")))
    named = {norm: term.of for norm, term in TERMS.items() if term.of}
    assert all(parent in TERMS for parents in named.values() for parent in parents)
