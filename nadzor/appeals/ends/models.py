"""What is kept of the ways in which an appeal ends beside its answer."""

from django.db import models

from nadzor.casework.models import Proceeding


class Withdrawal(models.Model):
    """A written withdrawal of an appeal (APPK 64, part 9): what it says, what became of it, and why."""

    class Way(models.TextChoices):
        """How it came."""

        PORTAL = "portal"
        PAPER = "paper"

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="withdrawal")
    words = models.TextField()
    came_on = models.DateField()
    way = models.CharField(max_length=10, choices=Way.choices)
    ground = models.CharField(max_length=30, blank=True)  # of considering on: nadzor.appeals.ends.withdrawal.GROUNDS
    reason = models.TextField(blank=True)


class TextKey(models.Model):
    """A key of the text of an appeal, by which texts like it are found (nadzor.law.o29.likeness).

    `appeal`: the id of its proceeding; the row is no part of the case, it goes when the words go.
    """

    pk = models.CompositePrimaryKey("key", "appeal")
    key = models.IntegerField()
    appeal = models.BigIntegerField()
