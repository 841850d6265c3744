"""The catalogue of norms: every point of every order as rows, what each asks, and what we hold of it.

Rows stand in `rows/*.yaml`, one file an order. A row's id is its address ("29I.50"); a citation may also name a
sub-point that the row lists ("29R.19.8").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

KEYS = ("29I", "29R", "102I", "102R", "60I", "MEMO", "SYS")
KINDS = (
    *("definition", "scope", "clock", "signatory", "routing", "ban", "right"),
    *("duty", "content", "register", "report"),
)
_SUB_POINT = re.compile(r"^(?:\d+(?:-\d+)?\.)?(\d+)\)")


@dataclass(frozen=True, slots=True)
class NormRow:
    """One row of the catalogue. `order` is its key; `facts` holds what else the row says, as it stands in the file."""

    id: str
    order: str
    kind: str
    area: str
    title: str
    rule: str
    facts: Mapping[str, Any]

    def sub_points(self) -> frozenset[str]:
        """Addresses of the numbered sub-points that the row lists in its cases or grounds."""
        point = self.id.split(".")
        base = ".".join(point[:2])
        found = set()
        for text in (*self.facts.get("grounds", ()), *self.facts.get("cases", ())):
            match = _SUB_POINT.match(str(text))
            if match:
                found.add(f"{base}.{match.group(1)}")
        return frozenset(found)


@cache
def rows() -> Mapping[str, NormRow]:
    """Return all rows by id, in the order of the files. Raises ValueError where an id stands twice."""
    found: dict[str, NormRow] = {}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for key in KEYS:
        text = files("nadzor.law.catalogue").joinpath("rows", f"{key}.yaml").read_text(encoding="utf-8")
        for row in yaml.load(text, Loader=loader):  # noqa: S506  # a safe loader, the C one where there is one
            if row["id"] in found:
                raise ValueError(row["id"])
            facts = {k: v for k, v in row.items() if k not in {"id", "kind", "area", "title", "rule"}}
            found[row["id"]] = NormRow(
                id=row["id"],
                order=row["id"].partition(".")[0],
                kind=row["kind"],
                area=row["area"],
                title=row["title"],
                rule=row["rule"].strip(),
                facts=MappingProxyType(facts),
            )
    return MappingProxyType(found)


@cache
def addresses() -> frozenset[str]:
    """Return every address that a citation may name: ids of rows and numbered sub-points inside them."""
    return frozenset(rows()) | frozenset().union(*(row.sub_points() for row in rows().values()))


@cache
def not_for_software() -> Mapping[str, str]:
    """Return the rows that no program can carry out, each with its reason."""
    text = files("nadzor.law.catalogue").joinpath("not_for_software.yaml").read_text(encoding="utf-8")
    return MappingProxyType(yaml.safe_load(text))
