"""Jobs whose worker died, or lost its database in the middle: asked for again, so that each is done in the end.

A worker tells every `HEARTBEAT` seconds that it lives; one silent for `SILENCE` is dead. Its jobs go back into the
queue, unless the same job waits there already: then one is enough.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from procrastinate.exceptions import UniqueViolation
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

HEARTBEAT = 2
SILENCE = 8

_at_work: set[int | None] = set()
_unended: set[int | None] = set()


async def note(call_next: Callable[[], Awaitable[Any]], context: JobContext, _worker: object) -> Any:
    """Note which jobs this worker is at. A middleware of the worker."""
    _at_work.add(context.job.id)
    try:
        return await call_next()
    finally:
        _at_work.discard(context.job.id)


async def rescue(manager: JobManager, worker: int | None) -> int:
    """Ask again for the jobs of dead workers and for our own whose end could not be written. Returns how many.

    `worker`: the id of the asking worker.
    """
    stalled = [*await manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE), *await _ended_unseen(manager, worker)]
    for job in stalled:
        try:
            await manager.retry_job(job)
        except UniqueViolation:
            await manager.finish_job(job, Status.ABORTED, delete_job=True)
    return len(stalled)


async def _ended_unseen(manager: JobManager, worker: int | None) -> list[Job]:
    """Return our own jobs that we are not at, now and at the asking before: their end was lost with a connection."""
    if worker is None:
        return []
    ours = await manager.list_jobs_async(status=Status.DOING.value, worker_id=worker)
    idle = [job for job in ours if job.id not in _at_work]
    twice = [job for job in idle if job.id in _unended]
    _unended.clear()
    _unended.update(job.id for job in idle)
    return twice
