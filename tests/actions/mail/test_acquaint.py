"""Whoever wrote before they were written down is answered by name once they are."""

import pytest

from afterword.accounts.models import User
from afterword.actions.add_person import add_person
from afterword.actions.mail.messages import Seen, messages
from afterword.actions.timeline import timeline
from afterword.actions.undo import undo
from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Act
from afterword.journal.models import Event
from tests.actions.hunt import at, book, person
from tests.actions.mail.post import events, hunting, letter, taken

pytestmark = pytest.mark.usefixtures("journal")
FRIDAY, NOW = "2026-03-13 09:00", at("2026-03-13 10:00")
ASKS = letter(
    "Hi Alice, could you send me your references for Corbel?", FRIDAY, from_="Pat <pat@corbel.test>"
)
PAT = Person("pat", name="Pat", email="Pat@corbel.test")


def shown(owner: User) -> Seen:
    """Return the one message as the pages show it."""
    found = messages(owner, now=NOW)
    (seen,) = (*found.waiting, *found.seen)
    return seen


def senders(uid: str) -> list[object]:
    """Return whom the messages in an opportunity are from."""
    rows = Event.objects.filter(opportunity__uid=uid, kind="received", gone=False, replaced_by=None)
    return [row.payload.get("from") for row in rows]


def test_their_question_is_theirs_and_so_is_the_answer() -> None:
    alice = person()
    uid = hunting(alice)
    taken(alice, ASKS, FRIDAY)
    seen = shown(alice)
    assert (seen.stranger, senders(uid)) == (True, [None])
    add_person(alice, uid, PAT, now=NOW)
    seen = shown(alice)
    assert (seen.stranger, senders(uid)) == (False, ["pat"])
    answers = [one for one in timeline(alice, uid, now=NOW).items if one.step.act is Act.REPLY]
    assert [one.step.to for one in answers] == ["pat"]


def test_it_is_undone_as_one_and_done_again() -> None:
    alice = person()
    uid = hunting(alice)
    taken(alice, ASKS, FRIDAY)
    before = events(alice, uid)
    change = add_person(alice, uid, PAT, now=NOW).change
    again = undo(alice, change, now=NOW).change
    assert [one.key for one in book(alice, uid).people] == ["lena"]
    assert (events(alice, uid), senders(uid)) == (before, [None])
    undo(alice, again, now=NOW)
    assert [one.key for one in book(alice, uid).people] == ["lena", "pat"]
    assert senders(uid) == ["pat"]


def test_somebody_elses_address_and_another_opportunity_change_nothing() -> None:
    alice = person()
    uid, other = hunting(alice), hunting(alice, employer="Avra", people="lena:hr")
    taken(alice, ASKS, FRIDAY)
    add_person(alice, uid, Person("tom", name="Tom", email="tom@corbel.test"), now=NOW)
    add_person(alice, uid, Person("ann", name="Ann", email=True), now=NOW)
    add_person(alice, other, PAT, now=NOW)
    assert senders(uid) == [None]


@pytest.mark.parametrize("sender", ["Lena <lena@corbel.example>", "Corbel <jobs@corbel.test>"])
def test_who_is_known_and_what_is_no_person_is_no_stranger(sender: str) -> None:
    alice = person()
    hunting(alice)
    taken(alice, letter("We at Corbel wonder: could you come?", FRIDAY, from_=sender), FRIDAY)
    seen = shown(alice)
    assert not seen.stranger
