"""Papers that came along with a forwarded appeal: the covering letter, and what the office before had issued in it.

Source: 29I.31 (the appeal goes with a covering letter). The receiving office has the very file that was signed, as a
file of its own case; here it is told by its number and day.
"""

from dataclasses import dataclass

from nadzor.appeals.models import Appeal
from nadzor.casework.models import Proceeding, StoredFile
from nadzor.law.words import Phrase
from nadzor.papers.issuing import title_of
from nadzor.papers.models import IssuedPaper


@dataclass(frozen=True, slots=True)
class CameAlong:
    """A paper of the office before, and the file that this case has of it."""

    paper: IssuedPaper
    title: Phrase
    file: StoredFile


def came_along(row: Proceeding) -> list[CameAlong]:
    """Return the papers that came with an appeal from the offices that forwarded it, the newest first."""
    before: list[int] = []
    at: int | None = row.pk
    while at is not None:
        at = Appeal.objects.filter(pk=at).values_list("forwarded_from", flat=True).first()
        before += [] if at is None else [at]
    if not before:
        return []
    files = {file.sha256: file for file in row.files.order_by("-pk")}
    papers = IssuedPaper.objects.filter(proceeding__in=before, sha256__in=list(files)).defer("data").order_by("-pk")
    return [CameAlong(paper, title_of(paper), files[paper.sha256]) for paper in papers]


__all__ = ["CameAlong", "came_along"]
