"""Who considers a submission, by where it arrived: points 27-31 of the Instruction, in the order's own sequence.

Each level has its table; rows are tried from the top, the first whose facts are all there answers. Points 28.1-28.8 are
tried before point 27, because they reserve a matter to GPO units (28.13). Readings: R14-R16, R24-R25, R48, R50, R54.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.facts import PRESIDENTIAL, AnsweredBy, Authority, Kind
from nadzor.law.posts import LEVEL_OF, OBLAST_LEVEL, POSTS_OF, Body, Level


class Considers(StrEnum):
    """Who considers: a unit of the GPO, a level, or nobody here (it is forwarded by competence)."""

    APPEALS_UNIT = "appeals_unit"
    GPO_UNIT = "gpo_unit"
    OBLAST_LEVEL = "oblast_level"
    DISTRICT_LEVEL = "district_level"
    FORWARD = "forward"


Fact = str | bool | set[str | None] | None


@dataclass(frozen=True, slots=True)
class Route:
    """A row: the facts that must all be there, who then considers, whether it may be passed down, and the points.

    `when` names for each fact the values that make it; True stands for a fact that is simply so.
    """

    norm: str
    when: Mapping[str, frozenset[str] | bool]
    considers: Considers
    passed_down: bool
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Who considers, whether it may be passed down, and the points relied on, most specific first."""

    considers: Considers
    may_be_passed_down: bool
    cites: tuple[str, ...]


def _among(*values: str) -> frozenset[str]:
    return frozenset(str(value) for value in values)


def _of(bodies: Iterable[Body], *posts: str) -> frozenset[str]:
    """Officials of bodies, as far as a body has such a post."""
    return frozenset(f"{body}:{post}" for body in bodies for post in posts if post in POSTS_OF[body])


_ALL_GPO_POSTS = _of(
    (Body.GPO,),
    *("prosecutor_general", "deputy_prosecutor_general", "apparatus_head", "unit_head", "unit_deputy_head"),
    *("directorate_head", "appeals_unit_employee", "prosecutor"),
)
# 29I.27.2, 28.6: a GPO unit, the chairmen of the Committee and of the ARC, the rector, chief military and transport
# prosecutors, oblast prosecutors. A head of an institution is not among them.
LEADERSHIP = _ALL_GPO_POSTS | _of(
    (Body.COMMITTEE, Body.ASSET_RECOVERY, Body.ACADEMY, Body.MILITARY, Body.TRANSPORT, Body.OBLAST), "head"
)
_HEAD_OF_INSTITUTION = _of((Body.INSTITUTION,), "head")
_OBLAST_OTHERS = _of(
    OBLAST_LEVEL,
    *("deputy_head", "apparatus_head", "unit_head", "senior_assistant", "assistant"),
    *("directorate_head", "prosecutor"),
)
_DISTRICT_POSTS = _of((Body.DISTRICT, Body.COMMITTEE_TERRITORIAL), "head", "deputy_head", "prosecutor")

_BELOW_THE_GPO = (LEADERSHIP - _ALL_GPO_POSTS) | _HEAD_OF_INSTITUTION | _OBLAST_OTHERS | _DISTRICT_POSTS

# 29I.28.3; the last two by R50.
_HIGHEST = _among(
    *(Authority.PRESIDENTIAL_ADMINISTRATION_HEAD, Authority.PRESIDENTIAL_ADMINISTRATION_DEPUTY_HEAD),
    *(Authority.PRESIDENTIAL_ADMINISTRATION, Authority.PRIME_MINISTER, Authority.DEPUTY_PRIME_MINISTER),
    *(Authority.CONSTITUTIONAL_COURT, Authority.PARLIAMENT_CHAIRMAN, Authority.OMBUDSMAN),
    *(Authority.STATE_SECRETARY, Authority.SECURITY_COUNCIL_SECRETARY),
)
# 29I.29.1: senders who ask for a report.
_REPORT_SENDERS = _among(
    *PRESIDENTIAL,
    *(Authority.DEPUTY, Authority.GOVERNMENT_OFFICE, Authority.GOVERNMENT_OFFICE_HEAD),
    *(Authority.CONSTITUTIONAL_COURT, Authority.SUPREME_COURT, Authority.SUPREME_COURT_COLLEGIUM_CHAIRMAN),
    *(Authority.CENTRAL_BODY, Authority.PRIME_MINISTER, Authority.DEPUTY_PRIME_MINISTER),
    *(Authority.PRESIDENT, Authority.STATE_SECRETARY, Authority.PARLIAMENT_CHAIRMAN),
    *(Authority.PARLIAMENT_UNIT_HEAD, Authority.OMBUDSMAN, Authority.HUMAN_RIGHTS_CENTRE),
    *(Authority.SECURITY_COUNCIL_SECRETARY, Authority.SECURITY_COUNCIL_DEPUTY),
)

