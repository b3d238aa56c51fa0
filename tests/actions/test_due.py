"""What is due is found when it is due, by the index, and can always be worked out anew."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.due import BATCH, Stuck, due, look, looked, rebuild
from afterword.actions.planning import forget, look_again, plan_of
from afterword.actions.remove_opportunity import remove_opportunity
from afterword.etiquette import decode
from afterword.journal import models
from tests.actions.hunt import EVENING, at, book, interviewed, person
from tests.etiquette import worlds

pytestmark = pytest.mark.usefixtures("journal")


def test_an_opportunity_is_due_when_its_plan_changes_and_not_before() -> None:
    interviewed(person())
    row = models.Opportunity.objects.get()
    assert row.look_again
    assert due(now=row.look_again - timedelta(seconds=1)) == ()
    (one,) = due(now=row.look_again)
    assert (one.opportunity, one.since) == (row.uid, row.look_again)


def test_what_was_looked_at_is_due_again_only_later() -> None:
    interviewed(person())
    (one,) = due(now=at("2026-03-10 09:00"))
    looked(one, now=at("2026-03-10 09:00"))
    row = models.Opportunity.objects.get()
    assert row.look_again
    assert row.look_again > at("2026-03-10 09:00")
    assert due(now=at("2026-03-10 09:00")) == ()


def test_what_is_out_of_sight_is_never_due() -> None:
    alice = person()
    remove_opportunity(alice, interviewed(alice), now=EVENING)
    assert models.Opportunity.objects.get().look_again is None


def test_one_look_catches_up_with_all_that_is_due() -> None:
    alice = person()
    for number in range(BATCH + 2):
        interviewed(alice, employer=f"Employer {number}")
    now = at("2026-03-10 09:00")
    assert look(now=now) == BATCH + 2
    assert look(now=now) == 0
    assert due(now=now) == ()


def test_one_that_cannot_be_planned_keeps_no_other_from_its_turn() -> None:
    alice = person()
    first, second = (interviewed(alice, employer=name) for name in ("Corbel", "Harbour"))
    models.Facts.objects.filter(opportunity__uid=first).update(timezone="Nowhere/Atall")
    now = at("2026-03-10 09:00")
    with pytest.raises(Stuck, match=rf"^1 could not be planned, {first} for one"):
        look(now=now)
    assert models.Opportunity.objects.get(uid=second).looked == now
    assert models.Opportunity.objects.get(uid=first).looked != now


def test_a_rebuild_puts_right_what_was_lost() -> None:
    interviewed(person())
    before = models.Opportunity.objects.get().look_again
    models.Opportunity.objects.update(look_again=None, looked=None)
    assert rebuild(now=EVENING) == 1
    assert models.Opportunity.objects.get().look_again == before


def test_when_to_look_again_does_not_depend_on_what_is_in_memory() -> None:
    """At night some plans name the morning as their end, though they stay the same."""
    events = [{"kind": "rejected", "on": "2026-06-01"}, {"kind": "negotiating", "on": "2026-06-12"}]
    raw = {"now": "2026-06-18", "timezone": "UTC", "opportunity": {}, "events": events}
    alice, night = person(), at("2026-06-22 00:31")
    uid = add_opportunity(alice, decode.from_raw(raw), now=at("2026-06-18 12:00")).opportunity
    held = book(alice, uid)
    remembered = look_again(held, night)
    forget()
    assert remembered == look_again(held, night)


def test_what_is_due_is_found_by_the_index() -> None:
    rows = models.Opportunity.objects.filter(look_again__lte=EVENING).order_by("look_again", "pk")
    assert "USING INDEX what_is_due (look_again<?)" in rows.explain()


def test_until_it_is_looked_at_again_the_plan_is_the_same() -> None:
    owner = person()
    now = at("2026-06-17 21:00")

    @settings(max_examples=25)
    @given(worlds.raw_hunts(), st.floats(0, 0.999))
    def the_same(raw: worlds.Raw, part: float) -> None:
        uid = add_opportunity(owner, decode.from_raw(raw), now=now).opportunity
        held = book(owner, uid)
        again = held.opportunity.look_again or now + timedelta(days=90)
        then = now + (again - now) * part
        forget()
        assert msgspec.structs.replace(plan_of(held, then), now=now) == plan_of(held, now)

    the_same()
