"""Django's name for this room."""

from django.apps import AppConfig


class OrgansConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.organs"
    label = "organs"
