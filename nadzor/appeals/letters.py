"""Letters from a file: a table read row by row, its columns turned into the fields of a registration by a map.

The map is TOML:

    source = "portal-2022"            # whose numbers `external_id` holds; part of what makes a letter the same letter
    zone = "Asia/Almaty"              # for instants without an offset (default)

    [columns]                         # field = column; nested fields by a dot
    external_id = "id"
    received_at = "arrived"
    text = "body"
    "applicant.surname" = "surname"

    [defaults]                        # for fields without a column, and for empty cells
    channel = "portal"

    [values.channel]                  # what the file writes and what it means
    "почта" = "paper"

    [territory]                       # addressed_to by the code of the place (KATO): the oblast prosecutor's office
    column = "kato"

A letter without a type of applicant is a person's when it names anybody, else anonymous. One without `external_id` is
known again by its content.
"""

import csv
import datetime as dt
import hashlib
import io
import json
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl

from nadzor import clock
from nadzor.appeals.forms import Applicant, Register
from nadzor.appeals.models import Appeal
from nadzor.casework.act import Act
from nadzor.casework.perform import Done, perform_each
from nadzor.casework.refusals import Refusal, Taken, invalid
from nadzor.casework.sealing import canonical
from nadzor.law.posts import Body as BodyKind
from nadzor.law.words import Phrase
from nadzor.organs.actor import HOUSE, Actor
from nadzor.organs.models import Territory, held_on
from nadzor.organs.seed_records import Sphere

BATCH = 200
HISTORY = "history"
_LONGEST_SOURCE = 22  # with "import:" it fits the column of the source
_FIELDS = frozenset({*Register.model_fields, *(f"applicant.{name}" for name in Applicant.model_fields)}) - {"applicant"}
_KEYS = frozenset({"source", "zone", "columns", "defaults", "values", "territory"})

_BAD_MAP = Phrase("Карта қате: {why}.", "Карта неверна: {why}.", "The map is wrong: {why}.")
_BAD_FILE = Phrase("Файл оқылмайды: {why}.", "Файл не читается: {why}.", "The file cannot be read: {why}.")
_BAD_INSTANT = Phrase(
    "Уақыт түсініксіз: {value}. Үлгі: 2026-04-01T10:00:00+05:00.",
    "Время не читается: {value}. Образец: 2026-04-01T10:00:00+05:00.",
    "The instant cannot be read: {value}. The pattern: 2026-04-01T10:00:00+05:00.",
)
_NO_OFFICE = Phrase(
    "Бұл аумақтың прокуратурасы жоқ: {value}.",
    "Нет прокуратуры для этой территории: {value}.",
    "There is no office for this territory: {value}.",
)


class LettersRefusal(Exception):  # noqa: N818  # a refusal with its ground
    """The map or the file as a whole cannot be used. `phrase` says why."""

    def __init__(self, phrase: Phrase, why: object) -> None:
        self.phrase = _with(phrase, why=why)
        super().__init__(self.phrase.en)


def _with(phrase: Phrase, **values: object) -> Phrase:
    return Phrase(*(text.format(**values) for text in phrase))


@dataclass(frozen=True)
class Map:
    """What columns mean."""

    source: str
    zone: ZoneInfo
    columns: dict[str, str]
    defaults: dict[str, Any]
    values: dict[str, dict[str, Any]]
    territory: str | None


