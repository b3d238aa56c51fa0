"""What a language folder must hold: English lacks nothing, and a broken one is told precisely."""

from collections.abc import Callable

import msgspec
import pytest

from afterword.letters.contract import WRITTEN, faults, missing
from afterword.letters.kind import Kind
from afterword.letters.language import Language, Letter, Part, Wordings
from afterword.letters.notes import Stem
from afterword.letters.profile import Register
from tests.letters.desk import ENGLISH, drafted, occasion

replace = msgspec.structs.replace
Change = Callable[[Language], Language]


def test_english_lacks_nothing() -> None:
    assert list(missing(ENGLISH)) == []
    assert list(faults(ENGLISH)) == []


def test_every_kind_has_a_letter_but_the_one_that_has_nothing_to_say() -> None:
    assert set(ENGLISH.letters) == set(WRITTEN) == set(Kind) - {Kind.OTHER}


def test_a_register_has_its_own_wordings_and_those_of_all() -> None:
    wordings = Wordings(all=("a",), plain=("p",), warm_formal=("w",), formal=("f",))
    assert {register: wordings.of(register) for register in Register} == {
        Register.PLAIN: ("p", "a"),
        Register.WARM_FORMAL: ("w", "a"),
        Register.FORMAL: ("f", "a"),
    }


@pytest.mark.parametrize("kind", [kind for kind in WRITTEN if kind.startswith("thanks")])
@pytest.mark.parametrize("register", Register)
def test_every_part_of_a_thank_you_has_eight_wordings(kind: Kind, register: Register) -> None:
    letter = ENGLISH.letters[kind]
    named = {name for line in letter.order for entry in line for name in entry.split("|")}
    parts = {name: letter.parts.get(name) or ENGLISH.parts[name] for name in named - {"free"}}
    few = {name for name, part in parts.items() if len(part.of(register)) < 8}
    assert few == set()


@pytest.mark.parametrize("kind", WRITTEN)
def test_subjects_are_short_and_calm(kind: Kind) -> None:
    for variant in range(12):
        subject = drafted(occasion(kind), variant=variant).subject
        assert 3 <= len(subject.split()) <= 9
        assert "!" not in subject
        assert "urgent" not in subject.casefold()


def thanks(**changes: object) -> Change:
    """Return a language whose letter of thanks has been changed."""

    def changed(language: Language) -> Language:
        letter = replace(language.letters[Kind.THANKS], **changes)
        return replace(language, letters={**language.letters, Kind.THANKS: letter})

    return changed


def with_part(part: Part) -> Change:
    """Return a language whose letter of thanks has another first part."""
    parts = {**ENGLISH.letters[Kind.THANKS].parts, "thanks": part}
    return thanks(parts=parts)


def with_dates(**changes: object) -> Change:
    """Return a language with other days."""
    return lambda language: replace(
        language, usage=replace(language.usage, dates=replace(language.usage.dates, **changes))
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            with_part(Part(all=("Thank you for [the talk.",))),
            'thanks.toml: thanks: a bracket has no partner in "Thank you for [the talk."',
        ),
        (with_part(Part(all=("On {day} I paid {price}.",))), "there is no slot {price}"),
        (with_part(Part(all=("So: {note}.",))), "wants no stem"),
        (with_part(Part(wants=Stem.MINE, all=("So it is.",))), "has no {note}"),
        (thanks(order=(("thanks", "strck"),)), 'thanks.toml: order: there is no part "strck"'),
        (thanks(card=(("a|thanks",),)), 'thanks.toml: card: there is no part "a"'),
        (
            thanks(order=(("thanks",),), card=(), bare=()),
            "thanks.toml: close: stands in no order",
        ),
        (with_dates(weekdays=("Monday",)), "language.toml: dates.weekdays: must be seven"),
        (with_dates(months=("January",)), "language.toml: dates.months: must be twelve"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_place(change: Change, told: str) -> None:
    assert told in "\n".join(map(str, faults(change(ENGLISH))))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda language: replace(language, letters={}),
            "check-in-date.toml: is missing",
        ),
        (
            lambda language: replace(
                language, usage=replace(language.usage, stems={}, closings=Wordings(plain=("Bye",)))
            ),
            "language.toml: stems.struck: is missing\n",
        ),
        (
            lambda language: replace(
                language, usage=replace(language.usage, closings=Wordings(plain=("Bye",)))
            ),
            "language.toml: closings: has no wording that is formal",
        ),
        (
            with_part(Part(plain=("Thanks.",), formal=("I thank you.",))),
            "thanks.toml: thanks: has no wording that is warm-formal",
        ),
        (
            with_part(Part(wants=Stem.MINE, all=("That {note} is so.",))),
            "thanks.toml: thanks: has no wording that is plain and ends with {note}",
        ),
        (
            thanks(bare=(("struck",),)),
            "thanks.toml: says nothing that is plain when nothing is known",
        ),
    ],
)
def test_what_is_missing_is_told_with_its_place(change: Change, told: str) -> None:
    assert told in "\n".join(map(str, missing(change(ENGLISH))))


def test_a_letter_needs_no_greeting_of_its_own() -> None:
    bare = Letter(order=(("thanks",),), subjects=Wordings(all=("Thank you",)))
    letter = replace(bare, parts={"thanks": Part(all=("Thank you.",))})
    language = replace(ENGLISH, letters={Kind.THANKS: letter})
    assert [str(one) for one in missing(language) if one.path.startswith("thanks.toml")] == []
