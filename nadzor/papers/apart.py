"""Large papers are set in a process of their own: what the compiler keeps for the next one goes with the process.

A book of a thousand lines takes 100 MB that a warm compiler would hold through its next ten papers, and a second in
which no other paper could be set.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from threading import Semaphore
from typing import Any

from django.conf import settings

from nadzor.papers.letters import printable
from nadzor.papers.typesetting import ROOT, TypesettingError, typeset

_AT_ONCE = Semaphore(2)
_LARGE = 100_000  # bytes of data
_LONGEST = 120  # seconds


def typeset_apart(template: str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """Set a paper as `typeset` does, apart where its data are large. Raises TypesettingError."""
    said = json.dumps(data, ensure_ascii=False)
    if len(said) < _LARGE:
        return typeset(template, data, at=at)
    order = {
        "root": str(ROOT),
        "template": template,
        "letters": str(settings.PAPER_LETTERS),
        "at": at.replace(microsecond=0).isoformat(),
        "data": printable(said),
    }
    command = [sys.executable, "-m", "nadzor.papers.press"]
    with _AT_ONCE:
        try:
            ended = subprocess.run(  # noqa: S603 - our own program, no argument from outside
                command,
                input=json.dumps(order).encode(),
                cwd=ROOT.parent,  # the program is found there, wherever we were started
                capture_output=True,
                check=False,
                timeout=_LONGEST,
            )
        except subprocess.TimeoutExpired as error:
            raise TypesettingError(f"{template}: {_LONGEST} s") from error
    if ended.returncode:
        raise TypesettingError(f"{template}: {ended.stderr.decode(errors='replace')[-2000:]}")
    return ended.stdout
