"""Nothing stands in a letter that the candidate did not note: no number, name, day or quotation."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.gates import facts
from afterword.letters.finding import Class, Finding
from tests.letters.check.desk import found, letter, sheet
from tests.letters.check.test_numbers import spelt

OFFICE = "the lamp is green"
# Days of the usual occasion, which may be named without a note.
KNOWN = {"3", "5", "6", "9", "13", "2026"}


def told(body: str, *notes: str, **about: object) -> list[str]:
    """Return what the gate finds in a letter."""
    return found(facts, sheet(letter(body), *notes, **about))  # type: ignore[arg-type]


ROUND = 10
numbers = st.integers(4, 2_000_000).filter(lambda number: str(number) not in KNOWN)


@given(numbers, st.booleans())
def test_a_number_that_is_in_no_note_is_found(number: int, in_words: bool) -> None:
    assume(number > ROUND or not in_words)  # a small one in words is manners
    said = spelt(number) if in_words else str(number)
    assert told(f"I know that {said} lorries come.", OFFICE) == [f"stop: {said} lorries"]


@given(numbers, st.booleans(), st.booleans())
def test_a_number_that_is_in_a_note_is_not(number: int, noted: bool, said: bool) -> None:
    note = spelt(number) if noted else f"{number:,}"
    text = spelt(number) if said else str(number)
    assert told(f"I know that {text} lorries come.", f"{note} lorries") == []


@given(numbers, numbers)
def test_one_number_is_not_excused_by_another(number: int, other: int) -> None:
    assume(number != other)
    assert told(f"I know that {number} lorries come.", f"{other} lorries") != []


@pytest.mark.parametrize(
    "said",
    [
        "I have two questions and three thanks.",  # small numbers are manners
        "We met at four o'clock, or twelve o’clock.",
        "We met at twenty to six, or twenty past four.",
        "Thank you for Friday the 6th of March 2026.",  # the occasion knows
        "One hundred thanks, as noted.",
        "I liked the 24-hour list.",
        "Riverside Hospital has 7 floors.",
    ],
)
def test_what_is_known_and_what_counts_nothing_is_no_claim(said: str) -> None:
    assert told(said, "a hundred thanks", "the list is for 24 hours", "seven floors") == []


@pytest.mark.parametrize(
    ("said", "weighed"),
    [
        ("I can come at 14:30 again.", "consider: 14:30 again"),
        ("I can come at 4.45 p.m. again.", "consider: 4.45 p"),
        ("I can come on the 17th again.", "consider: 17th again"),
        ("I was there on the 17th of April.", "stop: 17th of"),
        ("I came 17th of forty.", "consider: 17th of"),
    ],
)
def test_a_time_or_a_day_may_be_one_to_come(said: str, weighed: str) -> None:
    assert weighed in told(said)


def test_where_another_day_was_noted_a_day_is_a_claim() -> None:
    said = "I can come on the 17th again."
    assert told(said, "they asked for the 19th") == ["stop: 17th again"]


@pytest.mark.parametrize("act", [Act.ASK_FOR_TIME, Act.REPLY, Act.APOLOGY, Act.NEGOTIATE])
def test_where_something_is_proposed_a_number_is_something_to_consider(act: Act) -> None:
    assert told("Would 38 hours be possible?", act=act) == ["consider: 38 hours"]


@pytest.mark.parametrize(
    ("said", "stops"),
    [
        ("I enjoyed the talk by Tamsin Wray.", ["stop: Tamsin Wray"]),
        ("I once read the Cedarbrook list.", ["stop: Cedarbrook"]),
        ("I enjoyed the talk with Robin and Sam Lee.", []),
        ("I would be glad to work at Cedarbrook.", []),  # the employer gate tells it
    ],
)
def test_a_name_that_is_in_no_note_is_found(said: str, stops: list[str]) -> None:
    assert told(said) == stops


def test_where_no_employer_was_noted_every_name_is_one() -> None:
    assert told("I would be glad to work at Cedarbrook.", employer="") == ["stop: Cedarbrook"]


@pytest.mark.parametrize(
    ("said", "month"),
    [
        ("I could begin in October.", ["fix: October"]),
        ("I could begin in March, and I may.", []),
        ("I may march in May.", []),  # also a word
        ("I could begin in November.", []),  # short in a note
        ("The AUGUST sign is old.", []),
    ],
)
def test_a_month_that_nothing_knows_of_is_found(said: str, month: list[str]) -> None:
    assert told(said, "start in Nov or Dec") == month


def test_where_no_day_is_known_at_all_a_month_is_only_a_word() -> None:
    days = {"today": None, "met": None, "promised": None, "deadline": None, "answer_by": None}
    assert told("I could begin in October.", **days) == []
    assert told("I could begin in October.", "start in May", **days) == ["fix: October"]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Thank you for the talk on Friday.", []),
        ("Thank you for the talk on Tuesday.", ["stop: Tuesday"]),
        ("Thank you for the talk on Monday.", []),  # a note speaks of it
        ("I could come on Tuesday.", []),
        ("Thank you for Tuesday’s offer.", []),
        ("Thank you for the talk; Tuesday would suit me.", []),
    ],
)
def test_the_day_of_the_meeting_is_the_right_one(said: str, day: list[str]) -> None:
    friday = date(2026, 3, 6)
    assert told(said, "they meet on Mondays", met=friday) == day


def test_where_the_day_of_the_meeting_is_not_known_none_is_wrong() -> None:
    assert told("Thank you for the talk on Tuesday.", met=None) == []


@pytest.mark.parametrize(
    ("said", "invented"),
    [
        (
            "You said “our drivers sing all night long”.",
            ["consider: our drivers sing all night long"],
        ),
        ("You said “paper lists never crash”.", []),
        ("You said “and then it was so”.", []),
        ('You called it "the lamp".', []),
    ],
)
def test_words_in_quotation_marks_stand_in_a_note(said: str, invented: list[str]) -> None:
    assert told(said, "paper lists never crash") == invented


def test_a_finding_asks_whether_it_is_true() -> None:
    finding: Finding = next(facts.look(sheet(letter("I know that 40 lorries come."))))
    assert finding.class_ is Class.INVENTED_FACT
    assert finding.reason.startswith("Not in your notes: 40 lorries.")
