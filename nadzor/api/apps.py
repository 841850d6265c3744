"""Django's name for this room."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.api"
    label = "api"
