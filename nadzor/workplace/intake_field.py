"""A field of the intake."""

from dataclasses import dataclass

from nadzor.law.words import Phrase


@dataclass(frozen=True, slots=True)
class IntakeField:
    """A field of the page."""

    name: str
    label: Phrase
    widget: str = "line"
    hint: Phrase | None = None
    choices: tuple[tuple[str, Phrase | str], ...] = ()
    required: bool = False
    limit: int | None = None
