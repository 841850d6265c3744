"""Pages of filing: the first page, the steps, the files, checking and sending, the receipt. GET writes nothing."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nadzor import clock
from nadzor.accounts.addresses import address_of
from nadzor.accounts.attempts import failed, too_many
from nadzor.accounts.models import Attempt
from nadzor.appeals.following import followed
from nadzor.appeals.receipt import receipt_paper
from nadzor.casework.forms import clean
from nadzor.casework.models import Proceeding
from nadzor.casework.refusals import Invalid, Refusal
from nadzor.law.o29.registration import Channel, registered_on
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.law.zones import local_time
from nadzor.portal import drafts, filing, uploads
from nadzor.portal.checking import sections
from nadzor.portal.filing_fields import SECRETS_NOT_HERE, STEP, after, before, holds_secrets, wrong
from nadzor.portal.models import Draft

_LONGEST_CODE = 40
NO_DRAFT = Phrase(
    "Мұндай коды бар жоба жоқ: кодты тексеріңіз. Жіберілген жолданымның жобасы сақталмайды, ал жіберілмегені 30 күн "
    "сақталады.",
    "Черновика с таким кодом нет: проверьте код. Черновик отправленного обращения не хранится, неотправленный хранится "
    "30 дней.",
    "There is no draft with this code: check it. The draft of an appeal that was sent is not kept; one that was not "
    "sent is kept for 30 days.",
)
_NO_CODE = Phrase("Жобаның кодын енгізіңіз.", "Введите код черновика.", "Enter the code of the draft.")
_TOO_MANY = Phrase("Қате код тым көп енгізілді", "Слишком много неверных кодов", "Too many wrong codes were entered")
_WAIT = Phrase(
    "Басқалардың деректерін қорғау үшін бір сағат күте тұрамыз. Жаңа жолданымды қазір де бастауға болады.",
    "Чтобы защитить чужие данные, мы ждём один час. Новое обращение можно начать и сейчас.",
    "To protect other people's data we wait for an hour. You may begin a new appeal now.",
)
_PORTAL = Phrase("прокуратура порталы", "портал прокуратуры", "the portal of the prosecutor's office")

_View = Callable[..., HttpResponse]


def _page_language() -> str:
    return (get_language() or "ru")[:2]


def _of_draft(view: _View) -> _View:
    """Give a view the draft of its address if this browser holds it; one that was sent shows its receipt."""

    @never_cache
    @wraps(view)
    def opened(request: HttpRequest, ref: uuid.UUID, **more: Any) -> HttpResponse:
        if ref not in drafts.held(request):
            raise Http404
        draft = drafts.find(ref)
        if draft is None:
            return render(request, "portal/filing/gone.html", status=404)
        if draft.number and view.__name__ not in {"receipt", "receipt_pdf"}:
            return _to_receipt(request, draft)
        return view(request, draft, **more)

    return opened


def _to(request: HttpRequest, draft: Draft, page: str, **more: str) -> HttpResponse:
    """Lead on; the draft is held for thirty days more."""
    query = "?then=check" if more.get("then") == "check" else ""
    address = (
        reverse("file-step", args=[draft.ref, page]) if page in STEP else reverse(f"file-{page}", args=[draft.ref])
    )
    answer = redirect(address + query)
    drafts.hold(request, answer, draft.ref)
    return answer


def _to_receipt(request: HttpRequest, draft: Draft) -> HttpResponse:
    answer = redirect("file-receipt", draft.ref)
    drafts.hold_receipt(request, answer, draft.ref)
    return answer


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Say what filing is; begin a draft, or take up one by its code or by what this browser holds."""
    if request.method == "POST" and "code" in request.POST:
        return _take_up(request, str(clean(request.POST["code"]))[:_LONGEST_CODE])
    if request.method == "POST":
        draft = drafts.made()
        return _to(request, draft, "to")
    return _show_start(request)


