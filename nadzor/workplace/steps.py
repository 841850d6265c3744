"""The page of a step: its form, refusals above the form with the data kept, one question more for what is final."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from nadzor.appeals.bans.asked import questions_of
from nadzor.appeals.done import done_told
from nadzor.appeals.drafting_forms import Vouching
from nadzor.casework import keys
from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.case import Case
from nadzor.casework.forms import number_in
from nadzor.casework.loading import look
from nadzor.casework.models import Proceeding, StoredFile
from nadzor.casework.perform import perform
from nadzor.casework.procedure import PROCEDURES, Procedure, Step
from nadzor.casework.refusals import ChangedMeanwhile, ForbiddenByLaw, Invalid, KeyReused, NotFound, Refusal
from nadzor.casework.rules import NOT_AGAIN, permitted
from nadzor.law.words import Lang, Phrase
from nadzor.workplace import again, step_files, step_forms
from nadzor.workplace.drafts import (
    begun,
    check_beside,
    is_draft,
    letter_beside,
    retold,
    templates_beside,
    with_template,
)
from nadzor.workplace.regimes import regimes_beside
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page, page_language
from nadzor.workplace.steps_told import steps_told
from nadzor.workplace.typed import key_in

_SENT_BEFORE = Phrase(
    "Бұл бет бұрын басқа деректермен жіберілген және орындалған. Істің журналын қараңыз; қайталау қажет болса, "
    "тағы бір рет жіберіңіз.",
    "Эта страница уже отправлена с другими данными, и шаг выполнен. Посмотрите журнал дела; если шаг нужен ещё раз, "
    "отправьте снова.",
    "This page was sent before with other data and the step was made. See the journal of the case; if it is needed "
    "once more, send again.",
)


@for_staff
@sensitive_post_parameters("password", "code", "key_answer")
@require_http_methods(["GET", "HEAD", "POST"])
def step_page(request: StaffRequest, number: str, name: str) -> HttpResponse:
    """Ask for what a step needs, and make it. A refusal is shown above the form, which keeps what was typed."""
    try:
        case = look(number, actor=request.actor)
    except NotFound as refusal:
        made = _made_before(request, number, name)
        if made is None:
            raise Http404 from refusal
        return _onward(request, *made)
    step = case.procedure.step_of.get(name)
    if step is None or step.opens is not None:
        raise Http404
    if request.method == "POST":
        if "more" in request.POST:  # more rows to fill in: nothing is kept yet
            return _show(request, case, step, posted=request.POST)
        if "insert" in request.POST:
            return _show(request, case, step, posted=with_template(case, request.POST))
        return _make(request, case, step)
    log_look(request, case)
    try:
        permitted(step, case, request.actor, None)
    except Refusal as refusal:
        return _show(request, case, step, refusal=refusal, closed=True, status=409)
    return _show(request, case, step)


def _made_before(request: StaffRequest, number: str, name: str) -> tuple[Procedure, Step, str] | None:
    """The table, step and number, where this very form made it and the case then went out of sight: a second click."""
    key = key_in(request.POST)
    row = Proceeding.objects.filter(number=number).first() if key else None
    procedure = PROCEDURES.get(row.procedure) if row is not None else None
    step = procedure.step_of.get(name) if procedure is not None else None
    if row is None or procedure is None or step is None:
        return None
    data = step_forms.read(step, request.POST).data
    asked = Act(procedure.name, step.name, request.actor, data, on=(row.number,), key=key).asked()
    try:
        return (procedure, step, number) if asked is not None and keys.recall(asked) is not None else None
    except KeyReused:
        return None


def _onward(request: StaffRequest, procedure: Procedure, step: Step, number: str) -> HttpResponse:
    """Go to the case, or to the inbox where the step has taken it out of the actor's sight."""
    messages.success(request, _told(procedure, step, page_language()))
    if visible(request.actor).filter(number=number).exists():
        return redirect("proceeding", number)
    return redirect("inbox")


def _told(procedure: Procedure, step: Step, lang: Lang) -> str:
    """What was done, as the journal tells it."""
    told = done_told(procedure, step.name)
    return f"{told if isinstance(told, str) else told.into(lang)}."


