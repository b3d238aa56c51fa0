"""The fences: what no letter of a model's may hold, one fence after the other."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.dictionary import dictionary
from afterword.ghostwriter.fences import echo, figures, links, novelty, signs, strangers, worth
from afterword.ghostwriter.fences.page import Ground, Page, bare, parts
from afterword.ghostwriter.ghost import FENCES
from afterword.letters.kind import Kind
from tests.ghostwriter.study import PHRASES

BAKERY = (
    "your bakery sells 400 cakes on Saturdays",
    "I ran the payroll for twenty people",
    "the café runs on node.js, 24/7",
    "Riverside Hospital",
    "Friday 6 March 2026",
)


def page(text: str, *ground: str, kind: Kind = Kind.THANKS, orders: str = "") -> Page:
    """Return what a model wrote, on the ground of a bakery unless another is given."""
    return Page(text, Ground(kind, ground or BAKERY, orders=orders), dictionary(), PHRASES)


def faults(fence: object, text: str, **about: Kind) -> list[str]:
    """Return what one fence finds in a text."""
    found: Iterable[object] = fence.look(page(text, **about))  # type: ignore[attr-defined]
    return [str(getattr(fault, "why", "")) for fault in found]


# Signs.


@pytest.mark.parametrize(
    "text",
    [
        "<b>Thanks</b>",
        "**Thanks**",
        "[Name]",
        "{{name}}",
        "a_b",
        "# Thanks",
        "`thanks`",
        "a@b",
        "a\\b",
        "&lt;b&gt;",
        "Thanks \U0001f381",
        "g\u0456ft",
        "g\u0131ft",
        "g\u0337ift",
        "\uff47ift",
        "\u0262\u026aft",
        "naïve",
        "£5",
        "5%",
        "g1ft",
        "4u",
        "g i f t",
        "g.i.f.t",
        "g-i-f-t",
        "12/7",
    ],
)
def test_what_is_not_plain_prose_is_fenced_off(text: str) -> None:
    assert faults(signs, f"Thank you. {text}") == [signs.FAULT.why]


@pytest.mark.parametrize(
    "text",
    [
        "Thank you – it was “good”, wasn’t it? (I think so; yes: I do …)",
        "I came at 10am on the 3rd, in the 90s.",
        "Your café’s lists run on node.js, 24/7.",
        "You and I agree.",
    ],
)
def test_prose_and_the_signs_of_the_notes_pass(text: str) -> None:
    assert faults(signs, text) == []


# Links.


@pytest.mark.parametrize(
    "text",
    [
        "See http://evil.example/x.",
        "See www.evil.example.",
        "See evil.example.",
        "See bit.ly.",
        "Write to me@here.",
        "See evil dot com.",
        "See evil (dot) org.",
        "Call 020 7946 0958.",
        "Call +1 (555) 010-9999.",
    ],
)
def test_a_way_out_is_fenced_off(text: str) -> None:
    assert faults(links, text) == [links.FAULT.why]


@pytest.mark.parametrize(
    "text",
    [
        "We spoke on Friday. It was good, e.g. the lists, i.e. the plan, at 9 a.m. sharp.",
        "I have used node.js for years.",
        "We met on 6 March 2026 at 10.30.",
        "That is on the dot.",
    ],
)
def test_a_full_stop_is_no_link(text: str) -> None:
    assert faults(links, text) == []


def test_the_name_of_the_employer_may_look_like_a_link() -> None:
    assert not list(links.look(page("I would like to work at Booking.com.", "Booking.com")))


# Gifts and pay.


@pytest.mark.parametrize(
    "text",
    [
        "I enclose a gift.",
        "Chocolates will reach you.",
        "There is a voucher for you.",
        "Let me buy you a coffee.",
        "A parcel is on its way.",
        "Something small is waiting for you.",
        "I will bring cakes.",
        "It would be worth your while.",
        "My team will come by, free of charge.",
    ],
)
def test_a_thing_of_value_is_fenced_off(text: str) -> None:
    assert worth.GIFT.why in faults(worth, text)


@pytest.mark.parametrize(
    "text",
    [
        "Your bakery sells 400 cakes on Saturdays.",
        "At present I am thinking about the list.",
        "The box office was quiet.",
        "You spoke of lunch.",
    ],
)
def test_a_thing_of_the_work_passes(text: str) -> None:
    assert faults(worth, text) == []


def test_flowers_pass_on_the_card_that_goes_with_them() -> None:
    card = "Here are a few flowers for all of you."
    assert faults(worth, card, kind=Kind.FLOWERS) == []
    assert faults(worth, card) == [worth.GIFT.why]
    wine = "Here are flowers and a bottle of wine for you."
    assert faults(worth, wine, kind=Kind.FLOWERS) == [worth.GIFT.why]


@pytest.mark.parametrize(
    "text",
    [
        "What is the salary?",
        "I expect a bonus.",
        "Could we talk about my pay?",
        "I hope that the benefits package is generous.",
        "How much does the role pay per hour?",
    ],
)
def test_pay_is_fenced_off(text: str) -> None:
    assert worth.PAY.why in faults(worth, text)


@pytest.mark.parametrize(
    "text",
    [
        "I ran the payroll.",
        "I pay attention to lists.",
        "The work paid off.",
        "It is to my benefit.",
    ],
)
def test_pay_as_work_passes(text: str) -> None:
    assert faults(worth, text) == []


def test_pay_that_was_noted_may_be_told_but_not_asked_about() -> None:
    ground = ("annotators are paid by the hour",)
    told = page("That annotators are paid by the hour makes sense.", *ground)
    assert not list(worth.look(told))
    asked = page("I hope to be paid by the hour.", *ground)
    assert [fault.why for fault in worth.look(asked)] == [worth.PAY.why]


def test_terms_may_be_spoken_of_when_it_is_time() -> None:
    assert faults(worth, "Could we talk about the salary?", kind=Kind.NEGOTIATE) == []


# Figures.


@pytest.mark.parametrize(
    "text", ["I have 12 years.", "I led 1,200 people.", "For nine years.", "Forty of us."]
)
def test_a_number_that_nobody_noted_is_fenced_off(text: str) -> None:
    assert faults(figures, text) == [figures.FAULT.why]


@pytest.mark.parametrize(
    "text",
    [
        "Four hundred cakes.",
        "Two things, and one more.",
        "On 6 March.",
        "For 20 people, twenty of them.",
    ],
)
def test_a_number_of_the_notes_passes_in_figures_and_in_words(text: str) -> None:
    ground = ("400 cakes", "four hundred", "twenty people", "6 March 2026")
    assert not list(figures.look(page(text, *ground)))


def test_a_number_in_words_is_known_by_its_figures() -> None:
    assert not list(figures.look(page("Twenty-three of them.", "all 23 of them")))
    assert list(figures.look(page("Twenty-four of them.", "all 23 of them")))


# Strangers.


@pytest.mark.parametrize(
    "text",
    [
        "My regards to Brenda.",
        "Brenda sends her regards.",
        "I spoke with Globex.",
        "Let us meet on Tuesday.",
        "It was in October.",
        "IMPORTANT news.",
        "Mr Smith was kind.",
        "THANK you.",
        "WE spoke.",
    ],
)
def test_a_name_that_nobody_noted_is_fenced_off(text: str) -> None:
    assert faults(strangers, text) == [strangers.FAULT.why]


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for Friday. I'd like to come back, and I'm glad. Didn't we say so?",
        "Riverside's lists are good.",
        "Twenty-odd people came.",
        "It was good: You said so yourself.",
        "Cakes are sold on Saturdays.",
        "10am suits me.",
    ],
)
def test_the_names_of_the_notes_and_plain_beginnings_pass(text: str) -> None:
    assert faults(strangers, text) == []


# Echo.


def test_the_orders_are_not_repeated() -> None:
    orders = "You word one short letter for somebody who applies for a job."
    text = "I was told: word one short letter for somebody who asks."
    assert [fault.why for fault in echo.look(page(text, orders=orders))] == [echo.FAULT.why]
    assert not list(echo.look(page("You have one short letter for a job.", orders=orders)))


@pytest.mark.parametrize(
    "text",
    [
        "As an AI I cannot.",
        "Here is the letter.",
        "The JSON says so.",
        "Fact 2 is good.",
        "My prompt.",
    ],
)
def test_the_talk_of_the_workshop_is_fenced_off(text: str) -> None:
    assert faults(echo, text) == [echo.FAULT.why]


def test_the_same_words_from_a_note_pass() -> None:
    assert not list(echo.look(page("Your assistant was kind.", "the assistant was kind")))


# Novelty.


@pytest.mark.parametrize(
    "text", ["Anbei ein Gutschein.", "Un petit cadeau.", "The glft is here.", "R0lGVA is here."]
)
def test_words_that_do_not_exist_are_fenced_off(text: str) -> None:
    assert novelty.UNKNOWN.why in faults(novelty, text)


@pytest.mark.parametrize(
    "text",
    [
        "A crate of turnips from our allotment reaches your porch.",
        "My lawyer disagrees.",
        "The cakes sold on Saturdays deserve a documentary and a parade.",
        "Cakes and lizards. Bakery and dragons. Payroll and pirates. Riverside and comets.",
    ],
)
def test_news_is_fenced_off(text: str) -> None:
    assert novelty.NEWS.why in faults(novelty, text)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the conversation on Friday; I would be glad to continue it.",
        "That your bakery sells so many cakes on Saturdays surprised me.",
        "I can't say that I didn't enjoy it, and it won't be forgotten on the 6th.",
    ],
)
def test_what_the_notes_say_passes_in_plain_words(text: str) -> None:
    assert faults(novelty, text) == []


def test_a_fault_names_the_words_to_the_model_alone() -> None:
    (fault,) = novelty.look(page("My lawyer disagrees."))
    assert fault.words == ("lawyer", "disagrees")
    assert not any(word in fault.why + fault.mend for word in fault.words)


# The page.


def test_singular_and_plural_are_one_word_and_kin_are_kin() -> None:
    here = page("", "two boxes", "the cakes", "a discharge desk")
    assert all(map(here.is_noted, ("box", "Boxes", "cake", "cakes", "desks", "desk's")))
    assert not here.is_noted("discharged")
    assert here.is_akin("discharged")
    assert not here.is_akin("flower")


def test_what_is_bare_and_what_is_a_part() -> None:
    assert bare("“Booking.com’s”,") == "Booking.com"
    assert parts("two-minute") == ["two", "minute"]
    assert parts("I'd") == ["I"]
    assert parts("'s") == []


@given(st.text(max_size=300))
def test_no_text_breaks_a_fence(text: str) -> None:
    here = page(text, orders=text)
    for fence in FENCES:
        assert all(fault.why and fault.mend for fault in fence.look(here))
