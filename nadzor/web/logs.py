"""What the log must not hold: codes that open something to whoever reads the log.

The code by which an applicant follows an appeal, also in a link; that of a signed answer; the secret address of
somebody’s calendar.
"""

import logging
import re

_CODE = re.compile(r"(/track/|/work/calendar/|/confirm/|[?&]code=)[^\s/?#&]+")


class WithoutCodes(logging.Filter):
    """Cuts codes out of the addresses that are logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; keep it."""
        record.msg = _cut(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_cut(each) for each in record.args)
        return True


def _cut(value: object) -> object:
    return _CODE.sub(r"\1…", value) if isinstance(value, str) else value
