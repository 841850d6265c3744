"""What the address of a list asks for: a view and filters. The inbox, its table and saved views read it alike."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet

from nadzor.casework.forms import number_in
from nadzor.casework.models import Proceeding
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import Directory, directory
from nadzor.organs.models import Person
from nadzor.workplace import changes, lists

FILTERS = ("due", "office", "unit", "executor", "changed")
_PLACES = {"office", "unit", "executor"}
_LONGEST = 60  # of a value: a code, an id, the name of a column


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: `view`, and filters.

    `due`: a column of the board; `office`: a code; `unit`, `executor`: ids, 0 for none yet.
    `changed` (any value): what others have changed since the actor looked.
    """

    view: str
    filters: dict[str, str]
    rows: QuerySet[Proceeding]

    @property
    def kept(self) -> dict[str, str]:
        """The same as parts of an address."""
        return {"view": self.view, **self.filters} if self.view else self.filters


def asked_of(actor: Actor, said: Mapping[str, str], today: dt.date, known: Directory | None = None) -> Asked:
    """Return what an address asks for. A view that the actor has not gives way to the one they begin with.

    `known`: the structure, where the caller has read it for several addresses.
    """
    filters = {name: said[name][:_LONGEST] for name in FILTERS if said.get(name)}
    view = said.get("view", "")
    if view not in lists.views_of(actor):
        view = "" if filters.keys() & _PLACES else lists.default_view(actor)
    rows = Proceeding.objects.all()
    office = (known or directory()).by_code.get(filters["office"]) if "office" in filters else None
    if office is not None:
        rows = rows.filter(body_id=office.id)
    unit = number_in(filters.get("unit", ""))
    if unit is not None:
        rows = rows.filter(unit_id=unit) if unit else rows.filter(unit__isnull=True)
    executor = number_in(filters.get("executor", ""))
    if executor is not None:
        rows = rows.filter(executor_id=executor) if executor else rows.filter(executor__isnull=True)
    if filters.keys() & _PLACES:  # as the board, whose figures lead here, counts them
        rows = rows.filter(procedure__in=lists.main_procedures())
    if "changed" in filters:
        rows = rows.filter(pk__in=changes.changed_since(actor).values("proceeding"))
    return Asked(view, filters, lists.by_due(rows, filters.get("due", ""), today))


def chosen(asked: Asked) -> list[dict[str, Any]]:
    """The filters in force, each with the address without it; the view stays."""
    found = []
    for name, value in asked.filters.items():
        rest = {other: said for other, said in asked.kept.items() if other != name}
        found.append({"title": _title(name, value), "url": f"?{urlencode(rest)}"})
    return found


def _title(name: str, value: str) -> Phrase | str:
    known = directory()
    title: Phrase | None
    if name == "due":
        title = lists.DUE_TITLES.get(value)
    elif name == "changed":
        title = changes.TITLE
    elif name == "office":
        title = known.by_code[value].name if value in known.by_code else None
    elif name == "executor":
        person = Person.objects.filter(pk=number_in(value) or 0).first()
        return person.short_name if person is not None else lists.NOBODY
    else:
        unit = known.units.get(number_in(value) or 0)
        title = unit.name if unit else None
    return title or value
