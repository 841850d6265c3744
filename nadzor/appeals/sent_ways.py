"""By which way and on which day each notice went, and whether it was delivered: as its applicant reads it.

Source: article 66 of the code on administrative procedures (29I.44); no address and no name stands here, since whoever
holds the code sees it.
"""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from nadzor.casework.delivery import Delivery, Outcome
from nadzor.casework.delivery_steps import told_of
from nadzor.law.notice import WAYS
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.organs.directory import directory

_WORDS: dict[str, Phrase] = {
    Outcome.WAITING: Phrase("жіберілуін күтуде", "ждёт отправки", "waits to be sent"),
    Outcome.SENDING: Phrase("жіберілуде", "отправляется", "is being sent"),
    Outcome.LISTED: Phrase("почтаға тапсыруға дайындалды", "готово к сдаче на почту", "ready for the post"),
    Outcome.SENT: Phrase("жіберілді: {day}", "отправлено {day}", "sent on {day}"),
    Outcome.DELIVERED: Phrase("табыс етілді: {day}", "вручено {day}", "delivered on {day}"),
    Outcome.DECLINED: Phrase("алудан бас тартылды: {day}", "от получения отказались {day}", "was not taken on {day}"),
    Outcome.RETURNED: Phrase(
        "жеткізілмей қайтты: {day}", "вернулось, не вручено, {day}", "came back undelivered on {day}"
    ),
    Outcome.REFUSED: Phrase(
        "мекенжай сервері қабылдамады: {day}", "не принято сервером адреса {day}", "refused by its server on {day}"
    ),
    Outcome.GAVE_UP: Phrase("жеткізілмеді: {day}", "не доставлено, {day}", "could not be delivered, {day}"),
}
"""An attempt that another one followed says nothing here: the last one tells how it stands."""
_SHOWN = Phrase("осы бетте көрсетілді: {day}", "показано на этой странице {day}", "shown on this page on {day}")
_ITEM = Phrase(", жөнелтілім нөмірі {number}", ", номер отправления {number}", ", item {number}")
_TO = {
    False: Phrase("сізге, {way}: {state}", "вам, {way}: {state}", "to you, {way}: {state}"),
    True: Phrase(
        "өкіліңізге, {way}: {state}", "вашему представителю, {way}: {state}", "to your representative, {way}: {state}"
    ),
}


def ways_of(notices: Iterable[int]) -> dict[int, list[Phrase]]:
    """Return a sentence for each way of each notice, by the id of the notice: to whom, how, when, what came of it."""
    rows = Delivery.objects.filter(notice__in=list(notices)).select_related("notice__proceeding").order_by("pk")
    last = {(row.notice_id, row.party_id, row.way): row for row in rows}
    found: dict[int, list[Phrase]] = {}
    for row in last.values():
        if row.outcome in _WORDS:
            found.setdefault(row.notice_id, []).append(_sentence(row))
    return found


def _sentence(row: Delivery) -> Phrase:
    day, said = _day(row), []
    for lang in LANGUAGES:
        on = day_text(day, lang) if day is not None else ""
        if row.way == "portal":
            said.append(_SHOWN.into(lang).format(day=on))
            continue
        state = _WORDS[row.outcome].into(lang).format(day=on)
        if row.tracking:
            state += _ITEM.into(lang).format(number=row.tracking)
        said.append(_TO[row.party_id is not None].into(lang).format(way=WAYS[row.way].title.into(lang), state=state))
    return Phrase(*(f"{each[0].upper()}{each[1:].removesuffix('.')}." for each in said))


def _day(row: Delivery) -> dt.date | None:
    """The day that was entered, else that of the attempt."""
    if entered := told_of(row).get("day"):
        return dt.date.fromisoformat(entered)
    zone = ZoneInfo(directory().bodies[row.notice.proceeding.body_id].zone)
    return row.at.astimezone(zone).date() if row.at is not None else None
