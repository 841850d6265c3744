"""What a submission must have: points 38-40 of the Instruction, article 63 of the code. What is missing is a flag.

Acceptance may not be refused over it (APPK 64); nor are people asked for what has nothing to do with it (29I.61.6).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.facts import Kind
from nadzor.law.o29.repeats import Signature


class Requirement(StrEnum):
    """A requirement, as it is kept."""

    FULL_NAME = "full_name"
    ORGANISATION = "organisation"
    IIN = "iin"
    POSTAL_ADDRESS = "postal_address"
    ADDRESSEE = "addressee"
    SUBSTANCE = "substance"
    DEMANDS = "demands"
    OFFICIALS = "officials"
    SIGNATURE = "signature"
    AUTHORITY = "authority"


POINTS: Mapping[Requirement, tuple[str, ...]] = {
    Requirement.FULL_NAME: ("29I.39",),
    Requirement.ORGANISATION: ("29I.39",),
    Requirement.IIN: ("29I.39",),
    Requirement.POSTAL_ADDRESS: ("29I.39",),
    Requirement.ADDRESSEE: ("29I.39", "29I.38"),
    Requirement.SUBSTANCE: ("29I.40.1",),
    Requirement.DEMANDS: ("29I.40.1",),
    Requirement.OFFICIALS: ("29I.40.1",),
    Requirement.SIGNATURE: ("29I.40.2",),
    Requirement.AUTHORITY: ("29I.40.3",),
}
"""The points behind each requirement."""
IF_ANY = frozenset({Requirement.IIN})
"""What is asked for only if there is one: it is never missing."""
SEEN_BY_PEOPLE = (Requirement.ADDRESSEE, Requirement.SUBSTANCE, Requirement.DEMANDS, Requirement.OFFICIALS)
"""What only somebody who reads the paper can tell to be missing."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed of a submission. `authority`: none where nobody was asked for the document."""

    kind: Kind | None = None
    organisation: bool = False
    named: bool = False
    address: bool = False
    demands: bool = False
    officials: bool = False
    signature: Signature | None = None
    represented: bool = False
    authority: bool | None = None


def told(typed: Typed) -> tuple[Requirement, ...]:
    """Return what is missing by what was typed alone; what nobody was asked about is not missing."""
    missing = {
        Requirement.ORGANISATION if typed.organisation else Requirement.FULL_NAME: not typed.named,
        Requirement.POSTAL_ADDRESS: not typed.address,
        Requirement.SIGNATURE: typed.signature is Signature.NONE,
        Requirement.AUTHORITY: typed.represented and typed.authority is False,
    }
    return tuple(each for each, is_missing in missing.items() if is_missing)


def offered(typed: Typed) -> tuple[Requirement, ...]:
    """Return what seems to be missing and only a reader of the paper can tell: offered to be confirmed, never decided.

    Whose actions are meant is asked of complaints, applications and messages (29I.40.1).
    """
    names = typed.kind in {Kind.COMPLAINT, Kind.APPLICATION, Kind.MESSAGE} and not typed.officials
    seems = {Requirement.DEMANDS: not typed.demands, Requirement.OFFICIALS: names}
    return tuple(each for each, is_missing in seems.items() if is_missing)
