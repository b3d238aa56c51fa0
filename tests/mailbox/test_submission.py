"""Where a mailbox sends through, as far as its name tells; the person corrects it."""

import pytest

from afterword.mailbox.connecting import providers
from afterword.mailbox.server import Security, Server
from afterword.mailbox.submission import way_out


@pytest.mark.parametrize(
    ("reads_from", "server"),
    [
        ("imap.gmail.com", Server("smtp.gmail.com", 465)),
        ("IMAP.Mail.Me.com", Server("smtp.mail.me.com", 587, Security.STARTTLS)),
        ("imappro.zoho.eu", Server("smtppro.zoho.eu", 465)),
        ("imap.home.example", Server("smtp.home.example", 465)),
        ("mail.home.example", Server("mail.home.example", 465)),
        ("", Server("smtp.home.example", 465)),
    ],
)
def test_a_server_follows_from_the_one_that_is_read(reads_from: str, server: Server) -> None:
    assert way_out("alice@home.example", reads_from) == server


def test_every_large_provider_has_one() -> None:
    for provider in providers():
        assert way_out("alice@home.example", provider.host).host
        assert "imap" not in way_out("alice@home.example", provider.host).host.split(".")[0]
