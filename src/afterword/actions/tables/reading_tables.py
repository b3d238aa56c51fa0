"""Another program's table, read into situations: one for each line."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

import msgspec

from afterword.actions.tables.presets import Field, Preset, Reading, columns, recognised, stage
from afterword.actions.tables.reading_dates import day, day_comes_first, unclear
from afterword.actions.tables.unpacking import refuse
from afterword.etiquette import events
from afterword.etiquette.moment import Moment
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.etiquette.situation import Opportunity, Person, Situation
from afterword.etiquette.vocabulary import Stage

# Each line is planned and written in one go with all others: so many take half a minute.
MOST_LINES, MOST_COLUMNS = 5_000, 200
LONGEST = 200
NONE = frozenset({"-", "–", "—"})  # how Huntr, and people, write that there is nothing
DATES = (Field.APPLIED, Field.INTERVIEWED, Field.UPDATED, Field.ADDED)
HAPPENED: dict[Stage, type[events.Happening]] = {
    Stage.APPLIED: events.Applied,
    Stage.OFFERED: events.Offered,
    Stage.ACCEPTED: events.Accepted,
    Stage.REJECTED: events.Rejected,
    Stage.WITHDRAWN: events.Withdrew,
    Stage.DECLINED: events.Declined,
}
Row = Mapping[Field, str]


class Table(msgspec.Struct, frozen=True):
    """A table as it is understood: whose it is, what each column is taken for, and its lines.

    `unclear` are dates of which nobody knows whether they begin with the day; empty where they are
    clear, or where it was said.
    """

    preset: Preset
    headings: tuple[str, ...]
    columns: Mapping[Field, int]
    lines: tuple[tuple[str, ...], ...]
    unclear: tuple[str, ...]
    day_first: bool

    def rows(self) -> Iterator[Row]:
        """Yield the lines by what their cells mean."""
        for line in self.lines:
            yield _row(line, self.columns)


class Told(msgspec.Struct, frozen=True):
    """A line of a table: its name, what it tells, its note, and what could not be read of it."""

    uid: str
    situation: Situation
    employer: str
    role: str
    note: str = ""
    remarks: tuple[str, ...] = ()


def table(text: str, how: Reading) -> Table:
    """Return a table as it is understood; raises Malformed for what is none."""
    headings, lines = _lines(text)
    kind = how.preset or recognised(headings)
    given = how.columns if how.columns is not None else columns(kind, headings)
    where = {field: place for field, place in given.items() if place < len(headings)}
    rows = [_row(line, where) for line in lines]
    dates = [row[field] for row in rows for field in DATES if row.get(field)]
    month_first = kind is Preset.LINKEDIN  # as its archive is made, wherever one lives
    settled = how.day_first is not None or month_first
    return Table(
        preset=kind,
        headings=headings,
        columns=where,
        lines=lines,
        unclear=() if settled else unclear(dates),
        day_first=bool(how.day_first) if settled else day_comes_first(dates),
    )


def told(table: Table, how: Reading, now: datetime) -> Iterator[Told]:
    """Yield what each line of a table tells; raises Malformed where that must be asked first."""
    if Field.EMPLOYER not in table.columns:
        message = "no column is called company or employer: say which one is"
        raise Malformed([Problem("columns", message, accepted=table.headings)], Guide.TABLE)
    if table.unclear:
        message = f"{table.unclear[0]!r} may begin with the day or with the month: say which"
        accepted = ("day-first", "month-first")
        raise Malformed([Problem("dates", message, table.unclear[0], accepted)], Guide.TABLE)
    reader = _Reader(how, now, day_first=table.day_first)
    for row in table.rows():
        if row.get(Field.EMPLOYER) or row.get(Field.ROLE):
            yield reader.told(row)


def _lines(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    found: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            found.extend([tuple(row)] if any(row) else [])
            if len(found) > MOST_LINES + 1 or len(row) > MOST_COLUMNS:
                refuse(f"has more than {MOST_LINES:,} lines or {MOST_COLUMNS} columns")
    except csv.Error as error:
        refuse(f"this is no table: {error}")
    if not found:
        refuse("there is nothing in it")
    return found[0], tuple(found[1:])


def _row(line: Sequence[str], where: Mapping[Field, int]) -> Row:
    cells = {field: line[place].strip() for field, place in where.items() if place < len(line)}
    return {field: "" if cell in NONE else cell for field, cell in cells.items()}


class _Reader:
    """Reads the lines of one table."""

    def __init__(self, how: Reading, now: datetime, *, day_first: bool) -> None:
        self.how, self.now, self.day_first = how, now, day_first

    def told(self, row: Row) -> Told:
        remarks: list[str] = []
        employer = _named(row, Field.EMPLOYER, remarks)
        role = _named(row, Field.ROLE, remarks)
        named = row.get(Field.URL) or row.get(Field.APPLIED) or row.get(Field.ADDED) or ""
        return Told(
            uid=uuid5(NAMESPACE_URL, f"{employer}|{role}|{named}".casefold()).hex,
            situation=Situation(
                now=Moment(self.now),
                timezone=self.how.zone or "UTC",
                opportunity=self._facts(employer, role),
                people=tuple(_contact(row)),
                events=tuple(self._events(row, remarks)),
            ),
            employer=employer,
            role=role,
            note=row.get(Field.NOTES, ""),
            remarks=tuple(remarks),
        )

    def _facts(self, employer: str, role: str) -> Opportunity:
        facts = Opportunity(role=role, employer=employer)
        country = self.how.country
        return msgspec.structs.replace(facts, country=country) if country else facts

    def _events(self, row: Row, remarks: list[str]) -> Iterator[events.Event]:
        days = {field: self._day(row.get(field, ""), remarks) for field in DATES}
        applied, met = days[Field.APPLIED], days[Field.INTERVIEWED]
        if applied:
            yield events.Applied(on=Moment(applied))
        if met:
            yield events.Interview(on=Moment(met))
        known = [one for one in (applied, met, days[Field.UPDATED]) if one]
        last = max(known, default=days[Field.ADDED])
        came = _came(row.get(Field.STATUS, ""), remarks)
        if came is Stage.INTERVIEWED and not met:
            remarks.append("it says that you had an interview, but not when: add that yourself")
        happened = HAPPENED.get(came) if came else None
        if happened is None or (came is Stage.APPLIED and applied):
            return
        if last is None:
            status = row[Field.STATUS]
            remarks.append(f"the status {status!r} is left out: no day stands in the line")
        else:
            yield happened(on=Moment(last))  # type: ignore[misc]  # each of them is an event

    def _day(self, text: str, remarks: list[str]) -> date | None:
        """Return the day that a cell names; one in the future is a plan, and not what happened."""
        if not text:
            return None
        found = day(text, day_first=self.day_first)
        if found is None:
            remarks.append(f"the date {text[:LONGEST]!r} is left out: it cannot be read")
        elif found > self.now.date():
            remarks.append(f"the date {text[:LONGEST]!r} is left out: it has not come yet")
            return None
        return found


def _came(status: str, remarks: list[str]) -> Stage | None:
    came = stage(status) if status else None
    if status and came is None:
        remarks.append(f"the status {status[:LONGEST]!r} is left out: it is not known")
    return came


def _named(row: Row, field: Field, remarks: list[str]) -> str:
    said = " ".join(row.get(field, "").split())
    if len(said) > LONGEST:
        remarks.append(f"the {field} is cut after {LONGEST} characters")
    return said[:LONGEST]


def _contact(row: Row) -> Iterator[Person]:
    name, email = row.get(Field.CONTACT, ""), row.get(Field.EMAIL, "")
    if name or email:
        yield Person(id="contact", name=name[:LONGEST], email=email[:LONGEST] or None)
