"""It guessed wrong, and there was no way to put it right, take it back, or add what it missed.

Told in JustAJobApp/jobseeker-analytics#608 (the most requested feature) and #840 (show me the
original message), and strelov1/freehire#734.
"""

import pytest

from afterword.mailbox.recognising.kind import Kind
from afterword.web.mail_words import KINDS
from tests.journeys.complaints.candidate import APPLIED, Candidate, cards, lena_of, mail

TEXT = "Hello Marta,\n\nthe garden is lovely at this time of the year.\n\nLena"
CAME, READ = "2026-03-09 09:00", "2026-03-09 09:05"
WROTE = "They wrote to me: Lena Ruiz, by e-mail"


@pytest.fixture
def corbel(marta: Candidate) -> str:
    """Return the uid of the opportunity at Corbel."""
    uid = marta.pursues(events=APPLIED)
    marta.connects()
    return uid


def came(marta: Candidate, text: str = TEXT, **headers: str) -> str:
    """Let a message come in; return its uid."""
    marta.comes(mail(text, CAME, **headers), CAME)
    marta.at(READ)
    ((uid, _),) = cards(marta.browser.open("mail"))
    return uid


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.OTHER}))
def test_whatever_a_message_is_i_can_say_so_and_take_that_back(
    marta: Candidate, corbel: str, kind: Kind
) -> None:
    uid = came(marta)
    before = marta.happened(corbel)
    assert marta.browser.open("message", uid).html.count(f'<option value="{kind}"') == 1
    right = marta.browser.post("message", uid, do="correct", opportunity=corbel, kind=str(kind))
    assert "Put right." in right.text
    (said,) = marta.shown()
    assert said.startswith(str(KINDS[kind]))
    marta.browser.undo(right)
    (said,) = marta.shown()
    assert said.startswith("A message")
    assert marta.happened(corbel) == before


@pytest.mark.parametrize(
    ("kind", "follows"),
    [
        (Kind.PERSONAL_REJECTION, "They said no"),
        (Kind.OFFER, "They made an offer"),
        (Kind.INVITATION, "They invited me"),
        (Kind.AUTO_REPLY, "An automatic answer came"),
        (Kind.NEWSLETTER, ""),
    ],
)
def test_what_follows_is_as_if_it_had_been_read_so(
    marta: Candidate, corbel: str, kind: Kind, follows: str
) -> None:
    uid = came(marta)
    marta.browser.post("message", uid, do="correct", opportunity=corbel, kind=str(kind))
    (*others,) = marta.happened(corbel)[1:]
    assert [one.startswith(follows) for one in others] == [True] * bool(follows)


def test_where_it_belongs_is_put_right_and_learned_for_its_sender(
    marta: Candidate, corbel: str
) -> None:
    halden = marta.pursues("Halden", people=(lena_of("Halden"),), events=APPLIED)
    agency = {"sender": "Pat <pat@agency.example>", "subject": "Corbel"}
    uid = came(marta, **agency)
    assert len(marta.happened(corbel)) == 2
    marta.browser.post("message", uid, do="correct", opportunity=halden)
    assert (len(marta.happened(corbel)), len(marta.happened(halden))) == (1, 2)
    marta.comes(mail("One more word.", "2026-03-09 10:00", **agency), "2026-03-09 10:00")
    marta.at("2026-03-09 10:05")
    assert (len(marta.happened(corbel)), len(marta.happened(halden))) == (1, 3)


def test_what_it_said_is_taken_back_and_no_later_look_brings_it_again(
    marta: Candidate, corbel: str
) -> None:
    uid = came(marta)
    marta.browser.post("message", uid, do="set-aside")
    for when in ("2026-03-09 09:10", "2026-03-09 09:15"):
        marta.at(when)
        assert "You took back what it said." in marta.shown()[0]
        assert WROTE not in marta.happened(corbel)


def test_what_no_mailbox_brought_is_pasted_or_logged_by_hand(marta: Candidate, corbel: str) -> None:
    pasted = marta.browser.post("mail", pasted=mail(TEXT, "2026-03-01 09:00").decode())
    assert "Taken in: a message." in pasted.text
    logged = marta.browser.post("log", corbel, what_happened="rejected", on="2026-03-03")
    assert "Logged: They said no" in logged.text
    assert WROTE in marta.happened(corbel)


def test_a_message_shows_who_wrote_when_what_says_so_and_why_it_belongs_there(
    marta: Candidate, corbel: str
) -> None:
    uid = came(marta, "Hello Marta,\n\nwe have decided to go with another candidate.\n\nLena")
    shown = marta.browser.open("message", uid).text
    assert "From Lena Ruiz lena@corbel.example" in shown
    assert "Subject Your visit" in shown
    assert "we have decided to go with another candidate." in shown
    assert "The address is known there." in shown
    assert corbel


def test_whoever_wants_the_words_themselves_says_so_once_and_has_them(
    marta: Candidate, corbel: str
) -> None:
    marta.browser.post("mail", do="bodies", bodies="yes")
    shown = marta.browser.open("message", came(marta)).text
    assert "the garden is lovely at this time of the year." in shown
    assert corbel
