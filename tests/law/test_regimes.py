"""Regimes of other laws: their points, what is not done here, their own terms, papers marked as secret (29I.13-20)."""

import datetime as dt

import pytest

from nadzor.law.o29.kinds import GOVERNED, Governed, Regime
from nadzor.law.o29.regimes import is_marked_secret, own_term
from nadzor.law.tables import TERMS
from nadzor.law.terms import reckon

# Field, its point, whether the Instruction itself governs with the particularities of the other law.
ROWS = (
    ("detained", "29I.13", False),
    ("rehabilitation", "29I.14", False),
    ("public_services", "29I.15", False),
    ("procurement", "29I.16", True),
    ("tax", "29I.17", True),
    ("state_secrets", "29I.18", False),
    ("media", "29I.19", False),
    ("advocate", "29I.20", False),
    ("assets", "29I.21-1", True),
)


@pytest.mark.norm("29I.13", "29I.14", "29I.15", "29I.16", "29I.17", "29I.19", "29I.20")
@pytest.mark.parametrize(("field", "norm", "particular"), ROWS)
def test_each_field_names_its_law_and_what_is_not_done_here(field: str, norm: str, particular: bool) -> None:
    found = GOVERNED[Governed(field)]
    assert (found.cites, found.opens_procedure) == ((norm,), False)
    assert found.regime is (Regime.PARTICULAR if particular else Regime.OUTSIDE)
    assert all(found.by)
    assert all(found.not_here)


def test_every_regime_says_what_this_system_does_not_govern() -> None:
    assert all(all(found.not_here) for found in GOVERNED.values())


# Field, kind, registered on, last day: the terms of the national system (eotinish.md, 1.5), days counted by hand.
ROWS_OF_TERMS = (
    # Working days from Monday 1 June 2026; 6 July is off.
    ("public_services", "complaint", "2026-06-01", "29I.15", "2026-06-08"),
    ("tax", "complaint", "2026-06-01", "29I.17", "2026-07-14"),
    ("media", "request", "2026-06-01", "29I.19", "2026-06-10"),
    ("advocate", "request", "2026-06-01", "29I.20", "2026-06-15"),
    # Ninety days: Sunday 30 August moves to Monday (R3); from Tuesday 2 June it is Monday by itself.
    ("rehabilitation", "application", "2026-06-01", "29I.14", "2026-08-31"),
    ("rehabilitation", "application", "2026-06-02", "29I.14", "2026-08-31"),
)


@pytest.mark.parametrize(("field", "kind", "since", "norm", "due"), ROWS_OF_TERMS)
def test_a_law_with_a_known_term_gives_it(field: str, kind: str, since: str, norm: str, due: str) -> None:
    known = own_term(field, kind)
    assert known is not None
    assert (known.norm, reckon(TERMS[known.norm], dt.date.fromisoformat(since)).due.isoformat()) == (norm, due)
    assert own_term(field, None) == known, "the kind may be decided later"


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("public_services", "request"),
        ("tax", "application"),
        ("media", "message"),
        ("advocate", "complaint"),
        ("procurement", "complaint"),
        ("detained", "application"),
        ("criminal", "complaint"),
        ("", "request"),
        (None, "request"),
    ],
)
def test_any_other_keeps_the_term_of_its_kind(field: str | None, kind: str) -> None:
    assert own_term(field, kind) is None


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Секретно\nСведения", True),
        ("Экз. № 1\n\nСОВЕРШЕННО СЕКРЕТНО\nСведения", True),
        ("Сов. секретно", True),
        ("Особой важности экз. 2\nСведения", True),
        ("Құпия\nМәліметтер", True),
        ("Өте құпия", True),
        ("Аса маңызды", True),
        ("Секретно от жены хожу в прокуратуру, и вот почему это важно знать всем.", False),
        ("Сосед секретно строит.", False),
        ("Первая\nвторая\nтретья\nчетвёртая\nпятая\nСекретно", False),
        ("", False),
    ],
)
def test_a_mark_of_secrecy_is_a_line_of_its_own(text: str, marked: bool) -> None:
    assert is_marked_secret(text) is marked
