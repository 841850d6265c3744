"""Saved views: the filters of a list under a name, one's own or, saved by the head of a unit, the unit's."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nadzor import clock
from nadzor.casework.access import counted_each
from nadzor.casework.forms import number_in
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import UNIT_LEADERS, Actor
from nadzor.organs.directory import directory
from nadzor.organs.models import Person
from nadzor.workplace import asked, changes, lists
from nadzor.workplace.models import SavedView
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language

MOST = 12
"""Views of one owner: more links above a list nobody reads, and each of them is counted."""
LONGEST_NAME = 60
_OWN = Phrase("тек маған", "только мне", "for me alone")
_OF_UNIT = Phrase("бөлімшеге: {unit}", "подразделению: {unit}", "for the unit: {unit}")
_NO_NAME = Phrase("Көріністің атауын жазыңыз.", "Напишите название вида.", "Write the name of the view.")
_TAKEN = Phrase(
    "Мұндай атау бар. Басқасын жазыңыз.",
    "Такое название уже есть. Напишите другое.",
    "There is such a name already. Write another.",
)
_TOO_MANY = Phrase(
    f"Сақталған көрініс {MOST}-ден көп болмайды. Керек емесін алып тастаңыз.",
    f"Сохранённых видов не больше {MOST}. Удалите лишний.",
    f"At most {MOST} views are kept. Remove one first.",
)
_NOT_YOURS = Phrase(
    "Бөлімшенің көрінісін оның басшысы сақтайды. «Тек маған» дегенді таңдаңыз.",
    "Вид подразделения сохраняет его руководитель. Выберите «только мне».",
    "A view of the unit is saved by its head. Choose “for me alone”.",
)
_SAVED = Phrase("Көрініс сақталды: {name}.", "Вид сохранён: {name}.", "The view is saved: {name}.")
_REMOVED = Phrase("Көрініс алынды: {name}.", "Вид удалён: {name}.", "The view is removed: {name}.")


@dataclass(frozen=True, slots=True)
class Shown:
    """A saved view above the list. `count` goes no further than 1,000; `here`: the list shows it now."""

    name: Phrase | str
    url: str
    count: int
    more: bool
    of_unit: bool
    here: bool


def units_led(actor: Actor) -> list[int]:
    """The units that somebody heads or stands in for the head of, by id."""
    return sorted({held.unit_id for held in actor.holdings if held.post in UNIT_LEADERS and held.unit_id is not None})


def views_for(actor: Actor) -> QuerySet[SavedView]:
    """What somebody sees: their own, and those of the units they hold a post in."""
    units = {held.unit_id for held in actor.holdings if held.unit_id is not None}
    return SavedView.objects.filter(Q(owner=actor.person_id) | Q(unit__in=units)).order_by("unit_id", "name", "pk")


def kept_by(actor: Actor) -> QuerySet[SavedView]:
    """What somebody may rename and remove: their own, and those of the units they head."""
    return views_for(actor).filter(Q(owner=actor.person_id) | Q(unit__in=units_led(actor)))


def shown_above(actor: Actor, here: dict[str, str], today: dt.date) -> list[Shown]:
    """Return the saved views with their counts: three questions to the database, however many they are.

    First stands what everybody has: what changed since they looked, in the view shown.
    """
    views, known = list(views_for(actor)), directory()
    changed = {**{name: said for name, said in here.items() if name == "view"}, "changed": "yes"}
    each_asks: list[tuple[Phrase | str, bool, dict[str, str]]] = [
        (changes.TITLE, False, changed),
        *((view.name, view.unit_id is not None, view.asks) for view in views),
    ]
    wanted = [asked.asked_of(actor, asks, today, known) for _, _, asks in each_asks]
    each = [(one.rows.filter(open=True), lists.shown_in(actor, one.view).arms(open_ones=True)) for one in wanted]
    counts = counted_each(each, lists.COUNTED + 1)
    return [
        Shown(
            name=name,
            url=f"?{urlencode(one.kept)}",
            count=min(count, lists.COUNTED),
            more=count > lists.COUNTED,
            of_unit=of_unit,
            here=one.kept == here,
        )
        for (name, of_unit, _), one, count in zip(each_asks, wanted, counts, strict=True)
    ]


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def saved_views(request: StaffRequest) -> HttpResponse:
    """Show the views somebody keeps; in the address the filters to be saved. POST saves them under a name."""
    if request.method != "POST":
        return _show(request, request.GET.dict())
    name, said = request.POST.get("name", "").strip(), request.POST.dict()
    unit = number_in(said.get("unit_of", ""))
    wrong = _wrong(request.actor, name, unit)
    if wrong is None:
        today = clock.today(lists.zone_of(request.actor))
        kept = asked.asked_of(request.actor, said, today).kept
        me = Person.objects.get(pk=request.actor.person_id or 0)
        owner = me if unit is None else None
        row = SavedView(owner=owner, unit_id=unit, name=name, asks=kept, made_by=me, made_at=clock.now())
        if _kept(row):
            _tell(request, _SAVED, name)
            return redirect(f"{reverse('inbox')}?{urlencode(kept)}")
        wrong = ("name", _TAKEN)
    return _show(request, said, name=name, wrong=wrong)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def saved_view(request: StaffRequest, pk: int) -> HttpResponse:
    """Rename a view, or remove it with the button `remove`. One that is not the actor's to keep: 404."""
    if request.method != "POST":  # a change of language comes back here
        return redirect("saved-views")
    row = kept_by(request.actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    if "remove" in request.POST:
        row.delete()
        _tell(request, _REMOVED, row.name)
        return redirect("saved-views")
    name = request.POST.get("name", "").strip()
    wrong = None if name else _NO_NAME
    if wrong is None:
        row.name = name[:LONGEST_NAME]
        if _kept(row):
            _tell(request, _SAVED, row.name)
            return redirect("saved-views")
        wrong = _TAKEN
    return _show(request, {}, renamed=(pk, name, wrong))


def _wrong(actor: Actor, name: str, unit: int | None) -> tuple[str, Phrase] | None:
    """Why a view cannot be saved: the field, and the sentence."""
    if not name or len(name) > LONGEST_NAME:
        return "name", _NO_NAME
    if unit is not None and unit not in units_led(actor):
        return "unit_of", _NOT_YOURS
    own = Q(owner=actor.person_id) if unit is None else Q(unit=unit)
    return ("name", _TOO_MANY) if SavedView.objects.filter(own).count() >= MOST else None


def _kept(row: SavedView) -> bool:
    """Write a view; false where its owner has another of that name."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return False
    return True


def _tell(request: StaffRequest, said: Phrase, name: str) -> None:
    messages.success(request, said.into(page_language()).format(name=name))


def _show(
    request: StaffRequest,
    said: dict[str, str],
    *,
    name: str = "",
    wrong: tuple[str, Phrase] | None = None,
    renamed: tuple[int, str, Phrase] | None = None,
) -> HttpResponse:
    actor, known = request.actor, directory()
    today = clock.today(lists.zone_of(actor))
    wanted = asked.asked_of(actor, said, today) if said.keys() & {"view", *asked.FILTERS} else None
    units = [(str(unit), known.units[unit].name) for unit in units_led(actor) if unit in known.units]
    of_units = [
        (pk, Phrase(*(_OF_UNIT.into(lang).format(unit=unit.into(lang)) for lang in LANGUAGES))) for pk, unit in units
    ]
    errors: list[dict[str, Any]] = [{"id": f"id_{wrong[0]}", "text": wrong[1]}] if wrong else []
    if renamed is not None:
        errors.append({"id": f"id_name_{renamed[0]}", "text": renamed[2]})
    rows = [
        {
            "pk": row.pk,
            "name": renamed[1] if renamed is not None and renamed[0] == row.pk else row.name,
            "error": renamed[2] if renamed is not None and renamed[0] == row.pk else None,
            "unit": known.units[row.unit_id].name if row.unit_id in known.units else None,
            "url": f"{reverse('inbox')}?{urlencode(row.asks)}",
            "said": _words(actor, row.asks, today),
        }
        for row in kept_by(actor)
    ]
    context = {
        "here": "inbox",
        "wanted": wanted.kept.items() if wanted else None,
        "wanted_said": _words(actor, wanted.kept, today) if wanted else None,
        "back": f"{reverse('inbox')}?{urlencode(wanted.kept)}" if wanted else reverse("inbox"),
        "name": name,
        "whose": said.get("unit_of", ""),
        "choices": [("", _OWN), *of_units] if of_units else [],
        "limit": LONGEST_NAME,
        "wrong": dict([wrong]) if wrong else {},
        "rows": rows,
        "errors": errors,
    }
    return page(request, "workplace/saved_views.html", context, status=422 if errors else 200)


def _words(actor: Actor, asks: dict[str, str], today: dt.date) -> Phrase:
    """What a view shows, in words: "Office, overdue"."""
    one = asked.asked_of(actor, asks, today)
    titles: list[Phrase | str] = [lists.VIEW_TITLES[one.view]] if one.view else []
    titles += [each["title"] for each in asked.chosen(one)]
    return Phrase(
        *(", ".join(each if isinstance(each, str) else each.into(lang) for each in titles) for lang in LANGUAGES)
    )
