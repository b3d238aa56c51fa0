"""A web server on loopback that says what a test tells it to say."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec


class Said(msgspec.Struct, frozen=True):
    """An answer: its status, its words, and more headers."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = {}


class Heard(msgspec.Struct, frozen=True):
    """A request, and whether it came with a name and a password."""

    method: str
    path: str
    signed: bool


class Scripted(msgspec.Struct):
    """A server that runs, and what it has heard."""

    url: str
    heard: list[Heard] = []


Script = Callable[[Heard], Said]


@contextmanager
def running(script: Script) -> Iterator[Scripted]:
    """Run a server."""
    server = Scripted("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", "0")))
            heard = Heard(self.command, self.path, "Authorization" in self.headers)
            server.heard.append(heard)
            said = script(heard)
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            self.wfile.write(said.body)

        # http.server calls what is named after the method.
        do_PROPFIND = do_REPORT = do_GET = do_PUT = do_DELETE = _answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  its own name
            del format, args

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        server.url = f"http://127.0.0.1:{http.server_port}"
        thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join(timeout=10)


def multistatus(*responses: str) -> bytes:
    """Return a good answer in WebDAV's words, of parts that a test writes out."""
    inside = "".join(f"<d:response>{one}</d:response>" for one in responses)
    spaces = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
    return f'<?xml version="1.0"?><d:multistatus {spaces}>{inside}</d:multistatus>'.encode()


def good(href: str, properties: str) -> str:
    """Return the part about one address, all of whose properties were found."""
    return (
        f"<d:href>{href}</d:href><d:propstat><d:prop>{properties}</d:prop>"
        "<d:status>HTTP/1.1 200 OK</d:status></d:propstat>"
    )
