"""Compose a letter: choose among a language's wordings, and fill them with what is known.

Nothing is invented, since a wording has slots for facts and for nothing else; nothing is left to
chance, since the same letter always takes the same turn.
"""

from collections.abc import Iterator

from afterword.etiquette.vocabulary import Act, Channel
from afterword.letters.arranging import paragraphs
from afterword.letters.draft import Draft, Unwritten
from afterword.letters.facts import facts
from afterword.letters.kind import HELPERS
from afterword.letters.language import Address, Language, Letter, Usage, Wordings
from afterword.letters.notes import Notes, Stem
from afterword.letters.occasion import Occasion
from afterword.letters.profile import Profile
from afterword.letters.saying import CHATS, Said, Voice
from afterword.letters.telling import told
from afterword.letters.turn import turn

# Acts that answer a message: where nobody reads the answers, there is nothing to write.
ANSWERS = frozenset({Act.REPLY, Act.GRACIOUS_EXIT, Act.FEEDBACK_REQUEST})
SPOKEN = frozenset({Channel.PHONE, Channel.IN_PERSON, Channel.VIDEO})


def compose(
    occasion: Occasion, notes: Notes, profile: Profile, language: Language, *, variant: int = 0
) -> Draft | Unwritten:
    """Return the letter that an occasion calls for, or why there is none to write.

    Each `variant` says the same in other words.
    """
    usage = language.usage
    if occasion.no_reply and occasion.act in ANSWERS:
        return Unwritten(occasion.kind, usage.silence.no_reply)
    letter = language.letters.get(occasion.kind)
    if letter is None:
        return Unwritten(occasion.kind, usage.silence.other)
    voice = Voice(
        occasion,
        profile.register,
        facts(occasion, profile, language),
        told(occasion, notes, usage),
        turn(occasion, variant),
        language.dialects.get(profile.spelling),
    )
    said = paragraphs(letter, language, voice)
    used = tuple(sorted(index for each in said for index in each.used))
    missing = _missing(letter, voice, len(used))
    return Draft(
        kind=occasion.kind,
        subject=_subject(letter, voice),
        body="\n\n".join(_body(letter, usage, voice, said)),
        used=used,
        question=usage.stems[missing].question if missing else "",
        missing=missing,
        variant=variant,
    )


def _missing(letter: Letter, voice: Voice, told: int) -> Stem | None:
    """Return the stem of the note that would make a letter worth sending, if one is lacking."""
    enough = min(letter.enough, 1) if voice.is_brief else letter.enough
    if told >= enough:
        return None
    return next((stem for stem in letter.asks if stem not in voice.notes), None)


def _subject(letter: Letter, voice: Voice) -> str:
    if voice.occasion.channel is not Channel.EMAIL:
        return ""
    return voice.phrase("subject", letter.subjects)


def _body(letter: Letter, usage: Usage, voice: Voice, said: tuple[Said, ...]) -> Iterator[str]:
    """Yield the letter by paragraph, from greeting to signature."""
    yield _greeting(letter, usage, voice)
    if voice.occasion.channel is Channel.PHONE and (
        caller := voice.phrase("caller", usage.address.caller)
    ):
        yield caller
    yield from (each.text for each in said)
    if farewell := _farewell(letter, usage, voice):
        yield farewell


def _greeting(letter: Letter, usage: Usage, voice: Voice) -> str:
    own = voice.phrase("greeting", letter.greetings)
    return own or voice.phrase("greeting", _address(usage.address, voice))


def _address(address: Address, voice: Voice) -> Wordings:
    if "name" in voice.facts:
        return address.spoken if voice.occasion.channel in SPOKEN else address.known
    return address.helper if voice.occasion.to.role in HELPERS else address.unknown


def _farewell(letter: Letter, usage: Usage, voice: Voice) -> str:
    """Return how a letter ends: a chat with the name alone, and what is spoken with nothing."""
    channel, signed = voice.occasion.channel, voice.facts.get("me", "")
    if channel in SPOKEN:
        return ""
    if channel in CHATS:
        return signed
    closing = voice.phrase("closing", letter.closings) or voice.phrase("closing", usage.closings)
    lines = (closing, signed, voice.facts.get("phone", "") if channel is Channel.EMAIL else "")
    return "\n".join(line for line in lines if line) if signed else closing.rstrip(",")
