"""Bounces: what did not arrive, to whom, and what only looks like it."""

from pathlib import Path

import pytest

from afterword.mailbox.recognising import mime
from afterword.mailbox.recognising.bounce import bounce, is_report
from tests.mailbox.recognising.post import answer, letter

REAL = Path(__file__).parent / "real"
DAEMON = "Mail Delivery Subsystem <mailer-daemon@mx.example>"


def report(
    action: str, status: str, subject: str = "Mail status", text: str = "See below."
) -> bytes:
    """Return a delivery report as RFC 3464 has it."""
    return (
        f"From: {DAEMON}\nTo: mara@lindqvist.example\nSubject: {subject}\nMIME-Version: 1.0\n"
        "Auto-Submitted: auto-replied\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        f"--b\n\n{text}\n--b\nContent-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; jo@pellworth.example\nAction: {action}\n"
        f"Status: {status}\n\n--b\n"
        "Content-Type: message/rfc822\n\nFrom: mara@lindqvist.example\n"
        "Subject: Thank you\n\nDear Jo\n--b--\n"
    ).encode()


def test_a_delivery_report_names_who_was_not_reached() -> None:
    found = bounce(mime.read(report("failed", "5.1.1")))
    assert found
    assert found.addresses == ("jo@pellworth.example",)
    assert found.evidence == "Action: failed"


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_a_report_of_anything_else_is_no_bounce(action: str) -> None:
    read = mime.read(report(action, "4.4.1", text="The message has not yet been delivered."))
    assert bounce(read) is None
    assert is_report(read)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Undelivered Mail Returned to Sender", "<jo@pellworth.example>: unknown user"),
        ("Delivery Status Notification (Failure)", "Address not found: jo@pellworth.example"),
        ("failure notice", "jo@pellworth.example\nSorry, no mailbox here by that name."),
        ("Mail delivery failed", "jo@pellworth.example: mailbox is full"),
        ("Unzustellbar: Danke", "jo@pellworth.example konnte nicht zugestellt werden."),
        ("Returned mail", "550 5.1.1 <jo@pellworth.example>... User unknown"),
    ],
)
def test_a_daemon_says_it_in_words_of_its_own(subject: str, text: str) -> None:
    found = bounce(letter(text, subject, **{"from": DAEMON}))
    assert found
    assert "jo@pellworth.example" in found.addresses


def test_failed_recipients_may_stand_in_a_header() -> None:
    read = letter("It did not arrive.", "Problem", x_failed_recipients="jo@pellworth.example")
    found = bounce(read)
    assert found
    assert found.addresses == ("jo@pellworth.example",)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Warning: message delayed",
            "Your message to jo@pellworth.example has not yet been delivered. It will be retried.",
        ),
        ("Delivery delayed", "Attempts will continue. You do not need to resend."),
    ],
)
def test_what_may_still_arrive_has_not_bounced(subject: str, text: str) -> None:
    assert bounce(letter(text, subject, **{"from": DAEMON})) is None


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Re: Undeliverable: Thank you",
            "Odd, your first note bounced. This address works: jo@pellworth.example",
        ),
        ("Fwd: failure notice", "Is this yours?"),
        ("Data Engineer", "The parcel was not delivered. Error 550 is what the courier wrote."),
        ("Your delivery", "It could not be delivered at your door."),
        ("Mailbox full of ideas", "I enjoyed our talk."),
    ],
)
def test_people_who_speak_of_what_did_not_arrive_are_no_mail_system(
    subject: str, text: str
) -> None:
    assert bounce(answer(text, subject)) is None


def test_a_complaint_is_no_bounce() -> None:
    raw = (
        b"From: feedback@mx.example\nSubject: complaint\nContent-Type: multipart/report;"
        b' report-type=feedback-report; boundary="b"\n\n--b\n\nAbuse.\n--b\n'
        b"Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--\n"
    )
    assert bounce(mime.read(raw)) is None
    assert is_report(mime.read(raw))


@pytest.mark.parametrize(
    "sender", ["", "\xe4\xf6 <mailer-daemon@mx.example>", "MAILER-DAEMON", "<>"]
)
def test_a_broken_sender_is_no_reason_to_stop(sender: str) -> None:
    raw = report("failed", "5.1.1").replace(DAEMON.encode(), sender.encode("latin-1"))
    found = bounce(mime.read(raw))
    assert found
    assert found.addresses == ("jo@pellworth.example",)


def test_the_own_address_is_not_what_failed() -> None:
    text = "mara@lindqvist.example wrote to <jo@pellworth.example>: user unknown"
    found = bounce(letter(text, "Undelivered mail", **{"from": DAEMON}))
    assert found
    assert found.addresses == ("jo@pellworth.example",)


@pytest.mark.parametrize("name", ["opensmtpd-bounce-1.eml", "opensmtpd-bounce-2.eml"])
def test_bounces_of_a_real_server_are_found(name: str) -> None:
    found = bounce(mime.read((REAL / name).read_bytes()))
    assert found
    assert found.addresses


def test_a_rejection_by_the_recipient_s_filter_is_a_bounce() -> None:
    assert bounce(mime.read((REAL / "dovecot-sieve-reject-mdn.eml").read_bytes()))


def test_a_vacation_note_is_no_bounce() -> None:
    assert bounce(mime.read((REAL / "dovecot-sieve-vacation.eml").read_bytes())) is None
