"""A person's yes: to one exact text, for one recipient, and only where the plan allows it."""

import pytest

from afterword.actions.choose import Choosing, choose
from afterword.actions.delete_everything import delete_everything
from afterword.actions.errors import Missing, Refused
from afterword.actions.export import export
from afterword.actions.log_event import log_event
from afterword.actions.mail.release import preview, release
from afterword.actions.mail.sending import sending, set_sending
from afterword.actions.mail.withdraw import withdraw
from afterword.actions.values import Decision, StepKey
from afterword.etiquette.problem import Malformed
from afterword.etiquette.vocabulary import Act
from afterword.journal.outgoing import Release, State
from afterword.mailbox.server import Server
from tests.actions.hunt import at, book, event, person
from tests.actions.mail.mailboxes import LENA_AT, SECRET
from tests.actions.mail.outbox import (
    DOOR,
    RELEASED,
    TEXT,
    THANKS,
    World,
    fresh,
    hunting,
    released,
    thanks,
    unread,
)

pytestmark = pytest.mark.usefixtures("journal")


def test_it_waits_until_it_cannot_be_taken_back_any_more() -> None:
    alice = person()
    row = released(alice, hunting(alice, World()))
    assert (row.state, row.leaves_at) == (State.WAITING, at("2026-03-04 09:10"))
    assert row.letter["text"] == TEXT
    assert row.letter["to"]["email"] == LENA_AT


@pytest.mark.parametrize(
    ("now", "leaves"),
    [
        ("2026-03-03 18:30", "2026-03-04 09:00"),
        ("2026-03-04 07:00", "2026-03-04 09:00"),
        ("2026-03-04 16:55", "2026-03-05 09:00"),
        ("2026-03-04 12:00", "2026-03-04 12:10"),
    ],
)
def test_it_leaves_in_the_hours_in_which_its_reader_works(now: str, leaves: str) -> None:
    alice = person()
    row = released(alice, hunting(alice, World()), now=at(now))
    assert row.leaves_at == at(leaves)


def test_the_text_is_kept_as_the_draft_for_its_step() -> None:
    alice = person()
    uid = hunting(alice, World())
    released(alice, uid)
    assert [(one.text, one.state) for one in book(alice, uid).drafts] == [(TEXT, "open")]


def test_what_is_shown_before_is_what_is_released() -> None:
    alice = person()
    uid = hunting(alice, World())
    seen = preview(alice, uid, thanks(), now=RELEASED, read=unread)
    assert Release.objects.count() == 0
    row = released(alice, uid)
    assert (seen.letter.text, seen.leaves_at) == (row.letter["text"], row.leaves_at)


def test_sending_is_off_until_it_is_switched_on() -> None:
    alice = person()
    uid = hunting(alice, World())
    set_sending(alice, on=False, server=DOOR, minutes=10)
    assert not sending(alice).on
    with pytest.raises(Refused, match="switched off"):
        released(alice, uid)


def test_a_stranger_releases_and_withdraws_nothing() -> None:
    alice, bob = person(), person("bob")
    row = released(alice, hunting(alice, World()))
    with pytest.raises(Missing):
        released(bob, row.opportunity.uid)
    with pytest.raises(Missing):
        withdraw(bob, row.uid, now=RELEASED)


def test_only_what_the_plan_has_can_be_released() -> None:
    alice = person()
    uid = hunting(alice, World())
    unasked = thanks(step=StepKey(Act.FEEDBACK_REQUEST, "lena"))
    with pytest.raises(Refused, match="not in the plan"):
        release(alice, uid, unasked, now=RELEASED, read=unread)
    choose(alice, uid, THANKS, Choosing(Decision.NOT_THIS_TIME), now=RELEASED)
    with pytest.raises(Refused, match="not in the plan"):
        released(alice, uid)


def test_nobody_is_written_to_whose_address_is_not_known() -> None:
    alice = person()
    uid = hunting(alice, World(), people="lena:hiring-manager,name=Lena")
    with pytest.raises(Refused, match="No e-mail address"):
        release(alice, uid, thanks(to=""), now=RELEASED, read=unread)


