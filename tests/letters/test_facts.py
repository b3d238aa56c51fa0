"""What fills the slots of a letter: what is known, as it reads inside a sentence."""

import pytest

from afterword.etiquette.situation import Person
from afterword.letters.facts import facts, strung
from afterword.letters.profile import Profile
from tests.letters.desk import ENGLISH, SAM, occasion


def test_what_is_known_has_a_slot() -> None:
    assert facts(occasion(others=("Ada", "Tom")), SAM, ENGLISH) == {
        "name": "Robin",
        "others": "Ada and Tom",
        "me": "Sam Lee",
        "employer": "Riverside Hospital",
        "role": "charge nurse",
        "day": "Friday",
        "when": "on Friday",
        "promised": "Thursday",
        "promised_on": "on Thursday",
        "deadline": "Friday",
        "deadline_on": "on Friday",
        "answer_by": "Friday",
        "answer_by_on": "on Friday",
    }


def test_what_is_not_known_is_not_there() -> None:
    unknown = occasion(
        to=Person(id="x"), employer=" ", role="", met=None, promised=None, deadline=None
    )
    assert set(facts(unknown, Profile(names=("", " ")), ENGLISH)) == {"answer_by", "answer_by_on"}


def test_whoever_was_absent_is_not_told_of_the_day() -> None:
    there, absent = (set(facts(occasion(absent=one), SAM, ENGLISH)) for one in (False, True))
    assert there - absent == {"day", "when"}


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ((), ""),
        (("Tom",), "Tom"),
        (("Tom", "Ada"), "Tom and Ada"),
        (("Tom", "", "Ada", "Wen"), "Tom, Ada and Wen"),
    ],
)
def test_names_are_strung_together(names: tuple[str, ...], text: str) -> None:
    assert strung(names, ENGLISH.usage.lists) == text


@pytest.mark.parametrize(
    ("role", "inside"),
    [
        ("Charge nurse", "charge nurse"),
        ("Planner", "planner"),
        ("Head of HR", "Head of HR"),
        ("Senior Product Manager", "Senior Product Manager"),
        ("German teacher", "German teacher"),
        ("IT support", "IT support"),
    ],
)
def test_a_job_title_begins_small_inside_a_sentence_where_that_is_safe(
    role: str, inside: str
) -> None:
    assert facts(occasion(role=role), SAM, ENGLISH)["role"] == inside
