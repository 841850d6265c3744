"""Letters for many cases at once: what was asked for, how far it is, what became of each. Swept after some days."""

from typing import ClassVar

from django.db import models

from nadzor.casework.models import Proceeding
from nadzor.organs.models import Person


class LetterBatch(models.Model):
    """What somebody asked for. `kind`: what is printed (workplace/batch_kinds.py); `language`: empty, each its own.

    `run`: whose turn it is; a job that finds another one here has been overtaken and stops. `key`: that of the form,
    so a second click makes one batch; none where it was begun again.
    """

    class State(models.TextChoices):
        """How far a batch is."""

        QUEUED = "queued"
        SETTING = "setting"
        JOINING = "joining"
        DONE = "done"
        CANCELLED = "cancelled"
        STOPPED = "stopped"

    public_id = models.UUIDField(unique=True)
    maker = models.ForeignKey(Person, models.PROTECT, related_name="letter_batches")
    made_at = models.DateTimeField()
    address = models.CharField(max_length=100, blank=True)  # from where it was asked, for the access log
    key = models.CharField(max_length=200, unique=True, null=True)
    kind = models.CharField(max_length=80)
    language = models.CharField(max_length=2, blank=True)
    two_sided = models.BooleanField(default=False)
    title = models.JSONField(default=dict)  # of a text of one's own, by language
    text = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State.choices, default=State.QUEUED)
    run = models.UUIDField(null=True)
    total = models.IntegerField()
    done = models.IntegerField(default=0)  # those left out among them
    left_out = models.IntegerField(default=0)
    touched_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    post_asked_at = models.DateTimeField(null=True)  # the letters, in one's own words, go to the post
    post_asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["ended_at"], name="batch_by_end")]

    @property
    def going_on(self) -> bool:
        """Whether somebody is at it, or will be."""
        return self.state in {self.State.QUEUED, self.State.SETTING, self.State.JOINING}


class BatchLetter(models.Model):
    """One letter of a batch. `reason`: why it was left out, by language; `name`: that of its file."""

    batch = models.ForeignKey(LetterBatch, models.CASCADE, related_name="letters", db_index=False)
    place = models.IntegerField()
    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="+")
    number = models.CharField(max_length=40)
    done = models.BooleanField(default=False)
    name = models.CharField(max_length=80, blank=True)
    reason = models.JSONField(null=True)
    posted_at = models.DateTimeField(null=True)
    post_refused = models.JSONField(null=True)  # why it did not go to the post, by language

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "place"], name="batch_place_once"),
            models.UniqueConstraint(fields=["batch", "proceeding"], name="batch_case_once"),
        ]
