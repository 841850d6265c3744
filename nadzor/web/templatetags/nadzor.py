"""Words of days, points and phrases in the language of the page, and icons. A built-in library: nothing to load."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from nadzor import clock
from nadzor.casework.showing import applicant_told
from nadzor.law.explain import point_text
from nadzor.law.words import LANGUAGES, Lang, Phrase, day_text, plural, weekday_text

register = template.Library()

SOON_DAYS: Final = 2  # a term is "soon" when this many working days are left, or fewer

_SHORT_WEEKDAYS = (
    Phrase("дс", "пн", "Mon"),
    Phrase("сс", "вт", "Tue"),
    Phrase("ср", "ср", "Wed"),
    Phrase("бс", "чт", "Thu"),
    Phrase("жм", "пт", "Fri"),
    Phrase("сб", "сб", "Sat"),
    Phrase("жс", "вс", "Sun"),
)
_WORKING_DAYS: dict[Lang, tuple[str, ...]] = {
    "kk": ("жұмыс күні",),
    "ru": ("рабочий день", "рабочих дня", "рабочих дней"),
    "en": ("working day", "working days"),
}
_LEFT = Phrase("{days} қалды", "осталось: {days}", "{days} left")
_TODAY = Phrase("соңғы күні – бүгін", "последний день – сегодня", "the last day is today")
_LATE = Phrase("{days} өтіп кетті", "просрочено на {days}", "{days} late")

# Sixteen by sixteen, drawn for this system. Each tone has its own outline, so that it is told without colour.
_ICONS: dict[str, str] = {
    "new": '<circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" stroke-width="2"/>',
    "work": '<circle cx="8" cy="8" r="5"/>',
    "wait": '<path d="M4 1h8v2.6L9.3 8l2.7 4.4V15H4v-2.6L6.7 8 4 3.6zM6 3l2 3.4L10 3z" fill-rule="evenodd"/>',
    "soon": '<path d="M8 1.5 15.5 15H.5zM7.2 6v4.4h1.6V6zm0 5.6v1.6h1.6v-1.6z" fill-rule="evenodd"/>',
    "late": '<path d="M6.7 1h2.6L9 10H7zM6.8 12h2.4v2.5H6.8z"/>',
    "moved": '<path d="M1 7h8.2L6 3.8 7.4 2.4 13 8l-5.6 5.6L6 12.2 9.2 9H1z"/>',
    "done": '<path d="M2.4 7.6 6.2 11l7.4-8 1.6 1.4L6.3 14 .9 9.1z"/>',
    "ended": '<path d="M2 6.7h12v2.6H2z"/>',
    "info": '<path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM7 4v2h2V4zm0 3.2V12h2V7.2z" fill-rule="evenodd"/>',
}
TONES: Final = ("new", "work", "wait", "soon", "late", "moved", "done", "ended")


def language() -> Lang:
    """Return the language of the page: the active one, or Russian if the system does not speak it."""
    active = (translation.get_language() or "ru").split("-")[0]
    return next((lang for lang in LANGUAGES if lang == active), "ru")


def _as_day(value: dt.date) -> dt.date:
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


@register.filter
def phrase(value: Phrase | str | None) -> str:
    """A text of three languages in the language of the page; a plain text stays as it is."""
    if isinstance(value, Phrase):
        return value.into(language())
    return "" if value is None else str(value)


@register.filter
def applicant(kept: str) -> str:
    """The applicant of a case, of its column: in the language of the page where nobody gave a name."""
    return phrase(applicant_told(kept))


@register.filter
def day(value: dt.date | None) -> str:
    """A day in words: "2026 жылғы 5 наурыз". An instant: its day in the active zone."""
    return day_text(_as_day(value), language()) if value else ""


@register.filter
def weekday_day(value: dt.date | None) -> str:
    """A day in words with its weekday: "среда, 1 апреля 2026 г."; in Kazakh the weekday follows."""
    if not value:
        return ""
    return weekday_text(_as_day(value), language())


@register.filter
def short_day(value: dt.date | None) -> str:
    """A day for a table: "ср 01.04.2026"."""
    if not value:
        return ""
    at = _as_day(value)
    return f"{_SHORT_WEEKDAYS[at.weekday()].into(language())} {at:%d.%m.%Y}"


@register.filter
def days_left(value: int | None) -> str:
    """Working days to the last day, in words: 2 is "2 working days left", 0 the last day itself, -1 is one day late."""
    if value is None:
        return ""
    lang = language()
    if value == 0:
        return _TODAY.into(lang)
    text = _LEFT if value > 0 else _LATE
    return text.into(lang).format(days=plural(abs(value), lang, _WORKING_DAYS[lang]))


@register.filter
def term_tone(value: int | None) -> str:
    """The tone of a term by its working days left: "late", "soon", or an empty text while there is time."""
    if value is None or value > SOON_DAYS:
        return ""
    return "late" if value < 0 else "soon"


@register.filter
def cite(address: str) -> str:
    """An address of a norm as a reader cites it: "29I.50" is "п. 50 Инструкции № 29"."""
    return point_text(address, language())


@register.simple_tag
def points(cites: Iterable[str], staff: object) -> tuple[str, ...]:
    """The grounds as they are shown: to staff all of them, to the public each point once, since it reads no parts."""
    if staff:
        return tuple(cites)
    return tuple({".".join(each.split(".")[:2]): each for each in reversed(tuple(cites))}.values())[::-1]


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon beside a word, silent for screen readers. An unknown name raises KeyError."""
    return format_html(
        '<svg class="n-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">{}</svg>',
        mark_safe(_ICONS[name]),  # noqa: S308 - our own drawings, above
    )


