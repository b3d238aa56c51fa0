"""The reader's name is as they write it, and nobody gets a title that was not noted."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Act
from afterword.letters.check.gates import names
from afterword.letters.check.lexicon import plain
from afterword.letters.check.sheet import Sheet
from afterword.letters.finding import Class
from tests.letters.check.desk import LEXICON, better, found, letter, sheet

HELLO = "Thank you for the tour on Friday."


def greeted(greeting: str, to: str = "Robin Kerr", act: Act = Act.THANK_YOU) -> Sheet:
    """Return a letter with a greeting to somebody, and Ada Cole and Šárka Dvořáková beside them."""
    others = ("Ada Cole", "Šárka Dvořáková")
    return sheet(letter(HELLO, greeting), to=Person(id="x", name=to), others=others, act=act)


@pytest.mark.parametrize(
    ("greeting", "to"),
    [
        ("Dear Robin,", "Robin Kerr"),
        ("Dear Robin Kerr,", "Robin Kerr"),
        ("Dear R. Kerr,", "Robin Kerr"),
        ("Robin,", "Robin Kerr"),
        ("ROBIN!", "Robin Kerr"),
        ("Good morning Robin", "Robin Kerr"),
        ("Kära Robin,", "Robin Kerr"),
        ("Dear Sarka,", "Šárka Dvořáková"),
        ("Dear Mr Kerr,", "Mr Robin Kerr"),
        ("Dear Dr. Rao,", "Dr Kavita Rao"),
        ("Dear Prof. Rao,", "Dr Kavita Rao"),
        ("Dear Anne-Marie,", "Anne-Marie Holt"),
        ("Dear Robin and Ada,", "Robin Kerr"),
        ("Dear Ada and Robin,", "Robin Kerr"),
        ("Dear Robin, Tom and Wen,", "Robin Kerr"),
        ("Dear all,", "Robin Kerr"),
        ("Dear Hiring Team,", "Robin Kerr"),
        ("Dear Sir or Madam,", ""),
        ("Dear Tom,", ""),
    ],
)
def test_a_greeting_that_names_the_reader_is_right(greeting: str, to: str) -> None:
    assert found(names, greeted(greeting, to)) == []


@pytest.mark.parametrize(
    ("greeting", "to", "wrong", "right"),
    [
        ("Dear Robyn,", "Robin Kerr", "Robyn", "Dear Robin,"),
        ("Robyn,", "Robin Kerr", "Robyn", "Robin,"),
        ("Dear Robyn Kerr,", "Robin Kerr", "Robyn", "Dear Robin Kerr,"),
        ("Dear Robin Kehr,", "Robin Kerr", "Kehr", "Dear Robin Kerr,"),
        ("Dear Mr Kehr,", "Mr Kerr", "Kehr", "Dear Mr Kerr,"),
        ("Dear Šárkka,", "Šárka Dvořáková", "Šárkka", "Dear Šárka,"),
        ("Dear Robin and Šárkka,", "Robin Kerr", "Šárkka", "Dear Robin and Šárka,"),
        ("Dear McDonnald,", "Ann McDonald", "McDonnald", "Dear McDonald,"),
    ],
)
def test_a_misspelt_name_is_found_and_put_right(
    greeting: str, to: str, wrong: str, right: str
) -> None:
    laid = greeted(greeting, to)
    assert found(names, laid) == [f"stop: {wrong}"]
    assert better(names, laid) == [letter(HELLO, right)]


ALPHABET = "abcdefghijklmnopqrstuvwxyz"
NAMES = ("Robin", "Melissa", "Siobhan", "Wolfgang", "Kavita", "Thomas", "Aroha", "Minjun")


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.data())
def test_one_changed_letter_is_found(given: str, family: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(given) - 1))
    sign = data.draw(st.sampled_from(ALPHABET))
    misspelt = (given[:at] + sign + given[at + 1 :]).capitalize()
    listed = LEXICON.greetings | LEXICON.titles | LEXICON.everybody | LEXICON.impersonal
    assume(plain(misspelt) not in {given.lower(), family.lower(), *listed})
    for greeting in (f"Dear {misspelt},", f"{misspelt},", f"Hello Dr. {misspelt} {family}!"):
        told = found(names, greeted(greeting, f"{given} {family}"))
        assert told == [f"stop: {misspelt}"]


@pytest.mark.parametrize(
    ("greeting", "wrong", "right"),
    [
        ("Dear Tom,", "Tom", "Dear Robin Kerr,"),
        ("Dear Mrs Marsh,", "Mrs Marsh", "Dear Robin Kerr,"),
        ("Dear Ada,", "Ada", "Dear Robin Kerr,"),
        ("Dear Tom and Wen,", "Tom and Wen", "Dear Robin Kerr,"),
        ("Dear Robin Marsh,", "Robin Marsh", "Dear Robin Kerr,"),
        ("Hi Rob,", "Rob", "Hi Robin Kerr,"),
    ],
)
def test_a_greeting_to_somebody_else_is_found(greeting: str, wrong: str, right: str) -> None:
    laid = greeted(greeting)
    assert found(names, laid) == [f"stop: {wrong}"]
    assert better(names, laid) == [letter(HELLO, right)]


@pytest.mark.parametrize(
    "greeting", ["Dear Sir,", "Dear Sir or Madam,", "To whom it may concern,", "Good day, Madam!"]
)
def test_whoever_is_known_by_name_is_no_sir_and_no_madam(greeting: str) -> None:
    laid = greeted(greeting)
    (finding,) = names.look(laid)
    assert finding.class_ is Class.GENDER_ASSUMED
    assert better(names, laid) == [letter(HELLO, "Dear Robin Kerr,")]


def test_flowers_for_the_office_may_greet_anybody() -> None:
    assert found(names, greeted("To everybody on Ward Four,", act=Act.GIFT)) == []
    assert found(names, greeted("Dear Ward Four,", act=Act.GIFT)) == []


@pytest.mark.parametrize(
    ("said", "to", "notes", "wrong"),
    [
        ("Mrs Kerr was kind.", "Robin Kerr", [], ["Mrs Kerr"]),
        ("Mr. Kerr was kind.", "Robin Kerr", [], ["Mr. Kerr"]),
        ("I met Ms Cole.", "Robin Kerr", [], ["Ms Cole"]),
        ("I met Ms Li.", "Robin Kerr", ["Li runs the ward"], ["Ms Li"]),
        ("Mrs Kerr was kind.", "Mrs Kerr", [], []),
        ("Ms Kerr was kind.", "Mrs Kerr", [], []),  # it says as much
        ("Mr Kerr was kind.", "Mrs Kerr", [], ["Mr Kerr"]),
        ("Mrs Brody was kind.", "Sister Anne Brody", [], []),
        ("Mr Brody was kind.", "Brother Ian Brody", [], []),
        ("Mr Cole was kind.", "Robin Kerr", ["Mr Cole runs the ward"], []),
        ("Mr Cole was kind.", "Robin Kerr", ["he is Mr Cole"], []),
        ("Dr Kerr was kind.", "Robin Kerr", [], []),  # says no gender
        ("Ms Unknown was kind.", "Robin Kerr", [], []),  # for another gate: nobody noted her
        ("I miss Kerr.", "Robin Kerr", [], []),
        ("The lady Kerr met was kind.", "Robin Kerr", [], []),
        ("He said sir Robin would.", "Robin Kerr", [], []),
    ],
)
def test_a_title_says_no_more_of_a_person_than_was_noted(
    said: str, to: str, notes: list[str], wrong: list[str]
) -> None:
    laid = sheet(
        letter(said, "Dear all,"), *notes, to=Person(id="x", name=to), others=("Ada Cole",)
    )
    assert found(names, laid) == [f"stop: {name}" for name in wrong]


def test_instead_of_a_guessed_title_comes_the_name_as_noted() -> None:
    body = "Mrs Kerr met Mr Li."
    laid = sheet(letter(body, "Dear all,"), "Li runs the night ward, and came late")
    assert better(names, laid) == [
        letter("Robin Kerr met Mr Li.", "Dear all,"),
        letter("Mrs Kerr met Li.", "Dear all,"),
    ]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Please greet Šárkka from me.", ["stop: Šárkka"]),
        ("Please greet Dvorakova from me.", []),
        ("Please greet Ada’s colleague.", []),
        ("I will greet Karr from you.", ["stop: Karr"]),
        ("Mark that I was glad.", []),  # a common word
        ("I will be at the Herr yard.", []),  # a slip seldom hits the first letter
        ("I met Adda.", []),  # as short a name is nearly anything
    ],
)
def test_names_in_the_body_are_held_against_those_noted(said: str, wrong: list[str]) -> None:
    laid = sheet(letter(said), others=("Ada Cole", "Marc Li", "Šárka Dvořáková"))
    assert found(names, laid) == wrong


def test_of_several_names_the_nearest_is_meant() -> None:
    laid = sheet(
        letter("I would like to thank Marteen."), others=("Martha Li", "Martin Li", "Marten Li")
    )
    assert better(names, laid) == [letter("I would like to thank Marten.")]
