"""Nobody told where my mail goes and who reads it there; it should stay on my own machine.

Told in elie222/inbox-zero#405, #1232 and #706, and Mail-0/Zero#948.
"""

import re
import socket
from pathlib import Path

import pytest

from tests.journeys.complaints.candidate import CHECK_IN, CONNECTING, DUE, Candidate, mail

SAID = "we have decided to go with another candidate."
UNSAID = "the marmalade for your grandmother stands on the blue shelf"
BETWEEN = "the surgeon wrote that all went well"
PICTURE = '<p>Hello Marta, more soon. Lena</p><img src="https://tracker.example/seen.gif">'
ELSEWHERE = re.compile(r"<(?:script|link|img|iframe|source|video|object)\b[^>]*\bhttps?://[^>]*>")
WROTE = "2026-03-16 11:00"


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return whom anything here tries to reach from now on, be it only to ask for a name."""
    tried: list[object] = []

    def refuse(*asked: object, **more: object) -> object:
        del more
        tried.append(asked)
        raise OSError

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return tried


@pytest.fixture
def known(marta: Candidate) -> Candidate:
    """Return Marta, in whose mailbox lay two letters of Lena's, and one about something else."""
    marta.pursues()
    marta.connects()
    marta.comes(mail(f"Hello Marta,\n\n{SAID} And {UNSAID}.\n\nLena", WROTE), WROTE)
    marta.comes(mail(f"Dear Marta, {BETWEEN}.", WROTE, sender="Mum <mum@family.example>"), WROTE)
    marta.comes(mail(PICTURE, WROTE, "Soon", content_type="text/html; charset=utf-8"), WROTE)
    marta.at(DUE)
    assert len(marta.shown()) == 2
    return marta


def test_mail_is_read_understood_and_shown_and_nobody_else_is_spoken_to(
    reached: list[object], known: Candidate
) -> None:
    shown = known.browser.open("mail")
    assert "They said no?" in shown.text
    for message in re.findall(r'href="/mail/([0-9a-f]+)"', shown.html):
        assert known.browser.open("message", message).status == 200
    assert {server.host for server, _ in known.asked} == {CONNECTING["host"]}
    assert reached == []


def test_a_letter_is_worded_without_anybody_else_too(
    marta: Candidate, reached: list[object]
) -> None:
    uid = marta.pursues()
    marta.clock.move(DUE)
    assert "Dear Lena" in marta.browser.open("write", uid, step=CHECK_IN).text
    assert reached == []


def test_what_is_about_something_else_is_not_even_opened(known: Candidate) -> None:
    assert len(known.read) == 2
    assert not any(BETWEEN.encode() in raw for raw in known.read)


def test_the_pages_say_where_it_goes(known: Candidate) -> None:
    mailbox, shown = known.browser.open("mailbox").text, known.browser.open("mail").text
    assert "It keeps who wrote, when, what it is, and the sentence that says so." in mailbox
    assert "None of that leaves this computer." in mailbox
    assert "Mail that is about something else leaves nothing behind." in shown


@pytest.mark.usefixtures("known")
def test_what_is_kept_of_a_letter_is_the_sentence_that_counts_and_nothing_of_any_other(
    journal: Path,
) -> None:
    kept = b"".join(one.read_bytes() for one in journal.rglob("*") if one.is_file())
    assert SAID.encode() in kept, "this finds what is there"
    assert UNSAID.encode() not in kept
    assert BETWEEN.encode() not in kept
    assert b"mum@family.example" not in kept


def test_no_page_that_shows_mail_lets_the_sender_know(known: Candidate) -> None:
    known.browser.post("mail", do="bodies", bodies="yes")
    late = "2026-03-16 12:02"
    known.comes(mail(PICTURE, late, "Again", content_type="text/html; charset=utf-8"), late)
    known.at("2026-03-16 12:05")
    shown = known.browser.open("mail")
    pages = [
        known.browser.open("message", m) for m in re.findall(r'"/mail/([0-9a-f]+)"', shown.html)
    ]
    for page in (shown, *pages):
        assert ELSEWHERE.findall(page.html) == []
        assert "tracker.example" not in page.html
        assert "default-src 'none'" in page.answer.headers["Content-Security-Policy"]
