"""What a page shows of a sealed case to those it is not open to: that it is counted, and its number (29I.61.5)."""

from collections.abc import Collection
from typing import Any

from nadzor.casework.access import visible
from nadzor.casework.models import Proceeding
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

SEALED = Phrase("жабық", "закрытое", "sealed")


def sealed_from(actor: Actor, rows: Collection[Proceeding]) -> frozenset[int]:
    """Return the ids of those rows that are sealed and not for this reader."""
    sealed = [row.pk for row in rows if row.circle_id is not None]
    if not sealed:
        return frozenset()
    return frozenset(sealed) - set(visible(actor).filter(pk__in=sealed).values_list("pk", flat=True))


def counted_only(row: Proceeding) -> dict[str, Any]:
    """Return the row of a list of cases for somebody it is not open to: no link, no word but its number."""
    blank = {"text": SEALED}
    return {
        "url": None,
        "number": row.number,
        "procedure": row.procedure,
        "cells": [
            {"text": "–"},
            {"text": row.number, "whole": True},
            blank,
            {"text": "–"},
            {"text": "–"},
            {"text": "–"},
        ],
    }
