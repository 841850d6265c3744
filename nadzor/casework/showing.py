"""What is shown of a case, worded in three languages: its terms with the reason of each day, who has signed."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from nadzor.casework.answers import term_answer
from nadzor.casework.case import SIGNATURE, Case
from nadzor.casework.models import NEVER, Term
from nadzor.casework.reckonings import told
from nadzor.law.calendar import CalendarUnknown, current
from nadzor.law.posts import Body, Post
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.directory import BodyCard, directory
from nadzor.organs.titles import post_title

_ACTING = Phrase("{post} (міндетін атқарушы)", "{post} (исполняющий обязанности)", "{post} (acting)")

ANONYMOUS = Phrase("аноним", "анонимное", "anonymous")


def applicant_told(kept: str) -> Phrase | str:
    """Return the applicant of a case as people read it. `kept`: the column, which holds "анонимное" for nobody."""
    return ANONYMOUS if kept == ANONYMOUS.ru else kept


def days_left(due: dt.date, today: dt.date) -> int | None:
    """Return working days from today to a last day: 0 on the day itself, below 0 when late; none without a day.

    A day is late as soon as the term has ended, though only days off have gone by since. None too where the calendar
    does not reach.
    """
    if due == NEVER:
        return None
    if due == today:
        return 0
    try:
        if due > today:
            return max(1, current().between(today, due))
        return -max(1, current().between(due, today))
    except CalendarUnknown:
        return None


def running_terms(
    case: Case, today: dt.date, clocks: Iterable[str] | None = None, *, readings: bool = True
) -> list[dict[str, Any]]:
    """Return the running terms, soonest first, as the part `ui/_terms` takes them. `clocks`: only these.

    `readings`: whether the reasons name our readings by their ids, which say nothing to an applicant.
    """
    wanted = set(clocks) if clocks is not None else set(case.procedure.clock_of)
    return [
        {
            "clock": term.clock,
            "title": case.procedure.clock_of[term.clock].title,
            "day": term.due_day,
            "left": days_left(term.due_day, today),
            "why": Phrase(*(told(term.reckoning, lang, readings=readings) for lang in LANGUAGES)),
            "cites": term.reckoning.get("cites", ()),
            "provisional": term.provisional,
            "data": term_answer(term),
        }
        for term in case.terms
        if term.state == Term.State.RUNNING and term.clock in wanted
    ]


def signature_told(kept: str, here: BodyCard) -> Phrase:
    """Return who signed, in words: the title of the post and the name. `kept`: as `Case.signature` keeps it.

    The title is that of the office of the case where it is of this kind, else that of any such office.
    """
    said = SIGNATURE.fullmatch(kept)
    if said is None:
        return Phrase(kept, kept, kept)
    try:
        body = next(card for card in (here, *directory().bodies.values()) if card.kind == Body(said["kind"]))
        title = post_title(body, Post(said["post"]))
    except (ValueError, StopIteration):
        return Phrase(said["name"], said["name"], said["name"])
    if said["acting"]:
        title = Phrase(*(_ACTING.into(lang).format(post=title.into(lang)) for lang in LANGUAGES))
    return Phrase(*(f"{title.into(lang)} {said['name']}" for lang in LANGUAGES))
