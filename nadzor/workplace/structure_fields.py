"""Fields of the pages that change the structure: their choices, what stands in them now, what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from nadzor import clock
from nadzor.casework.asking import declared
from nadzor.casework.forms import Asked
from nadzor.casework.structure import StructureStep
from nadzor.casework.structure.entering import identity_of
from nadzor.casework.structure.forms import KINDS
from nadzor.casework.structure.rules import not_over
from nadzor.casework.structure.sight import Kind
from nadzor.law.posts import POSTS_OF, Post
from nadzor.law.posts import Body as BodyKind
from nadzor.law.system import APPOINTED_BY_PRESIDENT
from nadzor.law.words import Phrase
from nadzor.organs.directory import BodyCard, Directory
from nadzor.organs.models import Appointment, Person, Unit
from nadzor.organs.roles import Role
from nadzor.organs.seed_data import SPHERES_OF, kind_above
from nadzor.organs.seed_records import Sphere
from nadzor.organs.titles import post_title, role_title
from nadzor.workplace.step_forms import PageField
from nadzor.workplace.structure_words import joined

_Choices = tuple[tuple[str, Phrase | str], ...]
_DRAWN = {"works": "many", "several": "many", "place": "hidden"} | dict.fromkeys(
    ("unit", "post", "staff", "kind", "parent", "office", "work"), "choice"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a change is made: on what, in which body, what the administrator sees."""

    target: Any  # the row of a kind
    body: BodyCard | None
    known: Directory
    seen: frozenset[int]


def place_of(step: StructureStep, target: Any, known: Directory, seen: frozenset[int], wanted: str) -> Place:
    """Return the place of a change. `wanted`: the code of a body chosen on the page, where the change asks for one."""
    body = None
    if step.on is Kind.BODY:
        body = known.bodies[target.pk]
    elif step.on is Kind.PERSON:
        chosen = known.by_code.get(wanted)
        body = chosen if chosen is not None and chosen.id in seen else _home(target, known, seen)
    return Place(target, body, known, seen)


def _home(person: Person, known: Directory, seen: frozenset[int]) -> BodyCard | None:
    rows = person.appointments.filter(body__in=seen).order_by("-since", "-pk")
    row = rows.first()
    return known.bodies[row.body_id] if row is not None else None


def asks_for_place(step: StructureStep) -> bool:
    """Whether the page of a change first asks in which office."""
    return any(asked.widget == "place" for asked, _, _ in declared(step.needs).values())


def fields(
    step: StructureStep, place: Place, posted: QueryDict | None = None, errors: Mapping[str, Phrase] | None = None
) -> list[PageField]:
    """Return the fields of a page, with what was typed or stands now, and what is wrong with it."""
    told = errors or {}
    found = []
    for name, (asked, required, limit) in declared(step.needs).items():
        choices = _choices(asked, place)
        if asked.widget in {"unit", "parent"} and not choices:
            continue
        if name == "presidential" and not _given_by_president(place.body):
            continue
        found.append(
            PageField(
                name=name,
                asked=asked,
                widget=_DRAWN.get(asked.widget, asked.widget),
                required=required or asked.widget == "parent",
                choices=choices,
                value=posted.get(name, "") if posted is not None else _now(step, name, asked, place),
                chosen=_chosen(name, asked, place, posted),
                limit=limit,
                error=next((text for at, text in told.items() if at.split(".")[0] == name), None),
            )
        )
    return found


def _chosen(name: str, asked: Asked, place: Place, posted: QueryDict | None) -> tuple[str, ...]:
    """What is ticked of several choices: as it was sent, else as it stands now."""
    if asked.widget not in {"works", "several"}:
        return ()
    return tuple(posted.getlist(name)) if posted is not None else tuple(getattr(place.target, name, ()))


def _given_by_president(body: BodyCard | None) -> bool:
    """Whether a body has a post to which the President appoints."""
    return body is not None and any(official.body is body.kind for official in APPOINTED_BY_PRESIDENT)


def _now(step: StructureStep, name: str, asked: Asked, place: Place) -> Any:
    """What stands in a field before anything is typed: the present value for a change, the default for a new row."""
    if asked.widget in {"place", "office"}:
        return place.body.code if place.body else ""
    if name == "parent":
        return place.known.bodies[place.target.parent_id].code if place.target.parent_id else ""
    if step.name.startswith("change_"):
        return getattr(place.target, name)
    if step.name == "tie_identity":
        return identity_of(place.target).get(name, "")
    default = step.needs.model_fields[name].default
    return default if isinstance(default, str) else ""


def _choices(asked: Asked, place: Place) -> _Choices:
    body = place.body
    if asked.choices:
        return tuple((str(value), title) for value, title in asked.choices)
    if asked.widget in {"works", "work"}:
        return tuple((str(role), role_title(role)) for role in Role)
    if asked.widget == "office":
        return offices(place)
    if body is None:
        return ()
    if asked.widget == "unit":
        units = Unit.objects.filter(not_over(clock.today(body.zone)), body=body.id).order_by("ru")
        return tuple((str(unit.pk), unit.name) for unit in units)
    if asked.widget == "post":
        return tuple((str(post), post_title(body, post)) for post in POSTS_OF[body.kind])
    if asked.widget == "staff":
        return _staff(body)
    if asked.widget == "kind":
        return tuple((str(kind), KINDS[kind]) for kind in kinds_below(body.kind))
    if asked.widget == "parent":
        return _above(place, body)
    return ()


def offices(place: Place) -> _Choices:
    """Return the offices of an administrator by name."""
    cards = sorted((place.known.bodies[pk] for pk in place.seen), key=lambda card: card.code)
    return tuple((card.code, card.name) for card in cards)


def kinds_below(above: BodyKind) -> list[BodyKind]:
    """Return the kinds of offices that may stand right below one, none for the lowest (SYS.6)."""
    return [
        kind
        for kind in KINDS
        if kind is not BodyKind.GPO
        and any(kind_above(kind, sphere) is above for sphere in SPHERES_OF.get(kind, (Sphere.TERRITORIAL,)))
    ]


def _above(place: Place, body: BodyCard) -> _Choices:
    if body.parent_id is None or body.parent_id not in place.seen:
        return ()
    wanted = kind_above(body.kind, body.sphere)
    return tuple((code, name) for code, name in offices(place) if place.known.by_code[code].kind is wanted)


def _staff(body: BodyCard) -> _Choices:
    rows = (
        Appointment.objects.filter(not_over(clock.today(body.zone)), body=body.id)
        .select_related("person")
        .order_by("person__sort_key", "pk")
    )
    found: dict[str, Phrase | str] = {}
    for row in rows:
        title = joined(row.person.full_name, post_title(body, Post(row.post)))
        found.setdefault(str(row.person_id), title)
    return tuple(found.items())
