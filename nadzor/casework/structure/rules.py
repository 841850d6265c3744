"""Checks that several changes of the structure share, and how they are said."""

import datetime as dt
from typing import Any

from django.db import models
from django.db.models import Q

from nadzor import clock
from nadzor.casework.refusals import Invalid, invalid
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.organs.models import Body, Person, Unit

_MOST = dt.date(9999, 12, 31)
_ENDS_BEFORE = Phrase(
    "Соңғы күн бірінші күннен бұрын: {day}. Күндерді тексеріңіз.",
    "Последний день раньше первого: {day}. Проверьте дни.",
    "The last day is before the first one, {day}. Check the days.",
)
_ORDER_LATER = Phrase(
    "Бұйрық күні әлі келген жоқ. Шығарылған бұйрықтың күнін жазыңыз.",
    "День приказа ещё не наступил. Укажите день изданного приказа.",
    "The day of the order lies in the future. Give the day of an order that has been issued.",
)
_BEFORE_ORDER = Phrase(
    "Өкілеттік бұйрықтан бұрын басталмайды: бұйрық {day} күнгі. Басқа бұйрықты немесе осы күннен бастап көрсетіңіз.",
    "Полномочия не начинаются раньше приказа от {day}. Укажите другой приказ или день не раньше этого.",
    "Powers do not begin before their order of {day}. Name another order, or this day or a later one.",
)
_BODY_NOT_YET = Phrase(
    "Прокуратура {day} күннен бастап бар. Осы немесе кейінгі күнді көрсетіңіз.",
    "Прокуратура существует с {day}. Укажите этот день или более поздний.",
    "The office exists from {day}. Give this day or a later one.",
)
_BODY_OVER = Phrase(
    "Прокуратура {day} күні жабылған. Соңғы күнді осы күннен кешіктірмеңіз немесе басқа прокуратураны таңдаңыз.",
    "Прокуратура закрыта, последний день {day}. Укажите срок в этих пределах или выберите другую прокуратуру.",
    "The office is closed, its last day is {day}. Give days within it or choose another office.",
)
_UNIT_NOT_YET = Phrase(
    "Бөлімше {day} күннен бастап бар. Осы немесе кейінгі күнді көрсетіңіз.",
    "Подразделение существует с {day}. Укажите этот день или более поздний.",
    "The unit exists from {day}. Give this day or a later one.",
)
_UNIT_OVER = Phrase(
    "Бөлімше {day} күні жабылған. Басқа бөлімшені таңдаңыз немесе мерзімді осы күнге дейін көрсетіңіз.",
    "Подразделение закрыто, последний день {day}. Выберите другое или укажите срок в этих пределах.",
    "The unit is closed, its last day is {day}. Choose another one or give days within it.",
)
_FOREIGN_UNIT = Phrase(
    "Бұл бөлімше басқа прокуратуранікі. Осы прокуратураның бөлімшелерінен таңдаңыз.",
    "Это подразделение другой прокуратуры. Выберите из подразделений этой прокуратуры.",
    "This unit belongs to another office. Choose one of the units of this office.",
)

_FROM_TO = Phrase("{since} – {until}", "{since} – {until}", "{since} to {until}")
_FROM = Phrase("{since} бастап", "с {since}", "from {since}")


def told(text: Phrase, **values: object) -> Phrase:
    """Return a sentence with its values; days are written in words."""

    def into(lang: Any, value: object) -> object:  # one of LANGUAGES
        if isinstance(value, dt.date):
            return day_text(value, lang)
        return value.into(lang) if isinstance(value, Phrase) else value

    return Phrase(
        *(text.into(lang).format(**{name: into(lang, value) for name, value in values.items()}) for lang in LANGUAGES)
    )


def refused(field: str, text: Phrase, **values: object) -> Invalid:
    """Return the refusal of one field."""
    return invalid(**{field: told(text, **values)})


def overlapping(since: dt.date, until: dt.date | None) -> Q:
    """Rows that hold on at least one day of a period, both ends inclusive."""
    return Q(since__lte=until or _MOST) & (Q(until__isnull=True) | Q(until__gte=since))


def not_over(day: dt.date) -> Q:
    """Rows that hold on a day or begin later."""
    return Q(until__isnull=True) | Q(until__gte=day)


def after(day: dt.date) -> Q:
    """Rows that hold after a day, or begin then."""
    return Q(until__isnull=True) | Q(until__gt=day)


def require_order(form: Any, *, begins: bool = False) -> None:
    """The order has been issued; with `begins`, what it gives does not begin before it. Raises Invalid."""
    if form.order_day > clock.today("Asia/Almaty"):
        raise refused("order_day", _ORDER_LATER)
    if begins and form.since < form.order_day:
        raise refused("since", _BEFORE_ORDER, day=form.order_day)


def require_days(form: Any) -> None:
    """A period ends on its first day or later. Raises Invalid."""
    if getattr(form, "until", None) is not None and form.until < form.since:
        raise refused("until", _ENDS_BEFORE, day=form.since)


def require_within(body: Body, unit: Unit | None, form: Any) -> None:
    """A post is of a body and a unit that stand in its whole period, so far as it is known. Raises Invalid."""
    for row, not_yet, over in ((body, _BODY_NOT_YET, _BODY_OVER), (unit, _UNIT_NOT_YET, _UNIT_OVER)):
        if row is None:
            continue
        if form.since < row.since:
            raise refused("since", not_yet, day=row.since)
        last = getattr(form, "until", None)
        if row.until is not None and (last or _MOST) > row.until:
            raise refused("since" if form.since > row.until else "until", over, day=row.until)


def unit_of(body: Body, pk: int | None) -> Unit | None:
    """Return a unit of a body, none where none is named. Raises Invalid for a unit of another body."""
    if pk is None:
        return None
    unit = Unit.objects.filter(pk=pk, body=body).first()
    if unit is None:
        raise refused("unit", _FOREIGN_UNIT)
    return unit


def end_row(row: Any, day: dt.date, **more: str) -> str:
    """End a row by its last day; one that has not begun by then is called off and goes. Returns what was done."""
    if row.since > day:
        row.delete()
        return "called_off"
    row.until = day
    for name, value in more.items():
        setattr(row, name, value)
    row.save(update_fields=["until", *more])
    return "ended"


def as_data(row: models.Model) -> dict[str, Any]:
    """Return a row as the entry keeps it."""
    return {each.attname: getattr(row, each.attname) for each in row._meta.concrete_fields}  # noqa: SLF001


def about(person: Person) -> str:
    """Return how an entry names a person."""
    return f"person:{person.pk}"


def days_of(row: Any) -> Phrase:
    """Return the days of a row in words: "5 March 2026 to 7 April 2026", "from 5 March 2026"."""
    return told(_FROM, since=row.since) if row.until is None else told(_FROM_TO, since=row.since, until=row.until)
