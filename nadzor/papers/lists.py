"""A list to be handed over and signed: registered letters for the post, the courier book."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from nadzor.law.words import Lang
from nadzor.papers.apart import typeset_apart
from nadzor.papers.sheets import breakable


@dataclass(frozen=True, slots=True)
class HandedList:
    """What stands on the paper. `signed`: who signs below; `day`: the word before the day; `empty`: without rows."""

    title: str
    under: Sequence[str]
    heads: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]
    signed: Sequence[str]
    day: str
    empty: str
    foot: str


def set_list(handed: HandedList, lang: Lang, at: dt.datetime) -> bytes:
    """Set a list and return the PDF. Raises TypesettingError."""
    data = {**asdict(handed), "rows": [[breakable(text, 24) for text in row] for row in handed.rows], "lang": lang}
    return typeset_apart("papers/typst/list.typ", data, at=at)
