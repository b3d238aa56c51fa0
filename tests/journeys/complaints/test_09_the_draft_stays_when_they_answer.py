"""A follow-up should be written for me, and be gone again when they answer.

Told in elie222/inbox-zero#1164.
"""

import re
from html import unescape

from tests.journeys.complaints.candidate import CHECK_IN, DUE, Candidate, mail, to_do
from tests.journeys.mail.letters import WORD

ASKING = "Ask Lena Ruiz how things stand by e-mail"
TEXT = re.compile(r'<textarea[^>]*id="text"[^>]*>(.*?)</textarea>', re.DOTALL)


def proposed(marta: Candidate, uid: str) -> str:
    """Return the words that Write has ready for the check-in."""
    shown = marta.browser.open("write", uid, step=CHECK_IN, channel="email")
    (text,) = TEXT.findall(shown.html)
    return unescape(text).strip().replace("\r\n", "\n")


def test_words_for_a_follow_up_are_ready_and_one_press_puts_them_among_the_drafts(
    marta: Candidate,
) -> None:
    uid = marta.pursues()
    marta.connects()
    assert to_do(marta.at(DUE)) == [ASKING]
    ready = proposed(marta, uid)
    assert ready.startswith("Dear Lena")
    assert marta.drafts == []
    assert "Draft saved." in marta.keeps(uid, ready).text
    marta.at("2026-03-16 12:05")
    assert marta.drafts == [ready]


def test_when_they_answer_it_is_gone_from_the_drafts_and_from_today(marta: Candidate) -> None:
    uid = marta.pursues()
    marta.connects()
    marta.at(DUE)
    marta.keeps(uid, "Dear Lena,\n\nmay I ask how things stand?\n\nMarta")
    marta.at("2026-03-16 12:05")
    assert len(marta.drafts) == 1
    marta.comes(mail(WORD, "2026-03-16 12:07"), "2026-03-16 12:07")
    assert to_do(marta.at("2026-03-16 12:10")) == []
    assert marta.drafts == []
