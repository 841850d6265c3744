"""How an entry is sealed. Written and verified by the same functions, so that they cannot differ.

digest = SHA-256(salt + data in canonical form); hash = SHA-256(hash before + place + register number + head of the
entry). The chain can be followed without the data, so data erased by an act leaves the seal whole.
"""

import datetime as dt
import hashlib
import json
import secrets
from typing import Any

from nadzor.casework.models import Entry

SALT_BYTES = 16
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(data: Any) -> bytes:  # whatever JSON holds
    """Return data as bytes that do not depend on the order of keys."""
    return _CANONICAL.encode(data).encode("utf-8", "surrogatepass")


def salted(data: Any, salt: bytes) -> bytes:  # whatever JSON holds
    """Return the digest that stands for the data in the seal."""
    return hashlib.sha256(salt + canonical(data)).digest()


def new_salt() -> bytes:
    """Return fresh random bytes."""
    return secrets.token_bytes(SALT_BYTES)


def head_of(row: Entry, number: str) -> bytes:
    """Return the digest of everything in an entry but its data, its place and its register number.

    `number`: the number of its proceeding, empty for an entry about the structure.
    """
    return hashlib.sha256(
        canonical(
            [
                *(number, row.proceeding_version, row.subject, row.step, row.from_state, row.to_state),
                *(row.person_id, row.client_id, row.actor, row.capacity),
                *(row.happened_on.isoformat(), row.recorded_at.astimezone(dt.UTC).isoformat(timespec="microseconds")),
                *(list(row.cites), bytes(row.digest).hex()),
            ]
        )
    ).digest()


def chained(previous: bytes, seq: int, register_number: int | None, head: bytes) -> bytes:
    """Return the seal of an entry. PostgreSQL computes the same: sha256(head || int8send(…) || int8send(…) || …)."""
    return hashlib.sha256(previous + seq.to_bytes(8, "big") + (register_number or 0).to_bytes(8, "big") + head).digest()


def first_head(body: str, book: str, year: int) -> bytes:
    """Return the head with which the first book of its kind begins."""
    return hashlib.sha256(f"{body}/{book}/{year}".encode()).digest()
