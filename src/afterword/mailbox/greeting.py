"""How we come to a mail server's door: encrypted, sure of whom we speak to, and let in."""

import re
import ssl
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from afterword.mailbox.server import Bearer, Credentials, Security, Server
from afterword.mailbox.trouble import (
    Busy,
    Dropped,
    NotLetIn,
    Revoked,
    Unencrypted,
    Unreachable,
    Untrusted,
    concealed,
    is_busy,
)
from afterword.tongue import gettext as _

CONNECTING = 10.0  # seconds until somebody must have picked up
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
Client = Any  # IMAPClient brings no types


def greeted(server: Server, trust: ssl.SSLContext, patience: float) -> Client:
    """Return an encrypted connection to a server that proved its name; raises Trouble."""
    try:
        return _connected(server, trust, patience)
    except ssl.SSLCertVerificationError as error:
        raise Untrusted(server.host, error.verify_message) from None
    except ssl.SSLError:
        raise Unencrypted(server.host) from None
    except (OSError, IMAPClientError, UnicodeError):  # a name may hold what no name may hold
        raise Unreachable(server.host, server.port) from None


def _connected(server: Server, trust: ssl.SSLContext, patience: float) -> Client:
    implicit = server.security is Security.TLS
    times = SocketTimeout(connect=min(patience, CONNECTING), read=patience)
    client = IMAPClient(server.host, server.port, ssl=implicit, ssl_context=trust, timeout=times)
    client.normalise_times = False
    client._imap.debug = 0  # noqa: SLF001  else imaplib hands every mail that it reads to the log
    return client if implicit else _encrypted(client, server.host, trust)


def _encrypted(client: Client, host: str, trust: ssl.SSLContext) -> Client:
    try:
        if client.has_capability("STARTTLS"):
            client.starttls(trust)
            return client
    except BaseException:
        client.shutdown()
        raise
    client.shutdown()
    raise Unencrypted(host)


def let_in(client: Client, host: str, credentials: Credentials) -> None:
    """Sign in; raises Trouble, in which the server's words stand without the secret."""
    try:
        _sign_in(client, credentials)
    except LoginError as error:
        if isinstance(error.__context__, IMAPClientAbortError):  # for IMAPClient a refusal, too
            raise Dropped(host) from None
        why = concealed(str(error), credentials.secret)
        if is_busy(why):
            raise Busy(host, why) from None
        refusal = Revoked if isinstance(credentials, Bearer) else NotLetIn
        raise refusal(host, why) from None
    except (OSError, IMAPClientError):
        raise Dropped(host) from None
    except ValueError:
        why = _("the name or the password has signs that cannot be sent")
        raise NotLetIn(host, why) from None


def _sign_in(client: Client, credentials: Credentials) -> None:
    user, secret = credentials.user, credentials.secret
    if CONTROL.search(user + secret):  # LOGIN would take what follows a line break for a command
        raise ValueError
    if isinstance(credentials, Bearer):
        client.oauth2_login(user, secret)
    elif client.has_capability("AUTH=PLAIN"):
        client.plain_login(user, secret)  # unlike LOGIN, it takes letters of any language
    else:
        client.login(user, secret)
