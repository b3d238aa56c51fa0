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
from afterword.actions import outlook, planning, timeline
from afterword.actions.log_event import log_event
from afterword.etiquette.events import Received
from afterword.etiquette.moment import Moment
from afterword.etiquette.vocabulary import Inbound
from afterword.web import clock
from afterword.web.templatetags import keeping
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
    """Yield time, queries and ratio for each page; times in milliseconds.

    Work and ratio are of processor time, which other programs on the same machine change least.
    """
    with override_settings(ROOT_URLCONF="bench.pages"):
        client = Client(SERVER_NAME="localhost")
        client.force_login(owner)
        rounds = ROUNDS // scale
        bare = _times(partial(client.get, "/bench/open"), rounds)
        yield "an empty view, open to all, p50", f"{_p50(bare):.2f} ms", ""
        nothing = _times(partial(client.get, "/bench/empty"), rounds)
        yield "an empty view, signed in, p50", f"{_p50(nothing):.2f} ms", ""
        for name, address in _screens(uids).items():
            took = _times(partial(client.get, address), rounds)
            yield f"{name}, p50 · p95", f"{_p50(took):.1f} · {_p95(took):.1f} ms", f"< {AIM_MS} ms"
            queries = _queries(client, address)
            yield f"{name}, queries", str(queries), f"≤ {AIM_QUERIES}"
            least, work = _by_turns(client, address, rounds)
            yield f"{name}, work of the processor, p50", f"{work:.1f} ms", ""
            ratio = f"{least / work:.2f}"
            yield f"{name}, requests a second against the empty view", ratio, f"≥ {AIM_RATIO}"
        after = _p50([_after_a_reply(client, owner, uid) for uid in uids[: 40 // scale]])
        yield "Today just after a reply was logged, work, p50", f"{after:.0f} ms", f"< {AIM_MS} ms"
        cold = _p50([_cold(client) for _ in range(max(2, 6 // scale))])
        yield "Today with nothing in memory, work, p50", f"{cold:.0f} ms", ""


def _screens(uids: list[str]) -> dict[str, str]:
    return {
        "Today": "/",
        "a timeline": f"/opportunities/{uids[len(uids) // 2]}",
        "Opportunities": "/opportunities",
        "Search": "/search?q=planner",
    }


def _after_a_reply(client: Client, owner: User, uid: str) -> float:
    """Return the work of Today where one opportunity is not as it was."""
    now = clock.now()
    reply = Received(on=Moment(now), what=Inbound.REPLY, from_="lena")
    log_event(owner, uid, reply, now=now)
    return _worked(partial(client.get, "/"))


def _cold(client: Client) -> float:
    """Return the work of Today after a start."""
    for memory in (outlook, planning, timeline, keeping):
        memory.forget()
    return _worked(partial(client.get, "/"))


def _times(fetch: Fetch, rounds: int) -> list[float]:
    """Return how long each of several requests took, in milliseconds, after one that warms up."""
    fetch()
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        fetch()
        took.append((time.perf_counter() - start) * 1e3)
    return took


def _by_turns(client: Client, address: str, rounds: int) -> list[float]:
    """Return the work of the empty view and of a page, in turns, so that both meet the same."""
    took: list[list[float]] = [[], []]
    for _ in range(rounds):
        for known, at in zip(took, ("/bench/empty", address), strict=True):
            client.get(at)  # warms up
            known.append(_worked(partial(client.get, at)))
    return [_p50(known) for known in took]


def _worked(fetch: Fetch) -> float:
    """Return the milliseconds of processor time that a request takes."""
    start = time.thread_time()
    fetch()
    return (time.thread_time() - start) * 1e3


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    return len(caught)


def _p50(took: list[float]) -> float:
    return statistics.median(took)


def _p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[-1]
