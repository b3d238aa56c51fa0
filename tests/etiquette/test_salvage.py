"""What is ill formed in one place does not hide, or invent, nonsense in another."""

from typing import Any

import pytest

from afterword.etiquette.decode import from_raw
from afterword.etiquette.problem import Malformed

TWO_PEOPLE = [{"id": "manager"}, {"id": "eve"}]
ILL_FORMED: dict[str, Any] = {"on": "2026-03-03", "kind": "interview", "mood": "good"}
STRANGE: dict[str, Any] = {"on": "2026-03-04", "kind": "interview", "with": ["manager", "bob"]}
LATE: dict[str, Any] = {"on": "2026-03-11", "kind": "applied"}


def wrong(**situation: object) -> list[str]:
    """Return the paths of everything that is wrong with a situation of Tuesday 10 March."""
    with pytest.raises(Malformed) as raised:
        from_raw({"now": "2026-03-10", "people": TWO_PEOPLE} | situation)
    return [problem.path for problem in raised.value.problems]


def test_a_misspelt_field_and_an_unknown_person_are_reported_together() -> None:
    assert wrong(events=[ILL_FORMED, STRANGE]) == ["events[0].mood", "events[1].with[1]"]


def test_an_ill_formed_event_may_still_be_one_from_the_future() -> None:
    assert wrong(events=[LATE | {"mood": "good"}]) == ["events[0].mood", "events[0].on"]


def test_an_event_without_a_day_is_not_from_the_future() -> None:
    assert wrong(events=[{"kind": "applied"}]) == ["events[0].on"]


@pytest.mark.parametrize("event", ["applied", None, ["applied"]])
def test_what_is_no_event_at_all_takes_its_place_in_the_list(event: object) -> None:
    assert wrong(events=[event, STRANGE]) == ["events[0]", "events[1].with[1]"]


def test_a_proposal_to_an_unknown_person_is_reported_beside_an_ill_formed_event() -> None:
    proposal = {"act": "thank-you", "to": ["bob"]}
    assert wrong(events=[ILL_FORMED], proposal=proposal) == ["events[0].mood", "proposal.to[0]"]


def test_an_ill_formed_proposal_hides_no_event() -> None:
    proposal = {"act": "thanks", "to": ["bob"]}
    assert wrong(events=[LATE], proposal=proposal) == ["proposal.act", "events[0].on"]


def test_a_person_with_an_ill_formed_field_is_no_stranger() -> None:
    people = [{"id": "manager", "role": "boss"}, {"id": "bob", "phone": "1"}]
    assert wrong(people=people, events=[STRANGE]) == ["people[0].role", "people[1].phone"]


@pytest.mark.parametrize(
    ("people", "path"),
    [
        ([{"id": "manager"}, {"name": "Bob"}], "people[1].id"),
        ([{"id": "manager"}, {"id": 7}], "people[1].id"),
        ([{"id": "manager"}, "bob"], "people[1]"),
        ("bob", "people"),
        (None, "people"),
    ],
)
def test_nobody_is_a_stranger_while_somebodys_id_cannot_be_read(people: object, path: str) -> None:
    proposal = {"act": "thank-you", "to": ["bob"]}
    assert wrong(people=people, events=[STRANGE], proposal=proposal) == [path]


def test_an_id_that_cannot_be_read_hides_neither_a_double_one_nor_the_future() -> None:
    people = [{"name": "Bob"}, {"id": "manager"}, {"id": "manager"}, {"name": "Eve"}]
    found = wrong(people=people, events=[STRANGE, LATE])
    assert found == ["people[0].id", "people[3].id", "people[2].id", "events[1].on"]


def test_a_single_person_where_a_list_belongs_is_no_stranger() -> None:
    # In TOML this is [people] instead of [[people]].
    assert wrong(people={"id": "manager"}, events=[STRANGE]) == ["people", "events[0].with[1]"]


def test_no_people_at_all_are_well_formed_and_strangers_to_every_event() -> None:
    assert wrong(people=[], events=[ILL_FORMED, STRANGE]) == [
        "events[0].mood",
        "events[1].with[0]",
        "events[1].with[1]",
    ]


def test_nothing_is_after_a_now_that_cannot_be_read() -> None:
    assert wrong(now="soon", events=[LATE]) == ["now"]


def test_a_proposal_is_examined_beside_what_is_ill_formed() -> None:
    proposal = {"act": "thank-you", "to": ["bob"]}
    assert wrong(now="soon", proposal=proposal) == ["now", "proposal.to[0]"]
    assert wrong(events=[ILL_FORMED], proposal=proposal) == ["events[0].mood", "proposal.to[0]"]


def test_nothing_is_late_in_a_zone_that_cannot_be_read() -> None:
    late_in_london = {"on": "2026-03-10T23:00-05:00", "kind": "applied"}
    assert wrong(now="2026-03-10T12:00", timezone=-5, events=[late_in_london]) == ["timezone"]


def test_an_unknown_zone_is_reported_beside_an_ill_formed_event() -> None:
    found = wrong(timezone="Mars/Olympus", events=[ILL_FORMED])
    assert found == ["events[0].mood", "timezone"]


def test_a_number_that_cannot_be_held_hides_nothing() -> None:
    gift = {"on": "2026-03-04", "kind": "sent", "act": "gift", "gift": {"value": 10**400}}
    assert wrong(events=[gift, STRANGE]) == ["", "events[1].with[1]"]


@pytest.mark.parametrize("raw", [None, "soon", 5, [], [{"now": "2026-03-10"}]])
def test_what_is_no_situation_at_all_is_one_problem(raw: object) -> None:
    with pytest.raises(Malformed, match=r"situation: expected an object, found [^\n]*$"):
        from_raw(raw)
