"""Header fields in words, however they were encoded, and whatever is wrong with them."""

from datetime import UTC, datetime, timedelta

import pytest

from afterword.mailbox.recognising import headers
from afterword.mailbox.recognising.message import Address


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("plain", "plain"),
        ("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?UTF-8?B?R3LDvMOfZQ==?=", "Grüße"),
        ("=?UTF-8?B?R3LDvMOfZQ?=", "Grüße"),
        ("=?iso-8859-1?Q?Caf=E9_Noir?=", "Café Noir"),
        ("=?utf-8?q?one?= =?utf-8?q?two?=", "onetwo"),
        ("=?utf-8?q?one?= and =?utf-8?q?two?=", "one and two"),
        ("=?utf-8*en?q?tongue?=", "tongue"),
        ("=?x-unknown?q?caf=C3=A9?=", "café"),
        ("=?utf-8?b?=====?=", ""),
        ("folded\r\n\tonce", "folded once"),
        ("  much   space ", "much space"),
        ("=?broken", "=?broken"),
    ],
)
def test_a_header_is_one_line_of_words(value: str, read: str) -> None:
    assert headers.unfolded(value) == read


def test_bytes_that_no_charset_announces_are_read_as_windows_wrote_them() -> None:
    value = b"Gr\xfc\xdfe".decode("ascii", "surrogateescape")
    assert headers.unfolded(value) == "Grüße"


@pytest.mark.parametrize(
    ("raw", "charset", "read"),
    [
        ("Grüße".encode(), "utf-8", "Grüße"),
        ("Grüße".encode("latin-1"), "iso-8859-1", "Grüße"),
        ("Grüße".encode("latin-1"), "", "Grüße"),
        ("Grüße".encode(), "ascii", "Grüße"),
        ("Grüße".encode(), "no-such-charset", "Grüße"),
        (b"\x93yes\x94", "", "“yes”"),
        ("日本".encode("shift_jis"), "shift_jis", "日本"),
        (b"a", "utf-8\x00", "a"),
        (b"+33/fcg-", "utf-7", "??"),
        (b"\\u0041", "unicode_escape", "\\u0041"),
        (b"a" * 50_000 + b"\xe9", "punycode", "a" * 50_000 + "é"),
        (b"a", "rot13", "a"),
        (b"\x81\x8d", "", "\ufffd\ufffd"),
    ],
)
def test_bytes_are_read_in_the_charset_that_fits(raw: bytes, charset: str, read: str) -> None:
    assert headers.decoded(raw, charset) == read


@pytest.mark.parametrize(
    ("value", "email", "name"),
    [
        ("jo@pellworth.example", "jo@pellworth.example", ""),
        ("Jo Park <Jo@Pellworth.EXAMPLE>", "jo@pellworth.example", "Jo Park"),
        ('"Park, Jo" <jo@pellworth.example>', "jo@pellworth.example", "Park, Jo"),
        ("=?utf-8?q?J=C3=B6?= <jo@pellworth.example>", "jo@pellworth.example", "Jö"),
        ("jo@pellworth.example (Jo Park)", "jo@pellworth.example", "Jo Park"),
        ("Jo <jo@pellworth.example", "jo@pellworth.example", "Jo"),
        ("Jo Park jo@pellworth.example broken,,", "jo@pellworth.example", ""),
    ],
)
def test_an_address_is_found_even_in_a_broken_header(value: str, email: str, name: str) -> None:
    found = headers.addresses(value)[0]
    assert found.email == email
    assert found.name == name


@pytest.mark.parametrize("value", ["", "undisclosed-recipients:;", "Jo Park", "@", "<>", "a@b@c@"])
def test_what_is_no_address_is_none(value: str) -> None:
    assert all("@" in one.email for one in headers.addresses(value))


def test_several_addresses_stay_in_their_order() -> None:
    found = headers.addresses("a@x.example, B <b@x.example>, c@x.example")
    assert [one.email for one in found] == ["a@x.example", "b@x.example", "c@x.example"]


def test_an_address_has_two_halves() -> None:
    jo = Address("jo.park@mail.pellworth.example")
    assert (jo.local, jo.domain) == ("jo.park", "mail.pellworth.example")
    assert Address().domain == ""


def test_addresses_are_found_in_prose() -> None:
    text = "Write to Jo@pellworth.example. Not to <ann@pellworth.example>, please"
    assert headers.mentioned(text) == ("jo@pellworth.example", "ann@pellworth.example")


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("Tue, 10 Mar 2026 10:15:00 +0000", datetime(2026, 3, 10, 10, 15, tzinfo=UTC)),
        ("10 Mar 2026 12:15:00 +0200", datetime(2026, 3, 10, 10, 15, tzinfo=UTC)),
        ("Tue, 10 Mar 2026 10:15:00", datetime(2026, 3, 10, 10, 15, tzinfo=UTC)),
        ("Tue, 10 Mar 2026 10:15:00 -0000", datetime(2026, 3, 10, 10, 15, tzinfo=UTC)),
        ("Tue, 10 Mar 2026 05:15:00 EST", datetime(2026, 3, 10, 10, 15, tzinfo=UTC)),
    ],
)
def test_a_date_is_a_moment(value: str, read: datetime) -> None:
    assert headers.moment(value) == read


@pytest.mark.parametrize(
    "value",
    [
        *("", "yesterday", "Tue, 99 Mar 2026 10:15:00 +0000", "Tue, 10 Mar 2026 99:15:00 +0000"),
        *(
            "Fri, 31 Dec 9999 23:59:59 -1200",
            "Fri, 31 Dec 9998 23:59:59 +0000",
            "Tue, 10 Mar 2026 10:15:00 +9999",
            "1",
            "\x00",
        ),
    ],
)
def test_a_broken_date_is_none(value: str) -> None:
    assert headers.moment(value) is None


def test_the_zone_of_a_date_is_kept() -> None:
    found = headers.moment("Tue, 10 Mar 2026 12:15:00 +0200")
    assert found
    assert found.utcoffset() == timedelta(hours=2)


def test_message_ids_lose_their_brackets() -> None:
    assert headers.message_ids("<a@x> junk <b@y>\n <c d>") == ("a@x", "b@y")
