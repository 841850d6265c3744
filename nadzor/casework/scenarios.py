"""A scenario: the life of a case as data. Who does what on which day, what is refused and why, what is due when.

This is the format alone: it reads files and says what is wrong with one, by file, line and event; `playing.py` plays.
A file is YAML; docs/scenarios.md tells its words. Days in it are worked out by hand from the orders and the calendar,
each with its reckoning as a comment: a scenario is never copied from a run.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Self

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator, model_validator

ZONE = dt.timezone(dt.timedelta(hours=5))  # every instant of a file is told by the clocks of Kazakhstan
_INSTANT = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?")
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class _Loader(yaml.SafeLoader):
    """YAML in which only "true" and "false" are truth values: "on" is a word of ours."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


class ScenarioFault(Exception):  # noqa: N818  # says what is wrong with a file, not with the program
    """A file that is no scenario: in which line, in which event, and what is wrong with it."""


def instant(value: object) -> object:
    """Read "2026-03-05 10:00" as an instant, a day as its midnight; leave anything else to be refused."""
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        return dt.datetime.fromisoformat(value).replace(tzinfo=ZONE)
    return value


class TermTold(NamedTuple):
    """A term as a file tells it: "29I.50 2026-04-01 running"."""

    norm: str
    due: dt.date
    state: Literal["running", "kept", "late", "called_off"]


def _term(value: object) -> object:
    if isinstance(value, str) and len(parts := value.split()) == len(TermTold._fields):
        return tuple(parts)
    return value


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(_Told):
    """Who plays: whoever holds a post, or has a work laid upon him, in an office; or a program that brings appeals.

    A unit without a post is the unit itself: it plays nobody and is named in data.
    """

    office: str = ""
    unit: str = ""
    post: str = ""
    role: str = ""
    program: str = ""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.program) == bool(self.office) or (self.office and not (self.post or self.role or self.unit)):
            raise ValueError("give an office with a post or a role, or a program")
        return self

    @property
    def is_unit(self) -> bool:
        """Whether a unit is meant and nobody in it."""
        return bool(self.unit) and not (self.post or self.role)


class Refused(_Told):
    """What must be refused: the kind of refusal, its sentence in Russian, the points it stands on, the field it names.

    `says` may hold the label of a proceeding in braces where the sentence names its number: "{request}".
    """

    kind: Literal[
        "wrong_state",
        "no_right",
        "forbidden_by_law",
        "invalid",
        "too_large",
        "taken",
        "changed_meanwhile",
        "key_reused",
        "not_found",
    ]
    says: str = ""
    points: tuple[str, ...] = ()
    field: str = ""


class Expects(_Told):
    """What stands afterwards, by the label of a proceeding; what is named is looked at whole.

    `terms`: every clock of the proceeding, of one that ran twice the last run. `notices`: all that this event owes,
    "to template". `opens`: the proceedings it opens with their tables, in order; of an answer only where it is told.
    `issues`: all papers that this event issues, "request_to_cure ru".
    `facts`: columns of the room's row. `papers`: every answer and protocol that is kept with it, "answer kk".
    """

    state: dict[Name, str] = {}
    terms: dict[Name, dict[str, Annotated[TermTold, BeforeValidator(_term)]]] = {}
    notices: tuple[str, ...] | None = None
    issues: tuple[str, ...] | None = None
    opens: dict[Name, str] = {}
    facts: dict[Name, dict[str, Any]] = {}
    papers: dict[Name, tuple[str, ...]] = {}
    again: bool = False


class Answered(_Told):
    """An answer to the applicant, signed by who plays. How it comes to be drafted and signed is the room's matter.

    `character`: of the act, where one is adopted; `position`: what is said of that of a participant who was heard.
    `language`: that of the letter unless said. `sent`: how it goes out where it does not by the portal; empty: signed
    and not sent yet.
    """

    outcome: str
    text: str
    character: str = ""
    position: str = ""
    language: str = ""
    sent: str = "post"


