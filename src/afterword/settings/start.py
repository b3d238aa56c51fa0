"""The start of every command that needs the journal: its folder, and Django set up on it."""

import os
from collections.abc import Sequence
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import connections

from afterword.settings import folder


def start(data: str | None = None, *, hosts: Sequence[str] = (), https: bool = False) -> Path:
    """Make the data folder where it is missing, set Django up on it, and return it.

    Called again, it moves to another folder; `hosts` and `https` count the first time only.
    """
    where = folder.make(folder.data_folder(data))
    os.environ[folder.VARIABLE] = str(where)
    if apps.ready:
        _move(where)
        return where
    os.environ["DJANGO_SETTINGS_MODULE"] = "afterword.settings.values"
    os.environ["AFTERWORD_HOSTS"] = ",".join(hosts)
    os.environ["AFTERWORD_HTTPS"] = "1" if https else ""
    django.setup()
    return where


def _move(where: Path) -> None:
    connections.close_all()
    connections.settings["default"]["NAME"] = str(where / folder.DATABASE)
    connections["default"].settings_dict["NAME"] = str(where / folder.DATABASE)
    settings.DATA, settings.SECRET_KEY = where, folder.secret(where)
