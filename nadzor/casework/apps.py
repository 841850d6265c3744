"""Django's name for this room."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.casework"
    label = "casework"
