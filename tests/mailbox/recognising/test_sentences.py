"""A text as sentences, each beside its plain words."""

import pytest

from afterword.mailbox.recognising import sentences


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("Dear Mara,\n\nThank you.", ["Dear Mara,", "Thank you."]),
        ("Dr. Hill and Mr. Park met.", ["Dr. Hill and Mr. Park met."]),
        ("Room no. 5 is it.", ["Room no. 5 is it."]),
        ("Am 16. März um 9 Uhr. Bis dann.", ["Am 16. März um 9 Uhr.", "Bis dann."]),
        ("- one\n- two", ["- one", "- two"]),
        ('He said "Yes." Then he left.', ['He said "Yes."', "Then he left."]),
        ("It costs 3.50 in all.", ["It costs 3.50 in all."]),
        ("", []),
    ],
)
def test_sentences_end_where_people_end_them(text: str, split: list[str]) -> None:
    assert list(sentences.split(text)) == split


def test_a_sentence_goes_on_where_a_mail_program_wrapped_it() -> None:
    text = "We have decided, after long talks among all of us, not\nto move forward with you."
    assert len(list(sentences.split(text))) == 1


def test_a_short_line_is_a_sentence_of_its_own() -> None:
    assert list(sentences.split("Best,\nJo\nHead of Data")) == ["Best,", "Jo", "Head of Data"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We won't be moving, sorry!", "we will not be moving sorry"),
        ("We can't, can not and cannot.", "we cannot cannot and cannot"),
        ("It isn’t what we’re after; I'm sure.", "it is not what we are after i am sure"),
        ("You've got it, we'll see.", "you have got it we will see"),
        ("She'd like that.", "she would like that"),
        ("That's the team's.", "that is the team s"),
        (
            "That isnt what we werent told, dont worry.",
            "that is not what we were not told dont worry",
        ),
        ("Full-time (100 %)", "full time 100 %"),
        ("GRÜSSE", "grüsse"),
    ],
)
def test_plain_words_have_no_contractions_and_no_punctuation(text: str, words: str) -> None:
    assert sentences.plain(text) == words


def test_what_is_found_in_the_words_leads_back_to_its_sentence() -> None:
    read = sentences.read("One is here. Two is there. Three is gone.")
    assert read.words == "one is here\ntwo is there\nthree is gone"
    assert read.sentences[read.at(read.words.index("there"))].quoted == "Two is there."


def test_a_text_without_end_is_read_up_to_a_point() -> None:
    assert len(sentences.read("word " * 100_000).words) < 40_000
