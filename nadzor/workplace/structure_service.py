"""Other service and the special register on the page of a person."""

import datetime as dt
from typing import Any

from django.urls import reverse

from nadzor.casework.structure import STEPS
from nadzor.casework.structure.service import counted_of
from nadzor.law.service import COUNTED, SERVED, Served
from nadzor.law.words import LANGUAGES, Lang, Phrase, plural
from nadzor.organs.models import Person
from nadzor.workplace.structure_words import HEADS, days_text_of, joined, order_of

_DAY: dict[Lang, tuple[str, ...]] = {"kk": ("күн",), "ru": ("день", "дня", "дней"), "en": ("day", "days")}
_COUNTS = Phrase("иә", "да", "yes")
_INCLUDED = Phrase("иә, прокуратура қосқан", "да, включила прокуратура", "yes, included by the office")
_NOT = Phrase("жоқ", "нет", "no")
SERVICE_HEADS = (
    Phrase("Қызмет", "Служба", "Service"),
    *HEADS["absence_heads"][1:2],
    Phrase("Өтілге есептеледі", "Входит в стаж", "Counts"),
    *HEADS["absence_heads"][2:],
)
MILITARY_HEADS = HEADS["absence_heads"][1:]


def service_of(person: Person, today: dt.date) -> dict[str, Any]:
    """Return what the page shows of other service and of the special register."""
    counted = counted_of(person)
    return {
        "service_heads": SERVICE_HEADS,
        "military_heads": MILITARY_HEADS,
        "services": [_service(one, today) for one in person.services.order_by("since", "pk")],
        "counted": Phrase(*(plural(counted, lang, _DAY[lang]) for lang in LANGUAGES)),
        "military": [_military(one, today) for one in person.military.order_by("-since", "-pk")],
    }


def _service(one: Any, today: dt.date) -> dict[str, Any]:
    kind = Served(one.kind)
    counts = _COUNTS if kind in COUNTED else _INCLUDED if one.included else _NOT
    cells = [
        {"text": joined(SERVED[kind], one.place)},
        {"text": days_text_of(one, today)},
        {"text": counts},
        {"text": order_of(one)},
    ]
    return {"cells": cells, "actions": [_link("drop_service", one.pk)]}


def _military(one: Any, today: dt.date) -> dict[str, Any]:
    ends = one.until is None or one.until > today
    cells = [{"text": days_text_of(one, today)}, {"text": order_of(one)}]
    return {"cells": cells, "actions": [_link("leave_register", one.pk)] if ends else []}


def _link(name: str, on: int) -> dict[str, Any]:
    return {"url": reverse("structure-change", args=[name, str(on)]), "title": STEPS[name].title}
