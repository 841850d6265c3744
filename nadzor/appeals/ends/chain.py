"""The chain of an appeal: what it repeats or doubles, and what repeats or doubles that, as one line of time.

Source: 29I.2.6, 2.10, 2.12, 35.1. One query however long the chain is.
"""

import datetime as dt
from dataclasses import dataclass

from nadzor.appeals.models import Appeal
from nadzor.appeals.states import ANSWERED, CLOSED
from nadzor.casework.models import Proceeding
from nadzor.casework.writing import raw
from nadzor.papers.models import IssuedPaper

_P, _A, _I = (model._meta.db_table for model in (Proceeding, Appeal, IssuedPaper))  # noqa: SLF001
_LONGEST = 200
_CHAIN = f"""
WITH RECURSIVE up(id, before, depth) AS (
    SELECT a.proceeding_id, coalesce(a.repeat_of_id, a.duplicate_of_id), 0 FROM {_A} AS a WHERE a.proceeding_id = %s
    UNION
    SELECT a.proceeding_id, coalesce(a.repeat_of_id, a.duplicate_of_id), up.depth + 1
    FROM up JOIN {_A} AS a ON a.proceeding_id = up.before WHERE up.depth < {_LONGEST}
), whole(id) AS (
    (SELECT id FROM up ORDER BY depth DESC LIMIT 1)
    UNION
    SELECT a.proceeding_id FROM whole JOIN {_A} AS a ON a.repeat_of_id = whole.id OR a.duplicate_of_id = whole.id
)
SELECT p.id, p.number, p.body_id, p.state, p.registered_on, p.subject, a.standing, a.repeat_reason, a.outcome,
    a.answered_on, EXISTS (SELECT 1 FROM {_I} AS i WHERE i.proceeding_id = p.id AND i.paper = 'end_notice')
FROM whole JOIN {_P} AS p ON p.id = whole.id JOIN {_A} AS a ON a.proceeding_id = p.id
WHERE p.state <> 'annulled' ORDER BY p.registered_on, p.id LIMIT {_LONGEST}
"""  # noqa: S608  # names of our own tables


@dataclass(frozen=True, slots=True)
class Link:
    """An appeal of a chain. `ended`: correspondence was ended in it (29I.58)."""

    id: int
    number: str
    body_id: int
    state: str
    registered_on: dt.date
    subject: str
    standing: str
    reason: str
    outcome: str
    answered_on: dt.date | None
    ended: bool

    @property
    def answered(self) -> bool:
        """Whether an answer was given to it."""
        return self.state in {ANSWERED, CLOSED}


def chain_of(appeal: int) -> tuple[Link, ...]:
    """Return the chain that an appeal belongs to, oldest first; the appeal alone where it stands alone."""
    with raw() as cursor:
        cursor.execute(_CHAIN, (appeal,))
        return tuple(Link(*row) for row in cursor.fetchall())


__all__ = ["Link", "chain_of"]