class Event(_Told):
    """Somebody does something at an instant. `does`: a step, "table.step" for another table than that of the scenario.

    `label`: what the proceeding it opens is called in the file. `version`: the one that was read. `happened_on`: the
    day of a fact that is entered late. `key`: the idempotency key.
    """

    at: Annotated[dt.datetime, BeforeValidator(instant)]
    who: Name
    does: str = ""
    answer: Answered | None = None
    on: tuple[Name, ...] = ()
    label: Name | None = None
    data: dict[str, Any] = {}
    happened_on: dt.date | None = None
    version: int | None = None
    key: str | None = None
    refused: Refused | None = None
    expects: Expects = Expects()

    @field_validator("on", mode="before")
    @classmethod
    def _several(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_deed(self) -> Self:
        if bool(self.does) == (self.answer is not None):
            raise ValueError("give either what is done (does) or an answer")
        if self.answer is not None and (self.data or self.label or len(self.on) != 1):
            raise ValueError("an answer is given on one proceeding and has no data of its own")
        if bool(self.on) == bool(self.label) and not (self.refused or self.key):
            raise ValueError("an event is on a proceeding, or opens one and gives it a label")
        return self

    def deed(self, table: str) -> tuple[str, str]:
        """Return the table and the step; an answer is a deed of its own."""
        before, dot, step = self.does.rpartition(".")
        return (before if dot else table), step or "answer"


class Scenario(_Told):
    """A life. `about`: what it shows; `points`: of the orders; `table`: the procedure its steps are of.

    `people`: who plays beside the usual company. `replayed`: whether a demo may fill an office with lives like it.
    """

    about: str
    points: tuple[str, ...] = ()
    table: str = "appeal"
    people: dict[Name, Place] = {}
    replayed: bool = True
    events: tuple[Event, ...] = Field(min_length=1)
    name: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        labels: set[str] = set()
        last = self.events[0].at
        for place, event in enumerate(self.events, 1):
            if event.at < last:
                raise ValueError(f"event {place} lies before the one above it")
            last = event.at
            unknown = {*event.on} - labels
            if unknown:
                raise ValueError(f"event {place} is on {', '.join(sorted(unknown))}, which no event above has opened")
            fresh = {*event.expects.opens, *([event.label] if event.label else [])}
            if fresh & labels or fresh & {*self.people}:
                raise ValueError(f"event {place} gives {', '.join(sorted(fresh))} a second time")
            labels |= set() if event.refused else fresh
            told = event.expects
            named = {*told.state, *told.terms, *told.facts, *told.papers}
            if named - labels:
                raise ValueError(f"event {place} expects something of {', '.join(sorted(named - labels))}")
            if event.refused and event.expects != Expects() and event.expects.opens:
                raise ValueError(f"event {place} is refused and opens nothing")
        return self


def read(path: Path) -> Scenario:
    """Read a file. Raises ScenarioFault with its name, the line and the event."""
    text = path.read_text(encoding="utf-8")
    try:
        tree, data = yaml.compose(text, _Loader), yaml.load(text, _Loader)  # noqa: S506  # a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ScenarioFault(f"{path.name}:{1 if mark is None else mark.line + 1}: {error}") from None
    if not isinstance(data, Mapping):
        raise ScenarioFault(f"{path.name}:1: a scenario is a mapping")
    try:
        return Scenario.model_validate({**data, "name": path.stem})
    except ValidationError as error:
        raise ScenarioFault("; ".join(_told(path, tree, dict(each)) for each in error.errors())) from None


def read_all(folder: Path) -> dict[str, Scenario]:
    """Read every file of a folder, by name. Files whose name begins with "_" hold no scenario."""
    return {path.stem: read(path) for path in sorted(folder.glob("[!_]*.yaml"))}


def read_company(path: Path) -> dict[str, Place]:
    """Read the usual company: who plays in every scenario of a room. Raises ScenarioFault."""
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        return {name: Place.model_validate(place) for name, place in told.items()}
    except (ValidationError, AttributeError, yaml.YAMLError) as error:
        raise ScenarioFault(f"{path.name}: {error}") from None


def _told(path: Path, tree: Any, error: dict[str, Any]) -> str:
    """One sentence for one fault: the line of the deepest node that is there, the event, the field, what is wrong."""
    loc = error["loc"]
    if not loc and (found := re.search(r"event (\d+)", error["msg"])):
        loc = ("events", int(found.group(1)) - 1)
    line = _line(tree, loc)
    event = f"event {loc[1] + 1}, " if len(loc) > 1 and loc[0] == "events" and isinstance(loc[1], int) else ""
    field = ".".join(str(part) for part in (loc[2:] if event else loc)) or "the scenario"
    return f"{path.name}:{line}: {event}{field}: {error['msg'].removeprefix('Value error, ')}"


def _line(node: Any, loc: tuple[Any, ...]) -> int:
    line = int(node.start_mark.line) + 1
    for part in loc:
        inner = next((child for name, child in _children(node) if name == part), None)
        if inner is None:
            break
        node, line = inner, int(inner.start_mark.line) + 1
    return line


def _children(node: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)
