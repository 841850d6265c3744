"""Papers that were issued: what each says, who signed it, where its file lies. A row is never changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Value

from nadzor.casework.models import Proceeding, StoredFile
from nadzor.organs.models import Person


class IssuedPaper(models.Model):
    """A paper that a step has caused. `data`: all that it says, so that the same file can be set again.

    `sha256` and `file` are of the PDF that was signed; empty for a paper that nobody signs by hand, which is set from
    its sealed data when it is asked for. `version`: of the proceeding, so that the entry of the journal is known.
    `power`: of who signed: the post or acting period, its order, the point that gives the right. An act of destruction
    takes the words and the file; that the paper was ours, and its digest, stay.
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="papers")
    version = models.IntegerField()
    paper = models.CharField(max_length=60)  # nadzor.papers.declared.PAPERS
    language = models.CharField(max_length=2)
    serial = models.IntegerField()  # its place among the papers of the proceeding
    number = models.CharField(max_length=60)
    day = models.DateField()
    to = models.CharField(max_length=12)  # nadzor.papers.declared.To
    addressee = models.CharField(max_length=400, blank=True)
    data = models.JSONField()
    signed_by = models.CharField(max_length=300, blank=True)
    signer = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    code = models.CharField(max_length=20, unique=True)  # what the QR code leads to
    data_sha256 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64, blank=True)
    file = models.ForeignKey(StoredFile, models.SET_NULL, null=True, related_name="+")
    power = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrected_by")
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proceeding", "serial"], name="paper_number_once_a_proceeding")
        ]
