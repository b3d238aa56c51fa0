"""A mailbox is connected by a permission: of the person's own client, and never with a password."""

import secrets
from collections.abc import Iterator
from datetime import datetime

import msgspec

from afterword.accounts.models import User
from afterword.accounts.vault import Locked, vault
from afterword.actions.errors import Refused
from afterword.actions.mail.connect_mailbox import ADDRESS, Found, remember, tried
from afterword.actions.mail.mailbox_door import Door, by_imap, sealed
from afterword.etiquette.problem import Malformed, Problem
from afterword.journal.mailboxes import NAME
from afterword.mailbox import oauth, oauth_line
from afterword.mailbox.connecting import Way
from afterword.mailbox.oauth import Client, Grant, Pending
from afterword.mailbox.server import Bearer, Server
from afterword.mailbox.trouble import Trouble
from afterword.tongue import gettext as _


class Question(msgspec.Struct, frozen=True):
    """Where the person says yes, and what this side holds until then, sealed."""

    url: str
    pending: str


class Answer(msgspec.Struct, frozen=True):
    """What the provider sends the person back with."""

    state: str
    code: str


def ask_for(address: str, provider: str, client: Client, *, back: str) -> Question:
    """Return the question that a provider puts to the person; raises Malformed."""
    problems = list(_problems(address, client))
    state, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(64)
    pending = Pending(address, provider, client, back, state, verifier)
    try:
        url = oauth.question(pending)
        kept = vault().seal(msgspec.json.encode(pending).decode())
    except LookupError:
        why = _("grants no permissions that Afterword knows of")
        raise Malformed([Problem("provider", why)]) from None
    except Locked:
        why = _("cannot be sealed: the key of this computer is of no use; `afterword doctor`")
        raise Malformed([Problem("client", why)]) from None
    if problems:
        raise Malformed(problems)
    return Question(url, kept)


def _problems(address: str, client: Client) -> Iterator[Problem]:
    if not ADDRESS.fullmatch(address) or len(address) > NAME:
        yield Problem("address", _("is no address such as name@example.org"))
    if not client.id or len(client.id) > NAME or len(client.secret) > NAME:
        yield Problem("client", _("is not what the provider calls the client’s id"))


def grant_mailbox(
    owner: User, pending: str, answer: Answer, *, now: datetime, door: Door = by_imap
) -> None:
    """Exchange the person's yes for a lasting permission, try it, and remember the mailbox.

    Raises Refused where this is not the answer to what was asked, and Malformed where the provider
    gives nothing, or the server does not let us in.
    """
    asked = _opened(pending)
    if asked is None or not answer.code or not _is_same(asked.state, answer.state):
        why = _("That is not the answer to what was asked from here.")
        raise Refused(why, _("Begin once more, and answer in the same browser."))
    try:
        tokens = oauth.exchanged(asked, answer.code, oauth_line.ask)
    except Trouble as trouble:
        raise Malformed([Problem("", str(trouble))]) from None
    if not tokens.refresh:
        raise Malformed([Problem("", _("The provider gave no permission that lasts. Ask anew."))])
    provider = oauth.granting(asked.provider)
    server = Server(provider.host, provider.port, provider.security)
    folders = tried(server, Bearer(asked.address, tokens.access), door)
    kept = sealed(Grant(asked.provider, asked.client, tokens.refresh))
    found = Found(asked.address, asked.address, server, Way.OAUTH, kept, folders)
    remember(owner, found, now=now)


def _is_same(state: str, told: str) -> bool:
    return secrets.compare_digest(state.encode(), told.encode("utf-8", "replace"))


def _opened(pending: str) -> Pending | None:
    try:
        return msgspec.json.decode(vault().open(pending), type=Pending)
    except (Locked, ValueError):
        return None
