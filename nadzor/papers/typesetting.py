"""Setting a paper for print: a template of typst and its data give a PDF that can be kept (PDF/A-2a) and read aloud.

The compiler is kept warm and sees only our own letters, so that every Kazakh letter is there on any machine.
"""

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst
from django.conf import settings

from nadzor.papers.codes import qr
from nadzor.papers.letters import printable

__all__ = ["ROOT", "TypesettingError", "qr", "typeset"]

ROOT = Path(__file__).resolve().parents[1]
"""Where templates are looked for: a template imports "/papers/typst/base.typ"."""

_ONE_AT_A_TIME = Lock()


class TypesettingError(Exception):
    """A template could not be set; the text is the compiler's."""


def typeset(template: str, data: Mapping[str, Any], *, at: dt.datetime) -> bytes:
    """Set a template (such as "papers/typst/answer.typ") with its data and return the PDF.

    `data` is read by the template as JSON: texts, numbers, lists; pictures as the text of an SVG. `at` is the instant
    that the file says it was made at, so that the same data gives the same bytes. Raises TypesettingError.
    """
    said = {"data": printable(json.dumps(data, ensure_ascii=False))}
    with _ONE_AT_A_TIME:
        try:
            made = _compiler().compile(
                ROOT / template,
                format="pdf",
                sys_inputs=said,
                pdf_standards=["a-2a"],
                timestamp=at.replace(microsecond=0),
            )
        except typst.TypstError as error:
            raise TypesettingError(f"{template}: {error.diagnostic}") from error
    if not isinstance(made, bytes):
        raise TypesettingError(template)
    return made


@cache
def _compiler() -> typst.Compiler:
    letters = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(settings.PAPER_LETTERS)]
    )
    return typst.Compiler(root=ROOT, font_paths=letters, ignore_system_fonts=True)
