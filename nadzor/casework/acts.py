"""What was destroyed, noted beside the database: an older backup does not know, and the acts are applied to it again.

One small file for each act in `DATA/destroyed`: its number, the office, the year, who approved it when, the numbers of
the cases. No word of any case stands in it.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from nadzor.disk import fsync_folder

FOLDER = "destroyed"


@dataclass(frozen=True, slots=True)
class Note:
    """An act that was carried out. `cases`: numbers."""

    number: str
    office: str
    year: int
    approved: str
    cases: tuple[str, ...]


def folder() -> Path:
    """Return where the notes lie."""
    return Path(settings.DATA) / FOLDER


def write(note: Note) -> None:
    """Write a note; it appears whole or not at all."""
    folder().mkdir(parents=True, exist_ok=True)
    target = folder() / f"{note.number}.json"
    draft = target.with_suffix(".part")
    draft.write_text(json.dumps(asdict(note), ensure_ascii=False, indent=1), encoding="utf-8")
    draft.replace(target)
    fsync_folder(folder())


def notes() -> Iterator[Note]:
    """Yield the notes. Raises ValueError for a file that is none."""
    for path in sorted(folder().glob("*.json")) if folder().is_dir() else ():
        said = json.loads(path.read_text(encoding="utf-8"))
        yield Note(said["number"], said["office"], said["year"], said["approved"], tuple(said["cases"]))
