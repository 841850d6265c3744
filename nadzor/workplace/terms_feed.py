"""The calendar of somebody's terms (RFC 5545): an all-day event for the last day of each running term.

Of a case it tells the number, the clock and the link, never a name: a calendar lies on telephones and foreign servers.
"""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from nadzor.casework.access import Sight, first
from nadzor.casework.models import Proceeding, Term
from nadzor.casework.procedure import PROCEDURES
from nadzor.law.calendar import CalendarUnknown, current
from nadzor.law.words import Lang, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory

MOST = 1000
"""Cases of one person: who has more needs the list, not a calendar."""
_ALARM_AT = dt.time(9, 0)
_EVENING_BEFORE = dt.timedelta(hours=-15)  # nine in the morning of the day before, where no calendar tells a better day
_NAME = Phrase("Nadzor: менің мерзімдерім", "Nadzor: мои сроки", "Nadzor: my terms")
_SUMMARY = Phrase("{clock}: № {number}", "{clock}: № {number}", "{clock}: No. {number}")
_PROVISIONAL = Phrase("(алдын ала)", "(предварительно)", "(provisional)")


def running(actor: Actor) -> list[Term]:
    """Return the running terms of the open cases that somebody considers, where they hold a post, soonest first."""
    here = {held.body_id for held in actor.holdings}
    mine = Sight(person=actor.person_id, named=actor.person_id).arms(open_ones=True)
    rows = Proceeding.objects.filter(open=True, body_id__in=here)
    cases = [row.pk for row in first(rows, mine, ("next_due", "id"), MOST)]
    terms = Term.objects.filter(proceeding__in=cases, state=Term.State.RUNNING)
    return list(terms.select_related("proceeding").order_by("due_day", "pk"))


def feed_of(actor: Actor, lang: Lang, link: Callable[[str], str]) -> bytes:
    """Return the calendar as a file, the same bytes for the same terms. `link`: the address of a case by its number."""
    calendar, known = Calendar(), directory()
    calendar.add("prodid", "-//Nadzor//Terms//KZ")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _NAME.into(lang))
    calendar.add("refresh-interval", dt.timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for term in running(actor):
        zone = ZoneInfo(known.bodies[term.proceeding.body_id].zone)
        calendar.add_component(_event(term, lang, link(term.proceeding.number), zone))
    return bytes(calendar.to_ical())


def _event(term: Term, lang: Lang, url: str, zone: ZoneInfo) -> Event:
    case = term.proceeding
    title = PROCEDURES[case.procedure].clock_of[term.clock].title.into(lang)
    summary = _SUMMARY.into(lang).format(clock=title, number=case.number)
    if term.provisional:
        summary = f"{summary} {_PROVISIONAL.into(lang)}"
    event = Event()
    event.add("uid", f"term-{term.pk}@nadzor")
    event.add("dtstamp", case.recorded_at.astimezone(dt.UTC))  # the moment of asking would make every answer new
    event.add("dtstart", term.due_day)
    event.add("dtend", term.due_day + dt.timedelta(days=1))
    event.add("summary", summary)
    event.add("url", url)
    event.add("description", url)  # what telephones show
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", _alarm_at(term.due_day, zone))
    event.add_component(alarm)
    return event


def _alarm_at(due: dt.date, zone: ZoneInfo) -> dt.datetime | dt.timedelta:
    """Nine in the morning of the working day before the last day, by the clock of the office."""
    try:
        day = current().back(due, 1)
    except CalendarUnknown:
        return _EVENING_BEFORE
    return dt.datetime.combine(day, _ALARM_AT, zone).astimezone(dt.UTC)
