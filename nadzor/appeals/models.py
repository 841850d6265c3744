"""The facts of an appeal that no other proceeding has."""

import datetime as dt
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from nadzor.appeals.bans.models import Vouched
from nadzor.appeals.beside import Addition, Breach, Called, CrimeMaterials, Explanation, Interest, Passing
from nadzor.appeals.control.models import Timed
from nadzor.appeals.ends.models import TextKey, Withdrawal
from nadzor.appeals.paper_models import Agreement, DraftComment, Slip
from nadzor.appeals.routing.models import ForwardedPart
from nadzor.casework.models import Proceeding, StoredFile
from nadzor.organs.models import Body, Person
from nadzor.papers.models import IssuedPaper


class Appeal(models.Model):
    """What was written or said, how it came, and how it was answered."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="appeal")
    channel = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    topic = models.CharField(max_length=20, blank=True, db_default="")  # nadzor.appeals.topics
    text = models.TextField()
    text_digest = models.BinaryField(max_length=32)
    demands = models.TextField(blank=True)
    complained_of = models.JSONField(default=list)
    sender = models.CharField(max_length=60, blank=True)
    report_due = models.BooleanField(default=False)
    source = models.CharField(max_length=30, blank=True)  # whose numbering `external_id` is
    external_id = models.CharField(max_length=100, blank=True)
    signature_cms = models.TextField(blank=True)
    missing = ArrayField(models.CharField(max_length=30), default=list)
    flags = ArrayField(models.CharField(max_length=30), default=list)
    duplicate_of = models.ForeignKey(Proceeding, models.PROTECT, null=True, related_name="+")
    addressee = models.CharField(max_length=300, blank=True)  # as the paper names it (29I.38)
    signature = models.CharField(max_length=20, blank=True)  # empty: nobody was asked
    standing = models.CharField(max_length=20, blank=True)  # primary, repeated, duplicate
    repeat_of = models.ForeignKey(Proceeding, models.PROTECT, null=True, related_name="+")
    repeat_reason = models.CharField(max_length=20, blank=True)
    control_by = models.CharField(max_length=60, blank=True, db_default="")  # who controls it (nadzor.appeals.higher)
    answered_by = models.CharField(max_length=30, blank=True, db_default="")  # outside the house, before
    contested_by = models.CharField(max_length=60, blank=True, db_default="")  # "district:head": whose acts
    reception_of = models.CharField(max_length=60, blank=True, db_default="")
    governed_by = models.CharField(max_length=30, blank=True)  # the field that another law governs (29I.10, 11)
    outcome = models.CharField(max_length=40, blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)  # the day the answer was sent (29I.68.1), not that of the signature
    signed_by = models.CharField(max_length=300, blank=True)
    forwarded_to = models.CharField(max_length=300, blank=True)
    forwarded_from = models.ForeignKey(Proceeding, models.PROTECT, null=True, related_name="forwarded_as")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "external_id"], condition=~Q(external_id=""), name="external_id_once_a_source"
            )
        ]


class Part(models.Model):
    """The information that a co-executor has given to the one who answers for the appeal (29I.33.3)."""

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="parts")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField()
    given_on = models.DateField()
    late = models.BooleanField()


class CureRequest(models.Model):
    """What an appeal lacks and the applicant was asked to mend (29I.25.1), and what came."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="cure_request")
    missing = ArrayField(models.CharField(max_length=30))
    words = models.TextField(blank=True)
    came = models.TextField(blank=True)


