"""Jobs of the worker for the workplace. Each may run twice or break off anywhere: what it does, it does once."""

from django.db import InterfaceError, OperationalError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException

from nadzor.workplace import batch_keeping, batch_making, batch_posting
from nadzor.workplace.many import keeping, making

_AGAIN = RetryStrategy(max_attempts=5, wait=5, retry_exceptions=(OperationalError, InterfaceError, ConnectorException))
_WAIT = 3  # seconds


@app.task(name="make_letters", retry=_AGAIN)
def make_letters(batch: int) -> None:
    """Make the letters of a batch, or wait for one that is being made."""
    if batch_making.waits_for_another(batch):
        make_letters.configure(schedule_in={"seconds": _WAIT}).defer(batch=batch)
        return
    batch_making.make(batch)


@app.task(name="post_letters", retry=_AGAIN)
def post_letters(batch: int) -> None:
    """Give the letters of a batch to the post, each entered into its case once."""
    batch_posting.post(batch)


@app.task(name="register_papers", retry=_AGAIN)
def register_papers(batch: int) -> None:
    """Register the papers of a batch that are ready, each once."""
    making.register(batch)


@app.periodic(cron="35 2 * * *")
@app.task(queueing_lock="tidy_papers", name="tidy_papers", retry=_AGAIN)
def tidy_papers(timestamp: int) -> None:  # noqa: ARG001  # the moment it was due
    """Drop papers that nobody touched for thirty days."""
    keeping.sweep()


@app.periodic(cron="30 2 * * *")
@app.task(queueing_lock="tidy_letters", name="tidy_letters", retry=_AGAIN)
def tidy_letters(timestamp: int) -> None:  # noqa: ARG001  # the moment it was due
    """Drop the letters of batches that are a week old."""
    batch_keeping.sweep()
