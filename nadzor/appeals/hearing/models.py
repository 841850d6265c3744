"""What a hearing keeps: what was offered, what the participant said, what the record says; why none was held."""

from django.db import models

from nadzor.casework.models import Proceeding
from nadzor.organs.models import Person


class Hearing(models.Model):
    """A hearing (APPK 73, 74). `way`: as offered, or as asked for; `oral`: it is held by word of mouth."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="hearing")
    language = models.CharField(max_length=2)
    way = models.CharField(max_length=20)
    oral = models.BooleanField(default=False)
    on = models.DateField()
    hour = models.CharField(max_length=5, blank=True, db_default="")
    place = models.CharField(max_length=300, blank=True, db_default="")
    act_day = models.DateField()
    version = models.IntegerField(db_default=0)  # of the appeal then: a hearing serves the act that follows it alone
    preliminary = models.TextField()
    received_on = models.DateField(null=True)
    told_by = models.CharField(max_length=30, blank=True, db_default="")  # the way that fixed the notice (APPK 66)
    objection = models.TextField(blank=True, db_default="")
    objected_on = models.DateField(null=True)
    held_on = models.DateField(null=True)
    absent = models.BooleanField(db_default=False)  # invited and did not come
    read_on = models.DateField(null=True)
    remarks = models.TextField(blank=True, db_default="")
    decided = models.TextField(blank=True, db_default="")  # on the remarks

    @property
    def spoke(self) -> bool:
        """Whether the participant has said something of the preliminary decision."""
        return bool(self.held_on or (self.objection and not self.absent))


class HearingOmitted(models.Model):
    """Why no hearing is held (APPK 73, part 2), and who has decided so by name."""

    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="hearings_omitted")
    version = models.IntegerField(db_default=0)  # of the appeal then
    ground = models.CharField(max_length=20)
    reasons = models.TextField(blank=True, db_default="")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    omitted_on = models.DateField()
