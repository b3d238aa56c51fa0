"""How fast the pages of a long hunt answer, against a view that does nothing, in one process.

Each request goes through all of Django as `afterword serve` sets it up: middleware, session, owner,
templates; only the socket is left out, which bench.served adds.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import include, path

from afterword.accounts.models import User
from afterword.actions import outlook, planning
from bench.cases import Row

ROUNDS = 200
AIM_MS, AIM_RATIO, AIM_QUERIES = 100, 0.25, 12

Fetch = Callable[[], object]


def empty(request: HttpRequest) -> HttpResponse:
    """Answer with nothing, to whoever is signed in, as every page begins by finding out."""
    del request
    return HttpResponse("")


urlpatterns = [
    path("bench/empty", empty),
    path("bench/open", login_not_required(empty)),
    path("", include("afterword.web.urls")),
]


def rows(owner: User, uids: list[str], scale: int) -> Iterator[Row]:
    """Yield time, queries and ratio for Today, a timeline and the list; times in milliseconds."""
    with override_settings(ROOT_URLCONF="bench.pages"):
        client = Client(SERVER_NAME="localhost")
        client.force_login(owner)
        rounds = ROUNDS // scale
        bare = _times(partial(client.get, "/bench/open"), rounds)
        yield "an empty view, open to all, p50", f"{_p50(bare):.2f} ms", ""
        nothing = _times(partial(client.get, "/bench/empty"), rounds)
        yield "an empty view, signed in, p50", f"{_p50(nothing):.2f} ms", ""
        for name, address in _screens(uids).items():
            nothing, took = _by_turns(client, address, rounds)
            yield f"{name}, p50 · p95", f"{_p50(took):.1f} · {_p95(took):.1f} ms", f"< {AIM_MS} ms"
            queries = _queries(client, address)
            yield f"{name}, queries", str(queries), f"≤ {AIM_QUERIES}"
            ratio = f"{_p50(nothing) / _p50(took):.2f}"
            yield f"{name}, requests a second against the empty view", ratio, f"≥ {AIM_RATIO}"
        cold = _times(partial(_cold, client), max(2, 6 // scale))
        yield "Today, with nothing in memory, p50", f"{_p50(cold):.0f} ms", ""


def _screens(uids: list[str]) -> dict[str, str]:
    return {
        "Today": "/",
        "a timeline": f"/opportunities/{uids[len(uids) // 2]}",
        "Opportunities": "/opportunities",
        "Search": "/search?q=planner",
    }


def _cold(client: Client) -> None:
    outlook.forget()
    planning.forget()
    client.get("/")


def _times(fetch: Fetch, rounds: int) -> list[float]:
    """Return how long each of several requests took, in milliseconds, after one that warms up."""
    fetch()
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        fetch()
        took.append((time.perf_counter() - start) * 1e3)
    return took


def _by_turns(client: Client, address: str, rounds: int) -> tuple[list[float], list[float]]:
    """Return the times of the empty view and of a page, in turns, so that both meet the same."""
    both = [
        [_times(partial(client.get, at), 1)[0] for at in ("/bench/empty", address)]
        for _ in range(rounds)
    ]
    return [nothing for nothing, _ in both], [page for _, page in both]


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    return len(caught)


def _p50(took: list[float]) -> float:
    return statistics.median(took)


def _p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[-1]
