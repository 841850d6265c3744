"""The answers as they are shown before sending: a part for each step, with what was typed in words."""

from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat

from nadzor.appeals.forms import KIND_TITLES
from nadzor.casework import identifiers
from nadzor.casework.models import StoredFile
from nadzor.law.words import OWN_NAMES, Phrase
from nadzor.organs.directory import directory
from nadzor.portal import filing
from nadzor.portal.filing_fields import STEP, TOLD_BY, TYPE_TITLES, FilingStep
from nadzor.portal.models import Draft

_SHOWN = 2000  # letters of a long text
_OPEN_DIGITS = 4
_TO = Phrase("Кімге", "Кому", "To")
_FILES = Phrase("Файлдар", "Файлы", "Files")
_NONE = Phrase("жоқ", "нет", "none")
_STEPS = ("to", "what", "files", "about", "answer")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the check: its step and rows of a label and what was typed."""

    step: FilingStep
    rows: tuple[tuple[Phrase, Phrase | str], ...]


def sections(draft: Draft, files: list[StoredFile], language: str) -> list[Section]:
    """Return the parts of a draft in the order of its steps. `language`: that of the answer, if none was chosen."""
    said = draft.said
    found = []
    for name in _STEPS:
        rows: list[tuple[Phrase, Phrase | str]] = []
        if name == "to":
            body = directory().by_code.get(filing.office_of(said))
            rows.append((_TO, body.name if body is not None else _NONE))
        if name == "files":
            rows += [(_FILES, f"{file.name} ({filesizeformat(file.size)})") for file in files] or [(_FILES, _NONE)]
        for field in STEP[name].fields(said):
            typed = str(said.get(field.name) or "")
            if field.name == "type":
                rows.append((field.label, TYPE_TITLES[filing.type_of(said)]))
            elif field.name == "language":
                rows.append((field.label, dict[str, str](OWN_NAMES)[language]))
            elif field.name == "contacts_confirmed":
                rows += [(field.label, dict(TOLD_BY)[typed])] if typed in dict(TOLD_BY) else []
            elif field.name == "kind" and typed:
                rows.append((field.label, KIND_TITLES.get(typed, _NONE)))
            elif field.name in {"iin", "rep_iin"} and typed:
                rows.append((field.label, "••••" + identifiers.read(typed)[-_OPEN_DIGITS:]))
            elif field.name != "area" and (typed or field.name == "text"):
                rows.append((field.label, _shortened(typed) or _NONE))
        found.append(Section(STEP[name], tuple(rows)))
    return found


def _shortened(typed: str) -> str:
    return typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}…"
