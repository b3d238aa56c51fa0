"""A candidate's own word on the rulebook: where it holds, what it changes, and what it may not."""

from datetime import timedelta

import pytest

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.due import derived
from afterword.actions.errors import Missing, Refused
from afterword.actions.export import export
from afterword.actions.import_ import import_
from afterword.actions.may_i import may_i
from afterword.actions.override import Deciding, lift, override, set_layer
from afterword.actions.planning import plan_of
from afterword.actions.rules import Scope, layer_of, rules_of
from afterword.actions.today import today
from afterword.actions.undo import undo
from afterword.etiquette.problem import Malformed
from afterword.etiquette.rulebook.override import Bounds
from afterword.etiquette.situation import Proposal
from afterword.etiquette.vocabulary import Act, Channel, Word
from afterword.journal.rulings import rulings
from tests.actions.hunt import at, book, person, told

pytestmark = pytest.mark.usefixtures("journal")

NOW = at("2026-03-12 11:00")
CALLS = "write-do-not-call"
THANKS = "thank-each-person-you-met"
WEEK = "leave-a-week-between-questions"
SILENT = """
    2026-03-03 14:00  interview  with=lena
    2026-03-03 18:00  sent       act=thank-you channel=email to=lena
    2026-03-10 10:00  sent       act=check-in channel=email to=lena
"""
OURS = """
[layer]
kind = "house"
title = "Our career centre"

[no-check-ins-in-march]
say = "no"
act = ["check-in"]
when = { stage = ["interviewed"] }
why = "Our employers are on holiday in March."
basis = "house"
sources = ["https://example.org/our-advice"]
"""


def silent(owner: User, employer: str = "Corbel", role: str = "planner") -> str:
    """Add an opportunity whose manager was thanked, asked once, and says nothing."""
    situation = told(SILENT, now="2026-03-12 10:00", employer=employer, role=role)
    return add_opportunity(owner, situation, now=NOW).opportunity


def answer(owner: User, uid: str) -> tuple[Word, str]:
    """Return whether Lena may be asked how things stand, and which rule decides it."""
    verdict = may_i(owner, uid, Proposal(Act.CHECK_IN, Channel.EMAIL, ("lena",)), now=NOW)
    return verdict.verdict, verdict.because[0].rule


def test_a_rule_that_is_off_is_not_heard_anywhere() -> None:
    alice = person()
    uid = silent(alice)
    assert answer(alice, uid) == (Word.WAIT, WEEK)
    done = override(alice, Deciding(WEEK), now=NOW)
    assert done.said == "You turned off “leave a week between questions”."
    assert answer(alice, uid)[1] != WEEK
    assert WEEK not in rules_of(book(alice, uid)).book.rules


def test_turning_a_rule_off_says_what_that_changes_at_once() -> None:
    alice = person()
    uid = silent(alice)
    done = override(alice, Deciding(WEEK), now=NOW)
    assert done.replanned.sentence == (
        "Now is the time: ask Lena how things stand by e-mail. "
        "No longer to be left alone: ask Lena how things stand."
    )
    row = alice.opportunities.get(uid=uid)
    assert row.look_again == derived(row, NOW)


def test_what_changes_in_several_places_is_told_with_their_names() -> None:
    alice = person()
    for name in ("Corbel", "Riverside", "Harbour"):
        silent(alice, name)
    said = override(alice, Deciding(WEEK), now=NOW).replanned.sentence
    assert said.startswith("Corbel: Now is the time: ask Lena how things stand by e-mail. ")
    assert said.endswith("And one place more.")


def test_a_decision_for_one_employer_holds_for_all_its_roles_and_nowhere_else() -> None:
    alice = person()
    planner, clerk = silent(alice), silent(alice, " corbel", "clerk")
    elsewhere = silent(alice, "Riverside")
    override(alice, Deciding(WEEK, scope=Scope.EMPLOYER, opportunity=planner), now=NOW)
    for uid in (planner, clerk):
        assert answer(alice, uid)[1] != WEEK
    assert answer(alice, elsewhere)[1] == WEEK


def test_a_decision_for_one_opportunity_holds_there_alone() -> None:
    alice = person()
    planner, clerk = silent(alice), silent(alice, "Corbel", "clerk")
    here = Deciding(WEEK, scope=Scope.OPPORTUNITY, opportunity=planner)
    done = override(alice, here, now=NOW)
    assert done.said == "You turned off “leave a week between questions” for Corbel, planner."
    assert answer(alice, planner)[1] != WEEK
    assert answer(alice, clerk)[1] == WEEK


def test_an_employer_without_a_name_cannot_be_decided_for() -> None:
    alice = person()
    uid = silent(alice, " ")
    with pytest.raises(Refused, match="no name yet"):
        override(alice, Deciding(CALLS, scope=Scope.EMPLOYER, opportunity=uid), now=NOW)


