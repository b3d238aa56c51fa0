"""Bounces: whether a message says that another did not arrive, and to whom.

flufl.bounce knows many mail systems, but reports addresses in ordinary mail as well, and raises
on some headers: so it is asked for the addresses only, behind a gate.
"""

import logging
import re
from collections.abc import Iterator
from email import message_from_bytes
from functools import cache

import msgspec
from flufl.bounce import all_failures

from afterword.mailbox.recognising import headers, wording
from afterword.mailbox.recognising.message import Message
from afterword.mailbox.recognising.reply import everything

logging.getLogger("flufl.bounce").disabled = True  # it would write addresses into the log

FEEDBACK = "message/feedback-report"  # RFC 5965: somebody complained, nothing bounced
FAILED = re.compile(
    r"^action:\s*(?:failed?|failure|undeliver\w*|expired|error)", re.MULTILINE | re.IGNORECASE
)
ACTION = re.compile(r"^action:\s*(\w+)", re.MULTILINE | re.IGNORECASE)
STATUS = re.compile(r"^status:\s*([245])\.", re.MULTILINE | re.IGNORECASE)
RECIPIENT = re.compile(
    r"^(?:original|final|x-actual)-recipient:\s*(?:[\w-]+\s*;)?\s*(.+)$",
    re.MULTILINE | re.IGNORECASE,
)
DELETED = re.compile(r"^disposition:.*(?:deleted|denied|failed)", re.MULTILINE | re.IGNORECASE)
ORIGINAL = re.compile(
    r"^\W*(?:original message|received:|return-path:|message-id:)", re.MULTILINE | re.IGNORECASE
)
TO = re.compile(r"^\W*(?:to|rcpt to|recipient)\s*[:=](.+)$", re.MULTILINE | re.IGNORECASE)
MAILTO = re.compile(r"mailto:", re.IGNORECASE)
ANSWERS = re.compile(r"(?:re|aw|fwd?|wg)\s*:", re.IGNORECASE)
BLOCKS = re.compile(r"\n\s*\n")
LONGEST = 20_000
NO_REPLY = ("no-reply", "noreply")


class Bounce(msgspec.Struct, frozen=True):
    """A message that did not arrive: the addresses that failed, and what says so."""

    addresses: tuple[str, ...]
    evidence: str


def bounce(message: Message) -> Bounce | None:
    """Return what bounced, or nothing where a message does not say so."""
    evidence = _evidence(message)
    if not evidence:
        return None
    found = tuple(_reported(message)) or _scanned(message) or _mentioned(message)
    own = {message.sender.email, *(one.email for one in message.to)}
    others = tuple(one for one in dict.fromkeys(found) if one not in own)
    return Bounce(others or tuple(dict.fromkeys(found)), evidence)


def is_report(message: Message) -> bool:
    """Return whether a mail system wrote about delivery: late, done, or that one complained."""
    return not {"message/delivery-status", FEEDBACK}.isdisjoint(message.types) or (
        _by_daemon(message) and _says("late", message.subject, everything(message))
    )


def _evidence(message: Message) -> str:
    """Return what says that a message bounced, "" if nothing does."""
    if FEEDBACK in message.types:
        return ""
    reports = "\n\n".join(message.reports)
    if FAILED.search(reports):
        return "Action: failed"
    if DELETED.search(reports):
        return next((line for line in reports.split("\n") if DELETED.match(line)), "")
    if message.has("x-failed-recipients"):
        return f"X-Failed-Recipients: {message.header('x-failed-recipients')}"
    action = ACTION.search(reports)
    if action and action.group(1).lower() in {"delayed", "delivered", "relayed", "expanded"}:
        return ""
    return _told(message, reports)


def _told(message: Message, reports: str) -> str:
    """Return how a mail system says it in words of its own."""
    text = everything(message)
    titled, told = _says("subjects", message.subject), _says("says", text)
    known = _by_daemon(message) or bool(reports)
    nobody = message.header("return-path").strip() == "<>"
    answers = ANSWERS.match(message.subject)
    returned = "message/rfc822" in message.types and message.sender.local.startswith(NO_REPLY)
    unknown = titled and (told or nobody) and not answers
    if not (unknown or (known and (titled or told or not answers)) or (returned and told)):
        return ""
    if _says("late", message.subject) or (_says("late", text[:3000]) and not _says("final", text)):
        return ""
    return f"{message.sender.email or message.header('from')}: {message.subject}"


def _says(what: str, *texts: str) -> bool:
    return any(_pattern(what).search(text[:LONGEST].lower()) for text in texts)


def _by_daemon(message: Message) -> bool:
    """Return whether the sender is called as mail systems are."""
    names = (
        message.sender.local,
        message.sender.name,
        "" if message.sender.email else message.header("from"),
    )
    return any(_pattern("daemons").search(name.lower()) for name in names if name)


def _reported(message: Message) -> Iterator[str]:
    """Yield the addresses of a delivery report that failed."""
    for report in message.reports:
        for block in BLOCKS.split(report):
            if ACTION.search(block) and not FAILED.search(block):
                continue
            for value in RECIPIENT.findall(block)[:1]:
                yield from (one.email for one in headers.addresses(value))


def _mentioned(message: Message) -> tuple[str, ...]:
    """Return the addresses that the text speaks of, else whom the returned message was for."""
    own = {message.sender.email, *(one.email for one in message.to)}
    failed = headers.addresses(message.header("x-failed-recipients"))
    if failed:
        return tuple(one.email for one in failed)
    raw = headers.decoded(message.raw[:LONGEST]).replace("\r\n", "\n").replace("\r", "\n")
    body = raw.partition("\n\n")[2]
    for text in (ORIGINAL.split(everything(message)[:LONGEST], maxsplit=1)[0], *TO.findall(body)):
        found = tuple(
            one
            for one in headers.mentioned(MAILTO.sub("", text))
            if one not in own and not _pattern("daemons").search(one.partition("@")[0])
        )
        if found:
            return found
    return ()


def _scanned(message: Message) -> tuple[str, ...]:
    """Return the addresses that flufl.bounce finds."""
    parsed = message_from_bytes(message.raw.replace(b"\r\n", b"\n"))
    del parsed["from"]
    parsed["From"] = message.sender.email or "mailer-daemon@invalid"  # it needs one, in ASCII
    try:
        temporary, permanent = all_failures(parsed)
    except Exception:  # noqa: BLE001  its detectors raise what their parsers raise
        return ()
    found = (headers.decoded(one).lower() for one in sorted(permanent | temporary))
    return tuple(one for one in found if "@" in one)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(getattr(wording.bounces(), name)))
