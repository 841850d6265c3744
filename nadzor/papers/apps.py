"""Django's name for this room."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.papers"
    label = "papers"
