"""Names in a letter that nobody noted: capitals that are not just the beginning of a sentence."""

import pytest

from afterword.letters.check.proper import proper_names
from tests.letters.check.desk import letter, sheet


def names(body: str, *notes: str, subject: str = "") -> list[str]:
    """Return the foreign names in a letter to Robin Kerr of Riverside Hospital."""
    laid = sheet(letter(body, subject=subject), *notes, others=("Ada Cole",))
    return [name.span.text for name in proper_names(laid)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("I enjoyed the talk about Cedarbrook.", ["Cedarbrook"]),
        ("I enjoyed the talk about Cedarbrook and Co.", ["Cedarbrook and Co"]),
        ("I met Tamsin Wray.", ["Tamsin Wray"]),
        ("I met Tamsin’s colleague.", ["Tamsin’s"]),
        ("I read the Book of Hours there.", ["Book of Hours"]),
        ("The Łódź depot was busy.", ["Łódź"]),
        ("Tamsin Wray showed me the wards.", ["Tamsin Wray"]),
        ("Thank Tamsin Wray from me.", ["Tamsin Wray"]),
        ("Thanks for Cedarbrook and the rest.", ["Cedarbrook"]),
        ("Thanks  Tamsin for me.", ["Tamsin"]),
        ("Ann told me that Ann knew.", ["Ann"]),
        ("Thank Ruth Ruth from me.", ["Ruth Ruth"]),
    ],
)
def test_a_name_that_nobody_noted_is_found(body: str, found: list[str]) -> None:
    assert names(body) == found


@pytest.mark.parametrize(
    "body",
    [
        "Robin and Ada showed me Riverside Hospital.",
        "I was glad to meet Ada Cole.",
        "Anyway, I was glad. Otherwise I would say so.",
        "Grönemeyer played on the ward.",  # a first word may be any word
        "I said: “Thank you.” Then I left.",
        "Two things: First the ward, then the yard.",
        "I will be there on Monday, in March, before Easter.",
        "I speak French and lived in Spain.",
        "Mr Kerr and Dr Cole were kind.",
        "It took Twenty-One days, or 40.",
        "I was glad to meet Ada/Robin, and Ada.Cole too.",
        "I'm Sam Lee. I am Sam. This is Sam Lee from Monday.",
        "My name is Jo March.",
        "It is Nadine here, from the yard. Nadine here.",
        "I was SO glad to see it.",  # loud, but no name
        "Vielen Dank für die Führung durch Ihre Werkstatt.",
    ],
)
def test_what_is_known_or_plain_is_no_such_name(body: str) -> None:
    assert names(body) == []


def test_a_noted_name_is_known_in_any_form() -> None:
    assert names("I liked Cedarbrook’s yard.", "the yard at Cedarbrook") == []


def test_subjects_hold_names_too() -> None:
    assert names("I enjoyed it.", subject="Thank you from the Cedarbrook day") == ["Cedarbrook"]


def test_a_subject_in_title_case_is_no_name() -> None:
    assert names("I enjoyed it.", subject="Thank You for the Tour of the Yard") == []


@pytest.mark.parametrize(
    ("body", "in_place"),
    [
        ("I would like to work at Cedarbrook.", True),
        ("I would be glad to join the Cedarbrook team.", True),
        ("I heard much about Cedarbrook.", False),
    ],
)
def test_a_name_may_stand_where_the_employer_belongs(body: str, *, in_place: bool) -> None:
    assert [name.in_place for name in proper_names(sheet(letter(body)))] == [in_place]


def test_a_name_says_where_it_stands() -> None:
    text = letter("Ann told me that Ann knew Tamsin Wray.")
    for name in proper_names(sheet(text)):
        assert text[name.span.start : name.span.end] == name.span.text
        assert text[: name.span.start].endswith(("that ", "knew "))
