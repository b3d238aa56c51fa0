"""Everything deleted for good, once somebody means it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from afterword.accounts.models import User
from afterword.actions.export import export
from afterword.actions.preferences import Preferences, preferences, save_preferences
from afterword.actions.reminders.connect_agenda import Asked, connect_agenda
from afterword.actions.reminders.sync_agenda import sync_now
from afterword.journal.database import KEPT
from afterword.journal.mailboxes import Mailbox, Placed
from afterword.mailbox import caldav
from afterword.mailbox.agenda import Agenda
from afterword.mailbox.trouble import NotLetIn, Unreachable
from afterword.web.views.delete import MOST_TRIES
from tests.mailbox.desks import MEMORY, MemoryDesk
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


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> MemoryDesk:
    """Return Alice's calendar, behind whichever server is asked."""
    kept = MemoryDesk()
    monkeypatch.setattr(caldav, "CalDav", lambda *_: kept.agenda())
    return kept


@pytest.fixture
def written(alice: User, hunt: str, desk: MemoryDesk) -> MemoryDesk:
    """Return Alice's calendar, with what Afterword wrote there."""
    assert hunt
    asked = Asked("https://home.example/dav/", "alice", "open sesame")
    connect_agenda(alice, asked, now=NOW)
    sync_now(alice, now=NOW)
    assert desk.server.kept[MEMORY]
    return desk


def test_what_lies_in_a_calendar_is_told_and_taken_away_first(
    page: Browser, written: MemoryDesk
) -> None:
    asked = page.open("delete")
    assert "Take 2 entries out of the calendar “Hunt” first" in asked.text
    assert 'name="calendar" value="yes" checked' in asked.html
    assert 'name="drafts"' not in asked.html
    told = page.post("delete", sure="delete", calendar="yes")
    assert "and what Afterword left elsewhere: 2 things." in told.text
    assert written.server.kept[MEMORY] == {}


def test_what_lies_among_the_drafts_of_a_mailbox_is_told(page: Browser, alice: User) -> None:
    box = Mailbox.objects.create(owner=alice, address="alice@home.example", connected=NOW)
    assert "Afterword left elsewhere" not in page.open("delete").text
    Placed.objects.create(owner=alice, mailbox=box, step="one", made=NOW)
    asked = page.open("delete")
    assert "Take one draft out of the mailbox alice@home.example first" in asked.text
    assert 'name="drafts" value="yes" checked' in asked.html


def test_without_the_tick_it_stays_there(page: Browser, written: MemoryDesk) -> None:
    before = dict(written.server.kept[MEMORY])
    unticked = page.post("delete", sure="no")
    assert 'name="calendar" value="yes">' in unticked.html
    assert "Everything is deleted." in page.post("delete", sure="delete").text
    assert written.server.kept[MEMORY] == before


def test_where_the_server_does_not_answer_nothing_is_deleted_until_the_person_goes_on(
    page: Browser, alice: User, written: MemoryDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = export(alice, now=NOW)

    def silent(*_: object) -> Agenda:
        raise Unreachable("home.example", 443)

    monkeypatch.setattr(caldav, "CalDav", silent)
    told = page.post("delete", sure="Delete", calendar="yes")
    assert told.status == 422
    assert "Nothing was deleted: not all of it could be taken away elsewhere." in told.text
    assert "Your calendar : No mail server answers at home.example" in told.text
    assert 'value="Delete"' in told.html  # it need not be typed again
    assert export(alice, now=NOW) == before
    assert "Everything is deleted." in page.post("delete", sure="Delete").text
    assert written.server.kept[MEMORY]


@pytest.mark.usefixtures("written")
def test_nobody_knocks_there_again_and_again(
    page: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(*_: object) -> Agenda:
        raise NotLetIn("home.example", "")

    monkeypatch.setattr(caldav, "CalDav", shut)
    for _ in range(MOST_TRIES):
        assert "did not let us in" in page.post("delete", sure="delete", calendar="yes").text
    assert "Too many attempts." in page.post("delete", sure="delete", calendar="yes").text
    assert "Everything is deleted." in page.post("delete", sure="delete").text


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