def test_another_window_moves_what_it_holds_back() -> None:
    alice = person()
    uid = silent(alice)
    done = override(alice, Deciding(WEEK, Bounds(until="last-ask + 14 days")), now=NOW)
    assert done.said == "You changed the window of “leave a week between questions”."
    assert "At another time: ask Lena how things stand by e-mail (from " in done.replanned.sentence
    (step,) = plan_of(book(alice, uid), NOW).steps
    assert step.window.not_before
    assert step.window.not_before.date() == at("2026-03-24 09:00").date()


def test_the_more_specific_decision_about_a_rule_is_heard() -> None:
    alice = person()
    uid = silent(alice)
    override(alice, Deciding(WEEK), now=NOW)
    here = Deciding(WEEK, Bounds(until="last-ask + 14 days"), Scope.OPPORTUNITY, uid)
    override(alice, here, now=NOW)
    assert answer(alice, uid) == (Word.WAIT, WEEK)


def test_a_later_decision_about_a_rule_takes_the_place_of_an_earlier_one() -> None:
    alice = person()
    override(alice, Deciding(WEEK), now=NOW)
    override(alice, Deciding(WEEK, Bounds(until="last-ask + 14 days")), now=NOW)
    assert [row.decision for row in rulings(alice)] == ["window"]
    again = override(alice, Deciding(WEEK, Bounds(until="last-ask + 14 days")), now=NOW)
    assert not again.change


def test_a_window_of_the_founding_article_is_narrowed_and_let_out_again_but_not_beyond() -> None:
    alice = person()
    for days in (3, 5):
        narrower = Bounds(until=f"meeting + {days} days")
        override(alice, Deciding(THANKS, narrower), now=NOW)
    with pytest.raises(Refused, match="narrower, and not wider"):
        override(alice, Deciding(THANKS, Bounds(until="meeting + 8 days")), now=NOW)


def test_a_decision_is_undone_and_the_undoing_too() -> None:
    alice = person()
    uid = silent(alice)
    done = override(alice, Deciding(WEEK), now=NOW)
    undone = undo(alice, done.change, now=NOW)
    assert "No longer needed" in undone.replanned.sentence or undone.replanned.changes
    assert answer(alice, uid) == (Word.WAIT, WEEK)
    undo(alice, undone.change, now=NOW)
    assert answer(alice, uid)[1] != WEEK


def test_a_decision_that_was_changed_since_is_not_undone_first() -> None:
    alice = person()
    done = override(alice, Deciding(WEEK), now=NOW)
    override(alice, Deciding(WEEK, Bounds(until="last-ask + 14 days")), now=NOW)
    with pytest.raises(Refused, match="changed again since"):
        undo(alice, done.change, now=NOW)


def test_a_rule_is_put_back_as_it_was() -> None:
    alice = person()
    uid = silent(alice)
    override(alice, Deciding(WEEK), now=NOW)
    (row,) = rulings(alice)
    assert lift(alice, row.uid, now=NOW).said == "“leave a week between questions” is as it was."
    assert answer(alice, uid) == (Word.WAIT, WEEK)
    with pytest.raises(Missing):
        lift(alice, row.uid, now=NOW)


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("no-gift-before-the-ink-is-dry", "founded on"),
        ("through-the-recruiter", "They told you so themselves"),
        ("nothing-to-ask-about", "no answer without it"),
    ],
)
def test_what_is_fixed_is_refused_with_the_reason(rule: str, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        override(person(), Deciding(rule), now=NOW)
    assert "Afterword only advises" in refused.value.cure


def test_a_bound_that_is_no_moment_is_named() -> None:
    with pytest.raises(Malformed, match="soon"):
        override(person(), Deciding(WEEK, Bounds(until="soon")), now=NOW)


def test_a_rule_and_a_place_that_are_not_there_are_missing() -> None:
    alice, bob = person(), person("bob")
    uid = silent(bob)
    with pytest.raises(Missing):
        override(alice, Deciding("no-such-rule"), now=NOW)
    with pytest.raises(Missing):
        override(alice, Deciding(WEEK, scope=Scope.OPPORTUNITY, opportunity=uid), now=NOW)


def test_what_one_candidate_decides_is_nothing_to_another() -> None:
    alice, bob = person(), person("bob")
    override(alice, Deciding(WEEK), now=NOW)
    uid = silent(bob)
    assert answer(bob, uid) == (Word.WAIT, WEEK)
    (row,) = rulings(alice)
    with pytest.raises(Missing):
        lift(bob, row.uid, now=NOW)


def test_today_follows_a_decision() -> None:
    alice = person()
    silent(alice)
    assert not today(alice, now=NOW).do
    done = override(alice, Deciding(WEEK), now=NOW)
    assert [item.key.act for item in today(alice, now=NOW).do] == [Act.CHECK_IN]
    undo(alice, done.change, now=NOW)
    assert not today(alice, now=NOW).do


# --- rules of one's own ---------------------------------------------------------------------------


def test_rules_of_one_s_own_join_every_plan() -> None:
    alice = person()
    uid = silent(alice)
    done = set_layer(alice, OURS, now=NOW)
    assert done.said == "Your rules hold from now on."
    assert answer(alice, uid) == (Word.NO, "no-check-ins-in-march")
    undo(alice, done.change, now=NOW)
    assert answer(alice, uid) == (Word.WAIT, WEEK)


def test_rules_of_one_s_own_are_replaced_and_taken_out() -> None:
    alice = person()
    uid = silent(alice)
    set_layer(alice, OURS, now=NOW)
    set_layer(alice, OURS.replace("no-check-ins-in-march", "quiet-in-march"), now=NOW)
    assert answer(alice, uid) == (Word.NO, "quiet-in-march")
    (row,) = rulings(alice)
    assert lift(alice, row.uid, now=NOW).said == "Your rules are taken out."
    assert layer_of(rulings(alice)) == ""


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("  ", "is empty"),
        ("x" * 100_001, "longer than"),
        ("[layer", "not TOML"),
        (OURS.replace('"house"\ntitle', '"base"\ntitle'), "can only be a house layer"),
        (OURS.replace("stage", "weather"), "weather"),
        (OURS.replace('"check-in"', '"thank-you"'), "which the founding article fixes"),
    ],
)
def test_rules_that_cannot_hold_are_refused_and_leave_those_before(text: str, wrong: str) -> None:
    alice = person()
    set_layer(alice, OURS, now=NOW)
    with pytest.raises(Malformed, match=wrong):
        set_layer(alice, text, now=NOW)
    assert layer_of(rulings(alice)) == OURS


