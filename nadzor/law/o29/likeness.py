"""The keys by which a text is found again though a scanner or a retyping has changed words of it (29I.2.10, 2.12).

Of a word its first four letters count, a doubled letter once, letters that look alike as one: endings and most slips
are passed over. A text is cut into pairs of such neighbours, each pair is hashed, and the pairs are taken in the order
of their hashes: the same of them come first in both copies. A pair outlives a damage of both copies when its words do
in both; so even where two words of five are damaged in each, several of the keys are left in common.
"""

import re
from collections.abc import Collection, Iterable
from heapq import nsmallest
from itertools import pairwise
from zlib import crc32

ASKED = 88
"""How many keys a text is looked for by."""
KEPT = 48
"""How many of them are kept with it: the first that are still rare."""
_STEM = 4
_WORD = re.compile(r"\w+")
_AGAIN = re.compile(r"(.)\1+")
_SIGN = 1 << 31
_ALIKE = str.maketrans("әғқңөұүһіёaceopxykmtbh", "агкноуухиеасеорхукмтвн")  # letters that look alike are one


def keys_of(text: str) -> list[int]:
    """Return the keys of a text in their order, each a signed number of 32 bits; none for a text of one word."""
    pairs = {crc32(f"{one} {other}".encode()) for one, other in pairwise(_stems(_WORD.findall(text)))}
    return [key - _SIGN for key in nsmallest(ASKED, pairs)]


def words_of(text: str, keys: Collection[int]) -> list[str]:
    """Return the pairs of words that keys of a text stand for, as they are written there, each once, in its order."""
    words, found = _WORD.findall(text), dict[int, str]()
    for pair, stems in zip(pairwise(words), pairwise(_stems(words)), strict=True):
        key = crc32(" ".join(stems).encode()) - _SIGN
        if key in keys:
            found.setdefault(key, " ".join(pair))
    return list(found.values())


def _stems(words: Iterable[str]) -> list[str]:
    """The words as their keys see them. All are folded at once: a regular expression a word would take the time."""
    folded = _AGAIN.sub(r"\1", "\n".join(words).casefold().translate(_ALIKE))
    return [word[:_STEM] for word in folded.split("\n")]


__all__ = ["ASKED", "KEPT", "keys_of", "words_of"]
