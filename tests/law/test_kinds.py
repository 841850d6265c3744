"""Kinds and their definitions, the order each is considered in, primary and repeated (29I.2, 7-11, 36)."""

import pytest

from nadzor.law.facts import Kind
from nadzor.law.o29.kinds import DEFINITIONS, GOVERNED, Governed, Regime, regime
from nadzor.law.o29.repeats import (
    STANDINGS,
    Earlier,
    RepeatReason,
    Signature,
    Standing,
    fitting,
    is_anonymous,
    stands,
)

# Kind, its point, words of the order's own definition that ours must keep.
KINDS = (
    ("application", "29I.2.1", "помочь"),
    ("complaint", "29I.2.19", "восстановить или защитить"),
    ("message", "29I.2.18", "сообщает о нарушении"),
    ("proposal", "29I.2.16", "улучшить законы"),
    ("feedback", "29I.2.17", "внутренней и внешней политике"),
    ("request", "29I.2.15", "информацию"),
    ("petition", "29I.2.13", "протест"),
    ("interpellation", "29I.2.8", "на заседании палат"),
    ("deputy_appeal", "29I.2.7", "не оформленное запросом"),
)


@pytest.mark.norm("29I.2.13", "29I.2.15", "29I.2.16", "29I.2.17", "29I.2.18", "29I.2.19")
@pytest.mark.parametrize(("kind", "norm", "words"), KINDS)
def test_each_kind_has_its_definition(kind: str, norm: str, words: str) -> None:
    found = DEFINITIONS[Kind(kind)]
    assert found.norm == norm
    assert words in found.text.ru
    assert all(found.text)
    assert len(set(found.text)) == 3


def test_every_kind_is_defined() -> None:
    assert {str(kind) for kind in DEFINITIONS} == {kind for kind, _norm, _words in KINDS} == {str(k) for k in Kind}


# Kind, against prosecutors, governed by; regime, points, whether it opens an administrative procedure.
REGIMES = (
    ("message", False, None, "simplified", ("29I.7", "29I.56.1"), False),
    ("proposal", False, None, "simplified", ("29I.7", "29I.56.1"), False),
    ("feedback", False, None, "simplified", ("29I.7", "29I.56.1"), False),
    ("request", False, None, "simplified", ("29I.7", "29I.56.1"), False),
    ("request", True, None, "simplified", ("29I.7", "29I.56.1"), False),
    ("application", False, None, "administrative", ("29I.8", "29I.36"), True),
    ("complaint", True, None, "complaint", ("29I.36", "29I.9"), True),
    ("complaint", False, None, "supervision", ("29I.9", "29I.36"), False),
    ("interpellation", False, None, "parliament", ("29I.12.1",), False),
    ("interpellation", False, "criminal", "parliament", ("29I.12.1",), False),
    ("petition", False, None, "outside", ("29I.11",), False),
    ("petition", False, "court_parole", "outside", ("29I.11",), False),
    ("complaint", True, "court_civil", "outside", ("29I.11",), False),
    ("application", False, "criminal", "outside", ("29I.10.1",), False),
    ("message", False, "criminal", "outside", ("29I.10.1",), False),
    ("complaint", True, "criminal", "outside", ("29I.10.1",), False),
    ("message", False, "operational", "outside", ("29I.10.2",), False),
    ("application", False, "operational", "outside", ("29I.10.2",), False),
)


@pytest.mark.norm("29I.7", "29I.56.1", "29I.8", "29I.10.1", "29I.10.2", "29I.11", "29I.36")
@pytest.mark.parametrize(("kind", "against", "governed", "expected", "cites", "opens"), REGIMES)
def test_the_regime_follows_from_the_kind(  # noqa: PLR0917  # the columns of the table
    kind: str, against: bool, governed: str | None, expected: str, cites: tuple[str, ...], opens: bool
) -> None:
    found = regime(Kind(kind), governed=Governed(governed) if governed else None, against_prosecutors=against)
    assert found is not None
    assert (found.regime, found.cites, found.opens_procedure) == (Regime(expected), cites, opens)


def test_a_deputys_appeal_has_no_order_of_its_own() -> None:
    assert regime(Kind.DEPUTY_APPEAL) is None


@pytest.mark.norm("29I.11")
@pytest.mark.parametrize(
    ("governed", "code"),
    [
        ("court_criminal", "УПК"),
        ("court_parole", "УИК"),
        ("court_civil", "ГПК"),
        ("court_offence", "КоАП"),
        ("court_administrative", "АППК"),
    ],
)
def test_a_protest_is_governed_by_the_code_of_the_case(governed: str, code: str) -> None:
    assert GOVERNED[Governed(governed)].by.ru.endswith(f", {code}")


# Facts of the earlier one (decided, overdue, same text, same office), the reason given; what it is, new here, points.
STANDS = (
    (None, None, "primary", True, ("29I.2.6",)),
    ((True, False, False, True), "contests", "repeated", False, ("29I.2.12",)),
    ((True, False, False, False), "contests", "repeated", True, ("29I.2.12", "29I.2.6")),
    ((False, True, False, True), "late", "repeated", False, ("29I.2.12",)),
    ((False, False, False, True), "faults", "repeated", False, ("29I.2.12",)),
    ((True, False, True, True), "contests", "repeated", False, ("29I.2.12",)),
    ((False, False, True, True), None, "duplicate", False, ("29I.2.10",)),
    ((True, False, True, False), None, "duplicate", False, ("29I.2.10",)),
)


@pytest.mark.norm("29I.2.6", "29I.2.10", "29I.2.12")
@pytest.mark.parametrize(("facts", "reason", "expected", "new_here", "cites"), STANDS)
def test_what_an_appeal_is_beside_an_earlier_one(
    facts: tuple[bool, bool, bool, bool] | None,
    reason: str | None,
    expected: str,
    new_here: bool,
    cites: tuple[str, ...],
) -> None:
    found = stands(Earlier(*facts) if facts else None, RepeatReason(reason) if reason else None)
    assert (found.standing, found.new_here, found.cites) == (Standing(expected), new_here, cites)
    assert STANDINGS[found.standing].norm in found.cites


# Decided, overdue; which reasons the facts bear out. The term has to have run out and no decision have been made.
FITTING = (
    (False, False, ("faults",)),
    (False, True, ("late", "faults")),
    (True, False, ("contests", "faults")),
    (True, True, ("contests", "faults")),
)


@pytest.mark.norm("29I.2.12")
@pytest.mark.parametrize(("decided", "overdue", "reasons"), FITTING)
def test_which_reasons_the_facts_bear_out(decided: bool, overdue: bool, reasons: tuple[str, ...]) -> None:
    earlier = Earlier(decided, overdue)
    assert fitting(earlier) == tuple(RepeatReason(each) for each in reasons)
    for reason in set(RepeatReason) - set(fitting(earlier)):
        with pytest.raises(ValueError, match=reason):
            stands(earlier, reason)


@pytest.mark.norm("29I.2.12")
def test_an_earlier_one_alone_makes_nothing_repeated() -> None:
    with pytest.raises(ValueError, match="Earlier"):
        stands(Earlier(decided=True, overdue=False))


@pytest.mark.norm("29I.2.11")
@pytest.mark.parametrize(
    ("known", "signature", "expected"),
    [
        (True, "own_hand", False),
        (True, "eds", False),
        (True, None, False),
        (True, "none", True),
        (False, "own_hand", True),
        (False, None, True),
    ],
)
def test_who_is_anonymous(known: bool, signature: str | None, expected: bool) -> None:
    assert is_anonymous(author_known=known, signature=Signature(signature) if signature else None) is expected
