"""A sheet of blocks: what a receipt and a printed case have in common, in one language."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from nadzor.law.words import Lang, Phrase
from nadzor.papers.apart import typeset_apart
from nadzor.papers.typesetting import qr

SHEET = "papers/typst/sheet.typ"
_AS_OF = Phrase("Жағдай: {at}", "По состоянию на {at}", "As of {at}")


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a sheet under its title: names with their texts, long texts with their titles, a table."""

    title: str
    pairs: Sequence[tuple[str, str]] = ()
    texts: Sequence[tuple[str, str]] = ()
    heads: Sequence[str] = ()
    widths: Sequence[float] = ()
    rows: Sequence[Sequence[str]] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to print."""
        return bool(self.pairs or self.texts or self.rows)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper of blocks. `under`: lines below the title; `url`: where it stands live, printed as a code too."""

    title: str
    foot: str
    url: str
    url_words: str
    under: Sequence[str] = ()
    blocks: Sequence[Block] = field(default_factory=tuple)
    body: Mapping[str, str] | None = None
    """The name of the office in both languages of its letterhead, none for a sheet without one."""
    contacts: Sequence[str] = ()


def as_of(at: dt.datetime, lang: Lang) -> str:
    """Return "as of" an instant that is already told by the clock of the office."""
    return _AS_OF.into(lang).format(at=f"{at:%d.%m.%Y %H:%M}")


def breakable(text: str, longest: int = 40) -> str:
    """Return a text whose long words can go on in the next line: nothing may run out of the paper. A digest stays."""
    if re.fullmatch(r"[0-9a-f]{64}", text):
        return text
    return re.sub(rf"\S{{{longest},}}", lambda found: re.sub(rf"(.{{{longest // 2}}})", "\\1\u200b", found[0]), text)


def set_sheet(sheet: Sheet, lang: Lang, at: dt.datetime) -> bytes:
    """Set a sheet and return the PDF. Raises TypesettingError."""
    return typeset_apart(SHEET, {**data_of(sheet, lang), "qr": qr(sheet.url)}, at=at)


def data_of(sheet: Sheet, lang: Lang) -> dict[str, Any]:
    """Return what the template of sheets prints, but for the code."""
    return {**asdict(sheet), "blocks": [_told(each) for each in sheet.blocks if each], "lang": lang}


def _told(block: Block) -> dict[str, object]:
    longest = 14  # letters of a word that a column of a table surely holds
    return {
        **asdict(block),
        "pairs": [(breakable(name), breakable(text)) for name, text in block.pairs],
        "texts": [(breakable(name), breakable(text)) for name, text in block.texts],
        "rows": [[breakable(text, longest * 2) for text in row] for row in block.rows],
    }