_ANSWERED_IN_DISTRICT: dict[str, frozenset[str] | bool] = {"answered_by": _among(AnsweredBy.DISTRICT_BODY_HEAD)}

_BAN = ("29I.28.13",)
_GPO_UNIT = Considers.GPO_UNIT
_OBLAST = Considers.OBLAST_LEVEL
_DISTRICT = Considers.DISTRICT_LEVEL
_APPEALS = Considers.APPEALS_UNIT


def _reserved(norm: str, **when: frozenset[str] | bool) -> Route:
    """A row of 29I.28: considered in a GPO unit, and not passed down (28.13)."""
    return Route(norm, when, _GPO_UNIT, passed_down=False, cites=_BAN)


OUT_OF_COMPETENCE = Route("29I.31.1", {}, Considers.FORWARD, passed_down=False, cites=("29I.31.3",))

# What these rows reserve is within competence by itself: an instruction of the President is a ground of 29I.4.1, and
# point 31 does not speak of interpellations.
ALWAYS_COMPETENT = (
    _reserved("29I.28.1", president_instruction=True),
    _reserved("29I.28.1", control_by=_among(Authority.PRESIDENT)),
    _reserved("29I.28.4", kind=_among(Kind.INTERPELLATION)),
    _reserved("29I.28.4", interpellation=True),
)

# Wherever it arrives, what points 28.1-28.8 reserve belongs to a GPO unit. What only holds for arrivals at the GPO
# (28.2, R14) stands in GPO below.
RESERVED_TO_GPO = (
    *ALWAYS_COMPETENT,
    _reserved("29I.28.3", control_by=_HIGHEST),
    _reserved("29I.28.5", control_by=_among(Authority.PROSECUTOR_GENERAL, Authority.DEPUTY_PROSECUTOR_GENERAL)),
    _reserved("29I.28.6", disputed=LEADERSHIP | _HEAD_OF_INSTITUTION),  # R60
    _reserved("29I.28.7", kind=_among(Kind.PETITION)),
    _reserved("29I.28.8", answered_by=_among(AnsweredBy.CENTRAL_BODY_HEAD)),
)

GPO = (
    _reserved("29I.28.2", sender=_among(*PRESIDENTIAL), report_due=True),
    *RESERVED_TO_GPO,
    Route("29I.27.3", {"explain_procedure": True}, _APPEALS, passed_down=True),
    Route("29I.27.4", {"staff_procedure_breach": True}, _APPEALS, passed_down=True),
    # R15: signed by others than the head, it belongs to the level that decided or the one above the district
    Route(
        "29I.29.3",
        {"disputed": _OBLAST_OTHERS | _DISTRICT_POSTS},
        _OBLAST,
        passed_down=True,
        cites=("29I.27.2",),
    ),
    _reserved("29I.28.6", repeated=True, earlier_by=LEADERSHIP),
    Route("29I.27.1", {"to_be_forwarded": True, "repeated": False}, _APPEALS, passed_down=True, cites=("29I.27.5",)),
    Route(
        "29I.29.3", {"earlier_by": _HEAD_OF_INSTITUTION | _OBLAST_OTHERS | _DISTRICT_POSTS}, _OBLAST, passed_down=True
    ),
    Route("29I.29.4", {"answered_by": _among(AnsweredBy.OBLAST_BODY_HEAD)}, _OBLAST, passed_down=True),
    # R14: what the GPO controls, or must report on, stays in it whoever answered before
    _reserved("29I.28.9", **_ANSWERED_IN_DISTRICT, report_due=True),
    _reserved("29I.28.9", **_ANSWERED_IN_DISTRICT, control_by=_among(Authority.GPO)),
    Route("29I.30.2", _ANSWERED_IN_DISTRICT, _DISTRICT, passed_down=True),
    Route("29I.27.2", {"repeated": True}, _APPEALS, passed_down=True),
    _reserved("29I.28.9"),
)

OBLAST = (
    *RESERVED_TO_GPO,
    Route("29I.29.1", {"sender": _REPORT_SENDERS, "report_due": True}, _OBLAST, passed_down=False),
    Route("29I.29.2", {"control_by": _among(Authority.GPO)}, _OBLAST, passed_down=False),
    _reserved("29I.28.6", earlier_by=_ALL_GPO_POSTS),
    Route("29I.29.3", {"disputed": _OBLAST_OTHERS | _DISTRICT_POSTS}, _OBLAST, passed_down=False),
    Route("29I.29.3", {"earlier_by": _BELOW_THE_GPO}, _OBLAST, passed_down=False),
    Route("29I.29.4", {"answered_by": _among(AnsweredBy.OBLAST_BODY_HEAD)}, _OBLAST, passed_down=False),
    Route("29I.30.2", _ANSWERED_IN_DISTRICT, _DISTRICT, passed_down=True),
    Route("29I.27.7", {"explain_procedure": True}, _OBLAST, passed_down=True, cites=("29I.27.3",)),
    # R16: the local counterpart of the Appeals Unit
    Route("29I.27.6", {"repeated": True}, _APPEALS, passed_down=True, cites=("29I.27.2",)),
    Route("29I.27.6", {"to_be_forwarded": True}, _APPEALS, passed_down=True, cites=("29I.27.1", "29I.27.5")),
    Route("29I.29.5", {}, _OBLAST, passed_down=True),
)

