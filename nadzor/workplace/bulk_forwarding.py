"""Forwarding many appeals to one body in one covering form: each is answered by itself, as when they are passed on.

The step is that of the case's own page, so right, law, term and notice are the same for each (29I.31).
"""

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from nadzor import clock
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.access import visible
from nadzor.casework.keys import plain
from nadzor.casework.loading import look
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import Act, perform_apart
from nadzor.casework.refusals import Invalid, NotFound, Refusal
from nadzor.casework.sealing import canonical
from nadzor.law.words import Phrase
from nadzor.workplace import again, lists, step_forms
from nadzor.workplace.bulk import NOTHING, ticked_in
from nadzor.workplace.results import Result, counted
from nadzor.workplace.staff import StaffRequest, for_staff, page
from nadzor.workplace.typed import key_in

_STEP = APPEAL.step_of["forward"]
_NONE_HERE = Phrase(
    "Белгіленгендердің ішінде сіз көретін жолданым жоқ.",
    "Среди отмеченных нет обращений, видных вам.",
    "None of the ticked is an appeal that you see.",
)


@for_staff
@sensitive_post_parameters("password", "code", "key_answer")
@require_http_methods(["GET", "HEAD", "POST"])
def forward_chosen(request: StaffRequest) -> HttpResponse:
    """Ask where the ticked appeals go (`ask`), or forward each of them there."""
    if request.method != "POST":  # a change of language comes back here
        return redirect("inbox")
    numbers = ticked_in(request.POST)
    if "ask" in request.POST or not numbers:
        return _ask(request, numbers, wrong={} if numbers else {"": NOTHING})
    try:
        data = step_forms.checked(_STEP, request.POST)
    except Invalid as refusal:
        return _ask(request, numbers, wrong=dict(refusal.fields))
    faults = again.signing_fault(request)
    if faults:
        return _ask(request, numbers, wrong={}, faults=faults)
    results = _forwarded(request, numbers, data)
    return page(request, "workplace/bulk.html", {"here": "inbox", "title": _STEP.title, **counted(results)})


def _forwarded(request: StaffRequest, numbers: list[str], data: dict[str, Any]) -> list[Result]:
    """Make the steps, each in its own transaction. A second click on the same page makes nothing twice."""
    actor, form = request.actor.again(), key_in(request.POST)[:100]
    said = hashlib.sha256(canonical(plain(data))).hexdigest()[:16]
    acts = [
        Act(APPEAL.name, _STEP.name, actor, data, on=(number,), key=f"{form}:{said}:{number}" if form else None)
        for number in numbers
    ]
    answers = perform_apart(acts)
    still = set(visible(actor).filter(number__in=numbers).values_list("number", flat=True))
    return [
        Result(number, number in still, answer if isinstance(answer, Refusal) else None)
        for number, answer in zip(numbers, answers, strict=True)
    ]


def _ask(
    request: StaffRequest, numbers: list[str], *, wrong: dict[str, Phrase], faults: Mapping[str, Phrase] | None = None
) -> HttpResponse:
    """Show the covering form above the appeals, with the ticks and what was typed. `faults`: of the signature."""
    actor = request.actor
    today = clock.today(lists.zone_of(actor))
    seen = visible(actor).filter(number__in=numbers, procedure=APPEAL.name).select_related("executor")
    rows: list[Proceeding] = list(seen.order_by("next_due", "pk"))
    shown: list[step_forms.PageField] = []
    if rows:
        try:
            shown = step_forms.fields(_STEP, look(rows[0].number, actor=actor), request.POST, wrong)
        except NotFound:  # it went out of sight this very moment
            rows = []
    told = wrong if rows or "" in wrong else {"": _NONE_HERE}
    errors = step_forms.summary(shown, {name: text for name, text in told.items() if name}, _OTHERS)
    errors += [{"text": text} for name, text in told.items() if not name] + again.errors_of(faults or {})
    context = {
        **again.asked(request, faults),
        "here": "inbox",
        "step": _STEP,
        "rows": [lists.table_row(row, today, actor) for row in rows],
        "heads": [{"title": head["title"]} for head in lists.HEADS],
        "ticks": APPEAL.name,
        "ticked": numbers,
        "fields": shown,
        "errors": errors,
        "checked": step_forms.CHECKED,
        "confirm_error": wrong.get("confirmed"),
        "confirmed": bool(request.POST.get("confirmed")),
        "key": key_in(request.POST) or uuid.uuid4().hex,
    }
    return page(request, "workplace/bulk_forwarding.html", context, status=422 if errors else 200)


_OTHERS = {"confirmed": step_forms.CHECKED}
