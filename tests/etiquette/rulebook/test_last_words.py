"""Whatever is asked, some row has a word for it, so that no verdict is without a reason."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette.judge import judge
from afterword.etiquette.rulebook.facts import Facts, Scope
from afterword.etiquette.rulebook.rule import ADVICE, REFUSALS, Rule
from afterword.etiquette.vocabulary import Act, Channel, Say
from tests.etiquette import worlds
from tests.etiquette.rulebook.chance import BOOK, any_facts


@pytest.mark.parametrize(("act", "channel"), list(product(Act, Channel)))
def test_every_act_has_a_last_word_whatever_the_channel(act: Act, channel: Channel) -> None:
    last_words = [rule for rule in BOOK.rules.values() if always_holds(rule, act, channel)]
    assert any(speaks_alone(rule) for rule in last_words)


def test_a_last_word_gives_way_only_to_one_that_speaks_as_surely() -> None:
    lasting = {rule.id for rule in BOOK.rules.values() if always_holds(rule) and speaks_alone(rule)}
    heirs = [rule for rule in BOOK.rules.values() if lasting & set(rule.row.replaces)]
    assert all(map(speaks_alone, heirs))


@given(any_facts)
def test_whatever_the_facts_some_row_speaks(facts: Facts) -> None:
    bits = BOOK.index.all
    for scope in Scope:
        bits &= BOOK.index.matching(scope, facts)
    assert any(map(speaks_alone, BOOK.index.rows(BOOK.index.live(bits))))


@pytest.mark.parametrize("act", Act)
@given(st.data())
def test_every_verdict_has_a_rule_a_reason_and_a_source(act: Act, data: st.DataObject) -> None:
    because = judge(data.draw(worlds.situations(act)), BOOK).because
    assert because
    assert all(reason.rule and reason.why and reason.sources for reason in because)


def always_holds(rule: Rule, act: Act | None = None, channel: Channel | None = None) -> bool:
    """Return whether a row asks nothing but the act and the channel, and these are admitted."""
    row = rule.row
    if row.when or row.unless:
        return False
    return (act is None or act in (row.act or Act)) and (
        channel is None or channel in (row.channel or Channel)
    )


def speaks_alone(rule: Rule) -> bool:
    """Return whether a row that matches has a word for it, whatever has happened so far."""
    if rule.row.say in ADVICE:
        return rule.opens is None
    if rule.row.say is Say.WAIT:
        return rule.ends is None
    return rule.row.say in REFUSALS and rule.after is None
