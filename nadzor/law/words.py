"""Words of the three languages of the law's sentences: their names, dates, numbers with nouns, lists of days."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

Lang = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Lang, ...] = ("kk", "ru", "en")

_MONTHS: dict[Lang, tuple[str, ...]] = {
    "kk": (
        *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"),
        *("шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
    ),
    "ru": (
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


class Phrase(NamedTuple):
    """One text in Kazakh, Russian and English."""

    kk: str
    ru: str
    en: str

    def into(self, lang: Lang) -> str:
        """Return the text in one language."""
        return str(getattr(self, lang))


LANGUAGE_TITLES: dict[str, Phrase] = {
    "kk": Phrase("қазақша", "казахский", "Kazakh"),
    "ru": Phrase("орысша", "русский", "Russian"),
    "en": Phrase("ағылшынша", "английский", "English"),
}
OWN_NAMES: tuple[tuple[Lang, str], ...] = (("kk", "Қазақша"), ("ru", "Русский"), ("en", "English"))
"""The languages as their own speakers call them: what a choice of language shows, in whatever language the page is."""
_WEEKDAYS = (
    Phrase("дүйсенбі", "понедельник", "Monday"),
    Phrase("сейсенбі", "вторник", "Tuesday"),
    Phrase("сәрсенбі", "среда", "Wednesday"),
    Phrase("бейсенбі", "четверг", "Thursday"),
    Phrase("жұма", "пятница", "Friday"),
    Phrase("сенбі", "суббота", "Saturday"),
    Phrase("жексенбі", "воскресенье", "Sunday"),
)


def day_text(day: dt.date, lang: Lang) -> str:
    """Return a day in words: "2026 жылғы 5 наурыз", "5 марта 2026 г.", "5 March 2026"."""
    month = _MONTHS[lang][day.month - 1]
    if lang == "kk":
        return f"{day.year} жылғы {day.day} {month}"
    return f"{day.day} {month} {day.year}" + (" г." if lang == "ru" else "")


_ENDINGS = {
    "де": {"сәуір": "де", "шілде": "де", "қыркүйек": "те"},
    "ге": {"сәуір": "ге", "шілде": "ге", "қыркүйек": "ке"},
    "дегі": {"сәуір": "дегі", "шілде": "дегі", "қыркүйек": "тегі"},
}
_BROAD = {"де": "да", "ге": "ға", "дегі": "дағы"}


def with_ending(day: str, ending: str) -> str:
    """Return a Kazakh day in words in another case: "5 наурыз" with "де" is "5 наурызда", with "ге" "5 наурызға".

    What does not end in a month stays as it is. Raises KeyError for an ending that is not known.
    """
    broad, month = _BROAD[ending], day.rpartition(" ")[2]
    if month not in _MONTHS["kk"]:
        return day
    return day + _ENDINGS[ending].get(month, broad)


def weekday_text(day: dt.date, lang: Lang) -> str:
    """Return a day in words with its weekday: "среда, 1 апреля 2026 г."; in Kazakh the weekday follows."""
    name = _WEEKDAYS[day.weekday()].into(lang)
    return f"{day_text(day, lang)}, {name}" if lang == "kk" else f"{name}, {day_text(day, lang)}"


def plural(count: int, lang: Lang, forms: Sequence[str]) -> str:
    """Return a count with its noun. `forms`: Russian one-few-many, English one-other, Kazakh a single form."""
    if lang == "kk":
        return f"{count} {forms[0]}"
    if lang == "en":
        return f"{count} {forms[0] if count == 1 else forms[1]}"
    last_two, last = count % 100, count % 10
    if last == 1 and last_two != 11:
        return f"{count} {forms[0]}"
    if last in {2, 3, 4} and last_two not in {12, 13, 14}:
        return f"{count} {forms[1]}"
    return f"{count} {forms[2]}"


def runs_of(days: Iterable[dt.date]) -> list[tuple[dt.date, dt.date]]:
    """Join neighbouring days into runs (first, last), both inclusive. Days must be in order."""
    runs: list[tuple[dt.date, dt.date]] = []
    for day in days:
        if runs and day - runs[-1][1] == dt.timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def days_text(days: Sequence[dt.date], lang: Lang) -> str:
    """Return days as a reader would list them: "8-9, 14-15 марта, 4-5 апреля 2026 г."."""
    groups: dict[tuple[int, int], list[str]] = {}
    pieces = [
        (max(first, dt.date(year, month, 1)), min(last, dt.date(year, month, monthrange(year, month)[1])))
        for first, last in runs_of(days)
        for year, month in _months_between(first, last)
    ]
    for first, last in pieces:
        text = str(first.day) if first == last else f"{first.day}–{last.day}"
        groups.setdefault((first.year, first.month), []).append(text)
    years = sorted({year for year, _ in groups})
    return "; ".join(_year_text(year, groups, lang) for year in years)


def _year_text(year: int, groups: dict[tuple[int, int], list[str]], lang: Lang) -> str:
    months = [(month, parts) for (y, month), parts in groups.items() if y == year]
    if lang == "kk":
        inside = ", ".join(f"{_MONTHS['kk'][month - 1]}: {', '.join(parts)}" for month, parts in months)
        return f"{year} жылғы {inside}"
    inside = ", ".join(f"{', '.join(parts)} {_MONTHS[lang][month - 1]}" for month, parts in months)
    return f"{inside} {year}" + (" г." if lang == "ru" else "")


def _months_between(first: dt.date, last: dt.date) -> list[tuple[int, int]]:
    count = (last.year - first.year) * 12 + last.month - first.month
    start = first.year * 12 + first.month - 1
    return [((start + k) // 12, (start + k) % 12 + 1) for k in range(count + 1)]
