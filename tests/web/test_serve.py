"""`afterword serve`: who may reach it, and what it says when it cannot listen."""

import socket
from pathlib import Path
from threading import Thread

import msgspec
import pytest
from click.testing import CliRunner

from afterword.cli import main
from afterword.cli.serve import Asked, is_afterword, is_loopback, listen, proxied
from afterword.web.views.health import proof
from tests.web.reading import Browser


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("box", False)],  # noqa: S104  refused
)
def test_only_this_computer_is_local(host: str, local: bool) -> None:
    assert is_loopback(host) is local


def test_beyond_this_computer_it_refuses_and_says_how() -> None:
    done = CliRunner().invoke(main, ["serve", "--host", "0.0.0.0"])  # noqa: S104  refused
    assert done.exit_code == 2
    assert "--https" in done.output
    assert "reverse_proxy" in done.output


def test_a_port_that_is_taken_is_named(journal: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        taken.settimeout(0)
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(main, ["serve", "--port", port, "--data", str(journal)])
    assert done.exit_code == 1
    assert f"Port {port} is taken" in done.output


def test_what_does_not_answer_is_not_afterword() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert not is_afterword("127.0.0.1", free.getsockname()[1])


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    "answer", [b'{"name": "afterword"}', b'{"proof": "guess"}', b"[]", b"\xff", b""]
)
def test_what_only_says_that_it_is_afterword_gets_no_secret(answer: bytes) -> None:
    with listen("127.0.0.1", 0) as impostor:
        said = Thread(target=_answer, args=(impostor, answer))
        said.start()
        assert not is_afterword("127.0.0.1", impostor.getsockname()[1])
        said.join()


def test_it_proves_whose_journal_it_is_for_its_own_port_only(nobody: Browser) -> None:
    told = nobody.client.get("/health", {"nonce": "n"}, SERVER_PORT="8765").json()
    assert told["proof"] == proof("n", 8765) != proof("n", 8766)
    assert "proof" not in nobody.client.get("/health").json()


def test_only_the_named_proxy_is_believed_and_only_of_two_things() -> None:
    asked = Asked(8765, "127.0.0.1", None, ("a.example",), "192.0.2.7", no_browser=True)
    assert proxied(msgspec.structs.replace(asked, https=())) == {}
    told = proxied(asked)
    assert told["trusted_proxy"] == "192.0.2.7"
    assert told["trusted_proxy_headers"] == {"x-forwarded-proto", "x-forwarded-for"}
    assert told["clear_untrusted_proxy_headers"]


def _answer(impostor: socket.socket, answer: bytes) -> None:
    connection, _ = impostor.accept()
    with connection:
        connection.recv(1000)
        connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n" + answer)
