"""Control that is said of an appeal as a fact: at its intake, later, or in earlier records taken up.

It is the same matter as `take_under_control` opens, with its term and its release. Source: 29I.28.1, 28.3, 28.5, 29.2,
30.1 (whose control decides who considers), 29I.53 (who released it must be known).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.control.controlling import open_control, require_to_come
from nadzor.casework.case import Case
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase


@dataclass(frozen=True)
class TakeAsSaid:
    """Open the control of the authority that is named; one that stands already is left as it is.

    Unlike in the step of its own, the letter may be left out: an appeal often comes with nothing but the stamp of who
    controls it. Its release asks for a letter in any case (29I.53).
    """

    def apply(self, case: Case, data: Any, change: Change) -> None:
        """Open the child. Raises Invalid for a day that is past, or a letter or day of nobody's control."""
        authority = _named(case, data)
        document: str = getattr(data, "control_document", None) or ""
        until: dt.date | None = getattr(data, "control_until", None)
        if not authority:
            if document or until is not None:
                raise invalid(control_by=_WHOSE)
            return
        require_to_come("control_until", until, case)
        if not case.open_children("control"):
            said = {"words": "", "until": until, "authority": authority, "document": document}
            open_control(case, said, change)


def _named(case: Case, data: Any) -> str:
    """Who controls it: as the step says; what stands with the appeal where the step says nothing of it."""
    if hasattr(data, "control_by"):
        return str(data.control_by or "")
    facts: Any = case.opening.facts if case.opening is not None else case.facts
    return str(facts["control_by"] if isinstance(facts, Mapping) else facts.control_by)


_WHOSE = Phrase(
    "Бақылау туралы хат немесе мерзім жазылған: кім бақылауға алғанын таңдаңыз.",
    "Указано письмо о контроле или его срок: выберите, кто взял на контроль.",
    "A letter or a term of control is given: choose who put it under control.",
)
