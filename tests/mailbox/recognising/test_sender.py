"""Who writes: a person, a machine, or a service on behalf of many."""

import pytest

from afterword.mailbox.recognising import sender
from afterword.mailbox.recognising.message import Address
from tests.mailbox.recognising.post import answer, letter


@pytest.mark.parametrize(
    ("address", "relay"),
    [
        ("no-reply@greenhouse.io", True),
        ("x@us.greenhouse-mail.io", True),
        ("jobs@mail.lever.co", True),
        ("jo@notgreenhouse.io", False),
        ("jo@pellworth.example", False),
        ("jo@io", False),
        ("", False),
    ],
)
def test_a_relay_is_known_by_its_domain(address: str, *, relay: bool) -> None:
    assert sender.is_relay(Address(address)) is relay


@pytest.mark.parametrize(
    "local",
    ["no-reply", "noreply", "donotreply", "do-not-reply", "notifications", "mailer", "alerts"],
)
def test_nobody_reads_what_is_sent_there(local: str) -> None:
    assert sender.writer(letter("x", **{"from": f"X <{local}@pellworth.example>"})).no_reply


@pytest.mark.parametrize(
    "local", ["jobs", "careers", "hr", "recruiting", "talent", "bewerbung", "info"]
)
def test_an_office_is_no_person(local: str) -> None:
    wrote = sender.writer(letter("x", **{"from": f"X <{local}@pellworth.example>"}))
    assert wrote.role
    assert not wrote.person


@pytest.mark.parametrize("local", ["jo.park", "hrothgar", "jobst", "careyrs", "info_jo.x"][:4])
def test_a_name_that_begins_like_an_office_is_a_person(local: str) -> None:
    assert sender.writer(letter("x", **{"from": f"{local}@pellworth.example"})).person


@pytest.mark.parametrize(
    ("name", "value", "bulk"),
    [
        ("List-Unsubscribe", "<https://x.example>", True),
        ("List-Id", "<x.example>", True),
        ("Precedence", "bulk", True),
        ("Precedence", "first-class", False),
    ],
)
def test_mail_to_many_says_so(name: str, value: str, *, bulk: bool) -> None:
    assert sender.writer(letter("x", **{name: value})).bulk is bulk


@pytest.mark.parametrize(
    "subject", ["Re: x", "RE: x", "AW: x", "SV: x", "Antw: x", "Re[2]: x", "Re\uff1ax"]
)
def test_an_answer_is_known_by_its_subject(subject: str) -> None:
    assert sender.writer(letter("x", subject)).answers
    assert not sender.is_titled_anew(subject)


@pytest.mark.parametrize("subject", ["Fwd: x", "WG: x", "TR: x"])
def test_a_forwarded_subject_is_not_the_sender_s_own(subject: str) -> None:
    assert not sender.is_titled_anew(subject)


@pytest.mark.parametrize("subject", ["Reminder: x", "Award: x", "Research role", "x"])
def test_a_subject_that_begins_alike_is_new(subject: str) -> None:
    assert sender.is_titled_anew(subject)
    assert not sender.writer(letter("x", subject)).answers


def test_an_answer_is_known_by_its_thread() -> None:
    assert sender.writer(answer("x", "A new subject")).answers
