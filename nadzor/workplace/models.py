"""What the workplace keeps for its people: comforts, none of them a fact of a case."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nadzor.casework.models import Proceeding
from nadzor.organs.models import Body, Person, Unit
from nadzor.workplace.batch_models import BatchLetter, LetterBatch
from nadzor.workplace.many.models import PaperBatch, PaperRow

__all__ = [
    "AnswerTemplate",
    "AnswerWording",
    "BatchLetter",
    "LetterBatch",
    "PaperBatch",
    "PaperRow",
    "SavedView",
    "SeenCase",
    "TermsCalendar",
]


class SavedView(models.Model):
    """Filters of the list under a name: somebody's own, or a unit's. `asks`: the parts of the address."""

    owner = models.ForeignKey(Person, models.PROTECT, null=True, related_name="saved_views")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="saved_views")
    name = models.CharField(max_length=60)
    asks = models.JSONField()
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(owner__isnull=True) ^ Q(unit__isnull=True), name="saved_view_is_somebodys_or_a_units"
            ),
            models.UniqueConstraint(fields=["owner", "name"], name="saved_view_once_a_person"),
            models.UniqueConstraint(fields=["unit", "name"], name="saved_view_once_a_unit"),
        ]


class TermsCalendar(models.Model):
    """The secret address of somebody's calendar of terms; only its digest is kept. Taken back: the row is gone."""

    person = models.OneToOneField(Person, models.PROTECT, primary_key=True, related_name="terms_calendar")
    token_digest = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()


class SeenCase(models.Model):
    """How far somebody has read a case: the version they last saw and when; one row a person and case.

    `since_version`, `since_at`: what they had seen before the present sitting, so that what is new stays marked while
    they go to and fro; none at the first sitting. The access log tells every look and is kept apart, for another use.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="+", db_index=False)
    version = models.IntegerField()
    at = models.DateTimeField()
    since_version = models.IntegerField(null=True)
    since_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "proceeding"], name="seen_once_a_person")]


class AnswerTemplate(models.Model):
    """A template of answers of an office or, with `unit`, of one of its units. Withdrawn, never deleted.

    `version`: the number of its present wording. `key`: that of the form that made it, so a second click makes one.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    version = models.IntegerField()
    key = models.CharField(max_length=120, unique=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)


class AnswerWording(models.Model):
    """One wording of a template: what it said from one change to the next. Empty kind, outcome: for any.

    `norms`, `contest`, `act_results`: what else an answer must carry (29I.85, 29I.86), where the template gives it.
    """

    template = models.ForeignKey(AnswerTemplate, models.PROTECT, related_name="wordings", db_index=False)
    number = models.IntegerField()
    language = models.CharField(max_length=2)
    kind = models.CharField(max_length=30, blank=True)
    outcome = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=120)
    text = models.TextField()
    norms = models.TextField(blank=True, db_default="")
    contest = models.TextField(blank=True, db_default="")
    act_results = models.TextField(blank=True, db_default="")
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["template", "number"], name="wording_once_a_template")]
