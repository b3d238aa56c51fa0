"""Two weeks of a hunt by mail: invited, moved, away, silent, answered, and let down well."""

import pytest

from afterword.accounts.models import User
from afterword.actions.export import export
from afterword.actions.import_ import import_
from afterword.actions.log_event import log_event
from afterword.actions.mail.answer_message import accept
from afterword.actions.mail.messages import messages
from afterword.actions.timeline import timeline
from afterword.actions.today import today
from afterword.etiquette.vocabulary import Act
from tests.actions.hunt import at, event, person
from tests.actions.mail.post import PEOPLE, events, hunting, invitation, letter, taken

pytestmark = pytest.mark.usefixtures("journal")


def acts(owner: User, uid: str, now: str) -> set[Act]:
    """Return what there is to do at a moment."""
    return {item.key.act for item in timeline(owner, uid, now=at(now)).items if item.open}


def test_two_weeks_of_a_hunt_by_mail() -> None:
    alice = person()
    uid = hunting(alice)

    # They invite her to a second talk, and a day later move it: there is one appointment.
    taken(alice, invitation("2026-03-04 10:00", "20260306T140000"), "2026-03-04 10:05")
    taken(alice, invitation("2026-03-05 10:00", "20260306T160000", 1), "2026-03-05 10:05")
    assert events(alice, uid)[1:] == ["interview-scheduled 2026-03-06T16:00:00-05:00"]

    # She was there, and thanked Lena the same evening. Lena is away, which is no answer.
    met = "2026-03-06 17:00  interview  with=lena impression=uncertain"
    log_event(alice, uid, event(met, PEOPLE), now=at("2026-03-06 18:00"))
    thanked = "2026-03-06 19:00  sent  act=thank-you channel=email to=lena"
    log_event(alice, uid, event(thanked, PEOPLE), now=at("2026-03-06 19:00"))
    away = "I am out of the office until 11 March 2026 and will answer when I am back."
    out = letter(away, "2026-03-06 19:01", "Automatic reply", auto_submitted="auto-replied")
    taken(alice, out, "2026-03-06 19:05")
    assert Act.CHECK_IN not in acts(alice, uid, "2026-03-10 10:00")

    # They need more time: their day is proposed with its sentence, and she takes it.
    later = "We need more time to decide. You will hear from us by 13 March."
    taken(alice, letter(later, "2026-03-11 09:00"), "2026-03-11 09:05")
    (seen,) = messages(alice, now=at("2026-03-11 09:10")).waiting
    assert seen.proposals[0].sentence == "You will hear from us by 13 March."
    accept(alice, seen.uid, now=at("2026-03-11 09:10"))
    assert Act.CHECK_IN not in acts(alice, uid, "2026-03-13 10:00")

    # The day passes in silence, and a check-in is due; somebody writes, and it is not.
    assert Act.CHECK_IN in acts(alice, uid, "2026-03-19 10:00")
    word = letter("Hello Alice, the garden is lovely.", "2026-03-19 10:01")
    came = taken(alice, word, "2026-03-19 10:02")
    assert came.changed
    assert "ask Lena how things stand" in came.changed.replanned.sentence
    assert Act.CHECK_IN not in acts(alice, uid, "2026-03-19 10:03")

    # They say no. Until she says that they did, nothing ends; then it ends with good grace.
    no = "Thank you for coming. We have decided to move forward with other candidates."
    taken(alice, letter(no, "2026-03-20 09:00"), "2026-03-20 09:05")
    assert today(alice, now=at("2026-03-20 09:10")).waiting == 1
    assert "rejected" not in events(alice, uid)
    (seen,) = messages(alice, now=at("2026-03-20 09:10")).waiting
    accept(alice, seen.uid, now=at("2026-03-20 09:10"))
    assert today(alice, now=at("2026-03-20 09:11")).waiting == 0
    left = acts(alice, uid, "2026-03-20 10:00")
    assert left & {Act.REPLY, Act.GRACIOUS_EXIT}
    assert Act.CHECK_IN not in left

    # All of it goes along to another computer, and is there as it was.
    file = export(alice, now=at("2026-03-20 10:00"))
    bella = person("bella")
    import_(bella, file, now=at("2026-03-20 10:00"))
    assert export(bella, now=at("2026-03-20 10:00")) == file
    assert events(bella, uid) == events(alice, uid)
