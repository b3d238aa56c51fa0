"""What name servers say, asked of a little one on loopback."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import dns.message
import dns.resolver
import dns.rrset
import pytest

from afterword.mailbox.connecting import Record
from afterword.mailbox.looking_up import NameServers

ZONE = {
    "_imaps._tcp.alice.example.": ("SRV", "0 1 993 mail.alice.example.", "5 1 9993 b.example."),
    "_imap._tcp.alice.example.": ("SRV", "0 0 0 ."),
    "alice.example.": ("MX", "20 second.example.", "10 first.example."),
}


@contextmanager
def name_server() -> Iterator[NameServers]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=serve, args=(line,), daemon=True)
        thread.start()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers = ["127.0.0.1"]
        resolver.port = line.getsockname()[1]
        yield NameServers(resolver)
        line.sendto(b"", line.getsockname())
        thread.join()


def serve(line: socket.socket) -> None:
    """Answer until an empty question comes."""
    while True:
        data, asker = line.recvfrom(4096)
        if not data:
            return
        question = dns.message.from_wire(data)
        answer = dns.message.make_response(question)
        name = question.question[0].name
        kind, *records = ZONE.get(name.to_text(), ("",))
        if kind:
            answer.answer = [dns.rrset.from_text(name, 60, "IN", kind, *records)]
        line.sendto(answer.to_wire(), asker)


@pytest.fixture
def names() -> Iterator[NameServers]:
    with name_server() as server:
        yield server


def test_services(names: NameServers) -> None:
    assert set(names.srv("_imaps._tcp.alice.example")) == {
        Record("mail.alice.example", 993, 0, 1),
        Record("b.example", 9993, 5, 1),
    }


def test_a_service_that_is_not_offered(names: NameServers) -> None:
    assert names.srv("_imap._tcp.alice.example") == (Record("", 0),)


def test_mail_exchangers_by_preference(names: NameServers) -> None:
    assert names.mx("alice.example") == ("first.example", "second.example")


@pytest.mark.parametrize("name", ["bob.example", "", "a..b", "x" * 300, "ä" * 80 + ".example"])
def test_nothing_is_known_of_other_names_and_of_no_names(names: NameServers, name: str) -> None:
    assert names.srv(name) == ()
    assert names.mx(name) == ()
