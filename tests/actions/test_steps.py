"""The steps of a whole hunt: all that is ready, what was begun first, and what comes."""

import pytest

from afterword.accounts.models import User
from afterword.actions.save_draft import Words, save_draft
from afterword.actions.steps import to_write
from afterword.actions.today import MOST
from afterword.actions.values import StepKey
from afterword.etiquette.vocabulary import Act
from tests.actions.hunt import EVENING, at, interviewed, person

pytestmark = pytest.mark.usefixtures("journal")
MANY = MOST + 3
NAMED = """
2026-03-03 14:00  interview  with=lena impression=uncertain
2026-03-03 14:30  promised  what=answer by=2026-03-20 from=lena
"""


def employers(owner: User) -> list[str]:
    """Add an interview of today at each of many employers; return their uids."""
    return [interviewed(owner, employer=f"Employer {number}") for number in range(MANY)]


def test_there_may_be_more_to_write_than_today_asks_for() -> None:
    alice = person()
    uids = employers(alice)
    assert [item.opportunity for item in to_write(alice, now=EVENING).ready] == uids


def test_what_was_begun_comes_first() -> None:
    alice = person()
    last = employers(alice)[-1]
    step = StepKey(Act.THANK_YOU, "lena")
    words = Words(step, "Dear Lena,")
    save_draft(alice, last, words, now=EVENING)
    first, *others = to_write(alice, now=EVENING).ready
    assert (first.opportunity, first.drafted) == (last, True)
    assert len(others) == MANY - 1


def test_what_comes_is_of_this_week_or_beyond_it() -> None:
    alice = person()
    interviewed(alice, lines=NAMED)
    found = to_write(alice, now=EVENING)
    assert {item.step.act for item in found.soon} == set()
    assert Act.CHECK_IN in {item.step.act for item in found.beyond}
    later = to_write(alice, now=at("2026-03-19 10:00"))
    assert Act.CHECK_IN in {item.step.act for item in later.soon}
