"""Intake: the registrar's page, and the receipt with number and code."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe

from nadzor import clock
from nadzor.appeals.procedure import APPEAL
from nadzor.appeals.receipt import receipt_paper
from nadzor.appeals.rights import REGISTRAR
from nadzor.casework import files
from nadzor.casework.access import visible
from nadzor.casework.case import Case
from nadzor.casework.filetypes import REFUSED_TYPE, Said, is_taken
from nadzor.casework.looks import Way
from nadzor.casework.models import Key, Proceeding, StoredFile
from nadzor.casework.perform import Act, perform
from nadzor.casework.refusals import Invalid, KeyReused, NoRight, Refusal, invalid
from nadzor.casework.showing import running_terms
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.workplace import intake_form
from nadzor.workplace.intake_form import APPLICANT, CONTENT, FIRST, REPRESENTATIVE, SENDING, IntakeField
from nadzor.workplace.proceeding import FLAG_TITLES
from nadzor.workplace.registers import saved_pdf
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page, page_language
from nadzor.workplace.typed import key_in

_NO_RIGHT = Phrase(
    "Жолданымдарды мыналар тіркейді: {who}. Қағазды солардың біріне беріңіз.",
    "Обращения регистрируют: {who}. Передайте бумагу одному из них.",
    "Appeals are registered by: {who}. Hand the paper to one of them.",
)
_TOO_LARGE = Phrase(
    "Файл 25 МБ-тан үлкен: {name}. Оны бөліп немесе кішірейтіп қосыңыз.",
    "Файл больше 25 МБ: {name}. Разделите или уменьшите его.",
    "The file is larger than 25 MB: {name}. Split it or make it smaller.",
)
_EMPTY_FILE = Phrase(
    "Файл бос: {name}. Басқасын таңдаңыз.", "Файл пуст: {name}. Выберите другой.", "The file is empty: {name}."
)
_UNSEEN = Phrase(
    "ол іс сізге көрінбейді.", "это дело находится не у вас и вам не видно.", "that case is not visible to you."
)
_HEAD = 16  # the bytes by which a program is known
_OFFICE = Phrase("Қай прокуратураға", "В какую прокуратуру", "To which office")


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def intake(request: StaffRequest) -> HttpResponse:
    """Ask for an appeal and register it. A second click, with the same key in the form, leads to the first receipt."""
    if not intake_form.offices(request.actor):
        refusal = NoRight(
            Phrase(*(_NO_RIGHT.into(lang).format(who=REGISTRAR.who.into(lang)) for lang in LANGUAGES)), *REGISTRAR.cites
        )
        return page(request, "workplace/intake_refused.html", {"here": "intake", "refusal": refusal}, status=403)
    if request.method == "POST":
        return _register(request)
    last = request.session.get("intake", {})
    offices = intake_form.offices(request.actor)
    values = {
        "received_at": f"{timezone.localtime(clock.now()):%d.%m.%Y %H:%M}",
        "channel": last.get("channel", "paper"),
        "language": last.get("language", "ru"),
        "type": "person",
        "addressed_to": last.get("addressed_to") or offices[0].code,
    }
    return _show(request, values, [])


def _register(request: StaffRequest) -> HttpResponse:
    posted, actor = request.POST, request.actor
    key = key_in(posted) or uuid.uuid4().hex
    before = _registered_with(key, request)
    uploads = request.FILES.getlist("files")
    if before is not None and uploads:  # files come as new ones each time; the form itself is the same
        return redirect("receipt", before)
    kept = intake_form.kept_files(posted, actor)
    errors: dict[str, Phrase] = {}
    for each in uploads:
        if not each.size or each.size > files.LARGEST:
            said = _TOO_LARGE if each.size else _EMPTY_FILE
            errors["files"] = Phrase(*(text.format(name=each.name) for text in said))
            continue
        head = each.read(_HEAD)
        each.seek(0)
        if not is_taken(Said(each.name or "", each.content_type or "", head)):
            errors["files"] = Phrase(*(f"{each.name}: {text}" for text in REFUSED_TYPE))
            continue
        kept.append(
            files.store(
                each.chunks(),
                name=each.name or "file",
                content_type=each.content_type or "application/octet-stream",
                space=actor.key_space,
            )
        )
    data, wrong = intake_form.data_of(posted, kept)
    try:
        if wrong or errors:
            raise invalid(**wrong, **errors)
        done = perform(Act(APPEAL.name, "register", actor, data, key=key))
    except KeyReused:
        number = _registered_with(key, request)
        if number is None:
            raise
        messages.info(request, gettext("This form was registered before. What was changed since was not registered."))
        return redirect("receipt", number)
    except Refusal as refusal:
        return _show(request, posted, kept, refusal=refusal, key=key)
    request.session["intake"] = {name: posted.get(name, "") for name in ("channel", "language", "addressed_to")}
    return redirect("receipt", done.number)


def _registered_with(key: str, request: StaffRequest) -> str | None:
    """The number that this form got before, if it was sent before."""
    row = Key.objects.filter(space=request.actor.key_space, key=key).first()
    return str(row.answer[0]["number"]) if row is not None else None


def _show(
    request: StaffRequest,
    values: dict[str, str] | QueryDict,
    kept: list[StoredFile],
    *,
    refusal: Refusal | None = None,
    key: str = "",
) -> HttpResponse:
    told = intake_form.at_fields(refusal.fields) if isinstance(refusal, Invalid) else {}
    office = IntakeField(
        "addressed_to",
        _OFFICE,
        "choice",
        choices=tuple((card.code, card.name) for card in intake_form.offices(request.actor)),
        required=True,
    )
    groups = [
        [(field, values.get(field.name, ""), told.get(field.name)) for field in group]
        for group in ((*FIRST, office), APPLICANT, CONTENT, REPRESENTATIVE, SENDING)
    ]
    labels = {field.name: field.label for group in groups for field, _value, _error in group}
    errors: list[dict[str, Any]] = [
        {"id": f"id_{name}", "label": labels.get(name), "text": text} for name, text in told.items()
    ]
    context = {
        "here": "intake",
        "first": groups[0],
        "applicant": groups[1],
        "content": groups[2],
        "representative": groups[3],
        "sending": groups[4],
        "represented": any(value or error for _field, value, error in groups[3]),
        "sent_on": any(value or error for _field, value, error in groups[4]),
        "kept": kept,
        "file_error": told.get("files"),
        "errors": errors,
        "refusal": None if told else refusal,
        "key": key or uuid.uuid4().hex,
        "lang": get_language(),
    }
    return page(request, "workplace/intake.html", context, status=422 if refusal else 200)


@for_staff
@require_safe
def receipt(request: StaffRequest, number: str) -> HttpResponse:
    """Show the receipt to whom registered the appeal. The code is the applicant's: nobody else is shown it."""
    case = _registered_by_me(request, number)
    log_look(request, case)
    facts = case.facts
    duplicate = facts.duplicate_of
    return page(
        request,
        "workplace/receipt.html",
        {
            "here": "intake",
            "row": case.row,
            "body": case.body,
            "terms": running_terms(case, clock.today(case.body.zone)),
            "flags": [FLAG_TITLES.get(flag, flag) for flag in facts.flags],
            "duplicate": _UNSEEN if duplicate else "",
            "duplicate_number": duplicate.number if duplicate and _is_seen(duplicate, request) else "",
            "follow_url": request.build_absolute_uri(reverse("follow")),
        },
    )


@for_staff
@require_safe
def receipt_pdf(request: StaffRequest, number: str) -> HttpResponse:
    """Give the receipt as a PDF to whom registered the appeal; the printing is entered into the access log."""
    case = _registered_by_me(request, number)
    log_look(request, case, Way.PRINT, what="receipt")
    follow_url = request.build_absolute_uri(f"{reverse('follow')}?code={case.row.track}")
    by = request.actor.name
    made = receipt_paper(case.row, page_language(), accepted_by=by, follow_url=follow_url, at=clock.now())
    return saved_pdf(made, f"{case.row.number}.pdf")


def _registered_by_me(request: StaffRequest, number: str) -> Case:
    case = case_or_404(number, request.actor)
    if case.row.registrar_id != request.actor.person_id or not case.row.track:
        raise Http404
    return case


def _is_seen(row: Proceeding, request: StaffRequest) -> bool:
    return visible(request.actor).filter(pk=row.pk).exists()
