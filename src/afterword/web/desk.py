"""The desk at which letters are written: composed from notes, and read once more before they go."""

import threading
from functools import cache

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from afterword import languages
from afterword.aids import aids
from afterword.etiquette.judge import Verdict
from afterword.etiquette.situation import GUESSED, Situation
from afterword.etiquette.vocabulary import Act, Basis, Channel
from afterword.letters.bands import Band, band
from afterword.letters.check.review import Review, review
from afterword.letters.check.sheet import Claims
from afterword.letters.compose import compose
from afterword.letters.draft import Draft, Unwritten
from afterword.letters.finding import Class, Finding, Severity
from afterword.letters.message import Message
from afterword.letters.notes import Notes
from afterword.letters.occasion import Occasion, occasion
from afterword.letters.profile import Profile, Spelling
from afterword.web import phrases

WORDS_A_MINUTE = 240
SECONDS = 60
LONGEST = 20_000
NAMES: dict[Severity, object] = {
    Severity.STOP: lazy("Stop"),
    Severity.FIX: lazy("Fix"),
    Severity.CONSIDER: lazy("Consider"),
}
REPLACEABLE = 200


class Found(msgspec.Struct, frozen=True):
    """A finding as the page shows it; `start` and `end` count within the text, not the subject."""

    severity: str
    called: object
    quoted: str
    reason: str
    alternative: str
    start: int
    end: int
    use: bool
    claimed: bool
    rule: str
    basis: Basis | None
    source: str


class Desk(msgspec.Struct, frozen=True):
    """What was found in a draft, and how long it is."""

    words: int
    band: Band
    seconds: int
    specifics: tuple[str, ...]
    found: tuple[Found, ...]
    said: str
    stops: int
    ready: bool


def letter(at: Occasion, notes: Notes, profile: Profile, *, variant: int = 0) -> Draft | Unwritten:
    """Return the letter for an occasion, in the words of a variant; `profile` as `spelt` there."""
    language = languages.language(profile.language, (at.kind,))
    return compose(at, notes, profile, language, variant=variant)


def at_desk(situation: Situation, act: Act, channel: Channel, to: str) -> Occasion:
    """Return the occasion of a letter; somebody who is not in the situation is nobody."""
    known = {one.id for one in situation.people}
    return occasion(situation, act, channel, to if to in known else "")


def spelt(profile: Profile, country: str) -> Profile:
    """Return a profile with the spelling of the employer's country, where it is American."""
    american = country.partition("-")[0] == "US"
    return msgspec.structs.replace(profile, spelling=Spelling.US) if american else profile


def look(
    at: Occasion, subject: str, text: str, claimed: Claims, verdict: Verdict | None = None
) -> Desk:
    """Return what a reader may stumble on, in reading order."""
    head = f"Subject: {subject}\n\n" if subject else ""
    whole = head + text
    found = review(whole, at, claimed, aids(), verdict)
    words = len(Message(whole).words)
    shown = tuple(_found(one, whole, len(head)) for one in found.findings)
    return Desk(
        words=words,
        band=band(at),
        seconds=max(5, round(words / WORDS_A_MINUTE * SECONDS / 5) * 5),
        specifics=found.specifics,
        found=shown,
        said=_said(found),
        stops=sum(one.severity is Severity.STOP for one in found.findings),
        ready=found.ready,
    )


def _found(one: Finding, whole: str, head: int) -> Found:
    quoted = whole[one.start : one.end]
    in_text = one.start >= head and one.end > one.start
    return Found(
        severity=str(one.severity),
        called=NAMES[one.severity],
        quoted=quoted
        if len(quoted) <= REPLACEABLE
        else f"{quoted[:REPLACEABLE].rsplit(' ', 1)[0]} …",
        reason=one.reason,
        alternative=one.alternative,
        start=one.start - head,
        end=one.end - head,
        use=one.fits and in_text,
        claimed=one.class_ is Class.INVENTED_FACT and in_text,
        rule=one.rule,
        basis=one.basis,
        source=one.source,
    )


def _said(found: Review) -> str:
    count = len(found.findings)
    if not count:
        return _("Nothing that a reader would stumble on.")
    what = (
        _("One thing to look at.")
        if count == 1
        else _("%(count)s things to look at.") % {"count": phrases.count(count).capitalize()}
    )
    if any(one.severity is Severity.STOP for one in found.findings):
        return what
    return _("%(what)s Nothing that stops you.") % {"what": what}


def mail_address(situation: Situation, to: str) -> str:
    """Return the e-mail address of somebody, where it is written down and not guessed."""
    known = next((one.email for one in situation.people if one.id == to), None)
    return known if isinstance(known, str) and known != GUESSED else ""


@cache
def warm_soon() -> None:
    """Begin to load what reads a letter, beside whatever else goes on: who types needs not wait.

    Not at the start: it takes half of the memory, and there are days without a letter.
    """
    threading.Thread(target=aids, name="the reader of letters", daemon=True).start()
