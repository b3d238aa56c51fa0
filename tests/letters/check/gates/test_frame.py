"""A letter has a greeting and a name at its end, and its subject does not shout."""

import pytest

from afterword.etiquette.vocabulary import Channel
from afterword.letters.check.gates import frame
from tests.letters.check.desk import better, found, letter, sheet

BODY = "Thank you for the tour of the wards on Friday."


@pytest.mark.parametrize(
    "subject", ["", "Thank you", "Friday", "The charge nurse role", "A word " * 5, "Thank you!"]
)
def test_a_subject_of_a_few_plain_words_is_right(subject: str) -> None:
    words = len(subject.split())
    loud = "!" in subject
    told = found(frame, sheet(letter(BODY, subject=subject.strip())))
    weighed = "fix" if loud else "consider"
    wrong = loud or (subject and not 2 <= words <= 9)
    assert told == ([f"{weighed}: {subject.strip()}"] if wrong else [])


@pytest.mark.parametrize("loud", ["URGENT", "Time-sensitive", "asap", "Important", "Final notice"])
def test_a_subject_that_hurries_the_reader_is_put_right(loud: str) -> None:
    laid = sheet(letter(BODY, subject=f"{loud}: the nurse role"), role="Charge nurse")
    assert found(frame, laid) == [f"fix: {loud}: the nurse role"]
    assert better(frame, laid) == [letter(BODY, subject="The Charge nurse post")]


def test_without_a_known_post_no_better_subject_is_made_up() -> None:
    assert better(frame, sheet(letter(BODY, subject="URGENT question"), role="")) == []


def test_a_letter_without_greeting_and_name_wants_both() -> None:
    laid = sheet(BODY)
    assert found(frame, laid) == ["consider: ", "consider: "]
    assert [one.class_ for one in frame.look(laid)] == ["greeting", "signature"]


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.HANDWRITTEN, Channel.DELIVERY])
def test_what_is_written_is_framed(channel: Channel) -> None:
    assert found(frame, sheet(letter(BODY), channel=channel)) == []
    assert found(frame, sheet(BODY, channel=channel)) != []


@pytest.mark.parametrize(
    "channel",
    [Channel.TEXT, Channel.LINKEDIN, Channel.SOCIAL, Channel.PHONE, Channel.VIDEO],
)
def test_a_chat_and_what_is_spoken_need_no_frame(channel: Channel) -> None:
    assert found(frame, sheet(BODY, channel=channel)) == []
