"""What a message would add to the journal: proposed in the situation format, never applied."""

from typing import Any

import msgspec
import pytest

from afterword.etiquette.decode import to_json
from tests.mailbox.recognising.post import answer, asked, event, letter, made_of

JO = "jo.park@pellworth.example"
RELAY = {"from": "Pellworth <no-reply@greenhouse.io>"}
START = "DTSTART:20260312T100000Z"


def proposed(message: Any) -> list[dict[str, Any]]:  # noqa: ANN401  a letter, read
    """Return the events that a letter proposes, as programs see them."""
    events: list[dict[str, Any]] = msgspec.json.decode(to_json(made_of(message).events))
    return events


def test_an_invitation_with_a_calendar_is_an_interview_at_its_instant() -> None:
    (one,) = proposed(asked(event(START)))
    assert one["kind"] == "interview-scheduled"
    assert one["at"] == "2026-03-12T10:00:00+00:00"
    assert one["with"] == [JO]


def test_a_confirmation_in_prose_is_an_interview() -> None:
    (one,) = proposed(answer("Perfect, Thursday at 14:00 it is. See you then!"))
    assert (one["kind"], one["at"]) == ("interview-scheduled", "2026-03-12T14:00:00+00:00")


def test_times_that_are_only_suggested_are_no_interview_yet() -> None:
    (one,) = proposed(answer("Could we talk on Thursday at 14:00 or Friday at 10:00?"))
    assert (one["kind"], one["what"]) == ("received", "invitation")


def test_one_time_that_is_asked_about_is_no_interview_yet() -> None:
    (one,) = proposed(answer("Would Thursday at 14:00 suit you for a call?"))
    assert one["kind"] == "received"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Lovely to hear from you, Mara!", "reply"),
        ("Could you tell us when you could start?", "question"),
        ("We have not made a decision yet.", "reply"),
    ],
)
def test_what_a_person_wrote_was_received_from_them(text: str, what: str) -> None:
    one = proposed(answer(text))[0]
    assert (one["kind"], one["what"], one["from"]) == ("received", what, JO)
    assert one["on"] == "2026-03-10T10:15:00+00:00"
    assert one["channel"] == "email"


def test_from_a_relay_nobody_is_named() -> None:
    (one,) = proposed(letter("We have received your application.", **RELAY))
    assert one["what"] == "acknowledgement"
    assert "from" not in one


def test_a_form_says_no_without_warmth_and_to_nobody_s_ears() -> None:
    (one,) = proposed(letter("We will not be moving forward with your application.", **RELAY))
    assert (one["kind"], one["no_reply"]) == ("rejected", True)
    assert "warm" not in one


def test_a_person_s_no_is_warm() -> None:
    text = "I really enjoyed our talk, but we have decided to go with another candidate."
    (one,) = proposed(answer(text))
    assert (one["kind"], one["warm"]) == ("rejected", True)
    assert "no_reply" not in one


def test_an_offer_tells_until_when_it_holds() -> None:
    (one,) = proposed(answer("We'd love to offer you the job! Please let us know by Friday."))
    assert (one["kind"], one["written"], one["answer_by"]) == ("offered", False, "2026-03-13")


def test_a_promise_is_proposed_beside_the_answer() -> None:
    text = "We have not made a decision yet. We will let you know by the end of next week."
    kinds = {one["kind"]: one for one in proposed(answer(text))}
    assert kinds["promised"]["by"] == "2026-03-20"
    assert kinds["promised"]["what"] == "answer"


def test_an_absence_lasts_until_the_day_before_the_return() -> None:
    text = "I am out of the office until 16 March."
    read = answer(text, "Automatic reply: x", auto_submitted="auto-replied")
    kinds = {one["kind"]: one for one in proposed(read)}
    assert kinds["absent"]["until"] == "2026-03-15"
    assert kinds["received"]["what"] == "auto-reply"


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Could you send us the names of two references?", "references"),
        ("Please send us a copy of your passport.", "documents"),
        ("Could you send a sample of your work?", "sample"),
    ],
)
def test_what_is_asked_for_is_told(text: str, wish: str) -> None:
    assert {"kind": "requested", "what": wish, "on": "2026-03-10T10:15:00+00:00"} in proposed(
        answer(text)
    )


def test_a_cancelled_interview_was_missed_by_the_employer() -> None:
    (one,) = proposed(answer("We have to cancel tomorrow's interview."))
    assert (one["kind"], one["by"]) == ("interview-missed", "employer")


def test_a_bounce_is_received_from_nobody() -> None:
    head = {"from": "mailer-daemon@mx.example"}
    (one,) = proposed(letter("<jo@pellworth.example>: user unknown", "Undelivered mail", **head))
    assert one["what"] == "bounce"
    assert "from" not in one


@pytest.mark.parametrize("text", ["Your password was changed.", "New jobs for you. Unsubscribe"])
def test_what_does_not_concern_the_hunt_adds_nothing(text: str) -> None:
    assert proposed(letter(text, "News", **RELAY)) == []
