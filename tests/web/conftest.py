"""Alice, whose hunt it is; Bob, a stranger; and browsers of both."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client, override_settings

from afterword.accounts.models import User
from afterword.accounts.owners import new_owner
from afterword.actions.add_opportunity import add_opportunity
from afterword.etiquette import decode
from tests.web.reading import Browser

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
HUNT = {
    "now": NOW.isoformat(),
    "timezone": "Europe/London",
    "opportunity": {"employer": "Riverside Hospital", "role": "charge nurse", "country": "GB"},
    "people": [
        {"id": "okafor", "name": "Ms Adaeze Okafor", "role": "hiring-manager", "email": True},
    ],
    "events": [
        {"on": "2026-11-23T12:00:00", "kind": "interview", "with": ["okafor"], "format": "onsite"},
    ],
}


@pytest.fixture(autouse=True)
def clock() -> object:
    """Stop the clock of the pages at NOW."""
    with override_settings(CLOCK=lambda: NOW):
        yield


@pytest.fixture
def alice(journal: Path) -> User:
    """Return the candidate."""
    del journal
    return new_owner("alice", now=NOW, password="correct horse battery")  # noqa: S106  a test's own


@pytest.fixture
def bob(journal: Path) -> User:
    """Return somebody else."""
    del journal
    return new_owner("bob", now=NOW)


@pytest.fixture
def hunt(alice: User) -> str:
    """Return the uid of Alice's one opportunity, at whose interview she was at noon."""
    return add_opportunity(alice, decode.from_raw(HUNT), now=NOW).opportunity


@pytest.fixture
def page(alice: User) -> Browser:
    """Return Alice's browser."""
    return _of(alice)


@pytest.fixture
def stranger(bob: User) -> Browser:
    """Return Bob's browser."""
    return _of(bob)


@pytest.fixture
def nobody(journal: Path) -> Browser:
    """Return a browser in which nobody is signed in."""
    del journal
    return Browser(Client(SERVER_NAME="localhost"))


def _of(user: User) -> Browser:
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    return Browser(client)
