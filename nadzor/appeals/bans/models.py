"""What who decides has answered before signing, question by question (29I.61)."""

from django.db import models

from nadzor.organs.models import Person


class Vouched(models.Model):
    """A question of point 61 that somebody confirmed when a decision was signed. Never changed.

    `version`: of the proceeding, so the entry of the journal is known; `question`: its name in `law.o29.bans`.
    """

    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="vouched")
    version = models.IntegerField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    question = models.CharField(max_length=20)
    said_at = models.DateTimeField()
