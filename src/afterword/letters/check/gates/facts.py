"""Nothing that the candidate did not note: numbers, days, names, quotations and claims."""

import re
from collections.abc import Iterator

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.gates.employer import is_wrong_employer
from afterword.letters.check.lexicon import plain, stem
from afterword.letters.check.manner import Slip
from afterword.letters.check.numbers import Number, numbers
from afterword.letters.check.proper import proper_names
from afterword.letters.check.sheet import Sheet, words_of
from afterword.letters.finding import Finding, Severity
from afterword.letters.message import WORD, Span

QUOTED = re.compile(r"[“\"]([^”\"\n]{8,120})[”\"]")
LARGEST_OF_MANNERS = 3
"""A number in words up to which it claims nothing: "two or three things"."""
ROUND = 10
SHORTEST_DAY = 3
"""Letters by which a month or a weekday is known: Mar, Tue."""
# Acts in which a day or an hour is proposed, and so cannot be in the notes yet.
ARRANGING = frozenset({Act.ASK_FOR_TIME, Act.REPLY, Act.APOLOGY, Act.NEGOTIATE})


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield everything that stands in the draft and in no note."""
    yield from _names(sheet)
    yield from _numbers(sheet)
    yield from _days(sheet)
    yield from _quotations(sheet)


def invented(sheet: Sheet, where: Span, severity: Severity | None = None) -> Finding:
    """Return the finding about something that is in no note."""
    return sheet.tell(Slip.INVENTED, where, severity, said=where.text)


def _names(sheet: Sheet) -> Iterator[Finding]:
    for name in proper_names(sheet):
        if not (sheet.occasion.employer and is_wrong_employer(name, sheet)):
            yield invented(sheet, name.span)


def _numbers(sheet: Sheet) -> Iterator[Finding]:
    body = sheet.message.body
    for number in numbers(body.text, sheet.lexicon):
        span = number.span
        in_words = span.text[0].isalpha()
        if number.values & sheet.numbers or (in_words and not _is_claim(number, sheet)):
            continue
        where = _whole(sheet, span.start, span.end)
        yield invented(sheet, where, Severity.CONSIDER if _may_be(where, sheet) else None)


def _is_claim(number: Number, sheet: Sheet) -> bool:
    """Return whether a number in words is a claim: large, or of people, years and the like."""
    after = sheet.message.body.text[number.span.end :].lower().lstrip()
    small = all(int(value) <= LARGEST_OF_MANNERS for value in number.values)
    if small or re.match(sheet.lexicon.dated.clock, after):
        return False
    counted = next(iter(words_of([after])), "")
    large = any(int(value) > ROUND for value in number.values)
    return counted in sheet.lexicon.counted or (large and counted not in sheet.lexicon.durations)


def _may_be(where: Span, sheet: Sheet) -> bool:
    """Return whether a number is one of arranging: a time, or a day where no other was noted."""
    if sheet.occasion.act in ARRANGING:
        return True
    said, rest = sheet.lexicon.dated, sheet.message.text[where.start :]
    if re.match(said.time, rest):
        return True
    noted = any(re.search(said.ordinal, note) for note in sheet.claims.notes)
    named = re.match(said.month, rest)
    return bool(re.match(said.ordinal, where.text)) and not noted and not named


def _whole(sheet: Sheet, start: int, end: int) -> Span:
    """Return a number with the word that says of what."""
    body = sheet.message.body
    after = re.match(r"[\w%]*(?:[ -]+\w+)?", body.text[end:])
    stop = end + (after.end() if after else 0)
    return Span(body.text[start:stop], body.start + start)


def _days(sheet: Sheet) -> Iterator[Finding]:
    """Yield months that nothing knows of, and a day of the meeting that is another."""
    known, body, lexicon = _months(sheet), sheet.message.body, sheet.lexicon
    foreign = set(lexicon.months) - known - lexicon.common_words if known else set()
    for word in WORD.finditer(body.text):
        name = plain(word[0])
        if word[0].istitle() and name in foreign:
            yield invented(sheet, Span(word[0], body.start + word.start()), Severity.FIX)
    yield from _meeting(sheet)


def _months(sheet: Sheet) -> frozenset[str]:
    """Return the months that may be named, short forms counted; empty if no day is known at all."""
    at, months = sheet.occasion, sheet.lexicon.months
    days = [day for day in (at.today, at.met, at.promised, at.deadline, at.answer_by) if day]
    known = {months[day.month - 1] for day in days}
    for word in words_of(sheet.claims.notes):
        short = plain(word)
        known |= {
            month for month in months if len(short) >= SHORTEST_DAY and month.startswith(short)
        }
    return frozenset(known)


def _meeting(sheet: Sheet) -> Iterator[Finding]:
    """Yield a weekday that is said to be that of the meeting, and is another."""
    met, weekdays = sheet.occasion.met, sheet.lexicon.weekdays
    if met is None:
        return
    noted = {plain(word).removesuffix("s") for word in words_of(sheet.sources)}
    for sentence in sheet.message.sentences:
        for found in re.finditer(sheet.lexicon.met, sentence.text):
            day = plain(found["day"])
            if re.match(sheet.lexicon.dated.of_it, sentence.text[found.end("day") :]):
                continue  # "Wednesday's offer" came on another day than the meeting
            if day != weekdays[met.weekday()] and not any(
                day.startswith(word) for word in noted if len(word) >= SHORTEST_DAY
            ):
                yield invented(sheet, Span(found["day"], sentence.start + found.start("day")))


def _quotations(sheet: Sheet) -> Iterator[Finding]:
    """Yield words put into somebody's mouth, most of which no note holds."""
    body = sheet.message.body
    for found in QUOTED.finditer(body.text):
        words = [one for one in words_of([found[1]]) if not sheet.speller.is_everyday(plain(one))]
        unknown = sum(stem(one) not in sheet.known for one in words)
        if len(words) > 1 and unknown * 2 > len(words):
            yield invented(sheet, Span(found[1], body.start + found.start(1)), Severity.CONSIDER)
