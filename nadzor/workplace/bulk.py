"""Passing many appeals to one executor: each is answered by itself, a refused one never stops the others."""

import uuid

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from nadzor import clock
from nadzor.appeals.procedure import APPEAL
from nadzor.appeals.states import REGISTERED
from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.forms import number_in
from nadzor.casework.models import Key, Proceeding
from nadzor.casework.people import candidates
from nadzor.casework.perform import perform_apart
from nadzor.casework.refusals import Refusal, not_found
from nadzor.law.words import Phrase
from nadzor.organs.models import Person
from nadzor.workplace import lists
from nadzor.workplace.results import Result, counted
from nadzor.workplace.staff import StaffRequest, for_staff, page
from nadzor.workplace.typed import key_in

MOST = 100
_LONGEST_NUMBER = 40
_NOBODY = Phrase("Орындаушыны таңдаңыз.", "Выберите исполнителя.", "Choose an executor.")
_EMPTY = Phrase(
    "Бұл адамда сіз көретін ашық жолданым жоқ.",
    "За этим человеком нет открытых обращений, видных вам.",
    "This person has no open appeals that you see.",
)
NOTHING = Phrase("Жолданымдарды белгілеңіз.", "Отметьте обращения.", "Tick the appeals.")


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def assign_chosen(request: StaffRequest) -> HttpResponse:
    """Pass the ticked appeals on, or give them another executor where they are under review already.

    GET with `person`: the open appeals that somebody considers, to be given to others.
    """
    if request.method != "POST":
        holder = _person(request.GET.get("person", ""))
        if holder is None:  # a change of language comes back here
            return redirect("inbox")
        return _ask(request, _held_by(request, holder), [], holder=holder)
    asked = ticked_in(request.POST)
    person = _person(request.POST.get("executor", ""))
    if not asked or person is None:
        holder = _person(request.POST.get("person", ""))
        if holder is not None:
            rows = _held_by(request, holder)
        else:
            rows = list(visible(request.actor).filter(number__in=asked, procedure=APPEAL.name).order_by("next_due"))
        return _ask(request, rows, asked, holder=holder, wrong=_NOBODY if asked else NOTHING)
    results = _passed_on(request, asked, person)
    return page(request, "workplace/bulk.html", {"here": "inbox", "person": person, **counted(results)})


def ticked_in(posted: QueryDict) -> list[str]:
    """Return the numbers that a page was sent with ticked."""
    return [each[:_LONGEST_NUMBER] for each in dict.fromkeys(posted.getlist("number")) if each][:MOST]


def _person(text: str) -> Person | None:
    wanted = number_in(text)
    return None if wanted is None else Person.objects.filter(pk=wanted).first()


def _held_by(request: StaffRequest, person: Person) -> list[Proceeding]:
    """Return the open appeals of somebody that the actor sees, the soonest term first."""
    seen = visible(request.actor).filter(executor=person, open=True, procedure=APPEAL.name)
    return list(seen.select_related("executor").order_by("next_due", "pk")[:MOST])


def _ask(
    request: StaffRequest,
    rows: list[Proceeding],
    ticked: list[str],
    *,
    holder: Person | None,
    wrong: Phrase | None = None,
) -> HttpResponse:
    """Show cases with the ticks that were set, and ask for the executor."""
    today = clock.today(lists.zone_of(request.actor))
    people = {each.person_id: each for body in {row.body_id for row in rows} for each in candidates(body, today)}
    context = {
        "here": "inbox",
        "errors": [{"id": "id_executor" if rows else "", "text": wrong}] if wrong else [],
        "error": wrong if ticked else None,
        "rows": [lists.table_row(row, today, request.actor) for row in rows],
        "empty": _EMPTY,
        "heads": [{"title": head["title"]} for head in lists.HEADS],
        "ticks": APPEAL.name,
        "ticked": ticked,
        "people": [each for each in people.values() if holder is None or each.person_id != holder.pk],
        "holder": holder,
        "executor": number_in(request.POST.get("executor", "")),
        "key": key_in(request.POST) or uuid.uuid4().hex,
    }
    return page(request, "workplace/bulk.html", context, status=422 if wrong else 200)


def _passed_on(request: StaffRequest, asked: list[str], person: Person) -> list[Result]:
    """Make what is not made yet: a second click on the same page makes nothing twice."""
    actor, form = request.actor, key_in(request.POST)[:100]
    rows = {row.number: row for row in visible(actor).filter(number__in=asked, procedure=APPEAL.name)}
    keys = {number: f"{form}:{person.pk}:{number}" for number in asked} if form else {}
    before = set(Key.objects.filter(space=actor.key_space, key__in=keys.values()).values_list("key", flat=True))
    made = {number for number in asked if keys.get(number) in before}
    made |= {number for number, row in rows.items() if row.open and row.executor_id == person.pk}
    acts = {
        number: Act(
            APPEAL.name,
            "assign" if rows[number].state == REGISTERED else "reassign",
            actor,
            {"executor": person.pk},
            on=(number,),
            key=keys.get(number),
        )
        for number in asked
        if number in rows and number not in made
    }
    results = dict(zip(acts, perform_apart(list(acts.values())), strict=True))
    still = set(visible(actor).filter(number__in=asked).values_list("number", flat=True))
    told = []
    for number in asked:
        answer = results.get(number)
        refusal = answer if isinstance(answer, Refusal) else None
        if answer is None and number not in made:
            refusal = not_found()
        told.append(Result(number, number in still, refusal))
    return told