@register.filter
def place(request: HttpRequest) -> str:
    """The address of a page as a printed sheet names it; its path alone where the host is not one of ours."""
    try:
        return f"{request.get_host()}{request.path}"
    except DisallowedHost:
        return request.path


@register.simple_tag
def moment() -> dt.datetime:
    """The instant at which a page is made: what a printed page is "as of"."""
    return clock.now()


@register.simple_tag
def own_languages() -> list[tuple[str, str]]:
    """The languages of the site under their own names (Django's tag would translate them)."""
    return list(settings.LANGUAGES)


@register.filter
def nth(values: Sequence[object], index: int) -> object:
    """One of a list by its place, counted from 0; nothing beyond its end."""
    return values[index] if index < len(values) else None


@register.simple_tag
def toned(tone: str, word: Phrase | str | None) -> SafeString:
    """A state: icon, word, tint. `tone`: new, work, wait, soon, late, moved, done, ended."""
    return format_html('<span class="n-tone n-tone-{}">{}<span>{}</span></span>', tone, icon(tone), phrase(word))


@register.simple_tag
def dated(value: dt.date, left: int | str | None = None, *, short: bool = False, url: str = "") -> SafeString:
    """A last day: weekday and day first, the count second. `left`: working days left; none: no count."""
    words = short_day(value) if short else weekday_day(value)
    said = format_html('<time datetime="{}">{}</time>', f"{_as_day(value):%Y-%m-%d}", words)
    if url:
        said = format_html('<a href="{}">{}</a>', url, said)
    if not isinstance(left, int):  # a template without the input gives an empty text
        return said
    tone, count = term_tone(left), days_left(left)
    beside = toned(tone, count) if tone else format_html('<span class="n-soft">· {}</span>', count)
    return format_html("{} {}", said, beside)


@register.simple_tag
def celled(cell: Mapping[str, Any], url: str | None = None) -> SafeString:
    """What stands in a cell: {text, whole (on one line), note (a word beside it)} or {day, left} or {tone, word}.

    `url`: of the row, for its first cell. In Python, since a list has hundreds of cells and each include costs.
    """
    if cell.get("day"):
        return format_html(
            '<span class="n-day">{}</span>', dated(cell["day"], cell.get("left"), short=True, url=url or "")
        )
    if cell.get("tone"):
        return toned(cell["tone"], cell.get("word"))
    text = phrase(cell.get("text"))
    if url:
        return format_html('<a href="{}">{}</a>', url, text)
    if not cell.get("whole"):
        return conditional_escape(text)
    said = format_html('<span class="n-nowrap">{}</span>', text)
    note = cell.get("note")
    return said + format_html(" <strong>{}</strong>", phrase(note)) if note else said


@register.simple_tag
def cells(row: Mapping[str, Any], heads: Sequence[Any]) -> SafeString:
    """The cells of a row of a table: the first one is its header and its link, each other is named by its head.

    `heads`: list of {title, number} or of titles.
    """
    found = []
    for place, cell in enumerate(row["cells"]):
        if place == 0:
            found.append(format_html('<th scope="row">{}</th>', celled(cell, row.get("url"))))
            continue
        head = heads[place]
        titled = isinstance(head, Mapping)
        kind = mark_safe(' class="n-number"') if titled and head.get("number") else ""
        name = phrase(head["title"] if titled else head)
        found.append(format_html('<td data-label="{}"{}>{}</td>', name, kind, celled(cell)))
    return mark_safe("".join(found))  # noqa: S308 - joined from safe parts
