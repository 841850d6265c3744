"""The paper that lies in the envelope of a notice: what the step of the notice issued, or the answer itself."""

from collections.abc import Sequence

from nadzor.appeals.dispatching import BY_EMAIL
from nadzor.appeals.models import AnswerGiven
from nadzor.appeals.own_letters import OWN_LETTER
from nadzor.casework.files import path_of
from nadzor.casework.models import Notice, StoredFile
from nadzor.papers.issuing import pdf_of
from nadzor.papers.models import IssuedPaper

_PAPERS = {
    "registered": "registration_notice",
    "executor_named": "executor_notice",
    "cure_asked": "request_to_cure",
    "forwarded": "forwarding_notice",
    "returned": "return_letter",
}
"""By notice: the paper that its own step issued, at the same instant."""
_ANSWERS = frozenset({"answered", "answer_corrected", BY_EMAIL})
Enclosed = IssuedPaper | StoredFile


def enclosures(notices: Sequence[Notice]) -> dict[int, Enclosed]:
    """Return what lies in the envelope of each notice, by its id; those that have no paper are left out."""
    cases = {each.proceeding_id for each in notices}
    papers = {
        (row.proceeding_id, row.paper, row.made_at): row
        for row in IssuedPaper.objects.filter(proceeding__in=cases, paper__in=_PAPERS.values()).order_by("serial")
    }
    given = AnswerGiven.objects.filter(appeal__in=cases, paper__file__isnull=False).select_related("paper")
    answers = [(row.appeal_id, row.paper) for row in given.order_by("-version") if row.paper is not None]
    own = {(row.proceeding_id, row.sha256): row for row in StoredFile.objects.filter(proceeding__in=cases)}
    found: dict[int, Enclosed | None] = {}
    for each in notices:
        if each.template in _ANSWERS:
            signed = (row for case, row in answers if case == each.proceeding_id and row.made_at <= each.made_at)
            found[each.pk] = next(signed, None)
        elif each.template == OWN_LETTER:
            found[each.pk] = own.get((each.proceeding_id, each.data.get("sha256", "")))
        else:
            paper = _PAPERS.get(each.template, "")
            found[each.pk] = papers.get((each.proceeding_id, paper, each.made_at))
    return {pk: row for pk, row in found.items() if row is not None}


def content_of(row: Enclosed) -> bytes:
    """Return the PDF, byte for byte as it was signed, or set from the words that were sealed.

    Raises OSError where its file is lost, TypesettingError where it cannot be set.
    """
    return pdf_of(row) if isinstance(row, IssuedPaper) else path_of(row.sha256).read_bytes()


__all__ = ["Enclosed", "content_of", "enclosures"]
