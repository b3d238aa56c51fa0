"""`afterword serve`: the pages and the due work, in one process, in the foreground."""

import errno
import ipaddress
import json
import logging
import secrets
import signal
import socket
import sys
import threading
import webbrowser
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException

import click
import msgspec

from afterword.cli import memory
from afterword.cli.due_loop import DueLoop, slow_work
from afterword.settings.start import start

PORT = 8765
THREADS = 4
PATIENCE = 2.0
ONCE = "The address signs you in once. Ctrl-C stops it."
NOBODY_COULD = (
    "Whoever reaches it from elsewhere signs in with a password, and there is none yet. "
    "Choose one: afterword password"
)
EXAMPLES = """\b
Examples: afterword serve
          afterword serve --port 9000 --no-browser --data ~/hunt"""


class Asked(msgspec.Struct, frozen=True):
    """What was asked on the command line."""

    port: int
    host: str
    data: str | None
    https: tuple[str, ...]
    proxy: str
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
@click.option(
    "--proxy",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="With --https: the address from which that proxy calls, and no other is believed.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.pass_context
def command(ctx: click.Context, /, **given: object) -> None:
    """Open Afterword in the browser, and stay until Ctrl-C.

    It prints an address that signs you in once. Nothing but this computer can reach it, unless
    you say otherwise; then you need a password, and HTTPS.
    """
    asked = msgspec.convert(given, Asked)
    if not asked.local and not asked.https:
        raise click.UsageError(refusal(asked.host))
    start(asked.data, hosts=asked.https, https=bool(asked.https))
    if asked.https and not has_password():
        raise click.UsageError(NOBODY_COULD)
    try:
        listening = listen(asked.host, asked.port)
    except OSError as error:
        ctx.exit(_not_free(asked, error))
    logging.basicConfig(level=logging.ERROR, format="%(asctime)s %(message)s")
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


def has_password() -> bool:
    """Return whether somebody could sign in from elsewhere."""
    from afterword.actions.prepare import prepare  # noqa: PLC0415  Django is set up by now

    now = datetime.now(UTC)  # noqa: TID251  a shell asks what time it is
    return prepare(now=now).has_usable_password()


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
    """Return whether what answers at a port is Afterword, on the journal of this process.

    It has to prove that: whatever else listens there would be handed a secret that signs in.
    """
    from afterword.web.views.health import proof  # noqa: PLC0415  Django is set up by now

    connection = HTTPConnection(host, port, timeout=PATIENCE)
    nonce = secrets.token_hex()
    try:
        connection.request("GET", f"/health?nonce={nonce}")
        told = json.loads(connection.getresponse().read(1000))
        return secrets.compare_digest(str(told["proof"]), proof(nonce, port))
    except (OSError, HTTPException, ValueError, LookupError, TypeError):
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
    from django.conf import settings  # noqa: PLC0415  Django is set up by now
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415  the same
    from django.db import connections  # noqa: PLC0415  the same
    from waitress.server import create_server  # type: ignore[import-untyped]  # noqa: PLC0415  no types

    from afterword.cli.listening import EVERY, Listeners  # noqa: PLC0415  Django is set up by now

    memory.share()
    # Each of the threads keeps its connection: to open the journal takes as long as to read it.
    connections.settings["default"]["CONN_MAX_AGE"] = None
    port: int = listening.getsockname()[1]
    address = ", ".join(f"https://{name}" for name in asked.https) or one_time(asked.host, port)
    server = create_server(
        get_wsgi_application(),
        sockets=[listening],
        threads=THREADS,
        ident=None,
        max_request_body_size=settings.MOST,
        **proxied(asked),
    )
    listeners = Listeners()
    loops = (DueLoop(), DueLoop(slow_work), DueLoop(listeners.work, EVERY))
    for loop in loops:
        loop.start()
    click.echo(f"Afterword is at {address}")
    click.echo("Ctrl-C stops it." if asked.https else ONCE)
    sys.stdout.flush()
    if not asked.no_browser and not asked.https:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    signal.signal(signal.SIGTERM, _stop)
    try:
        server.run()  # comes back from Ctrl-C by itself
    finally:
        server.close()
        loops[-1].stop()
        listeners.stop()
        for loop in loops:
            loop.stop()
        click.echo("Stopped. Everything is kept.")


def proxied(asked: Asked) -> dict[str, object]:
    """Return what the server may believe of the proxy before it, and of nobody else.

    That it spoke HTTPS; and who called it, so that attempts to sign in are counted for each.
    """
    if not asked.https:
        return {}
    return {
        "trusted_proxy": asked.proxy,
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"},
        "clear_untrusted_proxy_headers": True,
    }


def _stop(number: int, frame: object) -> None:
    del number, frame
    raise SystemExit(0)
