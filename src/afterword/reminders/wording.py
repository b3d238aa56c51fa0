"""How entries and the digest are called, with names and without."""

from collections.abc import Sequence

import msgspec

from afterword.etiquette.vocabulary import Channel
from afterword.tongue import gettext as _
from afterword.tongue import later

CALENDAR, DISCREET_CALENDAR = "Afterword", later("Reminders")
APPOINTMENT, REST = later("Appointment"), later("Nothing to send")
MESSAGE = later("A message to write")
DISCREET = {
    Channel.HANDWRITTEN: later("A card to write"),
    Channel.POST: later("A letter to post"),
    Channel.PHONE: later("A call to make"),
    Channel.VIDEO: later("A call to make"),
    Channel.IN_PERSON: later("Something to say in person"),
}
MOST_LINES = 4


class Notice(msgspec.Struct, frozen=True):
    """A short text that tells somebody to look: a title, a sentence, and a few lines."""

    title: str
    body: str


def titled(said: str, employer: str) -> str:
    """Return what to do with where: "Thank Ms Okafor by e-mail (Riverside Hospital)"."""
    return f"{said} ({employer})" if employer else said


def discreet(channel: Channel) -> str:
    """Return what to do without saying with whom or why: anybody may look at this calendar."""
    return _(DISCREET.get(channel, MESSAGE))


def notice(sentence: str, lines: Sequence[str]) -> Notice:
    """Return the digest: a sentence, and at most four lines."""
    return Notice(
        _("For today"), "\n".join([sentence, *(f"– {line}" for line in lines[:MOST_LINES])])
    )
