"""How Django knows this room."""

from django.apps import AppConfig


class Accounts(AppConfig):
    """The room's name and label."""

    name = "afterword.accounts"
    label = "accounts"