def _make(request: StaffRequest, case: Case, step: Step) -> HttpResponse:
    posted = request.POST
    version = number_in(posted.get("version", ""))
    key = key_in(posted)
    if step_files.sent_before(request, key):
        return _onward(request, case.procedure, step, case.row.number)
    kept, refused = step_files.taken(request, step)
    try:
        more = {step_files.FIELD: [str(file.public_id) for file in kept]} if kept else {}
        data = step_forms.checked(step, posted, more, {step_files.FIELD: refused} if refused else {})
        act = Act(
            case.procedure.name,
            step.name,
            request.actor,
            retold(case, step, data),
            on=(case.row.number,),
            key=key or None,
            version=case.row.version if version is None else version,
            happened_on=step_forms.day_of(step, posted),
        )
        faults = again.signing_fault(request) if step.signs and not _recalled(act) else {}
        if faults and _only_unsigned(act):
            return _show(request, case, step, posted=posted, faults=faults, key=key, status=422, kept=kept)
        done = perform(replace(act, actor=request.actor.again()) if step.signs else act)
    except NotFound as refusal:
        raise Http404 from refusal
    except ChangedMeanwhile as refusal:
        fresh = case_or_404(case.row.number, request.actor)
        return _show(request, fresh, step, posted=posted, refusal=refusal, status=409, kept=kept)
    except KeyReused as refusal:
        said = Refusal(_SENT_BEFORE, *refusal.cites)
        return _show(request, case, step, posted=posted, refusal=said, key="", status=409, kept=kept)
    except Refusal as refusal:
        return _show(request, case, step, posted=posted, refusal=refusal, key=key, status=422, kept=kept)
    opened = done.answers[0].get("children") or [case.row.number]
    return _onward(request, case.procedure, step, opened[-1] if is_draft(step) else case.row.number)


def _only_unsigned(act: Act) -> bool:
    """Whether nothing but the signature is missing. Raises whatever else stands against the step: it is told first."""
    try:
        perform(act)
    except ForbiddenByLaw as refusal:
        if refusal.message != NOT_AGAIN:
            raise
    return True


def _recalled(act: Act) -> bool:
    """Whether this very form has made the step already: a second click is asked for no new code."""
    asked = act.asked()
    return asked is not None and keys.recall(asked) is not None


_SENDS_ON = frozenset({"send_for_agreement", "send_to_sign"})
"""Steps by which a draft leaves its author: what it carries is looked through above them."""


def _show(  # noqa: PLR0913  # what a page of a step may hold
    request: StaffRequest,
    case: Case,
    step: Step,
    *,
    posted: QueryDict | None = None,
    refusal: Refusal | None = None,
    faults: Mapping[str, Phrase] | None = None,
    key: str = "",
    closed: bool = False,
    status: int = 200,
    kept: Sequence[StoredFile] = (),
) -> HttpResponse:
    told = refusal.fields if isinstance(refusal, Invalid) else {}
    shown = step_forms.fields(step, case, posted, told, begun=begun(case, step))
    context: dict[str, Any] = again.asked(request, faults) if step.signs else {"errors": []}
    context |= {
        "case": case,
        "step": step,
        "fields": shown,
        "takes_files": step_files.asks_for_files(step),
        "kept": kept,
        "errors": context["errors"]
        + step_forms.summary(
            shown, told, {"confirmed": step_forms.CHECKED, step_forms.HAPPENED_ON: step_forms.HAPPENED}
        ),
        "refusal": None if told else refusal,
        "closed": closed,
        "instead": steps_told(case, request.actor)["now"] if closed else [],
        "version": posted.get("version") if posted and status != 409 else case.row.version,
        "key": key or uuid.uuid4().hex,
        "checked": step_forms.CHECKED,
        "confirm_error": told.get("confirmed"),
        "confirmed": bool(posted and posted.get("confirmed")),
        "letter": letter_beside(case, step),
        "check": check_beside(case) if step.name in _SENDS_ON else [],
        "templates": templates_beside(case, step),
        "is_draft": is_draft(step),
        "regimes": regimes_beside(case, step),
        "questions": questions_of(case) if issubclass(step.needs, Vouching) else (),
        "vouched": posted.getlist("vouched") if posted else (),
        "late_day": step_forms.late_day(step, posted, told.get(step_forms.HAPPENED_ON)),
    }
    return page(request, "workplace/step.html", context, status=status)
