"""Lists of open cases: which views somebody has, filters by due day, pages by a cursor, rows for the table."""

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from nadzor.casework.access import Sight, counted, first, sight_of
from nadzor.casework.forms import number_in
from nadzor.casework.models import NEVER, Proceeding
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.showing import applicant_told, days_left
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory
from nadzor.organs.roles import Role

PAGE = 50
COUNTED = 1000  # a longer list is told as "more than 1,000"
MINE, UNIT, OFFICE, ALL = "mine", "unit", "office", "all"
VIEW_TITLES = {
    MINE: Phrase("Менің істерім", "Мои", "Mine"),
    UNIT: Phrase("Бөлімше", "Подразделение", "Unit"),
    OFFICE: Phrase("Прокуратура", "Прокуратура", "Office"),
    ALL: Phrase("Барлығы", "Все", "All"),
}
DUE_TITLES = {
    "late": Phrase("мерзімі өткен", "просроченные", "overdue"),
    "today": Phrase("бүгін", "сегодня", "today"),
    "week": Phrase("осы аптада", "на этой неделе", "this week"),
    "later": Phrase("кейінірек", "позже", "later"),
    "none": Phrase("мерзімсіз", "без срока", "without a term"),
}
HEADS: list[dict[str, Any]] = [
    {"title": Phrase("Мерзімі", "Срок", "Due"), "sort": "ascending"},
    {"title": Phrase("Нөмірі", "Номер", "Number")},
    {"title": Phrase("Кімнен", "От кого", "From")},
    {"title": Phrase("Мәні", "О чём", "Matter")},
    {"title": Phrase("Күйі", "Состояние", "State")},
    {"title": Phrase("Орындаушы", "Исполнитель", "Holder")},
]
CHANGED = Phrase("өзгерді", "изменено", "changed")
NOBODY = Phrase("тағайындалмаған", "не назначен", "nobody yet")
_YOU = Phrase("сіз", "вы", "you")


def views_of(actor: Actor) -> list[str]:
    """Return the views that somebody's sight allows."""
    sight = sight_of(actor)
    wide = sight.everything or bool(sight.branches)
    found = [MINE]
    if sight.units:
        found.append(UNIT)
    if sight.bodies or wide:
        found.append(OFFICE)
    return [*found, ALL] if wide else found


def default_view(actor: Actor) -> str:
    """A leader or registrar begins with the office, the head of a unit with the unit, everybody else with their own."""
    allowed = views_of(actor)
    registers = any(role in {Role.REGISTRAR, Role.RECEPTION_PROSECUTOR} for role, _ in actor.roles)
    if OFFICE in allowed and (registers or any(actor.leads(held.body_id) for held in actor.holdings)):
        return OFFICE
    return UNIT if UNIT in allowed else MINE


def shown_in(actor: Actor, view: str) -> Sight:
    """Return what a view shows: always inside what the actor sees."""
    sight = sight_of(actor)
    if view == MINE:
        return Sight(person=actor.person_id, named=sight.named)  # a sealed case is its readers' own matter
    if view == UNIT:
        return Sight(units=sight.units)
    if view == OFFICE:
        own = sight.bodies | frozenset(held.body_id for held in actor.holdings if _whole(sight, held))
        return Sight(bodies=own)
    return sight


def _whole(sight: Sight, held: Any) -> bool:
    return sight.everything or held.branch_id in sight.branches or held.body_id in sight.bodies


def main_procedures() -> list[str]:
    """Procedures with a book of their own. A request beside a case is its executor's matter, not one case more."""
    return [procedure.name for procedure in PROCEDURES.values() if procedure.book]


def by_due(rows: QuerySet[Proceeding], due: str, today: dt.date) -> QuerySet[Proceeding]:
    """Keep the cases of one column of the board; an unknown name keeps all."""
    first, last = bounds(today).get(due, (None, None))
    if first is not None:
        rows = rows.filter(next_due__gte=first)
    return rows.filter(next_due__lte=last) if last is not None else rows


def bounds(today: dt.date) -> dict[str, tuple[dt.date | None, dt.date | None]]:
    """First and last due day of each column of the board, both inclusive. A week ends on its Sunday."""
    one = dt.timedelta(days=1)
    sunday = today + dt.timedelta(days=6 - today.weekday())
    return {
        "late": (None, today - one),
        "today": (today, today),
        "week": (today + one, sunday),
        "later": (sunday + one, NEVER - one),
        "none": (NEVER, NEVER),
    }


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list. `after`: the cursor of the next page, empty on the last."""

    rows: list[Proceeding]
    after: str
    count: int
    more_than_counted: bool


def page_of(rows: QuerySet[Proceeding], sight: Sight, after: str) -> Page:
    """Return a page of open cases, soonest term first. `after`: the cursor of the page before; a broken one: the first.

    A case that arrives between two pages stands on the later one or before the cursor; none is shown twice.
    """
    rows, arms = rows.filter(open=True), sight.arms(open_ones=True)
    count = counted(rows, arms, COUNTED + 1)
    wanted = rows
    day, _, pk = after.partition("_")
    with suppress(ValueError):
        since, number = dt.date.fromisoformat(day), number_in(pk)
        if number is not None:
            wanted = rows.filter(next_due__gte=since).filter(Q(next_due__gt=since) | Q(pk__gt=number))
    found = first(wanted, arms, ("next_due", "id"), PAGE + 1, "executor")
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(found[:PAGE], f"{last.next_due}_{last.pk}" if last else "", min(count, COUNTED), count > COUNTED)


def whole(rows: QuerySet[Proceeding], sight: Sight, most: int) -> list[Proceeding]:
    """Return a whole list of open cases in the order of the pages, up to `most`."""
    return first(rows.filter(open=True), sight.arms(open_ones=True), ("next_due", "id"), most, "executor")


def table_row(row: Proceeding, today: dt.date, actor: Actor, *, changed: bool = False) -> dict[str, Any]:
    """Return a row as the table takes it; the first cell is its link. `changed`: since the actor looked."""
    procedure = PROCEDURES[row.procedure]
    state = procedure.state_of[procedure.mapped.get(row.state, row.state)]
    due = {"day": row.next_due, "left": days_left(row.next_due, today)}
    subject: Phrase | str = row.subject
    if row.parent_id is not None:  # a request beside a case is told apart from the cases
        subject = Phrase(*(f"{procedure.title.into(lang)}: {row.subject}" for lang in LANGUAGES))
    executor = row.executor
    holder: Phrase | str = NOBODY if executor is None else executor.short_name
    if executor is not None and executor.pk == actor.person_id:
        holder = Phrase(*(f"{executor.short_name} ({_YOU.into(lang)})" for lang in LANGUAGES))
    return {
        "url": reverse("proceeding", args=[row.number]),
        "number": row.number,
        "procedure": row.procedure,
        "cells": [
            due,
            {"text": row.number, "whole": True, "note": CHANGED if changed else None},
            {"text": applicant_told(row.applicant)},
            {"text": subject},
            {"tone": str(state.tone), "word": state.title},
            {"text": holder},
        ],
    }


def zone_of(actor: Actor) -> str:
    """The zone by which somebody's day is counted: that of the office acted in."""
    held = actor.main
    return directory().bodies[held.body_id].zone if held else "Asia/Almaty"