@dataclass(frozen=True)
class Row:
    """A line of the file: its number, its cells as text."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Letter:
    """A row turned into what a registration asks for; `refusal` where that already failed."""

    line: int
    external_id: str
    data: dict[str, Any]
    received_at: dt.datetime | None
    refusal: Refusal | None = None


@dataclass
class Outcome:
    """How an import went."""

    registered: int = 0
    there: int = 0
    refused: list[tuple[Letter, Refusal]] = field(default_factory=list)


def read_map(path: Path) -> Map:
    """Read a map. Raises LettersRefusal for a field that no registration has and for anything else that is wrong."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LettersRefusal(_BAD_MAP, error) from error
    unknown = sorted(set(said) - _KEYS)
    for name in ("columns", "defaults", "values", "territory"):
        if not isinstance(said.get(name, {}), dict):
            raise LettersRefusal(_BAD_MAP, f"[{name}]")
    columns, defaults, values = (dict(said.get(name, {})) for name in ("columns", "defaults", "values"))
    odd = [name for name, table in values.items() if not isinstance(table, dict)]
    odd += [name for name, column in columns.items() if not isinstance(column, str)]
    if odd:
        raise LettersRefusal(_BAD_MAP, ", ".join(odd))
    unknown += sorted({*columns, *defaults, *values} - _FIELDS)
    if unknown:
        raise LettersRefusal(_BAD_MAP, ", ".join(unknown))
    source = said.get("source")
    if not isinstance(source, str) or not 0 < len(source) <= _LONGEST_SOURCE:
        raise LettersRefusal(_BAD_MAP, f"source = 1–{_LONGEST_SOURCE}")
    try:
        zone = ZoneInfo(said.get("zone", "Asia/Almaty"))
    except (KeyError, ValueError, TypeError) as error:
        raise LettersRefusal(_BAD_MAP, error) from error
    return Map(source, zone, columns, defaults, values, said.get("territory", {}).get("column"))


def read_rows(path: Path) -> list[Row]:
    """Read a file by its ending: csv (UTF-8 or Windows-1251), xlsx (its first sheet), jsonl. Raises LettersRefusal."""
    readers = {".csv": _csv, ".xlsx": _xlsx, ".jsonl": _jsonl}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise LettersRefusal(_BAD_FILE, f"{path.suffix}; .csv, .xlsx, .jsonl")
    try:
        return list(reader(path))
    except (OSError, ValueError, KeyError, csv.Error, zipfile.BadZipFile, SyntaxError) as error:  # ParseError of XML
        raise LettersRefusal(_BAD_FILE, error) from error


def _csv(path: Path) -> Iterator[Row]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1251")
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    csv.field_size_limit(max(len(text), 131_072))
    names = [name.strip() for name in next(reader, [])]
    line = reader.line_num + 1
    for cells in reader:
        if any(cells):
            yield Row(line, dict(zip(names, cells, strict=False)))
        line = reader.line_num + 1


def _xlsx(path: Path) -> Iterator[Row]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    names = [_text(name) for name in next(rows, ())]
    for line, cells in enumerate(rows, 2):
        if any(cell is not None for cell in cells):
            yield Row(line, dict(zip(names, map(_text, cells), strict=False)))
    book.close()


def _jsonl(path: Path) -> Iterator[Row]:
    for line, text in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        if text.strip():
            said = json.loads(text)
            if not isinstance(said, dict):
                raise ValueError(f"{line}: {{…}}")  # a wrong file, not a wrong call
            yield Row(line, {name: _text(value) for name, value in _flat(said)})


