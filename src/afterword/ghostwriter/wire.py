"""The line to a model: httpx over a connection that knows when to stop and where it may lead.

httpx limits the wait for the next byte, so that a server which drips bytes could hold us for days;
here every step gets what is left of one deadline. And a name is looked up when the connection is
made, so only then can be seen whether it leads to a near machine: before the first byte is sent.
"""

import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from afterword.ghostwriter.address import is_near


class TooFar(Exception):
    """Plain http would have led to a machine that is not near; nothing was sent."""


class Deadline:
    """A moment that is `seconds` away when it is made."""

    def __init__(self, seconds: float) -> None:
        """Start now: how long a server takes is the one thing here that only a clock can tell."""
        self._end = time.monotonic() + seconds

    def left(self, most: float | None) -> float:
        """Return the seconds that one step may take; raises ReadTimeout when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left if most is None else min(left, most)


class Line(httpcore.NetworkStream):
    """A connection each step of which ends with the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        """Watch over a connection."""
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the next bytes, at most `max_bytes`, within `timeout` seconds."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes within `timeout` seconds."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Return the same connection, encrypted."""
        left = self._deadline.left(timeout)
        return Line(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  httpcore's way
        """Return what is known of the connection underneath."""
        return self._stream.get_extra_info(info)


class Exchange(httpcore.NetworkBackend):
    """Where connections are made: directly, never through a proxy."""

    def __init__(self, deadline: Deadline, *, near_only: bool) -> None:
        """Connect before a deadline, and to near machines only if so wanted."""
        self._deadline = deadline
        self._near_only = near_only
        self._direct = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to a machine; raises TooFar before anything has been sent."""
        left = self._deadline.left(timeout)
        stream = self._direct.connect_tcp(host, port, left, local_address, socket_options)
        if self._near_only and not is_near(stream.get_extra_info("server_addr")[0]):
            stream.close()
            raise TooFar
        return Line(stream, self._deadline)


class Transport(httpx.BaseTransport):
    """What httpx sends a request with; its own cannot be given another way to connect."""

    def __init__(self, exchange: Exchange, context: ssl.SSLContext) -> None:
        """Use one connection for one request."""
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, max_connections=1, retries=0, network_backend=exchange
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return the response, whose body is still to be read."""
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        """Hang up."""
        self._pool.close()


class Body(httpx.SyncByteStream):
    """The body of a response, as it comes in."""

    def __init__(self, answer: httpcore.Response) -> None:
        """Read from an open response."""
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        """Yield the body in pieces."""
        yield from self._answer.iter_stream()

    def close(self) -> None:
        """Let the connection go."""
        self._answer.close()
