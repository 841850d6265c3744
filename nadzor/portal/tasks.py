"""Jobs of the worker for the portal. It may run twice or break off anywhere: what it does, it does once."""

from django.db import InterfaceError, OperationalError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException

from nadzor.portal import drafts

_AGAIN = RetryStrategy(max_attempts=5, wait=5, retry_exceptions=(OperationalError, InterfaceError, ConnectorException))


@app.periodic(cron="10 2 * * *")  # before the sweep of files, which drops the bytes of what goes here
@app.task(queueing_lock="tidy_drafts", name="tidy_drafts", retry=_AGAIN)
def tidy_drafts(timestamp: int) -> None:  # noqa: ARG001  # the moment it was due
    """Drop drafts that nobody has touched for thirty days, with their files."""
    drafts.forget_old()
