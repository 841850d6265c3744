"""What lies in the envelope of a notice: the paper that its step issued, or the answer itself.

With the letter on a duplicate goes the copy of the answer that was given before (29I.35.2).
"""

from collections.abc import Sequence

from nadzor.appeals.dispatching import BY_EMAIL
from nadzor.appeals.ends.copies import copies_with
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
    "terminated": "termination_decision",
    "correspondence_ended": "end_notice",
    "attached": "attachment_notice",
    "duplicate_answered": "duplicate_answer",
    "petition_returned": "petition_return",
    "late_petition_returned": "late_petition_return",
}
"""By notice: the paper that its own step issued, at the same instant."""
_ANSWERS = frozenset({"answered", "answer_corrected", BY_EMAIL})
Enclosed = IssuedPaper | StoredFile


def enclosures(notices: Sequence[Notice]) -> dict[int, tuple[Enclosed, ...]]:
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
    copied = copies_with([row for row in found.values() if isinstance(row, IssuedPaper)])
    return {pk: (row, *([copied[row.pk]] if row.pk in copied else [])) for pk, row in found.items() if row is not None}


def content_of(row: Enclosed) -> bytes:
    """Return the PDF, byte for byte as it was signed, or set from the words that were sealed.

    Raises OSError where its file is lost, TypesettingError where it cannot be set.
    """
    return pdf_of(row) if isinstance(row, IssuedPaper) else path_of(row.sha256).read_bytes()


__all__ = ["Enclosed", "content_of", "enclosures"]
