"""What is kept, how long and for whom: daily roots, circles of sealed cases, terms of keeping, acts of destruction.

Named by strings: `models.py` reads this file, and no model stands here that it needs.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from nadzor.organs.models import Body, Ordered, Person


class Root(models.Model):
    """The heads of all registers at the end of a day, sealed by one digest that can be printed and handed upwards."""

    day = models.DateField(unique=True)
    made_at = models.DateTimeField()
    heads = models.JSONField()
    digest = models.BinaryField(max_length=32)


class Circle(models.Model):
    """The people who alone see a sealed case and what stands below it; nobody sees it by a post."""

    made_at = models.DateTimeField()


class Reader(models.Model):
    """One of those people."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="readers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "circle"], name="reader_once")]


class Retention(Ordered):
    """How many years an office keeps closed cases of a kind, from the end of the year in which they were closed.

    No order in hand gives a term, so an order of the office does: `ground` names what it rests on. An empty kind is
    that of all cases without a row of their own. An office without a row keeps by that of the office above it.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="retention")
    kind = models.CharField(max_length=30, blank=True)
    years = models.PositiveSmallIntegerField()
    ground = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "kind"], condition=Q(until__isnull=True), name="one_term_of_a_kind")
        ]


class Destruction(models.Model):
    """The matter of destroying what an office has kept long enough: cases closed in one year, and who checks them."""

    proceeding = models.OneToOneField(
        "casework.Proceeding", models.PROTECT, primary_key=True, related_name="destruction"
    )
    year = models.IntegerField()
    commission = ArrayField(models.BigIntegerField(), default=list)
    checked = ArrayField(models.BigIntegerField(), default=list)
    again = models.CharField(max_length=40, blank=True)  # the number of the act that is carried out once more


class DestructionItem(models.Model):
    """A case proposed to be destroyed, with the term it was kept by. `live`: not struck out, the matter not refused."""

    destruction = models.ForeignKey(Destruction, models.PROTECT, related_name="items")
    case = models.ForeignKey("casework.Proceeding", models.PROTECT, related_name="+")
    closed_on = models.DateField()
    years = models.PositiveSmallIntegerField()
    ground = models.CharField(max_length=300)
    live = models.BooleanField(default=True)
    struck_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    struck_why = models.CharField(max_length=1000, blank=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case"], condition=Q(live=True), name="proposed_once_at_a_time")
        ]
