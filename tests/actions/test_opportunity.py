"""Opportunities and people: added, better known, taken out of sight and brought back."""

import pytest

from afterword.actions.add_opportunity import add_opportunity, beginning
from afterword.actions.add_person import add_person
from afterword.actions.edit_opportunity import edit_opportunity
from afterword.actions.errors import Missing
from afterword.actions.opportunities import opportunities
from afterword.actions.remove_opportunity import remove_opportunity
from afterword.actions.search import search
from afterword.actions.timeline import situation_at
from afterword.actions.undo import undo
from afterword.etiquette.problem import Malformed
from afterword.etiquette.situation import Opportunity, Person
from afterword.etiquette.vocabulary import Role, Stage
from tests.actions.hunt import EVENING, interviewed, person

pytestmark = pytest.mark.usefixtures("journal")


def test_an_opportunity_may_begin_with_nothing_but_a_name() -> None:
    alice = person()
    told = beginning(Opportunity(employer="Corbel"), now=EVENING)
    done = add_opportunity(alice, told, now=EVENING)
    assert done.said == "Added: Corbel."
    (card,) = opportunities(alice, now=EVENING)
    assert (card.employer, card.stage, card.last) == ("Corbel", Stage.NOTHING_YET, None)


def test_a_country_that_is_none_is_refused() -> None:
    told = beginning(Opportunity(country="nowhere"), now=EVENING)
    with pytest.raises(Malformed, match="country"):
        add_opportunity(person(), told, now=EVENING)


def test_facts_are_replaced_and_that_can_be_undone() -> None:
    alice = person()
    uid = interviewed(alice)
    done = edit_opportunity(alice, uid, Opportunity(employer="Corbel Ltd"), now=EVENING)
    assert situation_at(alice, uid, now=EVENING).opportunity.employer == "Corbel Ltd"
    undo(alice, done.change, now=EVENING)
    assert situation_at(alice, uid, now=EVENING).opportunity.employer == "Corbel"


def test_a_person_with_the_same_id_is_better_known_and_keeps_their_place() -> None:
    alice = person()
    uid = interviewed(alice)
    add_person(alice, uid, Person("hal", role=Role.HR), now=EVENING)
    add_person(alice, uid, Person("lena", name="Lena Ruiz"), now=EVENING)
    people = situation_at(alice, uid, now=EVENING).people
    assert [(one.id, one.name) for one in people] == [("lena", "Lena Ruiz"), ("hal", "")]


def test_who_is_named_in_an_event_cannot_be_undone_before_it() -> None:
    alice = person()
    told = beginning(Opportunity(), now=EVENING)
    uid = add_opportunity(alice, told, now=EVENING).opportunity
    added = add_person(alice, uid, Person("lena"), now=EVENING)
    undo(alice, added.change, now=EVENING)
    assert situation_at(alice, uid, now=EVENING).people == ()


def test_what_is_removed_is_out_of_sight_until_that_is_undone() -> None:
    alice = person()
    uid = interviewed(alice)
    done = remove_opportunity(alice, uid, now=EVENING)
    assert opportunities(alice, now=EVENING) == ()
    with pytest.raises(Missing):
        situation_at(alice, uid, now=EVENING)
    undo(alice, done.change, now=EVENING)
    assert [card.uid for card in opportunities(alice, now=EVENING)] == [uid]


def test_several_at_one_employer_are_counted_however_it_is_written() -> None:
    alice = person()
    interviewed(alice, employer="Corbel")
    interviewed(alice, employer=" corbel")
    interviewed(alice, employer="Riverside")
    assert sorted(card.same_employer for card in opportunities(alice, now=EVENING)) == [0, 1, 1]


def test_everything_written_is_found_by_its_owner_only() -> None:
    alice, bob = person("alice"), person("bob")
    interviewed(alice)
    assert [hit.where for hit in search(alice, "LENA")] == ["person"]
    assert [hit.where for hit in search(alice, "corbel planner")] == ["opportunity"]
    assert search(alice, "") == search(bob, "lena") == ()
