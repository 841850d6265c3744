"""What a case says of the questions that were answered before its decision was signed (29I.61)."""

from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from nadzor.appeals.bans.models import Vouched
from nadzor.casework.case import Case
from nadzor.law.explain import point_text
from nadzor.law.o29.bans import QUESTIONS
from nadzor.law.words import LANGUAGES, Phrase, day_text

_TITLE = Phrase("Қол қоюшы растаған", "Подписавший подтвердил", "Confirmed by the signatory")


def vouched_told(case: Case) -> list[tuple[Phrase, Any]]:
    """Return a row for each signature: who confirmed which points on which day."""
    rows = Vouched.objects.filter(appeal=case.row.pk).select_related("person").order_by("version", "pk")
    found: list[tuple[Phrase, Any]] = []
    for _version, group in groupby(rows, key=lambda row: row.version):
        said = [row for row in group if row.question in QUESTIONS]
        if not said:
            continue
        who = said[0].person.full_name if said[0].person is not None else ""
        day = said[0].said_at.astimezone(ZoneInfo(case.body.zone)).date()
        told = []
        for lang in LANGUAGES:
            each = "; ".join(
                f"{QUESTIONS[row.question].text.into(lang)} ({point_text(QUESTIONS[row.question].point, lang)})"
                for row in said
            )
            told.append(f"{who}, {day_text(day, lang)}: {each}")
        found.append((_TITLE, Phrase(*told)))
    return found
