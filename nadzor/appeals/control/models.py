"""The row of what lengthens or watches the time of an appeal: an extension, an inspection, a control."""

from django.db import models

from nadzor.casework.models import Proceeding
from nadzor.organs.models import Person


class Timed(models.Model):
    """What was asked or laid on an appeal, until when, by whom, and how it ended (29I.52, 29I.53).

    `by`: who took the appeal under control, or ordered, of this house; none where an `authority` outside did.
    `before`: the term of consideration as it ran before this moved it, as `moving.as_it_runs` keeps it; none where it
    moved nothing.
    """

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="timed")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    words = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    post = models.CharField(max_length=300, blank=True)  # the power it was done by, as SIGNATURE reads it
    authority = models.CharField(max_length=60, blank=True)  # nadzor.law.facts.Authority
    additional = models.BooleanField(default=False)  # of a long matter, on the memo of the head of the unit (29I.52.3)
    document = models.CharField(max_length=300, blank=True)
    outcome = models.TextField(blank=True)
    ended_on = models.DateField(null=True)
    before = models.JSONField(null=True)