def _show_start(request: HttpRequest, code: str = "", error: Phrase | None = None) -> HttpResponse:
    own = [draft for ref in drafts.held(request) if (draft := drafts.find(ref)) is not None]
    context = {
        "code": code,
        "error": error,
        "errors": [{"id": "id_code", "text": error}] if error else [],
        "begun": [draft for draft in own if not draft.number],
        "sent": [draft for draft in own if draft.number],
    }
    return render(request, "portal/filing/start.html", context, status=422 if error else 200)


def _take_up(request: HttpRequest, code: str) -> HttpResponse:
    address = address_of(request)
    if too_many(Attempt.Kind.TRACK, address):
        return render(request, "429.html", {"what": _TOO_MANY, "todo": _WAIT}, status=429)
    if not code:
        return _show_start(request, code, _NO_CODE)
    draft = drafts.by_code(code)
    if draft is None:
        failed(Attempt.Kind.TRACK, address)
        return _show_start(request, code, NO_DRAFT)
    return _to(request, draft, "check")


@require_POST
def forget(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """Let this browser open no draft and no receipt any more; the drafts stay, under their codes."""
    answer = redirect("home")
    drafts.let_go(answer)
    return answer


@_of_draft
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, draft: Draft, name: str) -> HttpResponse:
    """Ask one page of fields. What was typed is kept whatever is wrong with it."""
    if name == "files":
        return _files(request, draft)
    if name == "check":
        return _check(request, draft)
    if name not in STEP:
        raise Http404
    if request.method == "POST":
        typed = {field.name: str(clean(request.POST.get(field.name, ""))) for field in STEP[name].fields(draft.said)}
        for field in STEP[name].fields(draft.said):
            if field.choices and typed[field.name] not in dict(field.choices):
                typed[field.name] = ""
        if secret := holds_secrets(typed):
            return _not_kept(request, draft, name, typed, secret)
        if not drafts.save(draft, typed):
            return _to_receipt(request, draft)
        if "later" in request.POST:
            return _to(request, draft, "later")
        if errors := wrong(STEP[name].fields(draft.said), draft.said):
            return _show(request, draft, name, errors)
        return _next(request, draft, name)
    return _show(request, draft, name, {})


def _not_kept(request: HttpRequest, draft: Draft, name: str, typed: dict[str, str], field: str) -> HttpResponse:
    """Turn away state secrets: nothing typed now or in this step before is kept here, the page alone still shows it."""
    if not drafts.save(draft, dict.fromkeys(typed, "")):
        return _to_receipt(request, draft)
    draft.said = {**draft.said, **typed}
    return _show(request, draft, name, {field: SECRETS_NOT_HERE})


def _next(request: HttpRequest, draft: Draft, name: str) -> HttpResponse:
    """Lead to the step that follows, or back to the check where a change was asked for there."""
    then = request.POST.get("then", "")
    follows = after(name, draft.said)
    if then == "check" and follows != "office":
        return _to(request, draft, "check")
    return _to(request, draft, follows, then=then)


def _show(request: HttpRequest, draft: Draft, name: str, wrong_fields: dict[str, Phrase], **more: Any) -> HttpResponse:
    found, said = STEP[name], draft.said
    if name == "answer":
        said = {**said, "language": filing.language_of(said, _page_language())}
    if name == "about":
        said = {**said, "type": filing.type_of(said)}
    fields = found.fields(said)
    errors = [
        {"id": f"id_{field.name}", "label": field.label, "text": wrong_fields[field.name]}
        for field in fields
        if field.name in wrong_fields
    ]
    then = request.POST.get("then") or request.GET.get("then") or ""
    back = "check" if then == "check" else before(name, said)
    context = {
        "draft": draft,
        "step": found,
        "fields": [(field, said.get(field.name, ""), wrong_fields.get(field.name)) for field in fields],
        "errors": errors or more.pop("errors", []),
        "warned": [each.text for each in filing.warnings(said)] if name == "about" and "type" in draft.said else [],
        "back_to": reverse("file-step", args=[draft.ref, back]) if back else reverse("file"),
        "next_title": None if then == "check" or name == "check" else STEP[after(name, said)].title,
        "then": "check" if then == "check" else "",
        **more,
    }
    page = name if name in {"files", "check"} else "step"
    return render(request, f"portal/filing/{page}.html", context, status=422 if context["errors"] else 200)


