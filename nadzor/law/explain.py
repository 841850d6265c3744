"""A reckoning told as a sentence in Kazakh, Russian or English."""

import datetime as dt

from nadzor.law.citations import key_of, point_of
from nadzor.law.sources import SOURCES, Rank
from nadzor.law.terms import Reckoning, Term, Unit
from nadzor.law.words import Lang, Phrase, day_text, days_text, plural

_UNIT_FORMS: dict[Unit, dict[Lang, tuple[str, ...]]] = {
    Unit.WORKING_DAYS: {
        "kk": ("жұмыс күні",),
        "ru": ("рабочий день", "рабочих дня", "рабочих дней"),
        "en": ("working day", "working days"),
    },
    Unit.CALENDAR_DAYS: {
        "kk": ("күнтізбелік күн",),
        "ru": ("календарный день", "календарных дня", "календарных дней"),
        "en": ("calendar day", "calendar days"),
    },
    Unit.MONTHS: {"kk": ("ай",), "ru": ("месяц", "месяца", "месяцев"), "en": ("month", "months")},
    Unit.YEARS: {"kk": ("жыл",), "ru": ("год", "года", "лет"), "en": ("year", "years")},
    Unit.HOURS: {"kk": ("сағат",), "ru": ("час", "часа", "часов"), "en": ("hour", "hours")},
}
_AT_ONCE = Phrase("дереу, сол күні", "немедленно, в тот же день", "at once, on the same day")
_BEFORE = Phrase("оқиғадан {amount} бұрын", "за {amount} до события", "{amount} before the event")
_POINT = Phrase("{source} {point}-тармағы", "п. {point} {source}", "point {point} {source}")
_ARTICLE = Phrase("{source} {point}-бабы", "ст. {point} {source}", "article {point} {source}")
_EVENT = Phrase("оқиға: {event}, {day}", "событие: {event}, {day}", "event: {event}, {day}")
_COUNTS = Phrase(
    "оқиға күні бірінші күн болып есептеледі",
    "день события считается первым",
    "the day of the event is day one",
)
_SKIPPED = Phrase("есептелмеген күндер: {days}", "не считались: {days}", "not counted: {days}")
_PAUSED = Phrase(
    "мерзім тоқтатыла тұрған күндер: {days}", "срок был приостановлен: {days}", "days on which the clock stood: {days}"
)
_ROLLED = Phrase(
    "аяқталуы жұмыс күні емес ({day}), келесі жұмыс күніне ауысады",
    "окончание выпало на нерабочий день ({day}) и переходит на следующий рабочий",
    "the end fell on a non-working day ({day}) and moves to the next working day",
)
_EXTENDED = Phrase(
    "ұзарту туралы шешім: {day}, {point}; бірінші мерзімнің соңы: {end}",
    "продление решением от {day} ({point}); конец первого срока: {end}",
    "extended by decision of {day} ({point}); end of the first term: {end}",
)
_FURTHEST = Phrase("ең шеткі күн: {day}", "крайний день: {day}", "furthest day allowed: {day}")
_LAST = Phrase("соңғы күн: {day}", "последний день: {day}", "last day: {day}")
_LAST_IN_TIME = Phrase(
    "мерзімінде деп саналатын соңғы күн: {day}",
    "последний день, когда действие своевременно: {day}",
    "last day on which it is in time: {day}",
)
_LAST_INSTANT = Phrase("соңғы сәт: {day}", "последний момент: {day}", "last moment: {day}")
_EDITION = Phrase("редакция: {day}", "редакция с {day}", "edition since {day}")
_READINGS = Phrase("қолданылған түсіндірмелер: {ids}", "примененные толкования: {ids}", "readings applied: {ids}")
_PROVISIONAL = Phrase(
    "{year} жылғы күнтізбе алдын ала берілген, күн өзгеруі мүмкін",
    "календарь {year} года предварительный, день может измениться",
    "the calendar of {year} is provisional, the day may change",
)


def point_text(address: str, lang: Lang) -> str:
    """Return an address as a reader cites it: "п. 50 Инструкции № 29". Raises UnknownNorm for an unknown key."""
    source = SOURCES[key_of(address)]
    said = _ARTICLE if source.rank is Rank.CODE else _POINT
    return said.into(lang).format(source=source.short.into(lang), point=point_of(address))


def amount_text(term: Term, lang: Lang) -> str:
    """Return how long a term is: "15 рабочих дней", "за 5 рабочих дней до события"."""
    if term.unit is Unit.AT_ONCE:
        return _AT_ONCE.into(lang)
    amount = plural(term.amount, lang, _UNIT_FORMS[term.unit][lang])
    return _BEFORE.into(lang).format(amount=amount) if term.back else amount


def explain(reckoning: Reckoning, lang: Lang) -> str:
    """Tell a reckoning in one sentence: length and point, event, days not counted, what moved the end, the end."""
    term = reckoning.term
    event = _EVENT.into(lang).format(event=term.event.into(lang), day=_moment(reckoning.start, lang))
    parts = [f"{amount_text(term, lang)} ({point_text(term.norm, lang)})", event]
    if term.event_counts:
        parts.append(_COUNTS.into(lang))
    if reckoning.skipped:
        told = _PAUSED if reckoning.suspended else _SKIPPED
        parts.append(told.into(lang).format(days=days_text(reckoning.skipped, lang)))
    if reckoning.unrolled is not None:
        parts.append(_ROLLED.into(lang).format(day=day_text(reckoning.unrolled, lang)))
    if reckoning.extended_on is not None and term.extension is not None and reckoning.first_end is not None:
        parts.append(
            _EXTENDED.into(lang).format(
                day=day_text(reckoning.extended_on, lang),
                point=point_text(term.extension.norm, lang),
                end=day_text(reckoning.first_end, lang),
            )
        )
    parts.append(_end_text(reckoning).into(lang).format(day=_moment(reckoning.due, lang)))
    if reckoning.wording.since is not None:
        parts.append(_EDITION.into(lang).format(day=day_text(reckoning.wording.since, lang)))
    if reckoning.readings:
        parts.append(_READINGS.into(lang).format(ids=", ".join(reckoning.readings)))
    if reckoning.provisional:
        parts.append(_PROVISIONAL.into(lang).format(year=reckoning.due.year))
    sentence = "; ".join(parts)
    return sentence if sentence.endswith(".") else f"{sentence}."


def _end_text(reckoning: Reckoning) -> Phrase:
    if reckoning.extended_on is not None:
        return _FURTHEST
    if reckoning.term.back:
        return _LAST_IN_TIME
    return _LAST_INSTANT if isinstance(reckoning.due, dt.datetime) else _LAST


def _moment(moment: dt.date, lang: Lang) -> str:
    if isinstance(moment, dt.datetime):
        return f"{day_text(moment.date(), lang)}, {moment:%H:%M:%S}" + f" {moment:%z}".rstrip()
    return day_text(moment, lang)
