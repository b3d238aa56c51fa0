"""Another program's table, read into situations: one for each line."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

import msgspec

from afterword.actions.presets import Field, Preset, columns, recognised, stage
from afterword.etiquette import events
from afterword.etiquette.moment import Moment
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.etiquette.situation import Opportunity, Person, Situation
from afterword.etiquette.vocabulary import Stage

MONTH_FIRST = ("%m/%d/%y, %I:%M %p", "%m/%d/%y", "%m/%d/%Y", "%m/%d/%Y %H:%M")
DAY_FIRST = ("%d/%m/%y", "%d/%m/%Y", "%d/%m/%Y %H:%M")
CLEAR = ("%d.%m.%Y", "%d.%m.%y", "%Y/%m/%d", "%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y")
ENDINGS: dict[Stage, type[events.Happening]] = {
    Stage.OFFERED: events.Offered,
    Stage.ACCEPTED: events.Accepted,
    Stage.REJECTED: events.Rejected,
    Stage.WITHDRAWN: events.Withdrew,
    Stage.DECLINED: events.Declined,
}


class Told(msgspec.Struct, frozen=True):
    """A line of a table: its name, what it tells, its note, and what could not be read of it."""

    uid: str
    situation: Situation
    employer: str
    role: str
    note: str = ""
    remarks: tuple[str, ...] = ()


def told(text: str, preset: Preset | None, now: datetime) -> Iterator[Told]:
    """Yield what each line of a table tells; raises Malformed for what is no such table."""
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    try:
        headings, *lines = [
            row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if row
        ]
    except (ValueError, csv.Error) as error:
        raise Malformed([Problem("", f"this is no table: {error}")], Guide.FILE) from error
    kind = preset or recognised(headings)
    where = columns(kind, headings)
    if Field.EMPLOYER not in where:
        message = "no column is called company or employer"
        raise Malformed([Problem("first line", message, accepted=tuple(headings))], Guide.FILE)
    rows = [_cells(line, where) for line in lines]
    dates = [row.get(field, "") for row in rows for field in (Field.APPLIED, Field.INTERVIEWED)]
    reader = _Reader(kind, now, day_first=_day_comes_first(kind, dates))
    for row in rows:
        if row.get(Field.EMPLOYER) or row.get(Field.ROLE):
            yield reader.told(row)


def _cells(line: Sequence[str], where: dict[Field, int]) -> dict[Field, str]:
    return {field: line[place].strip() for field, place in where.items() if place < len(line)}


def _day_comes_first(preset: Preset, dates: Sequence[str]) -> bool:
    """Return whether dates such as 4/3/2026 begin with the day, by those that leave no choice."""
    if preset is Preset.LINKEDIN:
        return False
    firsts = [text.partition("/")[0] for text in dates if "/" in text]
    return any(first.isdecimal() and len(first) <= 2 and int(first) > 12 for first in firsts)  # noqa: PLR2004  months in a year, digits of a day


class _Reader:
    """Reads the lines of one table."""

    def __init__(self, preset: Preset, now: datetime, *, day_first: bool) -> None:
        self.preset, self.now = preset, now
        self.formats = (*CLEAR, *(DAY_FIRST if day_first else MONTH_FIRST))

    def told(self, row: dict[Field, str]) -> Told:
        remarks: list[str] = []
        employer, role = row.get(Field.EMPLOYER, ""), row.get(Field.ROLE, "")
        applied = self._day(row.get(Field.APPLIED, ""), remarks)
        met = self._day(row.get(Field.INTERVIEWED, ""), remarks)
        updated = self._day(row.get(Field.UPDATED, ""), remarks)
        happened: list[events.Event] = []
        if applied:
            happened.append(events.Applied(on=Moment(applied)))
        if met:
            happened.append(events.Interview(on=Moment(met)))
        last = max((day for day in (applied, met, updated) if day), default=None)
        happened.extend(self._status(row.get(Field.STATUS, ""), last, remarks))
        name = f"{self.preset}|{employer}|{role}|{row.get(Field.URL) or applied or ''}"
        return Told(
            uid=uuid5(NAMESPACE_URL, name.casefold()).hex,
            situation=Situation(
                now=Moment(self.now),
                opportunity=Opportunity(role=role, employer=employer),
                people=tuple(_contact(row)),
                events=tuple(happened),
            ),
            employer=employer,
            role=role,
            note=row.get(Field.NOTES, ""),
            remarks=tuple(remarks),
        )

    def _status(self, status: str, last: date | None, remarks: list[str]) -> Iterator[events.Event]:
        if not status:
            return
        came = stage(status)
        if came is None:
            remarks.append(f"the status {status!r} is left out: it is not known")
        elif ending := ENDINGS.get(came):
            if last is None:
                remarks.append(f"the status {status!r} is left out: no day stands in the line")
            else:
                yield ending(on=Moment(last))  # type: ignore[misc]  # each of them is an event

    def _day(self, text: str, remarks: list[str]) -> date | None:
        """Return the day that a cell names; one in the future is a plan, and not what happened."""
        if not text:
            return None
        day = self._parsed(text)
        if day is None:
            remarks.append(f"the date {text!r} is left out: it cannot be read")
        elif day > self.now.date():
            remarks.append(f"the date {text!r} is left out: it has not come yet")
            return None
        return day

    def _parsed(self, text: str) -> date | None:
        try:
            return datetime.fromisoformat(text).date()
        except ValueError:
            pass
        for form in self.formats:
            try:
                return datetime.strptime(text, form).date()  # noqa: DTZ007  a day needs no zone
            except ValueError:
                continue
        return None


def _contact(row: dict[Field, str]) -> Iterator[Person]:
    name, email = row.get(Field.CONTACT, ""), row.get(Field.EMAIL, "")
    if name or email:
        yield Person(id="contact", name=name, email=email or None)
