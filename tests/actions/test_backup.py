"""A backup is whole though others write meanwhile, and is put back without losing anything."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest
from django.db import connection

from afterword.accounts import calendar_addresses, tickets
from afterword.accounts.models import Session, Ticket
from afterword.actions.backup import backup
from afterword.actions.errors import Refused
from afterword.actions.export import export
from afterword.actions.log_event import log_event
from afterword.actions.restore import restore
from afterword.journal import models
from afterword.journal.file import faults
from afterword.settings.folder import DATABASE
from tests.accounts.test_devices import signed_in
from tests.actions.hunt import EVENING, at, event, interviewed, person

LATER = at("2026-03-05 11:00")


def test_a_backup_made_while_others_write_is_whole(journal: Path, tmp_path: Path) -> None:
    alice = person()
    uid = interviewed(alice)
    enough = Event()

    def write() -> None:
        while not enough.is_set():
            log_event(alice, uid, event("2026-03-04 10:00 received what=reply"), now=LATER)
        connection.close()

    writer = Thread(target=write)
    writer.start()
    try:
        done = [backup(tmp_path / f"{number}.sqlite3", now=LATER) for number in range(3)]
    finally:
        enough.set()
        writer.join()
    assert all(faults(Path(one.path)) == "" for one in done)
    assert done[0].opportunities == 1
    assert done[-1].events <= models.Event.objects.count()
    assert sorted(path.name for path in tmp_path.iterdir() if path != journal) == [
        "0.sqlite3",
        "1.sqlite3",
        "2.sqlite3",
    ]


@pytest.mark.usefixtures("journal")
def test_only_its_owner_can_read_a_backup(tmp_path: Path) -> None:
    person()
    done = backup(tmp_path / "copy.sqlite3", now=LATER)
    if os.name == "posix":
        assert stat.S_IMODE(Path(done.path).stat().st_mode) == 0o600


@pytest.mark.usefixtures("journal")
def test_a_backup_signs_nobody_in(tmp_path: Path) -> None:
    """The key of a session, or a one-time secret, is as good as a password."""
    alice = person()
    key, _ = signed_in(alice, "here"), tickets.issue(alice, now=EVENING)
    done = backup(tmp_path / "copy.sqlite3", now=EVENING)
    assert key.encode() not in Path(done.path).read_bytes()
    restore(tmp_path / "copy.sqlite3", now=LATER)
    assert (Session.objects.count(), Ticket.objects.count()) == (0, 0)


def test_a_bare_copy_of_the_file_signs_nobody_in_either(journal: Path, tmp_path: Path) -> None:
    signed_in(person(), "here")
    with closing(sqlite3.connect(journal / DATABASE)) as opened:
        opened.execute("VACUUM INTO ?", [str(tmp_path / "bare.sqlite3")])
    restore(tmp_path / "bare.sqlite3", now=LATER)
    assert not Session.objects.exists()


@pytest.mark.usefixtures("journal")
def test_an_address_that_was_taken_away_stays_so(tmp_path: Path) -> None:
    alice = person()
    secret = calendar_addresses.renew(alice, now=EVENING)
    backup(tmp_path / "copy.sqlite3", now=EVENING)
    restore(tmp_path / "copy.sqlite3", now=at("2026-03-05 09:00"))
    assert calendar_addresses.owner_of(secret, now=LATER) == alice
    calendar_addresses.revoke(alice, now=LATER)
    restore(tmp_path / "copy.sqlite3", now=LATER)
    assert calendar_addresses.owner_of(secret, now=LATER) is None


@pytest.mark.usefixtures("journal")
def test_what_was_there_before_a_restore_can_be_put_back_too(tmp_path: Path) -> None:
    alice = person()
    interviewed(alice)
    first = export(alice, now=LATER)
    backup(tmp_path / "copy.sqlite3", now=EVENING)
    interviewed(alice, employer="Riverside")
    second = export(alice, now=LATER)
    done = restore(tmp_path / "copy.sqlite3", now=LATER)
    assert export(alice, now=LATER) == first
    restore(Path(done.kept), now=at("2026-03-05 12:00"))
    assert export(alice, now=LATER) == second


@pytest.mark.usefixtures("journal")
def test_what_cannot_be_put_back_is_refused_before_anything_changes(tmp_path: Path) -> None:
    alice = person()
    interviewed(alice)
    before = export(alice, now=LATER)
    backup(tmp_path / "newer.sqlite3", now=LATER)
    _run(
        tmp_path / "newer.sqlite3", "UPDATE django_migrations SET name = '0999_wings' WHERE id = 9"
    )
    _run(tmp_path / "other.sqlite3", "CREATE TABLE recipes (name)")
    _run(tmp_path / "half.sqlite3", "CREATE TABLE journal_opportunity (name)")
    (tmp_path / "text.sqlite3").write_text("hello")
    for name, why in {
        "newer": "later release",
        "other": "no journal of Afterword's",
        "half": "no journal of Afterword's",
        "text": "not a database",
        "nowhere": "There is no file",
    }.items():
        with pytest.raises(Refused, match=why):
            restore(tmp_path / f"{name}.sqlite3", now=LATER)
    assert export(alice, now=LATER) == before


@pytest.mark.usefixtures("journal")
def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Choose a folder"):
        backup(tmp_path / "nowhere" / "copy.sqlite3", now=LATER)


def _run(file: Path, sql: str) -> None:
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute(sql)