DISTRICT = (
    *RESERVED_TO_GPO,
    Route("29I.29.1", {"sender": _REPORT_SENDERS, "report_due": True}, _OBLAST, passed_down=False),
    Route("29I.29.2", {"control_by": _among(Authority.GPO)}, _OBLAST, passed_down=False),
    _reserved("29I.28.6", earlier_by=_ALL_GPO_POSTS),
    Route("29I.29.3", {"disputed": _OBLAST_OTHERS | _DISTRICT_POSTS}, _OBLAST, passed_down=False),
    Route("29I.29.3", {"earlier_by": _BELOW_THE_GPO}, _OBLAST, passed_down=False),
    Route("29I.29.4", {"answered_by": _among(AnsweredBy.OBLAST_BODY_HEAD)}, _OBLAST, passed_down=False),
    Route(
        "29I.30.1",
        {"control_by": _among(Authority.COMMITTEE, Authority.MILITARY, Authority.TRANSPORT, Authority.OBLAST)},
        _DISTRICT,
        passed_down=False,
    ),
    Route("29I.30.2", _ANSWERED_IN_DISTRICT, _DISTRICT, passed_down=False),
    Route("29I.27.7", {"explain_procedure": True}, _DISTRICT, passed_down=False, cites=("29I.27.3",)),
    Route("29I.27.6", {"repeated": True}, _APPEALS, passed_down=False, cites=("29I.27.2",)),
    Route("29I.27.6", {"to_be_forwarded": True}, _APPEALS, passed_down=False, cites=("29I.27.1", "29I.27.5")),
    Route("29I.30.3", {}, _DISTRICT, passed_down=False),
)

# Replaced whole by the mutants of the test bench; everything else only reads it.
ROUTES: dict[Level, tuple[Route, ...]] = {Level.GPO: GPO, Level.OBLAST: OBLAST, Level.DISTRICT: DISTRICT}


def route(  # noqa: PLR0913  # the facts that points 27-30 look at
    at: Body,
    kind: Kind,
    *,
    president_instruction: bool = False,
    control_by: str | None = None,
    sender: str | None = None,
    report_due: bool = False,
    repeated: bool = False,
    earlier_by: str | None = None,
    disagrees: bool = False,
    contested_by: str | None = None,
    answered_by: str | None = None,
    to_be_forwarded: bool = False,
    explain_procedure: bool = False,
    staff_procedure_breach: bool = False,
    interpellation: bool = False,
    within_competence: bool = True,
) -> Answer:
    """Return who considers a submission that arrived at a body. Officials are written "oblast:head".

    A decision that the applicant disagrees with, and an act or conduct that is complained of, lead the same way:
    to the office above the one that decided or acted (28.6, 29.3, 70). Source: 29I.27-31.
    """
    given: dict[str, Fact] = {
        "president_instruction": president_instruction,
        "control_by": control_by,
        "sender": sender,
        "report_due": report_due,
        "repeated": repeated,
        "earlier_by": earlier_by,
        "disputed": {earlier_by if disagrees else None, contested_by},
        "kind": kind,
        "answered_by": answered_by,
        "to_be_forwarded": to_be_forwarded,
        "explain_procedure": explain_procedure,
        "staff_procedure_breach": staff_procedure_breach,
        "interpellation": interpellation,
    }
    if not within_competence and not any(_holds(row, given) for row in ALWAYS_COMPETENT):
        return _answer(OUT_OF_COMPETENCE)
    return next(_answer(row) for row in ROUTES[LEVEL_OF[at]] if _holds(row, given))


def _answer(row: Route) -> Answer:
    return Answer(row.considers, row.passed_down, (row.norm, *row.cites))


def _holds(row: Route, given: Mapping[str, Fact]) -> bool:
    return all(_meets(given[fact], values) for fact, values in row.when.items())


def _meets(fact: Fact, values: frozenset[str] | bool) -> bool:  # noqa: FBT001  # a condition of a row
    """Whether a fact is there and, where the row names values, has one of them. Several disputed acts: any of them."""
    if isinstance(values, bool):
        return bool(fact) is values
    return bool(fact & values) if isinstance(fact, set) else fact in values
