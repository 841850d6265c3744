"""The only clock of the house. Scenarios, imports and tests set it; everybody else asks it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

_set_to: ContextVar[dt.datetime | None] = ContextVar("nadzor_clock", default=None)


def now() -> dt.datetime:
    """Return the present instant in UTC, or the one that `standing_at` has set."""
    return _set_to.get() or dt.datetime.now(dt.UTC)


def today(zone: str) -> dt.date:
    """Return the present day on the clocks of a zone ("Asia/Almaty")."""
    return now().astimezone(ZoneInfo(zone)).date()


@contextmanager
def standing_at(instant: dt.datetime) -> Iterator[None]:
    """Let the clock stand at an instant inside the block. Raises ValueError for an instant without an offset."""
    if instant.utcoffset() is None:
        raise ValueError(instant)
    token = _set_to.set(instant.astimezone(dt.UTC))
    try:
        yield
    finally:
        _set_to.reset(token)
