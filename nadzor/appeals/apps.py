"""Django's name for this room."""

from django.apps import AppConfig


class AppealsConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.appeals"
    label = "appeals"

    def ready(self) -> None:
        """Enter the tables of the room into the house; a table with a fault stops the start."""
        from nadzor.appeals import integrity, keeping, procedure  # noqa: F401, PLC0415  # models are known only now
