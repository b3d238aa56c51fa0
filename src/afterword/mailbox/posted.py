"""A letter as it leaves: without the marks by which our drafts are known."""

import re
from datetime import datetime

import msgspec

from afterword.mailbox.head import CONTENT, STEP
from afterword.mailbox.letter import Letter
from afterword.tongue import gettext as _

OURS = tuple(f"{name}:".lower().encode() for name in (STEP, CONTENT))
ADDRESS = re.compile(r"[!-;=?-~]+@[A-Za-z0-9.-]+")  # without < and >; others need SMTPUTF8


class Posted(msgspec.Struct, frozen=True):
    """A letter as it leaves: who sends it to whom, and every byte of it."""

    sender: str
    to: str
    raw: bytes


def posted(letter: Letter, *, now: datetime) -> Posted:
    """Return a letter as it leaves; raises ValueError, naming the field, for what cannot.

    What marks our drafts stays here: it is nobody else's business what wrote a letter.
    """
    for field, address in (("sender", letter.sender.email), ("to", letter.to.email)):
        if not ADDRESS.fullmatch(address):
            said = _("{field}: {address} is no address that a letter can go to")
            raise ValueError(said.format(field=field, address=repr(address)))
    head, blank, body = letter.raw(now=now).partition(b"\r\n\r\n")
    kept = [line for line in head.splitlines() if not line.lower().startswith(OURS)]
    return Posted(letter.sender.email, letter.to.email, b"\r\n".join(kept) + blank + body)
