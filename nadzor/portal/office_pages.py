"""Public pages of the offices: the list by level and place, one office, how the system is built. No account needed."""

import datetime as dt
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.casework.structure.forms import KINDS, LEVELS, SPHERES
from nadzor.law import system
from nadzor.law.directions import DIRECTIONS
from nadzor.law.posts import Body as BodyKind
from nadzor.law.posts import Level, Official, Post
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.directory import BodyCard, directory
from nadzor.organs.folding import folded, sort_key
from nadzor.organs.models import Acting, Appointment, Body, held_on
from nadzor.organs.neighbours import neighbours
from nadzor.organs.seed_data import load_structure
from nadzor.organs.seed_records import Direction, Sphere
from nadzor.organs.titles import post_title
from nadzor.portal.speech import page_language

_LONGEST = 100  # letters of the field
_LONG, _ENDING = 6, 2  # letters of a word whose ending is not looked at, and of the ending


@dataclass(frozen=True, slots=True)
class Listed:
    """An office in a list: what it is, and how many stand below it."""

    body: BodyCard
    kind: Phrase
    sphere: Phrase | None
    lower: int = 0


@require_safe
def offices(request: HttpRequest) -> HttpResponse:
    """The upper two storeys by level; with `q`, every office whose name, kind or sphere holds the words."""
    known, today = directory(), clock.today("Asia/Almaty")
    standing = [card for card in known.bodies.values() if card.stands(today)]
    asked = request.GET.get("q", "").strip()[:_LONGEST]
    cards = [card for card in standing if _holds(card, asked)] if asked else standing
    levels = [
        {"title": LEVELS[level], "rows": [_listed(card, standing) for card in _in_order(cards) if card.level is level]}
        for level in (Level if asked else (Level.GPO, Level.OBLAST))
    ]
    shown = {
        "asked": asked,
        "levels": [each for each in levels if each["rows"]],
        "count": len(cards),
        "all": len(standing),
    }
    return render(request, "portal/offices.html", shown)


@require_safe
def office(request: HttpRequest, code: str) -> HttpResponse:
    """One office: what it is, who heads it, where it is, what is above, below and beside it."""
    known = directory()
    body = known.by_code.get(code)
    if body is None or not body.stands(clock.today(body.zone)):
        raise Http404
    today = clock.today(body.zone)
    standing = [card for card in known.bodies.values() if card.stands(today)]
    head = Post.PROSECUTOR_GENERAL if body.kind is BodyKind.GPO else Post.HEAD
    also = system.EX_OFFICIO.get(Official(body.kind, head))
    shown = {
        "body": body,
        "kind": KINDS[body.kind],
        "level": LEVELS[body.level],
        "sphere": _sphere(body),
        "above": known.bodies.get(body.parent_id or 0),
        "address": Body.objects.values_list("address", flat=True).get(pk=body.id),
        "head_title": post_title(body, head),
        "head": _holder(body, head, today),
        "also": post_title(known.bodies[body.parent_id], also.post) if also and body.parent_id else None,
        "appointed": system.APPOINTED_BY_PRESIDENT.get(Official(body.kind, head)),
        "deciders": system.DECIDERS,
        "collegium": system.has_collegium(body.kind),
        "transport": list(system.TRANSPORT.values()) if body.sphere is Sphere.TRANSPORT else [],
        "lower": [_listed(card, standing) for card in _in_order(standing) if card.parent_id == body.id],
        "beside": [_listed(card, standing) for card in neighbours(body, known, today)],
    }
    return render(request, "portal/office.html", shown)


@require_safe
def system_page(request: HttpRequest) -> HttpResponse:
    """How the system is built: posts, who decides, directions with their units, transport."""
    names = load_structure().directions
    shown = {
        "posts": system.POST_FACTS,
        "decided": [(row, system.DECIDERS[row.by]) for row in system.DECIDED],
        "directions": [(row, names[Direction(row.code)]) for row in DIRECTIONS],
        "transport": list(system.TRANSPORT.values()),
        "tasks": system.TRANSPORT_TASKS,
        "former": system.FORMER_TRANSPORT,
    }
    return render(request, "portal/system.html", shown)


def _in_order(cards: list[BodyCard]) -> list[BodyCard]:
    kinds, lang = list(KINDS), page_language()
    return sorted(cards, key=lambda card: (kinds.index(card.kind), sort_key(card.name.into(lang))))


def _listed(card: BodyCard, standing: list[BodyCard]) -> Listed:
    lower = sum(1 for each in standing if each.parent_id == card.id) if card.level is not Level.GPO else 0
    return Listed(card, KINDS[card.kind], _sphere(card), lower)


def _sphere(card: BodyCard) -> Phrase | None:
    return None if card.sphere is Sphere.TERRITORIAL else SPHERES[card.sphere]


def _holds(card: BodyCard, asked: str) -> bool:
    """Whether each word that was typed stands in the name, the kind or the sphere of an office, in any language.

    A long word is looked for without its last two letters: names of offices stand in the genitive, people type none.
    """
    texts: list[Phrase] = [card.name, KINDS[card.kind], SPHERES[card.sphere]]
    if card.sphere is Sphere.TRANSPORT:
        texts += system.TRANSPORT.values()  # SYS.24: who types "pipeline" looks for a transport office
    text = "\n".join(folded(each.into(lang)) for each in texts for lang in LANGUAGES)
    return all((word[:-_ENDING] if len(word) > _LONG else word) in text for word in folded(asked).split())


def _holder(body: BodyCard, post: Post, day: dt.date) -> tuple[str, bool] | None:
    """Who heads an office on a day: the acting holder with a mark, else the holder; none where nobody is known."""
    acting = Acting.objects.filter(held_on(day), body=body.id, post=post).select_related("person").first()
    if acting is not None:
        return acting.person.full_name, True
    row = Appointment.objects.filter(held_on(day), body=body.id, post=post).select_related("person").first()
    return (row.person.full_name, False) if row is not None else None
