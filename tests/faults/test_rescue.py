"""Which jobs are asked for again: a queue in memory, rescues one after another."""

import asyncio
from typing import Any, cast

import pytest
from procrastinate.exceptions import UniqueViolation
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

from nadzor.casework import rescue

ME = 7


class Queue:
    """Stands in for the queue of the database: what is stalled, what is ours, what waits already."""

    def __init__(self, *, stalled: tuple[int, ...] = (), ours: tuple[int, ...] = (), twins: tuple[int, ...] = ()):
        self.stalled, self.ours, self.twins = list(map(job, stalled)), list(map(job, ours)), twins
        self.told: list[tuple[str, int | None]] = []

    async def get_stalled_jobs(self, *, seconds_since_heartbeat: float) -> list[Job]:
        assert seconds_since_heartbeat == rescue.SILENCE
        return self.stalled

    async def list_jobs_async(self, *, status: str, worker_id: int) -> list[Job]:
        assert (status, worker_id) == ("doing", ME)
        return self.ours

    async def retry_job(self, again: Job) -> None:
        if again.id in self.twins:
            raise UniqueViolation(constraint_name="queueing_lock", queueing_lock="x")
        self.told.append(("again", again.id))

    async def finish_job(self, ended: Job, status: Status, *, delete_job: bool) -> None:
        assert delete_job
        self.told.append((status.value, ended.id))

    def rescue(self) -> int:
        return asyncio.run(rescue.rescue(cast("JobManager", self), ME))


def job(number: int) -> Job:
    return Job(id=number, queue="default", lock=None, queueing_lock="x", task_name="x", task_kwargs={})


@pytest.fixture(autouse=True)
def _forget() -> None:
    rescue._unended.clear()


def test_a_dead_workers_jobs_are_asked_for_again() -> None:
    queue = Queue(stalled=(1, 2))
    assert (queue.rescue(), queue.told) == (2, [("again", 1), ("again", 2)])


def test_a_job_that_waits_already_is_not_asked_for_twice() -> None:
    queue = Queue(stalled=(1, 2), twins=(1,))
    assert (queue.rescue(), queue.told) == (2, [("aborted", 1), ("again", 2)])


def test_a_job_of_ours_that_we_are_not_at_is_asked_for_at_the_second_look() -> None:
    queue = Queue(ours=(3,))
    assert [queue.rescue(), queue.rescue(), queue.told] == [0, 1, [("again", 3)]]


def test_a_job_that_we_are_at_is_left() -> None:
    class Context:
        job = job(4)

    queue = Queue(ours=(4,))

    async def work() -> Any:
        return [await rescue.rescue(cast("JobManager", queue), ME) for _ in range(3)]

    assert asyncio.run(rescue.note(work, cast("JobContext", Context()), None)) == [0, 0, 0]
    assert [queue.rescue(), queue.rescue()] == [0, 1]  # and no longer
