"""What the life of a paper keeps beside its draft: who agreed and why not, comments, slips that were corrected."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nadzor.casework.models import Proceeding
from nadzor.organs.models import Person
from nadzor.papers.models import IssuedPaper


class Agreement(models.Model):
    """What one of those who agree said of a version: agreed, or objected and why. Never changed."""

    draft = models.ForeignKey("appeals.PaperDraft", models.PROTECT, related_name="agreements")
    version = models.IntegerField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    agrees = models.BooleanField()
    reason = models.TextField(blank=True)
    said_at = models.DateTimeField()


class DraftComment(models.Model):
    """A comment on a version of a draft, its answer by the author, and whether who wrote it holds it for settled.

    `part`: of the draft; empty: the whole. `number`: its place among the comments of the draft.
    """

    draft = models.ForeignKey("appeals.PaperDraft", models.PROTECT, related_name="comments")
    number = models.IntegerField()
    version = models.IntegerField()
    part = models.CharField(max_length=30, blank=True)
    text = models.TextField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    written_at = models.DateTimeField()
    answer = models.TextField(blank=True, db_default="")
    answered_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["draft", "number"], name="comment_once_a_draft"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="comment_answer_has_its_day",
            ),
        ]


class Slip(models.Model):
    """A slip in a paper that was sent (APPK 82): in which paper, what stands there, what must, on what ground."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="slip")
    paper = models.ForeignKey(IssuedPaper, models.PROTECT, related_name="slips")
    ground = models.CharField(max_length=20)
    found_on = models.DateField()
    part = models.CharField(max_length=30)
    wrong = models.CharField(max_length=300)
    right = models.CharField(max_length=300)
    signatory = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
