"""What must be true of papers: each says what the journal has sealed, and its file is the one that was signed."""

import hashlib
from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Subquery

from nadzor.casework.integrity import Fault, asks
from nadzor.casework.models import Entry
from nadzor.casework.sealing import canonical
from nadzor.law.words import Phrase
from nadzor.papers.models import IssuedPaper

_CURE = Phrase(
    "Қағазды сақтық көшірмеден салыстырып, қауіпсіздік қызметіне хабарлаңыз.",
    "Сверьте бумагу с резервной копией и сообщите службе безопасности.",
    "Compare the paper with a backup and tell the security officer.",
)
_OTHER = Phrase("қағаз берілгеннен өзгеше", "бумага не та, что была выдана", "the paper is not the one issued")
_PDF = "data__pdf__sha256"


@asks
def papers() -> Iterator[Fault]:
    """Each paper has the words and the file whose digests its entry has sealed; an erased entry seals nothing.

    An answer signed before answers stood among the papers has only the digest of its file in its entry.
    """
    entry = Entry.objects.filter(
        proceeding=OuterRef("proceeding"), proceeding_version=OuterRef("version"), data__isnull=False
    )
    rows = IssuedPaper.objects.annotate(
        stands=Exists(entry), sealed=Subquery(entry.values("data__papers")[:1]), pdf=Subquery(entry.values(_PDF)[:1])
    )
    for row in rows.filter(stands=True).select_related("file").order_by("pk").iterator(500):
        found = {"data_sha256": hashlib.sha256(canonical(row.data)).hexdigest()}
        if row.sha256:
            found["pdf_sha256"] = row.file.sha256 if row.file is not None else ""
        sealed = next(
            (each for each in row.sealed or () if (each["number"], each["paper"]) == (row.number, row.paper)), None
        )
        told = None if sealed is None else {name: sealed.get(name) for name in found}
        other = row.pdf not in {None, found.get("pdf_sha256")} if row.sealed is None else told != found
        if other or found["data_sha256"] != row.data_sha256 or found.get("pdf_sha256", "") != row.sha256:
            yield Fault("paper", row.number, _OTHER, _CURE)
