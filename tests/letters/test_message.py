"""A message is taken apart without being changed: every part says where it stands, and what."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.letters.message import Message, Span

BODY = "Thank you for the talk on Friday. The night handover stays with me."
WHOLE = f"Subject: The nurse role\n\nDear Robin,\n\n{BODY}\n\nKind regards,\nSam Lee"

# Texts made of what letters are made of, so that parts begin and end in odd places.
PIECES = (
    *("Subject: ", "Dear Robin,", "Hi Robin, ", "Thank you.", "Dr. Rao", "Sam", "regards,", "- "),
    *(" ", "\n", "\n\n", "\r\n", "\t", ".", "!", "…", "”", "a few more words for a line", "É", "ﾞ"),
)
texts = st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def parts(text: str) -> list[str]:
    """Return subject, greeting, body and signature."""
    message = Message(text)
    return [
        part.text for part in (message.subject, message.greeting, message.body, message.signature)
    ]


def sentences(body: str) -> list[str]:
    """Return the sentences of a body in a whole letter."""
    return [one.text for one in Message(f"Dear Robin,\n\n{body}\n\nKind regards,\nSam").sentences]


@given(texts)
def test_every_part_says_what_stands_there(text: str) -> None:
    message = Message(text)
    spans = (message.subject, message.greeting, message.body, message.signature)
    for span in (*spans, *message.sentences, *message.words):
        assert 0 <= span.start <= span.end <= len(text)
        assert text[span.start : span.end] == span.text


@given(texts)
def test_parts_sentences_and_words_come_in_order_and_do_not_overlap(text: str) -> None:
    message = Message(text)
    spans = [message.subject, message.greeting, message.body, message.signature]
    for row in ([one for one in spans if one.text], message.sentences, message.words):
        assert all(one.end <= other.start for one, other in pairwise(row))


@given(texts)
def test_nothing_of_a_message_is_lost(text: str) -> None:
    message = Message(text)
    told = "".join("".join(part.split()) for part in parts(text))
    assert told == "".join(text.split()).removeprefix(_label(message))
    said = "".join("".join(one.text.split()) for one in message.sentences)
    assert said == "".join(message.body.text.split())


def _label(message: Message) -> str:
    """Return the word before a subject, which is no part of it."""
    return "".join(message.text[: message.subject.start].split())


def test_a_letter_has_four_parts() -> None:
    assert parts(WHOLE) == ["The nurse role", "Dear Robin,", BODY, "Kind regards,\nSam Lee"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Sam"])
def test_where_nothing_is_said_there_is_no_sentence(text: str) -> None:
    assert Message(text).sentences == ()
    assert Message(text).words == ()


def test_the_lines_of_another_system_make_no_difference() -> None:
    there = [part.replace("\r", "") for part in parts(WHOLE.replace("\n", "\r\n"))]
    assert there == parts(WHOLE)


@pytest.mark.parametrize(
    ("above", "subject"),
    [
        ("Subject: The nurse role\n", "The nurse role"),
        ("\n subject:The nurse role \n \n", "The nurse role"),
        ("Subject:\n\n", ""),
        ("", ""),
    ],
)
def test_a_subject_stands_above_the_letter(above: str, subject: str) -> None:
    assert parts(above + "Dear Robin,\n\n" + BODY)[:3] == [subject, "Dear Robin,", BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Dear Robin,",
        "Dear Robin",
        "Robin,",
        "Robin!",
        "Dear Mrs. Fiddes, Mr. Osei and Dr. Lamb,",
        "Good morning, Dr. Rao:",
        "To whom it may concern,",
        "Sehr geehrte Frau Dr. Sommer,",
        "Szanowna Pani Doktor,",
        "Hi all!",
    ],
)
def test_a_line_that_greets_is_the_greeting(line: str) -> None:
    assert parts(f"{line}\n\n{BODY}\n\nKind regards,\nSam")[1:3] == [line, BODY]


@pytest.mark.parametrize(
    ("text", "greeting", "body"),
    [
        ("Hi Robin, thank you for Friday.", "Hi Robin,", "thank you for Friday."),
        ("Hi Robin! What a good tour it was!", "Hi Robin!", "What a good tour it was!"),
        ("Hi Robin - any news about the role?", "Hi Robin -", "any news about the role?"),
        ("Hello Dr. Rao. I enjoyed the tour.", "Hello Dr. Rao.", "I enjoyed the tour."),
        ("Hi Robin, any news\nNo hurry at all from me.", "Hi Robin, any news", None),
        ("Hi Robin, is there any news yet about it", "Hi Robin,", None),
    ],
)
def test_a_letter_may_go_on_in_the_line_that_greets(
    text: str, greeting: str, body: str | None
) -> None:
    message = Message(text)
    assert message.greeting.text == greeting
    assert body is None or message.body.text == body


@pytest.mark.parametrize(
    "text",
    [
        "Thank you so much for today!",
        "The tour of the wards was the best part of a long day, and I thank you for it!\n\nSam",
        f"Dear {'Robin ' * 20},\n\nThank you.",
        f"{BODY}\n\nSam",
    ],
)
def test_a_first_line_that_greets_nobody_belongs_to_the_body(text: str) -> None:
    assert Message(text).greeting.text == ""
    assert Message(text).body.text.startswith(text[:20])


@pytest.mark.parametrize(
    "signature",
    [
        "Sam",
        "Kind regards,\nSam Lee",
        "Kind regards,\n\nSam Lee\n020 7946 0000",
        "Thank you again, and all the best,\nSam",
        "Thanks again.\n\nSam",
        "Sam (from Monday)",
    ],
)
def test_the_last_short_lines_are_the_signature(signature: str) -> None:
    assert parts(f"Dear Robin,\n\n{BODY}\n\n{signature}")[2:] == [BODY, signature]


@pytest.mark.parametrize(
    "last",
    [
        "I look forward to\nhearing from you.",
        "Do you know yet whom you would like to see again, and\nwhen?",
        "I hope to hear from you.",
        "a line of eight words without any stop, as in a poem",
        "https://example.org/a/very/long/address/of/a/page/that/nobody/reads",
    ],
)
def test_what_ends_a_sentence_is_no_signature(last: str) -> None:
    body = f"{BODY}\n{last}"
    assert parts(f"Dear Robin,\n\n{body}\n\nKind regards,\nSam")[2] == body


def test_a_text_message_may_be_signed_in_its_last_line() -> None:
    chat = parts("Hi Robin, thank you for the tour on Friday. No answer needed. Sam Lee")
    assert chat[2:] == ["thank you for the tour on Friday. No answer needed.", "Sam Lee"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("One thing. Another thing.", ["One thing.", "Another thing."]),
        ("Is it so? It is! Good…", ["Is it so?", "It is!", "Good…"]),
        ("You said “no.” I agreed.", ["You said “no.”", "I agreed."]),
        ("I met Dr. Rao and Ms. Li at 9 a.m. today.", None),
        ("I met J. Kerr of Acme Inc. in London.", None),
        ("The rate is 3.5 and the site example.org.", None),
        ("It is No. 4. I am sure.", ["It is No. 4.", "I am sure."]),
        ("It was I. You know.", ["It was I.", "You know."]),
        ("No stop here\n\nbut a new paragraph.", ["No stop here", "but a new paragraph."]),
        ("No stop here\n \t\nbut a new one.", ["No stop here", "but a new one."]),
        ("A sentence that goes\non in the next line.", None),
        (
            "Three things:\n- one of them\n- another one.",
            ["Three things:", "- one of them", "- another one."],
        ),
    ],
)
def test_a_body_falls_into_sentences(body: str, said: list[str] | None) -> None:
    assert sentences(body) == (said or [body])


def test_a_word_keeps_its_apostrophes_and_hyphens() -> None:
    message = Message("Dear Robin,\n\nThat’s a part-time post in 3_4, isn't it? Quite.\n\nSam")
    assert [word.text for word in message.words] == [
        *("That’s", "a", "part-time", "post", "in", "3", "4", "isn't", "it", "Quite"),
    ]


def test_a_failing_test_shows_where_a_span_stands() -> None:
    assert repr(Span("Robin", 5)) == "Span('Robin', 5)"
