"""The facts of an appeal that no other proceeding has."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from nadzor.casework.models import Proceeding
from nadzor.organs.models import Person


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
    outcome = models.CharField(max_length=40, blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
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
    """Every answer that was given, also after the matter was taken up again: what was sent once is never lost."""

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="answers")
    version = models.IntegerField()  # of the proceeding, so the entry of the journal is known
    outcome = models.CharField(max_length=40)
    text = models.TextField()
    answered_on = models.DateField()
    signed_by = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["appeal", "version"], name="answer_once_a_step")]


class MaterialsRequest(models.Model):
    """A request for materials that runs beside an appeal (29I.62): to whom, for what, what came."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="materials_request")
    addressee = models.CharField(max_length=300)
    asked = models.TextField()
    received = models.TextField(blank=True)
