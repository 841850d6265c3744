"""Several things at once: each work in a thread of its own with its own connection, started together."""

import contextvars
import threading
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection

PATIENCE = 30.0  # seconds; a thread that waits longer waits for ever


def together(*works: Callable[[], Any]) -> list[Any]:
    """Return what each work returned, or the error it raised, in the order of works. The clock of the test holds."""
    gate = threading.Barrier(len(works))
    results: list[Any] = [None] * len(works)

    def run(place: int) -> None:
        try:
            gate.wait(PATIENCE)
            results[place] = works[place]()
        except Exception as error:  # noqa: BLE001  # the test judges it
            results[place] = error
        finally:
            connection.close()

    threads = [
        threading.Thread(target=contextvars.copy_context().run, args=(run, place), daemon=True)
        for place in range(len(works))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads), "somebody waits for ever"
    return results


def errors(results: Sequence[Any]) -> list[Exception]:
    return [each for each in results if isinstance(each, Exception)]
