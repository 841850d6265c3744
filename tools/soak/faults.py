"""One fault: a load, a kill in the middle of it, the end of the load, the proof."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tools.soak.house import House, Part, SoakError, until
from tools.soak.load import Load
from tools.soak.proof import prove

BEFORE = 0.5
"""Seconds of load before a kill, at least; a random part of a second comes on top."""
AFTER = 20
"""Letters that must be acknowledged after the house is back."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one fault did. Seconds; `away`: from the kill to the house being ready again."""

    part: Part
    letters: int
    tried_again: int
    away: float
    seconds: float


def fault(house: House, client: int, part: Part, name: str, *, in_a_job: bool = False) -> Outcome:
    """Kill a part under load and prove that nothing is lost. Raises SoakError.

    `in_a_job`: a worker is killed while it certainly is at a job, else at a random moment.
    """
    began = time.monotonic()
    load = Load(house, name)
    load.start()
    try:
        until(lambda: load.acknowledged or load.faults, "the first letter is acknowledged")
        time.sleep(BEFORE + random.random())  # noqa: S311  # any moment will do
        if in_a_job:
            with _held_at_a_job(house):
                dead = house.kill(part)
        else:
            dead = house.kill(part)
        killed = time.monotonic()
        house.back(part, dead)
        back = time.monotonic()
        until(lambda: load.since(back) >= AFTER or load.faults, "letters are acknowledged again")
    finally:
        load.stop()
    if load.faults:
        raise SoakError("\n".join(load.faults))
    prove(house, load, client)
    return Outcome(part, len(load.acknowledged), load.tried_again(), back - killed, time.monotonic() - began)


@contextmanager
def _held_at_a_job(house: House) -> Iterator[None]:
    """For the block: the worker is in the middle of a delivery, waiting for a lock that we hold."""
    with house.session() as holding, house.session() as looking, holding.transaction():
        holding.execute("LOCK TABLE casework_notice IN EXCLUSIVE MODE")
        until(
            lambda: (
                looking.execute(
                    "SELECT FROM procrastinate_jobs WHERE status = 'doing' AND task_name = 'deliver_notices'"
                ).fetchone()
                is not None
            ),
            "the worker is at a delivery",
            60,
        )
        yield
