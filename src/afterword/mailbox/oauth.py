"""A permission instead of a password: asked for by the person's own client (RFC 6749, RFC 7636).

Nothing here touches the network: what is asked and what is answered are values.
"""

import base64
import hashlib
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlencode, urlsplit

import msgspec

from afterword.mailbox.connecting import Provider, providers
from afterword.mailbox.trouble import Odd, Revoked

# What was granted is used up, taken back or has run out, or the client is gone (RFC 6749, 5.2).
GONE = frozenset({"invalid_grant", "invalid_client", "unauthorized_client", "interaction_required"})


class Client(msgspec.Struct, frozen=True):
    """The person's own client at a provider; some have no secret."""

    id: str
    secret: str = ""

    def __repr__(self) -> str:
        return f"Client(id={self.id!r}, secret=…)"


class Pending(msgspec.Struct, frozen=True):
    """What was asked, until the person has answered; `back` is where the answer comes to.

    `state` shows that it is the answer to this, and `verifier` that it is we who asked.
    """

    address: str
    provider: str
    client: Client
    back: str
    state: str
    verifier: str

    def __repr__(self) -> str:
        return f"Pending(address={self.address!r}, provider={self.provider!r}, …)"


class Grant(msgspec.Struct, frozen=True):
    """A lasting permission: of which provider, for which client, and the token that renews it."""

    provider: str
    client: Client
    refresh: str

    def __repr__(self) -> str:
        return f"Grant(provider={self.provider!r}, client={self.client!r}, refresh=…)"


class Tokens(msgspec.Struct, frozen=True):
    """What lets in for about an hour, and what renews it, if the provider gave anything new."""

    access: str
    refresh: str = ""

    def __repr__(self) -> str:
        return "Tokens(access=…, refresh=…)"


class Ask(Protocol):
    """How a form is brought to a provider."""

    def __call__(self, url: str, form: Mapping[str, str]) -> bytes:
        """Return what is answered, whatever that is; raises Trouble."""


class _Answer(msgspec.Struct):
    access_token: str = ""
    refresh_token: str = ""
    error: str = ""
    error_description: str = ""


def granting(name: str) -> Provider:
    """Return a provider that grants permissions, by its id; raises LookupError."""
    for one in providers():
        if one.id == name and one.authorize:
            return one
    raise LookupError(name)


def challenge(verifier: str) -> str:
    """Return what a provider is told of a secret that it is shown later (RFC 7636, S256)."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def question(pending: Pending) -> str:
    """Return the address at which the person says yes; raises LookupError."""
    provider = granting(pending.provider)
    asked = {
        "response_type": "code",
        "client_id": pending.client.id,
        "redirect_uri": pending.back,
        "scope": provider.scope,
        "state": pending.state,
        "code_challenge": challenge(pending.verifier),
        "code_challenge_method": "S256",
        "login_hint": pending.address,
        "access_type": "offline",  # Google's word for a permission that lasts
        "prompt": "consent",
    }
    return f"{provider.authorize}?{urlencode(asked)}"


def exchanged(pending: Pending, code: str, ask: Ask) -> Tokens:
    """Return what the person's yes is exchanged for; raises Trouble, LookupError."""
    provider = granting(pending.provider)
    form = {"grant_type": "authorization_code", "code": code, "code_verifier": pending.verifier}
    form |= {"redirect_uri": pending.back, **_of(pending.client)}
    return _tokens(provider, ask(provider.token, form))


def renewed(grant: Grant, ask: Ask) -> Tokens:
    """Return what a lasting permission gives for the next hour; raises Trouble, LookupError."""
    provider = granting(grant.provider)
    form = {"grant_type": "refresh_token", "refresh_token": grant.refresh}
    return _tokens(provider, ask(provider.token, {**form, **_of(grant.client)}))


def _of(client: Client) -> dict[str, str]:
    secret = {"client_secret": client.secret} if client.secret else {}
    return {"client_id": client.id, **secret}


def _tokens(provider: Provider, raw: bytes) -> Tokens:
    """Return the tokens of an answer; raises Revoked or Odd with the provider's own reason."""
    host = urlsplit(provider.token).hostname or provider.name
    try:
        answer = msgspec.json.decode(raw, type=_Answer)
    except msgspec.DecodeError:
        raise Odd(host, "") from None
    if answer.error in GONE:
        raise Revoked(host, answer.error_description or answer.error)
    if not answer.access_token:
        raise Odd(host, answer.error_description or answer.error)
    return Tokens(answer.access_token, answer.refresh_token)
