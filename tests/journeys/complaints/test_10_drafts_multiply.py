"""The loop wrote the same draft again and again, until there were hundreds, and kept stale ones.

Told in elie222/inbox-zero#1582, #1608, #1850 and #1463; and getmunin/munin#584: a second first
letter to the same person.
"""

from datetime import timedelta

from tests.journeys.complaints.candidate import DUE, MET, Candidate, opening, to_do
from tests.mailbox.test_drafts import edit

ASK = "Dear Lena,\n\nmay I ask how things stand?\n\nMarta"


def lying_there(marta: Candidate) -> str:
    """Have words for a check-in kept, and left in the drafts; return its opportunity."""
    uid = marta.pursues()
    marta.connects()
    marta.at(DUE)
    marta.keeps(uid, ASK)
    turns(marta, 1)
    assert marta.drafts == [ASK]
    return uid


def turns(marta: Candidate, many: int) -> None:
    """Let the due work have its turn, many times, one each quarter of an hour."""
    for _ in range(many):
        marta.clock.now += timedelta(minutes=15)
        marta.works()


def ever_put_there(marta: Candidate) -> int:
    """Return how many drafts were ever appended, whether they are still there or not."""
    return marta.keeper.memory["Drafts"].next - 1


def test_a_hundred_turns_put_one_draft_there_and_never_touch_it(marta: Candidate) -> None:
    lying_there(marta)
    turns(marta, 100)
    assert (marta.drafts, ever_put_there(marta)) == ([ASK], 1)


def test_new_words_take_the_place_of_the_old(marta: Candidate) -> None:
    uid = lying_there(marta)
    later = ASK.replace("how things stand", "whether there is news")
    marta.keeps(uid, later)
    turns(marta, 10)
    assert (marta.drafts, ever_put_there(marta)) == ([later], 2)


def test_a_draft_that_i_changed_there_stays_as_it_is_and_gets_no_twin(marta: Candidate) -> None:
    uid = lying_there(marta)
    edit(marta.keeper, b"how things stand", b"how you all are")
    marta.keeps(uid, "Something else")
    turns(marta, 10)
    assert marta.drafts == [ASK.replace("how things stand", "how you all are")]


def test_a_draft_that_i_deleted_there_does_not_come_back(marta: Candidate) -> None:
    lying_there(marta)
    marta.keeper.drop("Drafts", 1)
    turns(marta, 10)
    assert (marta.drafts, ever_put_there(marta)) == ([], 1)


def test_our_own_draft_is_no_letter_that_came_and_none_that_was_sent(marta: Candidate) -> None:
    uid = lying_there(marta)
    before = marta.happened(uid)
    raw = marta.keeper.memory["Drafts"].messages[1].raw
    marta.keeper.memory["INBOX"].add(raw, arrived=marta.clock.now, draft=True)
    turns(marta, 2)
    assert (marta.shown(), marta.happened(uid)) == ([], before)


def test_whoever_met_me_for_two_roles_is_thanked_once(marta: Candidate) -> None:
    for role in ("planner", "analyst"):
        marta.pursues(role=role, events=(MET,))
    today = marta.browser.open("today")
    assert opening(today).startswith("One thing to do")
    assert to_do(today) == ["Thank Lena Ruiz by e-mail"]
