"""Words of the pages of the structure."""

import datetime as dt
from typing import Any

from nadzor.casework.structure.rules import days_of, told
from nadzor.law.words import LANGUAGES, Phrase

_NOT_YET = Phrase("{days} (әлі басталған жоқ)", "{days} (ещё не началось)", "{days} (not begun yet)")
_OVER = Phrase("{days} (аяқталған)", "{days} (завершено)", "{days} (over)")
_ORDER = Phrase("№ {number}, {day}", "№ {number} от {day}", "No. {number} of {day}")


def joined(*parts: Phrase | str) -> Phrase:
    """Return texts with commas between them."""
    return Phrase(
        *(
            ", ".join(text for part in parts if (text := part.into(lang) if isinstance(part, Phrase) else part))
            for lang in LANGUAGES
        )
    )


def days_text_of(row: Any, today: dt.date) -> Phrase:
    """Return the days of a row in words, with a word where today is not among them."""
    days = days_of(row)
    if row.since > today:
        return told(_NOT_YET, days=days)
    return told(_OVER, days=days) if row.until is not None and row.until < today else days


def order_of(row: Any) -> Phrase:
    """Return the order behind a row as papers write it."""
    return told(_ORDER, number=row.order_number, day=row.order_day)


_WHO = Phrase("Кім", "Кто", "Who")
_POST = Phrase("Лауазымы", "Должность", "Post")
_OFFICE = Phrase("Прокуратура", "Прокуратура", "Office")
_DAYS = Phrase("Күндері", "Дни", "Days")
_BEHIND = Phrase("Бұйрық", "Приказ", "Order")
HEADS = {
    "staff_heads": (_WHO, _POST, _DAYS, _BEHIND),
    "acting_heads": (_WHO, _POST, Phrase("Кімнің орнына", "За кого", "Instead of"), _DAYS, _BEHIND),
    "unit_heads": (Phrase("Бөлімше", "Подразделение", "Unit"), Phrase("Коды", "Код", "Code"), _DAYS),
    "territory_heads": (Phrase("ӘАОЖ", "КАТО", "KATO"), _DAYS),
    "reference_heads": (
        Phrase("Мәселе", "Предмет", "Subject"),
        Phrase("Тізім", "Список", "List"),
        _DAYS,
        Phrase("Дереккөз", "Источник", "Source"),
    ),
    "post_heads": (_POST, _OFFICE, _DAYS, _BEHIND),
    "absence_heads": (Phrase("Себебі", "Причина", "Reason"), _DAYS, _BEHIND),
    "work_heads": (Phrase("Жұмыс", "Работа", "Work"), _OFFICE, _DAYS, _BEHIND),
}
