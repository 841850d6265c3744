"""How long cases are kept, which of them may be destroyed now, and why one may not.

No order in hand gives a term: the office sets it by an order of its own, on the administrator's page, with its ground
(casework/structure/retention.py). Years run from the end of the year in which the case was closed; the term is the one
in force on the day of asking. Rooms add what keeps a case by `keeps`.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from django.db.models import F, Max

from nadzor.casework.kept import DestructionItem, Retention
from nadzor.casework.models import Entry, Proceeding, Term
from nadzor.casework.procedure import PROCEDURES
from nadzor.law.words import Phrase
from nadzor.organs.directory import Directory
from nadzor.organs.models import held_on

MATTER = "destruction"


@dataclass(frozen=True, slots=True)
class Due:
    """A case whose term of keeping has run out."""

    case: int
    body: int
    closed_on: dt.date
    years: int
    ground: str


Keeps = Callable[[Collection[int]], dict[int, Phrase]]
KEEPS: list[Keeps] = []
OPEN = Phrase("іс аяқталмаған", "дело не окончено", "the case is not closed")
OPEN_CHILD = Phrase("жанындағы іс аяқталмаған", "не окончено дело при нём", "a matter beside it is open")
RUNNING = Phrase("мерзім жүріп тұр", "идёт срок", "a term runs")
NO_TERM = Phrase(
    "сақтау мерзімі өткен жоқ немесе белгіленбеген",
    "срок хранения не истёк или не установлен",
    "its term of keeping has not run out or is not set",
)
ERASED = Phrase("деректері бұрын жойылған", "его данные уже уничтожены", "its data are destroyed already")


def keeps(reason: Keeps) -> Keeps:
    """Add what keeps a case: given ids, it returns the reason for each that stays."""
    if reason not in KEEPS:
        KEEPS.append(reason)
    return reason


@keeps
def _open(cases: Collection[int]) -> dict[int, Phrase]:
    found = dict.fromkeys(Proceeding.objects.filter(pk__in=cases, open=True).values_list("pk", flat=True), OPEN)
    children = Proceeding.objects.filter(parent__in=cases, open=True).values_list("parent", flat=True)
    terms = Term.objects.filter(proceeding__in=cases, state=Term.State.RUNNING).values_list("proceeding", flat=True)
    return {**dict.fromkeys(terms, RUNNING), **{pk: OPEN_CHILD for pk in children if pk is not None}, **found}


@keeps
def _erased(cases: Collection[int]) -> dict[int, Phrase]:
    gone = DestructionItem.objects.filter(case__in=cases, erased_at__isnull=False).values_list("case", flat=True)
    return dict.fromkeys(gone, ERASED)


def kept_because(cases: Collection[int]) -> dict[int, Phrase]:
    """Return why cases stay whatever their term, by id; those that may go are not in it."""
    found: dict[int, Phrase] = {}
    for reason in KEEPS:
        found = {**reason(cases), **found}
    return found


def terms_of(known: Directory, body: int, day: dt.date) -> dict[str, Retention]:
    """Return the terms that an office keeps by on a day, by kind: its own, then those of the offices above it."""
    line, found = [body], dict[str, Retention]()
    while (above := known.bodies[line[-1]].parent_id) is not None:
        line.append(above)
    rows = {(row.body_id, row.kind): row for row in Retention.objects.filter(held_on(day), body__in=line)}
    for office in reversed(line):
        found |= {kind: row for (at, kind), row in rows.items() if at == office}
    return found


def due_in(known: Directory, body: int, day: dt.date, cases: Collection[int] | None = None) -> Iterator[Due]:
    """Yield the cases of an office whose term has run out and which nothing keeps; of some cases, or of all.

    The years run from the end of the year of closing (reading R66).
    """
    terms = terms_of(known, body, day)
    if not terms:
        return
    rows = Proceeding.objects.filter(body=body, open=False, parent__isnull=True, procedure__in=_kept_tables())
    if cases is not None:
        rows = rows.filter(pk__in=cases)
    shortest = min(row.years for row in terms.values())
    closed = dict(
        Entry.objects.filter(proceeding__in=rows)
        .exclude(from_state=F("to_state"))
        .values_list("proceeding")
        .annotate(last=Max("happened_on"))
        .filter(last__year__lt=day.year - shortest)
        .values_list("proceeding", "last")
    )
    kept = kept_because(list(closed))
    kinds = dict(rows.filter(pk__in=list(closed)).values_list("pk", "kind"))
    for pk, closed_on in sorted(closed.items()):
        term = terms.get(kinds[pk] or "", terms.get(""))
        if pk not in kept and term is not None and closed_on.year + term.years < day.year:
            yield Due(pk, body, closed_on, term.years, _told(term))


def _kept_tables() -> list[str]:
    return [name for name, table in PROCEDURES.items() if table.book is not None and name != MATTER]


def _told(term: Retention) -> str:
    return f"{term.ground}; № {term.order_number}, {term.order_day:%d.%m.%Y}"[:300]
