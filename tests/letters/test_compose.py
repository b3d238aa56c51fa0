"""A letter: what is said by which channel, in which register, from which notes, and how it ends."""

import msgspec
import pytest

from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Act, Channel, Role
from afterword.letters.compose import ANSWERS, SPOKEN, compose
from afterword.letters.contract import WRITTEN
from afterword.letters.draft import Unwritten
from afterword.letters.kind import Kind
from afterword.letters.notes import Note, Stem
from afterword.letters.occasion import Occasion, Phase
from afterword.letters.profile import Profile, Register
from afterword.letters.saying import CHATS
from tests.letters.desk import ENGLISH, SAM, drafted, jotted, occasion, paragraphs, sentences

HANDOVER = Note("the handover takes two minutes", Stem.STRUCK)
DESK = Note("I ran the discharge desk for three years", Stem.MINE)
CLINIC = Note("cut the waiting time", Stem.THEIRS)
DOG = Note("My regards to the dog at the gate.")
WRITTEN_OUT = tuple(channel for channel in Channel if channel not in SPOKEN)


# Every kind, every register, every channel.


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("register", Register)
def test_every_kind_can_be_written_to_anybody_by_any_channel(
    kind: Kind, register: Register
) -> None:
    profile = msgspec.structs.replace(SAM, register=register)
    for channel in Channel:
        for notes in ((), jotted(kind, 0, 3)):
            letter = drafted(occasion(kind, channel=channel), notes, profile)
            assert sentences(letter, signed=channel not in SPOKEN)
            assert bool(letter.subject) is (channel is Channel.EMAIL)


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("phase", Phase)
def test_every_kind_has_something_to_say_when_nothing_is_known(
    kind: Kind, register: Register, phase: Phase
) -> None:
    nothing = Occasion(kind=kind, act=Act.THANK_YOU, channel=Channel.EMAIL, phase=phase)
    letter = drafted(nothing, (), Profile(register=register))
    assert len(letter.body.split("\n\n")) >= 3
    assert "{" not in letter.body
    assert "[" not in letter.body


def test_there_is_no_letter_for_an_act_that_has_none() -> None:
    letter = compose(occasion(Kind.OTHER), (), SAM, ENGLISH)
    assert letter == Unwritten(Kind.OTHER, ENGLISH.usage.silence.other)


@pytest.mark.parametrize("act", ANSWERS)
def test_an_address_that_takes_no_answers_gets_none(act: Act) -> None:
    letter = compose(occasion(Kind.EXIT_REJECTED, act=act, no_reply=True), (), SAM, ENGLISH)
    assert letter == Unwritten(Kind.EXIT_REJECTED, ENGLISH.usage.silence.no_reply)


def test_somebody_else_may_be_thanked_although_the_last_address_takes_no_answers() -> None:
    assert drafted(occasion(no_reply=True)).body


# The same letter is always the same; another wording keeps the facts.


def test_the_same_letter_is_always_the_same() -> None:
    notes = jotted(Kind.THANKS, 1, 3)
    assert drafted(occasion(), notes) == drafted(occasion(), notes)


@pytest.mark.parametrize("kind", WRITTEN)
def test_other_wording_keeps_the_facts(kind: Kind) -> None:
    notes = jotted(kind, 2, 3)
    drafts = [drafted(occasion(kind), notes, variant=variant) for variant in range(8)]
    assert len({draft.used for draft in drafts}) == 1
    assert len({draft.question for draft in drafts}) == 1
    assert len({draft.body for draft in drafts}) == 8
    assert [draft.variant for draft in drafts] == list(range(8))


# How a letter begins.


@pytest.mark.parametrize(
    ("register", "greetings"),
    [
        (Register.PLAIN, {"Hi Robin,", "Hello Robin,"}),
        (Register.WARM_FORMAL, {"Dear Robin,"}),
        (Register.FORMAL, {"Dear Robin Kerr,"}),
    ],
)
def test_a_greeting_sounds_as_the_register_does(register: Register, greetings: set[str]) -> None:
    profile = msgspec.structs.replace(SAM, register=register)
    assert drafted(occasion(), (), profile).body.split("\n\n")[0] in greetings


@pytest.mark.parametrize(
    ("role", "greetings"),
    [(Role.INTERVIEWER, {"Dear hiring team,"}), (Role.MENTOR, {"Hello,", "Good day,"})],
)
def test_whoever_has_no_name_is_greeted_without_one(role: Role, greetings: set[str]) -> None:
    letter = drafted(occasion(to=Person(id="someone", role=role)))
    assert letter.body.split("\n\n")[0] in greetings


def test_a_letter_may_have_a_greeting_of_its_own() -> None:
    letter = drafted(occasion(Kind.FLOWERS, channel=Channel.DELIVERY))
    greetings = {"To everybody at Riverside Hospital,", "To all of you at Riverside Hospital,"}
    greetings |= {"Dear all,", "To all of you,"}
    assert letter.body.split("\n\n")[0] in greetings


@pytest.mark.parametrize("channel", SPOKEN)
def test_nobody_is_called_dear_aloud(channel: Channel) -> None:
    assert drafted(occasion(channel=channel)).body.startswith("Hello Robin,\n\n")


def test_a_caller_says_who_it_is() -> None:
    assert "This is Sam Lee." in drafted(occasion(channel=Channel.PHONE)).body