def test_a_rule_of_one_s_own_is_changed_in_its_layer_and_not_overridden() -> None:
    alice = person()
    set_layer(alice, OURS, now=NOW)
    with pytest.raises(Refused, match="rule of your own"):
        override(alice, Deciding("no-check-ins-in-march"), now=NOW)


def test_equal_rules_have_equal_keys() -> None:
    alice = person()
    uid, other = silent(alice), silent(alice, "Riverside")
    assert rules_of(book(alice, uid)).key == rules_of(book(alice, other)).key
    override(alice, Deciding(WEEK, scope=Scope.OPPORTUNITY, opportunity=uid), now=NOW)
    assert rules_of(book(alice, uid)).key != rules_of(book(alice, other)).key
    assert rules_of(book(alice, uid)).book is rules_of(book(alice, uid)).book


# --- there and back -------------------------------------------------------------------------------


def test_decisions_and_rules_go_out_and_come_back_with_their_history() -> None:
    alice, bob = person(), person("bob")
    uid = silent(alice)
    undone = override(alice, Deciding(CALLS), now=NOW)
    undo(alice, undone.change, now=NOW + timedelta(minutes=1))
    override(alice, Deciding(WEEK, scope=Scope.EMPLOYER, opportunity=uid), now=NOW)
    set_layer(alice, OURS, now=NOW)
    file = export(alice, now=NOW)
    import_(bob, file, now=NOW)
    assert export(bob, now=NOW) == file
    import_(bob, file, now=NOW)
    assert export(bob, now=NOW) == file
    assert answer(bob, uid) == answer(alice, uid) == (Word.NO, "no-check-ins-in-march")
    assert rules_of(book(bob, uid)).key == rules_of(book(alice, uid)).key


def test_a_file_of_one_opportunity_takes_along_what_was_decided_for_it_alone() -> None:
    alice, bob = person(), person("bob")
    uid = silent(alice)
    override(alice, Deciding(CALLS), now=NOW)
    override(alice, Deciding(WEEK, scope=Scope.OPPORTUNITY, opportunity=uid), now=NOW)
    import_(bob, export(alice, now=NOW, only=uid), now=NOW)
    assert [row.rule for row in rulings(bob)] == [WEEK]


@pytest.mark.parametrize(
    ("before", "after"),
    [('"last-ask + 14 days"', '"soon"'), ('"until": "last', '"when": "last'), ("toml", "yaml")],
)
def test_a_file_with_a_decision_that_means_nothing_is_refused(before: str, after: str) -> None:
    alice, bob = person(), person("bob")
    override(alice, Deciding(WEEK, Bounds(until="last-ask + 14 days")), now=NOW)
    set_layer(alice, OURS, now=NOW)
    file = export(alice, now=NOW).decode()
    with pytest.raises(Malformed, match="decided"):
        import_(bob, file.replace(before, after).encode(), now=NOW)
    assert not rulings(bob)


def test_a_decision_about_a_fixed_rule_in_a_file_plays_no_part() -> None:
    alice, bob = person(), person("bob")
    override(alice, Deciding(WEEK), now=NOW)
    file = export(alice, now=NOW).decode().replace(WEEK, "no-gift-before-the-ink-is-dry")
    import_(bob, file.encode(), now=NOW)
    uid = silent(bob)
    assert "no-gift-before-the-ink-is-dry" in rules_of(book(bob, uid)).book.rules
