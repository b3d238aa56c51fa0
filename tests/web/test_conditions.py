"""Conditions and moments of rules, as a person would say them."""

import pytest
from django.utils import translation

from afterword.etiquette.rulebook.facts import FIELDS, Sort
from afterword.etiquette.rulebook.mark import Rest, Unit
from afterword.etiquette.rulebook.rule import Clause
from afterword.etiquette.standing import Anchor
from afterword.rulebooks import rulebook
from afterword.web.conditions import PHRASES, conditions
from afterword.web.marks import ANCHORS, RESTS, UNITS, marked
from afterword.web.wording import FLAGS, NUMBERS, SENTENCES

NAMED_AS_THEY_ARE = {"region"}
ASKED_ELSEWHERE = {"act", "channel"}


def test_every_field_of_a_condition_has_its_sentence() -> None:
    known = {
        Sort.FLAG: set(FLAGS),
        Sort.NUMBER: set(NUMBERS),
        Sort.WORD: set(SENTENCES),
        Sort.WORDS: set(SENTENCES),
    }
    for field in FIELDS.values():
        assert field.name in known[field.sort]


def test_every_word_of_a_condition_has_its_phrase() -> None:
    for field in FIELDS.values():
        if field.words and field.name not in ASKED_ELSEWHERE | NAMED_AS_THEY_ARE:
            assert set(field.words) == set(PHRASES[field.name]), field.name


def test_no_built_in_rule_shows_a_raw_word() -> None:
    for rule in rulebook().rules.values():
        for said in (*conditions(rule.row.when), *conditions(rule.row.unless)):
            assert "[" not in said
            assert "%(" not in said
            assert ">=" not in said


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ({"stage": ("applied", "offered")}, "you have applied or there is an offer"),
        (
            {"stage": ("nothing-yet", "applied", "invited", "interviewed", "parted", "rejected")},
            (
                "nothing has happened yet, you have applied, an interview is agreed, "
                "you were interviewed, you parted by agreement or they said no"
            ),
        ),
        (
            {"stage": ("nothing-yet", "applied", "invited", "interviewed")},
            "it is not decided yet",
        ),
        ({"met": True}, "you met the person"),
        ({"met": False}, "you have not met the person"),
        ({"unanswered": ">= 2"}, "your questions there without an answer: at least 2"),
        ({"unanswered": ">= 1"}, "without an answer: at least one"),
        ({"unanswered": 0}, "without an answer: none"),
        ({"crowd": (">= 3", "< 9")}, "people in the last interview: at least 3 and fewer than 9"),
        ({"promise": "dated"}, "they named a day"),
        ({"works-for": ("employer",)}, "the person works for the employer"),
    ],
)
def test_a_condition_is_told_as_one_says_it(clause: Clause, said: str) -> None:
    with translation.override("en"):
        (sentence,) = conditions(clause)
    assert said in sentence


def test_many_words_are_told_by_those_that_are_left_out() -> None:
    stages = tuple(word for word in FIELDS["stage"].words if word != "started")
    with translation.override("en"):
        (sentence,) = conditions({"stage": stages})
    assert sentence == "whatever has happened, but not once you started there"


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("interview + 2 hours", "2 hours after the interview"),
        ("promise + 1 working day", "1 working day after the day that they named"),
        ("competing-deadline - 2 days", "2 days before the day by which to answer the other offer"),
        ("acceptance", "from you accepted on"),
        ("next working day", "the next working day"),
        ("meeting + 30 minutes", "30 minutes after you met"),
    ],
)
def test_a_moment_is_told_in_words(mark: str, said: str) -> None:
    with translation.override("en"):
        assert marked(mark) == said


def test_every_event_unit_and_rest_has_its_words() -> None:
    assert set(ANCHORS) == set(Anchor)
    assert set(UNITS) == set(Unit)
    assert set(RESTS) == set(Rest)
