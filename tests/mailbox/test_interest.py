"""Which messages matter."""

import pytest

from afterword.mailbox.head import Head
from afterword.mailbox.interest import Interest

HUNT = Interest(
    addresses=frozenset({"carol@mail.example"}),
    domains=frozenset({"initech.example"}),
    threads=frozenset({"sent-1@home.example"}),
)


@pytest.mark.parametrize(
    "fields",
    [
        {"from": "Carol <CAROL@mail.example>"},
        {"from": "x@initech.example"},
        {"from": "x@careers.initech.example"},
        {"from": "relay@ats.example", "reply-to": "bob@initech.example"},
        {"from": "alice@home.example", "to": "a@x.example, Bob <bob@initech.example>"},
        {"from": "alice@home.example", "to": "a@x.example", "cc": "carol@mail.example"},
        {"from": "new@agency.example", "in-reply-to": "<sent-1@home.example>"},
        {"from": "new@agency.example", "references": "<a@b.c> <sent-1@home.example> <d@e.f>"},
        {"from": "alice@home.example", "message-id": "<sent-1@home.example>"},
        {"from": "Mail Delivery <MAILER-DAEMON@home.example>"},
        {"from": "robot@x.example", "x-failed-recipients": "bob@initech.example"},
        {"sender": "bob@initech.example"},
        {"from": '"Bob, of Initech" <bob@initech.example>, "x@y" <z@shop.example>'},
        {"from": "bob @ initech.example"},
        {"from": "Bob (at work) <BOB@CAREERS.INITECH.EXAMPLE>"},
    ],
)
def test_it_matters(fields: dict[str, str]) -> None:
    assert HUNT.matters(Head(1, fields=fields))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"from": ""},
        {"from": "news@shop.example", "to": "alice@home.example"},
        {"from": "dave@mail.example"},
        {"from": "x@notinitech.example"},
        {"from": "mailer-daemons@shop.example"},
        {"from": '"bob@initech.example" <eve@shop.example>'},
        {"from": "x@initech.example.evil.example"},
        {"from": "news@shop.example", "in-reply-to": "<other@home.example>"},
        {"from": "news@shop.example", "subject": "Initech: initech.example"},
    ],
)
def test_it_does_not_matter(fields: dict[str, str]) -> None:
    assert not HUNT.matters(Head(1, fields=fields))


def test_without_a_hunt_only_bounces_matter() -> None:
    assert not Interest().matters(Head(1, fields={"from": "bob@initech.example"}))
