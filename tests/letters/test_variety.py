"""Candidates do not sound alike, people at one table read different letters, lengths are right."""

import re
from collections import Counter
from itertools import combinations
from statistics import median

import pytest

from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Channel, Role
from afterword.letters.bands import band
from afterword.letters.contract import WRITTEN
from afterword.letters.draft import Draft
from afterword.letters.kind import Kind
from afterword.letters.notes import Note, Notes, Stem
from afterword.letters.occasion import Occasion
from afterword.letters.profile import Profile, Register
from tests.letters.desk import (
    JOTTED,
    PHASES,
    READERS,
    SAM,
    drafted,
    jotted,
    occasion,
    sentences,
    words,
)

CANDIDATES = 1000
LARGEST_SHARE = 0.10
TABLE = 5
LARGEST_OVERLAP = 0.35
THANKS = [kind for kind in WRITTEN if kind.startswith("thanks")]
REGISTERS = tuple(Register)
OWN = "…"  # where the candidate's own words stood


def candidate(kind: Kind, number: int, channel: Channel = Channel.EMAIL) -> tuple[Draft, Notes]:
    """Return the letter of one of many candidates, with two or three notes, and the notes."""
    phases = PHASES.get(kind, (occasion().phase,))
    readers = READERS.get(kind, (Role.HIRING_MANAGER, Role.INTERVIEWER))
    about = occasion(
        kind,
        channel=channel,
        phase=phases[number % len(phases)],
        to=Person(id="p", name=f"Robin Kerr{number}", role=readers[number // 2 % len(readers)]),
        employer=f"Firm{number}",
        role=f"Role{number}",
    )
    notes = jotted(kind, number, 2 + number % 2)
    profile = Profile(names=("Sam Lee",), register=REGISTERS[number // 7 % len(REGISTERS)])
    return drafted(about, notes, profile), notes


def skeletons(draft: Draft, notes: Notes) -> set[str]:
    """Return the sentences of a letter without the candidate's own words."""
    return {
        re.sub(r"(?:Firm|Role)\d+", OWN, _without(sentence, notes)) for sentence in sentences(draft)
    } - {OWN}


def _without(sentence: str, notes: Notes) -> str:
    for note in notes:
        # A note that opens its sentence has a capital there.
        text = note.text
        for told in (text, text[0].upper() + text[1:]):
            sentence = sentence.replace(told, OWN)
    return sentence


@pytest.mark.parametrize("kind", WRITTEN)
def test_no_sentence_of_ours_stands_in_a_tenth_of_a_thousand_drafts(kind: Kind) -> None:
    counted = Counter(
        skeleton for number in range(CANDIDATES) for skeleton in skeletons(*candidate(kind, number))
    )
    common = {text: count for text, count in counted.items() if count > CANDIDATES * LARGEST_SHARE}
    assert common == {}


def at_table(kind: Kind, number: int) -> list[Draft]:
    """Return the letters of one candidate to everybody at a table, each with notes of its own."""
    register = REGISTERS[number % len(REGISTERS)]
    return [
        drafted(
            _seated(kind, number, place),
            jotted(kind, number + place, 2, f"p{place}"),
            Profile(names=("Sam Lee",), register=register),
        )
        for place in range(TABLE)
    ]


def _seated(kind: Kind, number: int, place: int) -> Occasion:
    names = ("Robin Kerr", "Ada Cole", "Tom Marsh", "Aroha", "Dr Kavita Rao")
    reader = Person(id=f"p{place}", name=names[place], role=Role.INTERVIEWER)
    return occasion(kind, to=reader, place=place, table=TABLE, employer=f"Firm{number}")


def overlap(one: Draft, other: Draft) -> float:
    """Return how many of the word trigrams of the shorter letter stand in the other, too."""
    first, second = trigrams(one), trigrams(other)
    return len(first & second) / min(len(first), len(second))


def trigrams(draft: Draft) -> set[tuple[str, ...]]:
    """Return every three words that follow each other in a letter's body."""
    said = words(" ".join(sentences(draft)))
    return {tuple(said[at : at + 3]) for at in range(len(said) - 2)}


@pytest.mark.parametrize("kind", THANKS)
def test_five_at_one_table_read_five_letters(kind: Kind) -> None:
    for number in range(30):
        for one, other in combinations(at_table(kind, number), 2):
            assert not set(sentences(one)) & set(sentences(other))
            assert overlap(one, other) < LARGEST_OVERLAP


def test_five_at_one_table_are_told_different_things_of_the_notes_about_nobody() -> None:
    notes = tuple(Note(text, Stem.STRUCK) for text in JOTTED[Stem.STRUCK])
    told = [drafted(_seated(Kind.THANKS, 1, place), notes).used for place in range(TABLE)]
    assert sorted(told) == [(0,), (1,), (2,), (3,), (4,)]


@pytest.mark.parametrize(
    ("kind", "channel"),
    [
        *((kind, Channel.EMAIL) for kind in WRITTEN if kind is not Kind.FLOWERS),
        *((kind, Channel.HANDWRITTEN) for kind in THANKS),
        (Kind.FLOWERS, Channel.DELIVERY),
    ],
)
def test_the_usual_letter_is_as_long_as_its_kind_should_be(kind: Kind, channel: Channel) -> None:
    drafts = [candidate(kind, number, channel)[0] for number in range(150)]
    aim = band(occasion(kind, channel=channel))
    said = [sentences(draft) for draft in drafts]
    assert aim.low <= median(len(words(" ".join(each))) for each in said) <= aim.high
    least, most = aim.sentences
    assert least <= median(map(len, said)) <= most
    assert all(sum(one.endswith("?") for one in each) <= aim.questions for each in said)


@pytest.mark.parametrize("kind", WRITTEN)
def test_nobody_is_shouted_at(kind: Kind) -> None:
    most = band(occasion(kind)).shouts
    assert all(candidate(kind, number)[0].body.count("!") <= most for number in range(50))


@pytest.mark.parametrize("register", Register)
def test_registers_sound_different(register: Register) -> None:
    notes = jotted(Kind.THANKS, 3, 3)
    others = [one for one in Register if one is not register]
    mine = written(register, notes)
    assert all(mine != written(other, notes) for other in others)


def written(register: Register, notes: Notes) -> tuple[str, ...]:
    """Return what a candidate writes in a register, variant by variant."""
    profile = Profile(names=SAM.names, register=register)
    return tuple(drafted(occasion(), notes, profile, variant=each).body for each in range(4))
