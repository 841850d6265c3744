"""May this person be booked for reception? Points 8, 18-36, 39 and 41 of the Rules (29R), ground by ground.

A ground is a row: the facts that make it, the facts that lift it. Grounds that points 25.5 and 33.3 carry over from
point 19 stand as one row of those points each, citing the sub-points of 19. Readings: R17, R28, R31, R32, R52.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from nadzor.law.calendar import Calendar, current
from nadzor.law.citations import wording
from nadzor.law.o29.terms import TERMS_29R
from nadzor.law.posts import DISTRICT_LEVEL, OBLAST_LEVEL, PROSECUTORS_OF_OBLAST_RANK, Body, Official, Post
from nadzor.law.readings import DEFAULT, Readings
from nadzor.law.terms import bare

# Facts without a person; those of the interface.
PLAIN_FACTS = frozenset(
    {
        *("outside_competence", "court_matter", "cassation_term_missed", "court_act_not_open_to_prosecutor"),
        *("no_cassation_review", "pretrial_term_missed", "no_right_to_contest", "petition_defective"),
        *("own_cassation_not_used", "cassation_listed_person", "contests_court_act_in_force"),
        *(
            "court_case_pending",
            "judge_conduct",
            "assigned_by_gpo",
            "not_contested_on_appeal",
            "new_arguments",
        ),
        *("supreme_court_ruling", "out_of_town", "outside_own_field", "instructed"),
    }
)
# Facts that name an official: "received_same_question:oblast:head".
OFFICIAL_FACTS = frozenset({"received_same_question", "earlier_answer_same_question", "no_answer_of"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands against a booking: any of the facts, unless one of the lifting facts is there."""

    norm: str
    facts: frozenset[str]
    lifted_by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Door:
    """The rules of booking with some officials: when booking closes, what bars it, what needs a unit's agreement."""

    officials: frozenset[Official]
    closes: str | None
    grounds: tuple[Ground, ...] = ()
    agreement: Mapping[str, str] | None = None
    out_of_town_any_day: bool = False
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Booking:
    """Whether a booking is allowed; what stands against it; which units must agree; the last day to book."""

    allowed: bool
    grounds: tuple[str, ...]
    needs_agreement: tuple[str, ...]
    last_booking_day: dt.date | None
    cites: tuple[str, ...]


class NoReception(Exception):  # noqa: N818  # an answer of the Rules, not a fault of the program
    """The Rules know no reception by that official; `norm` is the point that lists those who receive."""

    norm = "29R.2"


def _facts(*names: str) -> frozenset[str]:
    return frozenset(names)


def _about(fact: str, bodies: Collection[Body], *posts: Post) -> frozenset[str]:
    return frozenset(f"{fact}:{body}:{post}" for body in bodies for post in posts)


_PG, _DPG = Post.PROSECUTOR_GENERAL, Post.DEPUTY_PROSECUTOR_GENERAL
_GPO = (Body.GPO,)

# 29R.19, sub-point by sub-point; 19.2 and 19.8 name the Prosecutor General and his deputies.
POINT_19 = (
    Ground("29R.19.1", _facts("outside_competence")),
    Ground(
        "29R.19.2",
        _about("received_same_question", _GPO, _PG) | _about("earlier_answer_same_question", _GPO, _PG),
        lifted_by=_facts("new_arguments"),  # R17, by agreement of the unit (21.2)
    ),
    Ground("29R.19.3", _facts("court_matter")),
    Ground("29R.19.4", _facts("cassation_term_missed")),
    Ground("29R.19.5", _facts("court_act_not_open_to_prosecutor")),
    Ground("29R.19.6", _facts("no_cassation_review")),
    Ground("29R.19.7", _facts("pretrial_term_missed")),
    Ground("29R.19.8", _about("no_answer_of", _GPO, _DPG)),
    Ground("29R.19.9", _facts("no_right_to_contest")),
    Ground("29R.19.10", _facts("petition_defective")),
)
# 29R.25.5: sub-points 1, 3, 4, 5, 6, 7, 9, 10 of point 19. 29R.33.3: sub-points 1, 3, 4, 5, 7.
CARRIED_TO_25 = (
    "29R.19.1",
    "29R.19.3",
    "29R.19.4",
    "29R.19.5",
    "29R.19.6",
    "29R.19.7",
    "29R.19.9",
    "29R.19.10",
)
CARRIED_TO_33 = ("29R.19.1", "29R.19.3", "29R.19.4", "29R.19.5", "29R.19.7")


def _carried(norm: str, sub_points: tuple[str, ...]) -> Ground:
    return Ground(norm, frozenset().union(*(g.facts for g in POINT_19 if g.norm in sub_points)))


POINT_25 = (
    Ground("29R.24", _facts("outside_own_field"), lifted_by=_facts("instructed")),  # R32
    Ground("29R.25.1", _about("received_same_question", _GPO, _PG, _DPG)),
    Ground("29R.25.2", _about("earlier_answer_same_question", _GPO, _PG, _DPG)),
    Ground("29R.25.3", _facts("own_cassation_not_used"), lifted_by=_facts("cassation_listed_person")),
    Ground(
        "29R.25.4",
        _about("no_answer_of", PROSECUTORS_OF_OBLAST_RANK, Post.HEAD),  # R52: and of equal rank
        lifted_by=_facts("contests_court_act_in_force"),
    ),
    _carried("29R.25.5", CARRIED_TO_25),
)

