"""What can go wrong between us and a mailbox, in words for the person whose mailbox it is.

They are said in the language that is spoken where it goes wrong: that of whoever waits for it, and
that of this installation where nobody does, as while a mailbox is looked into by itself.

No sentence here holds a password or a token: what a server says passes through `quoted` first.
"""

import re

from afterword.tongue import gettext as _
from afterword.tongue import ngettext

LONGEST = 200
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
CODE = re.compile(r"^\[[A-Z-]+\] *")  # RFC 5530: for programs
BUSY = re.compile(
    r"\[(?:UNAVAILABLE|LIMIT|INUSE|THROTTLED)\]|too many|try again later", re.IGNORECASE
)
FULL = re.compile(r"\[OVERQUOTA\]|quota", re.IGNORECASE)


class Trouble(Exception):
    """Something that keeps us from a mailbox; its text ends with what to do."""


class Unreachable(Trouble):
    """Nobody answers at that address."""

    def __init__(self, host: str, port: int) -> None:
        said = _(
            "No mail server answers at {host}, port {port}. "
            "Check the name and the port, and that this machine is online."
        )
        super().__init__(said.format(host=host, port=port))


class Untrusted(Trouble):
    """The server's certificate does not prove that it is the one that was asked for."""

    def __init__(self, host: str, why: str) -> None:
        said = _(
            "The server at {host} could not prove that it is {host}: {why} "
            "No password was sent. Check the server's name; on a network that is not yours, "
            "try again from another."
        )
        super().__init__(said.format(host=host, why=quoted(why)))


class Unencrypted(Trouble):
    """The server offers no encryption."""

    def __init__(self, host: str) -> None:
        said = _(
            "The server at {host} offers no encryption on this port. No password was sent. "
            "Choose TLS and port 993, or ask the provider for the right ones."
        )
        super().__init__(said.format(host=host))


class NotLetIn(Trouble):
    """The server refuses the name, the password or the token."""

    def __init__(self, host: str, why: str) -> None:
        said = _(
            "{host} did not let us in: {why} "
            "Check the user name, and whether this provider wants a password made for apps."
        )
        super().__init__(said.format(host=host, why=_reason(why)))


class Revoked(Trouble):
    """The server no longer takes the token that the person once granted."""

    def __init__(self, host: str, why: str) -> None:
        said = _(
            "{host} no longer takes the permission that you gave to Afterword: {why} "
            "Connect the mailbox again to renew it."
        )
        super().__init__(said.format(host=host, why=_reason(why)))


class Dropped(Trouble):
    """The connection is gone."""

    def __init__(self, host: str) -> None:
        said = _(
            "The connection to {host} broke off. Nothing is lost: "
            "the next look goes on where this one stopped."
        )
        super().__init__(said.format(host=host))


class Busy(Trouble):
    """The server asks to be left alone for a while."""

    def __init__(self, host: str, why: str) -> None:
        said = _(
            "{host} has no time for us now: {why} "
            "Afterword tries again later; other programs that read this mailbox may be too many."
        )
        super().__init__(said.format(host=host, why=_reason(why)))


class Full(Trouble):
    """There is no room left for another message."""

    def __init__(self, host: str) -> None:
        said = _(
            "The mailbox at {host} is full. Make room in it; the draft is kept here until then."
        )
        super().__init__(said.format(host=host))


class NoFolder(Trouble):
    """A folder is not there, or may not be opened."""

    def __init__(self, folder: str) -> None:
        said = _(
            "The folder {folder} cannot be opened. If it was renamed or removed, "
            "choose the folders to read anew."
        )
        super().__init__(said.format(folder=folder))


class Renumbered(Trouble):
    """The folder was numbered anew since its state was asked for: its uids mean nothing now."""

    def __init__(self, folder: str) -> None:
        said = _(
            "The folder {folder} was numbered anew while it was read. Nothing is lost: "
            "the next look compares it message by message."
        )
        super().__init__(said.format(folder=folder))


class Doubtful(Trouble):
    """A folder that held many messages holds next to none."""

    def __init__(self, folder: str, before: int, now: int) -> None:
        held = ngettext(
            "The folder {folder} held {before} message at the last look, and {now} now.",
            "The folder {folder} held {before} messages at the last look, and {now} now.",
            before,
        )
        cure = _("Afterword takes nothing in it for silence until you say that this is right.")
        super().__init__(f"{held.format(folder=folder, before=before, now=now)} {cure}")


class Odd(Trouble):
    """The server answers in a way that makes no sense to us, or says no without a known reason."""

    def __init__(self, host: str, why: str) -> None:
        said = _(
            "{host} gave an answer that Afterword cannot use: {why} "
            "If it stays so, report it together with the name of the provider."
        )
        super().__init__(said.format(host=host, why=quoted(why) or _("an empty one.")))


def quoted(said: str) -> str:
    """Return what a server said as one short sentence; a secret in it goes to `concealed` first."""
    line = CODE.sub("", CONTROL.sub(" ", said).strip())[:LONGEST]
    return line if not line or line.endswith((".", "!", "?")) else f"{line}."


def _reason(said: str) -> str:
    return quoted(said) or _("it gave no reason.")


def concealed(said: str, secret: str) -> str:
    """Return what a server said without a secret that it may have echoed."""
    return said.replace(secret, "…") if secret else said


def is_busy(said: str) -> bool:
    """Return whether a server's refusal is one for now only (RFC 5530, and Gmail's words)."""
    return bool(BUSY.search(said))


def refused(said: str, host: str, folder: str) -> Trouble:
    """Return what a server's "no" to a command means; `folder` where the command named one."""
    if is_busy(said):
        return Busy(host, said)
    if FULL.search(said):
        return Full(host)
    return NoFolder(folder) if folder else Odd(host, said)
