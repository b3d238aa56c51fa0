"""A server for outgoing mail that says what a test tells it to say, over TLS or in plain words."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import msgspec

from afterword.mailbox.server import Security, Server
from tests.mailbox.servers.certificates import Papers

USUAL: Mapping[str, bytes | None] = {
    "EHLO": b"250-localhost\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN XOAUTH2\r\n",
    "STARTTLS": b"220 go on\r\n",
    "AUTH": b"235 come in\r\n",
    "MAIL": b"250 ok\r\n",
    "RCPT": b"250 ok\r\n",
    "DATA": b"354 go on\r\n",
    ".": b"250 taken as 17\r\n",
    "QUIT": b"221 bye\r\n",
}
HANG_UP = None


class Taking(msgspec.Struct):
    """A server that runs, the lines that it has heard, and the letters that it has the whole of."""

    port: int
    security: Security
    heard: list[str] = []
    letters: list[str] = []

    @property
    def where(self) -> Server:
        """Return where it listens."""
        return Server("localhost", self.port, self.security)


@contextmanager
def running(
    papers: Papers, answers: Mapping[str, bytes | None] | None = None, *, implicit: bool = True
) -> Iterator[Taking]:
    """Run a server for one client; it hangs up where an answer is nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        security = Security.TLS if implicit else Security.STARTTLS
        server = Taking(listener.getsockname()[1], security)
        said = {**USUAL, **(answers or {})}
        thread = threading.Thread(target=_serve, args=(listener, server, said, papers))
        thread.start()
        yield server
        with contextlib.suppress(OSError), socket.create_connection(listener.getsockname()):
            pass  # in case that nobody ever came
        thread.join(timeout=10)


def _serve(
    listener: socket.socket, server: Taking, said: Mapping[str, bytes | None], papers: Papers
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers.certificate, papers.key)
    line, _ = listener.accept()
    lines = [line]
    try:
        if server.security is Security.TLS:
            lines.append(context.wrap_socket(line, server_side=True))
        lines[-1].sendall(b"220 localhost ESMTP\r\n")
        while _converse(lines[-1], server, said):
            lines.append(context.wrap_socket(lines[-1], server_side=True))
    except OSError:
        pass  # the other side hung up
    finally:
        for one in lines:
            one.close()


def _converse(line: socket.socket, server: Taking, said: Mapping[str, bytes | None]) -> bool:
    """Talk until somebody hangs up; return whether it is because encryption begins."""
    text: list[str] | None = None
    with line.makefile("r", encoding="latin-1", newline="\r\n") as reader:
        for heard in reader:
            word = heard.rstrip()
            if text is not None and word != ".":
                text.append(heard)
                continue
            server.heard.append(word)
            if text is not None:
                server.letters.append("".join(text))
                text = None
            verb = word.split(" ")[0].upper()
            answer = said.get(verb, b"500 what?\r\n")
            if answer is HANG_UP:
                return False
            line.sendall(answer)
            if verb == "STARTTLS":
                return True
            if verb == "DATA" and answer.startswith(b"354"):
                text = []
    return False
