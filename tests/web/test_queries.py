"""However long a hunt is, no page asks the database more than a dozen times."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afterword.accounts.models import User
from afterword.accounts.owners import new_owner
from afterword.actions import outlook, planning, timeline
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.timeline import timeline as known
from afterword.etiquette import decode
from tests.web.conftest import HUNT, NOW
from tests.web.test_walk import PATTERNS, arguments

pytestmark = pytest.mark.usefixtures("journal")
FEW, MANY = 3, 60
AGAIN, AT_FIRST = 12, 21
"""The aim, and what a page may ask after a start, when nothing of a hunt is in memory yet."""
NOT_READ = {
    *("one-time", "asset", "calendar"),  # have no session
    "granted",  # answers a question that was put before
    "export",  # is everything that there is, and no page
    "message",  # is of somebody's mail, of which there is none here: test_mail.py asks for it
}
QUERY = {
    "later": "?step=thank-you:okafor",
    "grant": "?provider=gmail",
    "search": "?q=nurse",
    "reminder": "?step=thank-you:okafor",
}


def hunt(owner: User, number: int) -> str:
    """Write so many opportunities down, a third of them at one employer; return the last."""
    return [_added(owner, one) for one in range(number)][-1]


def _added(owner: User, one: int) -> str:
    where = {"employer": f"Employer {one if one % 3 else 0}", "role": f"nurse {one}"}
    return add_opportunity(
        owner, decode.from_raw(HUNT | {"opportunity": where}), now=NOW
    ).opportunity


def addresses(owner: User, uid: str) -> Iterator[tuple[str, str]]:
    """Yield every page that can be read, by its name."""
    event = known(owner, uid, now=NOW).events[0].uid
    for name in sorted(set(PATTERNS) - NOT_READ):
        yield name, f"{reverse(name, args=arguments(name, uid, event))}{QUERY.get(name, '')}"


def asked(name: str, number: int) -> dict[str, tuple[int, int]]:
    """Return how often each page asks: after a start and days away, and then again."""
    owner = new_owner(name, now=NOW)
    uid = hunt(owner, number)
    client = Client(SERVER_NAME="localhost")
    client.force_login(owner)
    return {page: _asked(client, owner, at) for page, at in addresses(owner, uid)}


def _asked(client: Client, owner: User, address: str) -> tuple[int, int]:
    User.objects.filter(pk=owner.pk).update(visited=NOW - timedelta(days=9))
    for memory in (outlook, planning, timeline):
        memory.forget()
    return _counted(client, address), _counted(client, address)


def _counted(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(address)
    assert answer.status_code in {200, 302, 405}, address  # 405: it only takes forms
    return len(caught)


def test_the_number_of_queries_is_small_and_does_not_grow() -> None:
    few, many = asked("alice", FEW), asked("bob", MANY)
    assert few == many
    assert {page: counts for page, counts in many.items() if counts[0] > AT_FIRST} == {}
    assert {page: counts for page, counts in many.items() if counts[1] > AGAIN} == {}
