"""Signing: the queue of who signs, the letter beside its checks, the password given again; the draft as a PDF."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from nadzor import clock
from nadzor.appeals.bans.asked import questions_of
from nadzor.appeals.drafting import complete
from nadzor.appeals.drafts import TO_SIGN, digest_of, owed_by, said_in, waiting_draft
from nadzor.appeals.forms import OUTCOME_TITLES
from nadzor.appeals.higher import decided_each, earlier_of, raising
from nadzor.appeals.letter import letter_of, texts_of
from nadzor.appeals.models import PaperDraft
from nadzor.appeals.parts import ANSWER
from nadzor.appeals.rights import power_of, signatories, titles
from nadzor.appeals.written_steps import preview_said
from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.case import Case
from nadzor.casework.forms import number_in
from nadzor.casework.loading import case_of, gather
from nadzor.casework.looks import Way
from nadzor.casework.perform import perform
from nadzor.casework.procedure import Step
from nadzor.casework.refusals import Invalid, Refusal
from nadzor.casework.rules import permitted
from nadzor.casework.showing import days_left
from nadzor.law.o29.bans import QUESTIONS
from nadzor.law.o29.signing import DECISIONS
from nadzor.law.words import Phrase
from nadzor.organs.models import Person
from nadzor.papers.setting import set_again
from nadzor.workplace import again
from nadzor.workplace.paper_life import chain_of, changed_since
from nadzor.workplace.results import Result, counted
from nadzor.workplace.slips import slips_to_sign
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page, page_language
from nadzor.workplace.typed import confirmed_in, key_in
from nadzor.workplace.written import papers_to_sign

_MOST = 100
_SIGNED = Phrase("Қол қойылды: № {number}.", "Подписан ответ № {number}.", "Signed: the answer No. {number}.")
_NOTHING = Phrase("Жобаларды белгілеңіз.", "Отметьте проекты.", "Tick the drafts.")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft of the queue: may the reader sign it, by which point; else who may."""

    draft: PaperDraft
    appeal: Case
    outcome: Phrase
    left: int | None
    may: bool
    point: str
    who: Phrase
    named: bool  # sent to the reader
    seen: str


def waiting_for(request: StaffRequest) -> list[Waiting]:
    """Return the drafts that wait for a signature and that the reader sees, the soonest term first."""
    rows = visible(request.actor).filter(procedure="answer_draft", state=TO_SIGN).select_related("parent")
    drafts = PaperDraft.objects.filter(proceeding__in=rows).select_related("proceeding__parent__appeal")
    ordered = list(drafts.order_by("proceeding__parent__next_due", "pk")[:_MOST])
    gather([each.proceeding.parent for each in ordered if each.proceeding.parent is not None])
    bound = [earlier_of(each.proceeding.parent.appeal) for each in ordered if each.proceeding.parent is not None]
    decided = decided_each([each for each in bound if each is not None])
    found = [_waiting(request, each, decided) for each in ordered]
    return sorted(found, key=lambda each: not (each.may or each.named))


def _waiting(request: StaffRequest, draft: PaperDraft, decided: Mapping[int, str | None] | None = None) -> Waiting:
    row = draft.proceeding.parent
    if row is None:
        raise ValueError(draft.pk)
    appeal = case_of(row)
    said = said_in(draft)
    found = signatories(appeal, said.outcome, raising(appeal, decided))
    held = power_of(request.actor, appeal, found)
    return Waiting(
        draft=draft,
        appeal=appeal,
        outcome=OUTCOME_TITLES[said.outcome],
        left=days_left(row.next_due, clock.today(appeal.body.zone)),
        may=held is not None,
        point=DECISIONS.point_of(appeal.body.kind, held.post, found) if held is not None else found.cites[0],
        who=titles(appeal.body, found.posts),
        named=draft.signatory_id == request.actor.person_id,
        seen=digest_of(draft.contents),
    )


@for_staff
@sensitive_post_parameters("password", "code", "key_answer")
@require_http_methods(["GET", "HEAD", "POST"])
def queue(request: StaffRequest) -> HttpResponse:
    """Show what waits for a signature; POST signs what was ticked, each answered by itself."""
    if request.method == "POST":
        return _sign_chosen(request)
    return _queue(request)


def _queue(
    request: StaffRequest, faults: Mapping[str, Phrase] | None = None, ticked: tuple[str, ...] = ()
) -> HttpResponse:
    context = {
        "here": "to-sign",
        "waiting": waiting_for(request),
        "slips": slips_to_sign(request),
        "papers": papers_to_sign(request),
        "questions": tuple(QUESTIONS.values()),
        "vouched": request.POST.getlist("vouched"),
        "ticked": ticked,
        "key": uuid.uuid4().hex,
        **again.asked(request, faults),
    }
    return page(request, "workplace/to_sign.html", context, 422 if faults else 200)


