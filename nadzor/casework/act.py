"""What somebody wants done, before anything is known of the proceedings it is wanted on."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nadzor.casework import keys
from nadzor.casework.sealing import canonical
from nadzor.organs.actor import Actor


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody wants done. `on`: numbers of proceedings, none for a step that opens one.

    `key`: an idempotency key of the actor. `version`: the version that was read; another one is refused.
    `happened_on`: the day of the fact where it is entered late. `book`: another register than the procedure's own.
    """

    procedure: str
    step: str
    actor: Actor
    data: Mapping[str, Any]
    on: tuple[str, ...] = ()
    key: str | None = None
    version: int | None = None
    happened_on: dt.date | None = None
    book: str | None = None

    def asked(self) -> keys.Asked | None:
        """The key with the digest of what it stands for: the same act gives the same digest. None without a key."""
        if self.key is None:
            return None
        said = [self.procedure, self.step, list(self.on), keys.plain(self.data), str(self.happened_on or "")]
        return keys.Asked(self.actor.key_space, self.key, hashlib.sha256(canonical(said)).digest())
