"""The one door out: the only module in which a letter can leave, and it knows of one at a time.

What comes back is certain, or says that it is not. A server answers for a letter with its reply to
the end of the text (RFC 5321, section 4.2.5): until that point nothing was taken, after it all of
it; in between lies the one moment of which nobody knows.
"""

import contextlib
import smtplib
import ssl
from base64 import b64encode
from collections.abc import Callable

import msgspec

from afterword.mailbox.posted import Posted
from afterword.mailbox.server import Bearer, Credentials, Security, Server
from afterword.mailbox.trouble import NotLetIn, Trouble, concealed, quoted
from afterword.tongue import gettext as _

CONNECTING, ANSWERING = 10.0, 60.0  # seconds
TAKEN, GO_ON, LET_IN, CHALLENGE = 250, 354, 235, 334
FOR_GOOD = range(500, 600)
NAME = "localhost"  # said to a server in greeting: the name of this machine is nobody's business


def always() -> bool:
    """Return that nothing speaks against it."""
    return True


class NotAccepted(Trouble):
    """The letter did not leave, for certain; `why` is a sentence.

    `for_good`: the same again would be refused again.
    """

    def __init__(self, why: str, *, for_good: bool = False) -> None:
        super().__init__(_("It was not sent: {why}").format(why=why))
        self.for_good = for_good


class Unknown(Trouble):
    """The connection broke off in the one moment of which nobody knows."""

    def __init__(self, host: str) -> None:
        said = _(
            "{host} had the whole letter, and broke off before it said whether it took it. "
            "Look into the folder of sent mail, or ask whom it was for, before it is sent again."
        )
        super().__init__(said.format(host=host))


class Receipt(msgspec.Struct, frozen=True):
    """The server took the letter, in its own `words`."""

    words: str


class Door(msgspec.Struct, frozen=True):
    """A way out: a server, and how it lets us in; `trust` are the authorities that vouch for it."""

    server: Server
    credentials: Credentials
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context

    def send(self, letter: Posted, may: Callable[[], bool] = always) -> Receipt:
        """Hand a letter over, once; raises NotAccepted, for certain, or Unknown.

        `may` is asked when the server waits for the text: the last moment at which to stay.
        """
        line = self._connected()
        try:
            self._let_in(line)
            return self._handed(line, letter, may)
        finally:
            line.close()

    def knock(self) -> None:
        """Go in and out again, as a test; raises NotAccepted."""
        line = self._connected()
        try:
            self._let_in(line)
        finally:
            line.close()

    def _connected(self) -> smtplib.SMTP:
        host, port = self.server.host, self.server.port
        try:
            return self._encrypted()
        except ssl.SSLCertVerificationError as error:
            said = _("{host} could not prove its name: {why} Check that it is the right one.")
            why = quoted(error.verify_message)
            raise NotAccepted(said.format(host=host, why=why)) from None
        except (OSError, smtplib.SMTPException, UnicodeError):
            said = _(
                "no mail server answers at {host}, port {port}, as it should. "
                "Check name, port and encryption, and the network."
            )
            raise NotAccepted(said.format(host=host, port=port)) from None

    def _encrypted(self) -> smtplib.SMTP:
        host, port = self.server.host, self.server.port
        if self.server.security is Security.TLS:
            return smtplib.SMTP_SSL(
                host, port, local_hostname=NAME, timeout=CONNECTING, context=self.trust()
            )
        line = smtplib.SMTP(host, port, local_hostname=NAME, timeout=CONNECTING)
        try:
            line.starttls(context=self.trust())  # raises where the server offers none
        except BaseException:
            line.close()
            raise
        return line

    def _let_in(self, line: smtplib.SMTP) -> None:
        if line.sock:
            line.sock.settimeout(ANSWERING)
        try:
            line.ehlo_or_helo_if_needed()
            _agreed(_signed_in(line, self.credentials), LET_IN)
        except (OSError, smtplib.SMTPException) as error:
            why = _said(error, self.credentials.secret)
            raise NotAccepted(str(NotLetIn(self.server.host, why))) from None

    def _handed(self, line: smtplib.SMTP, letter: Posted, may: Callable[[], bool]) -> Receipt:
        """Go through with it; what is said before the text has left is certain."""
        try:
            _agreed(line.mail(letter.sender), TAKEN)
            _agreed(line.rcpt(letter.to), TAKEN)
            _agreed(line.docmd("DATA"), GO_ON)
        except (OSError, smtplib.SMTPException) as error:
            raise self._refused(error) from None
        if not may():
            raise NotAccepted(_("nobody waits for it to leave any more."))
        try:
            line.send(stuffed(letter.raw))
            code, words = line.getreply()
        except (OSError, smtplib.SMTPException):
            raise Unknown(self.server.host) from None
        if code != TAKEN:
            raise self._refused(smtplib.SMTPResponseException(code, words))
        with contextlib.suppress(OSError, smtplib.SMTPException):
            line.quit()
        return Receipt(quoted(words.decode("utf-8", "replace")))

    def _refused(self, error: Exception) -> NotAccepted:
        host = self.server.host
        if isinstance(error, smtplib.SMTPResponseException):
            why = _said(error, self.credentials.secret)
            told = _("{host} says: {why}").format(host=host, why=why)
            return NotAccepted(told, for_good=error.smtp_code in FOR_GOOD)
        broken = _("the connection to {host} broke off before the letter had left.")
        return NotAccepted(broken.format(host=host))


def _signed_in(line: smtplib.SMTP, credentials: Credentials) -> tuple[int, bytes]:
    """Return the answer to our name and secret, which may be in letters of any language."""
    user, secret = credentials.user, credentials.secret
    ways = line.esmtp_features.get("auth", "").upper().split()
    if isinstance(credentials, Bearer):
        answer = line.docmd("AUTH XOAUTH2", _coded(f"user={user}\x01auth=Bearer {secret}\x01\x01"))
        return line.docmd("") if answer[0] == CHALLENGE else answer
    if "PLAIN" in ways or "LOGIN" not in ways:
        return line.docmd("AUTH PLAIN", _coded(f"\0{user}\0{secret}"))
    answer = line.docmd("AUTH LOGIN", _coded(user))
    return line.docmd(_coded(secret)) if answer[0] == CHALLENGE else answer


def _coded(text: str) -> str:
    return b64encode(text.encode()).decode()


def _agreed(reply: tuple[int, bytes], wanted: int) -> None:
    code, words = reply
    if code != wanted:
        raise smtplib.SMTPResponseException(code, words)


def _said(error: Exception, secret: str) -> str:
    if not isinstance(error, smtplib.SMTPResponseException):
        return ""
    words = error.smtp_error
    text = words if isinstance(words, str) else words.decode("utf-8", "replace")
    return quoted(concealed(f"{text} ({error.smtp_code})", secret))


def stuffed(raw: bytes) -> bytes:
    """Return the text as it goes over the line, up to the point that ends it (RFC 5321, 4.5.2)."""
    lines = raw.splitlines()
    return (
        b"".join((b"." if one.startswith(b".") else b"") + one + b"\r\n" for one in lines)
        + b".\r\n"
    )
