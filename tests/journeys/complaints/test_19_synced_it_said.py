"""It said "synced" when nothing had been read, failed without a reason, and named no last success.

Told in twentyhq/twenty#16679, #16236, #16117, #13884 (IMAP) and #9531.
"""

import pytest

from afterword.mailbox.trouble import Busy, Dropped, NotLetIn, Trouble, Unreachable, Untrusted
from tests.journeys.complaints.candidate import Candidate, mail

HOST = "imap.home.example"
TROUBLES: dict[str, tuple[Trouble, str, str]] = {
    "refused": (NotLetIn(HOST, "wrong password"), "did not let us in: wrong password.", "Check"),
    "broke off": (Dropped(HOST), "broke off", "goes on where this one stopped"),
    "busy": (Busy(HOST, "too many connections"), "too many connections.", "tries again later"),
    "nobody there": (Unreachable(HOST, 993), "No mail server answers", "Check the name"),
    "not trusted": (Untrusted(HOST, "expired"), "could not prove", "No password was sent"),
}
WELL, UNSEEN = "All is well.", "an answer may have come unseen"
LAST = "The last look: Mon 9 Mar, 09:00."


@pytest.fixture
def looked_into(marta: Candidate) -> Candidate:
    """Return Marta, whose mailbox was looked into on 9 March at nine, and is full of mail."""
    marta.pursues()
    for number in range(30):
        marta.comes(mail("Hello.", f"2026-03-08 09:{number:02}"), "2026-03-08 10:00")
    marta.connects()
    assert "It has not been looked into yet." in page(marta)
    assert WELL not in page(marta), "connected is not looked into"
    marta.at("2026-03-09 09:00")
    assert WELL in page(marta)
    return marta


def page(marta: Candidate) -> str:
    """Return what the mailbox's page says."""
    return marta.browser.open("mailbox").text


@pytest.mark.parametrize(("trouble", "why", "cure"), TROUBLES.values(), ids=TROUBLES)
def test_a_look_that_fails_says_why_what_to_do_and_when_the_last_one_went_well(
    looked_into: Candidate, trouble: Trouble, why: str, cure: str
) -> None:
    looked_into.trouble = trouble
    looked_into.at("2026-03-09 15:00")
    said = page(looked_into)
    assert why in said
    assert cure in said
    assert "The last look: today, 09:00." in said
    assert WELL not in said


def test_pressing_the_button_claims_no_success_either(looked_into: Candidate) -> None:
    looked_into.trouble = Dropped(HOST)
    said = looked_into.browser.post("mailbox", do="look").text
    assert "broke off" in said
    assert "Looked." not in said
    assert "lets us in" not in looked_into.browser.post("mailbox", do="test").text


def test_after_a_day_of_it_today_says_that_an_answer_may_lie_unseen(
    looked_into: Candidate,
) -> None:
    looked_into.trouble = NotLetIn(HOST, "wrong password")
    assert UNSEEN not in looked_into.at("2026-03-09 18:00").text
    assert UNSEEN in looked_into.at("2026-03-10 12:00").text
    assert LAST in page(looked_into)


def test_when_it_is_over_it_goes_on_by_itself_and_says_so(looked_into: Candidate) -> None:
    looked_into.trouble = Dropped(HOST)
    looked_into.at("2026-03-09 09:05")
    looked_into.trouble = None
    looked_into.comes(mail("Hello again.", "2026-03-09 09:07"), "2026-03-09 09:07")
    looked_into.at("2026-03-09 09:10")
    assert WELL in page(looked_into)
    assert len(looked_into.shown()) == 31


def test_a_full_mailbox_that_answers_that_it_is_empty_is_not_believed(
    looked_into: Candidate,
) -> None:
    looked_into.keeper.memory["INBOX"].messages.clear()
    assert UNSEEN in looked_into.at("2026-03-09 09:05").text
    said = page(looked_into)
    assert "held 30 messages at the last look, and 0 now" in said
    assert WELL not in said
    looked_into.browser.post("mailbox", do="trust")
    assert WELL in page(looked_into), "only the person can say that it is right"


def test_one_folder_that_cannot_be_opened_spoils_the_whole_report(marta: Candidate) -> None:
    marta.keeper.make("Jobs")
    marta.connects()
    chosen = ["INBOX", "Jobs"]
    marta.browser.post("mailbox", do="wish", which="these", folder=chosen, back="60")
    del marta.keeper.memory.shelves["Jobs"]
    marta.at("2026-03-09 09:00")
    assert "The folder Jobs cannot be opened." in page(marta)
    assert WELL not in page(marta)
