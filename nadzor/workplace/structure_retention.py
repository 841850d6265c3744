"""The terms of keeping of an office, on its page among the structure."""

import datetime as dt
from typing import Any

from nadzor.casework.kept import Retention
from nadzor.casework.structure.retention import KINDS
from nadzor.law.words import Phrase
from nadzor.workplace.structure_words import days_text_of

RETENTION_HEADS = (
    Phrase("Істің түрі", "Вид дела", "Kind of case"),
    Phrase("Жыл", "Лет", "Years"),
    Phrase("Негізі", "Основание", "Ground"),
    Phrase("Бұйрық", "Приказ", "Order"),
    Phrase("Күндері", "Дни", "Days"),
)


def retention_rows(body: int, today: dt.date) -> list[dict[str, Any]]:
    """Return the rows of the table, those of the past too: an act names the term it went by."""
    return [
        {
            "cells": [
                {"text": KINDS.get(row.kind, row.kind)},
                {"text": str(row.years)},
                {"text": row.ground},
                {"text": f"{row.order_number}, {row.order_day:%d.%m.%Y}"},
                {"text": days_text_of(row, today)},
            ],
            "actions": [],
        }
        for row in Retention.objects.filter(body=body).order_by("kind", "-since")
    ]
