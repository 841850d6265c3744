"""What the workplace keeps for its people: comforts, none of them a fact of a case."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nadzor.organs.models import Person, Unit


class SavedView(models.Model):
    """Filters of the list under a name: somebody's own, or a unit's. `asks`: the parts of the address."""

    owner = models.ForeignKey(Person, models.PROTECT, null=True, related_name="saved_views")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="saved_views")
    name = models.CharField(max_length=60)
    asks = models.JSONField()
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(owner__isnull=True) ^ Q(unit__isnull=True), name="saved_view_is_somebodys_or_a_units"
            ),
            models.UniqueConstraint(fields=["owner", "name"], name="saved_view_once_a_person"),
            models.UniqueConstraint(fields=["unit", "name"], name="saved_view_once_a_unit"),
        ]


class TermsCalendar(models.Model):
    """The secret address of somebody's calendar of terms; only its digest is kept. Taken back: the row is gone."""

    person = models.OneToOneField(Person, models.PROTECT, primary_key=True, related_name="terms_calendar")
    token_digest = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()
