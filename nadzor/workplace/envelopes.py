"""What is put into envelopes: the paper of a registered letter, and those of a whole list for the post as one PDF."""

import io
import logging
import tempfile
from collections.abc import Sequence
from pathlib import Path

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from nadzor.accounts.addresses import address_of
from nadzor.appeals.enclosed import content_of, enclosures
from nadzor.casework.delivery import Delivery, PostList
from nadzor.casework.looks import Way, looked
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.papers.joining import join
from nadzor.papers.typesetting import TypesettingError
from nadzor.workplace.deliveries import kept_office, of_office
from nadzor.workplace.registers import saved_pdf
from nadzor.workplace.staff import StaffRequest, for_staff, page_language

_log = logging.getLogger(__name__)
_WITHOUT = Phrase(
    "Мына хаттардың қағазы басылмады, оны істен алыңыз: {numbers}.",
    "У этих писем бумага не напечатана, возьмите её в деле: {numbers}.",
    "The paper of these letters was not printed; take it from the case: {numbers}.",
)


def with_papers(rows: Sequence[Delivery]) -> set[int]:
    """Return the deliveries whose paper can be printed, in a constant number of queries."""
    known = enclosures([row.notice for row in rows])
    return {row.pk for row in rows if row.notice_id in known}


@for_staff
@require_safe
def envelope(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the paper of one registered letter of the office; the access log has it. Foreign and unknown: 404."""
    row = of_office(kept_office(request.actor) or 0, "post", "courier", "by_hand").filter(pk=pk).first()
    pdf = _printed([row])[0] if row is not None else None
    if row is None or pdf is None:
        raise Http404
    _look(request, [row])
    return saved_pdf(pdf, f"letter-{row.notice.proceeding.number}.pdf")


@for_staff
@require_safe
def list_envelopes(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the papers of a list for the post as one PDF in its order, each on a sheet of its own."""
    made = PostList.objects.filter(pk=pk, body=kept_office(request.actor) or 0).first()
    if made is None:
        raise Http404
    rows = list(of_office(made.body_id, "post").filter(post_list=made).order_by("pk"))
    found = _printed(rows)
    numbers = [row.notice.proceeding.number for row, pdf in zip(rows, found, strict=True) if pdf is None]
    if numbers:
        told = Phrase(*(_WITHOUT.into(lang).format(numbers=", ".join(numbers)) for lang in LANGUAGES))
        messages.warning(request, told.into(page_language()))
    if len(numbers) == len(rows):
        return redirect("post-list", pk)
    _look(request, [row for row, pdf in zip(rows, found, strict=True) if pdf is not None])
    return saved_pdf(_joined([pdf for pdf in found if pdf is not None]), f"letters-{made.year}-{made.number}.pdf")


def _printed(rows: Sequence[Delivery]) -> list[bytes | None]:
    """The papers of letters; none for one that has none, or whose file is lost."""
    known, found = enclosures([row.notice for row in rows]), []
    for row in rows:
        pdf = None
        if row.notice_id in known:
            try:
                pdf = _joined([content_of(each) for each in known[row.notice_id]])
            except (OSError, TypesettingError):
                _log.exception("envelope_without_paper %s", row.notice.proceeding.number)
        found.append(pdf)
    return found


def _joined(papers: Sequence[bytes]) -> bytes:
    if len(papers) == 1:  # as it was signed, byte for byte
        return papers[0]
    out = io.BytesIO()
    with tempfile.TemporaryDirectory(prefix="nadzor-letters-") as folder:
        paths = [Path(folder, f"{place:04}.pdf") for place in range(len(papers))]
        for path, content in zip(paths, papers, strict=True):
            path.write_bytes(content)
        join(paths, out, two_sided=True)
    return out.getvalue()


def _look(request: StaffRequest, rows: Sequence[Delivery]) -> None:
    cases = [row.notice.proceeding_id for row in rows]
    looked(cases, Way.PRINT, by=request.actor, address=address_of(request), what="post")
