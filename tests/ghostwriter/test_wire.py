"""The line: it ends with the deadline, leads nowhere far in plain http, and speaks TLS."""

import shutil
import ssl
import subprocess
from pathlib import Path

import httpcore
import httpx
import pytest

from afterword.ghostwriter import wire
from afterword.ghostwriter.agreement import Agreed
from afterword.ghostwriter.endpoint import asker
from afterword.ghostwriter.settings import Model
from afterword.ghostwriter.silence import Silence, Unanswered
from afterword.ghostwriter.wire import Deadline, Exchange, Transport
from tests.ghostwriter.server import GOOD, serving
from tests.ghostwriter.study import letter, response

NEEDS_OPENSSL = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="openssl makes the certificate"
)


def test_a_deadline_gives_each_step_what_is_left() -> None:
    deadline = Deadline(60.0)
    assert deadline.left(5.0) == 5.0
    assert 59 < deadline.left(None) <= 60
    assert 59 < deadline.left(600.0) <= 60


def test_after_the_deadline_no_step_begins() -> None:
    with pytest.raises(httpcore.ReadTimeout):
        Deadline(0.0).left(5.0)


def test_plain_http_says_nothing_to_a_machine_that_turns_out_to_be_far(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # As if the name had led to a public address: only the connection can tell.
    monkeypatch.setattr(wire, "is_near", lambda number: number != "127.0.0.1")
    with serving(GOOD) as server:
        model = Model(server.url, "a-model")
        with pytest.raises(Unanswered) as caught:
            asker(model, Agreed(server.url, "a-model", ""))(b"{}")
        assert server.heard == []
    assert caught.value.silence is Silence.FAR


def test_plain_http_goes_far_where_the_candidate_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "is_near", lambda _: False)
    with serving(GOOD) as server:
        model = Model(server.url, "a-model", anywhere=True)
        assert asker(model, Agreed(server.url, "a-model", ""))(b"{}") == response(letter())


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost that nobody signed, and its key, in one file."""
    folder = tmp_path_factory.mktemp("tls")
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
        " -addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem"
    )
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_text((folder / "cert.pem").read_text() + (folder / "key.pem").read_text())
    return both


@NEEDS_OPENSSL
def test_a_certificate_that_nobody_signed_is_not_trusted(certificate: Path) -> None:
    with serving(GOOD, context=tls(certificate)) as server:
        url = f"https://localhost:{server.server_port}/v1"
        with pytest.raises(Unanswered) as caught:
            asker(Model(url, "a-model"), Agreed(url, "a-model", ""))(b"{}")
        assert server.heard == []
    assert caught.value.silence is Silence.NOBODY_SURE


@NEEDS_OPENSSL
def test_a_trusted_certificate_opens_an_encrypted_line(certificate: Path) -> None:
    trusting = ssl.create_default_context(cafile=str(certificate))
    with serving(GOOD, context=tls(certificate)) as server:
        transport = Transport(Exchange(Deadline(10.0), near_only=False), trusting)
        with httpx.Client(transport=transport, trust_env=False) as client:
            answer = client.post(f"https://localhost:{server.server_port}/v1", content=b"{}")
    assert answer.content == response(letter())


def tls(certificate: Path) -> ssl.SSLContext:
    """Return what a server with a certificate needs."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context
