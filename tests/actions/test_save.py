"""Notes, drafts and preferences are kept as they were saved."""

import pytest

from afterword.accounts.models import User
from afterword.actions.errors import Missing
from afterword.actions.may_i import may_i
from afterword.actions.preferences import Preferences, preferences, save_preferences
from afterword.actions.save_draft import Words, save_draft
from afterword.actions.save_notes import save_notes
from afterword.actions.timeline import timeline
from afterword.actions.today import today
from afterword.actions.undo import undo
from afterword.actions.values import DraftState, StepKey
from afterword.etiquette.problem import Malformed
from afterword.etiquette.situation import Proposal
from afterword.etiquette.vocabulary import Act, Word
from afterword.letters.notes import Note, Stem
from afterword.letters.profile import Profile, Register
from tests.actions.hunt import EVENING, interviewed, person

pytestmark = pytest.mark.usefixtures("journal")

THANK_LENA = StepKey(Act.THANK_YOU, "lena")
HARBOUR, CRANE = Note("the harbour", Stem.STRUCK, "lena"), Note("the crane")


def noted(owner: User, uid: str) -> list[Note]:
    return [one.note for one in timeline(owner, uid, now=EVENING).notes]


def states(owner: User, uid: str) -> list[tuple[str, DraftState]]:
    return [(one.text, one.state) for one in timeline(owner, uid, now=EVENING).drafts]


def test_notes_are_saved_as_a_whole_and_undone_as_a_whole() -> None:
    alice = person()
    uid = interviewed(alice)
    save_notes(alice, uid, (HARBOUR, HARBOUR), now=EVENING)
    done = save_notes(alice, uid, (HARBOUR, CRANE), now=EVENING)
    assert noted(alice, uid) == [HARBOUR, CRANE]
    undo(alice, done.change, now=EVENING)
    assert noted(alice, uid) == [HARBOUR, HARBOUR]


def test_saving_what_is_saved_changes_nothing() -> None:
    alice = person()
    uid = interviewed(alice)
    save_notes(alice, uid, (HARBOUR,), now=EVENING)
    assert save_notes(alice, uid, (HARBOUR,), now=EVENING).change == ""


def test_a_draft_is_known_on_today_until_it_is_sent() -> None:
    alice = person()
    uid = interviewed(alice)
    save_draft(alice, uid, Words(THANK_LENA, "Dear Lena"), now=EVENING)
    assert [item.drafted for item in today(alice, now=EVENING).do] == [True]
    sent = Words(THANK_LENA, "Dear Lena,", state=DraftState.SENT)
    done = save_draft(alice, uid, sent, now=EVENING)
    assert states(alice, uid) == [("Dear Lena,", DraftState.SENT)]
    assert len(timeline(alice, uid, now=EVENING).events) == 2
    assert today(alice, now=EVENING).do == ()
    undo(alice, done.change, now=EVENING)
    assert states(alice, uid) == [("Dear Lena", DraftState.OPEN)]
    assert len(timeline(alice, uid, now=EVENING).events) == 1


def test_what_was_sent_is_logged_once_and_not_written_over() -> None:
    alice = person()
    uid = interviewed(alice)
    sent = Words(THANK_LENA, "first", state=DraftState.SENT)
    save_draft(alice, uid, sent, now=EVENING)
    assert save_draft(alice, uid, sent, now=EVENING).change == ""
    save_draft(alice, uid, Words(THANK_LENA, "second"), now=EVENING)
    assert states(alice, uid) == [("first", DraftState.SENT), ("second", DraftState.OPEN)]
    assert len(timeline(alice, uid, now=EVENING).events) == 2


def test_preferences_are_as_usual_until_they_are_set() -> None:
    alice = person()
    assert preferences(alice) == Preferences()
    preferred = Preferences(Profile(("Alice",), Register.FORMAL), single_keys=False)
    save_preferences(alice, preferred)
    alice.refresh_from_db()
    assert preferences(alice) == preferred


def test_one_may_ask_and_nothing_is_written() -> None:
    alice, bob = person("alice"), person("bob")
    uid = interviewed(alice)
    flowers = Proposal(Act.GIFT, to=("lena",))
    assert may_i(alice, uid, flowers, now=EVENING).verdict in {Word.NO, Word.STOP}
    with pytest.raises(Malformed, match="is not the id of anybody"):
        may_i(alice, uid, Proposal(Act.GIFT, to=("tom",)), now=EVENING)
    with pytest.raises(Missing):
        may_i(bob, uid, flowers, now=EVENING)


def test_a_step_is_named_in_addresses() -> None:
    assert StepKey.parse(str(THANK_LENA)) == THANK_LENA
    with pytest.raises(Malformed, match="names no act"):
        StepKey.parse("dance:lena")
