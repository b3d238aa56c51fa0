"""A service of one's own, for the digest to reach: a real server, which remembers."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Service:
    """What was told to it, and what it answers."""

    def __init__(self, port: int) -> None:
        """Begin with nothing heard."""
        self.heard: list[tuple[str, str]] = []
        self.answer = 200
        self.address = f"json://someone:secret@127.0.0.1:{port}/"


@contextmanager
def service() -> Iterator[Service]:
    """Serve on loopback for as long as it is needed."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told.heard.append((body["title"], body["message"]))
            self.send_response(told.answer)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        told = Service(server.server_port)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()
