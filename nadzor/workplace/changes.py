"""What changed since somebody looked: a word in the list, marks in the journal of a case, a filter.

What one did oneself is no news. Written by the look at the page of a case; a list asks one question for all its rows.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, QuerySet

from nadzor import clock
from nadzor.casework.case import Case
from nadzor.casework.models import Entry, Proceeding
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.organs.actor import Actor
from nadzor.workplace.models import SeenCase

SITTING = dt.timedelta(minutes=30)
"""Looks no further apart are one sitting: a page loaded again still shows what was new."""
TITLE = Phrase("мен қарағаннан бері өзгергендер", "изменённые после моего просмотра", "changed since I looked")
_NEW = Phrase(
    "Соңғы рет қарағаныңыз: {day}, {time}. Содан бері жаңа жазба: {count}.",
    "Вы смотрели дело: {day}, {time}. Новых записей с тех пор: {count}.",
    "You looked on {day}, {time}. New entries since then: {count}.",
)


@dataclass(frozen=True, slots=True)
class Since:
    """What somebody had seen before this sitting."""

    version: int
    at: dt.datetime
    me: int

    def is_new(self, entry: Entry) -> bool:
        """Whether an entry of the journal came since, from somebody else."""
        return (entry.proceeding_version or 0) > self.version and entry.person_id != self.me

    def told(self, case: Case) -> Phrase | None:
        """Return how many entries are new, in words; none where none is."""
        count = _news(self.me).filter(proceeding=case.row.pk, proceeding_version__gt=self.version).count()
        if not count:
            return None
        at = self.at.astimezone(ZoneInfo(case.body.zone))
        said = (
            text.format(day=day_text(at.date(), lang), time=f"{at:%H:%M}", count=count)
            for text, lang in zip(_NEW, LANGUAGES, strict=True)
        )
        return Phrase(*said)


def look_at(case: Case, actor: Actor) -> Since | None:
    """Keep that somebody has seen a case as it stands; return what they had seen before, none at the first sitting."""
    me, now = actor.person_id, clock.now()
    if me is None:
        return None
    row = SeenCase.objects.filter(person=me, proceeding=case.row.pk).first()
    if row is None:
        row = SeenCase(person_id=me, proceeding_id=case.row.pk)
    elif row.since_version is None or now - row.at > SITTING:
        row.since_version, row.since_at = row.version, row.at
    row.version, row.at = case.row.version, now
    row.pk = None  # of two looks at once either is right
    SeenCase.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["person", "proceeding"],
        update_fields=["version", "at", "since_version", "since_at"],
    )
    if row.since_version is None or row.since_at is None:
        return None
    return Since(row.since_version, row.since_at, me)


def changed_since(actor: Actor) -> QuerySet[SeenCase]:
    """Return what somebody has looked at and others have changed since. Nothing for a client of the API."""
    me = actor.person_id or 0
    came = _news(me).filter(proceeding=OuterRef("proceeding"), proceeding_version__gt=OuterRef("version"))
    return SeenCase.objects.filter(Exists(came), person=me, version__lt=F("proceeding__version"))


def changed_among(rows: Sequence[Proceeding], actor: Actor) -> set[int]:
    """Return which of the rows of a list have changed, by id: one question for all of them."""
    seen = changed_since(actor).filter(proceeding__in=[row.pk for row in rows])
    return set(seen.values_list("proceeding", flat=True))


def _news(me: int) -> QuerySet[Entry]:
    return Entry.objects.exclude(person=me)
