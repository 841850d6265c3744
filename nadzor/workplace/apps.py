"""Django's name for this room."""

from django.apps import AppConfig


class WorkplaceConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.workplace"
    label = "workplace"
