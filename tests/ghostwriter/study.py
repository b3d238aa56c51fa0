"""A ghostwriter's study: errands, the real check with a deaf ear, and models that say one thing.

The ear is deaf on purpose: the fences and the gates must hold where no sentence sounds wrong.
"""

from collections.abc import Callable, Sequence

import msgspec

from afterword.dictionary import dictionary
from afterword.ghostwriter.errand import Errand
from afterword.ghostwriter.ghost import Ghosted, Hands, ghostwrite, whole
from afterword.ghostwriter.phrases import phrases
from afterword.ghostwriter.screen import errand
from afterword.letters.check.review import review
from afterword.letters.check.sheet import Claims, Sound
from afterword.letters.compose import compose
from afterword.letters.draft import Draft, Unwritten
from afterword.letters.finding import Class, Finding
from afterword.letters.notes import Note, Notes, Stem
from afterword.letters.occasion import Occasion
from afterword.letters.profile import Profile
from tests.letters.check.desk import aids
from tests.letters.desk import ENGLISH, SAM, occasion

HANDOVER = Note("the night handover takes two minutes and is always on paper", Stem.STRUCK)
DESK = Note("I ran the discharge desk at a small hospital for three years", Stem.MINE)
NOTES: Notes = (HANDOVER, DESK)
PHRASES = phrases(ENGLISH)

SUBJECT = "Thank you for Friday"
BODY = (
    "Thank you for the conversation on Friday about the charge nurse role. That the night handover"
    " takes two minutes and is always on paper has stayed with me.\n\n"
    "I ran the discharge desk at a small hospital for three years, so I know what a clear handover"
    " is worth. I would be glad to work in that way."
)
"""What a model may well say to NOTES, and what nothing speaks against."""


class Deaf:
    """An ear that hears nothing wrong."""

    def hear(self, sentences: Sequence[str], about: Occasion) -> Sequence[Sound]:
        """Return that every sentence lands well."""
        del about
        return [Sound(0.0, Class.UNCLEAR) for _ in sentences]


AIDS = aids(Deaf())


def check(text: str, about: Occasion, notes: Notes) -> Sequence[Finding]:
    """Return what the real check finds in a letter."""
    claims = Claims(notes=tuple(note.text for note in notes if note.text), names=SAM.names)
    return review(text, about, claims, AIDS).findings


def fallback(about: Occasion, notes: Notes) -> Draft | Unwritten:
    """Return the built-in letter."""
    return compose(about, notes, SAM, ENGLISH)


def sent(notes: Notes = NOTES, about: Occasion | None = None, profile: Profile = SAM) -> Errand:
    """Return an errand about a conversation on Friday."""
    return errand("a-model", about or occasion(), notes, profile, dictionary())


def response(content: str | None, finish: str = "stop") -> bytes:
    """Return the body of a response as such servers send it."""
    message = {"role": "assistant", "content": content}
    return msgspec.json.encode({"choices": [{"message": message, "finish_reason": finish}]})


def letter(body: str = BODY, subject: str = SUBJECT, used: Sequence[int] = (1, 2)) -> str:
    """Return what a model says when it does as it is told."""
    return msgspec.json.encode(
        {"subject": subject, "body": body, "used_facts": list(used)}
    ).decode()


class Saying:
    """A model that says one thing after the other, the last of them for ever, and remembers."""

    def __init__(self, *contents: str | Exception) -> None:
        self.contents = list(contents)
        self.asked: list[bytes] = []

    def __call__(self, request: bytes) -> bytes:
        self.asked.append(request)
        said = self.contents.pop(0) if len(self.contents) > 1 else self.contents[0]
        if isinstance(said, Exception):
            raise said
        return response(said)


def hands(ask: Callable[[bytes], bytes]) -> Hands:
    """Return what the ghostwriter works with, asking `ask`."""
    return Hands(ask, check, fallback, dictionary(), PHRASES)


def ghosted(said: str | Exception, *more: str | Exception, errand: Errand | None = None) -> Ghosted:
    """Return the letter when a model says one thing after the other."""
    return ghostwrite(errand or sent(), hands(Saying(said, *more)))


def text_of(ghost: Ghosted) -> str:
    """Return the whole letter."""
    assert isinstance(ghost.draft, Draft)
    return whole(ghost.draft)
