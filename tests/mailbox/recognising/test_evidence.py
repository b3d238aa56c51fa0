"""What a text says, with the sentence that says it."""

import pytest

from afterword.mailbox.recognising import evidence, sentences
from afterword.mailbox.recognising.evidence import findings
from afterword.mailbox.recognising.kind import Kind


def said(text: str, what: str) -> str:
    """Return the sentence that says something outright, "" if none does."""
    found = findings(sentences.read(text)).says(what)
    return found.sentence if found else ""


def test_the_sentence_is_told_as_it_was_written() -> None:
    text = "Hi Mara. We've decided not to move forward! Best, Jo"
    assert said(text, "rejection") == "We've decided not to move forward!"


@pytest.mark.parametrize(
    "text",
    [
        "If you are not selected, we keep your CV.",
        "Should your application be unsuccessful, you may apply again.",
        "In case we decide not to move forward, we will tell you.",
        "We will let you know whether you were not selected.",
    ],
)
def test_a_mere_possibility_is_not_said(text: str) -> None:
    assert said(text, "rejection") == ""


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("We are unable to offer you the position.", Kind.OFFER),
        ("We would not like to offer you the job.", Kind.OFFER),
        ("Thank you for the interview, it was great to meet you.", Kind.INVITATION),
        ("We would like to invite suitable candidates to an interview.", Kind.INVITATION),
    ],
)
def test_what_takes_it_back_in_the_same_sentence_counts(text: str, what: str) -> None:
    assert said(text, what) == ""


def test_what_stands_behind_a_but_takes_nothing_back() -> None:
    text = "Jane cannot join, but we would love to meet you on Thursday."
    assert said(text, Kind.INVITATION) == text


@pytest.mark.parametrize("but", ["but", "however", "nevertheless"])
def test_a_no_behind_praise_is_not_taken_back_by_it(but: str) -> None:
    text = f"You are a strong candidate, {but} we have decided to go with another person."
    assert said(text, "rejection") == text


def test_the_last_word_of_a_sentence_is_said_as_well() -> None:
    read = sentences.read("Please fill in this brief survey.\nBest\nJo")
    assert findings(read).says(Kind.QUESTION_OR_REQUEST)


def test_hints_are_counted_once_each() -> None:
    found = findings(sentences.read("Good luck with your search. Good luck with your search!"))
    assert found.hints("rejection") == 1
    assert found.hints("offer") == 0


def test_the_first_of_several_sentences_is_told() -> None:
    text = "We have filled the role. We will not be moving forward."
    assert said(text, "rejection") == "We have filled the role."


def test_a_subject_is_the_first_sentence() -> None:
    read = evidence.with_subject("Hello.", "Interview invitation")
    assert [one.quoted for one in read.sentences] == ["Interview invitation", "Hello."]
    assert len(evidence.with_subject("Hello.", "").sentences) == 1


@pytest.mark.parametrize("text", ["", "\n", "日本語の文", "…", "a" * 100_000])
def test_where_nothing_is_said_nothing_is_found(text: str) -> None:
    assert findings(sentences.read(text)).strong == {}
