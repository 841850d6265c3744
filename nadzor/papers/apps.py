"""Django's name for this room."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.papers"
    label = "papers"

    def ready(self) -> None:
        """Enter the questions about papers into the house."""
        from nadzor.papers import integrity  # noqa: F401, PLC0415  # models are known only now
