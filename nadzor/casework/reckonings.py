"""Reckonings kept as data: what a due day rests on, told again in any language, reckoned again years later."""

import datetime as dt
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from nadzor.law.calendar import Calendar
from nadzor.law.citations import Wording
from nadzor.law.explain import explain, point_text
from nadzor.law.tables import TERMS
from nadzor.law.terms import Reckoning, reckon
from nadzor.law.words import Lang, Phrase, day_text

_SET_BY_OFFICIAL = Phrase(
    "мерзімді лауазымды адам белгіледі ({point}); соңғы күн: {day}.",
    "срок назначен должностным лицом ({point}); последний день: {day}.",
    "set by the official ({point}); last day: {day}.",
)


def as_data(reckoning: Reckoning) -> dict[str, Any]:
    """Return a reckoning as JSON. Days as "2026-04-01", an instant with its offset."""
    extended = reckoning.extended_on
    return {
        "norm": reckoning.term.norm,
        "start": reckoning.start.isoformat(),
        "due": reckoning.due.isoformat(),
        "skipped": [day.isoformat() for day in reckoning.skipped],
        "wording": {
            "address": reckoning.wording.address,
            "since": _iso(reckoning.wording.since),
            "order": reckoning.wording.order,
        },
        "calendar_version": reckoning.calendar_version.isoformat(),
        "provisional": reckoning.provisional,
        "unrolled": _iso(reckoning.unrolled),
        "suspended": [[first.isoformat(), last.isoformat()] for first, last in reckoning.suspended],
        "extended_on": _iso(extended),
        "first_end": _iso(reckoning.first_end),
        "readings": list(reckoning.readings),
        "cites": list(reckoning.cites),
    }


@lru_cache(maxsize=5000)
def counted(norm: str, since: dt.date, calendar: Calendar) -> tuple[dict[str, Any], dt.date | dt.datetime, bool]:
    """Return the reckoning of a term from a day as data, its due day or instant, and whether that is provisional.

    Thousands of letters of one day have the same: the data is shared, nobody may change it.
    """
    found = reckon(TERMS[norm], since, calendar=calendar)
    return as_data(found), found.due, found.provisional


def set_by_official(norm: str, start: dt.date, due: dt.date) -> dict[str, Any]:
    """Return the reckoning of a term whose day an official sets: the order gives the right, not the amount."""
    return {
        "norm": norm,
        "start": start.isoformat(),
        "due": due.isoformat(),
        "set_by_official": True,
        "cites": [norm],
        "readings": [],
        "skipped": [],
    }


def from_data(data: dict[str, Any]) -> Reckoning:
    """Return the reckoning that data holds. Raises KeyError for a term that no table has any longer."""
    wording = data["wording"]
    return Reckoning(
        term=TERMS[data["norm"]],
        start=_moment(data["start"]),
        due=_moment(data["due"]),
        skipped=tuple(dt.date.fromisoformat(day) for day in data["skipped"]),
        wording=Wording(wording["address"], _day(wording["since"]), wording["order"]),
        calendar_version=dt.date.fromisoformat(data["calendar_version"]),
        provisional=data["provisional"],
        unrolled=_day(data["unrolled"]),
        suspended=tuple((dt.date.fromisoformat(a), dt.date.fromisoformat(b)) for a, b in data["suspended"]),
        extended_on=_day(data["extended_on"]),
        first_end=_day(data["first_end"]),
        readings=tuple(data["readings"]),
        cites=tuple(data["cites"]),
    )


def told(data: dict[str, Any], lang: Lang, *, readings: bool = True) -> str:
    """Tell a kept reckoning as a sentence, with the ids of the readings applied or without them."""
    if data.get("set_by_official"):
        day = day_text(dt.date.fromisoformat(data["due"]), lang)
        return _SET_BY_OFFICIAL.into(lang).format(point=point_text(data["norm"], lang), day=day)
    return explain(from_data(data if readings else {**data, "readings": []}), lang)


def end_of_term(due: dt.date, zone: str) -> tuple[dt.date, dt.datetime]:
    """Return the due day and the first instant after the term on the clocks of a zone. An instant ends by itself."""
    if isinstance(due, dt.datetime):
        return due.astimezone(ZoneInfo(zone)).date(), due
    return due, dt.datetime.combine(due + dt.timedelta(days=1), dt.time(), ZoneInfo(zone))


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _moment(text: str) -> dt.date:
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
