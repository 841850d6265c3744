"""Clocks of Kazakhstan: on which day an instant falls there. tzdata has the rules; nothing here reads a clock."""

import datetime as dt
from zoneinfo import ZoneInfo

from nadzor.law.calendar import CalendarUnknown

# Until 2024-03-01 the country had two times; since then +05:00 everywhere.
_CAPITAL = ZoneInfo("Asia/Almaty")
_WEST = ZoneInfo("Asia/Aqtobe")


def local_time(instant: dt.datetime) -> dt.datetime:
    """Return an instant on the clocks of Kazakhstan: as given where its offset was in force there, else the capital's.

    Raises ValueError for an instant without an offset, CalendarUnknown at the ends of time.
    """
    if instant.utcoffset() is None:
        raise ValueError(instant)
    try:
        for zone in (_CAPITAL, _WEST):
            local = instant.astimezone(zone)
            if local.utcoffset() == instant.utcoffset():
                return local
        return instant.astimezone(_CAPITAL)
    except OverflowError:
        raise CalendarUnknown from None
