"""The page on which a corrected copy is signed: what stood, what will stand, the letter, the password once more."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from nadzor import clock
from nadzor.appeals.comparing import compared_paper
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.paper_models import Slip
from nadzor.appeals.parts import part_titles
from nadzor.appeals.slip_forms import GROUNDS
from nadzor.appeals.slip_letters import letter_of_slip
from nadzor.appeals.slip_papers import contents_of
from nadzor.appeals.slips import open_slip, said_by
from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.case import Case
from nadzor.casework.forms import number_in
from nadzor.casework.looks import Way
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import perform
from nadzor.casework.refusals import Invalid, Refusal
from nadzor.casework.rules import permitted
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.papers.issuing import title_of
from nadzor.workplace import again
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page, page_language
from nadzor.workplace.typed import key_in

_STEP = "sign_slip"
_SIGNED = Phrase(
    "Түзетілген данаға қол қойылды: № {number}.",
    "Подписан исправленный экземпляр: № {number}.",
    "Signed: the corrected copy, No. {number}.",
)
_MOST = 50


def slips_to_sign(request: StaffRequest) -> list[Proceeding]:
    """Return the corrections that wait for a signature and that the reader sees."""
    rows = visible(request.actor).filter(procedure="slip", state="to_sign").select_related("parent")
    return list(rows.order_by("next_due", "pk")[:_MOST])


def slip_data(case: Case) -> list[tuple[Phrase, Any]]:
    """What is corrected, on what ground, who signs."""
    slip = case.facts
    if not isinstance(slip, Slip):
        return []
    found = Phrase(*(day_text(slip.found_on, lang) for lang in LANGUAGES))
    return [
        (Phrase("Негізі", "Основание", "Ground"), GROUNDS[slip.ground]),
        (Phrase("Қате анықталған күн", "Описка обнаружена", "The slip was found"), found),
        (Phrase("Құжат", "Бумага", "Paper"), title_of(slip.paper)),
        (Phrase("Құжаттың бөлігі", "Часть бумаги", "Part of the paper"), part_titles(slip.paper.paper).get(slip.part)),
        (Phrase("Қалай жазылған", "Как написано", "As it stands"), slip.wrong),
        (Phrase("Қалай болуы керек", "Как должно быть", "As it must be"), slip.right),
        (Phrase("Кім қол қояды", "Кто подписывает", "Who signs"), slip.signatory.full_name),
    ]


def _waiting(case: Case) -> Slip | None:
    child = open_slip(case) if case.procedure.name == "appeal" else None
    return None if child is None else Slip.objects.select_related("paper", "signatory").get(pk=child.pk)


@for_staff
@sensitive_post_parameters("password", "code", "key_answer")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_slip(request: StaffRequest, number: str) -> HttpResponse:
    """Show the correction beside its ground; POST with the password signs what was read."""
    case = case_or_404(number, request.actor)
    step = case.procedure.step_of.get(_STEP)
    if step is None:
        raise Http404
    if request.method != "POST":
        log_look(request, case)
        try:
            permitted(step, case, request.actor, None)
        except Refusal as refusal:
            return _show(request, case, refusal=refusal, closed=True, status=409)
        return _show(request, case)
    faults = again.signing_fault(request)
    if faults:
        return _show(request, case, faults=faults, status=422)
    said, key = {"seen": request.POST.get("seen", "")}, key_in(request.POST) or None
    version = number_in(request.POST.get("version", ""))
    try:
        perform(Act("appeal", _STEP, request.actor.again(), said, on=(number,), key=key, version=version))
    except Invalid as refusal:
        told = Refusal(next(iter(refusal.fields.values()), refusal.message), *refusal.cites)
        return _show(request, case_or_404(number, request.actor), refusal=told, status=422)
    except Refusal as refusal:
        return _show(request, case_or_404(number, request.actor), refusal=refusal, status=409)
    messages.success(request, _SIGNED.into(page_language()).format(number=number))
    return redirect("proceeding", number)


def _show(  # noqa: PLR0913  # what the page may hold
    request: StaffRequest,
    case: Case,
    *,
    faults: Mapping[str, Phrase] | None = None,
    refusal: Refusal | None = None,
    closed: bool = False,
    status: int = 200,
) -> HttpResponse:
    slip = _waiting(case)
    context: dict[str, Any] = {
        "here": "to-sign",
        "case": case,
        "step": case.procedure.step_of[_STEP],
        "slip": slip,
        **again.asked(request, faults),
        "refusal": refusal,
        "closed": closed or slip is None,
        "key": request.POST.get("key") or uuid.uuid4().hex,
    }
    if slip is not None:
        said = said_by(slip)
        context |= {
            "title": title_of(slip.paper),
            "ground": GROUNDS[slip.ground],
            "parts": compared_paper(slip.paper.paper, contents_of(slip.paper), said),
            "seen": digest_of(said),
        }
    return page(request, "workplace/sign_slip.html", context, status=status)


@for_staff
@require_safe
def slip_pdf(request: StaffRequest, number: str) -> HttpResponseBase:
    """Give the corrected copy as the PDF it would be, not signed yet; the look is entered into the access log."""
    case = case_or_404(number, request.actor)
    slip = _waiting(case)
    if slip is None:
        raise Http404
    log_look(request, case, Way.FILE, what=f"{number}.pdf")
    made = letter_of_slip(case, slip, said_by(slip), at=clock.now())
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{number}.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
