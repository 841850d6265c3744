"""Django's name for this room."""

from django.apps import AppConfig


class WorkplaceConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.workplace"
    label = "workplace"

    def ready(self) -> None:
        """Leaving closes the secret address of a calendar too; erasing a case drops the batches with its letters."""
        from nadzor.accounts import leaving  # noqa: PLC0415  # models are known only now
        from nadzor.workplace import batch_keeping  # noqa: F401, PLC0415
        from nadzor.workplace.models import TermsCalendar  # noqa: PLC0415

        leaving.closes("calendars", lambda person: TermsCalendar.objects.filter(person=person).delete()[0])
