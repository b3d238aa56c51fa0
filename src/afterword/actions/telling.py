"""The journal as Markdown, for people to read, print or hand on."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from afterword import phrases
from afterword.actions.by_the_clock import listed
from afterword.actions.planning import plan_of
from afterword.actions.said import said
from afterword.actions.tables.spreadsheet import told
from afterword.journal.held import Held

HOUR = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*")
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!])")


def as_markdown(books: Sequence[Held], now: datetime) -> str:
    """Return opportunities as a document: what happened, what was noted, and the plan of `now`."""
    lines = [line for book in books for line in _book(book, now)]
    return "\n".join([f"# Afterword, {phrases.full_moment(now)}", "", *lines])


def _book(book: Held, now: datetime) -> Iterator[str]:
    facts, planned = book.facts, plan_of(book, now)
    title = " · ".join(part for part in (facts.employer, facts.role) if part) or book.uid
    yield f"## {plain(title)}"
    yield ""
    yield planned.sentence
    yield ""
    for person in book.people:
        yield f"- {plain(person.name or person.key)} ({person.role})"
    yield from _section(f"What happened (by the clock of {facts.timezone})", _events(book))
    yield from _section("Notes", (plain(f"{row.stem}: {row.text}") for row in book.notes))
    yield from _section("To do", (plain(said(step, planned.stage)) for step in planned.steps))
    yield ""


def _events(book: Held) -> Iterator[str]:
    names = {row.key: row.name or row.key for row in book.people}
    for event in listed(book):
        on, kind, *others = told(event, names)
        about = "; ".join(part for part in others if part)
        line = f"{on} {kind.replace('-', ' ')}{f' ({about})' if about else ''}"
        yield plain(HOUR.sub(r"\1 \2", line))


def _section(heading: str, lines: Iterator[str]) -> Iterator[str]:
    items = [f"- {line}" for line in lines]
    if items:
        yield ""
        yield f"### {heading}"
        yield ""
        yield from items


def plain(text: str) -> str:
    """Return text in one line in which no sign means anything to Markdown."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
