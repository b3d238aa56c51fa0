"""Which message a letter answers: the newest that a person wrote, and none that a machine did."""

import pytest

from afterword.actions.mail.letter_for import letter_for
from afterword.mailbox.recognising.message import Address
from tests.actions.hunt import book, person
from tests.actions.mail.post import CHECK_IN, hunting, letter, taken

pytestmark = pytest.mark.usefixtures("journal")
AWAY = "I am out of the office until 11 March 2026 and will answer when I am back."


def test_nobody_answers_an_out_of_office_note() -> None:
    alice = person()
    uid = hunting(alice)
    taken(alice, letter("Until Friday!", "2026-03-04 09:00", "Your talk"), "2026-03-04 09:05")
    away = letter(AWAY, "2026-03-05 09:00", "Automatic reply", auto_submitted="auto-replied")
    taken(alice, away, "2026-03-05 09:05")
    words = letter_for(book(alice, uid), CHECK_IN, "", "Hello", sender=Address("a@moss.example"))
    assert words.line == "Re: Your talk"
