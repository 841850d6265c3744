"""Django's name for this room."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.portal"
    label = "portal"
