"""Idempotency keys: the same key with the same question gives the first answer again (api.md)."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from nadzor import clock
from nadzor.casework.models import Key
from nadzor.casework.refusals import KEY_REUSED, KeyReused
from nadzor.casework.writing import Change, raw

LIVES = dt.timedelta(days=90)


def plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return data as JSON knows it."""
    return {str(name): _plain(value) for name, value in data.items()}


def _plain(value: Any) -> Any:  # whatever a form holds
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return plain(value)
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def recall(space: str, key: str, asked: bytes) -> list[dict[str, Any]] | None:
    """Return the answer first given under a key, none for a fresh key. Raises KeyReused for another question."""
    with raw() as cursor:
        cursor.execute(_RECALL, (space, key, clock.now() - LIVES))
        row = cursor.fetchone()
    if row is None:
        return None
    if bytes(row[0]) != asked:
        raise KeyReused(KEY_REUSED)
    return list(json.loads(row[1]))  # Django lets JSON come as text


def keep(change: Change, space: str, key: str, asked: bytes, answers: list[dict[str, Any]]) -> None:
    """Collect the row of a key, in the transaction of its act. An expired row of the same key gives way."""
    now = clock.now()
    change.execute(_FORGET, space, key, now - LIVES)
    change.insert(Key, space=space, key=key, asked=asked, answer=answers, made_at=now)


_RECALL = (
    f"SELECT asked, answer FROM {Key._meta.db_table} "  # noqa: S608, SLF001
    "WHERE space = %s AND key = %s AND made_at > %s"
)
_FORGET = f"DELETE FROM {Key._meta.db_table} WHERE space = %s AND key = %s AND made_at <= %s"  # noqa: S608, SLF001


def forget_old() -> int:
    """Drop keys older than ninety days; return how many."""
    return Key.objects.filter(made_at__lte=clock.now() - LIVES).delete()[0]
