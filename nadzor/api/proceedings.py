"""Proceedings: one shape for all procedures. Lists, single ones, journals, steps."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from nadzor.accounts.addresses import address_of
from nadzor.api.clients import acting
from nadzor.api.documents import FAULTS, VERSIONED, with_object
from nadzor.api.errors import answer, language
from nadzor.api.listing import Filters, Turn, entries_of, page
from nadzor.api.reading import key_of, number_of, object_of, version_of
from nadzor.api.wording import case_said, done_said, entry_said, row_said
from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.case import Case
from nadzor.casework.keys import recall
from nadzor.casework.loading import look
from nadzor.casework.looks import Way, looked
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import perform
from nadzor.casework.refusals import not_found
from nadzor.casework.rules import Offered, offered
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory

router = Router(tags=["proceedings"])
_READ, _WRITE = "proceedings:read", "proceedings:write"


@router.get("/proceedings", response=FAULTS, summary="What this client may see, soonest term first")
def listed(request: HttpRequest, filters: Query[Filters]) -> HttpResponse:
    """Return a page of proceedings. `next`: the cursor of the next page, none on the last one."""
    actor = acting(request, _READ)
    rows, cursor = page(actor, filters)
    if filters.q:  # a search for somebody, which a list of one's work is not
        looked([row.pk for row in rows], Way.SEARCH, by=actor, address=address_of(request), what=filters.q)
    known = directory()
    return answer({"items": [row_said(row, known) for row in rows], "next": cursor})


@router.get("/proceedings/{number}", response=FAULTS, summary="A proceeding")
def shown(request: HttpRequest, number: str) -> HttpResponse:
    """Return the header, parties, people, terms with their reckoning, files, child matters. The look is logged."""
    actor = acting(request, _READ)
    case = look(number_of(number), actor=actor)
    _log(request, actor, case, Way.API)
    said = answer(case_said(case))
    said["ETag"] = f'"{case.row.version}"'
    return said


@router.get("/proceedings/{number}/journal", response=FAULTS, summary="The journal of a proceeding")
def journal(request: HttpRequest, number: str, turn: Query[Turn]) -> HttpResponse:
    """Return a page of entries, oldest first. `next`: the cursor of the next page. The look is logged."""
    actor = acting(request, _READ)
    case = look(number_of(number), actor=actor)
    _log(request, actor, case, Way.JOURNAL)
    entries, cursor = entries_of(case.row, turn)
    said = [entry_said(entry) for entry in entries]
    return answer({"number": case.row.number, "entries": said, "next": cursor})


@router.get("/proceedings/{number}/steps", response=FAULTS, summary="The steps of a proceeding")
def steps(request: HttpRequest, number: str) -> HttpResponse:
    """Return every step of the procedure: whether it is allowed now, else why not; and the schema of what it needs."""
    actor = acting(request, _READ)
    case = look(number_of(number), actor=actor)
    found = [_offered(each) for each in offered(case, actor)]
    return answer({"number": case.row.number, "version": case.row.version, "state": case.row.state, "steps": found})


@router.post(
    "/proceedings/{number}/steps/{step}", response=FAULTS, summary="Make a step", openapi_extra=with_object(VERSIONED)
)
def made(request: HttpRequest, number: str, step: str, happened_on: dt.date | None = None) -> HttpResponse:
    """Make a step; the body is its data. `happened_on`: the day of the fact where it is entered late."""
    actor = acting(request, _WRITE)
    data, key, version = object_of(request), key_of(request), version_of(request)
    found = Proceeding.objects.filter(number=number_of(number))
    procedure = found.values_list("procedure", flat=True).first() or ""
    act = Act(procedure, step, actor, data, on=(number,), key=key, version=version, happened_on=happened_on)
    seen = visible(actor).filter(number=number).exists()
    done = perform(act).answers[0] if seen else _done_before(act)
    said = answer(done_said(done))
    said["ETag"] = f'"{done["version"]}"'
    return said


def _done_before(act: Act) -> dict[str, Any]:
    """The first answer to a step that took its case out of sight. Raises NotFound where there is none.

    Raises KeyReused for a key of another act, whether there is such a case or not: nothing is learnt of it.
    """
    asked = act.asked()
    kept = None if asked is None else recall(asked)
    if kept is None:
        raise not_found()
    return kept[0]


def _offered(each: Offered) -> dict[str, Any]:
    lang = language()
    said: dict[str, Any] = {
        "step": each.step.name,
        "title": each.step.title.into(lang),
        "to": each.step.to,
        "final": each.step.final,
        "allowed": each.allowed,
        "reason": None,
        "code": None,
        "cites": list(each.step.cites),
        "needs": each.step.needs.model_json_schema(),
    }
    if each.refusal is not None:
        refusal = each.refusal
        said |= {"reason": refusal.message.into(lang), "code": refusal.code, "cites": list(refusal.cites)}
    return said


def _log(request: HttpRequest, actor: Actor, case: Case, way: Way) -> None:
    """Keep who looked at whose data, when and from where."""
    looked([case.row.pk], way, by=actor, address=address_of(request))
