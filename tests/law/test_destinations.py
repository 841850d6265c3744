"""Where a matter may be sent, and which unit considers it: each sentence of points 27-30 and 28.13 as a refusal."""

from typing import Any

import pytest

from nadzor.law.facts import Kind
from nadzor.law.o29.destinations import Why, above, too_low, wrong_office, wrong_outside, wrong_unit
from nadzor.law.o29.routing import route
from nadzor.law.posts import Body

GPO, OBLAST, DISTRICT = Body.GPO, Body.OBLAST, Body.DISTRICT
LOWER = {
    Body.GPO: (Body.COMMITTEE, Body.ASSET_RECOVERY, Body.ACADEMY, Body.MILITARY, Body.TRANSPORT, OBLAST, DISTRICT),
    Body.OBLAST: (DISTRICT,),
    Body.DISTRICT: (),
}


def sent(at: Body, to: Body, kind: Kind = Kind.MESSAGE, **facts: Any) -> tuple[str, ...]:
    """The points by which it may not go; none where it may."""
    on, plain = route(at, kind, to_be_forwarded=True, **facts), route(at, kind, **facts)
    found = wrong_office(on, to, below=to in LOWER[at], competent=plain)
    return found.cites if found is not None else ()


# Point 28, sub-point by sub-point: to none of those that 28.13 names (R25: nor to any other body below).
RESERVED: list[tuple[str, Kind, dict[str, Any]]] = [
    ("29I.28.1", Kind.MESSAGE, {"president_instruction": True}),
    ("29I.28.2", Kind.MESSAGE, {"sender": "presidential_administration", "report_due": True}),
    ("29I.28.3", Kind.MESSAGE, {"control_by": "presidential_administration_head"}),
    ("29I.28.3", Kind.MESSAGE, {"control_by": "prime_minister"}),
    ("29I.28.3", Kind.MESSAGE, {"control_by": "deputy_prime_minister"}),
    ("29I.28.3", Kind.MESSAGE, {"control_by": "constitutional_court"}),
    ("29I.28.3", Kind.MESSAGE, {"control_by": "parliament_chairman"}),
    ("29I.28.3", Kind.MESSAGE, {"control_by": "ombudsman"}),
    ("29I.28.4", Kind.INTERPELLATION, {}),
    ("29I.28.5", Kind.MESSAGE, {"control_by": "prosecutor_general"}),
    ("29I.28.5", Kind.MESSAGE, {"control_by": "deputy_prosecutor_general"}),
    ("29I.28.6", Kind.MESSAGE, {"repeated": True, "disagrees": True, "earlier_by": "oblast:head"}),
    ("29I.28.6", Kind.MESSAGE, {"repeated": True, "disagrees": True, "earlier_by": "academy:head"}),
    ("29I.28.6", Kind.MESSAGE, {"repeated": True, "disagrees": True, "earlier_by": "gpo:unit_head"}),
    ("29I.28.7", Kind.PETITION, {}),
    ("29I.28.8", Kind.MESSAGE, {"answered_by": "central_body_head"}),
]


@pytest.mark.norm("29I.28.13", "29I.28.1", "29I.28.2", "29I.28.3", "29I.28.4", "29I.28.5", "29I.28.6", "29I.28.7")
@pytest.mark.norm("29I.28.8")
@pytest.mark.parametrize("to", LOWER[GPO])
@pytest.mark.parametrize(("norm", "kind", "facts"), RESERVED)
def test_what_point_28_lists_is_sent_to_nobody_below(norm: str, kind: Kind, facts: dict[str, Any], to: Body) -> None:
    assert sent(GPO, to, kind, **facts)[:2] == (norm, "29I.28.13")


@pytest.mark.norm("29I.28.13")
@pytest.mark.parametrize("at", [OBLAST, DISTRICT])
@pytest.mark.parametrize(("norm", "kind", "facts"), [each for each in RESERVED if each[0] != "29I.28.2"])
def test_wherever_it_came_it_goes_to_the_general_office_alone(
    norm: str, kind: Kind, facts: dict[str, Any], at: Body
) -> None:
    assert sent(at, GPO, kind, **facts) == ()
    for to in (Body.MILITARY, OBLAST, DISTRICT):
        assert sent(at, to, kind, **facts)[0] == norm
    assert too_low(route(at, kind, **facts), at)


