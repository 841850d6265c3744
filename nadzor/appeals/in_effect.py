"""From which day a decision works: in force once it is adopted, it works from the moment the participant is told.

Source: article 83 of the code on administrative procedures, to which 29I.46-49 lead; what counts as told is article 66
(`law.notice`), and that a letter not taken counts is R64.
"""

import datetime as dt
from zoneinfo import ZoneInfo

from nadzor.casework.case import Case
from nadzor.casework.delivery import Delivery, Outcome
from nadzor.law.notice import counts
from nadzor.law.words import LANGUAGES, Phrase, day_text

DECISIONS = (
    "answered",
    "terminated",
    "correspondence_ended",
    "left_anonymous",
    "petition_returned",
    "answer_corrected",
)
"""Notices by which a decision on an appeal is told."""
WORKS_CITES = ("APPK.83",)
_WORKS = Phrase(
    "{day} бастап: өтініш берушіге хабарланды",
    "с {day}: заявитель уведомлён",
    "since {day}: the applicant was told",
)
_NOT_YET = Phrase(
    "қабылданды, бірақ өтініш берушіге хабарланғаны әлі расталмаған",
    "принято, но ещё не подтверждено, что заявитель уведомлён",
    "adopted, but it is not proved yet that the applicant was told",
)


def told_on(appeal: int, zone: str) -> dt.date | None:
    """Return the day on which the applicant was first told of the decision on an appeal; none while nothing proves it.

    `appeal`: id of the proceeding. `zone`: by whose clocks the day is meant.
    """
    rows = Delivery.objects.filter(notice__proceeding=appeal, notice__template__in=DECISIONS, at__isnull=False)
    moments = [row.at for row in rows if row.at and (counts(row.way, row.outcome) or row.outcome == Outcome.DECLINED)]
    return min(moments).astimezone(ZoneInfo(zone)).date() if moments else None


def works_told(case: Case) -> Phrase | None:
    """Return from which day the decision on an appeal works; none where nothing is decided yet."""
    if not case.facts.outcome:
        return None
    day = told_on(case.row.pk, case.body.zone)
    if day is None:
        return _NOT_YET
    return Phrase(*(_WORKS.into(lang).format(day=day_text(day, lang)) for lang in LANGUAGES))
