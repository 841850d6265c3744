"""Jobs of the worker. Each may run twice or break off anywhere: what it does, it does once.

No job holds a lock of the queue: a killed worker would leave it behind. A job that lost its database is tried again;
one whose worker was killed is rescued.
"""

import logging

from django.contrib.sessions.backends.db import SessionStore
from django.db import InterfaceError, OperationalError
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException

from nadzor.accounts import attempts, guard, history, seats
from nadzor.casework import destroying, files, integrity, journal, keys, mailing, outbox, rescue
from nadzor.casework.structure import entering

_log = logging.getLogger(__name__)
_LOST = (OperationalError, InterfaceError, ConnectorException)
_AGAIN = RetryStrategy(max_attempts=5, wait=5, retry_exceptions=_LOST)


@app.periodic(cron="* * * * * */5")
@app.task(queueing_lock="rescue_jobs", name="rescue_jobs", pass_context=True, retry=_AGAIN)
async def rescue_jobs(context: JobContext, timestamp: int) -> None:  # noqa: ARG001  # the moment it was due
    """Ask again for the jobs of workers that died."""
    if count := await rescue.rescue(context.app.job_manager, context.job.worker_id):
        _log.warning("jobs asked for again: %d", count)


@app.periodic(cron="* * * * * */5")
@app.task(queueing_lock="deliver_notices", name="deliver_notices", retry=_AGAIN)
def deliver_notices(timestamp: int) -> None:  # noqa: ARG001  # the moment it was due
    """Deliver what the outbox holds."""
    outbox.deliver()


@app.periodic(cron="* * * * * */10")
@app.task(queueing_lock="send_mail", name="send_mail", retry=_AGAIN)
def send_mail(timestamp: int) -> None:  # noqa: ARG001  # the moment it was due
    """Send the e-mails whose time has come."""
    mailing.send()


@app.periodic(cron="*/30 * * * *")  # not at midnight alone: a house may be switched off at night
@app.task(queueing_lock="make_root", name="make_root", retry=_AGAIN)
def make_root(timestamp: int) -> None:  # noqa: ARG001
    """Make the roots of the days that have ended since the last one: a house may have stood still for some."""
    journal.make_roots()


@app.periodic(cron="*/10 * * * *")  # a post ends at midnight; a house may be switched off then
@app.task(queueing_lock="close_departed", name="close_departed", retry=_AGAIN)
def close_departed(timestamp: int) -> None:  # noqa: ARG001
    """Close the access of those whose last post has ended: their pages are closed already, now their tokens too."""
    if count := entering.close_departed():
        _log.info("access closed, the last post has ended: %d", count)


@app.periodic(cron="20 2 * * *")
@app.task(queueing_lock="tidy", name="tidy", retry=_AGAIN)
def tidy(timestamp: int) -> None:  # noqa: ARG001
    """Drop uploads that nobody took, keys and sessions that have expired, wrong tries older than a day."""
    files.sweep()
    keys.forget_old()
    attempts.forget_old()
    guard.forget_old()
    seats.forget_old()
    history.forget_old()
    SessionStore.clear_expired()


@app.periodic(cron="50 1 * * *")
@app.task(queueing_lock="propose_destruction", name="propose_destruction", retry=_AGAIN)
def propose_destruction(timestamp: int) -> None:  # noqa: ARG001
    """Propose to destroy what offices have kept as long as their terms say."""
    destroying.propose_all()


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="carry_out_acts", name="carry_out_acts", retry=_AGAIN)
def carry_out_acts(timestamp: int) -> None:  # noqa: ARG001
    """Carry out approved acts of destruction; apply again those that a restored backup does not know."""
    destroying.reapply()
    destroying.carry_out_all()


@app.periodic(cron="40 2 * * *")
@app.task(queueing_lock="check_integrity", name="check_integrity", retry=_AGAIN)
def check_integrity(timestamp: int) -> None:  # noqa: ARG001
    """Ask the impossible questions and look through the journal; what is wrong goes to the log."""
    for fault in integrity.faults():
        _log.error("%s: %s. %s", fault.check, fault.where, fault.cure.en)
    for register in journal.verify():
        for finding in register.findings:
            if finding.fault:
                _log.error("journal %s: %s", finding.register, finding.told.en)
