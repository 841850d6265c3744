"""The draft goes out as a DOCX and comes back as the text of its next version, shown beside the one before."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from nadzor.appeals.draft_docx import OlderVersion, contents_from, document_of
from nadzor.appeals.models import PaperDraft
from nadzor.casework.act import Act
from nadzor.casework.case import Case
from nadzor.casework.forms import number_in
from nadzor.casework.looks import Way
from nadzor.casework.perform import perform
from nadzor.casework.refusals import Invalid, Refusal
from nadzor.casework.rules import permitted
from nadzor.law.words import Phrase
from nadzor.papers.documents import LARGEST, TYPE, Unread
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page, page_language
from nadzor.workplace.typed import key_in

_STEP = "rewrite"
_TAKEN = Phrase(
    "Құжат {version}-нұсқа болып алынды. Бұрынғы нұсқа сақталды; айырмашылығы төменде.",
    "Документ принят как версия {version}. Прежняя версия сохранена; отличия ниже.",
    "The document is taken as version {version}. The version before is kept; the differences are below.",
)
_SAME = Phrase(
    "Құжат жобадағы мәтінді өзгертпейді: жаңа нұсқа жасалған жоқ.",
    "Документ ничего не меняет в тексте проекта: новой версии нет.",
    "The document changes nothing in the draft: there is no new version.",
)
_NO_FILE = Phrase("DOCX файлын таңдаңыз.", "Выберите файл DOCX.", "Choose the DOCX file.")
_TOO_LARGE = Phrase(
    "Файл 10 МБ-тан үлкен. Ішіндегі суреттерді алып тастаңыз.",
    "Файл больше 10 МБ. Уберите из него рисунки.",
    "The file is larger than 10 MB. Take the pictures out of it.",
)


def _draft_or_404(request: StaffRequest, number: str) -> tuple[Case, PaperDraft]:
    case = case_or_404(number, request.actor)
    if not isinstance(case.facts, PaperDraft) or case.parent is None:
        raise Http404
    return case, case.facts


@for_staff
@require_safe
def take_out(request: StaffRequest, number: str) -> HttpResponseBase:
    """Give the draft as a DOCX; the look is entered into the access log."""
    case, draft = _draft_or_404(request, number)
    name = f"{number}-v{draft.version}.docx"
    log_look(request, case, Way.FILE, what=name)
    answer = HttpResponse(document_of(draft), content_type=TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def bring_back(request: StaffRequest, number: str) -> HttpResponse:
    """Take a DOCX as the text of the next version. What cannot be read is refused with a sentence; nothing changes."""
    case, draft = _draft_or_404(request, number)
    step = case.procedure.step_of[_STEP]
    try:
        permitted(step, case, request.actor, None)
    except Refusal as refusal:
        return _show(request, case, refusal=refusal, closed=True, status=409)
    if request.method != "POST":
        log_look(request, case)
        return _show(request, case)
    file = request.FILES.get("file")
    if file is None or (file.size or 0) > LARGEST:
        return _show(request, case, error=_NO_FILE if file is None else _TOO_LARGE, status=422)
    try:
        said = contents_from(draft, file.read(), older=bool(request.POST.get("older")))
    except OlderVersion as older:
        return _show(request, case, error=older.said, older=True, status=422)
    except Unread as unread:
        return _show(request, case, error=unread.said, status=422)
    if said == draft.contents:
        messages.info(request, _SAME.into(page_language()))
        return redirect("proceeding", number)
    try:
        perform(
            Act(
                case.procedure.name,
                _STEP,
                request.actor,
                said,
                on=(number,),
                key=key_in(request.POST) or None,
                version=number_in(request.POST.get("version", "")),
            )
        )
    except Invalid as refusal:
        return _show(request, case, error=next(iter(refusal.fields.values()), refusal.message), status=422)
    except Refusal as refusal:
        return _show(request, case_or_404(number, request.actor), refusal=refusal, status=409)
    messages.success(request, _TAKEN.into(page_language()).format(version=draft.version + 1))
    return redirect(f"{reverse('versions', args=[number])}?from={draft.version}&to={draft.version + 1}")


def _show(  # noqa: PLR0913  # what the page may hold
    request: StaffRequest,
    case: Case,
    *,
    error: Phrase | None = None,
    refusal: Refusal | None = None,
    older: bool = False,
    closed: bool = False,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "case": case,
        "draft": case.facts,
        "error": error,
        "errors": [{"id": "id_file", "text": error}] if error else [],
        "refusal": refusal,
        "older": older,
        "closed": closed,
        "version": case.row.version,
        "key": uuid.uuid4().hex,
    }
    return page(request, "workplace/draft_back.html", context, status=status)
