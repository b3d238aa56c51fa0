"""Tags and filters of the pages: addresses of our own files, and words for what rules say."""

from datetime import datetime

from django import template
from django.urls import reverse

from afterword.etiquette.judge import Reason
from afterword.etiquette.vocabulary import Act, Basis, Channel, Role, Stage, Word
from afterword.letters.notes import Note
from afterword.web import clock, phrases, stems, stock

register = template.Library()


@register.simple_tag
def asset(name: str) -> str:
    """Return the address of a file of the current edition."""
    return reverse("asset", args=(stock.digest(), name))


@register.filter
def moment(when: datetime | None) -> str:
    """Return a moment as one speaks of it."""
    return phrases.moment(when, clock.now()) if when else ""


@register.filter
def day(when: datetime) -> str:
    """Return a day as one speaks of it."""
    return phrases.day(when)


@register.filter
def by(channel: Channel) -> str:
    """Return how an act reaches its person."""
    return str(phrases.BY[channel])


@register.filter
def authority(basis: Basis) -> str:
    """Return on whose authority a rule speaks."""
    return str(phrases.AUTHORITY[basis])


@register.filter
def stage(word: Stage) -> str:
    """Return how far something has come."""
    return str(phrases.STAGES[word])


@register.filter
def role(word: Role) -> str:
    """Return what somebody is in an opportunity."""
    return str(phrases.ROLES[word])


@register.filter
def act(word: Act) -> str:
    """Return what somebody could do."""
    return str(phrases.ACTS[word])


@register.filter
def mark(word: Word) -> str:
    """Return the word of a verdict as a label."""
    return str(phrases.MARKS[word])


@register.filter
def sources(reason: Reason) -> int:
    """Return how many sources stand behind a reason."""
    return len(reason.sources)


@register.filter
def source(text: str) -> str:
    """Return where something was read, for reading."""
    return phrases.source(text)


@register.filter
def is_address(text: str) -> bool:
    """Return whether a source can be opened in a browser."""
    return text.startswith(("https://", "http://"))


@register.filter
def told(note: Note) -> str:
    """Return a note with its stem, as it was finished."""
    return stems.told(note)
