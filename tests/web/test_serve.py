"""`afterword serve`: who may reach it, and what it says when it cannot listen."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from afterword.cli import main
from afterword.cli.serve import is_afterword, is_loopback, listen, proxied


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


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        taken.settimeout(0)
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(main, ["serve", "--port", port, "--data", str(tmp_path)])
    assert done.exit_code == 1
    assert f"Port {port} is taken" in done.output


def test_what_does_not_answer_is_not_afterword() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert not is_afterword("127.0.0.1", free.getsockname()[1])


def test_a_proxy_is_only_believed_that_it_spoke_https() -> None:
    assert proxied(()) == {}
    assert proxied(["a.example"])["trusted_proxy_headers"] == {"x-forwarded-proto"}
