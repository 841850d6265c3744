"""Forwarding many appeals in one covering form: to one body, or each to its own; each with its own covering letter.

The step is that of the case's own page, so right, law, term, letter and notice are the same for each (29I.31). What may
not go is told before anything is sent, and stays.
"""

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from nadzor import clock
from nadzor.appeals.forwarding import COVERING
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.forms import parsed
from nadzor.casework.keys import plain
from nadzor.casework.loading import case_of, gather, look
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import perform_apart
from nadzor.casework.refusals import Invalid, NotFound, Refusal
from nadzor.casework.rules import permitted
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
    each, wrong = _read(numbers, request.POST)
    if not request.POST.get("confirmed") and "check" not in request.POST:
        wrong["confirmed"] = step_forms.CONFIRM
    if wrong or "check" in request.POST:
        return _ask(request, numbers, wrong=wrong, each=each)
    faults = again.signing_fault(request)
    if faults:
        return _ask(request, numbers, wrong={}, faults=faults, each=each)
    results = _forwarded(request, numbers, each)
    told = {"here": "inbox", "title": _STEP.title, **counted(results)}
    gone = [row.number for row in results if row.refusal is None and row.shown]
    return page(request, "workplace/bulk.html", {**told, "letters": gone, "letters_kind": f"issued:{COVERING}"})


def _read(numbers: list[str], posted: QueryDict) -> tuple[dict[str, dict[str, Any]], dict[str, Phrase]]:
    """Return the data of each: what stands beside it, else what is said for all; and all that is wrong.

    An addressee of its own takes the place of the common one whole, office or other body.
    """
    common = step_forms.read(_STEP, posted).data
    found: dict[str, dict[str, Any]] = {}
    wrong: dict[str, Phrase] = {}
    for number in numbers:
        own = {name: text for name in OWN if (text := posted.get(f"{name}_{number}", "").strip())}
        data = dict(common)
        if own.keys() & {"office", "body"}:
            data.pop("office", None)
            data.pop("body", None)
        found[number] = {**data, **own}
        try:
            parsed(_STEP.needs, found[number], listed=False)
        except Invalid as refusal:
            place = {name: (f"{name}_{number}" if own else name) for name in (*OWN, "form")}
            for name, said in refusal.fields.items():
                wrong.setdefault(place.get(name, name), said)
    return found, wrong


OWN = ("office", "body", "reason")
"""What may be said of one appeal otherwise than of all."""


def _forwarded(request: StaffRequest, numbers: list[str], each: Mapping[str, dict[str, Any]]) -> list[Result]:
    """Make the steps, each in its own transaction. A second click on the same page makes nothing twice."""
    actor, form = request.actor.again(), key_in(request.POST)[:100]
    acts = []
    for number in numbers:
        said = hashlib.sha256(canonical(plain(each[number]))).hexdigest()[:16]
        key = f"{form}:{said}:{number}" if form else None
        acts.append(Act(APPEAL.name, _STEP.name, actor, each[number], on=(number,), key=key))
    answers = perform_apart(acts)
    still = set(visible(actor).filter(number__in=numbers).values_list("number", flat=True))
    return [
        Result(number, number in still, answer if isinstance(answer, Refusal) else None)
        for number, answer in zip(numbers, answers, strict=True)
    ]


def _foretold(
    request: StaffRequest, rows: list[Proceeding], each: Mapping[str, dict[str, Any]]
) -> dict[str, Refusal | None]:
    """Whether each may go, as the step itself would answer; before the addressee is known, whether it may go at all."""
    gather(rows)
    found: dict[str, Refusal | None] = {}
    for row in rows:
        found[row.number] = None
        try:
            form = parsed(_STEP.needs, each[row.number], listed=False) if each.get(row.number) else None
        except Invalid:
            form = None
        try:
            permitted(_STEP, case_of(row), request.actor.again(), form)
        except Refusal as refusal:
            found[row.number] = refusal
    return found


def _ask(
    request: StaffRequest,
    numbers: list[str],
    *,
    wrong: dict[str, Phrase],
    faults: Mapping[str, Phrase] | None = None,
    each: Mapping[str, dict[str, Any]] | None = None,
) -> HttpResponse:
    """Show the covering form above the appeals, with the ticks and what was typed. `faults`: of the signature.

    `each`: the data of each, by which it is told which may go.
    """
    actor = request.actor
    today = clock.today(lists.zone_of(actor))
    seen = visible(actor).filter(number__in=numbers, procedure=APPEAL.name).select_related("executor")
    rows: list[Proceeding] = list(seen.order_by("next_due", "pk"))
    shown: list[step_forms.PageField] = []
    if rows:
        try:
            shown = step_forms.fields(_STEP, look(rows[0].number, actor=actor), request.POST, wrong, of_one=False)
        except NotFound:  # it went out of sight this very moment
            rows = []
    told = wrong if rows or "" in wrong else {"": _NONE_HERE}
    offices = next((field.choices for field in shown if field.name == "office"), ())
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
        "each": _each(rows, _foretold(request, rows, each or {}), request.POST, wrong),
        "offices": offices,
        "foretold": each is not None and not wrong,
        "errors": errors,
        "checked": step_forms.CHECKED,
        "confirm_error": wrong.get("confirmed"),
        "confirmed": bool(request.POST.get("confirmed")),
        "key": key_in(request.POST) or uuid.uuid4().hex,
    }
    return page(request, "workplace/bulk_forwarding.html", context, status=422 if errors else 200)


def _each(
    rows: list[Proceeding], foretold: Mapping[str, Refusal | None], posted: QueryDict, wrong: Mapping[str, Phrase]
) -> list[dict[str, Any]]:
    """Each appeal with what is said of it alone, what is wrong with that, and why it may not go."""
    found = []
    for row in rows:
        said = {name: posted.get(f"{name}_{row.number}", "") for name in OWN}
        errors = {name: wrong.get(f"{name}_{row.number}") for name in (*OWN, "form")}
        refusal = foretold[row.number]
        found.append(
            {
                "number": row.number,
                "subject": row.subject,
                "names": {name: f"{name}_{row.number}" for name in OWN},
                "said": said,
                "errors": errors,
                "open": any(said.values()) or any(errors.values()),
                "refusal": refusal,
                "why": None if refusal is None else next(iter(refusal.fields.values()), refusal.message),
            }
        )
    return found


_OTHERS = {"confirmed": step_forms.CHECKED}
