"""Papers that are registered together: what they share, a row for each, how far it is. Swept after thirty days."""

from typing import ClassVar

from django.db import models

from nadzor.casework.files import BATCHES
from nadzor.casework.models import StoredFile
from nadzor.organs.models import Person


class PaperBatch(models.Model):
    """What somebody registers together. `common`: fields of the intake that all rows share, unless a row says else.

    `run`: whose turn it is; a job that finds another one here has been overtaken and stops. `key`: that of the form,
    so a second click begins one batch.
    """

    class State(models.TextChoices):
        """How far a batch is. Filling: rows may be added and changed."""

        FILLING = "filling"
        QUEUED = "queued"
        REGISTERING = "registering"
        STOPPED = "stopped"

    public_id = models.UUIDField(unique=True)
    maker = models.ForeignKey(Person, models.PROTECT, related_name="paper_batches")
    made_at = models.DateTimeField()
    key = models.CharField(max_length=200, unique=True)
    common = models.JSONField(default=dict)
    told = models.JSONField(default=list)  # what the last table could not be read for, by language
    state = models.CharField(max_length=12, choices=State.choices, default=State.FILLING)
    run = models.UUIDField(null=True)
    total = models.IntegerField(default=0)  # of the present run
    done = models.IntegerField(default=0)  # those refused among them
    left_out = models.IntegerField(default=0)
    touched_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["touched_at"], name="papers_by_touch")]

    @property
    def going_on(self) -> bool:
        """Whether somebody is at it, or will be."""
        return self.state in {self.State.QUEUED, self.State.REGISTERING}

    @property
    def space(self) -> str:
        """The space of its files and of the keys of its steps."""
        return f"{BATCHES}{self.pk}"


class PaperRow(models.Model):
    """One paper. `said`: what was typed, by the fields of the intake; emptied once it is registered.

    `wrong`: why it cannot be registered, by field and language; empty where nothing is against it.
    """

    batch = models.ForeignKey(PaperBatch, models.CASCADE, related_name="rows", db_index=False)
    place = models.IntegerField()
    said = models.JSONField(default=dict)
    file = models.ForeignKey(StoredFile, models.SET_NULL, null=True, related_name="+", db_index=False)
    wrong = models.JSONField(default=dict)
    number = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["batch", "place"], name="paper_place_once")]
