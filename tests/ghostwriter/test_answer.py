"""What came back: letters are taken, and everything else is told in words of our own."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.ghostwriter.answer import Flaw, Unusable, Written, read
from tests.ghostwriter.study import BODY, SUBJECT, letter, response, sent

ERRAND = sent()


def taken(content: str | None, finish: str = "stop", *, subject: bool = True) -> Written:
    """Return the letter in what a model said."""
    return read(response(content, finish), ERRAND, subject=subject)


def flaw(content: str | None, finish: str = "stop") -> Flaw:
    """Return why there is no letter in what a model said."""
    with pytest.raises(Unusable) as caught:
        taken(content, finish)
    (why,) = caught.value.args
    assert isinstance(why, Flaw)
    return why


# Letters.


def test_a_letter_is_taken_with_the_notes_that_it_tells() -> None:
    assert taken(letter()) == Written(SUBJECT, BODY, (0, 1))


@pytest.mark.parametrize(
    "around",
    [
        "```json\n{}\n```",
        "```\n{}\n```",
        "  {}\n",
        "<think>They want thanks. {{not this}}</think>\n\n{}",
        "<think></think>```JSON\n{}\n```",
    ],
)
def test_a_fence_and_thoughts_are_taken_off(around: str) -> None:
    assert taken(around.replace("{}", letter())).body == BODY


def test_more_fields_than_were_asked_for_do_no_harm() -> None:
    said = json.loads(letter()) | {"mood": "good"}
    assert taken(json.dumps(said)).body == BODY


@pytest.mark.parametrize(
    "around",
    [
        "Dear Robin,\n\n{}",
        "Dear Ms Somebody Else,\n\n{}\n\nKind regards,\nBrenda",
        "Hello Robin\n\n{}",
        "Robin,\n\n{}",
        "{}\n\nBest wishes,\nSam Lee",
        "{}\n\nYours sincerely,\n\nSam",
    ],
)
def test_a_greeting_and_a_farewell_of_the_model_are_taken_off(around: str) -> None:
    assert taken(letter(around.replace("{}", BODY))).body == BODY


def test_a_first_line_that_thanks_is_no_greeting() -> None:
    body = f"Thank you for Friday!\n\n{BODY}"
    assert taken(letter(body)).body == body


def test_spaces_and_line_ends_are_made_plain() -> None:
    said = "Thank\u00a0you for\u202fFriday. \r\n\r\n\r\n\tIt was good to talk. "
    assert taken(letter(said)).body == "Thank you for Friday.\n\nIt was good to talk."


def test_letters_have_one_spelling() -> None:
    assert taken(letter("It was good to see the cafe\u0301.")).body.endswith("caf\u00e9.")


def test_on_paper_there_is_no_subject() -> None:
    assert taken(letter(), subject=False).subject == ""
    assert taken(letter(subject=""), subject=False).body == BODY


def test_a_fact_that_is_only_claimed_was_not_told() -> None:
    assert taken(letter("The night handover is on paper.", used=(1, 2))).used == (0,)
    assert taken(letter(used=())).used == ()
    assert taken(letter(used=(2, 2, 1))).used == (0, 1)


# Everything else.


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", Flaw.ENVELOPE),
        (b"{", Flaw.ENVELOPE),
        (b"null", Flaw.ENVELOPE),
        (b"[]", Flaw.ENVELOPE),
        (b"{}", Flaw.ENVELOPE),
        (b'{"choices": {}}', Flaw.ENVELOPE),
        (b'{"choices": [{}]}', Flaw.ENVELOPE),
        (b'{"choices": [{"message": {"content": 7}}]}', Flaw.ENVELOPE),
        (b'{"choices": [{"message": {"content": ["a"]}}]}', Flaw.ENVELOPE),
        (b'{"error": {"message": "evil"}}', Flaw.ENVELOPE),
        (b"\xff\xfe", Flaw.ENVELOPE),
        (b"[" * 100_000, Flaw.ENVELOPE),
        (b'{"choices": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", Flaw.ENVELOPE),
        (b'{"choices": []}', Flaw.EMPTY),
        (b'{"choices": [{"message": {}}]}', Flaw.EMPTY),
        (b'{"choices": [{"message": {"content": null, "refusal": "no"}}]}', Flaw.EMPTY),
    ],
)
def test_a_response_that_is_none_of_its_kind(raw: bytes, why: Flaw) -> None:
    with pytest.raises(Unusable) as caught:
        read(raw, ERRAND, subject=True)
    assert caught.value.args == (why,)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "Here is your letter: Dear Robin, …",
        "{}",
        "[]",
        '"letter"',
        '{"subject": "x", "body": "y"}',
        '{"subject": null, "body": "y", "used_facts": []}',
        '{"subject": "x", "body": ["y"], "used_facts": []}',
        '{"subject": "x", "body": "y", "used_facts": "1"}',
        '{"subject": "x", "body": "y", "used_facts": ["1"]}',
        '{"subject": "x", "body": "y", "used_facts": [1.0]}',
        '{"subject": "x", "body": "y", "used_facts": [true]}',
        '{"subject": "x", "body": "y", "used_facts": 1}',
        '{"subject": "x", "body": "y", "used_facts": [1e999]}',
        '{"subject": "x", "body": "\\ud800", "used_facts": [1]}',
        "[" * 50_000,
        "```json\n{}\n```",
    ],
)
def test_what_is_not_the_json_that_was_asked_for(content: str) -> None:
    assert flaw(content) is Flaw.JSON


def test_a_letter_that_was_cut_off() -> None:
    assert flaw(letter(), finish="length") is Flaw.CUT


@pytest.mark.parametrize("used", [(3,), (0,), (-1,), (1, 99), (10**30,)])
def test_a_fact_that_was_never_sent(used: tuple[int, ...]) -> None:
    assert flaw(letter(used=used)) is Flaw.CLAIM


@pytest.mark.parametrize(
    "said",
    ["a\u0000b", "a\u001b[31mb", "a\u200bb", "a\u202eb", "a\u2028b", "a\ufeffb", "a\ue000b"],
)
def test_signs_that_cannot_be_seen(said: str) -> None:
    assert flaw(letter(f"{BODY} {said}")) is Flaw.HIDDEN
    assert flaw(letter(subject=said)) is Flaw.HIDDEN


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (letter("word " * 10_000), Flaw.LONG),
        (letter(subject="s" * 81), Flaw.LONG),
        (letter(subject="word " * 13), Flaw.LONG),
        (letter(f"{BODY} {'a' * 41}"), Flaw.WORDS),
        (letter(subject="a" * 41), Flaw.WORDS),
        (letter(subject="Thanks\nBcc: evil"), Flaw.LINES),
        (letter(""), Flaw.LACKING),
        (letter("  \n "), Flaw.LACKING),
        (letter("Dear Robin,\n\nBest wishes,\nSam"), Flaw.LACKING),
        (letter(subject=" "), Flaw.LACKING),
    ],
)
def test_a_letter_out_of_shape(content: str, why: Flaw) -> None:
    assert flaw(content) is why


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading(raw: bytes) -> None:
    with pytest.raises(Unusable):
        read(raw, ERRAND, subject=True)


@given(st.text(max_size=300), st.text(max_size=60), st.lists(st.integers(), max_size=3))
def test_no_letter_breaks_the_reading(body: str, subject: str, used: list[int]) -> None:
    try:
        found = taken(letter(body, subject, used))
    except Unusable as why:
        assert isinstance(why.args[0], Flaw)  # noqa: PT017  it may be raised, and then it is told
    else:
        assert all(sign.isprintable() or sign == "\n" for sign in found.subject + found.body)
