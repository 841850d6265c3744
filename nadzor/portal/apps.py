"""Django's name for this room."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.portal"
    label = "portal"

    def ready(self) -> None:
        """Say what the portal keeps of a case that is erased."""
        from nadzor.portal import erasing  # noqa: F401, PLC0415  # models are known only now
