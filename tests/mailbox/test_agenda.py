"""The contract of an Agenda: what holds in memory holds behind a real server."""

import pytest

from afterword.mailbox.agenda import Changed, Gone, Taken, base, is_kin
from afterword.mailbox.entries import tells
from tests.mailbox.desks import Desk, raw


def test_the_calendar_is_offered_by_its_name(desk: Desk) -> None:
    (only,) = desk.agenda().calendars()
    assert (only.url, only.name) == (desk.calendar, "Hunt")


def test_what_was_written_is_there(desk: Desk) -> None:
    etag = desk.agenda().put(desk.calendar, "a.ics", raw())
    found = desk.agenda().entry(desk.calendar, "a.ics")
    assert found
    assert found.etag == etag
    assert tells(found.raw) == tells(raw())


def test_only_what_was_asked_for_is_told(desk: Desk) -> None:
    agenda = desk.agenda()
    agenda.put(desk.calendar, "dentist.ics", raw("dentist", "Dentist"))
    etag = agenda.put(desk.calendar, "a.ics", raw())
    assert agenda.etags(desk.calendar, ["a.ics", "b.ics"]) == {"a.ics": etag}
    assert agenda.etags(desk.calendar, []) == {}


def test_many_are_told_at_once(desk: Desk) -> None:
    agenda = desk.agenda()
    agenda.put(desk.calendar, "n7.ics", raw("n7"))
    found = agenda.etags(desk.calendar, [f"n{number}.ics" for number in range(120)])
    assert set(found) == {"n7.ics"}


def test_what_is_not_there_is_nothing(desk: Desk) -> None:
    assert desk.agenda().entry(desk.calendar, "a.ics") is None
    assert desk.agenda().remove(desk.calendar, "a.ics", '"x"') is False


def test_nothing_is_written_over_what_is_there(desk: Desk) -> None:
    desk.agenda().put(desk.calendar, "a.ics", raw(title="Mine"))
    with pytest.raises(Changed):
        desk.agenda().put(desk.calendar, "a.ics", raw())


def test_an_entry_is_replaced_in_the_state_that_was_seen_and_in_no_other(desk: Desk) -> None:
    agenda = desk.agenda()
    first = agenda.put(desk.calendar, "a.ics", raw())
    second = agenda.put(desk.calendar, "a.ics", raw(days=1), instead=first)
    assert first != second
    with pytest.raises(Changed):
        agenda.put(desk.calendar, "a.ics", raw(days=2), instead=first)


def test_what_was_taken_away_meanwhile_is_not_written_anew(desk: Desk) -> None:
    agenda = desk.agenda()
    etag = agenda.put(desk.calendar, "a.ics", raw())
    assert agenda.remove(desk.calendar, "a.ics", etag)
    with pytest.raises(Changed):
        agenda.put(desk.calendar, "a.ics", raw(days=1), instead=etag)


def test_an_entry_is_taken_away_in_the_state_that_was_seen_and_in_no_other(desk: Desk) -> None:
    agenda = desk.agenda()
    first = agenda.put(desk.calendar, "a.ics", raw())
    agenda.put(desk.calendar, "a.ics", raw(days=1), instead=first)
    with pytest.raises(Changed):
        agenda.remove(desk.calendar, "a.ics", first)
    assert agenda.entry(desk.calendar, "a.ics")


def test_the_same_thing_under_another_name_is_not_written_twice(desk: Desk) -> None:
    agenda = desk.agenda()
    agenda.put(desk.calendar, "imported-by-hand.ics", raw("a"))
    with pytest.raises(Taken):
        agenda.put(desk.calendar, "a.ics", raw("a"))


def test_a_calendar_that_is_gone_is_told(desk: Desk) -> None:
    agenda = desk.agenda()
    desk.drop()
    with pytest.raises(Gone):
        agenda.etags(desk.calendar, ["a.ics"])
    with pytest.raises(Gone):
        agenda.put(desk.calendar, "a.ics", raw())


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("example.org", "https://example.org/"),
        ("alice@Example.org", "https://example.org/"),
        ("https://dav.example.org:8443/alice/", "https://dav.example.org:8443/alice/"),
        ("http://localhost:5232", "http://localhost:5232/"),
        ("http://127.0.0.1:5232/alice/", "http://127.0.0.1:5232/alice/"),
    ],
)
def test_an_address_is_taken_as_people_type_it(typed: str, url: str) -> None:
    assert base(typed) == url


@pytest.mark.parametrize(
    "typed",
    [
        *("", "http://example.org/", "https://me:word@example.org/", "https://example.org/?a=1"),
        *("ftp://example.org", "https://exa mple.org", "https://example.org:0/", "https:///dav"),
        *("https://example.org:99999", "https://example.org/ü", "https://[::1", "webcal://x.org"),
    ],
)
def test_what_is_no_such_address_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        base(typed)


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("https://caldav.example.com/", "https://p42-caldav.example.com:443/1/", True),
        ("https://example.com/", "https://example.com/dav/", True),
        ("https://example.com/", "https://evil.com/", False),
        ("https://one.com/", "https://two.com/", False),
        ("https://dav.example.com/", "http://dav.example.com/", False),
        ("https://localhost:5232/", "https://localhost:5233/", False),
    ],
)
def test_who_may_be_told_the_password(one: str, other: str, kin: bool) -> None:
    assert is_kin(one, other) is kin
