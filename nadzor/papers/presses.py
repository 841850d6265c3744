"""Many letters set at once: a process for each core takes the next order as soon as its last letter is done.

One that dies is started anew and gets its order again; one that dies twice at the same letter leaves that letter out.
"""

import datetime as dt
import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Timer
from types import TracebackType
from typing import Any, Self

from django.conf import settings

from nadzor.papers.letters import printable
from nadzor.papers.typesetting import ROOT, TypesettingError

MOST_AT_ONCE = 2
"""Processes; never more than there are cores."""
_LONGEST = 60  # seconds that some dozens of letters may take


@dataclass(frozen=True, slots=True)
class Order:
    """A letter to be set. `url`: what its QR code leads to, drawn as `qr` into the data; empty for none."""

    template: str
    data: Mapping[str, Any]
    at: dt.datetime
    url: str = ""

    def line(self) -> bytes:
        """Return the order as the process reads it."""
        said = {
            "template": self.template,
            "data": printable(json.dumps(self.data, ensure_ascii=False)),
            "at": self.at.replace(microsecond=0).isoformat(),
            "url": self.url,
        }
        return json.dumps(said).encode() + b"\n"


class Presses:
    """Processes that set letters; to be used in a `with`, which ends them."""

    def __init__(self, count: int = 0) -> None:
        self._count = count or max(1, min(MOST_AT_ONCE, os.cpu_count() or 1))
        self._presses: list[_Press] = []
        self._hands = ThreadPoolExecutor(self._count, "presses")

    def __enter__(self) -> Self:
        self._presses = [_Press() for _ in range(self._count)]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for press in self._presses:
            press.end()
        self._hands.shutdown(cancel_futures=True)

    def set_all(self, orders: Sequence[Order]) -> list[bytes | TypesettingError]:
        """Return the letters in the order of the orders; what cannot be set stands as its error."""
        made: list[bytes | TypesettingError] = [TypesettingError("")] * len(orders)
        waiting = deque(enumerate(orders))

        def work(press: _Press) -> None:
            while waiting:
                try:
                    place, order = waiting.popleft()
                except IndexError:  # the other one was faster
                    return
                made[place] = press.set_or_tell(order)

        watch = Timer(_LONGEST, self._kill)
        watch.start()
        try:
            for done in [self._hands.submit(work, press) for press in self._presses]:
                done.result()
        finally:
            watch.cancel()
        return made

    def _kill(self) -> None:
        for press in self._presses:
            press.process.kill()


class _Press:
    """One process, started anew where it has died."""

    def __init__(self) -> None:
        self.process = _started()

    def set_or_tell(self, order: Order) -> bytes | TypesettingError:
        line = order.line()
        for _ in range(2):
            try:
                return self._set(line)
            except TypesettingError as error:
                return error
            except (OSError, EOFError):
                self.end()
                self.process = _started()
        return TypesettingError(f"{order.template}: the press has died twice")

    def _set(self, line: bytes) -> bytes:
        orders, answers = self.process.stdin, self.process.stdout
        if orders is None or answers is None:
            raise EOFError
        orders.write(line)
        orders.flush()
        told = answers.readline()
        if not told.endswith(b"\n"):
            raise EOFError
        said = json.loads(told)
        if "wrong" in said:
            raise TypesettingError(said["wrong"])
        made = answers.read(said["size"])
        if len(made) < said["size"]:
            raise EOFError
        return made

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still to be written has nobody to read it
                    continue


def _started() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "nadzor.papers.rolling", str(ROOT), str(settings.PAPER_LETTERS)]
    return subprocess.Popen(  # noqa: S603 - our own program, no argument from outside
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT.parent,  # the program is found there, wherever we were started
    )
