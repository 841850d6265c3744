"""Idempotency keys: the same key with the same question gives the first answer again (api.md)."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Asked:
    """A key of an actor with the digest of what it stands for."""

    space: str
    key: str
    digest: bytes


def recall(asked: Asked) -> list[dict[str, Any]] | None:
    """Return the answer first given under a key, none for a fresh key. Raises KeyReused for another question."""
    with raw() as cursor:
        cursor.execute(_RECALL, (asked.space, asked.key))
        row = cursor.fetchone()
    return None if row is None else told(asked, *row)


def told(asked: Asked, digest: bytes | None, answer: str | None, made_at: dt.datetime | None) -> Any:
    """Return what a row of `COLUMNS` tells: the answer, or none for a key that is fresh. An expired row gives way.

    Raises KeyReused for another question.
    """
    if digest is None or answer is None or made_at is None:
        return None
    limit = clock.now() - LIVES
    if made_at <= limit:
        with raw() as cursor:
            cursor.execute(_FORGET, (asked.space, asked.key, limit))
        return None
    if bytes(digest) != asked.digest:
        raise KeyReused(KEY_REUSED)
    return list(json.loads(answer))  # Django lets JSON come as text


def keep(change: Change, asked: Asked, answers: list[dict[str, Any]]) -> None:
    """Collect the row of a key, in the transaction of its act."""
    change.insert(Key, space=asked.space, key=asked.key, asked=asked.digest, answer=answers, made_at=clock.now())


COLUMNS = "k.asked, k.answer, k.made_at"
JOIN = f"{Key._meta.db_table} AS k ON k.space = %s AND k.key = %s"  # noqa: SLF001
_RECALL = f"SELECT {COLUMNS} FROM (SELECT 1) AS one JOIN {JOIN}"  # noqa: S608
_FORGET = f"DELETE FROM {Key._meta.db_table} WHERE space = %s AND key = %s AND made_at <= %s"  # noqa: S608, SLF001


def forget_old() -> int:
    """Drop keys older than ninety days; return how many."""
    return Key.objects.filter(made_at__lte=clock.now() - LIVES).delete()[0]
