"""A paper that was issued in a case, given to who may see the case."""

import logging

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from nadzor.casework.looks import Way
from nadzor.papers.issuing import file_name, papers_of, pdf_of
from nadzor.papers.typesetting import TypesettingError
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look

_log = logging.getLogger(__name__)


@for_staff
@require_safe
def paper(request: StaffRequest, number: str, serial: int) -> HttpResponse:
    """Give a paper as an attachment and enter it into the access log. Foreign and unknown: 404."""
    case = case_or_404(number, request.actor)
    row = next((each for each in papers_of([case.row.pk]) if each.serial == serial), None)
    if row is None:
        raise Http404
    try:
        content = pdf_of(row)
    except (OSError, TypesettingError) as error:
        _log.exception("paper_missing %s", row.number)
        raise Http404 from error
    log_look(request, case, Way.FILE, what=file_name(row))
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file_name(row)) or ""
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
