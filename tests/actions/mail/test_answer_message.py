"""The candidate's word on a message: yes, no, it belongs elsewhere, it is something else."""

import pytest

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.errors import Missing, Refused
from afterword.actions.mail.answer_message import Correction, accept, correct, dismiss, set_aside
from afterword.actions.mail.messages import Seen, message_of, waiting
from afterword.actions.timeline import timeline
from afterword.actions.undo import undo
from afterword.etiquette.vocabulary import Act
from afterword.journal.models import Taught
from afterword.mailbox.recognising.kind import Kind
from tests.actions.hunt import EVENING, at, person, told
from tests.actions.mail.post import RELAY, events, hunting, letter, taken

pytestmark = pytest.mark.usefixtures("journal")

FRIDAY, LATER = "2026-03-13 09:00", "2026-03-14 10:00"
NOW = at(LATER)
NO = "Thank you for coming. We have decided to move forward with other candidates."
SOON = "We need more time to decide. You will hear from us by 27 March."
WORD = "Hello Alice, the garden is lovely at this time of the year."
TOM = "Tom Ode <tom@avra.example>"


def came(owner: User, text: str, subject: str = "Your visit", **headers: str) -> Seen:
    """Take a message in; return it as the page shows it."""
    uid = taken(owner, letter(text, FRIDAY, subject, **headers), FRIDAY).message
    return message_of(owner, uid, now=NOW)[0]


def avra(owner: User) -> str:
    """Add another opportunity, at Avra; return its uid."""
    given = told(employer="Avra", role="analyst", people="tom:hr,name=Tom,email=no", lines=VISIT)
    return add_opportunity(owner, given, now=EVENING).opportunity


VISIT = "2026-03-02 14:00  interview  with=tom"


def test_a_rejection_that_is_accepted_becomes_a_gracious_exit() -> None:
    alice = person()
    uid = hunting(alice)
    done = accept(alice, came(alice, NO).uid, now=NOW)
    assert events(alice, uid) == ["interview", "rejected"]
    acts = {item.key.act for item in timeline(alice, uid, now=NOW).items}
    assert acts & {Act.REPLY, Act.GRACIOUS_EXIT}
    assert Act.CHECK_IN not in acts
    assert "ask Lena how things stand" in done.replanned.sentence
    assert waiting(alice) == 0


def test_a_promise_that_is_accepted_stands_beside_their_word() -> None:
    alice = person()
    uid = hunting(alice)
    accept(alice, came(alice, SOON).uid, now=NOW)
    assert events(alice, uid) == ["interview", "received reply", "promised answer"]


def test_what_is_let_be_leaves_that_they_wrote() -> None:
    alice = person()
    uid = hunting(alice)
    dismiss(alice, came(alice, NO).uid, now=NOW)
    assert (events(alice, uid), waiting(alice)) == (["interview", "received reply"], 0)


def test_every_answer_can_be_undone() -> None:
    alice = person()
    uid = hunting(alice)
    seen = came(alice, NO)
    before = events(alice, uid)
    for answer in (accept, dismiss, set_aside):
        row = message_of(alice, seen.uid, now=NOW)[0]
        done = answer(alice, row.uid, now=NOW)
        undo(alice, done.change, now=NOW)
        assert (events(alice, uid), waiting(alice)) == (before, 1)


def test_a_page_that_was_open_for_long_accepts_nothing_else() -> None:
    alice = person()
    hunting(alice)
    seen = came(alice, NO)
    accept(alice, seen.uid, now=NOW)
    with pytest.raises(Refused, match="not proposed any more"):
        accept(alice, seen.uid, now=NOW)


def test_a_correction_moves_what_followed_and_teaches_the_sender() -> None:
    alice = person()
    uid, other = hunting(alice), avra(alice)
    seen = came(alice, f"Regards to Corbel. {WORD}", from_=TOM)
    assert seen.place
    assert seen.place.opportunity == uid
    done = correct(alice, seen.uid, Correction(opportunity=other), now=NOW)
    assert (events(alice, uid), events(alice, other)[1:]) == (["interview"], ["received reply"])
    assert taken(alice, letter("Hello again", LATER, from_=TOM), LATER).opportunity == other
    undo(alice, done.change, now=NOW)
    assert events(alice, uid) == ["interview", "received reply"]


def test_who_writes_for_many_employers_is_never_learned() -> None:
    alice = person()
    hunting(alice)
    other = avra(alice)
    seen = came(alice, f"Corbel: {NO}", from_=RELAY)
    correct(alice, seen.uid, Correction(opportunity=other), now=NOW)
    assert not Taught.objects.exists()


def test_a_tie_that_is_decided_is_taken_from_the_others() -> None:
    alice = person()
    uid, other = hunting(alice), hunting(alice, role="analyst")
    seen = came(alice, WORD)
    correct(alice, seen.uid, Correction(opportunity=other), now=NOW)
    assert (events(alice, uid), len(events(alice, other))) == (["interview"], 2)


def test_a_tie_that_is_none_of_them_says_nothing() -> None:
    alice = person()
    uid, other = hunting(alice), hunting(alice, role="analyst")
    dismiss(alice, came(alice, WORD).uid, now=NOW)
    assert events(alice, uid) == events(alice, other) == ["interview"]
    assert waiting(alice) == 0


@pytest.mark.parametrize(
    ("kind", "becomes"),
    [
        (Kind.PERSONAL_REJECTION, ["rejected"]),
        (Kind.OFFER, ["offered"]),
        (Kind.QUESTION_OR_REQUEST, ["received question"]),
        (Kind.NEWSLETTER, []),
    ],
)
def test_what_a_message_is_can_be_put_right(kind: Kind, becomes: list[str]) -> None:
    alice = person()
    uid = hunting(alice)
    seen = came(alice, WORD)
    correct(alice, seen.uid, Correction(kind=kind), now=NOW)
    assert events(alice, uid)[1:] == becomes
    assert message_of(alice, seen.uid, now=NOW)[0].kind is kind


def test_what_was_set_aside_can_be_brought_back() -> None:
    alice = person()
    uid = hunting(alice)
    seen = came(alice, NO)
    set_aside(alice, seen.uid, now=NOW)
    assert events(alice, uid) == ["interview"]
    correct(alice, seen.uid, Correction(kind=seen.kind), now=NOW)
    assert (events(alice, uid), waiting(alice)) == (["interview", "received reply"], 1)


def test_saying_what_is_so_already_changes_nothing() -> None:
    alice = person()
    uid = hunting(alice)
    seen = came(alice, WORD)
    assert correct(alice, seen.uid, Correction(uid, Kind.OTHER), now=NOW).change == ""


def test_nobody_reaches_what_came_to_somebody_else() -> None:
    alice, bob = person("alice"), person("bob")
    uid = hunting(alice)
    theirs = hunting(bob)
    seen = came(alice, NO)
    for answer in (accept, dismiss, set_aside):
        with pytest.raises(Missing):
            answer(bob, seen.uid, now=NOW)
    with pytest.raises(Missing):
        correct(bob, seen.uid, Correction(opportunity=theirs), now=NOW)
    with pytest.raises(Missing):
        correct(alice, seen.uid, Correction(opportunity=theirs), now=NOW)
    with pytest.raises(Missing):
        undo(bob, seen.change, now=NOW)
    assert events(alice, uid) == ["interview", "received reply"]