def _flat(said: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in said.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _text(value: object) -> str:
    """A cell as text: a whole number without its point (an IIN that a table took for a number), an instant as ISO."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return str(value).strip()


def letters_of(rows: Sequence[Row], told: Map) -> list[Letter]:
    """Turn rows into letters, in order of arrival."""
    wanted = {*told.columns.values(), *([told.territory] if told.territory else [])}
    missing = sorted(wanted - set(rows[0].cells)) if rows else []
    if missing and all(name not in row.cells for row in rows for name in missing):
        raise LettersRefusal(_BAD_MAP, ", ".join(missing))
    offices, seen = _offices(), Counter[bytes]()
    letters = [_letter(row, told, offices, seen) for row in rows]
    never = dt.datetime.max.replace(tzinfo=dt.UTC)
    return sorted(letters, key=lambda each: (each.received_at or never, each.line))


def _offices() -> dict[str, str]:
    """Prefix of KATO → code of the oblast prosecutor's office that acts there."""
    today = clock.today("Asia/Almaty")
    rows = Territory.objects.filter(held_on(today), body__kind=BodyKind.OBLAST, body__sphere=Sphere.TERRITORIAL)
    return dict(rows.values_list("kato", "body__code"))


def _letter(row: Row, told: Map, offices: dict[str, str], seen: Counter[bytes]) -> Letter:
    flat: dict[str, Any] = dict(told.defaults)
    for name, column in told.columns.items():
        value = row.cells.get(column, "").strip()
        if value:
            flat[name] = told.values.get(name, {}).get(value, value)
    external_id = str(flat.get("external_id") or _of_content(row, seen))
    refusal: Refusal | None = None
    received_at = None
    try:
        received_at = _instant(str(flat.get("received_at", "")), told.zone)
        if told.territory is not None and "addressed_to" not in told.columns:
            flat["addressed_to"] = _office(row.cells.get(told.territory, "").strip(), offices)
    except Refusal as error:
        refusal = error
    applicant = {name.partition(".")[2]: flat.pop(name) for name in list(flat) if name.startswith("applicant.")}
    if "type" not in applicant:
        applicant["type"] = "person" if applicant.get("surname") or applicant.get("name") else "anonymous"
    data = {**flat, "applicant": applicant, "external_id": external_id}
    return Letter(row.line, external_id, data, received_at, refusal)


def _of_content(row: Row, seen: Counter[bytes]) -> str:
    """A name for a row without one: what it says, and which of the rows that say the same it is."""
    digest = hashlib.sha256(canonical(row.cells)).digest()
    seen[digest] += 1
    return f"content-{digest.hex()[:32]}-{seen[digest]}"


def _instant(text: str, zone: ZoneInfo) -> dt.datetime | None:
    if not text:
        return None  # the form will say that it is missing
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        raise invalid(received_at=_with(_BAD_INSTANT, value=text)) from None
    return found if found.utcoffset() is not None else found.replace(tzinfo=zone)


def _office(kato: str, offices: dict[str, str]) -> str:
    for length in range(len(kato), 1, -1):
        if kato[:length] in offices:
            return offices[kato[:length]]
    raise invalid(addressed_to=_with(_NO_OFFICE, value=kato or "–"))


def register_all(letters: Sequence[Letter], told: Map, *, history: bool) -> Iterator[Outcome]:
    """Register letters in batches; after each batch give what it brought.

    `history`: by their instants of arrival, in the register of history; no term runs and nobody is told, for how they
    ended is not known here. Otherwise they arrive now, in today's register.
    A letter that is there already (same source, same external id) is counted and left alone, so a broken import goes on
    where it stopped.
    """
    actor = replace(HOUSE, key_space=f"import:{told.source}")
    for start in range(0, len(letters), BATCH):
        yield _batch(letters[start : start + BATCH], actor, history=history)


def _batch(letters: Sequence[Letter], actor: Actor, *, history: bool) -> Outcome:
    outcome = Outcome()
    ids = [each.external_id for each in letters]
    there = set(
        Appeal.objects.filter(source=actor.key_space, external_id__in=ids).values_list("external_id", flat=True)
    )
    fresh: list[Letter] = []
    for letter in letters:
        if letter.external_id in there:
            outcome.there += 1
        elif letter.refusal is not None:
            outcome.refused.append((letter, letter.refusal))
        else:
            fresh.append(letter)
    acts = [_act(letter, actor, history=history) for letter in fresh]
    for letter, result in zip(fresh, perform_each(acts), strict=True):
        if isinstance(result, Done):
            outcome.registered += 1
        elif isinstance(result, Taken):
            outcome.there += 1
        else:
            outcome.refused.append((letter, result))
    return outcome


def _act(letter: Letter, actor: Actor, *, history: bool) -> Act:
    data = dict(letter.data)
    if not history:
        data["received_at"] = clock.now()
    elif letter.received_at is not None:
        data["received_at"] = letter.received_at
    if history:
        return Act("appeal", "enter_earlier", actor, data, book=HISTORY)
    return Act("appeal", "register", actor, data)
