"""Lists: open ones by their soonest term, then closed ones by age; paged by a cursor, the place of the last line.

A page asks each way of seeing with an index of its own. What is opened or moved between two pages stands on the later
one or before the cursor; nothing that stays where it is is missed or shown twice.
"""

import base64
import binascii
import datetime as dt
from typing import Annotated

from django.db.models import Q, QuerySet
from ninja import Schema
from pydantic import Field

from nadzor import clock
from nadzor.api.errors import unfit
from nadzor.casework.access import first, sight_of
from nadzor.casework.forms import clean, number_in
from nadzor.casework.models import Entry, Proceeding
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.search import LONGEST_QUESTION, holding
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory

MOST = 200
_ZONE = "Asia/Almaty"
_CLOSED = "closed"
_LAST_VERSION = 2**31 - 1  # of the column
_UNKNOWN = Phrase("Мұндай мән жоқ: тексеріңіз.", "Такого значения нет: проверьте.", "There is no such value: check it.")
_CURSOR = Phrase(
    "Курсорды алдыңғы беттің жауабындағыдай жіберіңіз.",
    "Пришлите курсор таким, каким он пришёл с прошлой страницей.",
    "Send the cursor as it came with the page before.",
)


class Turn(Schema):
    """Which page of a list."""

    cursor: Annotated[str, Field(max_length=100)] | None = None
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50


class Filters(Turn):
    """What a list is narrowed to. `executor`: the id of a person; `q`: words of the case."""

    procedure: Annotated[str, Field(max_length=40)] | None = None
    body: Annotated[str, Field(max_length=40)] | None = None
    state: Annotated[str, Field(max_length=40)] | None = None
    open: bool | None = None
    due_before: dt.date | None = None
    overdue: bool | None = None
    executor: Annotated[int, Field(ge=1, lt=2**63)] | None = None
    q: Annotated[str, Field(max_length=LONGEST_QUESTION)] | None = None


def page(actor: Actor, filters: Filters) -> tuple[list[Proceeding], str | None]:
    """Return a page, soonest term first, and the cursor of the next one. Raises ApiError 422 for unknown values."""
    rows = _narrowed(Proceeding.objects.all(), filters)
    sight, due, last = sight_of(actor), None, 0
    words = str(clean(filters.q or ""))
    if words:  # what holds the words is few: looked through once
        rows = rows.filter(sight.condition(), holding(actor, words))
    if filters.cursor is not None:
        due, last = _read_cursor(filters.cursor)
    taken: list[Proceeding] = []
    still_open = 0
    if filters.open is not False and (filters.cursor is None or due is not None):
        open_ones = rows.filter(open=True)
        if due is not None:
            open_ones = open_ones.filter(next_due__gte=due).filter(Q(next_due__gt=due) | Q(pk__gt=last))
        arms = [Q()] if words else sight.arms(open_ones=True)
        taken = first(open_ones, arms, ("next_due", "id"), filters.limit + 1)
        still_open = len(taken)
    # no term runs in a closed one: it is never due
    if not (filters.open or filters.overdue or filters.due_before) and len(taken) <= filters.limit:
        closed = rows.filter(open=False, pk__gt=0 if due is not None else last)
        arms = [Q()] if words else sight.arms(open_ones=False)
        taken += first(closed, arms, ("id",), filters.limit + 1 - len(taken))
    if len(taken) <= filters.limit:
        return taken, None
    shown = taken[: filters.limit]
    return shown, _cursor(shown[-1], is_open=len(shown) <= still_open)


def entries_of(row: Proceeding, turn: Turn) -> tuple[list[Entry], str | None]:
    """Return a page of the journal of a proceeding, oldest first, and the cursor of the next one.

    Raises ApiError 422 for a cursor that is none.
    """
    rows = Entry.objects.filter(proceeding=row)
    if turn.cursor is not None:
        place, last = _place_of(turn.cursor)
        version = min(_whole(place), _LAST_VERSION)
        rows = rows.filter(Q(proceeding_version__gt=version) | Q(proceeding_version=version, pk__gt=last))
    taken = list(rows.order_by("proceeding_version", "pk")[: turn.limit + 1])
    if len(taken) <= turn.limit:
        return taken, None
    shown = taken[: turn.limit]
    return shown, _told(str(shown[-1].proceeding_version), shown[-1].pk)


def _narrowed(rows: QuerySet[Proceeding], filters: Filters) -> QuerySet[Proceeding]:
    if filters.procedure is not None:
        if filters.procedure not in PROCEDURES:
            raise unfit("procedure", _UNKNOWN)
        rows = rows.filter(procedure=filters.procedure)
    if filters.body is not None:
        card = directory().by_code.get(filters.body)
        if card is None:
            raise unfit("body", _UNKNOWN)
        rows = rows.filter(body=card.id)
    if filters.state is not None:
        if not any(filters.state in procedure.state_of for procedure in PROCEDURES.values()):
            raise unfit("state", _UNKNOWN)
        rows = rows.filter(state=filters.state)
    if filters.due_before is not None:
        rows = rows.filter(next_due__lt=filters.due_before)
    if filters.overdue is not None:  # a closed one is due on no day, so it is not overdue
        today = clock.today(_ZONE)
        rows = rows.filter(next_due__lt=today) if filters.overdue else rows.filter(next_due__gte=today)
    if filters.executor is not None:
        rows = rows.filter(executor=filters.executor)
    return rows


def _cursor(row: Proceeding, *, is_open: bool) -> str:
    return _told(row.next_due.isoformat() if is_open else _CLOSED, row.pk)


def _read_cursor(text: str) -> tuple[dt.date | None, int]:
    """The due day (none: among the closed ones) and the id of the last line."""
    day, pk = _place_of(text)
    try:
        return None if day == _CLOSED else dt.date.fromisoformat(day), pk
    except ValueError:
        raise unfit("cursor", _CURSOR) from None


def _told(place: str, pk: int) -> str:
    return base64.urlsafe_b64encode(f"{place} {pk}".encode()).decode().rstrip("=")


def _place_of(text: str) -> tuple[str, int]:
    """What a cursor holds: the place of the last line in the order of the list, and its id."""
    try:
        said = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        raise unfit("cursor", _CURSOR) from None
    place, _, pk = said.partition(" ")
    return place, _whole(pk)


def _whole(text: str) -> int:
    number = number_in(text)
    if number is None:
        raise unfit("cursor", _CURSOR)
    return number
