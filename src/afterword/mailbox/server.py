"""Where a mailbox is, and who asks to be let in."""

from enum import StrEnum

import msgspec


class Security(StrEnum):
    """How a connection is encrypted: from its first byte, or before anything of worth is said."""

    TLS = "tls"
    STARTTLS = "starttls"


class Server(msgspec.Struct, frozen=True):
    """A mail server; the ports are those of RFC 8314 and RFC 3501."""

    host: str
    port: int = 993
    security: Security = Security.TLS


class Password(msgspec.Struct, frozen=True):
    """A user name and a password, best one made for this app alone."""

    user: str
    secret: str

    def __repr__(self) -> str:
        return f"Password(user={self.user!r}, secret=…)"


class Bearer(msgspec.Struct, frozen=True):
    """A user name and an access token of the person's own OAuth client."""

    user: str
    secret: str

    def __repr__(self) -> str:
        return f"Bearer(user={self.user!r}, secret=…)"


Credentials = Password | Bearer
