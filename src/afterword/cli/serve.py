"""`afterword serve`: the pages and the due work, in one process, in the foreground."""

import errno
import ipaddress
import logging
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Sequence
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException

import click
import msgspec

from afterword.settings.start import start

PORT = 8765
THREADS = 4
PAUSE = 60.0
PATIENCE = 2.0
EXAMPLES = """\b
Examples: afterword serve
          afterword serve --port 9000 --no-browser --data ~/hunt"""


class Asked(msgspec.Struct, frozen=True):
    """What was asked on the command line."""

    port: int
    host: str
    data: str | None
    https: tuple[str, ...]
    no_browser: bool

    @property
    def local(self) -> bool:
        """Whether only this computer can reach it."""
        return is_loopback(self.host)


@click.command("serve", epilog=EXAMPLES, short_help="Open the pages in the browser.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="Where it answers; 0 takes any that is free.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address it listens at.")
@click.option("--data", metavar="FOLDER", help="Where the journal lies.")
@click.option(
    "--https",
    multiple=True,
    metavar="NAME",
    help="Beyond this computer: the name under which a proxy serves it by HTTPS.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.pass_context
def command(ctx: click.Context, /, **given: object) -> None:
    """Open Afterword in the browser, and stay until Ctrl-C.

    It prints an address that signs you in once. Nothing but this computer can reach it, unless
    you say otherwise.
    """
    asked = msgspec.convert(given, Asked)
    if not asked.local and not asked.https:
        raise click.UsageError(refusal(asked.host))
    try:
        listening = listen(asked.host, asked.port)
    except OSError as error:
        ctx.exit(_not_free(asked, error))
    logging.basicConfig(level=logging.ERROR, format="%(asctime)s %(message)s")
    start(asked.data, hosts=asked.https, https=bool(asked.https))
    serve(listening, asked)


def is_loopback(host: str) -> bool:
    """Return whether an address reaches no further than this computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refusal(host: str) -> str:
    """Return why it does not listen at an address that others reach, and how it would."""
    return (
        f"{host} can be reached from other computers, and a journal must not travel unencrypted. "
        "Put a proxy in front that speaks HTTPS (Caddy does so in one line: "
        f"`reverse_proxy 127.0.0.1:{PORT}`), and name it: --https afterword.example.org"
    )


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; raises OSError where the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there, it would let two listen at one port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def _not_free(asked: Asked, error: OSError) -> int:
    """Say why it cannot listen; where Afterword answers there already, open that."""
    if error.errno == errno.EADDRINUSE and asked.local and is_afterword(asked.host, asked.port):
        start(asked.data)
        click.echo(f"Afterword runs there already: {one_time(asked.host, asked.port)}")
        return 0
    if error.errno == errno.EADDRINUSE:
        message = f"Port {asked.port} is taken by another program. Try --port {asked.port + 1}"
    else:
        message = (
            f"Cannot listen at {asked.host}, port {asked.port}: {error.strerror}. Try --port {PORT}"
        )
    click.echo(message, err=True)
    return 1


def is_afterword(host: str, port: int) -> bool:
    """Return whether what answers at a port says that it is Afterword."""
    connection = HTTPConnection(host, port, timeout=PATIENCE)
    try:
        connection.request("GET", "/health")
        answer = connection.getresponse()
        return answer.status == 200 and b'"afterword"' in answer.read(1000)  # noqa: PLR2004  HTTP
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def one_time(host: str, port: int) -> str:
    """Return an address that signs the person of this computer in, once."""
    from afterword.accounts import tickets  # noqa: PLC0415  Django is set up by now
    from afterword.actions.prepare import prepare  # noqa: PLC0415  the same

    now = datetime.now(UTC)  # noqa: TID251  a shell asks what time it is
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/sign-in/{tickets.issue(prepare(now=now), now=now)}"


def serve(listening: socket.socket, asked: Asked) -> None:
    """Answer until somebody stops it; the due work goes on beside."""
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415  Django is set up by now
    from waitress.server import create_server  # type: ignore[import-untyped]  # noqa: PLC0415  no types

    port: int = listening.getsockname()[1]
    address = one_time(asked.host, port)
    server = create_server(
        get_wsgi_application(),
        sockets=[listening],
        threads=THREADS,
        ident=None,
        max_request_body_size=4_000_000,
        **proxied(asked.https),
    )
    stopping = threading.Event()
    threading.Thread(target=due_work, args=(stopping,), name="due work", daemon=True).start()
    click.echo(f"Afterword is at {address if not asked.https else ', '.join(asked.https)}")
    click.echo("The address signs you in once. Ctrl-C stops it.")
    sys.stdout.flush()
    if not asked.no_browser and not asked.https:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    signal.signal(signal.SIGTERM, _stop)
    try:
        server.run()  # comes back from Ctrl-C by itself
    finally:
        stopping.set()
        server.close()
        click.echo("Stopped. Everything is kept.")


def proxied(https: Sequence[str]) -> dict[str, object]:
    """Return what the server may believe of a proxy before it: that it spoke HTTPS, no more."""
    if not https:
        return {}
    return {
        "trusted_proxy": "*",
        "trusted_proxy_headers": {"x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
    }


def _stop(number: int, frame: object) -> None:
    del number, frame
    raise SystemExit(0)


def due_work(stopping: threading.Event, pause: float = PAUSE) -> None:
    """Look again at what is due, from time to time, until it is told to stop."""
    while not stopping.is_set():
        look_again()
        stopping.wait(pause)


def look_again() -> int:
    """Look once at all that is due; return how many opportunities that were."""
    from django.db import DatabaseError, connection  # noqa: PLC0415  Django is set up by now

    from afterword.actions import due  # noqa: PLC0415  the same

    now = datetime.now(UTC)  # noqa: TID251  a shell asks what time it is
    try:
        found = due.due(now=now)
        for one in found:
            due.looked(one, now=now)
    except DatabaseError as error:
        click.echo(f"The due work waits: {error}. `afterword doctor` says more.", err=True)
        return 0
    finally:
        connection.close()
    return len(found)
