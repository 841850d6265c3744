"""Django's name for this room."""

from django.apps import AppConfig


class ReceptionConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.reception"
    label = "reception"

    def ready(self) -> None:
        """Enter the papers of the room into the house."""
        from nadzor.reception import afterwards, outside, papers  # noqa: F401, PLC0415  # rights are known only now