def test_another_address_than_the_one_that_was_shown_is_refused() -> None:
    alice = person()
    uid = hunting(alice, World())
    with pytest.raises(Refused, match="another address"):
        release(alice, uid, thanks(to="len@corbel.example"), now=RELEASED, read=unread)


def test_what_had_better_not_go_needs_a_second_yes() -> None:
    alice = person()
    uid = hunting(alice, World())
    wrong = thanks("Dear Lena,\n\nthank you, [name].\n\nAlice")
    with pytest.raises(Refused, match="Mend it"):
        release(alice, uid, wrong, now=RELEASED)
    again = thanks(wrong.text, confirmed=True)
    assert release(alice, uid, again, now=RELEASED).state == State.WAITING


def test_the_same_letter_is_released_once() -> None:
    alice = person()
    uid = hunting(alice, World())
    released(alice, uid)
    with pytest.raises(Refused, match="released already"):
        released(alice, uid)
    assert Release.objects.count() == 1


def test_what_was_taken_back_can_be_released_anew() -> None:
    alice = person()
    uid = hunting(alice, World())
    row = released(alice, uid)
    assert withdraw(alice, row.uid, now=RELEASED).state == State.WITHDRAWN
    assert released(alice, uid).message_id == row.message_id
    with pytest.raises(Refused, match="cannot be taken back"):
        withdraw(alice, row.uid, now=RELEASED)


def test_what_waits_never_leaves_with_an_export() -> None:
    alice = person()
    uid = hunting(alice, World())
    before = export(alice, now=RELEASED)
    row = released(alice, uid)
    told = export(alice, now=RELEASED).decode()
    assert row.message_id not in told
    assert before.decode() != told, "the draft does"
    assert fresh(row).state == State.WAITING


def test_deleting_everything_takes_what_waits_along() -> None:
    alice, bob = person(), person("bob")
    released(alice, hunting(alice, World()))
    kept = released(bob, hunting(bob, World()))
    delete_everything(alice, now=RELEASED)
    assert list(Release.objects.all()) == [kept]


def test_another_server_wants_the_password_once_more() -> None:
    alice = person()
    hunting(alice, World())
    elsewhere = Server("smtp.elsewhere.example", 465)
    with pytest.raises(Malformed, match="is needed once more"):
        set_sending(alice, on=True, server=elsewhere, minutes=10)
    with pytest.raises(Malformed, match="is needed once more"):
        set_sending(alice, on=True, server=elsewhere, minutes=10, secret="guessed")  # noqa: S106
    set_sending(alice, on=True, server=elsewhere, minutes=10, secret=SECRET)
    assert sending(alice).server == elsewhere


def test_a_ceiling_holds_whatever_the_plan_says() -> None:
    alice = person()
    uid = hunting(alice, World())
    row = released(alice, uid)
    for number in range(7):
        row.pk, row.uid, row.message_id = None, f"other-{number}", f"other-{number}"
        row.state, row.attempted_at = State.SENT, RELEASED
        row.save(force_insert=True)
    withdraw(alice, Release.objects.get(state=State.WAITING).uid, now=RELEASED)
    assert preview(alice, uid, thanks(), now=RELEASED, read=unread).minutes == 10
    row.pk, row.uid, row.message_id = None, "the eighth", "the eighth"
    row.save(force_insert=True)
    with pytest.raises(Refused, match="to one employer within a week"):
        preview(alice, uid, thanks(), now=RELEASED, read=unread)


def test_by_the_time_that_it_could_leave_it_may_be_too_late() -> None:
    alice = person()
    uid = hunting(alice, World())
    log_event(alice, uid, event("2026-03-04 10:00 rejected"), now=at("2026-03-04 10:00"))
    late = at("2026-06-01 10:00")
    with pytest.raises(Refused):
        released(alice, uid, now=late)