# Points 27, 29, 30: where it arrived, what it is, where it may go and where it may not.
MAY: list[tuple[str, Body, dict[str, Any], Body, tuple[str, ...]]] = [
    ("27.1: a primary one is sent on", GPO, {}, OBLAST, ()),
    ("27.1: also to a district", GPO, {}, DISTRICT, ()),
    ("27.1: from the Administration without a report", GPO, {"sender": "presidential_administration"}, OBLAST, ()),
    ("27.2: a repeat that nobody decided", GPO, {"repeated": True}, DISTRICT, ()),
    ("27.6: the same at an oblast", OBLAST, {"repeated": True}, DISTRICT, ()),
    ("29.1: a report is due", OBLAST, {"sender": "deputy", "report_due": True}, DISTRICT, ("29I.29.1", "29I.61.2")),
    ("29.1: the sender alone", OBLAST, {"sender": "deputy"}, DISTRICT, ()),
    ("29.2: under the control of the GPO", OBLAST, {"control_by": "gpo"}, DISTRICT, ("29I.29.2", "29I.61.2")),
    ("29.2: upwards it may go", OBLAST, {"control_by": "gpo"}, GPO, ()),
    (
        "29.3: a district has decided",
        OBLAST,
        {"repeated": True, "earlier_by": "district:head"},
        DISTRICT,
        ("29I.29.3",),
    ),
    ("29.3: arrived at the GPO", GPO, {"repeated": True, "earlier_by": "district:head"}, DISTRICT, ("29I.29.3",)),
    ("29.3: from the GPO to the oblast", GPO, {"repeated": True, "earlier_by": "district:head"}, OBLAST, ()),
    ("29.4: an oblast body has answered", GPO, {"answered_by": "oblast_body_head"}, DISTRICT, ("29I.29.4",)),
    ("29.4: the oblast considers it", GPO, {"answered_by": "oblast_body_head"}, OBLAST, ()),
    ("29.5: the rest may go down", OBLAST, {}, DISTRICT, ()),
    ("30.1: a district keeps what the oblast controls", DISTRICT, {"control_by": "oblast"}, DISTRICT, ()),
    ("30.2: a district body has answered", GPO, {"answered_by": "district_body_head"}, DISTRICT, ()),
    ("30.2: the same at an oblast", OBLAST, {"answered_by": "district_body_head"}, DISTRICT, ()),
    ("30.3: the rest, to another district", DISTRICT, {}, DISTRICT, ()),
    ("29.2 at a district: not sideways", DISTRICT, {"control_by": "gpo"}, DISTRICT, ("29I.29.2", "29I.61.2")),
    ("29.2 at a district: to the oblast", DISTRICT, {"control_by": "gpo"}, OBLAST, ()),
]


@pytest.mark.norm("29I.27.1", "29I.27.2", "29I.27.6", "29I.29.1", "29I.29.2", "29I.29.3", "29I.29.4", "29I.29.5")
@pytest.mark.norm("29I.30.1", "29I.30.2", "29I.30.3", "29I.61.2")
@pytest.mark.parametrize(("_name", "at", "facts", "to", "cites"), MAY)
def test_where_it_may_go(_name: str, at: Body, facts: dict[str, Any], to: Body, cites: tuple[str, ...]) -> None:
    found = sent(at, to, **facts)
    assert found[: len(cites)] == cites
    assert bool(found) == bool(cites)


OUTSIDE: list[tuple[Kind, dict[str, Any], str]] = [
    (Kind.MESSAGE, {}, ""),
    (Kind.COMPLAINT, {"control_by": "gpo"}, ""),
    (Kind.INTERPELLATION, {}, "29I.28.4"),
    (Kind.MESSAGE, {"interpellation": True}, "29I.28.4"),
    (Kind.MESSAGE, {"president_instruction": True}, "29I.28.1"),
    (Kind.MESSAGE, {"control_by": "president"}, "29I.28.1"),
]


@pytest.mark.norm("29I.31.1", "29I.28.4", "29I.28.1")
@pytest.mark.parametrize(("kind", "facts", "norm"), OUTSIDE)
def test_what_leaves_the_house(kind: Kind, facts: dict[str, Any], norm: str) -> None:
    found = wrong_outside(route(GPO, kind, within_competence=False, **facts))
    assert (found is None) == (norm == "")
    assert found is None or (found.why, found.cites[0]) == (Why.NOT_OUTSIDE, norm)


UNITS: list[tuple[str, Body, Kind, dict[str, Any], bool, Why | None]] = [
    ("28.4", GPO, Kind.INTERPELLATION, {}, True, Why.OTHER_UNIT),
    ("28.4", GPO, Kind.INTERPELLATION, {}, False, None),
    ("28.8", GPO, Kind.MESSAGE, {"answered_by": "central_body_head"}, True, Why.OTHER_UNIT),
    ("28.9, the rest", GPO, Kind.MESSAGE, {}, True, None),
    ("27.3", GPO, Kind.REQUEST, {"explain_procedure": True}, False, Why.APPEALS_UNIT),
    ("27.3", GPO, Kind.REQUEST, {"explain_procedure": True}, True, None),
    ("27.4", GPO, Kind.COMPLAINT, {"staff_procedure_breach": True}, False, Why.APPEALS_UNIT),
    ("27.7: everybody explains by himself", OBLAST, Kind.REQUEST, {"explain_procedure": True}, False, None),
    ("an oblast has units of its own", OBLAST, Kind.MESSAGE, {}, False, None),
]


@pytest.mark.norm("29I.27.3", "29I.27.4", "29I.27.7", "29I.28.4", "29I.28.8", "29I.28.9")
@pytest.mark.parametrize(("_name", "at", "kind", "facts", "appeals", "why"), UNITS)
def test_which_unit(_name: str, at: Body, kind: Kind, facts: dict[str, Any], appeals: bool, why: Why | None) -> None:
    found = wrong_unit(route(at, kind, **facts), at, appeals_unit=appeals)
    assert (None if found is None else found.why) == why


ABOVE = [
    (DISTRICT, "министерство юстиции", True),
    (OBLAST, "министерство юстиции", True),
    (GPO, "министерство юстиции", False),
    (GPO, "администрация президента", True),
    (OBLAST, "департамент министерства юстиции", False),
    (OBLAST, "акимат города", False),
    (DISTRICT, "акимат области", True),
    (OBLAST, "акимат области", False),
    (DISTRICT, "акимат района", False),
    (OBLAST, "верховный суд", True),
]


@pytest.mark.norm("29I.32")
@pytest.mark.parametrize(("at", "name", "stands"), ABOVE)
def test_what_surely_stands_above(at: Body, name: str, stands: bool) -> None:
    assert above(at, name) is stands
