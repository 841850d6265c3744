"""What is kept of a request to see the file."""

from django.db import models

from nadzor.casework.models import Proceeding


class FileAccess(models.Model):
    """A request to see the file (APPK 75): what of it, where and when it is shown. Its record is a paper."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, primary_key=True, related_name="file_access")
    words = models.TextField(blank=True)  # what the participant wants to see; empty: the whole file
    came_on = models.DateField()
    on = models.DateField(null=True)
    hour = models.CharField(max_length=5, blank=True)
    place = models.CharField(max_length=300, blank=True)

    @property
    def language(self) -> str:
        """The language of the appeal: its papers are in it."""
        parent = self.proceeding.parent
        return parent.appeal.language if parent is not None else ""
