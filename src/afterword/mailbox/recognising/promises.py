"""Dates that somebody promised in prose, each with its sentence; proposed, never applied."""

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from afterword.etiquette.vocabulary import PromiseOf
from afterword.mailbox.recognising import wording
from afterword.mailbox.recognising.hours import moments
from afterword.mailbox.recognising.sentences import Sentence, Text

ANSWER_BY = "answer-by"  # what the employer expects of the candidate


class Promise(msgspec.Struct, frozen=True):
    """What somebody said would follow, until when (the longest figure of a range), and how."""

    what: PromiseOf
    by: date
    sentence: str


def promises(text: Text, sent: datetime) -> tuple[Promise, ...]:
    """Return what a text promises with a date that is not past."""
    found = []
    for sentence in text.sentences:
        what = next(_said(sentence, {str(one) for one in PromiseOf}), None)
        days = [one.at.date() for one in moments(sentence.quoted, sent)] if what else []
        if what and days and max(days) >= sent.date():
            found.append(Promise(PromiseOf(what), max(days), sentence.quoted))
    return tuple(found)


def answer_by(text: Text, sent: datetime) -> date | None:
    """Return the day until which the employer asks for an answer."""
    for sentence in text.sentences:
        if next(_said(sentence, {ANSWER_BY}), None):
            for one in moments(sentence.quoted, sent):
                if one.at.date() >= sent.date():
                    return one.at.date()
    return None


def _said(sentence: Sentence, wanted: set[str]) -> Iterator[str]:
    """Yield what a sentence says will follow, unless it is a mere possibility."""
    for language in wording.languages():
        for what, phrases in language.promises.items():
            for match in (
                one for phrase in phrases if what in wanted for one in phrase.find(sentence.words)
            ):
                before = sentence.words[: match.start()]
                if not any(next(one.find(before), None) for one in language.hypothetical):
                    yield what
