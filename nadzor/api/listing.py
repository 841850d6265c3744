"""Lists in order of the soonest term, paged by a cursor that holds the place of the last line."""

import base64
import binascii
import datetime as dt
from typing import Annotated

from django.db.models import Q, QuerySet
from ninja import Schema
from pydantic import Field

from nadzor import clock
from nadzor.api.errors import unfit
from nadzor.casework.access import visible
from nadzor.casework.forms import clean
from nadzor.casework.models import Proceeding
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.search import LONGEST_QUESTION, holding
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory

MOST = 200
_ZONE = "Asia/Almaty"
_UNKNOWN = Phrase("Мұндай мән жоқ: тексеріңіз.", "Такого значения нет: проверьте.", "There is no such value: check it.")
_CURSOR = Phrase(
    "Курсорды алдыңғы беттің жауабындағыдай жіберіңіз.",
    "Пришлите курсор таким, каким он пришёл с прошлой страницей.",
    "Send the cursor as it came with the page before.",
)


class Filters(Schema):
    """What a list is narrowed to. `executor`: the id of a person; `q`: words of the case."""

    procedure: Annotated[str, Field(max_length=40)] | None = None
    body: Annotated[str, Field(max_length=40)] | None = None
    state: Annotated[str, Field(max_length=40)] | None = None
    open: bool | None = None
    due_before: dt.date | None = None
    overdue: bool | None = None
    executor: Annotated[int, Field(ge=1, lt=2**63)] | None = None
    q: Annotated[str, Field(max_length=LONGEST_QUESTION)] | None = None
    cursor: Annotated[str, Field(max_length=100)] | None = None
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50


def page(actor: Actor, filters: Filters) -> tuple[list[Proceeding], str | None]:
    """Return a page, soonest term first, and the cursor of the next one. Raises ApiError 422 for unknown values."""
    rows = _narrowed(visible(actor), actor, filters)
    if filters.cursor is not None:
        due, last = _read_cursor(filters.cursor)
        rows = rows.filter(next_due__gte=due).filter(Q(next_due__gt=due) | Q(pk__gt=last))
    taken = list(rows.order_by("next_due", "pk")[: filters.limit + 1])
    if len(taken) <= filters.limit:
        return taken, None
    shown = taken[: filters.limit]
    return shown, _cursor(shown[-1])


def _narrowed(rows: QuerySet[Proceeding], actor: Actor, filters: Filters) -> QuerySet[Proceeding]:
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
    if filters.open is not None:
        rows = rows.filter(open=filters.open)
    if filters.due_before is not None:
        rows = rows.filter(next_due__lt=filters.due_before)
    if filters.overdue is not None:
        late = Q(open=True, next_due__lt=clock.today(_ZONE))
        rows = rows.filter(late if filters.overdue else ~late)
    if filters.executor is not None:
        rows = rows.filter(executor=filters.executor)
    if filters.q is not None and clean(filters.q):
        rows = rows.filter(holding(actor, filters.q))
    return rows


def _cursor(row: Proceeding) -> str:
    return base64.urlsafe_b64encode(f"{row.next_due.isoformat()} {row.pk}".encode()).decode().rstrip("=")


def _read_cursor(text: str) -> tuple[dt.date, int]:
    try:
        said = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode("ascii")
        day, _, pk = said.partition(" ")
        place = dt.date.fromisoformat(day), int(pk)
    except (binascii.Error, ValueError):
        raise unfit("cursor", _CURSOR) from None
    if not 0 <= place[1] < 2**63:
        raise unfit("cursor", _CURSOR)
    return place