_RECEIVED_BY_A_HEAD = _about("received_same_question", OBLAST_LEVEL, Post.HEAD)


def _point_33(*, lifted_by_new_arguments: bool) -> tuple[Ground, ...]:
    """Grounds of point 33; with heads, new arguments open the way by agreement of the unit (35, R17)."""
    lifting = _facts("assigned_by_gpo", "new_arguments") if lifted_by_new_arguments else _facts("assigned_by_gpo")
    return (
        Ground("29R.29.1", _facts("outside_own_field"), lifted_by=_facts("instructed")),  # R32
        Ground("29R.33.1", _RECEIVED_BY_A_HEAD, lifted_by=lifting),
        Ground("29R.33.2", _facts("court_case_pending", "judge_conduct")),
        _carried("29R.33.3", CARRIED_TO_33),
    )


def _those(bodies: Collection[Body], *posts: Post) -> frozenset[Official]:
    return frozenset(Official(body, post) for body in bodies for post in posts)


DOORS = (
    Door(
        _those(_GPO, _PG),
        "29R.18",
        POINT_19,
        {
            "not_contested_on_appeal": "29R.21.1",
            "new_arguments": "29R.21.2",
            "supreme_court_ruling": "29R.21.3",
        },
    ),
    Door(_those(_GPO, _DPG), "29R.18", POINT_25),
    Door(_those(_GPO, Post.UNIT_HEAD, Post.UNIT_DEPUTY_HEAD), "29R.18", out_of_town_any_day=True),
    Door(
        _those(OBLAST_LEVEL, Post.HEAD),
        "29R.36",
        _point_33(lifted_by_new_arguments=True),
        {"new_arguments": "29R.35"},
        out_of_town_any_day=True,
    ),
    Door(
        _those(OBLAST_LEVEL, Post.DEPUTY_HEAD),
        "29R.36",
        _point_33(lifted_by_new_arguments=False),
        out_of_town_any_day=True,
    ),
    # As the need arises, without booking (29R.30); reception prosecutors every day (29R.43)
    Door(_those(OBLAST_LEVEL, Post.UNIT_HEAD, Post.SENIOR_ASSISTANT, Post.ASSISTANT), None, cites=("29R.30",)),
    Door(_those((*_GPO, *OBLAST_LEVEL), Post.PROSECUTOR), None, cites=("29R.43", "29R.4")),
    # Districts take no bookings and may not refuse (29R.39, 41)
    Door(_those(DISTRICT_LEVEL, Post.HEAD, Post.DEPUTY_HEAD, Post.PROSECUTOR), None, cites=("29R.41", "29R.39")),
)


def may_be_booked(  # noqa: PLR0913  # the parts of one question
    with_: Official,
    reception: dt.date,
    today: dt.date,
    facts: Collection[str],
    *,
    on: dt.date | None = None,
    calendar: Calendar | None = None,
    readings: Readings = DEFAULT,
) -> Booking:
    """Return whether a person may be booked with an official for a day, and all that stands against it.

    `facts` are those of the interface ("no_answer_of:oblast:head" names an official). `on`: the day whose edition is
    asked (default: the day of the reception). Raises NoReception, NotInForce, WordingNotHeld, CalendarUnknown.
    Source: 29R.8, 18-36, 39, 41.
    """
    door = next((door for door in DOORS if with_ in door.officials), None)
    if door is None:
        raise NoReception(str(with_))
    day = reception if on is None else on
    given = frozenset(facts)
    if door.closes is None:
        for norm in door.cites:
            wording(norm, day, readings)
        return Booking(allowed=True, grounds=(), needs_agreement=(), last_booking_day=None, cites=door.cites)
    wording(door.closes, day, readings)
    for ground in door.grounds:
        wording(ground.norm, day, readings)
    last = bare(TERMS_29R[door.closes], current() if calendar is None else calendar)(reception)
    bars = [g.norm for g in door.grounds if given & g.facts and not given & g.lifted_by]
    cites = [*bars, *_carried_points(door, given)]
    late = today > last
    if late and door.out_of_town_any_day and "out_of_town" in given:  # R28
        wording("29R.8", day, readings)
        late = today > reception
        cites += [] if late else ["29R.8"]
    if late:
        bars.append(door.closes)
    agreement = [norm for fact, norm in (door.agreement or {}).items() if fact in given]
    return Booking(
        allowed=not bars,
        grounds=tuple(sorted(bars, key=_place_in_rules)),
        needs_agreement=tuple(agreement),
        last_booking_day=last,
        cites=tuple(dict.fromkeys((*cites, *agreement, door.closes))),
    )


def _carried_points(door: Door, given: frozenset[str]) -> list[str]:
    """Sub-points of point 19 behind a ground that carries them over."""
    carried = {"29R.25.5": CARRIED_TO_25, "29R.33.3": CARRIED_TO_33}
    return [
        ground.norm
        for row in door.grounds
        for ground in POINT_19
        if ground.norm in carried.get(row.norm, ()) and given & ground.facts
    ]


def _place_in_rules(norm: str) -> tuple[int, ...]:
    return tuple(int(part) for part in norm.split(".")[1:])
