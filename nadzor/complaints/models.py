"""What chapter 4 adds to a registered complaint: what it contests, when it was filed, how it was heard and decided."""

from django.db import models

from nadzor.casework.models import Proceeding
from nadzor.organs.models import Body
from nadzor.papers.models import IssuedPaper


class Complaint(models.Model):
    """What is contested, and all that follows from it (29I.70-84). The complaint itself is the parent's appeal."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="complaint")
    what = models.CharField(max_length=20)  # nadzor.complaints.words.WHAT
    contested = models.ForeignKey(Proceeding, models.PROTECT, null=True, related_name="contested_in")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")  # whose act, decision, inaction it is
    official = models.CharField(max_length=300, blank=True)
    content = models.TextField()  # of what is contested, in short (29I.84.1)
    real_address = models.TextField(blank=True)  # where the complainant really lives, or has its seat (APPK 93)
    in_force_why = models.TextField(blank=True)  # why the complaint does not suspend the act (APPK 96)
    way_not_named = models.BooleanField(default=False)  # the act does not say how it is contested (R34)
    learnt_on = models.DateField(null=True)
    filed_on = models.DateField()
    last_day = models.DateField(null=True)  # of filing (29I.71.1); none where nobody knows when it was learnt of
    late = models.BooleanField(default=False)  # a mark, never a refusal (29I.71.3)
    restoration = models.CharField(max_length=20, blank=True)  # asked, restored, refused
    restoration_reason = models.TextField(blank=True)
    explanations = models.TextField(blank=True)  # of the body complained of (29I.71.4)
    withdrawn_on = models.DateField(null=True)
    outcome = models.CharField(max_length=40, blank=True)
    ground = models.CharField(max_length=30, blank=True)  # of leaving it or of its return
    decided_on = models.DateField(null=True)
    decision = models.CharField(max_length=120, blank=True)  # day and number, as the copy names it
    breaches = models.TextField(blank=True)
    execute_by = models.DateField(null=True)
    executed_on = models.DateField(null=True)
    execution = models.TextField(blank=True)
    silent_on = models.DateField(null=True)  # the day from which it counts as refused (29I.83)
    told = models.BooleanField(default=False)  # what follows from it stands in the contested proceeding

    @property
    def language(self) -> str:
        """The language of the complaint: its papers are in it."""
        parent = self.proceeding.parent
        return parent.appeal.language if parent is not None else ""


class OfficialCalled(models.Model):
    """For when and where the official complained of was called to be heard, and how that ended (29I.77; APPK 73)."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="calls")
    on = models.DateField()
    hour = models.CharField(max_length=5)
    place = models.CharField(max_length=300)  # or a link
    video = models.BooleanField()
    told_on = models.DateField()
    notice = models.CharField(max_length=60)  # the number of the paper that told it
    ended = models.CharField(max_length=20, blank=True)  # nadzor.complaints.words.CALL_ENDS; empty: it stands
    ended_on = models.DateField(null=True)
    reason = models.TextField(blank=True)  # of putting it off, of calling it off

    class Meta:
        """One call stands at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=["complaint"], condition=models.Q(ended=""), name="one_call_of_the_official_stands"
            ),
        )


class Heard(models.Model):
    """That a side was heard, or why it was not (29I.77). `call`: the one that it ended."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="heard")
    side = models.CharField(max_length=20)
    on = models.DateField()
    held = models.BooleanField()
    words = models.TextField()
    call = models.ForeignKey(OfficialCalled, models.PROTECT, null=True, related_name="+")


class HigherMeasure(models.Model):
    """What a higher prosecutor has done with an act of a lower one, on a complaint or of his own motion (29I.80.2)."""

    appeal = models.ForeignKey(Proceeding, models.PROTECT, related_name="higher_measures")  # where it was taken
    measure = models.CharField(max_length=20)
    basis = models.CharField(max_length=20)
    act = models.TextField()
    on = models.DateField()
    paper = models.ForeignKey(IssuedPaper, models.PROTECT, null=True, related_name="higher_measures")  # the act itself
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")  # that acted in the case of a lower one
    number = models.CharField(max_length=60, blank=True)  # of the paper that told it there
    anew = models.BooleanField(default=False)  # the case went back to be considered anew
