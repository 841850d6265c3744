"""Which rows of the catalogue are carried out, by which code and which tests; and whether every citation exists.

Code is found by reading the package's own source: a text that is exactly an address cites the row. Tests are those
that the collected index `tests/norms.json` names for a row (`make norms` writes it, `make check` proves it fresh).
"""

import ast
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import nadzor
from nadzor.law import catalogue
from nadzor.law.sources import AMENDMENTS

PACKAGE = Path(nadzor.__file__).parent
ROOT = PACKAGE.parent
TEST_INDEX = ROOT / "tests" / "norms.json"
_KEYS = "|".join(("29O", *catalogue.KEYS))
_ADDRESS = re.compile(rf"29A3|(?:{_KEYS})\.O?\d[0-9.-]*")
_IN_TEXT = re.compile(rf"(?<![\w.])(?:{_KEYS})\.O?\d+(?:-\d+)?(?:\.\d+)?")

CARRIED_OUT = "carried_out"
NOT_FOR_SOFTWARE = "not_for_software"
OPEN = "open"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a row stands: its status, the reason where there is one, the code and the tests that name it."""

    row: catalogue.NormRow
    status: str
    reason: str | None
    code: tuple[str, ...]
    tests: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Return the row as the interface of `nadzor norms coverage --json` has it."""
        return {
            "id": self.row.id,
            "order": self.row.order,
            "kind": self.row.kind,
            "status": self.status,
            "reason": self.reason,
            "code": list(self.code),
            "tests": list(self.tests),
        }


def row_of(address: str) -> str | None:
    """Return the id of the row that holds an address: itself, or the row whose sub-point it is; None for none."""
    rows = catalogue.rows()
    if address in rows:
        return address
    parent = address.rpartition(".")[0]
    candidates = [key for key, row in rows.items() if key == parent or key.startswith(f"{parent}.")]
    return next((key for key in candidates if address in rows[key].sub_points()), None)


def citations_in_code() -> Iterator[tuple[str, str]]:
    """Yield (address, "path:line") for every address that stands in the package's source."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.is_relative_to(PACKAGE / "law" / "catalogue"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _ADDRESS.fullmatch(node.value):
                yield node.value, f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"


def tests_by_row() -> Mapping[str, list[str]]:
    """Return the names of tests by row, from the collected index; nothing where the index is not there."""
    if not TEST_INDEX.exists():
        return {}
    index: dict[str, list[str]] = json.loads(TEST_INDEX.read_text(encoding="utf-8"))
    return index


def standings() -> list[Standing]:
    """Return how every row stands, in the order of the catalogue."""
    code: dict[str, list[str]] = {}
    for address, place in citations_in_code():
        row = row_of(address)
        if row is not None:
            code.setdefault(row, []).append(place)
    tests: dict[str, list[str]] = {}
    for address, names in tests_by_row().items():
        row = row_of(address)
        if row is not None:
            tests.setdefault(row, []).extend(names)
    reasons = catalogue.not_for_software()
    found = []
    for row_id, norm in catalogue.rows().items():
        cited, tried = tuple(dict.fromkeys(code.get(row_id, ()))), tuple(dict.fromkeys(tests.get(row_id, ())))
        if row_id in reasons:
            status, reason = NOT_FOR_SOFTWARE, reasons[row_id]
        elif cited and tried:
            status, reason = CARRIED_OUT, None
        else:
            status = OPEN
            reason = "cited by the code, no test of its own yet" if cited else None
        found.append(Standing(norm, status, reason, cited, tried))
    return found


def faults() -> list[str]:
    """Return what is wrong with citations: addresses that do not exist, tests without code, contradictions."""
    found = [
        f"{place}: there is no norm {address}"
        for address, place in citations_in_code()
        if address not in catalogue.addresses()
    ]
    cited = {row_of(address) for address, _ in citations_in_code()}
    reasons = catalogue.not_for_software()
    for address, names in tests_by_row().items():
        if address not in catalogue.addresses():
            found.append(f"{names[0]}: there is no norm {address}")
        elif row_of(address) not in cited:
            found.append(f"{names[0]}: no code cites {address}")
        elif row_of(address) in reasons:
            found.append(f"not_for_software.yaml: {address} has a test ({names[0]})")
    found += [f"not_for_software.yaml: there is no norm {row}" for row in reasons if row not in catalogue.rows()]
    found += _faults_in_texts()
    for amendment in AMENDMENTS:
        for key, changes in amendment.points.items():
            found += [
                f"amendment {amendment.order}: there is no point {key}.{point}"
                for points in changes.values()
                for point in points
                if not _is_point(f"{key}.{point}")
            ]
    return found


def _faults_in_texts() -> list[str]:
    """Points that no row has, named in the readings, the documents, the comments or the rows themselves."""
    found = []
    readings = PACKAGE / "law" / "readings.toml"
    for reading_id, reading in tomllib.loads(readings.read_text(encoding="utf-8")).items():
        found += [
            f"readings.toml: {reading_id} names {point}, which does not exist"
            for point in reading["points"]
            if not _is_point(point)
        ]
    for name, text in texts():
        found += [
            f"{name}: there is no norm {address}"
            for address in sorted(set(_IN_TEXT.findall(text)))
            # "29I.27-31" is a range of points, "29I.21-1" a point
            if not _is_point(address) and not _is_point(address.partition("-")[0])
        ]
    return found


def texts() -> list[tuple[str, str]]:
    """Return the name and the text of every file of the project that may cite a norm in words."""
    paths = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md"), *PACKAGE.rglob("*.py")]
    paths += (PACKAGE / "law" / "catalogue" / "rows").glob("*.yaml")
    return [
        (path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in sorted(paths) if path.exists()
    ]


def _is_point(address: str) -> bool:
    """Whether an address is a row, a sub-point, or a point that has rows."""
    return address in catalogue.addresses() or any(row.startswith(f"{address}.") for row in catalogue.rows())
