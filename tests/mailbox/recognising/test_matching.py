"""Which opportunity a message belongs to; two that fit equally are never chosen between."""

import pytest

from afterword.mailbox.recognising.matching import Acquaintance, Because, Known, Match, match
from afterword.mailbox.recognising.message import Message
from tests.mailbox.recognising.post import answer, letter

PELLWORTH = Known(
    "pellworth",
    employer="Pellworth",
    role="Data Engineer",
    people=(Acquaintance("jo", ("jo.park@pellworth.example",)),),
    thread=frozenset({"sent-1@lindqvist.example"}),
)
HALDEN = Known(
    "halden",
    employer="Halden",
    role="Analyst",
    people=(Acquaintance("lena", ("lena@halden.example",)),),
)
BOTH = (PELLWORTH, HALDEN)


def from_(address: str, text: str = "Hello Mara", subject: str = "News", **headers: str) -> Message:
    """Return a letter from an address."""
    return letter(text, subject, **({"from": address} | headers))


def test_the_thread_decides_first() -> None:
    read = answer("Hello", **{"from": "lena@halden.example"})
    assert match(read, BOTH) == Match("pellworth", Because.THREAD, None, ("pellworth",))


def test_a_person_is_known_by_the_address() -> None:
    assert match(from_("Jo <JO.Park@pellworth.example>"), BOTH) == Match(
        "pellworth", Because.PERSON, "jo", ("pellworth",)
    )


def test_the_address_to_answer_to_counts_as_well() -> None:
    read = from_("no-reply@greenhouse.io", reply_to="lena@halden.example")
    assert match(read, BOTH).person == "lena"


def test_a_colleague_is_known_by_the_domain() -> None:
    found = match(from_("ann@pellworth.example"), BOTH)
    assert (found.opportunity, found.because, found.person) == ("pellworth", Because.DOMAIN, None)


def test_a_domain_where_everybody_has_an_address_ties_nobody() -> None:
    known = Known("x", people=(Acquaintance("a", ("ann@gmail.com",)),))
    assert match(from_("bob@gmail.com"), (known,)).opportunity is None


def test_a_relay_s_domain_ties_nobody() -> None:
    known = Known(
        "x",
        people=(Acquaintance("a", ("jobs@greenhouse.io",)),),
        domains=frozenset({"greenhouse.io"}),
    )
    assert match(from_("other@greenhouse.io"), (known,)).opportunity is None


def test_what_a_relay_calls_itself_is_never_the_employer() -> None:
    assert match(from_("Halden <no-reply@greenhouse.io>"), BOTH) == Match(None, Because.NOTHING)


def test_what_a_relay_writes_about_may_name_the_employer() -> None:
    read = from_("no-reply@greenhouse.io", "Thank you for applying to Halden!")
    assert match(read, BOTH) == Match("halden", Because.NAME, None, ("halden",))


@pytest.mark.parametrize("text", ["Haldenburg is nice", "ahalden", "HALDENS"])
def test_a_name_counts_in_whole_words_only(text: str) -> None:
    assert match(from_("x@y.example", text), BOTH).opportunity is None


@pytest.mark.parametrize("name", ["", "  ", "HP", "X"])
def test_a_name_of_a_letter_or_two_is_no_evidence(name: str) -> None:
    known = Known("x", employer=name)
    assert match(from_("x@y.example", "X and HP and more"), (known,)).opportunity is None


def test_what_is_only_quoted_names_nobody() -> None:
    text = "Thanks!\n\nOn Mon, 9 Mar 2026 Mara wrote:\n> I applied to Halden."
    assert match(from_("x@y.example", text), BOTH).opportunity is None


def test_a_correction_teaches_the_link_for_that_sender() -> None:
    taught = Known("halden", taught=frozenset({"agency@recruiters.example"}))
    found = match(from_("agency@recruiters.example"), (PELLWORTH, taught))
    assert (found.opportunity, found.because) == ("halden", Because.CORRECTION)


def test_where_two_fit_nobody_is_chosen() -> None:
    twin = Known("twin", role="Analyst", people=PELLWORTH.people)
    found = match(from_("jo.park@pellworth.example"), (PELLWORTH, twin))
    assert found == Match(None, Because.PERSON, None, ("pellworth", "twin"))


def test_where_two_fit_the_role_that_is_named_decides() -> None:
    twin = Known("twin", role="Analyst", people=PELLWORTH.people)
    found = match(from_("jo.park@pellworth.example", "About the analyst role"), (PELLWORTH, twin))
    assert found.opportunity == "twin"


def test_where_both_roles_are_named_nobody_is_chosen() -> None:
    twin = Known("twin", role="Analyst", people=PELLWORTH.people)
    text = "About the analyst and the data engineer role"
    assert match(from_("jo.park@pellworth.example", text), (PELLWORTH, twin)).opportunity is None


def test_where_nothing_is_known_nothing_fits() -> None:
    assert match(from_("x@y.example"), ()) == Match(None, Because.NOTHING)
