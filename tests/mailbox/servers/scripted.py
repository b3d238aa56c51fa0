"""A mail server that says what a test tells it to say, over TLS or in plain words."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import msgspec

from afterword.mailbox.server import Security, Server
from tests.mailbox.servers.certificates import Papers

GREETING = b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 IDLE] ready\r\n"
CAPABILITIES = b"* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 IDLE\r\n"

Answer = Callable[[str], bytes | None]  # to a line without its tag; nothing: hang up


class Scripted(msgspec.Struct):
    """A server that runs, and the lines that it has heard."""

    port: int
    security: Security
    heard: list[str] = []

    @property
    def where(self) -> Server:
        """Return where it listens."""
        return Server("localhost", self.port, self.security)


@contextmanager
def running(answer: Answer, papers: Papers | None = None) -> Iterator[Scripted]:
    """Run a server that answers one client, over TLS if it has papers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        security = Security.TLS if papers else Security.STARTTLS
        server = Scripted(listener.getsockname()[1], security)
        thread = threading.Thread(target=_serve, args=(listener, server, answer, papers))
        thread.start()
        yield server
        with contextlib.suppress(OSError), socket.create_connection(listener.getsockname()):
            pass  # in case that nobody ever came
        thread.join(timeout=10)


def _serve(
    listener: socket.socket, server: Scripted, answer: Answer, papers: Papers | None
) -> None:
    with contextlib.suppress(OSError):
        line, _ = listener.accept()
        if papers:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(papers.certificate, papers.key)
            line = context.wrap_socket(line, server_side=True)
        with line:
            _converse(line, server, answer)


def _converse(line: socket.socket, server: Scripted, answer: Answer) -> None:
    line.sendall(GREETING)
    tag = "*"
    for heard in line.makefile("r", encoding="latin-1"):
        server.heard.append(heard.rstrip())
        first, _, command = heard.rstrip().partition(" ")
        if command:
            tag = first
        said = answer(command or first)
        if said is None:
            return
        line.sendall(said.replace(b"TAG", tag.encode()))
        if said.startswith(b"* BYE"):
            return


def polite(answers: Mapping[str, bytes | None]) -> Answer:
    """Return how a server answers that knows the usual, but for the commands named."""

    def answer(command: str) -> bytes | None:
        for name, said in answers.items():
            if command.upper().startswith(name):
                return said
        if command.upper().startswith("CAPABILITY"):
            return CAPABILITIES + b"TAG OK done\r\n"
        if command.upper().startswith("AUTHENTICATE"):
            return b"+ \r\n"
        if command.upper().startswith("LOGOUT"):
            return b"* BYE\r\nTAG OK done\r\n"
        return b"TAG OK done\r\n"

    return answer
