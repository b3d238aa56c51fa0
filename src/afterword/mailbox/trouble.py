"""What can go wrong between us and a mailbox, in words for the person whose mailbox it is.

No sentence here holds a password or a token: what a server says passes through `quoted` first.
"""

import re

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
        super().__init__(
            f"No mail server answers at {host}, port {port}. "
            "Check the name and the port, and that this machine is online."
        )


class Untrusted(Trouble):
    """The server's certificate does not prove that it is the one that was asked for."""

    def __init__(self, host: str, why: str) -> None:
        super().__init__(
            f"The server at {host} could not prove that it is {host}: {quoted(why)} "
            "No password was sent. Check the server's name; on a network that is not yours, "
            "try again from another."
        )


class Unencrypted(Trouble):
    """The server offers no encryption."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"The server at {host} offers no encryption on this port. No password was sent. "
            "Choose TLS and port 993, or ask the provider for the right ones."
        )


class NotLetIn(Trouble):
    """The server refuses the name, the password or the token."""

    def __init__(self, host: str, why: str) -> None:
        super().__init__(
            f"{host} did not let us in: {quoted(why) or 'it gave no reason.'} "
            "Check the user name, and whether this provider wants a password made for apps."
        )


class Revoked(Trouble):
    """The server no longer takes the token that the person once granted."""

    def __init__(self, host: str, why: str) -> None:
        super().__init__(
            f"{host} no longer takes the permission that you gave to Afterword: "
            f"{quoted(why) or 'it gave no reason.'} Connect the mailbox again to renew it."
        )


class Dropped(Trouble):
    """The connection is gone."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"The connection to {host} broke off. Nothing is lost: "
            "the next look goes on where this one stopped."
        )


class Busy(Trouble):
    """The server asks to be left alone for a while."""

    def __init__(self, host: str, why: str) -> None:
        super().__init__(
            f"{host} has no time for us now: {quoted(why) or 'it gave no reason.'} "
            "Afterword tries again later; other programs that read this mailbox may be too many."
        )


class Full(Trouble):
    """There is no room left for another message."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"The mailbox at {host} is full. Make room in it; the draft is kept here until then."
        )


class NoFolder(Trouble):
    """A folder is not there, or may not be opened."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"The folder {folder} cannot be opened. If it was renamed or removed, "
            "choose the folders to read anew."
        )


class Renumbered(Trouble):
    """The folder was numbered anew since its state was asked for: its uids mean nothing now."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"The folder {folder} was numbered anew while it was read. Nothing is lost: "
            "the next look compares it message by message."
        )


class Doubtful(Trouble):
    """A folder that held many messages holds next to none."""

    def __init__(self, folder: str, before: int, now: int) -> None:
        super().__init__(
            f"The folder {folder} held {before} messages at the last look, and {now} now. "
            "Afterword takes nothing in it for silence until you say that this is right."
        )


class Odd(Trouble):
    """The server answers in a way that makes no sense to us, or says no without a known reason."""

    def __init__(self, host: str, why: str) -> None:
        super().__init__(
            f"{host} gave an answer that Afterword cannot use: {quoted(why) or 'an empty one.'} "
            "If it stays so, report it together with the name of the provider."
        )


def quoted(said: str) -> str:
    """Return what a server said as one short sentence; a secret in it goes to `concealed` first."""
    line = CODE.sub("", CONTROL.sub(" ", said).strip())[:LONGEST]
    return line if not line or line.endswith((".", "!", "?")) else f"{line}."


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