def _files(request: HttpRequest, draft: Draft) -> HttpResponse:
    refused: list[Phrase] = []
    if request.method == "POST":
        refused = uploads.take(draft, request.FILES.getlist("files"))
        uploads.remove(draft, request.POST.get("remove", ""))
        if not drafts.save(draft, {}):
            return _to_receipt(request, draft)
        if not refused and "later" in request.POST:
            return _to(request, draft, "later")
        if not refused and ("upload" in request.POST or "remove" in request.POST):
            return _to(request, draft, "files", then=request.POST.get("then", ""))
        if not refused:
            return _next(request, draft, "files")
    errors = [{"id": "id_files", "text": text} for text in refused]
    return _show(request, draft, "files", {}, errors=errors, refused=refused, kept=drafts.files_of(draft))


def _check(request: HttpRequest, draft: Draft) -> HttpResponse:
    errors: list[dict[str, Any]] = []
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            draft.number = filing.send(draft, _page_language())
            return _to_receipt(request, draft)
        except Invalid as invalid:
            errors = [{"id": _row_of(name, draft), "text": text} for name, text in invalid.fields.items()]
        except Refusal as other:
            refusal = other
    language = filing.language_of(draft.said, _page_language())
    files = drafts.files_of(draft)
    answer = _show(
        request,
        draft,
        "check",
        {},
        errors=errors,
        refusal=refusal,
        sections=sections(draft, files, language),
        warned=[each.text for each in filing.warnings(draft.said, files=bool(files))],
        stops=[text for _step, text in filing.what_stops(draft.said).values()],
    )
    if refusal is not None:
        answer.status_code = 409
    return answer


def _row_of(field: str, draft: Draft) -> str:
    """The part of the check page where a field can be changed."""
    stops = filing.what_stops(draft.said)
    first = field.partition(".")[0]
    name = stops[field][0] if field in stops else {"addressed_to": "to", "attachments": "files"}.get(first, "about")
    return f"row_{name}"


@_of_draft
@require_safe
def later(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Say how to go on later, here or on another device."""
    start_url = request.build_absolute_uri(reverse("file"))
    until = draft.saved_at + drafts.KEPT
    context = {"draft": draft, "until": until, "start_url": start_url}
    return render(request, "portal/filing/later.html", context)


@_of_draft
@require_safe
def receipt(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Show number and code of what was sent, as long as this browser stays open."""
    if not draft.number:
        return redirect("file-step", draft.ref, "check")
    row = Proceeding.objects.get(number=draft.number)
    registration = registered_on(row.received_at, Channel.PORTAL)
    context = {
        "draft": draft,
        "row": row,
        "found": followed(row.track or ""),
        "is_later": row.registered_on > local_time(row.received_at).date(),
        "cites": registration.cites,
        "accepted_by": _PORTAL,
        "follow_url": request.build_absolute_uri(reverse("follow")),
    }
    return render(request, "portal/filing/receipt.html", context)


@_of_draft
@require_safe
def receipt_pdf(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Give the receipt as a PDF in the language of the page, as long as this browser stays open."""
    if not draft.number:
        raise Http404
    row = Proceeding.objects.get(number=draft.number)
    lang: Lang = next((each for each in LANGUAGES if each == _page_language()), "ru")
    follow_url = request.build_absolute_uri(f"{reverse('follow')}?code={row.track}")
    made = receipt_paper(row, lang, accepted_by=_PORTAL.into(lang), follow_url=follow_url, at=clock.now())
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{row.number}.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
