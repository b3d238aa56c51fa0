"""The journal as a table for spreadsheets: one line for each event."""

import csv
import io
from collections.abc import Sequence

import msgspec

from afterword.actions.by_the_clock import listed
from afterword.etiquette.events import Event
from afterword.journal.held import Held
from afterword.journal.situation import event_fields

HEADINGS = ("opportunity", "employer", "role", "country", "on", "event", "with", "details")
# A spreadsheet takes a cell that begins so for a formula, and runs it (OWASP: CSV injection); the
# last four are the wide forms of the first, which some read alike.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", *map(chr, (0xFF1D, 0xFF0B, 0xFF0D, 0xFF20)))
PEOPLE = ("with", "to", "from", "who", "to_whom")
BOM = b"\xef\xbb\xbf"  # without it, Excel reads UTF-8 as if it were Windows-1252


def as_csv(books: Sequence[Held]) -> bytes:
    """Return opportunities with their events as CSV; one without events has one line."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for book in books:
        facts = book.facts
        known = (book.uid, facts.employer, facts.role, facts.country)
        names = {row.key: row.name or row.key for row in book.people}
        for event in listed(book):
            writer.writerow(map(safe, (*known, *told(event, names))))
        if not book.events:
            writer.writerow(map(safe, (*known, "", "", "", "")))
    return BOM + text.getvalue().encode()


def told(event: Event, names: dict[str, str]) -> tuple[str, str, str, str]:
    """Return when an event was, what it was, who took part, and what else is known of it."""
    fields = event_fields(event)
    payload: dict[str, object] = fields["payload"]
    people: list[str] = []
    for field in PEOPLE:
        value = payload.get(field, ())
        keys = [value] if isinstance(value, str) else value
        people.extend(names.get(str(key), str(key)) for key in keys)  # type: ignore[attr-defined]  # a list of ids
    others = {field: value for field, value in payload.items() if field not in PEOPLE}
    details = "; ".join(f"{name}: {_plain(value)}" for name, value in others.items())
    return fields["on"], fields["kind"], ", ".join(people), details


def _plain(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet runs: where it could, an apostrophe stands before it."""
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell
