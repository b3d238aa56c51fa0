"""Dates that somebody promised, each with the sentence that says so."""

from datetime import UTC, date, datetime

import pytest

from afterword.etiquette.vocabulary import PromiseOf
from afterword.mailbox.recognising import sentences
from afterword.mailbox.recognising.promises import Promise, answer_by, promises

SENT = datetime(2026, 3, 10, 10, 15, tzinfo=UTC)


def promised(text: str) -> tuple[Promise, ...]:
    """Return what a text promises."""
    return promises(sentences.read(text), SENT)


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("We will let you know by Friday.", date(2026, 3, 13)),
        ("You will hear from us by the end of next week.", date(2026, 3, 20)),
        ("We'll get back to you within two weeks.", date(2026, 3, 24)),
        ("I hope to have an answer by 20 March.", date(2026, 3, 20)),
        ("We expect to make a decision in two weeks.", date(2026, 3, 24)),
        ("Our decision will be made by 31 March 2026.", date(2026, 3, 31)),
        ("Please give us until Friday.", date(2026, 3, 13)),
        ("Wir melden uns bis Ende nächster Woche.", date(2026, 3, 20)),
        ("Sie hören bis zum 20. März von uns, wir melden uns.", date(2026, 3, 20)),
    ],
)
def test_a_promised_answer_is_told_with_its_sentence(sentence: str, by: date) -> None:
    assert promised(f"Thank you. {sentence} Best, Jo") == (Promise(PromiseOf.ANSWER, by, sentence),)


def test_of_a_range_the_longest_figure_counts() -> None:
    (found,) = promised("We will let you know on 16 March or 18 March.")
    assert found.by == date(2026, 3, 18)


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("I will call you on Friday.", PromiseOf.CALL),
        ("The written offer will follow by Friday.", PromiseOf.OFFER_LETTER),
        ("We will arrange the next talk by Friday.", PromiseOf.NEXT_STEP),
    ],
)
def test_other_things_are_promised_too(sentence: str, what: PromiseOf) -> None:
    assert [one.what for one in promised(sentence)] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "We will let you know.",
        "We will let you know soon.",
        "If we need more, we will let you know by Friday.",
        "We met on Friday.",
        "We told you on 2 March that we will decide.",
        "Our office is closed on Friday.",
    ],
)
def test_where_nothing_is_promised_nothing_is_made_up(text: str) -> None:
    assert promised(text) == ()


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Please let us know by Friday.", date(2026, 3, 13)),
        ("We need your answer by 20 March.", date(2026, 3, 20)),
        ("The offer is valid until 31 March.", date(2026, 3, 31)),
        ("Let us know.", None),
        ("We met on Friday.", None),
    ],
)
def test_what_the_employer_expects_of_the_candidate_is_known(text: str, by: date | None) -> None:
    assert answer_by(sentences.read(text), SENT) == by
