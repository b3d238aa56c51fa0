"""What a FETCH of many heads told, in the usual shape and in others."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from afterword.mailbox import fetched
from afterword.mailbox.head import Head

ONE = (
    b'1 (UID 7 RFC822.SIZE 99 INTERNALDATE "02-Mar-2026 09:00:00 +0100" FLAGS (\\Seen \\Draft)'
    b" BODY[HEADER.FIELDS (FROM)]<0> {9}"
)
EARLY = datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=1)))
HEAD = Head(7, 99, EARLY, draft=True, fields={"from": "a"})


def test_the_usual_shape() -> None:
    assert fetched.heads([(ONE, b"From: a\r\n"), b")"]) == (HEAD,)


@pytest.mark.parametrize(
    "parts",
    [
        [
            (b"1 (BODY[HEADER.FIELDS (FROM)]<0> {9}", b"From: a\r\n"),
            ONE[2:].split(b" BODY")[0] + b")",
        ],
        [(ONE.replace(b"BODY[", b"MODSEQ (9) BODY["), b"From: a\r\n"), b")"],
        [(ONE, b"From: a\r\n"), b" MODSEQ (9))"],
        [(ONE.replace(b" FLAGS (\\Seen \\Draft)", b""), b"From: a\r\n"), b" FLAGS (\\Draft))"],
    ],
)
def test_any_other_shape_means_the_same(parts: list[object]) -> None:
    parts = [part.replace(b"(UID", b"UID") if isinstance(part, bytes) else part for part in parts]
    assert fetched.heads(parts) == (HEAD,)


def test_by_number_whatever_order_they_come_in() -> None:
    other = ONE.replace(b"UID 7", b"UID 3")
    found = fetched.heads([(ONE, b""), b")", (other, b""), b")"])
    assert [head.uid for head in found] == [3, 7]


def test_one_that_has_only_flags_to_tell_is_no_obstacle() -> None:
    found = fetched.heads([(ONE, b"From: a\r\n"), b")", b"2 (UID 8 FLAGS ())"])
    assert [head.uid for head in found] == [7, 8]


def test_nothing() -> None:
    assert fetched.heads([]) == ()


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        (b" 2-Mar-2026 09:00:00 +0000", datetime(2026, 3, 2, 9, tzinfo=UTC)),
        (b"02-mar-2026 09:00:00 -0530", datetime(2026, 3, 2, 14, 30, tzinfo=UTC)),
        (b"31-Feb-2026 09:00:00 +0000", None),
        (b"02-Foo-2026 09:00:00 +0000", None),
        (b"02-Mar-2026 09:00:00 +9900", None),
    ],
)
def test_when_it_arrived(date: bytes, moment: datetime | None) -> None:
    told = ONE.replace(b"02-Mar-2026 09:00:00 +0100", date)
    (head,) = fetched.heads([(told, b""), b")"])
    assert head.arrived == moment
