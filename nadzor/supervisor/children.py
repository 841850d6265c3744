"""Child processes that never outlive the program, and pauses that grow when one keeps dying."""

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from nadzor.law.words import Phrase

GRACE = 15
"""Seconds that a child gets to end its requests or its job; then it is killed."""
CALM = 60
"""Seconds of life after which an earlier death is forgotten."""
LONGEST_PAUSE = 30.0
MARK = "NADZOR_RUN"
"""The environment variable by which children of a killed run are found: it holds the id of the data folder."""

_libc = ctypes.CDLL(None, use_errno=True)
_PR_SET_PDEATHSIG = 1


class Pause:
    """How long to wait before the next start: half a second, doubled at each death, forgotten after a calm minute."""

    def __init__(self) -> None:
        self.deaths = 0
        self._next = 0.5
        self._born = time.monotonic()
        self._due = 0.0

    def began(self) -> None:
        """Note a start."""
        self._born = time.monotonic()

    def died(self) -> float:
        """Note a death; return the seconds to wait."""
        if time.monotonic() - self._born > CALM:
            self._next, self.deaths = 0.5, 0
        pause, self._next, self.deaths = self._next, min(self._next * 2, LONGEST_PAUSE), self.deaths + 1
        self._due = time.monotonic() + pause
        return pause

    def over(self) -> bool:
        """Tell whether the wait is over."""
        return time.monotonic() >= self._due


class Child:
    """A process with its own process group, told to end when we die, started again when it dies."""

    def __init__(self, name: Phrase, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.name = name
        self.pause = Pause()
        self._command = list(command)
        self._environment = dict(environment)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it."""
        parent = os.getpid()

        def tie() -> None:
            _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
            if os.getppid() != parent:
                os.kill(os.getpid(), signal.SIGKILL)

        self.pause.began()
        self._process = subprocess.Popen(  # noqa: S603
            self._command,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us: we end the children in order
            preexec_fn=tie,  # noqa: PLW1509  # two system calls, no lock taken
        )

    def ended(self) -> int | None:
        """Return the code with which it has just ended, once; None while it lives or waits for its next start."""
        if self._process is None or (code := self._process.poll()) is None:
            return None
        self._sweep()  # workers of a killed server would keep the port
        self._process = None
        return code

    def waits(self) -> bool:
        """Tell whether it is not running and its pause is over."""
        return self._process is None and self.pause.over()

    def ask_to_stop(self) -> None:
        """Ask it to end."""
        if self._process is not None:
            self._process.terminate()

    def stop(self, deadline: float) -> None:
        """Wait for its end until a moment of the monotonic clock, then kill it with all that it started."""
        if self._process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(max(0.1, deadline - time.monotonic()))
        self._sweep()
        self._process.wait()
        self._process = None

    def _sweep(self) -> None:
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)


def end_leftovers(folder_id: str) -> None:
    """End what a killed run on this folder left behind. To be called under the folder's lock, before any start."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + GRACE
        left = _marked(folder_id)
        for pid in left:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, number)
        while left and time.monotonic() < deadline:
            time.sleep(0.05)
            left = _marked(folder_id)
        if not left:
            return


def _marked(folder_id: str) -> list[int]:
    wanted = f"{MARK}={folder_id}".encode()
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) not in {os.getpid(), os.getppid()}:
            with contextlib.suppress(OSError):  # gone, or somebody else's
                if wanted in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
    return found