class AnswerGiven(models.Model):
    """What an answer is beside its paper: its decision, its words, all that its letter says part by part.

    Every answer stays, also after the matter was taken up again: what was sent once is never lost. Number, day, signer,
    digest and code are those of `paper`; none for an answer given before answers had one.
    """

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="answers")
    version = models.IntegerField()  # of the proceeding, so the entry of the journal is known
    outcome = models.CharField(max_length=40)
    text = models.TextField()
    contents = models.JSONField(default=dict)  # all that the letter says, as it was signed
    paper = models.OneToOneField(IssuedPaper, models.PROTECT, null=True, related_name="answer")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["appeal", "version"], name="answer_once_a_step")]

    @property
    def file(self) -> StoredFile | None:
        """The PDF among the files of the appeal; none for an answer given before answers had one."""
        return self.paper.file if self.paper is not None else None

    @property
    def sha256(self) -> str:
        """The digest of the PDF; empty for an answer given before answers had one."""
        return self.paper.sha256 if self.paper is not None else ""

    @property
    def signed_on(self) -> dt.date | None:
        """The day of the signature."""
        return self.paper.day if self.paper is not None else self.appeal.answered_on

    @property
    def signed_by(self) -> str:
        """Who signed it, as `SIGNATURE` reads it."""
        return self.paper.signed_by if self.paper is not None else self.appeal.signed_by

    @property
    def language(self) -> str:
        """The language of its letter."""
        return self.paper.language if self.paper is not None else self.appeal.language


class PaperDraft(models.Model):
    """A draft of a paper: what it says now, who agrees, who is to sign, which paper it has become."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="paper_draft")
    paper = models.CharField(max_length=60)  # nadzor.papers.declared.PAPERS
    contents = models.JSONField(default=dict)  # its parts, as the form of the paper has them
    version = models.IntegerField(default=1)
    agreers = ArrayField(models.BigIntegerField(), default=list)  # in the order in which they agree
    agreed = ArrayField(models.BigIntegerField(), default=list)
    signatory = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    remark = models.TextField(blank=True)
    asked_version = models.IntegerField(default=0, db_default=0)  # the last that was sent for agreement
    changed = models.TextField(blank=True, db_default="")  # what the author said has changed since
    issued = models.OneToOneField(IssuedPaper, models.PROTECT, null=True, related_name="draft")


class DraftVersion(models.Model):
    """What a draft said before: each keeping of it."""

    draft = models.ForeignKey(PaperDraft, models.PROTECT, related_name="versions")
    version = models.IntegerField()
    contents = models.JSONField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["draft", "version"], name="draft_version_once")]


class Dispatch(models.Model):
    """How a paper went out; its number in the dispatch book is the register number of its proceeding."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="dispatch")
    way = models.CharField(max_length=20)
    addressee = models.CharField(max_length=400)
    postal_address = models.CharField(max_length=500, blank=True)
    paper = models.ForeignKey(IssuedPaper, models.PROTECT, null=True, related_name="dispatches")  # none: before papers
    sent_on = models.DateField()
    remark = models.CharField(max_length=200, blank=True)


class MaterialsRequest(models.Model):
    """A request for materials that runs beside an appeal (29I.62): to whom, for what, what came."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="materials_request")
    addressee = models.CharField(max_length=300)
    asked = models.TextField()
    received = models.TextField(blank=True)


class OralProtocol(models.Model):
    """The protocol of what was said orally (29I.37): its number, its day, who wrote it down."""

    appeal = models.OneToOneField(Appeal, models.PROTECT, primary_key=True, related_name="protocol")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    year = models.IntegerField()
    serial = models.IntegerField()
    drawn_at = models.DateTimeField()
    received_by = models.CharField(max_length=300)
    received_post = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "year", "serial"], name="protocol_number_once_a_year")
        ]


class ProtocolBook(models.Model):
    """The last number given to a protocol of an office in a year."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    year = models.IntegerField()
    last = models.IntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "year"], name="protocol_book_once_a_year")]


__all__ = [
    "Addition",
    "Agreement",
    "AnswerGiven",
    "Appeal",
    "Breach",
    "Called",
    "CrimeMaterials",
    "CureRequest",
    "DraftComment",
    "Explanation",
    "ForwardedPart",
    "Interest",
    "MaterialsRequest",
    "OralProtocol",
    "Part",
    "Passing",
    "ProtocolBook",
    "Slip",
    "TextKey",
    "Timed",
    "Vouched",
    "Withdrawal",
]
