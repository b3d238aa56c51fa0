"""What becomes of our entries in somebody's calendar: decided from what is there, and done once."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from afterword.mailbox.agenda_memory import MemoryAgenda
from afterword.mailbox.entries import (
    Before,
    Deed,
    Forget,
    Keep,
    Leave,
    Put,
    Remove,
    Replace,
    There,
    carry_out,
    decide,
    present,
    tells,
    tells_of,
    wish,
)
from afterword.reminders.calendar import alone
from afterword.reminders.entry import Entry
from tests.mailbox.desks import MEMORY, TUESDAY, Desk, MemoryDesk, Notes, entry, raw

OLD, NEW = wish(entry()), wish(entry(days=1))
EARLY = TUESDAY - timedelta(days=7)
OURS = Before("a", (OLD.tells,), '"1"', begins=TUESDAY)
BEGUN = replace(OURS, etag="", tells=(NEW.tells,))
HALF = replace(OURS, tells=(OLD.tells, NEW.tells))
AS_LEFT, OTHERWISE = There('"1"', OLD.tells), There('"2"', "something else")


@pytest.mark.parametrize(
    ("before", "there", "deed"),
    [
        (None, None, Put(NEW)),
        (OURS, AS_LEFT, Replace(NEW, AS_LEFT)),
        (OURS, There('"9"', OLD.tells), Replace(NEW, There('"9"', OLD.tells))),  # alarm silenced
        (OURS, OTHERWISE, Leave("a")),  # the person changed it
        (OURS, None, Leave("a")),  # the person took it away
        (None, OTHERWISE, Leave("a")),  # it was there before us
        (None, There('"2"', NEW.tells), Keep(NEW, '"2"')),
        (BEGUN, None, Put(NEW)),  # broke off before it was written
        (BEGUN, There('"2"', NEW.tells), Keep(NEW, '"2"')),  # or after
        (HALF, AS_LEFT, Replace(NEW, AS_LEFT)),
        (HALF, There('"2"', NEW.tells), Keep(NEW, '"2"')),
        (HALF, OTHERWISE, Leave("a")),
        (replace(OURS, theirs=True), AS_LEFT, None),
        (replace(OURS, theirs=True), None, None),
    ],
)
def test_what_belongs_there(before: Before | None, there: There | None, deed: Deed | None) -> None:
    assert decided([NEW.uid], before, there) == ([deed] if deed else [])


@pytest.mark.parametrize(
    ("before", "there", "deed"),
    [
        (OURS, AS_LEFT, Remove("a", '"1"')),
        (HALF, There('"2"', NEW.tells), Remove("a", '"2"')),
        (OURS, OTHERWISE, Leave("a")),
        (OURS, None, Forget("a")),
        (replace(OURS, theirs=True), AS_LEFT, None),
        (replace(OURS, begins=EARLY), AS_LEFT, None),  # an interview that took place stays
        (replace(OURS, begins=None), AS_LEFT, Remove("a", '"1"')),
    ],
)
def test_what_belongs_there_no_more(before: Before, there: There | None, deed: Deed | None) -> None:
    assert decided([], before, there) == ([deed] if deed else [])


def decided(wanted: list[str], before: Before | None, there: There | None) -> list[Deed]:
    wishes = [NEW] if wanted else []
    known = {before.uid: before} if before else {}
    return list(decide(wishes, known, {"a": there} if there else {}, now=EARLY))


def run(desk: Desk, notes: Notes, *wanted: Entry, now: datetime = EARLY) -> list[Deed]:
    """Bring a calendar up to what is wanted; return what was done."""
    agenda, wishes = desk.agenda(), [wish(one) for one in wanted]
    uids = {*(one.uid for one in wishes), *notes.before}
    there = present(agenda, desk.calendar, uids, notes.before)
    deeds = decide(wishes, notes.before, there, now=now)
    return list(carry_out(agenda, desk.calendar, deeds, notes))


def test_an_interview_is_put_moved_and_taken_away(desk: Desk) -> None:
    notes = Notes()
    assert [type(one) for one in run(desk, notes, entry())] == [Put]
    assert [type(one) for one in run(desk, notes, entry())] == [Keep]
    assert [type(one) for one in run(desk, notes, entry(days=1))] == [Replace]
    found = desk.agenda().entry(desk.calendar, "a.ics")
    assert found
    assert tells(found.raw) == tells(raw(days=1))
    assert [type(one) for one in run(desk, notes)] == [Remove]
    assert desk.agenda().entry(desk.calendar, "a.ics") is None
    assert notes.before == {}


def test_what_the_person_changed_is_never_touched_again(desk: Desk) -> None:
    notes = Notes()
    run(desk, notes, entry())
    etag = notes.before["a"].etag
    desk.agenda().put(
        desk.calendar, "a.ics", raw(title="With Lena, take the blue folder"), instead=etag
    )
    assert run(desk, notes, entry(days=1)) == [Leave("a")]
    assert run(desk, notes) == []
    found = desk.agenda().entry(desk.calendar, "a.ics")
    assert found
    assert b"blue folder" in found.raw


def test_what_the_person_took_away_does_not_come_back(desk: Desk) -> None:
    notes = Notes()
    run(desk, notes, entry())
    assert desk.agenda().remove(desk.calendar, "a.ics", notes.before["a"].etag)
    assert run(desk, notes, entry(days=1)) == [Leave("a")]
    assert run(desk, notes, entry(days=1)) == []
    assert desk.agenda().entry(desk.calendar, "a.ics") is None


def test_an_alarm_that_was_silenced_changes_nothing(desk: Desk) -> None:
    notes = Notes()
    run(desk, notes, entry())
    silenced = raw().replace(b"END:VEVENT", b"X-MOZ-LASTACK:20260310T120000Z\r\nEND:VEVENT")
    desk.agenda().put(desk.calendar, "a.ics", silenced, instead=notes.before["a"].etag)
    assert [type(one) for one in run(desk, notes, entry(days=1))] == [Replace]


def test_what_was_imported_by_hand_is_not_put_there_a_second_time(desk: Desk) -> None:
    notes = Notes()
    desk.agenda().put(desk.calendar, "by-hand.ics", raw("a"))
    run(desk, notes, entry())
    assert notes.before["a"].theirs
    assert desk.agenda().etags(desk.calendar, ["a.ics"]) == {}


def test_who_was_quicker_is_heeded_the_next_time() -> None:
    desk, notes = MemoryDesk(), Notes()
    run(desk, notes, entry())
    deeds = decide([NEW], notes.before, {"a": There('"1"', OLD.tells)}, now=EARLY)
    desk.server.write(MEMORY, "a.ics", raw(title="Mine"))
    assert list(carry_out(MemoryAgenda(desk.server), MEMORY, deeds, notes)) == []
    assert run(desk, notes, entry(days=1)) == [Leave("a")]


TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60)
ZONES = st.sampled_from([UTC, ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")])
MOMENTS = st.builds(
    lambda hours, zone: (TUESDAY + timedelta(hours=hours)).astimezone(zone),
    st.integers(0, 9000),
    ZONES,
)


@given(title=TITLES, details=TITLES, starts=MOMENTS)
def test_an_entry_tells_the_same_before_and_after_it_was_written(
    title: str, details: str, starts: datetime
) -> None:
    one = Entry("a", title, starts, starts + timedelta(hours=1), TUESDAY, details, rings=starts)
    assert tells(alone(one)) == tells_of(one)
    assert tells_of(replace(one, changed=EARLY)) == tells_of(one)


def test_whole_days_and_lengths_tell_the_same_too() -> None:
    day = Entry("a", "Leave alone", date(2026, 3, 9), date(2026, 3, 11), TUESDAY)
    as_length = alone(day).replace(b"DTEND;VALUE=DATE:20260311", b"DURATION:P2D")
    assert tells(as_length) == tells(alone(day)) == tells_of(day)
    assert wish(replace(day, busy=True)).begins == datetime(2026, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "change",
    [
        (b"SUMMARY:Interview (Corbel)", b"SUMMARY:Interview"),
        (b"20260310T140000Z", b"20260310T143000Z"),
        (b"END:VEVENT", b"LOCATION:Floor 3\r\nEND:VEVENT"),
        (b"END:VEVENT", b"DESCRIPTION:Bring a pen\r\nEND:VEVENT"),
        (b"END:VEVENT", b"RRULE:FREQ=DAILY\r\nEND:VEVENT"),
        (b"BEGIN:VEVENT", b"BEGIN:VTODO"),
        (b"DTSTART", b"X-START"),
    ],
)
def test_what_a_person_would_notice_is_noticed(change: tuple[bytes, bytes]) -> None:
    assert tells(raw().replace(*change)) != tells(raw())


@given(st.binary())
def test_whatever_lies_there_tells_something(lying: bytes) -> None:
    assert tells(lying)
