"""Drafts of appeals: what somebody has typed on the portal and not sent yet."""

import uuid
from typing import ClassVar

from django.db import models

from nadzor.casework.files import DRAFTS


class Draft(models.Model):
    """What was typed, until it is sent. Then `said` and `code` are emptied, and `number` names the appeal.

    `ref` stands in addresses and is no secret: whoever opens a draft holds it in a signed cookie. `code` is typed to
    take the draft up on another device. `sending_at`: when Send was pressed, so that a second click asks the same.
    """

    ref = models.UUIDField(unique=True, default=uuid.uuid4)
    code = models.CharField(max_length=20, unique=True, null=True)  # none: sent, nobody takes it up any more
    said = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    saved_at = models.DateTimeField(db_index=True)
    sending_at = models.DateTimeField(null=True)
    number = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(number="") | models.Q(said={}, code__isnull=True), name="sent_draft_is_empty"
            )
        ]

    @property
    def space(self) -> str:
        """The space of its files and of its idempotency key."""
        return f"{DRAFTS}{self.ref.hex[:24]}"
