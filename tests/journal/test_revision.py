"""How far a journal is written is told by its last rows, and so is what was written since."""

import pytest

from afterword.actions.log_event import log_event
from afterword.actions.save_notes import save_notes
from afterword.journal.revision import revision, stirred
from afterword.letters.notes import Note
from tests.actions.hunt import EVENING, book, event, interviewed, person

pytestmark = pytest.mark.usefixtures("journal")


def test_it_changes_with_every_change_and_with_nothing_else() -> None:
    alice, bob = person("alice"), person("bob")
    uid = interviewed(alice)
    before = revision(alice)
    interviewed(bob)
    assert revision(alice) == before
    save_notes(alice, uid, (Note("the whiteboard"),), now=EVENING)
    assert revision(alice) != before


def test_what_was_written_since_is_named() -> None:
    alice = person()
    uids = [interviewed(alice, employer=name) for name in ("Corbel", "Harbour")]
    before = revision(alice)
    assert stirred(alice, before) == frozenset()
    log_event(alice, uids[1], event("2026-03-03 18:15 parted"), now=EVENING)
    assert stirred(alice, before) == frozenset({book(alice, uids[1]).opportunity.pk})


def test_of_another_journal_nothing_can_be_said() -> None:
    alice = person()
    interviewed(alice)
    before = revision(alice)
    alice.changes.update(uid="another")
    assert stirred(alice, before) is None


def test_nobody_has_written_nothing_yet() -> None:
    alice = person()
    assert revision(alice).change == ""
    assert set(revision(alice).last) == {0}
