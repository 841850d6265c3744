"""What became of many, each answered by itself: the rows that `_results.html` shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nadzor.casework.refusals import Refusal
from nadzor.law.words import Phrase


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one number. `shown`: it may be opened from here."""

    number: str
    shown: bool
    refusal: Refusal | None = None

    @property
    def said(self) -> Phrase | None:
        """Why it was refused: the sentence of the field, where one is to blame."""
        return None if self.refusal is None else next(iter(self.refusal.fields.values()), self.refusal.message)


def counted(results: Sequence[Result]) -> dict[str, Any]:
    """Return what `_results.html` needs: the results, how many were done and how many refused."""
    refused = sum(each.refusal is not None for each in results)
    return {"results": results, "done": len(results) - refused, "refused": refused}