def test_a_caller_without_a_name_does_not() -> None:
    assert "This is" not in drafted(occasion(channel=Channel.PHONE), (), Profile()).body


# How a letter ends.


def test_a_letter_is_signed() -> None:
    assert drafted(occasion()).body.endswith(",\nSam Lee")


def test_two_can_sign() -> None:
    two = Profile(names=("Sam Lee", "Ada Cole"))
    assert drafted(occasion(), (), two).body.endswith(",\nSam Lee and Ada Cole")


def test_without_a_name_a_closing_needs_no_comma() -> None:
    closing = drafted(occasion(), (), Profile()).body.split("\n\n")[-1]
    assert closing[-1].isalpha()
    assert "\n" not in closing


def test_a_telephone_number_stands_below_the_name_in_an_e_mail() -> None:
    profile = Profile(names=("Sam Lee",), phone="020 7946 0000")
    assert drafted(occasion(), (), profile).body.endswith("Sam Lee\n020 7946 0000")
    by_hand = drafted(occasion(channel=Channel.HANDWRITTEN), (), profile)
    assert by_hand.body.endswith("Sam Lee")


@pytest.mark.parametrize("channel", CHATS)
def test_on_a_telephone_the_name_is_enough(channel: Channel) -> None:
    assert drafted(occasion(channel=channel)).body.endswith("\n\nSam Lee")
    assert drafted(occasion(channel=channel), (), Profile()).body[-1] in ".?"


@pytest.mark.parametrize("channel", SPOKEN)
def test_what_is_spoken_is_not_signed(channel: Channel) -> None:
    assert not drafted(occasion(channel=channel)).body.endswith("Sam Lee")


# What is told.


def test_notes_are_told_in_the_order_of_the_letter() -> None:
    letter = drafted(occasion(), (DESK, CLINIC, HANDOVER, DOG))
    told = [letter.body.index(note.text) for note in (HANDOVER, CLINIC, DESK, DOG)]
    assert told == sorted(told)
    assert letter.used == (0, 1, 2, 3)


def test_a_sentence_of_their_own_is_told_as_it_stands() -> None:
    assert DOG.text in sentences(drafted(occasion(), (DOG,)))


def test_two_notes_of_one_stem_are_told_in_different_words() -> None:
    other = Note("the lift is older than the house", Stem.STRUCK)
    letter = drafted(occasion(), (HANDOVER, other))
    first, second = (
        sentence.replace(note.text, "…")
        for note in (HANDOVER, other)
        for sentence in sentences(letter)
        if note.text in sentence
    )
    assert first != second


def test_a_letter_does_not_tell_everything() -> None:
    many = tuple(Note(f"detail number {number} is small", Stem.STRUCK) for number in range(9))
    assert drafted(occasion(), many).used == (0, 1)


def test_a_card_tells_one_thing() -> None:
    card = drafted(occasion(channel=Channel.HANDWRITTEN), (HANDOVER, CLINIC, DESK))
    assert card.used == (0,)
    assert len(paragraphs(card)) == 1


def test_a_note_of_several_sentences_ends_its_sentence() -> None:
    long = Note("the team is small. It covers two wards", Stem.STRUCK)
    for variant in range(12):
        assert f"{long.text}." in drafted(occasion(), (long,), variant=variant).body


def test_a_note_that_is_no_wording_is_not_read_as_one() -> None:
    note = Note("they write {employer} on [every|each] box", Stem.STRUCK)
    assert note.text in drafted(occasion(), (note,)).body


def test_notes_about_others_stay_out() -> None:
    about_ada = Note("the shelves are numbered by hand", Stem.STRUCK, "ada")
    letter = drafted(occasion(), (about_ada,))
    assert letter.used == ()
    assert about_ada.text not in letter.body


# What is asked.


def test_without_notes_it_asks_for_the_one_that_would_make_it_worth_sending() -> None:
    letter = drafted(occasion())
    assert letter.missing is Stem.STRUCK
    assert letter.question == ENGLISH.usage.stems[Stem.STRUCK].question
    assert len(sentences(letter)) == 2


def test_with_one_note_it_asks_for_the_next() -> None:
    assert drafted(occasion(), (HANDOVER,)).missing is Stem.THEIRS


def test_with_enough_it_asks_for_nothing() -> None:
    letter = drafted(occasion(), (HANDOVER, DESK))
    assert (letter.missing, letter.question) == (None, "")


def test_a_card_needs_one_note_only() -> None:
    assert drafted(occasion(channel=Channel.HANDWRITTEN), (DESK,)).question == ""


# Who reads it, and when.


@pytest.mark.parametrize(
    ("role", "said"),
    [(Role.REFERENCE, "reference"), (Role.REFERRER, ""), (Role.MENTOR, ""), (Role.OTHER, "help")],
)
def test_thanks_for_help_name_the_help(role: Role, said: str) -> None:
    helper = Person(id="robin", name="Robin Kerr", role=role)
    bodies = [
        drafted(occasion(Kind.THANKS_HELP, to=helper), variant=variant).body for variant in range(8)
    ]
    assert any(said in body for body in bodies)


def test_joy_about_working_together_waits_until_the_offer_is_accepted() -> None:
    for phase in (Phase.OFFERED, Phase.NEGOTIATING):
        for variant in range(12):
            letter = drafted(occasion(Kind.THANKS_OFFER, phase=phase), variant=variant)
            assert "working with you" not in letter.body
            assert "joining" not in letter.body
