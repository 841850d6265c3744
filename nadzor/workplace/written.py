"""The page on which a written paper is signed or approved: what it says, what its checks miss, who agreed."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from nadzor.appeals.bans.asked import questions_of
from nadzor.appeals.drafting_forms import Vouching
from nadzor.appeals.drafts import TO_SIGN, digest_of
from nadzor.appeals.models import PaperDraft
from nadzor.appeals.papers_written import WRITTEN
from nadzor.appeals.written import SIGN_PAPER, complete_paper, waiting_papers
from nadzor.appeals.written_steps import asked_draft
from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.case import Case
from nadzor.casework.forms import number_in
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import perform
from nadzor.casework.procedure import Step
from nadzor.casework.refusals import Invalid, Refusal
from nadzor.casework.rules import permitted
from nadzor.law.words import Phrase
from nadzor.workplace import again
from nadzor.workplace.paper_life import chain_of, changed_since, chosen_in, draft_texts, sign_page
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page, page_language
from nadzor.workplace.typed import confirmed_in, key_in

_MOST = 50
_SIGNED = Phrase(
    "Қағазға қол қойылды: № {number}.", "Бумага подписана: № {number}.", "The paper is signed: No. {number}."
)
_SIGN = Phrase("Қол қою", "Подписать", "Sign")
_APPROVE = Phrase("Бекіту", "Утвердить", "Approve")


def papers_to_sign(request: StaffRequest) -> list[dict[str, Any]]:
    """Return the written papers that wait for a signature or an approval and that the reader sees."""
    rows = visible(request.actor).filter(procedure__in=WRITTEN, state=TO_SIGN).select_related("parent")
    ordered = list(rows.order_by("parent__next_due", "pk")[:_MOST])
    return [
        {
            "row": each,
            "title": WRITTEN[each.procedure].paper.title,
            "url": sign_page(each.procedure, each.parent.number if each.parent is not None else ""),
        }
        for each in ordered
    ]


@for_staff
@sensitive_post_parameters("password", "code", "key_answer")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_paper(request: StaffRequest, number: str, name: str = SIGN_PAPER) -> HttpResponse:
    """Show the paper as it will go beside its checks; POST with the password signs what was read. `draft`: which.

    `name`: of the step that signs it.
    """
    case = case_or_404(number, request.actor)
    step = case.procedure.step_of.get(name)
    if step is None:
        raise Http404
    wanted = (request.POST if request.method == "POST" else request.GET).get("draft", "")
    child = _asked(case, request, wanted, name)
    if request.method != "POST":
        log_look(request, case)
        try:
            permitted(step, case, request.actor, None)
        except Refusal as refusal:
            return _show(request, case, step, child, refusal=refusal, closed=True, status=409)
        return _show(request, case, step, child)
    faults = again.signing_fault(request)
    if faults:
        return _show(request, case, step, child, faults=faults, status=422)
    said: dict[str, Any] = {"draft": wanted, "seen": request.POST.get("seen", "")}
    if _is_asked(step):
        said["vouched"] = confirmed_in(request.POST)
    key, version = key_in(request.POST) or None, number_in(request.POST.get("version", ""))
    try:
        perform(Act("appeal", name, request.actor.again(), said, on=(number,), key=key, version=version))
    except Invalid as refusal:
        told = Refusal(next(iter(refusal.fields.values()), refusal.message), *refusal.cites)
        return _show(request, case_or_404(number, request.actor), step, child, refusal=told, status=422)
    except Refusal as refusal:
        return _show(request, case_or_404(number, request.actor), step, child, refusal=refusal, status=409)
    messages.success(request, _SIGNED.into(page_language()).format(number=wanted))
    return redirect("proceeding", number)


def _is_asked(step: Step) -> bool:
    return issubclass(step.needs, Vouching)


def _asked(case: Case, request: StaffRequest, wanted: str, name: str) -> Proceeding | None:
    """The draft that is asked for; else the first that the reader may sign by the step."""
    waiting = asked_draft(case, None, name)
    mine = [each for each in waiting if WRITTEN[each.procedure].signer.test(request.actor, case, None)]
    return next((each for each in waiting if each.number == wanted), next(iter([*mine, *waiting]), None))


def _show(  # noqa: PLR0913  # what the page may hold
    request: StaffRequest,
    case: Case,
    step: Step,
    child: Proceeding | None,
    *,
    faults: Mapping[str, Phrase] | None = None,
    refusal: Refusal | None = None,
    closed: bool = False,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "here": "to-sign",
        "case": case,
        "step": step,
        **again.asked(request, faults),
        "refusal": refusal,
        "closed": closed or child is None,
        "key": request.POST.get("key") or uuid.uuid4().hex,
    }
    if child is not None:
        draft = PaperDraft.objects.select_related("proceeding__executor", "signatory").get(pk=child.pk)
        written, checked = WRITTEN[child.procedure], complete_paper(draft)
        context |= {
            "draft": draft,
            "title": written.paper.title,
            "deed": _APPROVE if written.paper.approved else _SIGN,
            "may": written.signer.test(request.actor, case, None),
            "who": written.signer.who,
            "points": written.of_signature,
            "chosen": chosen_in(draft),
            "texts": draft_texts(draft, page_language()),
            "changed": changed_since(draft),
            "gaps": None if checked.allowed else checked,
            "chain": chain_of(draft, TO_SIGN),
            "seen": digest_of(draft.contents),
            "questions": questions_of(case) if _is_asked(step) else (),
            "vouched": request.POST.getlist("vouched"),
            "others": [
                {"number": each.number, "url": sign_page(each.procedure, case.row.number)}
                for each in waiting_papers(case)
                if each.pk != child.pk
            ],
        }
    return page(request, "workplace/sign_paper.html", context, status=status)
