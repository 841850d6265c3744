"""The clocks of an appeal's main line, with the row that counts each and the day each counts from."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from nadzor.casework.case import Case
from nadzor.casework.effects import Start
from nadzor.casework.procedure import Clock
from nadzor.law.facts import Kind
from nadzor.law.o29.regimes import GOVERNED, own_term
from nadzor.law.posts import Body
from nadzor.law.words import Phrase

CONSIDERATION = Clock(
    "consideration",
    Phrase("Өтініш берушіге жауап", "Ответ заявителю", "Answer to the applicant"),
    (
        *("29I.54", "29I.50", "29I.79", "29I.12.1"),
        *("29I.52.1", "29I.52.3", "29I.52.7"),  # moved by them
        *dict.fromkeys(told.cites[0] for told in GOVERNED.values()),  # a term of another law
    ),
)
PARTS = Clock(
    "parts",
    Phrase("Қосалқы орындаушылардың ақпараты", "Информация соисполнителей", "Information of the co-executors"),
    ("29I.33.3",),
    hangs_on="consideration",
)
PASSING_ON = Clock(
    "passing_on",
    Phrase("Қарауға беру", "Передача на рассмотрение", "Passing on for consideration"),
    ("29I.26.2", "29I.26.1"),
)

# Which row counts the consideration of each kind; a kind not decided yet, and one without a term of its own, go by the
# simplified procedure (R61).
_NORM_OF_KIND: dict[str, str] = {
    Kind.APPLICATION: "29I.50",
    Kind.COMPLAINT: "29I.79",
    Kind.INTERPELLATION: "29I.12.1",
}


def consideration_norm(kind: str | None) -> str:
    """Return the row that counts the consideration of a kind."""
    return _NORM_OF_KIND.get(str(kind), "29I.54")


def norm_of_consideration(case: Case, _data: Any) -> str:
    """Return the row that counts the consideration of a case, as `Start` asks it."""
    known = own_term(governed_of(case), case.row.kind)
    return consideration_norm(case.row.kind) if known is None else known.norm


MOVED_BY_52 = frozenset({"29I.52.1", "29I.52.3", "29I.52.7"})
"""Points that move a term: what is chosen afterwards about the appeal does not take it back."""


def governed_of(case: Case) -> str:
    """Return the law that governs a case beside its kind; empty where none does."""
    facts: Any = case.opening.facts if case.opening is not None else case.facts
    said = facts.get("governed_by") if isinstance(facts, Mapping) else getattr(facts, "governed_by", "")
    return str(said or "")


def norm_of_passing(case: Case, _data: Any) -> str:
    """Return the row that counts the passing on: the Prosecutor General's Office has its own (29I.26)."""
    return "29I.26.1" if case.body.kind is Body.GPO else "29I.26.2"


def event_of(case: Case, _data: Any) -> dt.date:
    """The day of registration; an interpellation counts from its arrival (29I.12.1)."""
    if case.row.kind == Kind.INTERPELLATION:
        return case.row.received_at.astimezone(ZoneInfo(case.body.zone)).date()
    return case.row.registered_on


START_CONSIDERATION = Start(CONSIDERATION, norm=norm_of_consideration, since=event_of)
"""The term of an appeal begins: by its kind, or by the law that governs it."""
