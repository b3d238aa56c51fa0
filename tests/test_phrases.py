"""How things are told: names listed, numbers as words, and all of it in the language spoken."""

from collections.abc import Iterator

import pytest

from afterword import phrases, tongue
from afterword.etiquette.vocabulary import Act, Channel


@pytest.fixture
def quoted() -> Iterator[None]:
    """Let everything be said in a language of quotation marks."""
    before = tongue.TONGUE.text, tongue.TONGUE.number
    tongue.speak("«{}»".format, lambda one, many, count: f"«{one if count == 1 else many}»")
    yield
    tongue.speak(*before)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], "them"),
        (["Lena"], "Lena"),
        (["Lena", "Ken"], "Lena and Ken"),
        (["Lena", "Ken", "Uma"], "Lena, Ken and Uma"),
        (["Lena", "Ken", "Uma", "Ann", "Bo"], "Lena, Ken, Uma and 2 more"),
    ],
)
def test_names_are_listed_as_one_speaks(names: list[str], said: str) -> None:
    assert phrases.listed(names) == said


@pytest.mark.parametrize(
    ("to_do", "alone", "said"),
    [
        (0, 0, "Nothing to do, and that is right."),
        (1, 0, "One thing to do."),
        (1, 1, "One thing to do, one thing to leave alone."),
        (2, 5, "Two things to do, five things to leave alone."),
        (0, 3, "Nothing to do today, three things to leave alone."),
        (12, 0, "12 things to do."),
    ],
)
def test_a_page_opens_on_how_much_there_is(to_do: int, alone: int, said: str) -> None:
    assert phrases.opening(to_do, alone) == said


def test_a_way_is_told_where_there_is_one() -> None:
    assert phrases.done_by(Act.THANK_YOU, ["Lena"], Channel.EMAIL) == "Thank Lena by e-mail"
    assert phrases.done_by(Act.THANK_YOU, ["Lena"], None) == "Thank Lena"


@pytest.mark.usefixtures("quoted")
def test_all_of_it_is_told_in_the_language_spoken() -> None:
    assert phrases.opening(1, 2) == "««one» thing to do», ««two» things to leave alone»."
    assert phrases.to_do(Act.THANK_YOU, []) == "«Thank «them»»"
    assert phrases.source("seed") == "«the founding article»"
