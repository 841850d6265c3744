"""Which letters our papers can show. What a person typed beyond them is printed by its number, never dropped.

A paper that can be kept (PDF/A) may hold no letter that its fonts lack, so one emoji in a letter would leave a case, a
register, an answer without its paper. A picture sign comes out as "[U+1F600]": the reader sees that something stood
there and what. So do the signs that turn the direction of writing: on paper they could make a text lie.
"""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

_SILENT = "\n\r\t\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f"  # laid out or left out by the compiler, never drawn


_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|қаңтар|ақпан|наурыз|сәуір|"
_MONTHS += "мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
_TIED = re.compile(rf"(?<=№) (?=\w)|(?<=\d) (?=г\.|(?:{_MONTHS}))|(?<=\b[А-ЯЁӘҒҚҢӨҰҮҺІ]\.) (?=[А-ЯЁӘҒҚҢӨҰҮҺІ][.\w])")
"""Spaces at which no line may end: "№ 12", "1 апреля", "2026 г.", "Г. Е. Оспанова"."""


def printable(text: str) -> str:
    """Return a text in composed letters in which each that our fonts lack is told by its number.

    What is read as one word stays in one line.
    """
    told = _lacking().sub(lambda found: f"[U+{ord(found[0]):04X}]", unicodedata.normalize("NFC", text))
    return _TIED.sub("\u00a0", told)


@cache
def _lacking() -> re.Pattern[str]:
    both = [frozenset(letters_of(path)) for path in sorted(Path(settings.PAPER_LETTERS).glob("*.ttf"))]
    held = sorted(frozenset.intersection(*both) | {ord(each) for each in _SILENT} | {32})
    return re.compile(f"[^{''.join(re.escape(chr(each)) for each in held)}]")


def letters_of(font: Path) -> Iterator[int]:
    """Yield the code points that a TrueType font draws, from its table of letters (cmap, format 4)."""
    held = font.read_bytes()
    tables = (struct.unpack_from(">4s4xII", held, 12 + 16 * place) for place in range(_short(held, 4)))
    start = next(offset for tag, offset, _length in tables if tag == b"cmap")
    parts = (
        start + struct.unpack_from(">4xI", held, start + 4 + 8 * place)[0] for place in range(_short(held, start + 2))
    )
    part = next(each for each in parts if _short(held, each) == 4)
    count = _short(held, part + 6) // 2
    ends, starts = part + 14, part + 16 + 2 * count
    deltas, ranges = starts + 2 * count, starts + 4 * count
    for place in range(count):
        first, last = _short(held, starts + 2 * place), _short(held, ends + 2 * place)
        delta, at = _short(held, deltas + 2 * place), ranges + 2 * place
        offset = _short(held, at)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = _short(held, at + offset + 2 * (code - first)) if offset else code
            if glyph and (glyph + delta) & 0xFFFF:
                yield code


def _short(held: bytes, at: int) -> int:
    found: int = struct.unpack_from(">H", held, at)[0]
    return found
