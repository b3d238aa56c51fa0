"""`afterword serve` as it runs: seconds to its first answer, pages over HTTP, and its memory."""

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from bench.cases import Row

ROUNDS, STARTS, MANY = 100, 3, 20
ADDRESS = re.compile(r"http://\S+/sign-in/\S+")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
STATUS = "/proc/{}/status"
LETTER = "Dear Lena,\n\nThank you for the talk about the handover. " + "I liked the plan. " * 25


class Visitor:
    """A browser in little: it keeps one connection, and its cookies."""

    def __init__(self, address: str) -> None:
        """Sign in through a one-time address."""
        parts = urlsplit(address)
        self.connection = HTTPConnection(str(parts.hostname), parts.port or 80, timeout=60)
        self.cookies: dict[str, str] = {}
        self.get(parts.path)

    def get(self, address: str) -> str:
        """Return the page at an address."""
        return self._ask("GET", address, "")

    def post(self, address: str, **form: str) -> str:
        """Send a form; return the page that comes back."""
        return self._ask("POST", address, urlencode(form))

    def _ask(self, method: str, address: str, body: str) -> str:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self.connection.request(method, address, body or None, headers)
        answer = self.connection.getresponse()
        for name, value in answer.getheaders():
            if name == "Set-Cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer.read().decode()


def rows(folder: str, uids: list[str], scale: int) -> Iterator[Row]:
    """Yield what a person meets: the start, the pages, and the memory that it comes to."""
    starts = [_start(folder) for _ in range(STARTS)]
    yield "`afterword serve` to its first answer", f"{min(starts):.2f} s", ""
    with serving(folder) as (process, address):
        known = [("at its start", _memory(process))]
        visitor = Visitor(address)
        first = _seconds(visitor, "/")
        yield "Today over HTTP, first after the start", f"{first * 1e3:.0f} ms", ""
        timeline = f"/opportunities/{uids[len(uids) // 2]}"
        for name, at in {"Today": "/", "a timeline": timeline}.items():
            took = sorted(_seconds(visitor, at) * 1e3 for _ in range(ROUNDS // scale))
            late = statistics.quantiles(took, n=20)[-1]
            value = f"{statistics.median(took):.1f} · {late:.1f} ms"
            yield f"{name} over HTTP, p50 · p95", value, "< 100 ms"
        known.append(("after Today and timelines", _memory(process)))
        _write(visitor, uids[0])
        known.append(("after New and Write", _memory(process)))
        for when, (now, most) in known:
            yield (
                f"memory of `afterword serve` {when}, now · most",
                f"{now} · {most} MB",
                "≤ 120 MB",
            )


def _write(visitor: Visitor, uid: str) -> None:
    """Open New, and have a letter checked as often as somebody who types pauses."""
    visitor.get("/new")
    page = visitor.get(f"/write/{uid}")
    token = TOKEN.search(page)
    form = {"csrfmiddlewaretoken": token[1] if token else "", "text": LETTER, "subject": "Thanks"}
    for name in ("step", "channel", "variant"):
        found = re.search(rf'name="{name}" value="([^"]*)"', page)
        form[name] = found[1] if found else ""
    for _ in range(MANY):
        visitor.post(f"/write/{uid}/check", **form)


@contextmanager
def serving(folder: str, **environ: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command; yield it with the one-time address, and stop it in the end.

    `environ` is set for it beside what the environment holds.
    """
    command = [sys.executable, "-m", "afterword", "serve", "--no-browser", "--port", "0"]
    process = subprocess.Popen(  # noqa: S603  our own program
        [*command, "--data", folder],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **environ},
    )
    try:
        assert process.stdout  # noqa: S101  asked for above
        found = ADDRESS.search(process.stdout.readline())
        assert found, "afterword serve printed no address"  # noqa: S101  says why it stops
        yield process, found[0]
    finally:
        process.terminate()
        process.wait()


def _start(folder: str) -> float:
    """Return the seconds from the command to its answer at /health."""
    start = time.perf_counter()
    with serving(folder) as (_, address):
        connection = HTTPConnection(str(urlsplit(address).hostname), urlsplit(address).port or 80)
        connection.request("GET", "/health")
        connection.getresponse().read()
        return time.perf_counter() - start


def _seconds(visitor: Visitor, address: str) -> float:
    start = time.perf_counter()
    visitor.get(address)
    return time.perf_counter() - start


def _memory(process: subprocess.Popen[str]) -> tuple[int, int]:
    """Return the megabytes of memory that a process has now, and had at most; 0 but on Linux."""
    status = Path(STATUS.format(process.pid))
    told = status.read_text() if status.exists() else ""
    found = [re.search(rf"{name}:\s+(\d+)", told) for name in ("VmRSS", "VmHWM")]
    now, most = (int(one[1]) // 1024 if one else 0 for one in found)
    return now, most
