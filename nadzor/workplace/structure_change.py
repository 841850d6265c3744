"""The page of a change of the structure: its form, what is wrong above it, a temporary password shown once."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from nadzor.casework.refusals import Invalid, KeyReused, NotFound, Refusal
from nadzor.casework.structure import STEPS, Changed, StructureAct, StructureStep, change_structure
from nadzor.casework.structure.people import open_cases
from nadzor.casework.structure.sight import Kind
from nadzor.law.words import Phrase
from nadzor.organs.models import Body, Person
from nadzor.workplace import step_forms, structure_fields
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language
from nadzor.workplace.structure import forbidden, reach, target_or_404
from nadzor.workplace.structure_fields import Place
from nadzor.workplace.typed import key_in

_DONE = Phrase("Орындалды: {step}.", "Сделано: {step}.", "Done: {step}.")
_AGAIN = Phrase(
    "Бұл бұрын орындалған. Уақытша құпиясөз бір рет қана көрсетіледі; қажет болса, жаңасын беріңіз.",
    "Это уже сделано. Временный пароль показывается один раз; если он нужен, выдайте новый.",
    "This was done before. A temporary password is shown once; give a new one if it is needed.",
)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def change_page(request: StaffRequest, name: str, on: str) -> HttpResponse:
    """Ask for what a change needs, and make it. A refusal is shown above the form, which keeps what was typed."""
    known, seen = reach(request)
    if not seen:
        return forbidden(request)
    step = STEPS.get(name)
    if step is None:
        raise Http404
    target = target_or_404(step.on, on, seen)
    asked = request.POST if request.method == "POST" else request.GET
    place = structure_fields.place_of(step, target, known, seen, asked.get("body", ""))
    if request.method == "POST":
        return _make(request, step, on, place)
    return _show(request, step, place)


@sensitive_variables("done")
def _make(request: StaffRequest, step: StructureStep, on: str, place: Place) -> HttpResponse:
    posted = request.POST
    try:
        data = step_forms.checked(step, posted)
        done = change_structure(StructureAct(step.name, request.actor, on, data, key_in(posted) or None))
    except NotFound as refusal:
        raise Http404 from refusal
    except Refusal as refusal:
        key = "" if isinstance(refusal, KeyReused) else key_in(posted)
        return _show(request, step, place, posted=posted, refusal=refusal, key=key)
    if done.secret:
        return _secret(request, step, done)
    if done.again and step.name in {"add_person", "renew_access"}:
        messages.info(request, _AGAIN.into(page_language()))
    else:
        messages.success(request, _DONE.into(page_language()).format(step=step.title.into(page_language())))
    return redirect(address_of_shown(done.shown))


def address_of_shown(shown: str) -> str:
    """Return the page of what a change was about: "person:12", "body:750000-oblast"."""
    kind, _, key = shown.partition(":")
    return reverse(f"structure-{kind}", args=[key])


def _secret(request: StaffRequest, step: StructureStep, done: Changed) -> HttpResponse:
    person = Person.objects.select_related("account").get(pk=int(done.shown.partition(":")[2]))
    context = {"here": "structure", "step": step, "person": person, "password": done.secret, "one_language": True}
    return page(request, "workplace/structure_secret.html", context)


def _show(  # noqa: PLR0913  # what the page may hold
    request: StaffRequest,
    step: StructureStep,
    place: Place,
    *,
    posted: QueryDict | None = None,
    refusal: Refusal | None = None,
    key: str = "",
) -> HttpResponse:
    told = refusal.fields if isinstance(refusal, Invalid) else {}
    shown = structure_fields.fields(step, place, posted, told)
    dismissed = place.target if step.name == "dismiss" else None
    context: dict[str, Any] = {
        "here": "structure",
        "step": step,
        "place": place,
        "what": _about(step, place),
        "back": _back(step, place),
        "fields": [each for each in shown if each.widget != "hidden"],
        "kept": [each for each in shown if each.widget == "hidden"],
        "offices": structure_fields.offices(place) if structure_fields.asks_for_place(step) else (),
        "errors": step_forms.summary(shown, told, {"confirmed": step_forms.CHECKED}),
        "refusal": None if told else refusal,
        "key": key or uuid.uuid4().hex,
        "checked": step_forms.CHECKED,
        "confirm_error": told.get("confirmed"),
        "confirmed": bool(posted and posted.get("confirmed")),
        "cases": len(open_cases(dismissed)) if dismissed is not None else 0,
    }
    return page(request, "workplace/structure_change.html", context, status=422 if refusal else 200)


def _about(step: StructureStep, place: Place) -> Phrase | str:
    """What the change is made on, under the heading."""
    target = place.target
    if step.on is Kind.PERSON:
        return str(target.full_name)
    if step.on is Kind.TERRITORY:
        return str(target.kato)
    if step.on in {Kind.BODY, Kind.UNIT, Kind.REFERENCE}:
        name: Phrase = target.name
        return name
    return str(target.person.full_name)


def _back(step: StructureStep, place: Place) -> str:
    target = place.target
    if step.on is Kind.PERSON:
        return reverse("structure-person", args=[target.pk])
    if step.on in {Kind.APPOINTMENT, Kind.ABSENCE, Kind.DUTY, Kind.ACTING, Kind.SERVICE, Kind.MILITARY}:
        return reverse("structure-person", args=[target.person_id])
    if step.on is Kind.REFERENCE:
        return reverse("structure-body", args=[Body.objects.get(parent__isnull=True).code])
    code = target.code if step.on is Kind.BODY else target.body.code
    return reverse("structure-body", args=[code])
