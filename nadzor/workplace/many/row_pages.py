"""The page of one paper of a batch: all fields of the intake, over what its batch says for all."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from nadzor import clock
from nadzor.law.words import Phrase
from nadzor.workplace import intake_form
from nadzor.workplace.intake import PERSONAL, kinds_shown, office_field
from nadzor.workplace.intake_field import IntakeField
from nadzor.workplace.intake_form import APPLICANT, CONTENT, FIRST, KIND, REPRESENTATIVE, SENDING
from nadzor.workplace.intake_paper import EARLIER, MANY, PAPER
from nadzor.workplace.many import keeping
from nadzor.workplace.many.checking import check, together, told
from nadzor.workplace.many.models import PaperBatch, PaperRow
from nadzor.workplace.many.pages import BUSY, SAVED, batch_or_404, is_moving
from nadzor.workplace.many.reading import FILE
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language

_FILE = IntakeField(FILE, Phrase("Қағаздың файлы", "Файл бумаги", "File of the paper"), "choice")


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def paper_row(request: StaffRequest, batch: uuid.UUID, place: int) -> HttpResponse:
    """Show one paper with all its fields; save it, or take it out of the batch."""
    kept = batch_or_404(request, batch)
    row = kept.rows.select_related("file").filter(place=place, number="").first()
    if row is None:
        raise Http404
    if request.method != "POST":
        return _show_row(request, kept, row)
    if is_moving(kept):
        return _show_row(request, kept, row, posted=request.POST, refused=BUSY)
    if "remove" in request.POST:
        row.delete()
        return redirect("papers", kept.public_id)
    posted = request.POST
    said: dict[str, Any] = {}
    for field in _row_fields(request):
        if field.name in MANY:
            said[field.name] = [each for each in posted.getlist(field.name) if each]
        elif field.name in posted or field.name in kept.common:
            said[field.name] = posted.get(field.name, "").strip()
    named = keeping.file_in(kept, posted.get(FILE, ""))
    row.said = {name: value for name, value in said.items() if value not in ([], kept.common.get(name, ""))}
    row.file = named
    row.save(update_fields=["said", "file"])
    refused = _own_file(request, kept, row)
    check(kept, [row])
    PaperBatch.objects.filter(pk=kept.pk).update(touched_at=clock.now())
    if row.wrong or refused:
        return _show_row(request, kept, row, refused=refused[0] if refused else None, status=422)
    messages.success(request, SAVED.into(page_language()))
    following = kept.rows.filter(number="", place__gt=place).exclude(wrong={}).order_by("place").first()
    if "next" in posted and following is not None:
        return redirect("paper-row", kept.public_id, following.place)
    return redirect("papers", kept.public_id)


def _own_file(request: StaffRequest, batch: PaperBatch, row: PaperRow) -> list[Phrase]:
    """Keep the file that was uploaded for this very row."""
    before = {each.pk for each in keeping.free_files(batch)}
    refused = keeping.take(batch, request.FILES.getlist("files")[:1])
    row.refresh_from_db(fields=["file"])
    fresh = [each for each in keeping.free_files(batch) if each.pk not in before]
    if fresh:
        row.file = fresh[0]
        row.save(update_fields=["file"])
    return refused


def _row_fields(request: StaffRequest) -> tuple[IntakeField, ...]:
    return (*FIRST, office_field(request), KIND, *APPLICANT, *CONTENT, *REPRESENTATIVE, *SENDING, *PAPER, *EARLIER)


def _show_row(  # noqa: PLR0913  # what the page may hold
    request: StaffRequest,
    batch: PaperBatch,
    row: PaperRow,
    *,
    posted: QueryDict | None = None,
    refused: Phrase | None = None,
    status: int = 200,
) -> HttpResponse:
    values = posted if posted is not None else together(batch.common, row.said)
    wrong = told(row.wrong)
    choices = tuple((str(each.public_id), each.name) for each in ([row.file] if row.file else []))
    choices += tuple((str(each.public_id), each.name) for each in keeping.free_files(batch))
    file = IntakeField(FILE, _FILE.label, "choice", choices=choices)
    values_of_file = {FILE: str(row.file.public_id) if row.file is not None else ""}
    groups = {
        name: intake_form.rows(fields, values, wrong)
        for name, fields in (
            ("first", (*FIRST, office_field(request))),
            ("applicant", APPLICANT),
            ("content", CONTENT),
            ("representative", REPRESENTATIVE),
            ("sending", SENDING),
            ("paper", PAPER),
            ("earlier", EARLIER),
        )
    }
    labels = {each.name: each.label for each in _row_fields(request)}
    errors = [{"id": f"id_{name}", "label": labels.get(name), "text": text} for name, text in wrong.items() if name]
    errors += [{"id": "", "text": text} for name, text in wrong.items() if not name]
    errors += [{"id": "id_files", "text": refused}] if refused is not None else []
    context = {
        "here": "intake",
        **groups,
        "file": intake_form.rows((file,), values_of_file, {}),
        "batch": batch,
        "row": row,
        "kinds": kinds_shown(),
        "kind": values.get("kind", ""),
        "kind_field": KIND,
        "kind_error": wrong.get("kind"),
        "represented": any(value or error for _field, value, error, _ in groups["representative"]),
        "beside": any(value or error for _field, value, error, _ in groups["earlier"]),
        "errors": errors if status != 200 or row.said else [],
        "personal": PERSONAL,
    }
    return page(request, "workplace/paper_row.html", context, status=status)
