"""Django's name for this room."""

from django.apps import AppConfig


class AppealsConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.appeals"
    label = "appeals"

    def ready(self) -> None:
        """Enter the tables of the room into the house; a table with a fault stops the start. Raises ValueError."""
        from nadzor.appeals import (  # noqa: F401, PLC0415  # models are known only now
            integrity,
            keeping,
            notices,
            procedure,
            signed_rights,
        )
        from nadzor.appeals.applicant import heard, seen, table  # noqa: F401, PLC0415
        from nadzor.appeals.papers import whole  # noqa: F401, PLC0415
        from nadzor.papers.issuing import faults_of_steps  # noqa: PLC0415

        if faults := faults_of_steps():
            raise ValueError("; ".join(faults))
