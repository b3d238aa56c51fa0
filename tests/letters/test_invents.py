"""Nothing is invented: each word is the candidate's, the occasion's or the language's."""

from collections.abc import Iterator
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Channel, Role
from afterword.letters.contract import WRITTEN
from afterword.letters.draft import Draft
from afterword.letters.language import Language
from afterword.letters.notes import Note, Notes, Stem
from afterword.letters.occasion import Occasion, Phase
from afterword.letters.profile import Profile, Register, Spelling
from afterword.letters.spelling import spelt
from afterword.letters.telling import retold
from afterword.letters.wording import Text, Wording, read
from tests.letters.desk import ENGLISH, JOTTED, drafted, words


def wordings(language: Language) -> Iterator[str]:
    """Yield every template of a language."""
    usage = language.usage
    address = usage.address
    for general in (address.known, address.unknown, address.helper, address.caller, usage.closings):
        yield from vars_of(general)
    for letter in language.letters.values():
        yield from (
            *vars_of(letter.subjects),
            *vars_of(letter.greetings),
            *vars_of(letter.closings),
        )
        for part in (*letter.parts.values(), *language.parts.values()):
            yield from vars_of(part)


def vars_of(wordings: object) -> tuple[str, ...]:
    """Return the templates of all registers."""
    return tuple(each for name in REGISTERS for each in getattr(wordings, name))


REGISTERS = ("all", "plain", "warm_formal", "formal")


def own_words(wording: Wording) -> Iterator[str]:
    """Yield the language's own words in a wording."""
    for piece in wording.pieces:
        if isinstance(piece, Text):
            yield from words(piece.text)
        for option in getattr(piece, "options", ()):
            yield from own_words(option)


def lexicon(language: Language) -> frozenset[str]:
    """Return every word that a language can say of itself."""
    usage, dialects = language.usage, (None, *language.dialects.values())
    said = {
        word
        for template in wordings(language)
        for dialect in dialects
        for word in own_words(read(spelt(template, dialect)))
    }
    days = (*usage.dates.weekdays, *usage.dates.months, usage.dates.today, usage.dates.tomorrow)
    return frozenset(said | set(words(" ".join((*days, usage.dates.yesterday, "on and")))))


LEXICON = lexicon(ENGLISH)

# Words that no language folder holds, so that each can only come from where it was put.
made_up = st.text("bdfgklmnprstvz", min_size=5, max_size=9).map(lambda word: f"x{word}")
clauses = st.lists(made_up | st.sampled_from(["the", "I", "and", "on"]), min_size=1, max_size=25)
notes = st.lists(
    st.builds(
        Note,
        clauses.map(" ".join) | st.text(max_size=60),
        st.sampled_from(Stem),
        st.sampled_from(["", "robin", "ada"]),
    ),
    max_size=6,
).map(tuple)
names = made_up.map(str.title) | st.just("")
days = st.dates(date(2025, 1, 1), date(2026, 12, 31)) | st.none()
people = st.builds(
    Person, st.just("robin"), st.tuples(names, names).map(" ".join), st.sampled_from(Role)
)
occasions = st.builds(
    Occasion,
    kind=st.sampled_from(WRITTEN),
    act=st.just("thank-you"),
    channel=st.sampled_from(Channel),
    phase=st.sampled_from(Phase),
    to=people,
    employer=names,
    role=names,
    opening=names,
    today=days,
    met=days,
    promised=days,
    deadline=days,
    answer_by=days,
)
profiles = st.builds(
    Profile,
    st.lists(names, max_size=2).map(tuple),
    st.sampled_from(Register),
    st.sampled_from(Spelling),
    phone=st.sampled_from(["", "020 7946 0000"]),
)


def known(about: Occasion, profile: Profile) -> set[str]:
    """Return the words of the occasion and of the candidate."""
    dates = (about.met, about.promised, about.deadline, about.answer_by)
    numbers = [f"{day.day} {day.year}" for day in dates if day]
    posts = (about.employer, about.role, about.opening)
    facts = (about.to.name, *posts, *profile.names, profile.phone, *numbers)
    return set(words(" ".join(facts)))


def told(draft: Draft, notes: Notes) -> set[str]:
    """Return the words of the notes that a letter says it tells."""
    return set(words(" ".join(retold(notes[index], ENGLISH.usage) for index in draft.used)))


@given(occasions, notes, profiles, st.integers(0, 30))
def test_no_word_comes_from_anywhere_else(
    about: Occasion, notes: Notes, profile: Profile, variant: int
) -> None:
    draft = drafted(about, notes, profile, variant=variant)
    said = set(words(f"{draft.subject} {draft.body}"))
    assert said - LEXICON - known(about, profile) - told(draft, notes) == set()


@given(occasions, notes, profiles)
def test_what_is_told_is_told_word_for_word(
    about: Occasion, notes: Notes, profile: Profile
) -> None:
    draft = drafted(about, notes, profile)
    for index in draft.used:
        assert retold(notes[index], ENGLISH.usage)[1:] in draft.body


@given(occasions, notes, profiles)
def test_a_letter_only_tells_notes_about_its_reader_or_nobody(
    about: Occasion, notes: Notes, profile: Profile
) -> None:
    used = drafted(about, notes, profile).used
    assert all(notes[index].about in {"", "robin"} for index in used)
    assert len(set(used)) == len(used)


@given(occasions, notes, profiles, st.integers(1, 30))
def test_another_wording_tells_the_same_notes(
    about: Occasion, notes: Notes, profile: Profile, variant: int
) -> None:
    first, other = drafted(about, notes, profile), drafted(about, notes, profile, variant=variant)
    assert (other.used, other.missing) == (first.used, first.missing)


def test_a_jotted_note_is_as_it_will_be_told() -> None:
    for stem, texts in JOTTED.items():
        assert [retold(Note(text, stem), ENGLISH.usage) for text in texts] == list(texts)
