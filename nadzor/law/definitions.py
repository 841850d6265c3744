"""What the words of the law mean: a term, its meaning in our own faithful words, the point that says so.

The meanings retell the orders; what binds is the order. Terms are those of the order in Russian; the Kazakh ones wait
for a native speaker (docs/glossary.md). `key` is the identifier of the term in the code.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from nadzor.law.words import Phrase


@dataclass(frozen=True, slots=True)
class Definition:
    """A term of an order. `cites`: the point that defines it first, then those that say more of it."""

    key: str
    term: Phrase
    meaning: Phrase
    cites: tuple[str, ...]

    @property
    def norm(self) -> str:
        """The point that defines the term."""
        return self.cites[0]


def by_key(rows: Iterable[Definition]) -> dict[str, Definition]:
    """Return definitions by identifier. Raises ValueError for one that stands twice."""
    found: dict[str, Definition] = {}
    for row in rows:
        if found.setdefault(row.key, row) is not row:
            raise ValueError(row.key)
    return found
