"""The demands of an appeal one by one, each of which an answer must answer (29I.60.1)."""

import re

_LISTED = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–—•*])\s+")
_MOST = 20


def demands_in(demands: str) -> list[str]:
    """Return the demands of an appeal one by one: the lines of a list, else its paragraphs."""
    lines = [line for line in demands.splitlines() if line.strip()]
    if sum(bool(_LISTED.match(line)) for line in lines) > 1:
        found: list[str] = []
        for line in lines:
            if _LISTED.match(line) or not found:
                found.append(_LISTED.sub("", line).strip())
            else:
                found[-1] += f" {line.strip()}"
        return found[:_MOST]
    return [line.strip() for line in lines][:_MOST]
