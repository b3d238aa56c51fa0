"""Where the mailbox of an address is."""

import re

import msgspec
import pytest

from afterword.mailbox.connecting import (
    Provider,
    Record,
    Suggestion,
    Way,
    providers,
    suggest,
)
from afterword.mailbox.server import Security, Server


class Book(msgspec.Struct, frozen=True):
    """Name servers whose answers stand in the test."""

    services: dict[str, tuple[Record, ...]] = {}
    exchangers: tuple[str, ...] = ()

    def srv(self, name: str) -> tuple[Record, ...]:
        return self.services.get(name, ())

    def mx(self, domain: str) -> tuple[str, ...]:
        return self.exchangers if domain == "alice.example" else ()


def found(address: str, book: Book | None = None) -> Suggestion:
    suggestion = suggest(address, book or Book())
    assert suggestion
    return suggestion


@pytest.mark.parametrize(
    ("address", "host", "user", "way"),
    [
        ("Alice.B@gmail.com", "imap.gmail.com", "Alice.B@gmail.com", Way.APP_PASSWORD),
        ("alice@GoogleMail.com", "imap.gmail.com", "alice@GoogleMail.com", Way.APP_PASSWORD),
        ("alice@hotmail.co.uk", "outlook.office365.com", "alice@hotmail.co.uk", Way.OAUTH),
        ("alice@icloud.com", "imap.mail.me.com", "alice@icloud.com", Way.APP_PASSWORD),
        ("alice@web.de", "imap.web.de", "alice", Way.PASSWORD),
        ("alice@t-online.de", "secureimap.t-online.de", "alice@t-online.de", Way.MAIL_PASSWORD),
        ("alice@posteo.net", "posteo.de", "alice@posteo.net", Way.PASSWORD),
        ("alice@naver.com", "imap.naver.com", "alice@naver.com", Way.APP_PASSWORD),
    ],
)
def test_a_large_provider_is_known(address: str, host: str, user: str, way: Way) -> None:
    suggestion = found(address)
    assert (suggestion.server, suggestion.user) == (Server(host), user)
    assert suggestion.provider
    assert (suggestion.provider.way, suggestion.sure) == (way, True)


def test_proton_is_reached_through_the_program_on_one_s_own_machine() -> None:
    suggestion = found("alice@proton.me")
    assert suggestion.server == Server("127.0.0.1", 1143, Security.STARTTLS)
    assert suggestion.provider
    assert suggestion.provider.way is Way.BRIDGE


def test_a_domain_says_where_its_mailboxes_are() -> None:
    book = Book({"_imaps._tcp.alice.example": (Record("mail.alice.example", 9993),)})
    suggestion = found("me@alice.example", book)
    assert suggestion == Suggestion(
        Server("mail.alice.example", 9993), "me@alice.example", sure=True
    )


def test_the_best_of_several_servers_is_the_one_the_domain_prefers() -> None:
    records = (
        Record("b.alice.example", 993, priority=10, weight=90),
        Record("c.alice.example", 993, priority=0, weight=10),
        Record("a.alice.example", 993, priority=0, weight=20),
    )
    suggestion = found("me@alice.example", Book({"_imaps._tcp.alice.example": records}))
    assert suggestion.server.host == "a.alice.example"


def test_without_tls_from_the_first_byte_it_is_started_later() -> None:
    book = Book(
        {
            "_imaps._tcp.alice.example": (Record("", 0),),
            "_imap._tcp.alice.example": (Record("mail.alice.example.", 143),),
        }
    )
    suggestion = found("me@alice.example", book)
    assert suggestion.server == Server("mail.alice.example", 143, Security.STARTTLS)


@pytest.mark.parametrize(
    "host", ["imap.evil.example", "notalice.example", "alice.example.evil.org"]
)
def test_a_server_outside_the_domain_is_shown_to_the_person_first(host: str) -> None:
    book = Book({"_imaps._tcp.alice.example": (Record(host, 993),)})
    assert not found("me@alice.example", book).sure


@pytest.mark.parametrize(
    ("exchanger", "id_"),
    [
        ("aspmx.l.google.com.", "gmail"),
        ("alice-example.mail.protection.outlook.com", "outlook"),
        ("in1-smtp.messagingengine.com", "fastmail"),
    ],
)
def test_a_domain_of_one_s_own_at_a_large_provider(exchanger: str, id_: str) -> None:
    suggestion = found("me@alice.example", Book(exchangers=("mx.other.example", exchanger)))
    assert suggestion.provider
    assert (suggestion.provider.id, suggestion.user) == (id_, "me@alice.example")
    assert not suggestion.sure


@pytest.mark.parametrize("exchanger", ["notgoogle.com", "google.com.evil.example"])
def test_an_exchanger_that_only_looks_like_one(exchanger: str) -> None:
    assert suggest("me@alice.example", Book(exchangers=(exchanger,))) is None


@pytest.mark.parametrize("address", ["", "alice", "@gmail.com", "alice@", "alice@localhost"])
def test_where_nothing_is_known_the_person_is_asked(address: str) -> None:
    assert suggest(address, Book()) is None


def test_the_table_holds_the_large_ones_and_no_domain_twice() -> None:
    domains = [domain for provider in providers() for domain in provider.domains]
    assert len(providers()) >= 15
    assert len(domains) == len(set(domains))
    assert len({provider.id for provider in providers()}) == len(providers())


@pytest.mark.parametrize("provider", providers(), ids=lambda provider: provider.id)
def test_every_provider_says_how_to_get_in_and_what_that_allows(provider: Provider) -> None:
    assert provider.page.startswith("https://")
    assert provider.source.startswith("https://")
    assert all(re.fullmatch(r"[a-z0-9.-]+", name) for name in (*provider.domains, *provider.mx))
    assert len(provider.note) > 40
    if provider.way is not Way.OAUTH:
        assert re.search(r"read, delete and send|Bridge", provider.note)
