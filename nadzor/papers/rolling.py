"""The process that sets one letter after another: an order a line by the standard input, a letter each in answer.

An answer is a line that tells its length or what was wrong, then the PDF. The process knows neither the settings nor
the database, so it starts at once; it ends when the standard input does, so it never outlives who started it.
"""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any, BinaryIO

import typst

from nadzor.papers.codes import qr


def roll(root: Path, letters: Path, orders: BinaryIO, answers: BinaryIO) -> None:
    """Set what is ordered until the orders end. An order: template, at, data (a text of JSON), url (for the code)."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(letters)])
    compiler = typst.Compiler(root=root, font_paths=fonts, ignore_system_fonts=True)
    for line in orders:
        order = json.loads(line)
        try:
            made = _set(compiler, root, order)
        except (typst.TypstError, TypeError) as error:
            said = getattr(error, "diagnostic", None) or repr(error)
            answers.write(json.dumps({"wrong": f"{order['template']}: {said}"}).encode() + b"\n")
        else:
            answers.write(json.dumps({"size": len(made)}).encode() + b"\n" + made)
        answers.flush()


def _set(compiler: typst.Compiler, root: Path, order: dict[str, Any]) -> bytes:
    data = order["data"]
    if order["url"]:  # the code is drawn here: drawing it takes a third of the time of the letter
        data = json.dumps({**json.loads(data), "qr": qr(order["url"])}, ensure_ascii=False)
    made = compiler.compile(
        root / order["template"],
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=["a-2a"],
        timestamp=dt.datetime.fromisoformat(order["at"]),
    )
    if not isinstance(made, bytes):
        raise TypeError(order["template"])
    return made


if __name__ == "__main__":
    roll(Path(sys.argv[1]), Path(sys.argv[2]), sys.stdin.buffer, sys.stdout.buffer)
