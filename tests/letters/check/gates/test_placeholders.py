"""A blank that was never filled is found wherever it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.letters.check.gates import placeholders
from afterword.letters.finding import Class, Severity
from tests.letters.check.desk import found, letter, sheet

GOOD = letter("Thank you for the tour on Friday. I liked the [sic] signs.", subject="The tour")
BLANKS = (
    *("[Name]", "[your name]", "[company, as in the advertisement]", "{name}", "{{ role }}"),
    *(
        "<name>",
        "<Hiring Manager>",
        "____",
        "__NAME__",
        "XX",
        "XXX",
        "TBC",
        "T.B.A",
        "TODO",
        "XYZ",
    ),
    *("N/N", "lorem ipsum", "Your Name", "your name here", "COMPANY NAME", "employer_name"),
    *("Insert role here", "insert your story here", "Add a detail here", "Fill in the day here"),
    *("???", "$ROLE", "%NAME%", ".....", "……"),
)


@given(st.sampled_from(BLANKS), st.integers(0, GOOD.count(" ") + GOOD.count("\n")))
def test_a_blank_is_found_anywhere(blank: str, at: int) -> None:
    spaces = [place for place, sign in enumerate(GOOD) if sign.isspace()]
    text = f"{GOOD[: spaces[at % len(spaces)]]} {blank} {GOOD[spaces[at % len(spaces)] :]}"
    assert f"stop: {blank}" in found(placeholders, sheet(text))


@pytest.mark.parametrize(
    "said",
    [
        "Your name was given to me by Ada Cole.",
        "I liked the company name on the old sign.",
        "I would like to add that the people here were kind.",
        "May I add how much I liked it here?",
        "The pay is $60k, or $3,000 a month.",
        "She calls it [sic] a “sick list” [1], and so on […].",
        "It was warm ... and dry. Why? I do not know!",
        "See <https://example.org>, or write to <sam@example.org>.",
        "The rule is x > y, and a < b.",
        "The xylophone is by N. Nash.",
    ],
)
def test_words_that_are_meant_as_they_stand_are_no_blank(said: str) -> None:
    assert found(placeholders, sheet(letter(said))) == []


@pytest.mark.parametrize("line", ["Your name", "your name", "Your name,", "[Your name]"])
def test_a_line_with_nothing_but_your_name_is_a_blank(line: str) -> None:
    (blank,) = found(placeholders, sheet(f"Dear Robin,\n\nThank you.\n\nKind regards,\n{line}"))
    assert "name" in blank.lower()


def test_a_blank_stops_a_letter() -> None:
    (blank,) = placeholders.look(sheet(letter("Thank you, [Name].")))
    assert (blank.class_, blank.severity) == (Class.PLACEHOLDER, Severity.STOP)
