"""The line to a provider: encrypted, proven, bounded, and led by no redirect and no proxy."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from afterword.mailbox.oauth_line import ask
from afterword.mailbox.trouble import Odd, Unreachable
from tests.mailbox.servers import certificates
from tests.mailbox.servers.needs import need


class Provider(HTTPServer):
    """A provider on loopback, and what it has heard."""

    heard: list[str]
    status = 200
    answer = b'{"access_token": "lets-in"}'

    @property
    def url(self) -> str:
        return f"https://localhost:{self.server_port}/token"


class Desk(BaseHTTPRequestHandler):
    server: Provider

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.heard.append(f"{self.headers['Content-Type']} {body}")
        self.send_response(self.server.status)
        self.send_header("Location", "https://evil.example/")
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base's own name
        """Say nothing."""


@contextmanager
def providing(papers: certificates.Papers) -> Iterator[Provider]:
    with Provider(("127.0.0.1", 0), Desk) as server:
        server.heard = []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(papers.certificate, papers.key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join(10)


@pytest.fixture
def provider(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    need("openssl", "openssl")
    papers = certificates.issue(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(papers.authority))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")  # nobody listens there
    with providing(papers) as server:
        yield server


def test_a_form_is_brought_and_the_answer_returned_whatever_it_is(provider: Provider) -> None:
    assert ask(provider.url, {"code": "ja & nein"}) == provider.answer
    assert provider.heard == ["application/x-www-form-urlencoded code=ja+%26+nein"]
    provider.status, provider.answer = 400, b'{"error": "invalid_grant"}'
    assert ask(provider.url, {}) == provider.answer


def test_no_redirect_is_followed(provider: Provider) -> None:
    provider.status, provider.answer = 307, b""
    assert ask(provider.url, {"code": "x"}) == b""
    assert len(provider.heard) == 1


def test_an_answer_without_end_is_not_read_to_its_end(provider: Provider) -> None:
    provider.answer = b"x" * 100_000
    with pytest.raises(Odd, match="without end"):
        ask(provider.url, {})


def test_who_proves_nothing_is_told_nothing(
    provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(Unreachable, match="localhost"):
        ask(provider.url, {"code": "x"})
    assert provider.heard == []
