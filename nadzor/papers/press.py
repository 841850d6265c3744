"""The process that sets one large paper: the order comes by the standard input, the PDF goes to the standard output.

It knows neither the settings nor the database, so it starts at once.
"""

import datetime as dt
import json
import sys
from pathlib import Path

import typst


def press(order: dict[str, str]) -> bytes:
    """Set the paper that an order describes: root, template, letters, at, data (all texts, data as JSON)."""
    letters = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[order["letters"]])
    root = Path(order["root"])
    made = typst.compile(
        root / order["template"],
        root=root,
        font_paths=letters,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": order["data"]},
        pdf_standards=["a-2a"],
        timestamp=dt.datetime.fromisoformat(order["at"]),
    )
    if not isinstance(made, bytes):
        raise TypeError(order["template"])
    return made


if __name__ == "__main__":
    sys.stdout.buffer.write(press(json.load(sys.stdin)))
