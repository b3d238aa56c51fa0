"""What every page may tell is asked cheaply, and says the same as the rows themselves."""

import pytest

from afterword.actions.mail.answer_message import dismiss
from afterword.actions.mail.messages import waiting
from afterword.actions.mail.withdraw import withdraw
from afterword.journal.mailboxes import Mailbox
from afterword.journal.models import Message
from afterword.journal.outgoing import UNSETTLED, Release, State
from afterword.journal.signs import is_a_letter_unsettled, is_trouble, last_message
from tests.actions.hunt import at, person
from tests.actions.mail.outbox import RELEASED, World, hunting, released
from tests.actions.mail.post import hunting as at_corbel
from tests.actions.mail.post import letter, taken

pytestmark = pytest.mark.usefixtures("journal")
FRIDAY, WORD = "2026-03-13 09:00", "Hello Alice, the garden is lovely at this time of the year."


def test_of_an_empty_journal_there_is_nothing_to_tell() -> None:
    alice = person()
    assert (last_message(alice), is_trouble(alice), is_a_letter_unsettled(alice)) == (
        "",
        False,
        False,
    )


def test_a_letter_is_unsettled_until_it_is_sent_stopped_or_taken_back() -> None:
    alice, bella = person("alice"), person("bella")
    row = released(alice, hunting(alice, World()))
    assert is_a_letter_unsettled(alice)
    assert not is_a_letter_unsettled(bella)
    for state in State:
        Release.objects.filter(pk=row.pk).update(state=state)
        assert is_a_letter_unsettled(alice) is (state in UNSETTLED)
    Release.objects.filter(pk=row.pk).update(state=State.WAITING)
    withdraw(alice, row.uid, now=RELEASED)
    assert not is_a_letter_unsettled(alice)


def test_trouble_is_somebodys_own() -> None:
    alice, bella = person("alice"), person("bella")
    hunting(alice, World())
    assert not is_trouble(alice)
    Mailbox.objects.filter(owner=alice).update(trouble="No mail server answers.")
    assert is_trouble(alice)
    assert not is_trouble(bella)


def test_what_waits_is_counted_anew_with_every_row_of_mail() -> None:
    alice, bella = person("alice"), person("bella")
    at_corbel(alice)
    at_corbel(alice, role="analyst")
    uid = taken(alice, letter(WORD, FRIDAY, "Your visit"), FRIDAY).message
    assert (waiting(alice), waiting(alice), waiting(bella)) == (1, 1, 0)
    before = last_message(alice)
    assert Message.objects.filter(owner=alice, uid=before).exists()
    dismiss(alice, uid, now=at(FRIDAY))
    assert last_message(alice) != before
    assert waiting(alice) == 0
