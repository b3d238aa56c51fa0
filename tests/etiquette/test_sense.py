"""A situation may be well formed in every field and still not make sense."""

import pytest

from afterword.etiquette.decode import from_raw
from afterword.etiquette.problem import Malformed, Problem
from tests.etiquette.timeline import situation


def problems(
    timeline: str, *, now: str = "2026-03-10 11:00", timezone: str = "UTC", proposal: str = ""
) -> list[str]:
    """Return what is wrong with a timeline, in words without the accepted values."""
    with pytest.raises(Malformed) as raised:
        situation(timeline, now=now, timezone=timezone, proposal=proposal)
    return [f"{problem.path}: {problem.message}" for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("event", "path"),
    [
        ("interview with=bob", "with[0]"),
        ("interview-scheduled at=2026-03-09 with=manager,bob", "with[1]"),
        ("sent act=thank-you to=manager,bob", "to[1]"),
        ("promised what=answer from=bob", "from"),
        ("told instruction=no-gifts from=bob", "from"),
        ("told instruction=call-me to_whom=bob", "to_whom"),
        ("received what=reply from=bob", "from"),
        ("absent who=bob until=2026-03-20", "who"),
        ("helped who=bob how=advice", "who"),
    ],
)
def test_whoever_an_event_names_must_be_among_the_people(event: str, path: str) -> None:
    message = f'events[0].{path}: "bob" is not the id of anybody in people'
    assert problems(f"2026-03-03 {event}") == [message]


def test_whoever_a_proposal_names_must_be_among_the_people() -> None:
    message = 'proposal.to[1]: "bob" is not the id of anybody in people'
    assert problems("", proposal="thank-you to=manager,bob") == [message]


def test_an_unknown_person_comes_with_those_who_are_known() -> None:
    raw = {
        "now": "2026-03-10",
        "people": [{"id": "manager"}, {"id": "eve"}],
        "events": [{"on": "2026-03-03", "kind": "helped", "who": "bob", "how": "advice"}],
    }
    with pytest.raises(Malformed) as raised:
        from_raw(raw)
    message = '"bob" is not the id of anybody in people'
    known = ("eve", "manager")
    assert raised.value.problems == (Problem("events[0].who", message, "bob", known),)


def test_an_id_is_used_once() -> None:
    with pytest.raises(Malformed, match=r'^people\[2\].id: "eve" is used twice$'):
        situation("", now="2026-03-10", people="eve bob eve")


@pytest.mark.parametrize("name", ["", "Berlin", "America", "../UTC", "/UTC", "U\0C", "x" * 5000])
def test_a_zone_has_an_iana_name(name: str) -> None:
    (message,) = problems("", timezone=name)
    assert message.startswith("timezone: ")
    assert message.endswith("is not an IANA time zone such as Europe/Berlin")


def test_in_an_unknown_zone_people_are_looked_at_and_the_time_is_not() -> None:
    found = problems("2027-01-01 interview with=bob", timezone="Mars/Olympus")
    assert [message.partition(":")[0] for message in found] == ["timezone", "events[0].with[0]"]


@pytest.mark.parametrize("on", ["2026-03-11", "2026-03-10 11:01", "2026-03-10 12:01+01:00"])
def test_nothing_has_happened_after_now(on: str) -> None:
    (message,) = problems(f"{on} applied")
    assert message.startswith("events[0].on: ")
    assert message.endswith("is after now (2026-03-10T11:00+00:00)")


@pytest.mark.parametrize("on", ["2026-03-10", "2026-03-10 11:00", "2026-03-10 12:00+01:00"])
def test_what_happened_today_may_have_happened_before_now(on: str) -> None:
    assert situation(f"{on} applied", now="2026-03-10 11:00").events


def test_a_day_is_today_where_the_employer_is() -> None:
    tokyo = situation(
        "2026-03-11 applied", now="2026-03-10 16:00+00:00", timezone="Asia/Tokyo"
    )  # one in the morning of the 11th
    assert tokyo.events


def test_when_clocks_go_back_the_hour_that_comes_twice_is_told_apart() -> None:
    first, second = "2026-11-01 01:50-04:00", "2026-11-01 01:10-05:00"
    assert situation(f"{first} applied", now=second, timezone="America/New_York").events
    (message,) = problems(f"{second} applied", now=first, timezone="America/New_York")
    assert message.endswith("is after now (2026-11-01T01:50-04:00)")
