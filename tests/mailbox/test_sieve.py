"""What mailboxes answer by themselves, from a real server's own Sieve, and how it is recognised."""

import threading
from datetime import timedelta

import pytest

from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.recognise import recognise
from tests.mailbox.servers.sieve import UNKNOWN
from tests.mailbox.towns import NOW, Alice, alice, either_way, through_opensmtpd, town

__all__ = ["alice", "town"]
BACK = NOW.date() + timedelta(days=10)
NOTE = 'require "vacation";\nvacation {how} {text};\n'
HTML = f"""text:
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

I am away until {BACK}.

--b
Content-Type: text/html; charset=utf-8

<p>I am away until <b>{BACK}</b>.</p>

--b--
.
"""


def note(text: str, how: str = "") -> str:
    """Return a Sieve that tells everybody the same."""
    return NOTE.format(how=how, text=text)


@either_way
def test_idle_tells_of_a_letter_that_is_delivered(alice: Alice) -> None:
    later = threading.Timer(0.2, alice.writes, (alice.address,))
    later.start()
    assert alice.hears().subject == "Planner"
    later.join()


@pytest.mark.parametrize(
    "script",
    [
        note(f'"I am back on {BACK}."', ':days 7 :subject "Out of office"'),
        note(f'"I am away until {BACK}, and will answer when I am back."'),
        note('"Thank you for your message."', f':subject "Away, back on {BACK}"'),
        note(f'"Ich bin ab dem {BACK:%d.%m.%Y} wieder im Büro."', ':subject "Außer Haus"'),
        note(f'"Je suis absente jusqu\'au {BACK:%d/%m/%Y}."', ':from "Léna <post@corbel.example>"'),
        note(HTML, ":mime"),
    ],
    ids=["short", "plain", "in-the-subject", "german", "french", "html"],
)
def test_a_vacation_note_tells_when_somebody_is_back(alice: Alice, script: str) -> None:
    sent = alice.writes(alice.knows(script))
    message = alice.hears()
    found = recognise(message)
    assert (found.kind, found.automatic, found.human) == (Kind.AUTO_REPLY, True, False)
    assert found.returns == BACK
    assert sent in message.thread


@pytest.mark.parametrize(
    "reason",
    [
        '"She has left the company."',
        '"Frau Ruiz ist nicht mehr bei uns, schöne Grüße."',
        "text:\nThank you.\n\nWrite to jobs@corbel.example instead.\n.\n",
    ],
    ids=["short", "german", "with-another-address"],
)
def test_a_letter_that_a_filter_rejects_has_bounced(alice: Alice, reason: str) -> None:
    lena = alice.knows(f'require "reject";\nreject {reason};\n')
    alice.writes(lena)
    found = recognise(alice.hears())
    assert (found.kind, found.bounced) == (Kind.BOUNCE, (lena,))
    assert found.automatic


@through_opensmtpd
def test_what_a_mailbox_answers_comes_back_through_a_real_server(alice: Alice) -> None:
    alice.writes(alice.knows(note(f'"I am back on {BACK}."')))
    found = recognise(alice.hears())
    assert (found.kind, found.returns) == (Kind.AUTO_REPLY, BACK)


# Debian's Pigeonhole has no `ereject` (RFC 5429), which would refuse at the door as this does.
@through_opensmtpd
def test_a_letter_to_somebody_unknown_has_bounced(alice: Alice) -> None:
    nobody = f"{UNKNOWN}@corbel.example"
    alice.writes(nobody)
    found = recognise(alice.hears())
    assert (found.kind, found.bounced) == (Kind.BOUNCE, (nobody,))
