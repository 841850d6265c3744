"""Django's name for this room."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.accounts"
    label = "accounts"
