"""The calendar of somebody's terms (RFC 5545): an all-day event for the last day of each running term, the meetings.

Of a case it tells the number, the clock and the link, never a name: a calendar lies on telephones and foreign servers.
The days off of state bodies stand in it too, and weekends that are worked.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Q
from icalendar import Alarm, Calendar, Event

from nadzor import clock
from nadzor.appeals.access.models import FileAccess
from nadzor.appeals.hearing.models import Hearing
from nadzor.casework.access import Sight, first
from nadzor.casework.models import Proceeding, Term
from nadzor.casework.procedure import PROCEDURES
from nadzor.complaints.models import OfficialCalled
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
_HEARING = Phrase("Тыңдау", "Заслушивание", "Hearing")
_ACCESS = Phrase("Іспен таныстыру", "Ознакомление с делом", "Access to the file")
_OFFICIAL = Phrase("Лауазымды адамды тыңдау", "Заслушивание должностного лица", "Hearing of the official")
_AHEAD = dt.timedelta(days=370)
_PROVISIONAL = Phrase("(алдын ала)", "(предварительно)", "(provisional)")


def considered(actor: Actor) -> list[int]:
    """Return the open cases that somebody considers, alone or with others, where they hold a post; soonest first."""
    here = {held.body_id for held in actor.holdings}
    mine = Sight(person=actor.person_id, named=actor.person_id).arms(open_ones=True)
    rows = Proceeding.objects.filter(open=True, body_id__in=here)
    return [row.pk for row in first(rows, mine, ("next_due", "id"), MOST)]


def running(cases: list[int]) -> list[Term]:
    """Return the running terms of cases, soonest first."""
    terms = Term.objects.filter(proceeding__in=cases, state=Term.State.RUNNING)
    return list(terms.select_related("proceeding").order_by("due_day", "pk"))


@dataclass(frozen=True, slots=True)
class Meeting:
    """A hearing, of an official too, or a day on which somebody is shown the file.

    `whole`: a position in writing is awaited on the day.
    """

    kind: str
    title: Phrase
    case: Proceeding
    on: dt.date
    hour: str
    whole: bool = False


def meetings(cases: list[int], today: dt.date) -> list[Meeting]:
    """Return the hearings to come in cases, of officials too, and the days of access to their files, soonest first."""
    its = Q(proceeding__in=cases) | Q(proceeding__parent__in=cases)
    heard = Hearing.objects.filter(its, proceeding__open=True, on__gte=today, held_on__isnull=True, absent=False)
    shown = FileAccess.objects.filter(its, proceeding__open=True, on__gte=today)
    found = [
        Meeting("hearing", _HEARING, each.proceeding, each.on, each.hour, whole=not each.oral)
        for each in heard.select_related("proceeding")
    ]
    found += [
        Meeting("access", _ACCESS, each.proceeding, each.on, each.hour)
        for each in shown.select_related("proceeding")
        if each.on is not None
    ]
    of_cases = Q(complaint__proceeding__in=cases) | Q(complaint__proceeding__parent__in=cases)
    called = OfficialCalled.objects.filter(of_cases, complaint__proceeding__open=True, ended="", on__gte=today)
    found += [
        Meeting("official", _OFFICIAL, each.complaint.proceeding, each.on, each.hour)
        for each in called.select_related("complaint__proceeding")
    ]
    return sorted(found, key=lambda each: (each.on, each.hour, each.case.pk))


def days_of(since: dt.date, until: dt.date) -> list[tuple[dt.date, Phrase]]:
    """Return what is out of the common in some days: holidays and transferred days off, weekends that are worked."""
    calendar = current()
    off = [(day, why.name) for day, why in calendar.offs.items() if why.reason != "weekend" and since <= day <= until]
    worked = [(day, _WORKED) for day in calendar.working_weekends if since <= day <= until]
    return sorted([*off, *worked], key=lambda each: each[0])


_WORKED = Phrase("жұмыс күні", "рабочий день", "working day")


def feed_of(actor: Actor, lang: Lang, link: Callable[[str], str]) -> bytes:
    """Return the calendar as a file, the same bytes for the same terms. `link`: the address of a case by its number."""
    calendar, known = Calendar(), directory()
    calendar.add("prodid", "-//Nadzor//Terms//KZ")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _NAME.into(lang))
    calendar.add("refresh-interval", dt.timedelta(hours=1), parameters={"VALUE": "DURATION"})
    cases = considered(actor)
    for term in running(cases):
        zone = ZoneInfo(known.bodies[term.proceeding.body_id].zone)
        calendar.add_component(_event(term, lang, link(term.proceeding.number), zone))
    today = clock.today(next((known.bodies[held.body_id].zone for held in actor.holdings), "Asia/Almaty"))
    for each in meetings(cases, today):
        zone = ZoneInfo(known.bodies[each.case.body_id].zone)
        calendar.add_component(_meeting(each, lang, link(each.case.number), zone))
    since = today.replace(day=1)
    for day, name in days_of(since, since + _AHEAD):
        calendar.add_component(_day(day, name.into(lang)))
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


def _meeting(row: Meeting, lang: Lang, url: str, zone: ZoneInfo) -> Event:
    """An hour at its time; a whole day where a position in writing is awaited."""
    event = Event()
    summary = _SUMMARY.into(lang).format(clock=row.title.into(lang), number=row.case.number)
    event.add("uid", f"{row.kind}-{row.case.pk}@nadzor")
    event.add("dtstamp", row.case.recorded_at.astimezone(dt.UTC))
    if row.hour and not row.whole:
        begins = dt.datetime.combine(row.on, dt.time.fromisoformat(row.hour), zone).astimezone(dt.UTC)
        event.add("dtstart", begins)
        event.add("dtend", begins + dt.timedelta(hours=1))
        event.add("transp", "OPAQUE")
    else:
        event.add("dtstart", row.on)
        event.add("dtend", row.on + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    event.add("summary", summary)
    event.add("url", url)
    event.add("description", url)
    event.add("class", "CONFIDENTIAL")
    event.add("categories", [row.kind.upper()])
    return event


def _day(day: dt.date, name: str) -> Event:
    event = Event()
    event.add("uid", f"day-{day}@nadzor")
    event.add("dtstamp", dt.datetime.combine(day, dt.time(), dt.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", name)
    event.add("transp", "TRANSPARENT")
    event.add("categories", ["HOLIDAY"])
    return event


def _alarm_at(due: dt.date, zone: ZoneInfo) -> dt.datetime | dt.timedelta:
    """Nine in the morning of the working day before the last day, by the clock of the office."""
    try:
        day = current().back(due, 1)
    except CalendarUnknown:
        return _EVENING_BEFORE
    return dt.datetime.combine(day, _ALARM_AT, zone).astimezone(dt.UTC)
