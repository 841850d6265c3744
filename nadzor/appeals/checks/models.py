"""What is kept of an assignment to a lower prosecutor, of a check with a visit, of a transfer between units."""

from django.db import models

from nadzor.casework.models import Proceeding
from nadzor.organs.models import Body, Person, Unit


class Instruction(models.Model):
    """An assignment to check (29I.66, 67). `rounds`: how often it was sent; the last questions stand in it."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="instruction")
    language = models.CharField(max_length=2)
    office = models.ForeignKey(Body, models.PROTECT, related_name="+", db_index=False)
    circumstances = models.TextField()
    due = models.DateField()
    reckoned = models.TextField()  # how the remoteness and the amount of work were weighed (29I.66.3)
    rounds = models.IntegerField(default=1, db_default=1)
    information = models.TextField(blank=True, db_default="")
    enclosed = models.TextField(blank=True, db_default="")
    remarks = models.TextField(blank=True, db_default="")


class Visit(models.Model):
    """A check with a visit (29I.64). `ground`: of the two kinds of messages; `begins`, `ends`: as in its plan."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="visit")
    ground = models.CharField(max_length=20)
    place = models.CharField(max_length=500)
    begins = models.DateField()
    ends = models.DateField()


class TransferRequest(models.Model):
    """The head of one unit asks that of another to take an appeal (29I.34.1). `used`: the appeal has moved by it."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="transfer_request")
    to_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    reasons = models.TextField()
    agreed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    agreed_on = models.DateField(null=True)
    declined = models.TextField(blank=True, db_default="")  # why not
    used = models.BooleanField(db_default=False)


class Transfer(models.Model):
    """A transfer to another unit (29I.34.1): agreed by both heads, or instructed by the leadership."""

    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="transfers")
    from_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    to_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    ground = models.CharField(max_length=20)
    agreed = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    reasons = models.TextField()
    moved_on = models.DateField()
