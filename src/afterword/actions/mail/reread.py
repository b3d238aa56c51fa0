"""A letter read once more as its reader will, before a person's yes to it counts."""

from datetime import datetime

from afterword.actions.preferences import preferences
from afterword.actions.values import StepKey
from afterword.aids import aids
from afterword.etiquette.vocabulary import Channel
from afterword.journal.held import Held
from afterword.journal.situation import situation_of
from afterword.letters.check.review import review
from afterword.letters.check.sheet import claims_to
from afterword.letters.finding import Severity
from afterword.letters.notes import Note, Stem
from afterword.letters.occasion import occasion


def stops(held: Held, key: StepKey, subject: str, text: str, *, now: datetime) -> tuple[str, ...]:
    """Return the reasons for which a letter had better not go as it is."""
    situation = situation_of(held, now)
    known = {person.id for person in situation.people}
    notes = tuple(Note(row.text, Stem(row.stem), row.about) for row in held.notes)
    siblings = [row.text for row in held.drafts if row.step != str(key)]
    claims = claims_to(key.to, notes, preferences(held.opportunity.owner).profile.names, siblings)
    at = occasion(situation, key.act, Channel.EMAIL, key.to if key.to in known else "")
    found = review(f"Subject: {subject}\n\n{text}", at, claims, aids())
    return tuple(one.reason for one in found.findings if one.severity is Severity.STOP)
