"""It went on asking after they had answered, and took an out-of-office note for an answer.

Told in mautic/mautic#425, Notifuse/notifuse#346, getmunin/munin#921, florinpop17/app-ideas#904 and
knadh/listmonk#3159. That a letter already released stays here when an answer comes first is told in
tests/journeys/mail/test_weeks_of_mail.py.
"""

import pytest

from tests.journeys.complaints.candidate import CHECK_IN, DUE, Candidate, mail, to_do
from tests.journeys.mail.letters import MARTA

ASKING = ["Ask Lena Ruiz how things stand by e-mail"]
WROTE, READ = "2026-03-16 12:02", "2026-03-16 12:05"
OWN = "<thanks@home.example>"
ANSWERS = {
    "a clear word": {"text": "Hi Marta,\n\nwe are still talking to others.\n\nLena"},
    "a word about nothing": {"text": "Hi Marta,\n\nwhat a spring!\n\nLena"},
    "a colleague": {"text": "Hi Marta,\n\nmore soon.\n\nTom", "sender": "Tom <tom@corbel.example>"},
    "from home, in the thread": {
        "text": "Hi Marta,\n\nmore soon.\n\nLena",
        "sender": "Lena <lena@private.example>",
        "in_reply_to": OWN,
    },
    "a service, for them": {
        "text": "We at Corbel have not decided yet and will write again.",
        "sender": "Hiring <no-reply@greenhouse.io>",
        "subject": "Corbel: an update",
    },
    "with an unsubscribe link": {
        "text": "Hi Marta,\n\nwe need another week.\n\nLena",
        "list_unsubscribe": "<https://corbel.example/u>",
    },
}
AWAY = {
    "by a header": {"subject": "Planner", "auto_submitted": "auto-replied"},
    "by its subject": {"subject": "Automatic reply: Planner"},
    "by an older header": {"subject": "Planner", "x_autoreply": "yes"},
    "in German": {"subject": "Abwesenheitsnotiz: Planner", "auto_submitted": "auto-replied"},
}


@pytest.fixture
def asking(marta: Candidate) -> Candidate:
    """Return Marta on the day on which it is right to ask Lena how things stand."""
    marta.pursues()
    thread = {"sender": MARTA, "to": "lena@corbel.example", "message_id": OWN}
    marta.comes(mail("Thank you.", "2026-03-03 18:00", **thread), "2026-03-03 18:00", "Sent")
    marta.connects()
    assert to_do(marta.at(DUE)) == ASKING
    return marta


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_any_answer_ends_the_asking_with_the_next_look(
    asking: Candidate, answer: dict[str, str]
) -> None:
    given = {"subject": "Your visit", **answer}
    asking.comes(mail(given.pop("text"), WROTE, **given), WROTE)
    today = asking.at(READ)
    assert to_do(today) == []
    assert CHECK_IN not in asking.browser.open("writing").html


@pytest.mark.parametrize("headers", AWAY.values(), ids=AWAY)
def test_a_note_that_she_is_away_is_no_answer_and_moves_the_day(
    asking: Candidate, headers: dict[str, str]
) -> None:
    text = "I am out of the office until 25 March 2026 and will answer when I am back."
    asking.comes(mail(text, WROTE, **headers), WROTE)
    for still_away in (READ, "2026-03-24 10:00"):
        assert to_do(asking.at(still_away)) == []
    assert to_do(asking.at("2026-03-27 10:00")) == ASKING, "it was no answer"


@pytest.mark.parametrize("headers", AWAY.values(), ids=AWAY)
def test_a_note_without_a_day_ends_nothing(asking: Candidate, headers: dict[str, str]) -> None:
    asking.comes(mail("I am out of the office. Lena", WROTE, **headers), WROTE)
    assert to_do(asking.at(READ)) == ASKING
