"""The clocks of an appeal's main line, with the row that counts each and the day each counts from."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from nadzor.casework.case import Case
from nadzor.casework.procedure import Clock
from nadzor.law.facts import Kind
from nadzor.law.posts import Body
from nadzor.law.words import Phrase

CONSIDERATION = Clock(
    "consideration",
    Phrase("Өтініш берушіге жауап", "Ответ заявителю", "Answer to the applicant"),
    ("29I.54", "29I.50", "29I.79", "29I.12.1"),
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
    return consideration_norm(case.row.kind)


def norm_of_passing(case: Case, _data: Any) -> str:
    """Return the row that counts the passing on: the Prosecutor General's Office has its own (29I.26)."""
    return "29I.26.1" if case.body.kind is Body.GPO else "29I.26.2"


def event_of(case: Case, _data: Any) -> dt.date:
    """The day of registration; an interpellation counts from its arrival (29I.12.1)."""
    if case.row.kind == Kind.INTERPELLATION:
        return case.row.received_at.astimezone(ZoneInfo(case.body.zone)).date()
    return case.row.registered_on
