"""Fields of questions: how each is read, and what is said of one that cannot be read."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from nadzor.law.ask.refusals import BAD_VALUE, MISSING_FIELD, UNKNOWN_FIELD, Refusal
from nadzor.law.posts import Official, official

Reader = Callable[[str, Any], Any]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a question: how it is read, whether it must be there, what stands for it if not."""

    read: Reader
    required: bool = False
    default: Any = None


def read_fields(question: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    """Read a question by its fields. Raises Refusal: unknown fields first, then missing ones, then bad values."""
    for name in question:
        if name not in fields:
            raise Refusal(UNKNOWN_FIELD, name, "unknown_field", allowed=fields)
    for name, field in fields.items():
        if field.required and name not in question:
            raise Refusal(MISSING_FIELD, name, "missing_field")
    return {
        name: field.read(name, question[name]) if name in question else field.default for name, field in fields.items()
    }


def text(name: str, value: object) -> str:
    """Read a text."""
    if not isinstance(value, str):
        raise Refusal(BAD_VALUE, name, "not_text")
    return value


def switch(name: str, value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise Refusal(BAD_VALUE, name, "not_a_switch")
    return value


def day(name: str, value: object) -> dt.date:
    """Read a day written YYYY-MM-DD."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise Refusal(BAD_VALUE, name, "not_a_day", given=value)


def instant(name: str, value: object) -> dt.datetime:
    """Read an instant with its offset."""
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        try:
            return dt.datetime.fromisoformat(value)
        except ValueError:
            pass
    raise Refusal(BAD_VALUE, name, "not_an_instant", given=value)


def one_of(values: type[StrEnum]) -> Reader:
    """Return the reader of a name from a list."""

    def read(name: str, value: object) -> StrEnum:
        try:
            return values(text(name, value))
        except ValueError:
            raise Refusal(BAD_VALUE, name, "not_one_of", given=value, allowed=list(values)) from None

    return read


def who(name: str, value: object) -> Official:
    """Read an official written "oblast:head"."""
    try:
        return official(text(name, value))
    except ValueError:
        raise Refusal(BAD_VALUE, name, "not_an_official", given=value) from None


def who_text(name: str, value: object) -> str:
    """Read an official and keep the way it is written."""
    return str(who(name, value))


def pauses(name: str, value: object) -> tuple[tuple[dt.date, dt.date], ...]:
    """Read a list of pairs of days."""
    if not isinstance(value, list):
        raise Refusal(BAD_VALUE, name, "not_pauses")
    found = []
    for pair in value:
        if not isinstance(pair, list) or len(pair) != 2:
            raise Refusal(BAD_VALUE, name, "not_pauses")
        found.append((day(name, pair[0]), day(name, pair[1])))
    return tuple(found)


def facts(plain: Collection[str], about_officials: Collection[str] = ()) -> Reader:
    """Return the reader of a list of facts, some of which name an official: "no_answer_of:oblast:head"."""

    def read(name: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise Refusal(BAD_VALUE, name, "not_a_list")
        for fact in value:
            kind, colon, person = str(fact).partition(":")
            if isinstance(fact, str) and fact in plain:
                continue
            if not isinstance(fact, str) or kind not in about_officials or not colon:
                allowed = [*sorted(plain), *(f"{about}:<body:post>" for about in sorted(about_officials))]
                raise Refusal(BAD_VALUE, name, "not_a_fact", given=fact, allowed=allowed)
            who(name, person)
        return tuple(value)

    return read
