"""Jobs of the worker: silence becomes a fact, a contested proceeding learns how the complaint about it has ended."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from nadzor.complaints import silence

_AGAIN = RetryStrategy(max_attempts=5, wait=5)


@app.periodic(cron="*/10 * * * *")  # a term ends at midnight; a house may be switched off then
@app.task(queueing_lock="deem_refused", name="deem_refused", retry=_AGAIN)
def deem_refused(timestamp: int) -> None:  # noqa: ARG001  # the moment it was due
    """Make the fact of silence for each complaint whose term is over (29I.83)."""
    silence.deem_refused()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="tell_contested", name="tell_contested", retry=_AGAIN)
def tell_contested(timestamp: int) -> None:  # noqa: ARG001
    """Tell contested proceedings of decided complaints (29I.82.2)."""
    silence.tell_contested()
