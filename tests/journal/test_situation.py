"""From a situation file into the journal and back: nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.etiquette import decode
from afterword.etiquette.situation import Situation
from afterword.journal.held import Part, held
from afterword.journal.pen import enter
from afterword.journal.situation import situation_of
from tests.actions.hunt import EVENING, person
from tests.etiquette import worlds

pytestmark = pytest.mark.usefixtures("journal")

CASE = b"""{"now": "2026-03-05", "id": "c1", "timezone": "Europe/Berlin",
 "people": [{"id": "a", "email": true}, {"id": "b", "email": "b@example.org"},
            {"id": "c", "email": false, "postal_address": "guessed"}],
 "events": [{"on": "2026-03-03", "kind": "interview", "with": ["b", "a"]},
            {"on": "2026-03-03", "kind": "sent", "act": "gift", "gift": {"value": 12.5}},
            {"on": "2026-03-03T14:00+02:00", "kind": "applied"}],
 "proposal": {"act": "check-in"}, "expected": {"verdict": ["no"]}, "basis": "seed",
 "consensus": "high", "topic": "t", "source": ["x"], "story": "Once."}"""


def there_and_back(told: Situation) -> Situation:
    owner = person()
    pen = enter(told, owner, now=EVENING)
    return situation_of(held(owner, Part(uid=pen.opportunity.uid))[0], told.now)


def test_every_field_of_a_case_file_comes_back() -> None:
    told = decode.from_json(CASE)
    assert there_and_back(told) == told


def test_a_file_that_says_nothing_comes_back() -> None:
    told = decode.from_raw({"now": "2026-03-05T10:00"})
    assert there_and_back(told) == told


def test_any_situation_comes_back() -> None:
    owner = person()

    @settings(max_examples=60)
    @given(st.one_of(worlds.raw_situations(), worlds.raw_hunts()))
    def comes_back(raw: worlds.Raw) -> None:
        told = decode.from_raw(raw)
        pen = enter(told, owner, now=EVENING)
        kept = held(owner, Part(uid=pen.opportunity.uid))[0]
        assert situation_of(kept, told.now) == told

    comes_back()
