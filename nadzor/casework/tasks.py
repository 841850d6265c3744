"""Jobs of the worker. Each may run twice or break off anywhere: what it does, it does once.

No job holds a lock of the queue: a killed worker would leave it behind.
"""

import datetime as dt
import logging

from procrastinate.contrib.django import app

from nadzor import clock
from nadzor.casework import files, integrity, journal, keys, outbox

_log = logging.getLogger(__name__)


@app.periodic(cron="* * * * * */5")
@app.task(queueing_lock="deliver_notices", name="deliver_notices")
def deliver_notices(timestamp: int) -> None:  # noqa: ARG001  # the moment it was due
    """Deliver what the outbox holds."""
    outbox.deliver()


@app.periodic(cron="*/30 * * * *")  # not at midnight alone: a house may be switched off at night
@app.task(queueing_lock="make_root", name="make_root")
def make_root(timestamp: int) -> None:  # noqa: ARG001
    """Make the root of the day that has ended."""
    journal.root_of(clock.today(journal.ZONE) - dt.timedelta(days=1))


@app.periodic(cron="20 2 * * *")
@app.task(queueing_lock="tidy", name="tidy")
def tidy(timestamp: int) -> None:  # noqa: ARG001
    """Drop uploads that nobody took and keys that have expired."""
    files.sweep()
    keys.forget_old()


@app.periodic(cron="40 2 * * *")
@app.task(queueing_lock="check_integrity", name="check_integrity")
def check_integrity(timestamp: int) -> None:  # noqa: ARG001
    """Ask the impossible questions and look through the journal; what is wrong goes to the log."""
    for fault in integrity.faults():
        _log.error("%s: %s. %s", fault.check, fault.where, fault.cure.en)
    for register in journal.verify():
        for finding in register.findings:
            if finding.fault:
                _log.error("journal %s: %s", finding.register, finding.told.en)
