"""Django's name for this room."""

from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.complaints"
    label = "complaints"

    def ready(self) -> None:
        """Enter the table of the room, hang its steps on that of appeals. Raises ValueError for a fault."""
        from nadzor.complaints import done, hung, notices, offered, table  # noqa: F401, PLC0415  # models are known only now
        from nadzor.papers.issuing import faults_of_steps  # noqa: PLC0415

        if faults := faults_of_steps():
            raise ValueError("; ".join(faults))
