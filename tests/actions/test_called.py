"""A rule is called by its words, spelt as they are written."""

import pytest

from afterword.actions.called import called
from afterword.actions.rules import book


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("leave-a-week-between-questions", "leave a week between questions"),
        ("one-reminder-in-britain", "one reminder in Britain"),
        ("the-bribery-act-covers-private-firms-too", "the Bribery Act covers private firms too"),
        ("thanks-can-wait-for-monday", "thanks can wait for Monday"),
        (
            "offers-are-answered-by-phone-or-e-mail",
            "offers are answered by phone or e-mail",
        ),
    ],
)
def test_a_rule_is_called_by_its_words(rule: str, words: str) -> None:
    assert rule in book().rules
    assert called(rule) == words


def test_no_letter_of_a_word_stands_alone_but_a() -> None:
    lone = {word for rule in book().rules for word in called(rule).split() if len(word) == 1}
    assert lone <= {"a"}
