"""What must be true of papers: each says what the journal has sealed, and its file is the one that was signed."""

import hashlib
from collections.abc import Iterator

from django.db.models import OuterRef, Subquery

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


@asks
def papers() -> Iterator[Fault]:
    """Each paper has the words and the file whose digests its entry has sealed; an erased entry seals nothing."""
    entry = Entry.objects.filter(
        proceeding=OuterRef("proceeding"), proceeding_version=OuterRef("version"), data__isnull=False
    )
    rows = IssuedPaper.objects.annotate(sealed=Subquery(entry.values("data__papers")[:1])).select_related("file")
    for row in rows.order_by("pk").iterator(500):
        found = {"data_sha256": hashlib.sha256(canonical(row.data)).hexdigest()}
        if row.sha256:
            found["pdf_sha256"] = row.file.sha256 if row.file is not None else ""
        sealed = next((each for each in row.sealed or () if each["number"] == row.number), None)
        told = None if sealed is None else {name: sealed.get(name) for name in found}
        if (row.sealed is not None and told != found) or found["data_sha256"] != row.data_sha256:
            yield Fault("paper", row.number, _OTHER, _CURE)
