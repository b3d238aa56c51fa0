"""The kit: one value with all that a card needs."""

from datetime import date, datetime

import msgspec
import pytest

from afterword.etiquette.judge import Verdict
from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Word
from afterword.letters.card.envelope import Route
from afterword.letters.card.hand import HandSize, measured, sized
from afterword.letters.card.kit import EQUAL, legible, shortened
from afterword.letters.card.outlook import Timing
from afterword.letters.card.stationery import CardSize, Orientation, cut
from tests.letters.card.cards import (
    ABROAD,
    GO,
    LENA,
    LETTER,
    NO,
    TOO_SLOW,
    TUESDAY,
    a_kit,
    decides,
    mail,
    service,
)

LONG = LETTER.replace("again.", f"again. {'The tide was kind to all of us that day. ' * 6}")


def test_a_kit_says_whom_the_card_is_for() -> None:
    made = a_kit()
    assert made.title == "A card for Lena Ruiz"
    assert made.fits
    assert (made.message.words, made.message.capacity) == (45, 54)
    assert made.minutes == 12
    assert made.advice == ""


def test_a_card_for_nobody_known_has_a_title_too() -> None:
    assert a_kit(to=Person(id="")).title == "A card"
    assert a_kit(to=Person(id="lena")).title == "A card for lena"


def test_what_to_do_stands_in_order() -> None:
    made = a_kit(way=mail(expected=decides(3, 10)))
    assert made.checklist == (
        "Practise once on plain paper.",
        "Write it: with practice and envelope, about 12 minutes.",
        "Address the US A2 envelope; your own address goes top left.",
        "Stamp it: 0.78 USD.",
        "Post it by Thu 5 Mar, 17:00.",
    )


def test_a_price_that_nobody_confirmed_is_not_in_the_list() -> None:
    unsure = msgspec.structs.replace(service(1, 3), unverified=True)
    checklist = a_kit(way=mail(services=(unsure,))).checklist
    assert checklist[-2:] == ("Stamp it; ask at the counter what it costs.", "Post it.")


def test_a_post_that_nobody_knows_leaves_the_stamp_to_the_counter() -> None:
    checklist = a_kit(way=mail(route=Route("KE", "KE"))).checklist
    assert checklist[-2:] == ("Stamp it; ask at the counter what it costs.", "Post it.")


def test_what_the_rulebook_refuses_is_said_with_what_is_better() -> None:
    made = a_kit(NO)
    assert made.hold
    assert (made.hold.verdict, made.hold.why, made.hold.rule) == (
        Word.NO,
        "They decide within days.",
        "too-slow",
    )
    assert made.checklist == ("Send the same words by e-mail.",)
    assert made.message.lines  # the words are there all the same, for the e-mail


def test_a_refusal_without_a_better_act_is_to_be_left_alone() -> None:
    stop = Verdict(verdict=Word.STOP, because=(TOO_SLOW,))
    assert a_kit(stop).checklist == ("Leave it alone, and look again when something happens.",)


def test_a_card_that_has_to_wait_is_posted_when_it_may() -> None:
    friday = datetime(2026, 3, 6, 9, tzinfo=TUESDAY.tzinfo)
    wait = Verdict(verdict=Word.WAIT, because=(TOO_SLOW,), not_before=friday)
    made = a_kit(wait)
    assert made.checklist[0] == "Wait until Fri 6 Mar, 09:00."
    assert made.outlook.trip
    assert made.outlook.trip.posted == date(2026, 3, 6)


def test_a_card_that_waits_for_something_to_happen_says_so() -> None:
    wait = Verdict(verdict=Word.WAIT, because=(TOO_SLOW,))
    assert a_kit(wait).checklist[0] == "Wait until something happens."


def test_a_card_that_would_come_too_late_becomes_an_e_mail() -> None:
    made = a_kit(way=mail(expected=decides(3, 5)))
    assert made.outlook.timing is Timing.PERHAPS
    assert made.checklist == (
        "Send the same words by e-mail instead: it is there at once, and just as good.",
    )


def test_among_colleagues_the_card_is_handed_over() -> None:
    assert a_kit(way=mail(handed_over=True)).checklist[-1] == (
        "Put their name on the envelope, and hand it over."
    )


def test_a_letter_that_does_not_fit_names_what_to_cut_and_what_would_hold_it() -> None:
    made = a_kit(text=LONG)
    assert not made.fits
    assert "lines too long: about" in made.advice
    assert made.advice.endswith("holds it: US A7 (5 × 7 in), folded, portrait.")
    assert made.checklist[0] == "Shorten it until it fits."


def test_one_line_too_many_is_one_line() -> None:
    made = a_kit(
        text=LETTER.replace(" I would gladly do it again.", ""),
        card=cut(CardSize.A2, Orientation.LANDSCAPE),
        hand=measured(75),
    )
    assert made.message.over == 1
    assert made.advice == (
        "It is 1 line too long: about 6 words have to go. "
        "It fits without “At the harbour we planned berths from the tide back.” "
        "Or take a card that holds it: "
        "US A2, folded, portrait or US A7 (5 × 7 in), folded, portrait."
    )


def test_a_letter_that_no_card_holds_says_so() -> None:
    made = a_kit(text=LONG, hand=measured(140))
    assert made.advice.endswith("No card holds all of it in your hand.")


def test_a_long_sentence_is_named_by_its_beginning() -> None:
    assert shortened("Short\nand good.") == "Short and good."
    named = shortened("The planning room " * 20)
    assert named.endswith(" …")
    assert len(named) <= 93


def test_the_envelope_is_the_one_that_the_sender_s_shops_hold() -> None:
    made = a_kit(way=mail(route=ABROAD), card=cut(CardSize.A6, Orientation.PORTRAIT))
    assert made.envelope.sheet.name == "C6"
    assert made.envelope.lines[-1] == "GERMANY"
    assert made.paper.name == "A4"


@pytest.mark.parametrize("recorded", [True, None, "guessed"])
def test_an_address_that_was_not_spelled_out_is_not_made_up(recorded: str | bool | None) -> None:
    person = msgspec.structs.replace(LENA, postal_address=recorded)
    assert a_kit(to=person).envelope.lines == ()


@pytest.mark.parametrize("verdict", [GO, NO], ids=["go", "no"])
@pytest.mark.parametrize("size", HandSize)
def test_who_does_not_write_by_hand_is_served_as_well(verdict: Verdict, size: HandSize) -> None:
    assert a_kit(verdict, hand=sized(size)).equal == EQUAL
    assert "typed note on plain paper or an e-mail is just as good" in EQUAL


def test_what_gives_orders_to_a_machine_is_not_written() -> None:
    assert legible("Le\x1bna\u202e R\x00uiz\n") == "Le na  R uiz\n"


def test_what_joins_letters_in_some_scripts_is_kept() -> None:
    zwnj = "\N{ZERO WIDTH NON-JOINER}"
    assert legible(f"a{zwnj}b") == f"a{zwnj}b"


def test_a_question_that_would_make_it_better_is_passed_on() -> None:
    assert a_kit(question="What did they show you?").question == "What did they show you?"
