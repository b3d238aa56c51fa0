"""A real HTTP server on loopback that answers as it is told, well or badly, and remembers all."""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from tests.ghostwriter.study import letter, response

DRIP = 0.02
"""Seconds between two drops."""


class Heard(NamedTuple):
    """A request as it came in."""

    path: str
    headers: Mapping[str, str]
    body: bytes


class Server(ThreadingHTTPServer):
    """Answers each request with the next of some answers, the last of them for ever."""

    daemon_threads = True

    def __init__(self, *answers: "Answer") -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = list(answers)
        self.heard: list[Heard] = []
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        """The base address."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a client hangs up: here, it often should."""
        del request, client_address


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server

    def do_POST(self) -> None:
        """Remember the request, and answer it."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.heard.append(Heard(self.path, dict(self.headers), body))
        answers = self.server.answers
        (answers.pop(0) if len(answers) > 1 else answers[0])(self)

    def do_CONNECT(self) -> None:
        """Remember that somebody took this server for a proxy."""
        self.server.heard.append(Heard(self.path, dict(self.headers), b""))
        self.send_error(502)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's word
        """Say nothing."""

    def drip(self, text: bytes) -> None:
        """Send a text byte by byte, until the server is closed or the client hangs up."""
        for at in range(len(text)):
            if self.server.closing.wait(DRIP):
                return
            self.wfile.write(text[at : at + 1])
            self.wfile.flush()


Answer = Callable[[Handler], None]


def plain(
    body: bytes,
    status: int = 200,
    kind: str = "application/json",
    length: int | None = None,
    **headers: str,
) -> Answer:
    """Answer with a body, of the length that it has or another one that is claimed."""

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def says(content: str) -> Answer:
    """Answer as a model that says this."""
    return plain(response(content))


def raw(text: bytes) -> Answer:
    """Answer with bytes that need not be HTTP at all."""

    def answer(handler: Handler) -> None:
        handler.wfile.write(text)

    return answer


def drips(text: bytes) -> Answer:
    """Answer byte by byte, headers and all."""
    return lambda handler: handler.drip(text)


def endless(handler: Handler) -> None:
    """Answer with more than any letter, and never stop."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    while not handler.server.closing.is_set():
        handler.wfile.write(b'"' + b"x" * 65_536)


def silent(handler: Handler) -> None:
    """Take the request, and say nothing until the server is closed."""
    handler.server.closing.wait()


GOOD = says(letter())


@contextmanager
def serving(*answers: Answer, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Run a server while a test needs it."""
    server = Server(*answers)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
