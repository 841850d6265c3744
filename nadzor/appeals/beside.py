"""What is kept beside an appeal while it is considered. Each row is written by a step; the entry seals what it said."""

from django.db import models

from nadzor.casework.models import Proceeding
from nadzor.organs.models import Person, Unit


class Passing(models.Model):
    """To whom an appeal was passed on: a unit, or a leader for report; what was studied before (29I.26, 33.1).

    `place`: 1 for the unit that stands first in the assignment and answers for the joint answer, then the others.
    """

    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="passings")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    leader = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    place = models.PositiveSmallIntegerField(default=1)
    studied = models.TextField(blank=True)
    passed_on = models.DateField()


class Interest(models.Model):
    """Somebody of the staff is interested in the outcome, or may be: declared, or recorded by a leader (29I.61.4)."""

    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="interests")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    declared = models.BooleanField()  # by the person; else recorded by a leader
    words = models.TextField()
    since = models.DateField()
    lifted_on = models.DateField(null=True)
    lifted_why = models.TextField(blank=True)


class Explanation(models.Model):
    """What an official or another person explained on the contested acts (29I.60.2).

    `contested`: it comes from a lower prosecutor whose acts the appeal contests (29I.61.3).
    """

    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="explanations")
    giver = models.CharField(max_length=300)
    post = models.CharField(max_length=300, blank=True)
    words = models.TextField()
    taken_on = models.DateField()
    taken_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    contested = models.BooleanField()


class Addition(models.Model):
    """What the applicant brings during the check, and what is asked to be called for (29I.63.1)."""

    class Way(models.TextChoices):
        """How it came."""

        PORTAL = "portal"
        STAFF = "staff"

    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="additions")
    words = models.TextField(blank=True)
    to_call_for = models.TextField(blank=True)
    files = models.PositiveSmallIntegerField()
    way = models.CharField(max_length=10, choices=Way.choices)
    given_at = models.DateTimeField()


class Breach(models.Model):
    """A breach of law that was found, and the measures taken at once (29I.63.2)."""

    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="breaches")
    found = models.TextField()
    found_on = models.DateField()
    measures = models.TextField()
    measured_on = models.DateField()
    late = models.BooleanField()


class CrimeMaterials(models.Model):
    """Materials with signs of a crime: passed to those who supervise prosecution (29I.46.4), or entered in the book.

    `to`: the work of the unit they were passed to, empty for an entry in the Book of Information Records (29I.46.5).
    `number`: in the Unified Register of pre-trial investigations, or in the book.
    """

    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="crime_materials")
    to = models.CharField(max_length=60, blank=True)
    what = models.TextField()
    number = models.CharField(max_length=60, blank=True)
    on = models.DateField()


class Called(models.Model):
    """More of a request for materials: what is called for, from whom, whose conclusions it brings (29I.61.3, 62).

    `addressed`, `calls_for`: as chosen in the request.
    """

    request = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="called")
    addressed = models.CharField(max_length=20)
    calls_for = models.CharField(max_length=30)
    contested = models.BooleanField()
