"""How Django knows this room."""

from django.apps import AppConfig


class Journal(AppConfig):
    """The room's name and label."""

    name = "afterword.journal"
    label = "journal"
