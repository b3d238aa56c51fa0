"""No test speaks to anybody beyond this computer."""

import socket

import pytest

FAR = ("192.0.2.1", 443)  # RFC 5737: an address that is nobody's


def test_a_connection_elsewhere_is_refused() -> None:
    with socket.socket() as line, pytest.raises(ConnectionRefusedError, match="no test speaks"):
        line.connect(FAR)


def test_a_name_elsewhere_is_not_looked_up() -> None:
    with pytest.raises(socket.gaierror):
        socket.create_connection(("mail.example", 443))


def test_nothing_is_said_without_a_connection() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line,
        pytest.raises(ConnectionRefusedError),
    ):
        line.sendto(b"?", ("192.0.2.1", 53))


def test_this_computer_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as here:
        socket.create_connection(here.getsockname()).close()
        socket.create_connection(("localhost", here.getsockname()[1])).close()
