"""What notices to an applicant are called, which of them a point of an order asks for, what a letter carries.

Rooms declare theirs; the outbox of the kernel knows no room.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nadzor.law.words import Phrase

if TYPE_CHECKING:
    from nadzor.casework.models import Notice, StoredFile


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """A kind of notice. `points`: by which it is owed; one that no point asks for goes by no registered letter.

    `carries`: the file that goes along with an e-mail. `accepted`: the step that the acceptance of it makes.
    """

    title: Phrase
    points: tuple[str, ...] = ()
    carries: "Callable[[Notice], StoredFile | None] | None" = None
    accepted: str = ""


KINDS: dict[str, NoticeKind] = {}


def declare_notice(template: str, kind: NoticeKind) -> None:
    """Enter a kind of notice into the house. Raises ValueError where its name is taken by another."""
    if KINDS.setdefault(template, kind) != kind:
        raise ValueError(f"{template} is declared twice")
