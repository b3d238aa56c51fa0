"""Whatever happens, however often and in whatever order, something stands afterwards."""

from datetime import date
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.etiquette.decode import from_raw
from afterword.etiquette.entries import ENTRIES
from afterword.etiquette.fold import standing
from afterword.etiquette.standing import Standing
from afterword.etiquette.vocabulary import (
    Act,
    Channel,
    Format,
    Help,
    Inbound,
    Instruction,
    Mistake,
    PromiseOf,
    Side,
    Undertaking,
    Wish,
)

Raw = dict[str, Any]

PEOPLE: list[Raw] = [
    {"id": "manager", "role": "hiring-manager"},
    {"id": "eve", "role": "agency-recruiter", "works_for": "agency"},
    {"id": "bob", "role": "referrer", "works_for": "third-party"},
    {"id": "carol", "role": "coordinator"},
]
NEW_NAMES = {"manager": "z", "eve": "y", "bob": "x", "carol": "w"}
OLD_NAMES = {new: old for old, new in NEW_NAMES.items()}

ID = st.sampled_from(list(NEW_NAMES))
IDS = st.lists(ID, max_size=3, unique=True)
FLAG = st.booleans()
WORDS = st.sampled_from
DAY = st.dates(date(2026, 1, 1), date(2026, 3, 9)).map(str)
ON = DAY | st.builds("{}T{:%H:%M}".format, DAY, st.times())


def kind(name: str, needs: Raw | None = None, **may: Any) -> st.SearchStrategy[Raw]:  # noqa: ANN401  strategies
    """Return a strategy for raw events of one kind: what they need, and what they may have."""
    always = {"on": ON, "kind": st.just(name), **(needs or {})}
    return st.fixed_dictionaries(
        always, optional={field.rstrip("_"): value for field, value in may.items()}
    )


HAPPENINGS = [
    kind("applied"),
    kind("interview", with_=IDS, format=WORDS(Format), round=st.integers(1, 5)),
    kind("interview-scheduled", {"at": ON}, with_=IDS, format=WORDS(Format)),
    kind("interview-missed", {"by": WORDS(Side)}),
    kind("promised", {"what": WORDS(PromiseOf)}, by=ON, from_=ID),
    kind("told", {"instruction": WORDS(Instruction)}, to_whom=ID, by=ON, from_=ID),
    kind("sent", {"act": WORDS(Act)}, channel=WORDS(Channel), to=IDS, answered=FLAG),
    kind("received", {"what": WORDS(Inbound)}, from_=ID, channel=WORDS(Channel), no_reply=FLAG),
    kind("absent", {"who": ID, "until": ON}),
    kind("parted"),
    kind("rejected", interviewed=FLAG, no_reply=FLAG, warm=FLAG),
    kind("filled"),
    kind("offered", written=FLAG, answer_by=ON),
    kind("negotiating", closed=FLAG),
    kind("accepted", written=FLAG),
    kind("declined", written=FLAG),
    kind("withdrew", written=FLAG),
    kind("started", written=FLAG),
    kind("competing-offer", written=FLAG, answer_by=ON),
    kind("reposted"),
    kind("opening", role=WORDS(["", "Data engineer"])),
    kind("closed"),
    kind("accepted-elsewhere"),
    kind("slip", {"what": WORDS(Mistake)}),
    kind("undertook", {"what": WORDS(Undertaking)}, by=ON),
    kind("requested", {"what": WORDS(Wish)}),
    kind("helped", {"who": ID, "how": WORDS(Help)}),
]
# A thousand events are some dozens that come again and again: as lively, and drawn at once.
HISTORIES = st.lists(st.one_of(HAPPENINGS), min_size=1, max_size=40).map(
    lambda some: (some * 1000)[:1000]
)


@settings(max_examples=50)
@given(HISTORIES)
def test_a_thousand_events_of_any_kind_amount_to_something(events: list[Raw]) -> None:
    stands = stands_after(events, PEOPLE)
    assert set(stands.people) == set(NEW_NAMES)
    assert stands.unanswered >= 0
    assert all(them.unanswered >= 0 for them in stands.people.values())
    assert all(moment.tzinfo for moment in stands.anchors.values())


@settings(max_examples=50)
@given(HISTORIES)
def test_it_does_not_matter_what_people_are_called(events: list[Raw]) -> None:
    elsewhere = stands_after(renamed(events), renamed(PEOPLE))
    assert called_back(elsewhere) == stands_after(events, PEOPLE)


def test_every_kind_of_event_is_among_those_that_happen() -> None:
    assert len(HAPPENINGS) == len(ENTRIES)


def stands_after(events: list[Raw], people: list[Raw]) -> Standing:
    """Return where things stand on 10 March after raw events."""
    return standing(from_raw({"now": "2026-03-10", "people": people, "events": events}))


def renamed(raw: Any) -> Any:  # noqa: ANN401  raw input of any shape
    """Return raw input in which everybody has a new name."""
    if isinstance(raw, dict):
        return {key: renamed(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [renamed(value) for value in raw]
    return NEW_NAMES.get(raw, raw)


def called_back(stands: Standing) -> Standing:
    """Return a standing in which everybody has the old name again."""
    people = {}
    for id_, them in stands.people.items():
        old = OLD_NAMES[id_]
        person = msgspec.structs.replace(them.person, id=old)
        people[old] = msgspec.structs.replace(them, person=person)
    return msgspec.structs.replace(stands, people=people)
