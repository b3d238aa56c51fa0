"""A writing desk: occasions, notes as candidates jot them down, and drafts taken apart."""

import re
from datetime import date

import msgspec

from afterword import languages
from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Act, Channel, Role
from afterword.letters.compose import compose
from afterword.letters.draft import Draft
from afterword.letters.kind import Kind
from afterword.letters.notes import Note, Notes, Stem
from afterword.letters.occasion import Occasion, Phase
from afterword.letters.profile import Profile

ENGLISH = languages.language("en")
MONDAY = date(2026, 3, 9)
SAM = Profile(names=("Sam Lee",))
ROBIN = Person(id="robin", name="Robin Kerr", role=Role.HIRING_MANAGER)

HELPERS = (Role.REFERENCE, Role.REFERRER, Role.MENTOR)
AFTER_AN_OFFER = (Phase.OFFERED, Phase.NEGOTIATING)
# In which phases a kind of letter is written; those that are not here, before a decision.
PHASES: dict[Kind, tuple[Phase, ...]] = {
    Kind.THANKS_OFFER: (*AFTER_AN_OFFER, Phase.ACCEPTED),
    Kind.THANKS_FIRST_DAY: (Phase.ACCEPTED,),
    Kind.FLOWERS: (Phase.ACCEPTED,),
    Kind.UPDATE: tuple(Phase),
    Kind.EXIT_REJECTED: (Phase.REJECTED,),
    Kind.EXIT_PARTED: (Phase.REJECTED,),
    Kind.EXIT_FILLED: (Phase.REJECTED,),
    Kind.FEEDBACK: (Phase.REJECTED,),
    Kind.KEEP_IN_TOUCH: (Phase.REJECTED,),
    Kind.RE_APPROACH: (Phase.REJECTED,),
    Kind.CONNECT: (Phase.REJECTED, Phase.ACCEPTED),
    Kind.CHECK_IN_LETTER: (Phase.OFFERED, Phase.ACCEPTED),
    Kind.CHECK_IN_TERMS: AFTER_AN_OFFER,
    Kind.ACKNOWLEDGE_OFFER: AFTER_AN_OFFER,
    Kind.ASK_FOR_TIME: AFTER_AN_OFFER,
    Kind.NEGOTIATE: AFTER_AN_OFFER,
    Kind.ACCEPT: AFTER_AN_OFFER,
    Kind.DECLINE: AFTER_AN_OFFER,
    Kind.TELL_OTHERS: (Phase.DECLINED,),
}
READERS = {Kind.THANKS_HELP: HELPERS, Kind.UPDATE: HELPERS}

JOTTED: dict[Stem, tuple[str, ...]] = {
    Stem.STRUCK: (
        "the night handover takes two minutes and is always on paper",
        "you let trainees run the Thursday clinic from the first month",
        "half of the orders still arrive by fax",
        "everybody on the team has worked on the shop floor",
        "the weekly report was stopped because nobody read it",
    ),
    Stem.THEIRS: (
        "cut the waiting time in the Saturday clinic",
        "move the archive without closing for a single day",
        "bring back the customers who leave after month four",
        "train six new drivers before the summer timetable",
    ),
    Stem.MINE: (
        "I ran the discharge desk at a small hospital for three years",
        "I moved a library of forty thousand books over one weekend",
        "at my last firm I wrote to everybody who had left and asked why",
        "I have trained eleven drivers, all of whom stayed",
    ),
    Stem.SHARED: (
        "trained at the same small hospital",
        "came to this work by accident",
        "swear by paper lists",
    ),
    Stem.PROMISED: (
        "send the test log from the spring",
        "pass on the name of our printer",
        "look up the title of the handbook",
    ),
    Stem.GRATEFUL: (
        "the tour of the bindery",
        "your honest answer about the nights",
        "the introduction to your colleagues downstairs",
        "the lesson plans that you showed me",
    ),
    Stem.LEARNED: (
        "the first year is mostly spent listening",
        "a good foreman keeps one day free for rework",
        "the licence matters more than the course",
    ),
    Stem.REASON: (
        "the other place is close to where my children go to school",
        "the hours would not have fitted with my evening course",
        "I have decided to stay with the work I know",
    ),
    Stem.NEWS: (
        "I have passed the licence exam",
        "the second conversation took place on the site itself",
        "my course ended with a small project on stock counts",
    ),
    Stem.SENDING: (
        "the test log from the spring",
        "two lesson plans, with a short note on each",
        "a drawing of the shelf we spoke about",
    ),
    Stem.RIGHT: (
        "the course ended in the autumn and not in the spring",
        "your colleague spells her name with one letter more",
        "the figure I gave was for two years and not for one",
    ),
    Stem.ASKING: (
        "how the nights are staffed",
        "whether the first month could be part-time",
        "what a good first year would look like",
    ),
    Stem.TIMES: ("on Tuesday after two", "any morning next week", "on the 19th, all day"),
    Stem.ANSWER: (
        "I can begin on the first Monday in May",
        "the licence is valid for another two years",
        "I would need a week to hand things over",
    ),
    Stem.FREE: (
        "The smell of the workshop took me back to my first summer job.",
        "I have ordered the book you mentioned.",
        "My regards to the dog at the gate.",
    ),
}


def occasion(kind: Kind = Kind.THANKS, **changes: object) -> Occasion:
    """Return an occasion on a Monday, about a conversation on the Friday before."""
    whole = Occasion(
        kind=kind,
        act=Act.THANK_YOU,
        channel=Channel.EMAIL,
        phase=PHASES.get(kind, (Phase.INTERVIEWED,))[0],
        to=ROBIN,
        employer="Riverside Hospital",
        role="Charge nurse",
        opening="Shift lead" if kind is Kind.RE_APPROACH else "",
        today=MONDAY,
        met=date(2026, 3, 6),
        promised=date(2026, 3, 5),
        deadline=date(2026, 3, 13),
        answer_by=date(2026, 3, 13),
    )
    return msgspec.structs.replace(whole, **changes)


def drafted(
    about: Occasion, notes: Notes = (), profile: Profile = SAM, *, variant: int = 0
) -> Draft:
    """Return the English letter that an occasion calls for."""
    letter = compose(about, notes, profile, ENGLISH, variant=variant)
    assert isinstance(letter, Draft)
    return letter


def jotted(kind: Kind, number: int, count: int, about: str = "") -> Notes:
    """Return ordinary notes: one for each of the first stems that a kind of letter asks for."""
    asks = ENGLISH.letters[kind].asks[:count]
    return tuple(
        Note(JOTTED[stem][(number + place) % len(JOTTED[stem])], stem, about)
        for place, stem in enumerate(asks)
    )


def paragraphs(draft: Draft, *, signed: bool = True) -> list[str]:
    """Return the body of a letter by paragraph, without greeting and farewell."""
    return draft.body.split("\n\n")[1 : -1 if signed else None]


def sentences(draft: Draft, *, signed: bool = True) -> list[str]:
    """Return the sentences of a letter's body."""
    return [
        sentence
        for paragraph in paragraphs(draft, signed=signed)
        for sentence in re.split(r"(?<=[.?!])\s+", paragraph)
    ]


def words(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text.casefold())
