"""Everything deleted for good, once somebody means it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.apps import apps
from django.db import models
from django.test import Client

from afterword.accounts.models import User
from afterword.actions.export import export
from afterword.actions.preferences import Preferences, preferences, save_preferences
from afterword.journal.database import KEPT
from tests.web.conftest import NOW
from tests.web.reading import Browser

EVERYTHING = b'"opportunities": []'


def test_it_is_asked_twice_and_a_copy_is_offered_first(
    page: Browser, alice: User, hunt: str
) -> None:
    before = export(alice, now=NOW)
    assert "Everything, as JSON" in page.open("delete").text
    told = page.post("delete", sure="yes")
    assert (told.status, export(alice, now=NOW)) == (422, before)
    assert "Nothing was deleted" in told.text
    assert hunt


def test_what_is_deleted_is_gone_from_the_file(
    page: Browser, alice: User, bob: User, hunt: str, journal: Path
) -> None:
    save_preferences(alice, Preferences(time_zone="Europe/Paris"))
    told = page.post("delete", sure=" Delete ")
    assert (told.address, "Everything is deleted." in told.text) == ("/", True)
    fresh = User.objects.get(name="alice")
    assert EVERYTHING in export(fresh, now=NOW)
    assert preferences(fresh) == Preferences()
    assert fresh.check_password("correct horse battery")
    assert User.objects.filter(pk=bob.pk).exists()
    with closing(sqlite3.connect(journal / "journal.sqlite3")) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    held = b"".join(file.read_bytes() for file in journal.iterdir())
    assert b"Okafor" not in held
    assert hunt.encode() not in held


def test_other_devices_are_signed_out_and_this_one_stays(page: Browser, alice: User) -> None:
    other = Client(SERVER_NAME="localhost")
    other.force_login(alice)
    page.post("delete", sure="delete")
    assert page.client.get("/").status_code == 200
    assert other.get("/").status_code == 302


def test_what_a_restore_kept_goes_too_where_it_is_nobody_elses(
    page: Browser, bob: User, journal: Path
) -> None:
    kept = journal / f"{KEPT}20261123.sqlite3"
    kept.touch()
    page.post("delete", sure="delete")
    assert kept.exists()  # Bob's journal is in it as well
    bob.delete()
    page.post("delete", sure="delete")
    assert not kept.exists()


def test_every_table_goes_with_its_owner() -> None:
    """A row that names no owner would stay behind, or would be anybody's."""
    ours = [one for one in apps.get_models() if one.__module__.startswith("afterword.")]
    without = [
        one.__name__
        for one in ours
        if one is not User
        and not any(
            isinstance(field, models.ForeignKey)
            and field.related_model is User
            and field.remote_field.on_delete is models.CASCADE
            for field in one._meta.get_fields()  # noqa: SLF001  Django's public name for it
        )
    ]
    assert ours
    assert without == []
