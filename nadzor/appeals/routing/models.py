"""A part of an appeal that was forwarded: where, which part, as what it was registered there."""

from django.db import models

from nadzor.casework.models import Proceeding


class ForwardedPart(models.Model):
    """A part forwarded by competence while the rest is considered here (29I.31.1).

    `arrived`: the proceeding of the office of the house that received it; none for another body.
    """

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="forwarded_part")
    to = models.CharField(max_length=300)
    part = models.TextField()
    reason = models.TextField()
    arrived = models.OneToOneField(Proceeding, models.PROTECT, null=True, related_name="part_of")