def _sign_chosen(request: StaffRequest) -> HttpResponse:
    """Sign the ticked drafts as they were shown: one refused never stops the others."""
    asked = tuple(dict.fromkeys(request.POST.getlist("sign")))[:_MOST]
    faults = {"password": _NOTHING} if not asked else again.signing_fault(request)
    if faults:
        return _queue(request, faults, asked)
    results: list[Result] = []
    key = key_in(request.POST)
    for place, each in enumerate(asked):
        number, _, seen = each.partition("=")
        case = visible(request.actor).filter(number=number).first()
        refusal: Refusal | None = None
        try:
            _perform(request, number, seen, key=f"{key}:{place}" if key else None)
        except Refusal as told:
            refusal = told
        results.append(Result(number, case is not None, refusal))
    return page(request, "workplace/signed.html", {"here": "to-sign", **counted(results)})


def _perform(request: StaffRequest, number: str, seen: str, *, key: str | None, version: int | None = None) -> None:
    data = {"seen": seen, "vouched": confirmed_in(request.POST)}
    perform(Act("appeal", "answer", request.actor.again(), data, on=(number,), key=key, version=version))


@for_staff
@sensitive_post_parameters("password", "code", "key_answer")
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: StaffRequest, number: str) -> HttpResponse:
    """Show the letter as it will go beside its checks; POST with the password signs what was read."""
    case = case_or_404(number, request.actor)
    step = case.procedure.step_of.get("answer")
    if step is None:
        raise Http404
    if request.method != "POST":
        log_look(request, case)
        try:
            permitted(step, case, request.actor, None)
        except Refusal as refusal:
            return _show(request, case, step, refusal=refusal, closed=True, status=409)
        return _show(request, case, step)
    faults = again.signing_fault(request)
    if faults:
        return _show(request, case, step, faults=faults, status=422)
    try:
        _perform(
            request,
            number,
            request.POST.get("seen", ""),
            key=key_in(request.POST) or None,
            version=number_in(request.POST.get("version", "")),
        )
    except Invalid as refusal:
        said = Refusal(next(iter(refusal.fields.values()), refusal.message), *refusal.cites)
        return _show(request, case_or_404(number, request.actor), step, refusal=said, status=422)
    except Refusal as refusal:
        return _show(request, case_or_404(number, request.actor), step, refusal=refusal, status=409)
    messages.success(request, _SIGNED.into(page_language()).format(number=number))
    return redirect("proceeding", number)


def _show(  # noqa: PLR0913  # what the page may hold
    request: StaffRequest,
    case: Case,
    step: Step,
    *,
    faults: Mapping[str, Phrase] | None = None,
    refusal: Refusal | None = None,
    closed: bool = False,
    status: int = 200,
) -> HttpResponse:
    draft, lang = waiting_draft(case), page_language()
    context: dict[str, Any] = {
        "here": "to-sign",
        "case": case,
        "step": step,
        "draft": draft,
        **again.asked(request, faults),
        "refusal": refusal,
        "closed": closed or draft is None,
        "key": request.POST.get("key") or uuid.uuid4().hex,
    }
    if draft is not None:
        waiting, checked = _waiting(request, draft), complete(draft, case)
        context |= {
            "waiting": waiting,
            "arguments": said_in(draft).arguments,
            "texts": texts_of(draft.contents, lang),
            "changed": changed_since(draft),
            "owed": Person.objects.filter(pk__in=owed_by(case)).order_by("sort_key"),
            "gaps": None if checked.allowed else checked,
            "questions": questions_of(case),
            "vouched": request.POST.getlist("vouched"),
            "chain": chain_of(draft, TO_SIGN),
        }
    return page(request, "workplace/sign.html", context, status=status)


@for_staff
@require_safe
def preview(request: StaffRequest, number: str) -> HttpResponseBase:
    """Give a draft as the PDF it would be, marked as not signed; the look is entered into the access log."""
    case = case_or_404(number, request.actor)
    if not isinstance(case.facts, PaperDraft) or case.parent is None:
        raise Http404
    log_look(request, case, Way.FILE, what=f"{number}.pdf")
    if case.facts.paper == ANSWER:
        made = letter_of(case.parent, said_in(case.facts), at=clock.now())
    else:
        made = set_again(case.facts.paper, preview_said(case.parent, case.facts), at=clock.now())
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{number}.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
